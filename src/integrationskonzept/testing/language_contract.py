"""Contract of languages."""

import gettext
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from string import Formatter

from integrationskonzept.i18n.languages import LANGUAGES, Language
from integrationskonzept.testing.contract import Contract, keep, must, must_be_taken

_MONTHS = 12
_DAY = date(2026, 3, 7)


class LanguageContract(Contract):
    """Subclass it in a test module, with the language under test, and pytest runs every test.

    ``class TestTurkish(LanguageContract): language = TURKISH``
    """

    language: Language

    def test_its_forms_can_be_filled(self) -> None:
        """Dates, numbers, amounts and lists can be written in it."""
        language = self.language
        for precision, form in language.dates.items():
            must(language.date(form, _DAY, "1").strip(), f"a {precision} is written as nothing")
        written = language.yearless(3, 7)
        must("7" in written, f"the 7th of March is written as {written!r}")
        must("12" in language.money(12, "EUR"), f"12 EUR are written as {language.money(12, 'EUR')!r}")
        listed = language.listed(("a", "b", "c"))
        must(re.fullmatch(r"a.*b.*c", listed), f"a list of a, b and c is written as {listed!r}")

    def test_its_table_is_consistent(self) -> None:
        """It is written in one direction, has twelve months or none, and marks decimals and groups differently."""
        language = self.language
        must(language.direction in {"ltr", "rtl"}, f"the direction is {language.direction!r}, neither 'ltr' nor 'rtl'")
        must(len(language.months) in {0, _MONTHS}, f"it has {len(language.months)} months")
        must(language.decimal != language.group, f"decimals and groups of digits are both marked by {language.group!r}")
        for word in language.truth_words:
            must(word == word.casefold(), f"the word {word!r} for yes or no is not in lower case")

    def test_it_has_a_catalogue(self) -> None:
        """Its folder has a catalogue of the library's sentences in this language."""
        must(self._catalogue(), f"there is no sentence in {self._file()}")

    def test_its_sentences_have_the_places_of_the_english_ones(self) -> None:
        """A translation has no place for a value that the English sentence does not have."""
        for english, translation in self._catalogue().items():
            foreign = _places(translation) - _places(english)
            must(not foreign, f"{translation!r} has places that {english!r} has not: {', '.join(sorted(foreign))}")

    def test_a_host_takes_it(self) -> None:
        """Everything it states is accepted."""
        before = dict(LANGUAGES)
        try:
            must_be_taken("languages", self.language)
        finally:
            LANGUAGES.clear()
            LANGUAGES.update(before)

    def _file(self) -> str | None:
        return gettext.find("integrationskonzept", self.language.catalogues, languages=[self.language.code])

    def _catalogue(self) -> Mapping[str, str]:
        """Return the translation of each sentence."""
        found = self._file()
        if found is None:
            return {}
        with Path(found).open("rb") as file:
            return dict(_Sentences(file).sentences)


class _Sentences(gettext.GNUTranslations):
    """A catalogue whose sentences can be listed."""

    @property
    def sentences(self) -> Mapping[str, str]:
        """The translations by their English sentences; plurals and the header are left out."""
        held: Mapping[object, str] = vars(self)["_catalog"]
        return {key.rpartition("\x04")[2]: value for key, value in held.items() if isinstance(key, str) and key}


def _places(sentence: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)


def language_suite(language: Language) -> LanguageContract:
    """Return the suite of a language."""
    suite = LanguageContract()
    suite.language = language
    return suite


def check_language(language: Language) -> None:
    """Run the contract for a language; raise `BrokenContractError` with every breach."""
    keep({f"the language {language.code!r}": language_suite(language)})
