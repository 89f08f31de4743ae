"""Suggestions for names that do not exist."""

from bisect import bisect
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property

LONGEST = 100
"""Characters beyond which nothing is near: comparing takes time, and no name is so long."""

MANY = 400
"""Names beyond which only those that begin or end like the wrong one are compared with it."""


_BESIDE = 20
"""How many of many names are compared that come before, and after, the wrong one in the order of letters."""


_CUTOFF = 0.6
"""How like `SequenceMatcher` must find two names, from 0 to 1, so that one may be meant by the other."""


class Names:
    """Known names, put in order once for all the wrong ones."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)

    def alike(self, name: str) -> Collection[str]:
        """Return all names, or of many those that share most of their beginning or of their end with `name`."""
        if len(name) > LONGEST:
            return ()
        if len(self._known) <= MANY:
            return self._known
        backwards = _around(name[::-1], self._backwards)
        return {*_around(name, self._forwards), *(each[::-1] for each in backwards)}

    @cached_property
    def _forwards(self) -> list[str]:
        return sorted(self._known)

    @cached_property
    def _backwards(self) -> list[str]:
        return sorted(each[::-1] for each in self._known)


def _around(name: str, ordered: list[str]) -> list[str]:
    at = bisect(ordered, name)
    return ordered[max(0, at - _BESIDE) : at + _BESIDE]


def nearest(name: str, known: Iterable[str] | Names) -> str | None:
    """Return the known name nearest to `name`, or None when none is near."""
    names = known if isinstance(known, Names) else Names(known)
    matcher = SequenceMatcher(b=name)
    best = _CUTOFF, ""
    for each in names.alike(name):
        matcher.set_seq1(each)
        if matcher.real_quick_ratio() >= best[0] and matcher.quick_ratio() >= best[0]:  # else it cannot be nearer
            best = max(best, (matcher.ratio(), each))
    return best[1] or None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest known names, or nothing when none is near."""
    matches = get_close_matches(name, Names(known).alike(name), n=3, cutoff=_CUTOFF)
    return f"; did you mean {' or '.join(repr(match) for match in matches)}?" if matches else ""
