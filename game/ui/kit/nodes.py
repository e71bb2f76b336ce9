"""
What a screen reader is given: a placed tree as nodes with a role, a name, a state and a place.

Knows no reader's library. The names follow `speech`, so that a reader and the game's own voice
say the same; a node stays the same node for as long as it means the same thing.
"""

from collections.abc import Iterator, Sequence

from game.tongue import N_, _
from game.ui.kit.controls import Button
from game.ui.kit.field import TextField
from game.ui.kit.geometry import Rect
from game.ui.kit.interaction import Editing, Interaction
from game.ui.kit.layout import Message, Placed, Role
from game.ui.kit.speech import CONTROLS, KINDS, SIGN, WHOLE, joined
from game.values import dataclass, field, replace

ROOT = 1
"""The window itself."""
HEIGHT_OF_TITLE = 1
"""The level of the heading that is the screen's title; all others stand one below."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what stands in a text field, as it is broken there."""

    id: int
    text: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Caret:
    """A place in a text field: which of its lines, and how many characters into it."""

    line: int
    at: int


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the screen, for somebody who does not see it."""

    id: int
    kind: str
    """As in `Role`; besides those "window", "screen" and "news"."""
    name: str = ""
    rect: Rect = Rect(0, 0, 0, 0)
    children: tuple[int, ...] = ()
    key: str | None = None
    """By which the game knows it; None where nothing can be done with it."""
    live: bool = True
    """Whether a control does something now."""
    on: bool | None = None
    cap: str = ""
    """The keyboard's key that does the same."""
    level: int = 0
    many_lines: bool = False
    steps: bool = False
    """Whether it holds a number that can go up and down by one."""
    lines: tuple[Line, ...] = ()
    hint: str = ""
    caret: Caret | None = None
    anchor: Caret | None = None
    language: str = ""
    """What its words are in; empty for the language of the interface."""

    @property
    def takes_text(self) -> bool:
        return self.kind == "text field" and self.live


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes of one picture, parents before their parts in reading order, and the focus."""

    nodes: tuple[Node, ...]
    focus: int = ROOT

    def by_id(self) -> dict[int, Node]:
        return {node.id: node for node in self.nodes}


def identity(*path: object) -> int:
    """The same number for the same path, on every machine; never that of the window."""
    import hashlib  # noqa: PLC0415 - slow to come, and needed only once somebody listens

    text = "\x1f".join(map(str, path)).encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(text, digest_size=7).digest(), "big") | 1 << 56


def with_news(tree: Tree, words: str, number: int) -> Tree:
    """The tree with something to be said at once; each piece of news is a node of its own."""
    news = Node(identity("news", number), "news", words)
    window, *rest = tree.nodes
    window = replace(window, children=(*window.children, news.id))
    return Tree((window, *rest, news), tree.focus)


def tree_of(
    root: Placed,
    title: str,
    at: Interaction,
    *,
    primary: Message = None,
    window: str = "MaP",
) -> Tree:
    """The nodes of a placed screen."""
    planting = _Planting(title, at, primary)
    screen = identity("screen", title)
    inside = planting.grow(root, _Place((screen,), None))
    nodes = planting.nodes
    focus = next((node.id for node in nodes if node.key is not None and node.key == at.focus), ROOT)
    return Tree(
        (
            Node(ROOT, "window", window, root.rect, (screen,)),
            Node(screen, "screen", title, root.rect, inside),
            *nodes,
        ),
        focus,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree something stands: its path, what shows of it, and what was said above."""

    path: tuple[object, ...]
    clip: Rect | None
    told: bool = False
    """Whether what stands above has said all words in here already."""
    footer: bool = False


@dataclass(slots=True)
class _Planting:
    """Makes the nodes of one picture."""

    title: str
    at: Interaction
    primary: Message
    nodes: list[Node] = field(default_factory=list)
    counts: dict[tuple[object, ...], int] = field(default_factory=dict)
    keyed: set[int] = field(default_factory=set)
    """The controls met so far."""
    primed: bool = False
    """Whether the main key's control has been met."""

    def grow(self, placed: Placed, place: _Place) -> tuple[int, ...]:
        """The ids of the topmost nodes in here; all of them, with their parts, are kept."""
        role = placed.role
        inner = place
        if placed.clip is not None:
            shown = placed.clip if place.clip is None else placed.clip.shared(place.clip)
            inner = replace(inner, clip=shown)
        if placed.key is not None and not _does_something(placed):
            # What comes and goes elsewhere on the screen does not make this another one.
            inner = replace(inner, path=(*inner.path, placed.key))
        if role is None or not self._wanted(placed, role, place):
            return self._parts(placed, inner)
        if role.kind in CONTROLS:
            return (self._control(placed, role, place),)
        kind = _kind(placed, role)
        mine = self._nth((*inner.path, kind))
        slot = len(self.nodes)
        below = _Place(
            (mine,),
            inner.clip,
            told=place.told or (bool(role.name) and role.kind in _SAYS_ALL),
            footer=role.kind == "footer",
        )
        children = self._parts(placed, below)
        self.nodes.insert(
            slot,
            Node(
                mine,
                kind,
                _name(role),
                _shown(placed.rect, place.clip),
                children,
                level=self._level(role),
                language=role.language,
            ),
        )
        return (mine,)

    def _parts(self, placed: Placed, place: _Place) -> tuple[int, ...]:
        found: list[int] = []
        for part in placed.parts:
            found.extend(self.grow(part, place))
        return tuple(found)

    def _wanted(self, placed: Placed, role: Role, place: _Place) -> bool:
        """Whether this is a node of its own, and not only a way to its parts."""
        if placed.by_pointer:
            # Whoever goes by keys or by ear has another way to the same.
            return False
        if role.kind in CONTROLS:
            return _does_something(placed) or bool(role.name)
        if role.kind == "footer":
            return True
        if place.told or not (role.name or role.value):
            return False
        # A picture named in few words is a sign; the words beside it say more.
        return role.kind != "image" or len(role.name.split()) > SIGN

    def _nth(self, path: tuple[object, ...]) -> int:
        """The identity of the next of its kind there."""
        number = self.counts[path] = self.counts.get(path, -1) + 1
        return identity(*path, number)

    def _level(self, role: Role) -> int:
        if role.kind != "heading":
            return 0
        return HEIGHT_OF_TITLE if role.name == self.title else HEIGHT_OF_TITLE + 1

    def _control(self, placed: Placed, role: Role, place: _Place) -> int:
        """A control says itself what stands in it; only controls within it are nodes as well."""
        live = _does_something(placed)
        mine = identity("key", placed.key)
        if placed.key is None or mine in self.keyed:
            mine = self._nth((*place.path, role.kind))
        self.keyed.add(mine)
        slot = len(self.nodes)
        children = self._parts(placed, _Place((mine,), place.clip, told=True))
        node = Node(
            mine,
            role.kind,
            _control_name(role, live=live, footer=place.footer),
            _shown(placed.rect, place.clip),
            children,
            key=placed.key if live else None,
            live=live,
            on=role.on,
            cap=self._cap(placed, role, place),
        )
        if isinstance(placed.widget, TextField):
            node = _with_text(node, placed, self.at)
        self.nodes.insert(slot, node)
        return mine

    def _cap(self, placed: Placed, role: Role, place: _Place) -> str:
        if place.footer:
            return role.value
        cap = placed.widget.cap if isinstance(placed.widget, Button) else ""
        if placed.message is not None and placed.message == self.primary and not self.primed:
            self.primed = True
            return cap or _("Space")
        return cap


def _does_something(placed: Placed) -> bool:
    return placed.message is not None or placed.takes_text


def _kind(placed: Placed, role: Role) -> str:
    if role.kind == "image" and any(map(_does_something, placed.walk())):
        return "group"
    # What is none of these is a step of several, such as a stage of the conversation.
    return role.kind if role.kind in KNOWN else "list item"


_SAYS_ALL = WHOLE | {"image"}
"""Kinds whose name says all the words that stand in them."""
KNOWN = {
    *CONTROLS,
    *("text", "heading", "label", "status", "image", "list", "list item", "chart", "alert"),
    *("note", "code", "timer", "footer"),
}
"""The kinds of role that are more than a step of several."""
STEPS = {"now": N_("now"), "done": N_("done"), "to come": N_("to come")}
"""How a step stands."""


def _name(role: Role) -> str:
    if role.kind == "footer":
        return _("Keys")
    if role.kind not in KNOWN:
        kind = _(KINDS.get(role.kind, role.kind))
        step = _("{kind}: {name}").format(kind=kind, name=role.name)
        return joined(step, _(STEPS.get(role.value, role.value)))
    return joined(role.name, role.value)


def _control_name(role: Role, *, live: bool, footer: bool) -> str:
    """In a footer the value is the key; of what cannot be pressed now, the state says so."""
    if role.kind == "text field" or footer or not live:
        return role.name
    return joined(role.name, role.value)


def _shown(rect: Rect, clip: Rect | None) -> Rect:
    """The part that shows; of what is scrolled away the line of the edge behind which it is."""
    if clip is None or clip.encloses(rect):
        return rect
    x, y = max(rect.x, clip.x), min(max(rect.y, clip.y), clip.bottom)
    right, bottom = min(rect.right, clip.right), max(min(rect.bottom, clip.bottom), clip.y)
    return Rect(x, y, max(0, right - x), max(0, bottom - y))


def _with_text(node: Node, placed: Placed, at: Interaction) -> Node:
    """A text field with its lines, and the caret where it has the focus."""
    widget: TextField = placed.widget  # type: ignore[assignment]
    role = placed.role or Role("text field")
    editing = at.editing if at.focus == placed.key else None
    lines = tuple(_lines(node.id, placed, role.value))
    caret = anchor = None
    if editing is not None:
        caret = _caret(lines, _shown_at(editing, editing.caret))
        anchor = _caret(lines, _shown_at(editing, editing.anchor))
    return replace(
        node,
        children=(*node.children, *(line.id for line in lines)),
        many_lines=widget.rows > 1,
        steps=widget.more is not None,
        lines=lines,
        hint=widget.hint,
        caret=caret,
        anchor=anchor,
    )


def _lines(field_id: int, placed: Placed, text: str) -> Iterator[Line]:
    """The text as it is broken into lines; together they are the whole text, nothing lost."""
    rows = TextField.rows_of(placed)
    ends = [*(start for start, _rect in rows[1:]), len(text)]
    for number, ((start, rect), end) in enumerate(zip(rows, ends, strict=True)):
        yield Line(identity(field_id, "line", number), text[start:end], rect)


def _shown_at(editing: Editing, place: int) -> int:
    """Where a place of the text stands in what is shown, which may hold what is being composed."""
    return place + (len(editing.composing) if place >= editing.caret else 0)


def _caret(lines: Sequence[Line], place: int) -> Caret:
    for number, line in enumerate(lines):
        # A caret behind the last character of a wrapped line stands before the first of the next.
        if place < len(line.text) or number == len(lines) - 1:
            return Caret(number, min(place, len(line.text)))
        place -= len(line.text)
    return Caret(0, 0)


def changed(old: Tree, new: Tree) -> tuple[Node, ...]:
    """The nodes that a reader who knows the old tree must be told."""
    known = old.by_id()
    return tuple(node for node in new.nodes if known.get(node.id) != node)
