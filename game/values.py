"""
`dataclass`, `field` and `replace` as the standard library has them, for the one kind we write:
frozen and slotted. Here a class is made in a twentieth of the time, and its values in two thirds.

Type checkers are shown the standard library's own. What that generates for every class when it is
made, this generates for the classes that are used, when they are used first, or shares between
all. `dataclasses.fields`, `asdict` and `is_dataclass` work with these values as with any.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

__all__ = ["dataclass", "field", "replace"]

T = TypeVar("T")

_LACKING: Final[Any] = object()


class _Given:
    """What `field` was told about one field."""

    __slots__ = ("compare", "default", "default_factory", "init", "repr")

    def __init__(
        self,
        *,
        default: Any = _LACKING,  # noqa: ANN401 - anything may be a default
        default_factory: Any = _LACKING,  # noqa: ANN401
        init: bool = True,
        repr: bool = True,  # noqa: A002 - named as in the standard library
        compare: bool = True,
    ) -> None:
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.compare = compare


class _Shape:
    """All fields of a class, inherited ones first, by name; and how many values were made of it."""

    __slots__ = ("fields", "frozen", "made", "of", "ways")

    def __init__(self, of: type, fields: dict[str, _Given], *, frozen: bool) -> None:
        self.of = of
        self.fields = fields
        self.frozen = frozen
        self.made = 0
        self.ways: tuple[tuple[str, Callable[[Any, Any], None], _Given], ...] = ()
        """How each field is set; empty until the first value is made."""


def _dataclass(*, slots: bool, frozen: bool = False, eq: bool = True) -> Callable[[type], type]:
    if not slots:
        raise TypeError("every class made here has slots")
    return lambda plain: _made(plain, frozen=frozen, eq=eq)


def _made(plain: type, *, frozen: bool, eq: bool) -> type:
    """The class anew, with slots for its fields and the methods that it did not write itself."""
    fields: dict[str, _Given] = {}
    for base in reversed(plain.__mro__[1:]):
        inherited = base.__dict__.get("_shape_")
        if inherited is not None:
            fields.update(inherited.fields)
    before = frozenset(fields)
    space = dict(plain.__dict__)
    for name in space.get("__annotations__", ()):
        default = space.pop(name, _LACKING)
        fields[name] = default if type(default) is _Given else _Given(default=default)
    for name in ("__dict__", "__weakref__"):
        space.pop(name, None)
    space["__slots__"] = tuple(name for name in fields if name not in before)
    space["__match_args__"] = tuple(name for name, each in fields.items() if each.init)
    space.setdefault("__repr__", _repr)
    if eq:
        space.setdefault("__eq__", _first_equal)
        if space.get("__hash__") is None:
            space["__hash__"] = _first_hash if frozen else None
    if frozen:
        space["__setattr__"] = space["__delattr__"] = _frozen
        space["__getstate__"], space["__setstate__"] = _state, _restore
    space["__dataclass_fields__"] = _Described("__dataclass_fields__")
    space["__dataclass_params__"] = _Described("__dataclass_params__")
    space["__init__"] = _first_call
    made = type(plain)(plain.__name__, plain.__bases__, space)
    made.__qualname__ = plain.__qualname__
    made._shape_ = _Shape(made, fields, frozen=frozen)  # type: ignore[attr-defined]
    return made


# The three methods that are called most are written for each class, when one is called first, and
# `__init__` when it has been called a few times: writing it takes as long as sixty calls save.
_FEW: Final = 64


def _first_call(self: Any, *given: object, **named: object) -> None:  # noqa: ANN401
    shape: _Shape = self._shape_
    shape.made += 1
    if shape.made <= _FEW and _filled(self, shape, given, named):
        return
    made: Any = shape.of
    made.__init__ = _initialiser(shape)
    made.__init__(self, *given, **named)


def _filled(
    self: Any,  # noqa: ANN401
    shape: _Shape,
    given: tuple[object, ...],
    named: dict[str, object],
) -> bool:
    """Give every field its value; False where that is not plain, and nothing is promised then."""
    if not shape.ways:
        kind: Any = shape.of
        shape.ways = tuple(
            (name, getattr(kind, name).__set__, each) for name, each in shape.fields.items()
        )
    rest, left = iter(given), len(given)
    asked = len(named)
    for name, put, each in shape.ways:
        if left and each.init:
            left -= 1
            put(self, next(rest))
        elif asked and name in named:
            if not each.init:
                return False
            asked -= 1
            put(self, named[name])
        elif each.default is not _LACKING:
            put(self, each.default)
        elif each.default_factory is not _LACKING:
            put(self, each.default_factory())
        elif each.init:
            return False
    # Something is left where there was one too many, or one twice.
    if left or asked:
        return False
    if hasattr(shape.of, "__post_init__"):
        self.__post_init__()
    return True


def _first_equal(self: Any, other: object) -> bool:  # noqa: ANN401
    made: Any = self._shape_.of
    mine, others = (_compared(self._shape_, name) for name in ("self", "other"))
    made.__eq__ = _written(
        made,
        "__eq__(self, other)",
        " if self is other: return True",
        f" if other.__class__ is self.__class__: return {mine} == {others}",
        " return NotImplemented",
    )
    return made.__eq__(self, other)  # type: ignore[no-any-return]


def _first_hash(self: Any) -> int:  # noqa: ANN401
    made: Any = self._shape_.of
    made.__hash__ = _written(
        made, "__hash__(self)", f" return hash({_compared(self._shape_, 'self')})"
    )
    return made.__hash__(self)  # type: ignore[no-any-return]


def _compared(shape: _Shape, name: str) -> str:
    """The fields by which values are told apart, as the text of a tuple."""
    return (
        f"({''.join(f'{name}.{each},' for each, given in shape.fields.items() if given.compare)})"
    )


def _initialiser(shape: _Shape) -> Callable[..., None]:
    """`__init__` as one would write it by hand, but setting the slots past the frozen class."""
    known: dict[str, object] = {}
    heads: list[str] = []
    lines: list[str] = []
    for name, each in shape.fields.items():
        known[f"_set_{name}"] = getattr(shape.of, name).__set__
        value = name
        if each.default_factory is not _LACKING:
            known["_lacking"], known[f"_make_{name}"] = _LACKING, each.default_factory
            value = f"_make_{name}()"
            if each.init:
                heads.append(f"{name}=_lacking")
                value = f"{value} if {name} is _lacking else {name}"
        elif each.default is not _LACKING:
            known[f"_given_{name}"] = each.default
            if each.init:
                heads.append(f"{name}=_given_{name}")
            else:
                value = f"_given_{name}"
        elif each.init:
            heads.append(name)
        else:
            continue
        lines.append(f" _set_{name}(self, {value})")
    if hasattr(shape.of, "__post_init__"):
        lines.append(" self.__post_init__()")
    head = f"__init__({', '.join(('self', *heads))})"
    return _written(shape.of, head, *(lines or [" pass"]), known=known)


def _written(
    made: type, head: str, *lines: str, known: dict[str, object] | None = None
) -> Callable[..., Any]:
    """The method that these lines are; nothing but names of fields ever comes into them."""
    names = {} if known is None else known
    exec("\n".join((f"def {head}:", *lines)), names)  # noqa: S102 - see above
    name = head.partition("(")[0]
    method: Any = names[name]
    method.__qualname__ = f"{made.__qualname__}.{name}"
    return method  # type: ignore[no-any-return]


# What is called seldom is shared by all.


def _repr(self: Any) -> str:  # noqa: ANN401
    shown = (
        f"{name}={getattr(self, name)!r}" for name, each in self._shape_.fields.items() if each.repr
    )
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _frozen(self: object, name: str, _value: object = None) -> NoReturn:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - never, in a program without fault

    raise FrozenInstanceError(f"cannot change field {name!r} of a {type(self).__name__}")


def _state(self: Any) -> list[object]:  # noqa: ANN401
    return [getattr(self, name) for name in self._shape_.fields]


def _restore(self: Any, state: list[object]) -> None:  # noqa: ANN401
    for name, value in zip(self._shape_.fields, state, strict=True):
        object.__setattr__(self, name, value)


class _Described:
    """What the standard library's functions look for, made when one of them looks."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, value: object, kind: Any) -> object:  # noqa: ANN401
        import dataclasses  # noqa: PLC0415 - it brings much that a first screen has no need of

        shape: _Shape = kind._shape_
        twin: dict[str, object] = {"__annotations__": {}}
        for base in reversed(shape.of.__mro__):
            annotations = base.__dict__.get("__annotations__", {})  # noqa: RUF063 - Python 3.11
            twin["__annotations__"] |= {  # type: ignore[operator]
                name: hint for name, hint in annotations.items() if name in shape.fields
            }
        for name, each in shape.fields.items():
            twin[name] = dataclasses.field(
                default=dataclasses.MISSING if each.default is _LACKING else each.default,
                default_factory=dataclasses.MISSING
                if each.default_factory is _LACKING
                else each.default_factory,
                init=each.init,
                repr=each.repr,
                compare=each.compare,
            )
        made: Any = dataclasses.dataclass(frozen=shape.frozen)(type(shape.of.__name__, (), twin))
        for name in ("__dataclass_fields__", "__dataclass_params__"):
            setattr(shape.of, name, getattr(made, name))
        return getattr(made, self._name)


def _replace(value: T, /, **changes: object) -> T:
    kind = type(value)
    for name in kind.__match_args__:  # type: ignore[attr-defined]
        if name not in changes:
            changes[name] = getattr(value, name)
    return kind(**changes)


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _dataclass, _Given, _replace
