"""A name that two plugins claim belongs to neither until the caller says whose."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import integrationskonzept as ik
from integrationskonzept import Concept, Export, Exporter, ExportFile, Format, Hit, Message, Rule, Severity
from integrationskonzept.errors import UnknownNameError
from integrationskonzept.plugins import (
    BundledConcept,
    Column,
    ColumnType,
    ParsedData,
    PluginHost,
    PluginState,
    Profile,
    Publisher,
    SendPlan,
    Table,
    hookimpl,
    host,
)
from integrationskonzept.plugins.discovery import InstalledPlugin
from integrationskonzept.plugins.plugin_record import PluginSource

TITLE = Message(template="budget", translations={"de": "Haushalt"})
COLUMN = Column(name="concept", type=ColumnType.STRING, description=TITLE)
DOCUMENT = b"schema: 2\nid: ulm\ntitle: Ulm\nmunicipality: {name: Ulm}\n"


class Plugin:
    """A plugin that brings one thing of every kind, all of them called alike by every plugin."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    @hookimpl
    def integrationskonzept_exporters(self) -> Sequence[Exporter]:
        def export(_: Concept, __: Any) -> Export:
            return Export(files=(ExportFile(name="a.txt", content=self.mark.encode(), media_type="text/plain"),))

        return (Exporter(name="budget", title=TITLE, media_type="text/plain", suffix=".txt", export=export),)

    @hookimpl
    def integrationskonzept_formats(self) -> Sequence[Format]:
        def read(_: bytes) -> ParsedData:
            return ParsedData({"schema": 2, "id": self.mark, "title": "Ulm", "municipality": {"name": "Ulm"}})

        def write(_: Mapping[str, Any]) -> bytes:
            return self.mark.encode()

        form = Format(name="budget", title=TITLE, suffixes=(".Bud",), media_type="a/b", read=read, write=write)
        return (form, evolve(form, name=f"own-{self.mark}", suffixes=(".own",)))

    @hookimpl
    def integrationskonzept_rules(self) -> Sequence[Rule]:
        def check(_: Concept) -> Sequence[Hit]:
            return (Hit(()),)

        rule = Rule(
            code="ULM001", family="ulm", title=TITLE, why=TITLE, severity=Severity.ERROR, message=TITLE, check=check
        )
        return (rule,)

    @hookimpl
    def integrationskonzept_profiles(self) -> Sequence[Profile]:
        return (Profile(name="budget", title=TITLE, description=Message(template=self.mark)),)

    @hookimpl
    def integrationskonzept_publishers(self) -> Sequence[Publisher]:
        return (Publisher(name="budget", title=TITLE, plan=lambda *_: SendPlan(steps=()), perform=lambda *_: ()),)

    @hookimpl
    def integrationskonzept_concepts(self) -> Sequence[BundledConcept]:
        return (BundledConcept(name="budget", title=TITLE, read=lambda: DOCUMENT),)

    @hookimpl
    def integrationskonzept_tables(self) -> Sequence[Table]:
        return (Table(name="budget", title=TITLE, columns=(COLUMN,), fill=lambda concept: {"concept": [concept.id]}),)


def installed(*names: tuple[str, str]) -> Callable[[], Sequence[InstalledPlugin]]:
    return lambda: [
        InstalledPlugin(PluginSource(name=name, distribution=distribution, version="1.0"), partial(Plugin, name))
        for name, distribution in names
    ]


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> PluginHost:
    monkeypatch.setattr(host, "installed_plugins", installed(("aa", "Town_A"), ("bb", "town-b")))
    return PluginHost()


ASKED: dict[str, Callable[[PluginHost, str], Any]] = {
    "exporter": PluginHost.exporter,
    "format": PluginHost.format_for,
    "profile": PluginHost.profile,
    "publisher": PluginHost.publisher,
    "bundled concept": PluginHost.concept,
    "table": PluginHost.table,
}


@pytest.mark.parametrize("noun", ASKED)
def test_a_bare_name_is_refused_with_both_plugins_and_what_to_write(two: PluginHost, noun: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        ASKED[noun](two, "budget")
    assert str(caught.value) == (
        f"the {noun} 'budget' is claimed by aa (Town_A 1.0), bb (town-b 1.0), and belongs to none of them;"
        " say whose you mean: 'Town_A:budget', 'town-b:budget', or leave a plugin out (--plugins-off)"
    )
    assert "gehört" in caught.value.args[0].text("de")


@pytest.mark.parametrize("owner", ["Town_A", "town-a", "aa"])
@pytest.mark.parametrize("noun", ASKED)
def test_the_owner_before_the_name_says_whose_it_is(two: PluginHost, noun: str, owner: str) -> None:
    assert ASKED[noun](two, f"{owner}:budget").title == TITLE
    with pytest.raises(UnknownNameError, match=f"there is no {noun} 'nobody:budget'"):
        ASKED[noun](two, "nobody:budget")


def test_what_is_not_contested_has_an_owner_too(two: PluginHost) -> None:
    assert two.format_for("town-b:own-bb").name == "own-bb"
    assert two.table("integrationskonzept:measures").name == "measures"


def test_a_rule_that_two_claim_is_checked_for_neither(two: PluginHost) -> None:
    assert "ULM001" not in {rule.code for rule in two.rules()}
    assert two.rule("town-b:ULM001").code == "ULM001"
    report = ik.check(ik.concept("musterstadt-2025"), host=two)
    told = [finding.message.text() for finding in report.by_code["IK1106"]]
    assert len(told) == 2
    assert "a part of plugin aa (Town_A 1.0) is not used: the rule 'ULM001' is claimed by" in told[0]


def test_files_of_a_contested_format_are_read_and_written_by_the_one_that_is_named(
    two: PluginHost, tmp_path: Path
) -> None:
    file = tmp_path / "ulm.bud"
    file.write_bytes(b"")
    with pytest.raises(UnknownNameError, match=r"the file suffix '\.bud' is claimed by aa .*'Town_A:budget', 'town-b"):
        ik.load(file, host=two)
    assert ik.load(file, format="town-b:budget", host=two).id == "bb"
    ik.save(ik.load(file, format="aa:budget", host=two), file, format="town-b:budget", host=two)
    assert file.read_bytes() == b"bb"
    assert ik.loads("", "aa:budget", host=two).id == "aa"
    (entry,) = ik.read_portfolio(tmp_path, host=two).entries
    assert "is claimed by" in entry.findings[0].text()


def test_formats_of_two_names_for_one_suffix_leave_it_to_neither(two: PluginHost) -> None:
    with pytest.raises(UnknownNameError, match=r"suffix '\.own' is claimed by .*'Town_A:own-aa', 'town-b:own-bb'"):
        two.format_for(".own")
    faults = [str(fault) for fault in two.plugins()[1].faults]
    assert any("the file suffix '.own' is claimed by" in fault for fault in faults)


def test_all_of_a_kind_are_listed_by_names_that_can_be_asked_for(two: PluginHost) -> None:
    assert {"Town_A:budget", "town-b:budget"} <= two.exporters().keys()
    assert "budget" not in two.exporters()
    assert all(two.exporter(name) for name in two.exporters())


def test_the_list_of_plugins_shows_who_claims_what(two: PluginHost) -> None:
    _, one, other = two.plugins()
    assert (one.state, other.state) == (PluginState.PARTLY, PluginState.PARTLY)
    assert "exporter Town_A:budget" in one.brings
    assert "rule town-b:ULM001" in other.brings
    assert len(one.faults) == 8  # one of each kind, and the suffix


def test_tables_of_both_are_laid_out_each_under_its_owner(two: PluginHost) -> None:
    tables = ik.tables(ik.concept("musterstadt-2025"), host=two)
    assert [row["concept"] for row in tables["town-b:budget"]] == ["musterstadt"]
    with pytest.raises(UnknownNameError, match=r"'budget' is claimed by several .*'Town_A:budget', 'town-b:budget'"):
        tables["budget"]
    package = ik.export(ik.concept("musterstadt-2025"), "datapackage", host=two)
    assert {"data/Town_A.budget.csv", "data/town-b.budget.csv"} <= {file.name for file in package.files}


def test_a_concept_that_names_a_contested_profile_is_checked_by_the_drafts_and_told_so(two: PluginHost) -> None:
    concept = ik.loads(DOCUMENT.decode() + "checks: {profile: budget}\n")
    assert "IK1104" in ik.check(concept, host=two).by_code
    own = ik.loads(DOCUMENT.decode() + "checks: {profile: 'town-b:budget'}\n")
    profile = ik.check(own, host=two).profile
    assert profile is not None
    assert str(profile.description) == "bb"


def test_a_plugin_left_out_gives_the_name_to_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "installed_plugins", installed(("aa", "town-a"), ("bb", "town-b")))
    plugins = PluginHost(off=["town-a"])
    export = ik.export(ik.concept("musterstadt-2025"), "budget", host=plugins)
    assert export.files[0].content == b"bb"


def test_plugins_of_one_distribution_are_told_apart_by_their_own_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "installed_plugins", installed(("aa", "towns"), ("bb", "towns"), ("cc", "other")))
    plugins = PluginHost()
    assert {"aa:budget", "bb:budget", "other:budget"} <= plugins.exporters().keys()
    with pytest.raises(UnknownNameError, match=r"say whose you mean: 'aa:budget', 'bb:budget'"):
        plugins.exporter("towns:budget")
    assert [len(info.faults) for info in plugins.plugins()[1:]] == [8, 8, 8]


def test_a_plugin_that_brings_a_name_twice_keeps_the_first() -> None:
    class Twice(Plugin):
        @hookimpl
        def integrationskonzept_profiles(self) -> Sequence[Profile]:
            return (*super().integrationskonzept_profiles(), Profile(name="budget", title=TITLE))

    plugins = PluginHost(discover=False)
    info = plugins.register(Twice("one"), "twice")
    assert [str(fault) for fault in info.faults] == [
        "the profile 'budget' of twice is not used: twice brought one of this name first"
    ]
    assert str(plugins.profile("budget").description) == "one"
