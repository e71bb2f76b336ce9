"""Cards on the table: type the code of the card that lies there, and its conversation begins."""

from game.app.codes import LONGEST, card_with, missing, moment_with, near
from game.app.desk import Desk
from game.art.signs import LEVELS
from game.model.pack import Card, CardId, Moment
from game.model.themes import Theme
from game.rules.commands import LayCard
from game.rules.decide_laid import advice
from game.rules.view import current_seat, lit_panes, scale_sum
from game.tongue import N_, _
from game.ui.art.door import Door
from game.ui.art.palettes import BODY_TONE, MIND, THEME_ICONS, fill_of
from game.ui.kit.boxes import Centre, Column, Fixed, Flow, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Kind, Tap
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK, SOFT
from game.ui.screens.board import scale_bar
from game.ui.screens.cardsheet import card_sheet, note_line, soft, tone_on
from game.ui.screens.faceup import note_pill
from game.ui.screens.frame import framed, spread
from game.ui.screens.later import later
from game.ui.screens.library import Picked
from game.ui.screens.registry import Ask, live
from game.ui.screens.table import ask, news, session_keys, usual
from game.ui.stack import Env, FocusOn, Notice, Outcome, Push, Stay, View
from game.values import dataclass, field, replace

_TYPE_IT = N_("Type its code from the corner. Esc is the way to the other keys.")


@dataclass(frozen=True, slots=True)
class Typed:
    """The code as it stands in its field."""

    words: str


@dataclass(frozen=True, slots=True)
class Read:
    """Enter, or the main button: read the card that was found."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Look for the card in the library."""


@dataclass(frozen=True, slots=True)
class Take:
    """One of the cards that may have been meant."""

    code: str


@dataclass(frozen=True, slots=True)
class CompanionScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    words: str = ""
    name: str = "companion"

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Typed(words):
                return Stay(replace(self, words=words))
            case Take(code):
                return Stay(replace(self, words=code), (FocusOn("read"),))
            case Read():
                return self._read()
            case Pick():
                return Push(later("library:LibraryScreen")(self.desk, self.name, picking=True))
            case Picked(card):
                return self._lay(card)
            case _:
                return usual(self.desk, self, message) or Stay(self)

    @property
    def _found(self) -> Card | None:
        return card_with(live(self.desk).pack, self.words)

    def _read(self) -> Outcome:
        card = self._found
        moment = moment_with(live(self.desk).pack, self.words)
        if card is None and moment is not None:
            # A moment has no round and leaves nothing: the screen only shows it.
            return Push(
                later("between:LaidMomentScreen")(
                    self.desk, moment.id, live(self.desk).spot_seconds
                ),
                CompanionScreen(self.desk),
            )
        if card is None:
            return Stay(self, (Notice(missing(self.desk, self.words)), FocusOn("code")))
        return self._lay(card.id)

    def _lay(self, card: CardId) -> Outcome:
        return ask(self.desk, CompanionScreen(self.desk), LayCard(card))

    # Looking.

    def view(self, env: Env) -> View:
        card = self._found
        moment = None if card is not None else moment_with(live(self.desk).pack, self.words)
        found = moment if card is None else card
        label = (
            _("Read this card")
            if found is None
            else _("Read {code} together").format(code=found.code)
        )
        actions = (
            Button(label, Read(), "read", "Enter", Kind.PRIMARY, height=88),
            Button(_("Pick from the library"), Pick(), "pick", icon="cards"),
        )
        answer = self._answer(card) if moment is None else (_moment_tile(moment),)
        main = Column((self._entry(env), *answer), gap=26)
        body = spread(env, main, self._side(env), actions, key="companion")
        keys = session_keys(self.desk)
        return View(
            _("Which card lies on the table?"),
            framed(env, body, keys, news(self.desk)),
            keys,
            primary=Read(),
            back=Ask.BACK,
            focus="code",
            refresh=20.0,
        )

    def _entry(self, env: Env) -> Widget:
        turn = current_seat(live(self.desk).state)
        # Where the text is large, the card that was found needs the room.
        under = (
            ()
            if env.narrow
            else (soft(_("{name} turns a card.").format(name=turn.name) + " " + _(_TYPE_IT), 28),)
        )
        title = _("Which card lies on the table?")
        return Panel(
            Column(
                (
                    Text(title, Style(46, Face.HEAVY, INK, 1.15), kind="heading")
                    if not env.narrow
                    else heading(title, 32),
                    *under,
                    TextField(
                        "code",
                        self.words,
                        Typed,
                        _("The card’s code"),
                        hint=_("such as E-07"),
                        limit=LONGEST,
                        done=Read(),
                        size=72 if not env.narrow else 40,
                        face=Face.BOLD,
                    ),
                ),
                gap=14,
            ),
            pad=40 if not env.narrow else 28,
            pad_y=32 if not env.narrow else 18,
        )

    def _answer(self, card: Card | None) -> tuple[Widget, ...]:
        """The card that was found, with what the table may want to know first; or what is near."""
        if card is not None:
            return (card_sheet(card, self._about(card), gap=22),)
        close = near(live(self.desk).pack, self.words)
        if not close:
            return ()
        tiles = tuple(card_tile(each, Take(each.code), f"near {each.id}") for each in close)
        return (
            heading(_("Is it one of these?"), 30),
            Grid(tiles, columns=2, gap=16, least=430),
        )

    def _about(self, card: Card) -> tuple[Widget, ...]:
        session = live(self.desk)
        icon, level = LEVELS[card.level]
        notes = tuple(note_pill("", session.pack.topic(note).label) for note in card.notes)
        said = advice(session.pack, session.state, card.id)
        return (
            Flow((note_pill(icon, _(level)), *notes), gap=14, line_gap=14),
            *(note_line("bulb", words, size=27) for words in said),
        )

    def _side(self, env: Env) -> Widget:
        """The door and the scale, as the table colours them in beside the printed board."""
        state = live(self.desk).state
        lit = lit_panes(state)
        door = Door(tuple(1.0 if theme in lit else 0.0 for theme in Theme))
        tall = 400 if not env.narrow else 300
        words = _("Colour the panes on your own door, too.") if lit else _("No pane is lit yet.")
        scale = Row(
            (
                Icon("brain", 40, MIND, label=_("Mind")),
                Grow(scale_bar(scale_sum(state))),
                Icon("heartbeat", 40, BODY_TONE, label=_("Body")),
            ),
            gap=16,
        )
        return Panel(
            Column(
                (Centre(Fixed(door, tall * door.aspect, tall)), soft(words, 26), scale),
                gap=20,
            )
        )


def _moment_tile(moment: Moment) -> Widget:
    """The moment that was found, before it is read."""
    kicker = _("A moment: something goes right") if moment.bright else _("A moment")
    words = Column((soft(kicker, 27), heading(f"{moment.code} {moment.title}", 36)), gap=4)
    icon = Icon("sun" if moment.bright else "bolt", 56, INK)
    return Panel(Row((icon, Grow(words)), gap=24), pad=40, pad_y=30)


def card_tile(card: Card, message: Message, key: str) -> Widget:
    """A card's code and title on a small sheet that can be pressed."""
    badge = Panel(
        Icon(THEME_ICONS[card.theme], 40, tone_on(card.theme)),
        fill=fill_of(card.theme),
        line=INK,
        line_width=2,
        raised=False,
        radius=18,
        pad=14,
    )
    words = Column(
        (
            Text(card.code, Style(27, Face.BOLD, INK, 1.2), kind="label"),
            Text(card.title, Style(27, Face.REGULAR, SOFT, 1.2), kind="label"),
        ),
        gap=2,
    )
    sheet = Panel(Row((badge, Grow(words)), gap=18), radius=22, pad=18, pad_y=14)
    return Tap(sheet, message, key, Role("button", f"{card.code} {card.title}"), radius=22)
