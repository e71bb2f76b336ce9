"""The card editor's fields, made from the table of the format: each with hint, control and problems."""

from collections.abc import Iterable, Sequence

from game.app.authoring import Draft, Problem
from game.app.desk import Desk
from game.art.signs import LEVELS
from game.content.fields import CARD
from game.content.shapes import Field, Kind
from game.model.lenses import DEALT
from game.model.pack import Pack
from game.model.themes import Theme
from game.tongue import N_, _
from game.ui.art.palettes import THEME_ICONS
from game.ui.kit.boxes import Column, Flow, Grow, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.controls import Button, Chip
from game.ui.kit.field import TextField
from game.ui.kit.layout import Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, GOLD, INK, SOFT
from game.ui.screens.cardsheet import soft
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Write:
    """A text field, or one line of a list (*part* its place) or lens (*part* its key), says this now."""

    field: str
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class Choose:
    """Take this word, or none where it is chosen already."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """Put this word into a list, or take it out."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Pick:
    """Open the list from which this field is chosen."""

    field: str


PARTS: dict[str, tuple[str, ...]] = {
    "card": ("title", "theme", "level", "person", "notes"),
    "meet": ("scene", "voice"),
    "think": ("think",),
    "round": ("lenses",),
    "talk": ("talk", "helps"),
    "evidence": ("evidence",),
    "agree": ("agree", "feeds"),
    "notes": ("facilitator", "id", "code"),
}
"""Which fields stand together; a field named nowhere stands with the notes."""

_LABELS = {
    "title": N_("Title"),
    "theme": N_("Theme"),
    "level": N_("Level"),
    "person": N_("Person"),
    "notes": N_("What it touches"),
    "scene": N_("Scene"),
    "voice": N_("In their own words"),
    "think": N_("Think"),
    "lenses": N_("A question for each lens"),
    "talk": N_("Questions for open talk"),
    "helps": N_("Something that helps"),
    "evidence": N_("Evidence"),
    "agree": N_("Agree"),
    "feeds": N_("Panes it may feed"),
    "facilitator": N_("For the facilitator"),
    "id": N_("Short name"),
    "code": N_("Code"),
    "sets": N_("Sets"),
    "setting": N_("Setting"),
    "direction": N_("Direction"),
    "strands": N_("Strands"),
    "beside": N_("Beside"),
    "safety": N_("Safety"),
}
_FEW = 16
"""More words than so many are chosen from a list of their own."""


def fields_of(part: str) -> tuple[Field, ...]:
    """The fields of one part of the editor, in order."""
    if part != "notes":
        return tuple(CARD.by_name[name] for name in PARTS[part])
    named = {name for names in PARTS.values() for name in names}
    others = tuple(each for each in CARD.fields if each.name not in named)
    return (*(CARD.by_name[name] for name in PARTS[part]), *others)


def part_of(name: str) -> str:
    """The part in which a field stands."""
    return next((part for part, names in PARTS.items() if name in names), "notes")


def label_of(name: str) -> str:
    return _(_LABELS.get(name) or name.capitalize())


def first_key(part: str) -> str:
    """The control that has the focus when a part opens."""
    return {
        "round": f"lenses {DEALT[0].key}",
        "talk": "talk 0",
        "evidence": "pick evidence",
    }.get(part, fields_of(part)[0].name)


def field_block(
    desk: Desk, field: Field, draft: Draft, problems: Iterable[Problem], *, tall: bool
) -> Widget:
    """A field with its name, its hint, its control, and beneath it what is amiss."""
    top = Column(
        (Text(label_of(field.name), Style(28, Face.BOLD, INK, 1.2)), soft(_(field.hint), 24)), gap=2
    )
    parts = [top, *_controls(desk, field, draft, tall=tall)]
    parts.extend(trouble(each) for each in problems)
    return Column(tuple(parts), gap=10)


def trouble(problem: Problem) -> Widget:
    """A problem in the words that `check` has for it."""
    found = problem.finding
    icon = "alert-triangle" if found.is_error else "bulb"
    sentence = found.sentence[:1].upper() + found.sentence[1:]
    words = Column(
        (
            Text(f"{sentence}.", Style(24, Face.SEMIBOLD, INK, 1.25)),
            *((Text(found.fix, Style(24, Face.REGULAR, INK, 1.25)),) if found.fix else ()),
        ),
        gap=2,
    )
    return Panel(
        Row((Icon(icon, 34, INK), Grow(words)), gap=14, align=0),
        fill=CREAM,
        line=GOLD if found.is_error else None,
        raised=False,
        radius=16,
        pad=18,
        pad_y=12,
    )


def _controls(desk: Desk, field: Field, draft: Draft, *, tall: bool) -> Sequence[Widget]:
    if field.kind is Kind.LIST and field.of is not None and field.of.kind is Kind.TEXT:
        return _lines(field, draft)
    if field.kind is Kind.NAMED:
        return tuple(_lens(draft, lens.key, lens.value) for lens in DEALT)
    if field.name == "evidence":
        return _fact(desk, draft)
    if field.name == "level":
        return (_levels(draft),)
    words = _words(desk.in_play.shown, field)
    if field.kind is Kind.LIST:
        chosen = draft.texts(field.name)
        chips = tuple(_toggle(field, value, label, value in chosen) for value, label in words)
        return (Flow(chips, gap=10, line_gap=10),)
    if words:
        now = draft.text(field.name)
        chips = tuple(_choice(field, value, label, value == now) for value, label in words)
        return (Flow(chips, gap=10, line_gap=10),)
    return (_typed(field, draft, tall=tall),)


def _typed(field: Field, draft: Draft, *, tall: bool) -> Widget:
    def changed(text: str) -> Write:
        return Write(field.name, "", text)

    rows = 7 if field.longest > 1_000 and tall else 4 if field.longest > 1_000 else 2
    if field.longest <= 120 or field.kind is not Kind.TEXT:
        rows = 1
    hint = (
        ""
        if field.example.startswith(">")
        else _("such as: {example}").format(example=field.example)
    )
    if field.name == "id":
        hint = draft.id or hint
    value = draft.text(field.name)
    # Room for what is over the limit too, so that the author sees it told rather than cut.
    limit = field.longest + 400 if field.kind is Kind.TEXT else 64
    return TextField(field.name, value, changed, label_of(field.name), hint, limit, rows, size=27)


def _lines(field: Field, draft: Draft) -> tuple[Widget, ...]:
    items = draft.texts(field.name)
    lines = []
    for place in range(field.most):

        def changed(text: str, part: str = str(place)) -> Write:
            return Write(field.name, part, text)

        value = items[place] if place < len(items) else ""
        key = f"{field.name} {place}"
        label = f"{label_of(field.name)}, {place + 1}"
        hint = (
            _("Question {number}") if place < field.least else _("Question {number}, if you like")
        ).format(number=place + 1)
        lines.append(TextField(key, value, changed, label, hint, 600, 2, size=27))
    return tuple(lines)


def _lens(draft: Draft, key: str, label: str) -> Widget:
    def changed(text: str) -> Write:
        return Write("lenses", key, text)

    value = draft.group("lenses").get(key, "")
    name = Text(label.capitalize(), Style(24, Face.SEMIBOLD, SOFT, 1.2), kind="label")
    hint = _("Left empty, the lens asks its usual question")
    return Column(
        (name, TextField(f"lenses {key}", value, changed, label, hint, 600, 2, size=26)), 4
    )


def _fact(desk: Desk, draft: Draft) -> tuple[Widget, ...]:
    key = draft.text("evidence")
    pack = desk.in_play.shown
    fact = None if pack is None else next((each for each in pack.facts if each.id == key), None)
    parts: list[Widget] = []
    if fact is not None:
        parts.append(Text(fact.claim, Style(27, Face.SEMIBOLD, INK, 1.3)))
        parts.append(
            soft(
                _("Source: {line}. {nation}.").format(line=fact.source.line, nation=fact.nation), 24
            )
        )
        if not fact.shows_on(desk.today()):
            parts.append(soft(_("It is being re-checked, so sessions do not show it today."), 24))
    label = _("Choose another fact") if key else _("Choose a fact")
    parts.append(
        Button(label, Pick("evidence"), "pick evidence", icon="search", size=28, height=66)
    )
    if key:
        none = Choose("evidence", key)
        parts.append(Button(_("No fact"), none, "no evidence", size=28, height=66))
    return tuple(parts)


def _levels(draft: Draft) -> Widget:
    chips = tuple(
        Chip(
            _(label),
            Choose("level", str(level)),
            f"level {level}",
            draft.text("level") == str(level),
            icon=icon,
            radio=True,
            size=25,
            pad=18,
        )
        for level, (icon, label) in LEVELS.items()
    )
    return Flow(chips, gap=10, line_gap=10)


def _choice(field: Field, value: str, label: str, chosen: bool) -> Widget:
    icon = THEME_ICONS[Theme(value)] if field.name == "theme" else ""
    message = Choose(field.name, value)
    key = f"{field.name} {value}"
    return Chip(label, message, key, chosen, icon=icon, radio=True, size=25, pad=18)


def _toggle(field: Field, value: str, label: str, chosen: bool) -> Widget:
    icon = THEME_ICONS[Theme(value)] if field.name == "feeds" else ""
    message = Toggle(field.name, value)
    return Chip(label, message, f"{field.name} {value}", chosen, icon=icon, size=25, pad=18)


def _words(pack: Pack | None, field: Field) -> tuple[tuple[str, str], ...]:
    """The words a field may hold, each with what people call it."""
    item = field.of or field
    if item.words == tuple(theme.value for theme in Theme):
        return tuple((theme.value, theme.label) for theme in Theme)
    if item.words:
        return tuple((word, word.capitalize()) for word in item.words)
    if pack is None or not item.refers_to:
        return ()
    if item.refers_to == "people":
        return tuple((each.id, each.name) for each in pack.people)
    if item.refers_to == "topics":
        return tuple((each.id, each.label.capitalize()) for each in pack.topics)
    if item.refers_to == "sets":
        return tuple((each.id, each.label.capitalize()) for each in pack.sets)
    return ()
