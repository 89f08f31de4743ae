"""Hints that show a whole entry of a list, or where a text of several lines belongs."""

from typing import Any

import attrs

from integrationskonzept.formats.field_order import attributes, keys
from integrationskonzept.formats.yaml_writer import is_plain
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.record import Record

_NAMING = ("title", "name", "provider", "text")
"""Keys that a text alone is most likely meant for."""

_TELLING = ("description", "text", "note")
"""Keys of long texts."""

_LONGEST = 60
"""Characters of a value that are repeated in a hint."""


def entry_hint(kind: Any, value: Any) -> Message:
    """Show how entries of this kind are written as a list, with `value` in the first where it is a text."""
    shown = value if isinstance(value, str) and is_plain(value) and len(value) <= _LONGEST else "…"
    if not (isinstance(kind, type) and issubclass(kind, Record) and kind.SHORT is None):
        return message("begin each item with '- ' on a line of its own: `- {value}`", value=shown)
    first, *others = _lines(kind, shown)
    if not others:
        return message("write each entry below the key: `- {first}`", first=first)
    rest = ", ".join(f"`  {line}`" for line in others)
    return message("write each entry below the key, line by line: `- {first}`, {others}", first=first, others=rest)


def _lines(kind: type[Record], shown: str) -> list[str]:
    """Return the lines of an entry: the keys it must have, and that which a text is meant for."""
    required = [each.name for each in attributes(kind) if each.default is attrs.NOTHING]
    named = next((name for name in _NAMING if name in keys(kind)), None)
    names = dict.fromkeys([*required, named] if named and not {*required} & {*_NAMING} else required)
    return [f"{name}: {shown if name in _NAMING else '…'}" for name in names]


def sentence_hint(kind: type[Record], key: str) -> Message | None:
    """Show where a text belongs of which a line was taken for a key; None for a key of one word."""
    telling = next((name for name in _TELLING if name in keys(kind)), None)
    if " " not in key.strip() or telling is None:
        return None
    return message("if this line continues a text, write all of the text below `{key}: |`, indented", key=telling)
