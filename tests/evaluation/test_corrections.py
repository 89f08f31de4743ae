"""Dates known to be wrong are corrected where the concept states the right ones."""

from integrationskonzept.evaluation import corrected_dates
from integrationskonzept.model import Resolution
from integrationskonzept.testing import town

WRONG = "{id: d, kind: error, text: T, attribute: %s, expected: %s, resolution: %s}"


def corrected(attribute: str = "date", expected: str = "'--02-21'", resolution: str = "kept") -> tuple[str, Resolution]:
    """Return the date of an action day in the end, and how its discrepancy stands."""
    wrong = WRONG % (attribute, expected, resolution)
    document = f"overarching: {{action_days: [{{id: tag, title: Tag, date: --02-20, discrepancies: [{wrong}]}}]}}"
    day = corrected_dates(town(document)).action_days[0]
    return str(day.date), day.discrepancies[0].resolution


def test_the_right_date_stands_in_place_of_the_printed_one() -> None:
    assert corrected() == ("--02-21", Resolution.NORMALISED)


def test_a_date_that_was_put_right_already_stays() -> None:
    assert corrected(resolution="normalised") == ("--02-20", Resolution.NORMALISED)


def test_what_is_no_date_corrects_nothing() -> None:
    assert corrected(expected="im Februar")[0] == "--02-20"
    assert corrected(expected="null")[0] == "--02-20"
    assert corrected(attribute="title") == ("--02-20", Resolution.KEPT)
    assert corrected(attribute="null") == ("--02-20", Resolution.KEPT)
    assert corrected(attribute="schedule.planned") == ("--02-20", Resolution.KEPT)


def test_what_has_no_discrepancy_is_the_same() -> None:
    concept = town("overarching: {action_days: [{id: tag, title: Tag, date: --02-20}]}")
    assert corrected_dates(concept) == concept
