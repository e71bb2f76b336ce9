"""
The curtain: a calm card for the room while the facilitator reads.

The notes of the card in hand come only when asked for twice, with the screen turned away.
"""

from enum import Enum

from game.app.desk import Desk
from game.model.pack import Card
from game.model.themes import Theme
from game.rules.view import lit_panes
from game.tongue import _
from game.ui.art.door import Door
from game.ui.kit.boxes import Centre, Column, Fixed, Grow, Panel, Row
from game.ui.kit.content import Icon, Rule, Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK, SOFT
from game.ui.screens.cardsheet import READING, card_sheet, note_line, soft
from game.ui.screens.frame import framed
from game.ui.screens.front import Close, bottom, front
from game.ui.screens.registry import live
from game.ui.stack import Binding, Env, Outcome, Stay, View
from game.values import dataclass, field, replace


class Seen(Enum):
    """What the curtain shows."""

    CALM = "calm"
    WARNED = "warned"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Show:
    seen: Seen


@dataclass(frozen=True, slots=True)
class CurtainScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    seen: Seen = Seen.CALM
    name: str = "curtain"

    def update(self, message: Message) -> Outcome:
        if isinstance(message, Show):
            return Stay(replace(self, seen=message.seen))
        return front(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        match self.seen:
            case Seen.CALM:
                return self._calm(env)
            case Seen.WARNED:
                return self._warned(env)
            case Seen.NOTES:
                return self._notes(env)

    def _calm(self, env: Env) -> View:
        session = self.desk.session
        lit = () if session is None else lit_panes(session.state)
        keys = (
            Binding("b", _("lift the curtain"), Close()),
            Binding(".", _("lift the curtain"), Close(), footer=False),
            Binding("escape", _("lift the curtain"), Close(), footer=False),
            Binding("f", _("for the facilitator"), Show(Seen.WARNED)),
        )
        light = tuple(1.0 if theme in lit else 0.0 for theme in Theme)
        words = Column(
            (
                Text(_("Back in a moment"), Style(84, Face.HEAVY, INK, 1.12), kind="heading"),
                Text(
                    _("Rest your eyes, stretch, or have a word with your neighbour."),
                    Style(38, Face.REGULAR, SOFT, 1.4),
                ),
            ),
            gap=24,
        )
        lift = Button(_("Lift the curtain"), Close(), "lift", "Space", Kind.PRIMARY, height=88)
        if env.narrow:
            body: Widget = Column((Grow(Scroll(Centre(words), key="curtain")), lift), gap=20)
        else:
            right = Column(
                (Grow(Centre(words, across=0)), Row((Grow(soft("")), Fixed(lift, 480)))), gap=24
            )
            wide = 760 if env.width > 1700 else 540
            body = Row(
                (Fixed(Centre(Door(light)), wide), Grow(right)), gap=90, align=0, stretch=True
            )
        return View(
            # A slip in a pack's file is no news for a room that rests, nor what was just heard.
            _("Back in a moment"),
            framed(replace(env, standing="", unsaved="", caption=""), body, keys),
            keys,
            primary=Close(),
            back=Close(),
        )

    def _warned(self, env: Env) -> View:
        keys = (
            Binding("escape", _("back to the curtain"), Show(Seen.CALM), cap="Esc"),
            Binding("b", _("lift the curtain"), Close()),
            Binding(".", _("lift the curtain"), Close(), footer=False),
            Binding("f", _("show the notes"), Show(Seen.NOTES), footer=False),
        )
        show = Button(
            _("It is turned away: show the notes"), Show(Seen.NOTES), "show", "F", height=88
        )
        # Space and the clicker go back: the notes take a choice of their own.
        calm = Show(Seen.CALM)
        back = Button(_("Back to the curtain"), calm, "back", "Space", Kind.PRIMARY, height=88)
        sheet = Panel(
            Column(
                (
                    Row(
                        (
                            Icon("eye-off", 76, INK),
                            Grow(
                                Text(
                                    _("For the facilitator alone"),
                                    Style(54, Face.HEAVY, INK, 1.15),
                                    kind="heading",
                                )
                            ),
                        ),
                        gap=30,
                    ),
                    Text(
                        _(
                            "Turn this screen away from the room first, or cover the projector. "
                            "The notes are about how to hold the talk, not about anybody here."
                        ),
                        Style(36, Face.REGULAR, INK, 1.4),
                    ),
                    soft(_("With a second display: F8 opens them in a window of their own."), 29),
                ),
                gap=30,
            ),
            pad=60,
            pad_y=54,
        )
        actions = bottom(env, "", (show, 720), (back, 520))
        wide = env.width if env.narrow else 1240
        body = Column(
            (Grow(Scroll(Centre(Fixed(sheet, wide)), key="curtain warned")), actions), gap=22
        )
        return View(
            _("For the facilitator alone"), framed(env, body, keys), keys, primary=calm, back=calm
        )

    def _notes(self, env: Env) -> View:
        keys = (
            Binding("escape", _("back to the curtain"), Show(Seen.CALM), cap="Esc"),
            Binding("b", _("lift the curtain"), Close()),
            Binding(".", _("lift the curtain"), Close(), footer=False),
        )
        calm = Show(Seen.CALM)
        hide = Button(_("Hide the notes"), calm, "hide", "Space", Kind.PRIMARY, height=88)
        actions = bottom(env, "", (hide, 480))
        card = card_in_hand(self.desk)
        if card is None:
            words = _("No card is in hand now. Notes belong to a card.")
            sheet: Widget = Panel(Text(words, Style(36, Face.REGULAR, INK, 1.4)))
        else:
            sheet = card_sheet(card, card_notes(self.desk, card), gap=18)
        body = Column((Grow(Scroll(sheet, key="curtain notes")), actions), gap=22)
        return View(
            _("Notes"), framed(env, body, keys), keys, primary=calm, back=calm, private=True
        )


def card_notes(desk: Desk, card: Card) -> tuple[Widget, ...]:
    """What the facilitator reads about a card."""
    pack = live(desk).pack
    parts: list[Widget] = [
        Row((Icon("eye-off", 40, SOFT), Grow(soft(_("Not for the shared screen."), 27))), gap=16),
        heading(_("For you"), 32),
        Text(card.facilitator or _("This card has no notes."), READING),
        Rule(),
        heading(_("What helps"), 32),
        note_line("heart", card.helps),
    ]
    if pack.nudges:
        parts.append(heading(_("If talk stalls"), 32))
        parts.extend(note_line("message-circle", nudge) for nudge in pack.nudges[:3])
    return tuple(parts)


def card_in_hand(desk: Desk) -> Card | None:
    """The card that lies face up or is talked about; None where there is none."""
    session = desk.session
    if session is None:
        return None
    state = session.state
    held = state.face_up if state.round is None else state.round.card
    return None if held is None else session.pack.card(held)
