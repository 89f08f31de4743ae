"""Contract of described foreign attributes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from decimal import Decimal
from typing import Any

from integrationskonzept.model.concept import Concept
from integrationskonzept.model.foreign_attribute import ForeignAttribute
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import with_value
from integrationskonzept.testing.contract import Contract, keep, must, must_be_taken, must_be_told, saved_and_loaded
from integrationskonzept.testing.examples import any_concept

_SAMPLES: Mapping[type, Any] = {
    str: "5.4400",
    bool: True,
    int: 12,
    float: 0.5,
    Decimal: Decimal("12.50"),
    PartialDate: PartialDate("2026-03"),
    time: time(9, 30),
}
"""A value of each type that an attribute can have."""


class AttributeContract(Contract):
    """Subclass it in a test module, with the attribute under test, and pytest runs every test.

    ``class TestBudgetItem(AttributeContract): attribute = BUDGET_ITEM``
    """

    attribute: ForeignAttribute[Any]
    values: Sequence[Any] = ()
    """Values that it can have; by default one of its type."""

    def test_its_values_survive_a_file(self) -> None:
        """A value that was set is read again from the file of the concept, with its type."""
        for value in self._values():
            expected = value if isinstance(value, tuple) else (value,)
            read = self.attribute.values(self._record(self._saved(value)))
            must(read == expected, f"{expected!r} comes back as {read!r}")
            same = all(type(one) is type(other) for one, other in zip(read, expected, strict=True))
            must(same, f"{expected!r} comes back with other types: {read!r}")

    def test_its_values_are_of_its_type(self) -> None:
        """A list is refused where there can be only one value, and a mapping always."""
        for wrong in ({"a": 1}, *([] if self.attribute.many else [("a", "b")])):
            changed = self._with(wrong)
            must(list(self.attribute.problems(self._record(changed))), f"it takes {wrong!r} for a value")

    def test_it_can_be_told_in_every_language(self) -> None:
        """Its label and its meaning exist in German and English."""
        must_be_told(self.attribute.title, "its title")
        must_be_told(self.attribute.meaning, "its meaning")

    def test_a_host_takes_it(self) -> None:
        """Its noun, its key, its type and everything else it states are accepted."""
        must_be_taken("attributes", self.attribute)

    def _values(self) -> Iterator[Any]:
        sample = _SAMPLES[self.attribute.value_type]
        yield from self.values or (((sample, sample),) if self.attribute.many else (sample,))

    def _saved(self, value: Any) -> Concept:
        return saved_and_loaded(self._with(value))

    def _with(self, value: Any) -> Concept:
        """Return a concept in which the first record of the noun has a value."""
        found = ((concept, concept.records.get(self.attribute.kind)) for concept in any_concept())
        concept, ((path, record), *_) = next((concept, records) for concept, records in found if records)
        return with_value(concept, (*path, "extra"), self.attribute.change(record, value))

    def _record(self, concept: Concept) -> Record:
        return next(
            record for _, record in concept.records.get(self.attribute.kind) if self.attribute.key in record.extra
        )


def attribute_suite(attribute: ForeignAttribute[Any], *, values: Sequence[Any] = ()) -> AttributeContract:
    """Return the suite of a foreign attribute; the arguments are the attributes of `AttributeContract`."""
    suite = AttributeContract()
    suite.attribute, suite.values = attribute, values
    return suite


def check_attribute(attribute: ForeignAttribute[Any], *, values: Sequence[Any] = ()) -> None:
    """Run the contract for a described foreign attribute; raise `BrokenContractError` with every breach."""
    keep({f"the attribute {attribute.place}": attribute_suite(attribute, values=values)})
