"""Walking over a concept, and making a changed one without touching the first."""

from integrationskonzept.model import (
    Concept,
    Discrepancy,
    Edition,
    FieldOfAction,
    Indicator,
    Involvement,
    Measure,
    Overarching,
    Predecessor,
    Record,
)
from integrationskonzept.model.walk import at, nested, references, revise, walk, with_value, without_references

INDICATOR = ("fields_of_action", 0, "measures", 0, "indicators", 0)


def test_a_walk_meets_everything_in_the_order_of_the_document(konzept: Concept) -> None:
    ids = [record.id for _, record in walk(konzept) if isinstance(record, (Measure, FieldOfAction))]
    assert ids == ["monitoring", "sprache", "sprachkurse", "begegnung", "sprachcafe", "cafe-nord"]


def test_each_path_leads_to_its_record(konzept: Concept) -> None:
    for path, record in walk(konzept):
        assert at(konzept, path) is record


def test_a_value_is_replaced_by_its_path_and_all_else_is_shared(konzept: Concept) -> None:
    changed = with_value(konzept, (*INDICATOR, "title"), "Neu")
    assert at(changed, INDICATOR).title == "Neu"
    assert at(konzept, INDICATOR).title == "Kurse"
    assert changed.actors is konzept.actors
    assert at(changed, ("fields_of_action", 0, "sub_fields")) is at(konzept, ("fields_of_action", 0, "sub_fields"))
    assert with_value(konzept, (), changed) is changed


def test_a_class_knows_which_of_its_attributes_hold_records() -> None:
    assert ("predecessor", False) in nested(Predecessor)
    assert ("sub_measures", True) in nested(Measure)
    assert "title" not in dict(nested(Measure))


def test_a_class_knows_which_of_its_attributes_refer_and_to_what() -> None:
    refers = {name: (noun, many) for name, noun, many in references(Measure)}
    assert refers["merged_into"] == ("measure", False)
    assert refers["goal_refs"] == ("goal", True)
    assert ("concerns", "*", True) in references(Discrepancy)


def test_revising_nothing_gives_back_the_same(konzept: Concept) -> None:
    assert revise(konzept, lambda record: record) is konzept


def test_a_dropped_record_leaves_its_list_or_what_is_there_when_nothing_is_given(konzept: Concept) -> None:
    def without(*kinds: type[Record]) -> Concept:
        return revise(konzept, lambda record: None if isinstance(record, kinds) else record)

    assert without(Indicator).indicators == ()
    assert without(Overarching).overarching is None
    assert without(Edition).edition == Edition()


def test_a_record_that_refers_to_nothing_gone_stays_the_same(konzept: Concept) -> None:
    measure = konzept.measure("sprachkurse")
    assert without_references(measure, {"goal/anderes"}) is measure


def test_what_only_stood_for_a_reference_goes_with_it() -> None:
    assert without_references(Involvement(actors=("amt",), printed="Amt"), {"actor/amt"}) is None
    left = without_references(Involvement(actors=("amt", "vhs")), {"actor/amt"})
    assert left == Involvement(actors=("vhs",))
