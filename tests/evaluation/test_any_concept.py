"""Properties of evaluations that hold for every concept."""

import json
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept.evaluation.agenda import due as due_between
from integrationskonzept.evaluation.dependencies import waiting
from integrationskonzept.evaluation.evaluation import evaluate
from integrationskonzept.evaluation.schedule import schedule
from integrationskonzept.evaluation.snapshot import Snapshot
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.fingerprint import fingerprint
from integrationskonzept.model.plain import to_plain
from integrationskonzept.model.structure import structured
from integrationskonzept.observations.merge import merge
from integrationskonzept.tabular.builtin import BUILTIN
from integrationskonzept.testing import concepts
from tests.comparison.editions import patiently

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


OBSERVATIONS = next(table for table in BUILTIN if table.name == "observations")


@patiently
@given(concepts(), days)
def test_it_can_be_evaluated_on_any_day_and_told_in_both_languages(concept: Concept, today: date) -> None:
    evaluation = evaluate(concept, today)
    assert [one.address for one in evaluation.measures] == [one.address for one in concept.measures]
    assert [one.address for one in evaluation.indicators] == [one.address for one in concept.indicators]
    for language in ("de", "en"):
        parts = (*evaluation.measures, *evaluation.fields, *evaluation.indicators, *evaluation.reviews)
        for part in (evaluation, *parts, *evaluation.questions, *evaluation.to_collect):
            assert part.text(language)
    assert evaluation._repr_html_().startswith("<div ")
    assert schedule(concept, today)._repr_html_().startswith("<div ")


@patiently
@given(concepts(), days)
def test_what_is_asked_of_a_field_is_asked_of_the_concept(concept: Concept, today: date) -> None:
    evaluation = evaluate(concept, today)
    for field in evaluation.fields:
        assert {*field.questions} <= {*evaluation.questions}
        assert {*field.to_collect} <= {*evaluation.to_collect}
        assert field.totals.overdue.total == len([*field.every_measure()])


@patiently
@given(concepts(), days, days)
def test_what_falls_due_in_any_stretch_can_be_listed(concept: Concept, one: date, other: date) -> None:
    agenda = due_between(concept, *sorted((one, other)))
    assert all(item.text("de") and not item.within.is_no for item in agenda.items)
    assert agenda._repr_html_()


@patiently
@given(concepts())
def test_nothing_waits_for_itself_twice(concept: Concept) -> None:
    for measure in concept.measures[:5]:
        found = [one.address for one in waiting(measure, concept)]
        assert measure.address not in found
        assert len(found) == len({*found})


@patiently
@given(concepts(), days)
def test_a_snapshot_is_kept_as_json_and_has_not_changed_when_read(concept: Concept, today: date) -> None:
    snapshot = evaluate(concept, today).snapshot()
    read = Snapshot.from_data(json.loads(json.dumps(snapshot.to_data())))
    assert read == snapshot
    assert snapshot.compare(read).changes == ()
    assert snapshot.compare(read).same_concept


@patiently
@given(concepts())
def test_a_copy_has_the_same_fingerprint_and_plain_data_make_it_again(concept: Concept) -> None:
    assert fingerprint(pickle.loads(pickle.dumps(concept))) == fingerprint(concept)  # noqa: S301 - what was just written
    again = structured(json.loads(json.dumps(to_plain(concept))), Concept)
    assert again == concept
    assert fingerprint(again) == fingerprint(concept)


@patiently
@given(concepts())
def test_its_own_observations_merged_into_it_change_nothing(concept: Concept) -> None:
    table = OBSERVATIONS.fill(concept)
    rows = [dict(zip(table, cells, strict=True)) for cells in zip(*table.values(), strict=True)]
    assert merge(concept, rows).concept is concept


@pytest.mark.parametrize("overwrite", [False, True])
@patiently
@given(concepts(), concepts())
def test_observations_merged_twice_are_there_once(overwrite: bool, concept: Concept, other: Concept) -> None:
    table = OBSERVATIONS.fill(other)
    rows = [dict(zip(table, cells, strict=True)) for cells in zip(*table.values(), strict=True)]
    for row in rows:
        row["concept"] = None
    once = merge(concept, rows, overwrite=overwrite)
    twice = merge(once.concept, rows, overwrite=overwrite)
    if not overwrite:
        assert twice.concept is once.concept
    assert twice.added == twice.completed == 0
