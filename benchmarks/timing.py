"""Measure two implementations of the same work side by side."""

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
"""Does the work once and returns its cost in seconds or bytes."""


@frozen(kw_only=True)
class Pair:
    """Two implementations of the same work."""

    ours: Cost
    peer: Cost
    close: Callable[[], object] = lambda: None
    """Called when all rounds are over."""


@frozen(kw_only=True)
class Row:
    """A row of the table: the work, the peer, and the limit of the ratio."""

    name: str
    work: str
    peer: str
    limit: float
    pair: Callable[[], Pair]
    rounds: int = 15
    at_least: bool = False
    """Whether the limit is a minimum of peer to ours, and not a maximum of ours to peer."""


@frozen(kw_only=True)
class Result:
    """The result of a row."""

    row: Row
    ours: float
    peer: float

    @property
    def ratio(self) -> float:
        """The ratio of ours to the peer's."""
        return self.peer / self.ours if self.row.at_least else self.ours / self.peer

    @property
    def is_reached(self) -> bool:
        """Whether the limit is kept."""
        return self.ratio >= self.row.limit if self.row.at_least else self.ratio <= self.row.limit


def measured(row: Row, rounds: int | None = None) -> Result:
    """Return the medians of both implementations, run in turn, round by round."""
    pair = row.pair()
    costs: dict[Cost, list[float]] = {pair.ours: [], pair.peer: []}
    try:
        pair.ours(), pair.peer()  # warm-up: one-time costs do not count
        for _ in range(rounds or row.rounds):
            for cost in random.sample(list(costs), 2):
                costs[cost].append(cost())
    finally:
        pair.close()
    return Result(row=row, ours=statistics.median(costs[pair.ours]), peer=statistics.median(costs[pair.peer]))


def timed(work: Callable[[], object], clock: Callable[[], float] = time.process_time, times: int = 1) -> Cost:
    """Return a function that measures the processor seconds of work; its result is kept until the clock has stopped.

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
    """Return a function that measures elapsed seconds: for work of several threads or processes."""
    return timed(work, time.perf_counter)


def peak(work: Callable[[], object]) -> Cost:
    """Return a function that measures the peak memory of work in bytes, its result included."""

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
    """Return a function that measures a fresh Python process running the code, from start to end."""
    return lambda: _spent(code, path)


def _spent(code: str, path: Sequence[str]) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, env=_environment(path))  # noqa: S603 - our own code
    return time.perf_counter() - begin


def printed(code: str, *, path: Sequence[str] = ()) -> Cost:
    """Return a function that returns the number that the code prints in a fresh Python process."""

    def cost() -> float:
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=_environment(path))  # noqa: S603
        return float(done.stdout)

    return cost


def _environment(path: Sequence[str]) -> dict[str, str]:
    """Return the environment of a fresh process; it caches bytecode, since installed packages have theirs too."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": os.pathsep.join([*path, *filter(None, [kept.get("PYTHONPATH")])])}
