"""Tables of the stock-take: activities, offers, needs."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from integrationskonzept.i18n.messages import message
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.stocktake import Need, Offer, Theme
from integrationskonzept.tabular.columns import (
    actors,
    columns_of,
    day,
    ids_around,
    joined,
    pursued,
    said,
    state_around,
    text,
)
from integrationskonzept.tabular.table import Table

_ACTIVITIES = (
    text("concept", message("Id of the concept")),
    text("address", message("Address of the activity or action day")),
    text("field_of_action", message("Id of the field of action around it")),
    text("measure", message("Id of the measure it hangs on; none when it hangs elsewhere")),
    text("area", message("Heading it is printed under")),
    text("title", message("Title, as printed")),
    text("date", message("Date, with the precision it was stated in")),
    day("earliest", message("First day the date can mean; missing when no year is stated")),
    day("latest", message("Last day the date can mean; missing when no year is stated")),
    text("recurrence", message("How it comes round; missing when not stated")),
    pursued(),
)
_OFFERS = (
    text("concept", message("Id of the concept")),
    text("offer", message("Id of the offer")),
    text("theme_ref", message("Theme it is listed under")),
    text("title", message("Title, as printed")),
    text("contacts", message("Ids of the actors to turn to, separated by '; '")),
    text("target_group_refs", message("Ids of the target groups, separated by '; '")),
)
_NEEDS = (
    text("concept", message("Id of the concept")),
    text("need", message("Id of the need")),
    text("perspective", message("Who voiced it")),
    text("text", message("The need, in words")),
    text("offer_refs", message("Ids of the offers that answer it already, separated by '; '")),
)


def _fill_activities(concept: Concept) -> Mapping[str, Sequence[Any]]:
    return columns_of(_ACTIVITIES, concept, _activities(concept))


def _activities(concept: Concept) -> Iterator[tuple[Any, ...]]:
    for path, activity in chain(concept.records.get(Activity), concept.records.get(ActionDay)):
        yield (
            activity.address,
            *ids_around(concept, path, FieldOfAction, Measure),
            activity.area,
            activity.title,
            said(activity.date),
            activity.date and activity.date.earliest,
            activity.date and activity.date.latest,
            activity.recurrence and str(activity.recurrence.frequency),
            state_around(concept, path),
        )


def _fill_offers(concept: Concept) -> Mapping[str, Sequence[Any]]:
    themes = {theme.id: theme.title for theme in concept.every(Theme)}
    found: list[Offer] = [offer for _, offer in concept.records.get(Offer)]
    rows = (
        (
            o.id,
            themes.get(o.theme_ref, o.theme_ref) if o.theme_ref else None,
            o.title,
            actors(o.contacts),
            joined(o.target_group_refs),
        )
        for o in found
    )
    return columns_of(_OFFERS, concept, rows)


def _fill_needs(concept: Concept) -> Mapping[str, Sequence[Any]]:
    found: list[Need] = [need for _, need in concept.records.get(Need)]
    rows = ((n.id, n.perspective, n.text, joined(n.offer_refs)) for n in found)
    return columns_of(_NEEDS, concept, rows)


ACTIVITIES = Table(
    name="activities", title=message("Activities and action days"), columns=_ACTIVITIES, fill=_fill_activities
)
OFFERS = Table(name="offers", title=message("Existing offers"), columns=_OFFERS, fill=_fill_offers)
NEEDS = Table(name="needs", title=message("Needs"), columns=_NEEDS, fill=_fill_needs)
