"""Every broken document ends in an error of this library, at the line of the mistake.

The documents are in tests/documents/broken; the name of each begins with code and line.
"""

import re
from pathlib import Path

import pytest
import yaml

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Severity
from integrationskonzept.formats import yaml_reader
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.problems import PROBLEMS
from integrationskonzept.formats.yaml import YAML

BROKEN = sorted(Path(__file__).parents[1].joinpath("documents", "broken").iterdir())
DOCUMENTS = pytest.mark.parametrize("document", BROKEN, ids=lambda document: document.name)
AT_RUN_TIME = {"IK002", "IK012", "IK022"}  # too large for a document; see test_hostile_files


def findings(document: Path) -> list[tuple[str, int | None]]:
    form = JSON if document.suffix == ".json" else YAML
    with pytest.raises(InvalidConceptError) as error:
        read_file(document.read_bytes(), form, document.name)
    assert all(place.file == document.name for finding in error.value.findings for place in finding.places)
    return [(finding.code, finding.place.line) for finding in error.value.findings]


def expected(document: Path) -> tuple[str, int]:
    code, line, _ = document.name.split("-", maxsplit=2)
    return code, int(line)


@DOCUMENTS
def test_a_broken_document_is_refused_where_it_is_broken(document: Path) -> None:
    assert findings(document)[0] == expected(document)


@DOCUMENTS
def test_the_parser_in_python_finds_the_same(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "LOADER", yaml.SafeLoader)
    assert findings(document)[0] == expected(document)


def test_an_escape_beyond_unicode_is_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    for loader in (yaml_reader.LOADER, yaml.SafeLoader):
        monkeypatch.setattr(yaml_reader, "LOADER", loader)
        with pytest.raises(InvalidConceptError, match="a backslash in double quotes begins an escape"):
            read_file(b'title: "\\UFFFFFFFF"', YAML)


def test_half_a_character_is_no_text_whichever_parser_meets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for loader, code in ((yaml_reader.LOADER, "IK006"), (yaml.SafeLoader, "IK020")):
        monkeypatch.setattr(yaml_reader, "LOADER", loader)
        with pytest.raises(InvalidConceptError) as error:
            read_file(b'schema: 2\ntitle: "\\ud800"', YAML)
        assert error.value.findings[-1].code == code
        assert error.value.findings[-1].place.line == 2


def test_every_problem_of_a_file_has_a_document_that_shows_it() -> None:
    shown = {expected(document)[0] for document in BROKEN}
    readable = (
        {problem.code for problem in PROBLEMS if problem.severity is Severity.ERROR} - AT_RUN_TIME - {"IK050"}
    )  # IK050 is about writing
    assert readable == shown


def test_every_problem_has_a_code_of_its_own_in_order() -> None:
    codes = [problem.code for problem in PROBLEMS]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"IK0\d\d", code) for code in codes)
