"""Targets that links of a document may have."""

from urllib.parse import quote, urlsplit

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_KEPT = "%:/?#[]@!$&'()*+,;=~-._"


def safe_target(target: str) -> str | None:
    """Return a link's target, with every character quoted that is none of a URL; None for a scheme that may do more.

    Allowed are ``http``, ``https``, ``mailto`` and ``tel``: anything else, such as ``javascript``, is written as text.
    """
    try:
        scheme = urlsplit(target.strip()).scheme.lower()
        return quote(target.strip(), safe=_KEPT) if scheme in _SCHEMES else None
    except ValueError:  # no URL, or a character that cannot be encoded
        return None
