"""The exporter ``integreat-xliff``: translated pages for the CMS's import, one file for each page and language."""

from collections.abc import Iterator
from html import escape

from integrationskonzept import Concept, Export, ExportFile, Loss
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.language import source_language
from integrationskonzept_integreat.losses import losses_of, warnings_of
from integrationskonzept_integreat.options import XliffOptions, XliffVersion
from integrationskonzept_integreat.page import Page
from integrationskonzept_integreat.pages import PageSet, build_pages
from integrationskonzept_integreat.slug import slug

MEDIA_TYPE = "application/xliff+xml"
SUFFIX = ".xliff"
"""The CMS silently ignores files with any other suffix."""


def export(concept: Concept, options: XliffOptions) -> Export:
    """Return titles and texts of the pages whose number in the CMS is known.

    The import creates translations of pages, never pages. Raises `OptionError` if a town's own
    template fails.
    """
    wanted = {*options.languages, source_language(concept)} if options.languages else set()
    page_set = build_pages(concept, options, wanted)
    return Export(
        files=tuple(_files(page_set, options)),
        losses=(*losses_of(concept, page_set), *_unnumbered(page_set, options)),
        warnings=tuple(warnings_of(page_set, options)),
    )


def _files(page_set: PageSet, options: XliffOptions) -> Iterator[ExportFile]:
    originals = {page.key: page for page in page_set.inside(page_set.source)}
    for page in page_set.pages:
        number = options.place.pages.get(page.key)
        if number is None or (page.language == page_set.source and not options.originals):
            continue
        original = originals.get(page.key, page)
        region = options.place.region or page_set.concept.id
        name = (
            f"{region}_{page_set.source}_{page.language}_{number}_{_edition(page_set)}_{slug(original.title, 'page')}"
        )
        content = _WRITERS[options.version](number, original, page, page_set.source)
        yield ExportFile(name=f"{_short(name)}{SUFFIX}", content=content.encode(), media_type=MEDIA_TYPE)


def _edition(page_set: PageSet) -> int:
    return page_set.concept.edition.number or 1


_LONGEST = 200
"""Bytes of a name's stem that every file system can hold."""


def _short(name: str) -> str:
    return name.encode()[:_LONGEST].decode("utf-8", "ignore").rstrip("-_. ")


def _unnumbered(page_set: PageSet, options: XliffOptions) -> Iterator[Loss]:
    for page in dict.fromkeys((page.key, page.address) for page in page_set.pages):
        if page[0] not in options.place.pages:
            lost = message(
                "the site names no number of the page {key!r} in the CMS, so it is left out",
                key=page[0],
            )
            yield Loss(address=page[1], message=lost)


def _xliff_1(number: int, original: Page, page: Page, source: str) -> str:
    units = "".join(
        f'   <trans-unit id="{name}" resname="{name}" restype="string" datatype="html">\n'
        f"    <source>{_xml(was)}</source>\n"
        f"    <target>{_xml(becomes)}</target>\n"
        "   </trans-unit>\n"
        for name, was, becomes in (("title", original.title, page.title), ("body", original.content, page.content))
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f' <file original="{number}" datatype="plaintext"'
        f' source-language="{source}" target-language="{page.language}">\n'
        f"  <body>\n{units}  </body>\n </file>\n</xliff>\n"
    )


def _xliff_2(number: int, original: Page, page: Page, source: str) -> str:
    units = "".join(
        f'  <unit id="{name}" resname="{name}">\n'
        f"   <segment>\n    <source>{_xml(was)}</source>\n    <target>{_xml(becomes)}</target>\n   </segment>\n"
        "  </unit>\n"
        for name, was, becomes in (("title", original.title, page.title), ("content", original.content, page.content))
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"'
        f' srcLang="{source}" trgLang="{page.language}">\n'
        f' <file id="f{number}" original="{number}">\n{units} </file>\n</xliff>\n'
    )


_WRITERS = {XliffVersion.ONE: _xliff_1, XliffVersion.TWO: _xliff_2}


def _xml(text: str) -> str:
    return escape(text, quote=False)
