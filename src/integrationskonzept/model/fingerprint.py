"""Fingerprint of a concept's content."""

from hashlib import sha256
from json import dumps
from typing import Any

from integrationskonzept.model.concept import Concept
from integrationskonzept.model.plain import to_plain


def fingerprint(concept: Concept) -> str:
    """Return the SHA-256 of a concept's content, in hexadecimal digits: equal concepts, equal digests.

    The input is canonical JSON: keys sorted, attributes with their default left out, numbers in their
    shortest form. The file of the concept and its layout do not count.
    """
    text = dumps(_shortest(to_plain(concept)), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()


def _shortest(data: Any) -> Any:
    """Return plain data with whole decimal numbers as whole numbers: records with 3.0 and 3 are equal."""
    if data.__class__ is dict:
        return {key: _shortest(value) for key, value in data.items()}
    if data.__class__ is list:
        return [_shortest(item) for item in data]
    return int(data) if data.__class__ is float and data.is_integer() else data
