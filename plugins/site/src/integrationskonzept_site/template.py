"""The frame around each page: head, navigation, languages, search."""

import json
from collections import ChainMap
from collections.abc import Sequence
from html import escape

from attrs import frozen

from integrationskonzept import Message
from integrationskonzept.blocks import displayed, to_html_body
from integrationskonzept.plugins.kit import value_message
from integrationskonzept.translation import language_name
from integrationskonzept_site.edition import Edition, link
from integrationskonzept_site.i18n import message
from integrationskonzept_site.pages import TITLES, Page, Section
from integrationskonzept_site.structured_data import structured_data

_SKIP = message("Skip to the content")
_PARTS = message("Parts of this site")
_LANGUAGES = message("Languages")
_SEARCH = message("Search")
_WORDS = message("Search this site")
_FOUND = message("{count} pages found")
_NEWS = message("News feed")


@frozen(kw_only=True)
class Frame:
    """What stands around the pages of a language."""

    edition: Edition
    others: Sequence[Edition]
    """The site in every language."""
    downloads: Sequence[str]
    """Places of the files to download."""

    def text(self, said: Message) -> str:
        """Return a sentence, escaped for HTML."""
        return escape(said.text(self.edition.sentences))


def page_body(page: Page, frame: Frame) -> str:
    """Return the content of a page as HTML."""
    root = _root(page, frame)
    links = ChainMap({place: root + place for place in frame.downloads}, frame.edition.links(page.path))
    return to_html_body(page.document, links)


def html_page(page: Page, frame: Frame, body: str) -> str:
    """Return a page as HTML."""
    edition, path, root = frame.edition, page.path, _root(page, frame)
    title = displayed(page.document.title, edition.sentences)
    town = edition.concept.municipality.name
    whole_title = title if page.path == Section.START else f"{title} – {town}"
    data = structured_data(edition, page)
    script = f'<script type="application/ld+json">{_json(data)}</script>\n' if data else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(edition.language)}" dir="{edition.direction}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(whole_title)}</title>\n"
        f'<link rel="stylesheet" href="{root}site.css">\n'
        f'<link rel="alternate" type="application/atom+xml" title="{frame.text(_NEWS)}" href="{root}feed.xml">\n'
        f"{script}</head>\n<body>\n"
        f'<a class="skip" href="#content">{frame.text(_SKIP)}</a>\n'
        f'<header>\n<p class="town">{escape(town)}</p>\n{_languages(page, frame)}{_search(page, frame)}'
        f"{_navigation(page, frame)}</header>\n"
        f'<main id="content">\n{body}\n</main>\n{_footer(page, frame)}'
        f'<script src="{link(path, "search-index.js")}"></script>\n<script src="{root}search.js"></script>\n'
        "</body>\n</html>\n"
    )


def _root(page: Page, frame: Frame) -> str:
    """Return the way from a page to the folder of the site."""
    root = link(frame.edition.folder + page.path, ".")
    return "" if root == "." else f"{root}/"


def _json(data: object) -> str:
    """Return data that no HTML can end."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c").replace("&", "\\u0026")


def _languages(page: Page, frame: Frame) -> str:
    if len(frame.others) < 2:  # noqa: PLR2004 - one language needs no choice
        return ""
    items = []
    for other in frame.others:
        name = escape(language_name(other.language, other.language))
        target = link(frame.edition.folder + page.path, other.folder + page.path)
        if other is frame.edition:
            items.append(f'<li><span aria-current="true" lang="{other.language}">{name}</span></li>')
        else:
            lang = f'lang="{other.language}" hreflang="{other.language}"'
            items.append(f'<li><a href="{target}" {lang}>{name}</a></li>')
    return f'<nav aria-label="{frame.text(_LANGUAGES)}"><ul class="languages">{"".join(items)}</ul></nav>\n'


def _search(page: Page, frame: Frame) -> str:
    """Return the search, which the script shows; without it there is none."""
    words = frame.text(_WORDS)
    return (
        f'<search id="search" hidden data-root="{link(page.path, ".")}/" data-found="{frame.text(_FOUND)}">\n'
        f'<form><label for="search-words">{words}</label> <input id="search-words" type="search" autocomplete="off">'
        f' <button type="submit">{frame.text(_SEARCH)}</button></form>\n'
        '<p id="search-count" role="status"></p>\n<ul id="search-results"></ul>\n</search>\n'
    )


def _navigation(page: Page, frame: Frame) -> str:
    items = []
    for section in Section:
        if section is Section.ACCESSIBILITY:
            continue
        current = "page" if page.path == section else "true" if page.section is section else "false"
        items.append(
            f'<li><a href="{link(page.path, section)}" aria-current="{current}">{frame.text(TITLES[section])}</a></li>'
        )
    return f'<nav aria-label="{frame.text(_PARTS)}"><ul>{"".join(items)}</ul></nav>\n'


def _footer(page: Page, frame: Frame) -> str:
    edition = frame.edition
    day = f"<p>{frame.text(_as_of(edition))}</p>" if edition.today else ""
    statement = f'<a href="{link(page.path, Section.ACCESSIBILITY)}">{frame.text(TITLES[Section.ACCESSIBILITY])}</a>'
    return f"<footer>\n{day}<p>{statement}</p>\n</footer>\n"


def _as_of(edition: Edition) -> Message:
    return message("As of {day}", day=value_message(edition.today))
