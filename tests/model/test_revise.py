"""Making a changed concept without touching the first."""

from integrationskonzept.model import Concept, Edition, Indicator, Involvement, Overarching, Record
from integrationskonzept.model.tree import get_path, revise, with_value, without_references

INDICATOR = ("fields_of_action", 0, "measures", 0, "indicators", 0)


def test_a_value_is_replaced_by_its_path_and_all_else_is_shared(konzept: Concept) -> None:
    changed = with_value(konzept, (*INDICATOR, "title"), "Neu")
    assert get_path(changed, INDICATOR).title == "Neu"
    assert get_path(konzept, INDICATOR).title == "Kurse"
    assert changed.actors is konzept.actors
    assert get_path(changed, ("fields_of_action", 0, "sub_fields")) is get_path(
        konzept, ("fields_of_action", 0, "sub_fields")
    )
    assert with_value(konzept, (), changed) is changed


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
    assert without_references(Involvement(actor_refs=("amt",), printed="Amt"), {"actor/amt"}) is None
    left = without_references(Involvement(actor_refs=("amt", "vhs")), {"actor/amt"})
    assert left == Involvement(actor_refs=("vhs",))
