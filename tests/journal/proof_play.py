"""Whole sessions: played at random, killed, resumed, compared; and the real program, killed from outside."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from journal_faults import NOW, TEXTS, steps_of
from proof_tally import Tally

from game.content.load import load_pack
from game.journal.lines import scan
from game.journal.merge import NAMES
from game.journal.sessions import sessions
from game.journal.store import CannotOpen, create, open_session
from game.journal.verify import Soundness, verify
from game.model.pack import Pack
from game.rules.commands import OpenSession, Refusal
from game.rules.decide import decide
from game.rules.history import History
from game.rules.simulate import _chosen, _Luck
from game.rules.state import Phase, Seat, SeatId, Setup

ROOT = Path(__file__).resolve().parents[2]
MOST = 400
"""So many steps of a session are played at most."""


def core() -> Pack:
    content = ROOT / "content"
    loaded = load_pack(content / "scenarios.yaml", core=None, today="2026-11-28", advice=False)
    assert loaded.pack is not None
    return loaded.pack


def random_sessions(room: Path, tally: Tally, *, times: int, first: int = 0) -> Tally:
    """Play at random, die at random, go on from what is on the disk; compare with what was in mind."""
    pack = core()
    for seed in range(first, first + times):
        tally.count()
        saves = room / "saves"
        try:
            _session(pack, saves, seed, tally)
        except Exception as fault:  # noqa: BLE001 - a person would have seen it
            tally.show(fault)
        shutil.rmtree(saves, ignore_errors=True)
    return tally


def _session(pack: Pack, saves: Path, seed: int, tally: Tally) -> None:
    chance, luck = random.Random(seed), _Luck(seed)
    deaths = {chance.randrange(1, MOST // 2) for _ in range(chance.randrange(1, 4))}
    seats = tuple(Seat(SeatId(n), f"Seat {n + 1}") for n in range(2 + seed % 7))
    opening = decide(pack, History().state, OpenSession(Setup(seats, 30), seed))
    assert not isinstance(opening, Refusal)
    journal = create(saves, app="0.1.0", title="", texts=TEXTS, now=NOW)
    journal.step(opening, NOW)
    history = History().push(opening)
    for number in range(MOST):
        if history.state.phase is Phase.FINISHED:
            break
        if number in deaths:
            journal.let_go()
            _spoil(journal.folder, chance)
            opened = open_session(journal.folder, NOW)
            assert not isinstance(opened, CannotOpen)
            assert opened.journal is not None
            if (opened.history.at, opened.history.steps) != (history.at, history.steps):
                tally.lose(f"session {seed}, step {number}")
            elif opened.history.state != history.state:
                tally.mistake(f"session {seed}, step {number}")
            journal, history = opened.journal, opened.history
        command = _chosen(pack, history, luck)
        if command is not None:
            events = decide(pack, history.state, command)
            assert not isinstance(events, Refusal)
            if events:
                journal.step(events, NOW)
                history = history.push(events)
        elif history.can_redo and luck.below(2):
            journal.restored(1, NOW)
            history = history.redo()
        elif history.can_undo:
            journal.rewound(1, NOW)
            history = history.undo()
    journal.close(NOW)
    again = open_session(journal.folder, NOW)
    assert not isinstance(again, CannotOpen)
    if again.history.steps != history.steps or again.history.at != history.at:
        tally.lose(f"session {seed} at its end")
    if again.history.state != history.state or again.notices:
        tally.mistake(f"session {seed} at its end: {again.notices}")
    if verify(journal.folder).soundness is not Soundness.WHOLE:
        tally.mistake(f"session {seed} is not verified")
    assert again.journal is not None
    again.journal.let_go()


def _spoil(folder: Path, chance: random.Random) -> None:
    """What a death in the middle of the next step may leave: half a line, in one copy or in both."""
    for name in NAMES:
        if chance.random() < 0.5:
            with (folder / name).open("ab") as file:
                file.write(b"0badc0de 12345 {"[: chance.randrange(1, 17)])
        elif chance.random() < 0.2:
            # A copy that somebody tidied away.
            (folder / name).unlink()
            break


def kills(room: Path, tally: Tally, *, times: int, seed: int = 0) -> Tally:
    """
    Kill the real program, with its window, loop and keys, at random moments; then start it again.

    It tells how many records everything on its screen stands for; no fewer may be on the disk.
    """
    chance = random.Random(seed)
    data = room / "data"
    for number in range(times):
        tally.count()
        shown, folder = _run_and_kill(data, chance, number)
        if folder is None:
            continue
        opened = open_session(folder, NOW)
        if isinstance(opened, CannotOpen) or opened.journal is None:
            tally.lose(f"kill {number}: the session does not open")
            continue
        on_disk = len(opened.records)
        whole = (folder / NAMES[0]).read_bytes()
        if on_disk < shown:
            tally.lose(f"kill {number}: {shown} records were seen, {on_disk} are on the disk")
        if on_disk > shown + 2 or len(scan(whole).lines) != whole.count(b"\n"):
            tally.mistake(f"kill {number}: {shown} seen, {on_disk} on the disk")
        finished = opened.history.state.phase is Phase.FINISHED
        assert steps_of(opened)
        opened.journal.let_go()
        if finished or on_disk > 300:
            shutil.rmtree(data)
    return tally


def _run_and_kill(data: Path, chance: random.Random, number: int) -> tuple[int, Path | None]:
    """The last number of records that the program showed, and the session's folder."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "MAP_"))}
    env |= {
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "PYTHONPATH": str(ROOT),
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    }
    program = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("proof_player.py")), str(data), str(number)],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    if not program.stdout.readline():
        raise AssertionError(program.stderr.read())
    time.sleep(chance.random() * 0.9)
    program.send_signal(signal.SIGKILL)
    told = program.stdout.read().splitlines()
    errors = program.stderr.read()
    program.wait()
    program.stdout.close()
    program.stderr.close()
    if errors:
        raise AssertionError(errors)
    # The last line may have been cut by the kill.
    whole = [line for line in told if line.endswith(".")]
    found = sessions(data / "saves")
    return int(whole[-1][:-1]) if whole else 0, found[0].folder if found else None
