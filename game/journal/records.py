"""
What a line of the journal may say, and how it stands in JSON.

A record's kind is its class name in snake case. Kinds and fields are added, never renamed; a kind
that this version does not know is kept and passed by.
"""

import json
from typing import Final, NoReturn, cast

from game.journal.codec import EVENTS
from game.journal.shapes import OneOf, Sequence, ShapeError, one_of, record_shape
from game.rules.events import Event
from game.values import dataclass

FORMAT: Final = 1
"""The format written, and the newest that can be read."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the pack as played: its name, the file that holds it in `pack/`, its hash."""

    name: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Session:
    """The first record: whose session this is, and who may read it."""

    format: int
    min_reader: int
    """The oldest format number that a program must know to go on with this session."""
    app: str
    """The version of the program that began it."""
    pack_sha256: str
    session: str
    title: str
    at: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """All events of one step, in one record, so that a step is there whole or not at all."""

    at: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Rewound:
    """So many steps were taken back. They stay in the journal."""

    at: str
    by: int


@dataclass(frozen=True, slots=True)
class Restored:
    """So many of the steps taken back were put on again."""

    at: str
    by: int


@dataclass(frozen=True, slots=True)
class PassedOver:
    """These records could not be played and play no part; both ends are included."""

    at: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Closed:
    """Everything up to here was written by a program that came to its proper end."""

    at: str
    records: int
    """How many records stand before this one."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A kind of record from a newer version; it is kept where it stands."""

    kind: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A record that arrived whole and yet makes no sense: why."""

    why: str


Record = Session | Step | Rewound | Restored | PassedOver | Closed

_RECORDS: Final[OneOf] = one_of(
    "kind",
    {
        Session: record_shape(Session),
        Step: record_shape(Step, {"events": Sequence(EVENTS)}),
        Rewound: record_shape(Rewound),
        Restored: record_shape(Restored),
        PassedOver: record_shape(PassedOver),
        Closed: record_shape(Closed),
    },
)


_JSON: Final = json.JSONEncoder(allow_nan=False)


def encode_record(record: Record) -> str:
    """One line of JSON, in ASCII: any editor shows it, and no encoding can spoil it."""
    return _JSON.encode(_RECORDS.to_json(record))


def decode_record(text: str) -> Record | Unknown | Unreadable:
    data = parse_json(text)
    if isinstance(data, Unreadable):
        return data
    kind = data.get("kind")
    if isinstance(kind, str) and kind not in _RECORDS.shapes:
        return Unknown(kind)
    try:
        return cast("Record", _RECORDS.of_json(data))
    except ShapeError as misfit:
        return Unreadable(str(misfit))


def parse_json(text: str) -> dict[str, object] | Unreadable:
    """The object that the text holds, whatever the text is."""
    try:
        data = json.loads(text, parse_constant=_refuse)
    except ValueError as fault:
        return Unreadable(f"not JSON: {fault}")
    except RecursionError:
        return Unreadable("not JSON that we write: nested too deeply")
    if not isinstance(data, dict):
        return Unreadable("not an object")
    return data


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")
