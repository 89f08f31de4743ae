"""The concept as data, to download: YAML, JSON, tables with their description, and dates where they can be written."""

from collections.abc import Iterator

from attrs import frozen

from integrationskonzept import Concept, ExportFile, Message, dumps, export
from integrationskonzept.errors import UnknownNameError
from integrationskonzept_site.i18n import message

_FOLDER = "data"


@frozen(kw_only=True)
class Download:
    """Something to download: one file, or the first of several."""

    title: Message
    path: str
    """Place of the file that the page leads to."""
    files: tuple[ExportFile, ...]


def downloads_of(concept: Concept) -> tuple[Download, ...]:
    """Return what can be downloaded of a concept."""
    return tuple(_downloads(concept))


def _downloads(concept: Concept) -> Iterator[Download]:
    for suffix, title, media_type in (
        ("yaml", message("The concept as YAML"), "application/yaml"),
        ("json", message("The concept as JSON"), "application/json"),
    ):
        name = f"{_FOLDER}/{concept.id}.{suffix}"
        content = dumps(concept, suffix).encode()
        file = ExportFile(name=name, content=content, media_type=media_type)
        yield Download(title=title, path=name, files=(file,))
    for exporter, title in (
        ("datapackage", message("All tables as CSV, described as a data package")),
        ("ical", message("The dates as a calendar (iCalendar)")),
    ):
        try:
            found = export(concept, exporter).files
        except UnknownNameError:  # the plugin is not installed
            continue
        files = tuple(
            ExportFile(name=f"{_FOLDER}/{each.name}", content=each.content, media_type=each.media_type)
            for each in found
        )
        if files:
            first = next((each for each in files if each.name.endswith("datapackage.json")), files[0])
            yield Download(title=title, path=first.name, files=files)
