"""Contract of bundled concepts."""

from collections.abc import Sequence

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Severity
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.load import read_file
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.contracts import BundledConcept
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.runner import run
from integrationskonzept.testing.clock import assert_timeless
from integrationskonzept.testing.contract import Contract, keep, must, must_be_taken, must_be_told
from integrationskonzept.testing.purity import Access, pure


class ConceptContract(Contract):
    """Subclass it in a test module, with the bundled concept as an attribute, and pytest runs every test.

    ``class TestMusterlingen(ConceptContract): bundled = MUSTERLINGEN``
    """

    bundled: BundledConcept
    formats: Sequence[Format] = ()
    """Formats of the plugin, if its concept is in one of them."""

    def test_its_file_is_a_concept(self) -> None:
        """The bytes are a file of the format it names, without a problem."""
        self._concept()

    def test_its_concept_has_no_errors(self) -> None:
        """A check by the profile for drafts, or by the one that the concept names, finds no error."""
        report = run(self._concept(), BUILTIN)
        wrong = [finding.text() for finding in report.findings if finding.severity is Severity.ERROR]
        must(not wrong, f"{len(wrong)} errors, such as: {'; '.join(wrong[:3])}")

    def test_it_reads_the_same_at_any_time(self) -> None:
        """The bytes do not depend on the clock."""
        assert_timeless(self._content)

    def test_it_uses_no_network_and_writes_nothing(self) -> None:
        """The concept is part of the package, and available without a connection."""
        with pure(kinds=Access.NETWORK | Access.MACHINE | Access.WRITING):
            self._content()

    def test_it_can_be_told_in_every_language(self) -> None:
        """Its title exists in German and English."""
        must_be_told(self.bundled.title, "its title")

    def test_a_host_takes_it(self) -> None:
        """Its name and everything else it states are accepted."""
        must_be_taken("concepts", self.bundled)

    def _content(self) -> bytes:
        content = self.bundled.read()
        must(isinstance(content, bytes), f"it read {content!r:.100} instead of bytes")
        return content

    def _concept(self) -> Concept:
        own = {form.name: form for form in self.formats}
        form = own.get(self.bundled.format) or PluginHost(discover=False).format_for(self.bundled.format)
        try:
            return read_file(self._content(), form, f"{self.bundled.name}.{self.bundled.format}")
        except InvalidConceptError as error:
            found = "; ".join(finding.text() for finding in error.findings[:3])
            raise AssertionError(f"its file is no concept: {found}") from None


def concept_suite(bundled: BundledConcept, *, formats: Sequence[Format] = ()) -> ConceptContract:
    """Return the suite of a bundled concept; the arguments are the attributes of `ConceptContract`."""
    suite = ConceptContract()
    suite.bundled, suite.formats = bundled, formats
    return suite


def check_concept(bundled: BundledConcept, *, formats: Sequence[Format] = ()) -> None:
    """Run the contract for a bundled concept; raise `BrokenContractError` with every breach."""
    keep({f"the concept {bundled.name!r}": concept_suite(bundled, formats=formats)})
