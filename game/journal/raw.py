"""
Records as plain JSON, for readers who want to know a little of many sessions without a replay.

What a journal writes may be hostile by the time it is read: everything here answers with what fits.
"""

from collections.abc import Iterator

from game.journal.codec import EVENTS
from game.journal.records import parse_json
from game.rules.history import QUIET

_QUIET = tuple(EVENTS.names[kind] for kind in QUIET)

Raw = dict[str, object]


def played(told: list[Raw]) -> Iterator[Raw]:
    """The records without those that a later one says to pass over."""
    passed: set[int] = set()
    for record in told:
        if record.get("kind") == "passed_over":
            first, last = record.get("first"), record.get("last")
            if isinstance(first, int) and isinstance(last, int):
                passed.update(range(max(first, 0), min(last + 1, len(told))))
    return (record for seq, record in enumerate(told) if seq not in passed)


def events_of(record: Raw) -> list[Raw]:
    events = record.get("events")
    return [each for each in events if isinstance(each, dict)] if isinstance(events, list) else []


def quiet(events: list[Raw]) -> bool:
    """Whether these are no step of their own, as `History` has it."""
    return all(each.get("event") in _QUIET for each in events)


def object_of(text: str) -> Raw:
    data = parse_json(text)
    return data if isinstance(data, dict) else {}


def text_of(record: Raw, field: str) -> str:
    value = record.get(field)
    return value if isinstance(value, str) else ""
