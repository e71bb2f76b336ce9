"""
Words of a pack's cards in another language: a file beside the pack's own, named after it.

`our-ward.ur.yaml` goes with `our-ward.yaml`. It holds cards by their ids, and of each the words that
people read; what it leaves out is shown in the pack's first language.
"""

import zlib
from collections.abc import Iterable
from typing import Any

from game.content.codes import advice, content
from game.content.decoder import Decoder, mark_length
from game.content.diagnostics import Diagnostic, did_you_mean, shown
from game.content.fields import CARD_WORDS, COMPANION, FIELD_NAMES
from game.content.nodes import Group, List, Node, SourceText, Text, is_text, start_of
from game.content.readers import reader
from game.content.shapes import Field, Kind
from game.content.source import parse
from game.model.pack import Card, CardId, CardWords, LensPrompt, Pack, Translation

_NAMES = frozenset(FIELD_NAMES | set(CARD_WORDS.by_name))
_read_card = reader(Field("card", Kind.GROUP, "", "", True, shape=CARD_WORDS))


def translations(
    companions: Iterable[tuple[str, SourceText]], pack: Pack, *, advise: bool
) -> tuple[tuple[Translation, ...], list[Diagnostic]]:
    """What the pack's cards are called in other languages, and what there is to say of that."""
    cards: dict[str, list[CardWords]] = {}
    findings: list[Diagnostic] = []
    known = {card.id: card for card in pack.cards}
    for language, source in companions:
        parsed, problems = parse(source, frozenset(COMPANION.by_name), _NAMES)
        findings += problems
        if parsed.root is None:
            continue
        decoder = Decoder(source)
        cards.setdefault(language, []).extend(_cards(decoder, parsed.root, known, advise=advise))
        findings += decoder.findings
    made = (Translation(language, tuple(words)) for language, words in cards.items() if words)
    return tuple(made), findings


def stamp(card: Card) -> str:
    """A short sum of the words that are translated: another one where they have changed."""
    words = (
        *(card.title, card.scene, card.voice, card.think, card.helps, card.agree),
        *card.talk,
        *(f"{each.lens.key}: {each.prompt}" for each in card.lenses),
    )
    # Where a text is broken into lines is no change of its words.
    plain = "\n".join(" ".join(each.split()) for each in words)
    return f"{zlib.crc32(plain.encode('utf-8', 'surrogatepass')):08x}"


def _cards(
    decoder: Decoder, root: Group, known: dict[CardId, Card], *, advise: bool
) -> Iterable[CardWords]:
    seen: dict[str, Text] = {}
    for name, node in root.entries:
        if name[0] == "pack":
            continue
        if name[0] != "cards":
            decoder.unknown_field(COMPANION, root, name)
            continue
        if not isinstance(node, List):
            decoder.wrong_kind(COMPANION.by_name["cards"], node)
            continue
        for item in node.items:
            before = decoder.errors
            values = _read_card(decoder, item)
            at = _part(item, "id")
            if not values or not is_text(at) or decoder.errors > before:
                continue
            if values["id"] in seen:
                decoder.twice(at, seen[values["id"]])
                continue
            seen[values["id"]] = at
            card = known.get(CardId(values["id"]))
            if card is None:
                decoder.at(
                    content.STRAY_TRANSLATION,
                    at,
                    f'the pack has no card called "{shown(values["id"])}" to say this of',
                    did_you_mean(
                        values["id"], known, "Take it away, or give it the id of a card that plays."
                    ),
                )
                continue
            if advise:
                _stale(decoder, item, values, card)
            words = _words(card, values)
            if words != CardWords(card.id):
                yield words


def _part(item: Node, name: str) -> Node:
    if isinstance(item, Group):
        return next((node for key, node in item.entries if key[0] == name), item)
    return item


def _stale(decoder: Decoder, item: Node, values: dict[str, Any], card: Card) -> None:
    made_from = values.get("made-from")
    now = stamp(card)
    if made_from is None or made_from == now:
        return
    node = _part(item, "made-from")
    decoder.add(
        advice.STALE_TRANSLATION,
        start_of(node),
        mark_length(node),
        f'the words of "{card.id}" have changed since this was translated',
        f"Hold the two side by side, mend this one, and then write: made-from: {now}.",
    )


def _words(card: Card, values: dict[str, Any]) -> CardWords:
    talk = tuple(each or "" for each in values.get("talk") or ())
    return CardWords(
        card.id,
        title=values.get("title") or "",
        scene=values.get("scene") or "",
        voice=values.get("voice") or "",
        think=values.get("think") or "",
        lenses=tuple(
            LensPrompt(lens, prompt) for lens, prompt in values.get("lenses") or () if prompt
        ),
        talk=talk,
        helps=values.get("helps") or "",
        agree=values.get("agree") or "",
    )
