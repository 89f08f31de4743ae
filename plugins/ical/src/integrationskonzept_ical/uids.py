"""Stable identifiers of entries and files."""

from integrationskonzept.plugins.kit import short_id

_LONGEST_PART = 50
"""Maximum length of unabridged parts in characters; no UID and no file name may exceed 255."""


def uid(concept_id: str, noun: str, element_id: str, *parts: str | int) -> str:
    """Return the UID of an entry for an element, or for a part of it.

    Ids contain no ``--``, so that parts are unambiguous:
    ``measure-sprachkurse--short@sachsenheim.integrationskonzept``.
    """
    local = "--".join([f"{noun}-{short_id(element_id)}", *(short_id(str(part), _LONGEST_PART) for part in parts)])
    return f"{local}@{short_id(concept_id, _LONGEST_PART)}.integrationskonzept"


def with_suffix(uid: str, suffix: str | int) -> str:
    """Return the UID of another entry for the same element or part."""
    local, _, home = uid.partition("@")
    return f"{local}--{suffix}@{home}"
