"""
The proof of the promise in docs/promise.md, at full size, with its table.

    python tests/journal/proof.py [--full] [--room DIR] [--from N] [PART ...]

Without --full it takes a minute; with it, an hour or so. Nothing of it touches your own sessions.
A part that is stopped (Ctrl+C) prints what it has counted, and the case to go on from with --from.
Exit status 0 when every figure is as it should be, and nothing was stopped.
"""

import argparse
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

# The program must be found before what tests it.
import proof_damage  # noqa: E402
import proof_play  # noqa: E402
import proof_power  # noqa: E402
from proof_bugs import BUGS, caught  # noqa: E402
from proof_tally import Tally  # noqa: E402


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the proof, at its fast and at its full size."""

    key: str
    name: str
    fast: Callable[[Path, Tally], Tally]
    full: Callable[[Path, Tally], Tally]


def _real() -> bytes:
    return proof_damage.real_session()


PARTS = (
    Part(
        "power",
        "power cut at every touch and byte, and again during recovery",
        lambda room, tally: proof_power.power_cuts(
            room, tally, every=8, seeds=1, again=1, bytes_between=60
        ),
        lambda room, tally: proof_power.power_cuts(
            room, tally, every=1, seeds=3, again=12, bytes_between=1
        ),
    ),
    Part(
        "flips",
        "every bit of a real session flipped, in one copy and in both",
        lambda _room, tally: proof_damage.flips(tally, _real(), every=397),
        lambda _room, tally: proof_damage.flips(tally, _real(), every=1),
    ),
    Part(
        "cuts",
        "a real session cut at every byte, in one copy and in both",
        lambda _room, tally: proof_damage.cuts(tally, _real(), every=61),
        lambda _room, tally: proof_damage.cuts(tally, _real(), every=1),
    ),
    Part(
        "edits",
        "one to six random edits in both copies",
        lambda _room, tally: proof_damage.edits(tally, _real(), times=300),
        lambda _room, tally: proof_damage.edits(tally, _real(), times=100_000),
    ),
    Part(
        "opened",
        "a real session with a damaged copy opened, mended, the damage kept",
        lambda room, tally: proof_damage.opened(room, tally, every=1499),
        lambda room, tally: proof_damage.opened(room, tally, every=7),
    ),
    Part("alone", "either copy alone after every step", *[proof_damage.one_copy_gone] * 2),
    Part("mixed", "copies of other sessions and newer versions", *[proof_damage.mixed] * 2),
    Part(
        "full",
        "a disk that is full at every byte",
        lambda room, tally: proof_damage.full_disks(room, tally, every=127),
        lambda room, tally: proof_damage.full_disks(room, tally, every=1),
    ),
    Part("short", "a disk that takes half of what it is given", *[proof_damage.short_writes] * 2),
    Part(
        "locks",
        "four processes open one session at once; the writer then dies",
        lambda room, tally: proof_damage.locks(room, tally, races=6),
        lambda room, tally: proof_damage.locks(room, tally, races=500),
    ),
    Part(
        "sessions",
        "random sessions killed, resumed at a random point, compared",
        lambda room, tally: proof_play.random_sessions(room, tally, times=8),
        lambda room, tally: proof_play.random_sessions(room, tally, times=10_000),
    ),
    Part(
        "kills",
        "kill -9 of the real program at random moments",
        lambda room, tally: proof_play.kills(room, tally, times=2),
        lambda room, tally: proof_play.kills(room, tally, times=500),
    ),
)


# They serve authors at work: no session is read through them.
NOT_THE_READER = ("game/content/rewrite/", "game/content/sheet/")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    known = ", ".join([*(each.key for each in PARTS), "bugs", "branches"])
    parser.add_argument("parts", nargs="*", metavar="PART", help=known)
    parser.add_argument("--full", action="store_true", help="the full size")
    parser.add_argument("--room", type=Path, help="a folder on the disk that is to be proved")
    parser.add_argument("--from", type=int, default=0, dest="first", metavar="N", help="case N on")
    options = parser.parse_args()
    every = [*(each.key for each in PARTS), "bugs", *(["branches"] if options.full else [])]
    wanted = options.parts or every
    if set(wanted) - {*every, "branches"}:
        parser.error(f"the parts are {known}")
    if options.first and len(wanted) != 1:
        parser.error("--from goes with one part")
    # Whoever stops it from outside wants to know how far it came, too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    room = Path(tempfile.mkdtemp(prefix="proof-", dir=options.room))
    try:
        return _run(wanted, room, full=options.full, first=options.first)
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _run(wanted: list[str], room: Path, *, full: bool, first: int) -> int:
    print(f"{time.strftime('%d %B %Y')}, {_system(room)}, {'full' if full else 'fast'} size")
    print(f"{'':66}{'tried':>9}{'lost':>6}{'wrong':>7}{'shown':>7}{'minutes':>9}")
    sound = True
    for part in PARTS:
        if part.key in wanted:
            place = room / part.key
            place.mkdir()
            tally = Tally(part.name, progress=_progress, first=first)
            if not _tried(part.full if full else part.fast, place, tally):
                print(f"    stopped at case {tally.at} of {tally.cases}")
                print(f"    to go on: {'--full ' if full else ''}--from {tally.at} {part.key}")
                return 1
            sound = tally.sound and sound
    if "bugs" in wanted:
        sound = _bugs(room) and sound
    if "branches" in wanted:
        sound = _branches(room) and sound
    return 0 if sound else 1


def _tried(part: Callable[[Path, Tally], Tally], place: Path, tally: Tally) -> bool:
    """Run one part and print its line; whether it came to its end."""
    began = time.perf_counter()
    ended = True
    try:
        part(place, tally)
    except KeyboardInterrupt:
        ended = False
    minutes = (time.perf_counter() - began) / 60
    _progress("")
    print(
        f"{tally.name:66}{tally.tried:>9,}{tally.lost:>6}{tally.wrong:>7}{tally.shown:>7}"
        f"{minutes:>9.1f}",
        flush=True,
    )
    if not tally.sound:
        print(f"    {tally.mistakes}")
    return ended


def _branches(room: Path) -> bool:
    """Whether tests take every branch of the journal and of the reader of packs; needs pytest-cov."""
    _progress("branches: running the tests of the journal and of the reader")
    measured = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
            *("tests/journal", "tests/content", "--cov-branch", "--cov-report=term"),
            *("--cov=game.journal", "--cov=game.files", "--cov=game.content"),
        ],
        cwd=HERE.parents[1],
        env={**os.environ, "COVERAGE_FILE": str(room / "coverage")},
        capture_output=True,
        text=True,
        check=False,
    )
    _progress("")
    lines = [
        line
        for line in measured.stdout.splitlines()
        if line.startswith("game/") and not line.startswith(NOT_THE_READER)
    ]
    print(f"branches taken, of {len(lines)} modules; those below 100 %:")
    below = [line for line in lines if not line.endswith("100%")]
    for line in below:
        print(f"    {line}")
    if not below and lines:
        print("    none")
    return measured.returncode == 0 and bool(lines) and not below


def _bugs(room: Path) -> bool:
    missed = []
    for number, bug in enumerate(BUGS):
        _progress(f"planted: {bug.name}")
        place = room / f"bug-{number}"
        place.mkdir()
        if not caught(bug, place):
            missed.append(bug.name)
    _progress("")
    print(f"bugs planted on purpose: {len(BUGS)}, caught: {len(BUGS) - len(missed)}")
    for name in missed:
        print(f"    missed: {name}")
    return not missed


def _progress(words: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{words[:118]:<118}\r" if words else f"\r{'':118}\r")
    elif words:
        sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def _system(room: Path) -> str:
    kind = ""
    if shutil.which("findmnt"):
        kind = (
            subprocess.run(
                ["findmnt", "-n", "-o", "FSTYPE", "-T", str(room)],
                capture_output=True,
                text=True,
                check=False,
            )
            .stdout.strip()
            .splitlines()[-1]
        )
    return f"{platform.system()} {platform.release().split('-')[0]}, {kind or os.name}"


if __name__ == "__main__":
    sys.exit(main())
