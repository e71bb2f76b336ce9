"""Advice to authors: words, lengths, what a card is better for. It never keeps anything out."""

import re
from collections.abc import Iterator
from typing import Any

from game.content.assemble import signature
from game.content.checks import at_heading
from game.content.codes import advice as codes
from game.content.decode import Item, Sections
from game.content.decoder import mark_length
from game.content.diagnostics import Code, Diagnostic, found, shown
from game.content.nodes import Node, end_of, start_of
from game.content.plain import OLDEST, EasyTexts, reading, unexplained
from game.content.wording import READ_ALOUD, Wording, wording_in
from game.model.evidence import Seen, Source, words_to_sign
from game.model.lenses import Lens
from game.model.themes import Theme

SCENE_WORDS = 90
SENTENCE_WORDS = 25
CARDS_A_THEME = 4
CARDS_TO_CHOOSE_FROM = 8
"""A pack of fewer is a handful to try or to add, and need not cover every theme."""
HARDEST = 3

# What is heard at the table besides questions and prompts; what people say themselves is theirs.
_SPOKEN = ("title", "scene", "think", "helps", "agree")
_ENDS = frozenset(".?!…")
_CLOSERS = frozenset("”’\"')")
# A text this short cannot hold a sentence of too many words.
_SHORT = 2 * SENTENCE_WORDS


def advise(
    own: Sections, core: Sections, language: tuple[Wording, ...], today: str
) -> list[Diagnostic]:
    """
    All advice for a pack's own files; what has an error is left to be mended first.

    Of the *core* it tells only what a card of the pack is worse for.
    """
    findings: list[Diagnostic] = []
    for section, fields in READ_ALOUD.items():
        for item in own.items.get(section, ()):
            if item.value:
                _lengths(item, fields, findings)
    cards = own.good("cards")
    easy = EasyTexts()
    for card in cards:
        _completeness(card, findings)
        findings += _plainness(card, easy)
    findings += _facts_not_shown(cards, own, core, today)
    carried = {card.value.get("evidence") for card in cards}
    for fact in own.good("evidence"):
        findings += _trust(fact, today, carried=fact.name in carried)
    if cards:
        findings += _coverage(own, cards)
    findings += wording_in(own, language)
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
    if "\n" in text:
        return True
    # Most texts have too few words altogether.
    return text.count(" ") >= SENTENCE_WORDS and any(
        each.count(" ") >= SENTENCE_WORDS for each in text.split(". ")
    )


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


def _plainness(card: Item, easy: EasyTexts) -> Iterator[Diagnostic]:
    """How hard a card is to read, and what it does not explain."""
    values = card.value
    spoken = [values[each] for each in _SPOKEN if values.get(each)]
    spoken += filter(None, values.get("talk") or ())
    spoken += [prompt for _, prompt in values.get("lenses") or () if prompt]
    # The scene is what people hear in one go; where it is short, the card as a whole.
    scene = values["scene"]
    ease = None if easy.has(scene) else reading([scene]) or reading(spoken)
    if ease is not None and round(ease.age) > OLDEST:
        words = f" The longest words: {', '.join(ease.hardest)}." if ease.hardest else ""
        yield _at(
            codes.HARD_TO_READ,
            card,
            card.part("scene"),
            f"this card may need a reading age of {_years(ease.age)} (an estimate)",
            f"Up to {OLDEST} most people can follow: shorter sentences, shorter words.{words}",
        )
    for short in unexplained(spoken, values.get("facilitator") or ""):
        yield _abbreviation(card, short)


def _years(age: float) -> str:
    # Beyond school the number means nothing any more.
    return "18 or more" if age >= 18 else f"about {age:.0f}"


def _abbreviation(card: Item, short: str) -> Diagnostic:
    first, end = start_of(card.node), end_of(card.node)
    at = re.compile(rf"(?<!\w){re.escape(short)}(?!\w)").search(card.source.text, first, end)
    return found(
        codes.ABBREVIATION,
        card.source,
        at.start() if at else first,
        len(short),
        f'"{short}" is not explained on this card',
        f"Write the words, or explain it once: its full name ({short}).",
    )


def _facts_not_shown(
    cards: list[Item], own: Sections, core: Sections, today: str
) -> Iterator[Diagnostic]:
    """Cards that name a fact of the core which is not shown; own facts are told where they stand."""
    own_names = own.named("evidence")
    facts = {each.name: each for each in core.good("evidence") if each.name not in own_names}
    for card in cards:
        fact = facts.get(card.value.get("evidence") or "")
        why = next(iter(_trust(fact, today, carried=True)), None) if fact is not None else None
        if why is not None:
            yield _at(
                codes.CARD_FACT_NOT_SHOWN,
                card,
                card.part("evidence"),
                f'the fact "{card.value["evidence"]}" is not shown for now: '
                f"{why.sentence.removesuffix(', and is not shown')}",
                "The card plays without it. Another fact of the evidence may serve as well.",
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
    if len(cards) < CARDS_TO_CHOOSE_FROM:
        few = []
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
    # Where there are cards, there is their heading.
    yield from filter(None, (at_heading(code, own, "cards", *said) for code, *said in advice))
    yield from _only_hard(cards)


def _only_hard(cards: list[Item]) -> Iterator[Diagnostic]:
    """Themes whose cards are all of the hardest level."""
    first: dict[str, Item] = {}
    for card in cards:
        first.setdefault(card.value["theme"], card)
    gentler = {card.value["theme"] for card in cards if card.value["level"] < HARDEST}
    for theme, card in first.items():
        if theme not in gentler:
            yield _at(
                codes.ONLY_HARD_CARDS,
                card,
                card.part("level"),
                f'every card of "{theme}" has level {HARDEST}, so most groups never meet one',
                "Add a card of level 1 or 2 to this theme.",
            )


def _at(code: Code, item: Item, node: Node, sentence: str, fix: str) -> Diagnostic:
    return found(code, item.source, start_of(node), mark_length(node), sentence, fix)
