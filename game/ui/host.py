"""
Plays screens: takes input, keeps the stack and the interaction, gives frames.

It knows no window and no game. A window loop, a test and the demo's pilot drive it alike:
`accept` an input event, then ask for a `frame`. What has a state of its own stands beside it:
`frames` draws, `attention` knows what has the focus, `cues` what passes with time, `holding` what
waits for the disk, `audience` who follows, and `input` what each kind of input does.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.tongue import _
from game.ui.attention import Attention
from game.ui.audience import Audience, Reader
from game.ui.cues import CAPTION_SECONDS, NOTICE_SECONDS, Cues
from game.ui.frames import Frame, Frames, Look
from game.ui.holding import MARK_SECONDS, Queue
from game.ui.kit.field import TextField
from game.ui.kit.geometry import Rect
from game.ui.kit.inputs import (
    Chosen,
    CloseAsked,
    ControlPressed,
    FileDropped,
    FocusLost,
    InputEvent,
    KeyPressed,
    PaneStepped,
    PointerMoved,
    PointerPressed,
    Resized,
    Steered,
    Tapped,
)
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Message
from game.ui.kit.scroll import ScrollBy
from game.ui.kit.text import Fonts
from game.ui.kit.typing import Clipboard, Lettered, PlainClipboard
from game.ui.stack import (
    Cue,
    FocusOn,
    Notice,
    Outcome,
    Pop,
    Push,
    PutDown,
    Quit,
    ReadScreen,
    Replace,
    Screen,
    Signal,
    Sound,
    Stay,
    Tween,
)
from game.values import replace

if TYPE_CHECKING:
    from game.ui.input.routes import Routes

DEBOUNCE_SECONDS = 0.15
"""Two presses nearer than this are one press of a clicker or a nervous finger."""


_SOMEBODY = KeyPressed | PointerPressed | ControlPressed | Chosen | PaneStepped | Steered | Tapped
"""Events with which somebody does something, rather than looks round."""


class Host:
    """
    See the module. *beforehand* may answer keys and messages that belong to every screen.

    While *hold* gives seconds, a step is on its way to the disk: the picture stays as it is and
    input waits. A screen that fails is replaced by the one that *mend* makes. *letters* makes the
    screen on which a field is written without a keyboard; True for private ones.
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
        self._first = screen.name
        self.running = True
        self.signals: list[Signal | Sound] = []
        """What the window has to do; it takes them away as it does them."""
        self._look = look
        self._clock = clock
        self._hold = hold
        self._mend = mend
        self._clipboard = clipboard or PlainClipboard()
        self._beforehand = beforehand
        self._letters = letters
        self._routes: Routes | None = None
        self.cues = Cues()
        self.frames = Frames(size, fonts, look, self.cues)
        self.attention = Attention(self.frames, self.current)
        self._audience = Audience(reader)
        self._queue = Queue(clock)
        self._held = False
        self._shown: Frame | None = None
        """The last frame that was given away: what everybody sees."""
        self._marked: Frame | None = None
        self._arrived: float | None = None
        """When the event in hand arrived, where it had to wait."""
        self._advanced = -1.0
        """When a press last counted."""
        self._mending = ""
        """The calm screen's name, while one that failed has been replaced by it."""

    # What the window asks.

    def join(self, reader: Reader) -> None:
        """Let somebody follow what is shown from now on, and from this picture."""
        self._audience.join(reader)

    @property
    def screen(self) -> Screen:
        return self.stack[-1]

    @property
    def interaction(self) -> Interaction:
        """What somebody is doing on the screen on top."""
        return self.attention.interaction

    @property
    def typing(self) -> bool:
        """Whether a text field has the focus, so that the window offers text input."""
        return self.attention.interaction.editing is not None

    @property
    def moving(self) -> bool:
        """Whether something is in motion, so that frames should follow fast."""
        return self.cues.motions.running

    @property
    def caret(self) -> Rect | None:
        """Where typed text will appear, for an input method's window."""
        if self.frames.last is None or not self.typing:
            return None
        field = self.attention.find(self.interaction.focus)
        return None if field is None else field.rect

    @property
    def scale(self) -> float:
        """The pixels of a logical unit."""
        return self.frames.scale

    @property
    def settled(self) -> bool:
        """Whether nothing moves and nothing waits, so that what is shown is what there is."""
        return not (self.moving or self._queue or self._held) and self._hold() is None

    def reachable(self) -> tuple[str, ...]:
        """The keys of everything that can have the focus, in order."""
        return self.attention.reachable()

    def due(self) -> bool:
        """Whether a new frame would differ from the last one."""
        held = self._hold()
        if held is not None and self._shown is not None:
            return held >= MARK_SECONDS and self._marked is None
        return self._held or bool(self._queue) or self._stale()

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
            frame = self._picture()
            # The screen may have been told something, and have taken a step of its own.
            held = self._hold() if self._shown is not None else None
            if held is None and not self._queue:
                self._shown = frame
                self._audience.see(frame, self.attention.interaction, moving=self.moving)
                return frame
        self._held = True
        seen = self._shown if self._shown is not None else self._picture()
        if held < MARK_SECONDS:
            return seen
        if self._marked is None:
            self._marked = self.frames.marked(seen, self.interaction)
        return self._marked

    # Drawing.

    def _picture(self) -> Frame:
        """The picture as the screens have it, painted; the same object while nothing changed."""
        frame = self.current()
        if not frame.ops:
            try:
                frame = self.frames.last = self.frames.paint(frame, self.interaction)
            except Exception as fault:  # noqa: BLE001 - as in `current`
                self._failed(fault)
                return self._picture()
        return frame

    def current(self) -> Frame:
        """
        What the screens have now and where it stands, seen or not; it may not be painted yet.

        A key asks this more than once on its way, and only what comes of it in the end is seen.
        """
        try:
            return self._renewed()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the table sees a calm screen
            self._failed(fault)
            return self._renewed()

    def stir(self) -> None:
        """Draw anew at the next chance, because something outside the screens has changed."""
        self.frames.stir()

    def _stale(self) -> bool:
        return self.frames.last is None or self.cues.over(self._clock())

    def _renewed(self) -> Frame:
        frames = self.frames
        if frames.last is not None and not self._stale():
            return frames.last
        now = self._clock()
        if self.cues.over(now):
            # Time's doing, not somebody's: what the screen shows may have changed.
            frames.lay_anew()
        told = self.cues.lapse(now)
        if told is not None:
            self.send(told)
        for message in self.cues.motions.ended(now):
            self.send(message)
        frame = frames.place(self.screen, self.attention.interaction, now)
        frames.last = frame
        if self.attention.follow_focus(frame):
            frames.lay_anew()
            frame = frames.place(self.screen, self.attention.interaction, now)
            frames.last = frame
        self.cues.refresh.ask(frame.view, now)
        return frame

    def _failed(self, fault: Exception) -> None:
        """Put the calm screen in the place of one that failed; without one, let the fault go on."""
        if self._mend is None or self.screen.name == self._mending:
            raise fault
        calm = self._mend(fault)
        self._mending = calm.name
        self.cues.motions.finish()
        if self._routes is not None:
            self._routes.pointer.let_go()
        self.stack[:] = [calm]
        self.attention.forget_from(0)
        self.attention.begin()
        self.stir()

    # What happens.

    def accept(self, event: InputEvent) -> None:
        """Let one input event do whatever it does here, now or when its turn comes."""
        if isinstance(event, _SOMEBODY):
            self._audience.interrupt()
        if self._queue or self._hold() is not None:
            self._queue.put(event)
        else:
            self._do(event)

    def _do(self, event: InputEvent) -> None:
        try:
            self._take(event)
        except Exception as fault:  # noqa: BLE001 - as in `current`
            self._failed(fault)

    def _take(self, event: InputEvent) -> None:
        match event:
            case PointerMoved(x, y) if self._routes is None:
                # It lies upon the window before the first picture; nothing is dragged yet.
                self.attention.hover(x, y)
            case Resized(w, h):
                self.frames.size = (w, h)
                self.stir()
            case FocusLost():
                self.attention.touch(replace(self.interaction, pressed=None, hover=None))
            case FileDropped():
                # Most screens have no use for a file, and do not know the message.
                if getattr(self.screen, "takes_files", False):
                    self.send(event)
            case CloseAsked():
                self._put_down()
                self.running = False
            case _:
                self._inputs.take(event)

    @property
    def _inputs(self) -> "Routes":
        if self._routes is None:
            from game.ui.input.routes import Routes  # noqa: PLC0415 - the first picture needs none

            self._routes = Routes(
                self,
                clipboard=self._clipboard,
                beforehand=self._beforehand,
                letters=self._letters,
            )
        return self._routes

    def tell(self, words: str) -> None:
        """Show a sentence for a while, whatever the screen."""
        self._cue(Notice(words))
        self.stir()

    def _put_down(self) -> None:
        """What is half typed on the screen is kept, where it can be."""
        if getattr(self.screen, "keeps_drafts", False):
            self.send(PutDown())

    def send(self, message: Message) -> None:
        """Give the top screen a message, as pressing a button with it would."""
        if isinstance(message, ScrollBy):
            self.attention.scroll(message.region, message.pixels)
            return
        if isinstance(message, KeyPressed):
            # A key of every screen, pressed with the pointer.
            self._inputs.keys.press(message)
            return
        try:
            self.follow(self.screen.update(message))
        except Exception as fault:  # noqa: BLE001 - as in `current`
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
                    self.attention.keep(depth - 1, self.screen.name)
                self.stack.append(screen)
            case Pop(result):
                self.stack.pop()
                if not self.stack:
                    self.running = False
                    return
                told = result
            case Replace(screen, all_of_them):
                self.stack[0 if all_of_them else -1 :] = [screen]
                if all_of_them and screen.name == self._first and self._routes is not None:
                    # Whoever plays next has read nothing yet.
                    self._routes.keys.read_anew()
            case Quit():
                self._put_down()
                self.running = False
        if self.screen.name != before or len(self.stack) != depth:
            self._mending = ""
            self.attention.begin()
            # A screen that has gone has nothing more to say.
            self.cues.motions.finish()
            self._arrive()
        self.attention.forget_from(len(self.stack))
        for cue in outcome.cues:
            self._cue(cue)
        self.stir()
        if isinstance(told, Lettered):
            self._inputs.keyless.written(told.text)
        elif told is not None:
            # The screen below has come to the top; only now can it answer, and say what has focus.
            self.follow(self.screen.update(told))

    def _arrive(self) -> None:
        """A screen has come to the top: give the focus to what it asks for."""
        # What was laid is the screen before.
        self.frames.lay_anew()
        if self.attention.take_up(len(self.stack) - 1, self.screen.name):
            return
        frame = self.frames.place(self.screen, self.interaction, self._clock())
        if frame.view.focus is not None:
            self.stir()
            self.attention.focus(frame.view.focus)

    def _cue(self, cue: Cue) -> None:
        match cue:
            case Tween():
                if not self._look().still:
                    self.cues.motions.start(cue, self._clock())
                elif cue.then is not None:
                    self.send(cue.then)
            case Notice(words):
                # What the rules refuse is English until it is shown.
                until = self._clock() + NOTICE_SECONDS * self._look().slack
                self.cues.notice.say(_(words), until)
            case FocusOn(key):
                self.stir()
                self.attention.focus(key)
            case ReadScreen():
                self._audience.whole()
            case Sound(words=words):
                self.signals.append(cue)
                if words and self._look().captions:
                    self.cues.caption.say(words, self._clock() + CAPTION_SECONDS)
            case Signal():
                self.signals.append(cue)

    # What each press does first.

    def settle(self) -> None:
        """Let every tween end now; for tests and still pictures."""
        self.cut_short()

    def cut_short(self) -> bool:
        """End what moves; whether something waited for that end, so that a key has done its work."""
        if self.cues.motions.running:
            self.stir()
        said = self.cues.motions.finish()
        for message in said:
            self.send(message)
        return bool(said)

    def hush(self) -> None:
        """Whoever does something has read the notice."""
        if self.cues.notice.hush():
            self.stir()

    def counts(self, event: KeyPressed | None = None) -> bool:
        """Whether this press counts, or is an echo of the one before."""
        if event is not None and (event.ctrl or event.key not in {"space", "enter", "page down"}):
            return True
        now = self._clock() if self._arrived is None else self._arrived
        if now - self._advanced < DEBOUNCE_SECONDS:
            return False
        self._advanced = now
        return True
