"""Accessibility: what is seen, heard, read aloud and pressed; each choice works at once."""

from game.app.desk import Desk
from game.app.languages import LANGUAGES
from game.app.profiles import entered
from game.app.settings import (
    HOLD_TIMES,
    IGNORE_TIMES,
    PROFILES,
    SPEEDS,
    TIMER_CHOICES,
    Settings,
)
from game.tongue import N_, _
from game.ui.kit.boxes import Column, Fixed, Grow, Panel, Row
from game.ui.kit.content import Text
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import SOFT
from game.ui.screens.choices import Choice, line, on_off, one_of
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, front, front_keys
from game.ui.screens.languages import card_languages
from game.ui.screens.seen import palettes, shades, sizes, spacings
from game.ui.screens.switching import switch_lines
from game.ui.stack import Binding, Env, Outcome, Signal, Stay, View
from game.values import dataclass, field, replace


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
        now = self.desk.settings
        left = Column(
            (
                _group(_("Language and place"), self._place(env)),
                _group(_("Letters and lines"), sizes(now, Change), spacings(env, now, Change)),
                _group(_("Colours and motion"), palettes(now, Change), shades(env, now, Change)),
            ),
            gap=26,
        )
        right = Column(
            (
                _group(_("Hearing"), self._heard(env)),
                _group(_("Pressing"), self._hands(env)),
                _group(_("Time and keeping"), self._time(env)),
            ),
            gap=26,
        )
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
            _("Settings and accessibility"),
            framed(env, titled(_("Settings and accessibility"), under, body), keys),
            keys,
            primary=Close(),
        )

    def _place(self, env: Env) -> Widget:
        rows = (*self._language(env), self._profile(env))
        return Panel(Column(rows, gap=26), pad=34, pad_y=30)

    def _language(self, env: Env) -> tuple[Widget, ...]:
        now = self.desk.settings
        choices = tuple(
            # Somebody who cannot read the words round it still finds their own language.
            Choice(name, Change(replace(now, language=code)), now.language == code, as_it_is=True)
            for code, name in LANGUAGES.items()
        )
        words = N_("Of the screen and what is printed. Cards stay in the language of their pack.")
        row = line(env, "messages", N_("Language"), words, choices)
        cards = card_languages(env, self.desk, Change)
        return (row, *cards)

    def _profile(self, env: Env) -> Widget:
        now = self.desk.settings
        choices = tuple(
            Choice(_PROFILES[each][0], Change(entered(now, each)), now.profile == each)
            for each in PROFILES
        )
        return line(env, "eye", N_("Where it is seen"), _PROFILES[now.profile][1], choices)

    def _heard(self, env: Env) -> Widget:
        now, speaker = self.desk.settings, self.desk.speaker
        sounds = (
            line(
                env,
                "volume",
                N_("Sound"),
                N_("Few, soft, never the only sign."),
                on_off(now, "sound", Change),
            ),
            line(
                env,
                "message-circle",
                N_("Captions"),
                N_("Each sound in a few words, below."),
                on_off(now, "captions", Change),
            ),
        )
        if not speaker.available:
            rows: tuple[Widget, ...] = (
                line(env, "ear", N_("Read aloud"), speaker.why, ()),
                *sounds,
            )
            return Panel(Column(rows, gap=30), pad=34, pad_y=34)
        rows = (
            line(
                env,
                "ear",
                N_("Read aloud"),
                N_("V does the same. Shift V reads the whole screen."),
                on_off(now, "speak", Change),
            ),
            line(
                env,
                "player-play",
                N_("Speed of reading"),
                N_("Words a minute."),
                one_of(now, "speed", ((each, str(each)) for each in SPEEDS), Change),
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
                    one_of(now, "voice", named, Change),
                ),
            )
        return Panel(Column((*rows, *sounds), gap=30), pad=34, pad_y=34)

    def _hands(self, env: Env) -> Widget:
        now = self.desk.settings
        rows = (
            *switch_lines(env, now, Change),
            line(
                env,
                "hand-finger",
                N_("Larger targets"),
                N_("A press near a button counts as one on it."),
                on_off(now, "large_targets", Change),
            ),
            line(
                env,
                "keyboard",
                N_("Same key again"),
                N_("Ignored if it comes within so many seconds."),
                one_of(now, "ignore", ((each, _seconds(each)) for each in IGNORE_TIMES), Change),
            ),
            line(
                env,
                "hand-stop",
                N_("Hold a key"),
                N_("It counts once held so many seconds; typing goes on as usual."),
                one_of(now, "hold", ((each, _seconds(each)) for each in HOLD_TIMES), Change),
            ),
        )
        return Panel(Column(rows, gap=30), pad=34, pad_y=34)

    def _time(self, env: Env) -> Widget:
        now = self.desk.settings
        timers = one_of(
            now, "timers", ((each, _TIMER_LABELS[each]) for each in TIMER_CHOICES), Change
        )
        rows = (
            line(env, "hourglass", N_("Timers"), _TIMERS[now.timers], timers),
            self._keeping(env),
            line(
                env,
                "square",
                N_("Full screen"),
                N_("F11 does the same."),
                on_off(now, "full_screen", Change),
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


_PROFILES = {
    "room": (N_("In the room"), N_("Your own settings, for people round one screen.")),
    "call": (
        N_("Video call"),
        N_(
            "Large text, high contrast, plain colours; nothing moves, and sounds are in words. "
            "Each can still be changed."
        ),
    ),
    "projector": (
        N_("Projector"),
        N_("Strong contrast, clear edges. Each can still be changed."),
    ),
    "tv": (N_("TV"), N_("Strong contrast, clear edges. Each can still be changed.")),
}
"""What each is called, and what it does."""


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds / 1000:g} s" if milliseconds else N_("Off")


def _group(title: str, *panels: Widget) -> Widget:
    """Panels that belong together, under what they have in common."""
    return Column((Text(title, _GROUP, kind="heading"), *panels), gap=16)


_GROUP = Style(30, Face.SEMIBOLD, SOFT, 1.25)
