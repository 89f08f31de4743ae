"""Losses and warnings of pages in Integreat."""

from collections.abc import Iterator

from integrationskonzept import Concept, Loss, Message, pursuit
from integrationskonzept.model import Activity, Discrepancy, Element, Goal, Measure, Record, Sourced, value_message
from integrationskonzept.plugins.kit import is_clean, undeclared
from integrationskonzept_integreat.activity_dates import is_over
from integrationskonzept_integreat.context_builder import doubts_about_date
from integrationskonzept_integreat.declaration import ABOUT_CONCEPT, FOR_NEWCOMERS
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.language import primary_of
from integrationskonzept_integreat.options import PageOptions
from integrationskonzept_integreat.pages import PageSet
from integrationskonzept_integreat.readability import MEASURED_LANGUAGE, hard_sentences

LARGEST = 2_500_000
"""Maximum size of a request to the CMS in bytes."""


def losses_of(full: Concept, page_set: PageSet) -> Iterator[Loss]:
    """Yield the elements that are not on the pages, and the texts that are not translated."""
    concept = page_set.concept
    declared = ABOUT_CONCEPT if page_set.about_concept else FOR_NEWCOMERS
    yield from undeclared(concept, declared, message("not on the pages"))
    if not page_set.about_concept:
        only = message(
            "fields of action, goals, measures, roles and groups are on pages of their own only with"
            " -o about_concept=yes"
        )
        yield Loss(address=concept.address, message=only)
    yield from _not_told(page_set)
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


def _not_told(page_set: PageSet) -> Iterator[Loss]:
    """Yield the activities that are over, and of those without a date or rhythm their number."""
    concept, undated = page_set.concept, 0
    over = message("over by {today}: not on the pages", today=value_message(page_set.today))
    for activity in (*concept.activities, *concept.action_days):
        if is_over(activity, concept, page_set.today):
            yield Loss(address=activity.address, message=over)
        elif activity in concept.activities and not (activity.date or activity.recurrence):
            undated += 1
    if undated and not page_set.about_concept:
        lost = message("{number} activities without a date or a rhythm: not on the pages", number=undated)
        yield Loss(address=concept.address, message=lost)


def _remarks(full: Concept, page_set: PageSet) -> Iterator[Loss]:
    concept = page_set.concept
    notes = sum(1 for record in _records(full) if isinstance(record, Sourced) and record.note)
    if notes:
        lost = message("{number} editors' remarks: not on the pages", number=notes)
        yield Loss(address=concept.address, message=lost)
    if len(full.index) != len(page_set.given.index):
        lost = message("what is internal is never written for Integreat")
        yield Loss(address=concept.address, message=lost)
    for record in _records(concept):
        texts = (getattr(record, name, None) for name in ("title", "text", "description"))
        if isinstance(record, Element) and not all(is_clean(text) for text in texts if text):
            lost = message("control characters are left out")
            yield Loss(address=record.address, message=lost)


def _records(concept: Concept) -> Iterator[Record]:
    for found in concept.records.values():
        yield from found.records


def _untranslated(page_set: PageSet) -> Iterator[Loss]:
    for page in page_set.pages:
        if page.coverage.lacking:
            lost = message(
                "the page {title!r} in {language}: {number} of {all} texts have no translation and stay as they are",
                title=page.title,
                language=page.language,
                number=page.coverage.lacking,
                all=page.coverage.texts,
            )
            yield Loss(address=page.address, message=lost)


def warnings_of(page_set: PageSet, options: PageOptions) -> Iterator[Loss]:
    """Yield doubtful dates, HTML of templates that the CMS does not keep, and on request what is hard to read."""
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
    if options.readability:
        yield from _hard_to_read(page_set)


def _hard_to_read(page_set: PageSet) -> Iterator[Loss]:
    for page in page_set.pages:
        for sentence in hard_sentences(page.content) if primary_of(page.language) == MEASURED_LANGUAGE else ():
            said = message(
                "the page {title!r} in {language}: very hard to read (Flesch reading ease by Amstad {flesch}, first"
                " Wiener Sachtextformel {grade}): {sentence}",
                title=page.title,
                language=page.language,
                flesch=value_message(round(sentence.flesch)),
                grade=value_message(round(sentence.grade)),
                sentence=sentence.text,
            )
            yield Loss(address=page.address, message=said)


def _doubt(discrepancy: Discrepancy) -> Message:
    return message("told as printed: {text}", text=discrepancy.text)
