"""Advice to authors: words, lengths, what a card is better for. It never keeps anything out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from game.content import limits
from game.content.assemble import signature
from game.content.checks import at_heading
from game.content.codes import advice as codes
from game.content.decode import Item, Sections
from game.content.decoder import mark_length
from game.content.diagnostics import Code, Diagnostic, found, shown
from game.content.nodes import Group, List, Node, SourceText, end_of, start_of
from game.model.evidence import Seen, Source, words_to_sign
from game.model.lenses import Lens
from game.model.themes import Theme
from game.values import dataclass

SCENE_WORDS = 90
SENTENCE_WORDS = 25
CARDS_A_THEME = 4

# Where words are for people to read. `voice` is left alone: people call themselves what they like.
_READ_ALOUD = {
    "cards": ("title", "scene", "think", "helps", "agree", "facilitator"),
    "moments": ("title", "text", "ask"),
    "people": ("life", "strength", "wish", "summary"),
}
_NEVER_LOOKED_AT = frozenset(
    {
        "voice",
        "id",
        "code",
        "theme",
        "level",
        "notes",
        "person",
        "setting",
        "direction",
        "about",
        "sets",
        "safety",
        "beside",
        "evidence",
        "feeds",
        "portrait",
    }
)
_ENDS = frozenset(".?!…")
_CLOSERS = frozenset("”’\"')")
_WORD = re.compile(r"[A-Za-z0-9]")
# Small letters and digits stay, capitals become small, all else parts words. Crude, but it only
# chooses where to look, and does so five times as fast as taking text apart with care.
_PLAIN = bytes(
    each
    if chr(each) in "abcdefghijklmnopqrstuvwxyz0123456789\n"
    else each + 32
    if chr(each) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    else 32
    for each in range(256)
)
# A text this short cannot hold a sentence of too many words.
_SHORT = 2 * SENTENCE_WORDS
# How far a phrase may reach from any of its words, line ends and spaces in front included.
_NEAR = 160


@dataclass(frozen=True, slots=True)
class Wording:
    """One pair of the language list."""

    forms: tuple[tuple[str, tuple[bytes, ...]], ...]
    """What to avoid, in all its forms, each with the words it is made of."""
    instead: str
    why: str


def wordings(items: Iterable[Item]) -> tuple[Wording, ...]:
    """The language list; each `avoid` may hold several forms with commas between them."""
    return tuple(
        Wording(
            tuple(
                (form.strip(), tuple(form.encode("utf-8").translate(_PLAIN).split()))
                for form in each.value["avoid"].split(",")
                if _WORD.search(form)
            ),
            each.value["instead"],
            each.value.get("why") or "",
        )
        for each in items
    )


def advise(own: Sections, language: tuple[Wording, ...], today: str) -> list[Diagnostic]:
    """All advice for a pack's own files; what has an error is left to be mended first."""
    findings: list[Diagnostic] = []
    for section, fields in _READ_ALOUD.items():
        for item in own.items.get(section, ()):
            if item.value:
                _lengths(item, fields, findings)
    cards = own.good("cards")
    for card in cards:
        _completeness(card, findings)
    carried = {card.value.get("evidence") for card in cards}
    for fact in own.good("evidence"):
        findings += _trust(fact, today, carried=fact.name in carried)
    if cards:
        findings += _coverage(own, cards)
    findings += _words(own, language)
    return findings


def _lengths(item: Item, fields: tuple[str, ...], findings: list[Diagnostic]) -> None:
    """Long scenes and sentences."""
    values = item.value
    for name in fields:
        text = values.get(name)
        if text and len(text) > _SHORT:
            if name == "scene" and text.count(" ") + text.count("\n") >= SCENE_WORDS:
                findings += _long_scene(item, len(text.split()))
            if _may_be_long(text):
                _sentences(item, name, text.split(), findings)
    for question in values.get("talk") or ():
        if question and len(question) > _SHORT and _may_be_long(question):
            _sentences(item, "talk", question.split(), findings)
    for _, prompt in values.get("lenses") or ():
        if prompt and len(prompt) > _SHORT and _may_be_long(prompt):
            _sentences(item, "lenses", prompt.split(), findings)


def _may_be_long(text: str) -> bool:
    """Whether any sentence may be too long; says no to nearly all texts, and much sooner."""
    return "\n" in text or any(each.count(" ") >= SENTENCE_WORDS for each in text.split(". "))


def _sentences(item: Item, name: str, words: list[str], findings: list[Diagnostic]) -> None:
    first = 0
    for place, word in enumerate(words):
        last = word[-1]
        if last in _ENDS or (last in _CLOSERS and word[-2:-1] in _ENDS):
            if place + 1 - first > SENTENCE_WORDS:
                findings.append(_long_sentence(item, name, words[first : place + 1]))
            first = place + 1
    if len(words) - first > SENTENCE_WORDS:
        findings.append(_long_sentence(item, name, words[first:]))


def _long_scene(item: Item, count: int) -> Iterator[Diagnostic]:
    if count > SCENE_WORDS:
        yield _at(
            codes.LONG_SCENE,
            item,
            item.part("scene"),
            f"this scene has {count} words",
            f"Read aloud, up to {SCENE_WORDS} are easy to follow.",
        )


def _long_sentence(item: Item, name: str, words: list[str]) -> Diagnostic:
    node = item.part(name)
    # In the file the words may stand on several lines, so they are found with any space between.
    opening = re.compile(r"\s+".join(re.escape(each) for each in words[:6]))
    at = opening.search(item.source.text, start_of(node), end_of(node))
    start, length = (at.start(), len(at[0])) if at else (start_of(node), 1)
    return found(
        codes.LONG_SENTENCE,
        item.source,
        start,
        length,
        f'the sentence that begins "{shown(" ".join(words[:4]))}" has {len(words)} words',
        f"Up to {SENTENCE_WORDS} are easy to follow: make it two.",
    )


def _completeness(card: Item, findings: list[Diagnostic]) -> None:
    values: dict[str, Any] = card.value
    if not values.get("voice"):
        findings.append(
            _at(
                codes.NO_VOICE,
                card,
                card.part("id"),
                "nobody speaks on this card",
                'Add "voice:" with a few words that the person says.',
            )
        )
    if not values.get("helps"):
        findings.append(
            _at(
                codes.NO_HELP,
                card,
                card.part("id"),
                "nothing on this card helps",
                'Add "helps:" with one thing that does.',
            )
        )
    if not values.get("evidence"):
        findings.append(
            _at(
                codes.NO_SOURCE,
                card,
                card.part("id"),
                "this card has no fact with a source",
                'Add "evidence:" with a key from the evidence.',
            )
        )
    if not any(lens is Lens.PERSON for lens, _ in values.get("lenses") or ()):
        findings.append(
            _at(
                codes.NO_PERSON_LENS,
                card,
                card.part("id"),
                "this card asks nothing of the person's own view",
                'Add "person:" with a question under "lenses:".',
            )
        )


def _trust(fact: Item, today: str, *, carried: bool) -> Iterator[Diagnostic]:
    """
    What keeps a fact off the screen.

    Somebody chose to mark a fact to-recheck, or to let it wait for a signature. That is news only
    where a card carries it; the others are counted in the summary and stand in the proof list.
    """
    values = fact.value
    if values["review"] < today:
        yield _at(
            codes.FACT_OUT_OF_DATE,
            fact,
            fact.part("review"),
            f"this fact was due for review on {values['review']}, and is not shown",
            'Read its source again, then set "checked" and "review".',
        )
    if carried and values["seen"] == Seen.RECHECK:
        yield _at(
            codes.FACT_TO_RECHECK,
            fact,
            fact.part("seen"),
            "this fact is marked to-recheck, and is not shown",
            'Read its source again, then write "primary" or "secondary".',
        )
    needs, signed = values.get("needs"), signature(values.get("signed"))
    if needs and signed and signed.role == needs:
        words = words_to_sign(values["claim"], Source(**values["source"]), values["nation"])
        if signed.stands_for(needs, words):
            return
        yield _at(
            codes.SIGNED_WORDS_CHANGED,
            fact,
            fact.part("signed"),
            f"this fact was changed since it was signed on {signed.date}, and is not shown",
            'Ask for a new signature ("check --proof" prints the list), or put its words back.',
        )
    elif carried and needs:
        yield _at(
            codes.FACT_NOT_SIGNED,
            fact,
            fact.part("needs"),
            f"this fact waits for somebody to sign it ({shown(needs)}), and is not shown",
            'When they have, add "signed:" with their role and the date.',
        )


def _coverage(own: Sections, cards: list[Item]) -> Iterator[Diagnostic]:
    counts = {theme.value: 0 for theme in Theme}
    for card in cards:
        counts[card.value["theme"]] += 1
    few = [f"{theme} {count}" for theme, count in counts.items() if count < CARDS_A_THEME]
    advice = []
    if few:
        advice.append(
            (
                codes.FEW_CARDS,
                f"some themes have few cards: {', '.join(few)}",
                f"With {CARDS_A_THEME} or more in each, a group can choose its way.",
            )
        )
    if all(card.value["level"] > 1 for card in cards):
        advice.append(
            (
                codes.NO_GENTLE_CARD,
                "no card has level 1, with which a session begins",
                "Add a gentle card, or look whether one of them is.",
            )
        )
    for code, sentence, fix in advice:
        if finding := at_heading(code, own, "cards", sentence, fix):
            yield finding


def _words(own: Sections, language: tuple[Wording, ...]) -> Iterator[Diagnostic]:
    """
    Words of the language list, wherever people would read them.

    A pack uses far fewer different words than words, so each phrase is looked for only where all
    of its words occur at all, and there only round its longest word.
    """
    # A form that stands in the list twice is looked for once.
    each_form = {form: (form, words, each) for each in language for form, words in each.forms}
    forms = tuple(each_form.values())
    for source, parts in _parts_by_source(own):
        raw = source.text.encode("utf-8", "surrogatepass")
        plain = raw.translate(_PLAIN)
        # Many lines of a pack are alike ("level: 1", "talk:"), so each is taken apart only once.
        words = set(b"\n".join(set(plain.split(b"\n"))).split())
        known = [
            (form, of_form, wording)
            for form, of_form, wording in forms
            if words.issuperset(of_form)
        ]
        for form, of_form, wording in known[: limits.WORDINGS]:
            near = islice(_places(plain, of_form, raw), limits.WORDING_PLACES)
            for match in _matches(_pattern(form), source.text, near):
                if _is_read_aloud(parts, match.start()):
                    yield _wording(source, match, wording)


def _places(plain: bytes, phrase: tuple[bytes, ...], raw: bytes) -> Iterator[int]:
    """Where the longest word of a phrase stands with the others round it, in characters."""
    word = max(phrase, key=len)
    whole = b" ".join(phrase)
    characters, before = 0, 0
    at = plain.find(word)
    while at >= 0:
        window = plain[max(0, at - _NEAR) : at + _NEAR].split()
        if whole in b" ".join(window):
            characters += len(raw[before:at].decode("utf-8", "surrogatepass"))
            before = at
            yield characters
        at = plain.find(word, at + 1)


def _matches(pattern: re.Pattern[str], text: str, near: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches that lie over the places in *near*, each once."""
    done = -1
    for at in near:
        for match in pattern.finditer(text, max(0, at - _NEAR), at + _NEAR):
            if match.start() <= at < match.end() and match.start() > done:
                done = match.start()
                yield match


def _wording(source: SourceText, match: re.Match[str], wording: Wording) -> Diagnostic:
    why = f" {wording.why}" if wording.why else ""
    return found(
        codes.WORDING,
        source,
        match.start(),
        len(match[0]),
        f'"{shown(match[0])}" can hurt, or leave somebody out',
        f"Instead: {wording.instead.rstrip('.')}.{why}",
    )


@lru_cache(maxsize=1024)
def _pattern(form: str) -> re.Pattern[str]:
    """The phrase as whole words, on one line or over two, in any case, with either apostrophe."""
    words = (re.sub("['’]", "['’]", re.escape(each)) for each in form.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


_Parts = tuple[list[int], list[Item]]


def _parts_by_source(own: Sections) -> list[tuple[SourceText, _Parts]]:
    by_source: dict[str, tuple[SourceText, list[Item]]] = {}
    for section in _READ_ALOUD:
        for item in own.items.get(section, ()):
            by_source.setdefault(item.source.name, (item.source, []))[1].append(item)
    found_in = []
    for source, items in by_source.values():
        items.sort(key=lambda each: start_of(each.node))
        found_in.append((source, ([start_of(each.node) for each in items], items)))
    return found_in


def _is_read_aloud(parts: _Parts, offset: int) -> bool:
    starts, items = parts
    place = bisect_right(starts, offset) - 1
    return place >= 0 and _reads(items[place].node, offset)


def _reads(node: Node, offset: int) -> bool:
    """Whether a text that people read stands at *offset*, and not a name, a comment or a voice."""
    while isinstance(node, List | Group):
        inner: Iterable[Node] = (
            node.items
            if isinstance(node, List)
            else (value for name, value in node.entries if name[0] not in _NEVER_LOOKED_AT)
        )
        holder = next((each for each in inner if start_of(each) <= offset < end_of(each)), None)
        if holder is None:
            return False
        node = holder
    return True


def _at(code: Code, item: Item, node: Node, sentence: str, fix: str) -> Diagnostic:
    return found(code, item.source, start_of(node), mark_length(node), sentence, fix)
