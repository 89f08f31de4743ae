"""What each command does, what it says, and with which code it ends."""

import importlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import Result

import integrationskonzept as ik
from integrationskonzept.cli import main
from tests.cli.conftest import Call

TOWN = """\
schema: 2
id: oberstadt
title: Integrationskonzept Oberstadt
municipality:
  name: Oberstadt
horizons:
  - id: short
    title: kurz
fields_of_action:
  - id: sprache
    title: Sprache
    measures:
      - id: sprachkurse
        title: Sprachkurse
        time_frames: [HORIZON]
"""


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def sentence(result: Result) -> str:
    return result.output.strip().splitlines()[-1]


def test_a_concept_without_errors_ends_with_0(call: Call) -> None:
    assert call("check", write("gut.yaml", TOWN.replace("HORIZON", "short"))).exit_code == 0


def test_a_reference_to_nothing_is_an_error_with_its_line_and_a_near_name(call: Call) -> None:
    result = call("check", write("stadt.yaml", TOWN.replace("HORIZON", "shrt")))
    assert result.exit_code == 1
    line = next(line for line in result.output.splitlines() if line.startswith("stadt.yaml:15:"))
    assert "error IK1" in line
    assert "'shrt'" in line
    assert "'short'" in line


def test_the_locale_decides_the_language_and_lang_overrides_it(call: Call) -> None:
    file = write("stadt.yaml", TOWN.replace("HORIZON", "shrt"))
    german = call("check", file, LANG="de_DE.UTF-8").output
    assert "meinten Sie" in german
    assert "did you mean" in call("--lang", "en", "check", file, LANG="de_DE.UTF-8").output


def test_a_file_that_is_no_concept_is_reported_like_any_finding(call: Call) -> None:
    result = call("check", write("kaputt.yaml", "schema: 2\ntitle: [\n"))
    assert result.exit_code == 1
    assert "kaputt.yaml:" in result.output


def test_a_file_that_is_not_there_ends_with_2_and_says_what_is_bundled(call: Call) -> None:
    result = call("check", "sachsenhiem")
    assert result.exit_code == 2
    assert "did you mean 'sachsenheim'" in result.output
    assert call("check", "nirgends.yaml").exit_code == 2


def test_several_files_are_checked_in_one_call(call: Call) -> None:
    good, bad = write("a.yaml", TOWN.replace("HORIZON", "short")), write("b.yaml", TOWN.replace("HORIZON", "x"))
    result = call("check", good, bad)
    assert result.exit_code == 1
    assert "b.yaml:15" in result.output


def test_findings_come_as_json_and_as_sarif_for_programs(call: Call) -> None:
    file = write("stadt.yaml", TOWN.replace("HORIZON", "shrt"))
    findings = json.loads(call("check", file, "--format", "json").output)["findings"]
    assert any(place["line"] == 15 for finding in findings for place in finding["places"])
    assert json.loads(call("check", file, "--format", "sarif").output)["version"] == "2.1.0"


def test_show_gives_a_concept_at_a_glance(call: Call) -> None:
    output = call("--lang", "de", "show", "sachsenheim").output
    assert "Sprache und Bildung" in output
    assert "measure/sprachkurse" in output
    assert "Maßnahmen: 10" in output


def test_show_says_what_became_of_what_is_not_pursued(call: Call) -> None:
    overview = call("show", "musterstadt-2027", "--overview", "--format", "markdown").output
    assert re.search(r"^\| 2.1 Bewerbungstreff \|.*\| ✕ merged into another measure \|", overview, re.MULTILINE)
    assert re.search(r"^\| 2.2 Job-Café \|.*\| ● abgeschlossen \(done\) \|", overview, re.MULTILINE)
    merged = call("--lang", "de", "show", "musterstadt-2027", "measure/bewerbungstreff").output
    assert "sie wurde in die Maßnahme „Job-Café“ übergeleitet" in " ".join(merged.split())
    assert "✕" not in call("show", "musterstadt-2027", "measure/jobcafe").output
    assert call("show", "musterstadt-2027", "horizon/kurz").exit_code == 0


def test_show_gives_one_element_with_labels(call: Call) -> None:
    output = call("--lang", "de", "show", "sachsenheim", "measure/sprachkurse").output
    assert "Ist-Zustand" in output
    assert "Anzahl der Sprachkurse" in output
    assert call("show", "sachsenheim", "measure/sprachkurs").exit_code == 2


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_convert_keeps_every_word(call: Call, suffix: str) -> None:
    assert call("convert", "sachsenheim", "-o", f"s{suffix}").exit_code == 0
    assert ik.load(f"s{suffix}") == ik.concept("sachsenheim")


def test_convert_prints_where_no_file_is_named(call: Call) -> None:
    assert ik.loads(call("convert", "sachsenheim", "--to", "json").output, "json") == ik.concept("sachsenheim")
    assert call("convert", "sachsenheim").exit_code == 2


def test_convert_to_an_unknown_suffix_writes_nothing(call: Call) -> None:
    assert call("convert", "sachsenheim", "-o", "s.docx").exit_code == 2
    assert not Path("s.docx").exists()


def test_the_schema_is_json_for_editors(call: Call) -> None:
    assert json.loads(call("schema").output)["$schema"].startswith("https://json-schema.org/draft/2020-12")
    assert call("schema", "-o", "concept.schema.json").exit_code == 0
    assert json.loads(Path("concept.schema.json").read_text(encoding="utf-8"))["type"] == "object"


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_new_file_passes_its_check_and_says_what_goes_where(call: Call, language: str) -> None:
    assert call("--lang", language, "new", "bad.yaml", "--town", "Bad Königshofen", "--start", "2026").exit_code == 0
    result = call("check", "bad.yaml")
    assert result.exit_code == 0, result.output
    assert ik.check("bad.yaml").findings == ()
    concept = ik.load("bad.yaml")
    assert (concept.id, concept.years) == ("bad-koenigshofen", "2026–2030")
    comments = [line for line in Path("bad.yaml").read_text(encoding="utf-8").splitlines() if "#" in line]
    assert len(comments) > 20


def test_the_schema_beside_a_new_file_is_in_its_language(call: Call) -> None:
    assert call("--lang", "de", "new", "k.yaml").exit_code == 0
    schema = json.loads(Path("concept.schema.json").read_text(encoding="utf-8"))
    assert schema["title"] == "Integrationskonzept"
    assert (
        Path("k.yaml").read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=concept.schema.json\n")
    )
    assert json.loads(call("schema").output)["title"] == "concept"


def test_the_next_command_is_named_as_this_one_was_called(tmp_path: Path) -> None:
    called = [sys.executable, "-m", "integrationskonzept", "--lang", "de", "new", "k.yaml"]
    result = subprocess.run(called, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert "prüfen mit: python -m integrationskonzept check k.yaml" in result.stderr
    assert "python -m integrationskonzept check k.yaml" in (tmp_path / "k.yaml").read_text(encoding="utf-8")


def test_the_module_of_the_program_runs_nothing_when_it_is_imported() -> None:
    assert importlib.import_module("integrationskonzept.__main__").main is main


def test_a_new_file_never_overwrites_one_unasked(call: Call) -> None:
    write("stadt.yaml", "meins")
    assert call("new", "stadt.yaml").exit_code == 2
    assert Path("stadt.yaml").read_text(encoding="utf-8") == "meins"
    assert call("new", "stadt.yaml", "--force").exit_code == 0


def test_a_name_without_letters_is_refused(call: Call) -> None:
    assert call("new", "x.yaml", "--town", "***").exit_code == 2
    assert call("new", "x.yaml", "--town", "A: b").exit_code == 2
    assert not Path("x.yaml").exists()


def test_plugins_are_listed_for_people_and_for_programs(call: Call) -> None:
    assert "yaml" in call("plugins").output
    names = {plugin["name"]: plugin["state"] for plugin in json.loads(call("plugins", "--json").output)}
    assert "ok" in names.values()


def test_the_calendar_is_written_where_it_is_asked_for(call: Call) -> None:
    result = call("export", "sachsenheim", "ical", "-o", "sachsenheim.ics")
    assert result.exit_code == 0
    assert "action_day" in result.output or "not in the export" in result.output
    assert Path("sachsenheim.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_dry_run_writes_nothing(call: Call) -> None:
    assert call("export", "sachsenheim", "ical", "-o", "out", "--dry-run").exit_code == 0
    assert call("export", "sachsenheim", "ical", "-o", "s.ics", "--dry-run").exit_code == 0
    assert list(Path().iterdir()) == []


def test_an_export_goes_to_standard_output_on_request(call: Call) -> None:
    result = call("export", "sachsenheim", "ical", "-o", "-")
    assert "BEGIN:VCALENDAR" in result.stdout


def test_options_of_an_exporter_are_set_checked_and_explained(call: Call) -> None:
    assert call("export", "sachsenheim", "ical", "-o", "language=de", "-o", "s.ics").exit_code == 0
    wrong = call("export", "sachsenheim", "ical", "-o", "langage=de", "-o", "t.ics")
    assert wrong.exit_code == 2
    assert "'language'" in wrong.output
    assert not Path("t.ics").exists()
    assert "profile" in call("export", "ical", "--help").output


def test_an_output_named_like_a_file_that_the_exporter_does_not_write_is_refused(call: Call) -> None:
    refused = call("--lang", "de", "export", "sachsenheim", "ical", "-o", "kalender.odt")
    assert refused.exit_code == 2
    assert "kalender.odt: Dieser Exporter schreibt .ics, nicht .odt" in refused.output
    assert "(kalender.odt/)" in refused.output
    several = call("--lang", "de", "export", "sachsenheim", "datapackage", "-o", "daten.zip")
    assert several.exit_code == 2
    assert "Dateien; nennen Sie einen Ordner, mit einem Schrägstrich am Ende (daten.zip/)" in several.output
    assert list(Path().iterdir()) == []

    assert call("export", "sachsenheim", "ical", "-o", "kalender.odt/").exit_code == 0
    assert call("export", "sachsenheim", "ical", "-o", "kalender.odt", "--force").exit_code == 0
    assert call("export", "sachsenheim", "ical", "-o", "stand-28.11.2026").exit_code == 0
    assert sorted(each.name for each in Path().iterdir()) == ["kalender.odt", "stand-28.11.2026"]


def test_two_outputs_or_no_exporter_are_refused(call: Call) -> None:
    assert call("export", "sachsenheim", "ical", "-o", "a.ics", "-o", "b.ics").exit_code == 2
    assert "ical" in call("export", "sachsenheim").output
    assert "'ical'" in call("export", "sachsenheim", "icla").output


def test_a_misspelt_command_gets_the_list(call: Call) -> None:
    result = call("chek", "x.yaml")
    assert result.exit_code == 2
    assert "Commands: carry, check, " in result.output


def test_the_version_is_the_distributions(call: Call) -> None:
    assert call("--version").output.strip() == ik.__version__


def test_a_file_of_another_town_can_be_read_by_other_tools(call: Call) -> None:
    call("new", "stadt.yaml", "--start", "2026")
    assert yaml.safe_load(Path("stadt.yaml").read_text(encoding="utf-8"))["schema"] == 2


def test_a_file_that_cannot_be_read_is_refused_in_the_language_asked_for(call: Call) -> None:
    result = call("--lang", "de", "evaluate", write("stadt.yaml", "schema: 2\nid: a\ntitel: A\n"))
    assert "stadt.yaml:3:1: Fehler IK040 unbekannter Schlüssel" in result.output


def test_what_falls_due_is_chosen_by_lead_field_and_kind(call: Call) -> None:
    days = ("due", "musterstadt-2027", "--from", "2027-01-01", "--to", "2029-12-31", "--format", "json")
    everything = {item["address"] for item in json.loads(call(*days).output)["due"]}
    led = {item["address"] for item in json.loads(call(*days, "--lead", "volkshochschule").output)["due"]}
    assert led
    assert led < everything
    language = {item["address"] for item in json.loads(call(*days, "--field", "sprache").output)["due"]}
    assert language
    assert language < everything
    measures = json.loads(call(*days, "--kind", "measure").output)["due"]
    assert {item["address"].partition("/")[0] for item in measures} == {"measure"}


def test_an_unknown_lead_is_refused_with_a_near_name(call: Call) -> None:
    result = call("due", "musterstadt-2027", "--lead", "volkshochshule")
    assert result.exit_code != 0
    assert "did you mean 'volkshochschule'" in result.output
