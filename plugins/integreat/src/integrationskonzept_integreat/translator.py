"""Translate the texts of a concept into one language of the pages."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from attrs import Factory, define, field, frozen
from markupsafe import Markup

from integrationskonzept import Message, PartialDate
from integrationskonzept.model import Precision
from integrationskonzept.plugins.kit import LANGUAGES
from integrationskonzept_integreat.catalogue import Catalogue, Phrase, direction_of, locale_of
from integrationskonzept_integreat.headings import OF_PAGES, heading
from integrationskonzept_integreat.html_text import markup, one_line, sayable

if TYPE_CHECKING:  # slow to import, and not needed to check a concept
    from babel import Locale

_LEAP_YEAR = 2000


@frozen(kw_only=True)
class Text:
    """A text on a page."""

    value: str
    language: str | None = None
    """The language of the text; None if it is that of the page."""

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        return bool(self.value)

    def __html__(self) -> Markup:
        """Return the text as HTML, with its language if it differs from that of the page."""
        written = markup(self.value)
        if self.language is None:
            return Markup(written)  # noqa: S704 - escaped in `markup`
        direction = direction_of(self.language)
        return Markup(f'<span lang="{self.language}" dir="{direction}">{written}</span>')  # noqa: S704 - escaped


@define(kw_only=True)
class Translator:
    """Translator of texts into one language, with a record of the phrases requested."""

    language: str
    source: str
    """The language of the concept, by its code in the CMS."""
    catalogue: Catalogue | None = None
    """Translations; None for the language of the concept."""
    asked: dict[Phrase, bool] = field(default=Factory(dict))
    """Every phrase requested, and whether it was translated."""

    def text(self, address: str, attribute: str, value: str | None) -> Text | None:
        """Return the text of an attribute; None if it is empty."""
        if value is None or not sayable(value).strip():
            return None
        return self._translated(Phrase(place=f"{address}#{attribute}", text=sayable(value)))

    def said(self, address: str, attribute: str, words: Message) -> Text | None:
        """Return words made of an attribute: in the page's language, or as a text that a catalogue can translate."""
        if self.language in LANGUAGES:
            return Text(value=words.text(self.language))
        return self.text(address, attribute, words.text(self.source))

    def title(self, address: str, attribute: str, value: str) -> Text:
        """Return a title on one line; if empty, the word for untitled."""
        line = one_line(value)
        return self._translated(Phrase(place=f"{address}#{attribute}", text=line)) if line else self.word("untitled")

    def word(self, name: str) -> Text:
        """Return a heading of the pages."""
        if self.language in LANGUAGES:
            return Text(value=heading(name, self.language))
        ours = self.source if self.source in LANGUAGES else "en"
        return self._translated(Phrase(place=f"{OF_PAGES}#{name}", text=heading(name, ours)), ours)

    def day(self, stated: PartialDate) -> Text:
        """Return a date in its stated precision."""
        locale = locale_of(self.language)
        write = _DATES.get(stated.precision)
        if locale is None or write is None:
            return Text(value=stated.text)
        return Text(value=write(stated, locale))

    def _translated(self, phrase: Phrase, source: str | None = None) -> Text:
        if self.catalogue is None:
            self.asked[phrase] = True
            return Text(value=phrase.text)
        translation = self.catalogue.translated(phrase)
        self.asked[phrase] = translation is not None
        if translation is None:
            return Text(value=phrase.text, language=source or self.source)
        return Text(value=sayable(translation))


def _day(stated: PartialDate, locale: "Locale") -> str:
    from babel.dates import format_date

    return format_date(stated.earliest, "long", locale)


def _day_of_year(stated: PartialDate, locale: "Locale") -> str:
    month, day = stated.month_day or (1, 1)
    return _skeleton("MMMMd", date(_LEAP_YEAR, month, day), locale)


def _month(stated: PartialDate, locale: "Locale") -> str:
    return _skeleton("yMMMM", stated.earliest, locale)


def _quarter(stated: PartialDate, locale: "Locale") -> str:
    return _skeleton("yQQQQ", stated.earliest, locale)


def _skeleton(skeleton: str, day: date | None, locale: "Locale") -> str:
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, day, locale=locale)


_DATES: dict[Precision, "Callable[[PartialDate, Locale], str]"] = {
    Precision.DAY: _day,
    Precision.DAY_OF_YEAR: _day_of_year,
    Precision.MONTH: _month,
    Precision.QUARTER: _quarter,
}
"""Formatters of dates by precision; all others remain as written."""
