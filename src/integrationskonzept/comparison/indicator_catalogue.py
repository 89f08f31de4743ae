"""Codes of the integration monitoring of the German states (Integrationsmonitoring der Länder, IntMK)."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from integrationskonzept.evaluation.answer import Answer, cannot_be_said, no, yes
from integrationskonzept.i18n.messages import message

CATALOGUE = "IntMK"
"""Name of the catalogue in a code such as ``IntMK:E1a``."""


@frozen(kw_only=True)
class IndicatorGroup:
    """A group of indicators of the catalogue."""

    letter: str
    title: str
    """Subject of the group, in German as the catalogue is."""
    is_complete: bool
    """Every code of the group is known here; in any other group an unknown code may well exist."""
    codes: Mapping[str, str]
    """Subject of each code, in short words of this library, not the official title."""


def _group(letter: str, title: str, codes: dict[str, str], *, is_complete: bool = True) -> IndicatorGroup:
    return IndicatorGroup(letter=letter, title=title, is_complete=is_complete, codes=MappingProxyType(codes))


GROUPS = (
    _group(
        "A",
        "Zuwanderung und Bevölkerung",
        {
            "A1a": "Bevölkerung nach Alter",
            "A1b": "Bevölkerung nach Generation",
            "A1c": "Bevölkerung nach Zuzug",
            "A2a": "Wanderungen",
            "A2b": "Wanderungsmotive",
            "A3": "Wahlberechtigte",
            "A4": "Lebensformen",
            "A5": "Asylerstanträge",
            "A6": "Herkunft und Bleibeperspektive",
            "A7": "Unbegleitete Minderjährige",
            "A8": "Schutzsuchende",
            "A9": "Schutzsuchende",
        },
    ),
    _group(
        "B",
        "Rechtliche Integration",
        {"B2a": "Einbürgerungsquote, ab acht Jahren Aufenthalt", "B2b": "Einbürgerungsquote, insgesamt"},
        is_complete=False,
    ),
    _group(
        "C",
        "Kindertagesbetreuung und Sprache",
        {
            "C1a": "Kinder unter drei Jahren in Betreuung, Anteil",
            "C1b": "Kinder unter drei Jahren in Betreuung, Quote",
            "C2a": "Kinder von drei bis sechs Jahren in Betreuung, Anteil",
            "C2b": "Kinder von drei bis sechs Jahren in Betreuung, Quote",
            "C3": "Familiensprache",
            "C4": "Sprachförderbedarf",
        },
    ),
    _group(
        "D",
        "Bildung",
        {
            "D1": "Schulformen in der achten Klasse",
            "D2": "Kompetenzen",
            "D3": "Schulabgänge nach Abschluss",
            "D4": "Höchster Schulabschluss",
            "D5": "Übergänge",
            "D6": "Studienerfolg",
            "D7": "Ausbildungsbereiche",
            "D8": "Berufsabschluss",
        },
    ),
    _group(
        "E",
        "Arbeitsmarkt und Lebensunterhalt",
        {
            "E1a": "Erwerbstätigenquote",
            "E1b": "Erwerbsquote",
            "E2": "Stellung im Beruf",
            "E3": "Geringfügige Beschäftigung",
            "E4": "Erwerbslosenquote",
            "E5": "Arbeitslosenquote",
            "E6a": "Armutsrisiko",
            "E6b": "Armutsrisiko",
            "E7": "Lebensunterhalt",
            "E8": "Leistungen nach dem SGB II",
            "E9": "Arbeitsmarkt im Kontext von Flucht",
            "E10": "Anerkennung von Abschlüssen",
        },
    ),
    _group("F", "Gesundheit", {"F1": "Früherkennungsuntersuchung U8"}, is_complete=False),
    _group("G", "Wohnen", {"G1": "Eigentümerquote", "G2": "Ausstattung mit Wohnraum"}, is_complete=False),
    _group("H", "Kriminalität", {"H1": "Tatverdächtige", "H2": "Verurteilte"}),
    _group("I", "Interkulturelle Öffnung", {}, is_complete=False),
)
"""The groups with the codes that are known; those marked incomplete have more."""

_CODE = re.compile(rf"{CATALOGUE}\s*:\s*(?P<letter>[A-Z])(?P<rest>\d+[a-z]?)", re.IGNORECASE)


def is_known_code(code: str) -> Answer:
    """Return whether a catalogue code exists: it cannot be said of other catalogues, and in incomplete groups."""
    match = _CODE.fullmatch(code.strip())
    if match is None:
        of_catalogue = code.strip().casefold().startswith(f"{CATALOGUE}:".casefold())
        if of_catalogue:
            return no(message("a code of the integration monitoring is written as in {example}", example="IntMK:E1a"))
        return cannot_be_said(message("only codes of the integration monitoring are known here"))
    found = f"{match['letter'].upper()}{match['rest'].lower()}"
    group = next((one for one in GROUPS if one.letter == found[0]), None)
    if group is None:
        return cannot_be_said(message("the group {letter} is not known here", letter=found[0]))
    if found in group.codes:
        return yes(message("{code}: {subject}", code=found, subject=group.codes[found]))
    if group.is_complete:
        return no(message("the group {letter} has no code {code}", letter=group.letter, code=found))
    return cannot_be_said(message("not all codes of the group {letter} are known here", letter=group.letter))
