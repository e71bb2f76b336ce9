"""
Plays screens: takes input, keeps the stack and the interaction, gives frames.

It knows no window and no game. A window loop, a test and the demo's pilot drive it alike:
`accept` an input event, then ask for a `frame`.
"""

from collections.abc import Callable
from typing import Protocol

from game.tongue import _
from game.ui.holding import MARK_SECONDS, Queue, mark
from game.ui.kit import editing as edit
from game.ui.kit.drawing import Ground, Op
from game.ui.kit.field import TextField
from game.ui.kit.focus import beyond, focusable, towards
from game.ui.kit.geometry import Rect
from game.ui.kit.groups import stops
from game.ui.kit.inputs import (
    CaretPut,
    Chosen,
    CloseAsked,
    ControlPressed,
    FileDropped,
    FocusAsked,
    FocusLost,
    InputEvent,
    KeyPressed,
    Lit,
    PaneStepped,
    PointerMoved,
    PointerPressed,
    PointerReleased,
    Resized,
    Slid,
    Steered,
    Stepped,
    Tapped,
    TextComposed,
    TextPut,
    TextTyped,
    WheelTurned,
)
from game.ui.kit.interaction import Editing, Interaction
from game.ui.kit.layout import Layout, Memory, Message, Pen, Placed, paint_all
from game.ui.kit.light import paint_light
from game.ui.kit.pointing import (
    DRAG_UNITS,
    Drag,
    found,
    nearest,
    region_at,
    scrolling,
)
from game.ui.kit.scroll import ScrollBy, Scrolled
from game.ui.kit.text import Fonts, Setting
from game.ui.kit.tones import PAPER, PAPER_LOW, Palette
from game.ui.kit.typing import Clipboard, Lettered, PlainClipboard, by_key
from game.ui.motion import Motions
from game.ui.stack import (
    Cue,
    Env,
    FocusOn,
    Notice,
    Outcome,
    Pop,
    Push,
    Quit,
    ReadScreen,
    Replace,
    Screen,
    Signal,
    Sound,
    Stay,
    Tween,
    View,
)
from game.values import dataclass, replace

NOTICE_SECONDS = 8.0
CAPTION_SECONDS = 4.0
DEBOUNCE_SECONDS = 0.15
"""Two presses nearer than this are one press of a clicker or a nervous finger."""
LOGICAL_HEIGHT = 1080
NARROWEST, WIDEST = 1440, 1920


_SOMEBODY = KeyPressed | PointerPressed | ControlPressed | Chosen | PaneStepped | Steered | Tapped
"""Events with which somebody does something, rather than looks round."""


@dataclass(frozen=True, slots=True)
class Look:
    """How everything is drawn: colours, the reader's text size, and whether things move."""

    palette: Palette
    text: float = 1.0
    still: bool = False
    setting: Setting = Setting()
    """How far apart lines and letters stand, and in which typeface."""
    reach: float = 0.0
    """How near to a control a press counts as one on it, in logical units."""
    edge: float = 0.0
    """The share of the window that stays clear on every side, where a screen may cut it off."""
    captions: bool = False
    """Whether sounds are put into words."""
    slack: float = 1.0
    """How many times the usual time a notice stands."""
    aloud: bool | None = None
    """Whether what is new is read aloud; None where there is no voice for it."""
    standing: str = ""
    unsaved: str = ""
    """A sentence to show for as long as it holds, wherever there is no other notice."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture: the placed tree, and the operations that draw it."""

    size: tuple[int, int]
    root: Placed
    ops: tuple[Op, ...]
    view: View


class Reader(Protocol):
    """Somebody who follows what is shown, to say it aloud or hand it on."""

    @property
    def patient(self) -> bool:
        """Whether it waits for a picture in motion to settle, however long that takes."""

    def see(self, view: View, root: Placed, at: Interaction) -> None: ...

    def interrupt(self) -> None:
        """Somebody pressed something."""

    def whole(self) -> None:
        """All of the next picture is wanted."""


class Host:
    """
    See the module. *beforehand* may answer keys and messages that belong to every screen.

    While *hold* gives seconds, a step is on its way to the disk: the picture stays as it is and
    input waits. A screen that fails is replaced by the one that *mend* makes.
    """

    def __init__(
        self,
        screen: Screen,
        *,
        fonts: Fonts,
        look: Callable[[], Look],
        clock: Callable[[], float],
        size: tuple[int, int],
        clipboard: Clipboard | None = None,
        beforehand: Callable[[Screen, KeyPressed], Outcome | None] | None = None,
        hold: Callable[[], float | None] = lambda: None,
        mend: Callable[[Exception], Screen] | None = None,
        reader: Reader | None = None,
        letters: Callable[[TextField, bool], Screen] | None = None,
    ) -> None:
        self.stack: list[Screen] = [screen]
        self.running = True
        self.signals: list[Signal | Sound] = []
        """What the window has to do; it takes them away as it does them."""
        self.interaction = Interaction()
        self._fonts = fonts
        self._look = look
        self._clock = clock
        self._size = size
        self._clipboard = clipboard or PlainClipboard()
        self._beforehand = beforehand
        self._hold = hold
        self._mend = mend
        self._readers = [] if reader is None else [reader]
        self._letters = letters
        """Makes the screen on which a field is written without a keyboard; True for private ones."""
        self._writes: TextField | None = None
        """The field that is being written so."""
        self._read: Frame | None = None
        """The last frame that the readers have seen."""
        self._queue = Queue(clock)
        self._held = False
        self._mending = ""
        """The calm screen's name, while one that failed has been replaced by it."""
        self._shown: Frame | None = None
        """The last frame that was given away: what everybody sees."""
        self._marked: Frame | None = None
        self._arrived: float | None = None
        """When the event in hand arrived, where it had to wait."""
        self._motions = Motions()
        self._notice = ""
        self._notice_until = 0.0
        self._caption = ""
        self._caption_until = 0.0
        self._frame: Frame | None = None
        self._memory = Memory()
        self._laid: tuple[View, Placed, float] | None = None
        """The view as last placed; the focus and the pointer do not move what is placed."""
        self._wake: float | None = None
        self._then: Message = None
        """What the screen is told at that time."""
        self._advanced = -1.0
        self._drag: Drag | None = None
        self._show_focus = False
        self._stood: int | None = None
        """The place in the order of the focus when it was given, for when what had it has gone."""
        self._led: str | None = None
        """What the screen's main action gave the focus to, so that a clicker can choose it."""
        self._kept: dict[int, tuple[str, Interaction]] = {}
        """What somebody was doing on screens that are covered, by their place in the stack."""

    # What the window asks.

    def join(self, reader: Reader) -> None:
        """Let somebody follow what is shown from now on, and from this picture."""
        self._readers.append(reader)
        self._read = None

    @property
    def screen(self) -> Screen:
        return self.stack[-1]

    @property
    def typing(self) -> bool:
        """Whether a text field has the focus, so that the window offers text input."""
        return self.interaction.editing is not None

    @property
    def moving(self) -> bool:
        """Whether something is in motion, so that frames should follow fast."""
        return self._motions.running

    @property
    def caret(self) -> Rect | None:
        """Where typed text will appear, for an input method's window."""
        if self._frame is None or not self.typing:
            return None
        field = self._find(self.interaction.focus)
        return None if field is None else field.rect

    @property
    def scale(self) -> float:
        """The pixels of a logical unit."""
        return self._room()[1]

    @property
    def settled(self) -> bool:
        """Whether nothing moves and nothing waits, so that what is shown is what there is."""
        return not (self.moving or self._queue or self._held) and self._hold() is None

    def due(self) -> bool:
        """Whether a new frame would differ from the last one."""
        held = self._hold()
        if held is not None and self._shown is not None:
            return held >= MARK_SECONDS and self._marked is None
        return self._held or bool(self._queue) or self._stale()

    def _stale(self) -> bool:
        return self._frame is None or self._timely(self._clock())

    def _timely(self, now: float) -> bool:
        """Whether time alone has changed what should be seen."""
        if self._motions.running or (self._notice and now >= self._notice_until):
            return True
        if self._caption and now >= self._caption_until:
            return True
        return self._wake is not None and now >= self._wake

    def frame(self) -> Frame:
        """The picture as it may be seen now; the same object while nothing has changed."""
        held = self._hold() if self._shown is not None else None
        while held is None:
            if self._held:
                # What is saved and what is not may read otherwise now.
                self._held, self._marked = False, None
                self.stir()
            if self._queue:
                waiting = self._queue.take()
                self._arrived = waiting.at
                self._do(waiting.event)
                self._arrived = None
            frame = self._current()
            # The screen may have been told something, and have taken a step of its own.
            held = self._hold() if self._shown is not None else None
            if held is None and not self._queue:
                self._shown = frame
                self._let_read(frame)
                return frame
        self._held = True
        seen = self._shown if self._shown is not None else self._current()
        if held < MARK_SECONDS:
            return seen
        if self._marked is None:
            self._marked = self._with_mark(seen)
        return self._marked

    def _let_read(self, frame: Frame) -> None:
        """
        Show a settled picture to whoever reads it; one in motion is not settled.

        Of a screen that arrives in motion whoever is not patient gets a first glimpse.
        """
        if frame is self._read:
            return
        moving = self.moving
        arrived = self._read is None or frame.view.title != self._read.view.title
        if moving and not arrived:
            return
        self._read = frame
        for reader in self._readers:
            if not (moving and reader.patient):
                reader.see(frame.view, frame.root, self.interaction)

    def _with_mark(self, frame: Frame) -> Frame:
        look = self._look()
        scale, inner = self._room()[1:]
        lay = Layout(self._fonts, scale, look.text, self.interaction, setting=look.setting)
        ops = mark(lay, inner, Pen(look.palette, scale, self.interaction))
        return replace(frame, ops=(*frame.ops, *ops))

    def _current(self) -> Frame:
        """The picture as the screens have it, seen or not; the same object while nothing changed."""
        try:
            return self._renewed()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the table sees a calm screen
            self._failed(fault)
            return self._renewed()

    def _failed(self, fault: Exception) -> None:
        """Put the calm screen in the place of one that failed; without one, let the fault go on."""
        if self._mend is None or self.screen.name == self._mending:
            raise fault
        calm = self._mend(fault)
        self._mending = calm.name
        self._motions.finish()
        self._drag = None
        self.stack[:] = [calm]
        self._kept.clear()
        self.interaction = Interaction()
        self.stir()

    def _renewed(self) -> Frame:
        if self._frame is not None and not self._stale():
            return self._frame
        now = self._clock()
        if self._timely(now):
            # Time's doing, not somebody's: what the screen shows may have changed.
            self._laid = None
        if self._notice and now >= self._notice_until:
            self._notice = ""
        if self._caption and now >= self._caption_until:
            self._caption = ""
        if self._wake is not None and now >= self._wake:
            self._wake = None
            if self._then is not None:
                self.send(self._then)
        for message in self._motions.ended(now):
            self.send(message)
        self._frame = self._draw(now)
        if self._show_focus:
            self._show_focus = False
            if self._bring_into_view(self._frame):
                self._laid = None
                self._frame = self._draw(now)
        view = self._frame.view
        self._then = view.then
        if view.refresh is None:
            self._wake = None
        else:
            # A pointer that never rests puts nothing off.
            again = now + view.refresh
            self._wake = again if self._wake is None else min(self._wake, again)
        return self._frame

    def stir(self) -> None:
        """Draw anew at the next chance, because something outside the screens has changed."""
        self._frame = self._laid = None

    # What happens.

    def accept(self, event: InputEvent) -> None:
        """Let one input event do whatever it does here, now or when its turn comes."""
        if isinstance(event, _SOMEBODY):
            for reader in self._readers:
                reader.interrupt()
        if self._queue or self._hold() is not None:
            self._queue.put(event)
        else:
            self._do(event)

    def _do(self, event: InputEvent) -> None:
        try:
            self._take(event)
        except Exception as fault:  # noqa: BLE001 - as in `_current`
            self._failed(fault)

    def tell(self, words: str) -> None:
        """Show a sentence for a while, whatever the screen."""
        self._cue(Notice(words))
        self.stir()

    def _take(self, event: InputEvent) -> None:
        match event:
            case KeyPressed():
                self._pressed(event)
            case TextTyped(text):
                self._edit_with(
                    lambda e, f: edit.insert(e, f.of(text), f.limit) if f.of(text) else e
                )
            case TextComposed(text):
                self._edit_with(lambda e, _: edit.compose(e, text))
            case PointerMoved() | PointerPressed() | PointerReleased() | WheelTurned():
                self._by_pointer(event)
            case Chosen() | Lit() | PaneStepped() | Slid() | Steered() | Tapped():
                self._without_keys(event)
            case Resized(w, h):
                self._size = (w, h)
                self.stir()
            case FocusLost():
                self._touch(replace(self.interaction, pressed=None, hover=None))
            case FileDropped():
                # Most screens have no use for a file, and do not know the message.
                if getattr(self.screen, "takes_files", False):
                    self.send(event)
            case ControlPressed() | FocusAsked() | TextPut() | CaretPut() | Stepped():
                self._asked(event)
            case CloseAsked():
                self.running = False

    def send(self, message: Message) -> None:
        """Give the top screen a message, as pressing a button with it would."""
        if isinstance(message, ScrollBy):
            self._scroll(message.region, message.pixels)
            return
        if isinstance(message, KeyPressed):
            # A key of every screen, pressed with the pointer.
            self._pressed(message)
            return
        try:
            self.follow(self.screen.update(message))
        except Exception as fault:  # noqa: BLE001 - as in `_current`
            self._failed(fault)

    def follow(self, outcome: Outcome) -> None:
        """Let an outcome change the stack, and its cues do what they do."""
        before = self.screen.name
        depth = len(self.stack)
        told: Message = None
        match outcome:
            case Stay(screen):
                self.stack[-1] = screen
            case Push(screen, below):
                if below is not None:
                    self.stack[-1] = below
                if outcome.keep:
                    self._kept[depth - 1] = (self.screen.name, self.interaction)
                self.stack.append(screen)
            case Pop(result):
                self.stack.pop()
                if not self.stack:
                    self.running = False
                    return
                told = result
            case Replace(screen, all_of_them):
                self.stack[0 if all_of_them else -1 :] = [screen]
            case Quit():
                self.running = False
        if self.screen.name != before or len(self.stack) != depth:
            self._mending = ""
            self.interaction = Interaction()
            # A screen that has gone has nothing more to say.
            self._motions.finish()
            self._arrive()
        for place in [place for place in self._kept if place >= len(self.stack)]:
            del self._kept[place]
        for cue in outcome.cues:
            self._cue(cue)
        self.stir()
        if isinstance(told, Lettered):
            self._written(told.text)
        elif told is not None:
            # The screen below has come to the top; only now can it answer, and say what has focus.
            self.follow(self.screen.update(told))

    def _cue(self, cue: Cue) -> None:
        match cue:
            case Tween():
                if not self._look().still:
                    self._motions.start(cue, self._clock())
                elif cue.then is not None:
                    self.send(cue.then)
            case Notice(words):
                # What the rules refuse is English until it is shown.
                self._notice, self._notice_until = (
                    _(words),
                    self._clock() + NOTICE_SECONDS * self._look().slack,
                )
            case FocusOn(key):
                self.stir()
                self._focus(key)
            case ReadScreen():
                for reader in self._readers:
                    reader.whole()
            case Sound(words=words):
                self.signals.append(cue)
                if words and self._look().captions:
                    self._caption, self._caption_until = words, self._clock() + CAPTION_SECONDS
            case Signal():
                self.signals.append(cue)

    def _arrive(self) -> None:
        """A screen has come to the top: give the focus to what it asks for."""
        # What was laid is the screen before.
        self._laid = None
        name, kept = self._kept.pop(len(self.stack) - 1, ("", None))
        if kept is not None and name == self.screen.name:
            self.interaction = replace(kept, hover=None, pressed=None)
            return
        wanted = self._draw(self._clock()).view.focus
        if wanted is not None:
            self.stir()
            self._focus(wanted)

    # Drawing.

    def _room(self) -> tuple[float, float, Rect]:
        """The logical width, the pixels of a unit, and the part of the window that is used."""
        edge = self._look().edge
        left, top = round(self._size[0] * edge), round(self._size[1] * edge)
        w, h = self._size[0] - 2 * left, self._size[1] - 2 * top
        aspect = min(WIDEST / LOGICAL_HEIGHT, max(NARROWEST / LOGICAL_HEIGHT, w / max(1, h)))
        logical = LOGICAL_HEIGHT * aspect
        scale = min(w / logical, h / LOGICAL_HEIGHT)
        inner_w, inner_h = round(logical * scale), round(LOGICAL_HEIGHT * scale)
        inner = Rect(left + (w - inner_w) // 2, top + (h - inner_h) // 2, inner_w, inner_h)
        return logical, scale, inner

    def _draw(self, now: float) -> Frame:
        look = self._look()
        if self._laid is None:
            self._laid = self._placed(now, look)
        view, root, scale = self._laid
        whole = Rect(0, 0, *self._size)
        pen = Pen(look.palette, scale, self.interaction, whole=whole)
        pen.ops.append(Ground(whole, pen.colour(PAPER), pen.colour(PAPER_LOW)))
        paint_all(root, pen)
        if self.interaction.lit:
            paint_light(root, pen, whole)
        return Frame(self._size, root, tuple(pen.ops), view)

    def _placed(self, now: float, look: Look) -> tuple[View, Placed, float]:
        logical, scale, inner = self._room()
        env = Env(
            width=logical,
            height=LOGICAL_HEIGHT,
            text=look.text,
            now=now,
            palette=look.palette.name,
            motion=self._motions.at(now),
            still=look.still,
            # What is said steadily need not be said twice.
            notice="" if self._notice == look.unsaved else self._notice,
            standing=look.standing,
            unsaved=look.unsaved,
            aloud=look.aloud,
            caption=self._caption,
        )
        view = self.screen.view(env)
        layout = Layout(self._fonts, scale, look.text, self.interaction, self._memory, look.setting)
        self._memory.turn_to(view.body, layout)
        return view, layout.put(view.body, inner), scale

    def _bring_into_view(self, frame: Frame) -> bool:
        """Scroll so that the focus can be seen; whether that moved anything."""
        for region in frame.root.walk():
            if region.clip is None:
                continue
            for each in region.walk():
                if each.key == self.interaction.focus and each is not region:
                    if each.message is not None and isinstance(each.message, ScrollBy):
                        return False
                    return self._reveal(region, each)
        return False

    def _reveal(self, region: Placed, each: Placed) -> bool:
        clip, room = region.rect, region.rect.h // 12
        above, below = clip.y + room - each.rect.y, each.rect.bottom + room - clip.bottom
        by = -above if above > 0 else max(0, below)
        if not by or region.key is None:
            return False
        data: Scrolled = region.data
        to = min(data.most, max(0, data.at + by))
        self.interaction = self.interaction.scrolled(region.key, to)
        return to != data.at

    # Keys.

    def _pressed(self, event: KeyPressed) -> None:
        # A key that ended a motion has done its work, but for those that work everywhere.
        worked = self._cut_short() and not (event.ctrl or event.alt)
        if not event.repeat:
            self._hush()
        if self.typing and self._typing_key(event):
            return
        if event.repeat and event.key not in {"left", "right", "up", "down", "tab"}:
            return
        if self._beforehand is not None:
            outcome = self._beforehand(self.screen, event)
            if outcome is not None:
                self.follow(outcome)
                return
        if worked:
            return
        if self._bound(event) or self._steered(event):
            return
        view = self._current().view
        if event.combo in {"space", "enter", "page down"}:
            self._activate(view, only_primary=event.key == "page down")
        elif event.combo in {"escape", "page up"} and view.back is not None:
            self.send(view.back)

    def _hush(self) -> None:
        """Whoever does something has read the notice."""
        if self._notice:
            self._notice = ""
            self.stir()

    def _bound(self, event: KeyPressed) -> bool:
        view = self._current().view
        letter = len(event.key) == 1 and not (event.ctrl or event.alt)
        if self.typing and letter:
            return False
        focused = self.interaction.focus is not None
        for binding in view.keys:
            if binding.combo == event.combo:
                if focused and binding.combo in {"enter", "space"}:
                    return False
                if self._advances(event):
                    self.send(binding.message)
                return True
        return False

    def _steered(self, event: KeyPressed) -> bool:
        """Whether the key moved the focus."""
        root = self._current().root
        focus = self.interaction.focus
        arrows = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
        if event.key == "tab" and not (event.ctrl or event.alt):
            self._focus(beyond(root, focus, -1 if event.shift else 1, self._stood))
        elif event.combo in arrows:
            dx, dy = arrows[event.combo]
            to = towards(root, focus, dx, dy)
            if to == focus and dy and self._scroll_somewhere(dy):
                return True
            self._focus(to)
        else:
            return False
        return True

    def _activate(self, view: View, *, only_primary: bool) -> None:
        focus = self.interaction.focus
        held = self._find(focus)
        # A clicker has no key to choose with: what its own key led to, or all there is to do.
        chooses = not only_primary or focus == self._led or view.primary is None
        if chooses and held is not None and held.message is not None:
            if not only_primary or self._advances(None):
                self.send(held.message)
        elif view.primary is not None and self._advances(None):
            here = self.screen.name
            self.send(view.primary)
            to = self.interaction.focus
            self._led = to if to != focus and self.screen.name == here else None

    def _advances(self, event: KeyPressed | None) -> bool:
        """Whether this press counts, or is an echo of the one before."""
        if event is not None and (event.ctrl or event.key not in {"space", "enter", "page down"}):
            return True
        now = self._clock() if self._arrived is None else self._arrived
        if now - self._advanced < DEBOUNCE_SECONDS:
            return False
        self._advanced = now
        return True

    # A screen reader.

    def _asked(self, event: ControlPressed | FocusAsked | TextPut | CaretPut | Stepped) -> None:
        """What a reader asks for; nothing, where what it asks for has gone."""
        match event:
            case ControlPressed(key):
                self._control(key)
            case FocusAsked(key):
                self._focus_on(key)
            case TextPut(key, text):
                if self._focus_on(key):
                    self._edit_with(lambda e, f: edit.insert(edit.select_all(e), text, f.limit))
            case CaretPut(key, caret, anchor):
                if self._focus_on(key):
                    self._edit_with(lambda e, _: edit.select(e, caret, anchor))
            case Stepped(key, by):
                self._step(key, by)

    def _step(self, key: str, by: int) -> None:
        field = self._field() if self._focus_on(key) else None
        message = None if field is None else field.more if by > 0 else field.less
        if message is not None:
            self.send(message)
            # What it holds now is what is in hand.
            self._focus(key)

    def _control(self, key: str) -> None:
        """Press a control by its key: what a pointer does there, with the focus left upon it."""
        if self._cut_short() or not self._focus_on(key):
            return
        if self._notice:
            self._notice = ""
            self.stir()
        held = self._find(key)
        if held is None or held.message is None:
            return
        echo = held.message == self._current().view.primary and not self._advances(None)
        if not echo:
            self.send(held.message)

    def _focus_on(self, key: str) -> bool:
        """Give the focus to what has this key; whether it is still there to have it."""
        if key not in self.reachable():
            return False
        if self.interaction.focus != key:
            self._focus(key)
        return True

    # Typing.

    def _typing_key(self, event: KeyPressed) -> bool:
        """Whether the key belonged to the text field."""
        field = self._field()
        editing = self.interaction.editing
        if field is None or editing is None:
            return False
        if editing.composing:
            # Enter, arrows and Escape belong to the input method until it is done.
            return event.key not in {"tab", "f1"}
        match event.key:
            case "escape":
                self._touch(replace(self.interaction, focus=None, editing=None))
                return True
            case "enter" if not event.ctrl:
                self._finish_field(field)
                return True
            case "space" if field.digits and not (event.ctrl or event.alt):
                return False
            case _:
                changed = by_key(editing, event, self._clipboard, field.limit)
        if changed is None:
            # A letter arrives as typed text, and must not act as a shortcut too.
            return (len(event.key) == 1 or event.key == "space") and not (event.ctrl or event.alt)
        self._edited(changed)
        return True

    def _finish_field(self, field: TextField) -> None:
        if field.done is not None:
            self._touch(replace(self.interaction, focus=None, editing=None))
            self.send(field.done)
            return
        self._focus(beyond(self._current().root, field.key, 1))

    def _edit_with(self, change: Callable[..., Editing]) -> None:
        field, editing = self._field(), self.interaction.editing
        if field is not None and editing is not None:
            self._edited(change(editing, field))

    def _edited(self, changed: Editing) -> None:
        before = self.interaction.editing
        field = self._field()
        self._touch(replace(self.interaction, editing=changed))
        if field is not None and before is not None and before.text != changed.text:
            self.send(field.changed(changed.text))

    def _field(self) -> TextField | None:
        held = self._find(self.interaction.focus)
        return held.widget if held is not None and isinstance(held.widget, TextField) else None

    # Pointer.

    def _by_pointer(
        self, event: PointerMoved | PointerPressed | PointerReleased | WheelTurned
    ) -> None:
        match event:
            case PointerMoved(x, y):
                self._moved(x, y)
            case PointerPressed(x, y):
                self._pointed(x, y)
            case PointerReleased(x, y):
                self._released(x, y)
            case WheelTurned(x, y, lines):
                self._wheel(x, y, lines)

    def _moved(self, x: int, y: int) -> None:
        if self._drag is not None and self._drag_to(self._drag, y):
            return
        at = self._at(x, y)
        key = None if at is None else at.key
        if key != self.interaction.hover:
            self._touch(replace(self.interaction, hover=key))

    def _pointed(self, x: int, y: int) -> None:
        if self._cut_short():
            return
        self._hush()
        root = self._current().root
        at = self._at(x, y)
        region = region_at(root, x, y)
        self._drag = Drag(y, None, 0) if region is None else Drag(y, region.key, region.data.at)
        if at is not None and isinstance(at.widget, TextField):
            self._focus(at.key)
            field, editing = self._find(at.key), self.interaction.editing
            if field is not None and editing is not None:
                place = TextField.character_at(field, x, y)
                self._edited(edit.move_to(editing, place))
            return
        key = None if at is None else at.key
        self._touch(replace(self.interaction, pressed=key, focus=None, editing=None, lit=()))

    def _at(self, x: int, y: int) -> Placed | None:
        """What a pointer there means: the thing under it, or the nearest within reach."""
        reach = round(self._look().reach * self._room()[1])
        return nearest(self._current().root, x, y, reach)

    def _drag_to(self, drag: Drag, y: int) -> bool:
        """Whether moving the held pointer drags a scrolled region along."""
        far = abs(y - drag.y) >= DRAG_UNITS * self._room()[1]
        region = self._find(drag.region)
        if region is None or not (drag.moving or far):
            return False
        self._drag = replace(drag, moving=True)
        data: Scrolled = region.data
        to = min(data.most, max(0, drag.start + drag.y - y))
        self._touch(replace(self.interaction.scrolled(str(drag.region), to), pressed=None))
        return True

    def _released(self, x: int, y: int) -> None:
        pressed, drag = self.interaction.pressed, self._drag
        self._drag = None
        self._touch(replace(self.interaction, pressed=None))
        at = self._at(x, y)
        if at is None or at.key != pressed or at.message is None or (drag and drag.moving):
            return
        self.send(at.message)

    def _wheel(self, x: int, y: int, lines: float) -> None:
        region = region_at(self._current().root, x, y)
        if region is not None and region.key is not None:
            self._scroll(region.key, round(-lines * 90 * self._room()[1]))

    def _scroll(self, key: str, by: int) -> None:
        region = self._find(key)
        if region is None or not isinstance(region.data, Scrolled):
            return
        to = min(region.data.most, max(0, region.data.at + by))
        self._touch(self.interaction.scrolled(key, to))

    def _scroll_somewhere(self, down: int) -> bool:
        """Move the first region that can move, for an arrow with no focus its way to go."""
        for region in scrolling(self._current().root):
            self._scroll(str(region.key), down * region.rect.h // 3)
            return True
        return False

    # Without a keyboard: a scan, a game pad, a finger.

    def _without_keys(self, event: Chosen | Lit | PaneStepped | Slid | Steered | Tapped) -> None:
        match event:
            case Chosen():
                self._chosen()
            case Lit(keys):
                self._light(keys)
            case PaneStepped(step):
                self._step_pane(step)
            case Slid(x, y, pixels):
                self._slid(x, y, pixels)
            case Steered(dx, dy):
                self._steer(dx, dy)
            case Tapped(x, y):
                self._tapped(x, y)

    def _chosen(self) -> None:
        if self._cut_short():
            return
        self._hush()
        held = self._find(self.interaction.focus)
        if held is not None and isinstance(held.widget, TextField) and self._letters is not None:
            self._open_letters(held.widget)
        else:
            self._activate(self._current().view, only_primary=False)

    def _tapped(self, x: int, y: int) -> None:
        self._pointed(x, y)
        at = self._at(x, y)
        if at is not None and isinstance(at.widget, TextField) and self._letters is not None:
            self._open_letters(at.widget)
        else:
            self._released(x, y)

    def _open_letters(self, held: TextField) -> None:
        if self._letters is None:
            return
        self._writes = held
        self.follow(Push(self._letters(held, self._current().view.private)))

    def _written(self, text: str) -> None:
        """Take over what was written, and do what Enter in the field does."""
        if self._writes is None:
            return
        held, self._writes = self._writes, None
        self._light((held.key,), lit=False)
        self.send(held.changed(text))
        if held.done is not None:
            self.send(held.done)

    def _light(self, keys: tuple[str, ...], *, lit: bool = True) -> None:
        """The first of *keys* gets the focus, but is not typed into; all of them are marked."""
        focus = keys[0] if keys else None
        order = self.reachable()
        if focus in order:
            self._stood = order.index(focus)
        self._touch(replace(self.interaction, focus=focus, editing=None, lit=keys if lit else ()))
        self._show_focus = True

    def _steer(self, dx: int, dy: int) -> None:
        """Where nothing lies that way, the reading order leads on: nothing is out of reach."""
        root, focus = self._current().root, self.interaction.focus
        to = towards(root, focus, dx, dy)
        if to == focus:
            to = beyond(root, focus, dx + dy, self._stood)
        if to is not None:
            self._light((to,), lit=False)

    def _step_pane(self, step: int) -> None:
        panes = stops(self._current().root)
        focus = self.interaction.focus
        here = next((n for n, each in enumerate(panes) if focus in each.keys), None)
        if panes:
            at = (0 if step > 0 else -1) if here is None else (here + step) % len(panes)
            self._light(panes[at].keys[:1], lit=False)

    def _slid(self, x: int, y: int, pixels: int) -> None:
        region = region_at(self._current().root, x, y)
        if region is not None and region.key is not None:
            self._scroll(region.key, pixels)

    # Finding and touching.

    def _find(self, key: str | None) -> Placed | None:
        return found(self._current().root, key)

    def _focus(self, key: str | None) -> None:
        held = self._find(key)
        editing = None
        order = self.reachable()
        if key in order:
            self._stood = order.index(key)
        if held is not None and isinstance(held.widget, TextField):
            editing = edit.begin(held.widget.value)
        self._touch(replace(self.interaction, focus=key, editing=editing, lit=()))
        self._show_focus = True

    def _touch(self, interaction: Interaction) -> None:
        before = self.interaction
        if interaction == before:
            return
        self.interaction = interaction
        self._frame = None
        if (interaction.scrolls, interaction.editing) != (before.scrolls, before.editing):
            self._laid = None

    def settle(self) -> None:
        """Let every tween end now; for tests and still pictures."""
        self._cut_short()
        self.stir()

    def _cut_short(self) -> bool:
        """End what moves; whether something waited for that end, so that a key has done its work."""
        if self._motions.running:
            self.stir()
        said = self._motions.finish()
        for message in said:
            self.send(message)
        return bool(said)

    def reachable(self) -> tuple[str, ...]:
        """The keys of everything that can have the focus, in order."""
        return tuple(each.key for each in focusable(self._current().root) if each.key is not None)
