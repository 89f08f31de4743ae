"""Structured data for search engines: the concept and its measures in the words of schema.org."""

from typing import Any

from integrationskonzept.documents import report as parts
from integrationskonzept_site.edition import Edition
from integrationskonzept_site.pages import Page, Section

_CONTEXT = "https://schema.org"


def structured_data(edition: Edition, page: Page) -> dict[str, Any] | None:
    """Return the data of a page about the concept or a measure; None for the other pages."""
    concept = edition.concept
    town = {"@type": "GovernmentOrganization", "name": concept.municipality.name}
    if page.path == Section.START:
        stated = {"datePublished": concept.edition.adopted_on, "license": concept.edition.data_licence}
        dated = {name: str(value) for name, value in stated.items() if value}
        return {
            "@context": _CONTEXT,
            "@type": "Report",
            "name": concept.title,
            "inLanguage": edition.language,
            "publisher": town,
            **dated,
        }
    if page.section is Section.MEASURES and page.address is not None:
        measure = concept.element(page.address)
        return {
            "@context": _CONTEXT,
            "@type": "Project",
            "name": parts.title_of(measure),
            "identifier": measure.id,
            "parentOrganization": town,
        }
    return None
