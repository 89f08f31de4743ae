"""Addresses that people can follow out of a page."""

import re
from html import escape
from urllib.parse import quote, urlsplit

from attrs import frozen
from markupsafe import Markup

from integrationskonzept_integreat.text import markup, one_line

_HOST = re.compile(r"[\w.-]+\.\w{2,}(?:[:/?#].*)?")
_EMAIL = re.compile(r"[^\s@<>\"',;:()\[\]\\]+@[\w-]+(?:\.[\w-]+)+")
_DIALLED = re.compile(r"[^+\d]")
_FEWEST_DIGITS = 3
_SAFE = "!#$%&()*+,/:;=?@~"


@frozen(kw_only=True)
class Link:
    """An address and what it reads like. Without a target it is text that leads nowhere."""

    label: str
    target: str | None

    def __html__(self) -> Markup:
        """Write the link with the class that the CMS gives to every link that leads out of Integreat."""
        label = markup(self.label)
        if self.target is None:
            return Markup(label)  # noqa: S704 - escaped in `markup`
        return Markup(f'<a href="{escape(self.target)}" class="link-external">{label}</a>')  # noqa: S704 - escaped


def web(address: str) -> Link:
    """Link to a page of the web; ``www.town.de`` is taken for ``https://www.town.de``."""
    label = one_line(address)
    full = f"https://{label}" if _HOST.fullmatch(label) else label
    return Link(label=label, target=quote(full, safe=_SAFE) if _is_web(full) else None)


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and not set(" []") & set(parts.netloc)


def email(address: str) -> Link:
    """Link to a mailbox."""
    label = one_line(address)
    return Link(label=label, target=f"mailto:{quote(label, safe='@+')}" if _EMAIL.fullmatch(label) else None)


def phone(number: str) -> Link:
    """Link to a telephone."""
    label = one_line(number)
    dialled = _DIALLED.sub("", label.replace("(0)", "") if "+" in label else label)
    return Link(label=label, target=f"tel:{dialled}" if len(dialled) >= _FEWEST_DIGITS else None)
