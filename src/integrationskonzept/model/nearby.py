"""Suggestions for names that do not exist."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 100
"""Characters beyond which nothing is near: comparing takes time, and no name is so long."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name nearest to `name`, or None when none is near."""
    matches = _near(name, known, 1)
    return matches[0] if matches else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest known names, or nothing when none is near."""
    matches = _near(name, known, 3)
    return f"; did you mean {' or '.join(repr(match) for match in matches)}?" if matches else ""


def _near(name: str, known: Iterable[str], count: int) -> list[str]:
    return get_close_matches(name, list(known), n=count, cutoff=0.6) if len(name) <= LONGEST else []
