"""Translators get a template, and what they make of it is found again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept.errors import InvalidCatalogueError
from integrationskonzept.testing import texts
from integrationskonzept.translation import (
    Phrase,
    catalogues_in,
    coverage_of,
    direction_of,
    language_name,
    read_catalogue,
    template,
)


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder


def test_a_text_is_translated_at_its_place_before_it_is_translated_anywhere(tmp_path: Path) -> None:
    entries = 'msgctxt "measure/a#title"\nmsgid "Kurse"\nmsgstr "Evening courses"\n\nmsgid "Kurse"\nmsgstr "Courses"\n'
    (english,) = catalogues_in(write(tmp_path, "en.po", entries))
    assert english.language == "en"
    assert english.translated(Phrase(place="measure/a#title", text="Kurse")) == "Evening courses"
    assert english.translated(Phrase(place="measure/b#title", text="Kurse")) == "Courses"
    assert english.translated(Phrase(place="measure/b#title", text="Andere Kurse")) is None


def test_what_is_uncertain_or_empty_counts_as_not_translated(tmp_path: Path) -> None:
    entries = '#, fuzzy\nmsgid "a"\nmsgstr "unsure"\n\nmsgid "b"\nmsgstr ""\n\nmsgid "c"\nmsgstr " "\n'
    (english,) = catalogues_in(write(tmp_path, "en.po", entries))
    assert [english.translated(Phrase(place="x", text=text)) for text in "abc"] == [None, None, None]


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "en.po").write_bytes(b'\xef\xbb\xbfmsgid "a"\nmsgstr "b"\n')
    (english,) = catalogues_in(tmp_path)
    assert english.translated(Phrase(place="x", text="a")) == "b"


def test_every_catalogue_of_a_folder_is_read_in_order(tmp_path: Path) -> None:
    for language in ("uk", "ar", "pt-br"):
        write(tmp_path, f"{language}.po", 'msgid "a"\nmsgstr "b"\n')
    assert [one.language for one in catalogues_in(tmp_path)] == ["ar", "pt-br", "uk"]


@pytest.mark.parametrize("name", ["english.po", "en_US.UTF-8.po", "xx.po", "en'.po"])
def test_a_catalogue_named_by_no_language_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, "")
    with pytest.raises(InvalidCatalogueError, match="named by no language"):
        catalogues_in(tmp_path)


def test_a_broken_catalogue_is_refused_with_its_name(tmp_path: Path) -> None:
    write(tmp_path, "en.po", "Das ist keine Übersetzung\n")
    with pytest.raises(InvalidCatalogueError, match=r"en\.po is no catalogue"):
        catalogues_in(tmp_path)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidCatalogueError, match="is no folder"):
        catalogues_in(tmp_path / "fehlt")


@pytest.mark.parametrize(
    ("language", "direction"), [("de", "ltr"), ("ar", "rtl"), ("prs", "rtl"), ("fa", "rtl"), ("de-si", "ltr")]
)
def test_the_writing_direction_of_a_language_is_known(language: str, direction: str) -> None:
    assert direction_of(language) == direction


@given(st.lists(texts(hostile=True).filter(str.strip), max_size=5))
def test_a_template_that_was_filled_in_is_read_back(some: list[str]) -> None:
    phrases = [Phrase(place=f"measure/m-{number}#title", text=text) for number, text in enumerate(some)]
    english = read_catalogue((template(phrases) + b"\n").replace(b'\nmsgstr ""\n\n', b'\nmsgstr "ja"\n\n'), "en")
    assert [english.translated(phrase) for phrase in phrases] == ["ja"] * len(phrases)


def test_a_template_tells_translators_what_kind_of_text_it_is() -> None:
    phrases = [
        Phrase(place="measure/a#target_state", text="100 % der Kurse"),
        Phrase(place="concept/a#municipality.name", text="Ulm"),
        Phrase(place="seiten#kontakt", text="Kontakt"),
    ]
    written = template(phrases).decode()
    assert '#. Maßnahme: Soll-Zustand\nmsgctxt "measure/a#target_state"\nmsgid "100 % der Kurse"\n' in written
    assert "python-format" not in written
    assert '#. measure: target state\nmsgctxt "measure/a#target_state"' in template(phrases, "en").decode()
    assert '\n\nmsgctxt "seiten#kontakt"' in written


def test_coverage_counts_each_text_once() -> None:
    english = read_catalogue(b'msgid "a"\nmsgstr "b"\n', "en")
    found = coverage_of([Phrase(place="x", text=text) for text in "aab"], english)
    assert (found.texts, found.translated, found.lacking) == (2, 1, 1)


def test_a_language_has_a_name_in_another_one() -> None:
    assert language_name("ar", "de") == "Arabisch"
    assert language_name("tlh-latn", "de") == "tlh-latn"
    assert language_name("de", "xx") == "de"


def test_a_place_of_version_1_is_that_of_today(tmp_path: Path) -> None:
    entries = 'msgctxt "measure/a#horizons"\nmsgid "kurz"\nmsgstr "short"\n'
    (english,) = catalogues_in(write(tmp_path, "en.po", entries))
    assert english.translated(Phrase(place="measure/a#time_frames", text="kurz")) == "short"
