"""A concept in a notebook: its facts, its counts and its measures."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from integrationskonzept.blocks.notebook_table import page
from integrationskonzept.i18n.messages import label_text
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.measure import Measure


def overview(concept: Any, language: str) -> str:
    """Return HTML of a concept: its title, the number of its elements by noun, and its measures with their fields."""
    counts = {
        "fields_of_action": len(concept.every(FieldOfAction)),
        "goals": len(concept.goals),
        "measures": len(concept.measures),
        "indicators": len(concept.indicators),
    }
    counted = (f"{label_text(noun, language)}: {count}" for noun, count in counts.items() if count)
    line = " · ".join(filter(None, (concept.municipality.name, concept.years, *counted)))
    measures = [(concept.field_of(measure.address), measure) for measure in concept.measures]
    return page(concept.title, line, *_table(measures, concept.every(Horizon), language))


def _table(
    measures: Iterable[tuple[FieldOfAction | None, Measure]], horizons: Iterable[Horizon], language: str
) -> tuple[Sequence[str], Sequence[Sequence[object]]]:
    """Return columns and rows for measures, each with the field of action around it."""
    titles = {horizon.id: horizon.title for horizon in horizons}
    columns = [label_text(name, language) for name in ("field_of_action", "measure", "time_frames", "indicators")]
    return columns, [
        (field.title if field else "–", measure.title, _time_frames(measure, titles), len(measure.indicators))
        for field, measure in measures
    ]


def _time_frames(measure: Measure, titles: Mapping[str, str]) -> str:
    return ", ".join(
        titles.get(stated.horizon_ref, stated.horizon_ref)
        if stated.horizon_ref
        else f"{stated.start or ''}–{stated.end or ''}"
        for stated in measure.time_frames
    )
