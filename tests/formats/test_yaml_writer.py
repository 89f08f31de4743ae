"""Written YAML is read alike by every reader, and is easy to read."""

from datetime import date
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from integrationskonzept.findings import Severity
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.formats.yaml_writer import emit
from tests.formats.readers import read_as_yaml_1_1, read_as_yaml_1_2

TEXT = st.text(st.characters(codec="utf-8"))
NUMBER_LIKE = st.text("0123456789+-._:,eExXoObBaAfFtTzZ nulyNUL~=<", max_size=12)
MARKUP_LIKE = st.text(" \n\t\r-?:,[]{}#&*!|>'\"%@`\\abcÄ0.…\x85\u2028\u2029\u202e\ufeff\x00", max_size=30)
WORDS = st.lists(st.text("abcäß-:#.,'", min_size=1, max_size=12), min_size=5, max_size=60).map(" ".join)
ANY_TEXT = TEXT | NUMBER_LIKE | MARKUP_LIKE | WORDS
NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-(2.0**53) + 1, 2.0**53 - 1)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=12,
)


def read(text: str) -> Any:
    document = YAML.read(text.encode("utf-8"))  # type: ignore[misc]  # YAML is read
    assert all(finding.severity is not Severity.ERROR for finding in document.findings)
    return document.data


@given(ANY_TEXT)
@example("a\n\n")
@example("\n a\n")
@example("Wort " * 30 + "#kein Kommentar")
def test_every_text_comes_back_as_it_was(text: str) -> None:
    data = {"title": text, "list": [text, [text, {text: text}]]}
    assert read(emit(data)) == data


@given(st.dictionaries(ANY_TEXT, VALUES, min_size=1))
def test_all_plain_data_comes_back_with_its_types(data: dict[str, Any]) -> None:
    assert repr(read(emit(data))) == repr(data)


@given(st.dictionaries(ANY_TEXT, VALUES, min_size=1))
def test_a_reader_of_yaml_1_2_finds_the_same_data(data: dict[str, Any]) -> None:
    assert repr(read_as_yaml_1_2(emit(data))) == repr(data)


def as_yaml_1_1(value: Any) -> Any:
    """Return data with dates as text, since only YAML 1.1 has dates."""
    if isinstance(value, dict):
        return {as_yaml_1_1(key): as_yaml_1_1(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_yaml_1_1(item) for item in value]
    return value.isoformat() if type(value) is date else value


@given(st.dictionaries(ANY_TEXT, VALUES, min_size=1))
@example({"no": "yes", "12:30": "1_000", "0777": "=", "<<": "2001-12-14 21:59:43", "2024-02-30": "2024-07-31"})
def test_a_reader_of_yaml_1_1_finds_the_same_data_but_for_dates(data: dict[str, Any]) -> None:
    assert repr(as_yaml_1_1(read_as_yaml_1_1(emit(data)))) == repr(data)


def test_a_key_that_begins_with_a_non_breaking_space_stands_in_quotes() -> None:
    assert emit({"\xa0a": "\u202fb"}) == "'\xa0a': '\u202fb'\n"
