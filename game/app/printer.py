"""Printing from outside the printing room: a file at a path, written whole, here or in a child process."""

import multiprocessing
import re
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from game.app.languages import speak_in
from game.files.writing import NotWritten, write_atomically
from game.model.pack import Pack
from game.printing.kit import NothingToPrintError, Wish, kit
from game.printing.page import Sheet
from game.printing.webpage import webpage
from game.tongue import ENGLISH, N_, _, language
from game.values import dataclass, field

Progress = Callable[[str, int, int], None]


class NotPrintedError(Exception):
    """Nothing was written; the text is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed, from which pack, and where the file goes."""

    pack: Pack
    wish: Wish
    assets: Path
    today: str
    out: Path


@dataclass(frozen=True, slots=True)
class Printed:
    """A file that has been written."""

    path: Path
    pages: int
    """How many pages a PDF has; 0 for a web page."""
    notes: tuple[str, ...] = ()
    """Sentences about cards that did not fit on one."""


def file_name(pack: Pack, wish: Wish, kind: str = "pdf") -> str:
    """A name for the file that says what is in it, such as "MaP core pack, kit, A4.pdf"."""
    kept = re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", pack.title)
    title = " ".join(kept.split()).strip(" .") or "pack"
    what = wish.what[0].replace("-", " ") if len(wish.what) == 1 else "kit"
    large = ", large print" if wish.large_print else ""
    paper = "" if kind == "html" else f", {wish.paper.value}"
    return f"{title[:60]}, {what}{large}{paper}.{kind}"


def print_to_file(order: Order, progress: Progress | None = None) -> Printed:
    """
    Write the kit; as one web page where the path ends in .html, otherwise as PDF.

    Raises `NotPrintedError` with a sentence, and then whatever was at the path is still there.
    """
    try:
        if order.out.suffix.lower() in {".html", ".htm"}:
            page = webpage(order.pack, order.wish, order.assets, order.today)
            write_atomically(order.out, page)
            return Printed(order.out, 0)
        made = kit(order.pack, order.wish, order.assets, order.today, progress)
        data = _drawn(order, made.sheets)
        write_atomically(order.out, data)
    except (NothingToPrintError, NotWritten) as fault:
        raise NotPrintedError(getattr(fault, "sentence", str(fault))) from fault
    return Printed(order.out, len(made.sheets), made.notes)


def _drawn(order: Order, sheets: tuple[Sheet, ...]) -> bytes:
    try:
        from game.printing.pdf import pdf  # noqa: PLC0415 - brings the library that draws PDF
    except ImportError as missing:
        raise NotPrintedError(
            "The package reportlab, which draws PDF, is not installed. In the folder of the game, run "
            '"python -m pip install ." and try again; or print to a file that ends in .html.'
        ) from missing
    duplex = order.wish.flip.value if order.wish.both_sides else ""
    title = _("{pack}: the printed game").format(pack=order.pack.title)
    return pdf(sheets, order.assets, title, _("Cards, board and forms of MaP"), duplex=duplex)


# In a child process, so that the screen stays quick.


@dataclass(frozen=True, slots=True)
class Working:
    """How far a job has come."""

    part: str
    done: int
    of: int


State = Working | Printed | NotPrintedError


@dataclass(slots=True)
class Job:
    """An order that a child process carries out; ask `state` how it stands."""

    order: Order
    _last: State = field(default_factory=lambda: Working(N_("Getting ready"), 0, 1))
    _pipe: Connection | None = None
    _child: multiprocessing.process.BaseProcess | None = None

    def start(self) -> "Job":
        """Begin; a machine that cannot start another process says so in `state`."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(
            target=carry_out, args=(self.order, theirs, language()), daemon=True
        )
        try:
            child.start()
        except OSError as fault:
            ours.close()
            theirs.close()
            self._last = NotPrintedError(
                _("Printing could not begin: {fault}.").format(fault=fault.strerror or fault)
            )
            return self
        theirs.close()
        self._pipe, self._child = ours, child
        return self

    @property
    def state(self) -> State:
        """How it stands now; never waits."""
        pipe = self._pipe
        try:
            while pipe is not None and isinstance(self._last, Working) and pipe.poll():
                self._last = pipe.recv()
        except (EOFError, OSError):
            self._last = NotPrintedError(_("Printing stopped before it was done. Try once more."))
        if not isinstance(self._last, Working):
            self.let_go()
        return self._last

    @property
    def running(self) -> bool:
        return isinstance(self.state, Working)

    def let_go(self) -> None:
        """End the child, if it has not ended; what it had not finished is not written."""
        if self._child is not None:
            if isinstance(self._last, Working):
                self._child.terminate()
            self._child.join(5)
            self._child.close()
            self._child = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None


def carry_out(order: Order, pipe: Connection, speaking: str = ENGLISH) -> None:
    """The child's work: carry out the order and tell of it through the pipe."""
    last: State
    if speaking != ENGLISH:
        speak_in(speaking, order.assets)
    try:
        last = print_to_file(order, lambda part, done, of: pipe.send(Working(part, done, of)))
    except NotPrintedError as fault:
        last = fault
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is told in a sentence
        last = NotPrintedError(
            _("Printing failed in a way it should not have: {name}: {fault}.").format(
                name=type(fault).__name__, fault=fault
            )
        )
    pipe.send(last)
    pipe.close()
