"""Look-ups around an element take the element itself or its address."""

from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept.model import FieldOfAction, Involvement, Measure

CONCEPT = ik.concept("musterstadt-2027")
KITA = CONCEPT.measure("kita-sprachfoerderung")


def test_an_element_and_its_address_lead_to_the_same() -> None:
    assert CONCEPT.parent(KITA) == CONCEPT.parent(KITA.address) == CONCEPT.field_of_action("fruehe-bildung")
    assert CONCEPT.field_of(KITA) == CONCEPT.field_of(KITA.address) == CONCEPT.field_of_action("fruehe-bildung")
    assert CONCEPT.path(KITA) == CONCEPT.path(KITA.address)
    assert CONCEPT.parent(CONCEPT) is None
    assert CONCEPT.field_of(CONCEPT.measure("monitoring")) is None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (7, "expected an element or its address, such as 'measure/sprachkurse'; got the number 7"),
        (None, "got nothing"),
        (KITA.leads[0], "records of the class Involvement have no address"),
    ],
)
def test_anything_else_is_refused_with_what_is_expected(given: Any, reason: str) -> None:
    for look_up in (CONCEPT.parent, CONCEPT.field_of, CONCEPT.path):
        with pytest.raises(TypeError, match=reason):
            look_up(given)


def test_an_element_that_the_concept_does_not_have_is_named() -> None:
    with pytest.raises(KeyError, match="has no element 'measure/fremd'"):
        CONCEPT.field_of(Measure(id="fremd", title="Fremd"))


def test_every_takes_a_class_of_elements() -> None:
    wrong: Any = Involvement
    assert [one.id for one in CONCEPT.every(FieldOfAction)][:2] == ["sprache", "fruehe-bildung"]
    with pytest.raises(TypeError, match=r"records of the class Involvement have no address; use concept.records.get"):
        CONCEPT.every(wrong)
    wrong = "measure"
    with pytest.raises(TypeError, match=r"expected a class of elements, such as model.Measure; got the text 'measure'"):
        CONCEPT.every(wrong)
