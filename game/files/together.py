"""Two flushes at the same time, in this thread and one other: the disk takes both in one go."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Final

from game.values import dataclass, field


@dataclass(slots=True, eq=False)
class _Job:
    """What the other thread does, and what went wrong; `done` is locked until it is finished."""

    do: Callable[[], None]
    done: threading.Lock = field(default_factory=threading.Lock)
    fault: BaseException | None = None


class Pair:
    """
    Does two things at the same time, for one caller at a time.

    Whoever comes while it is busy does the two in turn: nobody waits for a stranger's disk, which
    may not answer for minutes.
    """

    def __init__(self) -> None:
        self._free = threading.Lock()
        self._jobs: SimpleQueue[_Job] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def both(self, here: Callable[[], None], there: Callable[[], None]) -> None:
        """
        Return when both are done, or failed: then one of the faults is raised.

        *here* is done in this thread, *there* in the other.
        """
        if not self._free.acquire(blocking=False):
            here()
            there()
            return
        job = _Job(there)
        # A lock of its own for each: whatever interrupts the wait, no later caller can take the
        # end of this flush for the end of theirs.
        job.done.acquire()
        if not self._handed_over(job):
            self._free.release()
            here()
            there()
            return
        try:
            here()
        finally:
            job.done.acquire()
        if job.fault is not None:
            raise job.fault

    def _handed_over(self, job: _Job) -> bool:
        """Whether a thread has the job: there may be no more threads to be had."""
        # A process that was split off has our memory and not our thread.
        if self._thread is None or not self._thread.is_alive():
            self._jobs = SimpleQueue()
            thread = threading.Thread(target=_work, args=(self._jobs, self._free), daemon=True)
            try:
                thread.start()
            except RuntimeError:
                return False
            self._thread = thread
        self._jobs.put(job)
        return True


def _work(jobs: "SimpleQueue[_Job]", free: threading.Lock) -> None:
    while True:
        job = jobs.get()
        try:
            job.do()
        except BaseException as fault:  # noqa: BLE001 - raised where it was asked for
            job.fault = fault
        free.release()
        job.done.release()


PAIR: Final = Pair()
"""The program's one other thread for flushing."""
