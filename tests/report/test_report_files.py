"""Reports as files: CSV for a spreadsheet, PDF for paper, and one key or one command for all."""

import csv
import re
from io import StringIO

import pytest
from report_sessions import LINES, MESSAGE, NAMES, play, sheets

from game.cli import main
from game.outcomes.answers import Commitment
from game.printing.page import Words
from game.report.export import write_session
from game.report.html import html_of
from game.report.paper import pdf_of, sheets_of
from game.report.session import session_document
from game.report.tables import HEADS, csv_of, plain
from game.report.takehome import takehome_document
from game.values import replace


def rows_of(text):
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text[1:])))


def words_on(sheet):
    return " ".join(mark.text for mark in sheet.marks if isinstance(mark, Words))


def test_csv_has_one_row_a_figure(facts, icons):
    rows = rows_of(csv_of(session_document(facts, icons)))
    assert tuple(rows[0]) == HEADS
    assert {len(row) for row in rows} == {4}
    assert ["Before and now", "Who does what", "People", "about 10"] in rows
    assert ["Our one message", "", "", MESSAGE] in rows


def test_csv_tells_no_more_than_the_page(facts, icons, assets):
    document = session_document(facts, icons)
    page = html_of(document, assets).replace("\u00a0", " ")
    plain_page = re.sub(r"<[^>]+>", " ", page).replace("&#x27;", "'").replace("&quot;", '"')
    for _, _, _, value in rows_of(csv_of(document))[1:]:
        for number in re.findall(r"\d+", value):
            assert number in plain_page


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-1", "@here", "\tx"])
def test_no_cell_is_something_for_a_spreadsheet_to_work_out(cell):
    assert plain(cell) == f"'{cell}"


def test_what_people_type_cannot_become_a_formula(facts, icons):
    nasty = replace(facts.gathered, commitments=(Commitment("=HYPERLINK(1)"),))
    rows = rows_of(csv_of(session_document(replace(facts, gathered=nasty), icons)))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_paper_says_what_the_page_says(facts, icons, assets):
    pages = sheets_of(session_document(facts, icons), assets)
    told = " ".join(" ".join(words_on(each) for each in pages).split())
    assert "What we talked about" in told
    assert "Fairly well" in told
    for line in filter(None, LINES):
        assert line.split(":")[0] in told
    assert not any(name in told for name in NAMES)


def test_nothing_on_paper_stands_outside_its_page(facts, icons, assets):
    for document in (session_document(facts, icons), takehome_document(facts, icons)):
        for page in sheets_of(document, assets):
            w, h = page.size
            for mark in page.marks:
                if isinstance(mark, Words):
                    assert 0 <= mark.x <= w
                    assert 0 <= mark.y <= h


def test_the_take_home_sheet_is_one_page_however_much_was_said(facts, icons, assets):
    long = " ".join(["We keep one list of medicines and read it together"] * 5)[:238]
    full = replace(
        facts,
        message=long,
        agreed=tuple(f"First step: {long[:140]} {n}" for n in range(8)),
    )
    (page,) = sheets_of(takehome_document(full, icons), assets)
    told = words_on(page)
    assert "999" in told
    assert "Something I’ll take away" in told


def test_a_pdf_is_a_pdf_and_the_same_each_time(facts, icons, assets):
    document = takehome_document(facts, icons)
    made = pdf_of(document, assets)
    assert made.startswith(b"%PDF-")
    assert made == pdf_of(document, assets)


def test_files_are_named_by_month_and_a_short_sum(facts, assets, tmp_path):
    written = write_session(facts, tmp_path, ("html", "csv"), assets)
    assert [path.name for path in written] == [
        f"report-2026-11-{facts.id}.html",
        f"report-2026-11-{facts.id}.csv",
        f"take-home-2026-11-{facts.id}.html",
        f"follow-up-2026-11-{facts.id}.html",
    ]


def test_the_command_writes_a_session_by_its_folder_or_its_name(tmp_path, capsys):
    folder = play(tmp_path, answers=sheets(), cards=2)
    out = tmp_path / "out"
    assert main(["report", str(folder), "--out", str(out)]) == 0
    assert sorted(path.suffix for path in out.iterdir()) == [
        ".csv",
        ".html",
        ".html",
        ".html",
        ".pdf",
        ".pdf",
        ".pdf",
    ]
    by_name = tmp_path / "by-name"
    data = ["--data-dir", str(tmp_path)]
    command = ["report", folder.name, "--out", str(by_name), "--format", "html"]
    assert main([*data, *command]) == 0
    assert len(list(by_name.iterdir())) == 3
    assert str(by_name) in capsys.readouterr().out


def test_the_command_writes_every_session_of_a_folder_and_tells_of_bad_ones(tmp_path, capsys):
    play(tmp_path, cards=2)
    play(tmp_path, cards=2, start="2026-10-05T10:00:00Z")
    bad = tmp_path / "saves" / "2026-09-01-1000-bad0"
    bad.mkdir()
    (bad / "journal.a.log").write_text("no journal")
    out = tmp_path / "out"
    assert main(["report", str(tmp_path), "--out", str(out), "--format", "html"]) == 1
    assert len(list(out.iterdir())) == 6
    told = capsys.readouterr().err
    assert "2026-09-01-1000-bad0: The beginning of this session is damaged" in told
    assert "Traceback" not in told


def test_the_command_says_where_it_finds_nothing(tmp_path, capsys):
    assert main(["report", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 1
    assert "There is no session in" in capsys.readouterr().err


def test_a_beginning_that_several_names_share_is_told_with_those_names(tmp_path, capsys):
    names = [play(tmp_path, cards=2, start=f"2026-10-0{day}T10:00:00Z").name for day in (5, 6)]
    out = tmp_path / "out"
    assert main(["--data-dir", str(tmp_path), "report", "2026-10", "--out", str(out)]) == 1
    told = capsys.readouterr().err
    assert all(name in told for name in names)
    assert "Write a little more of the name." in told
    assert not out.exists()


def test_a_session_may_be_named_by_its_number_in_the_list_or_by_how_its_name_begins(tmp_path):
    folder = play(tmp_path, cards=2)
    for meant in ("1", folder.name, folder.name[:10]):
        out = tmp_path / "out" / meant
        told = ["--data-dir", str(tmp_path), "report", meant, "--out", str(out), "--format", "csv"]
        assert main(told) == 0
        assert list(out.iterdir())


def test_the_command_says_where_it_cannot_write(tmp_path, capsys):
    folder = play(tmp_path, cards=2)
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert main(["report", str(folder), "--out", str(blocked)]) == 1
    assert "was not written" in capsys.readouterr().err


def test_an_unknown_format_is_wrong_usage(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["report", str(tmp_path), "--out", str(tmp_path), "--format", "docx"])
    assert stopped.value.code == 2
    assert '"docx" is not one of html, csv and pdf' in capsys.readouterr().err
