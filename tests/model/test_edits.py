"""Elements are added, removed, moved and renamed, and what refers to them stays right."""

from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import integrationskonzept as ik
from integrationskonzept.errors import EditError, InvalidValueError, UnknownElementError
from integrationskonzept.model.actor import Actor
from integrationskonzept.model.concept import Concept, addresses
from integrationskonzept.model.element import Addressed
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.timeline import TimelineRow
from integrationskonzept.testing import concepts, town

patiently = settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
TOWN = town(
    """
actors: [{id: vhs, title: Volkshochschule}, {id: amt, title: Amt, part_of: vhs}]
challenges: [{id: alt, text: Alt}, {id: neu, text: Neu, same_as: [alt]}]
fields_of_action:
  - id: sprache
    title: Sprache
    leads: [vhs]
    measures:
      - id: kurse
        title: Kurse
        leads: [vhs, amt]
        requires: [cafe]
        related_measure_refs: [cafe]
        indicators: [{id: zahl, title: Zahl}]
      - id: cafe
        title: Café
        discrepancies: [{id: d, kind: typo, text: T, concerns: [measure/kurse]}]
        sub_measures: [{id: kinder, title: Kinder, follows: [kurse]}]
checks: {ignore: [{code: IK205, element: measure/kurse, reason: R}]}
"""
)


def ids(concept: Concept, kind: Any) -> list[str]:
    return [each.id for each in concept.every(kind)]


# -- adding --------------------------------------------------------------------------------------------------------


def test_an_element_is_added_at_the_end_of_the_list_that_holds_its_kind() -> None:
    changed = ik.add(TOWN, "field_of_action/sprache", Measure(id="lesen", title="Lesen"))
    assert [each.id for each in changed.field_of_action("sprache").measures] == ["kurse", "cafe", "lesen"]
    assert changed.origin is None
    assert "lesen" not in ids(TOWN, Measure)
    assert ik.add(TOWN, TOWN, Actor(id="z", title="Z")).actors[-1].id == "z"
    assert ik.add(TOWN, TOWN.measure("kurse"), Indicator(id="i", title="I")).measure("kurse").indicators[-1].id == "i"


def test_a_record_on_the_way_is_made_where_it_is_missing() -> None:
    changed = ik.add(TOWN, TOWN, Goal(id="leitbild", text="Ziel"))
    assert changed.overarching is not None
    assert changed.overarching.goals[0].id == "leitbild"
    again = ik.add(changed, TOWN.address, TimelineRow(id="r", title="R"), "timeline.rows")
    assert again.timeline is not None
    assert again.timeline.rows[0].id == "r"


def test_what_exists_already_is_not_added_a_second_time() -> None:
    with pytest.raises(EditError, match="has an element 'indicator/zahl' already"):
        ik.add(TOWN, TOWN, attrs.evolve(TOWN.measure("kurse"), id="neu"))


def test_a_place_that_cannot_hold_it_is_answered_with_those_that_can() -> None:
    with pytest.raises(EditError, match=r"actor/vhs cannot contain measure/m; what can contain it: concept; .*measure"):
        ik.add(TOWN, "actor/vhs", Measure(id="m", title="M"))
    with pytest.raises(EditError, match="cannot contain measure/m; what can contain it"):
        ik.add(TOWN, "actor/vhs", Measure(id="m", title="M"), "measures")
    with pytest.raises(EditError, match="'goals' of field_of_action/sprache holds no measure; possible: measures"):
        ik.add(TOWN, "field_of_action/sprache", Measure(id="m", title="M"), "goals")
    with pytest.raises(UnknownElementError, match="field_of_action/sprache"):
        ik.add(TOWN, "field_of_action/sprachen", Measure(id="m", title="M"))


# -- removing ------------------------------------------------------------------------------------------------------


def test_what_something_refers_to_is_not_removed_and_the_references_are_named() -> None:
    with pytest.raises(EditError) as caught:
        ik.remove(TOWN, "measure/kurse")
    said = str(caught.value)
    assert "discrepancy/d refers to measure/kurse" in said
    assert "measure/kinder refers to measure/kurse (fields_of_action[0].measures[1].sub_measures[0].follows[0])" in said
    assert "measure/kurse kann nicht entfernt werden" in caught.value.args[0].text("de")


def test_references_are_dropped_on_request_and_exceptions_of_checks_too() -> None:
    left = ik.remove(TOWN, TOWN.measure("kurse"), drop_references=True)
    assert ids(left, Measure) == ["cafe", "kinder"]
    assert ids(left, Indicator) == []
    assert left.measure("kinder").follows == ()
    assert left.all_discrepancies[0].concerns == ()
    assert left.checks is not None
    assert left.checks.ignore == ()
    assert [link.address for link in left.links if link.address == "measure/kurse"] == []


def test_references_from_inside_do_not_count() -> None:
    inside = ik.remove(TOWN, "measure/kinder")
    assert ids(inside, Measure) == ["kurse", "cafe"]
    own = town("overarching: {measures: [{id: a, title: A, sub_measures: [{id: b, title: B, follows: [a]}]}]}")
    assert ids(ik.remove(own, "measure/a"), Measure) == []


def test_only_some_of_many_references_are_named() -> None:
    rows = ", ".join(f"{{id: r{number}, title: R, measure_ref: a}}" for number in range(8))
    many = town(f"overarching: {{measures: [{{id: a, title: A}}]}}\ntimeline: {{rows: [{rows}]}}")
    with pytest.raises(EditError, match="; 3 more references; remove"):
        ik.remove(many, "measure/a")


def test_the_concept_itself_and_what_there_is_not_cannot_be_removed() -> None:
    with pytest.raises(EditError, match="is the concept itself"):
        ik.remove(TOWN, TOWN)
    with pytest.raises(UnknownElementError, match="measure/kurse"):
        ik.remove(TOWN, "measure/kurs")


# -- moving --------------------------------------------------------------------------------------------------------


def test_an_element_moves_with_what_it_contains_and_references_to_it_stay() -> None:
    moved = ik.move(TOWN, "measure/kurse", TOWN, "overarching.measures")
    assert moved.overarching is not None
    assert moved.overarching.measures == (TOWN.measure("kurse"),)
    assert {link.address for link in moved.links} == {link.address for link in TOWN.links}
    part = ik.move(TOWN, "measure/kinder", "measure/kurse")
    assert part.parent("measure/kinder") == part.measure("kurse")


def test_an_element_does_not_move_into_itself_or_where_it_cannot_be() -> None:
    with pytest.raises(EditError, match="into itself"):
        ik.move(TOWN, "measure/cafe", "measure/kinder")
    with pytest.raises(EditError, match="into itself"):
        ik.move(TOWN, "measure/cafe", "measure/cafe")
    with pytest.raises(EditError, match="cannot contain"):
        ik.move(TOWN, "measure/cafe", "actor/amt")


# -- renaming ------------------------------------------------------------------------------------------------------


def test_every_reference_follows_a_new_id() -> None:
    changed = ik.rename(TOWN, "measure/kurse", "sprachkurse")
    assert changed.measure("kinder").follows == ("sprachkurse",)
    assert changed.all_discrepancies[0].concerns == ("measure/sprachkurse",)
    assert changed.checks is not None
    assert changed.checks.ignore[0].element == "measure/sprachkurse"
    assert ik.rename(TOWN, "challenge/alt", "uralt").challenge("neu").same_as == ("uralt",)
    actor = ik.rename(TOWN, TOWN.actor("vhs"), "volkshochschule")
    assert actor.actor("amt").part_of == "volkshochschule"
    assert actor.measure("kurse").leads[0].actor_refs == ("volkshochschule",)


def test_an_id_that_is_taken_or_misspelt_is_refused_and_the_same_one_changes_nothing() -> None:
    with pytest.raises(EditError, match="has an element 'measure/cafe' already"):
        ik.rename(TOWN, "measure/kurse", "cafe")
    with pytest.raises(InvalidValueError, match="lower-case"):
        ik.rename(TOWN, "measure/kurse", "Kurse")
    with pytest.raises(EditError, match="is the concept itself"):
        ik.rename(TOWN, TOWN, "stadt")
    assert ik.rename(TOWN, "measure/kurse", "kurse") is TOWN


# -- any concept ---------------------------------------------------------------------------------------------------


def some_element(concept: Concept, data: st.DataObject) -> Addressed:
    unique = [address for address, (path, _) in concept.index.items() if path]
    assume(unique)
    element = concept.element(data.draw(st.sampled_from(sorted(unique))))
    assume(len([each for _, each in addresses(concept) if each == element.address]) == 1)
    return element


@patiently
@given(concepts(), st.data())
def test_renaming_back_changes_nothing(concept: Concept, data: st.DataObject) -> None:
    element = some_element(concept, data)
    new = ik.rename(concept, element, "ganz-anders.heissend")
    assert element.address not in new.index
    assert element.address not in {link.address for link in new.links}
    assert ik.rename(new, f"{element.noun}/ganz-anders.heissend", element.id) == concept


@patiently
@given(concepts(), st.sampled_from([Actor(id="ganz-neu", title="N"), Measure(id="ganz-neu", title="N")]))
def test_removing_what_was_added_changes_nothing(concept: Concept, element: Addressed) -> None:
    attribute = "overarching.measures" if isinstance(element, Measure) else None
    added = ik.add(concept, concept, element, attribute)
    assert added.element(element.address) == element
    left = ik.remove(added, element)
    assert left == concept or (concept.overarching is None and left.replace(left.address, overarching=None) == concept)


@patiently
@given(concepts(), st.data())
def test_nothing_refers_to_what_was_removed_with_its_references(concept: Concept, data: st.DataObject) -> None:
    element = some_element(concept, data)
    left = ik.remove(concept, element, drop_references=True)
    gone = {address for _, address in addresses(element)} - {*left.index}
    assert not gone & {link.address for link in left.links}


# -- values --------------------------------------------------------------------------------------------------------


def test_an_attribute_that_there_is_not_is_seen_by_type_checkers_and_refused() -> None:
    with pytest.raises(TypeError, match="did you mean 'title'"):
        ik.replace(TOWN, "measure/kurse", titel="x")  # type: ignore[call-arg]  # an unused one would be reported
    with pytest.raises(TypeError, match="did you mean 'status_reports'"):
        TOWN.replace("measure/kurse", status=())  # type: ignore[call-arg]  # as above
    assert ik.replace(TOWN, TOWN.measure("kurse"), title="Neu").measure("kurse").title == "Neu"
