"""Printing: what, on which paper and how, with a picture of the first page, and where the file went."""

import contextlib

from game.app.desk import Desk
from game.app.places import shortened

# What prints is brought when this screen opens, not when the game starts.
from game.app.printer import Job, NotPrintedError, Order, Printed, Working, file_name
from game.model.pack import Pack
from game.printing.grid import Flip, Layout
from game.printing.kit import CARD_PARTS, PARTS, NothingToPrintError, Wish, chosen, first_sheet
from game.printing.page import MM, Paper
from game.printing.typeface import typeface
from game.tongue import N_, _, ngettext
from game.ui.art.page import Page, PagePicture
from game.ui.kit.boxes import Column, Fixed, Flow, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Chip, Kind
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import GOOD, INK
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, spread, titled
from game.ui.screens.front import Close, front, front_keys
from game.ui.stack import Binding, Env, Notice, Outcome, Pop, Stay, View
from game.values import dataclass, field, replace

GROUPS: dict[str, tuple[str, ...]] = {
    N_("The whole kit"): tuple(PARTS),
    N_("Cards"): ("cards",),
    N_("For the table"): (
        "lenses",
        "moments",
        "tiles",
        "door",
        "tokens",
        "die",
        "scale",
        "stages",
        "people",
        "agreement",
    ),
    N_("Forms"): ("record", "before-and-now", "evaluation", "take-home"),
    N_("Facilitator’s guide"): ("guide",),
}
"""What is most often wanted together."""

WRITING = N_("Writing the file")
LAYOUTS = {
    Layout.DUPLEX: N_("Both sides of the paper"),
    Layout.FOLD: N_("Fold and glue"),
    Layout.SINGLE: N_("One side only"),
}
FLIPS = {Flip.LONG: N_("Turns on the long edge"), Flip.SHORT: N_("Turns on the short edge")}
BUSY_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class ChooseGroup:
    name: str


@dataclass(frozen=True, slots=True)
class TogglePart:
    part: str


@dataclass(frozen=True, slots=True)
class ChoosePaper:
    paper: Paper


@dataclass(frozen=True, slots=True)
class ChooseLayout:
    layout: Layout


@dataclass(frozen=True, slots=True)
class ChooseFlip:
    flip: Flip


@dataclass(frozen=True, slots=True)
class ToggleInk:
    """White cards with a thin band, or full colour."""


@dataclass(frozen=True, slots=True)
class ToggleLarge:
    """Large print, or cards of the usual size."""


@dataclass(frozen=True, slots=True)
class TypedCodes:
    text: str


@dataclass(frozen=True, slots=True)
class TypedOffset:
    text: str


@dataclass(frozen=True, slots=True)
class PrintIt:
    """Write the file: "pdf" or "html"."""

    kind: str = "pdf"


@dataclass(frozen=True, slots=True)
class PrintScreen:
    """See the module. A job that runs goes on in another process; the screen looks in on it."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    wish: Wish = field(default_factory=Wish)
    codes: str = ""
    offset: str = ""
    job: Job | None = field(default=None, compare=False, repr=False)
    name: str = "print"
    pages: "dict[Wish, Page | str]" = field(default_factory=dict, compare=False, repr=False)
    """Pages made so far, so that none is made twice while somebody chooses."""

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case ChooseGroup(name):
                return self._with(what=GROUPS[name])
            case TogglePart(part):
                what = set(self.wish.what) ^ {part}
                return self._with(what=tuple(each for each in PARTS if each in what))
            case ChoosePaper(paper):
                return self._with(paper=paper)
            case ChooseLayout(layout):
                return self._with(layout=layout)
            case ChooseFlip(flip):
                return self._with(flip=flip)
            case ToggleInk():
                return self._with(ink_saving=not self.wish.ink_saving)
            case ToggleLarge():
                return self._with(large_print=not self.wish.large_print)
            case TypedCodes(text):
                codes = tuple(text.upper().replace(",", " ").split())
                return Stay(replace(self, codes=text, wish=replace(self.wish, codes=codes)))
            case TypedOffset(text):
                offset = _offset(text) or (0.0, 0.0)
                return Stay(replace(self, offset=text, wish=replace(self.wish, offset=offset)))
            case PrintIt(kind):
                return self._print(kind)
            case Close():
                if self.job is not None:
                    # Its child may be stuck on a disk that does not answer.
                    self.desk.errand(self.job.let_go, lambda _fault: None)
                return Pop()
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _with(self, **choices: object) -> Outcome:
        return Stay(replace(self, wish=replace(self.wish, **choices)))  # type: ignore[arg-type]

    def _print(self, kind: str) -> Outcome:
        pack = self._pack
        if self.job is not None and self.job.running:
            return Stay(self, (Notice(_("Printing goes on already.")),))
        if pack is None:
            return Stay(self, (Notice(_("No pack is open that could be printed.")),))
        if self.offset.strip() and _offset(self.offset) is None:
            words = _("Write the offset as two numbers of millimetres, such as 0.5, -1.")
            return Stay(self, (Notice(words),))
        if not self.wish.what:
            return Stay(self, (Notice(_("Choose at least one thing to print.")),))
        places = self.desk.places
        out = places.exports / file_name(pack, self.wish, kind)
        order = Order(pack, self.wish, places.assets, self.desk.today(), out)
        return Stay(replace(self, job=Job(order).start()))

    @property
    def _pack(self) -> Pack | None:
        """What is on the table, or else what is open."""
        session = self.desk.session
        return session.pack if session is not None else self.desk.pack

    # Looking.

    def view(self, env: Env) -> View:
        keys = front_keys(
            Binding("w", _("web page"), PrintIt("html"), footer=False),
        )
        busy = self.job is not None and self.job.running
        pdf = Button(
            _("Print as PDF"), PrintIt(), "pdf", "Space", Kind.PRIMARY, height=88, live=not busy
        )
        page = Button(_("Web page"), PrintIt("html"), "html", "W", live=not busy)
        back = Button(_("Back"), Close(), "back", "Esc")
        choices = (self._what(), self._how(), *self._more())
        if env.narrow:
            # What became of it comes first here, for below the choices nobody would see it.
            main = Column((self._news(), *choices), gap=24)
            body = spread(env, main, self._picture(), (pdf, page, back), key="print")
        else:
            pair = Row((Grow(page), Grow(back)), gap=16)
            right = Column(
                (self._news(), Grow(self._picture()), Column((pdf, pair), gap=16)), gap=22
            )
            left = Scroll(Column(choices, gap=24), key="print")
            body = Row((Grow(left), Fixed(right, 620)), gap=36, align=0, stretch=True)
        under = _(
            "A PDF to print at 100 per cent, or a web page for screen readers. Then cut, and play."
        )
        return View(
            _("Print"),
            framed(env, titled(_("Print the game"), under, body, size=56), keys),
            keys,
            primary=PrintIt(),
            back=Close(),
            refresh=BUSY_SECONDS if busy else None,
        )

    def _what(self) -> Widget:
        groups = tuple(
            _chip(
                _(name),
                ChooseGroup(name),
                f"group {name}",
                set(self.wish.what) == set(parts),
                radio=True,
            )
            for name, parts in GROUPS.items()
        )
        parts = tuple(
            _chip(_(name), TogglePart(part), f"part {part}", part in self.wish.what, size=23)
            for part, name in PARTS.items()
        )
        return Panel(
            Column(
                (
                    heading(_("What"), 32),
                    _flow(groups),
                    soft(_("Or piece by piece:"), 25),
                    _flow(parts),
                ),
                gap=14,
            )
        )

    def _how(self) -> Widget:
        wish = self.wish
        papers = tuple(
            _chip(
                paper.value,
                ChoosePaper(paper),
                f"paper {paper.value}",
                wish.paper is paper,
                radio=True,
            )
            for paper in Paper
        )
        looks = (
            _chip(_("Save ink"), ToggleInk(), "ink", wish.ink_saving),
            _chip(_("Large print"), ToggleLarge(), "large", wish.large_print),
        )
        rows: list[Widget] = [heading(_("How"), 32), _flow((*papers, *looks))]
        if not CARD_PARTS.isdisjoint(wish.what):
            rows.append(soft(_("Fronts and backs of cards"), 25))
            rows.append(
                _flow(
                    tuple(
                        _chip(
                            _(label),
                            ChooseLayout(layout),
                            f"layout {layout.value}",
                            wish.layout is layout,
                            radio=True,
                        )
                        for layout, label in LAYOUTS.items()
                    )
                )
            )
            if wish.layout is Layout.DUPLEX:
                rows.append(
                    _flow(
                        tuple(
                            _chip(
                                _(label),
                                ChooseFlip(flip),
                                f"flip {flip.value}",
                                wish.flip is flip,
                                radio=True,
                            )
                            for flip, label in FLIPS.items()
                        )
                    )
                )
        return Panel(Column(tuple(rows), gap=14))

    def _more(self) -> tuple[Widget, ...]:
        if CARD_PARTS.isdisjoint(self.wish.what):
            return ()
        fields: list[Widget] = []
        if "cards" in self.wish.what:
            fields.append(soft(_("Only some cards"), 25))
            fields.append(
                TextField(
                    "codes",
                    self.codes,
                    TypedCodes,
                    _("Only these cards"),
                    hint=_("Codes such as E-07 R-01; empty for all"),
                    limit=400,
                    size=27,
                )
            )
        if self.wish.layout is Layout.DUPLEX:
            fields.append(soft(_("Backs out of place? The calibration page tells two numbers"), 25))
            fields.append(
                TextField(
                    "offset",
                    self.offset,
                    TypedOffset,
                    _("Move the backs, in millimetres"),
                    hint=_("Right and down, such as 0.5, -1"),
                    limit=20,
                    size=27,
                )
            )
        return (Panel(Column(tuple(fields), gap=12)),) if fields else ()

    def _news(self) -> Widget:
        """How the job stands: at work, done and where, or what went wrong."""
        state = self.job.state if self.job is not None else None
        match state:
            case Working(part, done, of):
                icon, tone = "hourglass", INK
                words = _("{part} ({place} of {count})").format(
                    part=_(part or WRITING), place=min(done + 1, of), count=of
                )
            case Printed(path, pages, notes):
                icon, tone = "circle-check", GOOD
                words = ngettext(
                    "Saved: {file}", "Saved, {count} pages: {file}", max(1, pages)
                ).format(count=pages, file=shortened(path))
                if notes:
                    words += f". {notes[0]}"
                if len(notes) > 1:
                    more = len(notes) - 1
                    words += " " + ngettext("And {count} more.", "And {count} more.", more).format(
                        count=more
                    )
            case NotPrintedError():
                icon, tone, words = "alert-triangle", INK, str(state)
            case _:
                icon, tone, words = "printer", INK, self._promise()
        line = Text(words, Style(26, Face.SEMIBOLD, INK, 1.3), kind="status")
        return Panel(
            Row((Icon(icon, 40, tone), Grow(line)), gap=18),
            pad=26,
            pad_y=20,
            role=Role("alert", words),
        )

    def _promise(self) -> str:
        pack = self._pack
        if pack is None:
            return _("No pack is open that could be printed.")
        where = shortened(self.desk.places.exports)
        with contextlib.suppress(NothingToPrintError):
            count = len(chosen(pack, self.wish)) if "cards" in self.wish.what else 0
            if count:
                return ngettext(
                    "{count} card. The file will be in {where}",
                    "{count} cards. The file will be in {where}",
                    count,
                ).format(count=count, where=where)
        return _("The file will be in {where}").format(where=where)

    def _picture(self) -> Widget:
        page = self._page()
        if isinstance(page, str):
            return Panel(soft(page, 27))
        return PagePicture(page, _("A picture of the first page"))

    def _page(self) -> "Page | str":
        known = self.pages.get(self.wish)
        if known is None:
            known = self.pages[self.wish] = self._made()
        return known

    def _made(self) -> "Page | str":
        pack = self._pack
        if pack is None:
            return _("There is nothing to show yet.")
        assets = self.desk.places.assets
        try:
            sheet = first_sheet(pack, self.wish, assets, self.desk.today())
        except NothingToPrintError as fault:
            return str(fault)
        return Page.of(sheet, typeface(assets))


def _chip(
    label: str, message: Message, key: str, chosen_: bool, *, radio: bool = False, size: float = 25
) -> Widget:
    return Chip(label, message, key, chosen_, radio=radio, size=size, pad=18, height=50)


def _flow(chips: tuple[Widget, ...]) -> Widget:
    return Flow(chips, gap=10, line_gap=10)


def _offset(text: str) -> tuple[float, float] | None:
    """Two millimetres as typed, in points; None where they are not two numbers within 10 mm."""
    parts = text.replace(";", ",").replace("−", "-").replace("–", "-").split(",")
    try:
        x, y = (float(each) for each in parts)
    except ValueError:
        return None
    if max(abs(x), abs(y)) > 10:
        return None
    return x * MM, y * MM
