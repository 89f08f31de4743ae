"""Templates for translators: catalogues without translations."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

from integrationskonzept.i18n.messages import label_text
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.translation.catalogue import Phrase

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""A date that is written nowhere; without one, Babel would read the clock."""

_HEADER = rb"""msgid ""
msgstr ""
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""


def template(phrases: Iterable[Phrase], language: str = "de") -> bytes:
    """Return the phrases as a catalogue to fill in, each once, in their order.

    A comment says what kind of text it is, such as ``Maßnahme: Titel``, in `language`.
    """
    from babel.messages.catalog import Catalog  # noqa: PLC0415 - slow to import, and an extra
    from babel.messages.pofile import write_po  # noqa: PLC0415 - slow to import, and an extra

    catalogue, buffer = Catalog(creation_date=_NEVER), BytesIO()
    for phrase in phrases:
        entry = catalogue.add(phrase.text, context=phrase.place, auto_comments=_comments(phrase.place, language))
        entry.flags.clear()  # "100 % der" is no format
    write_po(buffer, catalogue, width=0, omit_header=True)
    return _HEADER + buffer.getvalue()


def _comments(place: str, language: str) -> list[str]:
    address, _, attribute = place.partition("#")
    noun = address.partition("/")[0]
    if noun not in _nouns():
        return []
    return [": ".join((label_text(noun, language), label_text(attribute.rpartition(".")[2], language)))]


@cache
def _nouns() -> frozenset[str]:
    return frozenset(getattr(kind, "noun", "") for kind in (Concept, *MODEL.below(Concept)))
