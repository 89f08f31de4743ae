"""Data from formats of plugins: dates are dates, and a warning does not stop the reading."""

import pickle
import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept import Finding, Format, InvalidConceptError, Message, Severity
from integrationskonzept.errors import UnknownNameError
from integrationskonzept.findings import Place, Position
from integrationskonzept.formats.load import read_concept
from integrationskonzept.plugins import ParsedData, PluginHost, hookimpl

TITLE = Message(template="TOML", translations={"de": "TOML"})
TOWN = """
schema = 1
id = "ulm"
title = "Ulm"
x-beschluss = 2025-02-03
x-sitzung = {am = [2025-02-03T18:30:00], um = 18:30:00}
municipality = {name = "Ulm"}
period = {start = 2025-01-01, end = 2029-12-31T00:00:00}
"""


def remark(severity: Severity, line: int = 3) -> Finding:
    said = Message(template="looks odd", translations={"de": "sieht seltsam aus"})
    return Finding(code="TOML001", severity=severity, message=said, places=(Place(line=line, column=1),))


class Toml:
    """A plugin with a format that reads TOML and returns the given remarks, and does not write."""

    def __init__(self, *remarks: Finding) -> None:
        self.remarks = remarks

    def read(self, content: bytes) -> ParsedData:
        return ParsedData(tomllib.loads(content.decode()), findings=self.remarks)

    def write(self, data: Mapping[str, Any]) -> bytes:
        if "motto" in data:
            raise InvalidConceptError("no motto", (remark(Severity.ERROR),))
        return b"\xff"

    @hookimpl
    def integrationskonzept_formats(self) -> Sequence[Format]:
        form = Format(name="toml", title=TITLE, suffixes=(".toml",), media_type="a/b", read=self.read, write=self.write)
        return (form,)


def host_with(*remarks: Finding) -> PluginHost:
    host = PluginHost(discover=False)
    host.register(Toml(*remarks), "toml")
    return host


def test_dates_of_a_format_are_dates() -> None:
    concept = ik.loads(TOWN, "toml", host=host_with())
    assert concept.period.start == ik.PartialDate("2025-01-01")
    assert concept.period.end == ik.PartialDate("2029-12-31")
    assert concept.extra == {
        "x-beschluss": "2025-02-03",
        "x-sitzung": {"am": ("2025-02-03T18:30:00",), "um": "18:30:00"},
    }
    assert "x-beschluss: 2025-02-03" in ik.dumps(concept)


def town(**others: Any) -> dict[str, Any]:
    return {"schema": 2, "id": "ulm", "title": "Ulm", "municipality": {"name": "Ulm"}, **others}


def day(**others: Any) -> dict[str, Any]:
    return town(overarching={"action_days": [{"id": "fest", "title": "Fest", "date": "2026-05-01", **others}]})


def test_times_of_a_format_are_times() -> None:
    (fest,) = read_concept(ParsedData(day(start_time=time(18, 30)))).action_days
    assert fest.start_time == time(18, 30)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            town(period={"start": datetime(2025, 1, 1, 10, tzinfo=UTC)}),
            "expected a date, as text or as a year of four digits; got the date with time 2025-01-01 10:00:00+00:00",
        ),
        (town(period={"start": time(10, 0)}), "got the time of day 10:00:00"),
        (town(title=date(2025, 1, 1)), "expected text; got the date 2025-01-01; put it in quotes: '2025-01-01'"),
        (town(title={1, 2}), "expected text; got a value of the type set"),
        (day(start_time=date(2025, 1, 1)), "got the date 2025-01-01"),
        (day(start_time=time(10, 0, 5)), "got the time of day 10:00:05"),
        (town(municipality=date(2025, 1, 1)), "got the date 2025-01-01"),
    ],
)
def test_what_is_no_date_where_one_belongs_or_one_where_none_does_is_named(data: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidConceptError) as caught:
        read_concept(ParsedData(data))
    assert sentence in caught.value.findings[0].text()


@pytest.mark.parametrize("severity", [Severity.WARNING, Severity.NOTE])
def test_a_remark_does_not_stop_the_reading_and_is_in_the_report(tmp_path: Path, severity: Severity) -> None:
    file = tmp_path / "ulm.toml"
    file.write_text(TOWN, "utf-8")
    host = host_with(remark(severity), remark(severity, 4))
    concept = ik.load(file, host=host)
    assert concept.origin is not None
    (kept,) = concept.origin.findings
    assert [(place.file, place.line) for place in kept.places] == [(str(file), 3), (str(file), 4)]
    (report,) = ik.read_portfolio(file, host=host).check()
    for checked in (ik.check(file, host=host), ik.check(concept, host=host), report):
        (reported,) = checked.by_code["TOML001"]
        assert (reported.severity, reported.text()) == (severity, kept.text())
        assert [(place.line, place.address) for place in reported.places] == [(3, "concept/ulm"), (4, "concept/ulm")]
    assert pickle.loads(pickle.dumps(concept)).origin.findings == (kept,)  # noqa: S301 - our own bytes


def test_an_error_stops_the_reading_and_brings_the_remarks_along_behind_it() -> None:
    host = host_with(remark(Severity.WARNING, 1), remark(Severity.ERROR, 9))
    with pytest.raises(InvalidConceptError) as caught:
        ik.loads(TOWN, "toml", host=host)
    assert [finding.severity for finding in caught.value.findings] == [Severity.ERROR, Severity.WARNING]


def test_a_remark_hides_no_problem_at_its_place() -> None:
    def positions(_: Any) -> Any:
        return (Position(3, 1), Position(3, 1))

    document = ParsedData({**town(), "titel": "x"}, positions, findings=(remark(Severity.WARNING),))
    with pytest.raises(InvalidConceptError) as caught:
        read_concept(document)
    assert [finding.code for finding in caught.value.findings] == ["IK040", "TOML001"]


def test_a_refusal_while_writing_keeps_its_findings(tmp_path: Path) -> None:
    concept = ik.replace(ik.loads(TOWN, "toml", host=host_with()), "concept/ulm", motto="Zusammen")
    with pytest.raises(InvalidConceptError) as caught:
        ik.save(concept, tmp_path / "ulm.toml", host=host_with())
    assert caught.value.findings[0].code == "TOML001"
    assert list(tmp_path.iterdir()) == []


def test_text_of_a_format_that_writes_none_is_refused_with_what_to_call() -> None:
    concept = ik.loads(TOWN, "toml", host=host_with())
    with pytest.raises(UnknownNameError, match=r"'toml' is no text; write it to a file: save\(concept, 'NAME.toml'\)"):
        ik.dumps(concept, "toml", host=host_with())
