"""A hint shows a number or truth value as it was typed, so that following it keeps every digit of a code."""

import pytest

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.formats.format import ParsedData
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.load import read_concept, read_file
from integrationskonzept.formats.positions import TypedScalars
from integrationskonzept.formats.yaml import YAML

TOWN = "schema: 2\nid: m\ntitle: M\nmunicipality:\n  name: M\n"


def refused(text: str) -> list[str]:
    with pytest.raises(InvalidConceptError) as error:
        read_file(text.encode(), YAML)
    return [str(finding) for finding in error.value.findings]


@pytest.mark.parametrize("typed", ["2.10", "+49714728", "8118063", "1e3", "-0", "+5", "1.", "True", "FALSE", "12.000"])
def test_what_is_to_be_quoted_is_shown_as_typed(typed: str) -> None:
    kind = "truth value" if typed.isalpha() else "number"
    said = f"expected text; got the {kind} {typed}; put it in quotes: '{typed}'"
    for text in (f"  phone: {typed}\n", f"  phone:   {typed}  # Büro\n", f"  phone:\n    {typed}\n"):
        (finding,) = refused(TOWN + text)
        assert finding.endswith(said)
    (finding,) = refused(f"schema: 2\nid: m\ntitle: M\nmunicipality: {{ phone: {typed}, name: M}}\n")
    assert finding.endswith(said)
    read_file(f"{TOWN}  phone: '{typed}'\n".encode(), YAML)


@pytest.mark.parametrize("typed", ["08118063", "+0815", "-01", "00.5"])
def test_a_leading_zero_is_kept_in_the_hint(typed: str) -> None:
    (finding,) = refused(TOWN + f"  phone: {typed}\n")
    assert f"such as '{typed}'" in finding


@pytest.mark.parametrize("typed", ["0x1F", "0o17"])
def test_a_number_of_another_base_is_to_be_quoted_as_typed(typed: str) -> None:
    (finding,) = refused(TOWN + f"  phone: {typed}\n")
    assert finding.endswith(f"put it in quotes: '{typed}'")


@pytest.mark.parametrize("typed", ["1_000", "2024-07-31", "yes", "no", "on", "Off", "1.234.567", "12:30", "0b1"])
def test_what_yaml_takes_for_text_is_that_text(typed: str) -> None:
    assert read_file(f"{TOWN}  phone: {typed}\n".encode(), YAML).municipality.phone == typed


def test_a_value_in_the_place_of_a_word_or_a_date_is_shown_as_typed() -> None:
    findings = refused(TOWN.replace("name: M", "name: M\n  kind: 2.10") + "period:\n  start: +31\n")
    assert findings[0].startswith("6:9: error IK043 ")
    assert findings[0].endswith("got the number 2.10")
    assert findings[1].endswith("got the number +31")


def test_the_bare_form_of_a_record_is_shown_as_typed() -> None:
    (finding,) = refused(TOWN + "overarching:\n  measures:\n    - id: a\n      title: A\n      leads: [2.10]\n")
    assert finding == "10:15: error IK042 expected text; got the number 2.10; put it in quotes: '2.10'"


def test_lines_are_counted_as_the_reader_counts_them() -> None:
    text = "\ufeff" + TOWN.replace("\n", "\r\n") + "  state: Ä\r  phone: 2.10\r\n"
    assert refused(text)[0].startswith("7:10: error IK042 expected text; got the number 2.10")


def test_a_number_of_json_is_shown_as_typed() -> None:
    text = b'{"schema": 2, "id": "m", "title": 2.10, "municipality": {"name": "M"}}'
    with pytest.raises(InvalidConceptError, match=r"1:35: error IK042 .* got the number 2\.10"):
        read_file(text, JSON)


def test_where_nobody_knows_how_it_was_typed_the_value_is_shown() -> None:
    with pytest.raises(InvalidConceptError, match=r"got the number 2\.1; put it in quotes: '2\.1'"):
        read_concept(ParsedData({"schema": 2, "id": "m", "title": 2.10, "municipality": {"name": "M"}}))


def test_a_place_that_is_not_known_has_no_spelling() -> None:
    assert TypedScalars(b"a: 1", lambda _: (None, None))(("a",)) is None
