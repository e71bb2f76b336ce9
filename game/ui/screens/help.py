"""Help on one page: the keys of the screen below, the keys of every screen, and how to play."""

from game.app.desk import Desk
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
    "Roll, and choose which way to walk. Where you land picks the theme.",
    "Turn a card: play it, or swap it. No reason is asked.",
    "Meet and Think: a volunteer reads, then half a quiet minute.",
    "Round: each seat once, from its lens or as itself, or pass.",
    "Talk, then Evidence: what would help, and one fact with its source.",
    "Agree and Keep: one shared line, the panes it fed, something to take away.",
    "At the close the door opens, however many panes are lit.",
)

EVERYWHERE: Keys = (
    ("Space", "the main button"),
    ("Page Down", "the same, on a clicker"),
    ("Esc", "back, or close"),
    ("Page Up", "the same, on a clicker"),
    ("Tab", "move; arrows do too"),
    ("Shift A", "accessibility"),
    ("Ctrl + −", "text size"),
    ("F11", "full screen"),
    ("F5", "read the content again"),
    ("Ctrl P", "print"),
    ("Ctrl Q", "quit; all is saved"),
)

IN_SESSION: Keys = (
    ("P", "pause; the clock stops"),
    ("B", "curtain for the room"),
    ("S", "where to turn"),
    ("T", "seats, plan, stop here"),
    ("Ctrl Z", "undo"),
    ("Ctrl Y", "redo"),
    ("Ctrl S", "when it is not saved"),
)

BY_SCREEN: dict[str, tuple[str, Keys]] = {
    "home": ("The title page", (("Q", "quick start"), ("N", "new session, step by step"))),
    "seats": (
        "Who is round the table?",
        (("A", "add a seat"), ("W", "whom we walk with"), ("Enter", "open the agreement")),
    ),
    "agreement": ("Our agreement", (("Space", "we agree"), ("E", "change the lines"))),
    "board": (
        "The board",
        (("Space", "roll, or walk forward"), ("1", "walk back"), ("2", "walk forward")),
    ),
    "companion": (
        "Cards on the table",
        (
            ("Enter", "read the card"),
            ("Tab", "to what is near, and the library"),
            ("Esc", "out of the field, to the other keys"),
            ("W", "another card, before Agree"),
        ),
    ),
    "paper": (
        "A session played on paper",
        (
            ("Enter", "the next field"),
            ("Shift Tab", "the field before"),
            ("Ctrl Enter", "check it and enter it"),
            ("Esc", "out; all is kept"),
        ),
    ),
    "card": ("A card lies face up", (("Space", "play this card"), ("W", "swap it for another"))),
    "conversation": (
        "The conversation",
        (
            ("Space", "next voice, or stage"),
            ("X", "pass"),
            ("L", "another lens"),
            ("N", "a prompt if talk stalls"),
            ("Enter", "from the round to Talk"),
        ),
    ),
    "moment": ("A moment", (("Space", "walk on"),)),
    "breather": ("A pause space", (("Space", "walk on"),)),
    "break": ("The break", (("Space", "carry on together"),)),
    "pause": (
        "The pause",
        (("P", "carry on"), ("W", "swap this card"), ("E", "stop here, to the closing")),
    ),
    "debrief": ("The debrief", (("Space", "the next step"),)),
    "survey": (
        "Before and now",
        (
            ("1", "by show of hands"),
            ("2", "one at a time"),
            ("3", "type sheets in from paper"),
            ("4", "only what the session was like"),
            ("0", "leave it out"),
        ),
    ),
    "before": (
        "Before we start",
        (("1", "by show of hands"), ("2", "one at a time"), ("0", "leave it out")),
    ),
    "follow": ("Last time you said", (("1", "to 4: one hand more"), ("Space", "on"))),
    "papers": (
        "Paper sheets",
        (
            ("1", "to 5: the answer at the cursor"),
            ("P", "or 0: prefer not to say"),
            ("Enter", "left open"),
            ("Space", "the next sheet"),
            ("H", "hand the pile in"),
        ),
    ),
    "hands": (
        "Show of hands",
        (("Tab", "to the counts"), ("Enter", "the next count"), ("Space", "the next line")),
    ),
    "sheets": (
        "One at a time",
        (
            ("1", "to 5: your answer; 0 not to say"),
            ("E", "plain words"),
            ("F", "finish here"),
            ("Space", "on"),
            ("H", "hand all sheets in"),
        ),
    ),
    "commitments": ("What we will do", (("Space", "on to the door"), ("Enter", "the next seat"))),
    "programmes": (
        "Programmes",
        (("1", "to 9: go on with one"), ("N", "name a new one"), ("Space", "go on with the last")),
    ),
    "dashboard": (
        "Many groups",
        (
            ("Space", "read the folder; the next part"),
            ("P", "the part before"),
            ("R", "write the page and the table"),
            ("F", "another folder"),
        ),
    ),
    "library": ("The library", (("Tab", "through themes and cards"), ("Enter", "open a card"))),
    "table": ("The table", (("A", "add a seat"), ("+", "one card more"), ("-", "one card fewer"))),
    "problems": ("Problems in the pack", (("F5", "read the pack again"),)),
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
            Binding("f1", "back", Close(), footer=False),
        )
        kind = self.below.split(" ")[0]
        parts: list[Widget] = []
        if kind in BY_SCREEN:
            title, own = BY_SCREEN[kind]
            parts.extend((heading(title, 30), _keys(own), Rule()))
        if kind in AT_THE_TABLE:
            parts.extend((heading("While you play", 30), _keys(IN_SESSION), Rule()))
        parts.extend((heading("On every screen", 30), _keys(EVERYWHERE)))
        cheat = Panel(Column(tuple(parts), gap=12), pad=34, pad_y=24)
        steps = tuple(_step(n, words) for n, words in enumerate(HOW_TO_PLAY))
        play = Panel(Column((heading("How to play", 36), *steps), gap=15), pad=36, pad_y=26)
        back = Button("Back", Close(), "back", "Space", Kind.PRIMARY)
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
        under = "There is nothing to win and nobody is scored. The talk is the game."
        return View(
            "Help", framed(env, titled("Help", under, body, size=56), keys), keys, primary=Close()
        )


def _keys(keys: Keys) -> Widget:
    rows = tuple(
        Row(
            (
                Fixed(Row((KeyCap(cap, INK, size=21),)), 140, scaled=True),
                Grow(Text(words, Style(26, Face.REGULAR, INK, 1.2))),
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
            Grow(Text(words, Style(28, Face.REGULAR, INK, 1.28))),
        ),
        gap=20,
        align=0,
    )
