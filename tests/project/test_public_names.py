"""The front door is light: it opens onto every room and carries none of them."""

import re
import subprocess
import sys
from types import ModuleType

import pytest

from tools import stubs


def loaded_by(statement: str) -> set[str]:
    """Run `statement` in a fresh process and return the modules it loads."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*sorted(set(sys.modules) - before))"
    fresh = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, env={})
    return set(fresh.stdout.split())


def test_importing_the_package_loads_nothing_but_itself() -> None:
    itself = {"integrationskonzept", "integrationskonzept.version"}
    ours_or_standard = {"integrationskonzept"} | set(sys.stdlib_module_names)
    loaded = loaded_by("import integrationskonzept")
    assert {name for name in loaded if name.startswith("integrationskonzept")} == itself
    assert {name.partition(".")[0] for name in loaded} <= ours_or_standard
    assert "importlib.metadata" not in loaded


def test_looking_at_a_noun_loads_no_parser_no_plugin_and_no_terminal() -> None:
    loaded = {name.partition(".")[0] for name in loaded_by("from integrationskonzept import Concept")}
    assert "attr" in loaded
    assert not loaded & {"cattrs", "yaml", "pluggy", "click", "icalendar", "pandas"}


def test_checking_a_concept_in_which_nothing_is_misspelt_loads_neither_cattrs_nor_package_metadata() -> None:
    host = "host = ik.plugins.PluginHost(discover=False)"
    loaded = loaded_by(
        f"import integrationskonzept as ik; {host}; ik.check(ik.concept('sachsenheim', host=host), host=host)"
    )
    assert "yaml" in loaded
    assert not loaded & {"cattrs", "click", "importlib.metadata", "pandas"}
    assert not [
        name
        for name in loaded
        if re.match(r"integrationskonzept\.(analysis\.(?!answer|standing|words)|portfolio|tabular\.catalogue)", name)
    ]


def test_asking_the_command_line_for_its_version_loads_no_model() -> None:
    asked = "sys.argv[1:] = ['--version']; from integrationskonzept.cli import main; main(standalone_mode=False)"
    loaded = loaded_by(asked)
    assert not loaded & {"attr", "importlib.metadata"}
    assert {name for name in loaded if name.startswith("integrationskonzept.")} == {
        f"integrationskonzept.{name}" for name in ("cli", "cli.main", "i18n", "i18n.languages", "version")
    }


DOORS = pytest.mark.parametrize("door", stubs.PACKAGES, ids=lambda door: door.__name__)


@DOORS
def test_the_names_of_a_door_are_sorted(door: ModuleType) -> None:
    assert list(door.__all__) == sorted(set(door.__all__))


@pytest.mark.parametrize(
    ("door", "name"),
    [pytest.param(door, name, id=f"{door.__name__}.{name}") for door in stubs.PACKAGES for name in door.__all__],
)
def test_every_name_can_be_fetched_and_says_what_it_is(door: ModuleType, name: str) -> None:
    assert getattr(door, name).__doc__
    assert name in dir(door)


@DOORS
def test_a_name_that_a_door_does_not_have_is_an_attribute_error(door: ModuleType) -> None:
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        door.lode  # noqa: B018 - fetching it is the test


@DOORS
def test_type_checkers_see_the_same_names(door: ModuleType) -> None:
    assert stubs.written(door) == stubs.stub(door).read_text(encoding="utf-8")
