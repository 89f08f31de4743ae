"""A site of several towns: a page that lists them, and the site of each in a folder of its own."""

from collections.abc import Sequence
from html import escape

from attrs import evolve

from integrationskonzept import Concept, Export, ExportFile, OptionError
from integrationskonzept_site.exporter import export
from integrationskonzept_site.i18n import message
from integrationskonzept_site.options import Options

_TITLE = message("Integration concepts")


def portfolio(concepts: Sequence[Concept], base: str | None, language: str) -> Export:
    """Return the sites of several concepts below one page.

    Raises:
        OptionError: Two concepts have the same id, so that their pages would be the same.
    """
    ids = [concept.id for concept in concepts]
    if doubled := next((id for id in ids if ids.count(id) > 1), None):
        raise OptionError(
            message("two of the concepts have the id '{id}'; a site holds one edition of each town", id=doubled)
        )
    files: list[ExportFile] = []
    for concept in concepts:
        address = f"{base.rstrip('/')}/{concept.id}" if base else None
        files += [
            evolve(file, name=f"{concept.id}/{file.name}") for file in export(concept, Options(base=address)).files
        ]
    style = next((file.content for file in files if file.name.endswith("/site.css")), b"")
    files.append(ExportFile(name="site.css", content=style, media_type="text/css"))
    page = _page(concepts, language).encode()
    files.append(ExportFile(name="index.html", content=page, media_type="text/html; charset=utf-8"))
    return Export(files=tuple(files))


def _page(concepts: Sequence[Concept], language: str) -> str:
    title = escape(_TITLE.text(language))
    towns = sorted(concepts, key=lambda concept: concept.municipality.name)
    items = "\n".join(
        f'<li><a href="{escape(concept.id)}/index.html">{escape(concept.municipality.name)}</a>:'
        f" {escape(concept.title)}</li>"
        for concept in towns
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n<link rel="stylesheet" href="site.css">\n</head>\n<body>\n<main>\n'
        f"<h1>{title}</h1>\n<ul>\n{items}\n</ul>\n</main>\n</body>\n</html>\n"
    )
