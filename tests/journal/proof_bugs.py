"""
Bugs planted on purpose: each takes one safeguard away, and the part of the proof named must notice.

A bug is planted in a forked child, by giving the functions of a module the code they would have if the
one line read otherwise; so whatever imported them has it too.
"""

import importlib
import importlib.util
import os
import sys
import types
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import proof_damage
import proof_play
import proof_power
from proof_tally import Tally

Part = Callable[[Path, Tally], Tally]


def _power(room: Path, tally: Tally) -> Tally:
    return proof_power.power_cuts(room, tally, every=3, seeds=1, again=1, bytes_between=80)


def _flips(_room: Path, tally: Tally) -> Tally:
    return proof_damage.flips(tally, proof_damage.real_session(), every=1999)


def _opened(room: Path, tally: Tally) -> Tally:
    return proof_damage.opened(room, tally, every=2999)


def _full(room: Path, tally: Tally) -> Tally:
    return proof_damage.full_disks(room, tally, every=61)


def _locks(room: Path, tally: Tally) -> Tally:
    return proof_damage.locks(room, tally, races=3)


def _sessions(room: Path, tally: Tally) -> Tally:
    return proof_play.random_sessions(room, tally, times=4)


@dataclass(frozen=True, slots=True)
class Bug:
    """What is planted: in *module*, *right* reads *planted* instead; *part* must notice."""

    name: str
    module: str
    right: str
    planted: str
    part: Part


BUGS = (
    Bug(
        "no fsync of a step",
        "game.journal.twin",
        "            self._disk.sync_both(*self._handles)\n",
        "",
        _power,
    ),
    Bug(
        "no fsync of a whole file",
        "game.files.disk",
        "        write_all(disk, handle, data)\n        disk.sync(handle)\n",
        "        write_all(disk, handle, data)\n",
        _power,
    ),
    Bug(
        "no fsync of a folder",
        "game.files.disk",
        "    disk.sync_folder(old.parent)\n",
        "",
        _power,
    ),
    Bug(
        "no checksum",
        "game.journal.lines",
        'line[:8] != b"%08x" % zlib.crc32(line[9:])',
        "False",
        _flips,
    ),
    Bug(
        "no sequence check",
        "game.journal.merge",
        "tuple(lines[seq] for seq in takewhile(lines.__contains__, count()))",
        "tuple(lines[seq] for seq in sorted(lines))",
        _flips,
    ),
    Bug(
        "no lock",
        "game.journal.lock",
        "    except (BlockingIOError, PermissionError):\n        return False\n",
        "    except (BlockingIOError, PermissionError):\n        return True\n",
        _locks,
    ),
    Bug(
        "no write loop",
        "game.files.disk",
        "        data = data[taken:]\n",
        "        break\n",
        proof_damage.short_writes,
    ),
    Bug(
        "no cut-back of half a step",
        "game.journal.twin",
        "        try:\n            self._mend()\n        except OSError:\n            self.close()\n",
        "        self._sound = True\n",
        _full,
    ),
    Bug(
        "a step called saved that was not",
        "game.journal.twin",
        "            raise NotSaved(reason(fault)) from fault\n",
        "            return\n",
        _full,
    ),
    Bug(
        "the damaged file not kept",
        "game.journal.heal",
        "        kept = _keep(disk, path, found)\n",
        "        kept = path\n",
        _opened,
    ),
    Bug(
        "one copy not healed",
        "game.journal.heal",
        "for name in NAMES]",
        "for name in NAMES[:1]]",
        _opened,
    ),
    Bug(
        "one copy not written",
        "game.journal.twin",
        "            for handle in self._handles:\n                write_all",
        "            for handle in self._handles[:1]:\n                write_all",
        proof_damage.one_copy_gone,
    ),
    Bug(
        "two sessions mixed",
        "game.journal.merge",
        "    if apart:\n",
        "    if False:\n",
        proof_damage.mixed,
    ),
    Bug(
        "a newer session written to",
        "game.journal.store",
        "oldest > FORMAT",
        "oldest > FORMAT + 1",
        proof_damage.mixed,
    ),
    Bug(
        "what was put on again not replayed",
        "game.journal.replay",
        "            return _times(history, by, undo=False)\n",
        "            return history\n",
        _sessions,
    ),
    Bug(
        "the proper end not written",
        "game.journal.journal",
        "                self._append(Closed(at, self._count + len(self._waiting)))\n",
        "                pass\n",
        _sessions,
    ),
)


def caught(bug: Bug, room: Path) -> bool:
    """Whether the part of the proof notices the bug; and that it finds nothing without it is its own."""
    child = os.fork()
    if child == 0:
        status = 3
        try:
            sys.stderr = sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123
            plant(bug)
            status = 2
            tally = bug.part(room, Tally(bug.name, strict=True))
            status = 0 if tally.sound else 1
        except Exception:  # noqa: BLE001 - an exception is a way of being noticed
            status = 1 if status == 2 else status
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {0, 1}, f"{bug.name} could not be planted"
    return status == 1


def plant(bug: Bug) -> None:
    """Give every function of the module the code that it would have with the bug."""
    module = importlib.import_module(bug.module)
    assert module.__file__ is not None
    source = Path(module.__file__).read_text(encoding="utf-8")
    assert source.count(bug.right) == 1, f"{bug.name}: the line has changed"
    wrong = types.ModuleType(bug.module)
    wrong.__dict__.update(__package__=module.__package__, __file__=module.__file__)
    # Dataclasses look their module up by its name.
    code = compile(source.replace(bug.right, bug.planted), module.__file__, "exec")
    exec(code, wrong.__dict__)  # noqa: S102 - our own source, one line changed
    changed = sum(
        _take_code(getattr(module, name), getattr(wrong, name))
        for name in list(vars(wrong))
        if name in vars(module)
    )
    assert changed, f"{bug.name} changes nothing"


def _take_code(right: object, wrong: object) -> int:
    """Put the code of *wrong* into *right*, for a function or each method of a class."""
    if isinstance(right, types.FunctionType) and isinstance(wrong, types.FunctionType):
        if right.__module__ != wrong.__module__ or right.__code__ == wrong.__code__:
            return 0
        right.__code__ = wrong.__code__
        return 1
    if isinstance(right, type) and isinstance(wrong, type) and right is not wrong:
        mine = vars(right)
        return sum(
            _take_code(mine[name], each) for name, each in vars(wrong).items() if name in mine
        )
    return 0
