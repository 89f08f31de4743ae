"""The suites leave in peace what keeps to its contract: our own parts, and guests of every kind."""

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import time
from decimal import Decimal
from types import ModuleType
from typing import Any
from unittest import SkipTest

import attrs
import pytest

from integrationskonzept import Concept, Export, Exporter, Format, Rule, hookimpl
from integrationskonzept.errors import InvalidConceptError, UneditableError
from integrationskonzept.formats.format import Edited
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.foreign_attribute import record_kinds
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.plugins import (
    BundledConcept,
    CliCommand,
    ForeignAttribute,
    Importer,
    Language,
    ObservationSource,
    PluginHost,
    Profile,
    Publisher,
    Table,
)
from integrationskonzept.testing import (
    BrokenContractError,
    ExporterContract,
    FormatContract,
    NotTestedWarning,
    PublisherContract,
    RuleContract,
    SourceContract,
    check_attribute,
    check_command,
    check_concept,
    check_exporter,
    check_format,
    check_importer,
    check_language,
    check_plugin,
    check_profile,
    check_publisher,
    check_rule,
    check_source,
    check_table,
    example_concept,
)
from integrationskonzept.testing.subprocess_check import called_elsewhere
from tests.testing.mutants import formats
from tests.testing.mutants.attributes import AMOUNTS, BUDGET_ITEM
from tests.testing.mutants.commands import MINUTES
from tests.testing.mutants.concepts import MUSTERLINGEN
from tests.testing.mutants.exporters import LIST
from tests.testing.mutants.importers import IMPORTER, THEMES
from tests.testing.mutants.languages import TURKISH
from tests.testing.mutants.mutant import ENGLISH, TITLE
from tests.testing.mutants.profiles import FUNDING
from tests.testing.mutants.publishers import PAGES, Site
from tests.testing.mutants.rules import MOTTO, NO_MOTTO
from tests.testing.mutants.sources import SOURCE, STATISTICS
from tests.testing.mutants.tables import MEASURES

OURS = PluginHost(discover=False)


class TestTheListKeepsItsContract(ExporterContract):
    exporter = LIST
    given = ({}, {"form": "long", "heading": "no"}, {"letterhead": __file__})
    says = ("measure", "action_day")


class TestYaml(FormatContract):
    format = YAML


class TestTheFirstRule(RuleContract):
    rule = MOTTO
    finds = (NO_MOTTO,)


class TestPages(PublisherContract):
    publisher = PAGES

    def options(self) -> Site:
        return Site()


class TestStatistics(SourceContract):
    source = SOURCE
    files = (STATISTICS,)


# -- our own parts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [JSON, YAML], ids=lambda one: one.name)
def test_every_format_of_the_library_keeps_its_contract(form: Format) -> None:
    check_format(form)


@pytest.mark.parametrize("table", OURS.tables().values(), ids=lambda one: one.name)
def test_every_table_of_the_library_keeps_its_contract(table: Table) -> None:
    check_table(table)


@pytest.mark.parametrize("profile", OURS.profiles().values(), ids=lambda one: one.name)
def test_every_profile_of_the_library_keeps_its_contract(profile: Profile) -> None:
    check_profile(profile)


@pytest.mark.parametrize("bundled", OURS.concepts().values(), ids=lambda one: one.name)
def test_every_concept_of_the_library_keeps_its_contract(bundled: BundledConcept) -> None:
    check_concept(bundled)


# -- guests that keep to everything -------------------------------------------------------------------


@pytest.mark.parametrize(
    "form",
    [
        attrs.evolve(formats.OURS, read=None, edit=None),
        formats.HONEST,
        attrs.evolve(formats.OURS, edit=lambda *_: uneditable()),
    ],
)
def test_a_format_may_only_write_refuse_what_it_cannot_say_or_not_edit(form: Format) -> None:
    check_format(form)


def uneditable() -> Edited:
    raise UneditableError(message("too old"))


def test_a_format_may_only_read() -> None:
    check_format(formats.READ_ONLY, reads=[formats.SMALL])


def test_each_call_runs_the_whole_suite() -> None:
    check_exporter(LIST, given=({"heading": "no"},), says=("measure", "action_day"))
    check_publisher(PAGES, options=Site)
    check_rule(MOTTO, finds=[NO_MOTTO], passes=[example_concept()])
    check_rule(attrs.evolve(MOTTO, summary=None, total=None))
    check_table(MEASURES)
    check_profile(FUNDING, rules=[MOTTO])
    check_profile(attrs.evolve(FUNDING, description=None), rules=[MOTTO])
    check_concept(MUSTERLINGEN, formats=[formats.OURS])
    check_importer(IMPORTER, documents=[THEMES])
    check_source(SOURCE, files=[STATISTICS], concept=example_concept())
    check_attribute(BUDGET_ITEM, values=["5.4400", "5.4401"])
    check_attribute(AMOUNTS)
    check_command(MINUTES)
    check_language(TURKISH)


@pytest.mark.parametrize("kind", [bool, int, float, Decimal, PartialDate, time])
def test_a_foreign_attribute_of_any_type_keeps_its_contract(kind: type) -> None:
    check_attribute(attrs.evolve(BUDGET_ITEM, value_type=kind))


@pytest.mark.parametrize("noun", record_kinds())
def test_a_foreign_attribute_of_any_noun_keeps_its_contract(noun: str) -> None:
    check_attribute(attrs.evolve(BUDGET_ITEM, noun=noun))


def test_a_publisher_contract_asks_how_to_reach_the_other_side() -> None:
    with pytest.raises(NotImplementedError):
        PublisherContract().options()


def test_a_finding_of_a_refusal_is_what_a_format_owes() -> None:
    with pytest.raises(InvalidConceptError) as caught:
        YAML.read(b"a: b: c")  # type: ignore[misc]  # it reads
    assert caught.value.findings


# -- a whole plugin -----------------------------------------------------------------------------------


class Town:
    """A plugin with something of every kind."""

    @hookimpl
    def integrationskonzept_exporters(self) -> Iterator[Exporter]:
        yield LIST

    @hookimpl
    def integrationskonzept_publishers(self) -> Iterator[Publisher]:
        yield PAGES

    @hookimpl
    def integrationskonzept_rules(self) -> Sequence[Rule]:
        return (MOTTO,)

    @hookimpl
    def integrationskonzept_formats(self) -> Sequence[Format]:
        return (formats.OURS,)

    @hookimpl
    def integrationskonzept_profiles(self) -> Sequence[Profile]:
        return (FUNDING,)

    @hookimpl
    def integrationskonzept_concepts(self) -> Sequence[BundledConcept]:
        return (MUSTERLINGEN,)

    @hookimpl
    def integrationskonzept_tables(self) -> Sequence[Table]:
        return (MEASURES,)

    @hookimpl
    def integrationskonzept_importers(self) -> Sequence[Importer]:
        return (IMPORTER,)

    @hookimpl
    def integrationskonzept_sources(self) -> Sequence[ObservationSource]:
        return (SOURCE,)

    @hookimpl
    def integrationskonzept_attributes(self) -> Sequence[ForeignAttribute[Any]]:
        return (BUDGET_ITEM,)

    @hookimpl
    def integrationskonzept_commands(self) -> Sequence[CliCommand]:
        return (MINUTES,)

    @hookimpl
    def integrationskonzept_languages(self) -> Sequence[Language]:
        return (TURKISH,)


GIVEN: dict[str, dict[str, Any]] = {
    "list": {"says": ["measure"]},
    "pages": {"options": Site},
    "themes": {"documents": [THEMES]},
    "statistics": {"files": [STATISTICS]},
    "TEST001": {"finds": [NO_MOTTO]},
}


def test_one_call_runs_the_suites_of_all_that_a_plugin_provides() -> None:
    check_plugin(Town(), GIVEN)


def test_every_suite_of_a_plugin_says_what_is_wrong() -> None:
    class Wrong(Town):
        @hookimpl
        def integrationskonzept_exporters(self) -> Iterator[Exporter]:
            yield attrs.evolve(LIST, title=ENGLISH)

        @hookimpl
        def integrationskonzept_tables(self) -> Sequence[Table]:
            return (attrs.evolve(MEASURES, fill=lambda _: {}),)

    with pytest.raises(BrokenContractError) as caught:
        check_plugin(Wrong(), GIVEN)
    assert "the exporter 'list' does not keep its contract:\n- it can be told in every language: " in str(caught.value)
    assert "the table 'own_measures' does not keep its contract:\n- an unknown value is none: " in str(caught.value)


def test_what_cannot_be_tested_is_told() -> None:
    class Untested:
        integrationskonzept_publishers = Town.integrationskonzept_publishers
        integrationskonzept_importers = Town.integrationskonzept_importers

    with pytest.warns(NotTestedWarning) as told:
        check_plugin(Untested())
    assert [str(one.message) for one in told] == [
        "not tested of the publisher 'pages': 'given' has no 'options' for it",
        "not tested of the importer 'themes': 'given' has no 'documents' for it",
    ]


def test_a_plugin_with_faults_is_caught() -> None:
    class Faulty:
        @hookimpl
        def integrationskonzept_exporter(self) -> tuple[()]:
            return ()

    with pytest.raises(BrokenContractError, match="- there is no hook integrationskonzept_exporter; did you mean"):
        check_plugin(Faulty())


def test_arguments_for_something_that_a_plugin_does_not_provide_are_refused() -> None:
    class Days:
        integrationskonzept_rules = Town.integrationskonzept_rules

    with pytest.raises(BrokenContractError, match=r"provides nothing called 'TEST010'; did you mean 'TEST001'\?"):
        check_plugin(Days(), {"TEST010": {}})


# -- other processes ----------------------------------------------------------------------------------


def with_export(export: Callable[..., Any]) -> Exporter:
    return attrs.evolve(LIST, export=export)


FAILING = with_export(lambda *_: 1 // 0)


def test_a_function_of_a_module_is_found_by_its_place_in_another_process() -> None:
    assert called_elsewhere(MEASURES, "fill", [(example_concept(),)])[0][0]["concept"][0] == "musterlingen-2026"


def test_an_export_that_fails_in_another_process_says_why() -> None:
    with pytest.raises(AssertionError, match="it fails in another process: "):
        called_elsewhere(FAILING, "export", [(1, 2)])


def test_an_export_that_cannot_travel_is_not_tested_and_that_is_told() -> None:
    def inside(concept: Concept, options: Any) -> Export:
        return LIST.export(concept, options)

    local = with_export(inside)
    with pytest.raises(SkipTest, match="the function cannot be sent to another process"):
        called_elsewhere(local, "export", [()])
    here_alone = ModuleType("here_alone")
    exec("def export(concept, options): ...", vars(here_alone))  # noqa: S102 - a module no other process has
    sys.modules["here_alone"] = here_alone
    with pytest.raises(SkipTest, match="cannot be imported there: No module named 'here_alone'"):
        called_elsewhere(with_export(here_alone.export), "export", [()])
    del sys.modules["here_alone"]
    with pytest.warns(NotTestedWarning, match="the exporter 'list': it gives the same bytes on another machine: "):
        check_exporter(local)


def test_a_wrong_message_is_caught_before_it_is_shown() -> None:
    with pytest.raises(BrokenContractError, match="its title is 'list' and no Message"):
        check_exporter(with_title("list"))
    with pytest.raises(BrokenContractError, match="its title needs a value for town in 'de'"):
        check_exporter(with_title(attrs.evolve(TITLE, translations={"de": "{town}"}, values={"x": 1})))


def with_title(title: Any) -> Exporter:
    wrong = attrs.evolve(LIST)
    object.__setattr__(wrong, "title", title)
    return wrong
