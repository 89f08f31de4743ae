"""What a command writes harms nothing that is there, and what it prints can be written down anywhere."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

import integrationskonzept as ik
from integrationskonzept import api
from integrationskonzept.cli import main
from integrationskonzept.cli.output import Output, refuse_overwriting
from tests.cli.conftest import Call

TOWN = """\
# Unser Konzept
schema: 2
id: oberstadt
title: Integrationskonzept Oberstadt
municipality: {name: Oberstadt}
period: {start: 2025, end: 2029}
fields_of_action:
  - id: sprache
    title: Sprache
    measures:
      - id: sprachkurs
        title: Sprachkurse
        schedule: {planned: {start: 2025, end: 2026-06-30}}
        indicators:
          - id: kurse
            title: Zahl der Kurse
            kind: count
            target: {due: 2027, value: 12}
"""

WRITING = [
    ("evaluate", "stadt.yaml", "--today", "2026-01-01", "-o"),
    ("evaluate", "stadt.yaml", "--today", "2026-01-01", "--format", "json", "-o"),
    ("evaluate", "stadt.yaml", "--today", "2026-01-01", "--format", "markdown", "-o"),
    ("evaluate", "stadt.yaml", "--today", "2026-01-01", "--snapshot"),
    ("due", "stadt.yaml", "--from", "2026-01-01", "-o"),
    ("compare", "stadt.yaml", "sachsenheim", "-o"),
    ("check", "stadt.yaml", "-o"),
    ("check", "stadt.yaml", "--format", "json", "-o"),
    ("check", "stadt.yaml", "--format", "sarif", "-o"),
    ("show", "stadt.yaml", "-o"),
    ("plugins", "-o"),
    ("schema", "-o"),
]
"""Calls that write, each without the file they write to."""


@pytest.fixture(autouse=True)
def town(call: Call) -> str:
    Path("stadt.yaml").write_text(TOWN, encoding="utf-8")
    return "stadt.yaml"


def words(arguments: tuple[str, ...]) -> str:
    return " ".join(arguments)


@pytest.mark.parametrize("arguments", WRITING, ids=words)
@pytest.mark.parametrize("content", ["Lieber Herr Maier,\n", "%PDF-1.7\n\x00\xff", '{"rechnung": 1}', TOWN])
def test_no_command_writes_over_a_file_of_another_sort(call: Call, arguments: tuple[str, ...], content: str) -> None:
    Path("da").write_text(content, encoding="latin-1")
    before = Path("da").read_bytes()
    result = call(*arguments, "da")
    assert result.exit_code == 2
    assert "da holds" in result.output
    assert "--force" in result.output
    assert Path("da").read_bytes() == before
    assert sorted(path.name for path in Path().iterdir()) == ["da", "stadt.yaml"]
    assert call(*arguments, "da", "--force").exit_code < 2
    assert Path("da").read_bytes() != before


@pytest.mark.parametrize("arguments", WRITING, ids=words)
def test_a_command_that_writes_the_same_sort_again_needs_no_force(call: Call, arguments: tuple[str, ...]) -> None:
    assert call(*arguments, "neu").exit_code < 2
    Path("stadt.yaml").write_text(TOWN.replace("2027, value: 12", "2028, value: 15"), encoding="utf-8")
    again = ("2027-05-06" if word == "2026-01-01" else word for word in arguments)
    assert call(*again, "neu").exit_code < 2


@pytest.mark.parametrize("arguments", [one for one in WRITING if "stadt.yaml" in one], ids=words)
def test_no_command_writes_over_what_it_reads(call: Call, arguments: tuple[str, ...]) -> None:
    Path("verweis.yaml").symlink_to("stadt.yaml")
    Path("dieselbe.yaml").hardlink_to("stadt.yaml")
    for name in ("stadt.yaml", "verweis.yaml", "dieselbe.yaml"):
        result = call(*arguments, name)
        assert result.exit_code == 2
        assert f"{name} is what is read here" in result.output
    assert Path("stadt.yaml").read_text(encoding="utf-8") == TOWN


def test_the_refusal_is_german_too(call: Call) -> None:
    output = call("--lang", "de", "evaluate", "stadt.yaml", "--snapshot", "stadt.yaml").output
    assert "stadt.yaml wird hier gelesen und nicht überschrieben; geschrieben würde ein Schnappschuss" in output
    Path("brief.txt").write_text("Lieber Herr", encoding="utf-8")
    output = call("--lang", "de", "evaluate", "stadt.yaml", "--snapshot", "brief.txt").output
    assert "Dort steht ein Text, der mit „Lieber Herr“ beginnt, geschrieben würde ein Schnappschuss" in output


def test_a_report_is_not_printed_when_its_snapshot_is_refused(call: Call) -> None:
    assert "Sprachkurse" not in call("evaluate", "stadt.yaml", "--snapshot", "stadt.yaml").output


def test_one_file_cannot_hold_a_report_and_a_snapshot(call: Call) -> None:
    result = call("evaluate", "stadt.yaml", "-o", "neu", "--snapshot", "./neu")
    assert result.exit_code == 2
    assert "cannot be written twice" in result.output
    assert not Path("neu").exists()


def test_an_evaluation_as_json_is_no_snapshot(call: Call) -> None:
    assert call("evaluate", "stadt.yaml", "--snapshot", "2026.json").exit_code == 0
    assert call("evaluate", "stadt.yaml", "--format", "json", "-o", "2026.json").exit_code == 2


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_the_same_conversion_can_be_made_again_and_no_other_concept_is_lost(call: Call, suffix: str) -> None:
    for _ in range(2):
        assert call("convert", "stadt.yaml", "-o", f"neu{suffix}").exit_code == 0
    result = call("convert", "sachsenheim", "-o", f"neu{suffix}")
    assert result.exit_code == 2
    assert "holds the concept oberstadt and is not overwritten with the concept sachsenheim" in result.output
    assert ik.load(f"neu{suffix}").id == "oberstadt"
    assert call("convert", "sachsenheim", "-o", f"neu{suffix}", "--force").exit_code == 0
    assert ik.load(f"neu{suffix}").id == "sachsenheim"


def test_a_concept_is_brought_into_its_canonical_form_in_place_only_when_asked(call: Call) -> None:
    assert call("convert", "stadt.yaml", "-o", "stadt.yaml").exit_code == 2
    assert Path("stadt.yaml").read_text(encoding="utf-8") == TOWN
    assert call("convert", "stadt.yaml", "-o", "stadt.yaml", "--force").exit_code == 0
    assert call("convert", "stadt.yaml", "-o", "stadt.yaml").exit_code == 0  # nothing would be lost
    assert "# Unser Konzept" not in Path("stadt.yaml").read_text(encoding="utf-8")


def test_a_conversion_to_standard_output_can_be_named_so(call: Call) -> None:
    assert ik.loads(call("convert", "stadt.yaml", "-o", "-", "--to", "json").stdout, "json").id == "oberstadt"


def test_observations_go_into_no_other_towns_file(call: Call) -> None:
    Path("werte.csv").write_text("indicator,as_of,value\nkurse,2026,3\n", encoding="utf-8")
    call("convert", "sachsenheim", "-o", "s.yaml")
    assert call("observe", "stadt.yaml", "werte.csv", "-o", "s.yaml").exit_code == 2
    assert ik.load("s.yaml").id == "sachsenheim"
    assert call("observe", "stadt.yaml", "werte.csv", "-o", "s.yaml", "--force").exit_code == 0
    assert ik.load("s.yaml").id == "oberstadt"


def test_a_calendar_is_written_over_a_calendar_only(call: Call) -> None:
    Path("a.ics").write_text("Termine: siehe Aushang\n", encoding="utf-8")
    assert call("export", "sachsenheim", "ical", "-o", "a.ics").exit_code == 2
    assert call("export", "sachsenheim", "ical", "-o", "a.ics", "--dry-run").exit_code == 2
    for more in ((), ("--dry-run",)):
        assert call("export", "sachsenheim", "ical", "-o", "b.ics", *more).exit_code == 0
        assert call("export", "musterstadt-2025", "ical", "-o", "b.ics", *more).exit_code == 0


def test_of_an_export_into_a_folder_nothing_is_written_when_one_file_is_in_the_way(call: Call) -> None:
    Path("offen").mkdir()
    Path("offen/datapackage.json").write_text('{"name": "anderes", "version": "1"}', encoding="utf-8")
    assert call("export", "sachsenheim", "datapackage", "-o", "offen").exit_code == 2
    assert [path.name for path in Path("offen").iterdir()] == ["datapackage.json"]
    assert call("export", "sachsenheim", "datapackage", "-o", "offen", "--force").exit_code == 0
    assert call("export", "musterstadt-2025", "datapackage", "-o", "offen").exit_code == 0


def test_a_dry_run_to_standard_output_prints_no_export(call: Call) -> None:
    result = call("export", "sachsenheim", "ical", "-o", "-", "--dry-run")
    assert result.exit_code == 0
    assert "BEGIN" not in result.stdout


def test_a_table_is_written_over_the_same_table_only(call: Call) -> None:
    assert call("tables", "stadt.yaml", "--table", "measures", "-o", "m.csv").exit_code == 0
    assert call("tables", "sachsenheim", "--table", "measures", "-o", "m.csv").exit_code == 0
    result = call("tables", "stadt.yaml", "--table", "roles", "-o", "m.csv")
    assert "is not overwritten with the table roles" in result.output
    Path("tab").mkdir()
    Path("tab/measures.csv").write_text("Name;Telefon\nMaier;4711\n", encoding="utf-8")
    assert call("tables", "stadt.yaml", "-o", "tab").exit_code == 2
    assert len(list(Path("tab").iterdir())) == 1
    assert call("tables", "stadt.yaml", "--table", "measures", "-o", "-").stdout.startswith("concept,")


def test_a_table_whose_columns_somebody_added_to_is_kept(call: Call) -> None:
    call("tables", "stadt.yaml", "--table", "measures", "-o", "m.csv")
    lines = Path("m.csv").read_text(encoding="utf-8").splitlines()
    Path("m.csv").write_text("\n".join([f"{lines[0]},Bemerkung", f"{lines[1]},meins"]), encoding="utf-8")
    assert call("tables", "stadt.yaml", "--table", "measures", "-o", "m.csv").exit_code == 2


def test_a_folder_cannot_be_a_file(call: Call) -> None:
    result = call("tables", "stadt.yaml", "-o", "stadt.yaml")
    assert result.exit_code == 2
    assert "stadt.yaml is a file" in result.output
    assert call("export", "sachsenheim", "ical", "-o", "stadt.yaml/b/c", "--force").exit_code == 2


def test_what_holds_nothing_or_the_same_may_be_written_over(call: Call) -> None:
    for content in ("", "\n \n"):
        Path("leer.json").write_text(content, encoding="utf-8")
        assert call("schema", "-o", "leer.json").exit_code == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_looked_at() -> None:
    os.mkfifo("rohr")
    refuse_overwriting([Output(content=b"neu", target=Path("rohr"))])  # it would wait for ever if it looked


def test_a_list_may_become_empty_beside_files_of_the_same_export_and_nowhere_else() -> None:
    for name in ("termine.json", "orte.json"):
        Path(name).write_text('[{"name": "Kochabend"}]', encoding="utf-8")
    emptied = Output(content=b"[]", target=Path("termine.json"))
    with pytest.raises(click.UsageError, match=r"termine\.json holds JSON with name"):
        refuse_overwriting([emptied])
    refuse_overwriting([emptied, Output(content=b'[{"name": "Rathaus"}]', target=Path("orte.json"))])


def test_an_exporter_that_writes_nothing_ends_with_1(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "export", lambda *_, **__: ik.Export(files=()))
    for more in ((), ("-o", "x.ics"), ("-o", "-"), ("--dry-run",)):
        result = call("export", "sachsenheim", "ical", *more)
        assert (result.exit_code, "no file was written" in result.output) == (1, True)


@pytest.mark.parametrize("name", ["neu.docx", "neu.json", "neu", "neu.YAML.txt"])
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_new_file_is_yaml_by_name_too(call: Call, name: str, force: tuple[str, ...]) -> None:
    result = call("new", name, *force)
    assert result.exit_code == 2
    assert f"{name}: a new file is written as YAML; give it a name that ends in .yaml, .yml" in result.output
    assert not Path(name).exists()


@pytest.mark.parametrize("arguments", [one for one in WRITING if one[0] != "evaluate" or one[-1] == "-o"], ids=words)
def test_a_file_holds_what_would_have_been_printed(call: Call, arguments: tuple[str, ...]) -> None:
    printed = call(*arguments[:-1]).stdout
    assert printed
    assert call(*arguments, "-").stdout == printed
    call(*arguments, "neu")
    assert Path("neu").read_bytes().decode("utf-8") == printed


def test_an_evaluation_since_a_snapshot_is_written_and_written_again(call: Call) -> None:
    call("evaluate", "stadt.yaml", "--today", "2026-01-01", "--snapshot", "s.json")
    for day in ("2027-01-01", "2028-01-01"):
        assert call("evaluate", "stadt.yaml", "--today", day, "--since", "s.json", "-o", "neu").exit_code == 0
    assert Path("neu").read_text(encoding="utf-8").startswith("2026-01-01 to 2028-01-01")


PROGRAM = "from integrationskonzept.cli import main; main()"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1:strict"])
def test_output_is_utf8_whatever_the_system_would_use(encoding: str) -> None:
    arguments = ("--lang", "de", "compare", "musterstadt-2025", "musterstadt-2027", "--format", "markdown")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert "→" in done.stdout.decode("utf-8")


class Stream:
    """What an application may put in place of standard output."""

    said = ""

    def write(self, text: str) -> int:
        """Keep it."""
        self.said += text
        return len(text)

    def flush(self) -> None:
        """Do nothing."""


def test_a_stream_of_another_kind_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream()
    monkeypatch.setattr(sys, "stdout", stream)
    main(["--version"], standalone_mode=False)
    assert stream.said.strip() == ik.__version__


def test_json_that_is_written_is_the_json_that_was_meant(call: Call) -> None:
    Path("stadt.yaml").write_text(TOWN.replace("Sprachkurse", '"Kurs\\u202e\\U000e0041"'), encoding="utf-8")
    call("evaluate", "stadt.yaml", "--format", "json", "-o", "e.json")
    text = Path("e.json").read_text(encoding="utf-8")
    assert "\u202e" not in text
    assert json.loads(text)["measures"][0]["title"] == "Kurs\u202e\U000e0041"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "weg.yaml: Diese Datei oder diesen Ordner gibt es nicht"),
        (errno.EACCES, "weg.yaml: Lesen oder Schreiben ist nicht erlaubt"),
        (errno.EISDIR, "weg.yaml ist ein Ordner"),
        (errno.ENOSPC, "weg.yaml: Auf dem Datenträger ist kein Platz mehr"),
        (errno.EIO, "weg.yaml"),
    ],
)
def test_what_the_system_refuses_is_said_with_the_file_that_was_meant(
    call: Call, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), "weg.yaml")

    monkeypatch.setattr(api, "load", refused)
    result = call("--lang", "de", "show", "stadt.yaml")
    assert result.exit_code == 2
    assert said in result.output


def test_a_write_protected_file_is_refused_whatever_is_said(call: Call) -> None:
    call("schema", "-o", "s.json")
    Path("s.json").write_text('{"$schema": 1}', encoding="utf-8")
    Path("s.json").chmod(0o444)
    result = call("schema", "-o", "s.json", "--force")
    assert result.exit_code == 2
    assert "s.json: reading or writing is not permitted" in result.output
    assert Path("s.json").read_text(encoding="utf-8") == '{"$schema": 1}'
