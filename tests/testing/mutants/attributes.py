"""A good foreign attribute, and bad ones."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve

from integrationskonzept.model.record import Record
from integrationskonzept.plugins import ForeignAttribute
from integrationskonzept.testing.attribute_contract import attribute_suite
from tests.testing.mutants.mutant import ENGLISH, TITLE, Mutant

BUDGET_ITEM = ForeignAttribute(noun="measure", key="x-budget-item", title=TITLE, meaning=TITLE)
AMOUNTS = ForeignAttribute(noun="measure", key="x-amounts", value_type=Decimal, many=True, title=TITLE, meaning=TITLE)


class Lenient(ForeignAttribute[str]):
    """An attribute that takes anything."""

    def problems(self, record: Record) -> Iterator[Any]:
        return iter(())


class Rounded(ForeignAttribute[str]):
    """An attribute that cuts values off."""

    def change(self, record: Record, value: Any) -> Mapping[str, Any]:
        return super().change(record, value[:1])


ROUNDED: ForeignAttribute[Any] = Rounded(noun="measure", key="x-budget-item", title=TITLE, meaning=TITLE)
LENIENT: ForeignAttribute[Any] = Lenient(noun="measure", key="x-budget-item", title=TITLE, meaning=TITLE)


def bad(sentence: str, test: str, said: str, attribute: ForeignAttribute[Any], values: Sequence[Any] = ()) -> Mutant:
    return Mutant(sentence, test, said, lambda: attribute_suite(attribute, values=values))


def misnamed() -> ForeignAttribute[Any]:
    attribute = evolve(BUDGET_ITEM)
    object.__setattr__(attribute, "noun", 5)
    return attribute


VALUES = "A value that was set is read again from the file of the concept, with its type."
TOLD = "it can be told in every language"
GERMAN = "Label and meaning exist in German and English."

MUTANTS = (
    bad(VALUES, "its values survive a file", "expected text; got the number 5", BUDGET_ITEM, values=(5,)),
    bad(VALUES, "its values survive a file", "comes back as", ROUNDED),
    bad("A list is refused where there can be one value only, and a mapping always.", "its values are of its type",
        "it takes {'a': 1} for a value", LENIENT),
    bad(GERMAN, TOLD, "its title is not told in German", evolve(BUDGET_ITEM, title=ENGLISH)),
    bad(GERMAN, TOLD, "its meaning is not told in German", evolve(BUDGET_ITEM, meaning=ENGLISH)),
    bad("A host accepts its noun, its key, its type and everything else it states.", "a host takes it", "", misnamed()),
)  # fmt: skip
"""Bad foreign attributes."""
