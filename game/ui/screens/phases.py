"""Which screen shows each phase of a session. Brought with the first session, not before."""

from collections.abc import Callable

from game.app.desk import Desk
from game.rules.state import Phase, PlayedOn
from game.ui.screens.later import later
from game.ui.screens.registry import live
from game.ui.stack import Screen

_BOARD, _COMPANION = later("board:BoardScreen"), later("companion:CompanionScreen")


def _in_turn(desk: Desk) -> Screen:
    """What comes between conversations: the board, or a code where the board is on the table."""
    on_screen = live(desk).state.setup.played_on is PlayedOn.SCREEN
    return _BOARD(desk) if on_screen else _COMPANION(desk)


SCREENS: dict[Phase, Callable[[Desk], Screen]] = {
    Phase.AGREEMENT: later("agreement:AgreementScreen"),
    Phase.BEFORE: later("survey:SurveyScreen"),
    Phase.FOLLOW_UP: later("followup:FollowUpScreen"),
    Phase.ROLL: _in_turn,
    Phase.WALK: _BOARD,
    Phase.CROSSROADS: _BOARD,
    Phase.CARD: later("faceup:FaceUpScreen"),
    Phase.TALK: later("conversation:ConversationScreen"),
    Phase.MOMENT: later("between:MomentScreen"),
    Phase.BREATHER: later("between:BreatherScreen"),
    Phase.BREAK: later("between:BreakScreen"),
    Phase.DEBRIEF: later("debrief:DebriefScreen"),
    Phase.SURVEY: later("survey:SurveyScreen"),
    Phase.COMMITMENTS: later("commitments:CommitmentsScreen"),
    Phase.DOOR: later("finale:FinaleScreen"),
    Phase.FINISHED: later("finale:FinaleScreen"),
}
