"""Following a concept on the command line: compare, evaluate, due, observe, tables."""

import csv
import io
import json
import re
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result

import integrationskonzept as ik
from integrationskonzept.cli.session import Session
from integrationskonzept.evaluation.snapshot import Snapshot
from tests.cli.conftest import Call

TOWN = """\
# Das Konzept der Stadt Oberstadt
schema: 2
id: oberstadt
title: Integrationskonzept Oberstadt
municipality: {name: Oberstadt}
period: {start: 2025, end: 2029}
evaluation: {interval_years: 2}
actors:
  - {id: stadt, title: Stadt Oberstadt}
fields_of_action:
  - id: sprache
    title: Sprache
    measures:
      - id: sprachkurs
        title: Sprachkurse
        leads: [{actor_refs: [stadt]}]
        schedule: {planned: {start: 2025, end: 2026-06-30}}
        indicators:
          - id: kurse
            title: Zahl der Kurse
            kind: count
            baseline: {as_of: 2025, value: 8}
            target: {due: 2027, value: 12}
            observations:
              - {as_of: 2026, value: 10}
"""


def write(name: str, text: str = TOWN) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


# -- compare --------------------------------------------------------------------------------------


def test_two_equal_editions_end_with_0(call: Call) -> None:
    result = call("compare", write("alt.yaml"), write("neu.yaml", TOWN.replace("# Das", "# Ein")))
    assert result.exit_code == 0
    assert "Nothing changed" in result.output


def test_a_difference_ends_with_1_and_names_the_element(call: Call) -> None:
    later = write("neu.yaml", TOWN.replace("2026-06-30", "2027-06-30"))
    result = call("compare", write("alt.yaml"), later)
    assert result.exit_code == 1
    assert "measure/sprachkurs" in result.output


def test_a_comparison_comes_as_markdown_for_the_council_and_as_json_for_programs(call: Call) -> None:
    later = write("neu.yaml", TOWN.replace("value: 12", "value: 15"))
    assert call("compare", write("alt.yaml"), later, "--format", "markdown").output.startswith("# ")
    (change,) = json.loads(call("compare", "alt.yaml", later, "--format", "json").output)["changes"]
    assert (change["address"], change["new"]) == ("indicator/kurse", 15)


@pytest.mark.parametrize("other", ["kaputt.yaml", "nirgends.yaml"])
def test_what_cannot_be_compared_ends_with_2(call: Call, other: str) -> None:
    write("kaputt.yaml", "schema: 2\nid: x\n")
    result = call("compare", write("alt.yaml"), other)
    assert result.exit_code == 2
    assert other in result.output


# -- evaluate -------------------------------------------------------------------------------------


def test_an_evaluation_says_how_the_measures_stand_on_a_day(call: Call) -> None:
    output = call("evaluate", write("stadt.yaml"), "--today", "2026-12-01").output
    assert output.startswith("Integrationskonzept Oberstadt: as of 2026-12-01\n")
    assert "- Overdue: 0 yes, 0 no; 0 of 1 known" in output
    assert re.search(r"^Sprachkurse +Stadt ", output, re.MULTILINE)
    assert "50 %" in output
    assert "To collect before the next evaluation, due " in output


def test_without_a_day_the_clock_decides(call: Call) -> None:
    output = call("evaluate", write("stadt.yaml"), "--format", "json").output
    assert json.loads(output)["today"] == date.today().isoformat()  # noqa: DTZ011 - the clock is asked on purpose


def test_an_evaluation_for_the_council_has_a_table_a_chapter(call: Call) -> None:
    output = call("evaluate", write("stadt.yaml"), "--today", "01.12.2026", "--format", "markdown").output
    assert output.startswith("# Integrationskonzept Oberstadt: as of 2026-12-01\n")
    assert "\n| Sprachkurse | Stadt Oberstadt |" in output


def test_an_evaluation_for_programs_tells_every_figure_with_its_reason(call: Call) -> None:
    output = call("evaluate", write("stadt.yaml"), "--today", "2026-12-01", "--format", "json").output
    data = json.loads(output)
    (measure,), (indicator,) = data["measures"], data["indicators"]
    assert (measure["overdue"], measure["end"], measure["basis"]) == ("unknown", "2026-06-30", "stated")
    assert measure["overdue_why"]
    assert (indicator["value"], indicator["share"], indicator["reached"]) == (10, 0.5, "no")
    assert data["reviews"][0]["state"] == "open"
    assert data["to_collect"][0]["by"] == ["Stadt Oberstadt"]


def test_a_concept_that_says_nothing_is_evaluated_too(call: Call) -> None:
    write("leer.yaml", "schema: 2\nid: leer\ntitle: Leer\nmunicipality: {name: Leer}\n")
    for form in ("text", "markdown", "json"):
        assert call("evaluate", "leer.yaml", "--today", "2026-12-01", "--format", form).exit_code == 0


def test_a_snapshot_is_compared_with_a_later_evaluation(call: Call) -> None:
    assert call("evaluate", write("stadt.yaml"), "--today", "2026-12-01", "--snapshot", "2026.json").exit_code == 0
    snapshot = Snapshot.from_data(json.loads(Path("2026.json").read_text(encoding="utf-8")))
    assert snapshot == ik.evaluate(ik.load("stadt.yaml"), date(2026, 12, 1)).snapshot()
    write("stadt.yaml", TOWN.replace("value: 10}", "value: 10}\n              - {as_of: 2027, value: 12}"))
    output = call("evaluate", "stadt.yaml", "--today", "2027-12-31", "--since", "2026.json").output
    assert re.search("Zahl der Kurse +value +10 +12", output)
    assert re.search("Zahl der Kurse +target met +no +yes", output)


def test_changes_since_a_snapshot_are_written_in_every_format(call: Call) -> None:
    given = ("--lang", "de", "evaluate", write("stadt.yaml"), "--today")
    call(*given, "2026-12-01", "--snapshot", "2026.json")
    write("stadt.yaml", TOWN.replace("value: 10}", "value: 10}\n              - {as_of: 2027, value: 12}"))
    since = (*given, "2027-12-31", "--since", "2026.json", "--format")
    text = call(*since, "text").output
    assert text.startswith("01.12.2026 bis 31.12.2027: ")
    assert re.search("Zahl der Kurse +Ziel erreicht +nein +ja", text)
    assert re.search("Zahl der Kurse +Fortschritt +50 % +100 %", text)
    markdown = call(*since, "markdown").output
    assert markdown.startswith("# 01.12.2026 bis 31.12.2027: ")
    assert "| Zahl der Kurse | Fortschritt | 50 % | 100 % |" in markdown
    data = json.loads(call(*since, "json").output)
    assert {"address": "indicator/kurse", "title": "Zahl der Kurse", "name": "share", "then": 0.5, "now": 1.0} in data[
        "changes"
    ]


@pytest.mark.parametrize("content", ["", "{}", "[]", "kein JSON", '{"concept": 1}', "[" * 100_000])
def test_what_is_no_snapshot_is_refused(call: Call, content: str) -> None:
    write("s.json", content)
    result = call("evaluate", write("stadt.yaml"), "--since", "s.json")
    assert result.exit_code == 2
    assert "s.json is no snapshot" in result.output


@pytest.mark.parametrize("choice", [("--only", "overdue"), ("--sort", "lead")])
def test_what_cannot_be_chosen_from_is_refused(call: Call, choice: tuple[str, str]) -> None:
    call("evaluate", write("stadt.yaml"), "--snapshot", "s.json")
    for other in (("--since", "s.json"), ("--format", "json")):
        result = call("evaluate", "stadt.yaml", *choice, *other)
        assert result.exit_code == 2
        assert "leave out --since and --format json" in result.output


# -- due ------------------------------------------------------------------------------------------


def test_what_is_due_is_listed_until_the_next_evaluation(call: Call) -> None:
    output = call("due", write("stadt.yaml"), "--from", "2026-01-01").output
    assert output.startswith("Integrationskonzept Oberstadt: due from 2026-01-01 to 2027-12-31\n")
    assert re.findall(r"^20[\d-]+ +(\S+(?: \S+)*)", output, re.MULTILINE) == [
        "Sprachkurse",
        "Evaluation",
        "Zahl der",
    ]


def test_without_evaluations_it_is_the_coming_year(call: Call) -> None:
    write("stadt.yaml", TOWN.replace("evaluation: {interval_years: 2}\n", ""))
    data = json.loads(call("due", "stadt.yaml", "--from", "2028-02-29", "--format", "json").output)
    assert (data["start"], data["end"], data["due"]) == ("2028-02-29", "2029-02-28", [])


def test_what_is_due_comes_in_every_form(call: Call) -> None:
    given = ("due", write("stadt.yaml"), "--from", "2026-01-01", "--to", "2026-12-31", "--format")
    (due,) = json.loads(call(*given, "json").output)["due"]
    assert (due["address"], due["latest"], due["done"]) == ("measure/sprachkurs", "2026-06-30", "unknown")
    assert "| 2026-06-30 | Sprachkurse | planned end of the measure |" in call(*given, "markdown").output


def test_a_stretch_that_ends_before_it_starts_is_refused(call: Call) -> None:
    result = call("due", write("stadt.yaml"), "--from", "2027-01-01", "--to", "2026-01-01")
    assert result.exit_code == 2
    assert "got 2027-01-01 and 2026-01-01" in result.output


@pytest.mark.parametrize("command", ["evaluate", "due"])
def test_a_paper_for_everybody_leaves_out_what_is_internal(call: Call, command: str) -> None:
    write("stadt.yaml", TOWN.replace("title: Sprachkurse", "title: Sprachkurse\n        internal: true"))
    given = (command, "stadt.yaml", "--today" if command == "evaluate" else "--from", "2026-01-01")
    assert "Sprachkurse" in call(*given, "--internal").output
    assert "Sprachkurse" not in call(*given).output


def test_a_comparison_for_everybody_leaves_out_what_is_internal(call: Call) -> None:
    internal = TOWN.replace("title: Sprachkurse", "title: Sprachkurse\n        internal: true")
    write("alt.yaml", internal)
    write("neu.yaml", internal.replace("2026-06-30", "2027-06-30"))
    assert call("compare", "alt.yaml", "neu.yaml", "--internal").exit_code == 1
    assert call("compare", "alt.yaml", "neu.yaml").exit_code == 0


# -- observe --------------------------------------------------------------------------------------

VALUES = "Indikator;Stand;Wert\nkurse;31.12.2027;12,5\n"


def test_observations_are_taken_into_the_file_and_the_second_time_nothing_changes(call: Call) -> None:
    first = call("observe", write("stadt.yaml"), write("werte.csv", VALUES))
    assert first.exit_code == 0
    assert "1 added" in first.output
    assert ik.load("stadt.yaml").indicator("kurse").observations[-1].value == 12.5
    content, touched = Path("stadt.yaml").read_bytes(), Path("stadt.yaml").stat().st_mtime_ns
    second = call("observe", "stadt.yaml", "werte.csv")
    assert second.exit_code == 0
    assert "1 unchanged" in second.output
    assert "written" not in second.output
    assert (Path("stadt.yaml").read_bytes(), Path("stadt.yaml").stat().st_mtime_ns) == (content, touched)


def test_how_the_table_was_read_is_said_in_german(call: Call) -> None:
    output = call("--lang", "de", "observe", write("stadt.yaml"), write("werte.csv", VALUES)).output
    assert "12,5" in output
    assert "31.12.2027" in output


def test_a_value_is_added_in_the_text_and_all_other_lines_stay(call: Call) -> None:
    result = call("observe", write("stadt.yaml"), write("werte.csv", VALUES))
    assert Path("stadt.yaml").read_text(encoding="utf-8") == TOWN + "              - {as_of: 2027-12-31, value: 12.5}\n"
    assert "comments" not in result.output
    assert {file.name for file in Path().iterdir()} == {"stadt.yaml", "werte.csv"}


def test_the_editor_line_and_the_comments_of_a_new_file_stay(call: Call) -> None:
    assert call("new", "stadt.yaml", "--town", "Oberstadt").exit_code == 0
    first = Path("stadt.yaml").read_text(encoding="utf-8")
    write("stadt.yaml", f"# yaml-language-server: $schema=concept.schema.json\n{first}")
    call("observe", "stadt.yaml", write("werte.csv", VALUES.replace("kurse", "anzahl-kurse")))
    lines = iter(Path("stadt.yaml").read_text(encoding="utf-8").splitlines())
    assert all(line in lines for line in ("# yaml-language-server: $schema=concept.schema.json", *first.splitlines()))


IN_LINES = TOWN.replace(
    "              - {as_of: 2026, value: 10}\n",
    "              - as_of: 2026\n                value: 10\n                  # geschätzt\n",
)


def test_what_is_lost_is_said_first_and_a_copy_is_kept(call: Call) -> None:
    write("werte.csv", "Indikator;Stand;Grund des Fehlens\nkurse;2026;Umzug\n")
    lines = call("observe", write("stadt.yaml", IN_LINES), "werte.csv", "--overwrite").output.splitlines()
    assert lines[-3:] == [
        "stadt.yaml: comments inside what is replaced are not kept: # geschätzt",
        "stadt.yaml: its old content is kept as stadt.yaml.bak",
        "stadt.yaml: written",
    ]
    assert Path("stadt.yaml.bak").read_text(encoding="utf-8") == IN_LINES
    assert ik.load("stadt.yaml").indicator("kurse").observations[0].missing == "Umzug"


def uneven_json() -> str:
    return ik.dumps(ik.loads(TOWN), "json").replace('"schema"', '    "schema"')


def test_a_file_that_cannot_be_changed_in_its_text_is_written_anew_beside_a_copy(call: Call) -> None:
    lines = call("observe", write("stadt.json", uneven_json()), write("werte.csv", VALUES)).output.splitlines()
    assert lines[-3].startswith("stadt.json: the lines of the JSON file are not laid out evenly; it is written anew")
    assert lines[-2:] == ["stadt.json: its old content is kept as stadt.json.bak", "stadt.json: written"]
    assert Path("stadt.json.bak").read_text(encoding="utf-8") == uneven_json()
    assert len(ik.load("stadt.json").indicator("kurse").observations) == 2


def test_written_elsewhere_the_old_file_needs_no_copy(call: Call) -> None:
    given = ("observe", write("stadt.json", uneven_json()), write("werte.csv", VALUES), "-o", "neu.json")
    assert "is written anew" in call(*given).output
    assert "is written anew" in call(*given).output
    assert not list(Path().glob("*.bak"))
    assert call("observe", write("stadt.yaml"), "werte.csv", "-o", "neu.yaml").exit_code == 0
    assert Path("neu.yaml").read_text(encoding="utf-8").startswith(TOWN)


def test_what_the_rules_say_of_a_new_value_is_told(call: Call) -> None:
    shares = TOWN.replace("kind: count", "kind: share\n            unit: '%'").replace("value: 12}", "value: 50}")
    write("werte.csv", "Indikator;Stand;Wert\nkurse;2027;121\n")
    output = call("observe", write("stadt.yaml", shares), "werte.csv").output
    assert [line.rpartition(":")[0] for line in output.splitlines() if "IK" in line] == [
        "error IK506 indicator 'kurse'"
    ]
    assert output.endswith("stadt.yaml: written\n")
    write("werte.csv", "Indikator;Stand;Wert\nkurse;2028;50\n")
    assert "IK" not in call("observe", "stadt.yaml", "werte.csv").output


def test_a_file_of_ones_own_keeps_the_source_as_it_is(call: Call) -> None:
    output = call("observe", write("stadt.yaml"), write("werte.csv", VALUES), "-o", "neu.json").output
    assert "comments" not in output
    assert Path("stadt.yaml").read_text(encoding="utf-8") == TOWN
    assert len(ik.load("neu.json").indicator("kurse").observations) == 2


def test_another_file_is_written_over_without_a_word_about_the_source(call: Call) -> None:
    write("neu.yaml", "schema: 2\n")
    output = call("observe", write("stadt.yaml"), write("werte.csv", VALUES), "-o", "neu.yaml").output
    assert "comments" not in output
    assert ik.load("neu.yaml").id == "oberstadt"


def test_a_dry_run_writes_nothing(call: Call) -> None:
    result = call("observe", write("stadt.yaml"), write("werte.csv", VALUES), "--dry-run")
    assert "1 added" in result.output
    changed = [line for line in result.stdout.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == ["+              - {as_of: 2027-12-31, value: 12.5}"]
    assert Path("stadt.yaml").read_text(encoding="utf-8") == TOWN
    assert call("observe", "stadt.yaml", "werte.csv", "--dry-run", "-o", "neu.json").stdout == ""


def test_what_does_not_fit_is_told_with_row_and_column_and_the_rest_is_taken(call: Call) -> None:
    write("werte.csv", "Indikator;Stand;Wert\nkurs;2027;1\nkurse;2027;viele\nkurs;2028;1\nkurse;2027;12\n")
    result = call("observe", write("stadt.yaml"), "werte.csv")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert any(line.startswith("werte.csv, row 3, column 'Wert': error IK953 ") for line in lines)
    assert any(
        line.startswith("werte.csv, row 2, column 'Indikator' (and 1 more rows): error IK952 ") for line in lines
    )
    assert any("did you mean 'kurse'" in line for line in lines)
    assert ik.load("stadt.yaml").indicator("kurse").observations[-1].value == 12


def test_a_column_that_is_not_known_is_told_and_no_failure(call: Call) -> None:
    write("werte.csv", "Indikator;Stand;Wert;Telefon\nkurse;2027;12;07147\n")
    result = call("observe", write("stadt.yaml"), "werte.csv")
    assert "column 'Telefon': warning IK951" in result.output
    assert result.exit_code == 0


def test_a_row_that_says_otherwise_is_taken_only_when_asked(call: Call) -> None:
    write("werte.csv", "indicator,as_of,value\nkurse,2026,11\n")
    assert call("observe", write("stadt.yaml"), "werte.csv").exit_code == 1
    assert Path("stadt.yaml").read_text(encoding="utf-8") == TOWN
    assert call("observe", "stadt.yaml", "werte.csv", "--overwrite").exit_code == 0
    assert ik.load("stadt.yaml").indicator("kurse").observations[0].value == 11


def test_a_bundled_concept_is_written_elsewhere(call: Call) -> None:
    write("werte.csv", "indicator,as_of,value\nsprachkurse-anzahl,2026,3\n")
    assert call("observe", "sachsenheim", "werte.csv").exit_code == 2
    assert call("observe", "sachsenheim", "werte.csv", "-o", "s.yaml").exit_code == 0
    assert ik.load("s.yaml").indicator("sprachkurse-anzahl").observations[0].value == 3


# -- tables ---------------------------------------------------------------------------------------


def rows(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_the_tables_are_listed_with_their_size(call: Call) -> None:
    assert re.search("^measures +Measures +1$", call("tables", write("stadt.yaml")).output, re.MULTILINE)


def test_one_table_is_printed_with_the_rows_of_every_source(call: Call) -> None:
    found = rows(call("tables", write("stadt.yaml"), "sachsenheim", "--table", "measures"))
    assert {row["concept"] for row in found} == {"oberstadt", "sachsenheim"}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_all_tables_of_a_folder_are_written_and_a_bad_file_is_reported(call: Call, jobs: str) -> None:
    Path("staedte").mkdir()
    write("staedte/a.yaml")
    write("staedte/b.yaml", "schema: 2\n")
    result = call("tables", "staedte", "-o", "tabellen", "--jobs", jobs)
    assert result.exit_code == 1
    assert "staedte/b.yaml:1" in result.output
    assert len(Path("tabellen/indicators.csv").read_text(encoding="utf-8").splitlines()) == 2


def test_a_table_that_does_not_exist_gets_a_near_name(call: Call) -> None:
    result = call("tables", write("stadt.yaml"), "--table", "measure")
    assert result.exit_code == 2
    assert "did you mean 'measures'" in result.output


def test_tables_are_written_as_one_workbook(call: Call) -> None:
    result = call("--lang", "de", "tables", write("stadt.yaml"), "-o", "tabellen.xlsx")
    assert result.exit_code == 0, result.output
    book = openpyxl.load_workbook("tabellen.xlsx")
    assert "Maßnahmen" in book.sheetnames
    assert "Sitzungen" not in book.sheetnames  # a table without rows
    head, row = book["Maßnahmen"].iter_rows(values_only=True)
    assert dict(zip(head, row, strict=True))["title"] == "Sprachkurse"

    empty = call("tables", "stadt.yaml", "--table", "meetings", "-o", "leer.xlsx")
    assert empty.exit_code == 0
    assert len(openpyxl.load_workbook("leer.xlsx").sheetnames) == 1


def test_tables_are_written_as_german_excel_opens_them(call: Call) -> None:
    call("tables", write("stadt.yaml"), "--format", "csv-excel-de", "-o", "tabellen")
    content = Path("tabellen/measures.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfconcept;")
    printed = call("tables", "stadt.yaml", "--format", "csv-excel-de", "--table", "measures", "-o", "-")
    assert printed.stdout_bytes == content


def test_a_workbook_needs_a_file_and_the_library_that_writes_it(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    for output in ([], ["-o", "ordner"]):
        refused = call("--lang", "de", "tables", write("stadt.yaml"), "--format", "xlsx", *output)
        assert refused.exit_code == 2
        assert "eine Arbeitsmappe braucht eine Datei, die auf .xlsx endet" in refused.output
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    missing = call("--lang", "de", "tables", "stadt.yaml", "-o", "tabellen.xlsx")
    assert missing.exit_code == 2
    assert "tabellen.xlsx: für .xlsx installieren Sie integrationskonzept-office" in missing.output


def test_another_missing_library_is_not_told_as_that_of_workbooks(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "xlsxwriter"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "zipfile", None)
    with pytest.raises(ModuleNotFoundError, match="zipfile"):
        call("tables", write("stadt.yaml"), "-o", "tabellen.xlsx")


def test_what_is_internal_is_laid_out_only_when_asked(call: Call) -> None:
    write("stadt.yaml", TOWN.replace("title: Sprachkurse", "title: Sprachkurse\n        internal: true"))
    assert rows(call("tables", "stadt.yaml", "--table", "measures")) == []
    assert len(rows(call("tables", "stadt.yaml", "--table", "measures", "--internal"))) == 1


def test_a_person_at_a_terminal_sees_how_many_files_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    with Session(language="de", environment={}, terminal=True).counting("lese") as tell:
        assert tell
        for done in (0, 1, 2):
            tell(done, 2)
    assert "lese" in capsys.readouterr().err
    with Session(language="de", environment={}).counting("lese") as tell:
        assert tell is None
    assert capsys.readouterr().err == ""
