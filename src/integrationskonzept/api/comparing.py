"""What changed between two editions."""

from integrationskonzept.comparison import compare as comparison
from integrationskonzept.comparison.compare import Comparison
from integrationskonzept.comparison.public_editions import public_editions
from integrationskonzept.model.concept import Concept


def compare(old: Concept, new: Concept, *, public: bool = False) -> Comparison:
    """Tell what changed between two editions of a concept, by address.

    Everything is compared as it is given, what is marked internal too. With `public` the public
    views are compared, and what has become internal is not told as dropped:
    ``compare(edition_2025, edition_2027, public=True).markdown()`` is a paper for the council.
    """
    return comparison.compare(*(public_editions(old, new) if public else (old, new)))
