"""A number with a point before three digits is refused, because the point may separate thousands."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.formats.yaml_writer import emit
from integrationskonzept.model.concept import Concept

TOWN = "schema: 2\nid: m\ntitle: M\nmunicipality:\n  name: M\n"
MEASURE = TOWN + "overarching:\n  measures:\n    - id: kurse\n      title: Kurse\n"
INDICATOR = TOWN + "overarching:\n  indicators:\n    - id: kurse\n      title: Kurse\n"


def read(text: str) -> Concept:
    return read_file(text.encode(), YAML)


def total(concept: Concept) -> Decimal | None:
    cost = concept.measure("kurse").cost
    return cost.total.value if cost and cost.total else None


def refused(text: str) -> list[str]:
    with pytest.raises(InvalidConceptError) as error:
        read(text)
    assert {finding.code for finding in error.value.findings} == {"IK023"}
    return [str(finding) for finding in error.value.findings]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (MEASURE + "      cost:\n        total: 12.000\n", "11:16"),
        (MEASURE + "      cost:\n        total:\n          value: 12.000\n", "12:18"),
        (MEASURE + "      cost:\n        total: {minimum: 12.000}\n", "11:26"),
        (MEASURE + "      cost: {total: 12.000}\n", "10:21"),
        (MEASURE + "      cost:\n        staff_fte: 12.000\n", "11:20"),
        (MEASURE + "      cost:\n        by_year:\n          - year: 2026\n            planned: 12.000\n", "13:22"),
        (MEASURE + "      funding:\n        - share: 12.000\n", "11:18"),
        (MEASURE + "      funding:\n        - planned: 12.000\n", "11:20"),
        (
            MEASURE
            + "      status_reports:\n        - as_of: 2026\n"
            + "          level_ref: offen\n          completion: 12.000\n",
            "13:23",
        ),
        (INDICATOR + "      target:\n        value: 12.000\n", "11:16"),
        (INDICATOR + "      baseline:\n        value: 12.000\n", "11:16"),
        (INDICATOR + "      observations: [{as_of: 2026, value: 12.000}]\n", "10:43"),
        (TOWN + "evaluation:\n  interval_years: 12.000\n", "7:19"),
        (TOWN + "x-own:\n  - a: [12.000]\n", "7:9"),
    ],
)
def test_twelve_thousand_is_not_twelve_wherever_a_number_stands(text: str, place: str) -> None:
    (finding,) = refused(text)
    assert finding.startswith(f"{place}: error IK023 the number 12.000 ")
    assert "write 12000, or 12.0000 if " in finding
    for mended in ("12000", "12.0000"):
        read(text.replace("12.000", mended))


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("1.234.567", "write 1234567"),
        ("-1.234.567", "write -1234567"),
        ("+1.500", "write 1500, or +1.5000 if the point is meant as a decimal point"),
        ("-999.125", "write -999125, or -999.1250 if the point is meant as a decimal point"),
    ],
)
def test_the_remedy_keeps_the_digits_typed(typed: str, hint: str) -> None:
    (finding,) = refused(MEASURE + f"      cost:\n        total: {typed}\n")
    assert f"the number {typed} has" in finding
    assert finding.endswith(f"; {hint}")


@pytest.mark.parametrize("typed", ["0.125", "1234.567", "12.00", "12.0000", "12.000e0", "1.5", ".125", "'12.000'"])
def test_what_nobody_groups_so_is_a_number(typed: str) -> None:
    concept = read(MEASURE + f"      cost:\n        total: {typed}\n")
    assert total(concept) == Decimal(typed.strip("'"))


def test_json_has_no_thousands() -> None:
    content = file_data(read(MEASURE + "      cost:\n        total: 12.1250\n"))
    assert JSON.write
    again = read_file(JSON.write(content).replace(b"12.125", b"12.000"), JSON)
    assert total(again) == Decimal("12.0")


def test_a_text_keeps_its_points() -> None:
    assert read(MEASURE + "      note: 1.234.567\n").measure("kurse").note == "1.234.567"


def test_a_number_of_a_section_is_asked_for_in_quotes() -> None:
    with pytest.raises(InvalidConceptError, match=r"10:15: error IK042 .* put it in quotes: '12\.000'"):
        read(MEASURE + "      number: 12.000\n")


def test_a_value_with_three_decimals_is_written_so_that_it_is_read_back() -> None:
    assert emit({"a": 12.125, "b": [-1.234, 0.125, 1234.567]}) == (
        "a: 12.1250\n\nb:\n  - -1.2340\n  - 0.125\n  - 1234.567\n"
    )


NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-(2.0**53) + 1, 2.0**53 - 1)
THOUSANDTHS = st.integers(-10_000_000, 10_000_000).map(lambda thousandths: thousandths / 1000)


@given(NUMBERS | THOUSANDTHS)
def test_any_number_written_is_read_back(number: Any) -> None:
    concept = read_file(
        emit({"schema": 2, "id": "m", "title": "M", "municipality": {"name": "M"}, "x-n": number}).encode(), YAML
    )
    assert repr(concept.extra["x-n"]) == repr(number)


@given(THOUSANDTHS)
def test_any_amount_written_is_read_back(number: float) -> None:
    concept = read(MEASURE + f"      cost:\n        total: '{abs(number)}'\n")
    assert YAML.write
    again = read_file(YAML.write(file_data(concept)), YAML)
    assert again == concept
