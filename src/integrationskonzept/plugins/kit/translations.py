"""Exports in another language: texts from a catalogue of translations, and what has none."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import value_message
from integrationskonzept.plugins.contracts import Loss
from integrationskonzept.plugins.kit.languages import document_language
from integrationskonzept.plugins.kit.losses import Declaration
from integrationskonzept.translation.catalogue import Catalogue
from integrationskonzept.translation.locale_data import language_name
from integrationskonzept.translation.texts import Phrase, noun_of, nouns
from integrationskonzept.translation.translated_concept import sentence_language, translated_concept


def translations_help() -> Message:
    """Return the help of the option ``translations``, for every exporter that has it."""
    return message(
        "catalogue of translations, such as en.po, or a folder with one for each language, from which 'language'"
        " chooses"
    )


def in_language_of(concept: Concept, catalogue: Catalogue | None) -> Concept:
    """Return a concept with the translations of a catalogue; the concept itself without one."""
    return concept if catalogue is None else translated_concept(concept, catalogue).concept


def untranslated(
    concept: Concept, catalogue: Catalogue | None, declaration: Declaration | None = None
) -> Iterator[Loss]:
    """Yield the texts that have no translation, counted by kind, and sentences that are in a different language.

    Args:
        concept: The concept as it is stated.
        catalogue: The translations; None where the export is in the concept's own language.
        declaration: What the exporter writes; without it, everything.
    """
    if catalogue is None:
        return
    missing: dict[str, Counter[str]] = {}
    for phrase in translated_concept(concept, catalogue).untranslated:
        if declaration is None or _is_written(phrase, declaration):
            missing.setdefault(noun_of(phrase.place), Counter())[_attribute(phrase)] += 1
    for noun, counted in missing.items():
        attributes = tuple(
            message("{name} ({number})", name=label(name), number=number) for name, number in counted.items()
        )
        lost = message(
            "{noun}, {attributes}: without a translation into {language}, as in the concept",
            noun=label(noun),
            attributes=value_message(attributes),
            language=_LanguageName(template=catalogue.language),
        )
        yield Loss(address=concept.address, message=lost)
    if sentence_language(catalogue) is None:
        lost = message(
            "headings and sentences are in {written}: the library does not speak {language}",
            written=_LanguageName(template=document_language(concept)),
            language=_LanguageName(template=catalogue.language),
        )
        yield Loss(address=concept.address, message=lost)


def _is_written(phrase: Phrase, declaration: Declaration) -> bool:
    return declaration.writes(nouns()[noun_of(phrase.place)], phrase.place.partition("#")[2].partition(".")[0])


def _attribute(phrase: Phrase) -> str:
    return phrase.place.partition("#")[2].rpartition(".")[2]


@frozen(kw_only=True)
class _LanguageName(Message):
    """The name of a language in the language of the sentence around it."""

    def text(self, language: str = "en") -> str:
        """Return the name."""
        return language_name(self.template, language)
