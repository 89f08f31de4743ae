"""The town, municipality or district of a concept."""

from enum import StrEnum

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
