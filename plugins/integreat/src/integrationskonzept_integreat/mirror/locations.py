"""Locations in the format of the CMS's read interface: addresses of actors."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import frozen

from integrationskonzept import Concept, Loss
from integrationskonzept.model import Actor, ActorKind, Contact, Offer
from integrationskonzept_integreat.catalogue import Catalogue
from integrationskonzept_integreat.cms_html import cleaned
from integrationskonzept_integreat.context_builder import ContextBuilder
from integrationskonzept_integreat.html_text import one_line
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.link import web
from integrationskonzept_integreat.mirror.region import Region, excerpt
from integrationskonzept_integreat.page_blocks import page_html
from integrationskonzept_integreat.slug import Slugs
from integrationskonzept_integreat.translator import Translator

_ADDRESS = re.compile(r"(?P<street>.+?),\s*(?P<postcode>\d{5})\s+(?P<town>[^,]+)")
_COUNTRY = "Deutschland"
_GREY = "#585858"


@frozen(kw_only=True)
class Place:
    """A location with its contact details."""

    concept: Concept
    address: str
    """Address of the element it belongs to."""
    title: str
    attribute: str
    """The attribute of the element that holds the title."""
    contact: Contact
    kind: ActorKind | None
    offers: tuple[Offer, ...]

    @property
    def parts(self) -> tuple[str, str, str] | None:
        """Street, postcode and town; None if the address has a different format."""
        found = _ADDRESS.fullmatch(one_line(self.contact.address or ""))
        return (found["street"], found["postcode"], found["town"]) if found else None


def places(concept: Concept) -> list[Place]:
    """List the town and every actor whose address is public."""
    return [*_town(concept), *_actors(concept)]


def _town(concept: Concept) -> Iterator[Place]:
    town = concept.municipality
    if town.address and town.address.strip():
        contact = Contact(email=town.email, phone=town.phone, address=town.address, url=town.website)
        yield Place(
            concept=concept,
            address=concept.address,
            title=town.name,
            attribute="municipality.name",
            contact=contact,
            kind=ActorKind.ADMINISTRATION,
            offers=(),
        )


def _actors(concept: Concept) -> Iterator[Place]:
    for actor in concept.every(Actor):
        if actor.contact and actor.contact.address and actor.contact.address.strip():
            yield Place(
                concept=concept,
                address=actor.address,
                title=actor.title,
                attribute="title",
                contact=actor.contact,
                kind=actor.kind,
                offers=tuple(_offers(concept, actor)),
            )


def _offers(concept: Concept, actor: Actor) -> Iterator[Offer]:
    for offer in concept.every(Offer):
        if any(actor.id in involvement.actor_refs for involvement in offer.contacts):
            yield offer


def losses_of_places(concept: Concept) -> Iterator[Loss]:
    """Yield the missing details of locations."""
    for place in places(concept):
        lost = message(
            "a concept states no coordinates, so no map shows the place",
        )
        yield Loss(address=place.address, message=lost)
        if place.parts is None:
            lost = message(
                "postcode and town cannot be told from the address {address!r}; expected 'street 1, 12345 town'",
                address=place.contact.address,
            )
            yield Loss(address=place.address, message=lost)


def locations(
    region: Region,
    where: Sequence[Place],
    language: str,
    catalogue: Catalogue | None,
    own: tuple[tuple[str, str], ...],
) -> list[dict[str, Any]]:
    """Return all locations in one language."""
    slugs = Slugs("poi")
    translator = Translator(language=language, source=region.source, catalogue=catalogue)
    return [
        _location_answer(region, slugs.give(place.title), place, translator, _content(place, translator, own))
        for place in where
    ]


def _location_answer(region: Region, slug: str, place: Place, translator: Translator, content: str) -> dict[str, Any]:
    contact, language = place.contact, translator.language
    website = web(contact.url).target if contact.url else None
    return {
        **region.addressed(_number(region, place, language), region.path(language, "locations", slug)),
        "title": translator.title(place.address, place.attribute, place.title).value,
        **region.changed,
        "meta_description": "",
        "excerpt": excerpt(content),
        "content": content,
        "available_languages": {
            other: region.addressed(_number(region, place, other), region.path(other, "locations", slug))
            for other in region.languages
            if other != language
        },
        "icon": None,
        "thumbnail": None,
        "website": website,
        "email": contact.email,
        "phone_number": contact.phone,
        "contacts": [_contact(contact, website)],
        "category": _category(region, place.kind, language),
        "temporarily_closed": False,
        "opening_hours": None,
        "appointment_url": None,
        "location": _location(region, place),
        "hash": None,
        "organization": None,
        "barrier_free": None,
    }


def _number(region: Region, place: Place, language: str) -> int | None:
    return region.number(f"{place.address} place {language}") if language == region.source else None


def _content(place: Place, translator: Translator, own: tuple[tuple[str, str], ...]) -> str:
    if not place.offers:
        return ""
    builder = ContextBuilder(concept=place.concept, translator=translator)
    offers = tuple(map(builder.offer, place.offers))
    return cleaned(page_html(own, "location.html", translator, {"offers": offers}))


def _contact(contact: Contact, website: str | None) -> dict[str, Any]:
    return {
        "area_of_responsibility": None,
        "name": contact.name or "",
        "email": contact.email or "",
        "phone_number": contact.phone or "",
        "mobile_number": "",
        "website": website or "",
        "opening_hours": [],
        "appointment_url": None,
    }


def _location(region: Region, place: Place) -> dict[str, Any]:
    street, postcode, town = place.parts or (one_line(place.contact.address or ""), "", "")
    return {
        "id": region.number(f"{place.address} place"),
        "name": one_line(place.title),
        "address": street,
        "town": town,
        "state": None,
        "postcode": postcode,
        "region": None,
        "country": _COUNTRY,
        "latitude": None,
        "longitude": None,
    }


def _category(region: Region, kind: ActorKind | None, language: str) -> dict[str, Any]:
    icon, *names = next((found for kinds, found in _CATEGORIES if kind in kinds), _OTHER)
    return {
        "id": region.number(f"category {icon}"),
        "name": names[language.startswith("de")],
        "color": _GREY,
        "icon": icon,
        "icon_url": f"{region.server}/static/svg/poi-category-icons/{icon}.svg",
        "icon_color": f"{icon}_{_GREY}",
    }


_OTHER = ("other", "Other", "Sonstiges")
_CATEGORIES: Iterable[tuple[set[ActorKind], tuple[str, str, str]]] = (
    (
        {ActorKind.ADMINISTRATION, ActorKind.AUTHORITY, ActorKind.COUNCIL, ActorKind.OFFICER},
        ("office", "Public offices", "Behörden"),
    ),
    ({ActorKind.WELFARE, ActorKind.VOLUNTEERS}, ("advice", "Advice and help", "Beratung und Hilfe")),
    ({ActorKind.SCHOOL}, ("education", "Education", "Bildung")),
    ({ActorKind.CLUB}, ("leisure", "Leisure", "Freizeit")),
    ({ActorKind.CHURCH, ActorKind.VENUE}, ("meeting_point", "Meeting points", "Treffpunkte")),
)
"""Icon of the CMS for each kind of actor, with the category in English and in German."""
