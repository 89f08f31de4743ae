"""The key or value that is being typed in a YAML file, read from the lines before it, which need not be valid."""

import re

from attrs import frozen

from integrationskonzept.editor import EditedText

_KEY = re.compile(r"""^(?P<indent>[ ]*(?:-[ ]+)*)(?P<quote>['"]?)(?P<key>[\w-]+)(?P=quote)[ ]*:(?=\s|$)""")
_KEY_INSIDE = re.compile(r"""^(?:.*[{,\s])?['"]?(?P<key>[\w-]+)['"]?[ ]*:\s+(?P<value>[^{}]*)$""")
_ITEM = re.compile(r"^(?P<indent>[ ]*)-(?:[ ]|$)")
_WORD = re.compile(r"[\w./-]*$")


@frozen(kw_only=True)
class Typing:
    """A value that is being typed."""

    key: str
    """The key whose value it is, or is an item of."""
    word: str
    """What there is of it before the cursor."""


def typing_at(text: EditedText, line: int, column: int) -> Typing | None:
    """Return the value that is being typed at a place, counted from 1; None where it is a key or a comment."""
    before = text.lines[line - 1][: column - 1]
    if re.search(r"(?:^|\s)#", before):
        return None
    found = _WORD.search(before)
    word = found[0] if found else ""
    inside = _KEY_INSIDE.search(before)
    if inside and _is_one_value(inside["value"]):
        return Typing(key=inside["key"], word=word)
    item = _ITEM.match(before)
    key = _key_above(text, line, len(item["indent"]), is_item=True) if item else _key_above_bracket(text, line)
    return Typing(key=key, word=word) if key else None


def _is_one_value(value: str) -> bool:
    """Return whether what follows a key is one value, or a list that is still open."""
    return (value.lstrip().startswith("[") and "]" not in value) or not re.search(r"[,\[\]]|\s\S+\s", value.strip())


def _key_above(text: EditedText, line: int, indent: int, *, is_item: bool) -> str | None:
    """Return the key without a value above a line that holds the list with items at this indentation."""
    for above in reversed(text.lines[: line - 1]):
        found = _KEY.match(above)
        at = len(above) - len(above.lstrip())
        if not above.strip() or above.lstrip().startswith("#") or (at == indent and _ITEM.match(above)):
            continue
        if found and len(found["indent"]) <= indent:
            return found["key"] if not above[found.end() :].partition(" #")[0].strip() else None
        if at < indent and is_item:
            return None
    return None


def _key_above_bracket(text: EditedText, line: int) -> str | None:
    """Return the key of a list in brackets that a line above has opened."""
    for above in reversed(text.lines[max(0, line - 40) : line - 1]):
        inside = _KEY_INSIDE.search(above)
        if inside and inside["value"].startswith("[") and "]" not in inside["value"]:
            return inside["key"]
        if "]" in above or _KEY.match(above):
            return None
    return None
