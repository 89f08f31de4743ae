"""Any damaged file gives either a concept that can be saved or an error of this library with a place."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding
from integrationskonzept.formats import yaml_reader
from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model.concept import Concept

DOCUMENTS = Path(__file__).parents[1] / "documents"
WHOLE = [file.read_bytes() for file in sorted([*DOCUMENTS.glob("towns/*.yaml"), *DOCUMENTS.glob("v1/*.yaml")])]
BROKEN = [file.read_bytes() for file in sorted(DOCUMENTS.glob("broken/*")) if file.stat().st_size < 5000]
AS_JSON = [JSON.write(file_data(read_file(content, YAML))) for content in WHOLE]  # type: ignore[misc]  # JSON is written
PIECES = (
    *(b"\t", b"\n", b"\r", b"\r\n", b" ", b"  ", b"- ", b": ", b"? ", b"[", b"]", b"{", b"}", b",", b'"', b"'"),
    *(b"|\n", b">-\n", b"|2-\n", b"|9\n", b"&a ", b"*a", b"!!str ", b"!<x>", b"%YAML 1.1\n", b"%", b"#", b"@", b"`"),
    *(b"---\n", b"...\n", b"<<", b"~", b"null", b"true", b"x-a", b"-", b"\\", b"\\u", b"\\ud800", b"\\U00110000"),
    *(b"\xff", b"\xc3", b"\x00", b"\x85", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xef\xbb\xbf"),
    *(b"\xf0\x9f\x98\x80", b"1e999", b".nan", b"0777", b"9" * 50, b"2024-02-30", b"1_000", b"12:30", b"NaN"),
)


@st.composite
def damaged(draw: st.DrawFn, contents: list[bytes]) -> bytes:
    """Return the content of a file that is cut off, or in which pieces are inserted, removed, doubled or changed."""
    content = bytearray(draw(st.sampled_from(contents)))
    if draw(st.booleans()):
        del content[draw(st.integers(0, len(content))) :]
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(content)))
        match draw(st.sampled_from(["put in", "leave out", "double", "change"])):
            case "put in":
                content[at:at] = draw(st.sampled_from(PIECES))
            case "leave out":
                del content[at : at + draw(st.integers(1, 60))]
            case "double":
                start = draw(st.integers(0, len(content)))
                content[at:at] = content[start : start + draw(st.integers(1, 60))]
            case _:
                content[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
    return bytes(content)


def holds(content: bytes, form: Format) -> None:
    """Assert that `content` can be read, written and read again, or is refused with place and reason."""
    concept, findings = read_or_refused(content, form)
    lines = content.count(b"\n") + content.count(b"\r") + 2
    for finding in findings:
        assert finding.text("de")
        assert all(1 <= (place.line or 0) <= lines for place in finding.places if finding.code != "IK022")
    for other in (YAML, JSON):
        if concept is not None:
            assert other.write is not None
            assert read_file(other.write(file_data(concept)), other) == concept


def read_or_refused(content: bytes, form: Format) -> tuple[Concept | None, Sequence[Finding]]:
    """Return a concept and no findings, or findings and no concept."""
    try:
        return read_file(content, form, "stadt.yaml"), ()
    except InvalidConceptError as error:
        return None, error.findings or pytest.fail("refused without saying why")


PATIENTLY = settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))


@PATIENTLY
@given(damaged(WHOLE + BROKEN))
def test_damaged_yaml_ends_well(content: bytes) -> None:
    holds(content, YAML)


@PATIENTLY
@given(damaged(AS_JSON + BROKEN))
def test_damaged_json_ends_well(content: bytes) -> None:
    holds(content, JSON)


@pytest.fixture
def _parser_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("_parser_in_python")
@settings(PATIENTLY, max_examples=40)
@given(damaged([content[:1500] for content in WHOLE] + BROKEN))
def test_damaged_yaml_ends_well_without_the_parser_in_c(content: bytes) -> None:
    holds(content, YAML)
