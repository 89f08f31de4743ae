"""What changed between two editions."""

from integrationskonzept.analysis import comparison
from integrationskonzept.analysis.changes import Comparison
from integrationskonzept.model.concept import Concept


def compare(old: Concept, new: Concept) -> Comparison:
    """Tell what changed between two editions of a concept, by address.

    ``compare(edition_2025, edition_2027).markdown()`` is a paper for the council.
    """
    return comparison.compare(old, new)
