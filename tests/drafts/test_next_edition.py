"""The next edition begins from the last one, and says what became of everything in it."""

from datetime import date
from pathlib import Path

import pytest

import integrationskonzept as ik
from integrationskonzept.drafts.next_edition import NextEdition, next_edition_of, next_period
from integrationskonzept.errors import InvalidValueError
from integrationskonzept.model import Fate
from integrationskonzept.model.dates import Span
from integrationskonzept.testing import seeded, town
from tests.cli.conftest import Call, call  # noqa: F401 - a fixture

TODAY = date(2029, 6, 1)

LAST = """
horizons: [{id: kurz, title: kurzfristig, maximum_years: 1}, {id: jahre, title: bis 2026, end: 2026}]
status_scale:
  - {id: fertig, title: fertig, neutral: done, terminal: true}
  - {id: begonnen, title: begonnen, neutral: started}
sections: [{id: kurse, title: Kurse, page: 3}]
evaluations: [{id: zwischen, due: 2027, held_on: 2027-05-01}]
evaluation: {interval_years: 2, start: 2025}
fields_of_action:
  - id: sprache
    title: Sprache
    goals: [{id: teilhabe, text: Teilhabe}]
    measures:
      - id: kurse
        number: "1"
        title: Kurse
        sources: [{section_ref: kurse}]
        printed: KURSE
        time_frames: [kurz]
        schedule: {planned: {start: 2025, end: 2026}}
        requires: [lotsen]
        status_reports: [{as_of: 2026, level_ref: begonnen}, {as_of: 2028, level_ref: begonnen}]
        steps: [{id: s1, title: Ausschreibung, done_on: 2026-01-01}, {id: s2, title: Raum}]
        activities: [{id: fest, title: Fest, date: 2026-05-01}, {id: treff, title: Treff}]
        indicators:
          - id: zahl
            title: Zahl
            unit: Kurse
            target: {due: 2027, value: 5}
            interim_targets: [{due: 2026, value: 3}]
        discrepancies:
          - {id: offen, kind: contradiction, text: Zahlen widersprechen sich.}
          - {id: geklaert, kind: contradiction, text: Geklärt., resolution: kept}
      - id: lotsen
        title: Lotsen
        status_reports: [{as_of: 2028, level_ref: fertig}]
      - {id: fest, title: Fest der Kulturen, rejected: Kein Geld.}
      - {id: alt, title: Alte Treffs, merged_into: kurse}
      - {id: bau, title: Bau, schedule: {planned: {start: 2028, end: 2032}}}
"""


@pytest.fixture
def last() -> ik.Concept:
    return town(LAST, edition="{number: 1, as_of: 2025-01-15, adopted_on: 2025-02-01, decisions: [{id: gr}]}")


@pytest.fixture
def begun(last: ik.Concept) -> NextEdition:
    period = next_period(last)
    assert period is not None
    return next_edition_of(last, period, TODAY)


def test_the_period_follows_on_that_of_the_last_edition(last: ik.Concept) -> None:
    assert next_period(last) == Span(start=ik.PartialDate("2030"), end=ik.PartialDate("2034"))
    assert next_period(last, 2029) == Span(start=ik.PartialDate("2029"), end=ik.PartialDate("2033"))
    assert next_period(last, last=2031) == Span(start=ik.PartialDate("2030"), end=ik.PartialDate("2031"))


def test_an_edition_without_years_needs_the_first_one() -> None:
    concept = town(period="{start: 2025}")
    assert next_period(concept) is None
    assert next_period(concept, 2030) == Span(start=ik.PartialDate("2030"))


def test_what_is_pursued_is_carried_over_and_what_is_over_is_lineage(begun: NextEdition) -> None:
    assert begun.carried == ("goal/teilhabe", "measure/kurse", "measure/bau")
    assert begun.lineage == ("measure/lotsen", "measure/fest", "measure/alt")
    assert [measure.id for measure in begun.concept.measures] == ["kurse", "bau"]
    predecessor = begun.concept.edition.predecessor
    assert predecessor is not None
    assert [(one.id, one.fate, one.verdict) for one in predecessor.previous_goals] == [
        ("teilhabe", Fate.CARRIED_OVER, None),
        ("kurse", Fate.CARRIED_OVER, None),
        ("lotsen", Fate.COMPLETED, None),
        ("fest", Fate.REJECTED, None),
        ("alt", Fate.CHANGED, None),
        ("bau", Fate.CARRIED_OVER, None),
    ]
    assert [one.measure_refs for one in predecessor.previous_goals] == [(), ("kurse",), (), (), ("kurse",), ("bau",)]
    assert (predecessor.id, str(predecessor.as_of), str(predecessor.adopted_on)) == (
        "musterstadt",
        "2025-01-15",
        "2025-02-01",
    )


def test_what_belongs_to_the_old_document_and_period_is_left_out(begun: NextEdition) -> None:
    concept = begun.concept
    assert (concept.edition.number, concept.edition.as_of, concept.edition.decisions) == (2, None, ())
    assert [horizon.id for horizon in concept.horizons] == ["kurz"]
    assert concept.sections == concept.evaluations == ()
    assert concept.evaluation is not None
    assert concept.evaluation.start is None
    measure = concept.measure("kurse")
    assert (measure.sources, measure.printed, measure.time_frames, measure.schedule, measure.requires) == (
        (),
        None,
        (),
        None,
        (),
    )
    assert [str(report.as_of) for report in measure.status_reports] == ["2028"]
    assert [step.id for step in measure.steps] == ["s2"]
    assert [activity.id for activity in measure.activities] == ["treff"]
    assert concept.indicator("zahl").target is None
    assert concept.indicator("zahl").interim_targets == ()


def test_a_plan_that_goes_on_and_open_doubts_stay(begun: NextEdition) -> None:
    schedule = begun.concept.measure("bau").schedule
    assert schedule is not None
    assert schedule.planned == Span(start=ik.PartialDate("2028"), end=ik.PartialDate("2032"))
    assert begun.open_doubts == ("discrepancy/offen",)
    assert begun.summary.text("de").startswith("3 Ziele und Maßnahmen übernommen, 3 ")


def test_a_comparison_finds_the_next_edition_consistent(last: ik.Concept, begun: NextEdition) -> None:
    comparison = ik.compare(last, begun.concept)
    judged = {one.address: one.fate for one in comparison.judgements}
    assert judged == {
        "measure/lotsen": Fate.COMPLETED,
        "measure/fest": Fate.REJECTED,
        "measure/alt": Fate.CHANGED,
    }
    assert ik.check(begun.concept).ok


@pytest.mark.parametrize("name", ["sachsenheim", "musterstadt-2025", "musterstadt-2027"])
def test_the_bundled_concepts_have_a_next_edition_without_errors(name: str) -> None:
    last = ik.concept(name)
    period = next_period(last)
    assert period is not None
    found = next_edition_of(last, period, TODAY)
    assert ik.check(found.concept).ok
    assert ik.loads(ik.dumps(found.concept)) == found.concept
    assert len(found.carried) + len(found.lineage) == len(last.goals) + len(last.measures)


@pytest.mark.parametrize("seed", range(30))
def test_any_concept_has_a_next_edition_without_dangling_references(seed: int) -> None:
    last = ik.replace(found := seeded(seed, measures=8), found, period=Span(start=ik.PartialDate("2025")))
    dangling = {link.address for link in last.links} - {*last.index}
    begun = next_edition_of(last, Span(start=ik.PartialDate("2190"), end=ik.PartialDate("2195")))
    assert {link.address for link in begun.concept.links} - {*begun.concept.index} <= dangling


@pytest.mark.parametrize(
    ("period", "problem"),
    [(Span(), "needs the start of its period"), (Span(start=ik.PartialDate("2025")), "must start after 2025")],
)
def test_the_new_period_starts_later(last: ik.Concept, period: Span, problem: str) -> None:
    with pytest.raises(InvalidValueError, match=problem):
        next_edition_of(last, period)


def test_the_command_writes_a_file_and_says_what_to_do(call: Call) -> None:  # noqa: F811 - the fixture
    result = call("carry", "musterstadt-2027", "-o", "next.yaml")
    assert result.exit_code == 0
    assert "carried over" in result.stderr
    assert "integrationskonzept compare musterstadt-2027 next.yaml" in result.stderr
    assert str(ik.load("next.yaml").period.start) == "2030"
    assert call("carry", "musterstadt-2027", "-o", "next.yaml").exit_code == 2
    Path("ohne.yaml").write_text("schema: 2\nid: ulm\ntitle: Ulm\nmunicipality: {name: Ulm}\n", "utf-8")
    refused = call("carry", "ohne.yaml", "-o", "neu.yaml")
    assert refused.exit_code == 2
    assert "name the first year: --start" in refused.output
