"""Tables of the stock-take: activities, offers, needs."""

from collections.abc import Iterator
from typing import Any

from integrationskonzept.i18n.messages import message
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.stocktake import Need, Offer, Theme
from integrationskonzept.tabular.columns import Placed, actors, day, placed, pursued, text
from integrationskonzept.tabular.table import table_of


def _activities(concept: Concept) -> Iterator[Placed]:
    return placed(concept, Activity, ActionDay)


def _offers(concept: Concept) -> Iterator[Placed]:
    return placed(concept, Offer)


def _needs(concept: Concept) -> Iterator[Placed]:
    return placed(concept, Need)


def _theme(row: Any) -> str | None:
    """Return the title of the theme of an offer, or its id where there is no such theme."""
    offer: Offer = row.element
    theme = row.concept.get(f"{Theme.noun}/{offer.theme_ref}")
    return theme.title if isinstance(theme, Theme) else offer.theme_ref


ACTIVITIES = table_of(
    "activities",
    message("Activities and action days"),
    _activities,
    (
        text("address", message("Address of the activity or action day")),
        text("field_of_action", message("Id of the field of action around it"), lambda row: row.id_of(FieldOfAction)),
        text(
            "measure",
            message("Id of the measure it hangs on; none when it hangs elsewhere"),
            lambda row: row.id_of(Measure),
        ),
        text("area", message("Heading it is printed under")),
        text("title", message("Title, as printed")),
        text("date", message("Date, with the precision it was stated in")),
        day(
            "earliest",
            message("First day the date can mean; missing when no year is stated"),
            lambda row: row.date and row.date.earliest,
        ),
        day(
            "latest",
            message("Last day the date can mean; missing when no year is stated"),
            lambda row: row.date and row.date.latest,
        ),
        text(
            "recurrence",
            message("How it comes round; missing when not stated"),
            lambda row: row.recurrence and row.recurrence.frequency,
        ),
        pursued(),
    ),
)
OFFERS = table_of(
    "offers",
    message("Existing offers"),
    _offers,
    (
        text("offer", message("Id of the offer"), lambda row: row.id),
        text("theme_ref", message("Theme it is listed under"), _theme),
        text("title", message("Title, as printed")),
        text("contacts", message("Ids of the actors to turn to, separated by '; '"), lambda row: actors(row.contacts)),
        text("target_group_refs", message("Ids of the target groups, separated by '; '")),
    ),
)
NEEDS = table_of(
    "needs",
    message("Needs"),
    _needs,
    (
        text("need", message("Id of the need"), lambda row: row.id),
        text("perspective", message("Who voiced it")),
        text("text", message("The need, in words")),
        text("offer_refs", message("Ids of the offers that answer it already, separated by '; '")),
    ),
)
