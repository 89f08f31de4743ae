"""Word template of the plugin for reports: styles, numbering, page, header and footer, as few parts as Word needs."""

import io
import zipfile
from pathlib import Path

TARGET = Path(__file__).parent.parent / "plugins/report/src/integrationskonzept_report/template.docx"
_DAY = (1980, 1, 1, 0, 0, 0)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FONTS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "header1": "header",
    "footer1": "footer",
}
_HEADINGS = ((30, 360, 120), (26, 300, 100), (22, 260, 80), (20, 200, 60), (20, 160, 60), (20, 160, 60))
"""Size in half points, and the space before and after in twips, of each level of headings."""
_RULED = 3
"""The level of headings with a rule above them: that of fact sheets."""


def _heading(level: int, size: int, before: int, after: int) -> str:
    rule = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="595959"/></w:pBdr>' if level == _RULED else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>'
        f"<w:pPr><w:keepNext/><w:keepLines/>{rule}<w:suppressAutoHyphens/>"
        f'<w:spacing w:before="{before}" w:after="{after}"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _paragraph(id: str, name: str, layout: str, letters: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _styles() -> str:
    quiet = '<w:color w:val="595959"/><w:sz w:val="16"/><w:szCs w:val="16"/>'
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'
        for side, width, colour in (("top", 8, "1A1A1A"), ("bottom", 4, "8A8A8A"), ("insideH", 4, "8A8A8A"))
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 50), ("left", 85), ("bottom", 50), ("right", 85))
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
        '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="1A1A1A"/></w:tcBorders></w:tcPr></w:tblStylePr>'
        "</w:style>"
    )
    return (
        f"{_XML}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}"
        '<w:sz w:val="19"/><w:szCs w:val="19"/><w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="264" w:lineRule="auto"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        + _paragraph("Title", "Title", '<w:suppressAutoHyphens/><w:spacing w:before="200" w:after="80"/>',
                     '<w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/>')
        + _paragraph("Subtitle", "Subtitle", '<w:spacing w:after="240"/>',
                     '<w:color w:val="595959"/><w:sz w:val="22"/><w:szCs w:val="22"/>')
        + "".join(_heading(level, *form) for level, form in enumerate(_HEADINGS, 1))
        + _paragraph("ListParagraph", "List Paragraph", '<w:spacing w:after="40"/>')
        + _paragraph("Caption", "caption", '<w:keepNext/><w:spacing w:before="120" w:after="60"/>', "<w:b/><w:bCs/>")
        + _paragraph("Header", "header", '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>', quiet)
        + _paragraph("Footer", "footer", '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>', quiet)
        + _paragraph("ReportLetterhead", "Report Letterhead", '<w:spacing w:after="0"/>',
                     '<w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>')
        + _paragraph("ReportCell", "Report Cell", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
                     '<w:sz w:val="17"/><w:szCs w:val="17"/>')
        + table
        + "</w:styles>"
    )  # fmt: skip


def _numbering() -> str:
    def levels(form: str, text: str) -> str:
        return "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text.format(level + 1)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="260"/></w:pPr></w:lvl>'
            for level in range(9)
        )

    return (
        f'{_XML}<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels('bullet', '–')}</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>'
        f'{levels("decimal", "%{}.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _settings() -> str:
    return (
        f'{_XML}<w:settings {_W}><w:defaultTabStop w:val="708"/><w:autoHyphenation/><w:compat><w:compatSetting'
        ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="de-DE"/></w:settings>'
    )


def _document() -> str:
    return (
        f'{_XML}<w:document {_W} {_R}><w:body><w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361"'
        ' w:right="1134" w:bottom="1247" w:left="1134" w:header="680" w:footer="624" w:gutter="0"/></w:sectPr>'
        "</w:body></w:document>"
    )


def _around(tag: str, style: str, place: str) -> str:
    """Return a header or footer with a place that the report fills."""
    return (
        f'{_XML}<w:{tag} {_W}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{place}</w:t></w:r></w:p>'
        f"</w:{tag}>"
    )


def _core() -> str:
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title/></cp:coreProperties>'
    )


def template() -> bytes:
    """Return the template."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>' for name, kind in _PARTS.items()
    )
    inner = [name for name in _PARTS if name != "document"]
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for number, name in enumerate(inner, 1)
    )
    content = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
        f' ContentType="application/xml"/>{overrides}<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2"'
        f' Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": _core(),
        "word/_rels/document.xml.rels": (
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
        ),
        "word/document.xml": _document(),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/header1.xml": _around("hdr", "Header", "{header}"),
        "word/footer1.xml": _around("ftr", "Footer", "{footer}"),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), text.encode(), zipfile.ZIP_DEFLATED)
    return made.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(template())
