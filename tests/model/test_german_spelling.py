"""What a German writes is recognised, and answered with the spelling of a concept's file."""

from collections.abc import Callable

import pytest

from integrationskonzept.model.german_spelling import (
    LONGEST,
    Spelling,
    amount_spelling,
    date_spelling,
    number_spelling,
    time_spelling,
    truth_spelling,
)

KEYS = ("value", "minimum", "maximum", "approximate", "per", "missing", "printed")
VAGUE = ", as precise as known, and the wording under `printed`"


def answered(spelling: Spelling | None, key: str = "value", bare: str | None = None) -> str | None:
    return str(spelling.answer(KEYS, key, bare)) if spelling else None


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("31.12.2026", "write 2026-12-31"),
        ("31. 12. 2026", "write 2026-12-31"),
        ("31.12.26", "write 2026-12-31"),
        ("31/12/2026", "write 2026-12-31"),
        ("31-12-2026", "write 2026-12-31"),
        ("2026.12.31", "write 2026-12-31"),
        ("2026-1-5", "write 2026-01-05"),
        ("31. Dezember 2026", "write 2026-12-31"),
        ("Montag, 31.12.2026", "write 2026-12-31"),
        ("am 31.12.2026", "write 2026-12-31"),
        ("20. Februar", "write --02-20"),
        ("20.02.", "write --02-20"),
        ("12/2026", "write 2026-12"),
        ("Dezember 2026", "write 2026-12"),
        ("Dez. 26", "write 2026-12"),
        ("Mrz. 2026", "write 2026-03"),
        ("Maerz 2026", "write 2026-03"),
        ("Jänner 2026", "write 2026-01"),
        ("Q3/2026", "write 2026-Q3"),
        ("2026 Q3", "write 2026-Q3"),
        ("3. Quartal 2026", "write 2026-Q3"),
        ("III. Quartal 2026", "write 2026-Q3"),
        ("drittes Quartal 2026", "write 2026-Q3"),
        ("IV/2026", "write 2026-Q4"),
        ("1. Halbjahr 2026", "write 2026-H1"),
        ("zweites Halbjahr 2026", "write 2026-H2"),
        ("Schuljahr 2026/27", "write 2026/27"),
        ("2026 / 2027", "write 2026/2027"),
        ("Jahr 2026", "write 2026"),
        ("Herbst 2026", "write 2026-autumn"),
        ("im Herbst 2026", "write 2026-autumn"),
        ("Anfang 2026", "write 2026" + VAGUE),
        ("Mitte März 2026", "write 2026-03" + VAGUE),
        ("bis Ende 2026", "write 2026" + VAGUE),
        ("bis 31.12.2026", "write 2026-12-31" + VAGUE),
        ("III. Quartal", "write the year as well, such as 2026-Q3"),
        ("Dezember", "write the year as well, such as 2026-12"),
        ("2026–2029", "write one date: 2026 or 2029; a stretch has a start and an end"),
        ("Winter 2026/27", "write 2026-winter"),
        ("laufend", "leave the key out: what goes on has no date; a permanent task says `kind: permanent`"),
        ("31.2.2026", None),
        ("demnächst", None),
    ],
)
def test_a_date_is_answered_with_its_spelling(typed: str, answer: str | None) -> None:
    assert answered(date_spelling(typed)) == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("12.000,00 €", "write 12000"),
        ("12.000,50 €", "write 12000.50"),
        ("12.000 EUR", "write 12000"),
        ("€ 12.000,-", "write 12000"),
        ("12 000 Euro", "write 12000"),
        ("5 Mio. €", "write 5000000"),
        ("1,5 Mio. Euro", "write 1500000"),
        ("ca. 5 TEUR", "write `value: 5000` and `approximate: true`"),
        ("5.000–8.000 €", "write `minimum: 5000` and `maximum: 8000`"),
        ("5 bis 8 TEUR", "write `minimum: 5000` and `maximum: 8000`"),
        ("zwischen 5.000 und 8.000 €", "write `minimum: 5000` and `maximum: 8000`"),
        ("bis zu 5.000 €", "write `maximum: 5000`"),
        ("mind. 5.000 €", "write `minimum: 5000`"),
        ("5.000 € pro Jahr", "write `value: 5000` and `per: year`"),
        ("monatlich 300 €", "write `value: 300` and `per: month`"),
        ("k. A.", "leave 'value' out, and write the reason under `missing`"),
        ("kostenneutral", None),
        ("kostenneutral pro Jahr", None),
    ],
)
def test_an_amount_is_answered_with_its_spelling(typed: str, answer: str | None) -> None:
    assert answered(amount_spelling(typed)) == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("18,5 %", "write 18.5"),
        ("18,5", "write 18.5"),
        ("18.5 %", "write 18.5"),
        ("-5,5", "write -5.5"),
        ("12 Personen", "write 12"),
        ("5 TEUR", "write 5000"),
        ("ca. 120", "write `value: 120` and `approximate: true`"),
        ("10–12", "write `minimum: 10` and `maximum: 12`"),
        ("über 100", "write `minimum: 100`"),
        ("0x1F", "write 31"),
        ("0o17", "write 15"),
        ("0b1", "write 1"),
        ("0b7", None),
        ("drei", None),
        ("von hier – nach dort", None),
    ],
)
def test_a_number_is_answered_with_its_spelling(typed: str, answer: str | None) -> None:
    assert answered(number_spelling(typed)) == answer


@pytest.mark.parametrize(
    ("spelling", "typed", "answer"),
    [
        (truth_spelling, "Ja", "write true"),
        (truth_spelling, "nein", "write false"),
        (truth_spelling, "vielleicht", None),
        (time_spelling, "14.30 Uhr", "write '14:30'"),
        (time_spelling, "9 Uhr", "write '09:00'"),
        (time_spelling, "nachmittags", None),
        (date_spelling, 5, None),
        (date_spelling, "2026" * LONGEST, None),
    ],
)
def test_what_is_not_recognised_gets_no_answer(
    spelling: Callable[[object], Spelling | None], typed: object, answer: str | None
) -> None:
    assert answered(spelling(typed)) == answer


def test_the_answer_for_a_bare_value_shows_the_whole_line() -> None:
    assert answered(amount_spelling("ca. 5 TEUR"), bare="total") == "write `total: {value: 5000, approximate: true}`"


def test_an_answer_names_no_key_that_is_not_there() -> None:
    about, between = number_spelling("ca. 6"), number_spelling("3-6")
    assert about
    assert str(about.answer(("printed",), "duration_months")) == "write 6" + VAGUE
    assert between
    assert between.answer(("printed",), "duration_months") is None
    unknown, goes_on, late = date_spelling("k. A."), date_spelling("laufend"), date_spelling("Ende 2026")
    assert unknown
    assert str(unknown.answer(KEYS, "due")) == "leave it out, as nothing is known"
    assert goes_on
    assert str(goes_on.answer()) == "leave it empty: what goes on has no date"
    assert late
    assert str(late.answer()) == "write 2026, as precise as known"
    beside = "write 2026, as precise as known, and the wording under `printed` beside 'planned'"
    assert str(late.answer(("start",), "start", beside="planned")) == beside
