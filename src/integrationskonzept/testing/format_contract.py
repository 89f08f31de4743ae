"""Contract of file formats."""

from integrationskonzept.errors import InvalidConceptError, UneditableError
from integrationskonzept.findings import Position
from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.format import Format, ParsedData
from integrationskonzept.formats.load import read_concept
from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.model.concept import Concept
from integrationskonzept.testing.contract import Contract, keep, must
from integrationskonzept.testing.example import example_concept
from integrationskonzept.testing.examples import empty_concept, huge_concept, rubbish, with_any_concept
from integrationskonzept.testing.purity import pure


class FormatContract(Contract):
    """Subclass it in a test module, with the format as an attribute, and pytest runs every test.

    ``class TestToml(FormatContract): format = TOML``
    """

    format: Format

    def test_it_reads_what_it_writes(self) -> None:
        """A concept that was saved and loaded is equal to the original."""
        self._round_trip(example_concept())
        with_any_concept(self._round_trip)

    def test_it_reads_nothing_and_very_much(self) -> None:
        """An empty concept, and one with thousands of measures."""
        self._round_trip(empty_concept())
        self._round_trip(huge_concept())

    def test_it_keeps_or_refuses_hostile_texts(self) -> None:
        """Texts that cannot be written raise `InvalidConceptError`; nothing is changed silently."""
        with_any_concept(self._kept_or_refused, hostile=True)

    def test_the_same_concept_gives_the_same_bytes(self) -> None:
        """Version control then shows the changes of the concept, and nothing else."""
        must(self._written(example_concept()) == self._written(example_concept()), "two files of one concept differ")

    def test_it_changes_what_it_was_asked_to(self) -> None:
        """The result of `edit` contains the new data, or `UneditableError` is raised."""
        content = self._written(example_concept())
        document = content and self._read(content)
        if content and document and self.format.edit:
            changed = {**document.data, "title": "Ein anderer Titel"}
            try:
                edited = self._read(self.format.edit(content, document.data, changed).content)
            except UneditableError:
                return
            must(edited is not None and edited.data == changed, "what it changed says something else")

    def test_it_looks_at_no_clock_and_no_network(self) -> None:
        """Reading and writing depend on the content alone."""
        concept = example_concept()
        with pure():
            content = self._written(concept)
            if content is not None:
                self._read(content)

    def test_it_refuses_rubbish(self) -> None:
        """Content that is not a file of this format raises `InvalidConceptError` with findings."""
        for content in rubbish():
            self._read_or_refused(content)
        content = self._written(example_concept()) or b""
        for length in range(0, len(content), 97):
            self._read_or_refused(content[:length])

    def test_it_knows_where_things_stand(self) -> None:
        """For any path, existing or not, it returns a mark for the key and one for the value, or None."""
        content = self._written(empty_concept())
        document = (content and self._read(content)) or ParsedData({})
        for path in ((), ("title",), ("municipality", "name"), ("gibt-es-nicht", 3, "x")):
            for position in document.positions(path):
                must(position is None or isinstance(position, Position), f"the position of {path} is {position!r}")

    def test_it_can_be_told_in_every_language(self) -> None:
        """It has a title, a suffix with its dot, and reads or writes."""
        form = self.format
        for language in LANGUAGES:
            must(form.title.text(language).strip(), "it has no title")
        must(form.suffixes and all(suffix.startswith(".") for suffix in form.suffixes), "its suffixes need a dot")
        must(form.read or form.write, "it neither reads nor writes")

    def _written(self, concept: Concept) -> bytes | None:
        return self.format.write(file_data(concept)) if self.format.write else None

    def _read(self, content: bytes) -> ParsedData | None:
        return self.format.read(content) if self.format.read else None

    def _round_trip(self, concept: Concept) -> None:
        content = self._written(concept)
        document = None if content is None else self._read(content)
        if document is not None:
            must(read_concept(document) == concept, f"{concept!r} comes back as another")

    def _kept_or_refused(self, concept: Concept) -> None:
        try:
            self._round_trip(concept)
        except InvalidConceptError as error:
            must(error.findings, "a refusal holds no finding")

    def _read_or_refused(self, content: bytes) -> None:
        try:
            self._read(content)
        except InvalidConceptError as error:
            must(error.findings, f"the refusal of {content[:40]!r} holds no finding")


def check_format(form: Format) -> None:
    """Run the contract for a format; raise `BrokenContractError` with every breach."""
    suite = FormatContract()
    suite.format = form
    keep(suite, f"the format {form.name!r}")
