"""Walking over a concept."""

from integrationskonzept.model import Concept, Discrepancy, FieldOfAction, Measure, Predecessor
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.tree import get_path, walk


def test_a_walk_meets_everything_in_the_order_of_the_document(konzept: Concept) -> None:
    ids = [record.id for _, record in walk(konzept) if isinstance(record, (Measure, FieldOfAction))]
    assert ids == ["monitoring", "sprache", "sprachkurse", "begegnung", "sprachcafe", "cafe-nord"]


def test_each_path_leads_to_its_record(konzept: Concept) -> None:
    for path, record in walk(konzept):
        assert get_path(konzept, path) is record


def test_a_class_knows_which_of_its_attributes_hold_records() -> None:
    assert ("predecessor", False) in {(each.name, each.many) for each in MODEL[Predecessor].records}
    assert ("sub_measures", True) in {(each.name, each.many) for each in MODEL[Measure].records}
    assert "title" not in {each.name for each in MODEL[Measure].records}


def test_a_class_knows_which_of_its_attributes_refer_and_to_what() -> None:
    refers = {each.name: (each.noun, each.many) for each in MODEL[Measure].references}
    assert refers["merged_into"] == ("measure", False)
    assert refers["goal_refs"] == ("goal", True)
    concerns = MODEL[Discrepancy].attributes["concerns"]
    assert (concerns.noun, concerns.many) == ("*", True)
