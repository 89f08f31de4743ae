"""The sources of a concept, and where it contradicts itself or the facts."""

from collections.abc import Iterator

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Definition,
    DefinitionList,
    ElementLink,
    ItemList,
    ListStyle,
    TableColumn,
    TextTable,
)
from integrationskonzept.documents.record import Account
from integrationskonzept.documents.report.compact import compact
from integrationskonzept.documents.titles import title_of
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.provenance import Discrepancy

_FACTS = ("as_of", "adopted_on", "publisher", "authors", "data_licence", "url")


def sources_chapter(concept: Concept) -> Chapter:
    """Return where a report comes from: the edition, its references, and its discrepancies."""
    return Chapter(message("Sources and doubts"), tuple(_blocks(concept)))


def _blocks(concept: Concept) -> Iterator[Block]:
    facts = [Definition(label("concept"), concept.title)]
    stated = ((name, getattr(concept.edition, name)) for name in _FACTS)
    facts += [Definition(label(name), value_message(value)) for name, value in stated if value not in (None, ())]
    yield DefinitionList(facts)
    if concept.references:
        account = Account(concept, with_addresses=False)
        items = ItemList(map(account.item, concept.references), ListStyle.NUMBERS)
        yield Chapter(label("references"), compact((items,)))
    found = concept.every(Discrepancy)
    if found:
        columns = (
            TableColumn(message("concerns"), priority=0),
            TableColumn(message("doubt"), priority=0),
            TableColumn(label("resolution"), priority=1),
        )
        rows = [(_around(one, concept), one.text, value_message(one.resolution)) for one in found]
        yield Chapter(label("discrepancies"), TextTable(columns, rows))


def _around(one: Discrepancy, concept: Concept) -> Content:
    around = concept.parent(one.address)
    return (ElementLink(title_of(around), around.address),) if around is not None else ()
