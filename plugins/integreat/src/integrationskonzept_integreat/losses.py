"""Losses and warnings of pages in Integreat."""

from collections.abc import Iterator

from attrs import evolve

from integrationskonzept import Concept, Loss, Message, pursuit
from integrationskonzept.model import (
    Achievement,
    Activity,
    Challenge,
    Country,
    Discrepancy,
    Element,
    Evaluation,
    Figure,
    Footnote,
    Goal,
    Illustration,
    Indicator,
    Measure,
    Meeting,
    Need,
    Passage,
    Record,
    Reference,
    Sourced,
    Step,
    TimelineRow,
)
from integrationskonzept_integreat.attributes import attribute_losses
from integrationskonzept_integreat.context_builder import doubts_about_date
from integrationskonzept_integreat.html_text import is_sayable
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.pages import PageSet

_UNTOLD = (
    (Indicator, message("{number} indicators with their values")),
    (Figure, message("{number} figures")),
    (Country, message("{number} countries of origin")),
    (Need, message("{number} needs")),
    (Challenge, message("{number} challenges")),
    (Achievement, message("{number} achievements of the stock-take")),
    (Meeting, message("{number} meetings, which only the calendar has")),
    (Passage, message("{number} passages such as forewords")),
    (Step, message("{number} steps of measures")),
    (TimelineRow, message("{number} rows of the timeline")),
    (Evaluation, message("{number} evaluations")),
    (Illustration, message("{number} illustrations")),
    (Reference, message("{number} references")),
    (Footnote, message("{number} footnotes")),
)
"""Nouns that the public pages do not show."""

LARGEST = 2_500_000
"""Maximum size of a request to the CMS in bytes."""


def losses_of(full: Concept, page_set: PageSet) -> Iterator[Loss]:
    """Yield the elements that are not on the pages, and the texts that are not translated."""
    concept = page_set.concept
    for noun, what in _UNTOLD:
        number = len(concept.records.get(noun))
        if number:
            untold = message("{what}: not on the pages", what=evolve(what, values={"number": number}))
            yield Loss(address=concept.address, message=untold)
    yield from attribute_losses(concept)
    yield from _no_longer_pursued(page_set)
    yield from _remarks(full, page_set)
    yield from _untranslated(page_set)
    for page in page_set.orphans:
        lost = message(
            "the page {title!r} in {language}: left out, since the page above it has no translation",
            title=page.title,
            language=page.language,
        )
        yield Loss(address=page.address, message=lost)
    for page in page_set.pages:
        if len(page.content.encode()) > LARGEST:
            lost = message("the page is larger than the CMS takes")
            yield Loss(address=page.address, message=lost)


def _no_longer_pursued(page_set: PageSet) -> Iterator[Loss]:
    """Yield the measures and goals left out with their parts, and what became of each."""
    for address, (_, element) in page_set.given.index.items():
        if address not in page_set.concept.index and isinstance(element, Activity | Goal | Measure):
            lost = message(
                "left out, since it is no longer pursued: {reason}",
                reason=pursuit(element, page_set.given).reason,
            )
            yield Loss(address=address, message=lost)


def _remarks(full: Concept, page_set: PageSet) -> Iterator[Loss]:
    concept = page_set.concept
    notes = sum(1 for record in _records(full) if isinstance(record, Sourced) and record.note)
    if notes:
        lost = message(
            "{number} editors' remarks: not on the pages",
            number=notes,
        )
        yield Loss(address=concept.address, message=lost)
    if len(full.index) != len(page_set.given.index):
        lost = message("what is internal is never written for Integreat")
        yield Loss(address=concept.address, message=lost)
    for record in _records(concept):
        texts = (getattr(record, name, None) for name in ("title", "text", "description"))
        if isinstance(record, Element) and not all(is_sayable(text) for text in texts if text):
            lost = message("control characters are left out")
            yield Loss(address=record.address, message=lost)


def _records(concept: Concept) -> Iterator[Record]:
    for found in concept.records.values():
        yield from found.records


def _untranslated(page_set: PageSet) -> Iterator[Loss]:
    for page in page_set.pages:
        if page.translated < page.texts:
            lost = message(
                "the page {title!r} in {language}: {number} of {all} texts have no translation and stay as they are",
                title=page.title,
                language=page.language,
                number=page.texts - page.translated,
                all=page.texts,
            )
            yield Loss(address=page.address, message=lost)


def warnings_of(page_set: PageSet) -> Iterator[Loss]:
    """Yield the doubtful statements on pages, and HTML of templates that the CMS does not keep."""
    for page in page_set.changed:
        doubt = message(
            "the template of the page {title!r} makes HTML that the CMS does not keep;"
            " it is written as the CMS keeps it",
            title=page.title,
        )
        yield Loss(address=page.address, message=doubt)
    for happening in (*page_set.concept.activities, *page_set.concept.action_days):
        for discrepancy in doubts_about_date(happening):
            yield Loss(address=happening.address, message=_doubt(discrepancy))


def _doubt(discrepancy: Discrepancy) -> Message:
    return message("told as printed: {text}", text=discrepancy.text)
