"""
The kit: which parts there are, in which order they come, and what somebody asked for.

`kit` gives the sheets; what did not fit is told in sentences, never clipped.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from game.model.dates import day
from game.model.pack import Card, Pack
from game.model.themes import Theme
from game.printing import boardsheet, cards, forms, front, guide, pieces, tablesheets
from game.printing.cardframe import POCKET, Format, large
from game.printing.grid import Flip, Layout, Piece, Plan, best_grid, sheets
from game.printing.letters import CannotSetError, refuse_unset
from game.printing.look import Look
from game.printing.page import Paper, Sheet
from game.tongue import N_, _
from game.values import dataclass

PARTS: dict[str, str] = {
    "cover": N_("Contents, and how to print"),
    "calibration": N_("Calibration page"),
    "cards": N_("Cards"),
    "lenses": N_("Lenses"),
    "moments": N_("Moments"),
    "board": N_("Board, A3"),
    "tiles": N_("Board in four parts"),
    "door": N_("Door to colour"),
    "tokens": N_("Seat tokens"),
    "die": N_("Die to fold"),
    "scale": N_("Scale and marker"),
    "stages": N_("Stages for the table"),
    "people": N_("People to walk with"),
    "agreement": N_("Agreement"),
    "guide": N_("Facilitator’s guide"),
    "record": N_("Record of a session"),
    "before-and-now": N_("Before and now"),
    "evaluation": N_("Evaluation"),
    "take-home": N_("To take home"),
}
"""Every part of the kit by the name that is typed, with the name that is read."""

CARD_PARTS = frozenset({"cards", "lenses", "moments"})
ONE_SIDED = frozenset(
    {"board", "tiles", "door", "tokens", "die", "scale", "stages", "people", "agreement"}
)
"""What is cut, coloured or laid on the table, and so must not be backed by something else."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants printed, and how."""

    what: tuple[str, ...] = tuple(PARTS)
    codes: tuple[str, ...] = ()
    """Only these cards; all of them where empty."""
    themes: tuple[Theme, ...] = ()
    """Only the cards of these themes; of all of them where empty."""
    paper: Paper = Paper.A4
    layout: Layout = Layout.DUPLEX
    flip: Flip = Flip.LONG
    offset: tuple[float, float] = (0.0, 0.0)
    """Points right and down."""
    ink_saving: bool = False
    large_print: bool = False

    @property
    def plan(self) -> Plan:
        offset = self.offset if self.layout is Layout.DUPLEX else (0.0, 0.0)
        return Plan(self.paper, self.layout, self.flip, offset)

    @property
    def both_sides(self) -> bool:
        """Whether the paper is printed on both sides."""
        return self.layout is Layout.DUPLEX and not CARD_PARTS.isdisjoint(self.what)

    @property
    def form(self) -> Format:
        if not self.large_print:
            return POCKET
        w, h = self.paper.size
        return large(h / 2, w)

    def look(self, assets: Path) -> Look:
        return Look(assets, self.ink_saving, self.large_print)


@dataclass(frozen=True, slots=True)
class Kit:
    """The sheets in their order, and sentences about what did not fit or was not found."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...]


class NothingToPrintError(ValueError):
    """There is nothing to print; the text says why, in a sentence."""


def chosen(pack: Pack, wish: Wish) -> tuple[Card, ...]:
    """
    The cards asked for, by theme and code.

    Raises `NothingToPrintError` with a sentence where a code is not in the pack.
    """
    by_code = {card.code.casefold(): card for card in pack.cards}
    unknown = [code for code in wish.codes if code.casefold() not in by_code]
    if unknown:
        names = ", ".join(unknown)
        raise NothingToPrintError(
            _("No card in “{pack}” has the code {names}. Codes look like {example}.").format(
                pack=pack.title, names=names, example=pack.cards[0].code
            )
            if pack.cards
            else _("“{pack}” has no cards.").format(pack=pack.title)
        )
    wanted = {code.casefold() for code in wish.codes}
    some = [
        card
        for card in pack.cards
        if (not wanted or card.code.casefold() in wanted)
        and (not wish.themes or card.theme in wish.themes)
    ]
    return tuple(sorted(some, key=lambda card: (card.theme.place, card.code)))


def kit(
    pack: Pack,
    wish: Wish,
    assets: Path,
    today: str,
    progress: Callable[[str, int, int], None] | None = None,
) -> Kit:
    """
    Everything wished for, on sheets.

    *progress* hears of each part before it is laid out: its name, how many are done, of how many.
    Raises `NothingToPrintError` where that comes to no page at all.
    """
    parts = [part for part in PARTS if part in wish.what]
    laid: tuple[cards.Printed, ...] = ()
    if "cards" in parts:
        laid = tuple(laid_out(pack, wish, assets, today))
        if not laid:
            raise NothingToPrintError(_("No card fits that choice of codes and themes."))
    notes = [misfit.sentence for each in laid for misfit in each.misfits]
    body: list[Sheet] = []
    both_sides = wish.both_sides
    for number, part in enumerate(each for each in parts if each != "cover"):
        if progress is not None:
            progress(PARTS[part], number, len(parts))
        if part == "cards":
            found = tuple(_cards(laid, wish))
        else:
            found = tuple(part_sheets(part, pack, wish, assets, today))
        body.extend(_backed(part, found) if both_sides else found)
    if "cover" in parts:
        body = [*_cover(pack, wish, assets, today, body, notes), *body]
    if not body:
        raise NothingToPrintError(_("There is nothing in this pack to print for that choice."))
    _settable(body, wish.look(assets))
    if progress is not None:
        progress("", len(parts), len(parts))
    return Kit(tuple(body), tuple(notes))


def _settable(sheets: Iterable[Sheet], look: Look) -> None:
    try:
        refuse_unset(sheets, look.type)
    except CannotSetError as fault:
        raise NothingToPrintError(
            _("This cannot be printed as PDF: {why}.").format(why=fault)
        ) from fault


def _backed(part: str, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """
    The sheets so that the paper can be printed on both sides: what is to be cut out or laid on the
    table has nothing on its other side, and every part begins on a new sheet of paper.
    """
    if part in ONE_SIDED:
        return tuple(each for sheet in sheets for each in (sheet, blank(sheet.size)))
    return (*sheets, blank(sheets[-1].size)) if len(sheets) % 2 else sheets


def blank(size: tuple[float, float]) -> Sheet:
    """The other side of a sheet that has only one."""
    return Sheet(size, (), _("Left empty"))


def laid_out(pack: Pack, wish: Wish, assets: Path, today: str) -> Iterator[cards.Printed]:
    """The cards chosen, each as it will be printed and with what of it is too long."""
    look, form = wish.look(assets), wish.form
    for card in chosen(pack, wish):
        yield cards.printed(card, pack, form, look, today)


def first_sheet(pack: Pack, wish: Wish, assets: Path, today: str) -> Sheet:
    """The first page of what is wished for, to look at before it is printed."""
    for part in PARTS:
        if part in wish.what:
            if part == "cover":
                body = [
                    Sheet(wish.paper.size, (), PARTS[each], PARTS[each])
                    for each in PARTS
                    if each in wish.what and each != "cover"
                ]
                return _cover(pack, wish, assets, today, body, (), counted=False)[0]
            found = next(iter(part_sheets(part, pack, wish, assets, today)), None)
            if found is not None:
                _settable((found,), wish.look(assets))
                return found
    raise NothingToPrintError(_("Choose at least one thing to print."))


def part_sheets(part: str, pack: Pack, wish: Wish, assets: Path, today: str) -> Iterable[Sheet]:
    """The sheets of one part."""
    look, paper, plan, form = wish.look(assets), wish.paper, wish.plan, wish.form
    makers: dict[str, Callable[[], Iterable[Sheet]]] = {
        "calibration": lambda: front.calibration(look, plan),
        "cards": lambda: _cards(laid_out(pack, wish, assets, today), wish),
        "lenses": lambda: pieces.lenses(look, form, plan),
        "moments": lambda: pieces.moments(pack, look, form, plan),
        "board": lambda: boardsheet.board(pack, look),
        "tiles": lambda: boardsheet.tiles(pack, look, paper),
        "door": lambda: boardsheet.door(pack, look, paper),
        "tokens": lambda: pieces.tokens(look, paper),
        "die": lambda: pieces.die(look, paper),
        "scale": lambda: tablesheets.scale(look, paper),
        "stages": lambda: tablesheets.stages(pack, look, paper),
        "people": lambda: tablesheets.people(pack, look, paper),
        "agreement": lambda: tablesheets.agreement(pack, look, paper),
        "guide": lambda: guide.guide(pack, chosen(pack, wish), look, paper, today),
        "record": lambda: forms.record(pack, look, paper),
        "before-and-now": lambda: forms.before_and_now(pack, look, paper),
        "evaluation": lambda: forms.evaluation_form(pack, look, paper),
        "take-home": lambda: forms.take_home(pack, look, paper),
    }
    return makers[part]()


def _cards(laid: Iterable[cards.Printed], wish: Wish) -> Iterator[Sheet]:
    """The cards on sheets, one sheetful at a time, so that a first page does not wait for the rest."""
    form = wish.form
    size = best_grid(wish.paper, form.w, form.h).count
    # On one side a card takes two cells: so many cards fill whole sheets exactly.
    batch = size * size if wish.layout is Layout.SINGLE else size
    held: list[Piece] = []
    chapter = _("Cards")
    for printed in laid:
        sides = printed.faces
        held.extend(
            Piece(printed.code, sides[n].marks, sides[n + 1].marks) for n in range(0, len(sides), 2)
        )
        while len(held) >= batch:
            yield from sheets(held[:batch], form.w, form.h, wish.plan, _("Cards"), chapter)
            held, chapter = held[batch:], ""
    if held:
        yield from sheets(held, form.w, form.h, wish.plan, _("Cards"), chapter)


def _cover(
    pack: Pack,
    wish: Wish,
    assets: Path,
    today: str,
    body: list[Sheet],
    notes: Iterable[str],
    *,
    counted: bool = True,
) -> tuple[Sheet, ...]:
    look = wish.look(assets)
    kind = _("the half-page cards") if wish.large_print else _("the cards")

    def pages(shift: int) -> tuple[Sheet, ...]:
        chapters: list[tuple[str, int, int]] = []
        for number, sheet in enumerate(body, 1 + shift):
            if sheet.chapter:
                chapters.append((sheet.chapter, number if counted else 0, number if counted else 0))
            elif chapters and counted:
                name, first = chapters[-1][:2]
                chapters[-1] = (name, first, number)
        return front.cover(pack, look, wish.plan, chapters, tuple(notes), day(today), kind)

    made = pages(1)
    # How many pages the contents take moves every number in them.
    again = pages(len(made)) if counted else made
    if wish.both_sides and len(again) % 2 and counted:
        return (*pages(len(again) + 1), blank(wish.paper.size))
    return again
