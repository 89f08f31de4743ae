"""Suggestions for names that do not exist."""

from bisect import bisect
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property

from integrationskonzept.i18n.formatting import followed
from integrationskonzept.i18n.messages import Message, message

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

    def similar_to(self, name: str) -> Collection[str]:
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


def nearest(name: str, known: Iterable[str] | Names, cutoff: float = _CUTOFF) -> str | None:
    """Return the known name nearest to `name`, or None when none is near; `cutoff` says how alike, from 0 to 1."""
    names = known if isinstance(known, Names) else Names(known)
    matcher = SequenceMatcher(b=name)
    best = cutoff, ""
    for each in names.similar_to(name):
        matcher.set_seq1(each)
        if matcher.real_quick_ratio() >= best[0] and matcher.quick_ratio() >= best[0]:  # else it cannot be nearer
            best = max(best, (matcher.ratio(), each))
    return best[1] or None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest known names, or nothing when none is near: for developers."""
    near = _nearest_ones(name, known)
    return f"; did you mean {near}?" if near else ""


def suggestion_for(said: Message, name: str, known: Iterable[str]) -> Message:
    """Say after a sentence about a name that does not exist which known ones are nearest, if any is near."""
    near = _nearest_ones(name, known)
    return message("{first}; did you mean {near}?", first=said, near=near) if near else said


def suggestion_or_choices(said: Message, name: str, known: Iterable[str]) -> Message:
    """Say after a sentence about a name that does not exist which known ones are nearest, or else which there are."""
    known = sorted(known)
    meant = suggestion_for(said, name, known)
    return message("{first}; known: {known}", first=said, known=", ".join(known)) if known and meant is said else meant


def _nearest_ones(name: str, known: Iterable[str]) -> Message | None:
    """Say up to three near names, the nearest first."""
    said: Message | None = None
    for near in get_close_matches(name, Names(known).similar_to(name), n=3, cutoff=_CUTOFF):
        said = message("{first} or '{second}'", first=said, second=near) if said else message("'{name}'", name=near)
    return said


def suggestion(near: str | None) -> Message | str:
    """Say a near name before the next step; nothing where there is none."""
    return followed(message("did you mean {near!r}? Otherwise", near=near), " ") if near else ""
