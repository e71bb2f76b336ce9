"""Where things are on this machine: content, assets, and the folders we may write to."""

import contextlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from game.model.pack import PersonId
from game.values import dataclass

APP = "MaP"
_READING = "packs-as-read"
_DRAWING = "title-as-drawn"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one run of the program."""

    content: Path
    assets: Path
    saves: Path
    """One folder a session."""
    data: Path
    """Settings and anything else this program keeps."""
    exports: Path
    note: str = ""
    """A sentence for people where sessions go somewhere they might not expect."""
    reading: Path | None = None
    """Where the last reading of the packs is kept for the next start; None for nowhere."""

    @property
    def drawing(self) -> Path | None:
        """Where the pieces of the title page are kept for the next start; None for nowhere."""
        return None if self.reading is None else self.reading.with_name(_DRAWING)

    @property
    def packs(self) -> Path:
        """Packs from other people, one folder each."""
        return self.data / "packs"

    @property
    def own_pack(self) -> Path:
        """The pack of one's own, made inside the game."""
        return self.data / "my-pack.yaml"

    @property
    def drafts(self) -> Path:
        """Cards that somebody is still writing."""
        return self.data / "drafts"


def find(data_dir: Path | None = None) -> Places:
    """
    The places for this run.

    Sessions go to `saves/` beside the program when it can be written, otherwise to the user's
    data folder; *data_dir* overrides both.
    """
    root = _root()
    content, assets = _shipped(root, "content"), _shipped(root, "assets")
    if data_dir is not None:
        return Places(
            content,
            assets,
            data_dir / "saves",
            data_dir,
            data_dir / "exports",
            reading=data_dir / _READING,
        )
    import platformdirs  # noqa: PLC0415 - not needed where the folder is given

    own = platformdirs.user_data_path(APP, appauthor=False)
    reading = platformdirs.user_cache_path(APP, appauthor=False) / _READING
    beside = root / "saves"
    if beside.is_dir() and can_write(beside):
        return Places(content, assets, beside, own, own / "exports", reading=reading)
    note = f"Sessions are kept in {shortened(own / 'saves')}."
    return Places(content, assets, own / "saves", own, own / "exports", note, reading)


def _root() -> Path:
    """The folder that holds `game`: a checkout, or the place where packages are installed."""
    return Path(__file__).resolve().parents[2]


def _shipped(root: Path, name: str) -> Path:
    """A folder shipped with the program: beside it in a checkout, inside it once installed."""
    beside, inside = root / name, root / "game" / "_data" / name
    if (root / "main.py").exists() and beside.is_dir():
        return beside
    return inside if inside.is_dir() else beside


def can_write(folder: Path) -> bool:
    """Whether a file can really be made there; permissions alone do not tell."""
    import tempfile  # noqa: PLC0415 - likewise

    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def shortened(path: Path) -> str:
    """The path for people, with their own name left out."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


def environment_override() -> Path | None:
    """The data folder named by MAP_DATA_DIR, where that is set."""
    named = os.environ.get("MAP_DATA_DIR", "")
    return Path(named) if named else None


def installed(packs: Path) -> list[Path]:
    """The packs from other people, by name."""
    try:
        return sorted(each for each in packs.iterdir() if each.is_dir() and each.name[0] != ".")
    except OSError:
        return []


def portrait_file(session: Path, person: str) -> Path:
    """Where a session keeps the picture of a person, so that it outlives the pack's own."""
    return session / "pictures" / f"person-{person}.png"


def portraits_in(session: Path) -> dict[PersonId, Path]:
    """The pictures that a session has kept, by whom they show."""
    try:
        kept = [each for each in (session / "pictures").glob("person-*.png") if each.is_file()]
    except OSError:
        return {}
    return {PersonId(each.stem.removeprefix("person-")): each for each in kept}


def photos_at(paths: Iterable[Path]) -> dict[str, bytes]:
    """What lies in pictures' files, by their paths; painting them then waits for no disk."""
    found: dict[str, bytes] = {}
    for path in paths:
        with contextlib.suppress(OSError):
            found[str(path)] = path.read_bytes()
    return found


def elsewhere() -> tuple[Path, ...]:
    """Other places of this machine that can be written to, sticks first: for when one is wanted."""
    roots: list[Path] = []
    if sys.platform == "win32":
        roots += [Path(f"{letter}:\\") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ"]
    else:
        for mounts in ("/Volumes", "/media", "/run/media"):
            roots += _below(Path(mounts), 1 if mounts == "/Volumes" else 2)
    with contextlib.suppress(RuntimeError):
        # Where nobody knows the home folder, there is none to offer.
        home = Path.home()
        roots += [home / "Documents", home / "Desktop", home]
    found = (each for each in dict.fromkeys(roots) if each.is_dir() and can_write(each))
    return tuple(found)[:_MOST_PLACES]


_MOST_PLACES = 4


def _below(folder: Path, levels: int) -> list[Path]:
    """The folders so many levels below; none where the folder cannot be read."""
    if not levels:
        return [folder]
    try:
        inner = sorted(each for each in folder.iterdir() if each.is_dir())
    except OSError:
        return []
    return [found for each in inner for found in _below(each, levels - 1)]
