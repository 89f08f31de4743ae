"""Hints that show the layout of a list entry or of a text of several lines."""

from typing import Any

from integrationskonzept.formats.key_names import name_in_file
from integrationskonzept.formats.yaml_writer import is_plain
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.record import Record

_NAMING = ("title", "name", "provider", "text")
"""Keys that a bare text is most likely meant for."""

_LONG_TEXTS = ("description", "text", "note")
"""Keys of long texts."""

_LONGEST = 60
"""Characters up to which a value is repeated in a hint."""


def entry_hint(kind: Any, value: Any) -> Message:
    """Return a hint that shows a list entry of this type, with `value` in it if that is a text."""
    shown = value if isinstance(value, str) and is_plain(value) and len(value) <= _LONGEST else "…"
    if not (isinstance(kind, type) and issubclass(kind, Record) and kind.SHORT is None):
        return message("begin each item with '- ' on a line of its own: `- {value}`", value=shown)
    first, *others = _lines(kind, shown)
    if not others:
        return message("write each entry below the key: `- {first}`", first=first)
    rest = ", ".join(f"`  {line}`" for line in others)
    return message("write each entry below the key, line by line: `- {first}`, {others}", first=first, others=rest)


def _lines(kind: type[Record], shown: str) -> list[str]:
    """Return the lines of an entry: its required keys, and the key that a text is meant for."""
    keys, required = MODEL[kind].keys, MODEL[kind].expected
    named = next((name for name in _NAMING if name in keys), None)
    names = dict.fromkeys([*required, named] if named and not {*required} & {*_NAMING} else required)
    return [f"{name_in_file(kind, name)}: {shown if name in _NAMING else '…'}" for name in names]


def sentence_hint(kind: type[Record], key: str) -> Message | None:
    """Return the hint for a line of text that was read as a key; None for a key of one word."""
    long_text = next((name for name in _LONG_TEXTS if name in MODEL[kind].keys), None)
    if " " not in key.strip() or long_text is None:
        return None
    return message("if this line continues a text, write all of the text below `{key}: |`, indented", key=long_text)
