"""
The facilitator's notes in a window of their own, beside the one that the room sees.

Covered until somebody says that the room cannot see it. Then it shows how to hold the talk, where
the session stands and what comes next. It asks nothing of the rules: its keys are those of the game.
"""

from game.app.desk import Desk
from game.model.evidence import SupportRoute
from game.model.pack import Card, DebriefStep
from game.printing.guide import UPSET
from game.rules.state import Phase, Stage, State
from game.rules.view import LENS_PROMPTS, Voice, seat, voices
from game.tongue import _
from game.ui.art.palettes import VOICE
from game.ui.frames import Frame
from game.ui.kit.boxes import Centre, Column, Fixed, Flow, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, KeyCap, Kind, Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.speech import actions
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, INK, SOFT
from game.ui.screens.cardsheet import READING, card_head, note_line, soft
from game.ui.screens.curtain import card_in_hand, card_notes
from game.ui.screens.frame import framed
from game.ui.screens.front import small
from game.ui.screens.progress import CLOCK_SECONDS, coming, how_to_hold, position, times
from game.ui.screens.registry import CHANGE_DISPLAYS, NOTES_WINDOW, SHOW_NOTES
from game.ui.screens.support import whole_numbers
from game.ui.stack import Binding, Env, Outcome, Signal, Stay, View
from game.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Hint:
    """A key of the game as it now stands."""

    combo: str
    label: str
    cap: str


@dataclass(frozen=True, slots=True)
class Room:
    """What the shared screen shows: no more of it than its name and its keys."""

    title: str = ""
    primary: str = ""
    """What Space does there."""
    keys: tuple[Hint, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What has changed outside this window."""

    room: Room
    displays: int


@dataclass(frozen=True, slots=True)
class Shown:
    """Show the notes, or cover them."""

    shown: bool


@dataclass(frozen=True, slots=True)
class Press:
    """Press a key of the game with the pointer."""

    combo: str


def room_of(frame: Frame) -> Room:
    """What the notes may know of the shared screen."""
    view = frame.view
    hints = tuple(
        Hint(each.combo, each.label, each.written)
        for each in view.keys
        if each.footer or (len(each.combo) == 1 and each.combo != "?")
    )
    does = next((each for each in actions(frame.root, view.primary)), "")
    primary = does.removeprefix("Space: ") if does.startswith("Space: ") else ""
    return Room(view.title, primary, hints, view.private)


@dataclass(frozen=True, slots=True)
class NotesScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    room: Room = Room()
    displays: int = 1
    shown: bool = False

    @property
    def name(self) -> str:
        return "notes window" if self.shown else "notes window covered"

    def update(self, message: Message) -> Outcome:
        match message:
            case Told(room, displays):
                return Stay(replace(self, room=room, displays=displays))
            case Shown(shown):
                return Stay(replace(self, shown=shown))
            case Press(combo):
                return Stay(self, (Signal("press", combo),))
            case Signal():
                return Stay(self, (message,))
            case _:
                return Stay(self)

    # Looking.

    def view(self, env: Env) -> View:
        return self._notes(env) if self.shown else self._covered(env)

    def _keys(self) -> tuple[Binding, ...]:
        shown = _("cover") if self.shown else _("show the notes")
        keys = [
            Binding("shift+f8", shown, SHOW_NOTES, cap="Shift F8"),
            Binding("f8", _("close"), NOTES_WINDOW, cap="F8"),
        ]
        if self.displays > 1:
            keys.append(Binding("ctrl+f8", _("change displays"), CHANGE_DISPLAYS, cap="Ctrl F8"))
        return tuple(keys)

    def _covered(self, env: Env) -> View:
        keys = self._keys()
        where = _(
            "Show them only where the room cannot look: not on the projector, and not in what you "
            "share in a call. Keys pressed here work in the game, as always."
        )
        lines: list[Widget] = [
            Row(
                (Icon("eye-off", 76, INK), Grow(_big(_("For the facilitator alone")))),
                gap=30,
            ),
            Text(where, Style(34, Face.REGULAR, INK, 1.4)),
        ]
        show = Button(
            _("Only I see this: show the notes"), SHOW_NOTES, "show", "Shift F8", height=88
        )
        buttons: list[Widget] = [show]
        if self.displays > 1:
            words = _("Does the room look at this display? Then change the two over.")
            lines.append(Text(words, Style(34, Face.REGULAR, INK, 1.4)))
            buttons.append(
                Button(_("Change the displays over"), CHANGE_DISPLAYS, "swap", "Ctrl F8")
            )
        buttons.append(Button(_("Close this window"), NOTES_WINDOW, "close", "F8", Kind.QUIET))
        sheet = Panel(Column((*lines, Column(tuple(buttons), gap=16)), gap=30), pad=60, pad_y=54)
        wide = env.width - 96 if env.narrow else 1240
        body = Scroll(Centre(Fixed(sheet, min(wide, env.width - 96))), key="notes covered")
        return View(_("For the facilitator alone"), framed(env, body, keys), keys, private=True)

    def _notes(self, env: Env) -> View:
        keys = self._keys()
        left = Column(self._left(), gap=22)
        right = Column(self._right(env), gap=22)
        if env.narrow:
            inner: Widget = Scroll(Column((self._now(env), left, right), gap=22), key="notes all")
            body: Widget = inner
        else:
            columns = Row(
                (
                    Grow(Scroll(left, key="notes left")),
                    Fixed(Scroll(right, key="notes right"), _side(env)),
                ),
                gap=30,
                align=0,
                stretch=True,
            )
            body = Column((self._now(env), Grow(columns)), gap=24)
        return View(
            _("Facilitator’s notes"),
            framed(env, body, keys),
            keys,
            private=True,
            refresh=self._refresh(),
        )

    def _refresh(self) -> float | None:
        session = self.desk.session
        timed = self.desk.settings.timers != "off"
        running = session is not None and not session.state.paused
        return CLOCK_SECONDS if timed and running else None

    # Where the session stands.

    def _now(self, env: Env) -> Widget:
        session = self.desk.session
        words = Column((_big(position(session), 44), soft(self._on_screen(), 26)), gap=4)
        if session is None or self.desk.settings.timers == "off":
            return words
        clocks = tuple(Text(each, _CLOCK, kind="status") for each in times(self.desk))
        if env.narrow:
            return Column((words, *clocks), gap=8)
        return Row((Grow(words), Fixed(Column(clocks, gap=4), _side(env))), gap=30, align=0)

    def _on_screen(self) -> str:
        if self.room.private:
            return _("On the shared screen: something for one person alone.")
        return _("On the shared screen: {title}").format(title=self.room.title)

    # What to say, and what to look out for.

    def _left(self) -> tuple[Widget, ...]:
        session = self.desk.session
        card = card_in_hand(self.desk)
        if session is None:
            return (self._plain(_("Notes come with a session: open one, or go on with one.")),)
        state = session.state
        parts: list[Widget] = []
        if card is not None:
            parts.append(_card_panel(card, card_notes(self.desk, card)))
        if state.phase is Phase.TALK and card is not None:
            first = state.stage is Stage.ROUND
            parts.insert(0 if first else 1, self._prompts(state, card))
        if state.phase is not Phase.TALK:
            parts.insert(0, self._plain(how_to_hold(state)))
        if state.phase is Phase.DEBRIEF:
            parts.extend(self._debrief(state))
        parts.append(_upset())
        return tuple(parts)

    @staticmethod
    def _plain(words: str) -> Widget:
        return Panel(Text(words, READING), pad=34, pad_y=28)

    def _prompts(self, state: State, card: Card) -> Widget:
        """Whose voice comes with which question, all of them at once."""
        rows = tuple(_prompt_row(state, card, each) for each in voices(state))
        title = heading(_("Each seat’s question"), 32)
        return Panel(Column((title, *rows), gap=14), pad=34, pad_y=28)

    def _debrief(self, state: State) -> tuple[Widget, ...]:
        session = self.desk.session
        steps: tuple[DebriefStep, ...] = () if session is None else session.pack.debrief
        return tuple(
            Panel(
                Column(
                    (
                        heading(each.title, 32),
                        Text(each.say, READING),
                        *(note_line("message-circle", words) for words in each.ask),
                    ),
                    gap=12,
                ),
                pad=34,
                pad_y=28,
            )
            for each in steps[state.closing.step :][:2]
        )

    # What comes, and where to turn.

    def _right(self, env: Env) -> tuple[Widget, ...]:
        session = self.desk.session
        parts: list[Widget] = [self._keys_panel(env)]
        if session is not None:
            ahead = coming(session.state)
            if ahead:
                lines = tuple(note_line("arrow-right", words, size=27) for words in ahead)
                parts.append(
                    Panel(Column((heading(_("What comes"), 32), *lines), gap=12), pad=30, pad_y=26)
                )
        pack = self.desk.pack if session is None else session.pack
        routes = () if pack is None else pack.support
        if routes:
            rows = tuple(_route(each) for each in routes)
            parts.append(
                Panel(Column((heading(_("Where to turn"), 32), *rows), gap=16), pad=30, pad_y=26)
            )
        return tuple(parts)

    def _keys_panel(self, env: Env) -> Widget:
        """The keys of the game as it stands; each can be pressed with a pointer as well."""
        rows: list[Widget] = [heading(_("Keys, here as in the game"), 32)]
        if self.room.primary and not self.room.private:
            rows.append(_key_row(Hint("space", self.room.primary, "Space")))
        rest = tuple(_key_row(each) for each in self.room.keys if each.combo != "space")
        rows.append(Flow(rest, gap=30, line_gap=10))
        if not env.narrow:
            rows.append(_plain_key(_("Alt Down"), _("move these notes")))
        return Panel(Column(tuple(rows), gap=14), pad=30, pad_y=26)


_CLOCK = Style(30, Face.BOLD, INK, 1.25)


def _side(env: Env) -> float:
    """How wide the right column is, and what stands above it."""
    return 600 if env.width > 1700 else 500


def _big(words: str, size: float = 54) -> Widget:
    return Text(words, Style(size, Face.HEAVY, INK, 1.15), kind="heading")


def _card_panel(card: Card, notes: tuple[Widget, ...]) -> Widget:
    inner = Panel(Column(notes, gap=16), raised=False, pad=34, pad_y=26)
    return Panel(Column((card_head(card), inner), gap=0), pad=0, radius=34)


def _prompt_row(state: State, card: Card, voice: Voice) -> Widget:
    sitting = seat(state, voice.seat)
    words = card.prompt_for(voice.lens) or _(LENS_PROMPTS[voice.lens])
    lead = _("{name}, as: {lens}").format(name=sitting.name, lens=voice.lens.label)
    return Panel(
        Column((heading(lead, 27), Text(words, Style(28, Face.REGULAR, INK, 1.35))), gap=4),
        fill=CREAM if voice.now else CARD,
        line=INK if voice.now else CARD,
        line_width=3,
        raised=False,
        radius=18,
        pad=18,
        pad_y=10,
        role=Role("list item", sitting.name, _("now") if voice.now else ""),
    )


def _upset() -> Widget:
    lines = tuple(note_line("heart", _(words), size=27) for words in UPSET)
    return Panel(Column((heading(_("If somebody is upset"), 32), *lines), gap=12), pad=34, pad_y=28)


def _route(route: SupportRoute) -> Widget:
    return Column(
        (
            small(route.need, SOFT, 25),
            Row(
                (
                    Icon("lifebuoy", 30, VOICE),
                    Grow(Text(whole_numbers(route.route), Style(29, Face.BOLD, INK, 1.25))),
                ),
                gap=12,
            ),
        ),
        gap=2,
    )


def _plain_key(cap: str, label: str) -> Widget:
    return Row((KeyCap(cap, INK), small(label, INK, 25, Face.REGULAR)), gap=12)


def _key_row(hint: Hint) -> Widget:
    return Tap(
        _plain_key(hint.cap, hint.label),
        Press(hint.combo),
        f"press {hint.combo}",
        Role("button", hint.label, hint.cap),
        9,
    )
