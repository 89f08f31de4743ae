"""Escape texts for pages: no character of a text becomes markup."""

import re
from html import escape

from integrationskonzept.plugins.kit import clean_text

_OPENS = re.compile(r"\[|[\"'](?=https?://)")
"""Beginnings of shortcodes and of addresses, which the CMS would change."""


def markup(text: str) -> str:
    """Return text as HTML.

    The CMS looks for shortcodes and addresses after resolving entities; a character in an element of its own
    begins neither.
    """
    escaped = escape(clean_text(text), quote=False)
    return _OPENS.sub(r"<span>\g<0></span>", escaped).replace("\n", "<br>")
