"""Read YAML with positions and findings.

The data is built from the parser's events, because no loader of the parser supports YAML 1.2 (in which ``no`` is text),
keeps positions and refuses duplicate keys. Aliases and anchors are refused: the layout does not need them, they hide a
value from the reader of the file, and expanding them can make small files huge.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable
from typing import Any

import yaml

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Place
from integrationskonzept.formats import problems
from integrationskonzept.formats.document_builder import DocumentBuilder, invalid_concept_error
from integrationskonzept.formats.encoding import decode
from integrationskonzept.formats.format import FastPathMissError, ParsedData
from integrationskonzept.formats.positions import Offset
from integrationskonzept.formats.scalars import LeadingZeroError, OtherBaseError, UnkeptNumberError, resolve
from integrationskonzept.formats.yaml_errors import syntax_error
from integrationskonzept.formats.yaml_fast import SURROGATE, read_fast
from integrationskonzept.formats.yaml_remarks import (
    NO_BREAK_SPACES,
    ODD_BEGINNINGS,
    Remark,
    cut_short,
    divided_number,
    hidden_characters,
    may_hide_characters,
    odd_beginning,
)
from integrationskonzept.model import value_problems
from integrationskonzept.printable import shorten

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C if PyYAML has it: some twenty times faster, with the same events."""

_QUOTES = ("'", '"')
_DASH_BEGINS_LINE = re.compile(r"[\r\n] *- ")


def read(content: bytes) -> ParsedData:
    """Return the plain data of a YAML file; raise `InvalidConceptError` if it cannot be read."""
    content = content.removeprefix(BOM_UTF8)
    try:
        return read_fast(content, LOADER(content).get_event)
    except (FastPathMissError, ValueError, OverflowError, yaml.YAMLError):
        return read_with_findings(content)


def read_with_findings(content: bytes) -> ParsedData:
    """Return the plain data of a YAML file like `read_fast`, with all findings about it."""
    text = decode(content)
    reader = _EventReader(text)
    try:
        reader.read_all(iter(LOADER(text).get_event, None))
    except InvalidConceptError:
        raise
    except yaml.MarkedYAMLError as error:
        raise syntax_error(reader.builder, text, error, reader.last_quoted) from None
    except (ValueError, OverflowError):  # the parser in Python fails on escapes beyond Unicode
        raise syntax_error(
            reader.builder, text, yaml.MarkedYAMLError(problem="found unknown escape character")
        ) from None
    if reader.builder.is_empty:
        raise invalid_concept_error([problems.EMPTY.finding(Place(line=1, column=1))])
    return reader.builder.parsed_data(content)


class _EventReader:
    """Reader of events, which reports features of YAML that are not accepted."""

    def __init__(self, text: str) -> None:
        self.builder = DocumentBuilder(text)
        self._text = text
        self.last_quoted: Any = None
        """The last quoted text of several lines."""
        self._may_hide_characters = may_hide_characters(text)

    def read_all(self, events: Iterable[Any]) -> None:
        """Read events up to the end of the first document."""
        for event in events:
            kind, here = type(event), event.start_mark.index
            if kind is yaml.ScalarEvent:
                self._scalar(event, here)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.builder.close()
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open(event, here)
            elif kind is yaml.AliasEvent:
                self._alias(event, here)
            elif kind is yaml.DocumentStartEvent and not self.builder.is_empty:
                self.builder.report(problems.SECOND_DOCUMENT, here)
                return

    def _scalar(self, event: Any, here: Offset) -> None:
        self._report_anchor_and_tag(event, here)
        self._remark(event, here)
        if self.builder.expects_key:
            if event.value == "<<" and not event.style:
                self.builder.report(problems.MERGE_KEY, here)
            self.builder.add_key(event.value, here)
        elif event.style:
            self.builder.add_value(self._quoted(event, here) if event.style == '"' else event.value, here)
        else:
            self.builder.add_value(self._plain(event, here), here)

    def _remark(self, event: Any, here: Offset) -> None:
        """Report a scalar that is valid YAML but probably a mistake."""
        is_key, end = self.builder.expects_key, event.end_mark.index
        if is_key and not event.style and event.value.startswith(NO_BREAK_SPACES):
            self.builder.report(problems.NO_BREAK_SPACE, here)
        elif self._may_hide_characters:
            self._add_remarks(hidden_characters(self._text, here, end))
        if not event.style:
            self._add_remarks(divided_number(self._text, here))
        if not event.style and not is_key:
            if event.value[:1] in ODD_BEGINNINGS:
                self._add_remarks(odd_beginning(event.value, self.builder.last_key, here))
            self._add_remarks(cut_short(self._text, end))
        elif event.style in _QUOTES and event.start_mark.line != event.end_mark.line:
            self.last_quoted = event

    def _add_remarks(self, remarks: Iterable[Remark]) -> None:
        for problem, offset, values in remarks:
            self.builder.remark(problem, offset, **values)

    def _quoted(self, event: Any, here: Offset) -> Any:
        surrogate = SURROGATE.search(event.value)
        if surrogate:
            self.builder.report(problems.SURROGATE, here, text=f"\\u{ord(surrogate[0]):04x}")
        return event.value

    def _plain(self, event: Any, here: Offset) -> Any:
        text = event.value
        start, end = event.start_mark, event.end_mark
        if start.line != end.line and _DASH_BEGINS_LINE.search(self._text[start.index : end.index]):
            self.builder.report(problems.DASH_IN_TEXT, here)
        try:
            return resolve(text)
        except OtherBaseError:
            self.builder.report(problems.OTHER_BASE, here, text=shorten(text).strip("'"))
        except LeadingZeroError:
            self.builder.report(problems.LEADING_ZERO, here, text=shorten(text).strip("'"))
        except UnkeptNumberError:
            self.builder.report(value_problems.NUMBER, here, text=shorten(text))
        return text

    def _open(self, event: Any, here: Offset) -> None:
        self._report_anchor_and_tag(event, here)
        if self.builder.expects_key:
            raise self.builder.stop(problems.KEY_NOT_TEXT, here)
        self.builder.open({} if type(event) is yaml.MappingStartEvent else [], here)

    def _alias(self, event: Any, here: Offset) -> None:
        text = f"*{event.anchor}"
        self.builder.report(problems.ALIAS, here, text=shorten(text))
        if self.builder.expects_key:
            self.builder.add_key(text, here)
        else:
            self.builder.add_value(None, here)

    def _report_anchor_and_tag(self, event: Any, here: Offset) -> None:
        if event.anchor is not None:
            self.builder.report(problems.ALIAS, here, text=shorten(f"&{event.anchor}"))
        if event.tag is not None:
            self.builder.report(problems.TAG, here, text=shorten(event.tag))
