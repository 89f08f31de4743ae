"""Plain data of a concept's file: the version of the layout, and the concept in canonical order."""

from typing import Any

from integrationskonzept.findings import Place
from integrationskonzept.formats.document_builder import invalid_concept_error
from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.model import value_problems
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.plain import UnwritableError, path_to_unwritable, to_plain


def file_data(concept: Concept) -> dict[str, Any]:
    """Return the data of a concept's file: ``schema`` first, then keys in the order of the model.

    Raise `InvalidConceptError` for a value that cannot be read back: text with half a character, a number out of
    bounds, too many levels, a value of an unknown type.
    """
    try:
        return {"schema": SCHEMA, **to_plain(concept)}
    except UnwritableError as error:
        place = Place(path=path_to_unwritable(concept))
        problem = value_problems.NOT_WRITABLE.finding(place, got=error.got, expected=error.expected)
        raise invalid_concept_error([problem]) from None
