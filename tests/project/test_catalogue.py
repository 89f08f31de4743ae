"""Every text is translated, and the shipped catalogues of the library and its plugins are current."""

import re

import pytest
from babel.messages.catalog import Catalog

from tools import catalogue

CURRENT = {domain: catalogue.current(domain) for domain in catalogue.DOMAINS}
pytestmark = pytest.mark.parametrize(
    ("domain", "current"), [pytest.param(*pair, id=f"{pair[0].name}-{pair[0].language}") for pair in CURRENT.items()]
)


def placeholders(template: object) -> set[str]:
    return set(re.findall(r"\{(\w+)(?:![rs])?(?::[^{}]*)?\}", str(template)))


def test_every_text_is_translated(domain: catalogue.Domain, current: Catalog) -> None:
    assert catalogue.lacking(current) == [], domain.file


def test_a_translation_has_the_same_placeholders(domain: catalogue.Domain, current: Catalog) -> None:
    assert [
        entry.id
        for entry in current
        if entry.id and entry.string and placeholders(entry.string) != placeholders(entry.id)
    ] == [], domain.file


def test_the_catalogue_is_up_to_date_with_the_sources(domain: catalogue.Domain, current: Catalog) -> None:
    assert catalogue.written(current, domain) == domain.file.read_bytes()


def test_the_compiled_catalogue_is_the_written_one(domain: catalogue.Domain, current: Catalog) -> None:
    assert catalogue.compiled(current, domain.language) == domain.file.with_suffix(".mo").read_bytes()
