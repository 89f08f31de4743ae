"""Heads of measures and fields of action: number and title after a word such as ``Maßnahme``."""

import re
from collections.abc import Iterable

from attrs import frozen

from integrationskonzept.drafts.layout import DocumentLayout
from integrationskonzept.drafts.notation import clean, without_footnote_marks

_MEASURES = (
    *("Maßnahmen?", "Massnahmen?", "Projekte?", "Vorhaben", "Leitprojekt", "Teilprojekt", "Einzelmaßnahme"),
    *("Handlungsempfehlung", "Handlungsmaßnahme", "Maßnahmenblatt", "Maßnahmensteckbrief", "Maßnahmenvorschlag"),
    *("Projektsteckbrief", "Steckbrief", "Projektblatt", "Schlüsselmaßnahme", "Empfehlung"),
)
_FIELDS = ("Handlungsfeld", "Aktionsfeld", "Handlungsbereich", "Handlungsschwerpunkt", "Wirkungsfeld", "Themenfeld")
NUMBER = r"(?:[A-Z]{1,3}[ .-]?)?\d{1,3}(?:[.\-/]\d{1,3})*[a-z]?|[A-Z]|[IVX]{1,5}"
_NUMBER = re.compile(NUMBER)
_SHORT = re.compile(r"(?P<number>(?:HF\s?\d+[-. ]?)?M\s?\d{1,3}(?:[.\-/]\d{1,3})*)\b\.?\s*[:–-]?\s*(?P<title>.*)")
_NUMBERED = re.compile(r"(?P<number>(?:[A-Z]{1,3}[ .-]?)?\d{1,3}(?:[.\-/]\d{1,3})*)[.):]?\s+(?P<title>[A-ZÄÖÜ„\"(].*)")
_GENERIC = re.compile(
    r"(?:[\dIVX]+[.\d]*\s*)?(?:(?:die|unsere|geplante|konkrete|mögliche|einzelne)\s+)*(?:maßnahmen?(?:\s*[-–/]?\s*(?:katalog|plan|übersicht|liste|paket"
    r"|steckbriefe?|blätter|tabelle))?|maßnahmen(?:katalog|plan|übersicht|liste|paket|steckbriefe?|blätter)|projekte?|projekt(?:übersicht|liste|steckbriefe)"
    r"|steckbriefe?|handlungsempfehlungen|empfehlungen|handlungskonzept|handlungsfelder|übersicht|überblick|ziele|tabelle)"
    r"(?:\s+(?:und|der|zur|zum|im|in|für|des|nach|aus|–|-)\b.*)?",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:[\dIVX]+[.\d]*\s*)?(?:(?:unsere|geplante|konkrete|mögliche|weitere|vorgesehene|kommunale)\s+)?"
    r"(?:maßnahmen|projekte|handlungsempfehlungen|maßnahmen und projekte|projekte und maßnahmen)\s*:?",
    re.IGNORECASE,
)
_TITLE_START = re.compile(r"[A-ZÄÖÜ„\"“(\d]")


@frozen
class Head:
    """Number and title of a measure or field of action."""

    number: str | None
    title: str
    printed: str


class Heads:
    """The heads of one document, with the words of its layout."""

    def __init__(self, layout: DocumentLayout) -> None:
        self._measure = _pattern((*map(re.escape, layout.measure), *_MEASURES))
        self._field = _pattern((*map(re.escape, layout.field), *_FIELDS))
        self._own_fields = tuple(layout.field)

    def measure(self, text: str) -> Head | None:
        """Return the head of a measure: ``Maßnahme 3: Sprachkurse``, ``Maßnahme 3``, ``M 1.2 Sprachkurse``."""
        text = without_footnote_marks(clean(text))[0]
        found = self._measure.fullmatch(text)
        is_plural = text.startswith(("Maßnahmen", "Massnahmen", "Projekte"))
        if found and (found["number"] or (found["sign"] and not is_plural)):
            return Head(_number(found), _title(found["title"]), text)
        short = _SHORT.fullmatch(text)
        return Head(clean(short["number"]), _title(short["title"]), text) if short else None

    def field(self, text: str) -> Head | None:
        """Return the head of a field of action: ``Handlungsfeld 1: Sprache``, ``Handlungsfeld „Sprache“``."""
        text = without_footnote_marks(clean(text))[0]
        text = re.sub(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+(?=[A-ZÄÖÜ])", "", text)
        found = self._field.fullmatch(text)
        if found and found["title"] and _TITLE_START.match(found["title"]):
            return Head(_number(found), _title(found["title"]).strip('„“"”'), text)
        return None


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{'|'.join(words)})(?:\s*(?:Nr\.?|Nummer|Kennung))?(?:\s*(?P<number>{NUMBER})(?![\w„]))?"
        r"\s*(?P<sign>[:.–—|-])?\s*(?P<title>(?:(?<=[\s:.–—|-])\S.*)?)"
    )


def _number(found: re.Match[str]) -> str | None:
    return clean(found["number"]) if found["number"] else None


def _title(text: str) -> str:
    return clean(text).strip(" :–-").strip()


def numbered(text: str) -> Head:
    """Return number and title of a text such as ``1.2 Sprachkurse``; without a number, the text as the title."""
    text = without_footnote_marks(clean(text))[0]
    found = _NUMBERED.fullmatch(text)
    return Head(clean(found["number"]), _title(found["title"]), text) if found else Head(None, _title(text), text)


def is_number(text: str) -> bool:
    """Return whether a text is the number of a measure."""
    return _NUMBER.fullmatch(clean(text).rstrip(".)")) is not None


def is_generic(text: str) -> bool:
    """Return whether a heading names no field, such as ``Maßnahmen`` or ``Übersicht``."""
    return _GENERIC.fullmatch(clean(text)) is not None


def is_head_of_list(text: str) -> bool:
    """Return whether the items of a list below this line are measures, as below ``Geplante Maßnahmen``."""
    return _LIST.fullmatch(clean(text)) is not None
