"""How a session opens: what the table chose is checked, and the piles are laid out."""

from game.model.dates import is_day
from game.model.pack import Card, CardId, MomentId, Pack, TopicId
from game.model.themes import Theme
from game.outcomes.answers import Commitment
from game.rules.answers import Answer
from game.rules.commands import OpenSession, Refusal
from game.rules.events import SessionOpened
from game.rules.planner import (
    MAX_MINUTES,
    MIN_MINUTES,
    VOICE_SECONDS,
    pairs_at,
    plan_for,
)
from game.rules.rng import shuffled
from game.rules.state import (
    MAX_SEATS,
    MIN_SEATS,
    Meeting,
    PaperRecord,
    Phase,
    PlayedOn,
    Seat,
    Setup,
    State,
)
from game.rules.words import LINE, NAME, clean
from game.tongue import N_, _
from game.values import replace

_LEVELS = (1, 2, 3)
_THEMES = len(Theme)
MOST_MEETINGS = 12
MOST_PEOPLE = 99
MAX_PLAYED = 480
MOST_SWAPPED = 99

_ALREADY_OPEN = Refusal(N_("A session is open already."))


def opened(pack: Pack, state: State, command: OpenSession) -> Answer:
    """The opening of a session, or why these choices cannot be played."""
    if state.phase is not Phase.UNOPENED:
        return _ALREADY_OPEN
    setup = _tidy(command.setup)
    seats = setup.seats
    trouble = (
        _seats_trouble(setup)
        or _choices_trouble(pack, setup)
        or _meeting_trouble(setup)
        or _paper_trouble(setup)
    )
    if trouble:
        return Refusal(trouble)
    on_screen = setup.played_on is PlayedOn.SCREEN
    draw = _piles(pack, setup, command.seed) if on_screen else _printed(pack)
    if on_screen and not any(pack.card(card).level == 1 for pile in draw for card in pile):
        return Refusal(_("No gentle card is left to begin with. Leave out fewer topics."))
    minutes, voice = setup.minutes, setup.voice_seconds
    plan = plan_for(minutes, len(seats), pairs_at(seats), voice)
    moments = _moments(pack, setup, command.seed)
    return (SessionOpened(setup, command.seed, plan, pack.agreement, draw, moments),)


def name_trouble(name: str) -> str:
    """What is wrong with a cleaned name for a seat; empty where nothing is."""
    if not name:
        return _("Every seat needs a name, such as “Seat 3”.")
    if len(name) > NAME:
        return _("A seat’s name can have up to {most} characters.").format(most=NAME)
    return ""


def _tidy(setup: Setup) -> Setup:
    """The setup with all names cleaned, and each pane of the programme named once."""
    seats = tuple([_seated(seat) for seat in setup.seats])
    plain = setup.meeting is None and setup.paper is None
    if plain and seats == setup.seats and not setup.lit and not setup.promised:
        # The session of a group that has not met before: there is nothing else to tidy.
        return setup
    return replace(
        setup,
        seats=seats,
        lit=tuple(dict.fromkeys(setup.lit)),
        meeting=_named(setup.meeting),
        promised=_mixed(setup.promised),
        paper=_tidied(setup.paper),
    )


def _seated(seat: Seat) -> Seat:
    name = clean(seat.name)
    return seat if name == seat.name else Seat(seat.id, name, seat.kind)


def _named(meeting: Meeting | None) -> Meeting | None:
    if meeting is None:
        return None
    return Meeting(meeting.programme, clean(meeting.name), meeting.number, meeting.planned)


def _mixed(promised: tuple[Commitment, ...]) -> tuple[Commitment, ...]:
    """In an order that has nothing of the seats'."""
    return tuple(
        sorted(promised, key=lambda each: (each.what, each.where, each.by_when, each.likely or ""))
    )


def _meeting_trouble(setup: Setup) -> str:
    meeting = setup.meeting
    if meeting is None:
        return _("Only a session of a programme follows up.") if setup.promised else ""
    if not meeting.name or len(meeting.name) > LINE or not meeting.programme:
        return _("A programme has a name of up to {most} characters.").format(most=LINE)
    if not (1 <= meeting.number <= MOST_MEETINGS and 1 <= meeting.planned <= MOST_MEETINGS):
        return _("A programme has 1 to {most} sessions.").format(most=MOST_MEETINGS)
    return ""


def _seats_trouble(setup: Setup) -> str:
    seats = setup.seats
    if not MIN_SEATS <= len(seats) <= MAX_SEATS:
        return _("The game needs {least} to {most} seats.").format(least=MIN_SEATS, most=MAX_SEATS)
    if [seat.id for seat in seats] != list(range(len(seats))):
        return _("Seats are numbered from 0, in the order in which they sit down.")
    for seat in seats:
        trouble = name_trouble(seat.name)
        if trouble:
            return trouble
    return ""


def _tidied(paper: PaperRecord | None) -> PaperRecord | None:
    return None if paper is None else replace(paper, group=clean(paper.group))


def _paper_trouble(setup: Setup) -> str:
    """What is wrong with the record written by hand; days are compared, and no clock is read."""
    paper = setup.paper
    if (paper is not None) is not (setup.played_on is PlayedOn.PAPER):
        return _("A record on paper belongs to a session on paper, and to no other.")
    if paper is None:
        return ""
    if not (is_day(paper.date) and is_day(paper.entered)):
        return _("The date is a day such as 2026-11-25.")
    if paper.date > paper.entered:
        return _("The date lies after today. Type in a session once it has been played.")
    if not MIN_SEATS <= paper.people <= MOST_PEOPLE:
        return _("People in the room: {least} to {most}.").format(least=MIN_SEATS, most=MOST_PEOPLE)
    if not 1 <= paper.minutes <= MAX_PLAYED:
        return _("Minutes played: 1 to {most}.").format(most=MAX_PLAYED)
    if not 0 <= paper.swapped <= MOST_SWAPPED:
        return _("Cards swapped: 0 to {most}.").format(most=MOST_SWAPPED)
    return (
        ""
        if len(paper.group) <= LINE
        else _("Keep the group’s name to {most} characters.").format(most=LINE)
    )


def _choices_trouble(pack: Pack, setup: Setup) -> str:
    if not MIN_MINUTES <= setup.minutes <= MAX_MINUTES:
        return _("A session lasts {least} to {most} minutes.").format(
            least=MIN_MINUTES, most=MAX_MINUTES
        )
    if setup.hardest not in _LEVELS:
        return _("The hardest level is 1, 2 or 3.")
    if setup.voice_seconds not in VOICE_SECONDS:
        return _("A voice has 18, 30 or 45 seconds.")
    if any(not -2 <= weight <= 2 for weight in setup.weights):
        return _("The scale goes from -2 to 2.")
    if setup.person is not None and all(each.id != setup.person for each in pack.people):
        return _("The person to walk with is not in this pack.")
    if setup.only is not None and all(each.id != setup.only for each in pack.sets):
        return _("The set of cards to deal is not in this pack.")
    return ""


def _piles(pack: Pack, setup: Setup, seed: int) -> tuple[tuple[CardId, ...], ...]:
    """The draw piles, in the order of the themes, without what is too hard, left out or in no chosen set."""
    piles: list[list[CardId]] = [[] for _theme in range(_THEMES)]
    hardest, choosy = setup.hardest, setup.only is not None or bool(setup.left_out)
    for card in pack.cards:
        if card.level <= hardest and (not choosy or deals(setup, card)):
            piles[card.theme.place].append(card.id)
    return tuple(
        [_ordered(pack, setup, shuffled(pile, seed, place)) for place, pile in enumerate(piles)]
    )


def _printed(pack: Pack) -> tuple[tuple[CardId, ...], ...]:
    """The whole printed pack, by theme: which cards come to the table is decided there."""
    return tuple(tuple(card.id for card in pack.cards if card.theme is theme) for theme in Theme)


def _ordered(pack: Pack, setup: Setup, pile: tuple[CardId, ...]) -> tuple[CardId, ...]:
    """
    A shuffled pile as it lies.

    Cards met before lie at the bottom. Above, and again among those, cards about the chosen person
    and about nobody in particular lie over cards about others: the group walks with its person.
    """
    met, person = setup.met, setup.person
    if not met and person is None:
        return pile

    def depth(card: CardId) -> tuple[bool, bool]:
        stranger = person is not None and pack.card(card).person not in {None, person}
        return (card in met, stranger)

    # Sorting keeps equals in order, so each part stays as shuffled.
    return tuple(sorted(pile, key=depth))


def _moments(pack: Pack, setup: Setup, seed: int) -> tuple[MomentId, ...]:
    moments = [moment.id for moment in pack.moments if not _left_out(setup, moment.notes)]
    return shuffled(moments, seed, _THEMES)


def deals(setup: Setup, card: Card) -> bool:
    """Whether a session with this setup has the card in its piles."""
    return card.level <= setup.hardest and _in_set(setup, card) and not _left_out(setup, card.notes)


def _in_set(setup: Setup, card: Card) -> bool:
    return setup.only is None or setup.only in card.sets


def _left_out(setup: Setup, notes: tuple[TopicId, ...]) -> bool:
    """Whether the table has left out anything that these notes name."""
    return bool(setup.left_out) and any(topic in setup.left_out for topic in notes)
