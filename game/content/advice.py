"""Advice to authors: words, lengths, what a card is better for. It never keeps anything out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from game.content.checks import at_heading
from game.content.codes import advice as codes
from game.content.decode import Item, Sections
from game.content.decoder import mark_length
from game.content.diagnostics import Code, Diagnostic, found, shown
from game.content.nodes import Group, Node, SourceText, end_of, is_text, start_of
from game.model.evidence import Seen
from game.model.lenses import Lens
from game.model.themes import Theme

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
    {"voice", "id", "code", "theme", "level", "notes", "person", "evidence", "feeds", "portrait"}
)
_ENDS = frozenset(".?!…")
_CLOSERS = frozenset("”’\"')")
_WORD = re.compile(r"[^\W_]+")
# A text this short cannot hold a sentence of too many words.
_SHORT = 2 * SENTENCE_WORDS


@dataclass(frozen=True, slots=True)
class Wording:
    """One pair of the language list."""

    avoid: tuple[str, ...]
    instead: str
    why: str


def wordings(items: Iterable[Item]) -> tuple[Wording, ...]:
    """The language list; each `avoid` may hold several forms with commas between them."""
    return tuple(
        Wording(
            tuple(filter(None, (form.strip() for form in each.value["avoid"].split(",")))),
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
    for fact in own.good("evidence"):
        findings += _trust(fact, today)
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
            if name == "scene" and (count := len(text.split())) > SCENE_WORDS:
                findings.append(_long_scene(item, count))
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
    if text.count(" ") < SENTENCE_WORDS and "\n" not in text:
        return False
    for end in "\n?!…":
        text = text.replace(end, " " if end == "\n" else ".")
    for closer in _CLOSERS:
        text = text.replace(closer, "")
    return any(each.count(" ") >= SENTENCE_WORDS for each in text.split(". "))


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


def _long_scene(item: Item, count: int) -> Diagnostic:
    return _at(
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


def _trust(fact: Item, today: str) -> Iterator[Diagnostic]:
    values = fact.value
    if values["review"] < today:
        yield _at(
            codes.FACT_OUT_OF_DATE,
            fact,
            fact.part("review"),
            f"this fact was due for review on {values['review']}, and is not shown",
            'Read its source again, then set "checked" and "review".',
        )
    if values["seen"] == Seen.RECHECK:
        yield _at(
            codes.FACT_TO_RECHECK,
            fact,
            fact.part("seen"),
            "this fact is marked to-recheck, and is not shown",
            'Read its source again, then write "primary" or "secondary".',
        )
    needs, signed = values.get("needs"), values.get("signed")
    if needs and not (signed and signed["role"] == needs):
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
    of its words occur at all.
    """
    for source, parts in _parts_by_source(own):
        words = _different_words(source.text)
        small = source.text.lower()
        for wording in language:
            for form in wording.avoid:
                if words.issuperset(_WORD.findall(form.casefold())):
                    for match in _said(form, source.text, small):
                        if _is_read_aloud(parts, match.start()):
                            yield _wording(source, match, wording)


def _said(form: str, text: str, small: str) -> Iterator[re.Match[str]]:
    """
    Each place where the phrase stands in *text*; *small* is the text in small letters.

    A pattern that ignores case reads every character, so it is tried only round the places where
    the phrase's longest word stands.
    """
    pattern = _pattern(form)
    if len(small) != len(text):
        # Some letters grow when they are made small: places no longer agree.
        yield from pattern.finditer(text)
        return
    anchor = max(re.split("['’\\s]+", form.lower()), key=len)
    reach = 2 * len(form) + 40
    past = 0
    at = small.find(anchor)
    while at >= 0:
        match = pattern.search(text, max(past, at - reach), at + reach)
        if match:
            yield match
            past = match.end()
        at = small.find(anchor, max(at + 1, past))


def _different_words(text: str) -> set[str]:
    # Many lines of a pack are alike ("level: 1", "talk:"), so each is taken apart only once.
    lines = "\n".join(set(text.split("\n")))
    return set(_WORD.findall(" ".join(set(lines.casefold().split()))))


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
    while not is_text(node):
        inner: Iterable[Node] = (
            (value for name, value in node.entries if name[0] not in _NEVER_LOOKED_AT)
            if isinstance(node, Group)
            else node.items
        )
        holder = next((each for each in inner if start_of(each) <= offset < end_of(each)), None)
        if holder is None:
            return False
        node = holder
    return True


def _at(code: Code, item: Item, node: Node, sentence: str, fix: str) -> Diagnostic:
    return found(code, item.source, start_of(node), mark_length(node), sentence, fix)
