"""
`NamedTuple` as the standard library has it, made in a fifth of the time: the first screen needs
thirty of them before it stands.

Type checkers are shown the standard library's own. What that writes for every class when it is made, this
writes for the classes that are used much, or shares between all.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

try:
    # What the standard library takes, where Python has it: a third quicker to read from.
    from _collections import _tuplegetter as _at  # type: ignore[import-not-found]
except ImportError:
    from operator import itemgetter

    def _at(place: int, _text: str) -> property:
        return property(itemgetter(place))


__all__ = ["NamedTuple"]

_FEW: Final = 64
"""Of so many tuples none is made by a method of its class's own: writing that takes as long."""
_new: Final = tuple.__new__


class _Kind(type):
    """Makes the classes: a tuple with a name, and perhaps a default, for each of its places."""

    def __new__(mcs, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> "_Kind":
        names = tuple(space.get("__annotations__", ()))
        given = {each: space.pop(each) for each in names if each in space}
        if tuple(given) != names[len(names) - len(given) :]:
            raise TypeError("a place without a default stands after one with a default")
        space.update((each, _at(place, "")) for place, each in enumerate(names))
        space["__slots__"] = ()
        space["_fields"] = space["__match_args__"] = names
        space["_field_defaults"] = given
        if names:
            space["__new__"] = _first_new(names, given)
        return super().__new__(mcs, name, bases, space)


def _first_new(names: tuple[str, ...], defaults: Mapping[str, Any]) -> Callable[..., Any]:
    most, made = len(names), 0

    def new(cls: Any, /, *given: Any, **named: Any) -> Any:  # noqa: ANN401
        nonlocal made
        made += 1
        if made <= _FEW:
            if len(given) == most and not named:
                return _new(cls, given)
            rest = names[len(given) :]
            if named.keys() <= set(rest):
                held = {**defaults, **named}
                if held.keys() >= set(rest):
                    return _new(cls, (*given, *[held[each] for each in rest]))
        written = cls.__new__ = _written(cls)
        return written(cls, *given, **named)

    return new


def _written(cls: Any) -> Callable[..., Any]:  # noqa: ANN401
    """`__new__` as one would write it by hand; nothing but names of places ever comes into it."""
    names, given = cls._fields, cls._field_defaults
    known: dict[str, Any] = {"_new": _new, **{f"_given_{each}": given[each] for each in given}}
    heads = (f"{each}=_given_{each}" if each in given else each for each in names)
    held = "".join(f"{each}, " for each in names)
    exec(f"def __new__(_cls, {', '.join(heads)}):\n return _new(_cls, ({held}))", known)  # noqa: S102 - see above
    return known["__new__"]  # type: ignore[no-any-return]


class _NamedTuple(tuple[Any, ...], metaclass=_Kind):
    """What all of them share."""

    __slots__ = ()
    if TYPE_CHECKING:
        _fields: tuple[str, ...]
        _field_defaults: Mapping[str, Any]

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Any:  # noqa: ANN401
        return cls(*values)

    def _replace(self, **changes: Any) -> Any:  # noqa: ANN401
        return type(self)(**{**self._asdict(), **changes})

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{type(self).__name__}({', '.join(shown)})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


if TYPE_CHECKING:
    from typing import NamedTuple
else:
    NamedTuple = _NamedTuple
