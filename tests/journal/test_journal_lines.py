"""The format of a line, and what is found in a file that somebody or something has spoilt."""

import zlib

import pytest
from journal_faults import STEPS

from game.journal.lines import (
    MOST_BYTES,
    LongLineError,
    format_line,
    json_of,
    parse_line,
    scan,
)
from game.journal.records import (
    Closed,
    PassedOver,
    Restored,
    Rewound,
    Session,
    Step,
    Text,
    Unknown,
    Unreadable,
    decode_record,
    encode_record,
)

HEADER = Session(
    1, 1, "0.1.0", "ab", "2026-11-23-1402-7f3a", "Zoë 😀", "now", (Text("a", "b", "c"),)
)


def crafted(body: bytes) -> bytes:
    """A line with a right checksum, whatever it says."""
    return b"%08x %s" % (zlib.crc32(body), body)


def test_a_line_is_checksum_number_and_json():
    body = b'3 {"kind":"x"}'
    assert format_line(3, '{"kind":"x"}') == b"%08x %s\n" % (zlib.crc32(body), body)


def test_a_line_comes_back():
    line = format_line(12, '{"a": "b c"}').removesuffix(b"\n")
    assert parse_line(line) == 12
    assert json_of(line) == '{"a": "b c"}'


def test_every_changed_bit_of_a_line_is_noticed():
    line = bytearray(format_line(7, encode_record(HEADER)).removesuffix(b"\n"))
    for bit in range(len(line) * 8):
        line[bit // 8] ^= 1 << bit % 8
        assert parse_line(bytes(line)) is None
        line[bit // 8] ^= 1 << bit % 8


@pytest.mark.parametrize(
    "body",
    [b"x {}", b"-1 {}", b"01 {}", b"+1 {}", b"1_0 {}", b" {}", b"9999999999 {}", b"1 \xc3\xab"],
)
def test_a_made_up_line_with_a_right_checksum_is_refused(body):
    assert parse_line(crafted(body)) is None


@pytest.mark.parametrize("line", [b"", b" ", b"0000000", b"00000000", b"00000000 ", b"\0" * 64])
def test_what_is_no_line_is_refused(line):
    assert parse_line(line) is None


def test_a_line_may_be_as_long_as_a_line_may_be_and_no_longer():
    room = MOST_BYTES - len(format_line(0, ""))
    longest = format_line(0, "x" * room)
    assert len(longest) == MOST_BYTES
    assert parse_line(longest.removesuffix(b"\n")) == 0
    with pytest.raises(LongLineError):
        format_line(0, "x" * (room + 1))
    assert parse_line(crafted(b"0 " + b"x" * (room + 1))) is None


LINES = [format_line(n, f'{{"n":{n}}}') for n in range(3)]
SOUND = {n: line.removesuffix(b"\n") for n, line in enumerate(LINES)}


@pytest.mark.parametrize(
    "data",
    [
        b"".join(LINES),
        b"".join(LINES).removesuffix(b"\n"),
        b"".join(LINES).replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + b"".join(LINES),
        b"".join(reversed(LINES)),
        b"".join(LINES + LINES),
        b"\n\n".join(LINES),
    ],
    ids=["as written", "no last end", "Windows ends", "marked", "reversed", "twice", "spaced"],
)
def test_what_a_text_editor_does_spoils_nothing(data):
    found = scan(data)
    assert found.lines == SOUND
    assert not found.rest


def test_damage_costs_only_the_line_it_is_in():
    found = scan(LINES[0] + LINES[1].replace(b"n", b"m") + LINES[2])
    assert found.lines == {0: SOUND[0], 2: SOUND[2]}
    assert not found.rest


def test_a_line_begun_is_seen_as_the_rest():
    assert scan(LINES[0] + LINES[1][:5]).rest
    assert scan(LINES[0] + b"\0" * 100).rest
    assert not scan(b"").rest


def test_two_lines_that_claim_one_number_are_both_left_out():
    rival = format_line(1, '{"n":9}')
    assert scan(b"".join(LINES) + rival).lines == {0: SOUND[0], 2: SOUND[2]}


RECORDS = [
    HEADER,
    Step("now", STEPS[0]),
    Step("now", ()),
    Rewound("now", 2),
    Restored("now", 1),
    PassedOver("now", 3, 4),
    Closed("now", 5),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda each: type(each).__name__)
def test_every_record_comes_back_from_plain_ascii(record):
    text = encode_record(record)
    assert text.isascii()
    assert text.isprintable()
    assert decode_record(text) == record


def test_a_kind_from_a_newer_version_is_known_to_be_unknown():
    assert decode_record('{"kind": "timing", "seconds": 12.5}') == Unknown("timing")


HOSTILE = [
    ("", "not JSON"),
    ("{", "not JSON"),
    ("[" * 60_000, "nested too deeply"),
    ('{"a":' * 12_000, "nested too deeply"),
    ("[]", "not an object"),
    ("null", "not an object"),
    ('{"kind": "rewound", "at": "x", "by": NaN}', "not JSON: NaN is no number"),
    ('{"kind": "rewound", "at": "x", "by": -Infinity}', "not JSON: -Infinity is no number"),
    ('{"kind": "rewound", "at": "x", "by": 1e999}', "by: a whole number was expected"),
    ('{"kind": "rewound", "at": "x", "by": ' + "9" * 60_000 + "}", "not JSON"),
    ('{"kind": "rewound", "at": "x", "by": ' + "9" * 4_000 + "}", "by: the number is out of"),
    ('{"kind": "rewound", "at": 5, "by": 1}', "at: text was expected"),
    ('{"kind": "rewound", "by": 1}', "at: missing"),
    ('{"kind": 5}', "kind: a number is not known"),
    ("{}", "kind: nothing is not known"),
    ('{"kind": "step", "at": "x", "events": {}}', "events: a list was expected"),
    (
        '{"kind": "step", "at": "x", "events": [{"event": "y"}]}',
        "events[0].event: “y” is not known",
    ),
]


@pytest.mark.parametrize(("text", "told"), HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_record_is_refused_in_words(text, told):
    refused = decode_record(text)
    assert isinstance(refused, Unreadable)
    assert told in refused.why
    assert len(refused.why) < 300
