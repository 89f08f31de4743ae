"""Write the table of results."""

import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.growth import GrowthPoint, table
from benchmarks.timing import Result

_PACKAGES = ("attrs", "cattrs", "pyyaml", "pydantic", "msgspec", "icalendar", "pandas", "polars", "pyarrow")
_HEAD = """\
# Speed

Ratios, not times: both columns were measured in one process, in turn, round by round, and each is the
median of its rounds. The peers read the same bytes and check as much; `twins.py` writes them from
the model. `./run nox -s benchmarks` writes this page anew.

"""


def line(result: Result) -> str:
    """Return a result as a line of the table."""
    row = result.row
    sign = "≥" if row.at_least else "≤"
    limit = "–" if row.limit == float("inf") else f"{sign} {row.limit:g}"
    reached = "" if row.limit == float("inf") else "reached" if result.is_reached else "**not reached**"
    costs = f"{_cost(result.ours)} | {_cost(result.peer)}"
    return f"| {row.name} | {row.work} | {row.peer} | {costs} | {result.ratio:.2f} | {limit} | {reached} |"


def _cost(cost: float) -> str:
    if cost > 10_000:  # noqa: PLR2004 - no work takes so many seconds
        return f"{cost / 1e6:.0f} MB"
    return f"{cost:.2f} s" if cost >= 1 else f"{cost * 1e3:.3g} ms"


def page(results: Sequence[Result], spent: Sequence[GrowthPoint], held: Sequence[GrowthPoint]) -> str:
    """Return the page that keeps a run."""
    head = "| row | work | against | ours | peer | ratio | limit | |\n| --- |" + " --- |" * 7
    remarks = Path(__file__).with_name("remarks.md").read_text()
    rows = "\n".join([head, *map(line, results)])
    parts = (_HEAD + _machine(), rows, remarks.strip(), _GROWTH, table(spent), _MEMORY, table(held))
    return "\n\n".join(parts) + "\n"


_GROWTH = """\
## Growth of cost

Seconds for plans of so many measures, and the slope of the line through them where both axes are
logarithmic: 1 is linear.

![The same as a plot](growth.svg)"""
_MEMORY = """\
Millions of bytes that an export of such a plan holds at most, what it looks up in the concept and the
files it returns included. A calendar is written line by line and no tree of it is built, tables are
kept as columns: so the memory stays in proportion to what comes out."""


def _machine() -> str:
    about = Path("/proc/cpuinfo")
    lines = about.read_text().splitlines() if about.exists() else []
    models = [each.partition(":")[2].strip() for each in lines if each.startswith("model name")]
    processor = f"{len(models)} processors, {models[0]}" if models else platform.processor()
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"Machine: {processor}, {platform.system()}, Python {platform.python_version()}; {packages}."
