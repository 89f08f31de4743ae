"""Reproduce the HTML sanitising of the Integreat CMS.

Determined by experiment, and compared with the CMS by the end-to-end tests: the CMS drops executable
content, turns ``h1`` into ``h2`` and ``pre`` and ``code`` into ``p``, marks links that lead out of
Integreat, and wraps adjacent elements in one element. The operation is idempotent. (Releases of libxml2 differ on
text outside of elements; pages have one ``div`` around everything.)
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlparse

if TYPE_CHECKING:  # slow to import, and not needed to check a concept
    from lxml.html import HtmlElement
    from lxml_html_clean import Cleaner

INTERNAL = ("https://integreat.app", "https://integreat-app.de")
"""Part of the addresses of Integreat's pages; the host of the CMS is another."""

_ADDRESS = re.compile(r"(?<=[\"'])(https?://.+?)(?=[\"'])")


def cleaned(content: str, internal: Iterable[str] = INTERNAL) -> str:
    """Return HTML as the CMS stores and returns it."""
    from lxml.etree import LxmlError
    from lxml.html import fromstring, tostring

    try:
        page = fromstring(content)
    except LxmlError:  # nothing to parse, such as an empty text
        return content
    page = _cleaner().clean_html(page)
    for name, becomes in _BECOMES:
        for element in page.iter(name):
            element.tag = becomes
    for anchor in page.iter("a"):
        _mark(anchor, tuple(internal))
    for span in page.iter("span"):
        _untranslated(span)
    for anchor in page.iter("a"):
        _hidden(anchor)
    return _ADDRESS.sub(_corrected, tostring(page, encoding="unicode", with_tail=False))


@cache
def _cleaner() -> "Cleaner":
    from lxml_html_clean import Cleaner

    return Cleaner(scripts=True, javascript=True, safe_attrs_only=False)


_BECOMES = (("h1", "h2"), ("pre", "p"), ("code", "p"))


def _mark(anchor: "HtmlElement", internal: tuple[str, ...]) -> None:
    """Mark a link that leads out of Integreat, and remove its target window."""
    address = anchor.get("href")
    if address:
        inside = any(known in address for known in internal)
        if inside and "link-external" in anchor.classes:
            anchor.classes.remove("link-external")
        elif not inside:
            anchor.classes.add("link-external")
    anchor.attrib.pop("target", None)


def _untranslated(span: "HtmlElement") -> None:
    """Set both attributes that exclude an element from translation."""
    if "notranslate" in span.classes or span.get("translate") == "no":
        span.classes.add("notranslate")
        span.attrib.update({"translate": "no", "dir": "ltr"})


def _hidden(anchor: "HtmlElement") -> None:
    """Hide a link from screen readers if it consists of an image without alternative text."""
    children = list(anchor.iterchildren())
    if len(children) != 1 or children[0].tag != "img" or anchor.text_content().strip():
        return
    if children[0].get("alt"):
        anchor.attrib.pop("aria-hidden", None)
        anchor.attrib.pop("tabindex", None)
    else:
        anchor.attrib.update({"aria-hidden": "true", "tabindex": "-1"})


def _corrected(address: re.Match[str]) -> str:
    """Return an address with its host in Unicode."""
    try:
        parts = urlparse(address[1])
    except ValueError:  # the CMS rejects the whole page
        return address[1]
    return parts._replace(netloc=unquote(parts.netloc)).geturl()
