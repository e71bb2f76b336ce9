"""What `decide` can answer, and the refusals that several commands share."""

from game.rules.commands import Refusal
from game.rules.events import Event
from game.rules.state import Phase, PlayedOn, State

Answer = tuple[Event, ...] | Refusal

PAUSED = Refusal("The game is paused. Resume it first.")
NOBODY = Refusal("Nobody sits on that seat.")

_NOT_NOW = {
    Phase.UNOPENED: Refusal("No session is open yet."),
    Phase.FOLLOW_UP: Refusal("What became of last time’s commitments comes first."),
    Phase.AGREEMENT: Refusal("The agreement comes first."),
    Phase.BEFORE: Refusal("The questions about before come first. They can be left out."),
    Phase.ROLL: Refusal("The die comes first. Roll it."),
    Phase.WALK: Refusal("The die lies. Choose which way to walk."),
    Phase.CROSSROADS: Refusal("The table stands at a crossroads. Choose a theme."),
    Phase.CARD: Refusal("A card lies face up. Play it or swap it."),
    Phase.TALK: Refusal("That has no place at this stage of the conversation."),
    Phase.MOMENT: Refusal("A moment is being read. Finish it first."),
    Phase.BREATHER: Refusal("The table is taking a breath. Finish that first."),
    Phase.BREAK: Refusal("The table is having its break. End it first."),
    Phase.DEBRIEF: Refusal("The debrief is under way."),
    Phase.SURVEY: Refusal("Before-and-now is being filled in."),
    Phase.COMMITMENTS: Refusal("The table is writing down what each seat will do."),
    Phase.DOOR: Refusal("The door is open. Finish the session when you are ready."),
    Phase.FINISHED: Refusal("This session has ended."),
}

_A_CODE_FIRST = Refusal("The board is on the table. Type the code of the card that lies there.")


def not_now(state: State) -> Refusal:
    """Why something else comes first, in the words of the phase the session is in."""
    if state.phase is Phase.ROLL and state.setup.played_on is not PlayedOn.SCREEN:
        return _A_CODE_FIRST
    return _NOT_NOW[state.phase]
