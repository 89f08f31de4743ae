"""A site as files."""

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from importlib.resources import files

from integrationskonzept import Concept, Export, ExportFile, compare
from integrationskonzept.blocks import Block, Chapter, Document, Item, ItemList, Paragraph, inline_text, page_style
from integrationskonzept.documents import report as parts
from integrationskonzept.plugins.kit import untranslated
from integrationskonzept_site.downloads import downloads_of
from integrationskonzept_site.edition import Edition, editions
from integrationskonzept_site.feed import feed, sitemap
from integrationskonzept_site.i18n import message
from integrationskonzept_site.options import Options
from integrationskonzept_site.pages import TITLES, Page, Section, pages_of
from integrationskonzept_site.template import Frame, html_page, page_body

_TAG = re.compile(r"<[^>]*>")
_HTML = "text/html; charset=utf-8"


def export(concept: Concept, options: Options) -> Export:
    """Return the files of a site, and what it cannot tell in its further languages."""
    found = editions(concept, options.today, options.language, options.catalogues)
    downloads = downloads_of(concept)
    written: list[ExportFile] = []
    paths: list[str] = []
    for edition in found:
        pages = [*pages_of(edition, downloads, options.contact), *_gone(edition, options.previous)]
        frame = Frame(edition=edition, others=found, downloads=[each.path for each in downloads])
        bodies = [page_body(page, frame) for page in pages]
        for page, body in zip(pages, bodies, strict=True):
            written.append(_file(edition.folder + page.path, html_page(page, frame, body), _HTML))
        written.append(_file(f"{edition.folder}search-index.js", _index(edition, pages, bodies), _SCRIPT))
        paths += [edition.folder + page.path for page in pages]
    written += [_file("site.css", _style(), "text/css"), _file("search.js", _script(), _SCRIPT)]
    written.append(_file("feed.xml", feed(found[0], options.base), "application/atom+xml"))
    if options.base:
        written.append(_file("sitemap.xml", sitemap(options.base, paths), "application/xml"))
    written += [file for download in downloads for file in download.files]
    losses = [loss for catalogue in options.catalogues for loss in untranslated(concept, catalogue)]
    return Export(files=tuple(written), losses=tuple(losses))


_SCRIPT = "text/javascript; charset=utf-8"


def _file(name: str, content: str, media_type: str) -> ExportFile:
    return ExportFile(name=name, content=content.encode("utf-8", "backslashreplace"), media_type=media_type)


def _style() -> str:
    return page_style() + files(__package__).joinpath("site.css").read_text(encoding="utf-8")


def _script() -> str:
    return files(__package__).joinpath("search.js").read_text(encoding="utf-8")


def _index(edition: Edition, pages: Sequence[Page], bodies: Sequence[str]) -> str:
    """Return title, place and words of each page as a script, since a page from a file may read no other file."""
    rows = []
    for page, body in zip(pages, bodies, strict=True):
        if page.section is not Section.WHOLE:
            title = inline_text((page.document.title,), edition.sentences)
            section = TITLES[page.section].text(edition.sentences)
            rows.append([title, page.path, section, " ".join(_words(body))])
    return f"var searchIndex = {json.dumps(rows, ensure_ascii=True, separators=(',', ':'))};\n"


def _words(body: str) -> Iterator[str]:
    """Yield the different words of a page."""
    text = unescape(_TAG.sub(" ", body)).casefold()
    yield from dict.fromkeys(word for word in text.split() if any(char.isalnum() for char in word))


def _gone(edition: Edition, previous: Concept | None) -> Iterator[Page]:
    """Yield a page for each element of the previous edition that is gone: what became of it."""
    if previous is None:
        return
    before = Edition(concept=previous.public(), language=edition.language, sentences=edition.sentences)
    changes = compare(before.concept, edition.concept).changes
    for address, place in before.places.items():
        if "#" in place or address in edition.places:
            continue
        told = [Item((change.what(),)) for change in changes if change.address == address]
        blocks: tuple[Block, ...] = (
            Paragraph(message("This is not part of the present edition of the concept.")),
            *([Chapter(message("What became of it"), ItemList(told))] if told else []),
        )
        title = parts.title_of(before.concept.element(address))
        document = Document(title=title, blocks=blocks, language=edition.sentences, direction=edition.direction)
        section = next(each for each in Section if each.partition("/")[0] == place.partition("/")[0])
        yield Page(path=place, document=document, section=section)
