"""The table of indicators: one row an indicator, wherever it hangs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.tabular.columns import (
    columns_of,
    ids_around,
    integer,
    joined,
    number,
    pursued,
    said,
    state_around,
    text,
)
from integrationskonzept.tabular.table import Table

_COLUMNS = (
    text("concept", message("Id of the concept")),
    text("indicator", message("Id of the indicator")),
    text("measure", message("Id of the measure it hangs on; none when it hangs elsewhere")),
    text("goal", message("Id of the goal it hangs on; none when it hangs elsewhere")),
    text("field_of_action", message("Id of the field of action around it")),
    text("title", message("Title, as printed")),
    text("kind", message("Kind of indicator; missing when not stated")),
    text("unit", message("Unit of its values")),
    text("direction", message("Which way it is wanted to move")),
    text("population", message("Whom its values speak of")),
    text("catalogue_code", message("Catalogue and code, such as IntMK:E1a")),
    number("baseline", message("Baseline value, in the indicator's unit; missing when there is none")),
    text("baseline_as_of", message("Date of the baseline, with the precision it was stated in")),
    number("target", message("Target value, in the indicator's unit; missing when there is none")),
    text("target_due", message("Date of the target, with the precision it was stated in")),
    integer("observations", message("Number of observations, missing ones included")),
    text("data_source", message("Where its values come from")),
    text("collection_frequency", message("How often it is collected")),
    text("collected_by", message("Ids of the actors who collect it, separated by '; '")),
    pursued(),
)


def _fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
    return columns_of(_COLUMNS, concept, _rows(concept))


def _rows(concept: Concept) -> Iterator[tuple[Any, ...]]:
    for path, indicator in concept.records.get(Indicator):
        baseline, target = indicator.baseline, indicator.target
        yield (
            indicator.id,
            *ids_around(concept, path, Measure, Goal, FieldOfAction),
            indicator.title,
            said(indicator.kind),
            indicator.unit,
            said(indicator.direction),
            indicator.population,
            indicator.catalogue_code,
            baseline and baseline.value,
            baseline and said(baseline.as_of),
            target and target.value,
            target and said(target.due),
            len(indicator.observations),
            indicator.data_source,
            indicator.collection_frequency,
            joined(indicator.collected_by),
            state_around(concept, path),
        )


INDICATORS = Table(name="indicators", title=message("Indicators"), columns=_COLUMNS, fill=_fill)
