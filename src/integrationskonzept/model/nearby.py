"""Suggestions for names that do not exist."""

from bisect import bisect
from collections.abc import Collection, Iterable
from difflib import get_close_matches

LONGEST = 100
"""Characters beyond which nothing is near: comparing takes time, and no name is so long."""

MANY = 400
"""Names beyond which only those that begin or end like the wrong one are compared with it."""


_BESIDE = 20
"""How many of many names are compared that come before, and after, the wrong one in the order of letters."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name nearest to `name`, or None when none is near."""
    matches = _near(name, known, 1)
    return matches[0] if matches else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest known names, or nothing when none is near."""
    matches = _near(name, known, 3)
    return f"; did you mean {' or '.join(repr(match) for match in matches)}?" if matches else ""


def _near(name: str, known: Iterable[str], count: int) -> list[str]:
    if len(name) > LONGEST:
        return []
    known = list(known)
    return get_close_matches(name, known if len(known) <= MANY else _alike(name, known), n=count, cutoff=0.6)


def _alike(name: str, known: Iterable[str]) -> Collection[str]:
    """Return those of many names that share most of their beginning or of their end with `name`."""
    backwards = _around(name[::-1], [each[::-1] for each in known])
    return {*_around(name, known), *(each[::-1] for each in backwards)}


def _around(name: str, known: Iterable[str]) -> list[str]:
    names = sorted(known)
    at = bisect(names, name)
    return names[max(0, at - _BESIDE) : at + _BESIDE]
