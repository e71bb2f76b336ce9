"""A scenario pack: people, board, cards, moments, and the words that frame a session."""

from enum import StrEnum
from typing import NewType

from game.model.coverage import Parity, Setting, Strand
from game.model.evidence import Fact, FactId, Signature, SupportRoute
from game.model.lenses import Lens
from game.model.themes import Theme
from game.values import dataclass, field, replace

CardId = NewType("CardId", str)
PersonId = NewType("PersonId", str)
MomentId = NewType("MomentId", str)
TopicId = NewType("TopicId", str)
SetId = NewType("SetId", str)


@dataclass(frozen=True, slots=True)
class Topic:
    """Something a session can leave out, such as "death and grief"."""

    id: TopicId
    label: str


@dataclass(frozen=True, slots=True)
class CardSet:
    """Cards that belong together, so that a session can deal those alone."""

    id: SetId
    label: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the group walks with: a life, a strength and a wish before any diagnosis."""

    id: PersonId
    name: str
    age: int
    life: str
    strength: str
    wish: str
    conditions: tuple[str, ...]
    summary: str
    """Two short sentences for the board's side panel."""
    portrait: str
    """One of our own art, or a picture file of the pack; an initial is drawn where there is none."""


@dataclass(frozen=True, slots=True)
class LensPrompt:
    """A question for whoever holds this lens."""

    lens: Lens
    prompt: str


@dataclass(frozen=True, slots=True)
class Safety:
    """That a facilitator's note says what to do about somebody's health, and who must read it."""

    needs: str
    signed: Signature | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One scenario, from scene to shared sentence."""

    id: CardId
    code: str
    """The short code, such as E-07, the same on screen and in print."""
    theme: Theme
    title: str
    level: int
    """1 gentle, 2 some difficult feeling, 3 may touch grief, abuse or restraint."""
    notes: tuple[TopicId, ...]
    person: PersonId | None
    scene: str
    voice: str
    think: str
    lenses: tuple[LensPrompt, ...]
    talk: tuple[str, ...]
    helps: str
    evidence: FactId | None
    agree: str
    feeds: tuple[Theme, ...]
    facilitator: str
    setting: Setting | None = None
    direction: Parity | None = None
    about: tuple[Strand, ...] = ()
    sets: tuple[SetId, ...] = ()
    safety: Safety | None = None
    beside: tuple[FactId, ...] = ()
    """Facts that are shown below the card's own, each once it may be."""

    def prompt_for(self, lens: Lens) -> str | None:
        """The card's own question for *lens*, where it has one."""
        return next((each.prompt for each in self.lenses if each.lens is lens), None)


@dataclass(frozen=True, slots=True)
class CardWords:
    """What is read of one card, in another language; empty where nobody has translated it."""

    card: CardId
    title: str = ""
    scene: str = ""
    voice: str = ""
    think: str = ""
    lenses: tuple[LensPrompt, ...] = ()
    talk: tuple[str, ...] = ()
    helps: str = ""
    agree: str = ""

    def on(self, card: Card) -> Card:
        """The card in these words, and in its own where there are none."""
        own = {each.lens: each for each in card.lenses} | {each.lens: each for each in self.lenses}
        return replace(
            card,
            title=self.title or card.title,
            scene=self.scene or card.scene,
            voice=self.voice or card.voice,
            think=self.think or card.think,
            lenses=tuple(own[each.lens] for each in card.lenses),
            talk=self.talk if len(self.talk) == len(card.talk) and all(self.talk) else card.talk,
            helps=self.helps or card.helps,
            agree=self.agree or card.agree,
        )


@dataclass(frozen=True, slots=True)
class Translation:
    """A pack's cards in another language, as far as somebody has put them into it."""

    language: str
    """A code such as "ur" or "cy"."""
    cards: tuple[CardWords, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A small thing that happens in the system: one minute, no round."""

    id: MomentId
    title: str
    text: str
    ask: str
    bright: bool
    """Whether it is a thing that goes right."""
    notes: tuple[TopicId, ...] = ()
    code: str = ""
    """The short code, such as A-41, the same on screen and in print; none where it has no pack."""


class SpaceKind(StrEnum):
    """What a space of the path does besides carrying a theme."""

    THEME = "theme"
    CROSSROADS = "crossroads"
    MOMENT = "moment"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Space:
    """One space of the path; `theme` is set exactly when the kind is `THEME`."""

    kind: SpaceKind
    theme: Theme | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """The path: a ring of spaces round the door, clockwise, from the top left."""

    spaces: tuple[Space, ...]


@dataclass(frozen=True, slots=True)
class DebriefStep:
    """One of the four steps of the debrief: Reactions, Patterns, Own setting, Close."""

    title: str
    say: str
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything a session reads. Lookups by id raise `KeyError` for an id that is not here."""

    title: str
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    board: Board
    cards: tuple[Card, ...]
    moments: tuple[Moment, ...]
    breathers: tuple[str, ...]
    """What the screen offers on a pause space: a breath, a stretch, a check-in."""
    agreement: tuple[str, ...]
    debrief: tuple[DebriefStep, ...]
    nudges: tuple[str, ...]
    facts: tuple[Fact, ...]
    support: tuple[SupportRoute, ...]
    sets: tuple[CardSet, ...] = ()
    language: str = ""
    """Of its words, such as "en-GB"; empty where the pack does not say."""
    translations: tuple[Translation, ...] = ()
    _cards: dict[CardId, Card] = field(init=False, repr=False, compare=False)
    _facts: dict[FactId, Fact] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_cards", {card.id: card for card in self.cards})
        object.__setattr__(self, "_facts", {fact.id: fact for fact in self.facts})

    def card(self, card: CardId) -> Card:
        return self._cards[card]

    def card_in(self, card: CardId, language: str) -> Card | None:
        """The card in another language, as far as somebody has put it into that."""
        for translation in self.translations:
            if translation.language == language:
                for words in translation.cards:
                    if words.card == card:
                        return words.on(self._cards[card])
        return None

    def fact(self, fact: FactId) -> Fact:
        return self._facts[fact]

    def moment(self, moment: MomentId) -> Moment:
        return next(each for each in self.moments if each.id == moment)

    def person(self, person: PersonId) -> Person:
        return next(each for each in self.people if each.id == person)

    def topic(self, topic: TopicId) -> Topic:
        return next(each for each in self.topics if each.id == topic)
