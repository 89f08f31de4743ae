"""Suggestions for names that do not exist."""

from integrationskonzept.model.nearby import did_you_mean, nearest

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
