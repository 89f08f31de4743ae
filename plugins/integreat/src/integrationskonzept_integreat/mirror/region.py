"""Addresses, numbers and dates of answers."""

import hashlib
from datetime import UTC, date, datetime, time
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

from attrs import Factory, define, field

from integrationskonzept_ical.sequence import day_of
from integrationskonzept_integreat.cms_site import Site
from integrationskonzept_integreat.pages import PageSet

ZONE = "Europe/Berlin"
"""The time zone of every German region."""

BERLIN = ZoneInfo(ZONE)

_ANYWHERE = "https://integreat.app"
_HIGHEST = 0x7FFFFFFF


@define(kw_only=True)
class Region:
    """A region of the mirror."""

    server: str
    """Beginning of all addresses."""
    name: str
    source: str
    """The language of the concept."""
    languages: tuple[str, ...]
    day: date
    """The day of the edition: the date of the last change of all content."""
    site: Site
    _numbers: dict[str, int] = field(default=Factory(dict))
    _taken: set[int] = field(default=Factory(set))

    @classmethod
    def of(cls, page_set: PageSet, site: Site) -> "Region":
        """Return the region of a site, or else one named after the concept."""
        return cls(
            server=site.server or _ANYWHERE,
            name=site.region or page_set.concept.id,
            source=page_set.source,
            languages=page_set.languages or (page_set.source,),
            day=day_of(page_set.concept),
            site=site,
        )

    def number(self, what: str) -> int:
        """Return the number for a name: the same in every export, and unique."""
        if what not in self._numbers:
            number = int.from_bytes(hashlib.sha256(what.encode()).digest()[:4], "big") & _HIGHEST or 1
            while number in self._taken:
                number = number % _HIGHEST + 1
            self._taken.add(number)
            self._numbers[what] = number
        return self._numbers[what]

    def path(self, language: str, *parts: str) -> str:
        """Return a path in a language."""
        return "/" + "/".join((self.name, language, *parts)) + "/"

    def addressed(self, number: int | None, path: str) -> dict[str, Any]:
        """Return number, address and path, as contained in several answers."""
        return {"id": number, "url": self.server + path, "path": path}

    @property
    def changed(self) -> dict[str, str]:
        """Date of the last change, in the two formats of answers."""
        moment = datetime.combine(self.day, time.min, UTC)
        return {
            "modified_gmt": moment.isoformat().replace("+00:00", "Z"),
            "last_updated": moment.astimezone(BERLIN).isoformat(),
        }


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_entityref(self, name: str) -> None:
        self.said.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.said.append(f"&#{name};")


def excerpt(content: str) -> str:
    """Return a page's HTML without its tags; what is escaped stays escaped."""
    words = _Words()
    words.feed(content)
    words.close()
    return "".join(words.said)


NOWHERE: dict[str, None] = dict.fromkeys(
    ("id", "name", "address", "town", "state", "postcode", "region", "country", "latitude", "longitude")
)
"""An empty location."""
