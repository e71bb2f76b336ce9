"""One card of the library in full, as players and facilitators may read it before a session."""

from typing import TYPE_CHECKING

from game.app.desk import Desk
from game.art.signs import LEVELS
from game.model.pack import Card, CardId, Pack
from game.tongue import N_, _
from game.ui.art.palettes import THEME_ICONS, text_of
from game.ui.kit.boxes import Column, Flow, Grow, Panel, Row
from game.ui.kit.content import Icon, Rule, Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Span, Style
from game.ui.kit.tones import INK, SOFT, Tone
from game.ui.screens.cardsheet import READING, bulleted, card_sheet, note_line, soft, voice_box
from game.ui.screens.dates import day
from game.ui.screens.faceup import note_pill
from game.ui.screens.frame import framed, spread
from game.ui.screens.front import Close, front, front_keys
from game.ui.screens.languages import in_its_language
from game.ui.screens.later import later
from game.ui.screens.people import name_and_age, portrait
from game.ui.screens.standby import Words, beside
from game.ui.stack import Binding, Env, Notice, Outcome, Push, Stay, View
from game.values import dataclass, field, replace

if TYPE_CHECKING:
    from game.app.authoring import Draft

RECHECK = N_("This fact is being re-checked, so the card plays without it.")


@dataclass(frozen=True, slots=True)
class Leaf:
    """To another card of the list: 1 for the next, -1 for the one before."""

    by: int


@dataclass(frozen=True, slots=True)
class EditCard:
    """Open the card in the editor."""


@dataclass(frozen=True, slots=True)
class CopyCard:
    """Begin a new card that says the same."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The draft of the card that waits, or none, has come: open the editor, with a *copy* perhaps."""

    kept: "Draft | None" = field(repr=False)
    copy: bool


@dataclass(frozen=True, slots=True)
class PreviewCard:
    """Show the card as a session will."""


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Let new sessions do without the card, or deal it again."""


@dataclass(frozen=True, slots=True)
class CardView:
    """The card at `place` of those listed; facilitator's notes stay behind the curtain."""

    desk: Desk = field(compare=False, repr=False)
    listed: tuple[CardId, ...]
    place: int = 0
    name: str = "one card"

    @property
    def b_leafs_back(self) -> bool:
        """B is not the curtain here."""
        return True

    def update(self, message: Message) -> Outcome:
        if isinstance(message, Leaf):
            return Stay(replace(self, place=(self.place + message.by) % len(self.listed)))
        card = self._card()
        match message:
            case EditCard() | CopyCard():
                return self._edit(card, copy=isinstance(message, CopyCard))
            case Edited(kept, copy):
                return self._editor(card, kept, copy=copy)
            case PreviewCard():
                return Push(later("preview:PreviewScreen")(self.desk, card))
            case LeaveOut():
                out = not self.desk.leaves_out(card.id)
                self.desk.leave_out(card.id, out=out)
                words = _("New sessions leave it out.") if out else _("New sessions deal it again.")
                return Stay(self, (Notice(words),))
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _card(self) -> Card:
        card = self.desk.in_play.card(self.listed[self.place])
        if card is None:
            raise LookupError("this card was never read")
        return card

    def _edit(self, card: Card, *, copy: bool) -> Outcome:
        finding = self.desk.drafts.finding(self.desk.pack_path, card.id)
        return beside(
            self.desk,
            self,
            Words(_("Edit"), card.title, "", _("Reading it from the disk …")),
            lambda: Edited(finding(), copy),
            lambda _fault: Edited(None, copy),
        )

    def _editor(self, card: Card, kept: "Draft | None", *, copy: bool) -> Outcome:
        from game.ui.screens import editor  # noqa: PLC0415 - brought when somebody writes

        screen = editor.edit(self.desk, card, kept)
        if screen is None:
            return Stay(self, (Notice(_("This card cannot be found in its file just now.")),))
        return Push(editor.duplicate(self.desk, screen.draft) if copy else screen)

    def view(self, env: Env) -> View:
        pack = self.desk.in_play.shown
        if pack is None:
            raise LookupError("no pack is open")
        card = self._card()
        keys = front_keys(
            Binding("n", _("next card"), Leaf(1)),
            Binding("b", _("card before"), Leaf(-1)),
            Binding("e", _("edit"), EditCard(), footer=False),
            Binding("c", _("copy"), CopyCard(), footer=False),
            Binding("p", _("preview"), PreviewCard(), footer=False),
            Binding("x", _("leave out"), LeaveOut(), footer=False),
        )
        before = Button(_("Before"), Leaf(-1), "before", "B", size=28, height=66)
        after = Button(_("Next card"), Leaf(1), "next", "N", size=28, height=66)
        back = Button(_("Back to the library"), Close(), "back", "Space", Kind.PRIMARY, height=88)
        main = in_its_language(pack, card, card_sheet(card, self._parts(pack, card)))
        out = self.desk.leaves_out(card.id)
        edit = Button(_("Edit"), EditCard(), "edit", "E", size=28, height=66)
        copied = Button(_("Copy"), CopyCard(), "copy", "C", size=28, height=66)
        seen = Button(_("Preview"), PreviewCard(), "preview", "P", size=28, height=66)
        label = _("Deal it again") if out else _("Leave it out")
        left = Button(label, LeaveOut(), "leave out", "X", size=28, height=66)
        side = self._side(pack, card)
        actions: tuple[Widget, ...] = (back, after, before)
        if env.narrow:
            side = Column((Flow((edit, copied, seen, left), gap=12, line_gap=12), side), gap=22)
        else:
            actions = (
                back,
                Row((Grow(before), Grow(after)), gap=12),
                Row((Grow(edit), Grow(copied)), gap=12),
                Row((Grow(seen), Grow(left, 1.3)), gap=12),
            )
        body = spread(env, main, side, actions, key=f"view {card.id}")
        return View(
            f"{card.code} {card.title}",
            framed(env, body, keys),
            keys,
            primary=Close(),
            refresh=None if self.desk.drafts.known else 0.2,
        )

    def _parts(self, pack: Pack, card: Card) -> tuple[Widget, ...]:
        tone = text_of(card.theme)
        who = pack.person(card.person).name if card.person is not None else _("The person")
        prompts = tuple(
            Text(
                (
                    Span(f"{each.lens.value}: ", Style(29, Face.SEMIBOLD, INK, 1.35)),
                    Span(each.prompt, Style(29, Face.REGULAR, INK, 1.35)),
                )
            )
            for each in card.lenses
        )
        questions = tuple(bulleted(words, READING, tone) for words in card.talk)
        return (
            Text(card.scene, READING),
            *((voice_box(card, who),) if card.voice else ()),
            _part(_("Think"), tone, Text(card.think, READING)),
            *((_part(_("From each lens"), tone, *prompts),) if prompts else ()),
            _part(_("Talk about"), tone, *questions),
            *((note_line("heart", card.helps),) if card.helps else ()),
            Rule(),
            self._fact(pack, card),
            _part(_("Agree"), tone, Text(card.agree, READING)),
        )

    def _fact(self, pack: Pack, card: Card) -> Widget:
        tone = text_of(card.theme)
        fact = pack.fact(card.evidence) if card.evidence is not None else None
        if fact is None:
            return _part(_("Evidence"), tone, Text(_("This card brings no fact."), READING))
        if not fact.shows_on(self.desk.today()):
            return _part(_("Evidence"), tone, Text(_(RECHECK), READING))
        source = _("Source: {line}. {nation}. Checked {day}.").format(
            line=fact.source.line, nation=fact.nation, day=day(fact.checked)
        )
        today = self.desk.today()
        others = (pack.fact(each) for each in card.beside)
        beside = tuple(
            Text(f"{each.claim} {each.source.line}. {each.nation}.", READING)
            for each in others
            if each.shows_on(today)
        )
        return _part(_("Evidence"), tone, Text(fact.claim, READING), soft(source, 25), *beside)

    def _side(self, pack: Pack, card: Card) -> Widget:
        icon, level = LEVELS[card.level]
        parts: list[Widget] = []
        if self.desk.leaves_out(card.id):
            parts.append(note_line("eye-off", _("New sessions leave this card out."), size=28))
        if self.desk.drafts.waits(self.desk.pack_path, card.id):
            waits = _("A draft of this card waits. Edit goes on with it, or throws it away.")
            parts.append(note_line("pencil", waits, size=28))
        if card.person is not None:
            person = pack.person(card.person)
            words = Column(
                (
                    heading(name_and_age(person), 34),
                    Text(person.summary, Style(26, Face.REGULAR, INK, 1.35)),
                ),
                gap=4,
            )
            parts.extend((Row((portrait(self.desk, person, 130), Grow(words)), gap=24), Rule()))
        parts.append(note_line(icon, _(level), size=28))
        parts.append(heading(_("This card touches"), 28))
        if card.notes:
            parts.append(_pills("", tuple(pack.topic(note).label for note in card.notes)))
        else:
            parts.append(soft(_("Nothing that asks for a content note."), 26))
        parts.append(heading(_("It may feed"), 28))
        parts.extend(
            Row((Icon(THEME_ICONS[theme], 38, SOFT), Grow(Text(theme.label, Style(28)))), gap=16)
            for theme in card.feeds
        )
        if card.sets:
            parts.append(heading(_("It belongs to"), 28))
            parts.extend(soft(each.label, 26) for each in pack.sets if each.id in card.sets)
        return Panel(Column(tuple(parts), gap=16), pad=32, pad_y=30)


def _part(title: str, tone: Tone, *words: Widget) -> Widget:
    return Column((heading(title, 29, tone), *words), gap=10)


def _pills(icon: str, words: tuple[str, ...]) -> Widget:
    return Flow(tuple(note_pill(icon, each) for each in words), gap=12, line_gap=12)
