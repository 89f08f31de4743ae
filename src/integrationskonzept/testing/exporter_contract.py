"""Contract of exporters."""

import os
from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any

import attrs

from integrationskonzept.errors import OptionError
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.contracts import Export, Exporter
from integrationskonzept.plugins.kit import Declaration
from integrationskonzept.plugins.options import describe, options_from
from integrationskonzept.testing.canaries import leaks, with_canaries
from integrationskonzept.testing.clock import assert_timeless
from integrationskonzept.testing.contract import (
    Contract,
    copied,
    keep,
    must,
    must_be_nouns,
    must_be_taken,
    must_be_told,
    state_of_concept,
)
from integrationskonzept.testing.declaration import breaches
from integrationskonzept.testing.example import example_concept
from integrationskonzept.testing.examples import empty_concept, huge_concept, with_any_concept
from integrationskonzept.testing.generate import seeded
from integrationskonzept.testing.purity import Access, files_of, pure
from integrationskonzept.testing.sample_texts import ORDINARY
from integrationskonzept.testing.subprocess_check import called_elsewhere
from integrationskonzept.testing.well_formed import well_formed


class ExporterContract(Contract):
    """Subclass it in a test module, with the exporter as an attribute, and pytest runs every test.

    ``class TestPoster(ExporterContract): exporter = POSTER``
    """

    exporter: Exporter
    given: Sequence[Mapping[str, Any]] = ({},)
    """Sets of options to test, each as a user would give them; by default no options."""
    says: Sequence[str] = ()
    """Nouns, such as ``measure``, whose elements must all be in the export or among its losses."""

    declares: Declaration | None = None
    """What it declares to write, proven by canaries in every attribute of `stated`, with the first set of options."""
    stated: Concept | None = None
    """A concept with a record of every class that is declared; by default the example."""

    # -- the same for the same --------------------------------------------------------------------

    def test_the_same_concept_gives_the_same_bytes(self) -> None:
        """A comparison of two exports shows the changes of the concept, and nothing else."""
        concept = example_concept().public()
        for options in self._options():
            export = self._export(concept, options)
            must(self._export(concept, options) == export, "two exports of one concept differ")
            must(self._export(copied(concept), options) == export, "exports of equal concepts differ")

    def test_it_gives_the_same_bytes_at_any_time_and_in_any_time_zone(self) -> None:
        """The clock may be read, as libraries for Word and Excel do, but its time must not show in the export."""
        concept = example_concept().public()
        for options in self._options():
            assert_timeless(lambda options=options: self._export(concept, options))  # type: ignore[misc]  # bound now

    def test_it_gives_the_same_bytes_on_another_machine(self) -> None:
        """The export does not depend on locale, current folder, environment or the order of sets."""
        concepts = [example_concept().public(), seeded(7, measures=40, texts=ORDINARY).public()]
        calls = [(concept, options) for concept in concepts for options in self._options()]
        here = [self._export(*arguments) for arguments in calls]
        for there in called_elsewhere(self.exporter, "export", calls):
            for one, other in zip(here, there, strict=True):
                must(other == one, "locale, folder, environment or the order of a set shows in the export")

    def test_it_leaves_the_concept_as_it_is(self) -> None:
        """Frozen objects can be changed by force; an exporter must not."""
        concept = example_concept().public()
        before = state_of_concept(concept)
        for options in self._options():
            self._export(concept, options)
            must(state_of_concept(concept) == before, "the export changed the concept it was given")

    def test_it_uses_no_network_and_no_other_program(self) -> None:
        """An export depends on its arguments and options only, and changes no environment."""
        concept = example_concept().public()
        for options in self._options():
            with pure(kinds=Access.NETWORK | Access.MACHINE):
                self.exporter.export(concept, options)

    def test_it_reads_and_writes_no_files(self) -> None:
        """The caller writes the files of an export; files that an option names are read, and the package's own."""
        concept = example_concept().public()
        for given, options in zip(self.given, self._options(), strict=True):
            named = [*given.values(), *attrs.asdict(options, recurse=False).values()]
            files = [value for value in named if isinstance(value, (str, Path)) and os.path.lexists(value)]
            with pure(kinds=Access.READING | Access.WRITING, files=(*files_of(self.exporter.export), *files)):
                self.exporter.export(concept, options)

    # -- whatever a concept says ------------------------------------------------------------------

    def test_it_exports_any_concept(self) -> None:
        """Any level of a concept may be missing, and references may lead nowhere."""
        with_any_concept(self._check_each)

    def test_it_survives_hostile_texts(self) -> None:
        """Markup, line breaks, control characters and very long texts are exported as text."""
        with_any_concept(self._check_each, hostile=True)

    def test_it_exports_nothing_and_very_much(self) -> None:
        """An empty concept, and one with thousands of measures."""
        self._check_each(empty_concept())
        self._check_each(huge_concept())

    def test_what_is_internal_stays_inside(self) -> None:
        """An export of the public view contains nothing internal, not even after an export of the full view."""
        concept = with_canaries(example_concept())
        for options in self._options():
            self.exporter.export(concept, options)  # what it sees when asked for internal things
            export = self._export(concept.public(), options)
            for file in export.files:
                is_leak = leaks(file.content) or leaks(self.text(file.content))
                must(not is_leak, f"{file.name} holds what is internal")
                must(not leaks(file.name), f"the name {file.name} holds what is internal")
            for loss in (*export.losses, *export.warnings):
                must(not leaks(f"{loss.address} {loss.message}"), f"a loss tells what is internal: {loss}")

    # -- its description ------------------------------------------------------------------

    def test_a_host_takes_it(self) -> None:
        """Its name, its suffix and everything else it states are accepted."""
        must_be_taken("exporters", self.exporter)

    def test_its_main_file_is_what_it_announces(self) -> None:
        """The first file has the announced suffix and media type, those of the format that is asked for."""
        others = {other.format: (other.suffix, other.media_type) for other in self.exporter.other_formats}
        usual = (self.exporter.suffix, self.exporter.media_type)
        for options in self._options():
            files = self._export(example_concept().public(), options).files
            must(files, "the export has no file")
            suffix, announced = others.get(str(getattr(options, "format", None)), usual)
            name, got = files[0].name, files[0].media_type
            must(name.endswith(suffix), f"{name} does not end in {suffix}")
            must(announced.split(";")[0] == got.split(";")[0], f"{files[0].name} is {got}, not {announced}")

    def test_every_other_format_is_written(self) -> None:
        """The option ``format`` takes the name of each other format, and the file is of that format."""
        for other in self.exporter.other_formats:
            options = options_from(self.exporter, {"format": other.format})
            name = self._export(example_concept().public(), options).files[0].name
            must(name.endswith(other.suffix), f"{name} does not end in {other.suffix}")

    def test_what_it_cannot_say_is_among_its_losses(self) -> None:
        """Of the nouns in `says`, each element is in the export or among its losses and warnings."""
        must_be_nouns(self.says)
        concept = example_concept().public()
        for options in self._options():
            export = self._export(concept, options)
            said = "\n".join(self.text(file.content) for file in export.files)
            named = {loss.address for loss in (*export.losses, *export.warnings)}
            for address, (_, element) in concept.index.items():
                words = getattr(element, "title", None) or getattr(element, "text", None) or element.id
                silent = words not in said and address not in named and element.noun in self.says
                must(not silent, f"{address} is neither in the export nor among its losses")

    def test_it_writes_what_it_declares_and_nothing_else(self) -> None:
        """A declared attribute is in the export whenever it is stated; anything else changes nothing in it."""
        if self.declares is None:
            return
        options, concept = self._options()[0], (self.stated or example_concept()).public()

        def written(changed: Concept) -> str:
            files = self._export(changed.public(), options).files
            return "\n".join(self.text(file.content) for file in files)

        found = list(breaches(concept, self.declares, written))
        must(not found, "; ".join(found))

    def test_it_can_be_told_in_every_language(self) -> None:
        """Title, options and losses can be shown to people, in German and English."""
        must_be_told(self.exporter.title, "its title")
        for option in describe(self.exporter):
            must_be_told(option.help, f"the 'help' of its option {option.name}")
        for options in self._options():
            export = self._export(example_concept().public(), options)
            for loss in (*export.losses, *export.warnings):
                must_be_told(loss.message, "a loss")

    def test_wrong_options_are_refused(self) -> None:
        """A misspelt option or a value of a wrong type raises an `OptionError` that names the option."""
        for name in ("gibt-es-nicht", *(option.name for option in describe(self.exporter))):
            refusal = ""
            try:
                options_from(self.exporter, {name: object()})
            except OptionError as error:
                refusal = str(error)
            must(name in refusal, f"the option {name} takes anything, or its refusal does not name it: {refusal}")

    def test_every_choice_of_an_option_exports(self) -> None:
        """Every choice that an option offers is accepted."""
        concept = example_concept().public()
        attrs.resolve_types(self.exporter.options)
        for attribute in attrs.fields(self.exporter.options):
            for choice in _choices(attribute.type):
                options = options_from(self.exporter, {attribute.alias or attribute.name: choice})
                try:
                    self._check(self.exporter.export(concept, options), concept)
                except OptionError:
                    continue  # it does not go with the other options' defaults, and says so

    # -- tools --------------------------------------------------------------------------------------

    def text(self, content: bytes) -> str:
        """Return the text that a reader of the file sees; override it for escaped or compressed texts."""
        return content.decode("utf-8", "replace")

    def _options(self) -> list[Any]:
        return [options_from(self.exporter, given) for given in self.given]

    def _export(self, concept: Concept, options: Any) -> Export:
        export = self.exporter.export(concept, options)
        must(isinstance(export, Export), f"it returned {export!r:.100} instead of an Export")
        return export

    def _check_each(self, concept: Concept) -> None:
        public = concept.public()
        for options in self._options():
            self._check(self._export(public, options), public)

    def _check(self, export: Export, concept: Concept) -> None:
        for file in export.files:
            well_formed(file)
        for loss in (*export.losses, *export.warnings):
            must(loss.address in concept.index, f"a loss names {loss.address}, which the concept does not have")
            must(loss.message.text("de") and loss.message.text(), f"a loss of {loss.address} says nothing")


def _choices(kind: Any) -> list[Any]:
    if kind is bool:
        return [True, False]
    return list(kind) if isinstance(kind, type) and issubclass(kind, Enum) else []


def exporter_suite(
    exporter: Exporter,
    *,
    given: Sequence[Mapping[str, Any]] = ({},),
    says: Sequence[str] = (),
    declares: Declaration | None = None,
    stated: Concept | None = None,
) -> ExporterContract:
    """Return the suite of an exporter."""
    suite = ExporterContract()
    suite.exporter, suite.given, suite.says, suite.declares, suite.stated = exporter, given, says, declares, stated
    return suite


def check_exporter(
    exporter: Exporter,
    *,
    given: Sequence[Mapping[str, Any]] = ({},),
    says: Sequence[str] = (),
    declares: Declaration | None = None,
    stated: Concept | None = None,
) -> None:
    """Run the contract for an exporter; raise `BrokenContractError` with every breach."""
    suite = exporter_suite(exporter, given=given, says=says, declares=declares, stated=stated)
    keep({f"the exporter {exporter.name!r}": suite})
