"""What `decide` can answer, and the refusals that several commands share."""

from game.rules.commands import Refusal
from game.rules.events import Event
from game.rules.state import Phase, PlayedOn, State
from game.tongue import N_

Answer = tuple[Event, ...] | Refusal

PAUSED = Refusal(N_("The game is paused. Resume it first."))
NOBODY = Refusal(N_("Nobody sits on that seat."))

_NOT_NOW = {
    Phase.UNOPENED: Refusal(N_("No session is open yet.")),
    Phase.FOLLOW_UP: Refusal(N_("What became of last time’s commitments comes first.")),
    Phase.AGREEMENT: Refusal(N_("The agreement comes first.")),
    Phase.BEFORE: Refusal(N_("The questions about before come first. They can be left out.")),
    Phase.ROLL: Refusal(N_("The die comes first. Roll it.")),
    Phase.WALK: Refusal(N_("The die lies. Choose which way to walk.")),
    Phase.CROSSROADS: Refusal(N_("The table stands at a crossroads. Choose a theme.")),
    Phase.CARD: Refusal(N_("A card lies face up. Play it or swap it.")),
    Phase.TALK: Refusal(N_("That has no place at this stage of the conversation.")),
    Phase.MOMENT: Refusal(N_("A moment is being read. Finish it first.")),
    Phase.BREATHER: Refusal(N_("The table is taking a breath. Finish that first.")),
    Phase.BREAK: Refusal(N_("The table is having its break. End it first.")),
    Phase.DEBRIEF: Refusal(N_("The debrief is under way.")),
    Phase.SURVEY: Refusal(N_("Before-and-now is being filled in.")),
    Phase.COMMITMENTS: Refusal(N_("The table is writing down what each seat will do.")),
    Phase.DOOR: Refusal(N_("The door is open. Finish the session when you are ready.")),
    Phase.FINISHED: Refusal(N_("This session has ended.")),
}

_A_CODE_FIRST = Refusal(N_("The board is on the table. Type the code of the card that lies there."))


def not_now(state: State) -> Refusal:
    """Why something else comes first, in the words of the phase the session is in."""
    if state.phase is Phase.ROLL and state.setup.played_on is not PlayedOn.SCREEN:
        return _A_CODE_FIRST
    return _NOT_NOW[state.phase]
