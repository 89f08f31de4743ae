"""The stock-take: what is needed, offered, reached and hard."""

from typing import ClassVar

from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.record import ChallengeRef, NeedRef, OfferRef, TargetGroupRef, ThemeRef, record


@record
class Need(Element):
    """Bedarf: what a group of people lacks."""

    noun: ClassVar[str] = "need"

    text: str
    """Bedarf in words."""
    perspective: str | None = None
    """Aus Sicht von: who voiced it."""
    target_groups: tuple[TargetGroupRef, ...] = ()
    """Zielgruppen: ids."""
    existing_offers: tuple[OfferRef, ...] = ()
    """Angebote that answer it already: ids."""


@record
class Theme(Element):
    """Themenfeld: a heading under which offers are listed."""

    noun: ClassVar[str] = "theme"

    title: str
    """Bezeichnung, as printed."""


@record
class Offer(Element):
    """Angebot: what exists already."""

    noun: ClassVar[str] = "offer"

    title: str
    """Titel, as printed."""
    theme: ThemeRef | None = None
    """Themenfeld: id."""
    description: str | None = None
    """Beschreibung."""
    contacts: tuple[Involvement, ...] = ()
    """Ansprechpartner."""
    target_groups: tuple[TargetGroupRef, ...] = ()
    """Zielgruppen: ids."""
    need: tuple[NeedRef, ...] = ()
    """Bedarfe it answers: ids."""
    location: str | None = None
    """Ort."""
    url: str | None = None
    """Internet."""


@record
class Challenge(Element):
    """Herausforderung: what makes integration hard."""

    noun: ClassVar[str] = "challenge"

    text: str
    """Herausforderung in words."""
    perspective: str | None = None
    """Aus Sicht von: under which heading, or by whom, it is named."""
    same_as: tuple[ChallengeRef, ...] = ()
    """Wiederholt: ids of challenges named before that it sums up."""


@record
class Achievement(Element):
    """Fortschritt: what was reached already."""

    noun: ClassVar[str] = "achievement"

    text: str
    """Fortschritt in words."""
    perspective: str | None = None
    """Aus Sicht von."""


@record
class TargetGroup(Element):
    """Zielgruppe: for whom the concept is made."""

    noun: ClassVar[str] = "target_group"

    title: str
    """Bezeichnung, as printed."""
    aliases: tuple[str, ...] = ()
    """Weitere Bezeichnungen used for the same people."""
    priority: str | None = None
    """Rang: as this concept words it, such as ``primär``, ``Schwerpunkt`` or ``mittelfristig``."""
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
    """ISO 3166-1 alpha-2, where one can be given without doubt."""
