"""What can only be seen across cards and files: references, things that share a name, dead ends."""

from collections.abc import Iterable

from game.content import limits
from game.content.codes import content as codes
from game.content.decode import Item, Sections
from game.content.decoder import mark_length
from game.content.diagnostics import (
    Code,
    Diagnostic,
    did_you_mean,
    found,
    found_at,
    one_of,
    shown,
)
from game.content.nodes import Node, start_of
from game.model.themes import Theme
from game.values import dataclass, field


@dataclass(slots=True)
class Checked:
    """The findings, and which items they keep out of play. Grows while checks run."""

    findings: list[Diagnostic] = field(default_factory=list)
    kept_out: set[int] = field(default_factory=set)
    """The `id()` of each item that a check found an error in."""

    def at(self, code: Code, item: Item, node: Node, sentence: str, fix: str) -> None:
        length = mark_length(node)
        finding = found(code, item.source, start_of(node), length, sentence, fix)
        self.findings.append(finding)
        if finding.is_error:
            self.kept_out.add(id(item))

    def plays(self, item: Item) -> bool:
        return not item.has_error and id(item) not in self.kept_out


def check(own: Sections, core: Sections) -> Checked:
    """Everything across the files of a pack; *core* is what it may refer to besides itself."""
    checked = Checked()
    _references(own, core, checked)
    for section in ("people", "topics", "sets", "cards", "moments", "evidence"):
        _names(own.items.get(section, ()), checked)
    _codes(own.items.get("cards", ()), checked)
    _dates(own.items.get("evidence", ()), checked)
    return checked


def _references(own: Sections, core: Sections, checked: Checked) -> None:
    known = {
        section: own.named(section) | core.named(section)
        for section in ("people", "topics", "evidence", "sets")
    }
    # What could not be read is reported already: whoever refers to it is right to.
    lost = own.lost | core.lost
    people, topics, facts = (known[each] | lost for each in ("people", "topics", "evidence"))
    for item in own.items.get("cards", ()):
        values = item.value
        if not values:
            continue
        person, fact, notes = values.get("person"), values.get("evidence"), values.get("notes")
        if person is not None and person not in people:
            _unknown(
                codes.UNKNOWN_PERSON,
                checked,
                item,
                item.part("person"),
                f'no person is called "{shown(person)}"',
                person,
                known["people"],
            )
        if fact is not None and fact not in facts:
            _unknown(
                codes.UNKNOWN_FACT,
                checked,
                item,
                item.part("evidence"),
                f'no fact is called "{shown(fact)}"',
                fact,
                known["evidence"],
            )
        for place, name in enumerate(values.get("beside") or ()):
            if name is not None and name not in facts:
                sentence = f'no fact is called "{shown(name)}"'
                node = item.part("beside", place)
                _unknown(codes.UNKNOWN_FACT, checked, item, node, sentence, name, known["evidence"])
        if notes and not topics.issuperset(notes):
            _topics(item, notes, topics, known["topics"], checked)
        if values.get("sets"):
            _sets(item, values["sets"], known["sets"] | lost, known["sets"], checked)
    for item in own.items.get("moments", ()):
        notes = (item.value or {}).get("notes")
        if notes and not topics.issuperset(notes):
            _topics(item, notes, topics, known["topics"], checked)


def _topics(
    item: Item, notes: tuple[str | None, ...], topics: set[str], known: set[str], checked: Checked
) -> None:
    for place, note in enumerate(notes):
        if note is not None and note not in topics:
            _unknown(
                codes.UNKNOWN_TOPIC,
                checked,
                item,
                item.part("notes", place),
                f'no topic is called "{shown(note)}"',
                note,
                known,
            )


def _sets(
    item: Item, named: tuple[str | None, ...], sets: set[str], known: set[str], checked: Checked
) -> None:
    for place, name in enumerate(named):
        if name is not None and name not in sets:
            sentence = f'no set is called "{shown(name)}"'
            node = item.part("sets", place)
            _unknown(codes.UNKNOWN_SET, checked, item, node, sentence, name, known)


def _unknown(
    code: Code, checked: Checked, item: Item, node: Node, sentence: str, name: str, known: set[str]
) -> None:
    names = sorted(known) if len(checked.findings) < limits.NEAR_NAMES else []
    names = names[: limits.NAMES_LOOKED_AT]
    otherwise = f"It can be {one_of(names)}." if names else "Leave it out, or add it."
    checked.at(code, item, node, sentence, did_you_mean(name, names, otherwise))


def _names(items: Iterable[Item], checked: Checked) -> None:
    first: dict[str, Item] = {}
    for item in items:
        if not item.name:
            continue
        if item.name not in first:
            first[item.name] = item
            continue
        checked.at(
            codes.ID_TWICE,
            item,
            item.part("id"),
            f'"{shown(item.name)}" is already {_where(first[item.name], item)}',
            "Give this one another name.",
        )


def _where(first: Item, second: Item) -> str:
    line, _ = first.source.place(start_of(first.part("id")))
    if first.source is second.source:
        return f"the name of what begins in line {line}"
    return f"a name in {first.source.name}, line {line}"


def _codes(cards: Iterable[Item], checked: Checked) -> None:
    first: dict[str, Item] = {}
    letters = {each.value: each.letter for each in Theme}
    for item in cards:
        code, theme = item.value and item.value.get("code"), item.value and item.value.get("theme")
        if not code or not theme:
            continue
        letter = letters[theme]
        if code[0] != letter:
            checked.at(
                codes.NOT_A_CODE,
                item,
                item.part("code"),
                f'"{code}" is not a code of this theme, whose letter is {letter}',
                f'Did you mean "{letter}{code[1:]}"?',
            )
        elif code in first:
            line, _ = first[code].source.place(start_of(first[code].part("code")))
            other = first[code].source
            where = f"line {line}" if other is item.source else f"{other.name}, line {line}"
            checked.at(
                codes.CODE_TWICE,
                item,
                item.part("code"),
                f'"{code}" is already the code of "{first[code].name}" in {where}',
                "Give this card another code, or leave the field out.",
            )
        else:
            first[code] = item


def _dates(facts: Iterable[Item], checked: Checked) -> None:
    for item in facts:
        looked, review = (item.value or {}).get("checked"), (item.value or {}).get("review")
        if looked and review and review < looked:
            checked.at(
                codes.REVIEW_BEFORE_CHECK,
                item,
                item.part("review"),
                f"the review date {review} comes before the day of the check, {looked}",
                "Set it to a day after the check, such as a year later.",
            )


def dead_ends(cards: list[Item], spaces: list[Item]) -> list[Diagnostic]:
    """Themes that no space of the board leads to although they have cards."""
    words = {each.value for each in spaces}
    if not spaces or "crossroads" in words:
        return []
    findings = []
    for theme in Theme:
        first = next((each for each in cards if each.value["theme"] == theme.value), None)
        if first is None or theme.value in words:
            continue
        node = first.part("theme")
        findings.append(
            found(
                codes.THEME_WITHOUT_SPACE,
                first.source,
                start_of(node),
                len(theme.value),
                f'no space of the board has the theme "{theme.value}", so its cards never come up',
                "Add a space of this theme to the board, or a crossroads.",
            )
        )
    return findings


def at_heading(
    code: Code, sections: Sections, section: str, sentence: str, fix: str
) -> Diagnostic | None:
    """A finding at a section's name, if the files hold it."""
    heading = sections.headings.get(section)
    if heading is None:
        return None
    line, column = heading.source.place(heading.start)
    return found_at(code, heading.source, line, column, heading.length, sentence, fix)
