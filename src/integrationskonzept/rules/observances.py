"""Days of the year that are known under a name: when they fall, and who set them.

Sources: resolutions of the United Nations General Assembly (``A/RES/…``), decisions of UNESCO,
and for Germany the body that introduced the day. Names are those in use in German.
"""

import re

from attrs import frozen


@frozen(kw_only=True)
class Observance:
    """A day of the year with a name."""

    names: tuple[str, ...]
    """What it is called, the usual name first."""
    month: int
    day: int
    keeper: str
    """Who keeps it, such as ``United Nations`` or ``Germany``."""
    source: str
    """What set the date."""


def _un(month: int, day: int, source: str, *names: str) -> Observance:
    return Observance(names=names, month=month, day=day, keeper="United Nations", source=source)


def _unesco(month: int, day: int, source: str, *names: str) -> Observance:
    return Observance(names=names, month=month, day=day, keeper="UNESCO", source=source)


def _german(month: int, day: int, source: str, *names: str) -> Observance:
    return Observance(names=names, month=month, day=day, keeper="Germany", source=source)


OBSERVANCES = (
    _un(1, 27, "A/RES/60/7", "Internationaler Tag des Gedenkens an die Opfer des Holocaust", "Holocaust-Gedenktag"),
    _un(2, 20, "A/RES/62/10", "Welttag der sozialen Gerechtigkeit"),
    _unesco(
        2, 21, "UNESCO 30 C/62 (1999); A/RES/56/262",
        "Internationaler Tag der Muttersprache", "Tag der Muttersprache", "Welttag der Muttersprache",
    ),
    _un(3, 8, "A/RES/32/142", "Internationaler Frauentag", "Weltfrauentag", "Internationaler Tag der Frau"),
    _un(3, 20, "A/RES/66/281", "Internationaler Tag des Glücks"),
    _un(
        3, 21, "A/RES/2142 (XXI)",
        "Internationaler Tag gegen Rassismus", "Internationaler Tag zur Beseitigung der Rassendiskriminierung",
        "Internationaler Tag gegen Rassendiskriminierung", "Welttag gegen Rassismus",
    ),
    _un(3, 21, "A/RES/64/253", "Internationaler Nouruz-Tag", "Nouruz", "Newroz"),
    _un(4, 7, "World Health Assembly, WHA/A.2/Res.35", "Weltgesundheitstag"),
    Observance(
        names=("Internationaler Tag der Roma", "Welt-Roma-Tag", "Internationaler Roma-Tag"), month=4, day=8,
        keeper="World Romani Congress", source="Fourth World Romani Congress, 1990",
    ),
    _unesco(4, 23, "UNESCO 28 C/Resolution 3.18", "Welttag des Buches", "Welttag des Buches und des Urheberrechts"),
    _un(5, 3, "A/DEC/48/432", "Internationaler Tag der Pressefreiheit", "Welttag der Pressefreiheit"),
    Observance(names=("Europatag",), month=5, day=9, keeper="European Union", source="European Council, Milan 1985"),
    Observance(names=("Europatag",), month=5, day=5, keeper="Council of Europe", source="Council of Europe, 1964"),
    _un(5, 15, "A/RES/47/237", "Internationaler Tag der Familie", "Internationaler Tag der Familien"),
    _un(
        5, 21, "A/RES/57/249",
        "Welttag der kulturellen Vielfalt", "Internationaler Tag der kulturellen Vielfalt",
        "Welttag der kulturellen Vielfalt für Dialog und Entwicklung",
    ),
    _german(5, 23, "Verkündung des Grundgesetzes am 23. Mai 1949", "Tag des Grundgesetzes"),
    _un(6, 20, "A/RES/55/76", "Weltflüchtlingstag", "Internationaler Tag des Flüchtlings"),
    _german(
        6, 20, "Beschluss der Bundesregierung vom 27. August 2014",
        "Gedenktag für die Opfer von Flucht und Vertreibung",
    ),
    _un(7, 30, "A/RES/65/275", "Internationaler Tag der Freundschaft"),
    _un(8, 12, "A/RES/54/120", "Internationaler Tag der Jugend"),
    _un(8, 19, "A/RES/63/139", "Welttag der humanitären Hilfe"),
    _unesco(9, 8, "UNESCO 14 C/Resolution 1.441", "Weltalphabetisierungstag", "Welttag der Alphabetisierung"),
    _un(9, 15, "A/RES/62/7", "Internationaler Tag der Demokratie"),
    _german(9, 20, "Deutsches Kinderhilfswerk und UNICEF Deutschland", "Weltkindertag"),
    _un(9, 21, "A/RES/55/282", "Internationaler Tag des Friedens"),
    _un(10, 1, "A/RES/45/106", "Internationaler Tag der älteren Menschen"),
    _un(10, 2, "A/RES/61/271", "Internationaler Tag der Gewaltlosigkeit"),
    _german(10, 3, "Einigungsvertrag, Artikel 2 Absatz 2", "Tag der Deutschen Einheit"),
    _german(10, 3, "Zentralrat der Muslime in Deutschland, 1997", "Tag der offenen Moschee"),
    _unesco(10, 5, "UNESCO, 1994", "Weltlehrertag", "Weltlehrkräftetag"),
    _un(10, 17, "A/RES/47/196", "Internationaler Tag für die Beseitigung der Armut", "Welttag gegen Armut"),
    _un(10, 24, "A/RES/168 (II)", "Tag der Vereinten Nationen"),
    _un(11, 16, "A/RES/51/95", "Internationaler Tag für Toleranz", "Internationaler Tag der Toleranz"),
    _un(11, 20, "A/RES/836 (IX)", "Weltkindertag", "Internationaler Tag der Kinderrechte", "Tag der Kinderrechte"),
    _un(
        11, 25, "A/RES/54/134",
        "Internationaler Tag zur Beseitigung von Gewalt gegen Frauen", "Internationaler Tag gegen Gewalt an Frauen",
    ),
    _un(12, 3, "A/RES/47/3", "Internationaler Tag der Menschen mit Behinderungen"),
    _un(
        12, 5, "A/RES/40/212",
        "Internationaler Tag des Ehrenamtes", "Internationaler Tag des Ehrenamts", "Tag des Ehrenamtes",
        "Tag des Ehrenamts", "Internationaler Tag der Freiwilligen",
    ),
    _un(12, 10, "A/RES/423 (V)", "Tag der Menschenrechte", "Internationaler Tag der Menschenrechte"),
    _un(12, 18, "A/RES/55/93", "Internationaler Tag der Migranten", "Internationaler Tag der Migration"),
)  # fmt: skip

_NO_LETTER = re.compile(r"[^a-zäöüß]+")


def _normal(name: str) -> str:
    return f" {_NO_LETTER.sub(' ', name.casefold().replace('ß', 'ss'))} ".replace("  ", " ")


_KNOWN: dict[str, list[Observance]] = {}
for _observance in OBSERVANCES:
    for _name in _observance.names:
        _KNOWN.setdefault(_normal(_name), []).append(_observance)
_LONGEST_FIRST = sorted(_KNOWN, key=len, reverse=True)


def known_as(title: str, *, within: bool = False) -> list[Observance]:
    """Return the days of this name; with `within` also those whose name the title contains."""
    title = _normal(title)
    if title in _KNOWN:
        return _KNOWN[title]
    inside = (name for name in _LONGEST_FIRST if within and name in title)
    return _KNOWN.get(next(inside, ""), [])
