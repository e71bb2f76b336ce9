"""One accepted command against an empty call; replay against an empty loop."""

from measure import Row, in_turn

from game.app.clock import today
from game.app.places import find
from game.content.load import load_pack
from game.rules.apply import replay
from game.rules.commands import (
    AcceptAgreement,
    ChooseTheme,
    EndBreather,
    EndMoment,
    NextStage,
    NextVoice,
    OpenSession,
    PlaceMarker,
    PlayCard,
    Refusal,
    RollDie,
    TogglePane,
    Walk,
)
from game.rules.decide import decide
from game.rules.history import History
from game.rules.legal import legal_commands
from game.rules.simulate import simulate_session
from game.rules.state import Seat, SeatId, Setup


def empty(state, event):  # noqa: ARG001 - the least that applying an event could cost
    return state


ONWARD = (
    NextVoice,
    NextStage,
    RollDie,
    Walk,
    ChooseTheme,
    PlayCard,
    AcceptAgreement,
    EndMoment,
    EndBreather,
    TogglePane,
    PlaceMarker,
)


def session(pack):
    """The commands of one played session, with the history before each of them."""
    seats = tuple(Seat(SeatId(n), f"Seat {n + 1}") for n in range(4))
    history, command = History(), OpenSession(Setup(seats), seed=3)
    steps, turn = [], 0
    while command is not None:
        steps.append((history, command))
        history = history.push(decide(pack, history.state, command))
        legal = [each for each in legal_commands(pack, history.state) if isinstance(each, ONWARD)]
        # The panes and the marker are touched once a card; the rest goes straight on.
        touching = [each for each in legal if isinstance(each, TogglePane | PlaceMarker)]
        going = [each for each in legal if not isinstance(each, TogglePane | PlaceMarker)]
        turn += 1
        chosen = touching if touching and turn % 4 else going
        command = chosen[turn % len(chosen)] if chosen else None
    return steps


def rows(*, quick):
    pack = load_pack(find().content / "scenarios.yaml", today=today()).pack
    steps = session(pack)
    befores = [history for history, _ in steps]

    def floor():
        for history in befores:
            empty(history, None)

    def ours():
        for history, command in steps:
            events = decide(pack, history.state, command)
            if isinstance(events, Refusal):
                raise TypeError(events.sentence)
            history.push(events)

    rounds = 7 if quick else 25
    floor_s, ours_s = in_turn(floor, ours, rounds=rounds)
    per = 1e6 / len(steps)
    # Opening a session sets everything anew, so several in a row replay as one long one.
    played = [event for n in range(30) for event in simulate_session(pack, 90, 8, n).events]
    events = played[:2000]

    def loop():
        for _event in events:
            pass

    loop_s, replay_s = in_turn(loop, lambda: replay(events), rounds=rounds)
    return [
        Row("one accepted command", "an empty call", floor_s * per, ours_s * per, "µs", 150),
        Row("replay of 2,000 events", "an empty loop", loop_s * 1e3, replay_s * 1e3, "ms", 60),
    ]
