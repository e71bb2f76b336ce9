"""Verifying tells what opening would do, and touches nothing."""

import pytest
from journal_faults import NOW, STEPS, begin, look, open_well, play, whole_session

from game.journal.lines import format_line, json_of
from game.journal.merge import NAMES
from game.journal.verify import Soundness, verify

A, B = NAMES


@pytest.fixture
def folder(tmp_path):
    return whole_session(tmp_path / "saves")


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def told(folder):
    before = files(folder)
    verdict = verify(folder)
    assert files(folder) == before
    assert verdict.folder == folder
    assert all(sentence.endswith(".") for sentence in verdict.sentences)
    return verdict


def test_a_whole_session_is_whole_and_says_how_far_it_goes(folder):
    verdict = told(folder)
    assert verdict.soundness is Soundness.WHOLE
    assert verdict.steps == len(STEPS)
    assert verdict.sentences == ("Whole: 12 steps, both copies alike, the pack as played.",)


def test_a_session_that_runs_or_was_killed_is_whole_and_not_closed(tmp_path):
    journal = begin(tmp_path)
    play(journal, STEPS[:1])
    for _ in range(2):
        verdict = told(journal.folder)
        assert verdict.soundness is Soundness.WHOLE
        assert "Whole: 1 step," in verdict.sentences[0]
        assert "was not closed last time" in verdict.sentences[1]
        journal.let_go()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.unlink(), "is missing or cannot be read."),
        (lambda path: path.write_bytes(path.read_bytes()[:700]), "is incomplete."),
        (lambda path: path.write_bytes(b"?" + path.read_bytes()[1:]), "is damaged."),
    ],
    ids=["missing", "short", "damaged"],
)
@pytest.mark.parametrize("name", NAMES)
def test_one_bad_copy_is_mended_with_nothing_lost(folder, name, spoil, sentence):
    spoil(folder / name)
    verdict = told(folder)
    assert verdict.soundness is Soundness.MENDED
    assert verdict.steps == len(STEPS)
    assert verdict.sentences == (
        f"{name} {sentence}",
        "No step is lost: the copies complete each other.",
    )
    look(folder)
    assert told(folder).soundness is Soundness.WHOLE


def test_a_gap_in_both_copies_is_told_with_what_is_lost(folder):
    lines = (folder / A).read_bytes().splitlines(keepends=True)
    for name in NAMES:
        (folder / name).write_bytes(b"".join(lines[:6] + lines[7:]))
    verdict = told(folder)
    assert verdict.soundness is Soundness.MENDED
    assert verdict.steps == 5
    assert any("7 lines after them cannot be used" in each for each in verdict.sentences)


def test_a_last_line_half_written_is_told(folder):
    for name in NAMES:
        (folder / name).write_bytes((folder / name).read_bytes()[:-20])
    verdict = told(folder)
    assert verdict.soundness is Soundness.MENDED
    assert any("The last step may be missing" in each for each in verdict.sentences)


def test_a_lost_text_of_the_pack_and_a_record_that_does_not_play_are_told(folder):
    (folder / "pack" / "02-evidence.yaml").write_text("other", encoding="utf-8")
    opened = open_well(folder)
    opened.journal.rewound(99, NOW)
    opened.journal.let_go()
    verdict = told(folder)
    assert verdict.soundness is Soundness.MENDED
    assert any("cannot be played" in each for each in verdict.sentences)
    assert any("damaged or missing: evidence.yaml" in each for each in verdict.sentences)


def test_what_is_no_session_or_unreadable_cannot_be_opened(folder, tmp_path):
    assert told(tmp_path / "nowhere").soundness is Soundness.CLOSED_TO_US
    for name in NAMES:
        (folder / name).write_bytes(b"?" + (folder / name).read_bytes()[1:])
    verdict = told(folder)
    assert verdict.soundness is Soundness.CLOSED_TO_US
    assert "damaged in both copies" in verdict.sentences[0]


def written_by_a_newer_version(folder):
    lines = (folder / A).read_bytes().splitlines(keepends=True)
    header = json_of(lines[0].rstrip(b"\n"))
    newer = header.replace('"min_reader": 1', '"min_reader": 2').replace('"0.1.0"', '"9.0"')
    for name in NAMES:
        (folder / name).write_bytes(b"".join([format_line(0, newer), *lines[1:]]))


def test_what_a_newer_version_wrote_cannot_be_opened_by_this_one(folder):
    written_by_a_newer_version(folder)
    verdict = told(folder)
    assert verdict.soundness is Soundness.CLOSED_TO_US
    assert "Made by a newer version (9.0). Update to continue" in verdict.sentences[0]
    assert verdict.sentences[1:] == ("Both copies are alike.",)


def test_what_is_amiss_with_a_newer_file_is_told_as_well(folder):
    written_by_a_newer_version(folder)
    (folder / NAMES[1]).unlink()
    verdict = told(folder)
    assert verdict.soundness is Soundness.CLOSED_TO_US
    assert any("journal.b.log is missing" in each for each in verdict.sentences)
