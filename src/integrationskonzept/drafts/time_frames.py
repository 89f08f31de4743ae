"""Time frames of a draft: classes such as short and medium, dates and permanent tasks."""

import re
from collections.abc import Sequence

from attrs import evolve

from integrationskonzept.drafts.ledger import Ledger, Subject
from integrationskonzept.drafts.notation import clean
from integrationskonzept.model.german_spelling import date_spelling
from integrationskonzept.model.horizon import Horizon, HorizonStatement
from integrationskonzept.model.partial_date import PartialDate

_CLASS = re.compile(
    r"(?P<name>kurz|mittel|lang)\s*(?:-\s*(?:bis\s+\w+)?)?\s*fristig(?:e[rsn]?)?|(?P<now>sofort|umgehend|unmittelbar)\w*"
    r"|(?P<goes>daueraufgabe|dauerhaft|fortlaufend|laufend|kontinuierlich|ständig|permanent)\w*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*[;/]\s*|\s*,\s*|\s+(?:und|bis|sowie)\s+(?=\w*fristig)|\s+(?:danach|anschließend),?\s+")
_YEARS = re.compile(
    r"(?P<about>ca\.?|circa|etwa|rund)?\s*(?:(?P<first>\d{1,2}(?:,\d)?)\s*(?:[-–—]|bis)\s*)?(?P<last>\d{1,2}(?:,\d)?|eine[ms]?|zwei|drei)\s*"
    r"(?P<unit>Jahr|Monat)\w*",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:ab|seit|beginn(?:end)?(?: ab)?:?|start:?)\s+(.+)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:bis(?: spätestens)?(?: zum)?|spätestens)\s+(.+)", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:[-–—]|\bbis\b)\s*(?:zum\s+)?", re.IGNORECASE)
_AT_LEAST = re.compile(r"über|mehr als|ab |länger als|>|mindestens", re.IGNORECASE)
_NUMBERS = {"ein": 1, "eine": 1, "einem": 1, "eines": 1, "einer": 1, "zwei": 2, "drei": 3}
_TITLES = {"kurz": "Kurzfristig", "mittel": "Mittelfristig", "lang": "Langfristig"}
_MONTHS = 12
_FAR = 1000.0


class TimeFrames:
    """The classes of time frames that a document uses."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._horizons: dict[str, Horizon] = {}

    @property
    def horizons(self) -> tuple[Horizon, ...]:
        """Every class, shortest first; permanent ones last."""
        order = ["sofort", "kurz", "mittel", "lang"]
        known = {name: at for at, name in enumerate(order)}
        keys = sorted(self._horizons, key=lambda name: known.get(name, _FAR))
        return tuple(self._horizons[key] for key in keys)

    def statements(self, texts: Sequence[str], subject: Subject) -> tuple[HorizonStatement, ...]:
        """Return the time frames that texts state; what is not understood is kept as printed."""
        return tuple(self._statement(part, subject) for text in texts for part in _parts(text))

    def _statement(self, text: str, subject: Subject) -> HorizonStatement:
        found = _CLASS.search(text)
        if found and len(text) <= 120:  # noqa: PLR2004 - more is a sentence
            return HorizonStatement(horizon_ref=self._horizon(text, found, subject), printed=text)
        return dated(text) or HorizonStatement(printed=text)

    def _horizon(self, text: str, found: re.Match[str], subject: Subject) -> str:
        name = (found["name"] or ("sofort" if found["now"] else "dauer")).casefold()
        minimum, maximum, about = _length(text)
        known = self._horizons.get(name)
        if known is None:
            title = _TITLES.get(name) or ("Sofort" if name == "sofort" else "Daueraufgabe")
            known = Horizon(
                id=self._ledger.id("horizon", name), title=title, permanent=name == "dauer", printed=text,
                sources=self._ledger.sources(subject.place, subject.section),
            )  # fmt: skip
        if known.minimum_years is None and known.maximum_years is None and not known.permanent:
            known = evolve(known, minimum_years=minimum, maximum_years=maximum, approximate=about, printed=text)
        self._horizons[name] = known
        return known.id


def _parts(text: str) -> list[str]:
    """Return the time frames in a text, where each part names a class."""
    parts = [
        clean(part) for part in _SPLIT.split(re.sub(r"\([^()]*\)", lambda inner: inner[0].replace(",", "‚"), text))
    ]
    parts = [part.replace("‚", ",") for part in parts if part]
    return parts if len(parts) > 1 and all(_CLASS.search(part) for part in parts) else [clean(text)]


def _length(text: str) -> tuple[float | None, float | None, bool]:
    """Return the least and the greatest number of years in a text, and whether it is approximate."""
    found = _YEARS.search(text)
    if not found:
        return None, None, False
    per = _MONTHS if found["unit"].casefold() == "monat" else 1
    first, last = (_years(found[name], per) for name in ("first", "last"))
    if first is None and _AT_LEAST.search(text):
        return last, None, found["about"] is not None
    return first, last, found["about"] is not None


def _years(text: str | None, per: int) -> float | None:
    if text is None:
        return None
    number = _NUMBERS.get(text.casefold()) or float(text.replace(",", "."))
    years = number / per
    return int(years) if years == int(years) else round(years, 2)


def dated(text: str) -> HorizonStatement | None:
    """Return the time frame that dates in a text state, or None where none is understood."""
    start, end = dates_in(text)
    if start is None and end is None:
        return None
    return HorizonStatement(start=start, end=end, printed=text)


def dates_in(text: str) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the start and the end that a text states, as far as they are understood."""
    plain = clean(text).strip(" .")
    if from_ := _FROM.fullmatch(plain):
        first, *rest = _RANGE.split(from_[1], maxsplit=1)
        return _in_order(date_of(first), date_of(rest[0]) if rest else None)
    if until := _UNTIL.fullmatch(plain):
        return None, date_of(until[1])
    if whole := date_of(plain):
        return whole, whole
    parts = _RANGE.split(plain, maxsplit=1)
    if len(parts) == 2 and all(parts):  # noqa: PLR2004 - both ends of a range
        start, end = date_of(parts[0]), date_of(parts[1])
        if start and end:
            return _in_order(start, end)
    return None, None


def _in_order(start: PartialDate | None, end: PartialDate | None) -> tuple[PartialDate | None, PartialDate | None]:
    if start and end and start.earliest and end.latest and start.earliest > end.latest:
        return None, None
    return start, end


def date_of(text: str) -> PartialDate | None:
    """Return the date that a text states exactly, or None."""
    plain = text.strip(" ,;")
    found = date_spelling(plain) or date_spelling(plain.rstrip("."))
    return PartialDate(found.value) if found and found.value and not found.is_less else None
