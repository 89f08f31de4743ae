"""A concept of 5,000 measures goes all the way: saved, loaded, checked and exported."""

import tracemalloc
from pathlib import Path

import integrationskonzept as ik
from integrationskonzept.model import (
    Actor,
    FieldOfAction,
    Horizon,
    HorizonStatement,
    Indicator,
    Involvement,
    Measure,
    Municipality,
    Span,
)
from integrationskonzept_ical.content_lines import file_of

COUNT = 5_000


def measure(number: int) -> Measure:
    return Measure(
        id=f"massnahme-{number}",
        title=f"Maßnahme {number}",
        leads=(Involvement(actor_refs=("stadt",)),),
        time_frames=(HorizonStatement(horizon_ref="kurz"),),
        indicators=(Indicator(id=f"indikator-{number}", title=f"Anzahl der Kurse {number}"),),
    )


def plan() -> ik.Concept:
    return ik.Concept(
        id="grossstadt",
        title="Integrationskonzept Großstadt",
        municipality=Municipality(name="Großstadt"),
        period=Span(start=ik.PartialDate("2026"), end=ik.PartialDate("2030")),
        horizons=(Horizon(id="kurz", title="kurzfristig", minimum_years=0, maximum_years=1),),
        actors=(Actor(id="stadt", title="Stadt Großstadt"),),
        fields_of_action=(FieldOfAction(id="sprache", title="Sprache", measures=tuple(map(measure, range(COUNT)))),),
    )


def test_five_thousand_measures_are_loaded_checked_and_exported(tmp_path: Path) -> None:
    concept = ik.load(ik.save(plan(), tmp_path / "gross.yaml"))
    assert concept == plan()
    report = ik.check(concept)
    assert report.errors == ()
    assert {len(finding.places) for finding in report.by_code["IK304"]} == {COUNT}
    calendar = ik.export(concept, "ical", deadlines="todos").files[0].content
    assert calendar.count(b"BEGIN:VTODO") == COUNT


def test_a_file_is_written_line_by_line_and_never_held_twice() -> None:
    lines = 50_000
    tracemalloc.start()
    try:
        content = file_of(f"SUMMARY:Offener Treff für alle ({number})" for number in range(lines))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert content.count(b"\r\n") == lines
    assert most < 1.5 * len(content)
