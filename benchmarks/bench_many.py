"""Collecting many sessions for the dashboard, against parsing every line of one copy of each."""

import json
import tempfile
import zlib
from pathlib import Path

from measure import Row, in_turn

from game.journal.lines import format_line, json_of
from game.report.collection import collect

OLD = Path(__file__).parents[1] / "tests" / "journal" / "old" / "format-1"


def many(root, count):
    """The kept old sessions again and again under new names, in forty groups."""
    kept = sorted(OLD.iterdir())
    for n in range(count):
        like = kept[n % len(kept)]
        folder = root / f"Group {n % 40:02}" / "saves" / f"{like.name[:15]}-{n:04x}"
        folder.mkdir(parents=True)
        first, rest = (like / "journal.a.log").read_bytes().split(b"\n", 1)
        header = json.loads(json_of(first)) | {"session": folder.name}
        for copy in "ab":
            path = folder / f"journal.{copy}.log"
            path.write_bytes(format_line(0, json.dumps(header)) + rest)


def floor(root):
    """The least that reading with proof could cost: one copy, its checksums, and its JSON."""
    for path in sorted(root.rglob("journal.a.log")):
        for line in path.read_bytes().splitlines():
            zlib.crc32(line[9:])
            json.loads(json_of(line))


def rows(*, quick):
    count = 200 if quick else 2000
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        many(root, count)
        floor_s, ours_s = in_turn(
            lambda: floor(root),
            lambda: collect(root, lambda done, of: None),  # noqa: ARG005
            rounds=3,
        )
    per = 1e3 / count
    label = f"one of {count:,} sessions for the dashboard"
    return [Row(label, "read, crc and json", floor_s * per, ours_s * per, "ms", 5)]
