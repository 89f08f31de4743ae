"""Links to websites, mailboxes and telephones."""

import re
from html import escape
from urllib.parse import quote, urlsplit

from attrs import frozen
from markupsafe import Markup

from integrationskonzept.plugins.kit import one_line
from integrationskonzept_integreat.html_text import markup

_BARE_HOST = re.compile(r"(?P<host>[\w.-]+)(?:[:/?#].*)?")
_HOST_LABEL = re.compile(r"[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?")
_MAILBOX = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_LONGEST_MAILBOX = 64
_LONGEST_HOST = 253
_SAFE = "!#$%&()*+,/:;=?@~"

_REGION = "DE"
_GERMANY = 49
_LONGEST_NUMBER = 15
"""Digits of a telephone number with its country code, by ITU-T E.164."""

_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
_NUMBER = re.compile(r"\(?(?:\+|0)[0-9 ()/.-]*")
_TRUNK_PREFIX = re.compile(r"\( *0 *\)")
_SEPARATORS = " ()/.-"
_ANOTHER = re.compile(r"[()/]")
"""Separators between a number and a second number, or opening hours."""
_ANOTHER_GERMAN = re.compile(r"-.*-|[^0-9]0[0-9]{3}")
"""Signs of a second number in a German one: a second extension or area code."""


@frozen(kw_only=True)
class Link:
    """A link with its text; without a target it is only text."""

    label: str
    target: str | None
    isolated_in: str | None = None
    """The language of the page, where the label has to keep its order inside a text from right to left."""

    def __html__(self) -> Markup:
        """Return the link as HTML, with the class that the CMS gives to external links."""
        label = markup(self.label)
        if self.isolated_in:
            label = f'<span lang="{self.isolated_in}" dir="ltr">{label}</span>'
        if self.target is None:
            return Markup(label)  # noqa: S704 - escaped in `markup`
        return Markup(f'<a href="{escape(self.target)}" class="link-external">{label}</a>')  # noqa: S704 - escaped


def web(address: str) -> Link:
    """Return a link to a website; ``www.town.de`` is read as ``https://www.town.de``."""
    label = one_line(address)
    full = f"https://{label}" if _is_bare(label) else label
    return Link(label=label, target=quote(full, safe=_SAFE) if _is_web(full) else None)


def _is_bare(address: str) -> bool:
    """Return whether an address begins with the name of a host; a word such as ``Rathaus.Zimmer`` is none."""
    found = _BARE_HOST.fullmatch(address)
    return found is not None and _is_host(found["host"]) and not found["host"].rpartition(".")[2].istitle()


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    plain = parts.netloc.lower() in {host, f"{host}:{port}"}  # without user information, which could look like the host
    return parts.scheme.lower() in {"http", "https"} and plain and _is_host(host) and " " not in address


def _is_host(name: str) -> bool:
    """Return whether a name can be a public host, such as ``www.stadt.example``."""
    labels = name.split(".")
    last = labels[-1]
    try:
        encoded = name.encode("idna")
    except UnicodeError:
        return False
    return (
        len(labels) > 1
        and len(encoded) <= _LONGEST_HOST
        and all(map(_HOST_LABEL.fullmatch, labels))
        and len(last) > 1
        and (last.isalpha() or last.startswith("xn--"))
    )


def email(address: str) -> Link:
    """Return a link to a mailbox."""
    label = one_line(address)
    mailbox, _, host = label.rpartition("@")
    known = len(mailbox) <= _LONGEST_MAILBOX and _MAILBOX.fullmatch(mailbox) and _is_host(host)
    return Link(label=label, target=f"mailto:{quote(label, safe='@+')}" if known else None)


def phone(number: str, *, isolated_in: str | None = None) -> Link:
    """Return a link to a telephone if the text is exactly one number; a German one may lack its country code."""
    label = one_line(number)
    written = _HYPHENS.sub("-", label)
    target = _dialled(written) if _NUMBER.fullmatch(written) else None
    return Link(label=label, target=target, isolated_in=isolated_in)


def _dialled(written: str) -> str | None:
    import phonenumbers

    bare = _TRUNK_PREFIX.sub(" ", written)
    try:
        number = phonenumbers.parse(bare, _REGION)
    except phonenumbers.NumberParseException:
        return None
    dialled = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if len(dialled) - 1 > _LONGEST_NUMBER or not phonenumbers.is_valid_number(number):
        return None
    area = phonenumbers.length_of_national_destination_code(number)
    digits = len(phonenumbers.national_significant_number(number)) - area
    own = _last(bare, digits)
    return None if _is_several(own, german=number.country_code == _GERMANY) else f"tel:{dialled}"


def _last(written: str, digits: int) -> str:
    """Return the end of a text from its n-th last digit on."""
    places = [place for place, letter in enumerate(written) if letter.isdigit()]
    return written[places[-digits] :]


def _is_several(own: str, *, german: bool) -> bool:
    """Return whether a text without its area code has two numbers, as in ``28-123 / -124``."""
    stated = own.rstrip(_SEPARATORS)
    return bool(_ANOTHER.search(stated) or (german and _ANOTHER_GERMAN.search(stated)))
