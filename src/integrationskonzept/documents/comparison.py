"""The changes between two editions as a document, under headings."""

from collections import Counter
from collections.abc import Iterable, Iterator

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Document,
    ElementLink,
    Item,
    ItemList,
    Marked,
    Paragraph,
    TableColumn,
    TextTable,
)
from integrationskonzept.comparison.changes import Added, Change, Dropped, PlaceChange
from integrationskonzept.comparison.comparability import ASPECTS, Comparability
from integrationskonzept.comparison.compare import Comparison
from integrationskonzept.comparison.kinds import headings, kind_of
from integrationskonzept.documents.titles import counted_title
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.format_value import value_message


def comparison_document(
    comparison: Comparison, language: str | None = None, *, with_addresses: bool = True
) -> Document:
    """Return the changes between two editions under headings, and the guesses what was renamed.

    Args:
        comparison: The comparison.
        language: The language of its sentences.
        with_addresses: Whether the address of each element is written, for those who edit the concept.
    """
    states = {address: state.word for address, state in comparison.not_pursued}
    judgements = {one.address: one.said() for one in comparison.judgements}
    blocks: list[Block] = []
    for title, entries in sections(comparison.changes):
        items = [_item(change, what, states, judgements, with_addresses) for change, what in entries]
        blocks.append(Chapter(counted_title(title, len(items)), ItemList(items)))
    if not blocks:
        blocks.append(Paragraph(message("Nothing changed in content.")))
    if guesses := comparison.suggestions:
        title = message("Perhaps the same under a new id")
        blocks.append(Chapter(counted_title(title, len(guesses)), ItemList(guesses)))
    return Document(title=comparison.heading, blocks=blocks, language=language or DEFAULT_LANGUAGE)


def _item(
    change: Change, what: Message, states: dict[str, Message], judgements: dict[str, Message], with_address: bool
) -> Item:
    """Return a change: the element, its address and its state unless the change itself states it, and what changed."""
    state = None if kind_of(change).ends_measure else states.get(change.address)
    noun = message("{noun} '{title}'", noun=label(change.noun), title=value_message(change.title))
    about: Content = ("; ", state) if state else ()
    judgement = judgements.get(change.address) if isinstance(change, Dropped) else None
    said: Content = ("; ", message("the new edition says of it: {judgement}", judgement=judgement)) if judgement else ()
    link: Content = (ElementLink(change.address, change.address),) if with_address else ()
    around: Content = (" (", *link, *(about if link else about[1:]), ")") if link or about else ()
    return Item((Marked(noun), *around, ": ", what, *said))


def sections(changes: Iterable[Change]) -> Iterator[tuple[Message, list[tuple[Change, Message]]]]:
    """Yield the headings with their changes, each with its sentence.

    An element added or removed together with its containing element is counted there. Changes of
    notes and citations are left out.
    """
    ordered = sorted(changes, key=_rank)
    for heading, types in headings():
        chosen = [change for change in ordered if type(change) in types]
        if types in ([Added], [Dropped]):
            chosen_and_said = list(_with_contents([change for change in chosen if isinstance(change, PlaceChange)]))
        else:
            chosen_and_said = [(change, change.what()) for change in chosen]
        if chosen_and_said:
            yield heading, chosen_and_said


_RANKS = {noun: rank for rank, noun in enumerate(("concept", "field_of_action", "goal", "measure", "indicator"))}


def _rank(change: Change) -> int:
    """Return the sort key: elements a council asks for come first."""
    return _RANKS.get(change.noun, len(_RANKS))


def _with_contents(changes: list[PlaceChange]) -> Iterator[tuple[Change, Message]]:
    """Yield the changes not contained in one of the others, with the count of those contained."""
    by_address = {change.address: change for change in changes}
    contents: dict[str, Counter[str]] = {}
    for change in changes:
        outermost: PlaceChange = change
        while outermost.owner in by_address:
            outermost = by_address[outermost.owner]
        if outermost is not change:
            contents.setdefault(outermost.address, Counter())[change.noun] += 1
    for change in changes:
        if change.owner not in by_address:
            counted = contents.get(change.address)
            yield (
                change,
                message("{what}, with {contents}", what=change.what(), contents=_by_noun(counted))
                if counted
                else change.what(),
            )


def _by_noun(contents: Counter[str]) -> Message:
    return value_message(
        tuple(message("{noun} ({count})", count=count, noun=label(noun)) for noun, count in contents.items())
    )


def comparability_document(found: Comparability, language: str | None = None) -> Document:
    """Return the indicators of several concepts under one catalogue code, and whether they can be compared."""
    columns = [
        TableColumn(label("indicator"), priority=0),
        *(TableColumn(label(name), priority=priority) for priority, name in enumerate(("municipality", "concept"), 1)),
        *(TableColumn(label(name), priority=3) for name in ASPECTS),
    ]
    rows = [
        (
            one.indicator.title,
            one.municipality,
            one.concept,
            *(_stated(read(one.indicator)) for read in ASPECTS.values()),
        )
        for one in found.members
    ]
    blocks = (Paragraph(value_message(found)), TextTable(columns, rows))
    return Document(title=found.catalogue_code, blocks=blocks, language=language or DEFAULT_LANGUAGE)


def _stated(value: object) -> Message | None:
    return None if value in (None, ()) else value_message(value)
