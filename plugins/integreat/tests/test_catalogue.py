"""Translators get a template, and what they make of it is found again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept.errors import OptionError
from integrationskonzept_integreat.catalogue import Phrase, catalogues_in, direction_of, template
from integrationskonzept_integreat.html_text import sayable
from plugins.integreat.tests.town import catalogue


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
        catalogue(tmp_path, language, {"a": "b"})
    assert [one.language for one in catalogues_in(tmp_path)] == ["ar", "pt-br", "uk"]


@pytest.mark.parametrize("name", ["english.po", "en_US.UTF-8.po", "xx.po", "en'.po"])
def test_a_catalogue_named_by_no_language_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, "")
    with pytest.raises(OptionError, match="named by no language"):
        catalogues_in(tmp_path)


def test_a_broken_catalogue_is_refused_with_its_name(tmp_path: Path) -> None:
    write(tmp_path, "en.po", "Das ist keine Übersetzung\n")
    with pytest.raises(OptionError, match=r"en\.po is no catalogue"):
        catalogues_in(tmp_path)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="is no folder"):
        catalogues_in(tmp_path / "fehlt")


@pytest.mark.parametrize(
    ("language", "direction"), [("de", "ltr"), ("ar", "rtl"), ("prs", "rtl"), ("fa", "rtl"), ("de-si", "ltr")]
)
def test_the_writing_direction_of_a_language_is_known(language: str, direction: str) -> None:
    assert direction_of(language) == direction


texts = st.text(min_size=1).map(sayable).filter(str.strip)


@given(st.lists(texts, max_size=5))
def test_a_template_that_was_filled_in_is_read_back(tmp_path_factory: pytest.TempPathFactory, some: list[str]) -> None:
    phrases = [Phrase(place=f"measure/m-{number}#title", text=text) for number, text in enumerate(some)]
    filled = template(phrases).replace('msgstr ""\n\nmsgctxt', 'msgstr "ja"\n\nmsgctxt').rstrip()
    filled = filled.removesuffix('msgstr ""') + 'msgstr "ja"\n' if some else filled
    folder = tmp_path_factory.mktemp("po")
    (english,) = catalogues_in(write(folder, "en.po", filled))
    assert [english.translated(phrase) for phrase in phrases] == ["ja"] * len(phrases)


def test_a_place_of_version_1_is_that_of_today(tmp_path: Path) -> None:
    entries = 'msgctxt "measure/a#horizons"\nmsgid "kurz"\nmsgstr "short"\n'
    (english,) = catalogues_in(write(tmp_path, "en.po", entries))
    assert english.translated(Phrase(place="measure/a#time_frames", text="kurz")) == "short"
