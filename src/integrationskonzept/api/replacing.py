"""A concept with other values in one place."""

from typing import Any

from integrationskonzept.model.concept import Concept


def replace(concept: Concept, address: str, **changes: Any) -> Concept:
    """Return a concept in which what has this address has other values for some attributes.

    ``replace(konzept, "measure/sprachkurse", title="Sprachkurse am Abend")``
    """
    return concept.replace(address, **changes)
