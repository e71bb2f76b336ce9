"""Whom the table walks with, which cards are dealt and how hard, and how long a voice has."""

from game.app.desk import Desk
from game.art.signs import LEVELS
from game.model.pack import CardSet, Person, PersonId, SetId
from game.outcomes.answers import Form
from game.rules.planner import VOICE_SECONDS
from game.tongue import _, listed
from game.ui.kit.boxes import Column, Flow, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Chip, Kind, Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, GOOD, INK, SAND_LINE
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, spread, titled
from game.ui.screens.front import front, front_keys
from game.ui.screens.people import name_and_age, portrait
from game.ui.stack import Env, Outcome, Pop, Stay, View
from game.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Walking:
    """What has been chosen; nobody chosen means that the game picks somebody."""

    person: PersonId | None = None
    hardest: int = 2
    voice_seconds: int = 18
    only: SetId | None = None
    form: Form = Form.RETROSPECTIVE


NOTHING_CHOSEN = Walking()


@dataclass(frozen=True, slots=True)
class Take:
    """Choose this in place of what was chosen."""

    walking: Walking


@dataclass(frozen=True, slots=True)
class Done:
    """Back to the seats with what is chosen."""


@dataclass(frozen=True, slots=True)
class WalkingScreen:
    """Pops with a `Walking`."""

    desk: Desk = field(compare=False, repr=False)
    walking: Walking = NOTHING_CHOSEN
    name: str = "walking"

    def update(self, message: Message) -> Outcome:
        match message:
            case Take(walking):
                return Stay(replace(self, walking=walking))
            case Done():
                return Pop(self.walking)
            case _:
                return front(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        keys = front_keys()
        pack = self.desk.pack
        people = pack.people if pack is not None else ()
        grid = Grid(tuple(self._person(person) for person in people), columns=2, gap=20, least=520)
        sets = pack.sets if pack is not None else ()
        chosen = (self._sets(sets),) if sets else ()
        side = Column((self._levels(), *chosen, self._voices(), self._form()), gap=22)
        done = Button(_("Done"), Done(), "done", "Space", Kind.PRIMARY, height=88)
        words = _(
            "One person comes along the whole path. Cards are about them, or about others they meet."
        )
        body = spread(env, grid, side, (done,), key="walking")
        return View(
            _("Who do we walk with?"),
            framed(env, titled(_("Who do we walk with?"), words, body), keys),
            keys,
            primary=Done(),
        )

    def _person(self, person: Person) -> Widget:
        chosen = person.id == self.walking.person
        mark: tuple[Widget, ...] = (Icon("circle-check", 40, GOOD, _("chosen")),) if chosen else ()
        head = Row(
            (
                portrait(self.desk, person, 124),
                Grow(
                    Column(
                        (
                            heading(name_and_age(person), 34),
                            Text(person.wish, Style(25, Face.REGULAR, INK, 1.3)),
                        ),
                        gap=2,
                    )
                ),
                *mark,
            ),
            gap=22,
            align=0,
        )
        with_conditions = soft(
            _("Lives with {conditions}.").format(conditions=listed(person.conditions)), 24
        )
        sheet = Panel(
            Column((head, with_conditions), gap=12),
            fill=CREAM if chosen else CARD,
            line=INK if chosen else SAND_LINE,
            line_width=5 if chosen else 2,
            radius=26,
            pad=24,
            pad_y=20,
        )
        return Tap(
            sheet,
            Take(replace(self.walking, person=person.id)),
            f"person {person.id}",
            Role("radio", name_and_age(person), person.wish, chosen),
            radius=26,
        )

    def _levels(self) -> Widget:
        chips = tuple(
            Chip(
                _(label),
                Take(replace(self.walking, hardest=level)),
                f"level {level}",
                self.walking.hardest == level,
                icon=icon,
                radio=True,
                size=26,
                pad=22,
            )
            for level, (icon, label) in LEVELS.items()
        )
        words = soft(_("The first card is always gentle, and the last never the hardest."), 25)
        body = Column(
            (heading(_("How hard may it get?"), 32), Flow(chips, line_gap=12), words), gap=16
        )
        return Panel(body, pad=30, pad_y=26)

    def _voices(self) -> Widget:
        chips = tuple(
            Chip(
                _("{seconds} seconds").format(seconds=seconds),
                Take(replace(self.walking, voice_seconds=seconds)),
                f"voice {seconds}",
                self.walking.voice_seconds == seconds,
                radio=True,
                size=26,
                pad=22,
            )
            for seconds in VOICE_SECONDS
        )
        words = soft(_("A gentle measure for the plan. Nobody is ever cut off."), 25)
        body = Column(
            (heading(_("How long is a voice?"), 32), Flow(chips, line_gap=12), words), gap=16
        )
        return Panel(body, pad=30, pad_y=26)

    def _form(self) -> Widget:
        labels = {
            Form.RETROSPECTIVE: _("With now, at the end"),
            Form.BEFORE_AND_AFTER: _("At the start"),
        }
        chips = tuple(
            Chip(
                label,
                Take(replace(self.walking, form=form)),
                f"form {form.name.lower()}",
                self.walking.form is form,
                radio=True,
                size=26,
                pad=22,
            )
            for form, label in labels.items()
        )
        words = soft(_("At the start it takes 2 to 3 minutes, which every plan keeps free."), 25)
        title = heading(_("When do we ask about before?"), 32)
        return Panel(Column((title, Flow(chips, line_gap=12), words), gap=16), pad=30, pad_y=26)

    def _sets(self, sets: tuple[CardSet, ...]) -> Widget:
        choices = ((None, _("All cards")), *((each.id, capital(each.label)) for each in sets))
        chips = tuple(
            Chip(
                label,
                Take(replace(self.walking, only=only)),
                f"set {only or 'all'}",
                self.walking.only == only,
                radio=True,
                size=26,
                pad=22,
            )
            for only, label in choices
        )
        words = soft(_("One set alone suits a meeting with one subject."), 25)
        body = Column((heading(_("Which cards?"), 32), Flow(chips, line_gap=12), words), gap=16)
        return Panel(body, pad=30, pad_y=26)


def capital(label: str) -> str:
    """A label that stands by itself: with a capital, and otherwise as its author wrote it."""
    return label[:1].upper() + label[1:]
