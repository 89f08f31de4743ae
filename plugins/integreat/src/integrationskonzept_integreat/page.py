"""One page in one language."""

from attrs import field, frozen

from integrationskonzept.plugins.kit import short_id
from integrationskonzept.translation import TranslationCoverage


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
    coverage: TranslationCoverage
    """Texts and headings of the page, and how many of them are in its language."""

    @property
    def stem(self) -> str:
        """The unique file name without suffix."""
        return short_id(self.key.replace("/", "-"))


START = "start"
OFFERS = "offers"
ACTIVITIES = "activities"
ACTION_DAYS = "action-days"
CONCEPT = "concept"
OVERARCHING = "overarching"
ROLES = "roles"
