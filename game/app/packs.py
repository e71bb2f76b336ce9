"""
Packs from other people: let in after every check, listed, and taken away again.

A pack that comes as a zip is read in memory first. Only its YAML, the pictures that its people
name, and its licence are then written, under names of our own making, to a folder beside the
settings; a pack never reaches outside that folder.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from game.app.gallery import Gallery
from game.app.inplay import Read
from game.app.packing import CONTENTS, FORMAT, LICENCE, Holding, build, cards_held, holding
from game.app.places import Places, shortened
from game.content import limits
from game.content.archive import is_yaml
from game.content.diagnostics import Diagnostic
from game.content.load import load_pack
from game.content.loaded import Loaded
from game.content.names import plain_name
from game.content.refusal import RefusedError
from game.content.zipguard import guarded, is_hidden, read_part
from game.files.writing import NotWritten, write_atomically
from game.tongue import _, ngettext
from game.values import dataclass, field

_OTHER_PICTURES = (".svg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".ico")
_ZIPS = (".zip", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".tar", ".jar")
_PROGRAMS = (
    *(".exe", ".com", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".wsf", ".msi", ".dll"),
    *(".lnk", ".url", ".hta", ".sh", ".py", ".pyc", ".pyw", ".so", ".dylib", ".app", ".command"),
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")
_CONTENTS_BYTES = 1_048_576


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack that was let in, or why it was not."""

    path: Path | None
    holding: Holding | None = None
    trouble: str = ""
    fix: str = ""
    left_out: tuple[str, ...] = ()
    """Names of files in the zip that are of no use to a pack."""
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """A pack that was to be taken away."""

    path: Path
    said: str
    """A sentence that says what became of it."""
    plays: Read | None = None
    """What plays without it; None where it did not play, or stays."""


@dataclass(slots=True)
class _Parts:
    """The files of a zip, sorted by what they are. Grows while the zip is read."""

    yaml: dict[str, bytes] = field(default_factory=dict)
    contents: bytes | None = None
    licence: bytes | None = None
    sums: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def install(path: Path, places: Places, *, today: str, replace: bool = False) -> Opened:
    """Let the zip at *path* in, once everything in it is as it should be."""
    place = places.packs / name_for(path)
    try:
        data = _all_of(path)
        parts = _sorted(data)
        _check_sums(parts)
        loaded = load_pack(path, places.content, today=today, advice=False)
        if loaded.pack is None:
            return Opened(
                None,
                trouble=_("no card of it can be played"),
                fix=_("Send its author the list of problems."),
                findings=loaded.diagnostics,
            )
        _check_pictures(loaded, Gallery(places.data / "pictures"))
        _check_free(place, replace=replace)
        _write(place, _files(parts, loaded))
    except RefusedError as refused:
        return Opened(None, trouble=refused.sentence, fix=refused.fix)
    except OSError as fault:
        return Opened(
            None, trouble=_("it could not be kept: {fault}").format(fault=fault.strerror or fault)
        )
    return Opened(
        place,
        holding(loaded, today),
        left_out=tuple(parts.left_out),
        findings=loaded.diagnostics,
    )


def name_for(path: Path) -> str:
    """What a pack is called among ours: the zip's own name in small letters and hyphens."""
    plain = "-".join(re.findall(r"[a-z0-9]+", path.stem.casefold()))[:60].strip("-") or "pack"
    return f"{plain}-pack" if _RESERVED.match(plain) else plain


def look(path: Path, places: Places, *, today: str) -> Holding:
    """What the pack at *path* holds."""
    return holding(load_pack(path, places.content, today=today, advice=False), today)


class Known:
    """What each pack holds; looked into again only when its files have changed."""

    def __init__(self, places: Places, today: Callable[[], str]) -> None:
        self._places = places
        self._today = today
        self._held: dict[Path, tuple[object, Holding]] = {}

    def held_in(self, path: Path) -> Holding | None:
        """What the pack at *path* holds; None where nothing is there."""
        mark = _mark(path)
        if mark is None:
            return None
        known = self._held.get(path)
        if known is None or known[0] != mark:
            held = look(path, self._places, today=self._today())
            known = self._held[path] = (mark, held)
        return known[1]

    def about(self, path: Path) -> tuple[str, ...]:
        """What it holds and from whom, line by line; nothing where nothing is there."""
        held = self.held_in(path)
        return () if held is None else in_words(held, self._today())


def _mark(path: Path) -> object:
    """What changes when the pack at *path* does; None where nothing is there."""
    try:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        return tuple((each.name, (s := each.stat()).st_mtime_ns, s.st_size) for each in inside)
    except OSError:
        return None


def what_goes(path: Path) -> str:
    """What would go with an installed pack, in words."""
    files = [each for each in path.rglob("*") if each.is_file()]
    size = sum(each.stat().st_size for each in files)
    return ngettext(
        "The folder {folder} with {count:,} file, {size:,} bytes. "
        "Sessions that played it keep their own copy.",
        "The folder {folder} with {count:,} files, {size:,} bytes. "
        "Sessions that played it keep their own copy.",
        len(files),
    ).format(folder=shortened(path), count=len(files), size=size)


def send(path: Path, places: Places, *, today: str) -> str:
    """Make one file of a pack in the folder for exports; a sentence that says what became of it."""
    built = build(path, core=places.content, today=today)
    if built.holding is None:
        return f"{built.trouble} {_('See the problems.')}"
    out = places.exports / f"{name_for(path)}.zip"
    try:
        write_atomically(out, built.data)
    except NotWritten as trouble:
        return trouble.sentence
    return _("{file} is ready, {count:,} bytes. Send it as it is.").format(
        file=shortened(out), count=len(built.data)
    )


def remove(path: Path, places: Places) -> str:
    """Take an installed pack away; a sentence that says what became of it."""
    if path.parent != places.packs or path.is_symlink() or not path.is_dir():
        return _("{name} is no pack that was opened here, so nothing was removed.").format(
            name=path.name
        )
    going = path.with_name(f".going-{path.name}-{os.getpid()}")
    shown = load_pack(path, places.content, today="", advice=False).portraits
    try:
        # Renamed first, so that a folder half gone is never taken for a pack.
        path.rename(going)
        shutil.rmtree(going)
    except OSError as fault:
        return _("{name} could not be removed whole: {fault}.").format(
            name=path.name, fault=fault.strerror or fault
        )
    gallery = Gallery(places.data / "pictures")
    for each in shown:
        gallery.forget(each.picture)
    return _("{name} is removed. Sessions that played it keep their own copy.").format(
        name=path.name
    )


def in_words(held: Holding, today: str) -> tuple[str, ...]:
    """What a pack holds, line by line, the same on screen and on the command line."""
    said = held.credits
    title = _("{title}, version {version}") if said.version else "{title}"
    holds = [cards_held(held)]
    if held.people:
        people = ngettext("{count:,} person", "{count:,} people", held.people)
        holds.append(people.format(count=held.people))
    if held.pictures:
        pictures = ngettext("{count:,} picture", "{count:,} pictures", held.pictures)
        holds.append(pictures.format(count=held.pictures))
    lines = [
        title.format(title=said.title, version=said.version),
        _("From: {author}").format(author=said.author)
        if said.author
        else _("From: it does not say"),
        _("Licence: {licence}").format(licence=said.licence)
        if said.licence
        else _("Licence: it does not say; ask its author before you pass it on"),
        _("Holds: {holds}").format(holds=", ".join(holds)),
        _about_facts(held, today),
    ]
    if held.errors or held.warnings:
        lines.append(
            _("Problems: {errors}, {warnings}; what has errors is left out of play").format(
                errors=ngettext("{count:,} error", "{count:,} errors", held.errors).format(
                    count=held.errors
                ),
                warnings=ngettext("{count:,} warning", "{count:,} warnings", held.warnings).format(
                    count=held.warnings
                ),
            )
        )
    return tuple(lines)


def _about_facts(held: Holding, today: str) -> str:
    if not held.facts:
        return _("Facts: none")
    old = [each for each in held.out_of_date if each.review < today]
    other = len(held.out_of_date) - len(old)
    parts = [f"{len(held.facts):,}"]
    if old:
        parts.append(
            _("{count} past the review date ({facts})").format(
                count=len(old), facts=", ".join(each.id for each in old[:5])
            )
        )
    if other:
        parts.append(
            _("{count} not shown until somebody has checked or signed").format(count=other)
        )
    if not held.out_of_date:
        parts.append(
            _("the next review is due on {day}").format(day=min(each.review for each in held.facts))
        )
    return _("Facts: {parts}").format(parts="; ".join(parts))


def _all_of(path: Path) -> bytes:
    if path.suffix.lower() != ".zip":
        raise RefusedError(
            "it is no zip", f"A file or a folder plays from where it lies: --pack {path.name}"
        )
    if not path.is_file():
        raise RefusedError("there is no such file", "Look whether the name is right.")
    with path.open("rb") as opened:
        data = opened.read(limits.ZIP_BYTES + 1)
    if len(data) > limits.ZIP_BYTES:
        raise RefusedError(
            f"it holds more than {limits.ZIP_BYTES:,} bytes", "Make two packs of it."
        )
    return data


def _sorted(data: bytes) -> _Parts:
    """Every file of the zip in its place; programs, other zips and other pictures are refused."""
    parts = _Parts()
    with guarded(data) as (opened, entries):
        for entry in entries:
            name = entry.filename
            low = name.lower()
            if is_hidden(name):
                continue
            _check_kind(name)
            if is_yaml(name):
                parts.yaml[name] = read_part(opened, entry, limits.FILE_BYTES)
                parts.sums[name] = _sum(parts.yaml[name])
            elif low.endswith((".png", ".jpg", ".jpeg")):
                parts.sums[name] = _sum(read_part(opened, entry, limits.PICTURE_BYTES))
            elif name == CONTENTS:
                parts.contents = read_part(opened, entry, _CONTENTS_BYTES)
            elif low.rpartition("/")[2].partition(".")[0] in ("licence", "license"):
                parts.licence = read_part(opened, entry, limits.FILE_BYTES)[: limits.FILE_BYTES]
                parts.sums[name] = _sum(parts.licence)
            else:
                parts.left_out.append(name)
    if not parts.yaml:
        raise RefusedError("there is no .yaml file in this zip", "Zip the pack's own folder.")
    if len({each.rpartition("/")[0] for each in parts.yaml}) > 1:
        raise RefusedError(
            "its .yaml files lie in several folders", "Put them all side by side, and zip again."
        )
    return parts


def _check_kind(name: str) -> None:
    low = name.lower()
    if low.endswith(_OTHER_PICTURES):
        raise RefusedError(
            f"{name} is a picture that could hold more than a picture",
            "Pictures in packs are PNG or JPEG.",
        )
    if low.endswith(_ZIPS):
        raise RefusedError(f"{name} is a zip inside the zip", "Send the pack's own files only.")
    if low.endswith(_PROGRAMS):
        raise RefusedError(f"{name} is a program", "A pack holds words and pictures only.")


def _check_sums(parts: _Parts) -> None:
    """Where the zip lists its files, they have to be just those; a zip made by hand lists none."""
    if parts.contents is None:
        return
    changed = RefusedError(
        _("it was damaged or changed after it was built"), _("Ask its author to send it again.")
    )
    try:
        listed = json.loads(parts.contents.decode("utf-8"))
        sums = dict(listed["files"])
        newer = int(listed["format"]) > FORMAT
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise changed from fault
    if newer:
        raise RefusedError("it was built by a newer version of the game", "Update this one first.")
    if sums != parts.sums:
        raise changed


def _check_pictures(loaded: Loaded, gallery: Gallery) -> None:
    for each in loaded.portraits:
        if gallery.shown(each.picture) is None:
            raise RefusedError(
                f"the picture {each.name} cannot be opened safely",
                "Ask its author to save the picture again as PNG or JPEG.",
            )


def _check_free(place: Path, *, replace: bool) -> None:
    if place.exists() and not replace:
        raise RefusedError(
            f'a pack called "{place.name}" is here already',
            "Remove that one first, or give the zip another name.",
        )


def _files(parts: _Parts, loaded: Loaded) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name, data in sorted(parts.yaml.items()):
        plain = plain_name(name, 60, "cards")
        if _RESERVED.match(plain.casefold()):
            plain += "-pack"
        number = 1
        while (kept := f"{plain}{f'-{number}' if number > 1 else ''}.yaml") in files:
            number += 1
        files[kept] = data
    # Only pictures that somebody in the pack has, and of them only what is picture.
    files.update((each.name, each.picture.data) for each in loaded.portraits)
    if parts.licence is not None:
        files[LICENCE] = parts.licence
    return files


def _write(place: Path, files: dict[str, bytes]) -> None:
    """The whole folder or none of it: made under a passing name, then renamed."""
    making = place.with_name(f".new-{place.name}-{os.getpid()}")
    going = place.with_name(f".going-{place.name}-{os.getpid()}")
    shutil.rmtree(making, ignore_errors=True)
    try:
        making.mkdir(parents=True)
        for name, data in files.items():
            target = making / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        if place.exists():
            place.rename(going)
        making.rename(place)
    finally:
        for each in (making, going):
            with contextlib.suppress(OSError):
                shutil.rmtree(each)


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def named(name: str, packs: Sequence[Path]) -> Path | None:
    """The installed pack that somebody calls *name*."""
    return next((each for each in packs if each.name == name), None)
