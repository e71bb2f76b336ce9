"""Where a session stands, in words for the facilitator: its phase, its times, and what comes next."""

import math

from game.app.desk import Desk
from game.app.session import LiveSession
from game.rules.planner import pairs_at, seconds_left, stage_seconds
from game.rules.state import Phase, Stage, State
from game.rules.view import conversation_number, current_seat, seat, voices
from game.tongue import N_, _
from game.ui.screens.table import gentle_seconds, minutes_left

CLOCK_SECONDS = 5.0
"""How often the times change."""

_PHASES: dict[Phase, tuple[str, str, str]] = {
    Phase.UNOPENED: (N_("Before the session"), "", ""),
    Phase.FOLLOW_UP: (
        N_("Last time you said"),
        N_("Hands are counted, never names. “Not yet” is as good an answer as any."),
        N_("Then the agreement."),
    ),
    Phase.AGREEMENT: (
        N_("The agreement"),
        N_(
            "Three voices read it aloud. Ask whether a line is missing, and wait before you go on. "
            "Say once more that passing is always fine."
        ),
        N_("Then {name} rolls."),
    ),
    Phase.BEFORE: (
        N_("Before we start"),
        N_(
            "What people answer is theirs, and nothing of it is shown here. Leaving it out is fine."
        ),
        N_("Then {name} rolls."),
    ),
    Phase.ROLL: (
        N_("Between cards"),
        N_(
            "Luck and the way round pick the theme; they never decide who may speak. A good moment "
            "to ask quietly whether everybody is well."
        ),
        N_("{name} rolls, and chooses which way to walk."),
    ),
    Phase.WALK: (
        N_("Which way round"),
        N_("Whoever rolled chooses; the others need not advise."),
        N_("{name} walks, and the theme’s top card is turned up."),
    ),
    Phase.CROSSROADS: (
        N_("Crossroads"),
        N_("The table chooses any theme. Look for who has not been asked."),
        N_("Then the theme’s top card is turned up."),
    ),
    Phase.CARD: (
        N_("A card lies face up"),
        N_(
            "Read the line that says how heavy it is and what it touches. Swapping needs no reason, "
            "and nobody notes who asked."
        ),
        N_("Then somebody reads the scene aloud."),
    ),
    Phase.TALK: (N_("The conversation"), "", ""),
    Phase.MOMENT: (
        N_("A moment"),
        N_("One minute, no round. It shows the system, and nobody has to answer for it."),
        N_("Then the next seat rolls."),
    ),
    Phase.BREATHER: (
        N_("A pause space"),
        N_("Let it be quiet. Joining in is free; so is looking out of the window."),
        N_("Then the next seat rolls."),
    ),
    Phase.BREAK: (
        N_("The break"),
        N_("Look in on anybody who has gone very quiet. Open a window."),
        N_("Then {name} rolls."),
    ),
    Phase.DEBRIEF: (
        N_("The debrief"),
        N_("Feelings first, then what the cards had in common, then your own places."),
        N_("Then before and now."),
    ),
    Phase.SURVEY: (
        N_("Before and now"),
        N_(
            "What people answer is theirs, and nothing of it is shown here. Leaving it out is fine."
        ),
        N_("Then one thing each will do."),
    ),
    Phase.COMMITMENTS: (
        N_("What we will do"),
        N_("One small thing each, with a day, or none. Nobody has to say theirs aloud."),
        N_("Then the door opens."),
    ),
    Phase.DOOR: (
        N_("The door"),
        N_("Stay a few minutes: somebody may want a word. Offer the take-home sheet."),
        N_("Then the session is closed."),
    ),
    Phase.FINISHED: (
        N_("The session is over"),
        N_("Stay a few minutes: somebody may want a word. Take ten with a colleague yourself."),
        "",
    ),
}
"""What a phase is called, how to hold it, and what comes then."""


def position(session: LiveSession | None) -> str:
    """What the session is at, in a few words."""
    if session is None:
        return _("No session is running")
    state = session.state
    if state.phase is Phase.TALK:
        return _("{stage}, {number} of 7").format(stage=state.stage.label, number=state.stage + 1)
    return _(_PHASES[state.phase][0])


def how_to_hold(state: State) -> str:
    """What there is to do outside conversations, in a sentence or two."""
    return _(_PHASES[state.phase][1])


def times(desk: Desk) -> tuple[str, ...]:
    """How long this step has taken, and what is left of the session."""
    session = desk.session
    if session is None:
        return ()
    state = session.state
    told: list[str] = []
    if state.phase is Phase.TALK:
        usual = gentle_seconds(desk)
        # A window that somebody glances at needs no single seconds.
        passed = _clock(session.spot_seconds // CLOCK_SECONDS * CLOCK_SECONDS)
        told.append(
            _("{passed} of about {usual}").format(passed=passed, usual=_clock(usual))
            if math.isfinite(usual)
            else passed
        )
    left = minutes_left(seconds_left(state.setup.minutes, session.elapsed))
    now, planned = conversation_number(state)
    told.append(_("{left}, card {now} of {planned}").format(left=left, now=now, planned=planned))
    if state.paused:
        told.append(_("The clock stands still."))
    return tuple(told)


def coming(state: State) -> tuple[str, ...]:
    """The next steps, nearest first."""
    if state.phase is not Phase.TALK:
        sentence = _PHASES[state.phase][2]
        return (_(sentence).format(name=_turn(state)),) if sentence else ()
    told: list[str] = []
    if state.stage is Stage.ROUND:
        after = [each for each in voices(state) if not each.done and not each.now]
        told += [
            _("{name}, as: {lens}").format(name=seat(state, each.seat).name, lens=each.lens.label)
            for each in after[:2]
        ]
    pairs, seats = pairs_at(state.seats), len(state.seats)
    for stage in tuple(Stage)[state.stage + 1 :]:
        seconds = stage_seconds(stage, seats, pairs, state.setup.voice_seconds)
        told.append(_("{stage}, about {time}").format(stage=stage.label, time=_clock(seconds)))
    return tuple(told)


def _turn(state: State) -> str:
    return current_seat(state).name if state.seats else ""


def _clock(seconds: float) -> str:
    """Minutes and seconds."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02}"
