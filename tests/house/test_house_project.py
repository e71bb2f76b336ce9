"""What the project says of itself: versions, licences, assets, and nothing about its makers."""

import re
import subprocess
import tomllib
from pathlib import Path

from game import __version__
from game.content.codes import ALL

ROOT = Path(__file__).resolve().parents[2]


def tracked():
    """Every file of the project; outside a checkout, every file that a checkout would hold."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]
    hidden = {".git", ".venv", "__pycache__"}
    return [p for p in ROOT.rglob("*") if p.is_file() and not hidden & set(p.parts)]


def test_the_version_is_told_once_and_told_alike():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_icon_that_code_names_is_there():
    named = set()
    for path in (ROOT / "game").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        named.update(
            re.findall(r"""\b(?:Icon|status|note_line|note_pill)\(\s*["']([a-z0-9-]+)["']""", text)
        )
        named.update(re.findall(r"""icon=["']([a-z0-9-]+)["']""", text))
    icons = {path.stem for path in (ROOT / "assets" / "icons").glob("*.svg")}
    assert named
    assert named <= icons


def test_fonts_and_icons_lie_beside_their_licences():
    for name in ("OFL.txt", "OFL-Lexend.txt", "OFL-Noto.txt"):
        assert "SIL OPEN FONT LICENSE" in (ROOT / "assets/fonts" / name).read_text(encoding="utf-8")
    licence = (ROOT / "assets/icons/LICENSE-tabler.txt").read_text(encoding="utf-8")
    assert "MIT License" in licence


def test_no_file_carries_a_path_of_the_machine_it_was_written_on():
    # Folder names are put together here, so that this file does not carry them itself.
    machine = re.compile("|".join(("/" + "work/", "/" + "root/", "/" + "farm/", "/" + "opt/venv")))
    text = {".py", ".md", ".toml", ".yaml", ".txt", ".json", ".svg", ""}
    guilty = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.suffix in text and machine.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert guilty == []


def test_every_module_says_what_belongs_in_it():
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "game").rglob("*.py")
        if not path.read_text(encoding="utf-8").lstrip().startswith(('"""', "'''"))
    ]
    assert silent == []


def test_nobody_is_called_a_manager_or_a_helper():
    names = re.compile(r"\bclass \w*(Manager|Helper|Handler|Utils?|Misc)\b")
    guilty = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "game").rglob("*.py")
        if names.search(path.read_text(encoding="utf-8"))
        or path.stem in {"utils", "helpers", "misc"}
    ]
    assert guilty == []


def test_every_diagnostic_has_its_page_for_authors():
    guide = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8")
    assert [code.number for code in ALL if f"### {code.number}: {code.title}\n" not in guide] == []


def test_every_file_that_the_papers_point_to_is_there():
    missing = []
    for paper in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")):
        targets = re.findall(r"\]\(([^)#:]+)\)", paper.read_text(encoding="utf-8"))
        missing += [
            f"{paper.name}: {each}" for each in targets if not (paper.parent / each).exists()
        ]
    assert missing == []
