"""Many groups in one view: each session once, small groups hidden, bad files listed."""

import json
import re
import shutil
from pathlib import Path

import pytest
from report_sessions import PAIRS, TODAY, hands_of, play, sheets

from game.cli import main
from game.journal.extract import Extract, NotRead, extract
from game.journal.lines import format_line, json_of
from game.journal.store import look_at
from game.model.themes import Theme
from game.outcomes.answers import Evaluation, FollowUp, Form, Sheet
from game.outcomes.evaluation import Harm
from game.outcomes.promises import Done
from game.report.collection import LOOSE, WANTED, Collection, collect, group_of
from game.report.dashboard import dashboard_document
from game.report.document import Lights, Table
from game.report.html import html_of
from game.report.reading import CardWords
from game.values import replace

OLD = Path(__file__).parents[1] / "journal" / "old" / "format-1"


def quiet(done, of):
    del done, of


@pytest.fixture(scope="module")
def fleet(tmp_path_factory):
    """Four groups of twelve, one of three; hands in the first."""
    root = tmp_path_factory.mktemp("fleet")
    for n, name in enumerate(("Acton", "Brent", "Clapton", "Dalston")):
        play(
            root / name,
            answers=sheets(),
            hands=hands_of() if n == 0 else (),
            cards=2 + n % 3,
            seed=n,
            start=f"2026-1{n % 2}-1{n}T10:00:00Z",
        )
    play(root / "Ealing", answers=sheets(PAIRS[:3]), cards=2, seed=9)
    return root


@pytest.fixture(scope="module")
def found(fleet):
    return collect(fleet, quiet)


@pytest.fixture(scope="module")
def document(found, icons):
    return dashboard_document(found, icons, CardWords(TODAY))


def part(document, title):
    return next(each for each in document.parts if each.title == title)


def tables(document, title):
    return [each for each in part(document, title).blocks if isinstance(each, Table)]


def renamed(folder, to):
    """The session again, as if it had been another one with the name *to*."""
    to.mkdir(parents=True)
    for path in folder.glob("journal.?.log"):
        first, rest = path.read_bytes().split(b"\n", 1)
        header = json.loads(json_of(first)) | {"session": to.name}
        (to / path.name).write_bytes(format_line(0, json.dumps(header)) + rest)


# Reading cheaply.


@pytest.mark.parametrize("which", ["new", "old"])
def test_what_is_read_cheaply_is_what_the_whole_replay_comes_to(fleet, which):
    folders = [OLD] if which == "old" else [fleet]
    for folder in (each.parent for root in folders for each in root.rglob("journal.a.log")):
        whole = tuple(each for each in look_at(folder).history.events if type(each) in WANTED)
        cheap = extract(folder, WANTED)
        assert isinstance(cheap, Extract)
        assert cheap.events == whole


def test_a_torn_or_flipped_copy_is_read_from_its_twin(fleet, tmp_path):
    folder = next(fleet.rglob("journal.a.log")).parent
    whole = extract(folder, WANTED)
    for damage in (
        lambda data: data[:-40],
        lambda data: data[:900] + b"#" + data[901:],
        lambda _: b"",
    ):
        shutil.copytree(folder, tmp_path / "copy" / folder.name)
        one = tmp_path / "copy" / folder.name / "journal.a.log"
        one.write_bytes(damage(one.read_bytes()))
        assert replace(extract(one.parent, WANTED), folder=folder) == whole
        shutil.rmtree(tmp_path / "copy")


def test_what_is_no_session_says_why(tmp_path):
    (tmp_path / "journal.a.log").write_bytes(b"rubbish")
    assert "beginning cannot be read" in extract(tmp_path, WANTED).why
    (tmp_path / "journal.a.log").write_bytes(format_line(0, '{"kind": "step"}'))
    assert extract(tmp_path, WANTED).why == "it is not a session of this game"
    newer = '{"kind": "session", "min_reader": 99}'
    (tmp_path / "journal.a.log").write_bytes(format_line(0, newer))
    found = extract(tmp_path, WANTED)
    assert isinstance(found, NotRead)
    assert "newer version" in found.why


# Collecting.


def test_groups_are_folders(found):
    assert [name for name, _ in found.groups] == ["Acton", "Brent", "Clapton", "Dalston", "Ealing"]
    assert (found.twice, found.bad) == (0, ())


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("Acton/saves/s", "Acton"),
        ("Acton/2026/s", "Acton"),
        ("saves/s", LOOSE),
        ("s", LOOSE),
        ("saves/Acton/s", "Acton"),
    ],
)
def test_a_group_is_the_topmost_folder(path, group):
    assert group_of(Path("/root"), Path("/root") / path) == group


def test_a_session_brought_twice_counts_once_in_its_longer_copy(fleet, tmp_path):
    folder = next((fleet / "Acton" / "saves").glob("2026*"))
    for stick in ("a", "b", "c"):
        shutil.copytree(folder, tmp_path / stick / folder.name)
    for name in ("journal.a.log", "journal.b.log"):
        short = tmp_path / "a" / folder.name / name
        short.write_bytes(b"\n".join(short.read_bytes().split(b"\n")[:20]) + b"\n")
    found = collect(tmp_path, quiet)
    (one,) = found.sessions
    assert found.twice == 2
    assert len(one.gathered.sheets) == 12
    assert one.group == "b"


def test_bad_files_are_listed_and_left_out(fleet, tmp_path, icons):
    shutil.copytree(fleet, tmp_path / "all")
    for name in ("2026-01-01-1000-dead", "2026-01-02-1000-dead"):
        (tmp_path / "all" / "Acton" / "saves" / name).mkdir()
        (tmp_path / "all" / "Acton" / "saves" / name / "journal.b.log").write_bytes(b"\xff\x00")
    found = collect(tmp_path / "all", quiet)
    assert len(found.sessions) == 5
    assert [where for where, _ in found.bad] == [
        "Acton/saves/2026-01-01-1000-dead",
        "Acton/saves/2026-01-02-1000-dead",
    ]
    document = dashboard_document(found, icons, CardWords(TODAY))
    (lines,) = part(document, "What was left out, and why").blocks
    assert len(lines.items) == 2


def test_progress_is_told_for_each(fleet):
    told = []
    collect(fleet, lambda done, of: told.append((done, of)))
    assert told == [(n, 5) for n in range(1, 6)]


# What it says.


def test_a_small_group_is_hidden_and_so_is_one_that_would_tell_it(document):
    (lights,) = part(document, "Groups and the panes they lit").blocks
    assert isinstance(lights, Lights)
    answered = {name: rest[-1] for name, _, rest in lights.rows}
    assert answered["Ealing"] == "not\u00a0shown"
    assert sorted(answered.values()).count("not\u00a0shown") == 2


def test_change_is_over_all_groups_with_the_group_as_unit(document):
    assert "rose on all seven themes" in part(document, "Before and now").blocks[0].text
    (statistics,) = tables(document, "Before and now")
    assert statistics.caption == "For the statistician; the group is the unit"


def test_the_two_forms_and_hands_have_a_part_each(found, icons):
    later = replace(
        found.sessions[0],
        gathered=replace(
            found.sessions[0].gathered,
            sheets=tuple(replace(each, form=Form.BEFORE_AND_AFTER) for each in sheets()),
        ),
    )
    document = dashboard_document(
        replace(found, sessions=(later, *found.sessions[1:])), icons, CardWords(TODAY)
    )
    titles = [each.title for each in document.parts]
    assert "Before and now" in titles
    assert "Before and now, asked twice" in titles
    assert "Before and now, by show of hands" in titles


def test_cards_are_told_by_their_titles_with_nobodys_name(document):
    (table,) = tables(document, "Cards that work, and cards to look at again")
    assert all(re.match(r"[A-Z]-\d\d ", row[0]) for row in table.rows)
    assert {row[4] for row in table.rows} == {"0"}


def test_a_card_that_somebody_named_comes_first_and_its_count_is_hidden(found, icons):
    card = found.sessions[0].played[0].card
    named = tuple(Evaluation((4, 4, 4), Harm.YES, card) for _ in range(3))
    one = replace(
        found.sessions[0], gathered=replace(found.sessions[0].gathered, evaluations=named)
    )
    document = dashboard_document(
        replace(found, sessions=(one, *found.sessions[1:])), icons, CardWords(TODAY)
    )
    (table,) = tables(document, "Cards that work, and cards to look at again")
    assert table.rows[0][4] == "not\u00a0shown"
    assert "Fewer than 8" in part(document, "How it was to take part").blocks[0].text


def test_what_became_of_commitments_is_counted(found, icons):
    done = tuple(FollowUp(f"{n}", Done.FULLY if n % 2 else Done.PARTLY) for n in range(20))
    one = replace(found.sessions[0], gathered=replace(found.sessions[0].gathered, follow_ups=done))
    document = dashboard_document(
        replace(found, sessions=(one, *found.sessions[1:])), icons, CardWords(TODAY)
    )
    (table,) = tables(document, "What people said they would do")
    assert [row[1] for row in table.rows] == ["about\u00a010", "about\u00a010", "0", "0"]


def test_the_page_is_whole_and_silent_about_people(document, assets):
    page = html_of(document, assets)
    assert "<script" not in page
    assert "Priya" not in page
    assert "10 October 2026" not in page
    assert "self-reported" in page.casefold()


def test_an_empty_collection_says_so(icons):
    document = dashboard_document(Collection((), 0, ()), icons, CardWords(TODAY))
    assert document.told == "No session could be read in this folder."


def test_seven_answers_over_all_groups_are_too_few(found, icons):
    few = tuple(
        replace(
            one,
            gathered=replace(one.gathered, sheets=(Sheet((2,) * 7, (4,) * 7),) * n, hands=()),
        )
        for one, n in zip(found.sessions, (2, 2, 2, 1, 0), strict=True)
    )
    document = dashboard_document(replace(found, sessions=few), icons, CardWords(TODAY))
    (only,) = part(document, "Before and now").blocks
    assert only.text == "Fewer than 8 people have answered so far, so nothing is shown."


def test_every_theme_has_its_pane(document):
    (lights,) = part(document, "Groups and the panes they lit").blocks
    assert {len(fed) for _, fed, _ in lights.rows} == {len(Theme)}


# The command.


def test_the_command_writes_a_page_and_a_table(fleet, tmp_path, capsys):
    assert main(["dashboard", str(fleet), "--out", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dashboard.csv", "dashboard.html"]
    told = capsys.readouterr()
    assert "5 of 5 sessions read" in told.err
    assert str(tmp_path / "dashboard.html") in told.out


def test_the_command_says_where_there_is_nothing(tmp_path, capsys):
    assert main(["dashboard", str(tmp_path / "none"), "--out", str(tmp_path)]) == 1
    assert main(["dashboard", str(tmp_path), "--out", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "There is no folder" in told
    assert "There is no session" in told
