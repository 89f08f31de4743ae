"""Importers read documents, and sources bring observations; both are chosen by name or by suffix."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept import Concept, hookimpl, message
from integrationskonzept.errors import PluginError, UnknownNameError
from integrationskonzept.plugins import (
    CliCommand,
    Draft,
    ForeignAttribute,
    Importer,
    InputFile,
    Language,
    ObservationSource,
    PluginHost,
)
from integrationskonzept.plugins.inputs import draft, observations
from integrationskonzept.testing import town

TITLE = message("Office")


def read_title(file: InputFile, _: Any) -> Draft:
    return Draft(concept=town(title=repr(file.content.decode())))


def count(_: Concept, file: InputFile | None, __: Any) -> Iterator[Mapping[str, Any]]:
    yield {"indicator": "kurse", "as_of": "2026", "value": len(file.content) if file else 0}


class Guest:
    importer = Importer(name="plain", title=TITLE, suffixes=(".PLAIN",), read=read_title)
    source = ObservationSource(name="office", title=TITLE, read=count, suffixes=(".stat",))

    @hookimpl
    def integrationskonzept_importers(self) -> Sequence[Importer]:
        return (self.importer,)

    @hookimpl
    def integrationskonzept_sources(self) -> Sequence[ObservationSource]:
        return (self.source,)

    @hookimpl
    def integrationskonzept_commands(self) -> Sequence[CliCommand]:
        return (CliCommand(name="hello", summary=TITLE, build=dict),)

    @hookimpl
    def integrationskonzept_attributes(self) -> Sequence[ForeignAttribute[Any]]:
        return (ForeignAttribute(noun="measure", key="x-office", value_type=int, title=TITLE, meaning=TITLE),)


@pytest.fixture
def host() -> PluginHost:
    found = PluginHost(discover=False)
    assert found.register(Guest(), "guest").state == "ok"
    return found


def test_a_document_is_read_by_the_importer_of_its_suffix(tmp_path: Path, host: PluginHost) -> None:
    (tmp_path / "k.plain").write_text("Konzept", "utf-8")
    assert draft(tmp_path / "k.plain", host=host).concept.title == "Konzept"
    assert draft(tmp_path / "k.plain", importer="plain", host=host).doubts == ()
    with pytest.raises(UnknownNameError, match="there is no importer 'word'"):
        draft(tmp_path / "k.plain", importer="word", host=host)


def test_observations_come_from_a_file_or_from_the_source_alone(tmp_path: Path, host: PluginHost) -> None:
    (tmp_path / "k.stat").write_text("12345", "utf-8")
    table = observations(town(), ".stat", tmp_path / "k.stat", host=host)
    assert (next(iter(table.rows))["value"], table.file) == (5, str(tmp_path / "k.stat"))
    alone = observations(town(), "office", host=host)
    assert (next(iter(alone.rows))["value"], alone.file) == (0, "office")
    concept = town("overarching: {indicators: [{id: kurse, title: Kurse, unit: Kurse}]}")
    assert ik.merge_observations(concept, table).concept.indicator("kurse").observations[0].value == 5


def test_what_a_source_yields_is_a_row(host: PluginHost, tmp_path: Path) -> None:
    class Bad(Guest):
        importer = Importer(name="bad", title=TITLE, suffixes=(".bad",), read=lambda *_: town())  # type: ignore[arg-type]  # on purpose
        source = ObservationSource(name="bad", title=TITLE, read=lambda *_: ["row"])

    host.register(Bad(), "bad")
    with pytest.raises(PluginError, match=r"plugin bad failed while reading observations.*expected Mapping, got 'row'"):
        observations(town(), "bad", host=host)
    (tmp_path / "k.bad").write_text("", "utf-8")
    with pytest.raises(PluginError, match=r"plugin bad failed while reading a document.*expected Draft"):
        draft(tmp_path / "k.bad", host=host)


def test_an_attribute_that_is_described_is_checked(host: PluginHost) -> None:
    concept = town("overarching: {measures: [{id: kurse, title: Kurse, x-office: viele}]}")
    (finding,) = ik.check(concept, host=host).by_code["IK109"]
    assert str(finding.message) == "Office: expected a whole number; got the text 'viele'"
    assert "IK109" not in ik.check(concept, host=PluginHost(discover=False)).by_code


def test_an_attribute_of_other_towns_is_not_checked(host: PluginHost) -> None:
    class Elsewhere:
        @hookimpl
        def integrationskonzept_attributes(self) -> Sequence[ForeignAttribute[Any]]:
            one = ForeignAttribute(
                noun="concept", key="x-office", value_type=int, title=TITLE, meaning=TITLE, municipalities=("08",)
            )
            return (one,)

    host.register(Elsewhere(), "elsewhere")
    assert "IK109" not in ik.check(town("x-office: viele"), host=host).by_code
    in_state = "{name: Ulm, ags: '08421000'}"
    assert "IK109" in ik.check(town("x-office: viele", municipality=in_state), host=host).by_code


def test_a_language_of_the_library_stays_as_it_is(host: PluginHost) -> None:
    class Speaker:
        @hookimpl
        def integrationskonzept_languages(self) -> Sequence[Language]:
            return (Language(code="de", day_of_year=""),)

    info = host.register(Speaker(), "speaker")
    assert [str(fault) for fault in info.faults] == ["the language 'de' is not used: it is this library's own"]
    assert not host.languages()


@pytest.mark.parametrize("suffixes", [".docx", ("docx",), (5,)])
def test_suffixes_are_a_tuple_with_dots(suffixes: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="suffixes must"):
        Importer(name="word", title=TITLE, suffixes=suffixes, read=read_title)


def test_a_file_is_a_plugin(tmp_path: Path) -> None:
    file = tmp_path / "my_town.py"
    file.write_text(
        "from integrationskonzept import hookimpl, message\n"
        "from integrationskonzept.plugins import BundledConcept\n"
        "@hookimpl\n"
        "def integrationskonzept_concepts():\n"
        "    return [BundledConcept(name='mine', title=message('Mine'), read=lambda: b'')]\n",
        "utf-8",
    )
    host = PluginHost(discover=False)
    assert host.register_file(file).name == "my_town"
    assert "mine" in host.concepts()
    constructor, arguments = host.__reduce__()
    assert "mine" in constructor(*arguments).concepts()


def test_a_file_that_is_no_python_is_listed_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text("", "utf-8")
    info = PluginHost(discover=False).register_file(tmp_path / "town.txt")
    assert "its name must end in .py" in str(info.faults[0])


def test_a_described_attribute_is_a_column_of_the_table_of_its_noun(host: PluginHost) -> None:
    concept = town("overarching: {measures: [{id: a, title: A, x-office: 3}, {id: b, title: B, x-office: viele}]}")
    tables = ik.tables(concept, host=host)
    assert list(tables.measures["x-office"]) == [3, None]
    assert "x-office" not in ik.tables(concept, host=PluginHost(discover=False)).measures.data
    assert host.table("measures").columns[-1].description.text() == "Office: Office"
    assert "x-office" not in [column.name for column in host.table("actors").columns]


def test_several_values_of_a_described_attribute_are_joined() -> None:
    class Lists:
        @hookimpl
        def integrationskonzept_attributes(self) -> Sequence[ForeignAttribute[Any]]:
            return (ForeignAttribute(noun="measure", key="x-codes", many=True, title=TITLE, meaning=TITLE),)

    host = PluginHost(discover=False)
    host.register(Lists(), "lists")
    concept = town("overarching: {measures: [{id: a, title: A, x-codes: [eins, zwei]}, {id: b, title: B}]}")
    assert list(ik.tables(concept, host=host).measures["x-codes"]) == ["eins; zwei", None]


def test_a_described_attribute_is_no_loss_of_the_data_package_and_any_other_is(host: PluginHost) -> None:
    concept = town("overarching: {measures: [{id: a, title: A, x-office: 3, x-other: 4}]}")
    said = {str(loss.message) for loss in ik.export(concept, "datapackage", host=host).losses}
    assert "x-other: stated 1 times, and in no table" in said
    assert not any("x-office" in sentence or "Office" in sentence for sentence in said)


def test_a_described_attribute_has_its_label_in_comparisons(host: PluginHost) -> None:
    assert host.attributes()
    old, new = (town(f"overarching: {{measures: [{{id: a, title: A, x-office: {code}}}]}}") for code in (1, 2))
    (change,) = ik.compare(old, new).changes
    assert str(change.what()) == "Office: 1 → 2"


def test_a_file_that_a_source_refuses_is_told_by_the_findings_of_the_source() -> None:
    class Strict:
        @hookimpl
        def integrationskonzept_sources(self) -> Sequence[ObservationSource]:
            return (ObservationSource(name="strict", title=TITLE, read=refuse),)

    def refuse(*_: Any) -> Iterator[Mapping[str, Any]]:
        finding = ik.Finding(code="OFF001", severity=ik.Severity.ERROR, message=message("no table"))
        raise ik.InvalidConceptError("no table", [finding])

    host = PluginHost(discover=False)
    host.register(Strict(), "strict")
    with pytest.raises(ik.InvalidConceptError) as refused:
        observations(town(), "strict", host=host)
    assert [finding.code for finding in refused.value.findings] == ["OFF001"]
