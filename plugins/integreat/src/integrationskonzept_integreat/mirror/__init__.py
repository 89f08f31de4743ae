"""Exporter ``integreat-mirror``: answers of the CMS's read interface as static files."""

import json
from collections.abc import Iterator
from typing import Any

from integrationskonzept import Concept, Export, ExportFile, Loss
from integrationskonzept_integreat.catalogue import direction_of, locale_of
from integrationskonzept_integreat.events import export as calendar
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.losses import losses_of, warnings_of
from integrationskonzept_integreat.mirror.events import events
from integrationskonzept_integreat.mirror.locations import locations, losses_of_places, places
from integrationskonzept_integreat.mirror.pages import pages
from integrationskonzept_integreat.mirror.region import Region
from integrationskonzept_integreat.options import EventOptions, MirrorOptions
from integrationskonzept_integreat.pages import PageSet
from integrationskonzept_integreat.pages_exporter import pages_of

MEDIA_TYPE = "application/json"


def export(concept: Concept, options: MirrorOptions) -> Export:
    """Return pages, events and locations as the CMS would return them, at the same paths.

    A web server that serves ``index.json`` for a folder answers requests of the app with these files. Raises
    `OptionError` if a town's own template fails.
    """
    page_set = pages_of(concept, options)
    feed = calendar(concept, EventOptions(today=options.today))
    region = Region.of(page_set, options.place)
    return Export(
        files=tuple(_files(page_set, region, feed.files[0].content, options)),
        losses=(
            *losses_of(concept, page_set),
            *feed.losses,
            *losses_of_places(page_set.concept),
            *_shortcodes(page_set),
        ),
        warnings=tuple(dict.fromkeys((*warnings_of(page_set), *feed.warnings))),
    )


def _files(page_set: PageSet, region: Region, feed: bytes, options: MirrorOptions) -> Iterator[ExportFile]:
    happening, where = events(region, feed), places(page_set.concept)
    for language in region.languages:
        catalogue = next((one for one in options.catalogues if one.language == language), None)
        yield _file(region, f"{language}/pages", pages(region, page_set, language))
        yield _file(region, f"{language}/events", [event.as_answer(region, language) for event in happening])
        yield _file(region, f"{language}/locations", locations(region, where, language, catalogue, options.own))
    yield _file(region, "languages", [_language(region, language) for language in region.languages])


def _file(region: Region, name: str, answer: Any) -> ExportFile:
    text = json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
    return ExportFile(name=f"api/v3/{region.name}/{name}/index.json", content=text.encode(), media_type=MEDIA_TYPE)


def _language(region: Region, language: str) -> dict[str, Any]:
    locale = locale_of(language)
    return {
        "id": region.languages.index(language) + 1,
        "code": language,
        "bcp47_tag": language,
        "native_name": (locale.get_display_name() if locale else None) or language,
        "dir": "RIGHT_TO_LEFT" if direction_of(language) == "rtl" else "LEFT_TO_RIGHT",
    }


def _shortcodes(page_set: PageSet) -> Iterator[Loss]:
    """Yield the pages with shortcodes of a town's template, which only the CMS can resolve."""
    for page in page_set.pages:
        if "[page " in page.content or "[contact " in page.content:
            lost = message(
                "the template of the page {title!r} has shortcodes, which only the CMS resolves",
                title=page.title,
            )
            yield Loss(address=page.address, message=lost)
