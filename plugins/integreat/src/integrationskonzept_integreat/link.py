"""Addresses that people can follow out of a page."""

import re
from html import escape
from urllib.parse import quote, urlsplit

from attrs import frozen
from markupsafe import Markup

from integrationskonzept_integreat.html_text import markup, one_line

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
"""What separates a subscriber's number from one more, or from the hours beside it."""
_ANOTHER_GERMAN = re.compile(r"-.*-|[^0-9]0[0-9]{3}")
"""What a German one does not contain either: a second extension, one more area code."""


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
    full = f"https://{label}" if _is_bare(label) else label
    return Link(label=label, target=quote(full, safe=_SAFE) if _is_web(full) else None)


def _is_bare(address: str) -> bool:
    """Tell whether an address begins with the name of a host; a word such as ``Rathaus.Zimmer`` is none."""
    found = _BARE_HOST.fullmatch(address)
    return found is not None and _is_host(found["host"]) and not found["host"].rpartition(".")[2].istitle()


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    plain = parts.netloc.lower() in {host, f"{host}:{port}"}  # without a user, who would pass for the host
    return parts.scheme.lower() in {"http", "https"} and plain and _is_host(host) and " " not in address


def _is_host(name: str) -> bool:
    """Tell whether a name is one that the internet could know, such as ``www.stadt.example``."""
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
    """Link to a mailbox."""
    label = one_line(address)
    mailbox, _, host = label.rpartition("@")
    known = len(mailbox) <= _LONGEST_MAILBOX and _MAILBOX.fullmatch(mailbox) and _is_host(host)
    return Link(label=label, target=f"mailto:{quote(label, safe='@+')}" if known else None)


def phone(number: str) -> Link:
    """Link to a telephone, where the text is one number and nothing else; a German one may lack its country code."""
    label = one_line(number)
    written = _HYPHENS.sub("-", label)
    return Link(label=label, target=_dialled(written) if _NUMBER.fullmatch(written) else None)


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
    """Return the end of a text that begins with its last so many digits."""
    places = [place for place, letter in enumerate(written) if letter.isdigit()]
    return written[places[-digits] :]


def _is_several(own: str, *, german: bool) -> bool:
    """Tell by a number without its area code whether two are written there, as in ``28-123 / -124``."""
    stated = own.rstrip(_SEPARATORS)
    return bool(_ANOTHER.search(stated) or (german and _ANOTHER_GERMAN.search(stated)))
