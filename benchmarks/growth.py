"""Growth of time and export memory with the number of measures."""

import math
import statistics
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import altair as alt
from attrs import frozen

import integrationskonzept as ik
from benchmarks import data
from benchmarks.timing import peak, timed
from integrationskonzept_ical.calendar import export
from integrationskonzept_ical.options import Options

SIZES = (50, 158, 500, 1581, 5000)


@frozen
class GrowthPoint:
    """The cost of one kind of work at one size."""

    work: str
    measures: int
    cost: float
    """Seconds, or millions of bytes."""


def _tables(concept: ik.Concept) -> None:
    tables = ik.tables(concept)
    for name in ("measures", "indicators", "observations"):
        getattr(tables, name).to_arrow()


def _works(count: int) -> dict[str, Callable[[], Any]]:
    text = ik.dumps(data.plan(count), "json")
    concept = ik.loads(text, "json")
    later = data.next_edition(concept)
    return {
        "load": lambda: ik.loads(text, "json"),
        "check": lambda: ik.check(data.anew(concept)),
        "compare": lambda: ik.compare(data.anew(concept), data.anew(later)),
        "export": lambda: export(data.anew(concept), Options()),
        "tables": lambda: _tables(data.anew(concept)),
    }


def _exports(count: int) -> dict[str, Callable[[], float]]:
    concept = data.plan(count)

    def held(name: str) -> Callable[[], float]:
        return peak(lambda: ik.export(data.anew(concept), name))

    def written(name: str) -> Callable[[], float]:
        return lambda: sum(len(file.content) for file in ik.export(concept, name).files)

    return {
        "calendar": held("ical"),
        "its file": written("ical"),
        "datapackage": held("datapackage"),
        "its files": written("datapackage"),
    }


def timed_steps(*, fast: bool) -> list[GrowthPoint]:
    """Return the median seconds of each work at each size."""
    for do in _works(SIZES[0]).values():
        do()  # warm-up: one-time costs do not count
    return [
        GrowthPoint(work, count, statistics.median(spent() for _ in range(1 if fast else 5)))
        for count in SIZES
        for work, spent in ((work, timed(do)) for work, do in _works(count).items())
    ]


def held_steps() -> list[GrowthPoint]:
    """Return the peak memory and the output size of exports at each size."""
    for cost in _exports(SIZES[0]).values():
        cost()  # warm-up
    return [GrowthPoint(work, count, cost() / 1e6) for count in SIZES for work, cost in _exports(count).items()]


def slope(steps: Iterable[GrowthPoint]) -> float:
    """Return the slope of the line through the steps on logarithmic axes."""
    points = [(math.log(step.measures), math.log(step.cost)) for step in steps]
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def table(steps: Sequence[GrowthPoint]) -> str:
    """Return the steps as a table, a line for each work."""
    lines = [f"| work | {' | '.join(map(str, SIZES))} | slope |", f"| --- |{' ---: |' * (len(SIZES) + 1)}"]
    for work in dict.fromkeys(step.work for step in steps):
        own = [step for step in steps if step.work == work]
        lines.append(f"| {work} | {' | '.join(f'{step.cost:.3g}' for step in own)} | {slope(own):.2f} |")
    return "\n".join(lines)


def draw(steps: Sequence[GrowthPoint], file: Path) -> None:
    """Plot the steps, seconds against measures, both axes logarithmic."""
    values = [{"work": step.work, "measures": step.measures, "seconds": step.cost} for step in steps]
    up = alt.Y("seconds:Q", scale=alt.Scale(type="log"))
    across = alt.X("measures:Q", scale=alt.Scale(type="log"))
    chart = alt.Chart(alt.Data(values=values)).mark_line(point=True)
    chart.encode(x=across, y=up, color="work:N").properties(width=480, height=320).save(file)
