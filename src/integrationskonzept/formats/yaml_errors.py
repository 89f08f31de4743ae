"""Translate errors of the YAML parser into problems with hints."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import yaml
from attrs import frozen

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Problem
from integrationskonzept.formats import problems
from integrationskonzept.formats.document_builder import DocumentBuilder
from integrationskonzept.formats.yaml_remarks import no_break_spaces
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model import value_problems
from integrationskonzept.model.plain import MAX_DEPTH


@frozen
class _Case:
    """An error of the parser and its meaning for the author of the file."""

    phrases: tuple[str, ...]
    """Parts of the parser's sentence, any of which identifies the case."""
    problem: Problem = problems.SYNTAX
    at_start: bool = False
    """Whether the mistake is at the beginning of the construct, and not where the parser stopped."""
    values: Mapping[str, Any] = MappingProxyType({})
    hint: Message | None = None


def _syntax(*phrases: str, reason: Message, hint: Message | None = None, at_start: bool = False) -> _Case:
    return _Case(phrases, at_start=at_start, values={"format": "YAML", "reason": reason}, hint=hint)


_IN_QUOTES = message("put the text in quotes")

_CLOSE_QUOTE = message(
    'close the quote where the text ends; inside single quotes write a quote twice, inside double quotes as \\"'
)

_CASES = (
    _Case(("tab character", "character '\\t'"), problems.TAB),
    _Case(
        ("nesting depth",), value_problems.TOO_DEEP, values={"limit": MAX_DEPTH}
    ),  # the parser in C has a limit of its own
    _Case(("mapping values are not allowed",), problems.COLON),
    _Case(
        ("unexpected end of stream", "unexpected document"),
        problems.CUT_OFF,
        at_start=True,
        values={"opened": problems.A_TEXT},
    ),
    _Case(("scanning an alias",), problems.ALIAS, at_start=True, values={"text": "'*'"}),
    _Case(("scanning an anchor",), problems.ALIAS, at_start=True, values={"text": "'&'"}),
    _Case((" a tag", "tag handle"), problems.TAG, at_start=True, values={"text": "'!'"}),
    _Case(("<document start>",), problems.SECOND_DOCUMENT),
    _syntax(
        "flow sequence",
        "flow mapping",
        reason=message("the bracket opened here is not closed, or a comma is missing in it"),
        hint=message("close the bracket, or put a text that begins with one in quotes"),
        at_start=True,
    ),
    _syntax(
        "cannot start any token", reason=message("no text without quotes may begin with this sign"), hint=_IN_QUOTES
    ),
    _syntax(
        "find expected ':'",
        reason=message("after this key there is no colon"),
        hint=message("put a colon and a space after the key, or indent a line that continues a text"),
        at_start=True,
    ),
    _syntax(
        "unknown escape",
        "escape sequence",
        "invalid Unicode character",
        reason=message("a backslash in double quotes begins an escape, and this is none"),
        hint=message("write two backslashes, or use single quotes"),
    ),
    _syntax("block scalar", reason=message("after | or > the text begins on the next line"), hint=_IN_QUOTES),
    _syntax(
        "sequence entries are not allowed",
        reason=message("a list cannot begin on the line of its key"),
        hint=message("begin the list on the next line, or put a text that begins with a dash in quotes"),
    ),
    _syntax("node content", reason=message("here a value is expected"), hint=_IN_QUOTES),
    _syntax(
        "expected key",
        "'-' indicator",
        "<block end>",
        reason=message("this does not fit the lines before"),
        hint=message("check how far the line is indented, and whether a text in quotes ends too early"),
    ),
)


def syntax_error(
    builder: DocumentBuilder, text: str, error: yaml.MarkedYAMLError, quoted: Any = None
) -> InvalidConceptError:
    """Return the error for an exception of the parser, with all findings before it.

    `quoted` is the last quoted text of several lines: if the parser fails directly after it, its quote was not
    closed.
    """
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
    if marks and (offsets := no_break_spaces(text, marks[0].line)):
        for offset in offsets:
            if not builder.is_reported(offset):
                builder.report(problems.NO_BREAK_SPACE, offset)
        return builder.stopped()
    if quoted and any(mark.line == quoted.end_mark.line and mark.index >= quoted.end_mark.index for mark in marks):
        reason = message("the text in quotes that begins here ends only in line {line}", line=quoted.end_mark.line + 1)
        return builder.stop(problems.SYNTAX, quoted.start_mark.index, hint=_CLOSE_QUOTE, format="YAML", reason=reason)
    parser_message = f"{error.context} {error.problem}"
    case = next((case for case in _CASES if any(part in parser_message for part in case.phrases)), None)
    mark = next(iter(marks[::-1] if case and case.at_start else marks), None)
    where = mark.index if mark else 0
    if mark and "cannot start any token" in parser_message and text[mark.index : mark.index + 1] == "\t":
        case = _CASES[0]
    if case is None:
        return builder.stop(problems.SYNTAX, where, format="YAML", reason=error.problem)
    return builder.stop(case.problem, where, hint=case.hint, **case.values)
