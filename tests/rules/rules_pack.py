"""A small pack written in code, and shorthands for playing it: what the tests of the rules share."""

from game.model.evidence import Fact, FactId, Seen, Source, SupportRoute
from game.model.lenses import DEALT
from game.model.pack import (
    Board,
    Card,
    CardId,
    DebriefStep,
    LensPrompt,
    Moment,
    MomentId,
    Pack,
    Person,
    PersonId,
    Space,
    SpaceKind,
    Topic,
    TopicId,
)
from game.model.themes import Theme
from game.rules.apply import replay
from game.rules.commands import (
    AcceptAgreement,
    ChooseTheme,
    Command,
    EndBreather,
    EndMoment,
    OpenSession,
    Refusal,
    RollDie,
    Walk,
)
from game.rules.decide import decide
from game.rules.decide_turn import themes_to_choose
from game.rules.events import Event
from game.rules.state import UNOPENED, Direction, Phase, Seat, SeatId, Setup, State

AMIRA, GEORGE = PersonId("amira"), PersonId("george")
GRIEF, WEIGHT = TopicId("grief"), TopicId("weight")

# The path as the board shows it, clockwise from the top left: a capital for each theme's letter,
# x for crossroads, m for a moment, o for a pause.
PATH = "xRVPxMWEBRmVPMxWEBRoVPxMWEmB"

# The levels of a theme's twelve cards, in the order in which they are written.
LEVELS = (1, 2, 2, 1, 3, 2, 1, 2, 3, 1, 2, 2)


def small_pack(path=PATH, levels=LEVELS, moments=8):
    """A whole pack: seven themes with a card for each of *levels*, two people, some moments."""
    return Pack(
        title="A small pack",
        people=(person(AMIRA, "Amira"), person(GEORGE, "George")),
        topics=(Topic(GRIEF, "death and grief"), Topic(WEIGHT, "weight")),
        board=board(path),
        cards=tuple(
            card(theme, number, level) for theme in Theme for number, level in enumerate(levels, 1)
        ),
        moments=tuple(moment(number) for number in range(1, moments + 1)),
        breathers=("Breathe out.", "Stretch."),
        agreement=("What is shared stays.", "What is learnt can leave.", "Pass at any time."),
        debrief=tuple(
            DebriefStep(title, f"About {title}.", (f"What of {title}?",))
            for title in ("Reactions", "Patterns", "Own setting", "Close")
        ),
        nudges=("Who haven’t we heard?",),
        facts=(
            Fact(
                FactId("six-parts"),
                "The check has six parts.",
                Source("NHS England", "Physical health checks", 2024),
                "https://example.org",
                Seen.PRIMARY,
                "England",
                "2026-11-01",
                "2027-11-01",
            ),
        ),
        support=(SupportRoute("any time", "Somebody", "to talk to", "England", "2026-11-01"),),
    )


def board(path):
    letters = {theme.letter: theme for theme in Theme}
    kinds = {"x": SpaceKind.CROSSROADS, "m": SpaceKind.MOMENT, "o": SpaceKind.PAUSE}
    return Board(
        tuple(
            Space(kinds[each]) if each in kinds else Space(SpaceKind.THEME, letters[each])
            for each in path
        )
    )


def person(id_, name):
    return Person(id_, name, 46, "A life.", "A strength.", "A wish.", (), "In short.", "initials")


def card(theme, number, level):
    """The cards differ in level, topics, people, lenses and feeds, by plain counting."""
    themes = tuple(Theme)
    feeds = [theme, themes[(theme.place + number) % 7], themes[(theme.place + 3 * number + 1) % 7]]
    feeds = feeds[: 2 + number % 2]
    lenses = [DEALT[(number + step * 2) % 9] for step in range(number % 4)]
    prompts = tuple(LensPrompt(lens, f"What do you see, {lens}?") for lens in lenses)
    notes = {4: (GRIEF,), 8: (GRIEF, WEIGHT), 0: (WEIGHT,)}.get(number % 12, ())
    about = {1: AMIRA, 2: GEORGE}.get(number % 3)
    return Card(
        id=CardId(f"{theme}-{number}"),
        code=f"{theme.letter}-{number:02}",
        theme=theme,
        title=f"{theme.label} {number}",
        level=level,
        notes=notes,
        person=about,
        scene="A scene.",
        voice="A voice.",
        think="A question.",
        lenses=prompts,
        talk=("Who is best placed?",),
        helps="Somebody rang.",
        evidence=FactId("six-parts"),
        agree="We would all say…",
        feeds=tuple(dict.fromkeys(feeds)),
        facilitator="A note.",
    )


def moment(number):
    notes = (GRIEF,) if number % 4 == 0 else ()
    return Moment(
        MomentId(f"moment-{number}"), f"Moment {number}", "It happens.", "And now?", True, notes
    )


def named_seats(*names):
    return tuple(Seat(SeatId(number), name) for number, name in enumerate(names))


def opening(seats=4, seed=7, **choices):
    """The command that opens a session of so many seats."""
    names = ("Priya", "Tom", "Agnes", "Marek", "Joy", "Sam", "Ngozi", "Lee")[:seats]
    return OpenSession(Setup(named_seats(*names), **choices), seed)


def accepted(pack: Pack, state: State, command: Command) -> tuple[Event, ...]:
    """The events of a command that is meant to be accepted."""
    answer = decide(pack, state, command)
    assert not isinstance(answer, Refusal), f"{command}: {answer}"
    return answer


def refused(pack: Pack, state: State, command: Command) -> str:
    """The sentence of a command that is meant to be refused."""
    answer = decide(pack, state, command)
    assert isinstance(answer, Refusal), f"{command}: {answer}"
    return answer.sentence


def play(pack: Pack, state: State, *commands: Command) -> State:
    """The state after commands that are all accepted."""
    for command in commands:
        state = replay(accepted(pack, state, command), state)
    return state


def at_agreement(pack, **choices):
    return play(pack, UNOPENED, opening(**choices))


def at_roll(pack, **choices):
    return play(pack, at_agreement(pack, **choices), AcceptAgreement())


def to_card(pack, state):
    """Roll and walk until a card lies face up, choosing the first theme there is at crossroads."""
    while state.phase is not Phase.CARD:
        match state.phase:
            case Phase.ROLL:
                step: Command = RollDie()
            case Phase.WALK:
                step = Walk(Direction.FORWARD)
            case Phase.MOMENT:
                step = EndMoment()
            case Phase.BREATHER:
                step = EndBreather()
            case Phase.CROSSROADS:
                step = ChooseTheme(themes_to_choose(pack, state)[0])
            case _:
                raise AssertionError(f"no card comes from {state.phase}")
        state = play(pack, state, step)
    return state


def at_card(pack, **choices):
    return to_card(pack, at_roll(pack, **choices))
