"""The hooks are the program's table of contents: each is documented, tested, and kept."""

import re
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import pluggy
import pytest

from integrationskonzept import Exporter, hookimpl
from integrationskonzept.plugins import hookspecs
from integrationskonzept.plugins.plugin_record import PluginRecord, PluginSource
from integrationskonzept.plugins.registry import KINDS, Kind, load_plugin

ROOT = Path(__file__).parents[2]

NEEDED = {
    "formats": {"name", "title", "suffixes", "media_type"},
    "rules": {"code", "family", "title", "why", "severity", "message", "check"},
    "profiles": {"name", "title"},
    "exporters": {"name", "title", "media_type", "suffix", "export"},
    "publishers": {"name", "title", "plan", "perform"},
    "concepts": {"name", "title", "read"},
    "tables": {"name", "title", "columns", "fill"},
    "importers": {"name", "title", "suffixes", "read"},
    "sources": {"name", "title", "read"},
    "attributes": {"noun", "key", "title", "meaning"},
    "commands": {"name", "summary", "build"},
    "languages": {"code", "day_of_year"},
}
"""What a plugin of interface 1 gives; whatever else a contract gains has a default."""


def hooks() -> list[str]:
    manager = pluggy.PluginManager("integrationskonzept")
    manager.add_hookspecs(hookspecs)
    return sorted(vars(manager.hook))


def test_there_is_a_kind_for_every_hook() -> None:
    assert sorted(kind.hook for kind in KINDS.values()) == hooks()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_hook_has_a_page_with_an_example_that_implements_it(kind: Kind) -> None:
    name, hook = kind.name, kind.hook
    page = (ROOT / "docs" / "reference" / "hooks" / f"{name}.md").read_text(encoding="utf-8")
    examples = "\n".join(re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))
    assert re.search(rf"@hookimpl\ndef {hook}\(\)", examples)
    assert "assert " in examples or ">>> " in examples


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_hook_is_used_by_a_guest_of_the_tests(kind: Kind) -> None:
    guests = (Path(__file__).parent / "guests").glob("*/*.py")
    assert any(f"def {kind.hook}(" in guest.read_text(encoding="utf-8") for guest in guests)


@pytest.mark.parametrize("name", NEEDED)
def test_a_contract_asks_for_no_more_than_it_did(name: str) -> None:
    contract = KINDS[name].contract
    assert {one.name for one in attrs.fields(contract) if one.default is attrs.NOTHING} == NEEDED[name]
    assert all(one.kw_only for one in attrs.fields(contract))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_contract_is_frozen(kind: Kind) -> None:
    contract: Any = kind.contract
    thing = contract.__new__(contract)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        thing.name = "other"


class OldSpecs:
    """The hooks of a later version, in which one is leaving."""

    for _name in hooks():
        locals()[_name] = getattr(hookspecs, _name)

    @hookspecs.hookspec(warn_on_impl=DeprecationWarning("use integrationskonzept_publishers"))
    def integrationskonzept_exporters(self) -> Sequence[Exporter]:
        """Bring in exporters."""
        raise NotImplementedError


class Old:
    @hookimpl
    def integrationskonzept_exporters(self) -> Sequence[Exporter]:
        return ()


def test_a_hook_that_is_leaving_warns_and_still_works() -> None:
    entry = PluginRecord(PluginSource(name="old"), lambda _: None)
    with pytest.warns(DeprecationWarning, match="use integrationskonzept_publishers"):
        assert list(load_plugin(entry, Old, OldSpecs)) == []
    assert entry.faults == []
    assert [str(remark) for remark in entry.remarks] == [
        "the hook integrationskonzept_exporters is leaving: use integrationskonzept_publishers"
    ]


def test_where_warnings_are_errors_a_leaving_hook_is_a_fault() -> None:
    entry = PluginRecord(PluginSource(name="old"), lambda _: None)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(load_plugin(entry, Old, OldSpecs)) == []
    assert "use integrationskonzept_publishers" in str(entry.faults[0].sentence)
