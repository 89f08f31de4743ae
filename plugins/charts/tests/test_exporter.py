"""The exporter writes the core's figures as SVG files, and says what they leave out."""

import subprocess
import sys
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import integrationskonzept as ik
from integrationskonzept.documents import figures
from integrationskonzept.testing import town
from integrationskonzept_charts.reference_day import day_of

DAY = date(2027, 9, 30)
MUSTERSTADT = ik.concept("musterstadt-2027")


def names(concept: ik.Concept, **options: Any) -> list[str]:
    return [file.name for file in ik.export(concept, "charts", **options).files]


def widths(**options: Any) -> set[str]:
    files = ik.export(MUSTERSTADT, "charts", **options).files
    return {ET.fromstring(file.content).attrib["viewBox"].split()[2] for file in files}  # noqa: S314 - our own


def test_it_writes_the_pages_of_every_figure() -> None:
    assert names(MUSTERSTADT, today=DAY) == [
        "timeline-01.svg",
        "timeline-02.svg",
        "overview.svg",
        "courses-01.svg",
        "courses-02.svg",
        "courses-03.svg",
        "involvement.svg",
    ]
    assert names(MUSTERSTADT, today=DAY, kinds="overview") == ["overview.svg"]


def test_what_it_writes_is_what_the_core_draws() -> None:
    (file,) = ik.export(MUSTERSTADT, "charts", today=DAY, kinds="overview").files
    (picture,) = figures.overview(ik.evaluate(MUSTERSTADT.public(), DAY), "de")
    assert file.content == picture.svg.encode()


def test_pages_fill_the_paper_asked_for() -> None:
    assert widths() == {"481"}
    assert widths(paper="a4-landscape") == {"728"}


def test_the_language_is_that_asked_for() -> None:
    (file,) = ik.export(MUSTERSTADT, "charts", kinds="overview", language="en").files
    assert b"Overview of the measures" in file.content


def test_a_hundred_pages_are_numbered_with_three_digits() -> None:
    measures = ", ".join(f"{{id: m-{number}, title: {'Wort ' * 30}}}" for number in range(1500))
    found = names(town(f"overarching: {{measures: [{measures}]}}"), kinds="timeline")
    assert len(found) > 99
    assert found == sorted(found)
    assert found[0] == "timeline-001.svg"


def test_what_is_left_out_is_a_loss() -> None:
    losses = ik.export(MUSTERSTADT, "charts", today=DAY, kinds="courses").losses
    reasons = {loss.address: loss.message.text("de") for loss in losses}
    assert reasons["indicator/teilnehmende-abends"] == "die Aufschlüsselung eines Wertes ist nicht gezeichnet"
    assert reasons["indicator/praktika"].startswith("nicht weiterverfolgt: ")
    assert ik.export(MUSTERSTADT, "charts", today=DAY, kinds="timeline").losses == ()


def test_actors_who_share_a_column_are_losses_by_name() -> None:
    crowd = ", ".join(f"{{printed: Verein {number}}}" for number in range(40))
    concept = town(f"overarching: {{measures: [{{id: m, title: M, partners: [{crowd}]}}]}}")
    (loss,) = ik.export(concept, "charts", kinds="involvement").losses
    assert "keine eigene Spalte" in loss.message.text("de")
    assert loss.message.text("de").endswith("Verein 38, Verein 39")


@pytest.mark.parametrize("kind", ["timeline", "overview", "courses", "involvement"])
def test_a_figure_without_content_is_no_file_but_a_loss(kind: str) -> None:
    export = ik.export(town(), "charts", kinds=kind)
    assert export.files == ()
    assert [loss.message.text("de") for loss in export.losses] == [f"für {kind} gibt es nichts zu zeichnen"]


def test_the_day_shown_is_that_of_the_youngest_record() -> None:
    assert day_of(MUSTERSTADT) == DAY
    reports = "status_reports: [{as_of: 2027-03, level_ref: laeuft}]"
    assert day_of(town(f"overarching: {{measures: [{{id: m, title: M, {reports}}}]}}")) == date(2027, 3, 31)
    assert day_of(town(edition=None)) == date(2025, 1, 1)
    assert day_of(town(edition=None, period=None)) == date(2000, 1, 1)


def test_neither_listing_plugins_nor_exporting_loads_altair() -> None:
    code = (
        "import sys, integrationskonzept as ik; ik.export(ik.concept('sachsenheim'), 'charts');"
        " print('altair' in sys.modules, 'vl_convert' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
