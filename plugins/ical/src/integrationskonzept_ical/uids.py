"""Stable identifiers of entries and files."""

import hashlib

_LONGEST = 80
_LONGEST_PART = 50
"""Maximum length of unabridged ids in characters; no UID and no file name may exceed 255."""


def uid(concept_id: str, noun: str, element_id: str, *parts: str | int) -> str:
    """Return the UID of an entry for an element, or for a part of it.

    Ids contain no ``--``, so that parts are unambiguous:
    ``measure-sprachkurse--short@sachsenheim.integrationskonzept``.
    """
    local = "--".join([f"{noun}-{brief(element_id)}", *(brief(str(part), _LONGEST_PART) for part in parts)])
    return f"{local}@{brief(concept_id, _LONGEST_PART)}.integrationskonzept"


def brief(identifier: str, longest: int = _LONGEST) -> str:
    """Return the id, or the beginning and a digest of one that is too long."""
    if len(identifier) <= longest:
        return identifier
    digest = hashlib.sha256(identifier.encode()).hexdigest()[:16]
    return f"{identifier[: longest - len(digest) - 1]}_{digest}"


def with_suffix(uid: str, suffix: str | int) -> str:
    """Return the UID of another entry for the same element or part."""
    local, _, home = uid.partition("@")
    return f"{local}--{suffix}@{home}"
