"""The PDF is tagged and complete, holds nothing internal, and is the same each time."""

import io
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

import attrs
import pikepdf
import pytest

import integrationskonzept as ik
from integrationskonzept.blocks import Block, Document, Item, ItemList, Paragraph, Symbol, TextTable
from integrationskonzept.documents import figures
from integrationskonzept.errors import PluginError
from integrationskonzept.i18n import LANGUAGES, Language, add_language
from integrationskonzept.testing import town
from integrationskonzept.testing.canaries import CANARY, leaks, with_canaries
from integrationskonzept_report import pdf
from integrationskonzept_report.assembly import assemble
from integrationskonzept_report.glyphs import REPLACEMENT, Glyphs, has_glyph
from integrationskonzept_report.options import Kind, Options
from plugins.report.tests.readable import HYPHEN, pdf_pages, pdf_text
from plugins.report.tests.reports import DAY, EARLIER, MUSTERSTADT, made, status_pdf
from tests.accounts.test_stated_texts import stated_texts, unmistakable

TOWNS = ("musterstadt-2025", "musterstadt-2027", "sachsenheim")


class Tag(NamedTuple):
    """An element of the structure of a PDF."""

    name: str
    alternative: str
    scope: str


def tags(content: bytes) -> list[Tag]:
    """Return the elements of the structure of a PDF in reading order."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        return [*walked(opened.Root.StructTreeRoot.K)]


def walked(found: Any) -> Iterator[Tag]:
    if isinstance(found, pikepdf.Array):
        for each in found:
            yield from walked(each)
    elif isinstance(found, pikepdf.Dictionary) and "/S" in found:
        attributes = found.get("/A", ())
        listed = [attributes] if isinstance(attributes, pikepdf.Dictionary) else attributes
        scope = next((str(one.Scope) for one in listed if "/Scope" in one), "")
        yield Tag(str(found.S)[1:], str(found.get("/Alt", "")), scope)
        if "/K" in found:
            yield from walked(found.K)


def data(**options: Any) -> dict[str, Any]:
    """Return the data of a report of Musterstadt."""
    return pdf.report_data(assemble(MUSTERSTADT.public(), Options(today=DAY, **options)), Glyphs())


# -- structure --------------------------------------------------------------------------------------


def test_the_pdf_says_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(status_pdf())) as opened:
        assert str(opened.Root.Lang) == "de"
        assert bool(opened.Root.MarkInfo.Marked)
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["dc:title"] == "Sachstandsbericht"
            assert metadata["dc:creator"] == ["Stadt Musterstadt"]


def test_headings_are_in_order_and_none_is_skipped() -> None:
    levels = [int(one.name[1:]) for one in tags(status_pdf()) if re.fullmatch(r"H\d", one.name)]
    assert levels[0] == 1
    assert max(levels) >= 3
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("kind", Kind)
def test_every_cell_of_a_table_names_the_headers_of_its_column_and_of_its_row(kind: Kind) -> None:
    content = made(kind=kind, previous=EARLIER)
    with pikepdf.open(io.BytesIO(content)) as opened:
        ids = dict(pikepdf.NameTree(opened.Root.StructTreeRoot.IDTree).items())
        tables = [*elements(opened.Root.StructTreeRoot, "Table")]
        assert tables
        for table in tables:
            columns, *rows = ([*row.K] for row in elements(table, "TR"))
            assert {scope_of(cell) for cell in columns} == {"/Column"}
            for head, *cells in rows:
                assert (str(head.S), scope_of(head)) == ("/TH", "/Row")
                assert headers_of(head) == [str(columns[0].ID)]
                for cell, column in zip(cells, columns[1:], strict=True):
                    assert str(cell.S) == "/TD"
                    assert headers_of(cell) == [str(column.ID), str(head.ID)]
            for head in (*columns, *(head for head, *_ in rows)):
                assert ids.pop(str(head.ID)).objgen == head.objgen
    assert ids == {}


def elements(element: Any, name: str) -> Iterator[Any]:
    """Yield the elements of a name below one of the structure."""
    below = element.get("/K", ())
    for each in below if isinstance(below, pikepdf.Array) else (below,):
        if isinstance(each, pikepdf.Dictionary) and "/S" in each:
            yield from (each,) if str(each.S) == f"/{name}" else elements(each, name)


def table_attribute(cell: Any, name: str) -> Any:
    return next(one[name] for one in cell.A if name in one)


def scope_of(cell: Any) -> str:
    return str(table_attribute(cell, "/Scope"))


def headers_of(cell: Any) -> list[str]:
    return [str(one) for one in table_attribute(cell, "/Headers")]


def test_a_table_whose_first_column_names_nothing_has_headers_of_columns_only() -> None:
    rows = [("2027-11-04", "Ausschuss"), ("2027-11-18", "Gemeinderat")]
    tables: list[Block] = [
        TextTable(("Tag", "Gremium"), rows, headed_rows=False),
        ItemList([Item(("Termine",), (TextTable(("Tag", "Gremium"), rows),))]),
    ]
    scopes = [one.scope for one in tags(pdf_of(tables)) if one.name == "TH"]
    assert scopes == ["/Column", "/Column", "/Column", "/Column", "/Row", "/Row"]
    assert "TH" not in {one.name for one in tags(pdf_of([Paragraph("Nichts.")]))}


def pdf_of(blocks: list[Block]) -> bytes:
    """Return the PDF of a report that tells blocks and nothing else."""
    report = assemble(MUSTERSTADT.public(), Options(today=DAY))
    return pdf.write(attrs.evolve(report, document=Document(title="Titel", blocks=blocks, language="de")))[0]


def test_every_figure_has_an_alternative_text() -> None:
    figures = [one.alternative for one in tags(status_pdf()) if one.name == "Figure"]
    assert len(figures) > 20
    assert all(figures)
    assert "Maßnahmen: 18" in figures[0]


def test_terms_and_lists_are_tagged() -> None:
    names = [one.name for one in tags(status_pdf())]
    assert names.count("L") > 20
    assert names.count("Lbl") > 100
    assert names.count("LI") >= names.count("LBody") > 100


def test_pages_are_numbered_and_a4() -> None:
    texts = pdf_pages(status_pdf())
    assert f"Seite 2 von {len(texts)}" in texts[1]
    with pikepdf.open(io.BytesIO(status_pdf())) as opened:
        sizes = {tuple(round(float(side)) for side in page.mediabox) for page in opened.pages}
    assert sizes == {(0, 0, 595, 842)}


def test_the_first_page_is_that_of_what_is_to_be_decided() -> None:
    first = pdf_pages(status_pdf())[0]
    assert "Zur Entscheidung" in first
    assert "3.1 Wohnraumlotsen" in first


def test_only_shipped_fonts_are_embedded() -> None:
    with pikepdf.open(io.BytesIO(status_pdf())) as opened:
        fonts = {str(one.BaseFont).partition("+")[2] for one in opened.objects if is_font(one)}
    assert {name.partition("-")[0] for name in fonts} <= {"NotoSans", "Vazirmatn", "DejaVuSans"}
    assert fonts


def is_font(one: Any) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and "/BaseFont" in one


# -- what typst refuses -------------------------------------------------------------------------------


def test_typst_refuses_a_report_without_a_title() -> None:
    with pytest.raises(PluginError, match="title"):
        pdf.compile_data({**data(), "title": ""})


def test_typst_refuses_a_picture_without_alternative_text() -> None:
    bare = {**data(), "blocks": [{"t": "picture", "svg": figures.status_icon(Symbol.DONE), "alt": ""}]}
    with pytest.raises(PluginError, match="alt"):
        pdf.compile_data(bare)


def test_typst_refuses_a_skipped_level_of_headings() -> None:
    def head(level: int) -> dict[str, Any]:
        return {"t": "head", "level": level, "c": ["a"], "label": None, "page": False, "sheet": False}

    with pytest.raises(PluginError, match="heading"):
        pdf.compile_data({**data(), "blocks": [head(1), head(3)]})


# -- texts ---------------------------------------------------------------------------------------------


def untold(concept: ik.Concept, whole: Any, **options: Any) -> list[str]:
    """Return the texts of a record that are not in the PDF of a report."""
    said = without_spaces(pdf_text(made(concept, **options)))
    return [text for text in sorted(set(stated_texts(whole))) if without_spaces(text) not in said]


def without_spaces(text: str) -> str:
    """Return a text without its spaces and hyphens, which a reader of PDF guesses at line ends."""
    return "".join(text.replace("-", "").replace(HYPHEN, "").split())


@pytest.mark.parametrize("name", TOWNS)
def test_every_public_text_of_a_concept_is_in_its_pdf(name: str) -> None:
    concept = unmistakable(ik.concept(name).public())
    assert untold(concept, concept, kind="concept") == []


@pytest.mark.parametrize("name", TOWNS)
def test_every_text_of_every_measure_is_in_the_status_report(name: str) -> None:
    concept = unmistakable(ik.concept(name).public())
    measures = [attrs.evolve(one, sub_measures=()) for one in concept.measures]
    said = without_spaces(pdf_text(made(concept)))
    for one in measures:
        assert [text for text in stated_texts(one) if without_spaces(text) not in said] == [], one.address


@pytest.mark.parametrize("kind", Kind)
def test_nothing_internal_is_in_the_pdf(kind: Kind) -> None:
    marked = with_canaries(MUSTERSTADT)
    said = pdf_text(made(marked, kind=kind, previous=marked, previous_day=date(2026, 6, 30)))
    assert not leaks(said)
    assert CANARY.replace("-", "") not in without_spaces(said).lower()


@pytest.mark.parametrize(
    "hostile",
    [
        *("#import(1)", "#panic(1)", "$x$", "*fett*", "_kursiv_", "<measure/kurse>", "// weg", "/* weg", "= Titel"),
        *("#read(1)", "`code`", "\\", "~", "- Punkt", "+ Punkt", "/ Wort: a", "@verweis", "[klammer", "{geschweift"),
        *('"Anführung"', "https://a.de", "#set text(red)", "]#panic(1)["),
    ],
)
def test_what_looks_like_markup_is_printed_as_it_stands(hostile: str) -> None:
    concept = MUSTERSTADT.replace("measure/wohnraumlotsen", description=f"Anfang {hostile} Ende")
    said = pdf_text(made(concept, measure="wohnraumlotsen", kind="fact-sheets"))
    assert without_spaces(f"Anfang {hostile} Ende") in without_spaces(said)


def test_a_long_german_word_is_hyphenated_and_a_short_one_is_not() -> None:
    words = "Kindertagesstättenbedarfsplanungsausschusssitzungsprotokoll " * 8 + "Kurse " * 80
    concept = MUSTERSTADT.replace("measure/wohnraumlotsen", description=words)
    lines = "\n".join(pdf_pages(made(concept, measure="wohnraumlotsen", kind="fact-sheets")))
    broken = re.findall(rf"(\w+){HYPHEN}", lines)
    assert broken
    assert not any("Kurse".startswith(part) for part in broken)


# -- letters -------------------------------------------------------------------------------------------


def described(text: str, **options: Any) -> ik.Export:
    concept = MUSTERSTADT.replace("measure/wohnraumlotsen", description=text)
    return ik.export(concept, "report", today=DAY, measure="wohnraumlotsen", kind="fact-sheets", **options)


@pytest.mark.parametrize("text", ["Größe ẞ €", "Житло для всіх", "Ελλάδα", "şığ İçöü", "≥ 60 % → 75 %", "ệ", "½ № ²"])
def test_letters_of_european_languages_are_printed(text: str) -> None:
    exported = described(text)
    assert exported.losses == ()
    assert without_spaces(text) in without_spaces(pdf_text(exported.files[0].content))


@pytest.mark.parametrize("text", ["سكن للجميع", "مسکن برای همه"])
def test_arabic_and_persian_letters_have_glyphs(text: str) -> None:
    assert all(has_glyph(letter) or letter == " " for letter in text)
    assert described(text).losses == ()


def test_a_character_without_glyph_is_replaced_by_a_visible_sign_and_is_a_loss() -> None:
    exported = described("Treff 😀 im Café e\u0301 \ufe0f")
    assert f"Treff {REPLACEMENT} im Café é" in pdf_text(exported.files[0].content)
    (loss,) = exported.losses
    assert "GRINNING FACE (U+1F600)" in loss.message.text("en")
    assert "fehlen 1 Zeichen" in loss.message.text("de")


def test_a_language_without_glyphs_is_refused_with_a_way_out() -> None:
    concept = town(f"overarching: {{measures: [{{id: m, title: {'日本語の講座' * 40}}}]}}")
    with pytest.raises(ik.OptionError, match=r"2640 of \d+ letters .* such as 日, .*write it as .docx or .html"):
        ik.export(concept, "report")
    for format in ("docx", "html"):
        assert ik.export(concept, "report", format=format).losses == ()


def test_a_report_in_a_language_from_right_to_left_is_written() -> None:
    add_language(Language(code="ar", day_of_year="{day} {month}", direction="rtl"))
    try:
        with pikepdf.open(io.BytesIO(made(language="ar", kind="fact-sheets"))) as opened:
            assert str(opened.Root.Lang) == "ar"
    finally:
        del LANGUAGES["ar"]


def test_a_combining_mark_without_glyph_is_left_out() -> None:
    glyphs = Glyphs()
    assert glyphs.drawable("a\u1ab0") == "a"
    assert glyphs.loss() is None


# -- the same each time ------------------------------------------------------------------------------


def test_the_same_report_gives_the_same_bytes_with_and_without_a_day() -> None:
    assert made(kind="fact-sheets") == made(kind="fact-sheets")
    undated = town("overarching: {measures: [{id: m, title: M}]}", edition=None, period=None)
    first, second = (ik.export(undated, "report").files[0].content for _ in range(2))
    assert first == second
    with pikepdf.open(io.BytesIO(first)) as opened, opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert "pdfaid:part" not in metadata
