"""Contract of sources of observations."""

from collections.abc import Mapping, Sequence
from typing import Any

from integrationskonzept.files import InputFile
from integrationskonzept.model.concept import Concept
from integrationskonzept.observations.merge import merge_observations
from integrationskonzept.plugins.input_contracts import ObservationSource
from integrationskonzept.plugins.options import describe, options_from
from integrationskonzept.testing.clock import assert_timeless
from integrationskonzept.testing.contract import (
    Contract,
    keep,
    must,
    must_be_taken,
    must_be_told,
    state_of_concept,
)
from integrationskonzept.testing.example import example_concept
from integrationskonzept.testing.examples import with_any_concept
from integrationskonzept.testing.purity import Access, pure


class SourceContract(Contract):
    """Subclass it in a test module, with the source and what it reads as attributes, and pytest runs every test.

    ``class TestStatistics(SourceContract): source = STATISTICS; files = (InputFile(name="a.csv", content=b"…"),)``

    A source that asks a web service is tested with an option that replaces the service, such as a function.
    """

    source: ObservationSource
    files: Sequence[InputFile | None] = (None,)
    """Files that it reads; None for a source that needs no file."""
    concept: Concept | None = None
    """The concept that the observations are for; by default that of the example town."""
    given: Sequence[Mapping[str, Any]] = ({},)
    """Sets of options to test, each as a user would give them; by default no options."""

    def test_its_rows_can_be_merged(self) -> None:
        """Every row names an indicator of the concept and has values that `observe` can read, in known columns."""
        rows = self._rows()
        must(rows, "it yields no row for the concept; give one that it has observations for under 'concept'")
        merged = merge_observations(self._concept(), rows)
        wrong = [finding.text() for finding in merged.findings]
        must(not wrong, f"{len(wrong)} problems, such as: {'; '.join(wrong[:3])}")

    def test_its_rows_twice_change_nothing(self) -> None:
        """Observations that were merged before are the same the second time."""
        merged = merge_observations(self._concept(), self._rows()).concept
        again = merge_observations(merged, self._rows(merged)).concept
        must(again == merged, "the rows of the second time change the concept again")

    def test_it_takes_any_concept(self) -> None:
        """A concept without the indicators it knows has no observations, and is no reason to fail."""
        with_any_concept(self._rows)

    def test_it_leaves_the_concept_as_it_is(self) -> None:
        """Frozen objects can be changed by force; a source must not."""
        concept = self._concept()
        before = state_of_concept(concept)
        self._rows(concept)
        must(state_of_concept(concept) == before, "reading observations changed the concept")

    def test_it_gives_the_same_rows_at_any_time_and_in_any_time_zone(self) -> None:
        """A row states its own date; the clock does not."""
        assert_timeless(self._rows)

    def test_it_writes_nothing_and_runs_no_other_program(self) -> None:
        """It reads; the caller writes the concept."""
        with pure(kinds=Access.WRITING | Access.MACHINE):
            self._rows()

    def test_it_can_be_told_in_every_language(self) -> None:
        """Title and options can be shown to people, in German and English."""
        must_be_told(self.source.title, "its title")
        for option in describe(self.source):
            must_be_told(option.help, f"the 'help' of its option {option.name}")

    def test_a_host_takes_it(self) -> None:
        """Its name, its suffixes and everything else it states are accepted."""
        must_be_taken("sources", self.source)

    def _concept(self) -> Concept:
        return self.concept or example_concept()

    def _rows(self, concept: Concept | None = None) -> list[Mapping[str, Any]]:
        rows: list[Mapping[str, Any]] = []
        for given in self.given:
            for file in self.files:
                rows += self.source.read(concept or self._concept(), file, options_from(self.source, given))
        for row in rows:
            must(isinstance(row, Mapping), f"it yields {row!r:.100} instead of a mapping with columns")
        return rows


def source_suite(
    source: ObservationSource,
    *,
    files: Sequence[InputFile | None] = (None,),
    concept: Concept | None = None,
    given: Sequence[Mapping[str, Any]] = ({},),
) -> SourceContract:
    """Return the suite of a source of observations; the arguments are the attributes of `SourceContract`."""
    suite = SourceContract()
    suite.source, suite.files, suite.concept, suite.given = source, files, concept, given
    return suite


def check_source(
    source: ObservationSource,
    *,
    files: Sequence[InputFile | None] = (None,),
    concept: Concept | None = None,
    given: Sequence[Mapping[str, Any]] = ({},),
) -> None:
    """Run the contract for a source of observations; raise `BrokenContractError` with every breach."""
    suite = source_suite(source, files=files, concept=concept, given=given)
    keep({f"the source {source.name!r}": suite})
