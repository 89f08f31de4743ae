"""Read Markdown: headings, lists, pipe tables and bold beginnings."""

import re
from collections.abc import Iterator

from integrationskonzept.drafts.notation import clean, lines_of
from integrationskonzept.drafts.text import decoded
from integrationskonzept.drafts.tree import (
    Block,
    Cell,
    DocumentPlace,
    DocumentTree,
    Heading,
    Line,
    Paragraph,
    Row,
    Table,
)  # fmt: skip

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*(?:\{[^}]*\})?")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{2,})\s*")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELLS = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_STRONG = re.compile(r"\s*(?:[-*+]\s+)?(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*\*|\*\*|\*|__|_)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~&$^'\"-])")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_QUOTE = re.compile(r"^\s{0,3}>\s?")


def read_markdown(content: bytes) -> DocumentTree:
    """Return the tree of a text in Markdown."""
    return DocumentTree(blocks=tuple(_read(_QUOTE.sub("", line) for line in decoded(content).splitlines())))


def _read(source: Iterator[str]) -> Iterator[Block]:
    group: list[str] = []
    first = 1
    for number, line in enumerate(source, start=1):
        heading = _HEADING.fullmatch(line)
        underline = _UNDERLINE.fullmatch(line) if len(group) == 1 and "|" not in group[0] else None
        if underline:
            level = 1 if underline[1][0] == "=" else 2
            yield Heading(text=plain(group[0]), level=level, place=DocumentPlace(line=first))
            group = []
        elif heading or not line.strip(" #") or _FENCE.match(line):
            yield from _block(first, group)
            group = []
            if heading and plain(heading[2]):
                yield Heading(text=plain(heading[2]), level=len(heading[1]), place=DocumentPlace(line=number))
        else:
            first = first if group else number
            group.append(line)
    yield from _block(first, group)


def _block(first: int, lines: list[str]) -> Iterator[Block]:
    """Yield the tables and paragraphs of a group of lines."""
    text: list[str] = []
    at = 0
    while at < len(lines):
        is_table = "|" in lines[at] and at + 1 < len(lines) and _DELIMITERS.fullmatch(lines[at + 1])
        if is_table and "|" in lines[at + 1]:
            yield from _paragraphs(first + at - len(text), text)
            text = []
            end = next((row for row in range(at + 2, len(lines)) if "|" not in lines[row]), len(lines))
            numbered = [(number, lines[number]) for number in (at, *range(at + 2, end))]
            yield _table(first, numbered)
            at = end
        else:
            text.append(lines[at])
            at += 1
    yield from _paragraphs(first + at - len(text), text)


def _table(first: int, lines: list[tuple[int, str]]) -> Table:
    rows = [Row(cells=_cells(line), place=DocumentPlace(line=first + number)) for number, line in lines]
    return Table(rows=tuple(rows), place=DocumentPlace(line=first + lines[0][0]))


def _cells(line: str) -> tuple[Cell, ...]:
    parts = _CELLS.split(line.strip().removeprefix("|").removesuffix("|"))
    return tuple(Cell(lines=tuple(_lines(_BREAK.sub("\n", part)))) for part in parts)


def _lines(text: str) -> list[Line]:
    found = lines_of("\n".join(plain(line) if line.strip() else "" for line in text.split("\n")))
    return [Line(line.text, marked=line.marked, apart=True) for line in found]


def _paragraphs(first: int, lines: list[str]) -> Iterator[Paragraph]:
    if lines:
        strong = _STRONG.match(lines[0])
        lead = clean(strong[2]).rstrip(":") if strong and clean(lines[0][strong.end() :]) else None
        found = lines_of("\n".join(map(plain, lines)))
        if found:
            yield Paragraph(lines=tuple(found), place=DocumentPlace(line=first), lead=lead and plain(lead))


def plain(text: str) -> str:
    """Return a line of Markdown without its signs; a mark of a list stays."""
    text = _LINK.sub(r"\1", _TAG.sub("", text)).replace("`", "")
    mark = re.match(r"\s*[*+]\s+", text)
    start, text = ("- ", text[mark.end() :]) if mark else ("", text)
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    return start + _ESCAPE.sub(r"\1", text).strip()
