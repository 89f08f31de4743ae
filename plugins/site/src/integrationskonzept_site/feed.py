"""News of a concept as an Atom feed, and the list of pages for search engines."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen

from integrationskonzept.blocks import displayed, inline_text
from integrationskonzept.documents import report as parts
from integrationskonzept.model import Decision, Measure
from integrationskonzept.plugins.kit import clean_text
from integrationskonzept_site.edition import Edition

_NO_DAY = date(2000, 1, 1)


@frozen(kw_only=True, order=True)
class _News:
    day: date
    address: str
    """The element that the news is about, and that its link leads to."""
    name: str
    """Name that no other news of the concept has; it stays when title or text change."""
    title: str
    text: str


def feed(edition: Edition, base: str | None) -> str:
    """Return status reports and decisions, the latest first, as an Atom feed (RFC 4287).

    Days are those that the concept states; a day that is known to the month or year only is its last one.
    """
    concept, root = edition.concept, (base or "").rstrip("/")
    news = sorted(_news(edition), reverse=True)
    latest = news[0].day if news else edition.today or _NO_DAY
    entries = "".join(_entry(each, edition, root) for each in news)
    home = f"{root}/index.html" if root else "index.html"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(edition.language)}>\n'
        f"<title>{_text(concept.title)}</title>\n<id>{_id(edition, concept.address)}</id>\n"
        f"<updated>{latest}T00:00:00Z</updated>\n<author><name>{_text(concept.municipality.name)}</name></author>\n"
        f"<link href={quoteattr(home)}/>\n{entries}</feed>\n"
    )


def _entry(news: _News, edition: Edition, root: str) -> str:
    place = edition.places.get(news.address, "index.html")
    target = f"{root}/{place}" if root else place
    return (
        f"<entry>\n<title>{_text(news.title)}</title>\n<id>{_id(edition, news.name)}</id>\n"
        f"<updated>{news.day}T00:00:00Z</updated>\n<link href={quoteattr(target)}/>\n"
        f"<summary>{_text(news.text)}</summary>\n</entry>\n"
    )


def _news(edition: Edition) -> Iterator[_News]:
    concept, language = edition.concept, edition.sentences
    for measure in concept.every(Measure):
        told = Counter[str]()
        for entry in measure.status_reports:
            name = f"{measure.address}:{entry.as_of}"
            told[name] += 1
            if told[name] > 1:
                name += f":{told[name]}"
            said = [entry.report, entry.outlook]
            text = " ".join(inline_text((one,), language) for one in said if one)
            if text and entry.as_of.latest is not None:
                day, address = entry.as_of.latest, measure.address
                yield _News(day=day, address=address, name=name, title=parts.title_of(measure), text=text)
    for decision in concept.every(Decision):
        around = concept.parent(decision.address)
        if decision.date is not None and decision.date.latest is not None:
            title = displayed(decision.title or decision.number or (parts.title_of(around) if around else ""), language)
            address = around.address if around is not None else concept.address
            day, text = decision.date.latest, decision.text or title
            yield _News(day=day, address=address, name=decision.address, title=title, text=text)


def _id(edition: Edition, address: str) -> str:
    return escape(f"urn:integrationskonzept:{edition.concept.id}:{address}")


def _text(text: str) -> str:
    return escape(clean_text(text))


def sitemap(base: str, paths: list[str]) -> str:
    """Return the list of pages for search engines."""
    places = "".join(f"<url><loc>{escape(base.rstrip('/'))}/{escape(path)}</loc></url>\n" for path in paths)
    head = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{head}\n{places}</urlset>\n'
