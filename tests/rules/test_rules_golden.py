"""
One whole session, command by command, beside a reviewed record of what happened.

`MAP_SNAPSHOTS=write` writes the record anew; read the difference before keeping it.
"""

import os
from dataclasses import fields
from pathlib import Path

from rules_pack import AMIRA, accepted, named_seats

from game.model.lenses import Lens
from game.model.themes import Theme
from game.outcomes.answers import Hands, Sheet
from game.rules.apply import replay
from game.rules.commands import (
    AcceptAgreement,
    ChooseLens,
    ChooseTheme,
    CountHands,
    EndMoment,
    EndSurvey,
    FinishSession,
    HandInSheets,
    JoinSeat,
    LeaveSeat,
    NextDebriefStep,
    NextStage,
    NextVoice,
    OpenDoor,
    OpenSession,
    Pass,
    Pause,
    PlaceMarker,
    PlayCard,
    Resume,
    RollDie,
    SwapCard,
    TogglePane,
    Walk,
    WriteCommitment,
    WriteMessage,
    WriteWords,
)
from game.rules.state import UNOPENED, Direction, Phase, SeatId, SeatKind, Setup

RECORD = Path(__file__).with_name("golden_session.txt")

SETUP = Setup(named_seats("Priya", "Tom", "Agnes"), minutes=30, person=AMIRA)

FIRST_CARD = (
    SwapCard(),
    PlayCard(),
    NextStage(),
    NextStage(),
    NextVoice(),
    ChooseLens(SeatId(1), Lens.SELF),
    Pass(),
    JoinSeat("Marek", SeatKind.PAIR),
    NextVoice(),
    Pause(),
    Resume(),
    NextVoice(),
    NextStage(),
    NextStage(),
    WriteWords("We would all say: ring first."),
    PlaceMarker(-1),
    NextStage(),
    NextStage(),
)

SECOND_CARD = (
    PlayCard(),
    NextStage(),
    NextStage(),
    NextVoice(),
    LeaveSeat(SeatId(2)),
    Pass(),
    NextStage(),
    NextStage(),
    NextStage(),
    TogglePane(Theme.MOVING),
    PlaceMarker(2),
    NextStage(),
    NextStage(),
)

CLOSE = (
    *[NextDebriefStep()] * 4,
    WriteMessage("Ask what matters first."),
    CountHands(Hands(0, (1, 2, 0, 0, 0), (0, 0, 1, 2, 0))),
    HandInSheets((Sheet((3,) * 7, (4,) * 7), Sheet((2, None, 2, 2, 2, 2, 2), (3,) * 7))),
    EndSurvey(),
    WriteCommitment(SeatId(0), "Ring the clinic on Monday."),
    OpenDoor(),
    FinishSession(),
)


def words_of(value):
    """A value as the record shows it: short, and with every field by name."""
    if hasattr(value, "__dataclass_fields__"):
        inner = ", ".join(f"{f.name}={words_of(getattr(value, f.name))}" for f in fields(value))
        return f"{type(value).__name__}({inner})"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(words_of, value)) + "]"
    if isinstance(value, str):
        return str(value)
    return getattr(value, "name", None) or repr(value)


class Record:
    """Plays commands and writes down what each of them brought about."""

    def __init__(self, pack):
        self.pack, self.state, self.lines = pack, UNOPENED, []

    def play(self, *commands):
        for command in commands:
            self.lines.append(f"> {words_of(command)}")
            events = accepted(self.pack, self.state, command)
            self.lines.extend(f"    {words_of(event)}" for event in events)
            self.state = replay(events, self.state)

    def to_card(self, direction):
        while self.state.phase is not Phase.CARD:
            match self.state.phase:
                case Phase.ROLL:
                    self.play(RollDie())
                case Phase.WALK:
                    self.play(Walk(direction))
                case Phase.CROSSROADS:
                    self.play(ChooseTheme(Theme.WELLBEING))
                case Phase.MOMENT:
                    self.play(EndMoment())
                case phase:
                    raise AssertionError(f"the record was not written for {phase}")


def test_a_whole_session_goes_as_it_always_went(pack):
    record = Record(pack)
    record.play(OpenSession(SETUP, seed=20), AcceptAgreement())
    record.to_card(Direction.FORWARD)
    record.play(*FIRST_CARD)
    record.to_card(Direction.BACK)
    record.play(*SECOND_CARD, *CLOSE)
    assert record.state.phase is Phase.FINISHED
    text = "\n".join(record.lines) + "\n"
    if os.environ.get("MAP_SNAPSHOTS") == "write":
        RECORD.write_text(text, encoding="utf-8")
    assert text == RECORD.read_text(encoding="utf-8")
