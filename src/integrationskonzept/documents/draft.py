"""Drafts as documents: what a draft contains, what is doubtful in it, and what was recognised."""

from collections.abc import Sequence

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Document,
    Emphasis,
    Item,
    ItemList,
    ListStyle,
    Marked,
    Paragraph,
    TableColumn,
    TextTable,
)
from integrationskonzept.documents.titles import counted_title
from integrationskonzept.drafts.draft import Doubt, Draft, Recognised, RecognisedLabel, RecognisedTable
from integrationskonzept.drafts.review import name_of
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.printable import shorten

_NAMES = {
    "measures": message("a measure in each row"),
    "offers": message("existing offers"),
    "activities": message("activities"),
    "timeline": message("timeline"),
}


def draft_document(draft: Draft, language: str | None = None) -> Document:
    """Return the number of elements in a draft, and its doubts by kind."""
    blocks: list[Block] = [Paragraph(_counts(draft))]
    codes = dict.fromkeys(doubt.code for doubt in draft.doubts)
    for code in codes:
        doubts = [doubt for doubt in draft.doubts if doubt.code == code]
        items = ItemList([_item(doubt) for doubt in doubts], ListStyle.LINES)
        blocks.append(Chapter(counted_title(name_of(code), len(doubts)), items))
    return Document(
        title=message("Draft of {title}", title=draft.concept.title),
        blocks=blocks,
        language=language or DEFAULT_LANGUAGE,
    )


def _counts(draft: Draft) -> Message:
    concept = draft.concept
    return message(
        "measures: {measures}, indicators: {indicators}, offers: {offers}, activities: {activities}, doubts: {doubts}",
        measures=len(concept.measures),
        indicators=len(concept.indicators),
        offers=len(concept.offers),
        activities=len(concept.activities) + len(concept.action_days),
        doubts=len(draft.doubts),
    )


def _item(doubt: Doubt) -> Item:
    return Item((doubt.place, ": ", doubt.message, " – ", Marked(shorten(doubt.quotation), Emphasis.QUIET)))


def recognised_document(recognised: Recognised, language: str | None = None) -> Document:
    """Return labels, tables and headings of a document with what they were read as, for the layout of a town."""
    known = [label for label in recognised.labels if label.attribute is not None]
    unknown = [label for label in recognised.labels if label.attribute is None]
    blocks: list[Block] = []
    if known:
        blocks.append(Chapter(message("Labels"), _labels(known)))
    if unknown:
        lines = [Item(Marked(f'"{label.printed}" = "description"', Emphasis.CODE)) for label in unknown]
        explained = Paragraph(
            message(
                "Copy these lines below [labels] into the layout of your town, and name the attribute that is meant;"
                " 'ignore' is for text that is no part of the concept."
            )
        )
        blocks.append(Chapter(message("Unknown labels"), (explained, ItemList(lines, ListStyle.LINES))))
    if recognised.tables:
        blocks.append(Chapter(message("Tables"), _tables(recognised.tables)))
    if recognised.headings:
        items = [Item(heading or message("before the first heading")) for heading in recognised.headings]
        blocks.append(Chapter(message("Headings with text that is not in the draft"), ItemList(items, ListStyle.LINES)))
    if not blocks:
        blocks.append(Paragraph(message("nothing was recognised")))
    return Document(title=message("What was recognised"), blocks=blocks, language=language or DEFAULT_LANGUAGE)


def _labels(labels: Sequence[RecognisedLabel]) -> TextTable:
    columns = (
        TableColumn(message("Label")),
        TableColumn(message("Read as")),
        TableColumn(message("Count"), numeric=True),
        TableColumn(message("Certainty")),
    )
    rows = [(label.printed, label.attribute, str(label.count), _certainty(label)) for label in labels]
    return TextTable(columns, rows)


def _tables(tables: Sequence[RecognisedTable]) -> TextTable:
    columns = (
        TableColumn(message("Header")),
        TableColumn(message("Read as")),
        TableColumn(message("Count"), numeric=True),
    )
    rows = [(table.header, _NAMES.get(table.kind, table.kind), str(table.count)) for table in tables]
    return TextTable(columns, rows)


def _certainty(label: RecognisedLabel) -> Message:
    return message("sure") if label.is_sure else message("by similarity")
