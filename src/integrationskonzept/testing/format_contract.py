"""Contract of file formats."""

from collections.abc import Sequence

from integrationskonzept.errors import InvalidConceptError, UneditableError
from integrationskonzept.findings import Position
from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.format import Format, ParsedData
from integrationskonzept.formats.load import read_concept
from integrationskonzept.model.concept import Concept
from integrationskonzept.testing.clock import assert_timeless
from integrationskonzept.testing.contract import Contract, keep, must, must_be_taken, must_be_told
from integrationskonzept.testing.example import example_concept
from integrationskonzept.testing.examples import any_concept, empty_concept, huge_concept, rubbish, with_any_concept
from integrationskonzept.testing.purity import files_of, pure


class FormatContract(Contract):
    """Subclass it in a test module, with the format as an attribute, and pytest runs every test.

    ``class TestToml(FormatContract): format = TOML``
    """

    format: Format
    reads: Sequence[bytes] = ()
    """Contents of files that it reads; required for a format that does not write."""

    def test_it_reads_what_it_writes(self) -> None:
        """A concept that was saved and loaded is equal to the original; what cannot be written is refused."""
        must(self._is_kept(empty_concept()), "it refuses a concept with nothing but a title")
        must(self._is_kept(example_concept()), "it refuses the concept of the example town")
        concepts = any_concept()
        kept = sum(map(self._is_kept, concepts))
        must(kept, f"it keeps {kept} of {len(concepts)} generated concepts and refuses the others")

    def test_it_reads_the_files_it_is_made_for(self) -> None:
        """Each of `reads` is a concept; without `write`, there must be one."""
        must(self.format.write or self.reads, "it does not write; give contents of files that it reads under 'reads'")
        for content in self.reads:
            parsed = self._read(content)
            must(parsed is not None, "it does not read, and has 'reads'")
            read_concept(parsed or ParsedData(None))

    def test_it_reads_and_writes_very_much(self) -> None:
        """A concept with thousands of measures comes back, or is refused with findings."""
        self._is_kept(huge_concept())

    def test_it_keeps_or_refuses_hostile_texts(self) -> None:
        """Texts that cannot be written raise `InvalidConceptError`; nothing is changed silently."""
        with_any_concept(self._is_kept, hostile=True)

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

    def test_it_reads_and_writes_the_same_at_any_time_and_in_any_time_zone(self) -> None:
        """Reading and writing do not depend on the clock."""
        assert_timeless(self._data_of_all)

    def test_it_uses_no_network_no_other_program_and_no_files(self) -> None:
        """Reading and writing depend on the content alone; the caller reads and writes the file."""
        with pure(files=(*files_of(self.format.read), *files_of(self.format.write))):
            self._data_of_all()

    def test_it_refuses_rubbish(self) -> None:
        """Content that is not a file of this format raises `InvalidConceptError` with findings."""
        if self.format.read:
            refused = [content for content in rubbish() if self._is_refused(content)]
            must(refused, "it takes any bytes for a file")
            for content in self._contents():
                for length in range(0, len(content), 1 + len(content) // 100):
                    self._is_refused(content[:length])

    def test_it_knows_where_things_stand(self) -> None:
        """For any path, existing or not, it returns a mark for the key and one for the value, or None."""
        for content in self._contents():
            document = self._read(content) or ParsedData({})
            for path in ((), ("title",), ("municipality", "name"), ("gibt-es-nicht", 3, "x")):
                for position in document.positions(path):
                    must(position is None or isinstance(position, Position), f"the position of {path} is {position!r}")

    def test_it_can_be_told_in_every_language(self) -> None:
        """It has a title in German and English, a suffix with its dot, and reads or writes."""
        must_be_told(self.format.title, "its title")
        must(self.format.read or self.format.write, "it neither reads nor writes")

    def test_a_host_takes_it(self) -> None:
        """Its name, its suffixes and everything else it states are accepted."""
        must_be_taken("formats", self.format)

    def _written(self, concept: Concept) -> bytes | None:
        return self.format.write(file_data(concept)) if self.format.write else None

    def _read(self, content: bytes) -> ParsedData | None:
        return self.format.read(content) if self.format.read else None

    def _contents(self) -> list[bytes]:
        written = self._written(example_concept())
        return [*self.reads, *([] if written is None else [written])]

    def _data_of_all(self) -> list[object]:
        """Return the content of the example's file, and the data of all files."""
        parsed = map(self._read, self._contents())
        return [self._written(example_concept()), *(one and one.data for one in parsed)]

    def _is_kept(self, concept: Concept) -> bool:
        """Return whether a concept comes back as it was written; raise unless it does, or is refused with findings."""
        try:
            content = self._written(concept)
        except InvalidConceptError as error:
            must(error.findings, f"a refusal holds no finding: {error}")
            return False
        document = None if content is None else self._read(content)
        if document is not None:
            must(read_concept(document) == concept, f"{concept!r} comes back as another")
        return True

    def _is_refused(self, content: bytes) -> bool:
        """Return whether reading refuses bytes; raise if it refuses them without a finding, or finds a concept."""
        try:
            document = self._read(content)
        except InvalidConceptError as error:
            must(error.findings, f"the refusal of {content[:40]!r} holds no finding")
            return True
        if content in _RUBBISH and document is not None:
            must(not _is_concept(document), f"{content[:40]!r} is read as a concept")
        return False


_RUBBISH = frozenset(rubbish())


def _is_concept(document: ParsedData) -> bool:
    try:
        read_concept(document)
    except InvalidConceptError:
        return False
    return True


def format_suite(form: Format, *, reads: Sequence[bytes] = ()) -> FormatContract:
    """Return the suite of a format; the arguments are the attributes of `FormatContract`."""
    suite = FormatContract()
    suite.format, suite.reads = form, reads
    return suite


def check_format(form: Format, *, reads: Sequence[bytes] = ()) -> None:
    """Run the contract for a format; raise `BrokenContractError` with every breach."""
    keep({f"the format {form.name!r}": format_suite(form, reads=reads)})
