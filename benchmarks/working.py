"""Benchmark rows about work with a concept: rules, calendar, comparison, tables."""

import itertools
import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import icalendar
import pandas as pd
import xlsxwriter

import integrationskonzept as ik
from benchmarks import data
from benchmarks.timing import Cost, Pair, Row, on_the_wall, peak, timed
from integrationskonzept.blocks import to_html
from integrationskonzept.merging import MadeTables, element_tables
from integrationskonzept.plugins.kit import cell_text
from integrationskonzept_ical.calendar import export
from integrationskonzept_ical.options import Options
from integrationskonzept_office.workbook.writer import write_workbook
from integrationskonzept_report import Kind, pdf
from integrationskonzept_report import Options as ReportOptions
from integrationskonzept_report.assembly import assemble
from integrationskonzept_report.exporter import export as report
from integrationskonzept_report.glyphs import Glyphs
from integrationskonzept_site import Options as SiteOptions
from integrationskonzept_site.edition import editions
from integrationskonzept_site.exporter import export as site
from integrationskonzept_site.pages import pages_of

_SITE_MEASURES = 500
_REPORT_ROUNDS = 3


def _plan() -> tuple[str, ik.Concept]:
    text = ik.dumps(data.plan(), "json")
    return text, ik.loads(text, "json")


def _rules() -> Pair:
    text, concept = _plan()
    return Pair(
        ours=timed(lambda: ik.check(data.anew(concept))),
        peer=timed(lambda: ik.loads(text, "json")),
    )


def _report() -> Pair:
    """Return the cost of fact sheets as PDF, and that of typst alone for what they pass to it.

    typst keeps what it has typeset, so that every run has texts of its own.
    """
    options = ReportOptions(kind=Kind.FACT_SHEETS)
    plans = (data.retold(data.plan(data.SHEETS), number) for number in itertools.count())
    concepts = [next(plans) for _ in range(_REPORT_ROUNDS + 1)]
    sources = [pdf.report_data(assemble(next(plans), options), Glyphs()) for _ in range(_REPORT_ROUNDS + 1)]
    if json.dumps(sources[0]).count('"sheet": true') != data.SHEETS:
        raise ValueError(f"there are not {data.SHEETS} fact sheets: something else would be measured")
    return Pair(
        ours=timed(lambda: report(concepts.pop(), options)), peer=timed(lambda: pdf.compile_data(sources.pop()))
    )


def _site() -> Pair:
    """Return the cost of a site, and that of writing every page of it as a page of its own."""
    concept = data.plan(_SITE_MEASURES)
    (edition,) = editions(concept, None, None, ())
    pages = [page.document for page in pages_of(edition, (), None)]
    return Pair(
        ours=timed(lambda: site(data.anew(concept), SiteOptions())),
        peer=timed(lambda: [to_html(page) for page in pages]),
    )


def _comparison() -> Pair:
    text, concept = _plan()
    later = data.next_edition(concept)
    return Pair(
        ours=timed(lambda: ik.compare(data.anew(concept), data.anew(later))),
        peer=timed(lambda: ik.loads(text, "json")),
    )


def _calendar(cost: Callable[[Callable[[], object]], Cost]) -> Pair:
    concept = data.calendar(data.EVENTS)
    options = Options()
    (file,) = export(concept, options).files
    events = [_said(event) for event in icalendar.Calendar.from_ical(file.content).walk("VEVENT")]
    if len(events) < data.EVENTS:
        raise ValueError(f"{len(events)} events are too few: something else would be measured")
    return Pair(ours=cost(lambda: export(data.anew(concept), options)), peer=cost(lambda: _plainly(events)))


def _said(event: Any) -> list[tuple[str, Any]]:
    """Return the properties of an event as a user of icalendar would pass them."""
    said = []
    for name, value in event.property_items(recursive=False):
        if name not in {"BEGIN", "END"}:
            said.append((name, value.dt if hasattr(value, "dt") else value.cats if name == "CATEGORIES" else value))
    return [(name, str(value) if isinstance(value, str) else value) for name, value in said]


def _plainly(events: list[list[tuple[str, Any]]]) -> bytes:
    calendar = icalendar.Calendar()
    for said in events:
        event = icalendar.Event()
        for name, value in said:
            event.add(name, value)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _observations(convert: Callable[[Any], Any]) -> Pair:
    concepts = data.observed(data.OBSERVATIONS)
    return Pair(
        ours=on_the_wall(lambda: convert(ik.tables(*map(data.anew, concepts)).observations)),
        peer=on_the_wall(lambda: pd.DataFrame(_rows(concepts))),
    )


def _rows(concepts: tuple[ik.Concept, ...]) -> list[dict[str, Any]]:
    """Return the columns of the table in the obvious way: a dict per row, in nested loops."""
    return [
        {
            "concept": concept.id,
            "edition": concept.edition_key,
            "parent": indicator.address,
            "part": "observations",
            "figure": None,
            "field_of_action": field.id,
            "indicator": indicator.id,
            "goal": None,
            "measure": measure.id,
            "path": f"fields_of_action[{f}].measures[{m}].indicators[{i}].observations[{o}]",
            "pursuit": "unknown",
            "as_of": one.as_of and one.as_of.text,
            "as_of_earliest": one.as_of and one.as_of.earliest,
            "as_of_latest": one.as_of and one.as_of.latest,
            "value": one.value,
            "minimum": one.minimum,
            "maximum": one.maximum,
            "reached": one.reached,
            "text": one.text,
            "approximate": one.approximate,
            "population": one.population,
            "missing": one.missing,
            "printed": one.printed,
            "inferred": "; ".join(one.inferred) or None,
            "open_ended": one.open_ended,
            "note": one.note,
            "footnote_refs": "; ".join(one.footnote_refs) or None,
            "internal": one.internal,
            "breakdown": len(one.breakdown),
            "unit": indicator.unit,
        }
        for concept in concepts
        for f, field in enumerate(concept.fields_of_action)
        for m, measure in enumerate(field.measures)
        for i, indicator in enumerate(measure.indicators)
        for o, one in enumerate(indicator.observations)
    ]


def _workbook() -> Pair:
    concept = data.plan()
    made = element_tables(concept, "de")
    return Pair(
        ours=timed(lambda: write_workbook(element_tables(data.anew(concept), "de", cell_text))),
        peer=timed(lambda: _cells_alone(made)),
    )


def _cells_alone(made: MadeTables) -> bytes:
    """Write the same cells in the obvious way, without formats, lists, or the values they were made from."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    for table in made.tables:
        sheet = book.add_worksheet(table.name)
        columns = {column.key: number for number, column in enumerate(table.columns)}
        for number, row in enumerate(table.rows):
            for key, shown in row.cells.items():
                if isinstance(shown, date):
                    sheet.write_datetime(number, columns[key], shown)
                else:
                    sheet.write(number, columns[key], shown)
    book.close()
    return target.getvalue()


ROWS = (
    Row(
        name="rules",
        work=f"all rules on a plan of {data.MEASURES:,} measures",
        peer="loading that plan from JSON here",
        limit=1.2,
        pair=_rules,
        rounds=5,
    ),
    Row(
        name="calendar",
        work=f"calendar of {data.EVENTS:,} events to bytes",
        peer="icalendar: `Event.add` … `to_ical`",
        limit=0.4,
        pair=lambda: _calendar(timed),
        rounds=3,
    ),
    Row(
        name="calendar-memory",
        work="memory while that calendar is written",
        peer="the same",
        limit=float("inf"),
        pair=lambda: _calendar(peak),
        rounds=1,
    ),
    Row(
        name="comparison",
        work=f"comparison of two editions of {data.MEASURES:,} measures",
        peer="loading one of them from JSON here",
        limit=1.0,
        pair=_comparison,
        rounds=5,
    ),
    Row(
        name="report",
        work=f"PDF of {data.SHEETS} fact sheets",
        peer="`typst.compile` of the source that this makes",
        limit=3.0,
        pair=_report,
        rounds=_REPORT_ROUNDS,
    ),
    Row(
        name="site",
        work=f"website of a plan of {_SITE_MEASURES} measures",
        peer="its pages one by one, each with its own style",
        limit=6.0,
        pair=_site,
        rounds=3,
    ),
    Row(
        name="arrow",
        work=f"table of {data.OBSERVATIONS:,} observations → Arrow",
        peer="list of dicts → pandas",
        limit=0.35,
        pair=lambda: _observations(lambda frame: frame.to_arrow()),
        rounds=3,
    ),
    Row(
        name="polars",
        work="the same → polars",
        peer="list of dicts → pandas",
        limit=0.35,
        pair=lambda: _observations(lambda frame: frame.to_polars()),
        rounds=3,
    ),
    Row(
        name="pandas",
        work="the same → pandas",
        peer="list of dicts → pandas",
        limit=0.5,
        pair=lambda: _observations(lambda frame: frame.to_pandas()),
        rounds=3,
    ),
    Row(
        name="workbook",
        work=f"workbook of a plan of {data.MEASURES:,} measures",
        peer="XlsxWriter: the same cells alone",
        limit=3.0,
        pair=_workbook,
        rounds=3,
    ),
)
