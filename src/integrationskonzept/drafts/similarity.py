"""Matching of two wordings of one thing: fields of action, and measures in the timeline."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from integrationskonzept.model.synonyms import folded

_LIKE = 0.85
_HALF = 0.5
_SHORTEST = 4
_PREFIX = 6
_EVERYWHERE = frozenset(("maßnahme", "maßnahmen", "handlungsfeld", "gute", "förderung", "angebote", "integration"))


def exact_match(title: str, known: Sequence[str]) -> str | None:
    """Return the known title that is the same but for case, spaces and signs, or None."""
    return next((each for each in known if folded(each) == folded(title)), None)


def best_match(title: str, known: Sequence[str]) -> str | None:
    """Return the one known title that is similar in its letters or shares its words; None where several are."""
    if found := exact_match(title, known):
        return found
    plain = folded(title)
    alike = [
        each for each in known
        if SequenceMatcher(None, plain, folded(each), autojunk=False).ratio() >= _LIKE
        or (len(plain) > 20 and (plain in folded(each) or folded(each) in plain))  # noqa: PLR2004 - a whole title
    ]  # fmt: skip
    if not alike:
        shared = {each: _shared(title, each) for each in known}
        most = max(shared.values(), default=0.0)
        alike = [each for each, part in shared.items() if part == most >= _HALF]
    return alike[0] if len(alike) == 1 else None


def _shared(one: str, other: str) -> float:
    """Return how much of the words of the shorter title stands in the other one, too."""
    first, second = sorted((_words(one), _words(other)), key=len)
    near = [max((_likeness(word, each) for each in second), default=0.0) for word in first]
    return sum(near) / len(first) if first else 0.0


def _likeness(one: str, other: str) -> float:
    """Return 1 for the same word, half of it for words with the same beginning or one inside the other."""
    if one == other:
        return 1.0
    is_near = one in other or other in one or one[:_PREFIX] == other[:_PREFIX]
    return _HALF if is_near and min(len(one), len(other)) > _SHORTEST else 0.0


def _words(title: str) -> list[str]:
    words = re.findall(r"[\wäöüß]+", title.casefold())
    return [folded(word) for word in words if len(word) >= _SHORTEST and word not in _EVERYWHERE]
