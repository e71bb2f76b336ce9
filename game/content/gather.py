"""Finding a pack's files on disk: one file, a folder, or a zip; and the core's."""

import stat
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.content import limits
from game.content.names import companion_of
from game.values import dataclass

# What is told when files are not as they should be is brought when they are not.
if TYPE_CHECKING:
    from game.content.diagnostics import Diagnostic

# The files of the content folder that make up the core; any other file there is a pack of its own.
CORE_FILES = (
    "scenarios.yaml",
    "evidence.yaml",
    "support.yaml",
    "language.yaml",
    "agreement.yaml",
)
_YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it was found: the name people know it by, and its bytes."""

    name: str
    data: bytes


Gathered = tuple[list[RawFile], "list[Diagnostic]"]


def core_folder() -> Path:
    """The content folder that comes with the game, in a checkout or an installed copy."""
    game = Path(__file__).resolve().parent.parent
    installed = game / "_data" / "content"
    return installed if installed.is_dir() else game.parent / "content"


def own_files(path: Path, core: Path) -> Gathered:
    """The files of the pack at *path*."""
    name = path.as_posix()
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return core_files(path) if same_place(path, core) else _folder(path)
        if not stat.S_ISREG(mode):
            return [], [_cannot_read(name, "this is neither a file nor a folder")]
        if path.suffix.lower() == ".zip":
            return _zip(path)
        goes_with = companion_of(path.name)
        if goes_with is not None and (main := path.with_name(goes_with[0])).is_file():
            # A file in another language is read with the one whose words it has.
            path = main
        data = _bytes(path, limits.FILE_BYTES)
        if path.suffix.lower() not in _YAML and not _any_section(data):
            return [], [_no_pack(name)]
        beside = [
            RawFile(each.as_posix(), _bytes(each, limits.FILE_BYTES))
            for each in companions_beside(path)
        ]
        return [RawFile(path.as_posix(), data), *beside], []
    except (OSError, ValueError) as error:
        return [], [_cannot_read(name, _reason(error))]


def _any_section(data: bytes) -> bool:
    """Whether any line begins a section of a pack, or the file begins like one of another kind."""
    from game.content.encoding import is_stranger  # noqa: PLC0415 - few files have other names
    from game.content.fields import SECTION_NAMES  # noqa: PLC0415

    # However wide its letters are, a section's name is in plain ones.
    lines = data.replace(b"\0", b"").splitlines()
    return is_stranger(data) or any(
        line.partition(b":")[0].strip(b" \t\xef\xbb\xbf\xff\xfe'\"").decode("latin-1")
        in SECTION_NAMES
        for line in lines
        if b":" in line
    )


def core_files(folder: Path, besides: Sequence[Path] = ()) -> Gathered:
    """The files of the core, without those that are being read as packs themselves."""
    files: list[RawFile] = []
    findings: list[Diagnostic] = []
    for name in CORE_FILES:
        path = folder / name
        try:
            if not path.is_file() or any(same_place(path, each) for each in besides):
                continue
            files += [
                RawFile(each.as_posix(), _bytes(each, limits.FILE_BYTES))
                for each in (path, *companions_beside(path))
            ]
        except OSError as error:
            findings.append(_cannot_read(path.as_posix(), _reason(error)))
    return files, findings


def companions_beside(path: Path) -> list[Path]:
    """The files in other languages that go with the pack's file at *path*."""
    try:
        return sorted(
            each
            for each in path.parent.iterdir()
            if (goes_with := companion_of(each.name)) is not None
            and goes_with[0] == path.name
            and stat.S_ISREG(each.lstat().st_mode)
        )
    except OSError:
        return []


def is_companion(path: Path) -> bool:
    """Whether a file only has the words of another one, which lies beside it."""
    goes_with = companion_of(path.name)
    return goes_with is not None and path.with_name(goes_with[0]).is_file()


def extra_packs(folder: Path) -> list[Path]:
    """The packs that lie in the content folder beside the core."""
    try:
        return sorted(
            path
            for path in folder.iterdir()
            if path.name not in CORE_FILES
            and not path.name.startswith(".")
            and path.suffix.lower() in (*_YAML, ".zip")
            and not is_companion(path)
        )
    except OSError:
        return []


def _folder(folder: Path) -> Gathered:
    paths = sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in _YAML and not path.name.startswith(".")
    )
    if not paths:
        sentence = "there is no .yaml file in this folder"
        return [], [_cannot_read(folder.as_posix(), sentence)]
    if len(paths) > limits.PACK_FILES:
        return [], [_too_many(folder.as_posix())]
    files: list[RawFile] = []
    findings: list[Diagnostic] = []
    for path in paths:
        name = path.as_posix()
        try:
            # A link could lead out of the pack, and reading a device would never end.
            if not stat.S_ISREG(path.lstat().st_mode):
                findings.append(_cannot_read(name, "this is a link or no file at all"))
                continue
            files.append(RawFile(name, _bytes(path, limits.FILE_BYTES)))
        except OSError as error:
            findings.append(_cannot_read(name, _reason(error)))
    return _within_size(folder.as_posix(), files, findings)


def _zip(path: Path) -> Gathered:
    name = path.as_posix()
    data = _bytes(path, limits.ZIP_BYTES)
    if len(data) > limits.ZIP_BYTES:
        return [], [_large_zip(name)]
    from game.content.archive import yaml_files  # noqa: PLC0415 - few packs are zips

    inside, findings = yaml_files(name, data)
    if findings:
        return [], findings
    if not inside:
        return [], [_cannot_read(name, "there is no .yaml file in this zip")]
    if len(inside) > limits.PACK_FILES:
        return [], [_too_many(name)]
    files = [RawFile(f"{name}/{inner}", each) for inner, each in sorted(inside)]
    return _within_size(name, files, [])


def _within_size(name: str, files: list[RawFile], findings: "list[Diagnostic]") -> Gathered:
    if sum(len(each.data) for each in files) > limits.PACK_BYTES:
        return [], [_too_many(name)]
    return files, findings


def _bytes(path: Path, most: int) -> bytes:
    # One byte more than may be there is enough to know that there is too much.
    with path.open("rb") as opened:
        return opened.read(most + 1)


def same_place(one: Path, other: Path) -> bool:
    """Whether two paths lead to one place; not, where either leads nowhere."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def _cannot_read(name: str, sentence: str) -> "Diagnostic":
    from game.content.codes import reading as codes  # noqa: PLC0415 - see the top of the module
    from game.content.diagnostics import about_file  # noqa: PLC0415

    fix = "Look whether the name is right, and whether the file opens in another program."
    return about_file(codes.CANNOT_READ, name, sentence, fix)


def _no_pack(name: str) -> "Diagnostic":
    from game.content.codes import reading as codes  # noqa: PLC0415 - see the top of the module
    from game.content.diagnostics import about_file  # noqa: PLC0415

    sentence = "this is no pack: nothing in it begins a part of one, such as cards"
    fix = "Choose the pack's .yaml file, its folder or its .zip."
    return about_file(codes.NOT_A_PACK, name, sentence, fix)


def _large_zip(name: str) -> "Diagnostic":
    from game.content.codes import reading as codes  # noqa: PLC0415 - see the top of the module
    from game.content.diagnostics import about_file  # noqa: PLC0415

    sentence = f"the zip holds more than {limits.ZIP_BYTES:,} bytes"
    return about_file(codes.BAD_ZIP, name, sentence, "Take pictures out of it.")


def _too_many(name: str) -> "Diagnostic":
    from game.content.codes import reading as codes  # noqa: PLC0415 - see the top of the module
    from game.content.diagnostics import about_file  # noqa: PLC0415

    sentence = (
        f"the pack has more than {limits.PACK_FILES} files, "
        f"or more than {limits.PACK_BYTES:,} bytes in all"
    )
    return about_file(codes.PACK_TOO_BIG, name, sentence, "Make two packs of it.")


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no file or folder of this name"
    if isinstance(error, PermissionError):
        return "this computer does not let you read it"
    return "this cannot be read"
