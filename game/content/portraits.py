"""The picture files that people of a pack name: each found in the pack's own folder, or told of."""

import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from game.content import limits
from game.content.codes import content as codes
from game.content.decode import Item
from game.content.decoder import mark_length
from game.content.diagnostics import Diagnostic, found, shown
from game.content.nodes import start_of
from game.content.pictures import Picture, is_file_name, looked_at
from game.content.refusal import RefusedError
from game.model.pack import PersonId
from game.values import dataclass

_NO_FILE = "Look whether the file is there and is called just so, capital letters too."


@dataclass(frozen=True, slots=True)
class Portrait:
    """A person's picture, as far as it can be judged without decoding it."""

    person: PersonId
    name: str
    """What the pack calls it, such as `pictures/len.jpg`."""
    picture: Picture


def portraits(
    people: Iterable[Item], packs: Mapping[str, Path]
) -> tuple[list[Portrait], list[Diagnostic]]:
    """
    The picture files of these people, and what there is to say about those that cannot be shown.

    *packs* tells from which pack a file came, by the file's name.
    """
    kept: list[Portrait] = []
    findings: list[Diagnostic] = []
    for item in people:
        name = (item.value or {}).get("portrait") or ""
        pack = packs.get(item.source.name)
        if pack is None or not is_file_name(name):
            continue
        try:
            picture = looked_at(picture_file(pack, item.source.name, name, so_far=len(kept)))
            kept.append(Portrait(PersonId(item.name), name, picture))
        except RefusedError as refused:
            node = item.part("portrait")
            sentence = f'"{shown(name)}" is not shown: {refused.sentence}'
            findings.append(
                found(
                    codes.PICTURE_UNUSABLE,
                    item.source,
                    start_of(node),
                    mark_length(node),
                    sentence,
                    refused.fix,
                )
            )
    return kept, findings


def picture_file(pack: Path, file: str, name: str, *, so_far: int = 0) -> bytes:
    """The bytes of the picture *name* that the pack's *file* speaks of; else `RefusedError`."""
    if so_far >= limits.PICTURES:
        raise RefusedError(
            f"the pack has more than {limits.PICTURES} pictures", "Make two packs of it."
        )
    if pack.suffix.lower() == ".zip" and not pack.is_dir():
        from game.content.archive import one_file  # noqa: PLC0415 - few packs are zips

        inner = file.removeprefix(f"{pack.as_posix()}/").rpartition("/")[0]
        data = one_file(_all_of(pack), f"{inner}/{name}" if inner else name, limits.PICTURE_BYTES)
        if data is None:
            raise RefusedError("the zip holds no such file", _NO_FILE)
        return data
    return _on_disk(pack if pack.is_dir() else pack.parent, name)


def _on_disk(folder: Path, name: str) -> bytes:
    place = folder
    *folders, last = name.split("/")
    try:
        for part in (*folders, last):
            # Windows and macOS find a file by other letters too; other computers would not.
            if part not in {each.name for each in place.iterdir()}:
                raise RefusedError("there is no file of this name in the pack's folder", _NO_FILE)
            place /= part
            mode = place.lstat().st_mode
            right = stat.S_ISREG(mode) if part is last else stat.S_ISDIR(mode)
            if not right or (hasattr(place, "is_junction") and place.is_junction()):
                raise RefusedError(
                    "this is a link or no file at all", "Put the picture itself in its place."
                )
        with place.open("rb") as opened:
            return opened.read(limits.PICTURE_BYTES + 1)
    except OSError as fault:
        raise RefusedError("this computer does not let you read it", _NO_FILE) from fault


def _all_of(pack: Path) -> bytes:
    try:
        with pack.open("rb") as opened:
            return opened.read(limits.ZIP_BYTES + 1)
    except OSError as fault:
        raise RefusedError("this computer does not let you read it", _NO_FILE) from fault
