"""Short identifiers for files of any kind."""

import hashlib

_DIGEST = 16
_LONGEST_ID = 80


def short_id(identifier: str, longest: int = _LONGEST_ID) -> str:
    """Return an id, or the beginning of one that is too long and a digest of it: unique, stable, `longest` at most.

    >>> short_id("sprachkurse")
    'sprachkurse'
    """
    if len(identifier) <= longest:
        return identifier
    digest = hashlib.sha256(identifier.encode()).hexdigest()[:_DIGEST]
    return f"{identifier[: longest - len(digest) - 1]}_{digest}"
