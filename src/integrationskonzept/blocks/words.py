"""The words that writers add to a document, and the signs of a status."""

from collections.abc import Mapping

from attrs import frozen

from integrationskonzept.blocks.tree import InLanguage, RemarkKind, Symbol, Text
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.printable import printable

REMARKS: Mapping[RemarkKind, Message] = {
    RemarkKind.STATED: message("Stated"),
    RemarkKind.DERIVED: message("Derived"),
    RemarkKind.UNKNOWN: message("Not known"),
    RemarkKind.DOUBTFUL: message("Doubtful"),
}
"""How far a statement can be relied on, before a remark."""

SIGNS: Mapping[Symbol, str] = {
    Symbol.OPEN: "○",
    Symbol.RUNNING: "◐",
    Symbol.DONE: "●",
    Symbol.PERMANENT: "∞",
    Symbol.ENDED: "✕",
    Symbol.OVERDUE: "▲",
    Symbol.UNKNOWN: "?",
}
"""Characters before the word of a status."""

ASCII_SIGNS: Mapping[Symbol, str] = {
    Symbol.OPEN: "o",
    Symbol.RUNNING: "+",
    Symbol.DONE: "*",
    Symbol.PERMANENT: "=",
    Symbol.ENDED: "x",
    Symbol.OVERDUE: "!",
    Symbol.UNKNOWN: "?",
}
"""Characters for media that cannot show `SIGNS`."""


def signs(encoding: str) -> Mapping[Symbol, str]:
    """Return the signs that can be written in an encoding."""
    try:
        "".join(SIGNS.values()).encode(encoding)
    except UnicodeEncodeError:
        return ASCII_SIGNS
    return SIGNS


def written(text: Text, language: str) -> str:
    """Return a text in `language`, or in its own, with its line ends."""
    if isinstance(text, InLanguage):
        return text.text
    return text if isinstance(text, str) else text.text(language)


def translated(text: Text, language: str) -> str:
    """Return a text in `language`, on one line."""
    return " ".join(written(text, language).split())


def displayed(text: Text, language: str) -> str:
    """Return a text in `language`, on one line, with what cannot be seen escaped."""
    return printable(translated(text, language))


def capitalised(text: Text) -> Text:
    """Return a head of a column, or a term, with a capital letter where it is one of our own messages."""
    return _Capitalised(template="{said}", values={"said": text}) if isinstance(text, Message) else text


@frozen(kw_only=True)
class _Capitalised(Message):
    """A message with a capital letter."""

    def text(self, language: str = "en") -> str:
        """Return the message in `language`."""
        said: str = self.values["said"].text(language)
        return said[:1].upper() + said[1:]


def spaced(text: str, said: str) -> str:
    """Return what is written for a text (`said`), with a space where the text begins or ends with one."""
    begin, end = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
    return f"{begin}{said}{end}" if said else begin
