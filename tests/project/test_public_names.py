"""The public names of the package, and the modules that using them loads."""

import operator
import re
import subprocess
import sys
from pathlib import Path

import pytest

import integrationskonzept
from integrationskonzept import evaluation
from tools import stubs


def loaded_by(statement: str) -> set[str]:
    """Run `statement` in a fresh process and return the modules it loads."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*sorted(set(sys.modules) - before))"
    fresh = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, env={})
    return set(fresh.stdout.split())


def test_importing_the_package_loads_nothing_but_itself() -> None:
    itself = {"integrationskonzept", "integrationskonzept.lazy", "integrationskonzept.version"}
    own_or_standard = {"integrationskonzept"} | set(sys.stdlib_module_names)
    loaded = loaded_by("import integrationskonzept")
    assert {name for name in loaded if name.startswith("integrationskonzept")} == itself
    assert {name.partition(".")[0] for name in loaded} <= own_or_standard
    assert "importlib.metadata" not in loaded


def test_importing_a_class_of_the_model_loads_no_parser_no_plugin_and_no_terminal() -> None:
    loaded = {name.partition(".")[0] for name in loaded_by("from integrationskonzept import Concept")}
    assert "attr" in loaded
    assert not loaded & {"cattrs", "yaml", "pluggy", "click", "icalendar", "pandas"}


def test_checking_a_correct_concept_loads_neither_cattrs_nor_package_metadata_nor_tables() -> None:
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
            r"integrationskonzept\.(evaluation\.(?!answer|current_status|measurability)"
            r"|(comparison|documents|observations|portfolio)\b|tabular\.builtin|plugins\.(builtin_tables|datapackage))",
            name,
        )
    ]


def test_asking_the_command_line_for_its_version_loads_no_model() -> None:
    asked = "sys.argv[1:] = ['--version']; from integrationskonzept.cli import main; main(standalone_mode=False)"
    loaded = loaded_by(asked)
    assert not loaded & {"attr", "importlib.metadata"}
    assert {name for name in loaded if name.startswith("integrationskonzept.")} == {
        f"integrationskonzept.{name}" for name in ("cli", "cli.main", "lazy", "version")
    }


def test_the_public_names_are_sorted() -> None:
    assert list(integrationskonzept.__all__) == sorted(set(integrationskonzept.__all__))


@pytest.mark.parametrize("name", integrationskonzept.__all__)
def test_every_public_name_can_be_imported_and_has_a_docstring(name: str) -> None:
    assert getattr(integrationskonzept, name).__doc__
    assert name in dir(integrationskonzept)


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        operator.attrgetter("lode")(integrationskonzept)


def test_type_checkers_see_the_same_names() -> None:
    assert stubs.CHANGES.read_text(encoding="utf-8") == stubs.changes()
    for file, package in stubs.STUBS.items():
        assert file.read_text(encoding="utf-8") == stubs.stub(package)


@pytest.mark.parametrize("stub", [*stubs.STUBS][1:], ids=lambda stub: stub.parent.name)
def test_a_public_name_of_a_package_is_that_of_no_module_in_it(stub: Path) -> None:
    modules = {file.stem for file in stub.parent.glob("*.py")}
    assert not modules & {*stubs.STUBS[stub].__all__}


def test_the_names_of_the_evaluation_can_be_called() -> None:
    assert all(callable(getattr(evaluation, name)) or name.isupper() or name == "Rows" for name in evaluation.__all__)
    assert {*evaluation.__all__} <= {*dir(evaluation)}
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        operator.attrgetter("lode")(evaluation)
