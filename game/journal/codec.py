"""
Events to JSON and back.

An event is an object with its name in snake case under `event` and its fields beside it. The table
is built once, from `game.rules.events.Event`; an event added there is known here.
"""

from typing import Final, cast, get_args

from game.journal.shapes import Json, OneOf, ShapeError, one_of, record_shape
from game.rules.events import Event

EVENTS: Final[OneOf] = one_of("event", {kind: record_shape(kind) for kind in get_args(Event)})


def encode_event(event: Event) -> dict[str, Json]:
    return EVENTS.to_json(event)


def decode_event(data: object) -> Event | ShapeError:
    """The event, or what is wrong with the data."""
    try:
        return cast("Event", EVENTS.of_json(data))
    except ShapeError as misfit:
        return misfit
