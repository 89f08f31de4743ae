"""Hostile files end in an error of this library, within bounded memory."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.formats import document_builder, json, yaml_fast
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.limits import MAX_BYTES, MAX_FINDINGS
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model.plain import MAX_DEPTH

MEGABYTES = 1024 * 1024
HEAD = b"schema: 2\nid: m\ntitle: M\nmunicipality: {name: M}\n"
LARGE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "letters": ("IK042", lambda: b"x" * (50 * MEGABYTES)),
    "brackets": ("IK011", lambda: b"[" * (50 * MEGABYTES)),
    "keys given twice": ("IK010", lambda: b"a: 1\n" * (10 * MEGABYTES)),
    "anchors": ("IK013", lambda: b"- &a x\n" * (7 * MEGABYTES)),
    "aliases": ("IK013", lambda: HEAD + b"x-a: &a [a]\nx-b: [" + b"*a," * (16 * MEGABYTES) + b"]"),
    "spaces": ("IK001", lambda: b" " * (50 * MEGABYTES)),
    "a quote that is not closed": ("IK009", lambda: b'"' + b"a" * (50 * MEGABYTES)),
    "digits": ("IK030", lambda: b"a: " + b"9" * (50 * MEGABYTES)),
    "bytes of another encoding": ("IK004", lambda: b"\xff" * (50 * MEGABYTES)),
    "control characters": ("IK005", lambda: b"\x1b" * (50 * MEGABYTES)),
}


def codes(content: bytes, form: Format = YAML) -> list[str]:
    with pytest.raises(InvalidConceptError) as error:
        read_file(content, form)
    return [finding.code for finding in error.value.findings]


@pytest.mark.parametrize("name", LARGE)
def test_fifty_megabytes_of_junk_are_refused(name: str) -> None:
    code, content = LARGE[name]
    assert codes(content())[0] == code


@pytest.mark.parametrize("form", [YAML, JSON], ids=["yaml", "json"])
def test_a_file_above_the_limit_is_not_even_looked_at(form: Format) -> None:
    assert codes(b"x" * (MAX_BYTES + 1), form) == ["IK002"]


@pytest.mark.skipif(sys.platform != "linux", reason="memory can be limited on Linux only")
def test_hostile_files_are_read_within_a_gigabyte_and_a_half() -> None:
    script = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000));"
        "from tests.formats.test_hostile_files import LARGE, codes;"
        "print([name for name, (code, content) in LARGE.items() if codes(content())[0] != code])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("form", [YAML, JSON], ids=["yaml", "json"])
def test_the_number_of_values_is_bounded_in_every_format(form: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (document_builder, json, yaml_fast):
        monkeypatch.setattr(module, "MAX_NODES", 10)
    assert form.read is not None
    assert form.read(b"[1, 1, 1, 1, 1, 1, 1, 1, 1]").data == [1] * 9
    assert codes(b"[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", form) == ["IK012"]


@pytest.mark.parametrize("form", [YAML, JSON], ids=["yaml", "json"])
def test_depth_is_bounded_in_every_format(form: Format) -> None:
    assert form.read is not None
    assert form.read(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH).findings == ()
    assert codes(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), form) == ["IK011"]
    assert codes(b'{"a":' * (MAX_DEPTH + 1) + b"1" + b"}" * (MAX_DEPTH + 1), form) == ["IK011"]


@pytest.mark.parametrize(
    ("content", "first"),
    [
        (b"fields_of_action: [" + b"1," * 5000 + b"1]", "IK042"),
        (b"fields_of_action: [" + b"{}," * 5000 + b"{}]", "IK041"),
        (b"".join(b"schluessel-%d: 1\n" % number for number in range(5000)), "IK040"),
        (b"x-a: [" + b"007," * 5000 + b"1]", "IK019"),
        (b"title: M\n" * 5000, "IK010"),
    ],
    ids=["wrong kinds", "missing keys", "unknown keys", "leading zeros", "keys given twice"],
)
def test_only_so_many_problems_are_reported(content: bytes, first: str) -> None:
    with pytest.raises(InvalidConceptError) as error:
        read_file(HEAD + content, YAML)
    found = error.value.findings
    assert (found[0].code, found[-1].code) == (first, "IK022")
    assert MAX_FINDINGS <= sum(len(finding.places) for finding in found) < 3 * MAX_FINDINGS
