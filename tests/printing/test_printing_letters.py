"""Letters that print cannot set: refused in a sentence, whole on the web page."""

import pytest

from game.app.printer import NotPrintedError, Order, print_to_file
from game.content.codes.samples import card, cards
from game.content.load import load_pack
from game.printing.kit import Wish

TODAY = "2026-11-27"
ARABIC = "فحص الدم 12 مرة"


@pytest.fixture
def order(tmp_path, assets):
    def order(title, ending):
        path = tmp_path / "our.yaml"
        path.write_text(cards(card(title=title)), encoding="utf-8")
        pack = load_pack(path, today=TODAY).pack
        return Order(pack, Wish(("cards",)), assets, TODAY, tmp_path / f"out.{ending}")

    return order


@pytest.mark.parametrize(
    ("title", "kind"), [(ARABIC, "Arabic"), ("রক্ত পরীক্ষা", "Bengali"), ("Аналіз крові", "lacks")]
)
def test_a_pdf_with_letters_that_would_come_out_wrong_is_refused(order, title, kind):
    wanted = order(title, "pdf")
    with pytest.raises(NotPrintedError) as refused:
        print_to_file(wanted)
    assert kind in str(refused.value)
    assert ".html" in str(refused.value)
    assert not wanted.out.exists()


def test_the_web_page_has_them_as_they_were_written_and_lets_the_browser_turn_them(order):
    wanted = order(ARABIC, "html")
    print_to_file(wanted)
    page = wanted.out.read_text(encoding="utf-8")
    assert ARABIC in page
    assert "unicode-bidi:plaintext" in page


def test_words_that_the_typeface_has_are_printed_as_ever(order):
    wanted = order("Y prawf gwaed, ŵ a ŷ → 5 µg", "pdf")
    print_to_file(wanted)
    assert wanted.out.read_bytes().startswith(b"%PDF")
