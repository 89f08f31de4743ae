"""LibreOffice, which nobody here wrote, edits, sorts and stores a workbook between out and in."""

import json
import os
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pdfplumber
import pytest

import integrationskonzept as ik
from integrationskonzept.files import input_file
from integrationskonzept.merging import EditResult, merge_edits
from integrationskonzept_office.workbook.reader import read_workbook
from plugins.office.tests.workbook.books import TOWN, workbook
from tests.other_programs import debian_packages, unavailable

pytestmark = pytest.mark.clients

SCRIPT = Path(__file__).with_name("edit_in_libreoffice.py")
PYTHON = "/usr/bin/python3"
"""Debian's Python, which has the package python3-uno."""


@pytest.fixture(scope="session")
def soffice() -> str:
    """Return the path of LibreOffice, with Python's bridge to it."""
    if not _has_calc() or not _has_bridge():
        debian_packages("libreoffice-calc-nogui", "python3-uno", environment=os.environ)
    return shutil.which("soffice") or unavailable("soffice is not on the path")


def _has_calc() -> bool:
    found = shutil.which("soffice")
    return found is not None and (Path(found).resolve().parent / "libsclo.so").exists()


def _has_bridge() -> bool:
    return Path(PYTHON).exists() and not subprocess.run([PYTHON, "-c", "import uno"], check=False).returncode


def edited(soffice: str, folder: Path, typed: list[tuple[str, str, str]], *targets: str) -> list[EditResult]:
    """Return what is merged from the workbooks that LibreOffice stores, each made from the one before."""
    (folder / "k.xlsx").write_bytes(workbook())
    jobs: list[dict[str, Any]] = []
    source = folder / "k.xlsx"
    for target in targets:
        is_first = not jobs
        jobs.append(
            {
                "source": str(source),
                "target": str(folder / target),
                "typed": typed if is_first else [],
                "sorted": [("Maßnahmen", "A3:DZ4")] if is_first else [],
            }
        )
        source = folder / target
    (folder / "edits.json").write_text(json.dumps(jobs), encoding="utf-8")
    command = [PYTHON, str(SCRIPT), soffice, str(folder / "profile"), str(folder / "edits.json")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    concept = ik.loads(TOWN)
    return [merge_edits(concept, read_workbook(input_file(folder / target))) for target in targets]


TARGETS = ("a.xlsx", "b.ods", "c.xlsx")


def test_what_is_only_sorted_and_stored_changes_nothing(soffice: str, tmp_path: Path) -> None:
    for result in edited(soffice, tmp_path, [], *TARGETS):
        assert (result.changes, result.findings) == ((), ())


def test_what_a_person_types_in_german_arrives(soffice: str, tmp_path: Path) -> None:
    typed = [
        ("Maßnahmen", "D3", "Sprachkurse"),
        ("Maßnahmen", "C4", "2.10"),
        ("Indikatoren", column("indicator", "target.value") + "3", "18,48"),
        ("Maßnahmen", column("measure", "schedule.planned.start") + "3", "30.06.2026"),
        ("Maßnahmen", column("measure", "schedule.planned.end") + "3", "2029-07"),
        ("Maßnahmen", column("measure", "schedule.actual.start") + "4", "Q3/2026"),
        ("Maßnahmen", column("measure", "cost.total.value") + "4", "12.000,50"),
    ]
    for result in edited(soffice, tmp_path, typed, *TARGETS):
        assert [finding.text("de") for finding in result.findings] == []
        kurse: Any = result.concept.measure("kurse")
        feste: Any = result.concept.measure("feste")
        assert (kurse.title, feste.number) == ("Sprachkurse", "2.10")
        assert result.concept.indicator("anteil").target.value == 18.48  # type: ignore[union-attr]  # it has a target
        assert (str(kurse.schedule.planned.start), str(kurse.schedule.planned.end)) == ("2026-06-30", "2029-07")
        assert str(feste.schedule.actual.start) == "2026-Q3"
        assert float(feste.cost.total.value) == 12000.5


def test_a_share_typed_with_its_sign_is_doubted(soffice: str, tmp_path: Path) -> None:
    typed = [("Indikatoren", column("indicator", "target.value") + "3", "14,5 %")]
    for result in edited(soffice, tmp_path, typed, *TARGETS):
        assert [finding.code for finding in result.findings] == ["IK978"]


def test_a_formula_is_told_where_the_file_keeps_it(soffice: str, tmp_path: Path) -> None:
    typed = [("Indikatoren", column("indicator", "target.value") + "3", "=10+5")]
    as_excel, as_calc, _ = edited(soffice, tmp_path, typed, *TARGETS)
    assert [finding.code for finding in as_excel.findings] == ["IK975"]
    assert [change.after for change in as_calc.changes] == [15], "a reader of .ods sees the value alone"


def test_rows_are_as_high_as_their_texts(soffice: str, tmp_path: Path) -> None:
    long = "Kurse für Anfänger am Vormittag und am Abend. "
    content = workbook(TOWN.replace('"=1+1"', long * 30).replace("title: Feste", f"title: {long * 3}"))
    (tmp_path / "k.xlsx").write_bytes(content)
    command = [soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "k.xlsx")]
    subprocess.run(command, capture_output=True, timeout=180, check=True)

    with pdfplumber.open(tmp_path / "k.pdf") as document:
        shown = letters(char["text"] for page in document.pages for char in page.chars)
    rows = [row for sheet in openpyxl.load_workbook(BytesIO(content)).worksheets[:-2] for row in sheet.iter_rows(3)]
    stated = letters(cell.value for row in rows for cell in row if isinstance(cell.value, str))
    assert stated["K"] > 30
    assert stated - shown == Counter()


def letters(texts: Iterable[str]) -> Counter[str]:
    """Return how often each letter stands in some texts; joined letters of a font count as the two they are."""
    return Counter("".join(unicodedata.normalize("NFKC", "".join(texts)).split()))


def column(noun: str, key: str) -> str:
    """Return the letters of a column in the written workbook."""
    book = openpyxl.load_workbook(BytesIO(workbook()))
    sheet = next(each for each in book.worksheets if each["A1"].value == f"{noun}/id")
    return next(str(found.column_letter) for found in sheet[1] if found.value == key)
