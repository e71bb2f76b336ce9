"""Our own `NamedTuple` gives what the standard library's gives, only sooner."""

import copy
import pickle
import typing

import pytest

from game import tuples


def classes(base):
    class Empty(base):
        pass

    class Point(base):
        """Where something is."""

        x: int
        y: int = 2
        name: str = "n"

        @property
        def wide(self):
            return self.x + self.y

    return Empty, Point


class Kept(tuples.NamedTuple):
    """One that `pickle` can find."""

    x: int
    y: int = 2


OURS, THEIRS = classes(tuples.NamedTuple), classes(typing.NamedTuple)
# Before and after a class has been given a `__new__` of its own.
ROUNDS = range(200)


@pytest.mark.parametrize(
    ("given", "named"),
    [((1,), {}), ((1, 5), {}), ((1, 5, "m"), {}), ((), {"x": 3}), ((1,), {"name": "z"})],
)
def test_values_are_made_read_and_compared_alike(given, named):
    for _ in ROUNDS:
        ours, theirs = OURS[1](*given, **named), THEIRS[1](*given, **named)
        assert ours == theirs == tuple(ours)
        assert hash(ours) == hash(theirs)
        assert (ours.x, ours.y, ours.name, ours.wide) == (
            theirs.x,
            theirs.y,
            theirs.name,
            ours[0] + ours[1],
        )
        assert repr(ours) == repr(theirs)
        assert ours._asdict() == theirs._asdict()
        assert ours._replace(y=9) == theirs._replace(y=9)
        assert type(ours._replace(y=9)) is OURS[1]


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((1, 2, "m", 4), {}), ((1,), {"x": 1}), ((1,), {"other": 1}), ((), {"y": 1})],
)
def test_wrong_values_are_refused_alike(given, named):
    for make in (OURS[1], THEIRS[1]):
        with pytest.raises(TypeError):
            make(*given, **named)


def test_a_class_tells_of_itself_alike():
    for ours, theirs in zip(OURS, THEIRS, strict=True):
        assert ours._fields == theirs._fields
        assert ours._field_defaults == theirs._field_defaults
        assert ours.__match_args__ == theirs.__match_args__
        assert ours.__doc__ is None or ours.__doc__ == theirs.__doc__
        assert ours.__slots__ == theirs.__slots__ == ()
    assert OURS[0]() == THEIRS[0]() == ()
    assert OURS[1]._make([4, 5, "six"]) == THEIRS[1]._make([4, 5, "six"])


def test_values_cannot_be_changed_and_are_copied_and_pickled_as_themselves():
    value = Kept(1)
    with pytest.raises(AttributeError):
        value.x = 3
    assert copy.copy(value) == copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - what was written a moment ago
    assert type(copy.deepcopy(value)) is Kept
    match value:
        case Kept(x, y):
            assert (x, y) == (1, 2)


def test_a_place_without_a_default_stands_before_those_with_one():
    with pytest.raises(TypeError, match="default"):

        class Wrong(tuples.NamedTuple):
            x: int = 1
            y: int
