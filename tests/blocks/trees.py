"""Generated documents, and the lines that every medium must contain."""

import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from integrationskonzept.blocks.links import safe_target
from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Definition,
    DefinitionList,
    Document,
    ElementLink,
    Emphasis,
    Hyperlink,
    InLanguage,
    Inline,
    Item,
    ItemList,
    ListStyle,
    Marked,
    Paragraph,
    Picture,
    Remark,
    RemarkKind,
    SmallPicture,
    StatusMark,
    Symbol,
    TableColumn,
    Text,
    TextTable,
)
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.printable import printable
from integrationskonzept.testing import texts

MARKDOWN_SYNTAX = (
    *("*fett*", "_kursiv_", "`code`", "[a](b)", "![a](b)", "<b>x</b>", "<!-- x -->", "# Titel", "| a | b |"),
    *("~~weg~~", "a & b &amp; c", "$x$", "- Punkt", "+ Punkt", "* Punkt", "12. Punkt", "12) Punkt", "---", "-- -"),
    *("===", "> Zitat", "\\", "a\\", "    Code", "[x]: https://a.de", "https://a.de?x=1&copy;", "***", "___", "-", "+"),
    *("1.", "5)", "(a)", "„Ja“", "a*", "*a", "```", "~~~", "**", "a | b", "\\|", ":-:", "{.x}", "a  b", "www.a.de"),
)
"""Texts that Markdown would take for its syntax."""
ADDRESSES = ("measure/kurse", "measure/a b ü:1", "goal/ä", "goal/ö")
TARGETS = (
    *("https://musterstadt.de/a?b=1&copy=2#c", "http://musterstadt.de/(a)_<b>", "mailto:a@b.de", "tel:+49 7041 1"),
    *(
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "//b.de",
        "",
        "a.html",
    ),
    *("http://[::1", " https://b.de ", 'https://b.de/"onclick="x', "https://b.de/\ud800"),
)
PICTURE = '<svg viewBox="0 0 9 9" role="img" aria-label="Ein Quadrat"><path d="M0 0h9v9z"/></svg>'
quickly = settings(
    max_examples=40,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    report_multiple_bugs=False,
)
"""Not shrunk: that takes minutes where a document is large."""
SHORT_WORDS = st.lists(
    st.sampled_from(("und", "Maßnahme", "Sprachkurse", "a", "Ämter", "日本語", "2027", "§", "e\u0301te\u0301")),
    max_size=25,
).map(" ".join)
"""Texts of words that fit into every line."""


def any_texts() -> st.SearchStrategy[Text]:
    """Return a strategy for texts, hostile ones among them, and for messages."""
    foreign = st.builds(InLanguage, texts(hostile=True).filter(_is_short), st.just("ar"), st.just("rtl"))
    messages = st.sampled_from(
        (message("Stated"), label("measures"), message("{title}: {count}", title="<b>", count=2))
    )
    return texts(hostile=True).filter(_is_short) | foreign | st.sampled_from(MARKDOWN_SYNTAX) | messages


def documents(words: st.SearchStrategy[Any] | None = None) -> st.SearchStrategy[Document]:
    """Return a strategy for documents with every kind of block, whose texts come from a strategy."""
    said = any_texts() if words is None else words
    targets = st.sampled_from(TARGETS) if words is None else st.just("https://b.de/x")
    inline = st.one_of(
        said,
        st.builds(Marked, said, st.sampled_from(Emphasis)),
        st.builds(Hyperlink, said, targets),
        st.builds(ElementLink, said, st.sampled_from((*ADDRESSES, "need/none"))),
        st.builds(StatusMark, said, st.sampled_from(Symbol)),
        st.builds(SmallPicture, st.just(PICTURE), said),
    )
    content = st.lists(inline, max_size=3).map(tuple)

    @st.composite
    def tables(draw: st.DrawFn) -> TextTable:
        column = st.builds(TableColumn, said, st.booleans(), st.integers(0, 3))
        columns = draw(st.lists(column, min_size=1, max_size=4))
        cells = st.tuples(*(content for _ in columns))
        rows = draw(st.lists(cells, max_size=3))
        return TextTable(columns, rows, draw(st.none() | said), draw(st.booleans()))

    leaf = st.one_of(
        st.builds(Paragraph, content),
        st.builds(Remark, content, st.sampled_from(RemarkKind)),
        tables(),
        st.builds(Picture, st.just(PICTURE), said, said, st.none() | tables()),
    )
    blocks: st.SearchStrategy[tuple[Block, ...]] = st.lists(leaf, max_size=2).map(tuple)
    for _ in range(_DEPTH):
        tree = st.one_of(
            st.builds(Chapter, said | content, blocks, st.none() | st.sampled_from(ADDRESSES)),
            st.builds(ItemList, st.lists(st.builds(Item, content, blocks), max_size=2), st.sampled_from(ListStyle)),
            st.builds(DefinitionList, st.lists(st.builds(Definition, said, content, blocks), max_size=2)),
        )
        blocks = st.lists(st.one_of(leaf, tree), max_size=2).map(tuple)
    return st.builds(Document, title=said, blocks=blocks, language=st.sampled_from(("de", "en")))


_DEPTH = 3
"""How many blocks may lie in one another; Hypothesis warns of documents whose text would be too long to show."""


def folded(text: str) -> str:
    """Return a text with one space between its words."""
    return " ".join(text.split())


def said_of(text: Text, language: str) -> str:
    """Return a text as people see it, with a space for every space around it."""
    if isinstance(text, InLanguage):
        return printable(folded(text.text))
    if isinstance(text, str):
        return printable(re.sub(r"\s+", " ", text))
    return printable(folded(text.text(language)))


def as_text(said: str, target: str) -> str:
    """Return a link in a medium that has none."""
    return said if said == target else f"{said} <{said_of(target, 'en').strip()}>"


def as_link(said: str, target: str) -> str:
    """Return a link in a medium that links to safe addresses only."""
    return said if safe_target(target) else f"{said} ({said_of(target, 'en').strip()})"


def expected_lines(  # noqa: C901 - one case for each block
    document: Document, link: Callable[[str, str], str]
) -> list[str]:
    """Return the lines that a medium must contain: each text with those beside it, but for the signs of a status."""
    language = document.language

    def part(one: Inline) -> str:
        match one:
            case Hyperlink(text, target):
                return link(said_of(text, language).strip(), target)
            case Marked(text) | ElementLink(text):
                return said_of(text, language).strip()
            case SmallPicture():
                return ""
            case StatusMark(text):
                return f"\0{said_of(text, language).strip()}"
        return said_of(one, language)

    def walked(blocks: Iterable[Block]) -> Iterator[Content]:
        for block in blocks:
            match block:
                case Chapter(title, below):
                    yield title
                    yield from walked(below)
                case Paragraph(content) | Remark(content):
                    yield content
                case ItemList(items):
                    for item in items:
                        yield item.content
                        yield from walked(item.below)
                case DefinitionList(definitions):
                    for each in definitions:
                        yield (Marked(capital(each.term)),)
                        yield each.content
                        yield from walked(each.below)
                case TextTable():
                    yield from table(block)
                case Picture(_, title, alternative, data):
                    yield (title,)
                    yield from [(alternative,)] if data is None else table(data)

    def capital(text: Text) -> Text:
        """Return a head or term as it is written: one of our own messages begins with a capital letter."""
        if not isinstance(text, Message):
            return text
        said = text.text(language)
        return said[:1].upper() + said[1:]

    def table(one: TextTable) -> Iterator[Content]:
        yield from () if one.caption is None else [(one.caption,)]
        yield from ((capital(column.head),) for column in one.columns)
        for row in one.rows:
            yield from row

    lines: list[Content] = [(document.title,), *walked(document.blocks)]
    return [folded(piece) for content in lines for piece in "".join(map(part, content)).split("\0")]


def markdown_tokens(text: str) -> list[Token]:
    """Return Markdown as parsed by a program of other people."""
    return MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").parse(text)


def markdown_lines(text: str) -> list[str]:
    """Return the texts of parsed Markdown: paragraphs, headings, cells. Code and markup must be none."""
    found = []
    for token in markdown_tokens(text):
        assert token.type not in {"html_block", "code_block", "fence", "hr", "blockquote_open"}, token
        for child in token.children or ():
            assert child.type not in {"html_inline", "image"}, child
        if token.type == "inline":
            found.append(folded("".join(child.content for child in token.children or ())))
    return found


class Page(HTMLParser):
    """An HTML document as parsed: its lines of text, its elements and their attributes."""

    INLINE = frozenset({"a", "span", "strong", "small", "code", "br", "svg", "path"})
    VOID = frozenset({"meta", "br"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines = [""]
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []
        self.lines = [folded(line) for line in self.lines]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "br":
            self.lines[-1] += " "
        elif tag not in self.INLINE:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag not in self.INLINE:
            self.lines.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.lines[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def tags(self) -> set[str]:
        """Return the names of its elements."""
        return {tag for tag, _ in self.elements}

    def values(self, attribute: str) -> list[str]:
        """Return the values of an attribute, of every element that has it."""
        return [attributes[attribute] or "" for _, attributes in self.elements if attribute in attributes]


def missing(expected: Iterable[str], lines: Iterable[str]) -> list[str]:
    """Return the expected lines that are part of none."""
    there = "\n".join(lines)
    return [line for line in expected if line not in there]


def _is_short(text: str) -> bool:
    return len(text) < 1000  # ten kilobytes, many times in a document, prove nothing more
