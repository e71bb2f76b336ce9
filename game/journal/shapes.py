"""
Values to JSON and back, driven by type hints: one shape for each hint, built once.

Knows enums, tuples, optional values and dataclasses, and nothing of this game. What comes in may be
hostile: a misfit is told by `ShapeError` with the place, and no other error leaves `of_json`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import IntEnum, StrEnum
from types import NoneType, UnionType
from typing import NewType, Protocol, TypeAlias, Union, get_args, get_origin, get_type_hints

from game.values import dataclass

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

# Beyond this no count, place or seed of ours can lie, and arithmetic stays cheap.
_LARGEST = 2**64


class ShapeError(Exception):
    """Data that does not fit: where, from the outside in, and why."""

    def __init__(self, why: str, where: str = "") -> None:
        super().__init__(f"{where}: {why}" if where else why)
        self.why = why
        self.where = where

    def inside(self, place: str) -> "ShapeError":
        """The same misfit, seen from one level further out."""
        joint = "" if not self.where or self.where.startswith("[") else "."
        return ShapeError(self.why, f"{place}{joint}{self.where}")


class Shape(Protocol):
    """How values of one type stand in JSON."""

    def to_json(self, value: object) -> Json: ...

    def of_json(self, data: object) -> object:
        """The value, or `ShapeError`."""


def snake_case(name: str) -> str:
    """`CardTurned` as `card_turned`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def shape_of(hint: object) -> Shape:
    """The shape for a type hint; `TypeError` for a hint that has none."""
    if isinstance(hint, NewType):
        return shape_of(hint.__supertype__)
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        if arguments[1:] == (...,):
            return Sequence(shape_of(arguments[0]))
        return _Row(tuple(shape_of(each) for each in arguments))
    if origin in {Union, UnionType} and arguments[1:] == (NoneType,):
        return _Optional(shape_of(arguments[0]))
    if isinstance(hint, type):
        if issubclass(hint, StrEnum):
            return _Choice({each: each.value for each in hint}, {each.value: each for each in hint})
        if issubclass(hint, IntEnum):
            members = {each.name.lower(): each for each in hint}
            return _Choice({each: name for name, each in members.items()}, members)
        if is_dataclass(hint):
            return record_shape(hint)
    raise TypeError(f"no shape for {hint!r}")


def record_shape(kind: type, outer: Mapping[str, Shape] | None = None) -> "Record":
    """
    The shape of a dataclass: an object with its fields by name.

    *outer* gives shapes for fields whose hints this module could not know.
    """
    known = outer or {}
    hints = get_type_hints(kind)
    shapes = {
        each.name: known[each.name] if each.name in known else shape_of(hints[each.name])
        for each in fields(kind)
    }
    needed = frozenset(
        each.name
        for each in fields(kind)
        if each.default is MISSING and each.default_factory is MISSING
    )
    return Record(kind, shapes, needed)


@dataclass(frozen=True, slots=True)
class Record:
    """A dataclass as an object; fields that it does not know are passed by."""

    make: Callable[..., object]
    shapes: Mapping[str, Shape]
    needed: frozenset[str]
    """The fields without a default. One with a default may be missing: older files lack it."""

    def to_json(self, value: object) -> dict[str, Json]:
        return {name: shape.to_json(getattr(value, name)) for name, shape in self.shapes.items()}

    def of_json(self, data: object) -> object:
        if not isinstance(data, dict):
            raise ShapeError(f"an object was expected, not {_told(data)}")
        found: dict[str, object] = {}
        for name, shape in self.shapes.items():
            if name in data:
                try:
                    found[name] = shape.of_json(data[name])
                except ShapeError as misfit:
                    raise misfit.inside(name) from None
            elif name in self.needed:
                raise ShapeError("missing", name)
        return self.make(**found)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several dataclasses; *tag* is the field that names which."""

    tag: str
    names: Mapping[type, str]
    shapes: Mapping[str, Record]

    def to_json(self, value: object) -> dict[str, Json]:
        name = self.names[type(value)]
        return {self.tag: name, **self.shapes[name].to_json(value)}

    def of_json(self, data: object) -> object:
        if not isinstance(data, dict):
            raise ShapeError(f"an object was expected, not {_told(data)}")
        name = data.get(self.tag)
        shape = self.shapes.get(name) if isinstance(name, str) else None
        if shape is None:
            raise ShapeError(f"{_told(name)} is not known", self.tag)
        return shape.of_json(data)


def one_of(tag: str, shapes: Mapping[type, Record]) -> OneOf:
    """The shape of a union of dataclasses, each under its name in snake case."""
    clash = [kind.__name__ for kind, shape in shapes.items() if tag in shape.shapes]
    if clash:
        raise TypeError(f"a field called {tag} hides the kind of {', '.join(clash)}")
    names = {kind: snake_case(kind.__name__) for kind in shapes}
    return OneOf(tag, names, {names[kind]: shape for kind, shape in shapes.items()})


@dataclass(frozen=True, slots=True)
class Sequence:
    """A tuple of any length."""

    inner: Shape

    def to_json(self, value: object) -> Json:
        return [self.inner.to_json(each) for each in _tuple(value)]

    def of_json(self, data: object) -> object:
        return tuple(_each(data, lambda _: self.inner))


@dataclass(frozen=True, slots=True)
class _Row:
    """A tuple of a fixed length."""

    inner: tuple[Shape, ...]

    def to_json(self, value: object) -> Json:
        pairs = zip(self.inner, _tuple(value), strict=True)
        return [shape.to_json(each) for shape, each in pairs]

    def of_json(self, data: object) -> object:
        if isinstance(data, list) and len(data) != len(self.inner):
            raise ShapeError(f"{len(self.inner)} values were expected, not {len(data)}")
        return tuple(_each(data, lambda place: self.inner[place]))


@dataclass(frozen=True, slots=True)
class _Optional:
    inner: Shape

    def to_json(self, value: object) -> Json:
        return None if value is None else self.inner.to_json(value)

    def of_json(self, data: object) -> object:
        return None if data is None else self.inner.of_json(data)


@dataclass(frozen=True, slots=True)
class _Choice:
    """An enum, by the text that stands for each of its members."""

    texts: Mapping[object, str]
    members: Mapping[str, object]

    def to_json(self, value: object) -> Json:
        return self.texts[value]

    def of_json(self, data: object) -> object:
        if isinstance(data, str) and data in self.members:
            return self.members[data]
        raise ShapeError(f"{_told(data)} is not one of {', '.join(self.members)}")


class _Text:
    def to_json(self, value: object) -> Json:
        if isinstance(value, str):
            return value
        raise TypeError(f"text was expected, not {value!r}")

    def of_json(self, data: object) -> object:
        if isinstance(data, str):
            return data
        raise ShapeError(f"text was expected, not {_told(data)}")


class _WholeNumber:
    def to_json(self, value: object) -> Json:
        if isinstance(value, int):
            return int(value)
        raise TypeError(f"a whole number was expected, not {value!r}")

    def of_json(self, data: object) -> object:
        # A truth value is an int to Python, and a score to nobody.
        if isinstance(data, bool) or not isinstance(data, int):
            raise ShapeError(f"a whole number was expected, not {_told(data)}")
        if not -_LARGEST < data < _LARGEST:
            raise ShapeError("the number is out of all bounds")
        return data


class _Truth:
    def to_json(self, value: object) -> Json:
        if isinstance(value, bool):
            return value
        raise TypeError(f"true or false was expected, not {value!r}")

    def of_json(self, data: object) -> object:
        if isinstance(data, bool):
            return data
        raise ShapeError(f"true or false was expected, not {_told(data)}")


_PLAIN: Mapping[object, Shape] = {str: _Text(), int: _WholeNumber(), bool: _Truth()}


def _each(data: object, shape_at: Callable[[int], Shape]) -> list[object]:
    if not isinstance(data, list):
        raise ShapeError(f"a list was expected, not {_told(data)}")
    found = []
    for place, each in enumerate(data):
        try:
            found.append(shape_at(place).of_json(each))
        except ShapeError as misfit:
            raise misfit.inside(f"[{place}]") from None
    return found


def _tuple(value: object) -> tuple[object, ...]:
    if isinstance(value, tuple):
        return value
    raise TypeError(f"a tuple was expected, not {value!r}")


def _told(data: object) -> str:
    """What the data is, short enough for a sentence."""
    match data:
        case None:
            return "nothing"
        case bool():
            return "true" if data else "false"
        case int() | float():
            return "a number"
        case str():
            return f"“{data[:40]}”"
        case list():
            return "a list"
        case _:
            return "an object"
