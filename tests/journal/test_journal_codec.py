"""Every event goes to JSON and comes back the same; whatever else comes in is refused in words."""

import json
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from types import NoneType
from typing import NewType, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.journal.codec import EVENTS, decode_event, encode_event
from game.journal.shapes import ShapeError, one_of, record_shape, shape_of
from game.model.themes import Theme
from game.outcomes.answers import Hands
from game.rules.events import (
    CardTurned,
    ConversationEnded,
    DoorOpened,
    Event,
    HandsCounted,
    SeatJoined,
    StageBegun,
)
from game.rules.state import Played, Seat, SeatId, SeatKind, Stage

KINDS = get_args(Event)


def values(hint):
    """Any value of a type, found by a walk of our own, not by the codec's."""
    if isinstance(hint, NewType):
        return values(hint.__supertype__)
    if hint is int:
        return st.integers(-(2**63), 2**63)
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        if inner[-1] is ...:
            return st.lists(values(inner[0]), max_size=3).map(tuple)
        return st.tuples(*map(values, inner))
    if NoneType in get_args(hint):
        return st.one_of(*map(values, get_args(hint)))
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{each.name: values(hints[each.name]) for each in fields(hint)})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return st.none() if hint is NoneType else st.text(max_size=8)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_event_has_a_codec_and_comes_back_the_same(kind):
    @settings(derandomize=True, database=None, deadline=None, max_examples=20)
    @given(values(kind))
    def comes_back(event):
        text = json.dumps(encode_event(event), allow_nan=False)
        assert decode_event(json.loads(text)) == event
        assert type(decode_event(json.loads(text))) is kind

    comes_back()


def test_no_two_events_share_a_name():
    assert len(EVENTS.shapes) == len(KINDS) == len(set(EVENTS.names.values()))


# How events stand in files, for ever: a change here would shut people out of their sessions.
STORED = [
    (CardTurned(Theme.EARLY, "E-07"), {"event": "card_turned", "theme": "early", "card": "E-07"}),
    (StageBegun(Stage.EVIDENCE), {"event": "stage_begun", "stage": "evidence"}),
    (DoorOpened(), {"event": "door_opened"}),
    (
        SeatJoined(Seat(SeatId(2), "Zoë", SeatKind.PAIR)),
        {"event": "seat_joined", "seat": {"id": 2, "name": "Zoë", "kind": "a pair"}},
    ),
    (
        ConversationEnded(Theme.MOVING, Played("B-01", (Theme.MOVING,), None, "")),
        {
            "event": "conversation_ended",
            "theme": "moving",
            "played": {"card": "B-01", "panes": ["moving"], "weight": None, "words": ""},
        },
    ),
    (
        HandsCounted(Hands(6, (0, 1, 2, 3, 4), (4, 3, 2, 1, 0))),
        {
            "event": "hands_counted",
            "hands": {
                "item": 6,
                "before": [0, 1, 2, 3, 4],
                "now": [4, 3, 2, 1, 0],
                "form": "retrospective",
            },
        },
    ),
]


@pytest.mark.parametrize(("event", "stored"), STORED, ids=lambda each: type(each).__name__)
def test_events_stand_in_files_as_they_always_have(event, stored):
    assert encode_event(event) == stored
    assert decode_event(stored) == event


def test_hands_counted_before_there_was_a_choice_of_form_still_read():
    told = {"item": 6, "before": [0, 1, 2, 3, 4], "now": [4, 3, 2, 1, 0]}
    hands = Hands(6, (0, 1, 2, 3, 4), (4, 3, 2, 1, 0))
    assert decode_event({"event": "hands_counted", "hands": told}) == HandsCounted(hands)


HOSTILE = [
    (None, "an object was expected, not nothing"),
    ([], "an object was expected, not a list"),
    (True, "an object was expected, not true"),
    (1.5, "an object was expected, not a number"),
    ({}, "event: nothing is not known"),
    ({"event": "os_system"}, "event: “os_system” is not known"),
    ({"event": ["card_turned"]}, "event: a list is not known"),
    ({"event": {}}, "event: an object is not known"),
    ({"event": "card_turned", "theme": "early"}, "card: missing"),
    (
        {"event": "card_turned", "theme": "early", "card": 7},
        "card: text was expected, not a number",
    ),
    ({"event": "card_turned", "theme": [], "card": "E"}, "theme: a list is not one of roles,"),
    ({"event": "stage_begun", "stage": 4}, "stage: a number is not one of meet, think,"),
    ({"event": "stage_begun", "stage": "Evidence"}, "stage: “Evidence” is not one of"),
    ({"event": "die_rolled", "value": True}, "value: a whole number was expected, not true"),
    ({"event": "die_rolled", "value": 3.0}, "value: a whole number was expected, not a number"),
    ({"event": "die_rolled", "value": "3"}, "value: a whole number was expected, not “3”"),
    ({"event": "die_rolled", "value": 10**40}, "value: the number is out of all bounds"),
    ({"event": "die_rolled", "value": None}, "value: a whole number was expected, not nothing"),
    ({"event": "agreement_written", "lines": "all"}, "lines: a list was expected, not “all”"),
    ({"event": "agreement_written", "lines": ["a", 2]}, "lines[1]: text was expected"),
    ({"event": "seat_joined", "seat": {"id": 1}}, "seat.name: missing"),
    (
        {"event": "hands_counted", "hands": {"item": 1, "before": [1], "now": [1, 2, 3, 4, 5]}},
        "hands.before: 5 values were expected, not 1",
    ),
    (
        {"event": "sheets_handed_in", "sheets": [{"before": [1, None], "now": [{}]}]},
        "sheets[0].now[0]: a whole number was expected, not an object",
    ),
]


@pytest.mark.parametrize(("data", "told"), HOSTILE)
def test_data_that_is_no_event_is_refused_in_words(data, told):
    misfit = decode_event(data)
    assert isinstance(misfit, ShapeError)
    assert str(misfit).startswith(told)


@settings(derandomize=True, database=None, deadline=None, max_examples=300)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["event", "theme", "card", "seat", "setup", "id", "x"]), inner
            )
        ),
        max_leaves=12,
    ),
    st.sampled_from(sorted(EVENTS.shapes)),
)
def test_no_data_whatever_raises(data, name):
    if isinstance(data, dict):
        data["event"] = name
    decoded = decode_event(data)
    assert isinstance(decoded, (*KINDS, ShapeError))


def test_fields_of_a_newer_version_are_passed_by():
    newer = {"event": "card_turned", "theme": "early", "card": "E-07", "angle": 30}
    assert decode_event(newer) == CardTurned(Theme.EARLY, "E-07")


def test_a_field_that_an_older_version_did_not_write_takes_its_default():
    older = {"event": "seat_joined", "seat": {"id": 2, "name": "Zoë"}}
    assert decode_event(older) == SeatJoined(Seat(SeatId(2), "Zoë", SeatKind.PERSON))


def test_long_texts_are_told_short():
    misfit = decode_event({"event": "x" * 10_000})
    assert len(str(misfit)) < 80


@dataclass(frozen=True)
class Loose:
    anything: object


@dataclass(frozen=True)
class Hidden:
    event: str


@dataclass(frozen=True)
class Switch:
    on: bool


def test_a_type_that_json_cannot_carry_is_found_when_the_table_is_built():
    with pytest.raises(TypeError, match="no shape for"):
        record_shape(Loose)
    with pytest.raises(TypeError, match="no shape for"):
        shape_of(float | None)


def test_a_field_that_would_hide_the_events_name_is_found_when_the_table_is_built():
    with pytest.raises(TypeError, match="hides the kind of Hidden"):
        one_of("event", {Hidden: record_shape(Hidden)})


def test_truth_values_are_truth_values_and_nothing_else():
    shape = record_shape(Switch)
    assert shape.of_json(shape.to_json(Switch(on=True))) == Switch(on=True)
    with pytest.raises(ShapeError, match="on: true or false was expected, not a number"):
        shape.of_json({"on": 1})


@pytest.mark.parametrize(
    ("hint", "wrong"),
    [(str, 1), (int, "1"), (bool, 1), (tuple[int, ...], [1]), (tuple[int], (1, 2))],
)
def test_a_value_of_the_wrong_type_is_never_written(hint, wrong):
    with pytest.raises((TypeError, ValueError)):
        shape_of(hint).to_json(wrong)
