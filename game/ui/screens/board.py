"""The board: the die, the walk, the crossroads, and the door in the middle."""

from functools import lru_cache

from game.app.desk import Desk
from game.art.ring import space_name
from game.model.pack import Person, Space
from game.model.themes import Theme
from game.rules.commands import ChooseTheme, Refusal, RollDie, Walk
from game.rules.events import TokenWalked
from game.rules.state import Direction, Phase, State
from game.rules.view import (
    ScaleSum,
    current_seat,
    letter,
    lit_panes,
    reachable,
    scale_sum,
    shape,
)
from game.tongue import _
from game.ui.art.board import BoardArt, Choice, Piece
from game.ui.art.door import Door
from game.ui.art.palettes import BODY_TONE, MIND, THEME_ICONS, fill_of
from game.ui.art.scale import ScaleBar
from game.ui.art.tokens import Die, Token
from game.ui.kit.again import Again
from game.ui.kit.boxes import Column, Fit, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, KeyCap, Kind, Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.overlook import Overlook
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, INK
from game.ui.screens.cardsheet import soft, tone_on
from game.ui.screens.frame import framed
from game.ui.screens.people import portrait
from game.ui.screens.registry import Ask, live, screen_for
from game.ui.screens.table import Do, ask, moved_on, news, session_keys, usual
from game.ui.stack import (
    Binding,
    Cue,
    Env,
    FocusOn,
    Notice,
    Outcome,
    Replace,
    Sound,
    Stay,
    Tween,
    View,
)
from game.values import dataclass, field

STEP_MS = 190

_SEAT_ROWS = ((4, 50, 30, 7, 6), (5, 44, 29, 5, 2), (7, 36, 25, 1, 0), (8, 32, 24, 1, 0))
"""For up to so many seats: how large token and name are, the air round them, and the gap between."""
MOST_AT_CROSSROADS = 5
_FILLS = tuple(fill_of(theme) for theme in Theme)


@dataclass(frozen=True, slots=True)
class Go:
    """Walk this way round."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class Arrived:
    """The token has come to rest."""


@dataclass(frozen=True, slots=True)
class LookAtThemes:
    """Lead whoever holds the keys to the themes, so that the table can choose by Space alone."""


@dataclass(frozen=True, slots=True)
class Trip:
    """A token on its way, for the eye only: the rules have it at its goal already."""

    seat: int
    start: int
    steps: int
    """Negative when walking back."""


@dataclass(frozen=True, slots=True)
class BoardScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    trip: Trip | None = None
    name: str = "board"

    def update(self, message: Message) -> Outcome:
        match message:
            case Go(direction):
                return self._walk(direction)
            case Arrived():
                return moved_on(self.desk, BoardScreen(self.desk), Phase.WALK)
            case LookAtThemes():
                return Stay(self, (FocusOn(f"theme {self._first_to_offer().value}"),))
            case Do(RollDie()):
                rolling: tuple[Cue, ...] = (Tween("roll", 700), Sound("roll", _("the die rolls")))
                return ask(
                    self.desk, BoardScreen(self.desk), RollDie(), cues=lambda _events: rolling
                )
            case _:
                return usual(self.desk, self, message) or Stay(self)

    def _walk(self, direction: Direction) -> Outcome:
        """Let the token walk space by space; what waits there shows once it has arrived."""
        session = live(self.desk)
        if session.state.phase is not Phase.WALK:
            return Replace(screen_for(self.desk))
        sitting = current_seat(session.state)
        start = session.state.places[session.state.seats.index(sitting)]
        rolled = session.state.rolled
        answer = session.send(Walk(direction))
        if isinstance(answer, Refusal):
            return Stay(self, (Notice(answer.sentence),))
        steps = rolled if direction is Direction.FORWARD else -rolled
        if not any(isinstance(event, TokenWalked) for event in answer):
            return Replace(screen_for(self.desk))
        trip = Trip(int(sitting.id), start, steps)
        walking = Tween("walk", STEP_MS * rolled, then=Arrived())
        return Stay(BoardScreen(self.desk, trip), (walking, Sound("step", _("a token walks"))))

    # Looking.

    def view(self, env: Env) -> View:
        session = live(self.desk)
        state = session.state
        keys = self._keys(state)
        art = self._art(env, state)
        side = self._side(state)
        action = self._action(env, state)
        if env.narrow:
            # What has to be chosen comes first: a way on the board, or a theme from the list.
            first, then = ((side,), ()) if state.phase is Phase.CROSSROADS else ((), (side,))
            body: Widget = Overlook(art, first, then, action, self._rolls(env, state), "board all")
        else:
            right = Column((Grow(Scroll(side, key="board side")), action), gap=22)
            body = Row((Grow(art), Fixed(right, 546)), gap=38, align=0, stretch=True)
        return View(
            _("The board"),
            framed(env, body, keys, news(self.desk), note_low=True),
            keys,
            primary=self._primary(state),
            back=Ask.BACK,
            refresh=20.0,
        )

    def _primary(self, state: State) -> Message:
        if self.trip is not None:
            return Arrived()
        match state.phase:
            case Phase.ROLL:
                return Do(RollDie())
            case Phase.WALK:
                return Go(Direction.FORWARD)
            case Phase.CROSSROADS:
                return LookAtThemes()
            case _:
                return None

    def _first_to_offer(self) -> Theme:
        """A theme whose pane is still dark, or the first of all."""
        lit = lit_panes(live(self.desk).state)
        return next((theme for theme in Theme if theme not in lit), next(iter(Theme)))

    def _keys(self, state: State) -> tuple[Binding, ...]:
        own: tuple[Binding, ...] = ()
        if state.phase is Phase.WALK and self.trip is None:
            own = (
                Binding("1", _("back"), Go(Direction.BACK), footer=False),
                Binding("2", _("forward"), Go(Direction.FORWARD), footer=False),
            )
        if state.phase is Phase.CROSSROADS:
            own = tuple(
                Binding(str(theme.place + 1), theme.label, Do(ChooseTheme(theme)), footer=False)
                for theme in Theme
            )
        return session_keys(self.desk, *own)

    # The board itself.

    def _art(self, env: Env, state: State) -> BoardArt:
        spaces = live(self.desk).pack.board.spaces
        pieces = tuple(
            Piece(shape(each), letter(each), each.name, self._stands(env, int(each.id), place))
            for each, place in zip(state.seats, state.places, strict=True)
        )
        names = tuple((theme.label, theme in state.lit) for theme in Theme)
        return BoardArt(
            spaces,
            pieces,
            Door(self._light(env, state)),
            names,
            self._choices(state, spaces),
            _FILLS,
            named=env.text <= 1.3 or not env.narrow,
            label=_board_words(state, spaces, names),
        )

    def _stands(self, env: Env, seat_id: int, place: int) -> float:
        if self.trip is None or self.trip.seat != seat_id:
            return float(place)
        share = env.moved("walk")
        return self.trip.start + self.trip.steps * share if share < 1 else float(place)

    @staticmethod
    def _light(env: Env, state: State) -> tuple[float, ...]:
        """Each pane's light; those that the last conversation lit are filling with it."""
        earlier = set(state.setup.lit)
        for played in state.played[:-1]:
            earlier.update(played.panes)
        fresh = set(state.played[-1].panes) - earlier if state.played else set()
        filling = env.moved("light")
        return tuple(
            0.0 if theme not in state.lit else round(filling, 2) if theme in fresh else 1.0
            for theme in Theme
        )

    def _choices(self, state: State, spaces: tuple[Space, ...]) -> tuple[Choice, ...]:
        if state.phase is not Phase.WALK or self.trip is not None:
            return ()
        found = reachable(live(self.desk).pack, state)
        return tuple(
            Choice(place, Go(direction), f"walk {direction.value}", space_name(spaces[place]))
            for direction, place in found
        )

    # The side: the person, the scale, the seats.

    def _side(self, state: State) -> Widget:
        if state.phase is Phase.CROSSROADS:
            return Column((self._crossroads(), self._seats(state, crowded=True)), gap=20)
        return Column((self._person(state), self._seats(state)), gap=20)

    def _person(self, state: State) -> Widget:
        person, face = None, None
        if state.setup.person is not None:
            person = live(self.desk).pack.person(state.setup.person)
            face = portrait(self.desk, person, 128)
        bar = scale_bar(scale_sum(state))
        # The words are in the reader's language, which may change while the table plays.
        words = (_("Walking with"), _("Mind"), _("Body"))
        return _PERSON.made(
            (person, face, bar, words), lambda: _person_panel(person, face, bar, words)
        )

    def _seats(self, state: State, *, crowded: bool = False) -> Widget:
        # So many are all seen at once, however long the question below them is.
        count = len(state.seats)
        token, size, air, gap = next(
            row[1:] for row in _SEAT_ROWS if count <= row[0] or row is _SEAT_ROWS[-1]
        )
        shown = state.seats
        if crowded:
            # Beside the themes there is room for five in small, or for whose turn it is.
            token, size, air, gap = _SEAT_ROWS[2][1:]
            shown = shown if count <= MOST_AT_CROSSROADS else (current_seat(state),)
        theirs = _("their turn")
        rows = tuple(
            _seat_row(
                Token(shape(each), letter(each), token),
                each.name,
                theirs if each.id == state.turn else "",
                size,
                air,
            )
            for each in shown
        )
        return Panel(Column(rows, gap=gap), pad=16, pad_y=12)

    # What to do now.

    def _action(self, env: Env, state: State) -> Widget:
        sitting = current_seat(state)
        die = _die(env, state)
        if state.phase is Phase.ROLL:
            return self._rolls(env, state)
        if state.phase is Phase.CROSSROADS:
            return Panel(
                Column(
                    (heading(_("Crossroads"), 36), soft(_("The table chooses any theme."), 27)),
                    gap=6,
                ),
                pad=30,
                pad_y=26,
            )
        top = Column(
            (
                heading(
                    _("{name} rolled a {rolled}").format(name=sitting.name, rolled=state.rolled), 36
                ),
                soft(self._ways(state), 27),
            ),
            gap=6,
        )
        if self.trip is not None:
            return Panel(Row((Grow(top), die), gap=18), pad=30, pad_y=26)
        back = Button(_("Back"), Go(Direction.BACK), "back", "1", height=70)
        ahead = Button(_("Forward"), Go(Direction.FORWARD), "forward", "2", Kind.PRIMARY, height=70)
        pair = Fit((Row((Grow(back), Grow(ahead)), gap=14), Column((back, ahead), gap=12)))
        return Panel(Column((Row((Grow(top), die), gap=18), pair), gap=18), pad=28, pad_y=24)

    @staticmethod
    def _rolls(env: Env, state: State) -> Widget:
        """Whose turn it is to roll."""
        top = Column(
            (
                heading(_("{name} rolls").format(name=current_seat(state).name), 36),
                soft(_("Then choose which way round to walk."), 27),
            ),
            gap=6,
        )
        button = Button(_("Roll the die"), Do(RollDie()), "roll", "Space", Kind.PRIMARY, height=84)
        row = Row((Grow(top), _die(env, state)), gap=18)
        return Panel(Column((row, button), gap=20), pad=30, pad_y=26)

    def _ways(self, state: State) -> str:
        """What lies each way, such as "Many viewpoints behind you, or a moment ahead?"."""
        spaces = live(self.desk).pack.board.spaces
        places = dict(reachable(live(self.desk).pack, state)) if state.phase is Phase.WALK else {}
        if len(places) < 2:
            return ""
        behind = space_name(spaces[places[Direction.BACK]])
        if spaces[places[Direction.BACK]] == spaces[places[Direction.FORWARD]]:
            return _("{name}, whichever way you walk.").format(name=behind)
        ahead = space_name(spaces[places[Direction.FORWARD]])
        ahead = ahead if spaces[places[Direction.FORWARD]].theme else ahead.lower()
        return _("{behind} behind you, or {ahead} ahead?").format(behind=behind, ahead=ahead)

    def _crossroads(self) -> Widget:
        rows = tuple(_theme_row(theme) for theme in Theme)
        return Panel(
            Column((heading(_("Any theme"), 32), Grid(rows, columns=1, gap=8)), gap=14),
            pad=24,
            pad_y=22,
        )


@lru_cache(maxsize=32)
def _seat_row(token: Token, name: str, turn: str, size: float, air: float) -> Widget:
    """A seat's token and name, and in words whose turn it is: the same widget until that changes."""
    parts: list[Widget] = [token, Grow(Text(name, Style(size, Face.BOLD, INK, 1.15)))]
    if turn:
        parts.append(Text(turn, Style(24, Face.SEMIBOLD, INK, 1.2)))
    return Panel(
        Row(tuple(parts), gap=20),
        fill=CREAM if turn else CARD,
        raised=False,
        radius=18,
        pad=18,
        pad_y=air,
        role=Role("list item", name, turn),
    )


def _die(env: Env, state: State) -> Widget:
    return Fixed(Die(state.rolled or 6, env.moved("roll")), 96, 96)


def _theme_row(theme: Theme) -> Widget:
    row = Row(
        (
            Panel(
                Icon(THEME_ICONS[theme], 36, tone_on(theme)),
                fill=fill_of(theme),
                raised=False,
                radius=14,
                pad=9,
                line=INK,
                line_width=2,
            ),
            Grow(Text(theme.label, Style(28, Face.SEMIBOLD, INK, 1.2))),
            KeyCap(str(theme.place + 1)),
        ),
        gap=18,
    )
    return Tap(row, Do(ChooseTheme(theme)), f"theme {theme.value}", Role("button", theme.label), 14)


def scale_bar(so_far: ScaleSum) -> ScaleBar:
    """The scale as drawn: it takes a plan or two before a half can be full."""
    most = max(6, so_far.mind, so_far.body)
    lean = max(-1.0, min(1.0, so_far.balance / most))
    return ScaleBar(so_far.mind / most, so_far.body / most, lean, label=scale_words(so_far))


def scale_words(so_far: ScaleSum) -> str:
    """The scale in words, without judging it."""
    if not so_far.plans:
        return _("The scale between mind and body: nothing placed yet")
    if not so_far.balance:
        return _("The scale: mind and body alike so far")
    if so_far.balance < 0:
        return _("The scale: more weight on mind so far")
    return _("The scale: more weight on body so far")


def _board_words(
    state: State, spaces: tuple[Space, ...], panes: tuple[tuple[str, bool], ...]
) -> str:
    """The board in words, for those who do not see it."""
    parts = [
        _("{name} stands on {space}").format(name=each.name, space=space_name(spaces[place]))
        for each, place in zip(state.seats, state.places, strict=True)
    ]
    names = ", ".join(name for name, lit in panes if lit) or _("none yet")
    return _("The board. {parts}. Panes lit: {names}.").format(parts=". ".join(parts), names=names)


_PERSON: Again[Widget] = Again()


def _person_panel(
    person: Person | None, face: Widget | None, bar: ScaleBar, words: tuple[str, str, str]
) -> Widget:
    """Whom the table walks with, and the scale as it stands."""
    walking_with, mind, body = words
    parts: list[Widget] = []
    if person is not None and face is not None:
        about = Column(
            (
                soft(walking_with, 24),
                heading(f"{person.name}, {person.age}", 36),
                Text(person.summary, Style(25, Face.REGULAR, INK, 1.3)),
            ),
            gap=2,
        )
        parts.append(Row((face, Grow(about)), gap=24, align=0))
    scale = Row((Icon("brain", 40, MIND), Grow(bar), Icon("heartbeat", 40, BODY_TONE)), gap=16)
    names = Row(
        (
            Grow(Text(mind, Style(24, Face.SEMIBOLD, MIND, 1.1))),
            Text(body, Style(24, Face.SEMIBOLD, BODY_TONE, 1.1)),
        ),
    )
    parts.append(Column((scale, names), gap=2))
    return Panel(Column(tuple(parts), gap=20), pad=30, pad_y=22)
