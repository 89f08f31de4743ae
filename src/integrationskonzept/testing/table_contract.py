"""Contract of tables."""

from collections.abc import Mapping
from typing import Any

from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.isolation import checked_columns
from integrationskonzept.tabular.table import Table
from integrationskonzept.testing.canaries import leaks, with_canaries
from integrationskonzept.testing.clock import assert_timeless
from integrationskonzept.testing.contract import (
    Contract,
    copied,
    keep,
    must,
    must_be_taken,
    must_be_told,
    state_of_concept,
)
from integrationskonzept.testing.example import example_concept
from integrationskonzept.testing.examples import empty_concept, huge_concept, with_any_concept
from integrationskonzept.testing.generate import seeded
from integrationskonzept.testing.purity import files_of, pure
from integrationskonzept.testing.sample_texts import ORDINARY
from integrationskonzept.testing.subprocess_check import called_elsewhere


class TableContract(Contract):
    """Subclass it in a test module, with the table as an attribute, and pytest runs every test.

    ``class TestBudget(TableContract): table = BUDGET``
    """

    table: Table

    def test_its_columns_are_what_it_announces(self) -> None:
        """The announced columns have one length and values of their types, and rows state the concept's id."""
        self._filled(example_concept())

    def test_an_unknown_value_is_none(self) -> None:
        """No cell is an empty text."""
        for name, values in self._filled(example_concept()).items():
            must(all(value != "" for value in values), f"a cell of {name} is an empty text; an unknown value is None")

    def test_it_is_filled_from_any_concept(self) -> None:
        """Any level of a concept may be missing, and references may lead nowhere."""
        with_any_concept(self._filled)

    def test_it_survives_hostile_texts(self) -> None:
        """Line breaks, control characters and very long texts are values like any others."""
        with_any_concept(self._filled, hostile=True)

    def test_it_is_filled_from_nothing_and_very_much(self) -> None:
        """An empty concept, and one with thousands of measures."""
        self._filled(empty_concept())
        self._filled(huge_concept())

    def test_the_same_concept_gives_the_same_rows(self) -> None:
        """In the same order, too."""
        concept = example_concept()
        filled = self._filled(concept)
        must(self._filled(concept) == filled, "two tables of one concept differ")
        must(self._filled(copied(concept)) == filled, "tables of equal concepts differ")

    def test_it_gives_the_same_rows_at_any_time_and_in_any_time_zone(self) -> None:
        """A value that depends on the day belongs to an evaluation."""
        assert_timeless(lambda: self._filled(example_concept()))

    def test_it_gives_the_same_rows_on_another_machine(self) -> None:
        """The rows do not depend on locale, current folder, environment or the order of sets."""
        concepts = [example_concept(), seeded(7, measures=40, texts=ORDINARY)]
        here = [self._filled(concept) for concept in concepts]
        for there in called_elsewhere(self.table, "fill", [(concept,) for concept in concepts]):
            for one, other in zip(here, there, strict=True):
                same = {name: list(values) for name, values in other.items()} == one
                must(same, "locale, folder, environment or the order of a set shows in the rows")

    def test_it_leaves_the_concept_as_it_is(self) -> None:
        """Frozen objects can be changed by force; a table must not."""
        concept = example_concept()
        before = state_of_concept(concept)
        self._filled(concept)
        must(state_of_concept(concept) == before, "filling the table changed the concept it was given")

    def test_it_uses_no_network_no_other_program_and_no_files(self) -> None:
        """The rows depend on the concept alone."""
        with pure(files=files_of(self.table.fill)):
            self._filled(example_concept())

    def test_what_is_internal_stays_inside(self) -> None:
        """A table of the public view contains nothing internal, not even after one of the full view."""
        concept = with_canaries(example_concept())
        self._filled(concept)
        for name, values in self._filled(concept.public()).items():
            must(not any(leaks(str(value)) for value in values), f"the column {name} tells what is internal")

    def test_it_can_be_told_in_every_language(self) -> None:
        """Its title and the meaning of every column exist in German and English."""
        must_be_told(self.table.title, "its title")
        for column in self.table.columns:
            must_be_told(column.description, f"the description of the column {column.name}")

    def test_a_host_takes_it(self) -> None:
        """Its name is safe as a file's, the first column is the concept's id, and names of columns are unique."""
        must_be_taken("tables", self.table)

    def _filled(self, concept: Concept) -> Mapping[str, list[Any]]:
        checked = checked_columns(self.table, concept.id, self.table.fill(concept))
        return {name: list(values) for name, values in checked.items()}


def table_suite(table: Table) -> TableContract:
    """Return the suite of a table."""
    suite = TableContract()
    suite.table = table
    return suite


def check_table(table: Table) -> None:
    """Run the contract for a table; raise `BrokenContractError` with every breach."""
    keep({f"the table {table.name!r}": table_suite(table)})
