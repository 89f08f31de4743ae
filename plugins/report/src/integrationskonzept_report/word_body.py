"""Blocks as paragraphs, tables and pictures of Word (WordprocessingML)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from itertools import count

from attrs import field, frozen

from integrationskonzept.blocks import (
    REMARKS,
    SIGNS,
    Block,
    Chapter,
    Content,
    DefinitionList,
    ElementLink,
    Emphasis,
    Hyperlink,
    InLanguage,
    Inline,
    ItemList,
    ListStyle,
    Marked,
    Paragraph,
    Picture,
    Remark,
    SmallPicture,
    StatusMark,
    Text,
    TextTable,
    capitalised,
    displayed,
    inline_text,
    safe_target,
)
from integrationskonzept_report.columns import shares

_POINT = 12700
"""English metric units of a typographic point."""
_TWIPS = 20
"""Twentieths of a point."""
_DEEPEST = 6
_DEEPEST_LIST = 8
_TERM = 2041
"""Width of a term before what is said of it: 36 mm, in twips."""
_SMALL = 62.0
"""Width of a picture in a line of text, in points."""
_SIZE = re.compile(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')
_DRAWING = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{id}" name="{name}" descr="{description}"/><a:graphic><a:graphicData'
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name="{name}" descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
_PROPERTIES = {Emphasis.CODE: "", Emphasis.QUIET: '<w:color w:val="595959"/>'}
_BOLD = "<w:b/><w:bCs/>"


@frozen(kw_only=True)
class WordBody:
    """Writes blocks as XML; what needs a relation to another part is asked of the file around it."""

    language: str
    styles: Mapping[str, str]
    """The id of each style in the file, by its name in lower case."""
    width: float
    """Width of the text, in points."""
    is_rtl: bool
    link: Callable[[str], str]
    """Return the id of the relation to a URL."""
    picture: Callable[[str], str]
    """Return the id of the relation to a picture, given as SVG."""
    numbered: Callable[[], int]
    """Return the id of a numbered list that begins with 1."""
    bullets: int
    """Id of the list with bullets."""
    bookmarks: Mapping[str, str]
    """The name of the bookmark of each chapter, by its address."""
    taken: set[str] = field(factory=set)
    """Addresses whose chapter is written."""
    ids: Iterator[int] = field(factory=lambda: count(1))

    def blocks(self, blocks: Iterable[Block], level: int = 1, depth: int = 0) -> Iterator[str]:
        """Yield the XML of blocks; `level` is that of the next heading, `depth` that of the lists around them."""
        for block in blocks:
            yield from self._block(block, level, depth)

    def _block(self, block: Block, level: int, depth: int) -> Iterator[str]:
        match block:
            case Chapter(title, blocks, address, new_page):
                begins = "<w:pageBreakBefore/>" if new_page else ""
                runs = self._bookmarked(self.runs(title) or self._run("–"), address)
                yield self.paragraph(runs, f"heading {min(level, _DEEPEST)}", begins)
                yield from self.blocks(blocks, level + 1, depth)
            case Paragraph(content):
                yield self.paragraph(self.runs(content), "normal", self._indented(depth))
            case Remark(content, kind):
                word = self._run(f"{self.text(REMARKS[kind])}: ", _BOLD)
                yield self.paragraph(word + self.runs(content), "normal", self._indented(depth))
            case ItemList():
                yield from self._items(block, level, depth)
            case DefinitionList():
                yield from self._definitions(block, level, depth)
            case TextTable():
                yield from self._table(block)
            case Picture():
                yield self._figure(block)

    def _items(self, block: ItemList, level: int, depth: int) -> Iterator[str]:
        lists = {ListStyle.BULLETS: lambda: self.bullets, ListStyle.NUMBERS: self.numbered}
        number = lists[block.style]() if block.style in lists else 0
        for item in block.items:
            place = min(depth, _DEEPEST_LIST)
            numbering = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
            yield self.paragraph(self.runs(item.content), "list paragraph", numbering or self._indented(depth))
            yield from self.blocks(item.below, level, depth + 1)

    def _definitions(self, block: DefinitionList, level: int, depth: int) -> Iterator[str]:
        left = _TERM + depth * 360
        hanging = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs><w:ind w:left="{left}" w:hanging="{_TERM}"/>'
        for each in block.definitions:
            term = self._run(self.text(capitalised(each.term)), _BOLD)
            yield self.paragraph(f"{term}<w:r><w:tab/></w:r>{self.runs(each.content)}", "normal", hanging)
            yield from self.blocks(each.below, level, depth + 1)

    @staticmethod
    def _indented(depth: int) -> str:
        return f'<w:ind w:left="{depth * 360}"/>' if depth else ""

    def _table(self, table: TextTable) -> Iterator[str]:
        heads = [self.text(capitalised(column.head)) for column in table.columns]
        if table.caption is not None:
            yield self.paragraph(self._run(self.text(table.caption)), "caption", "<w:keepNext/>")
        texts = [heads, *([self._plain(cell) for cell in row] for row in table.rows)]
        widths = [round(share / 100 * self.width * _TWIPS) for share in shares(texts)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        title = escape(self.text(table.caption) if table.caption is not None else ", ".join(heads))
        first = int(table.headed_rows)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles["report table"]}"/>{"<w:bidiVisual/>" * self.is_rtl}'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="{first}" w:lastColumn="0"'
            f' w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{title}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        aligned = ['<w:jc w:val="end"/>' if column.numeric else "" for column in table.columns]
        cells = [self._run(head, _BOLD) for head in heads]
        yield self._row(cells, widths, aligned, "<w:cantSplit/><w:tblHeader/>")
        for row in table.rows:
            yield self._row(map(self.runs, row), widths, aligned, "<w:cantSplit/>")
        yield "</w:tbl>"
        yield self.paragraph("", "normal")

    def _row(self, cells: Iterable[str], widths: list[int], aligned: list[str], properties: str) -> str:
        said = (self.paragraph(cell, "report cell", how) for cell, how in zip(cells, aligned, strict=True))
        written = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(said, widths, strict=True)
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(written)}</w:tr>"

    def _figure(self, picture: Picture) -> str:
        drawing = self._drawing(picture.svg, picture.alternative, self.width)
        return self.paragraph(drawing, "normal", '<w:spacing w:before="240"/>')

    def _drawing(self, svg: str, alternative: Text, most: float) -> str:
        """Return a picture of a width of at most `most` points, in the size that its drawing states."""
        found = _SIZE.search(svg)
        width, height = (float(found[1]), float(found[2])) if found else (most, most)
        scale = min(1.0, most / width)
        id = next(self.ids)
        return "<w:r>{}</w:r>".format(
            _DRAWING.format(
                id=id,
                name=f"{id}",
                description=escape(self.text(alternative) or "–"),
                width=round(width * scale * _POINT),
                height=round(height * scale * _POINT),
                relation=self.picture(svg),
            )
        )

    def paragraph(self, runs: str, style: str, properties: str = "") -> str:
        """Return a paragraph; `properties` are in the order of the schema."""
        bidi = "<w:bidi/>" * self.is_rtl
        before, after = _around_bidi(properties)
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>{before}{bidi}{after}</w:pPr>{runs}</w:p>'

    def runs(self, content: Content) -> str:
        """Return inline content as runs."""
        return "".join(map(self._part, content))

    def _part(self, part: Inline) -> str:
        match part:
            case Marked(text, emphasis):
                return self._run(self.text(text), _PROPERTIES.get(emphasis, _BOLD))
            case StatusMark(text, symbol):
                return self._run(f"{SIGNS[symbol]}\N{NO-BREAK SPACE}{self.text(text)}")
            case Hyperlink(text, target):
                said, safe = self.text(text), safe_target(target)
                if safe is None or not said:
                    return self._run(f"{said} ({self.text(target)})")
                return f'<w:hyperlink r:id="{self.link(safe)}">{self._run(said, _LINK)}</w:hyperlink>'
            case ElementLink(text, address):
                run, name = self._run(self.text(text)), self.bookmarks.get(address)
                return f'<w:hyperlink w:anchor="{name}">{run}</w:hyperlink>' if name else run
            case SmallPicture(svg, alternative):
                return self._drawing(svg, alternative, _SMALL)
            case InLanguage(text, language, direction):
                rtl, code = "<w:rtl/>" * (direction == "rtl"), escape(language)
                return self._run(self.text(text), f'{rtl}<w:lang w:val="{code}" w:bidi="{code}"/>')
            case str() as text:
                said = self.text(text)
                before, after = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
                return self._run(f"{before}{said}{after}" if said else before)
        return self._run(self.text(part))

    def _run(self, said: str, properties: str = "") -> str:
        if not said:
            return ""
        marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f'<w:r>{marked}<w:t xml:space="preserve">{escape(said, quote=False)}</w:t></w:r>'

    def _bookmarked(self, runs: str, address: str | None) -> str:
        if address is None or address in self.taken:
            return runs
        self.taken.add(address)
        id = next(self.ids)
        return f'<w:bookmarkStart w:id="{id}" w:name="{self.bookmarks[address]}"/>{runs}<w:bookmarkEnd w:id="{id}"/>'

    def text(self, text: Text) -> str:
        """Return a text on one line, in the language of the report."""
        return displayed(text, self.language).translate(_NO_TEXT)

    def _plain(self, content: Content) -> str:
        return inline_text(content, self.language)


_LINK = '<w:color w:val="0B4F9E"/><w:u w:val="single"/>'
_NO_TEXT = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
"""What XML cannot hold."""
_AFTER_BIDI = re.compile(r"<w:(?:ind|jc)\b")


def _around_bidi(properties: str) -> tuple[str, str]:
    """Divide the properties of a paragraph into those before and after its direction."""
    found = _AFTER_BIDI.search(properties)
    place = found.start() if found else len(properties)
    return properties[:place], properties[place:]
