"""How a notebook shows a thing: a heading, a line below it, and a table."""

from collections.abc import Iterable, Mapping, Sequence

from integrationskonzept.language import label
from integrationskonzept.model.field import FieldOfAction
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.measure import Measure

ROWS = 100
"""How many rows are shown; of more, a last row says how many follow."""


def page(heading: str, line: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return HTML in which no text, hostile as it may be, is taken for markup."""
    from html import escape

    body = "".join(_row("td", row) for row in rows[:ROWS])
    if len(rows) > ROWS:
        body += f'<tr><td colspan="{len(columns)}">… + {len(rows) - ROWS}</td></tr>'
    table = f"<table><thead>{_row('th', columns)}</thead><tbody>{body}</tbody></table>" if rows else ""
    return f"<h3>{escape(heading)}</h3><p>{escape(line)}</p>{table}"


def _row(tag: str, cells: Iterable[object]) -> str:
    from html import escape

    return "<tr>" + "".join(f"<{tag}>{escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"


def summary(facts: Iterable[str], counts: Mapping[str, int], language: str) -> str:
    """Say in one line what is known, and how much there is of each noun of the model."""
    counted = (f"{label(noun, language)}: {count}" for noun, count in counts.items() if count)
    return " · ".join(filter(None, (*facts, *counted)))


def measure_table(
    measures: Iterable[tuple[FieldOfAction | None, Measure]], horizons: Iterable[Horizon], language: str
) -> tuple[Sequence[str], Sequence[Sequence[object]]]:
    """Return columns and rows for measures, each with the field of action around it."""
    titles = {horizon.id: horizon.title for horizon in horizons}
    columns = [label(name, language) for name in ("field_of_action", "measure", "horizons", "indicators")]
    return columns, [
        (field.title if field else "–", measure.title, _time_frames(measure, titles), len(measure.indicators))
        for field, measure in measures
    ]


def _time_frames(measure: Measure, titles: Mapping[str, str]) -> str:
    return ", ".join(
        titles.get(stated.horizon, stated.horizon) if stated.horizon else f"{stated.start or ''}–{stated.end or ''}"
        for stated in measure.horizons
    )
