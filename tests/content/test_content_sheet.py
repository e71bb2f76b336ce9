"""Cards in a spreadsheet: out and back without a change, and every mistake told by row and column."""

import csv
import dataclasses
import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hostile_zips import HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.cli import main
from game.content import limits
from game.content.codes.samples import PERSON, card, cards, zipped
from game.content.encoding import is_forbidden
from game.content.fields import CARD
from game.content.load import load_pack
from game.content.rewrite import AddItem, rewrite
from game.content.shapes import Kind
from game.content.sheet.columns import column_called, columns, known_headings
from game.content.sheet.exchange import export, preview, read_table
from game.content.sheet.table import FILE_BYTES, ROWS, SheetError, guarded_text, plain_text
from game.content.sheet.workbook import CARDS, HELP, WORDS

CORE = Path(__file__).parents[2] / "content"
SMALL_CORE = Path(__file__).parent / "core"
TODAY = "2026-11-20"
ENDINGS = (".xlsx", ".csv")


@pytest.fixture
def pack(tmp_path):
    path = tmp_path / "our-ward.yaml"
    path.write_text(
        "# Ours.\n" + cards(card(id="walk"), card(id="letter", title="A letter")) + PERSON,
        encoding="utf-8",
    )
    return path


def exported(pack: Path, ending: str = ".csv") -> Path:
    path = pack.with_name(f"cards{ending}")
    path.write_bytes(export(pack, ending, SMALL_CORE)[0])
    return path


def rows_of(sheet: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(sheet.read_text("utf-8-sig"), newline="")))


def edited(pack: Path, row: int, **changes: str) -> Path:
    """The pack's cards as CSV, some cells of one row (numbered as the sheet has them) changed."""
    sheet = exported(pack)
    rows = rows_of(sheet)
    while len(rows) < row:
        rows.append([""] * len(rows[0]))
    for name, text in changes.items():
        rows[row - 1][rows[0].index(name.replace("_", " "))] = text
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    sheet.write_bytes(out.getvalue().encode("utf-8-sig"))
    return sheet


def told(seen) -> list[str]:
    return [each.in_words().partition("\n")[0] for each in seen.problems]


def by_name(listed) -> dict:
    """The cards by name; a sheet has the lenses in its own order."""
    return {
        each.id: dataclasses.replace(each, lenses=tuple(sorted(each.lenses, key=str)))
        for each in listed
    }


class TestThereAndBack:
    @pytest.mark.parametrize("ending", ENDINGS)
    def test_the_whole_core_pack_comes_back_byte_for_byte(self, ending, tmp_path):
        copy = tmp_path / "scenarios.yaml"
        copy.write_bytes((CORE / "scenarios.yaml").read_bytes())
        seen = preview(exported(copy, ending), copy, CORE)
        assert (seen.changes, seen.problems, seen.waiting) == ((), (), 0)
        assert seen.untouched == len(load_pack(copy, CORE, today=TODAY).pack.cards)
        assert seen.data == copy.read_bytes()

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_the_core_pack_is_the_same_when_written_into_an_empty_file(self, ending, tmp_path):
        sheet = tmp_path / f"core{ending}"
        sheet.write_bytes(export(None, ending, CORE)[0])
        fresh = tmp_path / "fresh.yaml"
        seen = preview(sheet, fresh, CORE)
        assert all(each.added for each in seen.changes)
        fresh.write_bytes(seen.data)
        loaded = load_pack(fresh, CORE, today=TODAY, advice=False)
        core = load_pack(CORE / "scenarios.yaml", CORE, today=TODAY, advice=False)
        assert loaded.diagnostics == ()
        assert by_name(loaded.pack.cards) == by_name(core.pack.cards)

    words = st.text(
        st.characters(exclude_categories=("Cs", "Cn", "Mn", "Me", "Zl", "Zp")).filter(
            lambda each: not is_forbidden(each) and each not in "\r\x85"
        )
        | st.sampled_from("=+-@'\t\n\";,#:"),
        min_size=1,
        max_size=40,
    ).filter(lambda text: text.strip() == text and "x005F_" not in text)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(title=words, scene=words, talk=st.lists(words, min_size=2, max_size=3), gp=words)
    def test_any_text_comes_back_as_it_was(self, title, scene, talk, gp, tmp_path):
        values = {
            "theme": "early",
            "title": title,
            "level": "1",
            "scene": scene,
            "think": "What now?",
            "lenses": {"gp": gp},
            "talk": tuple(talk),
            "agree": "So",
            "feeds": ("early",),
        }
        outcome = rewrite("pack:\n  title: Any\n", [AddItem("cards", "any", values)])
        pack = tmp_path / "any.yaml"
        pack.write_text(outcome.text, encoding="utf-8", newline="\n")
        for ending in ENDINGS:
            sheet = pack.with_suffix(ending)
            sheet.write_bytes(export(pack, ending, SMALL_CORE)[0])
            seen = preview(sheet, pack, SMALL_CORE)
            assert (seen.changes, seen.trouble) == ((), "")
            assert seen.data == pack.read_bytes()

    @given(st.text(st.sampled_from("='+-@\t a\n"), max_size=6))
    def test_no_cell_begins_like_a_formula_and_each_comes_back(self, text):
        cell = guarded_text(text)
        assert not re.match(r"[=+\-@\t\r]", cell)
        assert plain_text(cell) == text


class TestFormulas:
    @pytest.mark.parametrize("ending", ENDINGS)
    @pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1", "'=1"])
    def test_a_text_that_looks_like_a_formula_is_written_as_text(self, start, ending, tmp_path):
        pack = tmp_path / "p.yaml"
        pack.write_text(cards(card(title=f'"{start}"')), encoding="utf-8")
        sheet = exported(pack, ending)
        if ending == ".csv":
            assert f"'{start}" in rows_of(sheet)[1]
        else:
            (found,) = [
                each
                for each in openpyxl.load_workbook(sheet)[CARDS][2]
                if each.value == f"'{start}"
            ]
            assert found.data_type == "s"
        assert preview(sheet, pack, SMALL_CORE).changes == ()

    def test_a_real_formula_is_told_and_its_row_waits(self, pack):
        sheet = exported(pack, ".xlsx")
        book = openpyxl.load_workbook(sheet)
        book[CARDS]["D3"] = '=HYPERLINK("http://example.org")'
        book.save(sheet)
        seen = preview(sheet, pack, SMALL_CORE)
        (problem,) = seen.problems
        assert (problem.row, problem.column) == (3, "Title")
        assert problem.sentence == "this cell holds a formula, and formulas are not read"
        assert (seen.waiting, seen.untouched, seen.data) == (1, 1, pack.read_bytes())


class TestChanges:
    def test_what_changes_is_told_field_by_field_and_nothing_else_is_touched(self, pack):
        sheet = edited(
            pack, 3, Title="A letter: late", Level="2", Question_for_the_GP="What do you know?"
        )
        seen = preview(sheet, pack, SMALL_CORE)
        (change,) = seen.changes
        assert (change.row, change.id, change.added) == (3, "letter", False)
        assert [(each.column, each.before, each.after) for each in change.fields] == [
            ("Title", "A letter", "A letter: late"),
            ("Level", "1", "2"),
            ("Question for the GP", "", "What do you know?"),
        ]
        before, after = (text.splitlines() for text in (pack.read_text(), seen.data.decode()))
        assert [each for each in before if each not in after] == ["    title: A letter"]
        assert [each.strip() for each in after if each not in before] == [
            'title: "A letter: late"',
            "level: 2",
            "gp: What do you know?",
        ]

    def test_a_new_row_is_a_new_card(self, pack):
        sheet = edited(
            pack,
            6,
            Short_name="new",
            Theme="Acting early",
            Title="New",
            Level="1",
            Scene="Rain.\r\nMore rain.",
            Think="What now?",
            Talk_1="Who?",
            Talk_2="When?",
            Agree="First step… by…",
            Pane_1="early",
            Person="Len",
        )
        seen = preview(sheet, pack, SMALL_CORE)
        assert told(seen) == []
        assert [(each.row, each.id, each.added) for each in seen.changes] == [(6, "new", True)]
        pack.write_bytes(seen.data)
        made = load_pack(pack, CORE, today=TODAY).pack.cards
        assert [each.id for each in made] == ["walk", "letter", "new"]
        assert made[2].person == "len"
        assert made[2].scene == "Rain.\nMore rain."

    def test_an_emptied_cell_takes_the_field_out(self, pack):
        seen = preview(edited(pack, 2, What_helps="", Topic_1=""), pack, SMALL_CORE)
        pack.write_bytes(seen.data)
        first = load_pack(pack, CORE, today=TODAY).pack.cards[0]
        assert (first.helps, first.notes) == ("", ())

    def test_a_column_that_is_not_there_leaves_its_field_alone(self, pack):
        sheet = pack.with_name("short.csv")
        sheet.write_text("Title,Short name,Topic 1\nNew title,walk,medicines\n", encoding="utf-8")
        seen = preview(sheet, pack, SMALL_CORE)
        # A row lacks nothing that its card has already.
        assert told(seen) == []
        assert [each.column for each in seen.changes[0].fields] == ["Title"]
        assert seen.elsewhere == 1

    def test_cards_that_are_not_in_the_sheet_stay(self, pack):
        sheet = exported(pack)
        lines = rows_of(sheet)
        out = io.StringIO(newline="")
        csv.writer(out).writerows(lines[:2])
        sheet.write_text(out.getvalue(), encoding="utf-8-sig")
        seen = preview(sheet, pack, SMALL_CORE)
        assert (seen.changes, seen.untouched, seen.elsewhere) == ((), 1, 1)

    def test_who_must_read_a_note_goes_with_the_card_and_a_signature_stays_in_the_file(self, pack):
        safe = "\n      needs: doctor\n      signed: {role: doctor, date: 2026-11-01}"
        pack.write_text(cards(card(id="walk", facilitator="Ring.", safety=safe)), encoding="utf-8")
        sheet = edited(pack, 2, Title="Another walk")
        assert rows_of(sheet)[1][rows_of(sheet)[0].index("Note must be read by")] == "doctor"
        seen = preview(sheet, pack, SMALL_CORE)
        assert [each.column for each in seen.changes[0].fields] == ["Title"]
        assert b"signed: {role: doctor, date: 2026-11-01}" in seen.data
        seen = preview(edited(pack, 2, Note_must_be_read_by="nurse"), pack, SMALL_CORE)
        assert b"needs: nurse" in seen.data
        assert b"signed" in seen.data
        # A copy in another pack is signed by nobody.
        fresh = preview(exported(pack), pack.with_name("fresh.yaml"), SMALL_CORE)
        assert b"needs: doctor" in fresh.data
        assert b"signed" not in fresh.data


class TestMistakes:
    @pytest.mark.parametrize(
        ("changes", "code", "column", "words"),
        [
            ({"Person": "amria"}, "C109", "Person", 'no person is called "amria"'),
            ({"Theme": "erly"}, "C108", "Theme", 'no theme is called "erly"'),
            ({"Level": "4"}, None, "Level", '"4" stands here where a whole number from 1 to 3'),
            ({"Fact": "nothing"}, None, "Fact", 'no fact is called "nothing"'),
            ({"Topic_2": "wieght"}, None, "Topic 2", 'no topic is called "wieght"'),
            ({"Pane_2": "early"}, None, "Pane 2", '"early" is named twice in "feeds"'),
            ({"Short_name": "A Letter"}, None, "Short name", '"A Letter" cannot be a short name'),
            ({"Short_name": "walk"}, "C120", "Short name", '"walk" is already the name'),
            ({"Title": "x" * 121}, None, "Title", "121 characters; 120 is the most"),
            ({"Title": "a\u200bb"}, "C008", "Title", "a hidden character stands here: U+200B"),
            ({"Scene": "x" * 8_001}, "C013", "Scene", "8,001 characters; 8,000 is the most"),
            ({"Title": "e" + "\u0301" * 5}, "C009", "Title", "too many accents"),
            ({"Talk_2": ""}, None, "Talk", '"talk" has 1, where 2 to 3 can stand'),
        ],
        ids=lambda value: str(value)[:40],
    )
    def test_a_mistake_is_told_with_the_checks_own_words_at_its_row_and_column(
        self, pack, changes, code, column, words
    ):
        seen = preview(edited(pack, 3, **changes), pack, SMALL_CORE)
        found = [each for each in seen.problems if each.column == column]
        assert found, told(seen)
        assert words in found[0].sentence
        assert found[0].row == 3
        assert found[0].fix
        assert code in (None, found[0].code)
        assert seen.data == pack.read_bytes()
        assert seen.waiting == 1

    def test_another_row_is_named_by_its_number_in_the_sheet(self, pack):
        seen = preview(edited(pack, 9, Short_name="walk"), pack, SMALL_CORE)
        assert any("begins in row 2" in each.sentence and each.row == 9 for each in seen.problems)

    def test_half_a_card_is_told_once_and_the_others_go_in(self, pack):
        sheet = edited(pack, 5, Short_name="half", Title="Half")
        rows = rows_of(sheet)
        rows[1][rows[0].index("Title")] = "Another walk"
        out = io.StringIO(newline="")
        csv.writer(out).writerows(rows)
        sheet.write_text(out.getvalue(), encoding="utf-8-sig")
        seen = preview(sheet, pack, SMALL_CORE)
        (problem,) = seen.problems
        assert (problem.row, problem.column, problem.code) == (5, "", "C106")
        assert problem.sentence == (
            'this card is not finished: it has no "Theme", "Level", "Scene", "Think", "Talk 1", '
            '"Agree" and "Pane 1"'
        )
        assert [each.id for each in seen.changes] == ["walk"]
        assert b"Another walk" in seen.data

    def test_an_unknown_column_and_one_that_is_there_twice_are_told(self, pack):
        sheet = pack.with_name("odd.csv")
        sheet.write_text("Short name,Titel,Level,Level\nwalk,x,1,1\n", encoding="utf-8")
        said = told(preview(sheet, pack, SMALL_CORE))
        assert (
            'odd.csv, row 1, column "Titel": warning C105: no column is called "Titel"' in said[0]
        )
        assert 'two columns are called "Level"' in said[1]

    def test_without_names_no_card_can_be_told_from_another(self, pack):
        sheet = pack.with_name("odd.csv")
        sheet.write_text("Title\nA walk\n", encoding="utf-8")
        seen = preview(sheet, pack, SMALL_CORE)
        assert 'no column is called "Short name"' in told(seen)[0]
        assert seen.changes == ()

    @pytest.mark.parametrize(
        ("value", "words"),
        [(dt.date(2026, 5, 1), "a date or a time"), (True, "took this for TRUE")],
        ids=["date", "true"],
    )
    def test_what_the_program_made_of_a_text_is_told(self, value, words, pack):
        sheet = exported(pack, ".xlsx")
        book = openpyxl.load_workbook(sheet)
        book[CARDS]["D2"] = value
        book.save(sheet)
        (problem,) = preview(sheet, pack, SMALL_CORE).problems
        assert words in problem.sentence
        assert (problem.row, problem.column) == (2, "Title")

    def test_an_error_is_told_and_a_column_without_a_name_is_nobodys(self, pack):
        sheet = exported(pack, ".xlsx")
        book = openpyxl.load_workbook(sheet)
        place = book[CARDS].max_column + 2
        book[CARDS]["D2"] = "#N/A"
        book[CARDS].cell(3, place).value = True
        book.save(sheet)
        (problem,) = read_table(sheet).problems
        assert problem.sentence == "this cell shows the error #N/A"
        assert (problem.row, problem.column) == (2, "Title")

    def test_all_there_is_to_say_of_a_cell_is_said_with_the_cell_itself(self, pack):
        seen = preview(edited(pack, 3, Theme="erly"), pack, SMALL_CORE)
        place, cell, fix = seen.problems[0].in_words().split("\n")
        assert place.startswith('cards.csv, row 3, column "Theme": error C108: ')
        assert cell == "    erly"
        assert fix == f"  {seen.problems[0].fix}"
        # Where nothing mends it nothing is said of mending.
        assert "\n" not in dataclasses.replace(seen.problems[0], cell="", fix="").in_words()

    def test_one_field_that_is_missing_is_named_with_what_belongs_there(self, pack):
        seen = preview(edited(pack, 3, Scene=""), pack, SMALL_CORE)
        (problem,) = seen.problems
        assert (problem.row, problem.column) == (3, "Scene")
        assert problem.sentence == 'this card has no "Scene"'
        assert problem.fix.startswith("Fill it in. ")

    def test_a_number_that_no_list_reaches_is_no_column(self, pack):
        sheet = pack.with_name("odd.csv")
        sheet.write_text("Short name,Talk 99,Title 2\nwalk,x,y\n", encoding="utf-8")
        said = told(preview(sheet, pack, SMALL_CORE))
        assert 'no column is called "Talk 99"' in said[0]
        assert 'no column is called "Title 2"' in said[1]

    def test_a_row_with_words_in_unknown_columns_alone_is_no_card(self, pack):
        sheet = pack.with_name("odd.csv")
        sheet.write_text("Short name,Title,Remarks\n,,Ask Len\n", encoding="utf-8")
        seen = preview(sheet, pack, SMALL_CORE)
        assert (seen.changes, seen.waiting, seen.elsewhere) == ((), 0, 2)

    def test_a_column_that_is_not_in_the_sheet_and_not_in_the_file_is_told_by_its_row(self, pack):
        sheet = pack.with_name("new.csv")
        sheet.write_text("Short name,Title\nnew,A title\n", encoding="utf-8")
        seen = preview(sheet, pack, SMALL_CORE)
        assert {each.row for each in seen.problems} == {2}
        assert (seen.changes, seen.waiting) == ((), 1)

    def test_numbers_are_as_good_as_texts(self, pack):
        sheet = exported(pack, ".xlsx")
        book = openpyxl.load_workbook(sheet)
        book[CARDS]["E2"], book[CARDS]["E3"] = 1, 1.0
        book.save(sheet)
        assert preview(sheet, pack, SMALL_CORE).changes == ()

    def test_a_number_that_is_not_whole_is_told_as_it_stands_there(self, pack):
        sheet = exported(pack, ".xlsx")
        book = openpyxl.load_workbook(sheet)
        book[CARDS]["E2"] = 1.5
        book.save(sheet)
        (problem,) = preview(sheet, pack, SMALL_CORE).problems
        assert '"1.5" stands here where a whole number from 1 to 3' in problem.sentence
        assert (problem.row, problem.column) == (2, "Level")


class TestPacksThatCannotTakeThem:
    def test_what_cannot_be_changed_in_place_changes_nothing(self, pack):
        text = "cards: [{id: walk, title: A walk}]\n"
        sheet = edited(pack, 2, Title="Another walk")
        pack.write_text(text, encoding="utf-8")
        seen = preview(sheet, pack, SMALL_CORE)
        assert "nothing was changed" in seen.trouble
        assert (seen.changes, seen.data.decode()) == ((), text)

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"\x89PNG\r\n\x1a\n" + bytes(40), "The pack cannot be read: "),
            (b"x" * (limits.FILE_BYTES + 1), "too big to be a pack"),
        ],
    )
    def test_a_file_that_cannot_be_read_is_left_as_it_is(self, pack, data, words):
        sheet = exported(pack)
        pack.write_bytes(data)
        seen = preview(sheet, pack, SMALL_CORE)
        assert words in seen.trouble
        assert seen.changes == ()
        assert pack.read_bytes() == data

    def test_a_folder_of_that_name_is_told(self, pack):
        sheet = exported(pack)
        pack.unlink()
        pack.mkdir()
        seen = preview(sheet, pack, SMALL_CORE)
        assert seen.trouble == "our-ward.yaml: this computer does not let you read it."

    def test_of_a_folder_of_packs_the_sheet_holds_what_can_be_read(self, pack, tmp_path):
        folder = tmp_path / "packs"
        folder.mkdir()
        pack.rename(folder / "one.yaml")
        (folder / "two.yaml").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
        data, count = export(folder, ".csv", SMALL_CORE)[:2]
        assert b"letter" in data
        assert count == 2


class TestLenses:
    def test_prompts_stay_under_the_names_they_have_and_an_emptied_one_goes(self, pack):
        prompts = "\n      Support worker: What now?\n      person: What helps?"
        pack.write_text(cards(card(id="walk", lenses=prompts)), encoding="utf-8")
        seen = preview(edited(pack, 2, Question_for_the_care_worker="And now?"), pack, SMALL_CORE)
        assert "      Support worker: And now?\n      person: What helps?" in seen.data.decode()
        seen = preview(edited(pack, 2, Question_for_the_care_worker=""), pack, SMALL_CORE)
        assert "Support worker" not in seen.data.decode()
        assert "      person: What helps?\n" in seen.data.decode()


LINES = 'Short name,Title\nwalk,"Ça va; ""so"", and\nmore"\n'


class TestCsv:
    @pytest.mark.parametrize(
        "data",
        [
            LINES.encode(),
            LINES.encode("utf-8-sig"),
            LINES.encode("cp1252"),
            LINES.encode("utf-16"),
            LINES.replace("\n", "\r\n").encode(),
            LINES.replace("\n", "\r").encode(),
            LINES.replace("name,", "name;").replace("walk,", "walk;").encode("cp1252"),
            LINES.replace("name,", "name\t").replace("walk,", "walk\t").encode("utf-16"),
            b"sep=;\r\n" + LINES.replace("name,", "name;").replace("walk,", "walk;").encode(),
            b"\r\n,,\r\n" + LINES.encode(),
            LINES.replace("Short name,", '"Short name",').encode(),
        ],
        ids=[
            *("plain", "with a mark", "Windows letters", "UTF-16", "CRLF", "CR", "semicolons"),
            *("tabs", "told the semicolon", "blank lines first", "quoted headings"),
        ],
    )
    def test_every_way_of_saving_gives_the_same_cells(self, data, tmp_path):
        path = tmp_path / "cards.csv"
        path.write_bytes(data)
        table = read_table(path)
        assert [each for each in table.headings if each] == ["Short name", "Title"]
        ((row, cells),) = table.rows
        assert cells[:2] == ("walk", 'Ça va; "so", and\nmore')
        assert row == 2 + data.startswith(b"sep") + 2 * data.startswith(b"\r\n,")

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "empty"),
            (b"\r\n \r\n", "empty"),
            (b'Short name,Title\r\nwalk,"never closed\r\n', "quotes do not match"),
            (b'a,b\r\n"x"y,z\r\n', "quotes do not match"),
            (b"a\0b", "no text"),
            (b"\xff\xfe\x00", "no text"),
            (b"\x81\x8d\x8f", "no text"),
            (b"a,b\n" + b"x" * 90_000, "far too long"),
            (b"a\n" + b"x\n" * 2_002, "2,000 rows"),
            (b"x" * (8 * 1_048_576 + 1), "bytes"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_what_is_no_sheet_is_refused_in_words(self, data, words, tmp_path):
        path = tmp_path / "cards.csv"
        path.write_bytes(data)
        with pytest.raises(SheetError) as refused:
            read_table(path)
        assert words in refused.value.sentence
        assert refused.value.fix


class TestHostileWorkbooks:
    def with_part(self, pack, name: str, text: str | bytes) -> Path:
        sheet = exported(pack, ".xlsx")
        with zipfile.ZipFile(sheet) as made:
            files = {each: made.read(each) for each in made.namelist()}
        files[name] = text if isinstance(text, bytes) else text.encode()
        sheet.write_bytes(zipped(files))
        return sheet

    @pytest.mark.parametrize("data", [e[1] for e in HOSTILE], ids=[e[0] for e in HOSTILE])
    def test_the_same_guard_stands_at_workbooks(self, data, tmp_path):
        path = tmp_path / "cards.xlsx"
        path.write_bytes(data)
        with pytest.raises(SheetError):
            read_table(path)

    LAUGHS = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'

    @pytest.mark.parametrize(
        ("name", "text", "words"),
        [
            ("xl/worksheets/sheet1.xml", LAUGHS, "pull in other files"),
            ("xl/sharedStrings.xml", OUTSIDE, "pull in other files"),
            ("xl/workbook.xml", OUTSIDE.encode("utf-16"), "UTF-8"),
            ("xl/workbook.xml", OUTSIDE.encode("utf-16-be"), "UTF-8"),
            ("xl/externalLinks/externalLink1.xml", "<a/>", "another workbook"),
            ("xl/vbaProject.bin", b"\xd0\xcf", "macros"),
            ("xl/embeddings/oleObject1.docx", b"PK", "another file"),
            ("xl/connections.xml", "<connections/>", "from elsewhere"),
            ("xl/worksheets/sheet1.xml", "<worksheet", "damaged"),
            ("xl/workbook.xml", "<a/>", "damaged"),
        ],
        ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
    )
    def test_what_could_reach_outside_is_refused(self, pack, name, text, words):
        with pytest.raises(SheetError) as refused:
            read_table(self.with_part(pack, name, text))
        assert words in refused.value.sentence

    def test_a_sheet_that_lies_about_its_size_is_read_as_far_as_it_goes(self, pack):
        sheet = exported(pack, ".xlsx")
        with zipfile.ZipFile(sheet) as made:
            text = made.read("xl/worksheets/sheet1.xml").decode()
        lying = re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"', text)
        assert lying != text
        table = read_table(self.with_part(pack, "xl/worksheets/sheet1.xml", lying))
        assert [each for each, _ in table.rows] == [2, 3]

    def test_a_row_far_below_does_not_hold_up_the_reading(self, pack):
        sheet = exported(pack, ".xlsx")
        with zipfile.ZipFile(sheet) as made:
            text = made.read("xl/worksheets/sheet1.xml").decode()
        far = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'
        table = read_table(
            self.with_part(pack, "xl/worksheets/sheet1.xml", text.replace("</sheetData>", far))
        )
        assert [each for each, _ in table.rows] == [2, 3]
        assert [each.sentence for each in table.problems] == ["rows below 4,000 are not read"]

    def test_a_workbook_without_a_word_or_with_too_many_is_refused(self, tmp_path):
        book = openpyxl.Workbook()
        book.save(tmp_path / "empty.xlsx")
        for number in range(1, ROWS + 3):
            book.active.cell(number, 1).value = "x"
        book.save(tmp_path / "long.xlsx")
        (tmp_path / "large.xlsx").write_bytes(b"PK\x03\x04" + bytes(FILE_BYTES))
        for name, words in (("empty", "is empty"), ("long", "2,000 rows"), ("large", "bytes")):
            with pytest.raises(SheetError) as refused:
                read_table(tmp_path / f"{name}.xlsx")
            assert words in refused.value.sentence

    def test_an_ending_that_is_not_so_is_told(self, tmp_path):
        for name, words in (
            ("a.ods", "not the ending"),
            ("a.xlsx", "no workbook"),
            ("none.csv", "no such"),
        ):
            if name != "none.csv":
                (tmp_path / name).write_bytes(b"x")
            with pytest.raises(SheetError) as refused:
                read_table(tmp_path / name)
            assert words in refused.value.sentence


@pytest.fixture(scope="module")
def book():
    """The core pack's cards as a workbook, read again."""
    return openpyxl.load_workbook(io.BytesIO(export(None, ".xlsx", CORE)[0]))


class TestTheWorkbook:
    def test_one_sheet_holds_the_cards_one_explains_and_one_lists_the_words(self, book):
        assert book.sheetnames == [CARDS, HELP, WORDS]
        explained = [row[0].value for row in book[HELP].iter_rows(min_row=2)]
        assert explained == [each.value for each in book[CARDS][1]]
        assert all(row[1].value for row in book[HELP].iter_rows(min_row=2))

    def test_words_of_a_few_are_chosen_from_menus_that_hold_just_those(self, book):
        headings = [each.value for each in book[CARDS][1]]
        menus = {}
        for each in book[CARDS].data_validations.dataValidation:
            area = re.fullmatch(r"'(.+)'!(\S+)", each.formula1)
            words = [row[0].value for row in book[area[1]][area[2].replace("$", "")]]
            for cells in each.sqref.ranges:
                assert cells.min_row == 2
                menus[headings[cells.min_col - 1]] = words
        assert menus["Theme"] == list(CARD.by_name["theme"].words)
        assert menus["Level"] == ["1", "2", "3"]
        pack = load_pack(CORE / "scenarios.yaml", CORE, today=TODAY, advice=False).pack
        assert menus["Person"] == sorted(each.id for each in pack.people)
        assert menus["Fact"] == sorted(each.id for each in pack.facts)
        assert {"Topic 1", "Pane 4", "Setting", "Direction", "Touches 1", "Set 1"} <= set(menus)

    def test_long_texts_are_wrapped_in_wide_columns_and_the_first_row_stays_in_sight(self, book):
        sheet = book[CARDS]
        assert sheet.freeze_panes == "B2"
        scene = next(each for each in sheet[1] if each.value == "Scene")
        assert sheet.column_dimensions[scene.column_letter].width >= 60
        assert sheet.cell(2, scene.column).alignment.wrap_text
        assert sheet.row_dimensions[2].height > 60

    def test_every_field_of_a_card_has_its_column_and_a_name_that_leads_back(self):
        across = columns({})
        assert {each.field.name for each in across} == set(CARD.by_name)
        assert len({each.heading for each in across}) == len(across)
        for each in across:
            assert column_called(each.heading) == each
            assert column_called(each.heading.upper().replace(" ", "_")) == each
        assert all(column_called(each) for each in known_headings())
        assert all(
            column_called(field.name)
            for field in CARD.fields
            if field.kind not in (Kind.LIST, Kind.NAMED, Kind.GROUP)
        )


class TestCommand:
    @pytest.fixture
    def run(self, capsys):
        def run(*words):
            status = main([*map(str, words)])
            said = capsys.readouterr()
            return status, said.out + said.err

        return run

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_out_and_in_again(self, run, pack, ending):
        before = pack.read_bytes()
        sheet = pack.with_name(f"ours{ending}")
        assert run("export", sheet, "--pack", pack) == (0, f"{sheet}: 2 cards, one row each.\n")
        status, said = run("import", sheet, "--into", pack)
        assert status == 0
        assert "untouched: 2 cards" in said
        assert "Nothing to write" in said
        assert pack.read_bytes() == before

    def test_nothing_is_written_unasked_and_good_rows_are_with_yes(self, run, pack):
        sheet = edited(pack, 2, Title="Another walk")
        sheet.write_text(
            sheet.read_text("utf-8-sig") + "half,,,Half a row\r\n", encoding="utf-8", newline=""
        )
        before = pack.read_bytes()
        status, said = run("import", sheet, "--into", pack)
        assert (status, pack.read_bytes()) == (1, before)
        assert "now:  The missed blood test" in said
        assert "then: Another walk" in said
        status, said = run("import", sheet, "--into", pack, "--yes")
        assert status == 1
        assert "cannot go in yet: 1 row; the others can" in said
        assert b"title: Another walk" in pack.read_bytes()

    def test_what_cannot_be_read_is_said_with_its_number(self, run, pack, tmp_path):
        assert run("export", tmp_path / "x.ods")[0] == 2
        assert run("export", tmp_path / "x.csv", "--pack", tmp_path / "none.yaml")[0] == 2
        assert run("import", tmp_path / "none.csv", "--into", pack)[0] == 2
        assert run("import", exported(pack), "--into", tmp_path / "x.txt")[0] == 2
        broken = tmp_path / "broken.yaml"
        broken.write_text("cards: [\n", encoding="utf-8")
        assert run("import", exported(pack), "--into", broken)[0] == 2
