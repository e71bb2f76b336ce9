"""
What is said of a screen to somebody who does not see it: a placed tree as lines, in reading order.

Only words come out of here; whose voice says them, and when, is decided elsewhere.
"""

from collections.abc import Iterator, Sequence

from game.tongue import N_, _
from game.ui.kit.boxes import InLanguage
from game.ui.kit.controls import Button
from game.ui.kit.layout import Message, Placed, Role
from game.ui.kit.scroll import ScrollBy
from game.values import dataclass

CONTROLS = {
    "button": N_("button"),
    "radio": N_("choice"),
    "checkbox": N_("tick box"),
    "text field": N_("text field"),
}
"""Roles that can be worked, and what they are called."""
KINDS = {"stage": N_("Stage"), "step": N_("Step")}
"""Rows of which only the one in hand is told, and what that is called."""
WHOLE = {"list item", "alert", "note", "status", "code"}
"""Roles whose name says all that stands in them."""
PASSING = {"timer", "status"}
"""Roles whose words change with every minute: never news."""
CAPTION = 3
"""A label of so few words only names what stands beside it, and is no news either."""
SIGN = 2
"""A picture named in so few words is a sign, such as a seat's; the words beside it say more."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to say; `news` where it is worth saying unasked, once it has changed."""

    words: str
    news: bool = True
    language: str = ""
    """What the words are in; empty for the language of the interface."""


def spoken(root: Placed) -> tuple[Line, ...]:
    """Everything on a screen, in reading order; its keys come last."""
    lines = tuple(_lines(root))
    return tuple(line for place, line in enumerate(lines) if not place or line != lines[place - 1])


def actions(root: Placed, primary: Message) -> tuple[str, ...]:
    """What can be done by one key, with the key: first what the main key does."""
    found: dict[str, str] = {}
    for each in root.walk():
        if each.message is None or each.role is None or not each.role.name:
            continue
        button = each.widget if isinstance(each.widget, Button) else None
        if primary is not None and each.message == primary and "Space" not in found:
            found = {"Space": each.role.name, **found}
        if button is not None and button.cap:
            found.setdefault(button.cap, each.role.name)
    return tuple(f"{cap}: {name}" for cap, name in found.items())


def focused(root: Placed, focus: str | None) -> str:
    """What has the focus, what it is, and how it stands; empty where nothing has it."""
    if focus is None:
        return ""
    for each in root.walk():
        if each.key == focus and each.role is not None and _workable(each):
            return _control(each)
    return ""


def grouped(root: Placed, keys: Sequence[str]) -> str:
    """A group that a scan stands on as a whole, by its first and last; empty for a single control."""
    if len(keys) < 2:
        return ""
    names = {each.key: each.role.name for each in root.walk() if each.key and each.role}
    first, last = names.get(keys[0], ""), names.get(keys[-1], "")
    words = _("Group of {count}: {first} to {last}")
    return words.format(count=len(keys), first=first, last=last)


def news(before: Sequence[Line], after: Sequence[Line]) -> tuple[str, ...]:
    """What is worth saying of a screen that was, or was not, there a moment ago."""
    known = {line.words for line in before}
    return tuple(line.words for line in after if line.news and line.words not in known)


def utterance(lines: Sequence[str]) -> str:
    """Lines as one text with a rest after each."""
    return "\n".join(each if each[-1:] in ".?!…:”" else f"{each}." for each in lines if each)


def _lines(placed: Placed, *, inside: bool = False) -> Iterator[Line]:
    """*inside* something that has said its own words, only what can be worked is still told."""
    role = placed.role
    if isinstance(placed.widget, InLanguage) and not placed.widget.aloud:
        return
    if role is None or (role.kind in CONTROLS and not _workable(placed) and not role.name):
        yield from _parts(placed, inside=inside)
    elif role.kind in CONTROLS:
        if not isinstance(placed.message, ScrollBy):
            yield Line(_control(placed), news=False)
    elif role.kind == "footer":
        yield from _keys(placed)
    elif role.kind == "image":
        if len(role.name.split()) > SIGN and not inside:
            yield Line(role.name)
        yield from _parts(placed, inside=inside or bool(role.name))
    elif role.value in {"now", "done", "to come"}:
        # Of a row of steps only the one in hand is told; the others would drown it.
        if role.value == "now" and not inside:
            yield Line(_("{kind}: {name}").format(kind=_(KINDS[role.kind]), name=role.name))
    else:
        if not inside and (role.name or role.value):
            words = joined(role.name, role.value)
            caption = role.kind == "label" and len(words.split()) <= CAPTION
            yield Line(words, role.kind not in PASSING and not caption, role.language)
        told = role.kind in WHOLE and bool(role.name)
        yield from _parts(placed, inside=inside or told)


def _parts(placed: Placed, *, inside: bool) -> Iterator[Line]:
    for part in placed.parts:
        yield from _lines(part, inside=inside)


def _keys(footer: Placed) -> Iterator[Line]:
    """The news at the footer's end, then its keys in one breath."""
    keys: list[str] = []
    for each in footer.walk():
        role = each.role
        if role is None or each is footer:
            continue
        if role.kind == "status":
            yield Line(role.name, news=False)
        elif role.kind == "button":
            keys.append(f"{role.value}: {role.name}")
    if keys:
        yield Line(_("Keys. {keys}").format(keys=", ".join(keys)), news=False)


def _workable(placed: Placed) -> bool:
    """Whether pressing or typing does something there now."""
    return placed.message is not None or placed.takes_text or placed.role is None


def _control(placed: Placed) -> str:
    """Name first, as that is what tells one control from the next."""
    role = placed.role or Role("button")
    cap = placed.widget.cap if isinstance(placed.widget, Button) else ""
    kind = _(CONTROLS.get(role.kind, role.kind))
    state = "" if role.on is None else _("chosen") if role.on else _("not chosen")
    value = role.value or (_("empty") if role.kind == "text field" else "")
    return joined(role.name, value, kind, state, _("key {cap}").format(cap=cap) if cap else "")


def joined(*parts: str) -> str:
    """What there is of these, with a rest between one and the next."""
    return ", ".join(part.rstrip(".") if more else part for part, more in _with_more(parts))


def _with_more(parts: Sequence[str]) -> list[tuple[str, bool]]:
    said = [part for part in parts if part]
    return [(part, place < len(said) - 1) for place, part in enumerate(said)]
