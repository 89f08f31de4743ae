"""Three plugins written from the documentation keep all contracts, in fewer than 120 lines each."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

import integrationskonzept as ik
from integrationskonzept.plugins import InputFile, PluginHost
from integrationskonzept.plugins.inputs import draft
from integrationskonzept.testing import check_plugin, example_concept, host_with
from tests.guests import toml_format, ulm, word_sheets

LIST = InputFile(name="alt.list", content=b"5.4400;Sprachkurse\n;Lesepaten\nStand 2020\n")
WITHOUT = ik.from_dict(
    {
        "schema": 2,
        "id": "ulm",
        "title": "Ulm",
        "municipality": {"name": "Ulm"},
        "overarching": {"measures": [{"id": "kurse", "title": "Kurse"}]},
    }
)


@pytest.mark.parametrize("guest", [word_sheets, toml_format, ulm], ids=lambda guest: guest.__name__)
def test_a_guest_is_short(guest: object) -> None:
    assert len(Path(str(guest.__file__)).read_text("utf-8").splitlines()) < 120  # type: ignore[attr-defined]  # a module


def test_the_word_exporter_keeps_its_contract() -> None:
    check_plugin(word_sheets, {"word-sheets": {"given": [{}, {"language": "en"}], "says": ["measure", "indicator"]}})


def test_the_format_keeps_its_contract() -> None:
    check_plugin(toml_format)


def test_all_that_the_town_brings_keeps_its_contracts() -> None:
    check_plugin(ulm, {"ULM001": {"finds": [WITHOUT]}, "ulm-list": {"documents": [LIST]}})


def test_a_sheet_says_what_the_measure_states() -> None:
    export = ik.export(
        example_concept(), "word-sheets", host=host_with(word_sheets.integrationskonzept_exporters), language="de"
    )
    document = Document(BytesIO(export.files[0].content))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert any(line.startswith("Ist-Zustand: ") for line in said)
    assert {loss.address.partition("/")[0] for loss in export.losses} == {"indicator", "measure"}


def test_a_concept_in_toml_comes_back_equal() -> None:
    host = host_with(toml_format.integrationskonzept_formats)
    concept = ik.concept("musterstadt-2027")
    assert ik.loads(ik.dumps(concept, "toml", host=host), "toml", host=host) == concept


def test_the_town_is_judged_by_its_own_rules_and_others_are_not(tmp_path: Path) -> None:
    host = PluginHost(discover=False)
    assert host.register(ulm, "ulm").state == "ok"
    assert "ULM001" not in ik.check(ik.concept("sachsenheim"), host=host).by_code
    assert "ULM001" not in ik.check(ik.concept("ulm", host=host), host=host).by_code
    (tmp_path / LIST.name).write_bytes(LIST.content)
    found = draft(tmp_path / LIST.name, host=host)
    assert [doubt.quotation for doubt in found.doubts] == ["Stand 2020"]
    report = ik.check(found.concept, host=host)
    assert [place.address for finding in report.by_code["ULM001"] for place in finding.places] == ["measure/zeile-2"]
    assert ulm.BUDGET_ITEM.value(found.concept.measure("zeile-1")) == "5.4400"
