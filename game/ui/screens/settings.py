"""Accessibility: size, colours, motion, sound, timers and full screen; each choice works at once."""

from game.app.desk import Desk
from game.app.settings import PALETTE_NAMES, TEXT_SIZES, Settings
from game.ui.art.swatch import Swatch
from game.ui.kit.boxes import Column, Fixed, Flow, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Chip, Kind, Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, INK, SAND_LINE
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, front, front_keys
from game.ui.stack import Binding, Env, Outcome, Signal, Stay, View
from game.values import dataclass, field, replace

_PALETTE_LABELS = {"paper": "Paper", "dark": "Dark", "high contrast": "High contrast"}


@dataclass(frozen=True, slots=True)
class Change:
    """Use these settings from now on."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class SettingsScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    name: str = "settings"

    def update(self, message: Message) -> Outcome:
        if isinstance(message, Change):
            turned = message.settings.full_screen != self.desk.settings.full_screen
            self.desk.change(message.settings)
            return Stay(self, (Signal("full screen"),) if turned else ())
        return front(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        keys = front_keys(
            Binding("ctrl++", "larger text", Change(self.desk.settings.larger()), cap="Ctrl +"),
            Binding("ctrl+-", "smaller text", Change(self.desk.settings.smaller()), cap="Ctrl −"),
        )
        keys = tuple(each for each in keys if each.combo != "shift+a")
        back = Button("Done", Close(), "done", "Space", Kind.PRIMARY)
        left = Column((self._size(), self._palette()), gap=26)
        right = self._switches(env)
        if env.narrow:
            body: Widget = Column(
                (Grow(Scroll(Column((left, right), gap=26), key="settings")), back), gap=20
            )
        else:
            side = Column((Grow(Scroll(right, key="settings right")), back), gap=22)
            body = Row(
                (Grow(Scroll(left, key="settings left")), Fixed(side, min(720, env.width * 0.42))),
                gap=34,
                align=0,
                stretch=True,
            )
        under = "For this screen. Each choice works at once, and is kept for next time."
        return View(
            "Accessibility",
            framed(env, titled("Accessibility", under, body), keys),
            keys,
            primary=Close(),
        )

    def _size(self) -> Widget:
        now = self.desk.settings
        chips = tuple(
            Chip(
                f"{size} %",
                Change(replace(now, text=size)),
                f"text {size}",
                now.text == size,
                radio=True,
                size=28,
                pad=12,
            )
            for size in TEXT_SIZES
        )
        sample = Panel(
            Text("Her sister rang. Somebody answered.", Style(31, Face.REGULAR, INK, 1.4)),
            fill=CREAM,
            raised=False,
            radius=18,
            pad=28,
            pad_y=18,
        )
        body = Column(
            (_titled("text-size", "Text size"), Grid(chips, columns=4, gap=12, least=150), sample),
            gap=20,
        )
        return Panel(body, pad=34, pad_y=30)

    def _palette(self) -> Widget:
        now = self.desk.settings
        cells = tuple(_swatch(name, now) for name in PALETTE_NAMES)
        grid = Grid(cells, columns=3, gap=18, least=200)
        return Panel(Column((_titled("contrast", "Colours"), grid), gap=20), pad=34, pad_y=30)

    def _switches(self, env: Env) -> Widget:
        now = self.desk.settings
        rows = (
            _switch(
                env,
                "wind",
                "Motion",
                "Tokens walk, cards turn, panes fill.",
                ("On", Change(replace(now, still=False)), not now.still),
                ("Off", Change(replace(now, still=True)), now.still),
            ),
            _switch(
                env,
                "volume",
                "Sound",
                "Few, soft, and never the only sign.",
                ("On", Change(replace(now, sound=True)), now.sound),
                ("Off", Change(replace(now, sound=False)), not now.sound),
            ),
            _switch(
                env,
                "hourglass",
                "Timers",
                "They never cut anybody off.",
                ("Shown", Change(replace(now, timers="shown")), now.timers == "shown"),
                ("Hidden", Change(replace(now, timers="hidden")), now.timers == "hidden"),
            ),
            self._keeping(env),
            _switch(
                env,
                "square",
                "Full screen",
                "F11 does the same.",
                ("On", Change(replace(now, full_screen=True)), now.full_screen),
                ("Off", Change(replace(now, full_screen=False)), not now.full_screen),
            ),
        )
        return Panel(Column(rows, gap=30), pad=34, pad_y=34)

    def _keeping(self, env: Env) -> Widget:
        """Whether new sessions are kept on this computer."""
        now, must = self.desk.settings, self.desk.must_leave_nothing
        told = "Not kept: in memory only, gone when left."
        not_kept = ("Not kept", Change(replace(now, leave_nothing=True)), self.desk.leaves_nothing)
        if must:
            # It was said when the game was started, and holds until it ends.
            return _switch(env, "eye-off", "New sessions", told, not_kept)
        kept = ("Kept", Change(replace(now, leave_nothing=False)), not self.desk.leaves_nothing)
        return _switch(env, "eye-off", "New sessions", told, kept, not_kept)


def _titled(icon: str, words: str) -> Widget:
    return Row((Icon(icon, 44, INK), Grow(heading(words, 34))), gap=18)


def _swatch(name: str, now: Settings) -> Widget:
    chosen = now.palette == name
    label = Text(_PALETTE_LABELS[name], Style(27, Face.BOLD, INK, 1.2), kind="label")
    mark: tuple[Widget, ...] = (Icon("circle-check", 34, INK),) if chosen else ()
    sheet = Panel(
        Column((Swatch(name), Row((Grow(label), *mark), gap=10)), gap=14),
        fill=CREAM if chosen else CARD,
        line=INK if chosen else SAND_LINE,
        line_width=5 if chosen else 2,
        raised=False,
        radius=22,
        pad=18,
    )
    return Tap(
        sheet,
        Change(replace(now, palette=name)),
        f"palette {name}",
        Role("radio", _PALETTE_LABELS[name], on=chosen),
        radius=22,
    )


Side = tuple[str, Message, bool]


def _switch(env: Env, icon: str, title: str, words: str, *sides: Side) -> Widget:
    """A choice of two; both are named, so that neither is told by colour or place alone."""
    chips = tuple(
        Chip(
            label,
            message,
            f"{title.lower()} {label.lower()}",
            chosen,
            radio=True,
            size=27,
            pad=24,
        )
        for label, message, chosen in sides
    )
    told = Column((heading(title, 32), soft(words, 25)), gap=2)
    if env.width / env.text < 1800:
        told = Column((told, Flow(chips, gap=12)), gap=12)
        return Row((Icon(icon, 44, INK), Grow(told)), gap=22, align=0)
    return Row((Icon(icon, 44, INK), Grow(told), *chips), gap=18)
