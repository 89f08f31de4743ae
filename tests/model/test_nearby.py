"""Suggestions for names that do not exist."""

from integrationskonzept.model.nearby import did_you_mean, nearest

NAMES = ("sprachkurse", "sprachcafe", "wohnen")


def test_the_nearest_name_is_found() -> None:
    assert nearest("sprachkurs", NAMES) == "sprachkurse"
    assert nearest("xyz", NAMES) is None


def test_near_names_are_suggested_nearest_first() -> None:
    assert did_you_mean("sprachkurs", NAMES) == "; did you mean 'sprachkurse' or 'sprachcafe'?"
    assert did_you_mean("xyz", NAMES) == ""
