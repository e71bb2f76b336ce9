"""The saved sessions: what exists, when, how far, and who has it open. Two of them or two thousand."""

from game.app.desk import Desk
from game.app.errand import Errand
from game.app.listing import Listed, Listing
from game.app.paperdrafts import PaperDraft
from game.app.shelf import SavedSession
from game.tongue import _
from game.ui.kit.boxes import Column, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Kind, Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import GOOD, INK, SOFT, Tone
from game.ui.screens.cardsheet import soft
from game.ui.screens.dates import day_and_hour
from game.ui.screens.erasing import EraseScreen, Gone
from game.ui.screens.frame import framed, pinned, titled
from game.ui.screens.front import Close, Open, Reread, bottom, front, front_keys, small
from game.ui.screens.later import later
from game.ui.screens.onesession import OneSessionScreen
from game.ui.screens.paper import open_draft
from game.ui.stack import Binding, Env, Notice, Outcome, Pop, Push, Replace, Stay, View
from game.values import dataclass, field, replace

PAGE = 24
HELD = Open(later("whatwehold:HeldScreen"))
MANY = Open(later("dashboard:DashboardScreen"))


@dataclass(frozen=True, slots=True)
class Choose:
    """Show this session and what can be done with it."""

    session: str


@dataclass(frozen=True, slots=True)
class Turn:
    """To another page of the list."""

    page: int


@dataclass(frozen=True, slots=True)
class EraseAll:
    """To the screen that shows what would go."""


@dataclass(frozen=True, slots=True)
class TypeOn:
    """Go on typing this paper record in."""

    draft: PaperDraft


@dataclass(frozen=True, slots=True)
class SessionsScreen:
    """See the module. The list is read beside the screen, and shown as far as it has come."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    listing: Listing | None = field(default=None, compare=False, repr=False)
    page: int = 0
    waiting: Errand[tuple[PaperDraft, ...]] | None = field(default=None, compare=False, repr=False)
    """Paper records that are half typed in; read when the screen opens."""
    entered: int = 0
    """How many of those had become sessions before."""
    name: str = "sessions"

    def __post_init__(self) -> None:
        if self.listing is None:
            object.__setattr__(self, "listing", self.desk.listing())
        if self.waiting is None:
            waiting: Errand[tuple[PaperDraft, ...]] = self.desk.errand(
                self.desk.paper_drafts, lambda _fault: (), soon=1
            )
            object.__setattr__(self, "waiting", waiting)
            object.__setattr__(self, "entered", self.desk.entered)

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Choose(session):
                found = (each for each in self._listed.sessions if each.folder.name == session)
                return Push(OneSessionScreen(self.desk, session, next(found, None)))
            case TypeOn(draft):
                return Replace(open_draft(self.desk, self.below, draft))
            case Turn(page):
                return Stay(replace(self, page=page))
            case EraseAll() if self._complete:
                return Push(EraseScreen(self.desk, self._names, programmes=True))
            case Reread(sentence) | Gone(sentence):
                said = (Notice(sentence),) if sentence else ()
                return Stay(SessionsScreen(self.desk, self.below, page=self.page), said)
            case Close():
                if self.listing is not None:
                    self.listing.stop()
                # Home shows which session to go on with, and that may be another now.
                return Pop(Reread())
            case _:
                return front(self.desk, self, message) or Stay(self)

    @property
    def _listed(self) -> Listed:
        return Listed() if self.listing is None else self.listing.now

    @property
    def _waiting(self) -> tuple[PaperDraft, ...]:
        return (self.waiting.answer or ()) if self.waiting is not None else ()

    @property
    def _drafts_known(self) -> bool:
        return self.waiting is not None and self.waiting.done

    @property
    def _complete(self) -> bool:
        return self.listing is not None and self.listing.done

    @property
    def _names(self) -> tuple[str, ...]:
        listed = self._listed
        return (*(each.folder.name for each in listed.sessions), *listed.only_backups)

    # Looking.

    def view(self, env: Env) -> View:
        listed, complete = self._listed, self._complete
        more = complete and self.desk.entered != self.entered
        everything: tuple[SavedSession | str, ...] = (*listed.sessions, *listed.only_backups)
        pages = max(1, -(-len(everything) // PAGE))
        page = min(self.page, pages - 1)
        shown = everything[page * PAGE : (page + 1) * PAGE]
        own = [Binding("h", _("what is kept"), HELD), Binding("m", _("all groups together"), MANY)]
        if page + 1 < pages:
            own.append(Binding("o", _("older"), Turn(page + 1)))
        if page:
            own.append(Binding("n", _("newer"), Turn(page - 1)))
        keys = front_keys(*own)
        cells = tuple(_left(each) if isinstance(each, str) else _row(each) for each in shown)
        if not page:
            cells = (*map(_draft_row, self._waiting), *cells)
        words = _("No session has been saved yet.") if complete else _("Reading …")
        nothing: Widget = Column((Panel(Text(words, Style(34, Face.SEMIBOLD, INK, 1.4))),))
        grid: Widget = Grid(cells, columns=2, gap=20, least=640) if cells else nothing
        buttons: list[tuple[Widget, float]] = [
            (Button(_("All groups together"), MANY, "many groups", "M", size=29), 440),
            (Button(_("What is kept"), HELD, "what we hold", "H", size=29), 330),
        ]
        if everything and complete:
            buttons.append((Button(_("Erase all …"), EraseAll(), "erase all", size=29), 280))
        if page:
            buttons.append((Button(_("Newer"), Turn(page - 1), "newer", "N", size=29), 210))
        if page + 1 < pages:
            buttons.append((Button(_("Older"), Turn(page + 1), "older", "O", size=29), 210))
        buttons.append((Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY), 300))
        if not complete and listed.total:
            where = _("Reading: {done} of {total}").format(
                done=len(listed.sessions), total=listed.total
            )
        else:
            where = _("{place} of {count}").format(place=page + 1, count=pages) if pages > 1 else ""
        listing = Scroll(grid, key=f"sessions {page}")
        foot = bottom(env, where, *buttons)
        if env.narrow:
            foot = pinned(env, tuple(each for each, width in reversed(buttons)))
        parts: list[Widget] = [Grow(listing)]
        if env.narrow and where:
            parts.append(soft(where, 26))
        body = Column((*parts, foot), gap=22)
        under = _(
            "Every step is saved as it happens. Choose a session to see it, or to go on with it."
        )
        return View(
            _("Saved sessions"),
            framed(env, titled(_("Saved sessions"), under, body), keys),
            keys,
            primary=Close(),
            back=Close(),
            refresh=0.0 if more else None if complete and self._drafts_known else 0.2,
            then=Reread() if more else None,
        )


def _row(saved: SavedSession) -> Widget:
    icon, tone = ("circle-check", GOOD) if saved.finished else ("player-play", INK)
    if not saved.begun:
        icon, tone = "alert-triangle", INK
    begun = day_and_hour(saved.begun) if saved.begun else saved.folder.name
    title = f"{saved.title}, {saved.progress}" if saved.begun else _("It cannot be read")
    words: list[Widget] = [heading(begun, 32), small(title, INK, 27, Face.REGULAR)]
    if saved.held:
        words.append(_news("lock", saved.held))
    if saved.trouble and saved.begun:
        words.append(_news("alert-triangle", saved.trouble))
    label = _("Session of {begun}, {progress}").format(begun=begun, progress=saved.progress)
    return _sheet(icon, tone, words, saved.folder.name, label)


def _draft_row(draft: PaperDraft) -> Widget:
    """A paper record that waits to be gone on with."""
    words = Column(
        (
            heading(_("A paper session, half typed in"), 32),
            small(draft.told, INK, 27, Face.REGULAR),
        ),
        gap=4,
    )
    inner = Row((Icon("pencil", 52, INK), Grow(words), Icon("chevron-right", 36, SOFT)), gap=26)
    sheet = Panel(inner, radius=24, pad=30, pad_y=22)
    label = _("Go on typing in a paper session: {told}").format(told=draft.told)
    return Tap(sheet, TypeOn(draft), f"draft {draft.path.stem}", Role("button", label))


def _left(session: str) -> Widget:
    """A session of which only backups are left."""
    words: list[Widget] = [
        heading(session, 32),
        small(_("Only backups are left; it can be brought back."), INK, 27, Face.REGULAR),
    ]
    return _sheet(
        "refresh",
        SOFT,
        words,
        session,
        _("Session {session}, only backups are left").format(session=session),
    )


def _sheet(icon: str, tone: Tone, words: list[Widget], session: str, label: str) -> Widget:
    inner = Row(
        (Icon(icon, 52, tone), Grow(Column(tuple(words), gap=4)), Icon("chevron-right", 36, SOFT)),
        gap=26,
    )
    sheet = Panel(inner, radius=24, pad=30, pad_y=22)
    return Tap(sheet, Choose(session), f"session {session}", Role("button", label))


def _news(icon: str, words: str) -> Widget:
    return Row((Icon(icon, 30, SOFT), Grow(soft(words, 25))), gap=12)
