"""The exporter ``integreat-pages``: one file of HTML for each page and language."""

from collections.abc import Iterator

from integrationskonzept import Concept, Export, ExportFile
from integrationskonzept_integreat.catalogue import template
from integrationskonzept_integreat.cms_site import sheet
from integrationskonzept_integreat.losses import losses_of, warnings_of
from integrationskonzept_integreat.options import PageOptions
from integrationskonzept_integreat.pages import PageSet, build_pages

HTML = "text/html; charset=utf-8"


def pages_of(concept: Concept, options: PageOptions) -> PageSet:
    """Return the pages of the public part of a concept, by the options."""
    return build_pages(concept.public(), own=options.own, catalogues=options.catalogues, languages=options.languages)


def export(concept: Concept, options: PageOptions) -> Export:
    """Return the pages, a template for translators, and a form for the numbers of the pages in the CMS.

    Raises `OptionError` if a town's own template fails.
    """
    page_set = pages_of(concept, options)
    return Export(
        files=tuple(_files(page_set, options)),
        losses=tuple(losses_of(concept, page_set)),
        warnings=tuple(warnings_of(page_set)),
    )


def _files(page_set: PageSet, options: PageOptions) -> Iterator[ExportFile]:
    for page in page_set.pages:
        name = f"{page.language}/{page.stem}.html"
        yield ExportFile(name=name, content=page.content.encode(), media_type=HTML)
    yield _text("translations.pot", template(page_set.phrases), "text/x-gettext-translation")
    first = page_set.inside(page_set.languages[0]) if page_set.languages else ()
    yield _text("integreat.example.toml", sheet(options.place, first, page_set.concept.id), "application/toml")


def _text(name: str, text: str, media_type: str) -> ExportFile:
    return ExportFile(name=name, content=text.encode(), media_type=media_type)
