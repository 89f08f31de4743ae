"""Pages in the format of the CMS's read interface."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from integrationskonzept_integreat.mirror.region import Region, excerpt
from integrationskonzept_integreat.page import Page
from integrationskonzept_integreat.pages import PageSet
from integrationskonzept_integreat.slug import RESERVED, Slugs


@frozen(kw_only=True)
class PageAddress:
    """A page with its address."""

    page: Page
    slug: str
    path: str


def pages(region: Region, page_set: PageSet, language: str) -> list[dict[str, Any]]:
    """Return the pages in one language, in the order of their tree."""
    placed = {one: _page_addresses(region, page_set, one) for one in region.languages}
    order = dict(_order(page_set))
    here = placed[language]
    inside = sorted(here.values(), key=lambda one: (one.page.parent is not None, order[one.page.key]))
    return [_page_answer(region, one, here, placed, order[one.page.key]) for one in inside]


def _page_addresses(region: Region, page_set: PageSet, language: str) -> dict[str, PageAddress]:
    """Return the address of every page in a language."""
    slugs = Slugs("page", RESERVED)
    placed: dict[str, PageAddress] = {}
    for page in page_set.inside(language):
        name = slugs.give(page.title)
        path = f"{placed[page.parent].path}{name}/" if page.parent else region.path(language, name)
        placed[page.key] = PageAddress(page=page, slug=name, path=path)
    return placed


def _order(page_set: PageSet) -> Iterator[tuple[str, int]]:
    """Yield the order of pages as in the CMS: root pages by tree, others by their left edge in the nested set."""
    below: dict[str | None, list[str]] = defaultdict(list)
    for page in page_set.inside(page_set.languages[0] if page_set.languages else page_set.source):
        below[page.parent].append(page.key)
    yield from ((key, number) for number, key in enumerate(below[None], 1))
    for root in below[None]:
        edge = 2
        waiting: list[str | None] = list(reversed(below[root]))
        while waiting:
            key = waiting.pop()
            if key is not None:
                yield key, edge
                waiting += [None, *reversed(below[key])]
            edge += 1


def _page_answer(
    region: Region,
    one: PageAddress,
    here: dict[str, PageAddress],
    placed: dict[str, dict[str, PageAddress]],
    order: int,
) -> dict[str, Any]:
    page = one.page
    above = here.get(page.parent) if page.parent else None
    return {
        **region.addressed(_number(region, page), one.path),
        "title": page.title,
        **region.changed,
        "excerpt": excerpt(page.content),
        "content": page.content,
        "parent": _parent(region, above),
        "order": order,
        "available_languages": {
            language: region.addressed(_number(region, there[page.key].page), there[page.key].path)
            for language, there in placed.items()
            if language != page.language and page.key in there
        },
        "thumbnail": None,
        "organization": None,
        "hash": None,
        "embedded_offers": [],
        "slug_history": [one.slug],
    }


def _number(region: Region, page: Page) -> int:
    return region.number(f"{page.key} {page.language}")


def _parent(region: Region, above: PageAddress | None) -> dict[str, Any]:
    if above is None:
        return {"id": 0, "url": None, "path": None}
    number = region.site.pages.get(above.page.key) or region.number(above.page.key)
    return region.addressed(number, above.path)
