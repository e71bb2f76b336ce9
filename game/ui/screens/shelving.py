"""Which cards of a pack the library shows: words, filters, and what a session would deal."""

from collections.abc import Iterable, Mapping

from game.model.coverage import Setting
from game.model.pack import Card, Pack, PersonId, SetId, TopicId
from game.model.themes import Theme
from game.rules.setup import deals
from game.rules.state import Setup
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked for; whatever is none lets every card through."""

    theme: Theme | None = None
    level: int | None = None
    only: SetId | None = None
    person: PersonId | None = None
    topic: TopicId | None = None
    setting: Setting | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Dealing:
    """What a session would be told before it deals: the hardest level, and topics to leave out."""

    hardest: int = 2
    left_out: tuple[TopicId, ...] = ()
    only: SetId | None = None


def found(pack: Pack, filters: Filters) -> tuple[Card, ...]:
    """The cards that the filters let through, by theme and code."""
    wanted = filters.words.casefold().split()
    names = {each.id: each.name for each in pack.people}
    return in_order(
        card
        for card in pack.cards
        if filters.theme in {None, card.theme}
        and filters.level in {None, card.level}
        and filters.person in {None, card.person}
        and filters.setting in {None, card.setting}
        and (filters.only is None or filters.only in card.sets)
        and (filters.topic is None or filters.topic in card.notes)
        and (not wanted or _holds(card, names, wanted))
    )


def dealt(pack: Pack, dealing: Dealing) -> tuple[Card, ...]:
    """The cards that would lie in the piles of a session; *pack* is already without those left out."""
    setup = Setup((), left_out=dealing.left_out, hardest=dealing.hardest, only=dealing.only)
    return in_order(card for card in pack.cards if deals(setup, card))


def in_order(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple(sorted(cards, key=lambda card: (card.theme.place, card.code)))


def _holds(card: Card, names: Mapping[PersonId, str], wanted: list[str]) -> bool:
    person = "" if card.person is None else names.get(card.person, "")
    lenses = (each.prompt for each in card.lenses)
    said = " ".join(
        (card.title, card.code, card.scene, card.voice, card.helps, person, *card.talk, *lenses)
    ).casefold()
    return all(word in said for word in wanted)
