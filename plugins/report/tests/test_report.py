"""What a report tells, by its kind and by those for whom it is made."""

import struct
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept.testing import town
from integrationskonzept.testing.canaries import leaks, with_canaries
from plugins.report.tests.readable import readable
from plugins.report.tests.reports import DAY, EARLIER, MUSTERSTADT, made, status_pdf


def png(width: int = 1, height: int = 1) -> bytes:
    """Return a grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = (b"\0" + b"\x80" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def markdown(concept: ik.Concept = MUSTERSTADT, **options: Any) -> str:
    """Return a report as Markdown."""
    return made(concept, **{"format": "md", **options}).decode()


def headings(text: str, level: int = 2) -> list[str]:
    """Return the headings of a level."""
    return [line[level + 1 :] for line in text.splitlines() if line.startswith("#" * level + " ")]


def test_a_status_report_begins_with_what_is_to_be_decided() -> None:
    said = markdown(previous=EARLIER)
    assert said.startswith("# Sachstandsbericht\n\nStadt Musterstadt\n\n")
    assert headings(said) == [
        "Zur Entscheidung",
        "Überblick",
        "Die Handlungsfelder",
        "Die Indikatoren",
        "Was sich seit 15.03.2025 geändert hat",
        "Was nicht bekannt ist",
        "Die Maßnahmen im Einzelnen",
        "Quellen und Zweifel",
    ]


def test_the_public_reads_neither_what_is_to_be_decided_nor_what_is_still_to_be_asked() -> None:
    council, public = markdown(), markdown(audience="public")
    assert headings(public)[0] == "Überblick"
    for title in ("Zur Entscheidung", "Offene Fragen", "Vor der nächsten Evaluation zu erheben"):
        assert f"# {title}" in council
        assert f"# {title}" not in public


def test_the_public_reads_nothing_internal_even_where_it_was_asked_for() -> None:
    marked = with_canaries(MUSTERSTADT)
    exported = ik.export(marked, "report", internal=True, today=DAY, format="md", audience="public", previous=marked)
    assert not leaks(exported.files[0].content)
    asked_for = ik.export(marked, "report", internal=True, today=DAY, format="md")
    assert leaks(asked_for.files[0].content)


def test_fact_sheets_stand_below_their_field_of_action() -> None:
    said = markdown(kind="fact-sheets")
    assert said.startswith("# Maßnahmenblätter\n")
    assert headings(said)[:2] == ["Übergreifende Maßnahmen", "1 Sprache und Bildung"]
    assert headings(said, 3)[:2] == ["0.1 Integrationsmonitoring aufbauen", "1.1 Sprachkurse am Abend"]
    assert len(headings(said, 3)) == len(MUSTERSTADT.measures)


def test_a_concept_without_measures_has_no_fact_sheet_and_says_so() -> None:
    assert "Es gibt keine Maßnahme." in markdown(town(), kind="fact-sheets")
    assert "Die Maßnahmen im Einzelnen" not in markdown(town())


def test_a_concept_is_told_in_full() -> None:
    said = markdown(kind="concept")
    assert said.startswith("# Integrationskonzept\n")
    assert "## Handlungsfelder" in said
    assert "Viele Ehrenamtliche sind am Ende ihrer Kräfte" in said


def test_a_comparison_tells_everything_that_changed() -> None:
    said = markdown(kind="comparison", previous=EARLIER)
    assert said.startswith("# Was sich geändert hat\n")
    assert "### Weitere Änderungen" in said
    assert "### Weitere Änderungen" not in markdown(previous=EARLIER).replace("\n#### ", "\n### ")


def test_the_earlier_concept_is_given_by_the_name_of_a_bundled_one_or_by_a_file(tmp_path: Path) -> None:
    ik.save(EARLIER, tmp_path / "alt.yaml")
    for named in ("musterstadt-2025", str(tmp_path / "alt.yaml")):
        assert markdown(kind="comparison", previous=named) == markdown(kind="comparison", previous=EARLIER)


def test_the_same_concept_is_compared_with_how_it_stood_on_an_earlier_day() -> None:
    said = markdown(kind="comparison", previous_day=date(2026, 12, 31))
    assert "| 1.1 Sprachkurse am Abend | ◐ weit fortgeschritten, Stand November 2026 |" in said
    assert "Änderungen am Konzept" not in said


def test_a_comparison_without_an_earlier_state_is_refused() -> None:
    with pytest.raises(ik.OptionError, match="needs the concept as it was"):
        made(kind="comparison")


def test_a_report_is_limited_to_a_field_of_action() -> None:
    said = markdown(field="zusammenleben", previous=EARLIER)
    assert said.startswith("# Sachstandsbericht: 3 Wohnen und Zusammenleben\n")
    assert headings(said, 4) == ["3.1 Wohnraumlotsen", "3.2 Café International"]
    assert "Sprachkurse am Abend" not in said


def test_a_report_is_limited_to_a_measure() -> None:
    for kind in ("status", "fact-sheets", "concept"):
        said = markdown(measure="sprachkurse-abends", kind=kind)
        assert "1.1 Sprachkurse am Abend" in said.splitlines()[0]
        assert "Wohnraumlotsen" not in said


def test_a_field_or_measure_that_is_not_there_is_refused_with_similar_ones() -> None:
    with pytest.raises(ik.OptionError, match="sprachkurse-abends"):
        made(measure="sprachkurs-abends")
    with pytest.raises(ik.OptionError, match="zusammenleben"):
        made(field="zusammenlebn")


def test_the_report_is_written_in_the_language_that_is_asked_for() -> None:
    said = markdown(language="en")
    assert headings(said)[:2] == ["For decision", "Overview"]
    assert '<html lang="en" dir="ltr">' in made(language="en", format="html").decode()


def test_letterhead_number_and_logo_stand_at_the_top(tmp_path: Path) -> None:
    logo = tmp_path / "wappen.png"
    logo.write_bytes(png(40, 20))
    options: dict[str, Any] = {"letterhead": "Stadt Musterstadt,Hauptamt", "number": "2027/113", "logo": logo}
    page = made(format="html", **options).decode()
    assert "<p>Stadt Musterstadt</p>\n<p>Hauptamt</p>\n<p>Drucksache 2027/113</p>" in page
    assert 'xlink:href="data:image/png;base64,iVBOR' in page
    assert "Logo: Stadt Musterstadt" in page
    for format in ("pdf", "docx"):
        said = readable(made(format=format, **options))
        assert "Hauptamt" in said
        assert "Drucksache 2027/113" in said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("wappen.gif", b"GIF89a"),
        ("wappen.png", b"no picture"),
        ("wappen.jpg", b"\xff\xd8\xff"),
        ("wappen.svg", b"<html>"),
    ],
)
def test_a_logo_that_is_no_picture_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ik.OptionError, match="the option 'logo' takes a picture"):
        made(logo=tmp_path / name, format="md")


@pytest.mark.parametrize(("option", "name"), [("logo", "nirgends.png"), ("template", "nirgends.docx")])
def test_a_file_that_is_not_there_is_refused(option: str, name: str) -> None:
    with pytest.raises(ik.OptionError, match=f"the file of the option '{option}' cannot be read: {name}"):
        made(format="docx", **{option: Path(name)})  # type: ignore[arg-type]  # an option by its name


def test_a_drawing_is_a_logo_as_well(tmp_path: Path) -> None:
    drawing = tmp_path / "wappen.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>')
    assert "data:image/svg+xml;base64," in made(format="html", logo=drawing).decode()
    assert made(logo=drawing).startswith(b"%PDF")


def test_the_day_of_a_report_is_that_of_the_youngest_record() -> None:
    (file,) = ik.export(MUSTERSTADT, "report", format="md").files
    assert "Stand 30.09.2027" in file.content.decode()
    (undated,) = ik.export(town(edition=None, period=None), "report", format="md").files
    assert "\n\nIntegrationskonzept der Stadt Musterstadt\n\n" in undated.content.decode()


def test_the_file_is_named_by_the_kind_of_the_report() -> None:
    (file,) = ik.export(MUSTERSTADT, "report", kind="fact-sheets", format="md").files
    assert file.name == "fact-sheets.md"


def test_html_is_one_file_without_a_script_that_needs_nothing_else() -> None:
    page = made(format="html").decode()
    assert "<script" not in page
    assert " src=" not in page
    assert "<link" not in page
    assert "@media print" in page


def test_what_changed_stands_in_the_status_report() -> None:
    assert "Was sich seit 30.06.2026 geändert hat" in readable(status_pdf())
