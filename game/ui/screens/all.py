"""Where the screens meet: which phase shows which, the overlays, and the keys of every screen."""

from collections.abc import Callable

from game.app.desk import Desk
from game.rules.state import Phase
from game.ui.art.palettes import PALETTES
from game.ui.host import Look
from game.ui.kit.inputs import KeyPressed
from game.ui.screens.home import HomeScreen
from game.ui.screens.later import later
from game.ui.screens.registry import OVERLAYS, SCREENS, Ask
from game.ui.stack import Notice, Outcome, Push, Quit, Screen, Signal, Stay
from game.values import replace

SCREENS.update(
    {
        Phase.AGREEMENT: later("agreement:AgreementScreen"),
        Phase.ROLL: later("board:BoardScreen"),
        Phase.WALK: later("board:BoardScreen"),
        Phase.CROSSROADS: later("board:BoardScreen"),
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
)

OVERLAYS.update(
    {
        Ask.HELP: later("help:HelpScreen"),
        Ask.PAUSE: later("pause:PauseScreen"),
        Ask.CURTAIN: later("curtain:CurtainScreen"),
        Ask.SUPPORT: later("support:SupportScreen"),
        Ask.MENU: later("menu:MenuScreen"),
        Ask.SETTINGS: later("settings:SettingsScreen"),
        Ask.PRINT: later("printing:PrintScreen"),
    }
)


def home(desk: Desk) -> Screen:
    """The screen that the game opens on."""
    return HomeScreen(desk)


def mend(desk: Desk) -> Callable[[Exception], Screen]:
    """Makes the calm screen that takes the place of one that failed."""

    def calm(fault: Exception) -> Screen:
        from game.ui.screens.calm import CalmScreen  # noqa: PLC0415 - hopefully never needed

        return CalmScreen(desk, fault)

    return calm


def look_of(desk: Desk) -> Look:
    """How the reader wants everything drawn."""
    settings = desk.settings
    return Look(PALETTES[settings.palette], settings.text / 100, settings.still, desk.trouble)


def beforehand(desk: Desk) -> Callable[[Screen, KeyPressed], Outcome | None]:
    """What the keys that belong to every screen do; None where a key is not one of them."""

    def answer(screen: Screen, event: KeyPressed) -> Outcome | None:
        match event.combo:
            case "shift+a":
                already = screen.name == "settings"
                return None if already else Push(OVERLAYS[Ask.SETTINGS](desk, screen.name))
            case "ctrl+p":
                already = screen.name == "print"
                return None if already else Push(OVERLAYS[Ask.PRINT](desk, screen.name))
            case "ctrl++" | "ctrl+=" | "ctrl+shift+=":
                desk.change(desk.settings.larger())
                return _told(screen, desk)
            case "ctrl+-":
                desk.change(desk.settings.smaller())
                return _told(screen, desk)
            case "ctrl+0":
                desk.change(replace(desk.settings, text=100))
                return _told(screen, desk)
            case "f11" | "alt+enter":
                return Stay(screen, (Signal("full screen"),))
            case "f5":
                desk.reload()
                # What is amiss stands below the screen for as long as it is.
                told = () if desk.trouble else (Notice("The content has been read again."),)
                return Stay(screen, told)
            case "ctrl+q":
                return Quit()
            case _:
                return None

    return answer


def _told(screen: Screen, desk: Desk) -> Outcome:
    return Stay(screen, (Notice(f"Text size {desk.settings.text} %"),))
