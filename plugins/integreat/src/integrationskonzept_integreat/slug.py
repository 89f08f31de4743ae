"""Slugs: names in addresses, derived from titles as in the CMS."""

import re
import unicodedata

_NEITHER = re.compile(r"[^\w\s-]")
_BETWEEN = re.compile(r"[-\s]+")

RESERVED = frozenset({"disclaimer", "events", "locations", "news", "offers", "places", "search"})
"""Slugs that addresses use for other things."""


def slug(title: str, fallback: str) -> str:
    """Return letters and digits of a title with hyphens between them, or the fallback if it has none."""
    kept = _NEITHER.sub("", unicodedata.normalize("NFKC", title).lower())
    return _BETWEEN.sub("-", kept).strip("-_").lower() or fallback


class Slugs:
    """Generator of unique slugs, numbered if taken."""

    def __init__(self, fallback: str, reserved: frozenset[str] = frozenset()) -> None:
        self._fallback = fallback
        self._taken = set(reserved)

    def give(self, title: str) -> str:
        """Return a slug that was not used before."""
        first = slug(title, self._fallback)
        name, number = first, 1
        while name in self._taken:
            number += 1
            name = f"{first}-{number}"
        self._taken.add(name)
        return name
