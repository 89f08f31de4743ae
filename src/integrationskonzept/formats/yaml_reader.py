"""YAML to plain data with the place of every key and value.

The parser's events are taken as they come and data is built here, because no loader of the
parser reads YAML 1.2 (in which ``no`` is a word), knows positions and refuses doubled keys at
once. Aliases and anchors are refused outright: the layout has no use for them, who reads the
file would have to look for the value elsewhere, and unfolding them is how small files grow huge.
"""

import re
from collections.abc import Iterable
from typing import Any

import yaml

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Place
from integrationskonzept.formats import problems
from integrationskonzept.formats.document import Document
from integrationskonzept.formats.encoding import decode
from integrationskonzept.formats.scalars import LeadingZeroError, UnkeptNumberError, resolve
from integrationskonzept.formats.tree import Tree, unreadable
from integrationskonzept.formats.yaml_errors import syntax_error
from integrationskonzept.model.record import shorten

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where PyYAML was built with it: some twenty times faster, with the same events."""

_DASH_BEGINS_LINE = re.compile(r"[\r\n] *- ")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read(content: bytes) -> Document:
    """Read YAML; raises `InvalidConceptError` where nothing can be made of it."""
    text = decode(content)
    grower = _Grower(text)
    try:
        grower.take_all(yaml.parse(text, Loader=LOADER))
    except InvalidConceptError:
        raise
    except yaml.MarkedYAMLError as error:
        raise syntax_error(grower.tree, text, error) from None
    except (ValueError, OverflowError):  # the parser in Python stumbles over escapes beyond Unicode
        raise syntax_error(grower.tree, text, yaml.MarkedYAMLError(problem="found unknown escape character")) from None
    if not len(grower.tree.marks):
        raise unreadable([problems.EMPTY.finding(Place(line=1, column=1))])
    return Document(grower.tree.data, grower.tree.marks, tuple(grower.tree.findings))


class _Grower:
    """Turns events into data, and into findings where YAML offers more than is accepted."""

    def __init__(self, text: str) -> None:
        self.tree = Tree()
        self._text = text

    def take_all(self, events: Iterable[Any]) -> None:
        """Take events up to the end of the first document."""
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._open(event, {})
            elif kind is yaml.SequenceStartEvent:
                self._open(event, [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.tree.close()
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent and len(self.tree.marks):
                self.tree.note(problems.SECOND_DOCUMENT, *_place(event))
                return

    def _scalar(self, event: Any) -> None:
        line, column = _place(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marking(event, line, column)
        if self.tree.expects_key:
            if event.value == "<<" and not event.style:
                self.tree.note(problems.MERGE_KEY, line, column)
            self.tree.key(event.value, line, column)
        elif event.style:
            self.tree.scalar(self._quoted(event, line, column), line, column)
        else:
            self.tree.scalar(self._plain(event, line, column), line, column)

    def _quoted(self, event: Any, line: int, column: int) -> str:
        text: str = event.value
        half = _SURROGATE.search(text) if event.style == '"' else None
        if half:
            self.tree.note(problems.SURROGATE, line, column, text=f"\\u{ord(half[0]):04x}")
        return text

    def _plain(self, event: Any, line: int, column: int) -> Any:
        text = event.value
        try:
            value = resolve(text)
        except LeadingZeroError:
            self.tree.note(problems.LEADING_ZERO, line, column, text=shorten(text).strip("'"))
            return text
        except UnkeptNumberError:
            self.tree.note(problems.NUMBER, line, column, text=shorten(text))
            return text
        start, end = event.start_mark, event.end_mark
        if start.line != end.line and _DASH_BEGINS_LINE.search(self._text[start.index : end.index]):
            self.tree.note(problems.DASH_IN_TEXT, line, column)
        return value

    def _open(self, event: Any, value: list[Any] | dict[str, Any]) -> None:
        line, column = _place(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marking(event, line, column)
        if self.tree.expects_key:
            raise self.tree.stop(problems.KEY_NOT_TEXT, line, column)
        self.tree.open(value, line, column)

    def _alias(self, event: Any) -> None:
        line, column = _place(event)
        text = f"*{event.anchor}"
        self.tree.note(problems.ALIAS, line, column, text=shorten(text))
        if self.tree.expects_key:
            self.tree.key(text, line, column)
        else:
            self.tree.scalar(None, line, column)

    def _refuse_marking(self, event: Any, line: int, column: int) -> None:
        if event.anchor is not None:
            self.tree.note(problems.ALIAS, line, column, text=shorten(f"&{event.anchor}"))
        if event.tag is not None:
            self.tree.note(problems.TAG, line, column, text=shorten(event.tag))


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
