"""Rejected, merged, split, replaced and cancelled measures are never shown as part of the plan."""

from datetime import date
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept.blocks import to_text
from integrationskonzept.comparison.compare import Comparison
from integrationskonzept.documents.evaluation_data import evaluation_data
from integrationskonzept.model.activity import Activity
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.schedule import Step
from integrationskonzept.model.status import NeutralStatus
from tests.evaluation.town import TODAY, aim, day, indicator, measure, planned, reported, seen, town

FATES: list[tuple[dict[str, Any], NeutralStatus, str]] = [
    ({"rejected": "zu teuer"}, NeutralStatus.CANCELLED, "it was rejected: zu teuer"),
    (
        {"status_reports": reported(("2027-03", "cancelled"))},
        NeutralStatus.CANCELLED,
        "given up: reported as cancelled, as of 2027-03",
    ),
    (
        {"merged_into": "treff"},
        NeutralStatus.MERGED,
        "it was merged into measure 'Treff'",
    ),
    ({"split_into": ("treff",)}, NeutralStatus.MERGED, "it was split into Treff"),
    (
        {"replaced_by": "treff"},
        NeutralStatus.MERGED,
        "it was replaced by measure 'Treff'",
    ),
]


def full(**fate: Any) -> Measure:
    """Make a measure that would fall due, ask for values and leave much open."""
    return measure(
        "weg",
        title="Verlorene",
        schedule=planned("2025", "2027-07-31"),
        steps=(Step(id="raum", title="Raum", due=day("2027-07-01")),),
        activities=(Activity(id="fest", title="Fest", date=day("2027-07-02")),),
        indicators=(indicator("zahl", baseline=seen("2025", 1), target=aim("2027-07-03", 5)),),
        **fate,
    )


def concept(**fate: Any) -> Concept:
    """Make a town with such a measure and one that stands."""
    return town(full(**fate), measure("treff", title="Treff"))


@pytest.mark.parametrize(("fate", "neutral", "said"), FATES)
def test_an_evaluation_says_what_became_of_it_and_asks_nothing_more(
    fate: dict[str, Any], neutral: NeutralStatus, said: str
) -> None:
    found = ik.evaluate(concept(**fate), TODAY)
    one = found.measure("weg")
    assert str(one.schedule.current) == said
    assert said in str(one)
    assert dict(found.totals.statuses.counts)[neutral] == 1
    asked = {each.address for each in found.questions} | {each.address for each in found.to_collect}
    assert asked.isdisjoint({"measure/weg", "indicator/zahl"})
    text = to_text(found.blocks("en"), width=None)
    assert said in text
    assert f"Zahl (✕ {one.schedule.pursuit.state.word})" in text
    data = next(each for each in evaluation_data(found)["measures"] if each["address"] == "measure/weg")
    assert data["neutral"] == neutral.value
    assert data["pursuit"] == one.schedule.pursuit.state.value
    assert data["pursuit_why"] in said


@pytest.mark.parametrize(("fate", "neutral", "said"), FATES)
def test_nothing_of_it_falls_due(fate: dict[str, Any], neutral: NeutralStatus, said: str) -> None:
    stretch = date(2027, 6, 1), date(2027, 8, 1)
    standing = {one.address for one in ik.due(concept(), *stretch).items}
    assert standing == {"measure/weg", "step/raum", "activity/fest", "indicator/zahl"}
    assert ik.due(concept(**fate), *stretch).items == ()


@pytest.mark.parametrize(("fate", "neutral", "said"), FATES)
def test_a_comparison_names_what_is_new_but_not_pursued(
    fate: dict[str, Any], neutral: NeutralStatus, said: str
) -> None:
    state = ik.pursuit(full(**fate), concept(**fate)).state
    word = state.word.text("en")
    found = ik.compare(town(measure("treff", title="Treff")), concept(**fate))
    (line,) = [line for line in found.text().splitlines() if "measure/weg" in line]
    assert line.startswith(f"- measure 'Verlorene' (measure/weg; {word}): new")
    assert f"(measure/weg; {word})" in found.markdown("en")
    assert f"measure/weg; {state.word.text('de')})" in found._repr_html_()
    assert Comparison.from_json(found.to_json()) == found
    assert dict(found.not_pursued).keys() == {"measure/weg", "step/raum", "activity/fest", "indicator/zahl"}


def test_a_comparison_does_not_say_twice_what_became_of_a_measure() -> None:
    found = ik.compare(concept(), concept(merged_into="treff"))
    (line,) = [line for line in found.text().splitlines() if "measure/weg" in line]
    assert line == "- measure 'Verlorene' (measure/weg): merged into: Treff"
    dropped = ik.compare(concept(merged_into="treff"), town(measure("treff", title="Treff")))
    assert dropped.not_pursued == ()


TABLES = {"measures": "measure", "schedule": "measure", "involvement": "measure", "indicators": "measure"}


@pytest.mark.parametrize(("fate", "neutral", "said"), FATES)
def test_every_table_says_what_became_of_it(fate: dict[str, Any], neutral: NeutralStatus, said: str) -> None:
    one = concept(**fate)
    tables, state = ik.tables(one), ik.pursuit(one.measure("weg"), one).state
    for name, column in {**TABLES, "activities": "measure"}.items():
        found = {row["pursuit"] for row in tables[name] if row[column] == "weg"}
        assert found == ({state.value} if name != "involvement" else set())
    (row,) = [row for row in tables.measures if row["measure"] == "weg"]
    assert row["pursued_in"] == (None if neutral is NeutralStatus.CANCELLED else "treff")
    (stands,) = [row for row in tables.measures if row["measure"] == "treff"]
    assert (stands["pursuit"], stands["pursued_in"]) == ("unknown", None)
