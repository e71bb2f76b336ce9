"""A card lies face up: its theme, level and content note come first, then play it or swap it."""

from game.app.desk import Desk
from game.art.signs import LEVELS
from game.model.pack import Card
from game.rules.commands import PlayCard, SwapCard
from game.rules.planner import card_seconds, pairs_at, seconds_left
from game.rules.view import current_seat, first_voice
from game.tongue import _, ngettext
from game.ui.art.cardback import CardBack
from game.ui.art.palettes import THEME_ICONS, fill_of
from game.ui.kit.boxes import Centre, Column, Flow, Grow, InLanguage, Panel, Row
from game.ui.kit.content import Icon, Rule, Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, INK
from game.ui.screens.cardsheet import card_sheet, note_line, soft, tone_on
from game.ui.screens.frame import framed, spread
from game.ui.screens.languages import (
    NextLanguage,
    in_its_language,
    language_keys,
    second_of,
    turn_to_next,
)
from game.ui.screens.people import name_and_age, portrait
from game.ui.screens.registry import Ask, live
from game.ui.screens.table import Do, ask, minutes_left, news, session_keys, usual
from game.ui.screens.walking import capital
from game.ui.stack import Binding, Env, Outcome, Sound, Stay, Tween, View
from game.values import dataclass, field


@dataclass(frozen=True, slots=True)
class FaceUpScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    name: str = "card"

    def update(self, message: Message) -> Outcome:
        if isinstance(message, Do) and isinstance(message.command, SwapCard):
            turning = (Tween("turn", 420), Sound("turn", _("a card turns")))
            return ask(self.desk, self, message.command, cues=lambda _events: turning)
        if isinstance(message, NextLanguage):
            turn_to_next(self.desk)
            return Stay(self)
        return usual(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        session = live(self.desk)
        state = session.state
        if state.face_up is None:
            raise LookupError("no card lies face up")
        card = session.pack.card(state.face_up)
        keys = session_keys(
            self.desk,
            Binding("w", _("swap"), Do(SwapCard()), footer=False),
            *language_keys(self.desk),
        )
        actions: tuple[Widget, ...] = (
            Button(_("Play this card"), Do(PlayCard()), "play", "Space", Kind.PRIMARY, height=88),
            Button(_("Swap it"), Do(SwapCard()), "swap", "W"),
        )
        side = Panel(
            Column(
                (
                    heading(_("{name} turned a card").format(name=current_seat(state).name), 36),
                    soft(_("Play it, or swap it. No reason is asked, and nobody is named."), 27),
                    *self._whom(card),
                    Rule(),
                    *self._ahead(),
                ),
                gap=16,
            )
        )
        body = spread(env, self._card(env, card), side, actions, key=f"face up {card.id}")
        return View(
            _("A card: {title}").format(title=card.title),
            framed(env, body, keys, news(self.desk)),
            keys,
            primary=Do(PlayCard()),
            back=Ask.BACK,
            refresh=20.0,
        )

    def _whom(self, card: Card) -> tuple[Widget, ...]:
        """Who is met on the card: the person the table walks with, or somebody else."""
        session = live(self.desk)
        along = session.state.setup.person
        walking = session.pack.person(along).name if along is not None else ""
        if card.person is None:
            if not walking:
                return ()
            words = _("This card is about somebody else whom {name} might meet.")
            return (Rule(), note_line("user-heart", words.format(name=walking), size=27))
        person = session.pack.person(card.person)
        words = ""
        if card.person == along:
            words = _("The person you walk with.")
        elif walking:
            words = _("This card is not about {name}, but about somebody else.").format(
                name=walking
            )
        who: tuple[Widget, ...] = (heading(name_and_age(person), 30),)
        if words:
            who = (*who, soft(words, 25))
        return (
            Rule(),
            Row((portrait(self.desk, person, 110), Grow(Column(who, gap=4))), gap=22),
        )

    def _ahead(self) -> tuple[Widget, ...]:
        """What comes if it is played: who begins, how long it takes and how long there is."""
        session = live(self.desk)
        state = session.state
        first = _("If you play it, {name} speaks first in the round.").format(
            name=first_voice(state).name
        )
        lines = [
            note_line("users", first, size=27),
            note_line(
                "refresh", _("If you swap it, the next card of this theme is turned."), size=27
            ),
        ]
        if self.desk.settings.timed:
            voice = state.setup.voice_seconds
            whole = card_seconds(len(state.seats), pairs_at(state.seats), voice)
            minutes = max(1, round(whole / 60))
            words = ngettext(
                "A card takes about {count} minute.", "A card takes about {count} minutes.", minutes
            ).format(count=minutes)
            left = seconds_left(state.setup.minutes, session.elapsed)
            lines.append(note_line("hourglass", f"{words} {capital(minutes_left(left))}.", size=27))
        return tuple(lines)

    def _card(self, env: Env, card: Card) -> Widget:
        turned = env.moved("turn")
        if turned < 1:
            return Centre(CardBack(card.theme, turned))
        sheet = card_sheet(card, self._front(card), gap=30, middle=True)
        return in_its_language(live(self.desk).pack, card, sheet)

    def _front(self, card: Card) -> tuple[Widget, ...]:
        icon, level = LEVELS[card.level]
        badge = Panel(
            Icon(THEME_ICONS[card.theme], 130, tone_on(card.theme)),
            fill=fill_of(card.theme),
            line=INK,
            line_width=3,
            raised=False,
            radius=70,
            pad=44,
        )
        parts: list[Widget] = [
            Centre(badge),
            Text(card.title, Style(54, Face.HEAVY, INK, 1.2), 0.5, kind="label"),
            *self._other_title(card),
            Centre(note_pill(icon, _(level))),
        ]
        if card.person is not None:
            person = live(self.desk).pack.person(card.person)
            parts.append(
                Text(
                    _("With {name}").format(name=person.name),
                    Style(30, Face.SEMIBOLD, INK, 1.2),
                    0.5,
                    kind="text",
                )
            )
        parts.extend((Rule(), self._notes(card)))
        return tuple(parts)

    def _other_title(self, card: Card) -> tuple[Widget, ...]:
        """The title in the second language, where one is shown."""
        second = second_of(self.desk, card)
        if second is None:
            return ()
        title = Text(second[0].title, Style(40, Face.BOLD, INK, 1.2), 0.5, kind="label")
        return (InLanguage(title, second[1], aloud=self.desk.settings.hear_second),)

    def _notes(self, card: Card) -> Widget:
        """What the card touches, said before anybody reads it."""
        if not card.notes:
            return Centre(note_line("info-circle", _("No particular content note."), size=27))
        pack = live(self.desk).pack
        chips = tuple(note_pill("", pack.topic(note).label) for note in card.notes)
        return Column(
            (heading(_("This card touches"), 28), Flow(chips, gap=14, line_gap=14)), gap=14
        )


def note_pill(icon: str, words: str) -> Widget:
    """A few words on a cream pill."""
    text = Text(words, Style(27, Face.SEMIBOLD, INK, 1.2), kind="text")
    inner: Widget = text
    if icon:
        inner = Row((Icon(icon, 32, INK), text), gap=12)
    return Panel(
        inner, fill=CREAM, raised=False, radius=32, pad=26, pad_y=12, role=Role("note", words)
    )
