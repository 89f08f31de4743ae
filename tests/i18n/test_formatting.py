"""Numbers, dates, names and suggestions inside sentences."""

from decimal import Decimal

import pytest

from integrationskonzept.i18n.formatting import day_of_year, followed, number
from integrationskonzept.i18n.messages import label
from integrationskonzept.model.dates import Span
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.status import StatusEntry
from integrationskonzept.rules.helpers import kind_of, listed
from integrationskonzept.rules.period import worded
from integrationskonzept.suggest import suggestion_before


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (0, "0", "0"),
        (19641, "19,641", "19.641"),
        (18.48, "18.48", "18,48"),
        (1200.5, "1200.5", "1200,5"),
        (12000.5, "12,000.5", "12.000,5"),
        (2.0, "2", "2"),
        (-3, "-3", "-3"),
        (1e-7, "0.0000001", "0,0000001"),
        (Decimal("100.0"), "100", "100"),
        (Decimal("0.50"), "0.50", "0,50"),
    ],
)
def test_a_number_is_said_as_each_language_writes_it(value: float | Decimal, english: str, german: str) -> None:
    assert (number(value).text("en"), number(value).text("de")) == (english, german)


def test_a_number_has_its_unit_behind_it() -> None:
    assert number(1.5, "%").text("de") == "1,5 %"
    assert number(1.5, "{x}").text("en") == "1.5 {x}"


def test_a_day_of_the_year_is_said_as_each_language_writes_it() -> None:
    assert (day_of_year(2, 21).text("en"), day_of_year(2, 21).text("de")) == ("21 February", "21.02.")
    assert day_of_year(12, 5).text("en") == "5 December"


def test_a_near_name_is_suggested_before_the_next_step() -> None:
    near = suggestion_before("kurz")
    assert not isinstance(near, str)
    assert near.text("en") == "did you mean 'kurz'? Otherwise "
    assert near.text("de") == "meinten Sie „kurz“? Sonst "
    assert suggestion_before(None) == ""


def test_a_sentence_can_be_followed_by_another_in_every_language() -> None:
    assert followed(label("measure"), "; ").text("de") == "Maßnahme; "


def test_names_of_the_model_are_said_in_the_language_of_the_sentence() -> None:
    field, both = label("field_of_action"), listed(["start", "method"])
    assert (field.text("en"), field.text("de")) == ("field of action", "Handlungsfeld")
    assert (both.text("en"), both.text("de")) == ("start, method", "Beginn, Verfahren")


def test_an_open_end_of_a_period_is_an_ellipsis() -> None:
    start, end = PartialDate("2025"), PartialDate("2029-06")
    assert (worded(Span(start=start)), worded(Span(end=end))) == ("2025–…", "…–2029-06")
    assert worded(Span(start=start, end=end)) == "2025–2029-06"


def test_a_record_is_known_by_its_kind() -> None:
    assert kind_of(Measure) == "measure"
    assert kind_of(StatusEntry) == "status_entry"
