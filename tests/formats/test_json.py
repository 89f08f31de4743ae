"""JSON is read strictly, and mistakes are reported at their place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Position
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.json_positions import scan

WITHOUT_FRACTIONS = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8)


def data(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
        max_leaves=12,
    )


DATA = data(WITHOUT_FRACTIONS | st.floats(-1e15, 1e15))


def refused(text: str) -> str:
    with pytest.raises(InvalidConceptError) as error:
        JSON.read(text.encode("utf-8"))  # type: ignore[misc]  # JSON is read
    (finding,) = error.value.findings
    return f"{finding.place.line}:{finding.place.column} {finding.message.text()}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,}', "1:9 not readable as JSON: expected a key in double quotes; got '}'"),
        ('{"a": [1,\n2,]}', "2:3 not readable as JSON: expected a value; got ']'"),
        ('{"a" 1}', "1:6 not readable as JSON: expected a colon; got '1'"),
        ('{"a": 1 "b": 2}', "1:9 not readable as JSON: expected a comma or a closing bracket; got '\"b\"'"),
        ("{1: 2}", "1:2 not readable as JSON: expected a key in double quotes or }; got '1'"),
        ("[:]", "1:2 not readable as JSON: expected a value or ]; got ':'"),
        ("[}", "1:2 not readable as JSON: expected a value or ]; got '}'"),
        ("]", "1:1 not readable as JSON: expected a value; got ']'"),
        ("1 2", "1:3 not readable as JSON: expected nothing more; got '2'"),
        ("[1]]", "1:4 not readable as JSON: expected nothing more; got ']'"),
        ("[Ja]", "1:2 not readable as JSON: expected a value or ]; got 'Ja'"),
        ("\r\n\r [tru]", "3:3 not readable as JSON: expected a value or ]; got 'tru'"),
        ("['a']", '1:2 not readable as JSON: unexpected character "\'"'),
        ('["a\tb"]', "1:4 not readable as JSON: a tab or line break inside a text in quotes"),
        ('["\\x"]', "1:3 not readable as JSON: unknown escape; a backslash is written \\\\"),
        ('["a', "1:2 the file ends inside a text in quotes"),
        ('{"a": [1', "1:7 the file ends inside a bracket"),
        ('["\\', "1:2 the file ends inside a text in quotes"),
    ],
)
def test_a_mistake_is_named_where_it_is_made(text: str, expected: str) -> None:
    assert refused(text) == expected


def test_a_comma_too_many_is_named_at_the_bracket() -> None:
    assert refused('{"a": 1,\n}') == "2:1 not readable as JSON: expected a key in double quotes; got '}'"


@given(DATA, st.sampled_from([None, 1, 4]), st.booleans())
def test_the_scanner_reads_what_the_standard_library_reads(data: Any, indent: int | None, escaped: bool) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=escaped)
    tree = scan(text)
    assert repr(tree.data) == repr(data)
    assert tree.findings == []


@given(DATA)
def test_all_plain_data_comes_back_with_its_types(data: Any) -> None:
    assert JSON.write is not None
    assert JSON.read is not None
    assert repr(JSON.read(JSON.write(data)).data) == repr(data)


@given(data(WITHOUT_FRACTIONS))  # of very small ones there are two spellings
def test_text_is_laid_out_as_the_standard_library_does(data: Any) -> None:
    assert JSON.write is not None
    visible = JSON.write(data).decode()
    assert json.loads(visible) == data
    text = json.dumps(data, ensure_ascii=False, indent=2)
    assert visible == f"{text}\n" or not text.replace("\n", " ").isprintable()


def test_both_halves_of_a_character_make_one() -> None:
    document = JSON.read(b'["\\ud83d\\ude00 \\u202e"]')  # type: ignore[misc]  # JSON is read
    assert document.data == ["😀 \u202e"]
    assert document.findings == ()


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    document = JSON.read('\ufeff{"a": 1}'.encode())  # type: ignore[misc]  # JSON is read
    assert document.data == {"a": 1}
    assert document.positions(("a",)) == (Position(1, 2), Position(1, 7))
