"""What the checks say of a real concept, soberly and counted."""

from importlib.resources import files

import pytest

from integrationskonzept.blocks import to_text
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.report import CheckReport
from integrationskonzept.rules.runner import run

FILE = files("integrationskonzept").joinpath("concepts", "sachsenheim.yaml")
CONCEPT = read_file(FILE.read_bytes(), YAML, "sachsenheim.yaml")


def checked(profile: str) -> CheckReport:
    return run(CONCEPT, BUILTIN, profile)


@pytest.mark.parametrize("profile", ["draft", "publishable", "council", "twelve_steps"])
def test_nothing_is_wrong_with_the_bundled_concept(profile: str) -> None:
    assert [str(finding) for finding in checked(profile).errors] == []


def test_the_council_is_told_what_the_concept_leaves_open() -> None:
    said = {finding.code: finding.message.text() for finding in checked("council").findings}
    assert said["IK401"] == "no lead for 10 of 10 measures"
    assert said["IK304"] == "no target value for 32 of 32 indicators"
    assert said["IK307"] == "no data source for 32 of 32 indicators"
    assert said["IK1012"] == "neither cost nor funding for 10 of 10 measures"
    assert said["IK206"] == "no year marked in 11 of 11 rows of the timeline"
    assert "IK1009" in said


def test_the_council_is_told_so_on_a_page_or_two() -> None:
    assert len(to_text(checked("council").blocks("en"), width=None).splitlines()) < 80
    assert len(to_text(checked("council").blocks("de"), width=None).splitlines()) < 80


def test_the_day_printed_wrong_is_found_and_the_three_printed_right_are_left_in_peace() -> None:
    (finding,) = checked("draft").by_code["IK601"]
    assert finding.address == "action_day/tag-der-muttersprache"
    assert "IK602" not in checked("draft").by_code


def test_the_share_of_foreigners_equals_its_parts_but_is_compared_with_another_date() -> None:
    report = checked("publishable")
    assert "IK501" not in report.by_code
    assert report.by_code["IK503"][0].address == "figure/auslaenderanteil"


def test_the_horizons_leave_gaps_as_printed() -> None:
    assert {"IK211", "IK212", "IK213"} <= set(checked("draft").by_code)


def test_every_step_towards_a_concept_is_named_with_what_is_missing() -> None:
    steps = {step.title.text(): [f.code for f in found] for step, found in checked("twelve_steps").by_step}
    assert steps["Guiding goal"] == ["IK1001"]
    assert steps["Stock-take"] == []
    assert steps["Responsibility"] == ["IK401"]
