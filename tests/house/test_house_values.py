"""Our own `dataclass` gives what the standard library's gives, only sooner."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from game import values


class Plain:
    """A base that is no value, with a default that an heir turns into a field."""

    __slots__ = ()
    wide: float = 1.0

    def area(self):
        return self.wide * 2


def classes(dataclass, field):
    """The same classes, made by one or the other."""

    @dataclass(frozen=True, slots=True)
    class Empty:
        pass

    @dataclass(frozen=True, slots=True)
    class One:
        only: int

    @dataclass(frozen=True, slots=True)
    class Several:
        first: str
        second: int = 2
        third: "tuple[int, ...]" = ()
        kept: list[int] = field(default_factory=list)
        hidden: Any = field(default=None, repr=False, compare=False)
        inside: dict[str, int] = field(init=False, repr=False, compare=False)

        def __post_init__(self):
            object.__setattr__(self, "inside", {self.first: self.second})

    @dataclass(frozen=True, slots=True)
    class Wide(Plain):
        wide: float = 3.0
        name: str = "w"

    @dataclass(frozen=True, slots=True)
    class Heir(One):
        more: str = "m"

    @dataclass(frozen=True, slots=True)
    class Written:
        text: str

        def __eq__(self, other):
            return isinstance(other, Written) and self.text.lower() == other.text.lower()

        def __hash__(self):
            return 7

        def __repr__(self):
            return "written"

    @dataclass(slots=True)
    class Open:
        count: int = 0
        found: list[str] = field(default_factory=list)

    @dataclass(slots=True, eq=False)
    class Single:
        count: int = 0

    return {
        each.__name__: each for each in (Empty, One, Several, Wide, Heir, Written, Open, Single)
    }


class Busy(dict):
    """Classes of which so many values were made that their own `__init__` has been written."""

    def __init__(self, made):
        super().__init__(made)
        for each in made.values():
            for _ in range(values._FEW + 1):
                each(*("x" for name in each.__match_args__ if name in {"only", "first", "text"}))


@pytest.fixture(autouse=True, params=[dict, Busy], ids=["at first", "later"])
def _ours(request, monkeypatch):
    """Every test is passed by the first values of a class, and by those that come after many."""
    monkeypatch.setattr(f"{__name__}.OURS", request.param(classes(values.dataclass, values.field)))


OURS = {}
THEIRS = classes(dataclasses.dataclass, dataclasses.field)

MADE = [
    ("Empty", (), {}),
    ("One", (1,), {}),
    ("One", (), {"only": 2}),
    ("Several", ("a",), {}),
    ("Several", ("a", 3, (4,), [5], "x"), {}),
    ("Several", ("b",), {"hidden": 1, "kept": [1]}),
    ("Wide", (), {}),
    ("Wide", (5.0,), {"name": "n"}),
    ("Heir", (1, "x"), {}),
    ("Written", ("Yes",), {}),
    ("Open", (), {}),
    ("Open", (1, ["f"]), {}),
]
each_made = pytest.mark.parametrize(("name", "given", "named"), MADE)


def pair(name, given, named):
    return OURS[name](*given, **named), THEIRS[name](*given, **named)


@each_made
def test_a_value_holds_and_shows_the_same(name, given, named):
    ours, theirs = pair(name, given, named)
    assert repr(ours) == repr(theirs)
    assert dataclasses.is_dataclass(ours)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert type(ours).__match_args__ == type(theirs).__match_args__
    assert type(ours).__slots__ == type(theirs).__slots__
    assert not hasattr(ours, "__dict__")


@each_made
def test_the_same_values_are_equal_and_hash_alike(name, given, named):
    ours, theirs = pair(name, given, named)
    again, _ = pair(name, given, named)
    assert ours == again
    assert (ours == again) is (theirs == copy.copy(theirs))
    assert ours != object()
    if type(theirs).__hash__ is None:
        assert type(ours).__hash__ is None
    elif "kept" not in type(ours).__match_args__:
        assert hash(ours) == hash(again) == hash(theirs)


def test_what_is_made_without_equality_is_only_equal_to_itself():
    for single in (OURS["Single"], THEIRS["Single"]):
        one = single(1)
        assert one == one  # noqa: PLR0124 - that is what is tested
        assert one != single(1)
        assert len({one, one, single(1)}) == 2


def test_what_is_not_compared_makes_no_difference_and_what_is_does():
    several = OURS["Several"]
    assert several("a", hidden=1) == several("a", hidden=2)
    assert several("a") != several("b")
    assert OURS["Heir"](1) != OURS["One"](1)


@each_made
def test_fields_are_described_the_same(name, given, named):
    del given, named
    ours, theirs = (dataclasses.fields(each[name]) for each in (OURS, THEIRS))

    def described(fields):
        return [
            (f.name, f.type, f.init, f.repr, f.compare, f.default, f.default_factory)
            for f in fields
        ]

    assert described(ours) == described(theirs)


@each_made
def test_replacing_makes_a_new_value_with_the_change(name, given, named):
    ours, theirs = pair(name, given, named)
    for each in type(theirs).__match_args__:
        assert repr(values.replace(ours, **{each: "new"})) == repr(
            dataclasses.replace(theirs, **{each: "new"})
        )
    assert values.replace(ours) == ours
    assert dataclasses.replace(ours) == ours


@each_made
def test_a_frozen_value_never_changes(name, given, named):
    ours, theirs = pair(name, given, named)
    for each in type(theirs).__match_args__:
        for value in (ours, theirs):
            if name == "Open":
                setattr(value, each, getattr(value, each))
                continue
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(value, each, 1)
            with pytest.raises(dataclasses.FrozenInstanceError):
                delattr(value, each)


def test_a_value_made_wrongly_is_refused():
    for several in (OURS["Several"], THEIRS["Several"]):
        with pytest.raises(TypeError, match="first"):
            several()
        with pytest.raises(TypeError, match="inside"):
            several("a", inside={})
        with pytest.raises(TypeError):
            several("a", 1, (), [], None, "one too many")
        with pytest.raises(TypeError, match="first"):
            several("a", first="b")
        with pytest.raises(TypeError, match="odd"):
            several("a", odd=1)


def test_each_value_gets_a_list_of_its_own():
    one, other = OURS["Several"]("a"), OURS["Several"]("a")
    one.kept.append(1)
    assert other.kept == []


def test_a_base_that_is_no_value_stays_one():
    wide = OURS["Wide"]()
    assert wide.area() == 6.0
    assert Plain.wide == 1.0


def test_a_value_can_be_copied():
    several = OURS["Several"]("a", 3)
    assert copy.copy(several) == several
    assert copy.deepcopy(several) == several
    assert copy.copy(several).inside == {"a": 3}


@values.dataclass(frozen=True, slots=True)
class Sent:
    """A value that pickling can find by its name."""

    name: str
    number: int = 0


def test_a_value_can_be_sent_to_another_process():
    sent = Sent("a", 1)
    assert pickle.loads(pickle.dumps(sent)) == sent  # noqa: S301 - our own bytes


def test_a_value_matches_by_place_and_name():
    heir = OURS["Heir"]
    match heir(1, "x"):
        case heir(only, more):
            assert (only, more) == (1, "x")


def test_a_class_without_slots_is_not_made_here():
    with pytest.raises(TypeError):
        values.dataclass(frozen=True, slots=False)
