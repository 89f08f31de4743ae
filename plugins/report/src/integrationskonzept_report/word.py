"""Word files: the styles, page and header of a template, filled with a report, and the same bytes each time."""

import io
import re
import zipfile
from collections.abc import Iterable
from copy import deepcopy
from datetime import UTC, date, datetime, time
from html import escape
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from integrationskonzept import Message, OptionError
from integrationskonzept.blocks import SmallPicture, Text, chapters
from integrationskonzept.plugins.kit import LANGUAGES
from integrationskonzept_report.i18n import message
from integrationskonzept_report.logo import read_option
from integrationskonzept_report.report import Report
from integrationskonzept_report.typesetting import pictures
from integrationskonzept_report.word_body import WordBody

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OURS = "template.docx"
_REGIONS = {"de": "de-DE", "en": "en-GB"}
_NO_DAY = date(1980, 1, 1)
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_STYLES = (
    *("normal", "title", "subtitle", "list paragraph", "caption", "report letterhead", "report cell", "report table"),
    *(f"heading {level}" for level in range(1, 7)),
)
"""Names of the styles that a report uses, in lower case."""
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_EMU = 12700
_LOGO = 110.0
"""Widest logo, in points."""
_A4 = 481.9
"""Width of the text of a page that states none, in points."""
_NARROWEST = 72.0


def write(report: Report, template: Path | None) -> tuple[bytes, tuple[Message, ...]]:
    """Return a report as a Word file, and which styles the template lacks.

    Raises:
        OptionError: The template cannot be read, or is no Word file.
    """
    ours = files(__package__).joinpath(_OURS).read_bytes()
    file = _WordFile(_opened(ours if template is None else read_option("template", template), template), report)
    file.add_styles(_opened(ours, None))
    file.fill()
    return file.saved(), file.losses


def _opened(content: bytes, path: Path | None) -> Any:
    try:
        return docx.Document(io.BytesIO(content))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        said = message("the option 'template' takes a Word file (.docx); got {path}", path=str(path))
        raise OptionError(said) from error


class _WordFile:
    """A Word file that is being filled."""

    def __init__(self, opened: Any, report: Report) -> None:
        self._docx, self._report = opened, report
        self._part = opened.part
        self._relations = count(1)
        self._pictures: dict[str, str] = {}
        self.styles: dict[str, str] = {}
        self.losses: tuple[Message, ...] = ()

    # -- styles ------------------------------------------------------------------------------------

    def add_styles(self, ours: Any) -> None:
        """Find the styles by their names, whatever their letter case, and add ours for those that are not there."""
        here, there = _styles_of(self._docx), _styles_of(ours)
        lacking = [name for name in _STYLES if name not in here]
        taken = {style.get(qn("w:styleId")) for style in here.values()}
        for name in lacking:
            added = deepcopy(there[name])
            id = added.get(qn("w:styleId"))
            while id in taken:
                id = f"{id}R"
            added.set(qn("w:styleId"), id)
            for based in (*added.findall(qn("w:basedOn")), *added.findall(qn("w:next"))):
                based.set(qn("w:val"), here["normal"].get(qn("w:styleId")) if "normal" in here else id)
            self._docx.styles.element.append(added)
            here[name] = added
            taken.add(id)
        self.styles = {name: here[name].get(qn("w:styleId")) for name in _STYLES}
        if lacking:
            named = ", ".join(lacking)
            self.losses = (
                message("the template lacks styles, and those of the report are used: {names}", names=named),
            )

    # -- content ------------------------------------------------------------------------------------

    def fill(self) -> None:
        """Replace what the file shows by the report."""
        report, body = self._report, self._docx.element.body
        for element in list(body):
            if element.tag != qn("w:sectPr"):
                body.remove(element)
        numbering = _Numbering(self._docx)
        marks = dict.fromkeys(chapter.address for chapter in chapters(report.document.blocks) if chapter.address)
        language = report.language
        width = self._text_width()
        writer = WordBody(
            language=language,
            styles=self.styles,
            width=width,
            is_rtl=self._is_rtl(),
            link=self._link,
            picture=self._picture,
            numbered=numbering.new,
            bullets=numbering.bullets,
            bookmarks={address: f"ik{number}" for number, address in enumerate(marks, 1)},
        )
        xml = "".join((*self._head(writer), *writer.blocks(report.document.blocks)))
        self._draw()
        content = parse_xml(f"<w:body {_SPACES}>{xml}</w:body>")
        for place, element in enumerate(list(content)):
            body.insert(place, element)
        self._fill_around(writer)
        self._set_language()
        self._set_properties(writer)

    def _head(self, writer: WordBody) -> list[str]:
        report = self._report
        logo: list[str] = []
        if report.logo:
            inline = SmallPicture(report.logo.svg, report.logo.alternative)
            logo = [writer.paragraph(writer.runs((inline,)), "report letterhead", '<w:jc w:val="end"/>')]
        lines: list[Text] = [*report.letterhead, *([report.numbered] if report.numbered else [])]
        return [
            *logo,
            *(writer.paragraph(writer.runs((line,)), "report letterhead") for line in lines),
            writer.paragraph(writer.runs((report.document.title,)), "title"),
            writer.paragraph(writer.runs((report.subtitle,)), "subtitle"),
        ]

    def _fill_around(self, writer: WordBody) -> None:
        """Fill the places {header} and {footer} of the template's headers and footers."""
        report = self._report
        number = writer.text(report.numbered) if report.numbered else ""
        header = _runs(f"{writer.text(report.running)}\t{number}")
        page = writer.text(message("Page {page} of {pages}", page="{page}", pages="{pages}"))
        footer = _runs(f"{writer.text(report.town)}\t{page}")
        filled = {"{header}": header, "{footer}": footer}
        for part in self._docx.part.package.iter_parts():
            if part.content_type in (CONTENT_TYPE.WML_HEADER, CONTENT_TYPE.WML_FOOTER) and isinstance(part, XmlPart):
                for paragraph in part.element.iter(qn("w:p")):
                    said = "".join(each.text or "" for each in paragraph.iter(qn("w:t"))).strip()
                    if said in filled:
                        for run in paragraph.findall(qn("w:r")):
                            paragraph.remove(run)
                        paragraph.extend(list(parse_xml(f"<w:p {_SPACES}>{filled[said]}</w:p>")))

    def _text_width(self) -> float:
        section = self._docx.sections[0]
        sides = (section.page_width, section.left_margin, section.right_margin)
        if None in sides:
            return _A4
        return max(float(sides[0] - sides[1] - sides[2]) / _EMU, _NARROWEST)

    def _is_rtl(self) -> bool:
        row = LANGUAGES.get(self._report.language)
        return row is not None and row.direction == "rtl"

    # -- relations ----------------------------------------------------------------------------------

    def _id(self) -> str:
        """Return the id of a new relation."""
        id = f"ik{next(self._relations)}"
        return id if id not in self._part.rels else self._id()

    def _link(self, url: str) -> str:
        id = self._id()
        self._part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, url, id, is_external=True)
        return id

    def _picture(self, svg: str) -> str:
        """Return the id of the relation to a picture, which is drawn when all are known."""
        if svg not in self._pictures:
            self._pictures[svg] = self._id()
        return self._pictures[svg]

    def _draw(self) -> None:
        """Add the pictures as PNG."""
        drawn = zip(self._pictures.values(), pictures(self._pictures), strict=True)
        for number, (id, png) in enumerate(drawn, 1):
            part = Part(PackURI(f"/word/media/report{number}.png"), CONTENT_TYPE.PNG, png, self._part.package)
            self._part.load_rel(RELATIONSHIP_TYPE.IMAGE, part, id, is_external=False)

    # -- the file -----------------------------------------------------------------------------------

    def _set_language(self) -> None:
        tag = _REGIONS.get(self._report.language, self._report.language)
        trees = [self._docx.styles.element, self._docx.settings.element]
        for name in ("w:lang", "w:themeFontLang"):
            for element in (found for tree in trees for found in tree.iter(qn(name))):
                element.set(qn("w:val"), tag)
        defaults = self._docx.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        if defaults is not None and defaults.find(qn("w:lang")) is None:
            defaults.append(parse_xml(f'<w:lang {_SPACES} w:val="{escape(tag)}"/>'))

    def _set_properties(self, writer: WordBody) -> None:
        report, properties = self._report, self._docx.core_properties
        moment = datetime.combine(report.today or _NO_DAY, time(12), UTC).replace(tzinfo=None)
        properties.title = writer.text(report.document.title)[:255]
        properties.author = properties.last_modified_by = writer.text(report.town)[:255]
        properties.language = report.language
        properties.created = properties.modified = moment

    def saved(self) -> bytes:
        """Return the file; its parts are in the order of their names and bear no time."""
        package = self._part.package
        parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
        content = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _bytes(package.rels.xml)}
        for part in parts:
            content[part.partname.membername] = part.blob
            if len(part.rels):
                content[part.partname.rels_uri.membername] = _bytes(part.rels.xml)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, blob in content.items():
                archive.writestr(zipfile.ZipInfo(name, _ZIP_DAY), blob, zipfile.ZIP_DEFLATED)
        return made.getvalue()


class _Numbering:
    """Lists of a file: one with bullets, and numbered ones that each begin with 1."""

    def __init__(self, opened: Any) -> None:
        self._element = _numbering_of(opened)
        abstract = [int(one.get(qn("w:abstractNumId"))) for one in self._element.findall(qn("w:abstractNum"))]
        self._next = count(
            max((int(one.get(qn("w:numId"))) for one in self._element.findall(qn("w:num"))), default=0) + 1
        )
        first = max(abstract, default=-1) + 1
        self._numbers = first + 1
        for id, found in zip((first, first + 1), _our_lists(), strict=True):
            found.set(qn("w:abstractNumId"), str(id))
            place = len(self._element.findall(qn("w:abstractNum")))
            self._element.insert(place, found)
        self.bullets = self._added(first, restarts=False)

    def new(self) -> int:
        """Return the id of a further numbered list."""
        return self._added(self._numbers, restarts=True)

    def _added(self, abstract: int, *, restarts: bool) -> int:
        id = next(self._next)
        again = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(9)
        )
        kind = f'<w:abstractNumId w:val="{abstract}"/>{again if restarts else ""}'
        self._element.append(parse_xml(f'<w:num {_SPACES} w:numId="{id}">{kind}</w:num>'))
        return id


def _our_lists() -> list[Any]:
    ours = _opened(files(__package__).joinpath(_OURS).read_bytes(), None)
    return list(deepcopy(_numbering_of(ours)).findall(qn("w:abstractNum")))


def _numbering_of(opened: Any) -> Any:
    """Return the element of a file's lists, which is made where the file has none."""
    try:
        return opened.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        package = opened.part.package
        element = parse_xml(f"<w:numbering {_SPACES}/>")
        part = XmlPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, element, package)
        opened.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part.element


def _styles_of(opened: Any) -> dict[str, Any]:
    """Return the styles of a file by their names in lower case."""
    found: dict[str, Any] = {}
    for style in opened.styles.element.findall(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            found.setdefault(name.get(qn("w:val")).lower(), style)
    return found


def _runs(text: str) -> str:
    """Return runs with tabs and the fields {page} and {pages} in their places."""
    said = escape(text, quote=False)
    marked = said.replace("{pages}", "\x02").replace("{page}", "\x01").replace("\t", "\x03")
    runs = []
    for piece in re.split("([\x01\x02\x03])", marked):
        match piece:
            case "\x01":
                runs.append(_FIELD.format(name="PAGE"))
            case "\x02":
                runs.append(_FIELD.format(name="NUMPAGES"))
            case "\x03":
                runs.append("<w:r><w:tab/></w:r>")
            case _ if piece:
                runs.append(f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>')
    return "".join(runs)


def _content_types(parts: Iterable[Any]) -> bytes:
    named = ((escape(str(part.partname)), escape(part.content_type)) for part in parts)
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in named)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
        f' ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _bytes(xml: str | bytes) -> bytes:
    return xml.encode() if isinstance(xml, str) else xml
