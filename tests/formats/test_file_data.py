"""Written files are easy to read: one order, no defaults, short forms."""

from collections.abc import Callable, Mapping
from datetime import time
from decimal import Decimal
from typing import Any

import attrs
import pytest

from integrationskonzept.errors import InvalidConceptError, InvalidValueError
from integrationskonzept.findings import FileOrigin
from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model.activity import Activity, Frequency, Recurrence
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.element import Statement
from integrationskonzept.model.field_of_action import Overarching
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.money import Amount, Cost
from integrationskonzept.model.municipality import Municipality
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.plain import MAX_DEPTH
from integrationskonzept.model.provenance import Citation, Discrepancy, DiscrepancyKind
from integrationskonzept.model.timeline import Timeline, TimelineRow

TOWN = Concept(id="m", title="M", municipality=Municipality(name="M"))
STAFF = "overarching.measures[0].cost.staff_fte"
LONG = (
    "Sprache öffnet Türen – beim Arzt, in der Schule und am Arbeitsplatz; deshalb kommen Kurse dorthin, wo die Menschen"
    " wohnen, und zu Zeiten, zu denen sie kommen können."
)


def measure(**values: Any) -> Concept:
    return attrs.evolve(TOWN, overarching=Overarching(measures=(Measure(id="a", title="A", **values),)))


def written(concept: Concept) -> Any:
    """Return the data of the concept's one measure, without id and title."""
    data = file_data(concept)["overarching"]["measures"][0]
    return {key: value for key, value in data.items() if key not in ("id", "title")}


def test_a_small_concept_is_a_small_file() -> None:
    assert YAML.write is not None
    assert YAML.write(file_data(TOWN)).decode() == "schema: 2\nid: m\ntitle: M\n\nmunicipality:\n  name: M\n"
    assert JSON.write is not None
    assert JSON.write(file_data(TOWN)).decode() == (
        '{\n  "schema": 2,\n  "id": "m",\n  "title": "M",\n  "municipality": {\n    "name": "M"\n  }\n}\n'
    )


def test_the_id_comes_first_and_provenance_last() -> None:
    concept = measure(
        sources=(Citation(section_ref="kapitel-1"),),
        note="Anmerkung",
        extra={"x-b": 1, "x-a": {"tief": (1, 2)}},
        description="Beschreibung",
        kind=None,
        internal=True,
        printed="gedruckt",
    )
    assert list(file_data(concept)["overarching"]["measures"][0]) == [
        *("id", "title", "description", "printed", "note", "sources", "internal", "x-b", "x-a"),
    ]


def test_a_discrepancy_keeps_its_own_order() -> None:
    found = Discrepancy(
        id="d", kind=DiscrepancyKind.TYPO, text="T", printed="p", expected="e", sources=(Citation(page=1),)
    )
    (data,) = file_data(attrs.evolve(TOWN, discrepancies=(found,)))["discrepancies"]
    assert list(data) == ["id", "kind", "text", "printed", "expected", "sources"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"current_state": (Statement(text="A"),)}, {"current_state": ["A"]}),
        ({"current_state": (Statement(text="A", note="N"),)}, {"current_state": [{"text": "A", "note": "N"}]}),
        ({"current_state": (Statement(text="A", extra={"x-a": 1}),)}, {"current_state": [{"text": "A", "x-a": 1}]}),
        ({"leads": (Involvement(actor_refs=("stadt",)),)}, {"leads": ["stadt"]}),
        ({"leads": (Involvement(actor_refs=("ak", "stadt")),)}, {"leads": [{"actor_refs": ["ak", "stadt"]}]}),
        ({"leads": (Involvement(),)}, {"leads": [{}]}),
        ({"time_frames": (HorizonStatement(horizon_ref="kurz"),)}, {"time_frames": ["kurz"]}),
        ({"recurrence": Recurrence(frequency=Frequency.YEARLY)}, {"recurrence": "yearly"}),
        ({"cost": Cost(total=Amount(value=Decimal("1500.00")))}, {"cost": {"total": 1500}}),
        ({"cost": Cost(total=Amount(value=Decimal("12.50")))}, {"cost": {"total": 12.5}}),
        ({"cost": Cost(total=Amount(value=Decimal("0.1234567890123")))}, {"cost": {"total": 0.1234567890123}}),
        (
            {"cost": Cost(total=Amount(value=Decimal("123456789012.123456789012300")))},
            {"cost": {"total": "123456789012.1234567890123"}},
        ),
        (
            {"cost": Cost(total=Amount(value=Decimal("1E+3"), approximate=True))},
            {"cost": {"total": {"value": 1000, "approximate": True}}},
        ),
    ],
)
def test_what_says_the_same_in_fewer_words_is_written_so(values: dict[str, Any], expected: dict[str, Any]) -> None:
    concept = measure(**values)
    assert written(concept) == expected
    for form in (YAML, JSON):
        assert form.write is not None
        assert read_file(form.write(file_data(concept)), form) == concept


def test_a_year_is_a_number_and_every_other_date_is_text() -> None:
    period = Span(start=PartialDate("2025"), end=PartialDate("2029-12-31"))
    assert file_data(attrs.evolve(TOWN, period=period))["period"] == {"start": 2025, "end": "2029-12-31"}
    assert file_data(attrs.evolve(TOWN, period=Span(start=PartialDate("0999"))))["period"] == {"start": "0999"}


def test_no_years_and_unknown_years_are_two_things() -> None:
    rows = (TimelineRow(id="a", title="A", years=()), TimelineRow(id="b", title="B", years=None))
    data = file_data(attrs.evolve(TOWN, timeline=Timeline(rows=rows)))
    assert data["timeline"]["rows"] == [{"id": "a", "title": "A", "years": []}, {"id": "b", "title": "B"}]


def test_where_a_concept_came_from_is_not_written() -> None:
    assert file_data(attrs.evolve(TOWN, origin=FileOrigin("stadt.yaml", lambda _: (None, None)))) == file_data(TOWN)


def test_long_text_is_broken_into_lines_and_several_lines_stand_as_they_are() -> None:
    assert YAML.write is not None
    text = YAML.write({"a": {"b": LONG, "c": "Erstens\n\n  Zweitens: ja\n", "d": "x\ny"}}).decode()
    assert text == (
        "a:\n"
        "  b: >-\n"
        "    Sprache öffnet Türen – beim Arzt, in der Schule und am Arbeitsplatz; deshalb kommen\n"
        "    Kurse dorthin, wo die Menschen wohnen, und zu Zeiten, zu denen sie kommen können.\n"
        "  c: |\n"
        "    Erstens\n"
        "\n"
        "      Zweitens: ja\n"
        "  d: |-\n"
        "    x\n"
        "    y\n"
    )


def test_only_what_would_be_misread_is_quoted() -> None:
    assert YAML.write is not None
    words = [
        "no",
        "12:30",
        "0815",
        "2024-07-31",
        "2016/17",
        "50 %",
        "- a",
        "a: b",
        "Ja, ‚nein‘ & „vielleicht“",
        "😀",
        "",
    ]
    text = YAML.write({"a": [*words, "\u202e", "it's", "# x", ".inf", ".Art", {"1": None, "x" * 101: 1.0}]}).decode()
    assert text == (
        "a:\n"
        "  - 'no'\n"
        "  - '12:30'\n"
        "  - '0815'\n"
        "  - 2024-07-31\n"
        "  - 2016/17\n"
        "  - 50 %\n"
        "  - '- a'\n"
        "  - 'a: b'\n"
        "  - Ja, ‚nein‘ & „vielleicht“\n"
        "  - 😀\n"
        "  - ''\n"
        '  - "\\u202e"\n'
        "  - it's\n"
        "  - '# x'\n"
        "  - '.inf'\n"
        "  - .Art\n"
        "  - '1': null\n"
        f"    ? {'x' * 101}\n"
        "    : 1.0\n"
    )


def test_short_words_and_years_share_a_line_and_sections_are_set_apart() -> None:
    assert YAML.write is not None
    data = {"schema": 2, "years": [2025, 2026], "none": [], "long": ["wort"] * 20, "last": {}, "end": True}
    text = YAML.write(data).decode()
    assert text == (
        "schema: 2\nyears: [2025, 2026]\nnone: []\n\nlong:\n" + "  - wort\n" * 20 + "\nlast: {}\nend: true\n"
    )


def test_json_shows_umlauts_and_hides_nothing() -> None:
    assert JSON.write is not None
    assert JSON.write({"a": "Türen\u202e\u2028\x7f"}).decode() == '{\n  "a": "Türen\\u202e\\u2028\\u007f"\n}\n'


def foreign(value: Any) -> Concept:
    return attrs.evolve(TOWN, extra={"x-a": value})


def deep(levels: int) -> Concept:
    goal = Goal(id="z", text="Z")
    for number in range(levels):
        goal = Goal(id=f"z{number}", text="Z", sub_goals=(goal,))
    return attrs.evolve(TOWN, overarching=Overarching(goals=(goal,)))


def mappings(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = {"a": value}
    return value


@pytest.mark.parametrize(
    ("concept", "path", "reported"),
    [
        (measure(description="\ud800"), "overarching.measures[0].description", "half a character (\\ud800) cannot"),
        (foreign({"\udfff": 1}), "x-a", "half a character"),
        (foreign(mappings(MAX_DEPTH)), "x-a" + ".a" * (MAX_DEPTH - 1), "more than 64 levels"),
        (deep(40), "overarching.goals[0]" + ".sub_goals[0]" * 30 + ".sub_goals", "more than 64 levels"),
    ],
)
def test_what_could_not_be_read_back_is_not_written(concept: Concept, path: str, reported: str) -> None:
    with pytest.raises(InvalidConceptError) as error:
        file_data(concept)
    (finding,) = error.value.findings
    assert finding.code == "IK050"
    assert str(finding.place) == path
    assert reported in finding.text()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: foreign(float("nan")), "extra.x-a: the number 'nan' cannot be kept as it is"),
        (lambda: foreign([1, 10**16]), r"extra.x-a\[1\]: the number '10000000000000000' cannot be kept as it is"),
        (lambda: foreign({1, 2}), "extra.x-a: expected text, numbers, .*; got a value of the type set"),
        (lambda: Cost(staff_fte=Decimal("NaN")), "staff_fte: expected an amount .*; got the number NaN"),
        (lambda: Cost(staff_fte=Decimal("1E+15")), "staff_fte: expected an amount .*; got the number 1E\\+15"),
        (lambda: Cost(staff_fte=Decimal("1." + 16 * "1")), "staff_fte: expected an amount .*; got the number 1.1"),
        (lambda: Activity(id="a", title="A", start_time=time(9, 30, 1)), "start_time: expected a time of day"),
    ],
)
def test_what_could_not_be_read_back_is_not_made(make: Callable[[], object], reason: str) -> None:
    with pytest.raises(InvalidValueError, match=reason):
        make()


@pytest.mark.parametrize("form", [YAML, JSON], ids=["yaml", "json"])
def test_as_many_levels_as_are_read_are_written(form: Format) -> None:
    value: Any = 1
    for _ in range(MAX_DEPTH - 1):
        value = {"a": value} if isinstance(value, Mapping) else [value]
    concept = foreign(value)
    assert form.write is not None
    assert read_file(form.write(file_data(concept)), form) == concept
