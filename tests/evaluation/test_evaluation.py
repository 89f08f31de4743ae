"""Evaluation of a concept, its fields and its measures as of a day."""

import json
from datetime import date

import pytest

import integrationskonzept as ik
from integrationskonzept.evaluation.evaluation import ConceptEvaluation, evaluate
from integrationskonzept.evaluation.snapshot import Snapshot, SnapshotChange
from integrationskonzept.model.actor import Actor, Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.evaluation import Evaluation, EvaluationRule
from integrationskonzept.model.field_of_action import FieldOfAction, Overarching
from integrationskonzept.model.fingerprint import fingerprint
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.indicator import Direction, IndicatorKind
from tests.evaluation.town import TODAY, aim, day, indicator, measure, planned, reported, seen, town

VHS = (Involvement(actor_refs=("vhs",)),)
AMT = (Involvement(printed="Amt 50"), Involvement(), Involvement(actor_refs=("wer",)))


def city() -> Concept:
    """A town with a sub-field, an overarching measure, and an indicator on a goal."""
    courses = measure(
        "kurse",
        leads=VHS,
        schedule=planned("2025", "2026"),
        status_reports=reported(("2027-05", "started")),
        indicators=(
            indicator(
                "plaetze",
                baseline=seen("2024", 0),
                direction=Direction.INCREASE,
                observations=(seen("2027-05", 6),),
                target=aim("2029", 10),
            ),
            indicator("noten", kind=None, collected_by=("wer",)),
        ),
    )
    inner = FieldOfAction(id="innen", title="Innen", measures=(measure("lesen", sub_measures=(measure("vorlesen"),)),))
    field = FieldOfAction(
        id="sprache",
        title="Sprache",
        leads=AMT,
        measures=(courses,),
        goals=(Goal(id="ziel", text="Alle lernen.", indicators=(indicator("quote"),)),),
        sub_fields=(inner,),
    )
    return town(
        fields_of_action=(field, FieldOfAction(id="leer", title="Leer")),
        overarching=Overarching(measures=(measure("netz"),), indicators=(indicator("klima"),)),
        actors=(Actor(id="vhs", title="Volkshochschule"),),
        evaluation=EvaluationRule(interval_years=2),
        evaluations=(Evaluation(id="eins", held_on=day("2027-02")),),
    )


@pytest.fixture(scope="module")
def found() -> ConceptEvaluation:
    """The town, evaluated on 30 June 2027."""
    return evaluate(city(), TODAY)


def test_every_measure_stands_with_its_field_and_its_own_indicators(found: ConceptEvaluation) -> None:
    assert [(one.address, one.field_of_action, len(one.indicators)) for one in found.measures] == [
        ("measure/netz", None, 0),
        ("measure/kurse", "field_of_action/sprache", 2),
        ("measure/lesen", "field_of_action/innen", 0),
        ("measure/vorlesen", "field_of_action/innen", 0),
    ]


def test_a_field_counts_its_sub_fields_in_and_lists_them_apart(found: ConceptEvaluation) -> None:
    field = found.field_of_action("sprache")
    assert [one.address for one in field.measures] == ["measure/kurse"]
    assert [one.address for one in field.indicators] == ["indicator/quote"]
    assert [one.address for one in field.sub_fields] == ["field_of_action/innen"]
    assert [one.address for one in field.every_measure()] == ["measure/kurse", "measure/lesen", "measure/vorlesen"]
    assert [one.address for one in field.every_indicator()] == [
        "indicator/quote",
        "indicator/plaetze",
        "indicator/noten",
    ]
    assert str(field.totals.overdue) == "1 yes, 0 no; 1 of 3 known"
    assert str(field.totals.statuses) == "2 unknown, 1 started"
    assert str(field.totals.overview.values) == "1 of 3 known"
    assert found.field_of_action("innen").totals.overdue.total == 2
    assert found.field_of_action("leer").totals.overview.values.total == 0


def test_parts_are_found_by_their_ids(found: ConceptEvaluation) -> None:
    assert found.measure("kurse").schedule.overdue.is_yes
    assert found.indicator("plaetze").share.value == 0.6
    with pytest.raises(ik.UnknownElementError, match="did you mean 'kurse'"):
        found.measure("kurs")


def test_values_are_asked_of_who_collects_them_or_has_the_lead(found: ConceptEvaluation) -> None:
    asked = {one.address: one.by for one in found.to_collect}
    assert asked == {
        "measure/netz": (),
        "indicator/klima": (),
        "indicator/quote": ("Amt 50", "wer"),
        "indicator/noten": ("wer",),
        "measure/lesen": (),
        "measure/vorlesen": (),
    }
    assert {str(one.until.value) for one in found.to_collect if one.until} == {"2029-01-01"}
    assert str(found.measure("kurse").to_collect[0]) == "Noten: no observation was ever recorded; to ask: wer"


def test_a_value_since_the_last_evaluation_held_need_not_be_collected_again() -> None:
    concept = city()
    assert "indicator/plaetze" not in {one.address for one in evaluate(concept, TODAY).to_collect}
    later = concept.replace("evaluation/eins", held_on=day("2027-06-15"))
    wanted = {one.address: str(one.what) for one in evaluate(later, TODAY).to_collect}
    assert wanted["indicator/plaetze"] == "the latest value is of 2027-05"
    assert wanted["measure/kurse"] == "the latest report is of 2027-05"


def test_without_evaluations_and_a_period_any_value_counts() -> None:
    concept = city().replace("concept/dorf", evaluation=None, evaluations=(), period=Span())
    evaluation = evaluate(concept, TODAY)
    assert "indicator/plaetze" not in {one.address for one in evaluation.to_collect}
    assert evaluation.next_review is None
    assert all(one.until is None for one in evaluation.to_collect)
    undated = concept.replace("indicator/plaetze", observations=(seen(None, 6),))
    assert "indicator/plaetze" in {one.address for one in evaluate(undated, TODAY).to_collect}


@pytest.mark.parametrize(
    "given_up",
    [{"merged_into": "netz"}, {"rejected": "zu teuer"}, {"status_reports": reported(("2027-05", "cancelled"))}],
)
def test_nothing_is_collected_for_a_measure_given_up(given_up: dict[str, object]) -> None:
    concept = city().replace("measure/kurse", **given_up)
    assert evaluate(concept, TODAY).measure("kurse").to_collect == ()


def test_what_has_happened_need_not_be_collected_again() -> None:
    stone = indicator("stein", kind=IndicatorKind.MILESTONE, observations=(seen("2025", reached=True),), target=aim())
    concept = city().replace("measure/kurse", indicators=(stone,))
    assert "indicator/stein" not in {one.address for one in evaluate(concept, TODAY).to_collect}


def test_open_questions_name_what_keeps_a_concept_from_being_evaluated(found: ConceptEvaluation) -> None:
    questions: dict[str, list[str]] = {}
    for one in found.questions:
        questions.setdefault(one.address, []).append(str(one.what))
    assert questions["indicator/noten"] == [
        "what kind of answer it gives is not stated",
        "no baseline is stated",
        "no target is stated",
    ]
    assert questions["measure/netz"] == [
        "nobody has the lead",
        "when it is to be done is not known: neither a schedule nor a time frame is stated",
    ]
    assert "measure/kurse" not in questions
    assert "concept/dorf" not in questions


def test_questions_to_the_concept_as_a_whole_come_first() -> None:
    bare = evaluate(town(period=Span()), TODAY)
    assert [str(one) for one in bare.questions] == [
        "Konzept Dorf: the start of its period is not stated",
        "Konzept Dorf: when it is to be evaluated is not stated",
    ]
    late = evaluate(town(evaluation=EvaluationRule(interval_years=1)), TODAY)
    assert len(late.questions) == 2
    assert "lists no evaluations" in str(late.questions[0])


def test_doubts_of_measures_and_targets_become_questions() -> None:
    concept = town(
        measure(
            leads=VHS,
            schedule=planned("2025", "2026"),
            status_reports=reported(("2027", "verschollen")),
            indicators=(
                indicator(
                    baseline=seen("2024", 1, approximate=True), observations=(seen("2026", 2),), target=aim(text="mehr")
                ),
            ),
        )
    )
    assert [str(one.what) for one in evaluate(concept, TODAY).measures[0].questions] == [
        "its status 'verschollen' is not on the status scale",
        (
            "whether it is overdue cannot be said: its planned end, 2026-12-31, is past;"
            " its status 'verschollen' is not on the status scale"
        ),
        "its target has no date",
        "whether its target is met cannot be said: target or observation is in words; people have to compare them",
        "baseline or latest observation is approximate",
    ]


def test_everything_can_be_shown_in_a_notebook(found: ConceptEvaluation) -> None:
    assert found._repr_html_().count('<th scope="row"') > len(found.measures)
    assert found.fields[0]._repr_html_().count("<table>") >= 2
    assert "Überfällig" in found.measure("kurse")._repr_html_()
    assert "Gesamtstand" in found.totals._repr_html_()
    assert str(found).startswith("Konzept Dorf on 2027-06-30: status: 3 unknown, 1 started; overdue: 1 yes, 0 no")
    assert str(found).endswith("next evaluation: due 2029-01-01: open; it may be held until 2029-01-01")
    assert str(found.fields[1]).startswith("Leer: status: none; overdue: 0 yes, 0 no; 0 of 0 known")
    assert str(found.measure("kurse")).startswith("Kurse: planned 2025 to 2026")


# -- snapshots ----------------------------------------------------------------------------------------


def test_a_snapshot_tells_what_has_changed_since() -> None:
    concept = city()
    then = evaluate(concept, date(2026, 6, 30)).snapshot()
    newer = concept.replace("indicator/plaetze", observations=(seen("2027-05", 6), seen("2027-06", 12)))
    now = evaluate(newer, TODAY).snapshot()
    compared = then.compare(now)
    assert not compared.same_concept
    changes = {(one.address, one.name): (one.then, one.now) for one in compared.changes}
    assert changes["indicator/plaetze", "value"] == (None, 12)
    assert changes["indicator/plaetze", "share"] == (None, 1.2)
    assert changes["indicator/plaetze", "reached"] == ("unknown", "yes")
    assert changes["measure/kurse", "overdue"] == ("no", "yes")
    assert str(compared) == f"2026-06-30 to 2027-06-30: {len(changes)} values changed"
    assert compared._repr_html_().count("<tr>") == len(changes) + 1
    assert "Plaetze, value: not stated → 12" in [str(one) for one in compared.changes]


def test_a_snapshot_tells_what_is_new_and_what_is_gone() -> None:
    then = evaluate(town(measure("alt")), TODAY).snapshot()
    now = evaluate(town(measure("neu")), TODAY).snapshot()
    assert [(one.address, one.name, one.then, one.now) for one in then.compare(now).changes] == [
        ("measure/alt", "present", True, False),
        ("measure/neu", "present", False, True),
    ]


def test_of_the_same_concept_time_alone_makes_the_difference() -> None:
    concept = city()
    compared = evaluate(concept, date(2026, 6, 30)).snapshot().compare(evaluate(concept, TODAY).snapshot())
    assert compared.same_concept
    assert compared.changes


def test_a_snapshot_is_plain_data_with_the_fingerprint_of_its_concept() -> None:
    snapshot = evaluate(city(), TODAY).snapshot()
    data = json.loads(json.dumps(snapshot.to_data()))
    assert Snapshot.from_data(data) == snapshot
    assert data["digest"] == fingerprint(city())
    assert str(snapshot) == "Konzept Dorf on 2027-06-30: 8 measures and indicators"
    assert str(snapshot.readings[1]).startswith(
        "Kurse: status: started, meaning of the status: started, as of: 2027-05"
    )


def test_a_stored_value_of_another_version_is_shown_as_it_is_stored() -> None:
    change = SnapshotChange(address="measure/kurse", title="Kurse", name="overdue", then="perhaps", now="yes")
    assert change.text() == "Kurse, overdue: perhaps → yes"


def test_a_fingerprint_does_not_depend_on_how_a_number_is_written() -> None:
    one = town(measure(indicators=(indicator(observations=(seen("2026", 5),)),)))
    other = town(measure(indicators=(indicator(observations=(seen("2026", 5.0),)),)))
    assert one == other
    assert fingerprint(one) == fingerprint(other)
    assert fingerprint(one) != fingerprint(town())
