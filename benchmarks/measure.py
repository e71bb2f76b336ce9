"""Timing that can be trusted a little: many short rounds, the median, floor and ours in turn."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the results. The goal is the highest ratio, or where `absolute`, the highest `ours`."""

    name: str
    floor_name: str
    floor: float
    ours: float
    unit: str
    goal: float
    absolute: bool = False

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else float("nan")

    @property
    def met(self) -> bool:
        return (self.ours if self.absolute else self.ratio) <= self.goal

    def values(self) -> dict[str, object]:
        return {**asdict(self), "ratio": self.ratio, "met": self.met}

    def __str__(self) -> str:
        goal = f"{self.ours:.3g} {self.unit}" if self.absolute else f"{self.ratio:.2f}x"
        limit = f"{self.goal:g} {self.unit}" if self.absolute else f"{self.goal:g}x"
        floor = f"{self.floor_name} {self.floor:.4g}"
        return (
            f"  {self.name:<46} {floor:<34} ours {self.ours:<9.4g} {self.unit:<3} "
            f"{goal:>9} (goal {limit}) {'met' if self.met else 'NOT MET'}"
        )


def in_turn(
    floor: Callable[[], object], ours: Callable[[], object], *, rounds: int = 15, loops: int = 1
) -> tuple[float, float]:
    """Median seconds of each, measured turn and turn about so that a noisy spell hits both."""
    times: tuple[list[float], list[float]] = ([], [])
    for run in (floor, ours):
        run()
    for _ in range(rounds):
        for kept, run in zip(times, (floor, ours), strict=True):
            start = time.perf_counter()
            for _ in range(loops):
                run()
            kept.append((time.perf_counter() - start) / loops)
    return median(times[0]), median(times[1])
