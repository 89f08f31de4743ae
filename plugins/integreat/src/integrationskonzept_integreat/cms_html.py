"""What the Integreat CMS makes of a page's HTML when it stores it.

Known by trying, and held against the CMS itself by the end-to-end tests: it drops what could
run, turns ``h1`` into ``h2`` and ``pre`` and ``code`` into ``p``, marks links that lead out of
Integreat, and puts one element around elements that stand side by side. HTML that has been
through this once comes back unchanged. (Of text that no element stands around, releases of
libxml2 make different things; pages have one ``div`` around everything.)
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlparse

if TYPE_CHECKING:  # heavy, and not needed by whoever only checks a concept
    from lxml.html import HtmlElement
    from lxml_html_clean import Cleaner

INTERNAL = ("https://integreat.app", "https://integreat-app.de")
"""What the address of a page of Integreat contains, beside the name of the CMS's own host."""

_ADDRESS = re.compile(r"(?<=[\"'])(https?://.+?)(?=[\"'])")


def cleaned(content: str, internal: Iterable[str] = INTERNAL) -> str:
    """Return HTML as the CMS stores it and hands it out."""
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
    """Mark a link that leads out of Integreat, and let none open a new window."""
    address = anchor.get("href")
    if address:
        inside = any(known in address for known in internal)
        if inside and "link-external" in anchor.classes:
            anchor.classes.remove("link-external")
        elif not inside:
            anchor.classes.add("link-external")
    anchor.attrib.pop("target", None)


def _untranslated(span: "HtmlElement") -> None:
    """Let what is not to be translated say so in every way."""
    if "notranslate" in span.classes or span.get("translate") == "no":
        span.classes.add("notranslate")
        span.attrib.update({"translate": "no", "dir": "ltr"})


def _hidden(anchor: "HtmlElement") -> None:
    """Hide a link that consists of a picture without words from those who cannot see it."""
    children = list(anchor.iterchildren())
    if len(children) != 1 or children[0].tag != "img" or anchor.text_content().strip():
        return
    if children[0].get("alt"):
        anchor.attrib.pop("aria-hidden", None)
        anchor.attrib.pop("tabindex", None)
    else:
        anchor.attrib.update({"aria-hidden": "true", "tabindex": "-1"})


def _corrected(address: re.Match[str]) -> str:
    """Write the host of an address in its own letters."""
    try:
        parts = urlparse(address[1])
    except ValueError:  # the CMS refuses such a page as a whole
        return address[1]
    return parts._replace(netloc=unquote(parts.netloc)).geturl()
