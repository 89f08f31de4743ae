"""The exporter ``integreat-pages``: one file of HTML for each page and language."""

from collections.abc import Iterator

from integrationskonzept import Concept, Export, ExportFile
from integrationskonzept.translation import template
from integrationskonzept_integreat.cms_site import sheet
from integrationskonzept_integreat.losses import losses_of, warnings_of
from integrationskonzept_integreat.options import PageOptions
from integrationskonzept_integreat.pages import PageSet, build_pages

HTML = "text/html; charset=utf-8"


def export(concept: Concept, options: PageOptions) -> Export:
    """Return the pages, a template for translators, and a form for the numbers of the pages in the CMS.

    Raises `OptionError` if a town's own template fails.
    """
    page_set = build_pages(concept, options)
    return Export(
        files=tuple(_files(page_set, options)),
        losses=tuple(losses_of(concept, page_set)),
        warnings=tuple(warnings_of(page_set, options)),
    )


def _files(page_set: PageSet, options: PageOptions) -> Iterator[ExportFile]:
    for page in page_set.pages:
        name = f"{page.language}/{page.stem}.html"
        yield ExportFile(name=name, content=page.content.encode(), media_type=HTML)
    translators = template(page_set.phrases, page_set.source)
    yield ExportFile(name="translations.pot", content=translators, media_type="text/x-gettext-translation")
    first = page_set.inside(page_set.languages[0]) if page_set.languages else ()
    form = sheet(options.place, first, page_set.concept.id).encode()
    yield ExportFile(name="integreat.example.toml", content=form, media_type="application/toml")
