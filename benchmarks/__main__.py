"""Run the benchmarks: `python -m benchmarks [--fast] [row …]`; a full run writes RESULTS.md."""

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks import growth
from benchmarks.results import line, page
from benchmarks.rows import ROWS, costs
from benchmarks.timing import Result

FAST = 3


def main(arguments: list[str]) -> None:
    """Measure the requested rows, or all, and print a line for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--fast", action="store_true", help=f"{FAST} rounds at most")
    parser.add_argument("rows", nargs="*", metavar="row", help=f"of {', '.join(ROWS)}, growth")
    asked = parser.parse_args(arguments)
    names = asked.rows or [*ROWS, "growth"]
    results = []
    for result in _results([name for name in names if name in ROWS], fast=asked.fast):
        results.append(result)
        print(line(result), flush=True)  # noqa: T201 - this is a program
    spent = growth.timed_steps(fast=asked.fast) if "growth" in names else []
    held = growth.held_steps() if "growth" in names else []
    if not asked.rows:
        folder = Path(__file__).parent
        growth.draw(spent, folder / "growth.svg")
        (folder / "RESULTS.md").write_text(page(results, spent, held))


def _results(names: list[str], *, fast: bool) -> Iterator[Result]:
    """Measure each row in its own process, so that rows do not affect each other."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as fresh:
        for name in names:
            row = ROWS[name]
            ours, peer = fresh.submit(costs, name, min(row.rounds, FAST) if fast else None).result()
            yield Result(row=row, ours=ours, peer=peer)


if __name__ == "__main__":
    main(sys.argv[1:])
