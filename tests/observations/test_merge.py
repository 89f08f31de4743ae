"""Observations from outside: recorded one by one, and merged from tables."""

from datetime import date
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept.errors import InvalidValueError, ObservationConflictError
from integrationskonzept.findings import path_text
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.indicator import IndicatorKind
from integrationskonzept.observations.merge import MergeResult, merge, observe
from tests.evaluation.town import day, indicator, measure, seen, town

COUNT = indicator("zahl", unit="Personen", population="alle", observations=(seen("2025", 5), seen("2026", 7)))
SCALE = indicator("stufe", kind=IndicatorKind.SCALE, scale=("mäßig", "gut"))
STONE = indicator("stein", kind=IndicatorKind.MILESTONE)
TOWN = town(measure(indicators=(COUNT, SCALE, STONE)))


def values(concept: Concept, id: str = "zahl") -> list[tuple[str, Any]]:
    """List dates and values of an indicator."""
    return [(str(one.as_of), one.value) for one in concept.indicator(id).observations]


# -- one by one ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("as_of", ["2025-07", day("2025-07"), date(2025, 7, 31)])
def test_recording_an_observation_is_one_call_and_keeps_the_order_of_dates(as_of: Any) -> None:
    newer = observe(TOWN, "indicator/zahl", as_of=as_of, value=6)
    assert [value for _, value in values(newer)] == [6, 5, 7], "within 2025, what is known closer comes first"
    assert values(TOWN) == [("2025", 5), ("2026", 7)], "a concept never changes"


def test_an_indicator_may_be_named_by_its_id_alone_and_an_observation_say_anything() -> None:
    newer = observe(TOWN, "stein", as_of="2026", reached=True, note="im Amtsblatt")
    (found,) = newer.indicator("stein").observations
    assert (found.reached, found.note) == (True, "im Amtsblatt")


def test_the_same_observation_again_changes_nothing() -> None:
    assert observe(TOWN, "indicator/zahl", as_of="2026", value=7) is TOWN


def test_another_value_of_the_same_date_is_refused_unless_it_is_to_replace_the_first() -> None:
    with pytest.raises(
        ValueError, match=r"indicator/zahl has an observation as of 2026 already: .*replace=True"
    ) as told:
        observe(TOWN, "indicator/zahl", as_of="2026", value=8)
    assert isinstance(told.value, ObservationConflictError)
    assert told.value.args[0].text("de").startswith("indicator/zahl hat zum Stand 2026 bereits einen Messwert")
    newer = observe(TOWN, "indicator/zahl", as_of="2026", value=8, replace=True)
    assert values(newer) == [("2025", 5), ("2026", 8)]


def test_another_population_is_another_observation() -> None:
    newer = observe(TOWN, "indicator/zahl", as_of="2026", value=2, population="Kinder")
    assert values(newer) == [("2025", 5), ("2026", 7), ("2026", 2)]
    with pytest.raises(ValueError, match="already"):
        observe(TOWN, "indicator/zahl", as_of="2026", value=2, population="alle")


def test_what_an_observation_does_not_have_is_named_with_what_is_near() -> None:
    with pytest.raises(TypeError, match="an observation has no attribute 'valeu'; did you mean 'value'"):
        observe(TOWN, "indicator/zahl", as_of="2027", valeu=3)
    with pytest.raises(InvalidValueError, match="value: expected a number; got the text '3'"):
        observe(TOWN, "indicator/zahl", as_of="2027", value="3")
    with pytest.raises(ik.UnknownElementError, match="'zahl'"):
        observe(TOWN, "indicator/zahlen", as_of="2027", value=3)


# -- from a table -------------------------------------------------------------------------------------


def merged(*rows: dict[str, Any], **options: Any) -> MergeResult:
    """Merge rows into the town."""
    return merge(TOWN, rows, **options)


def found(result: MergeResult) -> list[tuple[str, str]]:
    """List codes and places of the findings."""
    return [(one.code, path_text(one.place.path)) for one in result.findings]


def test_rows_bring_observations_and_keep_the_order_of_dates() -> None:
    result = merged(
        {"indicator": "zahl", "as_of": "2027", "value": "9", "note": "vorläufig"},
        {"Indikator": "indicator/zahl", "Stand": "30.06.2025", "Wert": "ca. 6"},
        {"indicator": "stein", "as_of": "2026", "reached": "ja", "x-formular": "A 7"},
        {"indicator": "stufe", "as_of": "2026", "text": "Gut"},
    )
    assert values(result.concept) == [("2025-06-30", 6), ("2025", 5), ("2026", 7), ("2027", 9)]
    assert result.concept.indicator("zahl").observations[0].approximate
    assert result.concept.indicator("stein").observations[0].extra == {"x-formular": "A 7"}
    assert (result.added, result.findings) == (4, ())
    assert str(result) == "4 added, 0 completed, 0 replaced, 0 unchanged, 0 findings"


def test_the_same_rows_again_change_nothing() -> None:
    rows: list[dict[str, Any]] = [
        {"indicator": "zahl", "as_of": "2027", "value": "9"},
        {"indicator": "zahl", "as_of": 2027, "value": 9.0},
    ]
    once = merge(TOWN, rows)
    assert (once.added, once.unchanged) == (1, 1)
    twice = merge(once.concept, rows)
    assert (twice.concept is once.concept, twice.unchanged) == (True, 2)


def test_a_row_may_add_what_an_observation_does_not_say() -> None:
    result = merged({"indicator": "zahl", "as_of": "2026", "note": "Stichtag 31.12."})
    assert (result.completed, result.concept.indicator("zahl").observations[1].note) == (1, "Stichtag 31.12.")


def test_another_value_is_a_conflict_and_not_taken_unless_asked() -> None:
    row = {"indicator": "zahl", "as_of": "2026", "value": 8}
    result = merged(row)
    assert result.concept is TOWN
    (conflict,) = result.findings
    assert (conflict.code, path_text(conflict.place.path), conflict.address) == (
        "IK956",
        "row[1].value",
        "indicator/zahl",
    )
    assert str(conflict.message) == "the concept says otherwise of 2026: it has 7, the row 8"
    taken = merged(row, overwrite=True)
    assert (values(taken.concept)[1], taken.replaced, taken.findings) == (("2026", 8), 1, ())


def test_a_value_and_its_missing_contradict_each_other() -> None:
    gone = {"indicator": "zahl", "as_of": "2026", "missing": "Statistik zurückgezogen"}
    result = merged(gone)
    assert str(result.findings[0].message).endswith("it has not stated, the row Statistik zurückgezogen")
    taken = merged(gone, overwrite=True).concept
    last = taken.indicator("zahl").observations[1]
    assert (last.value, last.missing) == (None, "Statistik zurückgezogen")
    back = {"indicator": "zahl", "as_of": "2026", "value": 7}
    assert "it has Statistik zurückgezogen, the row 7" in str(merge(taken, [back]).findings[0].message)
    again = merge(taken, [back], overwrite=True).concept.indicator("zahl").observations[1]
    assert (again.value, again.missing) == (7, None)


def test_overwriting_something_else_leaves_the_value_alone() -> None:
    noted = merged({"indicator": "zahl", "as_of": "2026", "note": "alt"}).concept
    newer = merge(noted, [{"indicator": "zahl", "as_of": "2026", "note": "neu"}], overwrite=True).concept
    assert (newer.indicator("zahl").observations[1].value, newer.indicator("zahl").observations[1].note) == (7, "neu")


def test_what_does_not_fit_is_reported_with_row_and_column() -> None:
    result = merged(
        {"indicator": "zahl", "as_of": "bald", "value": "9"},
        {"indicator": "zahl", "as_of": "2027", "value": "viele"},
        {"indicator": "zahl", "value": "9"},
        {"indicator": "zahl", "as_of": "2027"},
        {"as_of": "2027", "value": "9"},
        {"indicator": "zahl", "as_of": "2027", "text": "viele"},
        {"indicator": "stufe", "as_of": "2027", "text": "prima"},
        {"indicator": "zahl", "as_of": "2027", "value": 9, "unit": "Haushalte"},
        first_row=2,
    )
    assert found(result) == [
        ("IK953", "row[2].as_of"),
        ("IK953", "row[3].value"),
        ("IK954", "row[4].as_of"),
        ("IK955", "row[5].value"),
        ("IK952", "row[6].indicator"),
        ("IK957", "row[7].text"),
        ("IK957", "row[8].text"),
        ("IK957", "row[9].unit"),
    ]
    assert result.concept is TOWN


def test_an_unknown_column_is_reported_once_with_what_is_near() -> None:
    rows = [{"indicator": "zahl", "as_of": "2027", "Wertt": 9, "value": 9}] * 3 + [{"qqqqqq": 1}]
    result = merge(TOWN, rows)
    assert found(result)[:1] == [("IK951", "row[1].Wertt")]
    assert [code for code, _ in found(result)].count("IK951") == 2
    assert str(result.findings[0].hint) == "did you mean 'wert'?"
    assert result.findings[1].hint is None
    assert result.added == 1


def test_an_unknown_indicator_is_one_finding_with_all_its_places() -> None:
    rows = [{"indicator": "zahll", "as_of": "2027", "value": 9}] * 3 + [
        {"indicator": "xyz", "as_of": "2027", "value": 9}
    ]
    near, far = merge(TOWN, rows).findings
    assert [place.path for place in near.places] == [("row", number, "indicator") for number in (1, 2, 3)]
    assert str(near.hint) == "did you mean 'zahl'?"
    assert far.hint is None


def test_near_names_are_looked_for_only_a_few_times() -> None:
    rows = [{"indicator": f"zahl{number}", "as_of": "2027", "value": 9} for number in range(30)]
    assert sum(one.hint is not None for one in merge(TOWN, rows).findings) == 20


def test_rows_of_another_concept_and_of_baselines_are_passed_over() -> None:
    result = merged(
        {"concept": "stadt", "indicator": "zahl", "as_of": "2027", "value": 9},
        {"concept": "dorf", "role": "baseline", "indicator": "zahl", "as_of": "2027", "value": 9},
        {"concept": "dorf", "role": "observation", "indicator": "zahl", "as_of": "2027", "value": 9},
    )
    assert (result.passed_over, result.added) == (2, 1)


def test_the_indicators_own_population_need_not_be_said() -> None:
    result = merged({"indicator": "zahl", "as_of": "2026", "value": 7, "population": "alle"})
    assert result.unchanged == 1
    other = merged({"indicator": "zahl", "as_of": "2026", "value": 2, "population": "Kinder"})
    assert other.added == 1
    assert other.concept.indicator("zahl").observations[-1].population == "Kinder"


def test_a_table_may_name_its_decimal_mark() -> None:
    row = {"indicator": "zahl", "as_of": "2027", "value": "1.234"}
    assert found(merged(row)) == [("IK953", "row[1].value")]
    assert values(merged(row, decimal=",").concept)[-1] == ("2027", 1234)


def test_empty_rows_are_passed_over() -> None:
    assert merged({"indicator": None, "as_of": "", "value": float("nan")}).findings == ()


def test_findings_speak_german_too() -> None:
    (conflict,) = merged({"indicator": "zahl", "as_of": "2026-12-31", "text": "viele"}).findings
    assert conflict.text("de")


def test_a_row_that_names_a_figure_adds_a_value_to_its_series() -> None:
    concept = ik.concept("musterstadt-2027")
    rows = [
        {"Kennzahl": "einwohner", "Stand": "31.12.2026", "Wert": "25100", "Einheit": "Personen"},
        {"Kennzahl": "figure/auslaendische-einwohner", "Stand": "2026", "Wert": "4300"},
        {"Kennzahl": "einwoner", "Stand": "2026", "Wert": "1"},
        {"Stand": "2026", "Wert": "1"},
    ]
    merged = ik.merge_observations(concept, rows)
    assert merged.added == 2
    (value,) = merged.concept.figure("einwohner").observations
    assert (value.as_of, value.value) == (ik.PartialDate("2026-12-31"), 25100)
    assert [(found.code, str(found.place.address)) for found in merged.findings] == [
        ("IK952", "None"),
        ("IK952", "figure/einwoner"),
    ]
    assert "einwohner" in merged.findings[1].text("de")
    assert ik.merge_observations(merged.concept, rows[:2]).unchanged == 2


def test_a_row_in_the_wrong_unit_of_a_figure_is_reported() -> None:
    rows = [{"figure": "einwohner", "as_of": "2026", "value": 25, "unit": "Tausend"}]
    (finding,) = ik.merge_observations(ik.concept("musterstadt-2027"), rows).findings
    assert finding.code == "IK957"


def test_observing_a_figure_and_an_indicator_is_the_same_call() -> None:
    concept = ik.observe(ik.concept("musterstadt-2027"), "figure/einwohner", as_of="2026", value=25100)
    assert [one.value for one in concept.figure("einwohner").observations] == [25100]
    assert ik.observe(concept, "figure/einwohner", as_of="2026", value=25100) is concept
    newer = ik.observe(concept, "kitas-mit-foerderung", as_of="2027-09", value=80)
    assert values(newer, "kitas-mit-foerderung")[-1] == ("2027-09", 80)


def test_the_table_of_observations_merges_into_its_own_edition_only() -> None:
    old, new = ik.concept("musterstadt-2025"), ik.concept("musterstadt-2027")
    table = ik.tables(new).observations
    assert ik.merge_observations(new, table).concept is new
    assert ik.merge_observations(old, table).passed_over == len(table)


def test_an_indicator_may_be_named_by_its_title_if_no_other_has_it() -> None:
    town_with_titles = town(
        measure(
            indicators=(
                indicator("a", title="Zahl der Kurse"),
                indicator("b", title="Zahl"),
                indicator("c", title="Zahl"),
            )
        )
    )
    rows = [
        {"indicator": "zahl der  kurse", "as_of": "2026", "value": 3},
        {"indicator": "Zahl", "as_of": "2026", "value": 3},
        {"indicator": "Zahl der Kurse", "as_of": "2027", "value": 4},
    ]
    merged = merge(town_with_titles, rows)
    assert values(merged.concept, "a") == [("2026", 3), ("2027", 4)]
    assert [finding.code for finding in merged.findings] == ["IK952"]
