"""Widths of the columns of a table: what belongs on one line has room, as far as there is any."""

import pytest

import integrationskonzept as ik
from integrationskonzept_report.columns import shares
from plugins.report.tests.readable import HYPHEN, pdf_pages
from plugins.report.tests.reports import made, status_pdf


def test_a_long_word_and_a_short_cell_have_the_width_that_they_need() -> None:
    rows = [["Maßnahme", "Federführung", "Bekannt bei"], ["wort " * 40, "Integrationsbüro", "10 von 10"]]
    _, lead, known = shares(rows)
    assert lead * 1.05 > len("Integrationsbüro")
    assert known * 1.05 > len("Bekannt bei")


def test_wide_letters_take_more_room_than_narrow_ones() -> None:
    wide, narrow, _ = shares([["a", "b", "c"], ["Mammutwumme", "Filiallisti", "wort " * 40]])
    assert wide > narrow * 1.5


def test_a_column_of_blank_cells_or_of_none_has_a_width() -> None:
    assert min(shares([["a", "b"], [" " * 20, ""]])) > 5
    assert shares([["a", "b"]]) == [50, 50]


@pytest.mark.parametrize("columns", [1, 7, 12, 40])
def test_the_widths_of_any_number_of_columns_are_a_whole(columns: int) -> None:
    found = shares([["Umsetzungsstand"] * columns, ["Kindertagesstättenbedarfsplanung"] * columns])
    assert sum(found) == pytest.approx(100, abs=0.5)
    assert min(found) > 0


def test_no_lead_and_no_head_of_a_table_of_measures_is_broken() -> None:
    said = next(page for page in pdf_pages(status_pdf()) if "Die Handlungsfelder" in page)
    for word in ("Integrationsbüro", "Handwerkskammer", "Umsetzungsstand"):
        assert word in said
        assert not any(f"{word[:place]}{HYPHEN}" in said for place in range(4, len(word)))


def test_a_column_in_which_nobody_is_named_to_be_asked_is_left_out() -> None:
    assert "Zu fragen" in "".join(pdf_pages(status_pdf()))
    said = "".join(pdf_pages(made(ik.concept("sachsenheim"))))
    assert "Zu erheben" in said
    assert "Zu fragen" not in said
