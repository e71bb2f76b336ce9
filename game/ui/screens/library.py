"""The library: every card of the open pack, to search, open, write anew and leave out."""

from game.app.desk import Desk
from game.art.signs import LEVELS, LEVELS_IN_SHORT
from game.model.coverage import Setting
from game.model.pack import Card, CardId, Pack, PersonId, SetId, TopicId
from game.model.themes import Theme
from game.tongue import _
from game.ui.art.palettes import THEME_ICONS, fill_of
from game.ui.kit.boxes import Column, Fit, Flow, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.controls import Button, Chip, Kind, Tap
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, INK, SAND_LINE, SOFT
from game.ui.screens.cardsheet import soft, tone_on
from game.ui.screens.cardview import CardView
from game.ui.screens.choosing import ChoosingScreen, Chosen, Option
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, Open, front, front_keys, small
from game.ui.screens.later import later
from game.ui.screens.packs import PacksScreen
from game.ui.screens.registry import Ask
from game.ui.screens.shelving import Filters, found, in_order
from game.ui.screens.walking import capital
from game.ui.stack import Binding, Env, FocusOn, Outcome, Pop, Push, Stay, View
from game.values import dataclass, field, replace

EVERYTHING = Filters()

A_PAGE = 24
"""So many cards at a time: a thousand of them open as fast as a dozen."""

NEW_CARD = Open(later("editor:create"))
DEALING = Open(later("dealing:DealingScreen"))


@dataclass(frozen=True, slots=True)
class ShowTheme:
    """Only this theme's cards, or all of them again."""

    theme: Theme


@dataclass(frozen=True, slots=True)
class ShowLevel:
    """Only cards of this level, or of all."""

    level: int


@dataclass(frozen=True, slots=True)
class ShowSet:
    """Only cards of this set, or all."""

    only: SetId


@dataclass(frozen=True, slots=True)
class ShowLeftOut:
    """Only the cards that new sessions leave out, or all."""


@dataclass(frozen=True, slots=True)
class ChooseFilter:
    """Choose a person, topic or setting to look for."""

    what: str


@dataclass(frozen=True, slots=True)
class Search:
    words: str


@dataclass(frozen=True, slots=True)
class TurnPage:
    """To another page of cards: 1 for the next, -1 for the one before."""

    by: int


@dataclass(frozen=True, slots=True)
class OpenCard:
    card: CardId


@dataclass(frozen=True, slots=True)
class Picked:
    """The card that the table has in hand, for the screen that asked for one."""

    card: CardId


@dataclass(frozen=True, slots=True)
class LibraryScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    filters: Filters = EVERYTHING
    left_out: bool = False
    """Whether only cards are shown that new sessions leave out."""
    page: int = 0
    picking: bool = False
    """Whether the running session asks for one of its cards."""
    name: str = "library"

    @property
    def b_leafs_back(self) -> bool:
        """B is not the curtain here."""
        return True

    def update(self, message: Message) -> Outcome:
        now = self.filters
        match message:
            case ShowTheme(theme):
                return self._by(replace(now, theme=None if now.theme is theme else theme))
            case ShowLevel(level):
                return self._by(replace(now, level=None if now.level == level else level))
            case ShowSet(only):
                return self._by(replace(now, only=None if now.only == only else only))
            case Search(words):
                return self._by(replace(now, words=words))
            case ShowLeftOut():
                return Stay(replace(self, left_out=not self.left_out, page=0))
            case ChooseFilter(what):
                return Push(self._choosing(what))
            case Chosen(what, value):
                return self._chosen(what, value)
            case TurnPage(by):
                return Stay(replace(self, page=(self.page + by) % self._pages(self._cards())))
            case OpenCard(card) if self.picking:
                return Pop(Picked(card))
            case OpenCard(card):
                listed = tuple(each.id for each in self._cards())
                return Push(CardView(self.desk, listed, listed.index(card)))
            case _:
                return front(self.desk, self, message) or Stay(self)

    @property
    def _pack(self) -> Pack | None:
        """The cards to browse; a session goes on with the pack that it began with."""
        session = self.desk.session
        return session.pack if self.picking and session is not None else self.desk.in_play.shown

    def _by(self, filters: Filters) -> Outcome:
        return Stay(replace(self, filters=filters, page=0))

    def _chosen(self, what: str, value: str) -> Outcome:
        now = self.filters
        match what:
            case "person":
                now = replace(now, person=PersonId(value) if value else None)
            case "topic":
                now = replace(now, topic=TopicId(value) if value else None)
            case _:
                now = replace(now, setting=Setting(value) if value else None)
        return Stay(replace(self, filters=now, page=0), (FocusOn(f"choose {what}"),))

    def _choosing(self, what: str) -> ChoosingScreen:
        pack, now = self._pack, self.filters
        people = () if pack is None else pack.people
        topics = () if pack is None else pack.topics
        chosen: str | None
        match what:
            case "person":
                options = tuple(Option(each.id, each.name, each.summary) for each in people)
                title, none, chosen = _("Cards about whom?"), _("Anybody"), now.person
            case "topic":
                options = tuple(Option(each.id, capital(each.label)) for each in topics)
                title, none, chosen = _("Cards that touch what?"), _("Anything"), now.topic
            case _:
                options = tuple(Option(each.value, capital(each.label)) for each in Setting)
                title, none, chosen = _("Cards set where?"), _("Anywhere"), now.setting
        return ChoosingScreen(self.desk, what, title, options, chosen or "", none)

    def _cards(self) -> tuple[Card, ...]:
        """The cards that the filters let through."""
        pack = self._pack
        if pack is None:
            return ()
        cards = found(pack, self.filters)
        if self.left_out:
            cards = in_order(each for each in cards if self.desk.leaves_out(each.id))
        return cards

    @staticmethod
    def _pages(cards: tuple[Card, ...]) -> int:
        return max(1, -(-len(cards) // A_PAGE))

    def view(self, env: Env) -> View:
        cards = self._cards()
        pages = self._pages(cards)
        page = min(self.page, pages - 1)
        pack = self._pack
        total = 0 if pack is None else len(pack.cards)
        own = (
            []
            if self.picking
            else [
                Binding("c", _("new card"), NEW_CARD, footer=False),
                Binding("w", _("cards in use"), DEALING, footer=False),
                Binding("o", _("open a pack"), Open(PacksScreen), footer=False),
                Binding("ctrl+p", _("print"), Ask.PRINT, cap="Ctrl P"),
            ]
        )
        if pages > 1:
            own.append(Binding("n", _("next page"), TurnPage(1), footer=False))
            own.append(Binding("b", _("page before"), TurnPage(-1), footer=False))
        keys = front_keys(*own)
        shown = cards[page * A_PAGE : (page + 1) * A_PAGE]
        tiles: Widget = Grid(tuple(map(self._tile, shown)), columns=3, gap=20, least=470)
        if not cards:
            words = _("No card fits. Let go of a filter, or search for fewer words.")
            tiles = Panel(Text(words, Style(34, Face.SEMIBOLD, INK, 1.4)))
        said = _("{shown} of {total} cards").format(shown=len(cards), total=total)
        if pages > 1:
            said = _("{shown} of {total} cards, page {page} of {pages}").format(
                shown=len(cards), total=total, page=page + 1, pages=pages
            )
        back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY, height=72)
        buttons = self._buttons(pages, picking=self.picking)
        if env.narrow:
            row = Flow(buttons, gap=12, line_gap=12)
            everything = Column((self._filters(env, pack), row, soft(said, 27), tiles), gap=24)
            body: Widget = Column((Grow(Scroll(everything, key=f"library {page}")), back), gap=20)
        else:
            beside = Row((Grow(soft(said, 27), least=230), *buttons, back), gap=14)
            above = Column((soft(said, 27), Flow(buttons, gap=12, line_gap=12)), gap=12)
            bottom = Fit((beside, Row((Grow(above), back), gap=14, align=1)))
            listed = Grow(Scroll(tiles, key=f"library {page}"))
            body = Column((self._filters(env, pack), listed, bottom), gap=22)
        title = _("Library") if pack is None else pack.title
        under = _("The cards of: {title}").format(title=title)
        if self.picking:
            under = _("Choose the card that lies on the table. {under}").format(under=under)
        return View(
            _("Library"),
            framed(env, titled(_("Library"), under, body, size=56), keys),
            keys,
            Close(),
        )

    @staticmethod
    def _buttons(pages: int, *, picking: bool) -> tuple[Button, ...]:
        def button(label: str, message: Message, key: str, cap: str) -> Button:
            return Button(label, message, key, cap, size=27, height=72)

        turning: tuple[Button, ...] = (
            button(_("Before"), TurnPage(-1), "page before", "B"),
            button(_("Next page"), TurnPage(1), "page next", "N"),
        )
        turning = turning if pages > 1 else ()
        if picking:
            return turning
        return (
            *turning,
            button(_("New card"), NEW_CARD, "new card", "C"),
            button(_("Cards in use"), DEALING, "dealing", "W"),
            button(_("Open a pack"), Open(PacksScreen), "packs", "O"),
        )

    def _filters(self, env: Env, pack: Pack | None) -> Widget:
        now = self.filters
        themes = tuple(
            Chip(
                theme.label,
                ShowTheme(theme),
                f"theme {theme.value}",
                now.theme is theme,
                icon=THEME_ICONS[theme],
                size=25,
                pad=16,
            )
            for theme in Theme
        )
        sets = tuple(
            Chip(
                capital(each.label),
                ShowSet(each.id),
                f"set {each.id}",
                now.only == each.id,
                size=25,
                pad=18,
            )
            for each in (pack.sets if pack is not None else ())
        )
        levels = tuple(
            Chip(
                _(LEVELS_IN_SHORT[level]),
                ShowLevel(level),
                f"level {level}",
                now.level == level,
                icon=icon,
                size=25,
                pad=16,
            )
            for level, (icon, _words) in LEVELS.items()
        )
        search = TextField(
            "search",
            now.words,
            Search,
            _("Search the cards"),
            hint=_("Search for a word, a name, a code"),
            limit=60,
            size=27,
        )
        first = Flow(themes, gap=10, line_gap=10)
        rest = Flow((*levels, *self._more(pack), *sets), gap=10, line_gap=10)
        if env.narrow:
            return Column((search, first, rest), gap=14)
        return Column((first, rest, search), gap=12)

    def _more(self, pack: Pack | None) -> tuple[Widget, ...]:
        """Filters with too many choices for a row of chips."""
        now = self.filters
        people = () if pack is None else pack.people
        topics = () if pack is None else pack.topics
        person = next((each.name for each in people if each.id == now.person), "")
        topic = next((capital(each.label) for each in topics if each.id == now.topic), "")
        setting = "" if now.setting is None else capital(now.setting.label)
        chips = [
            _chooser("person", person, _("Person"), "user"),
            _chooser("topic", topic, _("Topic"), "heart"),
            _chooser("setting", setting, _("Setting"), "building-hospital"),
        ]
        if self.desk.settings.without or self.left_out:
            chips.append(
                Chip(
                    _("Left out"),
                    ShowLeftOut(),
                    "left out",
                    self.left_out,
                    icon="eye-off",
                    size=25,
                    pad=16,
                )
            )
        return tuple(chips)

    def _tile(self, card: Card) -> Widget:
        out = self.desk.leaves_out(card.id)
        icon, level = LEVELS[card.level][0], _(LEVELS_IN_SHORT[card.level])
        badge = Panel(
            Icon(THEME_ICONS[card.theme], 48, tone_on(card.theme)),
            fill=fill_of(card.theme),
            line=INK,
            line_width=2,
            raised=False,
            radius=20,
            pad=18,
        )
        mark, said = ("eye-off", _("Left out")) if out else (icon, level)
        words = Column(
            (
                Row(
                    (
                        small(card.code, INK, 25, Face.BOLD),
                        Icon(mark, 28, SOFT),
                        Grow(small(said, SOFT, 24, Face.REGULAR)),
                    ),
                    gap=10,
                ),
                Text(card.title, Style(30, Face.BOLD, INK, 1.2), kind="label"),
                small(card.theme.label, SOFT, 24, Face.REGULAR),
            ),
            gap=3,
        )
        sheet = Panel(
            Row((badge, Grow(words)), gap=22),
            radius=24,
            pad=22,
            pad_y=18,
            fill=CREAM if out else CARD,
            line=SAND_LINE if out else None,
        )
        name = f"{card.code} {card.title}"
        role = Role(
            "button",
            name,
            _("{label}, left out").format(label=card.theme.label) if out else card.theme.label,
        )
        return Tap(sheet, OpenCard(card.id), f"card {card.id}", role)


def _chooser(what: str, chosen: str, label: str, icon: str) -> Widget:
    words = f"{label}: {chosen}" if chosen else f"{label}…"
    return Chip(
        words, ChooseFilter(what), f"choose {what}", bool(chosen), icon=icon, size=25, pad=16
    )
