"""Text under a label becomes the value of the attribute that the label stands for."""

from decimal import Decimal

import pytest

from integrationskonzept.model.measure import MeasureKind
from integrationskonzept.model.money import Per
from integrationskonzept.model.status import NeutralStatus
from tests.drafts.towns import below, codes, draft


def test_statements_are_the_items_of_a_list() -> None:
    found = below("**Ziele:**", "- Alle sprechen\n  Deutsch\n- Viele helfen etc.")

    assert [statement.text for statement in found.target_state] == ["Alle sprechen Deutsch", "Viele helfen etc."]
    assert [statement.open_ended for statement in found.target_state] == [False, True]


def test_texts_of_one_label_stand_in_one_text() -> None:
    found = below("**Beschreibung:** Ein Café.", "**Beschreibung:** Es ist offen.")

    assert found.description == "Ein Café.\nEs ist offen."


def test_lists_of_one_attribute_are_joined() -> None:
    found = below("**Ziele:** Mehr Kurse", "**Soll-Zustand:** Mehr Kurse", "**Soll-Zustand:** Mehr Räume")

    assert [statement.text for statement in found.target_state] == ["Mehr Kurse", "Mehr Räume"]


def test_an_indicator_that_counts_is_inferred_to_be_a_count() -> None:
    first, second = below("**Indikatoren:**", "- Anzahl der Kurse\n- Ein Konzept liegt vor").indicators

    assert (first.kind, first.inferred) == ("count", ("kind",))
    assert (second.kind, second.inferred) == (None, ())
    assert first.printed == "Anzahl der Kurse"
    assert first.sources


def test_steps_activities_and_sub_measures_are_elements() -> None:
    labelled = "**Arbeitsschritte:** Raum suchen\n\n**Aktivitäten:** Fest\n\n**Teilmaßnahmen:** Werbung"
    found = draft(f"### Maßnahme 1: Café\n\n{labelled}").concept.measures[0]

    assert [step.title for step in found.steps] == ["Raum suchen"]
    assert [activity.title for activity in found.activities] == ["Fest"]
    assert [sub.title for sub in found.sub_measures] == ["Werbung"]


def test_texts_are_kept_as_a_list() -> None:
    assert below("**Netzwerke:**", "- Runder Tisch\n- AK Asyl").networks == ("Runder Tisch", "AK Asyl")


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [("12.000 €", 12000, Per.TOTAL), ("ca. 3 TEUR jährlich", 3000, Per.YEAR)],
)
def test_an_amount_of_money_is_a_number_with_its_wording(text: str, value: int, per: Per) -> None:
    cost = below(f"**Kosten:** {text}").cost

    assert cost is not None
    assert cost.total is not None
    assert (cost.total.value, cost.total.per, cost.total.printed) == (Decimal(value), per, text)
    assert cost.text == text


@pytest.mark.parametrize("text", ["keine", "Personalaufwand im Tagesgeschäft", "-5 €", "k. A."])
def test_other_words_on_costs_are_kept_as_text(text: str) -> None:
    cost = below(f"**Kosten:** {text}").cost

    assert cost is not None
    assert (cost.total, cost.text) == (None, text)


def test_a_range_of_money_has_two_ends() -> None:
    cost = below("**Kosten:** 5.000 bis 8.000 €").cost

    assert cost is not None
    assert cost.total is not None
    assert (cost.total.minimum, cost.total.maximum) == (Decimal(5000), Decimal(8000))


def test_a_second_cost_is_kept_under_its_label() -> None:
    found = below("**Kosten:** 500 €", "**Sachkosten:** 200 €")

    assert found.cost is not None
    assert found.cost.text == "500 €"
    assert found.extra["x-sachkosten"] == "200 €"


def test_each_item_of_funding_is_a_source() -> None:
    assert [each.text for each in below("**Finanzierung:**", "- Land\n- Stadt").funding] == ["Land", "Stadt"]


def test_a_known_kind_is_taken_and_another_is_kept_under_its_label() -> None:
    assert below("**Maßnahmentyp:** Daueraufgabe").kind is MeasureKind.PERMANENT
    found = below("**Maßnahmentyp:** Idee")
    assert (found.kind, found.extra["x-massnahmentyp"]) == (None, "Idee")


def test_a_second_kind_is_kept_under_its_label() -> None:
    found = below("**Maßnahmentyp:** Projekt", "**Art der Maßnahme:** Konzept")

    assert found.kind is MeasureKind.PROJECT
    assert found.extra["x-art-der-massnahme"] == "concept"


def test_a_status_needs_the_date_of_the_document() -> None:
    undated = below("**Umsetzungsstand:** abgeschlossen")
    assert (undated.status_reports, undated.extra["x-umsetzungsstand"]) == ((), "abgeschlossen")

    text = "Stand: Mai 2025\n\n### Maßnahme 1: Café\n\n**Umsetzungsstand:** {}"
    found = draft(text.format("Abgeschlossen")).concept
    (entry,) = found.measures[0].status_reports
    assert (str(entry.as_of), entry.inferred) == ("2025-05", ("as_of",))
    assert [level.neutral for level in found.status_scale] == [NeutralStatus.DONE]
    assert draft(text.format("rot")).concept.status_scale[0].neutral is NeutralStatus.UNKNOWN


def test_two_measures_with_one_status_share_its_level() -> None:
    text = (
        "Stand: Mai 2025\n\n### Maßnahme 1: Café\n\n**Status:** geplant\n\n### Maßnahme 2: Chor\n\n**Status:** geplant"
    )

    assert len(draft(text).concept.status_scale) == 1


def test_a_long_report_is_no_level_of_status() -> None:
    text = (
        "Stand: Mai 2025\n\n### Maßnahme 1: Café\n\n**Sachstand:** {0}\n\n"
        "**Status:** Das Café wurde eröffnet und ist gut besucht."
    )

    found = draft(text.format("Offen")).concept.measures[0]
    assert found.status_reports == ()
    assert found.extra["x-status"].startswith("Das Café")


def test_the_effect_has_a_time_frame_of_its_own() -> None:
    found = below("**Wirkzeitraum:**", "- langfristig\n- 2030")

    assert found.effect_time_frame is not None
    assert found.effect_time_frame.horizon_ref == "lang"
    assert found.extra["x-wirkzeitraum"] == "2030"


def test_target_groups_are_elements_of_the_concept() -> None:
    concept = draft(
        "### Maßnahme 1: Café\n\n**Zielgruppe:** Familien, Ältere.\n\n### Maßnahme 2: Chor\n\n**Zielgruppe:** Familien"
    ).concept

    assert [group.title for group in concept.target_groups] == ["Familien", "Ältere"]
    assert [measure.target_group_refs for measure in concept.measures] == [("familien", "aeltere"), ("familien",)]


def test_footnotes_are_elements_and_their_marks_are_references() -> None:
    concept = draft(
        "### Maßnahme 1: Café\n\n**Beschreibung:** Ein Café¹ für alle²\n\n## Anhang\n\n¹ Im Rathaus."
    ).concept

    assert [(note.number, note.text) for note in concept.footnotes] == [(1, "Im Rathaus.")]
    assert concept.measures[0].description == "Ein Café für alle"
    assert concept.measures[0].footnote_refs == ("fn-1",)


def test_one_item_is_doubtful_where_other_measures_have_list_marks() -> None:
    lists = "\n\n".join(f"### Maßnahme {n}: Café {n}\n\n**Ziele:**\n\n- Kurse\n- Räume" for n in (1, 2))
    text = f"{lists}\n\n### Maßnahme 3: Chor\n\n**Ziele:** Regelmäßige Proben im Gemeindehaus Auftritte beim Stadtfest"

    found = draft(text)
    assert codes(found) == ["split?"]
    assert found.doubts[0].alternatives == ("Regelmäßige Proben im Gemeindehaus", "Auftritte beim Stadtfest")
    (discrepancy,) = found.concept.measures[2].discrepancies
    assert (discrepancy.attribute, discrepancy.basis, discrepancy.resolution) == (
        "target_state",
        "reading",
        "unresolved",
    )
