"""One page in one language."""

import hashlib

from attrs import field, frozen

from integrationskonzept.translation import Coverage

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
    coverage: Coverage
    """Texts and headings of the page, and how many of them are in its language."""

    @property
    def stem(self) -> str:
        """The unique file name without suffix."""
        name = self.key.replace("/", "-")
        if len(name) <= _LONGEST:
            return name
        digest = hashlib.sha256(name.encode()).hexdigest()[:16]
        return f"{name[: _LONGEST - len(digest) - 1]}_{digest}"


START = "start"
OFFERS = "offers"
ACTIVITIES = "activities"
ACTION_DAYS = "action-days"
CONCEPT = "concept"
OVERARCHING = "overarching"
ROLES = "roles"
