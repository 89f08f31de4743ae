"""Every text for people has its German, and the shipped catalogue is current."""

import re

from tools import catalogue

CURRENT = catalogue.current()
SENTENCES = [entry for entry in CURRENT if entry.id]


def placeholders(template: object) -> set[str]:
    return set(re.findall(r"\{(\w+)(?:![rs])?(?::[^{}]*)?\}", str(template)))


def test_every_text_for_people_has_its_german() -> None:
    assert catalogue.lacking(CURRENT) == []


def test_a_translation_has_the_same_placeholders() -> None:
    assert [
        entry.id for entry in SENTENCES if entry.string and placeholders(entry.string) != placeholders(entry.id)
    ] == []


def test_the_catalogue_is_up_to_date_with_the_sources() -> None:
    assert catalogue.written(CURRENT) == catalogue.CATALOGUE.read_bytes()


def test_the_compiled_catalogue_is_the_written_one() -> None:
    assert catalogue.compiled(CURRENT) == catalogue.CATALOGUE.with_suffix(".mo").read_bytes()
