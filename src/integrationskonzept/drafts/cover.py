"""Title, town, date and period of a document, from its first pages."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from integrationskonzept.drafts.notation import clean
from integrationskonzept.drafts.time_frames import date_of
from integrationskonzept.model.municipality import MunicipalityKind
from integrationskonzept.model.partial_date import PartialDate

_TITLE = re.compile(
    r"\b\w*(?:konzept|konzeption|konzepts|leitbild|leitlinien|strategie)\b|\b(?:Integrations|Maßnahmen|Aktions|Handlungs|Master|Teilhabe)plan\b",
    re.IGNORECASE,
)
_INTEGRATION = re.compile(r"integration|vielfalt|teilhabe|migration|zusammenleben", re.IGNORECASE)
_KINDS = {
    "Verbandsgemeinde": MunicipalityKind.ASSOCIATION,
    "Samtgemeinde": MunicipalityKind.ASSOCIATION,
    "Gemeindeverwaltungsverband": MunicipalityKind.ASSOCIATION,
    "Landeshauptstadt": MunicipalityKind.INDEPENDENT_CITY,
    "Hansestadt": MunicipalityKind.TOWN,
    "Universitätsstadt": MunicipalityKind.TOWN,
    "Kreisstadt": MunicipalityKind.TOWN,
    "Stadt": MunicipalityKind.TOWN,
    "Marktgemeinde": MunicipalityKind.MUNICIPALITY,
    "Gemeinde": MunicipalityKind.MUNICIPALITY,
    "Landkreises": MunicipalityKind.DISTRICT,
    "Landkreis": MunicipalityKind.DISTRICT,
    "Kreises": MunicipalityKind.DISTRICT,
    "Kreis": MunicipalityKind.DISTRICT,
}
_NAME = (
    r"(?:(?:Bad|Sankt|St\.|Neu|Alt|Groß|Klein|Schwäbisch|Markt)[ ])?[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ]?[a-zäöüß]+)*"
    r"(?:[ ](?:am|an der|an|im|in|bei|ob der|vor der|auf der|unter|a\.|i\.)[ ](?:der |dem )?[A-ZÄÖÜ][a-zäöüß]+)?"
)
_TOWN = re.compile(rf"\b(?P<kind>{'|'.join(_KINDS)})[ ](?P<name>{_NAME})")
_NO_NAME = re.compile(r"(?:und|oder|der|die|das|Integration|Gesellschaft|Konzept|Verwaltung|Vielfalt)$")
_AS_OF = re.compile(r"\bStand:?\s+(?:vom\s+)?(.{3,24}?)\s*(?:[,;)]|$)")
_PERIOD = re.compile(r"\b(20\d\d)\s*(?:[-–—/]|bis)\s*(20\d\d)\b")
_LONGEST = 120


@frozen(kw_only=True)
class Town:
    """The municipality that a document names."""

    name: str
    kind: MunicipalityKind | None


def town_in(texts: Sequence[str]) -> Town | None:
    """Return the municipality that the texts name most often, such as ``Stadt Musterstadt``."""
    found = list(_towns(texts))
    if not found:
        return None
    names = [town.name for town in found]
    best = max(dict.fromkeys(names), key=names.count)
    return next(town for town in found if town.name == best)


def town_of(name: str) -> Town:
    """Return the municipality of a stated name."""
    found = _TOWN.search(name)
    return Town(name=name, kind=_KINDS[found["kind"]] if found else None)


def _towns(texts: Sequence[str]) -> Iterator[Town]:
    for text in texts:
        for found in _TOWN.finditer(text):
            if not _NO_NAME.match(found["name"]):
                kind = found["kind"]
                word = {"Landkreises": "Landkreis", "Kreises": "Kreis"}.get(kind, kind)
                yield Town(name=f"{word} {found['name']}", kind=_KINDS[kind])


def title_in(texts: Sequence[str]) -> str | None:
    """Return the first short text that is the title of a concept, one about integration if there is one."""
    found = [clean(text) for text in texts if len(text) <= _LONGEST and _TITLE.search(text) and "…" not in text]
    with_town = [text for text in found if _INTEGRATION.search(text) and _TOWN.search(text)]
    about = [text for text in found if _INTEGRATION.search(text)]
    return next(iter([*with_town, *about, *found]), None)


def as_of_in(texts: Sequence[str]) -> tuple[PartialDate, str] | None:
    """Return the date after the word ``Stand``, and its wording."""
    for text in texts:
        for found in _AS_OF.finditer(text):
            date = date_of(found[1])
            if date is not None:
                return date, clean(found[0]).rstrip(",;)")
    return None


def period_in(title: str) -> tuple[PartialDate, PartialDate] | None:
    """Return the first and the last year in a title such as ``Integrationskonzept 2025–2029``."""
    found = _PERIOD.search(title)
    return (PartialDate(found[1]), PartialDate(found[2])) if found and found[1] <= found[2] else None


def is_title(text: str) -> bool:
    """Return whether a heading is the title of a concept, with the name of its town."""
    return _TITLE.search(text) is not None and (
        _TOWN.search(text) is not None or text.casefold().startswith("integrations")
    )
