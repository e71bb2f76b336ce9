"""The library: every card of the open pack, by theme and level, to browse before a session."""

from game.app.desk import Desk
from game.art.signs import LEVELS
from game.model.pack import Card, CardId, SetId
from game.model.themes import Theme
from game.ui.art.palettes import THEME_ICONS, fill_of
from game.ui.kit.boxes import Column, Fixed, Flow, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.controls import Button, Chip, Kind, Tap
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK, SOFT
from game.ui.screens.cardsheet import soft, tone_on
from game.ui.screens.cardview import CardView
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, Open, front, front_keys, small
from game.ui.screens.packs import PacksScreen
from game.ui.screens.walking import capital
from game.ui.stack import Binding, Env, Outcome, Push, Stay, View
from game.values import dataclass, field, replace


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
class Search:
    words: str


@dataclass(frozen=True, slots=True)
class OpenCard:
    card: CardId


@dataclass(frozen=True, slots=True)
class LibraryScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    theme: Theme | None = None
    level: int | None = None
    only: SetId | None = None
    words: str = ""
    name: str = "library"

    def update(self, message: Message) -> Outcome:
        match message:
            case ShowTheme(theme):
                return Stay(replace(self, theme=None if self.theme is theme else theme))
            case ShowLevel(level):
                return Stay(replace(self, level=None if self.level == level else level))
            case ShowSet(only):
                return Stay(replace(self, only=None if self.only == only else only))
            case Search(words):
                return Stay(replace(self, words=words))
            case OpenCard(card):
                listed = tuple(each.id for each in self._cards())
                return Push(CardView(self.desk, listed, listed.index(card)))
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _cards(self) -> tuple[Card, ...]:
        """The cards that the filters let through, by code."""
        pack = self.desk.pack
        if pack is None:
            return ()
        wanted = self.words.casefold().split()
        found = (
            card
            for card in pack.cards
            if self.theme in {None, card.theme}
            and self.level in {None, card.level}
            and (self.only is None or self.only in card.sets)
            and all(word in _searched(card) for word in wanted)
        )
        return tuple(sorted(found, key=lambda card: (card.theme.place, card.code)))

    def view(self, env: Env) -> View:
        cards = self._cards()
        pack = self.desk.pack
        total = 0 if pack is None else len(pack.cards)
        keys = front_keys(Binding("o", "open a pack", Open(PacksScreen)))
        tiles: Widget = Grid(tuple(_tile(card) for card in cards), columns=3, gap=20, least=470)
        if not cards:
            words = "No card fits. Let go of a filter, or search for fewer words."
            tiles = Panel(Text(words, Style(34, Face.SEMIBOLD, INK, 1.4)))
        back = Button("Back", Close(), "back", "Space", Kind.PRIMARY)
        count = soft(f"{len(cards)} of {total} cards", 27)
        packs = Button("Open a pack", Open(PacksScreen), "packs", "O")
        if env.narrow:
            everything = Column((self._filters(env), count, tiles), gap=24)
            body: Widget = Column((Grow(Scroll(everything, key="library")), back), gap=20)
        else:
            bottom = Row((Grow(count), Fixed(packs, 360), Fixed(back, 360)), gap=20)
            body = Column((self._filters(env), Grow(Scroll(tiles, key="library")), bottom), gap=24)
        title = "Library" if pack is None else pack.title
        return View(
            "Library",
            framed(env, titled("Library", f"The cards of: {title}", body, size=56), keys),
            keys,
            primary=Close(),
        )

    def _filters(self, env: Env) -> Widget:
        themes = tuple(
            Chip(
                theme.label,
                ShowTheme(theme),
                f"theme {theme.value}",
                self.theme is theme,
                icon=THEME_ICONS[theme],
                size=25,
                pad=18,
            )
            for theme in Theme
        )
        levels = tuple(
            Chip(
                label,
                ShowLevel(level),
                f"level {level}",
                self.level == level,
                icon=icon,
                size=25,
                pad=18,
            )
            for level, (icon, label) in LEVELS.items()
        )
        pack = self.desk.pack
        sets = tuple(
            Chip(
                capital(each.label),
                ShowSet(each.id),
                f"set {each.id}",
                self.only == each.id,
                size=25,
                pad=18,
            )
            for each in (pack.sets if pack is not None else ())
        )
        search = TextField(
            "search",
            self.words,
            Search,
            "Search the cards",
            hint="Search for a word, a name, a code",
            limit=60,
            size=27,
        )
        chips = Flow((*themes, *sets), gap=10, line_gap=10)
        if env.narrow:
            return Column((search, chips, Flow(levels, gap=10, line_gap=10)), gap=14)
        second = Row((Flow(levels, gap=10, line_gap=10), Grow(search)), gap=24)
        return Column((chips, second), gap=12)


def _searched(card: Card) -> str:
    """Everything of a card that a search looks through."""
    return " ".join((card.title, card.code, card.scene, card.voice, *card.talk)).casefold()


def _tile(card: Card) -> Widget:
    icon, level = LEVELS[card.level]
    badge = Panel(
        Icon(THEME_ICONS[card.theme], 48, tone_on(card.theme)),
        fill=fill_of(card.theme),
        line=INK,
        line_width=2,
        raised=False,
        radius=20,
        pad=18,
    )
    words = Column(
        (
            Row(
                (
                    small(card.code, INK, 25, Face.BOLD),
                    Icon(icon, 28, SOFT),
                    Grow(small(level.split(",")[0], SOFT, 24, Face.REGULAR)),
                ),
                gap=10,
            ),
            Text(card.title, Style(30, Face.BOLD, INK, 1.2), kind="label"),
            small(card.theme.label, SOFT, 24, Face.REGULAR),
        ),
        gap=3,
    )
    sheet = Panel(Row((badge, Grow(words)), gap=22), radius=24, pad=22, pad_y=18)
    said = f"{card.code} {card.title}"
    return Tap(sheet, OpenCard(card.id), f"card {card.id}", Role("button", said, card.theme.label))
