"""The town, municipality or district of a concept."""

from enum import StrEnum
from typing import Any

from attrs import Attribute

from integrationskonzept.model.element import Sourced
from integrationskonzept.model.record import record


class MunicipalityKind(StrEnum):
    """Kinds of German local authorities."""

    TOWN = "town"
    MUNICIPALITY = "municipality"
    ASSOCIATION = "association"
    DISTRICT = "district"
    INDEPENDENT_CITY = "independent_city"
    BOROUGH = "borough"


@record
class Municipality(Sourced):
    """Kommune: the local authority of the concept."""

    name: str
    """Name, as the authority writes it."""
    kind: MunicipalityKind | None = None
    """Art: town (Stadt), municipality (Gemeinde), association (Verband), district (Landkreis),
    independent_city (kreisfreie Stadt), borough (Stadtbezirk)."""
    ags: str | None = None
    """Amtlicher Gemeindeschlüssel: 8 digits for a municipality, 5 for a district."""
    district: str | None = None
    """Landkreis."""
    state: str | None = None
    """Land."""
    address: str | None = None
    """Anschrift."""
    email: str | None = None
    """E-Mail."""
    phone: str | None = None
    """Telefon."""
    website: str | None = None
    """Internet."""


_AGS_DIGITS = 8


def municipality_codes(_: Any, attribute: "Attribute[Any]", codes: object) -> None:
    """Raise unless the value is a tuple of official municipality keys, or of beginnings of them."""
    if not isinstance(codes, tuple):
        raise TypeError(f"{attribute.name} must be a tuple such as ('08421000',); got {codes!r}")
    for code in codes:
        if not isinstance(code, str) or not code.isdecimal() or not code.isascii() or len(code) > _AGS_DIGITS:
            raise ValueError(
                f"{attribute.name} must hold official municipality keys (AGS) of at most {_AGS_DIGITS} digits as text,"
                f" or their beginnings, such as '08' for Baden-Württemberg; got {code!r}"
            )


def is_in(municipality: Municipality, codes: tuple[str, ...]) -> bool:
    """Return whether the official key of a municipality begins with one of `codes`."""
    return municipality.ags is not None and municipality.ags.startswith(codes)
