"""A report as a file of the type that is asked for."""

from collections.abc import Callable, Iterator, Mapping

from integrationskonzept import Concept, Export, ExportFile, Loss, Message
from integrationskonzept.blocks import Block, Document, Paragraph, Picture, to_html, to_markdown
from integrationskonzept.plugins.kit import untranslated
from integrationskonzept_report import pdf, word
from integrationskonzept_report.assembly import assemble
from integrationskonzept_report.options import FileType, Options
from integrationskonzept_report.report import Report

_Written = tuple[bytes, str, tuple[Message, ...]]


def export(concept: Concept, options: Options) -> Export:
    """Return a report as one file, and what it cannot tell."""
    content, media_type, lost = _WRITERS[options.format](assemble(concept, options), options)
    file = ExportFile(name=f"{options.kind}.{options.format}", content=content, media_type=media_type)
    losses = (
        *(Loss(address=concept.address, message=one) for one in lost),
        *untranslated(concept, options.catalogue),
    )
    return Export(files=(file,), losses=losses)


def _pdf(report: Report, _: Options) -> _Written:
    content, lost = pdf.write(report)
    return content, pdf.MEDIA_TYPE, lost


def _word(report: Report, options: Options) -> _Written:
    content, lost = word.write(report, options.template)
    return content, word.MEDIA_TYPE, lost


def _html(report: Report, _: Options) -> _Written:
    return to_html(_with_head(report)).encode(), "text/html; charset=utf-8", ()


def _markdown(report: Report, _: Options) -> _Written:
    return to_markdown(_with_head(report)).encode(), "text/markdown; charset=utf-8", ()


_WRITERS: Mapping[FileType, Callable[[Report, Options], _Written]] = {
    FileType.PDF: _pdf,
    FileType.DOCX: _word,
    FileType.HTML: _html,
    FileType.MARKDOWN: _markdown,
}


def _with_head(report: Report) -> Document:
    """Return the document with what stands around it on paper."""
    document = report.document
    return Document(title=document.title, blocks=(*_head(report), *document.blocks), language=document.language)


def _head(report: Report) -> Iterator[Block]:
    for line in report.letterhead:
        yield Paragraph(line)
    if report.numbered:
        yield Paragraph(report.numbered)
    yield Paragraph(report.subtitle)
    if report.logo:
        yield Picture(report.logo.svg, report.logo.alternative, report.logo.alternative)
