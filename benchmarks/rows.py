"""All benchmark rows by name."""

from benchmarks import reading, starting, working
from benchmarks.timing import measured

ROWS = {row.name: row for row in (*reading.ROWS, *working.ROWS, *starting.ROWS)}


def costs(name: str, rounds: int | None) -> tuple[float, float]:
    """Measure a row and return its two costs, ours and the peer's, as plain numbers that can be pickled."""
    result = measured(ROWS[name], rounds)
    return result.ours, result.peer
