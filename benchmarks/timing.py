"""Measuring two ways of the same work side by side."""

import gc
import os
import random
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence

from attrs import frozen

Cost = Callable[[], float]
"""Does the work once and returns what it cost: seconds, or bytes."""


@frozen(kw_only=True)
class Pair:
    """Two ways of the same work."""

    ours: Cost
    peer: Cost
    close: Callable[[], object] = lambda: None
    """Called when all rounds are over."""


@frozen(kw_only=True)
class Row:
    """A row of the table: what is done, what it is held against, and how much of that it may cost."""

    name: str
    work: str
    peer: str
    limit: float
    pair: Callable[[], Pair]
    rounds: int = 15
    at_least: bool = False
    """Whether the limit is what the ratio of peer to ours must reach, and not what ours to peer may reach."""


@frozen(kw_only=True)
class Result:
    """What a row came to."""

    row: Row
    ours: float
    peer: float

    @property
    def ratio(self) -> float:
        """Ours against the peer's."""
        return self.peer / self.ours if self.row.at_least else self.ours / self.peer

    @property
    def is_reached(self) -> bool:
        """Whether the limit is kept."""
        return self.ratio >= self.row.limit if self.row.at_least else self.ratio <= self.row.limit


def measured(row: Row, rounds: int | None = None) -> Result:
    """Do both ways of a row in turn, round by round, and keep the medians."""
    pair = row.pair()
    costs: dict[Cost, list[float]] = {pair.ours: [], pair.peer: []}
    try:
        pair.ours(), pair.peer()  # what happens only once does not count
        for _ in range(rounds or row.rounds):
            for cost in random.sample(list(costs), 2):
                costs[cost].append(cost())
    finally:
        pair.close()
    return Result(row=row, ours=statistics.median(costs[pair.ours]), peer=statistics.median(costs[pair.peer]))


def timed(work: Callable[[], object], clock: Callable[[], float] = time.process_time, times: int = 1) -> Cost:
    """Turn work into its cost in seconds of this process; what it returns (last) is kept until the clock has stopped.

    What takes but a moment is done several `times` in a row, or mostly the way into the processor's caches is measured.
    """

    def cost() -> float:
        gc.collect()
        kept: object = None
        begin = clock()
        for _ in range(times):
            kept = work()
        spent = clock() - begin
        del kept
        return spent / times

    return cost


def on_the_wall(work: Callable[[], object]) -> Cost:
    """Turn work into its cost in seconds that pass: for work of several threads or processes."""
    return timed(work, time.perf_counter)


def peak(work: Callable[[], object]) -> Cost:
    """Turn work into the bytes that Python holds for it when it holds most, what it returns included."""

    def cost() -> float:
        gc.collect()
        tracemalloc.start()
        try:
            before, _ = tracemalloc.get_traced_memory()
            kept = work()
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        del kept
        return most - before

    return cost


def process(code: str, *, path: Sequence[str] = ()) -> Cost:
    """Turn code into what a fresh Python process with it takes, from its start to its end."""
    return lambda: _spent(code, path)


def _spent(code: str, path: Sequence[str]) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=_environment(path))  # noqa: S603 - our own code
    return time.perf_counter() - begin


def printed(code: str, *, path: Sequence[str] = ()) -> Cost:
    """Turn code into the number that a fresh Python process with it prints."""

    def cost() -> float:
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=_environment(path))  # noqa: S603
        return float(done.stdout)

    return cost


def _environment(path: Sequence[str]) -> dict[str, str]:
    """Return the environment of a fresh process: it keeps what it compiles, as what is installed has been compiled."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": os.pathsep.join([*path, *filter(None, [kept.get("PYTHONPATH")])])}
