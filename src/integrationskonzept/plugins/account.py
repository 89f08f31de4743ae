"""Exports, what they lack, and plugins, as documents."""

from collections.abc import Iterable

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Document,
    Emphasis,
    Item,
    ItemList,
    Marked,
    Paragraph,
    TableColumn,
    TextTable,
    joined,
)
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.format_value import value_message
from integrationskonzept.plugins.contracts import Export, Loss
from integrationskonzept.plugins.plugin_record import PluginInfo, PluginState
from integrationskonzept.plugins.registry import KINDS

_FEW = 8
"""Maximum number of names of one kind; more are counted."""

_STATES = {
    PluginState.OK: message("in use"),
    PluginState.PARTLY: message("in use in part"),
    PluginState.OFF: message("switched off"),
    PluginState.FAILED: message("failed"),
}


def export_document(export: Export, language: str | None = None) -> Document:
    """Return the files of an export, and what of the concept is missing or doubtful in them."""
    columns = (message("file"), message("type"), TableColumn(message("bytes"), numeric=True))
    rows = [(file.name, file.media_type, value_message(len(file.content))) for file in export.files]
    blocks: list[Block] = [TextTable(columns, rows) if rows else Paragraph(message("no file was written"))]
    if export.losses:
        blocks.append(Chapter(message("Not in the export"), losses_list(export.losses)))
    if export.warnings:
        blocks.append(Chapter(message("Doubtful in the export"), losses_list(export.warnings)))
    return Document(title=message("Export"), blocks=blocks, language=language or DEFAULT_LANGUAGE)


def loss_document(loss: Loss, language: str | None = None) -> Document:
    """Return what is missing from an export, or doubtful in it."""
    return Document(title=loss.address, blocks=Paragraph(loss.message), language=language or DEFAULT_LANGUAGE)


def losses_list(losses: Iterable[Loss]) -> ItemList:
    """Return losses as a list; the same loss of several elements is one item."""
    alike: dict[Message, list[str]] = {}
    for loss in losses:
        alike.setdefault(loss.message, []).append(loss.address)
    return ItemList([Item((_addresses(addresses), ": ", said)) for said, addresses in alike.items()])


def _addresses(addresses: list[str]) -> Message | str:
    first, *others = addresses
    return message("{first} and {count} more", first=first, count=len(others)) if others else first


def plugins_document(plugins: Iterable[PluginInfo], language: str | None = None) -> Document:
    """Return plugins with their distribution, their state and what they provide, and the reasons of failures."""
    columns = (
        TableColumn(message("plugin"), priority=0),
        TableColumn(message("state"), priority=0),
        TableColumn(message("distribution"), priority=2),
        TableColumn(message("provides"), priority=1),
    )
    found = tuple(plugins)
    rows = [(one.name, _STATES[one.state], _origin(one), _brief(one.brings)) for one in found]
    blocks: list[Block] = [TextTable(columns, rows)]
    notices = [Item((Marked(one.name), ": ", said)) for one in found for said in (*one.faults, *one.remarks)]
    if notices:
        blocks.append(Chapter(message("Failures and remarks"), ItemList(notices)))
    return Document(title=message("Plugins"), blocks=blocks, language=language or DEFAULT_LANGUAGE)


def plugin_document(plugin: PluginInfo, language: str | None = None) -> Document:
    """Return one plugin."""
    return plugins_document((plugin,), language)


def _origin(plugin: PluginInfo) -> str:
    return f"{plugin.distribution} {plugin.version}" if plugin.distribution else "–"


def _brief(brings: Iterable[str]) -> Content:
    """Return the things that a plugin provides, by kind."""
    by_kind: dict[str, list[str]] = {}
    for thing in brings:
        kind, _, name = thing.partition(" ")
        by_kind.setdefault(kind, []).append(name)
    return joined((_of_kind(kind, names) for kind, names in by_kind.items()), "; ")


def _of_kind(kind: str, names: list[str]) -> Content:
    """Return the names of the things of one kind, or how many there are."""
    title = next((one.title for one in KINDS.values() if one.singular == kind), kind)
    if len(names) <= _FEW:
        return title, " ", Marked(", ".join(names), Emphasis.CODE)
    return (message("{kind} ({count})", kind=title, count=len(names)),)
