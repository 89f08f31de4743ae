"""The Word file has real headings, tables, lists and alternative texts, in the styles of a template."""

import io
import zipfile
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

import integrationskonzept as ik
from integrationskonzept.i18n import LANGUAGES, Language, add_language
from integrationskonzept.testing import town
from integrationskonzept.testing.canaries import leaks, with_canaries
from plugins.report.tests.readable import word_text
from plugins.report.tests.reports import DAY, MUSTERSTADT, made, status_word
from tests.accounts.test_stated_texts import stated_texts, unmistakable
from tests.blocks.trees import folded
from tests.other_programs import office_document


def opened(content: bytes) -> Any:
    """Return a Word file as python-docx reads it."""
    return docx.Document(io.BytesIO(content))


def headings(file: Any) -> list[tuple[int, str]]:
    """Return the headings of a file with their levels."""
    styled = [(one.style.name.lower(), one.text) for one in file.paragraphs]
    return [(int(name.removeprefix("heading ")), text) for name, text in styled if name.startswith("heading ")]


def alternatives(file: Any) -> list[str]:
    """Return the alternative texts of the pictures of a file."""
    return [one.get("descr") for one in file.element.iter(qn("wp:docPr"))]


def repeated_heads(file: Any) -> int:
    """Return how many tables have a first row that is repeated on each page."""
    rows = (table.rows[0]._tr.trPr for table in file.tables)  # noqa: SLF001 - python-docx has no name for it
    return sum(found is not None and found.find(qn("w:tblHeader")) is not None for found in rows)


def test_headings_are_headings_and_none_is_skipped() -> None:
    file = opened(status_word())
    levels = [level for level, _ in headings(file)]
    assert (1, "Zur Entscheidung") in headings(file)
    assert (3, "1.1 Sprachkurse am Abend") in headings(file)
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert [one.text for one in file.paragraphs if one.style.name == "Title"] == ["Sachstandsbericht"]


def test_the_head_of_every_table_is_repeated_on_each_page() -> None:
    file = opened(status_word())
    assert len(file.tables) == repeated_heads(file) > 10
    assert [cell.text for cell in file.tables[0].rows[0].cells] == ["Was", "Federführung", "Grund"]


def test_every_picture_has_an_alternative_text_and_an_id_of_its_own() -> None:
    file = opened(status_word())
    assert len(alternatives(file)) > 20
    assert all(alternatives(file))
    ids = [one.get("id") for one in file.element.iter(qn("wp:docPr"))]
    assert len(set(ids)) == len(ids)


def test_the_file_says_its_language_title_author_and_day() -> None:
    properties = opened(status_word()).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Sachstandsbericht",
        "Stadt Musterstadt",
        "de",
    )
    assert properties.created == properties.modified == datetime(2027, 9, 30, 12, tzinfo=UTC)
    with zipfile.ZipFile(io.BytesIO(status_word())) as archive:
        assert b'<w:lang w:val="de-DE"' in archive.read("word/styles.xml")
    english = opened(made(format="docx", kind="fact-sheets", language="en"))
    assert english.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"


def test_header_and_footer_tell_the_report_and_number_the_pages() -> None:
    section = opened(status_word()).sections[0]
    assert (
        section.header.paragraphs[0].text
        == "Sachstandsbericht, Stadt Musterstadt, Stand 30.09.2027\tDrucksache 2027/113"
    )
    fields = [one.text.strip() for one in section.footer._element.iter(qn("w:instrText"))]  # noqa: SLF001 - python-docx has no name for it
    assert fields == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text == "Stadt Musterstadt\tSeite 1 von 1"


def test_links_lead_to_their_chapters() -> None:
    body = opened(status_word()).element.body
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    anchors = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))}
    assert anchors
    assert anchors <= marks


def test_links_to_other_pages_are_relations() -> None:
    said = "offers: [{id: a, title: Treff, url: 'https://musterstadt.de/a?b=1&c=2'}]"
    file = opened(ik.export(town(said), "report", kind="concept", format="docx").files[0].content)
    targets = [one.target_ref for one in file.part.rels.values() if one.is_external]
    assert targets == ["https://musterstadt.de/a?b=1&c=2"]


def test_numbered_lists_begin_with_one_each() -> None:
    references = "references: [{id: a, text: Erste}, {id: b, text: Zweite}]"
    file = opened(ik.export(town(references), "report", format="docx").files[0].content)
    listed = [one for one in file.paragraphs if one.text in ("Erste", "Zweite")]
    numbers = {one._p.pPr.numPr.numId.val for one in listed}  # noqa: SLF001 - python-docx has no name for it
    assert len(listed) == 2
    assert len(numbers) == 1


@pytest.mark.parametrize("name", ["musterstadt-2025", "musterstadt-2027", "sachsenheim"])
def test_every_public_text_of_a_concept_is_in_its_word_file(name: str) -> None:
    concept = unmistakable(ik.concept(name).public())
    said = folded(word_text(made(concept, kind="concept", format="docx")))
    assert [text for text in stated_texts(concept) if text not in said] == []


def test_nothing_internal_is_in_the_word_file() -> None:
    marked = with_canaries(MUSTERSTADT)
    content = made(marked, format="docx", previous=marked, previous_day=date(2026, 6, 30))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not any(leaks(archive.read(name)) for name in archive.namelist())


def test_the_same_report_gives_the_same_bytes() -> None:
    assert made(format="docx", kind="fact-sheets") == made(format="docx", kind="fact-sheets")
    with zipfile.ZipFile(io.BytesIO(status_word())) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_language_from_right_to_left_turns_paragraphs_and_tables() -> None:
    add_language(Language(code="ar", day_of_year="{day} {month}", direction="rtl"))
    try:
        file = opened(made(language="ar", kind="fact-sheets", format="docx"))
    finally:
        del LANGUAGES["ar"]
    assert file.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "ar"
    assert all(one._p.pPr.find(qn("w:bidi")) is not None for one in file.paragraphs)  # noqa: SLF001 - has no name
    assert all(one._tbl.tblPr.find(qn("w:bidiVisual")) is not None for one in file.tables)  # noqa: SLF001 - has no name


# -- templates ------------------------------------------------------------------------------------------


def template(tmp_path: Path, **renamed: str) -> Path:
    """Return a report of ours as a template, some of its styles renamed."""
    file = opened(made(format="docx", kind="fact-sheets", measure="wohnraumlotsen"))
    for style in file.styles.element.findall(qn("w:style")):
        name = style.find(qn("w:name"))
        name.set(qn("w:val"), renamed.get(name.get(qn("w:val")).replace(" ", "_"), name.get(qn("w:val"))))
    file.sections[0].header.paragraphs[0].text = "Kopf der Stadt"
    path = tmp_path / "vorlage.docx"
    file.save(str(path))
    return path


def test_a_template_gives_its_styles_and_its_header(tmp_path: Path) -> None:
    exported = ik.export(
        MUSTERSTADT, "report", today=DAY, format="docx", template=template(tmp_path, heading_1="Heading 1")
    )
    file = opened(exported.files[0].content)
    assert exported.losses == ()
    assert file.sections[0].header.paragraphs[0].text == "Kopf der Stadt"
    assert headings(file) == headings(opened(made(format="docx")))
    assert "Wohnraumlotsen" not in file.paragraphs[0].text


def test_styles_that_a_template_lacks_are_added_and_told(tmp_path: Path) -> None:
    path = template(tmp_path, caption="Beschriftung", Report_Cell="Zelle", Normal="Standard")
    exported = ik.export(MUSTERSTADT, "report", today=DAY, format="docx", template=path)
    (loss,) = exported.losses
    assert loss.message.text("en").endswith("are used: normal, caption, report cell")
    names = {style.name.lower() for style in opened(exported.files[0].content).styles}
    assert {"caption", "beschriftung", "report cell", "zelle"} <= names


def test_a_template_without_lists_gets_those_of_the_report(tmp_path: Path) -> None:
    file = docx.Document()
    part = file.part
    for id, relation in list(part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            del part.rels[id]
    file.sections[0].page_width = None
    defaults = file.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    defaults.remove(defaults.find(qn("w:lang")))
    file.save(str(tmp_path / "leer.docx"))
    exported = ik.export(MUSTERSTADT, "report", today=DAY, format="docx", template=tmp_path / "leer.docx")
    made_of_it = opened(exported.files[0].content)
    assert headings(made_of_it) == headings(opened(made(format="docx")))
    assert any(one._p.pPr.numPr is not None for one in made_of_it.paragraphs)  # noqa: SLF001 - python-docx has no name for it


@pytest.mark.parametrize("content", [b"", b"kein Word", b"PK\x03\x04 halb"])
def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "vorlage.docx"
    path.write_bytes(content)
    with pytest.raises(ik.OptionError, match="the option 'template' takes a Word file"):
        made(format="docx", template=path)


def test_a_workbook_is_no_template(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(ik.OptionError, match="the option 'template' takes a Word file"):
        made(format="docx", template=tmp_path / "a.docx")


# -- an office program -----------------------------------------------------------------------------------


def cells(file: Any) -> list[list[str]]:
    """Return the texts of the cells of each table."""
    return [[folded(cell.text) for row in table.rows for cell in row.cells] for table in file.tables]


def texts(file: Any) -> list[str]:
    """Return the texts of the paragraphs of a file."""
    return [folded(one.text) for one in file.paragraphs if one.text]


@pytest.mark.clients
def test_libreoffice_keeps_headings_tables_texts_and_alternative_texts(tmp_path: Path) -> None:
    (tmp_path / "bericht.docx").write_bytes(status_word())
    saved = opened(office_document(tmp_path / "bericht.docx", "docx").read_bytes())
    ours = opened(status_word())
    assert headings(saved) == headings(ours)
    assert [len(table.rows) for table in saved.tables] == [len(table.rows) for table in ours.tables]
    assert cells(saved) == cells(ours)
    assert texts(saved) == texts(ours)
    assert sorted(alternatives(saved)) == sorted(alternatives(ours))
    assert repeated_heads(saved) == repeated_heads(ours)


@pytest.mark.clients
def test_libreoffice_opens_a_report_as_pages(tmp_path: Path) -> None:
    (tmp_path / "bericht.docx").write_bytes(status_word())
    assert office_document(tmp_path / "bericht.docx", "pdf").read_bytes().startswith(b"%PDF")
