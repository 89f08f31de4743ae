"""Slugs: names of files, derived from titles as the CMS derives addresses."""

import re
import unicodedata

_NEITHER = re.compile(r"[^\w\s-]")
_BETWEEN = re.compile(r"[-\s]+")


def slug(title: str, fallback: str) -> str:
    """Return letters and digits of a title with hyphens between them, or the fallback if it has none."""
    kept = _NEITHER.sub("", unicodedata.normalize("NFKC", title).lower())
    return _BETWEEN.sub("-", kept).strip("-_").lower() or fallback
