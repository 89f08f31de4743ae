"""The CMS imports our XLIFF through its own pages, as an editor does by hand."""

import io
import zipfile
from typing import Any

import pytest

from integrationskonzept import Export
from integrationskonzept_integreat import PageOptions, XliffOptions
from integrationskonzept_integreat.options import XliffVersion
from integrationskonzept_integreat.xliff import export
from plugins.integreat.tests.e2e.editor import Editor
from plugins.integreat.tests.e2e.home import Home
from plugins.integreat.tests.town import ENGLISH, catalogue, pages, town

ARABIC = {"Sprache": "اللغة", "Sprachcafé": "مقهى اللغة"}
HARMFUL = {
    "Sprache": "Language",
    "Sprachcafé": ']]></target><script>alert(1)</script> & "x"',
    "Kleiderkammer": "[page 1]",
}


def exported(home: Home, **given: Any) -> Export:
    return export(town(), XliffOptions(site=home.site(), about_concept=True, **given))


def files(export: Export) -> dict[str, bytes]:
    return {file.name: file.content for file in export.files}


@pytest.mark.parametrize("version", list(XliffVersion))
def test_translations_are_imported_and_shown(home: Home, editor: Editor, version: XliffVersion) -> None:
    folder = catalogue(catalogue(home.folder / "po", "en", ENGLISH), "ar", ARABIC)
    home.pages_for(town())
    written = exported(home, translations=folder, version=version)
    said = editor.import_(home.region, files(written))
    assert "erfolgreich importiert" in said, said[-2000:]
    expected = pages(town(), PageOptions(translations=folder, about_concept=True))
    translated = [page for page in expected.values() if page.language != "de"]
    assert len(written.files) == len(translated) > len(home.numbers)
    for page in translated:
        shown = home.cms.page(home.region, page.language, home.numbers[page.key])
        assert shown["title"] == page.title
        assert shown["content"] == page.content


def test_an_archive_of_all_files_is_imported_as_well(home: Home, editor: Editor) -> None:
    folder = catalogue(home.folder / "po", "en", ENGLISH)
    home.pages_for(town())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files(exported(home, translations=folder)).items():
            archive.writestr(name, content)
    assert "erfolgreich importiert" in editor.import_(home.region, {"alle.zip": packed.getvalue()})
    assert home.cms.page(home.region, "en", home.numbers["offers"])["title"] == "Existing offers"


def test_titles_and_texts_of_the_german_pages_can_be_set_too(home: Home, editor: Editor) -> None:
    home.pages_for(town())
    editor.import_(home.region, files(exported(home, originals=True)))
    shown = home.cms.page(home.region, "de", home.numbers["field_of_action/sprache"])
    assert shown["title"] == "Sprache und Bildung"
    assert shown["content"] == pages(town())["field_of_action/sprache", "de"].content


def test_a_hostile_translation_is_nothing_but_text(home: Home, editor: Editor) -> None:
    folder = catalogue(home.folder / "po", "en", HARMFUL)
    home.pages_for(town())
    editor.import_(home.region, files(exported(home, translations=folder)))
    content = home.cms.page(home.region, "en", home.numbers["offers"])["content"]
    assert "<script" not in content
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in content
    assert "<span>[</span>page 1]" in content
