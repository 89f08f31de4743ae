"""Totals of a column: the sum of what is known, and how much that is."""

from decimal import Decimal

import pytest

import integrationskonzept as ik
from integrationskonzept.evaluation.totals import Coverage, Total

TOWN = """\
schema: 2
id: ulm
title: Ulm
municipality: {name: Ulm}
fields_of_action:
  - id: sprache
    title: Sprache
    funding:
      - {kinds: [state], planned: '0.1', granted: '0.1'}
      - {kinds: [state], planned: '0.2'}
      - {kinds: [eu], planned: {value: 5, currency: CHF}}
    figures:
      - {id: a, title: A, value: 3, unit: Personen}
      - {id: b, title: B, value: 0.1, unit: Personen}
      - {id: c, title: C, value: 0.2, unit: Personen}
      - {id: d, title: D, missing: nicht erhoben}
"""
TABLES = ik.tables(ik.loads(TOWN))


def test_what_is_missing_is_unknown_and_no_zero() -> None:
    granted = TABLES.funding.total("granted")
    assert (granted.value, granted.coverage, granted.is_complete) == (Decimal("0.1"), Coverage(1, 3), False)
    assert granted.text("de") == "0,1 (1 von 3 Werten bekannt)"
    spent = TABLES.funding.total("spent")
    assert (spent.value, spent.text("de")) == (None, "0 von 3 Werten bekannt")
    assert ik.tables().funding.total("spent") == Total(coverage=Coverage(0, 0))


def test_sums_are_exact() -> None:
    by_kind = TABLES.funding.totals("planned", by="kinds")
    assert by_kind["state"].value == Decimal("0.3")
    assert TABLES.figures.total("value").value == pytest.approx(3.3)
    assert TABLES.measures.totals("indicators", by=()) == {}
    assert Total.of([1, 2, None]) == Total(value=3, coverage=Coverage(2, 3))
    assert Total.of([0.1] * 10).value == 1.0


def test_numbers_in_different_currencies_are_not_added_up() -> None:
    with pytest.raises(ValueError, match="differ in planned_currency and planned_per and cannot be added up"):
        TABLES.funding.total("planned")
    told = TABLES.funding.totals("planned", by=("planned_currency", "planned_per"))
    assert {key: total.value for key, total in told.items()} == {
        ("EUR", "total"): Decimal("0.3"),
        ("CHF", "total"): Decimal(5),
    }


def test_a_column_without_numbers_has_no_total() -> None:
    with pytest.raises(ValueError, match=r"kinds holds no numbers; columns with numbers: .*planned"):
        TABLES.funding.total("kinds")
    with pytest.raises(ValueError, match="columns with numbers: none"):
        TABLES.links.total("address")
    with pytest.raises(KeyError, match="has no column 'grantet'; did you mean 'granted'"):
        TABLES.funding.total("grantet")
