"""All groups in one view: choose a folder, watch it being read, look part by part, write it down."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.app.desk import Desk
from game.app.errand import Errand
from game.app.places import shortened
from game.tongue import N_, _, ngettext
from game.ui.kit.boxes import Column, Fixed, Grow, Panel, Row
from game.ui.kit.content import Icon, Space, Text, heading
from game.ui.kit.controls import Button, Kind, Tap
from game.ui.kit.field import TextField
from game.ui.kit.inputs import FileDropped
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, INK, SAND, SAND_LINE
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import MARGIN, framed, pinned, titled
from game.ui.screens.front import Close, bottom, front, front_keys, small
from game.ui.stack import Binding, Env, Notice, Outcome, Stay, View
from game.values import dataclass, field, replace

if TYPE_CHECKING:
    from game.app.overview import Overview
    from game.report.document import Document

TITLE = N_("All groups together")
WAITING_SECONDS = 0.2
"""How often the screen looks how far reading and writing have come."""
LIST, GAP, PAD = 430, 34, 40
"""How wide the list of parts is, what stands between it and the part, and the part's padding."""


@dataclass(frozen=True, slots=True)
class TypedFolder:
    text: str


@dataclass(frozen=True, slots=True)
class ReadIt:
    """Read the folder that was typed."""


@dataclass(frozen=True, slots=True)
class ShowPart:
    number: int


@dataclass(frozen=True, slots=True)
class WriteIt:
    """Write the page and the table, and say where they are."""


@dataclass(frozen=True, slots=True)
class Another:
    """Back to the question which folder."""


@dataclass(frozen=True, slots=True)
class DashboardScreen:
    """See the module. With *reading*, a folder is being read, or has been."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    typed: str = ""
    """The folder; the saves folder where nothing is typed."""
    told: str = ""
    """Why there is nothing to show, after the folder was read."""
    part: int = 0
    overview: "Overview | None" = field(default=None, compare=False, repr=False)
    reading: "Errand[Document | str] | None" = field(default=None, compare=False, repr=False)
    writing: Errand[str] | None = field(default=None, compare=False, repr=False)
    name: str = "dashboard"

    def __post_init__(self) -> None:
        if not self.typed:
            object.__setattr__(self, "typed", shortened(self.desk.places.saves))

    @property
    def takes_files(self) -> bool:
        """A folder dropped on the window is read."""
        return True

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case TypedFolder(text):
                return Stay(replace(self, typed=text))
            case FileDropped(text) if self.reading is None:
                return replace(self, typed=text).update(ReadIt())
            case ReadIt() if self.reading is None:
                return self._read()
            case ShowPart(number):
                return Stay(replace(self, part=number))
            case WriteIt() if self.document is not None:
                return self._write(self.document)
            case Another():
                return Stay(self._asking())
            case Close() if self.reading is not None and self.document is None:
                if self.overview is not None:
                    self.overview.stop()
                said = () if self.reading.done else (Notice(_("Stopped. Nothing was changed.")),)
                return Stay(self._asking(), said)
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _asking(self) -> "DashboardScreen":
        return DashboardScreen(self.desk, self.below, self.typed)

    def _read(self) -> Outcome:
        # The room where reports are made is brought when there is one to make.
        from game.app.overview import Overview, unread  # noqa: PLC0415

        text = self.typed.strip().strip("\"'")
        folder = Path(text).expanduser() if text else self.desk.places.saves
        overview = Overview(folder, self.desk.places.assets, self.desk.today())
        reading = self.desk.errand(overview.read, unread)
        return Stay(replace(self._asking(), overview=overview, reading=reading))

    def _write(self, document: "Document") -> Outcome:
        from game.app.overview import write_overview  # noqa: PLC0415 - see above

        if self.writing is not None and not self.writing.done:
            return Stay(self)
        places = self.desk.places
        writing = self.desk.errand(
            lambda: write_overview(document, places.exports, places.assets),
            lambda fault: _("It could not be written: {name}: {fault}.").format(
                name=type(fault).__name__, fault=fault
            ),
        )
        return Stay(replace(self, writing=writing))

    @property
    def document(self) -> "Document | None":
        """What was read; None until it is there."""
        answer = None if self.reading is None else self.reading.answer
        return None if isinstance(answer, str) else answer

    # Looking.

    def view(self, env: Env) -> View:
        document = self.document
        if document is not None:
            return self._shown(env, document)
        if self.reading is not None and not self.reading.done:
            return self._waiting(env)
        return self._question(env)

    def _question(self, env: Env) -> View:
        keys = front_keys()
        answer = "" if self.reading is None else self.reading.answer
        parts: list[Widget] = [self._folder()]
        if isinstance(answer, str) and answer:
            parts.insert(0, _news("alert-triangle", answer))
        read = Button(_("Read this folder"), ReadIt(), "read", "Space", Kind.PRIMARY)
        back = Button(_("Back"), Close(), "back", "Esc")
        inner = Scroll(Column(tuple(parts), gap=24), key="dashboard folder")
        body = Column((Grow(inner), bottom(env, "", (back, 320), (read, 520))), gap=22)
        under = _("What groups have talked about, what changed, and what came of it: in one view.")
        return View(
            _(TITLE),
            framed(env, titled(_(TITLE), under, body), keys),
            keys,
            primary=ReadIt(),
            back=Close(),
        )

    def _folder(self) -> Widget:
        typing = TextField(
            "dashboard path",
            self.typed,
            TypedFolder,
            _("The folder with the groups’ sessions"),
            hint=_("A folder, such as a shared drive’s"),
            limit=400,
            done=ReadIt(),
            size=28,
        )
        about = _(
            "One folder for each group, with its sessions in it; sessions that lie loose count as one "
            "group. A session that was copied twice counts once. Nothing in the folder is changed."
        )
        return Panel(
            Column((heading(_("Which folder?"), 34), typing, soft(about, 26)), gap=18),
            pad=PAD,
            pad_y=32,
        )

    def _waiting(self, env: Env) -> View:
        keys = front_keys(close=N_("stop"))
        overview = self.overview
        done, of = (0, 0) if overview is None else (overview.done, overview.of)
        words = _("Looking for sessions …")
        if of:
            words = _("{done:,} of {total:,} sessions read").format(done=done, total=of)
        if of and done == of:
            words = ngettext(
                "{count:,} session read. Counting …", "{count:,} sessions read. Counting …", of
            ).format(count=of)
        parts: list[Widget] = [Text(words, Style(36, Face.SEMIBOLD, INK, 1.3), kind="status")]
        if of:
            parts.append(_bar(done, of))
        panel = Panel(Column(tuple(parts), gap=24), pad=PAD, pad_y=36)
        stop = Button(_("Stop"), Close(), "stop", "Esc")
        body = Column((Grow(Column((panel,))), bottom(env, "", (stop, 320))), gap=22)
        return View(
            _(TITLE),
            framed(
                env, titled(_(TITLE), _("Reading {typed}").format(typed=self.typed), body), keys
            ),
            keys,
            back=Close(),
            refresh=WAITING_SECONDS,
        )

    def _shown(self, env: Env, document: "Document") -> View:
        last = len(document.parts)
        at = min(self.part, last)
        onward: Message = ShowPart(at + 1) if at < last else Close()
        own = [
            Binding("r", _("write it down"), WriteIt()),
            Binding("f", _("another folder"), Another()),
        ]
        if at:
            own.insert(0, Binding("p", _("the part before"), ShowPart(at - 1)))
        keys = front_keys(*own)
        on = Button(_("Next") if at < last else _("Back"), onward, "on", "Space", Kind.PRIMARY)
        write = Button(_("Write it down"), WriteIt(), "write", "R", icon="file-text")
        told = None if self.writing is None else self.writing.answer or _("Writing …")
        news = () if told is None else (_news("file-text", told),)
        main = self._main(env, document, at)
        if _alone(env):
            # The news goes along with the part, or large text would leave that no room.
            main = Scroll(Column((*news, main), gap=20), key=f"part {at}")
            whole: Widget = Column((Grow(main), pinned(env, (on, write))), gap=18)
        else:
            parts = Scroll(self._list(document, at), key="dashboard parts")
            right = Column((*news, Grow(Scroll(main, key=f"part {at}"))), gap=18)
            both = Row(
                (Fixed(parts, LIST, scaled=True), Grow(right)),
                gap=GAP,
                align=0,
                stretch=True,
            )
            foot = bottom(
                env,
                _("{place} of {count}").format(place=at + 1, count=last + 1),
                (write, 400),
                (on, 400),
            )
            body = Column((Grow(both), foot), gap=20)
            under = ". ".join(filter(None, (document.when, document.told)))
            whole = titled(document.title, under, body, size=50)
        busy = self.writing is not None and not self.writing.done
        return View(
            _(TITLE),
            framed(env, whole, keys),
            keys,
            primary=onward,
            back=Close(),
            refresh=WAITING_SECONDS if busy else None,
        )

    def _main(self, env: Env, document: "Document", at: int) -> Widget:
        from game.ui.screens.documents import glance, part_widget  # noqa: PLC0415 - see above

        if at == 0:
            head: tuple[Widget, ...] = ()
            if _alone(env):
                head = (heading(document.title, 38), soft(f"{document.when}. {document.told}", 26))
            inner: Widget = Column((*head, glance(document)), gap=20)
        else:
            beside = 0 if _alone(env) else LIST * env.text + GAP
            room = (env.width - 2 * MARGIN - beside - 2 * PAD) / env.text
            inner = part_widget(document.parts[at - 1], room)
        return Panel(inner, pad=PAD, pad_y=32)

    def _list(self, document: "Document", at: int) -> Widget:
        titles = (_("At a glance"), *(part.title for part in document.parts))
        return Column(
            tuple(_entry(n, title, chosen=n == at) for n, title in enumerate(titles)), gap=9
        )


def _alone(env: Env) -> bool:
    """Whether a part stands without the list of parts: where the list would be too tall."""
    return env.narrow or env.text > 1.2


def _entry(number: int, title: str, *, chosen: bool) -> Widget:
    sheet = Panel(
        small(title, INK, 26, Face.BOLD if chosen else Face.REGULAR),
        fill=CREAM if chosen else CARD,
        line=INK if chosen else SAND_LINE,
        line_width=4 if chosen else 2,
        raised=False,
        radius=18,
        pad=22,
        pad_y=9,
    )
    return Tap(sheet, ShowPart(number), f"show {number}", Role("radio", title, "", chosen), 18)


def _news(icon: str, words: str) -> Widget:
    style = Style(26, Face.SEMIBOLD, INK, 1.25)
    note = Row((Icon(icon, 34, INK), Grow(Text(words, style, kind="status"))), gap=16)
    return Panel(note, fill=CREAM, radius=18, pad=22, pad_y=10, line=SAND_LINE, raised=False)


def _bar(done: int, of: int) -> Widget:
    """How far reading has come; the words beside it say the same."""
    ends = ((done, INK), (of - done, SAND))
    return Row(
        tuple(
            Grow(Panel(Space(14), fill=fill, raised=False, radius=7, pad=0), share)
            for share, fill in ends
            if share
        ),
        gap=0,
    )
