"""Sessions for reports to read: a whole one played through the rules and kept on disk like any other."""

from game.app.clock import stamp_after
from game.app.desk import Desk
from game.app.places import Places, find
from game.model.themes import Theme
from game.outcomes.answers import Hands, Sheet
from game.rules import commands as ask
from game.rules.state import Direction, Phase, Seat, SeatId, Setup, Stage

TODAY = "2026-11-20"
NAMES = ("Priya", "Tom", "Agnes and Lou", "Marek", "Bola", "Chidi", "Dee", "Esme")
LINES = (
    "We would all say: we check body and mind together, once, and tell each other what we found.",
    "First step: ring the day before the check, by the end of this month.",
    "We would all say: ask what matters before asking what is the matter.",
    "First step: one list of medicines, read by all of us, by Friday.",
    "",
)
MESSAGE = "Check body and mind together, once, and tell each other what you found."
PROMISES = (
    "Ring before the annual check",
    "Walk to the clinic with people who ask",
    "Keep one list of medicines",
    "Tell the GP the same day",
)
# Twelve people: most rise, some stay, somebody goes down, somebody skips.
PAIRS = (
    (2, 4),
    (1, 3),
    (2, 4),
    (3, 4),
    (2, 3),
    (2, 4),
    (3, 4),
    (1, 4),
    (2, 4),
    (3, 4),
    (3, 3),
    (4, 3),
)


class Clock:
    def __init__(self, start):
        self.now, self.start = 0.0, start

    def __call__(self):
        return self.now

    def stamp(self):
        return stamp_after(self.start, self.now)


def sheets(pairs=PAIRS):
    """One sheet a pair, a little different from theme to theme."""
    made = []
    for n, (before, now) in enumerate(pairs):
        early = tuple(min(5, max(1, before + (n + k) % 2 - (k == 4))) for k in range(7))
        late = tuple(min(5, max(1, now + (k == 2) - (k == 6) * (n % 2))) for k in range(7))
        made.append(Sheet(early, late, sure_before=before, sure_now=now))
    return tuple(made)


def desk_in(folder, *, start="2026-11-20T14:00:00Z", seed=7):
    own = find()
    clock = Clock(start)
    places = Places(own.content, own.assets, folder / "saves", folder, folder / "exports")
    desk = Desk(
        places,
        clock=clock,
        stamp=clock.stamp,
        today=lambda: TODAY,
        seeds=lambda: seed,
        keep_settings=False,
    )
    return desk, clock


def play(
    folder,
    *,
    seats=6,
    cards=4,
    answers=(),
    hands=(),
    start="2026-11-20T14:00:00Z",
    seed=7,
    finish=True,
    passing=True,
):
    """A whole session; its folder."""
    desk, clock = desk_in(folder, start=start, seed=seed)
    sitting = tuple(Seat(SeatId(n), NAMES[n]) for n in range(seats))
    person = desk.pack.people[0].id
    left_out = (desk.pack.topics[0].id,)
    assert desk.begin(Setup(sitting, minutes=60, person=person, left_out=left_out)) is None
    session = desk.session

    def send(*commands):
        for command in commands:
            clock.now += 17
            answer = session.send(command)
            assert isinstance(answer, tuple), (command, answer)

    send(ask.AcceptAgreement())
    to_closing(session, send, cards, passing)
    send(*[ask.NextDebriefStep()] * 3, ask.WriteMessage(MESSAGE), ask.NextDebriefStep())
    if answers:
        send(ask.HandInSheets(tuple(answers)))
    send(*(ask.CountHands(each) for each in hands), ask.EndSurvey())
    send(
        *(ask.WriteCommitment(SeatId(n), words) for n, words in enumerate(PROMISES[:seats])),
        ask.OpenDoor(),
    )
    if finish:
        send(ask.FinishSession())
    name = session.name
    desk.leave()
    return folder / "saves" / name


def to_closing(session, send, cards, passing):
    themes = list(Theme)
    while len(session.state.played) < cards and session.state.phase is not Phase.DEBRIEF:
        state = session.state
        match state.phase:
            case Phase.ROLL:
                send(ask.RollDie())
            case Phase.WALK:
                send(ask.Walk(Direction.FORWARD))
            case Phase.CROSSROADS:
                send(ask.ChooseTheme(themes[len(state.played)]))
            case Phase.CARD if not state.played and not state.swapped:
                send(ask.SwapCard())
            case Phase.CARD:
                send(ask.PlayCard())
            case Phase.TALK:
                talk(state, send, passing)
            case Phase.MOMENT:
                send(ask.EndMoment())
            case Phase.BREATHER:
                send(ask.EndBreather())
            case Phase.BREAK:
                send(ask.EndBreak())
            case phase:
                raise AssertionError(phase)
    if session.state.phase is not Phase.DEBRIEF:
        send(ask.StopHere())


def talk(state, send, passing):
    n = len(state.played)
    match state.stage:
        case Stage.ROUND:
            send(ask.Pass() if passing and state.voice == 1 else ask.NextVoice())
        case Stage.AGREE:
            if LINES[n % len(LINES)]:
                send(ask.WriteWords(LINES[n % len(LINES)]))
            if n != 2:
                send(ask.PlaceMarker((-1, 1, 0, 2, -2)[n % 5]))
            send(ask.NextStage())
        case _:
            send(ask.NextStage())


def hands_of(people=12):
    """A show of hands for each theme."""
    return tuple(Hands(n, (0, people - 2, 2, 0, 0), (0, 0, 0, people - 1, 1)) for n in range(7))
