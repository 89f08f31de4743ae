"""Everything that a concept states in words is told in every medium, and nothing that is internal."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import attrs
import pytest
from hypothesis import given

import integrationskonzept as ik
from integrationskonzept.blocks.html import to_html
from integrationskonzept.blocks.markdown import to_markdown
from integrationskonzept.blocks.text import to_text
from integrationskonzept.documents.concept import concept_document, public_overview, whole_document
from integrationskonzept.errors import InternalConceptError
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import revise, walk
from integrationskonzept.printable import printable
from integrationskonzept.testing import concepts
from integrationskonzept.testing.canaries import leaks, with_canaries
from tests.accounts.accounts import TOWNS
from tests.blocks.trees import Page, folded, markdown_lines
from tests.comparison.editions import patiently

NOT_WORDS = {"id", "inferred", "language", "currency"}
"""Attributes whose texts are names of attributes, ids and codes."""


def stated_texts(whole: Record) -> Iterator[str]:
    """Yield every text of a record and of those in it; ids, references, dates, enumerations and defaults are none."""
    for _, record in walk(whole):
        for attribute, value in _texts_of(record):
            for text in value if attribute.many else (value,):
                yield from (printable(folded(part)) for part in text.split("\n\n") if part.strip())
        for value in record.extra.values():
            if isinstance(value, str):
                yield printable(folded(value))


def unmistakable(concept: Concept) -> Concept:
    """Return the concept with a number in each of its texts, so that none is found in place of another."""
    number = count(1)

    def numbered(record: Record) -> Record:
        changes = {
            attribute.name: tuple(f"{text} N{next(number)}." for text in value)
            if attribute.many
            else f"{value} N{next(number)}."
            for attribute, value in _texts_of(record)
        }
        extra = {key: f"{text} N{next(number)}." for key, text in record.extra.items() if isinstance(text, str)}
        return attrs.evolve(record, **changes, extra={**record.extra, **extra})

    return revise(concept, numbered)


def _texts_of(record: Record) -> Iterator[tuple[AttributeDescription, Any]]:
    for name, attribute in MODEL[type(record)].in_files.items():
        value = getattr(record, name)
        is_text = attribute.type is ValueType.TEXT and not attribute.noun and name not in NOT_WORDS
        if is_text and value is not None and value != attribute.default:
            yield attribute, value


def untold(concept: Concept, language: str | None = None) -> dict[str, list[str]]:
    """Return the stated texts that are not told, by medium."""
    document = whole_document(concept, language)
    told = {
        "text": folded(to_text(document, width=None)),
        "markdown": folded(" ".join(markdown_lines(to_markdown(document)))),
        "html": folded(" ".join(Page(to_html(document)).lines)),
    }
    texts = sorted(set(stated_texts(concept)))
    return {
        medium: missing for medium, said in told.items() if (missing := [text for text in texts if text not in said])
    }


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", TOWNS)
def test_every_text_of_a_town_is_told(name: str, language: str) -> None:
    concept = ik.concept(name).public()
    assert len([*stated_texts(concept)]) > 100
    assert untold(unmistakable(concept), language) == {}


@patiently
@given(concepts(measures=6) | concepts())
def test_every_text_of_any_concept_is_told(concept: Concept) -> None:
    try:
        public = concept.public()
    except InternalConceptError:
        return
    assert untold(unmistakable(public)) == {}


@patiently
@given(concepts(measures=3) | concepts())
def test_nothing_internal_of_any_concept_is_told(concept: Concept) -> None:
    marked = with_canaries(concept)
    for document in (concept_document(marked), public_overview(marked)):
        assert not leaks(to_text(document, width=None))
        assert not leaks(to_markdown(document).replace("\\", ""))
        assert not leaks(to_html(document))


@pytest.mark.parametrize("name", TOWNS)
def test_what_is_internal_is_told_where_it_is_asked_for(name: str) -> None:
    marked = with_canaries(ik.concept(name))
    assert leaks(to_text(whole_document(marked), width=None))
    assert not leaks(to_text(concept_document(marked), width=None))
