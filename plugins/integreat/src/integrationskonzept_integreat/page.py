"""One page in one language."""

import hashlib

from attrs import field, frozen

_LONGEST = 80


@frozen(kw_only=True)
class Page:
    """A page of the app in one language."""

    key: str
    """The subject of the page, the same in every language: ``start``, or the address of a field of action."""
    address: str
    """Address of the element shown."""
    parent: str | None
    """Key of the parent page; None for the start page."""
    language: str
    title: str
    content: str = field(repr=False)
    """One ``div`` of HTML that the CMS stores and returns unchanged."""
    texts: int
    """Number of texts of the concept on the page."""
    translated: int
    """Number of those in the language of the page."""

    @property
    def stem(self) -> str:
        """The unique file name without suffix."""
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
