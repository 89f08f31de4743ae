"""Translate the texts of a concept into one language of the pages."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from attrs import Factory, define, field, frozen
from markupsafe import Markup

from integrationskonzept import Message, PartialDate
from integrationskonzept.model import Precision
from integrationskonzept.plugins.kit import LANGUAGES, clean_text, one_line
from integrationskonzept.translation import Catalogue, Phrase, direction_of, language_name, locale_of
from integrationskonzept_integreat.headings import HEADINGS, OF_PAGES, heading
from integrationskonzept_integreat.html_text import markup
from integrationskonzept_integreat.language import primary_of

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
    """Every phrase requested, headings too, and whether it is in the language of the page."""

    def text(self, address: str, attribute: str, value: str | None) -> Text | None:
        """Return the text of an attribute; None if it is empty."""
        if value is None or not clean_text(value).strip():
            return None
        return self._translated(Phrase(place=f"{address}#{attribute}", text=clean_text(value)))

    def said(self, address: str, attribute: str, words: Message) -> Text | None:
        """Return words made of an attribute: in the page's language, or as a text that a catalogue can translate."""
        for known in dict.fromkeys((self.language, primary_of(self.language))):
            if known in LANGUAGES and words.is_translated(known):
                return Text(value=words.text(known))
        return self.text(address, attribute, words.text(self.source))

    def title(self, address: str, attribute: str, value: str) -> Text:
        """Return a title on one line; if empty, the word for untitled."""
        line = one_line(value)
        return self._translated(Phrase(place=f"{address}#{attribute}", text=line)) if line else self.word("untitled")

    def word(self, name: str) -> Text:
        """Return a heading of the pages: by the town's catalogue, or else as it is shipped.

        Where there is neither, it is that of the concept's language, or English.
        """
        original = heading(name, self.source)
        written, language = (original, self.source) if original else (HEADINGS[name].text("en"), "en")
        phrase = Phrase(place=f"{OF_PAGES}#{name}", text=written)
        found = self.catalogue.translated(phrase) if self.catalogue else None
        shown = clean_text(found) if found else heading(name, self.language)
        self.asked[phrase] = shown is not None
        return Text(value=shown) if shown else Text(value=written, language=language)

    def day(self, stated: PartialDate) -> Text:
        """Return a date in its stated precision."""
        locale = locale_of(self.language)
        write = _DATES.get(stated.precision)
        if locale is None or write is None:
            return Text(value=stated.text)
        return Text(value=write(stated, locale))

    def weekday(self, number: int) -> str:
        """Return the name of a day of the week, Monday being 0."""
        locale = locale_of(self.language) or locale_of("en")
        assert locale is not None  # noqa: S101 - there is English
        return str(locale.days["stand-alone"]["wide"][number])

    def language_name(self, code: str) -> Text:
        """Return the name of a language."""
        return Text(value=language_name(code, self.language))

    def _translated(self, phrase: Phrase) -> Text:
        if self.catalogue is None:
            self.asked[phrase] = True
            return Text(value=phrase.text)
        translation = self.catalogue.translated(phrase)
        self.asked[phrase] = translation is not None
        if translation is None:
            return Text(value=phrase.text, language=self._marked)
        return Text(value=clean_text(translation))

    @property
    def _marked(self) -> str | None:
        """The language of what is not translated; None on a page in a variety of it, such as easy German."""
        return None if primary_of(self.language) == self.source else self.source


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
