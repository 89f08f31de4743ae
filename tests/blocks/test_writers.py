"""What each writer makes of each block."""

import pytest

from integrationskonzept.blocks.html import MAX_ROWS, HtmlProfile, to_html
from integrationskonzept.blocks.links import safe_target
from integrationskonzept.blocks.markdown import escaped, to_markdown
from integrationskonzept.blocks.text import to_text
from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Definition,
    DefinitionList,
    Document,
    ElementLink,
    Emphasis,
    Hyperlink,
    InLanguage,
    Inline,
    Item,
    ItemList,
    ListStyle,
    Marked,
    Paragraph,
    Picture,
    Remark,
    RemarkKind,
    SmallPicture,
    StatusMark,
    Symbol,
    TableColumn,
    TextTable,
)
from integrationskonzept.blocks.width import display_width, wrapped
from integrationskonzept.blocks.words import SIGNS
from integrationskonzept.i18n.messages import message
from tests.blocks.trees import MARKDOWN_SYNTAX, PICTURE, Page, folded, markdown_lines

WORDS = "Ein Absatz aus vielen kurzen Wörtern, die nicht alle in eine Zeile des Terminals passen werden."
TABLE = TextTable(
    (
        TableColumn("Maßnahme", priority=0),
        TableColumn("Federführung mit allen Beteiligten", priority=2),
        TableColumn("Zahl", numeric=True),
    ),
    [("Kurse", "Sozialamt", "12"), ("Café", None, "5")],
)


def document(*blocks: Block, language: str = "de", title: str = "Titel") -> Document:
    return Document(title=title, blocks=blocks, language=language)


def text(*blocks: Block, width: int | None = 60, colour: bool = False, encoding: str = "utf-8") -> list[str]:
    """Return the lines below the title."""
    lines = to_text(document(*blocks), width=width, colour=colour, encoding=encoding).split("\n")
    return lines[3 if width else 2 : -1]


def markdown(*blocks: Block) -> list[str]:
    """Return the lines below the title."""
    return to_markdown(document(*blocks)).split("\n")[2:-1]


def html(*blocks: Block, profile: HtmlProfile = HtmlProfile.INTEGREAT) -> str:
    """Return what stands inside the fragment."""
    return to_html(document(*blocks), profile=profile).partition(">\n")[2].rpartition("\n</div>")[0]


def test_a_title_stands_alone_where_there_is_nothing_to_tell() -> None:
    assert to_text(document()) == "Titel\n=====\n"
    assert to_text(document(ItemList(())), width=None) == "Titel\n"
    assert to_markdown(document(ItemList(()), Paragraph(()))) == "# Titel\n"


def test_a_list_has_hanging_indents() -> None:
    items = ItemList([Item(WORDS, Paragraph("darunter"))], ListStyle.NUMBERS)
    assert text(items) == [
        "1. Ein Absatz aus vielen kurzen Wörtern, die nicht alle in",
        "   eine Zeile des Terminals passen werden.",
        "   darunter",
    ]
    assert text(ItemList([Item("Zeile", Paragraph("darunter"))], ListStyle.LINES)) == ["Zeile", "    darunter"]
    assert markdown(items) == [f"1. {WORDS}", "", "   darunter"]


def test_an_item_without_a_line_begins_with_what_stands_below_it() -> None:
    nested = ItemList([Item((), (ItemList(["a", "b"]), Paragraph("c")))])
    assert text(nested) == ["- - a", "  - b", "  c"]
    assert markdown(nested) == ["- - a", "  - b", "", "  c"]
    assert text(ItemList([Item(())])) == markdown(ItemList([Item(())])) == ["-"]
    assert "<li>" not in html(ItemList([Item(())]))


def test_what_is_said_stands_beside_its_term_or_below_it() -> None:
    long = "Ein Begriff mit mehr Zeichen als die Spalte"
    facts = DefinitionList(
        [
            Definition("Kurz", "eins"),
            Definition("Länger", WORDS),
            Definition(long, "zwei"),
            Definition("Nur", (), Paragraph("x")),
        ]
    )
    assert text(facts) == [
        "Kurz:    eins",
        "Länger:  Ein Absatz aus vielen kurzen Wörtern, die nicht",
        "         alle in eine Zeile des Terminals passen werden.",
        f"{long}:",
        "  zwei",
        "Nur:",
        "  x",
    ]
    assert text(DefinitionList([Definition("Begriff", "eins")]), width=25) == ["Begriff:", "  eins"]
    assert markdown(facts)[-3:] == ["- **Nur**", "", "  x"]
    assert html(facts).startswith("<dl>\n<dt>Kurz</dt><dd>eins</dd>")


def test_a_table_leaves_out_what_matters_least_and_says_so() -> None:
    words = ["Donaudampfschifffahrtsgesellschaft"] * 2
    columns = (TableColumn("a", priority=0), TableColumn("b", priority=3), TableColumn("c"))
    assert text(TextTable(columns, [(*words, "x")]), width=60)[-1] == "(ohne: b)"
    important = TextTable((TableColumn("a", priority=0), TableColumn("b", priority=0)), [words])
    assert text(important, width=60) == [f"- {words[0]}", f"    b: {words[0]}"]


def test_a_narrow_table_is_written_row_by_row() -> None:
    assert text(TABLE, width=40) == [
        "- Kurse",
        "    Federführung mit allen",
        "      Beteiligten: Sozialamt",
        "    Zahl: 12",
        "- Café",
        "    Zahl: 5",
    ]


def test_numbers_stand_to_the_right() -> None:
    assert text(TABLE, width=None)[2:] == [
        "Kurse     Sozialamt                             12",
        "Café                                             5",
    ]
    assert markdown(TABLE)[1] == "| --- | --- | --: |"
    assert '<td class="number" ' not in html(TABLE, profile=HtmlProfile.NOTEBOOK)
    assert html(TABLE, profile=HtmlProfile.NOTEBOOK).count('style="text-align:end"') == 3
    assert to_html(document(TABLE)).count('class="number"') == 3


def test_a_table_shares_the_width_by_need() -> None:
    table = TextTable(("Kopf", "Kopf"), [(WORDS, WORDS[:30])], caption="Beschriftung")
    lines = text(table)
    assert lines[0] == "Beschriftung"
    assert max(map(len, lines)) <= 60
    assert folded(" ".join(line[:42] for line in lines[3:])) == WORDS or len(lines) > 4


def test_the_values_of_a_picture_stand_in_place_of_it() -> None:
    with_values, without = Picture(PICTURE, "Bild", "Ein Dreieck", TABLE), Picture(PICTURE, "Bild", "Ein Dreieck")
    assert text(without) == ["Bild", "Ein Dreieck"]
    assert text(with_values, width=None)[:2] == ["Bild", "Maßnahme  Federführung mit allen Beteiligten  Zahl"]
    assert markdown(without) == ["**Bild**", "", "Ein Dreieck"]
    assert html(without) == "<p>Bild: Ein Dreieck</p>"
    assert html(with_values).startswith("<table><caption>Bild</caption>")
    named = Picture(PICTURE, "Bild", "Ein Dreieck", TextTable(("a",), (), caption="Werte"))
    assert html(named).startswith("<p>Bild</p>\n<table><caption>Werte</caption>")
    shown = to_html(document(with_values))
    assert f'<div role="img" aria-label="Ein Dreieck">{PICTURE}</div><figcaption>Bild</figcaption>' in shown
    assert "<details><summary>" in shown
    assert "<details>" not in to_html(document(without))


def test_a_remark_says_how_far_it_can_be_relied_on() -> None:
    remark = Remark("aus der Laufzeit", RemarkKind.DERIVED)
    assert text(remark) == ["Abgeleitet: aus der Laufzeit"]
    assert markdown(remark) == ["*Abgeleitet:* aus der Laufzeit"]
    assert html(remark) == "<p><strong>Abgeleitet:</strong> aus der Laufzeit</p>"
    assert '<p class="remark derived">' in to_html(document(remark))


@pytest.mark.parametrize("symbol", Symbol)
def test_a_status_has_a_sign_that_the_encoding_can_write(symbol: Symbol) -> None:
    mark = Paragraph(StatusMark("läuft", symbol))
    assert text(mark) == [f"{SIGNS[symbol]} läuft"]
    for encoding in ("cp1252", "cp850"):
        (line,) = text(mark, encoding=encoding)
        assert line.encode(encoding).endswith("läuft".encode(encoding))
        assert len(line) == len("x läuft")


def test_colour_is_only_added_to_what_is_said_anyway() -> None:
    blocks = (Paragraph(tuple(Marked(f"{one} {one}", one) for one in Emphasis)), TABLE)
    coloured = "\n".join(text(*blocks, width=80, colour=True))
    assert "\x1b[1;31merror\x1b[0m \x1b[1;31merror\x1b[0m" in coloured
    plain = coloured
    for code in ("1", "2", "1;31", "1;33", "1;36", "0"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == "\n".join(text(*blocks, width=80))
    assert "\x1b[31m" not in to_text(document(Paragraph("\x1b[31mrot")), colour=True)


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        ("https://a.de/ä b?c=d&e#f", "https://a.de/%C3%A4%20b?c=d&e#f"),
        ('https://a.de/"<>', "https://a.de/%22%3C%3E"),
        ("mailto:a@b.de", "mailto:a@b.de"),
        ("TEL:+49", "TEL:+49"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("a.html", None),
        ("http://[::1", None),
        ("https://a.de/\ud800", None),
    ],
)
def test_only_harmless_schemes_are_links(target: str, safe: str | None) -> None:
    assert safe_target(target) == safe
    link = Paragraph(Hyperlink("Seite", target))
    assert ("href" in html(link)) is (safe is not None)
    assert ("](<" in markdown(link)[0]) is (safe is not None)


def test_a_link_is_its_text_and_its_address() -> None:
    link = Paragraph(Hyperlink("Seite", "https://a.de?b=1&copy;"))
    assert text(link) == ["Seite <https://a.de?b=1&copy;>"]
    assert text(Paragraph(Hyperlink("https://a.de", "https://a.de"))) == ["https://a.de"]
    assert markdown(link) == ["[Seite](<https://a.de?b=1&amp;copy;>)"]
    assert html(link) == '<p><a href="https://a.de?b=1&amp;copy;" class="link-external">Seite</a></p>'
    assert 'href="https://a.de?b=1&amp;copy;">Seite</a>' in to_html(document(link))


def test_a_link_to_an_element_leads_to_its_first_chapter() -> None:
    link = Paragraph((ElementLink("dort", "goal/ä"), ElementLink("nirgends", "goal/x")))
    page = to_html(document(link, *(Chapter("Ziel", (), address) for address in ("goal/ä", "goal/ö", "goal/ä", None))))
    assert '<a href="#goal-">dort</a>nirgends' in page
    assert Page(page).values("id") == ["goal-", "goal--2"]
    assert "href" not in to_html(document(link), profile=HtmlProfile.NOTEBOOK)


def test_headings_are_never_deeper_than_six() -> None:
    nested = Chapter("7", Paragraph("x"))
    for number in range(6, 0, -1):
        nested = Chapter(str(number), nested)
    assert "###### 7" in markdown(nested)
    assert "<h6>7</h6>" in to_html(document(nested))
    assert html(Chapter("a", Paragraph("b"))) == "<h2>a</h2>\n<p>b</p>"


def test_a_notebook_shows_the_first_rows_of_a_long_table() -> None:
    long = TextTable(("Nr.",), [(str(number),) for number in range(MAX_ROWS + 7)], headed_rows=False)
    shown = to_html(document(long), profile=HtmlProfile.NOTEBOOK)
    assert shown.count("<tr>") == 1 + MAX_ROWS + 1
    assert '<td colspan="1">… und 7 weitere</td>' in shown
    assert to_html(document(long)).count("<tr>") == 1 + MAX_ROWS + 7


def test_a_page_says_its_language_and_its_direction() -> None:
    arabic = Document(title=InLanguage("مرحبا", "ar", "rtl"), blocks=(), language="ar", direction="rtl")
    page = to_html(arabic)
    assert '<html lang="ar" dir="rtl">' in page
    assert "<title>مرحبا</title>" in page
    assert '<h1><span lang="ar" dir="rtl">مرحبا</span></h1>' in page
    assert to_html(document(), language="en").startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">')


def test_messages_are_written_in_the_language_that_is_asked_for() -> None:
    stated = document(Paragraph(message("Stated")))
    for write in (to_text, to_markdown, to_html):
        assert "Genannt" in write(stated) or "Angegeben" in write(stated)
        assert "Stated" in write(stated, language="en")


def test_a_wide_table_is_marked_as_such() -> None:
    wide = TextTable([str(number) for number in range(9)], [[str(number) for number in range(9)]])
    assert '<table class="wide">' in to_html(document(wide))
    assert "<table>" in to_html(document(wide), profile=HtmlProfile.NOTEBOOK)
    assert "<table>" in to_html(document(TABLE))


def test_integreat_keeps_line_ends_and_takes_nothing_for_its_syntax() -> None:
    assert html(Paragraph("a\nb")) == "<p>a<br>b</p>"
    assert html(Paragraph('[x] "https://a.de')) == '<p><span>[</span>x] <span>"</span>https://a.de</p>'
    assert html(Paragraph(Marked("x.csv", Emphasis.CODE))) == "<p>x.csv</p>"


@pytest.mark.parametrize("hostile", MARKDOWN_SYNTAX)
def test_markdown_comes_back_as_typed(hostile: str) -> None:
    table = TextTable((hostile, hostile), [(hostile, Marked(hostile, Emphasis.CODE))], caption=hostile)
    blocks = (
        Paragraph(hostile),
        ItemList([hostile]),
        Chapter(hostile, table),
        DefinitionList([Definition(hostile, hostile)]),
    )
    typed = folded(hostile)
    written = to_markdown(document(*blocks, title=hostile))
    assert markdown_lines(written) == [*[typed] * 9, f"{typed}: {typed}"]


@pytest.mark.parametrize("mark", [Emphasis.STRONG, Emphasis.QUIET, Emphasis.CODE])
@pytest.mark.parametrize(
    "parts", [("a", "b", "c"), ("a", "(b)", "c"), ("(", "b", ")"), ("*", "b", "*"), ("", "„b“", ".")]
)
def test_marks_beside_letters_leave_no_asterisks(parts: tuple[str, str, str], mark: Emphasis) -> None:
    before, marked, after = parts
    content: tuple[Inline, ...] = (before, Marked(marked, mark), Marked(marked, mark), after)
    assert markdown_lines(to_markdown(document(Paragraph(content))))[1] == f"{before}{marked}{marked}{after}"


def test_code_with_signs_that_would_end_it_is_plain() -> None:
    codes = [Paragraph(Marked(code, Emphasis.CODE)) for code in ("a_b", "a`b", "a|b", "")]
    assert markdown(*codes) == ["`a_b`", "", r"a\`b", "", r"a\|b"]
    assert escaped("a\nb*") == r"a b\*"


def test_a_row_has_as_many_cells_as_there_are_columns() -> None:
    with pytest.raises(ValueError, match="a row has 1 cells, and the table 2 columns"):
        TextTable(("a", "b"), [("x",)])


def test_width_counts_columns_of_a_terminal() -> None:
    assert display_width("日本") == 4
    assert display_width("e\u0301\x1b[1mx\x1b[0m") == 2
    assert wrapped("日本語 ab", 4) == ["日本", "語", "ab"]
    assert wrapped("\x1b[1mabcd\x1b[0m", 2) == ["\x1b[1mab", "cd\x1b[0m"]
    assert wrapped("", 5) == [""]
    assert wrapped("日", 1)[0] == "日"


def test_a_picture_shows_itself_in_a_notebook() -> None:
    picture = Picture("<svg/>", "Zeitplan", "Drei Maßnahmen")
    assert picture._repr_svg_() == "<svg/>"


def test_a_caption_without_a_letter_is_left_out_of_markdown() -> None:
    table = TextTable(("Kurs",), (("A1",),), caption=" ")
    assert to_markdown(Document(title="Kurse", blocks=table, language="de")).splitlines()[2] == "| Kurs |"


def test_a_small_picture_stands_in_its_line_and_is_left_out_where_there_are_no_pictures() -> None:
    line = Paragraph(("58 ", SmallPicture(PICTURE, 'steigt "stark"')))
    drawn = f'<p>58 <span role="img" aria-label="steigt &quot;stark&quot;">{PICTURE}</span></p>'
    assert drawn in to_html(document(line))
    assert html(line) == "<p>58</p>"
    assert text(line) == ["58"]
    assert markdown(line) == ["58"]


def test_a_chapter_begins_a_new_page_in_print_only() -> None:
    chapter = Chapter("Ziel", Paragraph("x"), "goal/z", new_page=True)
    assert '<section id="goal-z" class="new-page"><h2>Ziel</h2>' in to_html(document(chapter))
    assert ".new-page { break-before: page; }" in to_html(document(chapter))
    assert "new-page" not in to_html(document(chapter), profile=HtmlProfile.NOTEBOOK)


def test_a_picture_that_is_written_twice_has_ids_of_its_own_each_time() -> None:
    svg = '<svg aria-labelledby="a-title"><title id="a-title">A</title></svg>'
    page = Page(to_html(document(Paragraph(SmallPicture(svg, "A")), Picture(svg, "A", "A"), Picture(svg, "A", "A"))))
    assert page.values("id") == ["a-title", "a-title-2", "a-title-3"]
    assert page.values("aria-labelledby") == page.values("id")
