"""
The last reading of the packs that are played, kept so that the next start need not read them again.

Only a reading without any finding is kept, together with the very bytes of the files that it was
made from and what made it; where either is not the same to the letter, nothing is recalled, and
the files are read. Every value comes back through its own class, out of plain JSON: a damaged
file, or one that somebody else wrote, can make nothing but these, lists, words and numbers.
"""

import os
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Any

from game import __version__
from game.content.gather import RawFile, core_files, own_files, same_place
from game.content.limits import PACK_BYTES
from game.content.loaded import Credits, Loaded, PackText
from game.model.coverage import Parity, Setting, Strand
from game.model.evidence import Fact, Seen, Signature, Source, SupportRoute
from game.model.lenses import Lens
from game.model.pack import (
    Board,
    Card,
    CardSet,
    CardWords,
    DebriefStep,
    LensPrompt,
    Moment,
    Pack,
    Person,
    Safety,
    Space,
    SpaceKind,
    Topic,
    Translation,
)
from game.model.themes import Theme

_HEAD = b"MaP has read 2 "
_MOST_BYTES = 4 * PACK_BYTES

# A value is written as an object with one member: the place of its class here, with what it holds. 0 is a
# tuple. So the very reading of the JSON makes them, innermost first.
_KINDS: tuple[Any, ...] = (
    tuple,
    *(Pack, Person, Topic, Board, Space, Card, LensPrompt, Safety, CardSet, Moment, DebriefStep),
    *(Fact, Source, Signature, SupportRoute, Credits, CardWords, Translation),
    *(SpaceKind, Theme, Lens, Setting, Parity, Strand, Seen),
)
_PLACES = {kind: str(place) for place, kind in enumerate(_KINDS)}


def _making(kind: Any) -> Callable[[list[Any]], Any]:  # noqa: ANN401 - one of the above
    """What makes a value of this class from what it holds."""
    if kind is tuple:
        return tuple
    if issubclass(kind, Enum):
        members = {each.value: each for each in kind}
        return lambda held: members[held[0]]
    return lambda held: kind(*held)


_MAKE = {place: _making(kind) for kind, place in _PLACES.items()}


class _NotKeptError(Exception):
    """There is nothing that can be kept, or nothing that can be recalled."""


def recall(file: Path, paths: Sequence[Path], core: Path) -> Loaded | None:
    """What `load_packs` gave for these files as they are now; None where that is not kept."""
    try:
        with file.open("rb") as opened:
            data = opened.read(_MOST_BYTES)
        return _recalled(data, _raw(paths, core))
    # Whatever is wrong with it, what it was made from is still there to be read.
    except (_NotKeptError, OSError, ValueError, TypeError, LookupError, RecursionError):
        return None


def keep(file: Path, paths: Sequence[Path], core: Path, loaded: Loaded) -> None:
    """Keep what `load_packs` gave for these files, where there was nothing to say about them."""
    from game.content.load import texts_of  # noqa: PLC0415 - this is for the end of a run
    from game.files.writing import NotWritten, write_atomically  # noqa: PLC0415 - likewise

    if loaded.pack is None or loaded.diagnostics or loaded.portraits:
        return
    with suppress(_NotKeptError, NotWritten, OSError):
        raw = _raw(paths, core)
        # Files that were edited since they were read are no witnesses of that reading.
        if texts_of(*raw) == loaded.texts:
            write_atomically(file, _written(raw, loaded))


_Raw = tuple[list[list[RawFile]], list[RawFile]]
"""The files of each pack, and those of the core that go with them."""


def _raw(paths: Sequence[Path], core: Path) -> _Raw:
    packs, found = [], []
    for path in paths:
        files, findings = own_files(path, core)
        packs.append(files)
        found += findings
    beside: list[RawFile] = []
    if not any(same_place(path, core) for path in paths):
        beside, findings = core_files(core, besides=paths)
        found += findings
    if found:
        raise _NotKeptError
    return packs, beside


def _key(raw: _Raw) -> list[Any]:
    """What a reading follows from, besides the bytes of the files."""
    packs, beside = raw
    names = [[[each.name, len(each.data)] for each in files] for files in (*packs, beside)]
    return [__version__, sys.version, list(_makers()), names]


def _makers() -> Iterator[list[Any]]:
    """The files of this program that read, and PyYAML's: another reader reads for itself."""
    import importlib.util  # noqa: PLC0415 - there already, where pygame is

    content = Path(__file__).parent
    yaml = importlib.util.find_spec("yaml")
    places = [content, content / "codes", content.parent / "model", content.parent / "script"]
    if yaml is not None and yaml.origin is not None:
        places.append(Path(yaml.origin).parent)
    for place in places:
        yield from signs(place, ".py")


def signs(place: Path, *endings: str) -> Iterator[list[Any]]:
    """Name, date and size of each file in a folder with one of these endings: what tells it from a newer one."""
    with suppress(OSError), os.scandir(place) as files:
        for each in sorted(files, key=lambda file: file.name):
            if each.name.endswith(endings):
                stat = each.stat()
                yield [each.name, stat.st_mtime_ns, stat.st_size]


def _each(raw: _Raw) -> list[RawFile]:
    return [each for files in (*raw[0], raw[1]) for each in files]


def _written(raw: _Raw, loaded: Loaded) -> bytes:
    """A line with a checksum and a length, the reading as JSON of that length and sum, and the files."""
    import json  # noqa: PLC0415 - likewise

    files = [each.data for each in _each(raw)]
    # Nearly every text is its file, letter for letter, and need not be written twice.
    texts = [
        [each.name, None if each.text.encode() == data else each.text]
        for each, data in zip(loaded.texts, files, strict=True)
    ]
    held = [_key(raw), _plain(loaded.pack), _plain(loaded.credits), texts]
    reading = json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()
    head = b"%s%08x %d\n" % (_HEAD, zlib.crc32(reading), len(reading))
    return b"".join((head, reading, *files))


def _recalled(data: bytes, raw: _Raw) -> Loaded:
    import json  # noqa: PLC0415 - where nothing is kept, a start does without it

    head, _, rest = data.partition(b"\n")
    total, _, length = head.removeprefix(_HEAD).partition(b" ")
    reading = rest[: int(length)]
    files = [each.data for each in _each(raw)]
    # The files are compared to the letter, and need no sum.
    if int(total, 16) != zlib.crc32(reading) or rest[len(reading) :] != b"".join(files):
        raise _NotKeptError
    key, pack, credit, texts = json.loads(reading, object_pairs_hook=_value)
    if key != _key(raw) or type(pack) is not Pack or type(credit) is not tuple:
        raise _NotKeptError
    told = zip(texts, files, strict=True)
    return Loaded(
        pack,
        (),
        tuple(
            PackText(name, data.decode() if text is None else text) for (name, text), data in told
        ),
        credits=credit,
    )


def _plain(value: Any) -> Any:  # noqa: ANN401 - any part of a pack
    """A part of a pack as JSON can hold it."""
    if value is None or type(value) in {str, int, bool}:
        return value
    place = _PLACES.get(type(value))
    if place is None:
        raise _NotKeptError
    if isinstance(value, tuple):
        held = value
    elif isinstance(value, Enum):
        held = (value.value,)
    else:
        held = tuple(getattr(value, name) for name in type(value).__match_args__)
    return {place: [*map(_plain, held)]}


def _value(written: list[tuple[str, list[Any]]]) -> Any:  # noqa: ANN401 - see `_plain`
    """The part of a pack that was written so."""
    [(place, held)] = written
    return _MAKE[place](held)
