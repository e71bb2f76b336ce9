"""Which cards of a pack the library shows: words, filters, and what a session would deal."""

from collections.abc import Iterable, Mapping, Sequence

from game.model.coverage import Setting
from game.model.pack import Card, CardId, Pack, PersonId, SetId, TopicId
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


class _Shelf:
    """The cards of one pack in order, and what each says, as it is searched."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.cards = in_order(pack.cards)
        self._said: dict[CardId, str] = {}

    def said(self) -> Mapping[CardId, str]:
        """Of every card its words in small letters, put together when somebody first searches."""
        if not self._said:
            names = {each.id: each.name for each in self.pack.people}
            self._said = {each.id: _said(each, names) for each in self.cards}
        return self._said


# The packs that were looked through last, that of a session and the open one: for every letter that
# is typed they are the same.
_last: list[_Shelf] = []


def _shelf(pack: Pack) -> _Shelf:
    found = next((each for each in _last if each.pack is pack), None) or _Shelf(pack)
    _last[:] = [found, *(each for each in _last if each is not found)][:2]
    return found


def found(pack: Pack, filters: Filters) -> tuple[Card, ...]:
    """The cards that the filters let through, by theme and code."""
    shelf, only = _shelf(pack), filters
    cards: Sequence[Card] = shelf.cards
    if only.theme is not None:
        cards = [each for each in cards if each.theme is only.theme]
    if only.level is not None:
        cards = [each for each in cards if each.level == only.level]
    if only.person is not None:
        cards = [each for each in cards if each.person == only.person]
    if only.setting is not None:
        cards = [each for each in cards if each.setting is only.setting]
    if only.only is not None:
        cards = [each for each in cards if only.only in each.sets]
    if only.topic is not None:
        cards = [each for each in cards if only.topic in each.notes]
    for word in only.words.casefold().split():
        said = shelf.said()
        cards = [each for each in cards if word in said[each.id]]
    return tuple(cards)


def dealt(pack: Pack, dealing: Dealing) -> tuple[Card, ...]:
    """The cards that would lie in the piles of a session; *pack* is already without those left out."""
    setup = Setup((), left_out=dealing.left_out, hardest=dealing.hardest, only=dealing.only)
    return in_order(card for card in pack.cards if deals(setup, card))


def in_order(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple(sorted(cards, key=lambda card: (card.theme.place, card.code)))


def _said(card: Card, names: Mapping[PersonId, str]) -> str:
    person = "" if card.person is None else names.get(card.person, "")
    lenses = (each.prompt for each in card.lenses)
    return " ".join(
        (card.title, card.code, card.scene, card.voice, card.helps, person, *card.talk, *lenses)
    ).casefold()
