"""Read plain text: headings by their form, tables by tabulators, lists by their marks."""

import re
from collections.abc import Iterator

from integrationskonzept.drafts.notation import clean, lines_of
from integrationskonzept.drafts.problems import unreadable
from integrationskonzept.drafts.tree import Block, Cell, DocumentPlace, DocumentTree, Heading, Paragraph, Row, Table
from integrationskonzept.i18n.messages import message

_CONTENTS = re.compile(r"\W*(?:inhalt|inhaltsverzeichnis|inhaltsübersicht|gliederung)\W*", re.IGNORECASE)
_ENTRY = re.compile(r"(?P<title>\S.*?)(?:[.…·_]{3,}\s*|\s*\t\s*|\s{3,})(?P<page>\d{1,3})\s*")
_RULE = re.compile(r"[-–—=_*/\\|\s]{3,}")
_LIST_TAG = re.compile(r"<(?:ul|ol|li)\b", re.IGNORECASE)
_ITEM_TAG = re.compile(r"<li\b[^>]*>", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br\s*/?>|</(?:p|div)>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+[A-ZÄÖÜ„(]")
_LONGEST_HEADING = 90
_MOST_WORDS = 12
_LONGEST_IN_BOLD = 200
"""Length of a heading in bold, which may need several lines."""


def read_text(content: bytes) -> DocumentTree:
    """Return the tree of a plain text."""
    text = decoded(content)
    lines = text.splitlines()
    pages = dict(_contents(lines))
    blocks = [block for first, group in _blocks(lines) for block in _of_block(first, group, pages, len(pages))]
    return DocumentTree(blocks=tuple(blocks))


def decoded(content: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 with a byte order mark, or Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\x00" in content:
        raise unreadable(message("the file is no text: it holds binary data"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _contents(lines: list[str]) -> Iterator[tuple[str, int]]:
    """Yield the entries of the table of contents with their pages."""
    start = next((at for at, line in enumerate(lines) if _CONTENTS.fullmatch(line)), None)
    if start is not None:
        for line in lines[start + 1 :]:
            if found := _ENTRY.fullmatch(line):
                yield heading_key(found["title"]), int(found["page"])
            elif line.strip():
                return


def heading_key(title: str) -> str:
    """Return a heading without numbers and signs, to compare it with its entry in the table of contents."""
    return re.sub(r"^[\d.\s]+|[^\wäöüß]", "", title.casefold())


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield groups of lines with the number of the first: rows of a table, or lines of a text."""
    group: list[str] = []
    first = 1
    for number, line in enumerate(lines, start=1):
        is_end = not line.strip() or _RULE.fullmatch(line)
        if group and (is_end or ("\t" in line) != ("\t" in group[-1])):
            yield first, group
            group = []
        if not is_end:
            first = first if group else number
            group.append(line)
    if group:
        yield first, group


def _of_block(first: int, lines: list[str], pages: dict[str, int], has_contents: int) -> Iterator[Block]:
    if "\t" in lines[0]:
        if not (has_contents and all(_ENTRY.fullmatch(line) for line in lines)):
            rows = [
                Row(cells=tuple(map(_cell, line.split("\t"))), place=DocumentPlace(line=number))
                for number, line in enumerate(lines, start=first)
            ]
            yield Table(rows=tuple(rows), place=DocumentPlace(line=first))
        return
    if has_contents and all(_ENTRY.fullmatch(line) for line in lines):
        return
    place = DocumentPlace(line=first)
    text = clean(_TAG.sub("", lines[0].replace("**", "")))
    if len(lines) == 1 and (heading_key(text) in pages or is_heading_like(text)):
        yield Heading(text=text, level=level_of_number(text), place=place, page=pages.get(heading_key(text)))
        return
    found = lines_of("\n".join(_TAG.sub("", line.replace("**", "")) for line in lines))
    if found:
        yield Paragraph(lines=tuple(found), place=place)


def is_heading_like(text: str, *, is_bold: bool = False) -> bool:
    """Return whether a paragraph that stands alone has the form of a heading; one in bold may be longer."""
    is_short = len(text) <= _LONGEST_HEADING and len(text.split()) <= _MOST_WORDS
    return (
        len(text) > 2  # noqa: PLR2004 - no single letters
        and (is_short or (is_bold and len(text) <= _LONGEST_IN_BOLD))
        and (text[0].isupper() or text[0].isdigit() or text[0] in '„"“')
        and text[-1] not in ".,;:!-"
        and "://" not in text
        and any(char.isalpha() for char in text)
    )


def level_of_number(text: str) -> int | None:
    """Return the level that the number of a heading shows, such as 2 for ``3.1 Ziele``; None without a number."""
    found = _NUMBERED.match(text)
    return found[1].count(".") + 1 if found else None


def _cell(text: str) -> Cell:
    is_list = _LIST_TAG.search(text) is not None
    text = _ITEM_TAG.sub("\n• ", _BREAK_TAG.sub("\n", text))
    return Cell(lines=tuple(lines_of(_TAG.sub("", text).replace("**", ""))), is_list=is_list)
