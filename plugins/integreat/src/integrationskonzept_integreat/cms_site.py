"""Location of a town's pages in Integreat: CMS, region, and number of each page."""

import tomllib
from collections.abc import Iterable, Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from attrs import field, frozen

from integrationskonzept import Message
from integrationskonzept.errors import OptionError
from integrationskonzept_integreat.cms_html import INTERNAL
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.page import Page

_KEYS = ("server", "region", "pages")


@frozen(kw_only=True)
class Site:
    """A region of a CMS, as stated in ``integreat.toml``."""

    server: str | None = None
    """Address of the CMS, such as ``https://cms.integreat-app.de``, without a slash at the end."""
    region: str | None = None
    """Name of the region in addresses of the CMS."""
    pages: Mapping[str, int] = field(factory=dict, hash=False)
    """The number of each page in the CMS, by the key of the page."""

    @property
    def internal(self) -> tuple[str, ...]:
        """Parts of the addresses of Integreat's own pages."""
        host = urlsplit(self.server).hostname if self.server else None
        return (*INTERNAL, host) if host else INTERNAL

    @property
    def is_here(self) -> bool:
        """Whether the CMS runs on this machine."""
        return _is_here((urlsplit(self.server).hostname if self.server else None) or "")


def site_in(file: Path) -> Site:
    """Return the site in a file. Raises `OptionError` with the problem and its place."""
    try:
        stated = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise OptionError(_unreadable(file, error.strerror or str(error))) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionError(_unreadable(file, str(error))) from None
    for key in stated:
        if key not in _KEYS:
            raise OptionError(_unexpected(file, key, ", ".join(_KEYS)))
    return Site(
        server=_server(file, stated.get("server")),
        region=_region(file, stated.get("region")),
        pages=_pages(file, stated.get("pages", {})),
    )


def _server(file: Path, stated: Any) -> str | None:
    if stated is None or (isinstance(stated, str) and _is_safe(stated)):
        return str(stated).rstrip("/") if stated else None
    wanted = message(
        "the address of a CMS that begins with https://, such as https://cms.integreat-app.de",
    )
    raise OptionError(_wrong(file, "server", wanted, stated))


def _is_safe(address: str) -> bool:
    """Return whether a token can be sent to a server without being readable in transit."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname))


def _is_here(host: str) -> bool:
    """Return whether a host is this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _region(file: Path, stated: Any) -> str | None:
    if stated is None or (isinstance(stated, str) and stated and stated.replace("-", "").isalnum()):
        return stated
    wanted = message(
        "the region's name as addresses have it, such as sachsenheim",
    )
    raise OptionError(_wrong(file, "region", wanted, stated))


def _pages(file: Path, stated: Any) -> Mapping[str, int]:
    wanted = message("the number of the page in the CMS, such as 12")
    if not isinstance(stated, dict):
        raise OptionError(_wrong(file, "pages", wanted, stated))
    for key, number in stated.items():
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            raise OptionError(_wrong(file, f"pages.{key}", wanted, number))
    taken: dict[int, str] = {}
    for key, number in stated.items():
        if number in taken:
            twice = message(
                "{file}: {one!r} and {other!r} have the same number {number}; one would overwrite the other",
                file=file,
                one=taken[number],
                other=key,
                number=number,
            )
            raise OptionError(twice)
        taken[number] = key
    return dict(stated)


def _unreadable(file: Path, problem: str) -> Message:
    return message("{file} cannot be read: {problem}", file=file, problem=problem)


def _unexpected(file: Path, key: str, known: str) -> Message:
    return message(
        "{file}: {key!r} is not expected; known are {known}",
        file=file,
        key=key,
        known=known,
    )


def _wrong(file: Path, key: str, wanted: Message, got: Any) -> Message:
    return message(
        "{file}: {key!r} takes {wanted}; got {got!r}",
        file=file,
        key=key,
        wanted=wanted,
        got=got,
    )


def sheet(site: Site, pages: Iterable[Page], region: str) -> str:
    """Return the content of a file ``integreat.toml`` that lacks only the unknown numbers."""
    lines = [
        "# Wo die Seiten dieses Konzepts im Integreat-CMS stehen. / Where the pages are in the Integreat CMS.",
        "# Die Nummer einer Seite steht in ihrer Adresse im CMS: …/pages/de/12/edit/ ist Seite 12.",
        "",
        f'server = "{site.server or "https://cms.integreat-app.de"}"',
        f'region = "{site.region or region}"',
        "",
        "[pages]",
    ]
    for page in pages:
        number = site.pages.get(page.key)
        lines.append(f"# {page.title}")
        lines.append(f'"{page.key}" = {number}' if number else f'# "{page.key}" =')
    return "\n".join(lines) + "\n"
