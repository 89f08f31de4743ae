"""Blocks in fewer lines, with every text: short lists become parts of a sentence, empty columns are left out."""

from collections.abc import Iterable

import attrs

from integrationskonzept.blocks.text import inline_text
from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Definition,
    DefinitionList,
    Item,
    ItemList,
    ListStyle,
    TextTable,
    joined,
)
from integrationskonzept.blocks.words import capitalised

_SHORT = 60
"""Longest item, in characters, that is written in a row with others."""
_ROW = 160
"""Longest row of items."""
_BRACKETS = 120
"""Longest text that stands in brackets after what it is about."""


def compact(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks that take less room, with every text."""
    return tuple(map(_block, blocks))


def _block(block: Block) -> Block:
    match block:
        case Chapter():
            return attrs.evolve(block, blocks=compact(block.blocks))
        case DefinitionList(definitions):
            return DefinitionList(map(_definition, definitions))
        case ItemList(items):
            return attrs.evolve(block, items=tuple(map(_item, items)))
        case TextTable():
            return _without_empty_columns(block)
    return block


def _without_empty_columns(table: TextTable) -> TextTable:
    """Return a table without the columns in which no row has anything; the first column stays."""
    kept = [place for place in range(len(table.columns)) if not place or any(row[place] for row in table.rows)]
    columns = tuple(table.columns[place] for place in kept)
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return attrs.evolve(table, columns=columns, rows=rows)


def _definition(one: Definition) -> Definition:
    below = compact(one.below)
    match below:
        case (ItemList((Item(content, inner),), ListStyle.BULLETS),) if not one.content:
            return _definition(Definition(one.term, content, inner))
        case (ItemList(items, ListStyle.BULLETS),) if not one.content and (row := _row(items)):
            return Definition(one.term, row)
        case (DefinitionList(definitions),) if (said := _sentence(definitions)) is not None:
            return Definition(one.term, (*one.content, " (", *said, ")") if one.content else said)
    return Definition(one.term, one.content, below)


def _item(one: Item) -> Item:
    below = compact(one.below)
    match below:
        case (DefinitionList(definitions),) if (said := _sentence(definitions)) is not None:
            return Item(_beside(one.content, said))
    return Item(one.content, below)


def _beside(content: Content, said: Content) -> Content:
    """Return what an item is about with what is said of it: in brackets, or after a dash where that is long."""
    if not content:
        return said
    is_long = len(inline_text(said, "en")) > _BRACKETS
    return (*content, " – ", *said) if is_long else (*content, " (", *said, ")")


def _sentence(definitions: Iterable[Definition]) -> Content | None:
    """Return definitions in a row; None where one of them has other blocks below it than a list."""
    found = [_with_list(each) for each in definitions]
    if any(each.below for each in found):
        return None
    return joined(((capitalised(each.term), ": ", *each.content) for each in found), " · ")


def _with_list(one: Definition) -> Definition:
    """Return a definition with the items of its list in a row."""
    match one.below:
        case (ItemList(items, ListStyle.BULLETS),) if not one.content and not any(item.below for item in items):
            return Definition(one.term, joined((item.content for item in items), "; "))
    return one


def _row(items: Iterable[Item]) -> Content | None:
    """Return short items in a row; None where one of them is long or has blocks below it."""
    found = tuple(items)
    lengths = [len(inline_text(item.content, "en")) for item in found]
    if any(item.below for item in found) or max(lengths, default=0) > _SHORT or sum(lengths) > _ROW:
        return None
    return joined((item.content for item in found), "; ")
