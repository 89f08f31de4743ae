"""Figures of a concept as SVG files, page by page, and what they leave out."""

from collections.abc import Iterator

import integrationskonzept as ik
from integrationskonzept.documents import figures
from integrationskonzept.plugins.kit import document_language, undeclared
from integrationskonzept_charts.declaration import declaration
from integrationskonzept_charts.i18n import message
from integrationskonzept_charts.options import Kind, Options, PaperSize
from integrationskonzept_charts.reference_day import day_of

_DRAW = {
    Kind.TIMELINE: figures.timeline,
    Kind.OVERVIEW: figures.overview,
    Kind.COURSES: figures.courses,
    Kind.INVOLVEMENT: figures.involvement,
}
_PAPERS = {PaperSize.PORTRAIT: figures.A4_PORTRAIT, PaperSize.LANDSCAPE: figures.A4_LANDSCAPE}


def export(concept: ik.Concept, options: Options) -> ik.Export:
    """Return the requested figures as pages in SVG."""
    evaluation = ik.evaluate(concept, options.today or day_of(concept))
    language, paper = document_language(concept, options.language), _PAPERS[options.paper]
    files: list[ik.ExportFile] = []
    losses: list[ik.Loss] = []
    for kind in options.kinds or tuple(Kind):
        pages = _DRAW[kind](evaluation, language, paper)
        files += [_file(name, page.svg) for name, page in zip(_names(kind, len(pages)), pages, strict=True)]
        if not pages:
            losses.append(ik.Loss(address=concept.address, message=_nothing(kind)))
    if Kind.COURSES in options.kinds or not options.kinds:
        left_out = figures.course_data(evaluation).left_out
        losses += [ik.Loss(address=one.address, message=one.reason) for one in left_out]
    if Kind.INVOLVEMENT in options.kinds or not options.kinds:
        names = figures.actors_without_column(evaluation, language, paper)
        losses += [ik.Loss(address=concept.address, message=_crowded(names))] if names else []
    if set(options.kinds or Kind) == set(Kind):
        losses += undeclared(concept, declaration(Kind), message("in no figure"))
    return ik.Export(files=tuple(files), losses=tuple(losses))


def _names(kind: Kind, count: int) -> Iterator[str]:
    """Yield the names of files; numbers have leading zeros, so that they are sorted as pages."""
    if count == 1:
        yield f"{kind}.svg"
        return
    digits = max(2, len(str(count)))
    for number in range(1, count + 1):
        yield f"{kind}-{number:0{digits}}.svg"


def _file(name: str, svg: str) -> ik.ExportFile:
    return ik.ExportFile(name=name, content=svg.encode(), media_type="image/svg+xml")


def _nothing(kind: Kind) -> ik.Message:
    return message("there is nothing to draw for {kind}", kind=kind)


def _crowded(names: tuple[str, ...]) -> ik.Message:
    return message(
        "{count} actors have no column of their own on some page of {kind}; their parts stand under 'others': {names}",
        count=len(names),
        kind=Kind.INVOLVEMENT,
        names=", ".join(names),
    )
