"""Recognise dates, amounts, numbers, times and truth values in German notation.

Nothing is converted by this: whoever refuses a value asks for the spelling to name in the answer.
"""

import re
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from attrs import frozen

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.i18n.languages import truth_word
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.partial_date import PartialDate

_compiled = cache(re.compile)


class _Pattern:
    """A regular expression that is compiled on first use: only refused values need these."""

    def __init__(self, form: str) -> None:
        self._form = form

    def __getattr__(self, name: str) -> Any:
        return getattr(_compiled(self._form), name)


LONGEST = 100
"""Length beyond which a text is a sentence and not a value."""

_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_MONTH = (
    "(?P<name>jan(?:uar)?|jän(?:ner)?|feb(?:ruar)?|mär(?:z)?|mrz|maerz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d\d|'?\d\d)"
_LONG_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_ORDINAL = r"(?P<part>[1-4]|i{1,3}|iv|erste[sn]?|zweite[sn]?|dritte[sn]?|vierte[sn]?)"
_ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "e": 1, "z": 2, "d": 3, "v": 4}
_SEASONS = {"f": "spring", "s": "summer", "h": "autumn", "w": "winter"}
"""Seasons by their first letter."""
_VAGUE = (
    "anfang|mitte|ende|frühjahr|frühling|fruehjahr|sommer|herbst|winter|bis|ab|seit|vor|nach|spätestens|frühestens|ca\\.?"
    "|circa|etwa|rund|um|voraussichtlich|gegen|jahresende|jahresanfang|jahresmitte|im laufe(?: des jahres)?"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_NUMBER = r"(?P<month>0?[1-9]|1[0-2])"
_DATES = tuple(
    _Pattern(form)
    for form in (
        rf"{_DAY}\. ?{_NUMBER}\. ?{_YEAR}",
        rf"{_DAY}/{_NUMBER}/{_LONG_YEAR}",
        rf"{_DAY}-{_NUMBER}-{_LONG_YEAR}",
        rf"{_LONG_YEAR}[-./]{_NUMBER}[-./]{_DAY}",
        rf"{_DAY}\. ?{_MONTH} ?{_YEAR}?",
        rf"{_DAY}\. ?{_NUMBER}\.",
        rf"{_MONTH}(?: |/)?{_YEAR}",
        rf"{_NUMBER} ?[/.] ?{_LONG_YEAR}",
        rf"{_LONG_YEAR}[-.]{_NUMBER}",
        rf"(?:q{_ORDINAL}|{_ORDINAL.replace('part', 'other')}\.? ?(?:quartal|q\.?|quart\.?))(?: |/|-)*{_YEAR}",
        rf"{_LONG_YEAR}(?: |/|-)*q(?P<part>[1-4])",
        rf"(?P<part>i{{1,3}}|iv)/{_YEAR}",
        rf"(?:h(?P<half>[12])|(?P<half2>[12]|ii?|erste[sn]?|zweite[sn]?)\.? ?(?:halbjahr|hj\.?))(?: |/|-)*{_YEAR}",
        rf"(?:schuljahr|sj\.?|kita-?jahr|kindergartenjahr) {_LONG_YEAR} ?[/-] ?(?:20)?(?P<school>\d\d)",
        rf"{_LONG_YEAR} ?/ ?(?P<last>20\d\d)",
        rf"(?P<season>frühjahr|frühling|fruehjahr|sommer|herbst|winter) {_LONG_YEAR}",
        rf"(?P<season>winter) {_LONG_YEAR} ?/ ?(?:20)?\d\d",
        rf"(?:jahr|kalenderjahr|haushaltsjahr) {_LONG_YEAR}",
    )
)
_ON = _Pattern(r"(?:(?:am|zum|den|dem|im|in|mo|di|mi|do|fr|sa|so|\w+tag|\w+woch)\.?,? )+")
_AROUND = _Pattern(rf"(?:(?:{_VAGUE}|zum|zur|des|der|dem|den|im|in|jahres?) )+(?P<rest>.*)")
_PART_ALONE = _Pattern(rf"(?:q{_ORDINAL}|{_ORDINAL.replace('part', 'other')}\. ?quartal)|{_MONTH}")
_SPAN = _Pattern(r"(?:von )?((?:19|20)\d\d)(?: ?[-–—] ?| bis )((?:19|20)\d\d)")
_GOES_ON = frozenset(
    (
        *("laufend", "fortlaufend", "dauerhaft", "daueraufgabe", "dauernd", "ständig", "permanent", "unbefristet"),
        *("kontinuierlich", "fortwährend", "jährlich", "regelmäßig"),
    )
)
_UNKNOWN = _Pattern(
    r"k\. ?a\.?|ka|keine angaben?|unbekannt|nicht bekannt|n\. ?n\.?|n\. ?v\.?|n\. ?b\.?|n/a|offen|noch offen|tbd"
    r"|liegt nicht vor|nicht erhoben|keine daten|keine statistik|entfällt|–|-|—|\?"
)
_ABOUT = _Pattern(r"(?:ca\.?|circa|rund|etwa|ungefähr|zirka|~|≈|knapp|gut) ?")
_AT_MOST = _Pattern(r"(?:bis zu|bis|max\.?|maximal|höchstens|unter|<|≤|weniger als) ?")
_AT_LEAST = _Pattern(r"(?:ab|mind\.?|mindestens|min\.?|über|mehr als|>|≥) ?")
_PER = (
    ("year", _Pattern(r" ?(?:(?:pro|je|im) jahr|/ ?jahr|p\. ?a\.?|jährlich)$|^jährlich ")),
    ("month", _Pattern(r" ?(?:(?:pro|je|im) monat|/ ?monat|monatlich)$|^monatlich ")),
)
_EURO = _Pattern(r"^(?:€|eur|euro) ?| ?(?:€|eur|euro)$")
_TIMES = {"t€": 3, "t": 3, "teur": 3, "tsd.": 3, "tsd": 3, "k": 3, "k€": 3, "tausend": 3, "mio.": 6, "mio": 6,
          "millionen": 6, "million": 6, "mrd.": 9, "mrd": 9, "milliarden": 9}  # fmt: skip
_FACTOR = _Pattern(r" ?(" + "|".join(re.escape(each) for each in sorted(_TIMES, key=len, reverse=True)) + r")$")
_GERMAN_NUMBER = _Pattern(r"([-+\u2212]?)(\d{1,3}(?:[.  ' ]\d{3})+|\d+)(?:,(\d+|-{1,2}|–))?")
_POINT = _Pattern(r"[-+]?\d+\.\d+")
_OTHER_BASE = (("0x", 16), ("0o", 8), ("0b", 2))
_IS_MONEY = _Pattern(r"€|eur|tsd|tausend|mio|million|mrd|milliard")
_UNIT = _Pattern(r"(?<=\d) ?(?:%|prozent|v\. ?h\.|[a-zäöüß]{3,}(?: [a-zäöüß]+)?)$")
_CLOCK = _Pattern(r"([01]?\d|2[0-3])(?:[:.]([0-5]\d))? ?(?:uhr|h)?")


_VALUES = frozenset({"value", "minimum", "maximum"})


@frozen
class Spelling:
    """A value in German notation, with its notation in the file format."""

    value: str | None = None
    minimum: str | None = None
    maximum: str | None = None
    approximate: bool = False
    per: str | None = None
    """The time an amount is for, other than in total."""
    is_less: bool = False
    """Whether the wording says more than the value."""
    is_unknown: bool = False
    """Whether it states that the value is not known."""
    goes_on: bool = False
    """Whether it states that there is no end."""
    lacks_year: str | None = None
    """What stands behind the year, where none is stated."""
    years: tuple[str, str] | None = None
    """The first and the last year, where a period is given for a date."""

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Keys and values of the file format for all of it."""
        said = [("value", self.value), ("minimum", self.minimum), ("maximum", self.maximum), ("per", self.per)]
        return [(key, value) for key, value in said if value] + ([("approximate", "true")] if self.approximate else [])

    def answer(
        self, names: Collection[str] = (), key: str = "value", bare: str | None = None, beside: str | None = None
    ) -> Message | None:
        """Return a message with the right notation, in keys that exist: `names` are those of the record.

        `key` is its own key, `bare` that of the record where it stands for one; `beside` is the key
        of the record where `printed` stands beside that.
        """
        if self.goes_on:
            if "printed" in names or beside:
                return message("leave the key out: what goes on has no date; a permanent task says `kind: permanent`")
            return message("leave it empty: what goes on has no date")
        if self.is_unknown:
            if "missing" in names and key in _VALUES:
                return message("leave '{key}' out, and write the reason under `missing`", key=key)
            return message("leave it out, as nothing is known")
        if self.lacks_year:
            return message("write the year as well, such as 2026-{part}", part=self.lacks_year)
        if self.years:
            first, last = self.years
            return message(
                "write one date: {first} or {last}; a stretch has a start and an end", first=first, last=last
            )
        if self.value is not None and (len(self.pairs) == 1 or (self.approximate and "approximate" not in names)):
            return self._alone(names, beside)
        pairs = [(key if name == "value" else name, value) for name, value in self.pairs]
        return _several([(name, value) for name, value in pairs if name == key or name in names], bare)

    def _alone(self, names: Collection[str], beside: str | None) -> Message:
        if not (self.is_less or self.approximate):
            return message("write {value}", value=self.value)
        if "printed" in names:
            return message("write {value}, as precise as known, and the wording under `printed`", value=self.value)
        if beside:
            return message(
                "write {value}, as precise as known, and the wording under `printed` beside '{key}'",
                value=self.value,
                key=beside,
            )
        return message("write {value}, as precise as known", value=self.value)


def _several(pairs: list[tuple[str, str]], bare: str | None) -> Message | None:
    if not pairs:
        return None
    if bare:
        inside = ", ".join(f"{name}: {value}" for name, value in pairs)
        return message("write `{line}`", line=f"{bare}: {{{inside}}}")
    said = message("`{line}`", line="{}: {}".format(*pairs[0]))
    for pair in pairs[1:]:
        said = message("{first} and {second}", first=said, second=message("`{line}`", line="{}: {}".format(*pair)))
    return message("write {keys}", keys=said)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" '\"„“").casefold()


def _known(read: Callable[[str], Spelling | None]) -> Callable[[object], Spelling | None]:
    """Return a reader of short texts that first recognises the words for an unknown value."""

    def spelling(value: object) -> Spelling | None:
        if not isinstance(value, str) or len(value) > LONGEST:
            return None
        text = _plain(value)
        return Spelling(is_unknown=True) if _UNKNOWN.fullmatch(text) else read(text)

    return spelling


@_known
def date_spelling(text: str) -> Spelling | None:
    """Return the notation of a date, or None where none is recognised."""
    if text in _GOES_ON:
        return Spelling(goes_on=True)
    if span := _SPAN.fullmatch(text):
        first, last = span.groups()
        return Spelling(years=(first, last))
    if found := _exact_date(_ON.sub("", text)):
        return Spelling(value=found)
    if (around := _AROUND.fullmatch(text)) and (found := _exact_date(around["rest"])):
        return Spelling(value=found, is_less=True)
    if part := _PART_ALONE.fullmatch(text):
        return Spelling(lacks_year=_written(part.groupdict()).lstrip("-"))
    return None


def _exact_date(text: str) -> str | None:
    for spelt in [text, *(form for form in map(_written, _matches(text)) if form)]:
        try:
            return str(PartialDate(spelt))
        except InvalidValueError:
            continue
    return None


def _matches(text: str) -> Iterator[dict[str, str | None]]:
    for form in _DATES:
        if match := form.fullmatch(text):
            yield match.groupdict()


def _written(match: dict[str, str | None]) -> str:
    year = _year(match.get("year"))
    month, day = match.get("month"), match.get("day")
    if name := match.get("name"):
        month = str(_MONTHS.index(name.replace("mrz", "mär").replace("mae", "mär").replace("jän", "jan")[:3]) + 1)
    if part := match.get("part") or match.get("other"):
        return f"{year}-Q{_ordinal(part)}"
    if half := match.get("half") or match.get("half2"):
        return f"{year}-H{_ordinal(half)}"
    if school := match.get("school"):
        return f"{year}/{school}"
    if last := match.get("last"):
        return f"{year}/{last}"
    if season := match.get("season"):
        return f"{year}-{_SEASONS[season[0]]}"
    whole = "-".join(f"{int(each):02}" for each in (month, day) if each)
    return f"{year}-{whole}" if year and whole else year or f"--{whole}"


def _year(text: str | None) -> str:
    digits = (text or "").strip("'")
    return f"20{digits}" if len(digits) == 2 else digits  # noqa: PLR2004 - a year of two digits


def _ordinal(text: str) -> int:
    return int(text) if text.isdigit() else _ORDINALS.get(text) or _ORDINALS[text[0]]


@_known
def number_spelling(text: str) -> Spelling | None:
    """Return the notation of a number, a share or a range of numbers, or None where none is recognised."""
    for prefix, base in _OTHER_BASE:
        if text.startswith(prefix):
            try:
                return Spelling(value=str(int(text, base)))
            except ValueError:
                return None
    return _limited(text, _number)


@_known
def amount_spelling(text: str) -> Spelling | None:
    """Return the notation of an amount of money, or None where none is recognised."""
    per = next((per for per, form in _PER if form.search(text)), None)
    for _, form in _PER:
        text = form.sub("", text)
    found = _limited(text, _money)
    if found is None or per is None:
        return found
    return Spelling(
        value=found.value, minimum=found.minimum, maximum=found.maximum, approximate=found.approximate, per=per
    )


def _limited(text: str, read: Callable[[str], Decimal | None]) -> Spelling | None:
    """Return a value that may be approximate, a limit or a range."""
    about = _ABOUT.match(text)
    text = text[about.end() :] if about else text
    ends = re.split(r" ?[-–—] ?| bis (?!zu)", text.removeprefix("zwischen ").removeprefix("von ").replace(" und ", "–"))
    if len(ends) == 2 and all(ends):  # noqa: PLR2004 - both ends of a range
        last = read(ends[1])
        first = _like(ends[0], ends[1], read)
        if first is not None and last is not None:
            return Spelling(minimum=_digits(first), maximum=_digits(last), approximate=about is not None)
    for name, form in (("maximum", _AT_MOST), ("minimum", _AT_LEAST)):
        if (limit := form.match(text)) and (found := read(text[limit.end() :])) is not None:
            return Spelling(**{name: _digits(found)})  # type: ignore[arg-type]  # one of two names of texts
    found = read(text)
    return None if found is None else Spelling(value=_digits(found), approximate=about is not None)


def _like(text: str, other: str, read: Callable[[str], Decimal | None]) -> Decimal | None:
    """Return the first end of a range, whose unit follows the second."""
    factor = _FACTOR.search(_EURO.sub("", other))
    return read(
        f"{text} {factor[1]}" if factor and read is _money and not _FACTOR.search(_EURO.sub("", text)) else text
    )


def _digits(number: Decimal) -> str:
    return f"{number.normalize():f}" if number == number.to_integral_value() else f"{number:f}"


def _number(text: str) -> Decimal | None:
    return _money(text) if _IS_MONEY.search(text) else _decimal(_UNIT.sub("", text))


def _money(text: str) -> Decimal | None:
    text = text.replace(",- ", " ")
    text = _EURO.sub("", text)
    factor = _FACTOR.search(text)
    number = _decimal(text[: factor.start()] if factor else text)
    return number.scaleb(_TIMES[factor[1]]) if factor and number is not None else number


def _decimal(text: str) -> Decimal | None:
    if match := _GERMAN_NUMBER.fullmatch(text):
        sign, whole, rest = match.groups()
        number = re.sub(r"\D", "", whole) + (f".{rest}" if rest and rest.isdigit() else "")
        return Decimal(("-" if sign in ("-", "\u2212") else "") + number)
    return Decimal(text) if _POINT.fullmatch(text) else None


@_known
def truth_spelling(text: str) -> Spelling | None:
    """Return the notation of yes or no, or None where neither is recognised."""
    known = truth_word(text)
    return None if known is None else Spelling(value=str(known).lower())


@_known
def time_spelling(text: str) -> Spelling | None:
    """Return the notation of a time of day, or None where none is recognised."""
    match = _CLOCK.fullmatch(text)
    return Spelling(value=f"'{int(match[1]):02}:{match[2] or '00'}'") if match else None
