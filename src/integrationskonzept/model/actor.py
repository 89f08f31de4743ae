"""Actors and their involvement."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.annotations import ActorRef
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.record import record


class ActorKind(StrEnum):
    """Kinds of actors."""

    COUNCIL = "council"
    ADMINISTRATION = "administration"
    OFFICER = "officer"
    AUTHORITY = "authority"
    WELFARE = "welfare"
    CHURCH = "church"
    SCHOOL = "school"
    CLUB = "club"
    COMPANY = "company"
    VOLUNTEERS = "volunteers"
    RESIDENTS = "residents"
    VENUE = "venue"
    OTHER = "other"


@record
class Contact(Sourced):
    """Kontakt of an organisation, marked internal if it holds personal data."""

    name: str | None = None
    """Name of a person; personal data."""
    email: str | None = None
    """E-Mail."""
    phone: str | None = None
    """Telefon."""
    address: str | None = None
    """Anschrift."""
    url: str | None = None
    """Internet."""


@record
class Actor(Element):
    """Akteur: an organisation, office or group of people, with one id for all its names."""

    noun: ClassVar[str] = "actor"

    title: str
    """Name."""
    short_title: str | None = None
    """Kurzname."""
    aliases: tuple[str, ...] = ()
    """Weitere Schreibweisen, as printed."""
    kind: ActorKind | None = None
    """Art: council, administration, officer, authority, welfare, church, school, club, company,
    volunteers, residents, venue or other."""
    part_of: ActorRef | None = None
    """Teil von: id of the actor it belongs to."""
    contact: Contact | None = None
    """Kontakt."""


class Affiliation(StrEnum):
    """Whether an actor belongs to the administration."""

    INTERNAL = "internal"
    EXTERNAL = "external"


@record
class Involvement(Sourced):
    """Beteiligung: the actors named at one place, by their ids and as printed.

    A bare text stands for one actor's id.
    """

    SHORT: ClassVar[str] = "actor_refs"

    actor_refs: tuple[ActorRef, ...] = ()
    """Akteure: ids; several where the document names them together, as in "AK Asyl/ Stadt"."""
    affiliation: Affiliation | None = None
    """Intern oder extern: inside or outside the town's administration."""
    role: str | None = None
    """Aufgabe in this involvement."""
    contact: Contact | None = None
    """Ansprechpartner."""
