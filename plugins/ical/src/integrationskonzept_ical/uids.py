"""Names that stay the same over the years: of entries, and of files."""

import hashlib

_LONGEST = 80
_LONGEST_PART = 50
"""Longest ids taken as they are, in characters; no UID and no file name may exceed 255."""


def uid(concept_id: str, noun: str, element_id: str, *parts: str | int) -> str:
    """Name an entry by its element, and by the part of it that it stands for.

    No id holds two ``-`` in a row, so that parts cannot be mistaken for an id:
    ``measure-sprachkurse--short@sachsenheim.integrationskonzept``.
    """
    local = "--".join([f"{noun}-{brief(element_id)}", *(brief(str(part), _LONGEST_PART) for part in parts)])
    return f"{local}@{brief(concept_id, _LONGEST_PART)}.integrationskonzept"


def brief(identifier: str, longest: int = _LONGEST) -> str:
    """Return the id; of one that is too long, its beginning and a digest of the whole."""
    if len(identifier) <= longest:
        return identifier
    digest = hashlib.sha256(identifier.encode()).hexdigest()[:16]
    return f"{identifier[: longest - len(digest) - 1]}_{digest}"
