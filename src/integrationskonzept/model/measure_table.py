"""Table of measures and summary of a concept for notebooks."""

from collections.abc import Iterable, Mapping, Sequence

from integrationskonzept.i18n.messages import label_text
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.measure import Measure


def summary(facts: Iterable[str], counts: Mapping[str, int], language: str) -> str:
    """Return facts and the number of elements of each noun in one line."""
    counted = (f"{label_text(noun, language)}: {count}" for noun, count in counts.items() if count)
    return " · ".join(filter(None, (*facts, *counted)))


def measure_table(
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
