"""One page in one language."""

import hashlib

from attrs import field, frozen

_LONGEST = 80


@frozen(kw_only=True)
class Page:
    """A page of the app in one language."""

    key: str
    """What the page is about, the same in every language: ``start``, or the address of a field of action."""
    address: str
    """Address of what it shows."""
    parent: str | None
    """Key of the page above it; None for the start page."""
    language: str
    title: str
    content: str = field(repr=False)
    """One ``div`` of HTML that the CMS stores and hands out unchanged."""
    told: int
    """How many texts of the concept it shows."""
    translated: int
    """How many of them are in the page's language."""

    @property
    def stem(self) -> str:
        """Its name as a file, without the suffix: short, and no two pages have the same."""
        name = self.key.replace("/", "-")
        if len(name) <= _LONGEST:
            return name
        digest = hashlib.sha256(name.encode()).hexdigest()[:16]
        return f"{name[: _LONGEST - len(digest) - 1]}_{digest}"


START = "start"
OVERARCHING = "overarching"
OFFERS = "offers"
ACTION_DAYS = "action-days"
ROLES = "roles"
