"""XLIFF as the CMS reads it: right names, both versions, nothing that breaks out."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from integrationskonzept import Export
from integrationskonzept_integreat import XliffOptions
from integrationskonzept_integreat.xliff import export
from plugins.integreat.tests.town import ENGLISH, catalogue, site, town


def exported(folder: Path, translations: dict[str, str] | None = None, **given: Any) -> Export:
    po = catalogue(folder / "po", "en", translations or ENGLISH)
    numbers = given.pop("numbers", {"start": 1, "offers": 2})
    return export(town(), XliffOptions(translations=po, site=site(folder / "integreat.toml", numbers), **given))


def units(content: bytes) -> dict[str, tuple[str, str]]:
    found = {}
    for unit in ET.fromstring(content).iter():  # noqa: S314 - our own
        if unit.get("resname"):
            texts = {part.tag.rpartition("}")[2]: part.text or "" for part in unit.iter()}
            found[unit.get("resname", "")] = (texts["source"], texts["target"])
    return found


def test_there_is_a_file_for_each_translated_page_named_as_the_cms_names_them(tmp_path: Path) -> None:
    assert [file.name for file in exported(tmp_path).files] == [
        "musterstadt_de_en_1_1_willkommen.xliff",
        "musterstadt_de_en_2_1_bestehende-angebote.xliff",
    ]


@pytest.mark.parametrize(("version", "body"), [("1.2", "body"), ("2.0", "content")])
def test_title_and_text_stand_side_by_side_in_both_languages(tmp_path: Path, version: str, body: str) -> None:
    content = exported(tmp_path, version=version).files[1].content
    root = ET.fromstring(content)  # noqa: S314 - our own
    assert root.get("version") == version
    assert root[0].get("original") == "2"
    languages = {value for element in root.iter() for name, value in element.attrib.items() if "ang" in name}
    assert languages == {"de", "en"}
    found = units(content)
    assert found["title"] == ("Bestehende Angebote", "Existing offers")
    source, target = found[body]
    assert source.startswith('<div lang="de"')
    assert target.startswith('<div lang="en"')
    assert "Every Tuesday" in target


def test_originals_set_titles_and_texts_of_the_concept_s_own_pages(tmp_path: Path) -> None:
    names = [file.name for file in exported(tmp_path, originals=True).files]
    assert [name.split("_")[1:3] for name in names] == [["de", "de"], ["de", "de"], ["de", "en"], ["de", "en"]]


def test_only_the_languages_asked_for_are_written_and_still_know_the_original(tmp_path: Path) -> None:
    catalogue(tmp_path / "po", "ar", {"Zusammen & füreinander": "معا"})
    files = exported(tmp_path, languages=("en",)).files
    assert [file.name.split("_")[2] for file in files] == ["en", "en"]
    assert units(files[1].content)["title"][0] == "Bestehende Angebote"


def test_pages_whose_number_is_not_known_are_lost(tmp_path: Path) -> None:
    export_ = exported(tmp_path, numbers={"start": 1})
    assert len(export_.files) == 1
    assert "no number of the page 'offers'" in "\n".join(map(str, export_.losses))


def test_hostile_translations_stay_inside_their_unit(tmp_path: Path) -> None:
    harm = {**ENGLISH, "Sprachcafé": "]]></target><!-- --><script>alert(1)</script>\x00&amp;"}
    found = units(exported(tmp_path, harm).files[1].content)
    assert set(found) == {"title", "body"}
    assert "]]&gt;&lt;/target&gt;" in found["body"][1]


def test_a_long_title_makes_no_long_name(tmp_path: Path) -> None:
    site_ = site(tmp_path / "integreat.toml", {"start": 1})
    long = town().replace("concept/musterstadt", title="ä" * 900)
    (file,) = export(long, XliffOptions(site=site_, originals=True)).files
    assert len(file.name.encode()) < 255
    assert file.name.endswith(".xliff")
