"""Contract of importers."""

from collections.abc import Mapping, Sequence
from typing import Any

from integrationskonzept.drafts.draft import Draft
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.files import InputFile
from integrationskonzept.plugins.input_contracts import Importer
from integrationskonzept.plugins.options import describe, options_from
from integrationskonzept.testing.clock import assert_timeless
from integrationskonzept.testing.contract import Contract, keep, must, must_be_taken, must_be_told, saved_and_loaded
from integrationskonzept.testing.examples import rubbish
from integrationskonzept.testing.purity import files_of, pure
from integrationskonzept.testing.subprocess_check import called_elsewhere


class ImporterContract(Contract):
    """Subclass it in a test module, with the importer and documents as attributes, and pytest runs every test.

    ``class TestMinutes(ImporterContract): importer = MINUTES; documents = (InputFile(name="a.txt", content=b"…"),)``
    """

    importer: Importer
    documents: Sequence[InputFile] = ()
    """Documents that it reads; at least one."""
    given: Sequence[Mapping[str, Any]] = ({},)
    """Sets of options to test, each as a user would give them; by default no options."""

    def test_its_documents_become_drafts(self) -> None:
        """Each of `documents` is read, and its concept can be saved and loaded."""
        must(self.documents, "there is no document to read; give one under 'documents'")
        for draft in self._drafts():
            must(saved_and_loaded(draft.concept) == draft.concept, "the concept of the draft comes back as another")

    def test_its_doubts_say_where_and_what(self) -> None:
        """A doubt has a code, a place in the document and a sentence; an address in it is one of the draft."""
        for draft in self._drafts():
            for doubt in draft.doubts:
                must(doubt.code and doubt.place, f"a doubt does not say what kind it is, or where: {doubt}")
                must_be_told(doubt.message, f"the doubt about {doubt.place}")
                known = doubt.address is None or doubt.address in draft.concept.index
                must(known, f"a doubt names {doubt.address}, which the draft does not have")

    def test_the_same_document_gives_the_same_draft(self) -> None:
        """Two drafts of one document are equal."""
        must(self._drafts() == self._drafts(), "two drafts of one document differ")

    def test_it_gives_the_same_draft_at_any_time_and_in_any_time_zone(self) -> None:
        """A draft does not depend on the clock."""
        assert_timeless(self._drafts)

    def test_it_gives_the_same_draft_on_another_machine(self) -> None:
        """A draft does not depend on locale, current folder, environment or the order of sets."""
        here = self._drafts()
        for there in called_elsewhere(self.importer, "read", self._calls()):
            must(there == here, "locale, folder, environment or the order of a set shows in the draft")

    def test_it_uses_no_network_no_other_program_and_no_files(self) -> None:
        """A draft depends on the document and the options alone; the caller reads the document's file."""
        with pure(files=files_of(self.importer.read)):
            self._drafts()

    def test_it_refuses_rubbish(self) -> None:
        """A document that it cannot read raises `InvalidConceptError` with findings, and nothing else is raised."""
        refused = [content for content in rubbish() if self._is_refused(content)]
        must(refused, "it takes any bytes for a document")
        for document in self.documents:
            for length in range(0, len(document.content), 1 + len(document.content) // 100):
                self._is_refused(document.content[:length])

    def test_it_can_be_told_in_every_language(self) -> None:
        """Title and options can be shown to people, in German and English."""
        must_be_told(self.importer.title, "its title")
        for option in describe(self.importer):
            must_be_told(option.help, f"the 'help' of its option {option.name}")

    def test_a_host_takes_it(self) -> None:
        """Its name, its suffixes and everything else it states are accepted."""
        must_be_taken("importers", self.importer)

    def _calls(self) -> list[tuple[InputFile, Any]]:
        options = [options_from(self.importer, given) for given in self.given]
        return [(document, each) for document in self.documents for each in options]

    def _drafts(self) -> list[Draft]:
        drafts = [self.importer.read(*arguments) for arguments in self._calls()]
        for draft in drafts:
            must(isinstance(draft, Draft), f"it returned {draft!r:.100} instead of a Draft")
        return drafts

    def _is_refused(self, content: bytes) -> bool:
        suffix = next(iter(self.importer.suffixes), "")
        for given in self.given:
            try:
                self.importer.read(
                    InputFile(name=f"document{suffix}", content=content), options_from(self.importer, given)
                )
            except InvalidConceptError as error:
                must(error.findings, f"the refusal of {content[:40]!r} holds no finding")
                return True
        return False


def importer_suite(
    importer: Importer, *, documents: Sequence[InputFile] = (), given: Sequence[Mapping[str, Any]] = ({},)
) -> ImporterContract:
    """Return the suite of an importer; the arguments are the attributes of `ImporterContract`."""
    suite = ImporterContract()
    suite.importer, suite.documents, suite.given = importer, documents, given
    return suite


def check_importer(
    importer: Importer, *, documents: Sequence[InputFile], given: Sequence[Mapping[str, Any]] = ({},)
) -> None:
    """Run the contract for an importer; raise `BrokenContractError` with every breach."""
    keep({f"the importer {importer.name!r}": importer_suite(importer, documents=documents, given=given)})
