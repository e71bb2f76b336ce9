"""Help on one page: the keys of the screen below, the keys of every screen, and how to play."""

from game.app.desk import Desk
from game.tongue import N_, _
from game.ui.art.tokens import Token
from game.ui.kit.boxes import Column, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Rule, Text, heading
from game.ui.kit.controls import Button, KeyCap, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, front, front_keys
from game.ui.stack import Binding, Env, Outcome, Stay, View
from game.values import dataclass, field

Keys = tuple[tuple[str, str], ...]

HOW_TO_PLAY = (
    N_("Roll, and choose which way to walk. Where you land picks the theme."),
    N_("Turn a card: play it, or swap it. No reason is asked."),
    N_("Meet and Think: a volunteer reads, then half a quiet minute."),
    N_("Round: each seat once, from its lens or as itself, or pass."),
    N_("Talk, then Evidence: what would help, and one fact with its source."),
    N_("Agree and Keep: one shared line, the panes it fed, something to take away."),
    N_("At the close the door opens, however many panes are lit."),
)

EVERYWHERE: Keys = (
    ("Space", N_("the main button")),
    ("Page Down", N_("reads on; then the same")),
    ("Esc", N_("back, or close")),
    ("Page Up", N_("the same, on a clicker")),
    ("Tab", N_("move; arrows do too")),
    ("Pad A", N_("press; B back; Y help")),
    ("Shift A", N_("accessibility; F9 too")),
    ("Ctrl + −", N_("text size")),
    ("F11", N_("full screen")),
    ("F5", N_("read the content again")),
    ("F8", N_("your notes in a window")),
    ("Ctrl P", N_("print")),
    ("Ctrl Q", N_("quit; all is saved")),
)

IN_SESSION: Keys = (
    ("P", N_("pause; the clock stops")),
    ("B", N_("curtain; F2 while typing")),
    ("S", N_("where to turn")),
    ("T", N_("seats, plan, stop here")),
    ("Ctrl Z", N_("undo; Ctrl Y redo")),
    ("Ctrl S", N_("what to do if saving fails")),
)

BY_SCREEN: dict[str, tuple[str, Keys]] = {
    "home": (
        N_("The title page"),
        (("Q", N_("quick start")), ("N", N_("new session, step by step"))),
    ),
    "seats": (
        N_("Who is round the table?"),
        (
            ("A", N_("add a seat")),
            ("W", N_("whom we walk with")),
            ("Enter", N_("open the agreement")),
        ),
    ),
    "agreement": (N_("Our agreement"), (("Space", N_("we agree")), ("E", N_("change the lines")))),
    "board": (
        N_("The board"),
        (("Space", N_("roll, or walk forward")), ("1", N_("walk back")), ("2", N_("walk forward"))),
    ),
    "companion": (
        N_("Cards on the table"),
        (
            ("Enter", N_("read the card")),
            ("Tab", N_("to what is near, and the library")),
            ("Esc", N_("out of the field, to the other keys")),
            ("W", N_("another card, before Agree")),
        ),
    ),
    "paper": (
        N_("A session played on paper"),
        (
            ("Enter", N_("the next field")),
            ("Shift Tab", N_("the field before")),
            ("Ctrl Enter", N_("check it and enter it")),
            ("Esc", N_("out; all is kept")),
        ),
    ),
    "card": (
        N_("A card lies face up"),
        (("Space", N_("play this card")), ("W", N_("swap it for another"))),
    ),
    "conversation": (
        N_("The conversation"),
        (
            ("Space", N_("next voice, or stage")),
            ("X", N_("pass")),
            ("L", N_("another lens")),
            ("N", N_("a prompt if talk stalls")),
            ("Enter", N_("from the round to Talk")),
        ),
    ),
    "moment": (N_("A moment"), (("Space", N_("walk on")),)),
    "breather": (N_("A pause space"), (("Space", N_("walk on")),)),
    "break": (N_("The break"), (("Space", N_("carry on together")),)),
    "pause": (
        N_("The pause"),
        (
            ("P", N_("carry on")),
            ("W", N_("swap this card")),
            ("E", N_("stop here, to the closing")),
        ),
    ),
    "debrief": (N_("The debrief"), (("Space", N_("the next step")),)),
    "survey": (
        N_("Before and now"),
        (
            ("1", N_("by show of hands")),
            ("2", N_("one at a time")),
            ("3", N_("type sheets in from paper")),
            ("4", N_("only what the session was like")),
            ("0", N_("leave it out")),
        ),
    ),
    "before": (
        N_("Before we start"),
        (("1", N_("by show of hands")), ("2", N_("one at a time")), ("0", N_("leave it out"))),
    ),
    "follow": (N_("Last time you said"), (("1", N_("to 4: one hand more")), ("Space", N_("on")))),
    "papers": (
        N_("Paper sheets"),
        (
            ("1", N_("to 5: the answer at the cursor")),
            ("P", N_("or 0: prefer not to say")),
            ("Enter", N_("left open")),
            ("Space", N_("the next sheet")),
            ("H", N_("hand the pile in")),
        ),
    ),
    "hands": (
        N_("Show of hands"),
        (
            ("Tab", N_("to the counts")),
            ("Enter", N_("the next count")),
            ("Space", N_("the next line")),
        ),
    ),
    "sheets": (
        N_("One at a time"),
        (
            ("1", N_("to 5: your answer; 0 not to say")),
            ("E", N_("plain words")),
            ("F", N_("finish here")),
            ("Space", N_("on")),
            ("H", N_("hand all sheets in")),
        ),
    ),
    "commitments": (
        N_("What we will do"),
        (("Space", N_("on to the door")), ("Enter", N_("the next seat"))),
    ),
    "programmes": (
        N_("Programmes"),
        (
            ("1", N_("to 9: go on with one")),
            ("N", N_("name a new one")),
            ("Space", N_("go on with the last")),
        ),
    ),
    "dashboard": (
        N_("All groups together"),
        (
            ("Space", N_("read the folder; the next part")),
            ("P", N_("the part before")),
            ("R", N_("write the page and the table")),
            ("F", N_("another folder")),
        ),
    ),
    "library": (
        N_("The library"),
        (("Tab", N_("through themes and cards")), ("Enter", N_("open a card"))),
    ),
    "table": (
        N_("The table"),
        (("A", N_("add a seat")), ("+", N_("one card more")), ("-", N_("one card fewer"))),
    ),
    "problems": (N_("Problems in the pack"), (("F5", N_("read the pack again")),)),
}
"""Screens by the first word of their name; one without keys of its own is not listed."""

AT_THE_TABLE = {
    "companion",
    "agreement",
    "board",
    "card",
    "conversation",
    "moment",
    "breather",
    "break",
    "debrief",
    "survey",
    "before",
    "follow",
    "hands",
    "commitments",
    "finale",
}


@dataclass(frozen=True, slots=True)
class HelpScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    name: str = "help"

    def update(self, message: Message) -> Outcome:
        return front(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        keys = (
            *(each for each in front_keys() if each.message is not None and each.combo != "f1"),
            Binding("f1", _("back"), Close(), footer=False),
        )
        kind = self.below.split(" ")[0]
        parts: list[Widget] = []
        if kind in BY_SCREEN:
            title, own = BY_SCREEN[kind]
            parts.extend((heading(_(title), 30), _keys(own), Rule()))
        if kind in AT_THE_TABLE:
            parts.extend((heading(_("While you play"), 30), _keys(IN_SESSION), Rule()))
        parts.extend((heading(_("On every screen"), 30), _keys(EVERYWHERE)))
        cheat = Panel(Column(tuple(parts), gap=12), pad=34, pad_y=24)
        steps = tuple(_step(n, words) for n, words in enumerate(HOW_TO_PLAY))
        play = Panel(Column((heading(_("How to play"), 36), *steps), gap=15), pad=36, pad_y=26)
        back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY)
        if env.narrow:
            body: Widget = Column(
                (Grow(Scroll(Column((cheat, play), gap=26), key="help")), back), gap=20
            )
        else:
            wide = 760 if env.width > 1700 else 560
            left = Column((Grow(Scroll(play, key="help play")), back), gap=22)
            body = Row(
                (Grow(Scroll(cheat, key="help keys")), Fixed(left, wide)),
                gap=34,
                align=0,
                stretch=True,
            )
        under = _("There is nothing to win and nobody is scored. The talk is the game.")
        return View(
            _("Help"),
            framed(env, titled(_("Help"), under, body, size=56), keys),
            keys,
            primary=Close(),
        )


def _keys(keys: Keys) -> Widget:
    rows = tuple(
        Row(
            (
                Fixed(Row((KeyCap(cap, INK, size=21),)), 140, scaled=True),
                Grow(Text(_(words), Style(26, Face.REGULAR, INK, 1.2))),
            ),
            gap=18,
        )
        for cap, words in keys
    )
    return Grid(rows, columns=2, gap=10, least=320)


def _step(number: int, words: str) -> Widget:
    return Row(
        (
            Token("circle", str(number + 1), 52),
            Grow(Text(_(words), Style(28, Face.REGULAR, INK, 1.28))),
        ),
        gap=20,
        align=0,
    )
