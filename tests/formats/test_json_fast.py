"""The standard library reads JSON only where nothing is lost; all other text is scanned token by token."""

import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import integrationskonzept as ik
from integrationskonzept.formats import json as json_format
from integrationskonzept.formats.json_positions import scan

NUMBERS = st.sampled_from(
    [
        *("0", "-0", "7", "1.50", "1e2", "1E-5", "0.1000000000000000055", "3.3333333333333335", "1e-400", "5e-324"),
        *("9007199254740991", "9007199254740993", "1e300", "1" * 40, "0.0", "-0.0", "1e400", "00", "1.", "NaN"),
    ]
)
TEXTS = st.sampled_from(
    ['"a"', '"b"', '"\\u0061"', '" a:"', '"\\":"', '"ä"', '"\\u00e4"', '"\\ud83d"', '"\\/"', '"x-\\n"']
)
SPACE = st.sampled_from(["", " ", "\n", "\t", "\r\n", "  "])


def spaced(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    woven = [SPACE]
    for part in parts:
        woven += [part, SPACE]
    return st.tuples(*woven).map("".join)


VALUES = st.recursive(
    NUMBERS | TEXTS | st.sampled_from(["true", "null", "[]", "{}"]),
    lambda inner: (
        st.lists(spaced(inner), max_size=3).map(lambda items: f"[{','.join(items)}]")
        | st.lists(spaced(TEXTS, st.just(":"), inner), max_size=3).map(lambda pairs: f"{{{','.join(pairs)}}}")
    ),
    max_leaves=6,
)


def read(text: str) -> Any:
    """Return the data of the standard library in a list, or None."""
    try:
        return [json_format._data(text.encode())]  # noqa: SLF001 - the part under test
    except (ValueError, RecursionError):
        return None


@given(VALUES)
def test_what_the_standard_library_reads_the_scanner_reads_too(text: str) -> None:
    fast = read(text)
    if fast is not None:
        diagnostic = scan(text)
        assert repr(fast[0]) == repr(diagnostic.data)
        assert diagnostic.findings == []


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":1}',
        '{"a": 1, "a" : 2}',
        '{"a":1,"\\u0061":1}',
        '{"a": {"b": ":", "b": 2}}',
        "[0.1000000000000000055]",
        "[9007199254740993]",
        "[12345678901234567890123]",
        "[1e-400]",
        '["\\ud83d"]',
        '["\u202e"]',
        "[NaN]",
    ],
)
def test_where_something_might_be_lost_the_scanner_looks(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        ik.dumps(ik.concept("sachsenheim"), "json"),
        json.dumps({"a": [1.5, "ä", "a: b"], "b": {}}),
        json.dumps({"a": [1.5, "ä", "a: b"], "b": {}}, ensure_ascii=False, separators=(",", ":")),
        json.dumps({"a": [1.5, "ä", "a: b"], "b": {}}, indent=4),
        '{"a":1.50,"b":"\\/"}',
        "[" * 64 + "]" * 64,
        "1",
    ],
)
def test_what_programs_write_is_read_at_once(text: str) -> None:
    assert read(text) == [json.loads(text)]


FINITE = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53)
DATA = st.recursive(
    st.none() | st.booleans() | FINITE | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), DATA))
def test_the_same_bytes_are_written_with_and_without_orjson(data: dict[str, Any]) -> None:
    with_orjson = json_format.write(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_format, "_orjson", lambda: None)
        assert json_format.write(data) == with_orjson


@pytest.mark.parametrize("number", [1e16, 1e-7, 1.5e300, 5e-324, 1e22, 123456789012345680.0])
def test_an_exponent_is_spelled_the_same_with_and_without_orjson(number: float) -> None:
    with_orjson = json_format.write({"a": number})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_format, "_orjson", lambda: None)
        assert json_format.write({"a": number}) == with_orjson


def test_without_orjson_the_standard_library_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "orjson", None)
    json_format._orjson.cache_clear()  # noqa: SLF001 - the part under test
    assert json_format._orjson() is None  # noqa: SLF001
    json_format._orjson.cache_clear()  # noqa: SLF001
