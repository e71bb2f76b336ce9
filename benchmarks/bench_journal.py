"""The journal: one acknowledged step against a bare append and flush; opening a long session."""

import json
import os
import shutil
import tempfile
import time
from pathlib import Path

from measure import Row, in_turn

from game.app.places import find
from game.content.load import load_pack
from game.files.disk import Disk
from game.journal.lines import format_line
from game.journal.records import Step, encode_record
from game.journal.store import Opened, create, open_session
from game.model.pack import Pack
from game.rules.events import AgreementAccepted, MessageWritten
from game.rules.simulate import simulate_session

NOW = "2026-11-23T14:02:11Z"
EVENTS = 2000


def rows(*, quick):
    room = Path(tempfile.mkdtemp(prefix="map-journal-"))
    try:
        return [
            _step(room, "one step, acknowledged", Disk(), quick=quick),
            _step(room, "the same where a flush takes ¼ ms", SlowDisk(0.00025), quick=quick),
            _step(room, "the same where a flush takes 5 ms", SlowDisk(0.005), quick=quick),
            _opening(room, quick=quick),
        ]
    finally:
        shutil.rmtree(room)


def _pack() -> Pack:
    content = find().content
    pack = load_pack(content / "scenarios.yaml", core=None, today="2026-11-23", advice=False).pack
    assert pack is not None
    return pack


class SlowDisk(Disk):
    """
    A disk whose every flush takes so many seconds longer.

    Five thousandths are what those of many laptops take, a quarter of one what quick ones do; disks
    that take less are found in servers.
    """

    def __init__(self, seconds):
        super().__init__()
        self._seconds = seconds

    def sync(self, handle):
        super().sync(handle)
        time.sleep(self._seconds)


def _step(room, name, disk, *, quick):
    """The floor flushes the same bytes once; the journal has them in two files when it says so."""
    step = (AgreementAccepted(),)
    journal = create(room / name, app="0", title="", texts=(), now=NOW, disk=disk)
    line = format_line(1, encode_record(Step(NOW, step)))
    bare = os.open(room / "bare", os.O_WRONLY | os.O_CREAT)

    def floor():
        os.write(bare, line)
        disk.sync(bare)

    floor_s, ours_s = in_turn(
        floor, lambda: journal.step(step, NOW), rounds=9 if quick else 41, loops=10
    )
    os.close(bare)
    journal.let_go()
    return Row(name, "append, fsync", floor_s * 1e3, ours_s * 1e3, "ms", 1.5)


def _opening(room, *, quick):
    """
    A session of so many events, read from both copies, checked, decoded and played again.

    What it costs on top of the start of the program is all of it; the floor parses the same JSON.
    """
    journal = create(room / "long", app="0", title="", texts=(), now=NOW)
    steps = _long(_pack(), journal)
    journal.close(NOW)
    lines = (journal.folder / "journal.a.log").read_text(encoding="ascii").splitlines()
    texts = [line.split(" ", 2)[2] for line in lines]

    def ours():
        opened = open_session(journal.folder, NOW)
        assert isinstance(opened, Opened)
        assert opened.journal is not None
        assert len(opened.records) == steps
        opened.journal.let_go()

    floor_s, ours_s = in_turn(
        lambda: [json.loads(text) for text in texts], ours, rounds=5 if quick else 15
    )
    return Row(
        f"opening a session of {EVENTS:,} events",
        "parsing its JSON",
        floor_s * 1e3,
        ours_s * 1e3,
        "ms",
        100,
        absolute=True,
    )


def _long(pack, journal):
    """Play one session, then write its message until there are enough events; how many steps."""
    events = simulate_session(pack, 90, 6, 11).events
    journal.step(events[:1], NOW)
    steps = 1
    for event in events[1:-1]:
        journal.step((event,), NOW)
        steps += 1
    while steps < EVENTS:
        journal.step((MessageWritten(f"Ask about both, {steps}."),), NOW)
        steps += 1
    return steps
