"""Sentences that are very hard to read, by measures made for German.

The measures are the Flesch reading ease with the weights of Amstad, and the first Wiener Sachtextformel, both by
textstat. Nothing is said of any other index, such as the one that the CMS shows.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any

from attrs import frozen

from integrationskonzept.errors import OptionError
from integrationskonzept_integreat.i18n import message

MEASURED_LANGUAGE = "de"
"""The language that the measures are made for."""

HARDEST_FLESCH = 30.0
"""Below it, a text counts as very hard to read."""
HARDEST_GRADE = 12.0
"""Years of school; above it, a text is written for people who have studied."""
_FEWEST_WORDS = 5
"""Shorter texts are headings and names."""

_BLOCKS = ("p", "li", "td", "blockquote")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÄÖÜ„\"(])")


@frozen(kw_only=True)
class HardSentence:
    """A sentence with its measures."""

    text: str
    flesch: float
    """Flesch reading ease by Amstad; the lower, the harder."""
    grade: float
    """First Wiener Sachtextformel: years of school."""


def hard_sentences(content: str) -> Iterator[HardSentence]:
    """Yield the sentences of a page that both measures call very hard, each once."""
    for sentence in dict.fromkeys(_sentences(content)):
        flesch, grade = _measures().flesch_reading_ease(sentence), _measures().wiener_sachtextformel(sentence, 1)
        if flesch < HARDEST_FLESCH and grade > HARDEST_GRADE:
            yield HardSentence(text=sentence, flesch=flesch, grade=grade)


def _sentences(content: str) -> Iterator[str]:
    """Yield the sentences of HTML, block by block."""
    from lxml.html import fromstring

    for block in fromstring(content).iter(*_BLOCKS):
        if block.find("strong") is None and block.find("a") is None:  # no label with names, and no contact
            own = [block.text, *(part for child in block for part in (_inside(child), child.tail))]
            text = " ".join("".join(filter(None, own)).split())
            yield from (one for one in _SENTENCE_END.split(text) if len(one.split()) >= _FEWEST_WORDS)


def _inside(child: Any) -> str:
    """Return the text of an inline element; a block is read by itself."""
    return "" if child.tag in {"p", "ul", "ol"} else str(child.text_content())


@cache
def _measures() -> Any:
    from textstat.textstat import textstatistics

    measures = textstatistics()  # an object of its own: the language of the shared one is global
    measures.set_lang(MEASURED_LANGUAGE)
    return measures


def readability_validator(_: Any, __: Any, wanted: bool) -> None:
    """Raise `OptionError` if the readability is asked for and cannot be measured."""
    if wanted and find_spec("textstat") is None:
        raise OptionError(
            message("readability needs textstat: pip install 'integrationskonzept-integreat[readability]'")
        )
