"""Whole sessions: played at random, killed, resumed, compared; and the real program, killed from outside."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn, Self

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
from game.rules.events import Event
from game.rules.history import History
from game.rules.legal import _candidates
from game.rules.simulate import _ASIDE, _ONWARD
from game.rules.state import Phase, Seat, SeatId, Setup, State

ROOT = Path(__file__).resolve().parents[2]
MOST = 400
"""So many steps of a session are played at most."""


def core() -> Pack:
    content = ROOT / "content"
    loaded = load_pack(content / "scenarios.yaml", core=None, today="2026-11-28", advice=False)
    assert loaded.pack is not None
    return loaded.pack


def random_sessions(room: Path, tally: Tally, *, times: int) -> Tally:
    """Play at random, die at random, go on from what is on the disk; compare with what was in mind."""
    pack = core()
    for seed in tally.each(range(times)):
        tally.count()
        saves = room / "saves"
        try:
            _session(pack, saves, seed, tally)
        except Exception as fault:  # noqa: BLE001 - a person would have seen it
            tally.show(fault)
        shutil.rmtree(saves, ignore_errors=True)
    return tally


def _session(pack: Pack, saves: Path, seed: int, tally: Tally) -> None:
    chance, luck = random.Random(seed), random.Random(~seed)
    deaths = {chance.randrange(1, MOST // 4) for _ in range(chance.randrange(1, 4))}
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
        wish = luck.random()
        if wish < 0.08 and history.can_redo:
            journal.restored(1, NOW)
            history = history.redo()
        elif wish < 0.16 and history.can_undo:
            journal.rewound(1, NOW)
            history = history.undo()
        elif events := _drawn(pack, history.state, luck):
            journal.step(events, NOW)
            history = history.push(events)
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


def _drawn(pack: Pack, state: State, luck: random.Random) -> tuple[Event, ...]:
    """
    What comes of the next command: as often as not one that leads on, otherwise any.

    Drawn until one is accepted, for that is quicker than to ask which all are.
    """
    drawn = list(_candidates(pack, state))
    luck.shuffle(drawn)
    if luck.random() < 0.5:
        drawn.sort(key=lambda each: type(each) not in _ONWARD)
    for command in drawn:
        # Few tables stop early, and a session that does is soon over.
        if type(command) in _ASIDE and _ASIDE[type(command)] < 10 and luck.random() < 0.98:
            continue
        events = decide(pack, state, command)
        if events and not isinstance(events, Refusal):
            return events
    return ()


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


def kills(room: Path, tally: Tally, *, times: int) -> Tally:
    """
    Kill the real program, with its window, loop and keys, at random moments; then start it again.

    It tells how many records everything on its screen stands for; no fewer may be on the disk.
    """
    data = room / "data"
    before: dict[Path, int] = {}
    with Players(room) as players:
        for number in tally.each(range(times)):
            tally.count()
            shown, pressed = players.killed(data, number)
            found = sessions(data / "saves")
            if not found:
                continue
            folder = found[0].folder
            opened = open_session(folder, NOW)
            if isinstance(opened, CannotOpen) or opened.journal is None:
                tally.lose(f"kill {number}: the session does not open")
                continue
            on_disk = len(opened.records)
            whole = (folder / NAMES[0]).read_bytes()
            # What earlier lives of the program left counts as well, where this one showed nothing yet.
            least = max(shown, before.get(folder, 0))
            told = f"kill {number}: {shown} records seen, {least} known, {on_disk} on the disk"
            if on_disk < least:
                tally.lose(told)
            # Going on with a session may end its pause; keys wait while the disk is slow.
            if on_disk > least + 1 + pressed or len(scan(whole).lines) != whole.count(b"\n"):
                tally.mistake(f"{told}, {pressed} keys pressed since")
            before[folder] = on_disk
            finished = opened.history.state.phase is Phase.FINISHED
            assert steps_of(opened)
            opened.journal.let_go()
            if finished or on_disk > 300:
                shutil.rmtree(data)
    return tally


class Players:
    """
    Starts the real program to be killed.

    A process that has all modules in memory splits off a program for each kill; every tenth time it
    is itself started anew, so that the start from nothing is among what is killed.
    """

    def __init__(self, room: Path) -> None:
        self._room = room
        self._server: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def killed(self, data: Path, number: int) -> tuple[int, int]:
        """
        Start the program, kill it at some moment.

        Gives the last number of records that it showed, and how many keys were pressed after that.
        """
        if number % 10 == 0 or self._server is None:
            self._end()
            self._start()
        server = self._server
        assert server is not None
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(f"{number} {data}\n")
        server.stdin.flush()
        process = self._line("process ")
        self._line("ready")
        time.sleep(random.Random(number).random() * 0.6)
        os.kill(int(process), signal.SIGKILL)
        told = pressed = 0
        while not (line := server.stdout.readline()).startswith("gone"):
            # The last line may have been cut by the kill.
            if line.endswith(".\n"):
                told, pressed = int(line[:-2]), 0
            pressed += line == "key\n"
            if not line:
                self._failed()
        if line != "gone -9\n":
            self._failed()
        return told, pressed

    def _start(self) -> None:
        env = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "MAP_"))}
        env |= {
            "SDL_VIDEODRIVER": "dummy",
            "SDL_AUDIODRIVER": "dummy",
            "PYTHONPATH": str(ROOT),
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        }
        with (self._room / "errors").open("w") as errors:
            self._server = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("proof_player.py"))],
                env=env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def _line(self, start: str) -> str:
        assert self._server is not None
        assert self._server.stdout is not None
        line = self._server.stdout.readline()
        if not line.startswith(start):
            self._failed()
        return line.removeprefix(start).strip()

    def _failed(self) -> NoReturn:
        raise AssertionError((self._room / "errors").read_text() or "the program ended of itself")

    def _end(self) -> None:
        if self._server is not None:
            assert self._server.stdin is not None
            assert self._server.stdout is not None
            self._server.stdin.close()
            self._server.wait()
            self._server.stdout.close()
            self._server = None
