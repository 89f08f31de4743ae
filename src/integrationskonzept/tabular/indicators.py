"""The table of indicators: one row an indicator, wherever it hangs."""

from collections.abc import Iterator
from typing import Any

from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.tabular.columns import Placed, integer, number, placed, pursued, text
from integrationskonzept.tabular.table import table_of


def _rows(concept: Concept) -> Iterator[Placed]:
    return placed(concept, Indicator)


def _of(part: str, attribute: str) -> Any:
    """Return the getter of an attribute of a part that an indicator may lack."""
    return lambda row: getattr(getattr(row, part), attribute, None)


INDICATORS = table_of(
    "indicators",
    message("Indicators"),
    _rows,
    (
        text("indicator", message("Id of the indicator"), lambda row: row.id),
        text(
            "measure",
            message("Id of the measure it hangs on; none when it hangs elsewhere"),
            lambda row: row.id_of(Measure),
        ),
        text("goal", message("Id of the goal it hangs on; none when it hangs elsewhere"), lambda row: row.id_of(Goal)),
        text("field_of_action", message("Id of the field of action around it"), lambda row: row.id_of(FieldOfAction)),
        text("title", message("Title, as printed")),
        text("kind", message("Kind of indicator; missing when not stated")),
        text("unit", message("Unit of its values")),
        text("direction", message("Which way it is wanted to move")),
        text("population", message("Whom its values speak of")),
        text("catalogue_code", message("Catalogue and code, such as IntMK:E1a")),
        number(
            "baseline",
            message("Baseline value, in the indicator's unit; missing when there is none"),
            _of("baseline", "value"),
        ),
        text(
            "baseline_as_of",
            message("Date of the baseline, with the precision it was stated in"),
            _of("baseline", "as_of"),
        ),
        number(
            "target",
            message("Target value, in the indicator's unit; missing when there is none"),
            _of("target", "value"),
        ),
        text("target_due", message("Date of the target, with the precision it was stated in"), _of("target", "due")),
        integer(
            "observations",
            message("Number of observations, missing ones included"),
            lambda row: len(row.observations),
        ),
        text("data_source", message("Where its values come from")),
        text("collection_frequency", message("How often it is collected")),
        text("collected_by", message("Ids of the actors who collect it, separated by '; '")),
        pursued(),
    ),
)
