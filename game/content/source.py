"""
The one door to YAML: a file's text into the small tree of `nodes.py`.

Reads the parser's stream of events and builds the tree itself. Composing nodes or constructing
objects is never asked for: a few kilobytes of nesting crash it, and aliases or merges hang it.
"""

import re
from collections.abc import Callable
from operator import itemgetter
from typing import Any, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from game.content import limits, lints, syntax
from game.content.codes import reading as codes
from game.content.diagnostics import Code, Diagnostic, about_file, found, found_at
from game.content.encoding import first_tower, forbidden_places, is_forbidden, named
from game.content.nodes import Group, List, Node, Parsed, SourceText, Text, is_text, start_of
from game.content.repair import Repair


class _Events(Protocol):
    def get_event(self) -> Any: ...  # noqa: ANN401 - YAML's own events; none at the end


_Parser = Callable[[str | bytes], _Events]

# The plainest loaders, asked for events and nothing else. Both give the same ones; the C one is
# some fifteen times as fast.
PARSERS: tuple[_Parser, ...] = (
    (yaml.CBaseLoader, yaml.BaseLoader) if yaml.__with_libyaml__ else (yaml.BaseLoader,)
)


class _BrokenError(Exception):
    """Reading stops here; *hopeless* when leaving an item out would not help."""

    def __init__(self, finding: Diagnostic, *, hopeless: bool = False) -> None:
        super().__init__(finding.sentence)
        self.finding = finding
        self.hopeless = hopeless


def parse(
    source: SourceText,
    sections: frozenset[str],
    fields: frozenset[str],
    parser: _Parser = PARSERS[0],
) -> tuple[Parsed, list[Diagnostic]]:
    """
    The tree of a file's text, and every problem met on the way.

    An item that cannot be read is left out and the rest is read again. *sections* and *fields*
    are the names that packs know; they help to tell where an item begins.
    """
    findings: list[Diagnostic] = []
    repair = Repair(source, sections)
    text = source.text
    for finding in forbidden_places(source):
        findings.append(finding)
        within_reach = finding.line in repair.left_out or repair.leave_out(finding.line)
        if len(findings) >= limits.BROKEN_PLACES or not within_reach:
            return Parsed(source, None, damaged=True), findings
        text = repair.text
    root: Node | None = None
    suspects = lints.suspects(source)
    while True:
        reading = _Reading(source, text, suspects, fields)
        try:
            root = reading.root(parser)
        except _BrokenError as broken:
            findings.append(broken.finding)
            hopeless = broken.hopeless or len(findings) >= limits.BROKEN_PLACES
            if hopeless or not repair.leave_out(broken.finding.line):
                break
            text = repair.text
        else:
            break
    findings += reading.findings
    for finding in lints.lines(source, fields, reading.suspicious):
        if finding.line not in repair.left_out:
            findings.append(finding)
    if not isinstance(root, Group) and not any(each.is_error for each in findings):
        findings.append(_no_sections(source, root))
    lost, damaged = frozenset(repair.lost), bool(repair.left_out)
    return Parsed(source, root if isinstance(root, Group) else None, lost, damaged), findings


def _no_sections(source: SourceText, root: Node | None) -> Diagnostic:
    if root is None or (is_text(root) and not root[0]):
        sentence = (
            "the file is empty" if not source.text.strip() else "the file holds only comments"
        )
        return about_file(
            codes.EMPTY_FILE, source.name, sentence, 'Write a section such as "cards:" into it.'
        )
    what = "a list" if isinstance(root, List) else "text"
    return found(
        codes.NO_SECTIONS,
        source,
        start_of(root),
        1,
        f"the file holds {what}, where sections were expected",
        'Write "cards:" on a line of its own above it, and two more spaces in front of each line.'
        if isinstance(root, List)
        else 'Begin with a section such as "cards:".',
    )


class _Reading:
    """One pass over the events of one text."""

    def __init__(
        self, source: SourceText, text: str, suspects: frozenset[int], fields: frozenset[str]
    ) -> None:
        self._fields = fields
        self._source = source
        self._text = text
        self._suspects = suspects
        self.findings: list[Diagnostic] = []
        self.suspicious: list[Text] = []

    def root(self, parser: _Parser) -> Node | None:
        """The tree; none for an empty text. Raises `_BrokenError` at the first thing it cannot read."""
        try:
            # Hidden characters are gone from what gets here, so both say the same to the parser; it would
            # only write the text in UTF-8 once more.
            given = self._source.raw if self._text is self._source.text else self._text
            return self._build(parser(given).get_event)
        except yaml.MarkedYAMLError as error:
            raise _BrokenError(syntax.explain(self._source, _trouble(error))) from None
        except (yaml.YAMLError, ValueError, OverflowError):
            # The parser without C lets a few impossible escapes through to Python.
            raise _BrokenError(self._impossible(), hopeless=True) from None

    def _build(self, next_event: Callable[[], Any]) -> Node | None:  # noqa: C901, PLR0912
        """The loop that every event passes through; flat, because each call would cost as much again."""
        text, suspects, suspicious = self._text, self._suspects, self.suspicious
        # Marks that a file never holds need not be looked for at each of its nodes.
        marked = _may_be_marked(text)
        escaped = "\\" in text
        special = marked or escaped
        # Texts come in the order of the file, so the next place to look at is all that each is asked about.
        ahead = iter(sorted(suspects))
        suspect = next(ahead, _NOWHERE)
        # Up to here a text is no suspect; where texts may be marked or escaped, each is looked at.
        watched = -1 if special else suspect
        longest, most, deepest = limits.TEXT_LENGTH, limits.NODES, limits.DEPTH
        # The outermost group stands in no other, so it is counted here.
        nodes = 1
        here: list[Any] = []
        above: list[tuple[list[Any], int]] = []
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                value, end = event.value, event.end_mark.index
                here.append((value, event.start_mark.index, end, event.style or ""))
                if len(value) > longest:
                    self._too_long(event.start_mark.index)
                # One question for all that hardly any text has to be asked.
                if watched <= end:
                    node = here[-1]
                    if marked and (event.anchor or event.tag):
                        self._special(event, node[1])
                    if escaped and event.style == '"':
                        self._check_escapes(value, node[1])
                    if suspect <= end:
                        if not event.style and (node[1] in suspects or end in suspects):
                            suspicious.append(node)
                        while suspect <= end:
                            suspect = next(ahead, _NOWHERE)
                    watched = -1 if special else suspect
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                start = event.start_mark.index
                if marked and (event.anchor or event.tag):
                    self._special(event, start)
                above.append((here, start))
                if len(above) > deepest:
                    self._too_deep(start)
                here = []
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                # What a list or group holds is counted when it ends.
                nodes += len(here)
                if nodes > most:
                    self._too_many_nodes(start_of(here[most - nodes]))
                outer, start = above.pop()
                end = event.end_mark.index
                if kind is MappingEndEvent:
                    names = here[::2]
                    if len(names) > limits.GROUP_FIELDS or not self._are_known(names):
                        self._check_names(names)
                    outer.append(Group(tuple(zip(names, here[1::2], strict=True)), start, end))
                else:
                    if len(here) > limits.LIST_ITEMS:
                        self._too_many(here[limits.LIST_ITEMS], "list", limits.LIST_ITEMS)
                    outer.append(List(tuple(here), start, end))
                here = outer
            elif kind is AliasEvent:
                self._special(event, event.start_mark.index)
            elif event is None or (
                kind is DocumentStartEvent and self._ends_at(event, started=bool(here))
            ):
                break
        return here[0] if here else None

    def _are_known(self, names: list[Any]) -> bool:
        """Whether all are names of fields, so that nothing more needs to be asked about them."""
        return self._fields.issuperset(map(_first, names))

    def _check_names(self, names: list[Any]) -> None:
        if len(names) > limits.GROUP_FIELDS:
            self._too_many(names[limits.GROUP_FIELDS], "group of fields", limits.GROUP_FIELDS)
        for name in names:
            if not is_text(name) or len(name[0]) > limits.NAME_LENGTH:
                self._odd_name(name)
            elif name[0] == "<<":
                raise _BrokenError(syntax.merge(self._source, *self._source.place(name[1])))

    def _ends_at(self, event: DocumentStartEvent, *, started: bool) -> bool:
        """Whether a second document begins here; what stands before it is kept."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if started:
            self.findings.append(syntax.second_document(self._source, line))
            return True
        if event.version or event.tags:
            self.findings.append(syntax.directive(self._source, line))
        return False

    def _stop(self, code: Code, start: int, length: int, sentence: str, fix: str) -> None:
        raise _BrokenError(found(code, self._source, start, length, sentence, fix))

    def _special(
        self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent | AliasEvent, start: int
    ) -> None:
        line, column = self._source.place(start)
        tagged = getattr(event, "tag", None) and not event.anchor
        mark = "!" if tagged else "*" if type(event) is AliasEvent else "&"
        code = codes.TAG if tagged else codes.ALIAS
        raise _BrokenError(syntax.special_mark(code, self._source, line, column, mark))

    def _check_escapes(self, value: str, start: int) -> None:
        hidden = next((each for each in value if is_forbidden(each)), None)
        if hidden is not None:
            self._stop(
                codes.HIDDEN_CHARACTER,
                start,
                1,
                f"this text writes a hidden character with a backslash: {named(hidden)}",
                "Leave it out.",
            )
        if not value.isascii() and first_tower(value) >= 0:
            self._stop(
                codes.STACKED_MARKS,
                start,
                1,
                f"more than {limits.MARKS_IN_A_ROW} accents are stacked on one letter here",
                "Type the word again.",
            )

    def _too_long(self, start: int) -> None:
        self._stop(
            codes.TEXT_TOO_LONG,
            start,
            1,
            f"this text has more than {limits.TEXT_LENGTH:,} characters",
            "Shorten it, or look whether a quote or a line below was meant to end it.",
        )

    def _too_deep(self, start: int) -> None:
        self._stop(
            codes.TOO_DEEP,
            start,
            1,
            f"lists and groups stand inside each other more than {limits.DEPTH} deep here",
            "A card needs three or four: look for brackets or dashes that are too many.",
        )

    def _too_many(self, first: Node, what: str, most: int) -> None:
        things = "items" if what == "list" else "fields"
        self._stop(
            codes.TOO_MANY_ITEMS,
            start_of(first),
            1,
            f"this {what} holds more than {most:,} {things}",
            "Split it over several files in one folder.",
        )

    def _too_many_nodes(self, start: int) -> None:
        sentence = f"the file holds more than {limits.NODES:,} fields and texts"
        fix = "Split it into several files in one folder; sections may stand in any of them."
        raise _BrokenError(
            found(codes.TOO_MANY_NODES, self._source, start, 1, sentence, fix), hopeless=True
        )

    def _odd_name(self, name: Node) -> None:
        if is_text(name):
            self._stop(
                codes.NAME_TOO_LONG,
                name[1],
                len(name[0]),
                f"this name has more than {limits.NAME_LENGTH} characters",
                "If it is text, put double quotes round the whole of it.",
            )
        what = "a list" if isinstance(name, List) else "a group of fields"
        self._stop(
            codes.NAME_NOT_TEXT,
            start_of(name),
            1,
            f"{what} stands here where a name was expected",
            "If the brackets are part of the text, put double quotes round the whole text.",
        )

    def _impossible(self) -> Diagnostic:
        place = re.search(r"\\U[0-9A-Fa-f]{8}", self._text)
        line, column = self._source.place(place.start() if place else 0)
        return found_at(
            codes.BACKSLASH,
            self._source,
            line,
            column,
            10,
            "this backslash stands for a character that does not exist",
            "Put the text between single quotes, or write each backslash twice.",
        )


_first = itemgetter(0)
_NOWHERE = 1 << 62
"""Further on than any text reaches."""


def _may_be_marked(text: str) -> bool:
    """Whether `&` or `!` stands where YAML would take it for its own, at the start of a text."""
    for mark in "&!":
        at = text.find(mark)
        while at >= 0:
            if at == 0 or text[at - 1] in " \n\t[]{},:-?":
                return True
            at = text.find(mark, at + 1)
    return False


def _trouble(error: yaml.MarkedYAMLError) -> syntax.Trouble:
    mark = error.problem_mark or error.context_mark
    context = error.context_mark or mark
    return syntax.Trouble(
        context=error.context or "",
        context_line=context.line + 1 if context else 1,
        context_column=context.column + 1 if context else 1,
        problem=error.problem or "",
        line=mark.line + 1 if mark else 1,
        column=mark.column + 1 if mark else 1,
    )
