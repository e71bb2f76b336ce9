"""What screens of a running session share: keys, news in the footer, and how they ask the rules."""

from collections.abc import Callable

from game.app.desk import Desk
from game.rules.commands import Command, Pause, Refusal, Resume, StopHere
from game.rules.events import Event
from game.rules.planner import pairs_at, seconds_left, stage_seconds
from game.rules.state import Phase, Stage
from game.rules.view import conversation_number
from game.tongue import _, ngettext
from game.ui.kit.controls import Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.screens.frame import status
from game.ui.screens.registry import OVERLAYS, Ask, covered, live, screen_for
from game.ui.stack import Binding, Cue, Env, Notice, Outcome, Push, Replace, Screen, Stay
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Do:
    """Put a command to the rules."""

    command: Command


def session_keys(desk: Desk, *own: Binding, talk: bool = True) -> tuple[Binding, ...]:
    """The keys of a session screen: the usual ones, and its own after them."""
    session = live(desk)
    usual = [Binding("f1", _("help"), Ask.HELP), Binding("?", _("help"), Ask.HELP, footer=False)]
    if session.can_undo:
        usual.append(Binding("ctrl+z", _("undo"), Ask.UNDO))
    if session.can_redo:
        usual.append(Binding("ctrl+y", _("redo"), Ask.REDO))
        usual.append(Binding("ctrl+shift+z", _("redo"), Ask.REDO, footer=False))
    if talk:
        usual.append(Binding("p", _("pause"), Ask.PAUSE))
    usual.append(Binding("b", _("curtain"), Ask.CURTAIN))
    # The black-screen button of a clicker sends one or the other.
    usual.append(Binding(".", _("curtain"), Ask.CURTAIN, footer=False))
    usual.append(Binding("s", _("support"), Ask.SUPPORT))
    usual.append(Binding("t", _("table"), Ask.MENU))
    return (*usual, *own)


def news(desk: Desk) -> tuple[Widget, ...]:
    """The footer's right end: time left, the conversation's number, and whether all is saved."""
    session = live(desk)
    state = session.state
    parts: list[Widget] = []
    if session.unsaved:
        words = _("reading only") if session.read_only else _("not saved")
        parts.append(status(words, "alert-triangle"))
    if session.in_memory:
        said = Tap(
            status(_("not kept"), "eye-off"),
            Ask.SAVING,
            "not kept",
            Role("button", _("Not kept on this computer"), "Ctrl S"),
            9,
        )
        parts.append(said)
    if state.phase in _AT_THE_TABLE:
        if desk.settings.timed:
            left = seconds_left(state.setup.minutes, session.elapsed)
            parts.append(status(minutes_left(left), "hourglass"))
        now, planned = conversation_number(state)
        parts.append(status(_("card {place} of {count}").format(place=now, count=planned)))
    return tuple(parts)


_AT_THE_TABLE = {
    Phase.ROLL,
    Phase.WALK,
    Phase.CROSSROADS,
    Phase.CARD,
    Phase.TALK,
    Phase.MOMENT,
    Phase.BREATHER,
    Phase.BREAK,
}


def minutes_left(seconds: float) -> str:
    """Time left in words; going over is said without alarm."""
    minutes = round(seconds / 60)
    if minutes < 0:
        return _("over our time")
    if minutes == 0:
        return _("under a minute left")
    return ngettext("{count} minute left", "{count} minutes left", minutes).format(count=minutes)


def ask(
    desk: Desk,
    screen: Screen,
    command: Command,
    *,
    cues: Callable[[tuple[Event, ...]], tuple[Cue, ...]] | None = None,
) -> Outcome:
    """
    Put a command to the rules and show what came of it.

    A refusal is a notice on the same screen. When the phase changes, its screen takes over.
    """
    session = live(desk)
    before = session.state.phase
    answer = session.send(command)
    if isinstance(answer, Refusal):
        return Stay(screen, (Notice(answer.sentence),))
    lively = cues(answer) if cues is not None else ()
    return moved_on(desk, screen, before, lively)


def moved_on(desk: Desk, screen: Screen, before: Phase, cues: tuple[Cue, ...] = ()) -> Outcome:
    """Stay, or go to the screen of the phase that has come."""
    session = live(desk)
    if session.unsaved:
        cues = (*cues, Notice(session.unsaved))
    if session.state.phase is before:
        return Stay(screen, cues)
    return Replace(screen_for(desk), cues=cues)


def usual(desk: Desk, screen: Screen, message: Message) -> Outcome | None:
    """What every session screen does with the messages all of them share; None for its own."""
    if isinstance(message, Do):
        return ask(desk, screen, message.command)
    if not isinstance(message, Ask):
        return None
    session = live(desk)
    match message:
        case Ask.UNDO | Ask.BACK | Ask.REDO:
            redo = message is Ask.REDO
            if not (session.redo() if redo else session.undo()):
                words = (
                    _("Nothing has been taken back.")
                    if redo
                    else _("This is where the session began.")
                )
                if session.read_only:
                    words = session.unsaved
                return Stay(screen, (Notice(words),))
            # Esc is pressed to close things as often as to go back, so it says what it did.
            told = (Notice(_("One step was taken back. Ctrl+Y brings it again.")),)
            return Replace(screen_for(desk), cues=told if message is Ask.BACK else ())
        case Ask.PAUSE:
            session.send(Pause())
            return Push(OVERLAYS[message](desk, screen.name))
        case Ask.CURTAIN:
            return covered(desk, screen)
        case _:
            return Push(OVERLAYS[message](desk, screen.name))


def resumed(desk: Desk) -> None:
    """End the pause, if there is one."""
    session = live(desk)
    if session.state.paused:
        session.send(Resume())


def stop_here(desk: Desk) -> Outcome:
    """On to the closing from wherever the session stands; every overlay goes."""
    session = live(desk)
    answer = session.send(StopHere())
    if isinstance(answer, Refusal):
        return Replace(screen_for(desk), all_of_them=True, cues=(Notice(answer.sentence),))
    return Replace(screen_for(desk), all_of_them=True)


def gentle_seconds(desk: Desk) -> float:
    """How long this stage, or this voice, may gently take; for ever where timers are off."""
    state, slack = live(desk).state, desk.settings.slack
    voice = state.setup.voice_seconds
    if state.stage is Stage.ROUND:
        return voice * slack
    return stage_seconds(state.stage, len(state.seats), pairs_at(state.seats), voice) * slack


def timer_refresh(desk: Desk, env: Env) -> float | None:
    """How soon a screen with a timer changes by itself: each second, or not while paused."""
    if live(desk).state.paused:
        return None
    return 5.0 if env.still else 1.0


def stepped(desk: Desk, left: float) -> float:
    """What is left of a ring in steps: small ones, or a few calm ones where motion is reduced."""
    steps = 12 if desk.settings.still else 60
    return round(left * steps) / steps
