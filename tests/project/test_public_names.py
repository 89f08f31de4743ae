"""The top-level package offers every name and imports none before it is used."""

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


def test_importing_a_class_of_the_model_loads_no_parser_no_plugin_and_no_terminal() -> None:
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
        if re.match(
            r"integrationskonzept\.(evaluation\.(?!answer|current_status)|comparison|documents|portfolio|tabular\.builtin)",
            name,
        )
    ]


def test_asking_the_command_line_for_its_version_loads_no_model() -> None:
    asked = "sys.argv[1:] = ['--version']; from integrationskonzept.cli import main; main(standalone_mode=False)"
    loaded = loaded_by(asked)
    assert not loaded & {"attr", "importlib.metadata"}
    assert {name for name in loaded if name.startswith("integrationskonzept.")} == {
        f"integrationskonzept.{name}" for name in ("cli", "cli.main", "i18n", "i18n.languages", "version")
    }


PACKAGES = pytest.mark.parametrize("package", stubs.LAZY_PACKAGES, ids=lambda package: package.__name__)


@PACKAGES
def test_the_names_of_a_package_are_sorted(package: ModuleType) -> None:
    assert list(package.__all__) == sorted(set(package.__all__))


@pytest.mark.parametrize(
    ("package", "name"),
    [
        pytest.param(package, name, id=f"{package.__name__}.{name}")
        for package in stubs.LAZY_PACKAGES
        for name in package.__all__
    ],
)
def test_every_name_can_be_imported_and_has_a_docstring(package: ModuleType, name: str) -> None:
    assert getattr(package, name).__doc__
    assert name in dir(package)


@PACKAGES
def test_a_name_that_a_package_does_not_have_is_an_attribute_error(package: ModuleType) -> None:
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        package.lode  # noqa: B018 - fetching it is the test


@PACKAGES
def test_type_checkers_see_the_same_names(package: ModuleType) -> None:
    assert stubs.written(package) == stubs.stub(package).read_text(encoding="utf-8")
