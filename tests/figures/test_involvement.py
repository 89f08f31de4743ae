"""The picture of who does what names everybody, and says where nobody is named."""

from datetime import date

import integrationskonzept as ik
from integrationskonzept.documents.figures import actors_without_column, involvement, involvement_data
from integrationskonzept.evaluation.evaluation import ConceptEvaluation, evaluate
from integrationskonzept.testing import town
from tests.figures.reading import alternative, group, group_text, overlaps, said
from tests.figures.test_timeline import DAY, concept


def evaluated(*measures: str) -> ConceptEvaluation:
    return evaluate(concept(*measures), DAY)


def crowd(count: int) -> str:
    return ", ".join(f"{{printed: Verein {number}}}" for number in range(count))


def test_it_names_actors_and_says_where_nobody_is_named() -> None:
    evaluation = evaluated("leads: [{printed: Stadt}], partners: [{printed: Verein}]", "commitment: adopted")
    (picture,) = involvement(evaluation, "de")
    for text in ("Stadt", "Verein", "Federführung", "Mitwirkung", "niemand genannt"):
        assert text in said(picture)
    assert "F" in group_text(group((picture,), "measure/m0")).split()
    assert "nobody is named" in said(*involvement(evaluation, "en"))
    assert "niemand genannt ist: 1" in alternative(picture)


def test_several_parts_of_one_actor_stand_in_one_cell() -> None:
    one = "[{printed: Stadt}, {printed: Stadt}]"
    evaluation = evaluated(f"leads: {one}, partners: {one}, carriers: {one}, contacts: {one}")
    (picture,) = involvement(evaluation, "de")
    assert "FPTA" in group_text(group((picture,), "measure/m0")).split()
    assert list(overlaps(picture)) == []


def test_no_measure_looks_as_if_nobody_had_it_because_an_actor_has_no_column() -> None:
    last = "leads: [{printed: Verein 39}]"
    evaluation = evaluated(f"partners: [{crowd(40)}]", last)
    (picture,) = involvement(evaluation, "de")
    without = actors_without_column(evaluation, "de")
    assert len(without) > 20
    assert f"{len(without)} weitere" in said(picture)
    assert "niemand genannt" not in said(picture)
    assert "F" in group_text(group((picture,), "measure/m1")).split()
    assert all(name in alternative(picture) for name in without)
    assert f"+{len(without)}" in group_text(group((picture,), "measure/m0"))
    assert actors_without_column(evaluated(last), "de") == ()


def test_the_last_column_says_whether_the_lead_is_among_several() -> None:
    leads = ", ".join(f"{{printed: Verein {number}}}" for number in (38, 39))
    evaluation = evaluated(f"partners: [{crowd(38)}]", f"partners: [{crowd(38)}]", f"leads: [{leads}]")
    pictures = involvement(evaluation, "de")
    assert "F+2" in group_text(group(pictures, "measure/m2")).split()
    assert list(overlaps(pictures[0])) == []


def test_what_is_no_longer_pursued_names_its_reason_and_nobody() -> None:
    evaluation = evaluated("rejected: zu teuer, leads: [{printed: Bauhof}]", "commitment: adopted")
    (picture,) = involvement(evaluation, "de")
    assert "Bauhof" not in said(picture)
    assert "zu teuer" in group_text(group((picture,), "measure/m0"))
    assert involvement_data(evaluation).rows[-1].measure.id == "m0"


def test_each_page_has_columns_for_those_on_it() -> None:
    evaluation = evaluated(*[f"partners: [{{printed: Verein {number // 12}}}]" for number in range(120)])
    pictures = involvement(evaluation, "de")
    assert len(pictures) > 1
    assert actors_without_column(evaluation, "de") == ()
    assert "Verein 0" not in said(pictures[-1])
    assert "1 Sprache" in said(pictures[-1])


def test_the_bundled_concept_gives_the_short_names_of_its_actors() -> None:
    evaluation = evaluate(ik.concept("musterstadt-2027"), date(2027, 9, 30))
    data = involvement_data(evaluation)
    text = said(*involvement(evaluation, "de"))
    assert data.short_names
    assert all(short in text for name, short in data.short_names.items() if name in data.actors)
    (picture,) = involvement(evaluation, "de")
    assert picture.data is not None
    assert len(picture.data.rows) == len(evaluation.measures)


def test_a_concept_without_measures_has_no_such_picture() -> None:
    assert involvement(evaluate(town(), DAY), "de") == ()
    assert actors_without_column(evaluate(town(), DAY), "de") == ()
