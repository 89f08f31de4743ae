"""Fingerprint of a concept's content."""

from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from json import dumps
from typing import Any

from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Element
from integrationskonzept.model.former_names import to_former
from integrationskonzept.model.plain import fields, to_plain
from integrationskonzept.model.record import Record


def fingerprint(concept: Concept) -> str:
    """Return the SHA-256 of a concept's content, in hexadecimal digits: equal concepts, equal digests.

    The input is canonical JSON: keys sorted, attributes with their default left out, numbers in their
    shortest form. The file of the concept and its layout do not count. Attributes have their names of version 1 of
    the layout, so that the digests of earlier snapshots stay valid.
    """
    text = dumps(to_former(_canonical(concept)), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()


def _canonical(value: Any) -> Any:
    match value:
        case Record():
            given = ((name, getattr(value, name), default) for name, _, default in fields(type(value)))
            stated = {name: _canonical(found) for name, found, default in given if found != default}
            return {"noun": value.noun, **stated} if isinstance(value, Element) else stated
        case Mapping():
            return {key: _canonical(item) for key, item in value.items()}
        case tuple():
            return [_canonical(item) for item in value]
        case Decimal():
            return f"{value.normalize():f}"
        case float() if value.is_integer():
            return int(value)
    return to_plain(value)
