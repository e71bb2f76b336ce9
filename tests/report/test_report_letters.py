"""A report whose letters paper cannot set: the page and the table are written, the PDF is refused."""

import pytest

from game.files.writing import NotWritten
from game.report.export import FORMATS, write_document, write_session
from game.report.session import session_document
from game.values import replace

AGREED = "سنتصل بالرقم 111"


def test_what_can_be_written_is_and_the_sentence_says_what_cannot(tmp_path, facts, icons, assets):
    document = replace(session_document(facts, icons), title=AGREED)
    with pytest.raises(NotWritten) as refused:
        write_document(document, tmp_path, "report", FORMATS, assets)
    assert refused.value.sentence.startswith("report.pdf was not written: it holds Arabic letters")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.csv", "report.html"]
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert AGREED in page
    assert "unicode-bidi:plaintext" in page


def test_a_report_in_letters_that_paper_has_is_written_whole(tmp_path, facts, assets):
    written = write_session(facts, tmp_path, FORMATS, assets)
    assert {path.suffix for path in written} == {".html", ".csv", ".pdf"}
