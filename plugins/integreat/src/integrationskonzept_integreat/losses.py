"""Losses and warnings of pages in Integreat."""

from collections.abc import Iterator

from integrationskonzept import Concept, Loss, Message, pursuit
from integrationskonzept.model import (
    Achievement,
    Activity,
    Challenge,
    Country,
    Discrepancy,
    Element,
    Evaluation,
    Figure,
    Footnote,
    Goal,
    Illustration,
    Indicator,
    Measure,
    Meeting,
    Need,
    Passage,
    Record,
    Reference,
    Sourced,
    Step,
    TimelineRow,
)
from integrationskonzept_integreat.attributes import attribute_losses
from integrationskonzept_integreat.context_builder import doubts_about_date
from integrationskonzept_integreat.html_text import is_sayable
from integrationskonzept_integreat.i18n import say
from integrationskonzept_integreat.pages import PageSet

_UNTOLD = (
    (Indicator, "{number} indicators with their values", "{number} Indikatoren mit ihren Werten"),
    (Figure, "{number} figures", "{number} Kennzahlen"),
    (Country, "{number} countries of origin", "{number} Herkunftsländer"),
    (Need, "{number} needs", "{number} Bedarfe"),
    (Challenge, "{number} challenges", "{number} Herausforderungen"),
    (Achievement, "{number} achievements of the stock-take", "{number} Fortschritte der Bestandsaufnahme"),
    (Meeting, "{number} meetings, which only the calendar has", "{number} Treffen, die nur im Kalender stehen"),
    (Passage, "{number} passages such as forewords", "{number} Textstellen wie Vorworte"),
    (Step, "{number} steps of measures", "{number} Arbeitsschritte von Maßnahmen"),
    (TimelineRow, "{number} rows of the timeline", "{number} Zeilen des Zeitplans"),
    (Evaluation, "{number} evaluations", "{number} Evaluationen"),
    (Illustration, "{number} illustrations", "{number} Abbildungen"),
    (Reference, "{number} references", "{number} Quellen"),
    (Footnote, "{number} footnotes", "{number} Fußnoten"),
)
"""Nouns that the public pages do not show."""

LARGEST = 2_500_000
"""Maximum size of a request to the CMS in bytes."""


def losses_of(full: Concept, page_set: PageSet) -> Iterator[Loss]:
    """Yield the elements that are not on the pages, and the texts that are not translated."""
    concept = page_set.concept
    for noun, english, german in _UNTOLD:
        number = len(concept.records.get(noun))
        if number:
            untold = say(
                "{what}: not on the pages", "{what}: nicht auf den Seiten", what=say(english, german, number=number)
            )
            yield Loss(address=concept.address, message=untold)
    yield from attribute_losses(concept)
    yield from _no_longer_pursued(page_set)
    yield from _remarks(full, page_set)
    yield from _untranslated(page_set)
    for page in page_set.orphans:
        lost = say(
            "the page {title!r} in {language}: left out, since the page above it has no translation",
            "die Seite {title!r} auf {language}: weggelassen, da die Seite über ihr nicht übersetzt ist",
            title=page.title,
            language=page.language,
        )
        yield Loss(address=page.address, message=lost)
    for page in page_set.pages:
        if len(page.content.encode()) > LARGEST:
            lost = say("the page is larger than the CMS takes", "die Seite ist größer, als das CMS annimmt")
            yield Loss(address=page.address, message=lost)


def _no_longer_pursued(page_set: PageSet) -> Iterator[Loss]:
    """Yield the measures and goals left out with their parts, and what became of each."""
    for address, (_, element) in page_set.given.index.items():
        if address not in page_set.concept.index and isinstance(element, Activity | Goal | Measure):
            lost = say(
                "left out, since it is no longer pursued: {reason}",
                "weggelassen, da nicht mehr verfolgt: {reason}",
                reason=pursuit(element, page_set.given).reason,
            )
            yield Loss(address=address, message=lost)


def _remarks(full: Concept, page_set: PageSet) -> Iterator[Loss]:
    concept = page_set.concept
    notes = sum(1 for record in _records(full) if isinstance(record, Sourced) and record.note)
    if notes:
        lost = say(
            "{number} editors' remarks: not on the pages",
            "{number} Anmerkungen der Bearbeiter: nicht auf den Seiten",
            number=notes,
        )
        yield Loss(address=concept.address, message=lost)
    if len(full.index) != len(page_set.given.index):
        lost = say("what is internal is never written for Integreat", "Internes wird nie für Integreat geschrieben")
        yield Loss(address=concept.address, message=lost)
    for record in _records(concept):
        texts = (getattr(record, name, None) for name in ("title", "text", "description"))
        if isinstance(record, Element) and not all(is_sayable(text) for text in texts if text):
            lost = say("control characters are left out", "Steuerzeichen sind weggelassen")
            yield Loss(address=record.address, message=lost)


def _records(concept: Concept) -> Iterator[Record]:
    for found in concept.records.values():
        yield from found.records


def _untranslated(page_set: PageSet) -> Iterator[Loss]:
    for page in page_set.pages:
        if page.translated < page.texts:
            lost = say(
                "the page {title!r} in {language}: {number} of {all} texts have no translation and stay as they are",
                "die Seite {title!r} auf {language}: {number} von {all} Texten sind nicht übersetzt"
                " und bleiben, wie sie sind",
                title=page.title,
                language=page.language,
                number=page.texts - page.translated,
                all=page.texts,
            )
            yield Loss(address=page.address, message=lost)


def warnings_of(page_set: PageSet) -> Iterator[Loss]:
    """Yield the doubtful statements on pages, and HTML of templates that the CMS does not keep."""
    for page in page_set.changed:
        doubt = say(
            "the template of the page {title!r} makes HTML that the CMS does not keep;"
            " it is written as the CMS keeps it",
            "die Vorlage der Seite {title!r} erzeugt HTML, das das CMS nicht behält; geschrieben ist, was es behält",
            title=page.title,
        )
        yield Loss(address=page.address, message=doubt)
    for happening in (*page_set.concept.activities, *page_set.concept.action_days):
        for discrepancy in doubts_about_date(happening):
            yield Loss(address=happening.address, message=_doubt(discrepancy))


def _doubt(discrepancy: Discrepancy) -> Message:
    return say("told as printed: {text}", "wie gedruckt wiedergegeben: {text}", text=discrepancy.text)
