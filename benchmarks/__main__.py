"""Run the benchmarks: `python -m benchmarks [--fast] [row …]`; all of them are written to RESULTS.md."""

import argparse
import sys
from pathlib import Path

from benchmarks import growth, reading, starting, working
from benchmarks.results import line, page
from benchmarks.timing import Result, measured

ROWS = {row.name: row for row in (*reading.ROWS, *working.ROWS, *starting.ROWS)}
FAST = 3


def main(arguments: list[str]) -> None:
    """Measure the rows that are asked for, or all, and print a line for each as it is done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--fast", action="store_true", help=f"{FAST} rounds at most")
    parser.add_argument("rows", nargs="*", metavar="row", help=f"of {', '.join(ROWS)}, growth")
    asked = parser.parse_args(arguments)
    names = asked.rows or [*ROWS, "growth"]
    results: list[Result] = []
    for name in names:
        if name in ROWS:
            row = ROWS[name]
            results.append(measured(row, min(row.rounds, FAST) if asked.fast else None))
            print(line(results[-1]), flush=True)  # noqa: T201 - this is a program
    grown = growth.measured(fast=asked.fast) if "growth" in names else []
    if not asked.rows:
        folder = Path(__file__).parent
        growth.draw(grown, folder / "growth.svg")
        (folder / "RESULTS.md").write_text(page(results, grown))


main(sys.argv[1:])
