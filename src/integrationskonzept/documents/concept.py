"""A concept, or one of its elements, told in full."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Definition,
    DefinitionList,
    Document,
    ElementLink,
    ItemList,
    Paragraph,
    TableColumn,
    Text,
    TextTable,
    joined,
    listed,
)
from integrationskonzept.documents.record import CHAPTERS, Account
from integrationskonzept.documents.record_lines import line
from integrationskonzept.documents.titles import language_of_concept, pursuit_mark, status_mark, title_of
from integrationskonzept.errors import InternalConceptError
from integrationskonzept.evaluation.current_status import current_status, pursuit
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.edition import Edition
from integrationskonzept.model.element import Addressed, Element
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.partial_date import PartialDate

_COUNTED = {"fields_of_action": FieldOfAction, "goals": Goal, "measures": Measure, "indicators": Indicator}


def concept_document(concept: Concept, language: str | None = None) -> Document:
    """Return the public view of a concept in full: an overview, and then everything it states.

    A concept that is internal as a whole is named by its id, with the reason why it is not shown.
    """
    return _public(concept, whole_document, language)


def public_overview(concept: Concept, language: str | None = None) -> Document:
    """Return the facts, the counts and the measures of the public view of a concept."""
    return _public(concept, overview_document, language)


def _public(concept: Concept, write: Callable[[Concept, str | None], Document], language: str | None) -> Document:
    try:
        return write(concept.public(), language)
    except InternalConceptError as error:
        spoken = language or language_of_concept(concept)
        return Document(title=concept.id, blocks=Paragraph(error.args[0]), language=spoken)


def overview_document(concept: Concept, language: str | None = None) -> Document:
    """Return the facts, the counts and the measures of a concept, what is internal included."""
    return _document(concept, _overview(concept), language)


def whole_document(concept: Concept, language: str | None = None, *, with_addresses: bool = True) -> Document:
    """Return everything that a concept states, what is internal included.

    Args:
        concept: The concept.
        language: The language of labels and sentences; by default that of the concept.
        with_addresses: Whether the address of each element is written, for those who edit the concept.
    """
    account = Account(concept, with_addresses)
    chapters = []
    for attribute in MODEL[Concept].records:
        value = getattr(concept, attribute.name)
        is_stated = value not in (None, (), attribute.default)
        if not is_stated or attribute.name in _FACTS or not attribute.in_files:
            continue
        if attribute.kind in CHAPTERS:
            chapters.append(Chapter(label(attribute.name), tuple(map(account.chapter, value))))
        elif attribute.many:
            chapters.append(Chapter(label(attribute.name), ItemList(map(account.item, value))))
        else:
            item = account.item(value)
            said = (Paragraph(item.content),) if item.content else ()
            chapters.append(Chapter(label(attribute.name), (*said, *item.below, *account.contained(value))))
    return _document(concept, [*_overview(concept), *chapters], language)


def element_document(element: Addressed, language: str | None = None, concept: Concept | None = None) -> Document:
    """Return everything that is stated of an element, with what is known of its dates and its state.

    Args:
        element: The element.
        language: The language of labels and sentences; by default that of the concept, or else German.
        concept: The concept around it: its titles stand in place of ids.
    """
    before: list[Block] = []
    if concept is not None and isinstance(element, Element):
        found = pursuit(element, concept)
        before = [] if found.stands else [Paragraph((pursuit_mark(found), ": ", found.reason))]
    chapter = Account(concept).chapter(element, *before)
    spoken = language or (language_of_concept(concept) if concept else DEFAULT_LANGUAGE)
    return Document(
        title=message("{noun}: {title}", noun=label(element.noun), title=value_message(title_of(element))),
        blocks=chapter.blocks,
        language=spoken,
    )


def _document(concept: Concept, blocks: Iterable[Block], language: str | None) -> Document:
    return Document(title=concept.title, blocks=tuple(blocks), language=language or language_of_concept(concept))


_FACTS = frozenset({"period"})
"""Attributes of the concept that hold records and stand in full in its overview."""


def _overview(concept: Concept) -> Iterator[Block]:
    edition = concept.edition
    yield DefinitionList(
        (
            Definition(label("municipality"), concept.municipality.name),
            *_own_facts(concept),
            *(Definition(label(name), value_message(day)) for name, day in _dates(edition) if day),
        )
    )
    counts = ((label(name), len(concept.every(kind))) for name, kind in _COUNTED.items())
    yield Paragraph(joined(((name, f": {count}") for name, count in counts if count), " · "))
    for title, measures in _by_field(concept):
        yield Chapter(title, TextTable(_COLUMNS, [_measure(measure, concept) for measure in measures]))


def _own_facts(concept: Concept) -> Iterator[Definition]:
    """Yield the concept's period and what it states in single values."""
    told_below = {each.name for each in MODEL[Concept].records if each.name not in _FACTS}
    for facts in Account(concept).definitions(concept, covers=frozenset({"title", *told_below})):
        yield from facts.definitions


def _dates(edition: Edition) -> tuple[tuple[str, PartialDate | None], ...]:
    return ("as_of", edition.as_of), ("adopted_on", edition.adopted_on)


_COLUMNS = (
    TableColumn(label("measure"), priority=0),
    TableColumn(label("leads")),
    TableColumn(label("time_frames"), priority=2),
    TableColumn(message("status"), priority=0),
    TableColumn(label("indicators"), numeric=True, priority=3),
)


def _by_field(concept: Concept) -> Iterator[tuple[Text, list[Measure]]]:
    """Yield the measures under the title of their field of action, in the order of the concept."""
    groups: dict[str, list[Measure]] = {}
    for measure in concept.measures:
        field = concept.field_of(measure.address)
        groups.setdefault(title_of(field) if field else "", []).append(measure)
    for title, measures in groups.items():
        yield title or message("Overarching measures"), measures


def _measure(measure: Measure, concept: Concept) -> tuple[Content, ...]:
    frames = [found.content for each in measure.time_frames if (found := line(each, concept, None))]
    leads = [found.content for each in measure.leads if (found := line(each, concept, None))]
    return (
        (ElementLink(title_of(measure), measure.address),),
        listed(leads),
        joined(frames, "; "),
        (status_mark(pursuit(measure, concept), current_status(measure, concept, date.max)),),
        (str(len(measure.indicators)),),
    )
