"""Suggestions for names that do not exist."""

from difflib import get_close_matches

from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept.suggest import Names, did_you_mean, nearest

NAMES = ("sprachkurse", "sprachcafe", "wohnen")


def test_the_nearest_name_is_found() -> None:
    assert nearest("sprachkurs", NAMES) == "sprachkurse"
    assert nearest("xyz", NAMES) is None


def test_near_names_are_suggested_nearest_first() -> None:
    assert did_you_mean("sprachkurs", NAMES) == "; did you mean 'sprachkurse' or 'sprachcafe'?"
    assert did_you_mean("xyz", NAMES) == ""


def test_a_slip_is_found_among_thousands_of_names_wherever_it_is() -> None:
    many = [f"massnahme-{number}-im-feld-{number % 7}" for number in range(5000)]
    right = "massnahme-1234-im-feld-2"
    for slip in (
        "assnahme-1234-im-feld-2",
        "massnahme-1234-im-field-2",
        "massnahme-1234-im-feld-22",
        "massnahm-1234-im-feld-2",
    ):
        assert nearest(slip, many) == right


def test_names_in_order_serve_many_searches() -> None:
    many = Names(f"massnahme-{number}" for number in range(5000))
    assert [nearest(slip, many) for slip in ("masnahme-1234", "massnahme-77x", "xyz")] == [
        "massnahme-1234",
        "massnahme-77",
        None,
    ]


@given(st.text("abc", max_size=6), st.lists(st.text("abc", min_size=1, max_size=6)))
def test_the_nearest_name_is_the_first_of_those_that_are_near(name: str, known: list[str]) -> None:
    assert nearest(name, known) == next(iter(get_close_matches(name, known, n=1)), None)
