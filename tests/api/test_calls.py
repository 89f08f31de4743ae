"""The calls most people need, as they would write them."""

import json
from pathlib import Path

import pytest
from attrs import frozen

import integrationskonzept as ik
from integrationskonzept.findings import path_text
from integrationskonzept.model import Municipality, Observation
from integrationskonzept.plugins.host import PluginHost

TOWN = ik.Concept(id="oberstadt", title="Oberstadt", municipality=Municipality(name="Oberstadt"))


@pytest.mark.parametrize("name", ["stadt.yaml", "stadt.yml", "stadt.json"])
def test_what_is_saved_is_loaded_again(tmp_path: Path, name: str) -> None:
    written = ik.save(ik.concept("sachsenheim"), tmp_path / name)
    assert ik.load(written) == ik.concept("sachsenheim")
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_the_same_concept_gives_the_same_text(form: str) -> None:
    text = ik.dumps(ik.concept("sachsenheim"), form)
    assert ik.dumps(ik.loads(text, form), form) == text
    assert ik.loads(text.encode(), form) == ik.concept("sachsenheim")


def test_a_suffix_that_no_format_has_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match=r"\.docx"):
        ik.save(TOWN, tmp_path / "stadt.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "stadt.yaml"
    ik.save(TOWN, file)
    before = file.read_bytes()
    with pytest.raises(ValueError, match="title"):
        ik.save(ik.replace(TOWN, "concept/oberstadt", title="\ud800"), file)
    assert file.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["stadt.yaml"]


def test_a_bundled_concept_that_does_not_exist_gets_a_near_name() -> None:
    with pytest.raises(KeyError, match="did you mean 'sachsenheim'"):
        ik.concept("sachsenhiem")


def test_a_misspelt_file_is_an_error_with_every_place() -> None:
    with pytest.raises(ik.InvalidConceptError) as caught:
        ik.loads("schema: 2\nid: a\ntitel: A\nmunicipality: {nam: A}\n")
    lines = {place.line for finding in caught.value.findings for place in finding.places}
    assert lines == {3, 4}


def test_checking_a_file_never_raises_for_its_content(tmp_path: Path) -> None:
    file = tmp_path / "stadt.yaml"
    file.write_text("schema: 2\nid: a\ntitel: A\n", encoding="utf-8")
    report = ik.check(file)
    assert not report.ok
    assert {finding.place.file for finding in report.findings} == {str(file)}
    with pytest.raises(FileNotFoundError):
        ik.check(tmp_path / "nirgends.yaml")


def test_a_finding_about_a_loaded_concept_names_its_file_and_line(tmp_path: Path) -> None:
    concept = ik.load(ik.save(ik.concept("sachsenheim"), tmp_path / "s.yaml"))
    finding = ik.check(concept, profile="council").by_code["IK401"][0]
    lines = (tmp_path / "s.yaml").read_text(encoding="utf-8").splitlines()
    for place in finding.places:
        assert place.line is not None
        assert place.address is not None
        assert lines[place.line - 1].strip().endswith(f"id: {place.address.removeprefix('measure/')}")


def test_a_finding_about_a_changed_concept_names_no_line() -> None:
    changed = ik.replace(ik.concept("sachsenheim"), "measure/turniere", title="Turniere")
    assert {finding.place.line for finding in ik.check(changed).findings} == {None}


def test_an_element_is_replaced_by_its_address() -> None:
    concept = ik.concept("sachsenheim")
    changed = ik.replace(concept, "indicator/sprachkurse-anzahl", baseline=Observation(value=4))
    baseline = changed.indicator("sprachkurse-anzahl").baseline
    assert baseline is not None
    assert baseline.value == 4
    assert concept.indicator("sprachkurse-anzahl").baseline is None
    assert changed.measure("turniere") is concept.measure("turniere")


def test_an_exporter_sees_the_public_view_unless_told_otherwise() -> None:
    seen = []

    class Guest:
        @ik.hookimpl
        def integrationskonzept_exporters(self) -> list[ik.Exporter]:
            def export(concept: ik.Concept, _: object) -> ik.Export:
                seen.append([measure.id for measure in concept.measures])
                return ik.Export(files=(ik.ExportFile(name="a.txt", content=b"", media_type="text/plain"),))

            title = ik.Message(template="Looks")
            return [ik.Exporter(name="looks", title=title, media_type="text/plain", suffix=".txt", export=export)]

    host = PluginHost(discover=False)
    host.register(Guest(), "guest")
    concept = ik.replace(ik.concept("sachsenheim"), "measure/turniere", internal=True)
    ik.export(concept, "looks", host=host)
    ik.export(concept, "looks", host=host, internal=True)
    assert "turniere" not in seen[0]
    assert "turniere" in seen[1]


def test_a_format_that_is_only_written_cannot_be_read() -> None:
    class Guest:
        @ik.hookimpl
        def integrationskonzept_formats(self) -> list[ik.Format]:
            title = ik.Message(template="One way")
            return [
                ik.Format(name="out", title=title, suffixes=(".out",), media_type="text/plain", write=lambda _: b"x"),
                ik.Format(name="in", title=title, suffixes=(".in",), media_type="text/plain", read=lambda _: 1 / 0),  # type: ignore[arg-type,return-value]
            ]

    host = PluginHost(discover=False)
    host.register(Guest(), "guest")
    assert ik.dumps(TOWN, "out", host=host) == "x"
    with pytest.raises(KeyError, match="only written"):
        ik.loads("x", "out", host=host)
    with pytest.raises(KeyError, match="only read"):
        ik.dumps(TOWN, "in", host=host)


def test_a_profile_of_this_library_is_known_where_nothing_else_is() -> None:
    assert ik.check(
        ik.concept("musterstadt-2025"), profile="council", host=PluginHost(discover=False, builtins=False)
    ).ok


@frozen(kw_only=True)
class Earlier:
    previous: ik.Concept | None = None


def test_an_option_that_is_a_concept_takes_a_file_or_the_name_of_a_bundled_concept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def export(_: ik.Concept, options: Earlier) -> ik.Export:
        seen.append(options.previous and options.previous.id)
        return ik.Export(files=())

    class Guest:
        @ik.hookimpl
        def integrationskonzept_exporters(self) -> list[ik.Exporter]:
            title = ik.Message(template="looks")
            made = ik.Exporter(name="looks", title=title, media_type="a/b", suffix=".x", export=export, options=Earlier)
            return [made]

    host = PluginHost(discover=False)
    host.register(Guest(), "guest")
    monkeypatch.chdir(tmp_path)
    ik.export(TOWN, "looks", host=host, previous="sachsenheim")
    ik.save(TOWN, "stadt.yaml")
    ik.export(TOWN, "looks", host=host, previous="stadt.yaml")
    assert seen == ["sachsenheim", "oberstadt"]
    with pytest.raises(KeyError, match="sachsenheim"):
        ik.export(TOWN, "looks", host=host, previous="sachsenhiem")


def test_a_concept_becomes_a_dictionary_and_a_concept_again() -> None:
    data = ik.to_dict(ik.concept("sachsenheim"))
    assert data["schema"] == 2
    assert json.loads(json.dumps(data)) == data
    assert ik.from_dict(data) == ik.concept("sachsenheim")


def test_a_dictionary_that_is_no_concept_is_refused_with_every_path() -> None:
    with pytest.raises(ik.InvalidConceptError) as caught:
        ik.from_dict({"schema": 2, "id": "a", "titel": "A", "municipality": {"nam": "A"}})
    paths = {path_text(finding.place.path) for finding in caught.value.findings}
    assert paths == {"titel", "municipality.nam"}


def test_an_element_is_found_by_its_address_or_is_none() -> None:
    konzept = ik.concept("sachsenheim")
    assert konzept.get("measure/sprachkurse") is konzept.measure("sprachkurse")
    assert konzept.get("measure/gibt-es-nicht") is None
