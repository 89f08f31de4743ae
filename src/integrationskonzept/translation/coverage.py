"""TranslationCoverage: how many of some texts are translated."""

from collections.abc import Iterable

from attrs import frozen

from integrationskonzept.translation.catalogue import Catalogue
from integrationskonzept.translation.texts import Phrase


@frozen(kw_only=True)
class TranslationCoverage:
    """Numbers of texts, and of those that are translated."""

    texts: int
    translated: int

    @property
    def lacking(self) -> int:
        """Number of texts without a translation."""
        return self.texts - self.translated


def coverage_of(phrases: Iterable[Phrase], catalogue: Catalogue) -> TranslationCoverage:
    """Return how many of the phrases, each counted once, a catalogue translates."""
    wanted = dict.fromkeys(phrases)
    translated = sum(catalogue.translated(phrase) is not None for phrase in wanted)
    return TranslationCoverage(texts=len(wanted), translated=translated)
