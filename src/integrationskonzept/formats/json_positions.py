"""Read JSON with positions and findings.

It reads token by token, slower than the standard library, and only if the fast path failed or a position is needed.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from integrationskonzept.formats import problems
from integrationskonzept.formats.document_builder import DocumentBuilder
from integrationskonzept.formats.positions import Offset
from integrationskonzept.formats.scalars import UnkeptNumberError, exact_float, exact_int
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model import value_problems
from integrationskonzept.printable import shorten

_OPEN_TEXT = r'"[^"\\\x00-\x1f]*+(?:\\.[^"\\\x00-\x1f]*+)*+'
_UNCLOSED = re.compile(_OPEN_TEXT + r"\\?")
_TOKEN = re.compile(
    rf'(?P<space>[ \t\r\n]+)|(?P<symbol>[\[\]{{}},:])|(?P<text>{_OPEN_TEXT}")'
    r"|(?P<number>-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)|(?P<word>-?[A-Za-z]+)|(?P<other>[^\n])"
)
_WORDS = {"null": None, "true": True, "false": False}
_LEADING_ZERO = re.compile(r"-?0[0-9]")
_SURROGATE = re.compile("[\ud800-\udfff]")

_EXPECTED = {
    "value": message("a value"),
    "value or end": message("a value or ]"),
    "key": message("a key in double quotes"),
    "key or end": message("a key in double quotes or }"),
    "colon": message("a colon"),
    "comma": message("a comma or a closing bracket"),
    "nothing": message("nothing more"),
}


@frozen
class _Token:
    kind: str
    written: str
    offset: Offset


def scan(text: str) -> DocumentBuilder:
    """Return a builder with the data of `text`; raise `InvalidConceptError` if it is no JSON."""
    scanner = _Scanner(text)
    for token in _tokens(text, scanner.builder):
        scanner.process(token)
    return scanner.finish()


def _tokens(text: str, builder: DocumentBuilder) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind, at = match.lastgroup or "", match.start()
        if kind == "other":
            raise _unreadable(text, at, builder)
        if kind != "space":
            yield _Token(kind, match[0], at)


def _unreadable(text: str, at: Offset, builder: DocumentBuilder) -> Exception:
    """Return the error for text that is no token."""
    unclosed = _UNCLOSED.match(text, at)
    if unclosed is None:
        reason = message("unexpected character {character}", character=shorten(text[at]))
        return builder.stop(problems.SYNTAX, at, format="JSON", reason=reason)
    if unclosed.end() == len(text):
        return builder.stop(problems.CUT_OFF, at, opened=problems.A_TEXT)
    reason = message("a tab or line break inside a text in quotes")
    return builder.stop(problems.SYNTAX, unclosed.end(), format="JSON", reason=reason)


class _Scanner:
    """Parser that checks the grammar token by token."""

    def __init__(self, text: str) -> None:
        self.builder = DocumentBuilder(text)
        self.expected = "value"
        self.brackets: list[_Token] = []

    def process(self, token: _Token) -> None:
        """Process the next token, or raise if it is not allowed here."""
        symbol = token.written if token.kind == "symbol" else ""
        if symbol == "," and self.expected == "comma":
            self.expected = "key" if self.brackets[-1].written == "{" else "value"
        elif symbol == ":" and self.expected == "colon":
            self.expected = "value"
        elif symbol in ("]", "}") and self._closes(symbol):
            self.builder.close()
            self.brackets.pop()
            self._after_value()
        elif self.expected in ("key", "key or end") and token.kind == "text":
            self.builder.add_key(self._text(token), token.offset)
            self.expected = "colon"
        elif self.expected in ("value", "value or end") and symbol in ("[", "{", ""):
            self._value(token, symbol)
        else:
            raise self._unexpected(token)

    def finish(self) -> DocumentBuilder:
        """Return the builder, or raise if a bracket is open."""
        if self.brackets:
            opened = self.brackets[-1]
            raise self.builder.stop(problems.CUT_OFF, opened.offset, opened=problems.A_BRACKET)
        return self.builder

    def _closes(self, symbol: str) -> bool:
        if not self.brackets or self.brackets[-1].written != ("[" if symbol == "]" else "{"):
            return False
        return self.expected in ("comma", "value or end", "key or end")

    def _value(self, token: _Token, symbol: str) -> None:
        if symbol:
            self.builder.open([] if symbol == "[" else {}, token.offset)
            self.brackets.append(token)
            self.expected = "value or end" if symbol == "[" else "key or end"
        else:
            self.builder.add_value(self._scalar(token), token.offset)
            self._after_value()

    def _after_value(self) -> None:
        self.expected = "comma" if self.brackets else "nothing"

    def _scalar(self, token: _Token) -> Any:
        if token.kind == "text":
            return self._text(token)
        if token.kind == "number":
            return self._number(token)
        if token.written in ("NaN", "Infinity", "-Infinity"):
            self.builder.report(value_problems.NUMBER, token.offset, text=token.written)
            return None
        if token.written not in _WORDS:
            raise self._unexpected(token)
        return _WORDS[token.written]

    def _number(self, token: _Token) -> int | float | str:
        text = token.written
        try:
            if _LEADING_ZERO.match(text):
                self.builder.report(problems.LEADING_ZERO, token.offset, text=text)
                return text
            return exact_int(text) if text.lstrip("-").isdigit() else exact_float(text)
        except UnkeptNumberError:
            self.builder.report(value_problems.NUMBER, token.offset, text=shorten(text))
            return text

    def _text(self, token: _Token) -> str:
        try:
            text: str = json.loads(token.written)
        except json.JSONDecodeError as error:
            reason = message("unknown escape; a backslash is written \\\\")
            raise self.builder.stop(problems.SYNTAX, token.offset + error.pos, format="JSON", reason=reason) from None
        surrogate = _SURROGATE.search(text)
        if surrogate:
            self.builder.report(problems.SURROGATE, token.offset, text=f"\\u{ord(surrogate[0]):04x}")
        return text

    def _unexpected(self, token: _Token) -> Exception:
        reason: Message = message(
            "expected {expected}; got {got}", expected=_EXPECTED[self.expected], got=shorten(token.written)
        )
        return self.builder.stop(problems.SYNTAX, token.offset, format="JSON", reason=reason)
