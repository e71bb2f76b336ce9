"""`main.py print`, and printing in a child process, from outside."""

import dataclasses
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from printing_read import TODAY, read

from game.app.printer import Job, NotPrintedError, Order, Printed, Working, file_name, print_to_file
from game.cli import main
from game.printing.kit import Wish
from game.printing.page import MM

ROOT = Path(__file__).resolve().parents[2]


def ordered(pack, assets, out, **choices):
    return Order(pack, Wish(**choices), assets, TODAY, out)


def test_print_writes_a_pdf_and_says_where(tmp_path, capsys):
    out = tmp_path / "cards.pdf"
    assert main(["print", "--cards", "E-07, R-01", "--layout", "fold", "--out", str(out)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{out}  (1 page)\n"
    assert "1 of 1  Cards" in said.err
    assert "E-07" in read("pdftotext", out, "-")


def test_an_offset_may_go_left_and_up(tmp_path):
    plain, moved = tmp_path / "plain.pdf", tmp_path / "moved.pdf"
    for out, offset in ((plain, "0,0"), (moved, "-2,-1.5")):
        arguments = ["print", "--cards", "R-01", f"--offset={offset}", "--out", str(out)]
        assert main(arguments) == 0

    def corner(path):
        words = read("pdftotext", "-bbox", "-f", "2", path, "-")
        x, y = re.search(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>R-01<', words).groups()
        return float(x), float(y)

    (x0, y0), (x1, y1) = corner(plain), corner(moved)
    assert (x1 - x0, y1 - y0) == pytest.approx((-2 * MM, -1.5 * MM), abs=0.02)


def test_a_name_that_ends_in_html_gives_a_web_page(tmp_path, capsys):
    out = tmp_path / "kit.html"
    assert main(["print", "--what", "cards,door", "--theme", "early", "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert capsys.readouterr().out == f"{out}\n"


def test_without_a_name_it_goes_to_the_exports(tmp_path, capsys):
    assert main(["--data-dir", str(tmp_path), "print", "--what", "die", "--paper", "letter"]) == 0
    out = tmp_path / "exports" / "MaP core pack, die, Letter.pdf"
    assert out.exists()
    assert str(out) in capsys.readouterr().out


def test_what_list_names_the_parts(capsys):
    assert main(["print", "--what", "list"]) == 0
    assert "before-and-now   Before and now" in capsys.readouterr().out


def test_another_ending_is_refused_before_anything_is_written(tmp_path, capsys):
    out = tmp_path / "kit.doc"
    assert main(["print", "--what", "die", "--out", str(out)]) == 2
    assert "kit.doc ends neither in .pdf nor in .html" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["--cards", "Z-99"], 1, "No card in “MaP core pack” has the code Z-99."),
        (["--what", "cake"], 2, 'The kit has no part called "cake".'),
        (["--pack", "nowhere.yaml"], 2, "There is no pack at nowhere.yaml."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(tmp_path, capsys, arguments, status, sentence):
    out = tmp_path / "never.pdf"
    assert main(["print", *arguments, "--out", str(out)]) == status
    assert sentence in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("offset", ["3", "a,b", "1,2,3", "11,0"])
def test_an_offset_that_makes_no_sense_is_wrong_usage(offset, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["print", "--offset", offset])
    assert stopped.value.code == 2
    assert "millimetres" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_leaves_what_was_there(pack, assets, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("mine", encoding="utf-8")
    with pytest.raises(NotPrintedError, match=r"was not written"):
        print_to_file(ordered(pack, assets, blocked / "kit.pdf", what=("die",)))
    assert blocked.read_text(encoding="utf-8") == "mine"


def test_file_names_say_what_is_in_them_and_suit_every_system(pack):
    odd = dataclasses.replace(pack, title='Ward 7: "A/B"?')
    assert file_name(odd, Wish()) == "Ward 7 A B, kit, A4.pdf"
    assert (
        file_name(pack, Wish(what=("cards",), large_print=True), "html")
        == "MaP core pack, cards, large print.html"
    )


def test_a_child_process_prints_and_tells_how_far_it_is(pack, assets, tmp_path):
    out = tmp_path / "die.pdf"
    job = Job(ordered(pack, assets, out, what=("die", "door"), offset=(MM, 0))).start()
    assert isinstance(job._last, Working)
    job._child.join(60)
    assert job.state == Printed(out, 2)
    assert not job.running
    assert out.read_bytes().startswith(b"%PDF")


def test_what_goes_wrong_in_the_child_is_told_in_its_sentence(pack, assets, tmp_path):
    job = Job(ordered(pack, assets, tmp_path / "x.pdf", codes=("Q-1",), what=("cards",))).start()
    job._child.join(60)
    state = job.state
    assert isinstance(state, NotPrintedError)
    assert "has the code Q-1" in str(state)


def test_a_child_that_is_let_go_leaves_no_file_and_no_process(pack, assets, tmp_path):
    job = Job(ordered(pack, assets, tmp_path / "kit.pdf")).start()
    child = job._child.pid
    job.let_go()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_neither_the_command_line_nor_the_home_screen_brings_what_prints():
    code = (
        "import sys, game.cli, game.ui.screens.all; "
        "print([m for m in sys.modules if m.startswith(('reportlab', 'game.printing'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_check_says_which_card_is_too_long_for_print(tmp_path, capsys):
    core = (ROOT / "content" / "scenarios.yaml").read_text(encoding="utf-8")
    card = core[core.index("  - id: four-names") : core.index("  - id: a-cuff-on")]
    scene = "scene: >-\n" + "      Every word of this scene is wanted at the table.\n" * 16
    long = re.sub(r"scene: >-\n(?:      .*\n)+", scene, card)
    long = long.replace("four-names-on-a-receipt", "too-long").replace("    code: R-01\n", "")
    mine = tmp_path / "mine.yaml"
    mine.write_text(f"cards:\n{long}", encoding="utf-8")
    assert main(["check", str(mine), "--all"]) == 0
    assert "is too long for the front of a printed card by" in capsys.readouterr().out
