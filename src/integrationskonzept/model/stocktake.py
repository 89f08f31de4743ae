"""Stock-take: needs, offers, challenges, achievements and target groups."""

from datetime import time
from typing import ClassVar

from integrationskonzept.model.activity import Weekday
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.annotations import ChallengeRef, Count, NeedRef, OfferRef, TargetGroupRef, ThemeRef
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


@record
class Need(Element):
    """Bedarf of a group of people."""

    noun: ClassVar[str] = "need"

    text: str
    """Bedarf in words."""
    perspective: str | None = None
    """Aus Sicht von: the people who expressed it."""
    target_group_refs: tuple[TargetGroupRef, ...] = ()
    """Zielgruppen: ids."""
    offer_refs: tuple[OfferRef, ...] = ()
    """Angebote that meet it already: ids."""


@record
class Theme(Element):
    """Themenfeld: a heading under which offers are listed."""

    noun: ClassVar[str] = "theme"

    title: str
    """Bezeichnung, as printed."""


@record
class OpeningTime(Sourced):
    """Öffnungszeit: days of the week with the hours. A bare text stands for `text`."""

    SHORT: ClassVar[str] = "text"

    weekdays: tuple[Weekday, ...] = ()
    """Wochentage."""
    start_time: time | None = None
    """Von, local time at the municipality."""
    end_time: time | None = None
    """Bis, local time at the municipality."""
    text: str | None = None
    """In Worten, such as ``nach Vereinbarung``."""


@record
class Offer(Element):
    """Angebot: an existing service."""

    noun: ClassVar[str] = "offer"

    title: str
    """Titel, as printed."""
    theme_ref: ThemeRef | None = None
    """Themenfeld: id."""
    description: str | None = None
    """Beschreibung."""
    contacts: tuple[Involvement, ...] = ()
    """Ansprechpartner."""
    target_group_refs: tuple[TargetGroupRef, ...] = ()
    """Zielgruppen: ids."""
    need_refs: tuple[NeedRef, ...] = ()
    """Bedarfe it meets: ids."""
    location: str | None = None
    """Ort."""
    languages: tuple[str, ...] = ()
    """Sprachen in which it is given, as BCP 47 codes."""
    fee: str | None = None
    """Kosten for those who use it, in words such as ``kostenfrei``."""
    opening_times: tuple[OpeningTime, ...] = ()
    """Öffnungszeiten."""
    checked_on: PartialDate | None = None
    """Geprüft am: when somebody last made sure that this is right."""
    url: str | None = None
    """Internet."""


@record
class Challenge(Element):
    """Herausforderung: a difficulty of integration."""

    noun: ClassVar[str] = "challenge"

    text: str
    """Herausforderung in words."""
    perspective: str | None = None
    """Aus Sicht von: the heading it is under, or the people who named it."""
    same_as: tuple[ChallengeRef, ...] = ()
    """Wiederholt: ids of earlier challenges that it summarises."""


@record
class Achievement(Element):
    """Fortschritt: progress already made."""

    noun: ClassVar[str] = "achievement"

    text: str
    """Fortschritt in words."""
    perspective: str | None = None
    """Aus Sicht von."""


@record
class TargetGroup(Element):
    """Zielgruppe of the concept."""

    noun: ClassVar[str] = "target_group"

    title: str
    """Bezeichnung, as printed."""
    aliases: tuple[str, ...] = ()
    """Weitere Bezeichnungen used for the same people."""
    priority: str | None = None
    """Rang: as this concept words it, such as ``primär``, ``Schwerpunkt`` or ``mittelfristig``."""
    minimum_age: Count | None = None
    """Mindestalter in years."""
    maximum_age: Count | None = None
    """Höchstalter in years."""
    definition: str | None = None
    """Definition."""
    code: str | None = None
    """Normierter Code, where a vocabulary is used."""


@record
class Country(Sourced):
    """Herkunftsland. A bare text stands for the name as printed."""

    SHORT: ClassVar[str] = "title"

    title: str
    """Name, as printed."""
    code: str | None = None
    """ISO 3166-1 alpha-2, where it is certain."""
