"""What the council reads: what is to be decided, how the fields of action stand, what was reported."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

import integrationskonzept as ik
from integrationskonzept.blocks import to_text
from integrationskonzept.documents.status_report import Order, Selection, evaluation_document
from integrationskonzept.evaluation.decisions import OpenDecisionKind
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.schedule import schedule
from integrationskonzept.model.actor import Actor, Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.edition import Decision, DecisionResult, Edition
from integrationskonzept.model.element import Statement
from integrationskonzept.model.evaluation import Evaluation, EvaluationRule
from integrationskonzept.model.field_of_action import FieldOfAction, Overarching
from integrationskonzept.model.money import Amount, Cost
from integrationskonzept.model.schedule import Schedule, Step
from integrationskonzept.model.status import StatusEntry
from integrationskonzept.model.undertaking import Commitment
from tests.evaluation.town import TODAY, aim, day, indicator, measure, planned, reported, seen, span, town


def lines(evaluation: ConceptEvaluation, language: str = "de", **options: object) -> list[str]:
    document = evaluation_document(evaluation, language, **options)  # type: ignore[arg-type]  # by their names
    return to_text(document, width=None).splitlines()


def village() -> Concept:
    """Return a town with a measure for each case."""
    amt = (Involvement(actor_refs=("amt",)),)
    late = measure("spaet", schedule=planned("2025", "2026"), status_reports=reported(("2027-03", "started")))
    report = StatusEntry(
        as_of=day("2027-03"),
        level_ref="cancelled",
        report="Es kam niemand.\n\nEs wird geschlossen.",
        outlook="Keiner.",
        obstacles=(Statement(text="Regen"), Statement(text="Schnee")),
    )
    ended = measure("ende", title="Ende", leads=amt, number="1.2", status_reports=(report,))
    asked = measure("frage", commitment=Commitment.NEEDS_DECISION, cost=Cost(total=Amount(value=Decimal(12000))))
    before = measure("vorlage", decisions=(Decision(id="v", body="Rat", result=DecisionResult.PENDING),))
    steps = (Step(id="a", title="Vorher", done_on=day("2026")), Step(id="b", title="Danach", due=day("2028")))
    adopted = measure(
        "klar",
        commitment=Commitment.NEEDS_DECISION,
        decisions=(Decision(id="k", result=DecisionResult.ADOPTED),),
        schedule=planned("2028", "2029"),
        steps=steps,
    )
    around = Overarching(measures=(measure("alle", steps=(Step(id="c", title="Anfangen"),)),))
    return town(
        late,
        ended,
        asked,
        before,
        adopted,
        actors=(Actor(id="amt", title="Amt"),),
        overarching=around,
        edition=Edition(
            decisions=(
                Decision(id="rat", body="Gemeinderat", result=DecisionResult.POSTPONED),
                Decision(id="alt", result=DecisionResult.ADOPTED),
            )
        ),
    )


def test_it_begins_with_what_has_to_be_decided() -> None:
    found = ik.evaluate(village(), TODAY)
    assert [(one.kind, one.address) for one in found.open_decisions] == [
        (OpenDecisionKind.OVERDUE, "measure/spaet"),
        (OpenDecisionKind.GIVEN_UP, "measure/ende"),
        (OpenDecisionKind.TO_BE_DECIDED, "measure/frage"),
        (OpenDecisionKind.TO_BE_DECIDED, "measure/vorlage"),
        (OpenDecisionKind.TO_BE_DECIDED, "decision/rat"),
    ]
    assert str(found.open_decisions[-1]) == "Gemeinderat: to be decided: postponed: Gemeinderat, not stated"
    told = lines(found)
    assert told[2] == "Zu entscheiden (5)"
    assert any(line.startswith("1.2 Ende") and "Amt" in line and "aufgegeben" in line for line in told)


def test_an_evaluation_that_was_due_is_to_be_decided_whether_or_not_the_concept_lists_it() -> None:
    listed = town(
        measure("a"),
        evaluation=EvaluationRule(interval_years=1),
        evaluations=(Evaluation(id="e", due=day("2026")),),
        edition=Edition(as_of=day("2027-06-30")),
    )
    first, second = ik.evaluate(listed, TODAY).open_decisions
    assert (first.kind, first.address) == (OpenDecisionKind.OVERDUE, "evaluation/e")
    assert second.address == listed.address
    assert str(second).startswith("evaluation: overdue: ")
    assert "Evaluation" in "\n".join(lines(ik.evaluate(listed, TODAY)))


def test_what_an_official_typed_stands_in_the_report() -> None:
    told = "\n".join(lines(ik.evaluate(village(), TODAY)))
    for text in (
        "Es kam niemand.",
        "Es wird geschlossen.",
        "Keiner.",
        "Regen; Schnee",
        "12.000 €",
        "Danach (bis 2028)",
    ):
        assert text in told
    assert "Nächster Schritt:  Anfangen" in told
    assert "Übergreifende Maßnahmen" in told


def test_where_nothing_is_open_it_says_so() -> None:
    quiet = town(measure("a", schedule=planned("2028", "2029")))
    assert "Nichts ist überfällig, aufgegeben oder noch zu beschließen." in lines(ik.evaluate(quiet, TODAY))


def test_values_have_their_unit_and_a_target_its_deadline() -> None:
    share = indicator(
        "anteil", unit="%", baseline=seen("2024", 10), observations=(seen("2026", 18.5),), target=aim("2028", 30)
    )
    told = "\n".join(lines(ik.evaluate(town(measure("a", indicators=(share,))), TODAY)))
    for text in ("2024: 10 %", "2026: 18,5 %", "bis 2028: 30 %", "noch nicht erreicht, Frist 2028"):
        assert text in told


@pytest.mark.parametrize(
    ("only", "addresses"),
    [
        (Selection.OVERDUE, ["spaet"]),
        (Selection.BEHIND, ["spaet"]),
        (Selection.GIVEN_UP, ["1.2 Ende"]),
        (Selection.TO_BE_DECIDED, ["frage", "vorlage"]),
    ],
)
def test_it_can_be_limited_to_the_measures_that_are_asked_for(only: Selection, addresses: list[str]) -> None:
    found = ik.evaluate(village(), TODAY)
    told = lines(found, only=only)
    assert told[2] == f"Maßnahmen ({len(addresses)})"
    titles = [line.casefold() for line in told[5:]]
    assert all(line.startswith(address.casefold()) for line, address in zip(titles, addresses, strict=True))


def test_measures_can_be_sorted_by_deadline_lead_and_title() -> None:
    found = ik.evaluate(village(), TODAY)
    by_deadline = lines(found, order=Order.DEADLINE)
    assert by_deadline[2] == "Maßnahmen (6)"
    assert by_deadline[5].casefold().startswith("spaet")
    assert lines(found, order=Order.LEAD)[5].startswith("1.2 Ende")
    titles = [line.removeprefix("1.2 ").casefold()[:3] for line in lines(found, order=Order.TITLE)[5:]]
    assert titles == sorted(titles)


def test_fields_measures_indicators_totals_and_schedules_are_told_on_their_own() -> None:
    concept = ik.concept("musterstadt-2027")
    found = ik.evaluate(concept, date(2027, 11, 27))
    for part in (found.fields[0], found.measures[1], found.indicators[1], found.totals, schedule(concept, TODAY)):
        assert to_text(part.blocks("de")) != to_text(part.blocks("en"))
    outer = attrs.evolve(found.fields[0], sub_fields=(found.fields[1],))
    assert found.fields[1].title in to_text(outer.blocks("de"))


def test_an_indicator_of_a_field_or_of_no_field_is_told_too() -> None:
    of_field = FieldOfAction(id="f", title="Feld", indicators=(indicator("im-feld"),))
    across = Overarching(indicators=(indicator("ueberall", baseline=seen("2024", 1)),))
    told = "\n".join(lines(ik.evaluate(town(fields_of_action=(of_field,), overarching=across), TODAY)))
    assert "Weitere Indikatoren" in told
    assert "Im-Feld" in told.title()


def test_a_measure_with_a_report_and_a_doubtful_comparison_is_told_with_both() -> None:
    doubtful = indicator(baseline=seen("2024", 1, population="alle"), observations=(seen("2026", 2, approximate=True),))
    entry = StatusEntry(as_of=day("2027"), level_ref="started", report="Läuft gut.")
    found = ik.evaluate(town(measure("a", indicators=(doubtful,), status_reports=(entry,)), measure("b")), TODAY)
    assert "Läuft gut." in to_text(found.measures[0].blocks("de"))
    assert "- " in to_text(found.indicators[0].blocks("de"))
    assert "Kurzbericht" not in to_text(found.measures[1].blocks("de"))
    asked = town(measure("d"))
    assert "Offene Fragen" in to_text(ik.evaluate(asked, TODAY).measures[0].blocks("de"))
    finished = town(measure("c", schedule=planned("2028", "2029"), leads=(Involvement(printed="Amt"),)))
    assert "Offene Fragen" not in to_text(ik.evaluate(finished, TODAY).measures[0].blocks("de"))


def test_a_measure_that_has_ended_is_done_whatever_was_reported_last() -> None:
    stated = Schedule(actual=span("2025", "2026"))
    ended = town(measure("a", schedule=stated, status_reports=reported(("2025-06", "started"))))
    assert "● erledigt" in "\n".join(lines(ik.evaluate(ended, TODAY)))


def test_what_was_given_up_later_stands_on_an_earlier_day() -> None:
    given_up = reported(("2027-12", "cancelled"))
    concept = town(measure("a", status_reports=given_up, indicators=(indicator("i", title="Zahl"),)))
    assert "Zahl (✕" not in "\n".join(lines(ik.evaluate(concept, TODAY)))
    assert "Zahl (✕ aufgegeben)" in "\n".join(lines(ik.evaluate(concept, date(2028, 1, 1))))
