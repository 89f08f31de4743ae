"""Every stated attribute of a record, as blocks: made from the description of the model.

What a record says in one line (`record_lines`) comes first; everything else that is stated stands below it, so that
no text is left out.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Definition,
    DefinitionList,
    Emphasis,
    Hyperlink,
    Inline,
    Item,
    ItemList,
    Marked,
    Paragraph,
    listed,
)
from integrationskonzept.documents.record_lines import Line, line
from integrationskonzept.documents.titles import link, title_attribute, title_of
from integrationskonzept.i18n.messages import Message, added_label, label, message
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.element import Addressed, Element
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.metric import Metric
from integrationskonzept.model.record import Record

CHAPTERS = (FieldOfAction, Goal, Measure)
"""Classes whose elements have a chapter each."""

_SHORT_TEXT = 40
"""Longest text that stands in a row of texts; longer ones are items of a list."""
_LINKED = frozenset({"url", "website"})


@frozen
class Account:
    """Writes records as blocks, with titles of the concept in place of ids."""

    concept: Concept | None
    with_addresses: bool = True
    """Whether the address of an element stands beside its title, for those who edit the concept."""

    def chapter(self, element: Addressed, *before: Block) -> Chapter:
        """Return a chapter about an element: `before`, every stated attribute, and the chapters of what it contains."""
        named = title_attribute(element)
        covers = frozenset(filter(None, (named, "number" if named or hasattr(element, "title") else None)))
        found = Definition(message("address"), Marked(element.address, Emphasis.CODE))
        stated = [each for facts in self.definitions(element, covers=covers) for each in facts.definitions]
        facts = DefinitionList((*stated, found) if self.with_addresses else stated)
        told = (facts,) if facts.definitions else ()
        return Chapter(title_of(element), (*before, *told, *self.contained(element)), element.address)

    def contained(self, record: Record) -> Iterator[Chapter]:
        """Yield chapters about the fields, goals and measures that a record contains."""
        for attribute in MODEL[type(record)].records:
            if attribute.kind in CHAPTERS and (found := getattr(record, attribute.name)):
                yield Chapter(label(attribute.name), tuple(map(self.chapter, found)))

    def definitions(
        self, record: Record, *, covers: frozenset[str] = frozenset(), unit: str | None = None
    ) -> tuple[DefinitionList, ...]:
        """Return the stated attributes of a record as a list of definitions, if there are any beside those covered."""
        unit = record.unit if isinstance(record, Metric) else unit
        stated = (each for each in stated_attributes(record) if each.name not in covers and each.kind not in CHAPTERS)
        found = [self._definition(each, getattr(record, each.name), unit) for each in stated]
        found += [Definition(added_label(key) or key, _foreign(value)) for key, value in record.extra.items()]
        return (DefinitionList(found),) if found else ()

    def _definition(self, attribute: AttributeDescription, value: Any, unit: str | None) -> Definition:
        term = label(attribute.name)
        values = value if attribute.many else (value,)
        if attribute.type is ValueType.RECORD:
            items = [self.item(each, unit) for each in values]
            if not attribute.many:
                return Definition(term, items[0].content, items[0].below)
            if all(isinstance(each, Involvement) for each in values) and not any(item.below for item in items):
                return Definition(term, listed(item.content for item in items))
            return Definition(term, (), ItemList(items))
        if attribute.type is ValueType.TEXT and not attribute.noun:
            return _texts(term, attribute, values)
        return Definition(term, listed(self._value(attribute, each) for each in values))

    def _value(self, attribute: AttributeDescription, value: Any) -> Inline:
        if attribute.noun is None:
            return value_message(value)
        return link(self.concept, value if attribute.noun == "*" else f"{attribute.noun}/{value}")

    def item(self, record: Record, unit: str | None = None) -> Item:
        """Return a record as an item of a list: its line, and below it what the line does not say."""
        line = self.line(record, unit)
        return Item(line.content, self.definitions(record, covers=line.covers, unit=unit))

    def line(self, record: Record, unit: str | None = None) -> Line:
        """Return what is said of a record in one line."""
        if compact := line(record, self.concept, unit):
            return compact
        if isinstance(record, Element) and (named := title_attribute(record)):
            address: Content = (" (", Marked(record.address, Emphasis.CODE), ")") if self.with_addresses else ()
            return Line((Marked(title_of(record)), *address), frozenset({named, "number"}))
        bare = MODEL[type(record)].bare
        if bare is not None and (value := getattr(record, bare.name)):
            return Line((value if type(value) is str else value_message(value),), frozenset({bare.name}))
        return Line((), frozenset())


def stated_attributes(record: Record) -> Iterator[AttributeDescription]:
    """Yield the attributes of a record that are stated, apart from its id; those about its sources come last."""
    for name, attribute in MODEL[type(record)].in_files.items():
        value = getattr(record, name)
        if name != "id" and value is not None and value not in ((), attribute.default):
            yield attribute


def _texts(term: Message, attribute: AttributeDescription, values: Iterable[str]) -> Definition:
    """Return one text with its paragraphs, or several: short ones in a row, others as a list."""
    texts = [text for text in values if text.strip()]
    if attribute.name in _LINKED:
        return Definition(term, listed(Hyperlink(text, text) for text in texts))
    if attribute.name == "inferred":
        return Definition(term, listed(label(text) for text in texts))
    if not attribute.many and texts:
        first, *others = paragraphs(texts[0])
        return Definition(term, first, tuple(map(Paragraph, others)))
    if all(len(text) <= _SHORT_TEXT for text in texts):
        return Definition(term, listed(texts))
    return Definition(term, (), ItemList(texts))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, which empty lines separate."""
    return [part for part in text.split("\n\n") if part.strip()] or [text]


def _foreign(value: Any) -> Content:
    """Return an attribute of the town's own: text as it is, a list or mapping as JSON."""
    if isinstance(value, str):
        return (value,)
    is_plain = value is None or isinstance(value, bool | int | float)
    return (value_message(value) if is_plain else json.dumps(value, default=dict, ensure_ascii=False),)
