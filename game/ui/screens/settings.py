"""Accessibility: what is seen, heard, read aloud and pressed; each choice works at once."""

from typing import Any

from game.app.desk import Desk
from game.app.languages import LANGUAGES
from game.app.profiles import entered
from game.app.settings import (
    EDGES,
    HOLD_TIMES,
    IGNORE_TIMES,
    LETTER_SPACINGS,
    LINE_SPACINGS,
    PALETTE_NAMES,
    PROFILES,
    SPEEDS,
    TEXT_SIZES,
    TIMER_CHOICES,
    Settings,
)
from game.tongue import N_, _
from game.ui.art.swatch import Swatch
from game.ui.kit.boxes import Column, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Chip, Kind, Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, INK, SAND_LINE
from game.ui.screens.choices import Choice, line
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, front, front_keys
from game.ui.screens.languages import card_languages
from game.ui.screens.switching import switch_lines
from game.ui.stack import Binding, Env, Outcome, Signal, Stay, View
from game.values import dataclass, field, replace

_PALETTE_LABELS = {"paper": N_("Paper"), "dark": N_("Dark"), "high contrast": N_("High contrast")}


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
            Binding("ctrl++", _("larger text"), Change(self.desk.settings.larger()), cap="Ctrl +"),
            Binding(
                "ctrl+-", _("smaller text"), Change(self.desk.settings.smaller()), cap="Ctrl −"
            ),
        )
        keys = tuple(each for each in keys if each.combo != "shift+a")
        back = Button(_("Done"), Close(), "done", "Space", Kind.PRIMARY)
        parts = (
            self._language(env),
            self._profile(env),
            self._size(),
            self._spacing(env),
            self._palette(),
        )
        left = Column(parts, gap=26)
        right = Column((self._aloud(env), self._switches(env), self._hands(env)), gap=26)
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
        under = _("For this screen. Each choice works at once, and is kept for next time.")
        return View(
            _("Accessibility"),
            framed(env, titled(_("Accessibility"), under, body), keys),
            keys,
            primary=Close(),
        )

    def _language(self, env: Env) -> Widget:
        now = self.desk.settings
        choices = tuple(
            Choice(name, Change(replace(now, language=code)), now.language == code)
            for code, name in LANGUAGES.items()
        )
        words = N_("Of the screen and what is printed. Cards stay in the language of their pack.")
        row = line(env, "messages", N_("Language"), words, choices)
        cards = card_languages(env, self.desk, Change)
        return Panel(Column((row, *cards), gap=26), pad=34, pad_y=30)

    def _profile(self, env: Env) -> Widget:
        now = self.desk.settings
        choices = tuple(
            Choice(_PROFILES[each][0], Change(entered(now, each)), now.profile == each)
            for each in PROFILES
        )
        row = line(env, "eye", N_("Where it is seen"), _PROFILES[now.profile][1], choices)
        return Panel(row, pad=34, pad_y=30)

    def _size(self) -> Widget:
        now = self.desk.settings
        chips = tuple(
            Chip(
                _("{size} %").format(size=size),
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
            Text(_("Her sister rang. Somebody answered."), Style(31, Face.REGULAR, INK, 1.4)),
            fill=CREAM,
            raised=False,
            radius=18,
            pad=28,
            pad_y=18,
        )
        body = Column(
            (
                _titled("text-size", _("Text size")),
                Grid(chips, columns=4, gap=12, least=150),
                sample,
            ),
            gap=20,
        )
        return Panel(body, pad=34, pad_y=30)

    def _palette(self) -> Widget:
        now = self.desk.settings
        cells = tuple(_swatch(name, now) for name in PALETTE_NAMES)
        grid = Grid(cells, columns=3, gap=18, least=200)
        return Panel(Column((_titled("contrast", _("Colours")), grid), gap=20), pad=34, pad_y=30)

    def _spacing(self, env: Env) -> Widget:
        now = self.desk.settings
        usual = Choice("Atkinson", Change(replace(now, typeface="usual")), now.typeface == "usual")
        lexend = Choice("Lexend", Change(replace(now, typeface="lexend")), now.typeface == "lexend")
        rows = (
            line(
                env,
                "arrow-down",
                N_("Between lines"),
                "",
                tuple(
                    Choice(f"{each} %", Change(replace(now, lines=each)), now.lines == each)
                    for each in LINE_SPACINGS
                ),
            ),
            line(
                env,
                "arrow-right",
                N_("Between letters"),
                N_("Where a label would no longer fit, its letters stand closer."),
                tuple(
                    Choice(_letters(each), Change(replace(now, letters=each)), now.letters == each)
                    for each in LETTER_SPACINGS
                ),
            ),
            line(
                env,
                "pencil",
                N_("Typeface"),
                N_("Some who find reading hard find Lexend easier."),
                (usual, lexend),
            ),
        )
        return Panel(Column(rows, gap=26), pad=34, pad_y=30)

    def _aloud(self, env: Env) -> Widget:
        now, speaker = self.desk.settings, self.desk.speaker
        if not speaker.available:
            rows: tuple[Widget, ...] = (line(env, "ear", N_("Read aloud"), speaker.why, ()),)
            return Panel(Column(rows, gap=30), pad=34, pad_y=34)
        rows = (
            line(
                env,
                "ear",
                N_("Read aloud"),
                N_("V does the same. Shift V reads the whole screen."),
                _on_off(now, "speak"),
            ),
            line(
                env,
                "player-play",
                N_("Speed of reading"),
                N_("Words a minute."),
                tuple(
                    Choice(str(each), Change(replace(now, speed=each)), now.speed == each)
                    for each in SPEEDS
                ),
            ),
        )
        if speaker.voices:
            named = (("", N_("Usual")), *speaker.voices)
            rows += (
                line(
                    env,
                    "user",
                    N_("Voice"),
                    "",
                    tuple(
                        Choice(label, Change(replace(now, voice=voice)), now.voice == voice)
                        for voice, label in named
                    ),
                ),
            )
        return Panel(Column(rows, gap=30), pad=34, pad_y=34)

    def _switches(self, env: Env) -> Widget:
        now = self.desk.settings
        motion = (
            Choice(N_("On"), Change(replace(now, still=False)), not now.still),
            Choice(N_("Off"), Change(replace(now, still=True)), now.still),
        )
        timers = tuple(
            Choice(_TIMER_LABELS[each], Change(replace(now, timers=each)), now.timers == each)
            for each in TIMER_CHOICES
        )
        rows = (
            line(
                env,
                "contrast",
                N_("Strong contrast"),
                N_("No pale words or lines."),
                _on_off(now, "strong"),
            ),
            line(
                env,
                "sun",
                N_("Plain colours"),
                N_("No shading, shadows or glow."),
                _on_off(now, "flat"),
            ),
            line(
                env,
                "square",
                N_("Clear edges"),
                N_("Where a screen cuts its edges off."),
                tuple(
                    Choice(_per_cent(each), Change(replace(now, edges=each)), now.edges == each)
                    for each in EDGES
                ),
            ),
            line(env, "wind", N_("Motion"), N_("Tokens walk, cards turn, panes fill."), motion),
            line(
                env,
                "volume",
                N_("Sound"),
                N_("Few, soft, never the only sign."),
                _on_off(now, "sound"),
            ),
            line(
                env,
                "message-circle",
                N_("Captions"),
                N_("Each sound in a few words, below."),
                _on_off(now, "captions"),
            ),
            line(env, "hourglass", N_("Timers"), _TIMERS[now.timers], timers),
            self._keeping(env),
            line(
                env,
                "square",
                N_("Full screen"),
                N_("F11 does the same."),
                _on_off(now, "full_screen"),
            ),
        )
        return Panel(Column(rows, gap=30), pad=34, pad_y=34)

    def _hands(self, env: Env) -> Widget:
        now = self.desk.settings
        rows = (
            *switch_lines(env, now, Change),
            line(
                env,
                "hand-finger",
                N_("Larger targets"),
                N_("A press near a button counts as one on it."),
                _on_off(now, "large_targets"),
            ),
            line(
                env,
                "keyboard",
                N_("Same key again"),
                N_("Ignored if it comes within so many seconds."),
                tuple(
                    Choice(_seconds(each), Change(replace(now, ignore=each)), now.ignore == each)
                    for each in IGNORE_TIMES
                ),
            ),
            line(
                env,
                "hand-stop",
                N_("Hold a key"),
                N_("It counts once held so many seconds; typing goes on as usual."),
                tuple(
                    Choice(_seconds(each), Change(replace(now, hold=each)), now.hold == each)
                    for each in HOLD_TIMES
                ),
            ),
        )
        return Panel(Column(rows, gap=30), pad=34, pad_y=34)

    def _keeping(self, env: Env) -> Widget:
        """Whether new sessions are kept on this computer."""
        now, must = self.desk.settings, self.desk.must_leave_nothing
        told = N_("Not kept: in memory only, gone when left.")
        not_kept = Choice(
            N_("Not kept"), Change(replace(now, leave_nothing=True)), self.desk.leaves_nothing
        )
        if must:
            # It was said when the game was started, and holds until it ends.
            return line(env, "eye-off", N_("New sessions"), told, (not_kept,))
        kept = Choice(
            N_("Kept"), Change(replace(now, leave_nothing=False)), not self.desk.leaves_nothing
        )
        return line(env, "eye-off", N_("New sessions"), told, (kept, not_kept))


_TIMER_LABELS = {
    "shown": N_("Shown"),
    "longer": N_("Longer"),
    "hidden": N_("Hidden"),
    "off": N_("Off"),
}
_TIMERS = {
    "shown": N_("They never cut anybody off."),
    "longer": N_("Rings take twice as long, and notices stay twice as long."),
    "hidden": N_("Rings and minutes are not shown."),
    "off": N_("Not shown, and notices stay until a key is pressed."),
}


def _on_off(now: Settings, name: str) -> tuple[Choice, Choice]:
    """The two sides of a setting that is a yes or a no."""
    is_on: bool = getattr(now, name)
    on: dict[str, Any] = {name: True}
    off: dict[str, Any] = {name: False}
    return (
        Choice(N_("On"), Change(replace(now, **on)), is_on),
        Choice(N_("Off"), Change(replace(now, **off)), not is_on),
    )


_PROFILES = {
    "room": (N_("In the room"), N_("Your own settings, for people round one screen.")),
    "call": (
        N_("Video call"),
        N_(
            "Large text, high contrast, plain colours; nothing moves, and sounds are in words. "
            "Each can still be changed below."
        ),
    ),
    "projector": (
        N_("Projector"),
        N_("Strong contrast, clear edges. Each can still be changed below."),
    ),
    "tv": (N_("TV"), N_("Strong contrast, clear edges. Each can still be changed below.")),
}
"""What each is called, and what it does."""


def _per_cent(number: int) -> str:
    return f"{number} %" if number else N_("None")


def _letters(per_cent: int) -> str:
    return f"+{per_cent} %" if per_cent else N_("Usual")


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds / 1000:g} s" if milliseconds else N_("Off")


def _titled(icon: str, words: str) -> Widget:
    return Row((Icon(icon, 44, INK), Grow(heading(words, 34))), gap=18)


def _swatch(name: str, now: Settings) -> Widget:
    chosen = now.palette == name
    label = Text(_(_PALETTE_LABELS[name]), Style(27, Face.BOLD, INK, 1.2), kind="label")
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
        Role("radio", _(_PALETTE_LABELS[name]), on=chosen),
        radius=22,
    )
