"""Walking over a concept."""

from integrationskonzept.model import Concept, Discrepancy, FieldOfAction, Measure, Predecessor
from integrationskonzept.model.tree import get_path, nested, references, walk


def test_a_walk_meets_everything_in_the_order_of_the_document(konzept: Concept) -> None:
    ids = [record.id for _, record in walk(konzept) if isinstance(record, (Measure, FieldOfAction))]
    assert ids == ["monitoring", "sprache", "sprachkurse", "begegnung", "sprachcafe", "cafe-nord"]


def test_each_path_leads_to_its_record(konzept: Concept) -> None:
    for path, record in walk(konzept):
        assert get_path(konzept, path) is record


def test_a_class_knows_which_of_its_attributes_hold_records() -> None:
    assert ("predecessor", False) in nested(Predecessor)
    assert ("sub_measures", True) in nested(Measure)
    assert "title" not in dict(nested(Measure))


def test_a_class_knows_which_of_its_attributes_refer_and_to_what() -> None:
    refers = {name: (noun, many) for name, noun, many in references(Measure)}
    assert refers["merged_into"] == ("measure", False)
    assert refers["goal_refs"] == ("goal", True)
    assert ("concerns", "*", True) in references(Discrepancy)
