"""The pages of a site: what each tells, and where it is."""

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum

from attrs import frozen

from integrationskonzept import Message, due
from integrationskonzept.blocks import (
    Block,
    Chapter,
    Document,
    ElementLink,
    Item,
    ItemList,
    Paragraph,
    Text,
)
from integrationskonzept.documents import agenda_document, figures, overview_document
from integrationskonzept.documents import report as parts
from integrationskonzept.model import Actor, Decision, FieldOfAction
from integrationskonzept_site.downloads import Download
from integrationskonzept_site.edition import WHOLE, Edition
from integrationskonzept_site.i18n import message

_YEAR = timedelta(days=365)


class Section(StrEnum):
    """The parts of a site, in the order of its navigation."""

    START = "index.html"
    FIELDS = "fields/index.html"
    MEASURES = "measures/index.html"
    INDICATORS = "indicators/index.html"
    ACTORS = "actors/index.html"
    TIMELINE = "timeline.html"
    DUE = "due.html"
    DECISIONS = "decisions.html"
    WHOLE = WHOLE
    SOURCES = "sources.html"
    UNKNOWN = "unknown.html"
    DOWNLOADS = "downloads.html"
    ACCESSIBILITY = "accessibility.html"


TITLES = {
    Section.START: message("Start"),
    Section.FIELDS: message("Fields of action"),
    Section.MEASURES: message("Measures"),
    Section.INDICATORS: message("Indicators"),
    Section.ACTORS: message("Actors"),
    Section.TIMELINE: message("Timeline"),
    Section.DUE: message("What is due"),
    Section.DECISIONS: message("Decisions"),
    Section.WHOLE: message("Everything on one page"),
    Section.SOURCES: message("Sources and doubts"),
    Section.UNKNOWN: message("What the concept does not say"),
    Section.DOWNLOADS: message("Downloads"),
    Section.ACCESSIBILITY: message("Accessibility"),
}
"""Titles of the parts."""


@frozen(kw_only=True)
class Page:
    """A page of a site."""

    path: str
    """Place of the page, without the folder of its language."""
    document: Document
    section: Section
    """Part of the site it belongs to."""
    address: str | None = None
    """The element it is about."""


def pages_of(edition: Edition, downloads: tuple[Download, ...], contact: str | None) -> Iterator[Page]:
    """Yield the pages of a concept in one language."""
    told = {
        Section.START: _start(edition),
        Section.FIELDS: _list_of(edition, [field.address for field in edition.concept.every(FieldOfAction)]),
        Section.MEASURES: _measures(edition),
        Section.INDICATORS: _indicators(edition),
        Section.ACTORS: _list_of(edition, [actor.address for actor in edition.concept.actors]),
        Section.TIMELINE: figures.timeline(edition.evaluation, edition.sentences),
        Section.DUE: _due(edition),
        Section.DECISIONS: _decisions(edition),
        Section.WHOLE: edition.whole.blocks,
        Section.SOURCES: parts.sources_chapter(edition.concept).blocks,
        Section.UNKNOWN: parts.coverage_chapter(edition.evaluation).blocks,
        Section.DOWNLOADS: _downloads(edition, downloads),
        Section.ACCESSIBILITY: _accessibility(edition, contact),
    }
    for section, blocks in told.items():
        title: Text = edition.concept.title if section is Section.START else TITLES[section]
        shown = blocks or (Paragraph(message("The concept says nothing of it.")),)
        yield Page(path=section, document=_document(edition, title, shown), section=section)
    yield from _element_pages(edition)


def _document(edition: Edition, title: Text, blocks: tuple[Block, ...]) -> Document:
    return Document(title=title, blocks=blocks, language=edition.sentences, direction=edition.direction)


def _element_pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for each field of action, measure, indicator and actor."""
    concept, evaluation, language = edition.concept, edition.evaluation, edition.sentences
    for field in concept.every(FieldOfAction):
        yield _element_page(edition, Section.FIELDS, field.address, parts.field_blocks(evaluation, field))
    sheets = parts.FactSheets(evaluation, language)
    for measure in evaluation.measures:
        yield _element_page(edition, Section.MEASURES, measure.address, sheets.chapter(measure).blocks)
    for indicator in evaluation.indicators:
        blocks = parts.indicator_blocks(evaluation, indicator, language)
        yield _element_page(edition, Section.INDICATORS, indicator.address, blocks)
    for actor in concept.every(Actor):
        yield _element_page(edition, Section.ACTORS, actor.address, parts.actor_blocks(concept, actor))


def _element_page(edition: Edition, section: Section, address: str, blocks: tuple[Block, ...]) -> Page:
    title = parts.title_of(edition.concept.element(address))
    document = _document(edition, title, blocks)
    return Page(path=edition.places[address], document=document, section=section, address=address)


def _start(edition: Edition) -> tuple[Block, ...]:
    evaluation = edition.evaluation
    return (
        *parts.compact(overview_document(edition.concept, edition.sentences).blocks),
        Chapter(
            message("How it stands"),
            (parts.totals_list(evaluation.totals), *figures.overview(evaluation, edition.sentences)),
        ),
    )


def _list_of(edition: Edition, addresses: list[str]) -> tuple[Block, ...]:
    concept = edition.concept
    items = [Item((ElementLink(parts.title_of(concept.element(address)), address),)) for address in addresses]
    return (ItemList(items),) if items else ()


def _measures(edition: Edition) -> tuple[Block, ...]:
    return tuple(
        Chapter(title, parts.compact((parts.status_table(measures),)))
        for title, _, measures in parts.measures_by_field(edition.evaluation)
        if measures
    )


def _indicators(edition: Edition) -> tuple[Block, ...]:
    evaluation = edition.evaluation
    if not evaluation.indicators:
        return ()
    picture = parts.FactSheets(evaluation, edition.sentences).picture
    table = parts.indicator_table(evaluation.indicators, edition.concept, evaluation.today, picture)
    return parts.compact((table,))


def _due(edition: Edition) -> tuple[Block, ...]:
    if edition.today is None:
        return ()
    agenda = due(edition.concept, edition.today, edition.today + _YEAR)
    document = agenda_document(agenda, edition.sentences)
    return (Paragraph(document.title), *document.blocks)


def _decisions(edition: Edition) -> tuple[Block, ...]:
    concept = edition.concept
    found, taken = edition.evaluation.open_decisions, concept.every(Decision)
    open_ones = [Chapter(message("Still to be decided"), parts.decision_chapter(found).blocks)] if found else []
    past = [Chapter(message("Decided"), parts.compact((parts.decided_table(taken, concept),)))] if taken else []
    return (*open_ones, *past)


def _downloads(edition: Edition, downloads: tuple[Download, ...]) -> tuple[Block, ...]:
    licence = edition.concept.edition.data_licence
    said = (
        message("The concept as data, under the licence {licence}:", licence=licence)
        if licence
        else message("The concept as data. No licence is stated for it.")
    )
    items = [Item((ElementLink(each.title, each.path),)) for each in downloads]
    return (Paragraph(said), ItemList(items))


def _accessibility(edition: Edition, contact: str | None) -> tuple[Block, ...]:
    town = edition.concept.municipality.name
    texts: list[Message] = [
        message("Who publishes this site: {town}.", town=town),
        message(
            "The site is made to be used without barriers: it follows the Web Content Accessibility Guidelines"
            " (WCAG 2.2, levels A and AA), to which EN 301 549 and the German BITV 2.0 refer."
        ),
        message(
            "The program that writes these pages is tested with axe-core; people have not tested them. Texts of the"
            " concept are as the town wrote them, and may be hard to read."
        ),
        message("The site works without JavaScript, at a width of 320 pixels, in the dark, and on paper."),
    ]
    where = (
        message("Report barriers to: {contact}", contact=contact)
        if contact
        else message(
            "The concept names nobody to report barriers to; please ask the administration: {town}.", town=town
        )
    )
    return (*map(Paragraph, texts), Chapter(message("Found a barrier?"), (Paragraph(where),)))
