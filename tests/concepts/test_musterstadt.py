"""The fictitious town shows on two editions what the reckoning can tell."""

from datetime import date
from importlib.resources import files

import pytest

import integrationskonzept as ik
from integrationskonzept.comparison import changes
from integrationskonzept.comparison.changes import Added, Dropped, Moved
from integrationskonzept.comparison.compare import apply, compare
from integrationskonzept.evaluation.dependencies import waiting
from integrationskonzept.evaluation.evaluation import ConceptEvaluation, evaluate
from integrationskonzept.evaluation.evaluation_dates import ReviewState
from integrationskonzept.model.indicator import IndicatorKind

NAMES = ("musterstadt-2025", "musterstadt-2027")
TODAY = date(2027, 9, 30)


def edition(name: str) -> ik.Concept:
    """Read an edition from the package."""
    return ik.loads(content(name))


def content(name: str) -> str:
    """Return the text of an edition's file."""
    return files("integrationskonzept").joinpath("concepts", f"{name}.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def comparison() -> ik.Comparison:
    """Both editions against each other."""
    return compare(*map(edition, NAMES))


@pytest.fixture(scope="module")
def evaluation() -> ConceptEvaluation:
    """The later edition, evaluated at the end of September 2027."""
    return evaluate(edition(NAMES[1]), TODAY)


@pytest.mark.parametrize("name", NAMES)
def test_an_edition_says_that_it_is_made_up(name: str) -> None:
    concept = edition(name)
    assert "erfundenes Beispiel" in concept.title
    assert "Musterstadt gibt es nicht." in (concept.note or "")
    assert concept.municipality.ags is None
    assert (concept.municipality.website or "").endswith(".example")


@pytest.mark.parametrize("name", NAMES)
def test_an_edition_is_written_as_the_library_writes_it(name: str) -> None:
    assert ik.dumps(edition(name)) == content(name)


@pytest.mark.parametrize("name", NAMES)
def test_an_edition_has_no_error(name: str) -> None:
    assert [one for one in ik.check(edition(name)).findings if one.severity is ik.Severity.ERROR] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_edition_has_indicators_of_every_kind(name: str) -> None:
    assert {one.kind for one in edition(name).indicators} == {*IndicatorKind}


def test_between_the_editions_every_kind_of_change_occurs(comparison: ik.Comparison) -> None:
    everything = {type(one).__name__ for one in comparison.changes}
    assert everything >= {
        *("Added", "Dropped", "Moved", "Renamed", "Reworded", "DeadlineMoved", "TargetChanged", "LeadChanged"),
        *("StatusReported", "Observed", "Merged", "Split", "SourceLost", "SourceAdded", "Changed"),
    }
    assert apply(edition(NAMES[0]), comparison.changes) == edition(NAMES[1])


def test_the_council_is_told_what_was_decided(comparison: ik.Comparison) -> None:
    assert [one.address for one in comparison.every(Moved)] == ["measure/mentoring", "indicator/paten"]
    assert {one.address for one in comparison.every(Dropped)} >= {"measure/sportfest"}
    assert {one.address for one in comparison.every(Added)} >= {"measure/digitale-sprechstunde"}
    assert [(one.address, one.raised) for one in comparison.every(changes.TargetChanged)] == [
        ("indicator/teilnehmende-abends", True),
        ("indicator/sprachmittler", False),
    ]
    assert [(one.address, one.later) for one in comparison.every(changes.DeadlineMoved)] == [
        ("measure/sprachkurse-abends", True),
        ("measure/sprachmittlerpool", True),
        ("measure/elternabende", True),
    ]
    assert "Freundeskreis Asyl → Integrationsbüro" in comparison.markdown("de")


def test_a_measure_under_a_new_id_is_suggested(comparison: ik.Comparison) -> None:
    assert [(one.old, one.new) for one in comparison.suggestions] == [
        ("measure/patenschaften-ausbildung", "measure/patenschaften-azubis")
    ]


def test_one_measure_is_overdue_and_one_cannot_be_told(evaluation: ConceptEvaluation) -> None:
    overdue = {one.address: one.schedule.overdue for one in evaluation.measures}
    assert [address for address, answer in overdue.items() if answer.is_yes] == ["measure/wohnraumlotsen"]
    assert [address for address, answer in overdue.items() if answer.is_unknown] == ["measure/mentoring"]


def test_one_evaluation_was_held_one_is_overdue_and_one_is_open(evaluation: ConceptEvaluation) -> None:
    assert [(one.state, one.evaluation and one.evaluation.id) for one in evaluation.reviews] == [
        (ReviewState.OVERDUE, "zwischenbilanz-2026"),
        (ReviewState.HELD, "evaluation-2027"),
        (ReviewState.OPEN, "evaluation-2029"),
    ]


def test_shares_of_the_way_lie_below_zero_and_above_one(evaluation: ConceptEvaluation) -> None:
    shares = evaluation.totals.overview.shares
    assert shares.lowest is not None
    assert shares.highest is not None
    assert (shares.lowest < 0, shares.highest > 1) == (True, True)
    assert str(shares.coverage) == "10 of 24 known"


def test_what_waits_for_the_interpreters_is_found(evaluation: ConceptEvaluation) -> None:
    concept = evaluation.concept
    found = [one.address for one in waiting(concept.measure("sprachmittlerpool"), concept)]
    assert found == ["measure/elternabende", "measure/wohnraumlotsen", "measure/kita-sprachfoerderung"]
    late = waiting(concept.measure("praktika-betriebe"), concept)
    assert [one.delayed.is_yes for one in late] == [True]
