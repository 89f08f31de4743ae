"""No control character of a concept reaches a terminal, whichever command prints it."""

import ast
import io
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import integrationskonzept as ik
from integrationskonzept.cli import main
from integrationskonzept.cli.session import Session
from integrationskonzept.cli.terminal import put_exactly
from tests.cli.conftest import Call

HOSTILE = "Kurs\x1b]0;PWNED\x07\x1b[2J\u202e\x9b2J\u2028"
FORBIDDEN = frozenset("\x1b\x07\x9b\u202e\u2028\x08\r")


def hostile_town(name: str, *, year: int) -> str:
    """Write a concept with the hostile text in every place that people see."""
    said = json.dumps(HOSTILE)
    Path(name).write_text(
        f"""\
schema: 2
id: oberstadt
title: {said}
municipality: {{name: {said}}}
period: {{start: 2025, end: 2029}}
actors:
  - {{id: stadt, title: {said}}}
fields_of_action:
  - id: sprache
    title: {said}
    measures:
      - id: kurs
        title: {said}
        leads: [{{actor_refs: [stadt]}}]
        schedule: {{planned: {{start: 2025, end: {year}}}}}
        indicators:
          - id: kurse
            title: {said}
            kind: count
            target: {{due: {year}, value: 12}}
""",
        encoding="utf-8",
    )
    return name


CALLS = [
    ("show", "a.yaml"),
    ("show", "a.yaml", "measure/kurs"),
    ("evaluate", "a.yaml"),
    ("evaluate", "a.yaml", "--format", "markdown"),
    ("evaluate", "a.yaml", "--format", "json"),
    ("evaluate", "a.yaml", "--since", "s.json"),
    ("compare", "a.yaml", "b.yaml"),
    ("compare", "a.yaml", "b.yaml", "--format", "markdown"),
    ("compare", "a.yaml", "b.yaml", "--format", "json"),
    ("due", "a.yaml", "--from", "2025-01-01", "--to", "2029-01-01"),
    ("due", "a.yaml", "--format", "json"),
    ("check", "a.yaml"),
    ("check", "a.yaml", "--color"),
    ("check", "a.yaml", "--format", "json"),
    ("check", "a.yaml", "--format", "sarif"),
    ("show", "a.yaml", HOSTILE),
    ("show", HOSTILE),
    ("show", "a.yaml", "measure/kurs", HOSTILE),
    ("export", "a.yaml", "datapackage", "-o", "offen"),
    ("observe", "a.yaml", "werte.csv", "--dry-run"),
    ("observe", "a.yaml", HOSTILE),
    ("check", "a.yaml", "--profile", HOSTILE),
    ("tables", "a.yaml", "--table", HOSTILE),
]


@pytest.mark.parametrize("arguments", CALLS, ids=lambda one: " ".join(one).encode("unicode_escape").decode())
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_printed_and_written_steers_no_terminal(call: Call, arguments: tuple[str, ...], language: str) -> None:
    hostile_town("a.yaml", year=2027)
    hostile_town("b.yaml", year=2028)
    Path("werte.csv").write_text(f"indicator,as_of,value\n{HOSTILE},2026,3\n", encoding="utf-8")
    call("evaluate", "b.yaml", "--snapshot", "s.json")
    result = call("--lang", language, *arguments)
    own = result.output.replace("\x1b[1m", "").replace("\x1b[0m", "").replace("\x1b[1;33m", "")
    own = own.replace("\x1b[1;31m", "").replace("\x1b[1;36m", "") if "--color" in arguments else result.output
    assert own.strip()
    assert not FORBIDDEN & set(own)


def test_reports_made_in_a_program_steer_no_terminal_either(call: Call) -> None:
    first, second = (ik.load(hostile_town(f"{year}.yaml", year=year)) for year in (2027, 2028))
    evaluation = ik.evaluate(first, date(2026, 1, 1))
    for text in (evaluation.text("de"), ik.compare(first, second).text("de"), str(evaluation.snapshot())):
        assert not FORBIDDEN & set(text)


class Terminal(io.TextIOWrapper):
    """A terminal that a person looks at."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def test_data_is_written_exactly_except_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {}
    for kind in (Terminal, io.TextIOWrapper):
        stream = kind(io.BytesIO(), encoding="utf-8")
        monkeypatch.setattr(sys, "stdout", stream)
        put_exactly(b"Kurs\x1b[2J\r\n\xff")
        stream.flush()
        seen[kind] = stream.buffer.getvalue()  # type: ignore[attr-defined]  # the bytes above
    assert seen[io.TextIOWrapper] == b"Kurs\x1b[2J\r\n\xff"
    assert seen[Terminal] == b"Kurs\\u001b[2J\r\n\\xff"


def test_progress_steers_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(language="de", environment={}, terminal=True)
    with session.working(HOSTILE), session.counting(HOSTILE):
        pass
    said = capsys.readouterr().err.replace("\x1b[2K", "").replace("\r", "").replace("\x1b[?25l", "")
    assert not FORBIDDEN & set(said.replace("\x1b[?25h", ""))


CLI = Path(str(sys.modules[main.__module__].__file__)).parent


def printing() -> Iterator[str]:
    """Yield where a command prints past the one place that all lines pass."""
    for file in sorted(CLI.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"click.echo", "click.secho", "print"}:
                yield file.name


def test_every_line_of_the_command_line_passes_one_place() -> None:
    assert set(printing()) == {"terminal.py"}
