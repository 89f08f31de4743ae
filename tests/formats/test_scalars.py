"""Plain scalars of YAML 1.2: `no` is text, and a number is written as it was read."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from integrationskonzept.formats.scalars import LeadingZeroError, OtherBaseError, UnkeptNumberError, resolve
from tests.formats.readers import word_of_yaml_1_2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[(text, None) for text in ("", "~", "null", "Null", "NULL")],
        *[("true", True), ("False", False), ("TRUE", True), ("tRUE", "tRUE")],
        *[
            (text, text)
            for text in ("no", "yes", "on", "off", "y", "n", "12:30", "1_000", "2024-07-31", "0b1", "1e", "+")
        ],
        *[("0", 0), ("-0", 0), ("+5", 5), ("-17", -17), ("9007199254740991", 2**53 - 1)],
        *[("1.5", 1.5), ("-.5", -0.5), ("1.", 1.0), ("1e3", 1000.0), ("18.48", 18.48), ("0.1", 0.1), ("-0.0", -0.0)],
        *[("1.10000000000000000000", 1.1), ("1E-7", 1e-7), (".", "."), (".5.", ".5."), ("n", "n"), ("Nein", "Nein")],
    ],
)
def test_a_plain_word_stands_for(text: str, value: Any) -> None:
    assert repr(resolve(text)) == repr(value)


@pytest.mark.parametrize(
    "text",
    [
        *(".nan", ".NaN", ".inf", "-.Inf", "+.INF", "1e309", "-1e999999999999999999999", "9007199254740992"),
        *(
            "1e-400",
            "1e-999999999999999999999",
            "0.1234567890123456789",
            "1" * 401,
            "0.1" + "0" * 400,
        ),
    ],
)
def test_a_number_that_would_change_is_refused(text: str) -> None:
    with pytest.raises(UnkeptNumberError):
        resolve(text)


@pytest.mark.parametrize("text", ["00", "007", "-01", "+0815", "00.5", "08118063"])
def test_a_leading_zero_is_refused_since_it_may_be_a_code(text: str) -> None:
    with pytest.raises(LeadingZeroError):
        resolve(text)


@pytest.mark.parametrize("text", ["0x1F", "0o17", "0x" + "f" * 500])
def test_a_number_of_another_base_is_refused(text: str) -> None:
    with pytest.raises(OtherBaseError):
        resolve(text)


@given(st.text("0123456789+-._:eExXoOabfnulNULtTrRyYsSzZ~ ", max_size=10))
@example("0e999999999999999999999")
def test_another_reader_of_yaml_1_2_sees_the_same(text: str) -> None:
    try:
        value = resolve(text)
    except ValueError:
        return
    assert repr(value) == repr(word_of_yaml_1_2(text))
