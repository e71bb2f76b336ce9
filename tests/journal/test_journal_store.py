"""A session is begun, written, closed and opened again, by this version, an older or a newer one."""

import hashlib
import json
import shutil

import pytest
from journal_faults import (
    NOW,
    OPENING,
    STEPS,
    TEXTS,
    begin,
    look,
    open_well,
    play,
    steps_of,
    whole_session,
)

from game.journal.lines import format_line, json_of, scan
from game.journal.merge import NAMES
from game.journal.records import Closed, PassedOver, Restored, Rewound, Session, Unknown
from game.journal.store import CannotOpen, create, open_session
from game.rules.events import AgreementWritten


def rewrite(folder, change) -> None:
    """Change every record's JSON, and sign the lines again, as another version would have."""
    lines = scan((folder / NAMES[0]).read_bytes()).lines
    told = [change(json.loads(json_of(line))) for _, line in sorted(lines.items())]
    data = b"".join(format_line(seq, json.dumps(each)) for seq, each in enumerate(told))
    for name in NAMES:
        (folder / name).write_bytes(data)


def with_header(folder, **fields) -> None:
    def change(record):
        return record | fields if record["kind"] == "session" else record

    rewrite(folder, change)


def insert(folder, at, *records) -> None:
    """Put records of another version between ours."""
    lines = scan((folder / NAMES[0]).read_bytes()).lines
    told = [json.loads(json_of(line)) for _, line in sorted(lines.items())]
    told[at:at] = records
    data = b"".join(format_line(seq, json.dumps(each)) for seq, each in enumerate(told))
    for name in NAMES:
        (folder / name).write_bytes(data)


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_session_comes_back_as_it_was_played(tmp_path):
    opened = look(whole_session(tmp_path))
    assert steps_of(opened) == STEPS
    assert opened.texts == TEXTS
    assert opened.texts_lost == ()
    assert opened.notices == ()
    assert [each.seq for each in opened.entries] == list(range(len(STEPS) + 2))
    assert opened.entries[-1].record == Closed(NOW, len(STEPS) + 1)


def test_the_first_record_says_whose_session_it_is(tmp_path):
    journal = begin(tmp_path)
    journal.let_go()
    session = look(journal.folder).session
    assert session == journal.session
    assert (session.format, session.min_reader, session.app) == (1, 1, "0.1.0")
    assert (session.session, session.title, session.at) == (journal.folder.name, "Our pack", NOW)
    assert [each.name for each in session.texts] == [name for name, _ in TEXTS]


def test_the_packs_texts_lie_in_the_folder_byte_for_byte(tmp_path):
    journal = begin(tmp_path)
    journal.let_go()
    assert {each.name: each.read_bytes() for each in (journal.folder / "pack").iterdir()} == {
        "01-scenarios.yaml": TEXTS[0][1].encode(),
        "02-evidence.yaml": TEXTS[1][1].encode(),
    }


def test_the_pack_hash_changes_with_every_name_and_byte(tmp_path):
    def hashed(*texts):
        journal = create(tmp_path, app="0.1.0", title="", texts=texts, now=NOW)
        journal.let_go()
        return journal.session.pack_sha256

    given = [
        (("a", "x"),),
        (("a", "y"),),
        (("b", "x"),),
        (),
        (("a", "x"), ("b", "")),
        (("a", "x"),),
    ]
    assert len({hashed(*each) for each in given}) == 5


AWKWARD = "Zoë Ł 李 😀 " + "x" * 100


def test_names_of_every_kind_are_no_trouble(tmp_path):
    texts = tuple(
        (name, f"text of {name}")
        for name in (
            "../up.yaml",
            "C:\\a\\b.yaml",
            "NUL",
            "",
            ".",
            "😀.yaml",
            "a" * 300,
            "a" * 300,
            "\udcff",
        )
    )
    journal = create(tmp_path / AWKWARD / AWKWARD, app="1", title=AWKWARD, texts=texts, now=NOW)
    play(journal)
    journal.close(NOW)
    opened = look(journal.folder)
    assert opened.session.title == AWKWARD
    assert opened.texts == texts
    assert steps_of(opened) == STEPS
    assert len(list((journal.folder / "pack").iterdir())) == len(texts)


@pytest.mark.parametrize("damage", ["missing", "changed", "empty", "folder", "no pack"])
def test_a_text_that_is_no_longer_as_played_is_left_out_and_told(tmp_path, damage):
    folder = whole_session(tmp_path)
    path = folder / "pack" / "02-evidence.yaml"
    expected = TEXTS[:1]
    match damage:
        case "missing":
            path.unlink()
        case "changed":
            path.write_text("facts: [new]\n")
        case "empty":
            path.write_text("")
        case "folder":
            path.unlink()
            path.mkdir()
        case _:
            shutil.rmtree(folder / "pack")
            expected = ()
    opened = look(folder)
    assert opened.texts == expected
    assert "evidence.yaml" in opened.texts_lost
    assert "evidence.yaml" in opened.notices[0]
    assert steps_of(opened) == STEPS


@pytest.mark.parametrize(
    "file", ["../secret", "..", "", "C:\\x", "NUL", "01-é", "01-/../../secret"]
)
def test_a_session_made_by_somebody_else_cannot_read_files_outside_its_pack(tmp_path, file):
    folder = whole_session(tmp_path)
    (folder / "secret").write_text("not of the pack")
    (folder / "pack" / "01-").mkdir()
    sha256 = hashlib.sha256(b"not of the pack").hexdigest()
    with_header(folder, texts=[{"name": "x", "file": file, "sha256": sha256}])
    opened = look(folder)
    assert opened.texts == ()
    assert opened.texts_lost == ("x",)


def test_what_was_taken_back_and_put_on_again_stays_in_the_journal(tmp_path):
    journal = begin(tmp_path)
    play(journal, STEPS[:5])
    journal.rewound(2, "later")
    journal.restored(1, "later still")
    journal.let_go()
    opened = look(journal.folder)
    assert [each.record for each in opened.entries[-2:]] == [
        Rewound("later", 2),
        Restored("later still", 1),
    ]
    assert steps_of(opened) == STEPS[:5]


def test_a_session_goes_on_over_many_sittings(tmp_path):
    folder = whole_session(tmp_path, ())
    for events in STEPS:
        opened = open_well(folder)
        assert opened.notices == ()
        opened.journal.step(events, NOW)
        opened.journal.close(NOW)
    assert steps_of(look(folder)) == STEPS


def test_looking_in_and_closing_adds_nothing(tmp_path):
    folder = whole_session(tmp_path)
    before = files(folder)
    open_well(folder).journal.close(NOW)
    assert files(folder) == before


def test_records_and_fields_of_a_newer_version_are_kept_and_passed_by(tmp_path):
    folder = whole_session(tmp_path)
    with_header(folder, format=2, programme="spring")
    timing = {"kind": "timing", "at": NOW, "stages": {"meet": 50.5}}
    insert(folder, 3, timing)
    before = (folder / NAMES[0]).read_bytes()
    opened = open_well(folder)
    assert opened.entries[3].record == Unknown("timing")
    assert opened.notices == ()
    assert steps_of(opened) == STEPS
    play(opened.journal, STEPS[4:6])
    opened.journal.let_go()
    assert (folder / NAMES[0]).read_bytes().startswith(before)
    assert steps_of(look(folder)) == STEPS + STEPS[4:6]


def test_a_newer_format_is_looked_at_and_not_touched(tmp_path):
    folder = whole_session(tmp_path)
    (folder / "lock").unlink()
    with_header(folder, format=9, min_reader=9, app="1.6")
    (folder / NAMES[1]).unlink()
    before = files(folder)
    opened = open_session(folder, NOW)
    assert opened.journal is None
    assert opened.notices == (
        "Made by a newer version (1.6). Update to continue; nothing was changed.",
    )
    assert steps_of(opened) == STEPS
    assert files(folder) == before


def test_a_newer_format_whose_first_record_makes_no_sense_to_us_still_says_so(tmp_path):
    folder = whole_session(tmp_path)
    with_header(folder, min_reader=9, app="1.6", texts="elsewhere")
    refused = open_session(folder, NOW)
    assert refused == CannotOpen(
        "Made by a newer version (1.6). Update to continue; nothing was changed."
    )


@pytest.mark.parametrize(
    "fields", [{"format": "x"}, {"texts": None}, {"session": 5}, {"kind": "diary"}, {"title": []}]
)
def test_a_first_record_that_makes_no_sense_is_no_session(tmp_path, fields):
    folder = whole_session(tmp_path)
    with_header(folder, **fields)
    before = files(folder)
    refused = open_session(folder, NOW)
    assert isinstance(refused, CannotOpen)
    assert refused.sentence.startswith("This is not a session of this game")
    assert files(folder) == before


# Records that arrive whole and cannot be played.
UNPLAYABLE = [
    {"kind": "step", "at": NOW, "events": [{"event": "from_the_future"}]},
    {"kind": "step", "at": NOW, "events": [{"event": "die_rolled"}]},
    {"kind": "rewound", "at": NOW, "by": 99},
    {"kind": "rewound", "at": NOW, "by": 10**18},
    {"kind": "rewound", "at": NOW, "by": -1},
    {"kind": "restored", "at": NOW, "by": 1},
    {"kind": "step", "at": NOW},
]


@pytest.mark.parametrize("record", UNPLAYABLE, ids=range(len(UNPLAYABLE)))
def test_play_goes_on_before_the_first_record_that_cannot_be_played(tmp_path, record):
    folder = whole_session(tmp_path)
    insert(folder, 5, record)
    reached = look(whole_session(tmp_path, STEPS[:4])).history.state
    before = files(folder)
    opened = look(folder)
    assert opened.history.state == reached
    assert "Record 5 cannot be played" in opened.notices[0]
    assert files(folder) == before | {folder / "lock": b""}


def test_records_that_cannot_be_played_are_passed_over_for_good_once_play_goes_on(tmp_path):
    folder = whole_session(tmp_path)
    insert(folder, 5, UNPLAYABLE[0])
    last = len(STEPS) + 2
    opened = open_well(folder)
    play(opened.journal, STEPS[4:6])
    opened.journal.close(NOW)
    again = open_well(folder)
    assert again.notices == ()
    assert again.entries[last + 1].record == PassedOver("2026-11-23T14:00:00Z", 5, last)
    told = [each for each in again.entries if isinstance(each.record, PassedOver)]
    assert len(told) == 1
    assert again.history.state == look(whole_session(tmp_path, STEPS[:6])).history.state
    again.journal.let_go()


def test_looking_in_on_records_that_cannot_be_played_leaves_them_for_who_can(tmp_path):
    journal = begin(tmp_path)
    play(journal)
    journal.let_go()
    insert(journal.folder, 5, UNPLAYABLE[0])
    before = (journal.folder / NAMES[0]).read_bytes()
    open_well(journal.folder).journal.close(NOW)
    assert (journal.folder / NAMES[0]).read_bytes() == before


def test_every_end_tells_how_many_records_stand_before_it(tmp_path):
    folder = whole_session(tmp_path)
    insert(folder, 5, UNPLAYABLE[0])
    opened = open_well(folder)
    play(opened.journal, STEPS[4:6])
    opened.journal.close(NOW)
    last = look(folder).entries[-1]
    assert last.record == Closed(NOW, last.seq)


def test_undo_reaches_back_over_what_was_passed_over(tmp_path):
    folder = whole_session(tmp_path)
    insert(folder, 5, UNPLAYABLE[0])
    opened = open_well(folder)
    opened.journal.rewound(2, NOW)
    opened.journal.let_go()
    reached = look(whole_session(tmp_path, STEPS[:2])).history.state
    assert look(folder).history.state == reached


def test_the_opening_can_carry_a_pack_of_a_thousand_cards(tmp_path):
    draw = tuple(tuple(f"a-card-with-a-long-name-{n}-{m:03}" for m in range(143)) for n in range(7))
    journal = begin(tmp_path)
    big = type(OPENING)(OPENING.setup, 7, OPENING.plan, OPENING.agreement, draw, OPENING.moments)
    journal.step((big,), NOW)
    journal.let_go()
    assert steps_of(look(journal.folder)) == ((big,),)


def test_texts_of_every_script_come_back(tmp_path):
    written = (AgreementWritten(("“Ça va?” — 李", "😀\u202e\u0000\n\t", "\ud800")),)
    journal = begin(tmp_path)
    play(journal, (*STEPS[:1], written))
    journal.let_go()
    assert steps_of(look(journal.folder))[1] == written


def test_session_is_told_apart_by_a_name_that_sorts_by_time(tmp_path):
    journals = [begin(tmp_path) for _ in range(5)]
    for journal in journals:
        journal.let_go()
        assert isinstance(journal.session, Session)
    assert len({journal.folder for journal in journals}) == 5
