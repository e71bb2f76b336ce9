"""Where things stand in a pack's text: lines, columns, and how far an item or field reaches."""

import re
from collections.abc import Iterable
from itertools import pairwise

from game.content.nodes import Group, List, Node, Text, is_text, start_of
from game.tuples import NamedTuple

_DASH = re.compile(r"( *)- *(?:#.*)?")


class Splice(NamedTuple):
    """Text that takes the place of what stands from *start* to *end*."""

    start: int
    end: int
    text: str


def apply_splices(text: str, splices: Iterable[Splice]) -> str:
    parts: list[str] = []
    last = 0
    for each in splices:
        parts += (text[last : each.start], each.text)
        last = each.end
    return "".join((*parts, text[last:]))


def in_order(splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Splices from top to bottom; those at one place stay in the order in which they came."""
    return tuple(sorted(splices, key=lambda each: (each.start, each.end)))


def overlap(splices: tuple[Splice, ...]) -> bool:
    return any(one.end > other.start for one, other in pairwise(splices))


def line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    """Where the line ends that holds *place*, before its line feed."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def column(text: str, place: int) -> int:
    """How many characters stand before *place* in its line."""
    return place - line_start(text, place)


def in_brackets(text: str, node: Node) -> bool:
    """Whether a list or group is written in brackets, in the way of `[a, b]`."""
    return not is_text(node) and text[start_of(node) : start_of(node) + 1] in ("[", "{")


def content_end(text: str, node: Node) -> int:
    """Where the last word of a node ends; the reader also counts blank lines and comments below."""
    if is_text(node):
        return _text_end(text, node)
    if in_brackets(text, node):
        return node[2]
    if isinstance(node, List):
        return content_end(text, node.items[-1]) if node.items else node.start
    if isinstance(node, Group) and node.entries:
        return entry_end(text, *node.entries[-1])
    return start_of(node)


def entry_end(text: str, name: Text, value: Node) -> int:
    """Where a field ends: its value, or its colon where it has none."""
    return max(colon(text, name) + 1, content_end(text, value))


def _text_end(text: str, node: Text) -> int:
    if node[3] in ("|", ">"):
        return node[1] + len(text[node[1] : node[2]].rstrip())
    return node[2]


def colon(text: str, name: Text) -> int:
    return text.index(":", name[2])


def dash_of(text: str, item: Node) -> int | None:
    """Where the dash of a list's item stands; none when it shares its line with something else."""
    start = start_of(item)
    begin = line_start(text, start)
    head = text[begin:start]
    while True:
        if (match := _DASH.fullmatch(head)) and len(match[1]) < column(text, start):
            return begin + len(match[1])
        # The dash may stand alone above its item, with blank lines and comments between.
        if begin == 0 or (head.strip() and not head.strip().startswith("#")):
            return None
        begin, above = line_start(text, begin - 1), begin - 1
        head = text[begin:above]


def touching_comments(text: str, begin: int) -> int:
    """Where the comment lines start that stand directly above the line at *begin*."""
    indent = len(text[begin:]) - len(text[begin:].lstrip(" "))
    while begin > 0:
        above = line_start(text, begin - 1)
        line = text[above : begin - 1]
        if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) != indent:
            break
        begin = above
    return begin


def dash_step(text: str, root: Group) -> int:
    """How far lists are set in from the name above them, as the author does it; two where unseen."""
    for node in _groups(root):
        for name, value in node.entries:
            if isinstance(value, List) and value.items and not in_brackets(text, value):
                dash = dash_of(text, value.items[0])
                if dash is not None:
                    return max(0, column(text, dash) - column(text, name[1]))
    return 2


def _groups(node: Node) -> Iterable[Group]:
    if isinstance(node, Group):
        # What stands inside cards tells more than the section's own list.
        for _, value in node.entries:
            yield from _groups(value)
        yield node
    elif isinstance(node, List):
        for each in node.items:
            yield from _groups(each)
