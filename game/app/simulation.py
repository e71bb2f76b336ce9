"""Plays many sessions without a screen, and tells what they were like in figures."""

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import mean, median
from typing import TextIO

from game.app.clock import today
from game.content.load import load_pack
from game.rules.simulate import SessionResult, simulate_session
from game.values import dataclass

GOALS = {30: 3, 60: 5, 90: 7}
"""How many panes nine sessions in ten should light, by planned minutes."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a batch of simulated sessions was like."""

    sessions: int
    minutes: int
    seats: int
    seed: int
    sessions_a_second: float
    events_a_second: float
    turns: float
    panes_lit: float
    panes_nine_in_ten: int
    """At least so many panes were lit in nine sessions of ten."""
    themes_met: float
    cards_seen_share: float
    """The share of the pack's cards that came up in at least one session."""
    planned_minutes: float
    simulated_minutes: float
    stuck: tuple[str, ...]


def simulate(
    content: Path,
    *,
    sessions: int,
    minutes: int,
    seats: int,
    seed: int,
    as_json: bool,
    out: TextIO,
    progress: TextIO,
) -> int:
    """Print the figures; 0 when every session came to its end, 1 when one stuck or broke."""
    loaded = load_pack(content / "scenarios.yaml", core=None, today=today(), advice=False)
    if loaded.pack is None:
        progress.write("The core pack cannot be read; run the command check to see why.\n")
        return 1
    pack = loaded.pack
    results: list[SessionResult] = []
    began = time.perf_counter()
    for number in range(sessions):
        results.append(simulate_session(pack, minutes, seats, seed + number))
        if number % 25 == 24 or number == sessions - 1:
            progress.write(f"\r{number + 1} of {sessions} sessions")
            progress.flush()
    took = max(1e-9, time.perf_counter() - began)
    progress.write("\n")
    figures = _figures(results, minutes, seats, seed, took, len(pack.cards))
    if as_json:
        json.dump(asdict(figures), out, indent=2)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for line in _lines(figures))
    return 1 if figures.stuck else 0


def _figures(
    results: Sequence[SessionResult], minutes: int, seats: int, seed: int, took: float, cards: int
) -> Figures:
    seen = {card for result in results for card in result.cards_seen}
    lit = sorted(len(result.panes_lit) for result in results)
    stuck = tuple(
        f"seed {seed + n}: {result.stuck}" for n, result in enumerate(results) if result.stuck
    )
    return Figures(
        sessions=len(results),
        minutes=minutes,
        seats=seats,
        seed=seed,
        sessions_a_second=round(len(results) / took, 1),
        events_a_second=round(sum(len(result.events) for result in results) / took),
        turns=round(mean(result.turns for result in results), 2),
        panes_lit=round(mean(lit), 2),
        panes_nine_in_ten=lit[len(lit) // 10],
        themes_met=round(mean(len(result.themes_met) for result in results), 2),
        cards_seen_share=round(len(seen) / max(1, cards), 3),
        planned_minutes=round(median(result.planned_minutes for result in results), 1),
        simulated_minutes=round(median(result.simulated_minutes for result in results), 1),
        stuck=stuck,
    )


def _lines(figures: Figures) -> Iterator[str]:
    yield (
        f"{figures.sessions} sessions of {figures.minutes} minutes with {figures.seats} seats, "
        f"from seed {figures.seed}"
    )
    yield f"  speed               {figures.sessions_a_second} sessions and "
    yield f"                      {figures.events_a_second} events a second"
    yield f"  turns               {figures.turns} a session"
    goal = GOALS.get(figures.minutes)
    wanted = f" (the aim is {goal})" if goal else ""
    yield f"  panes lit           {figures.panes_lit} a session on average"
    yield f"                      {figures.panes_nine_in_ten} or more in nine of ten{wanted}"
    yield f"  themes met          {figures.themes_met} a session"
    yield f"  cards seen          {figures.cards_seen_share:.0%} of the pack"
    yield (
        f"  minutes             {figures.planned_minutes} planned, "
        f"{figures.simulated_minutes} simulated (medians)"
    )
    if figures.stuck:
        yield f"  stuck or broken     {len(figures.stuck)}"
        yield from (f"    {each}" for each in figures.stuck[:10])
    else:
        yield "  stuck or broken     none"
