"""The Python API: what is public, documented, and kept."""

import doctest
import inspect
import typing
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Any

import attrs
import pytest

import integrationskonzept as ik
from integrationskonzept import errors
from integrationskonzept.class_docs import type_text
from integrationskonzept.errors import IntegrationskonzeptError
from integrationskonzept.model import Measure
from tools import api_page

ROOT = Path(__file__).parents[2]
NAMES = Path(__file__).with_name("public_names.txt")
"""The public names of the last release; a line is taken out only when its deprecation has ended."""


def public() -> dict[str, Any]:
    """Return every public thing by its full name."""
    modules = {module: import_module(module) for module in api_page.MODULES}
    return {f"{name}.{each}": getattr(found, each) for name, found in modules.items() for each in found.__all__}


PUBLIC = public()


@pytest.mark.parametrize("module", api_page.MODULES)
def test_the_page_of_a_module_is_current(module: str) -> None:
    assert api_page.file_of(module).read_text("utf-8") == api_page.page(module)


def test_the_list_of_modules_is_current() -> None:
    assert (api_page.FOLDER / "index.md").read_text("utf-8") == api_page.index()
    pages = {file.name for file in api_page.FOLDER.iterdir()}
    assert pages == {api_page.file_of(module).name for module in api_page.MODULES} | {"index.md"}


def test_no_public_name_has_vanished() -> None:
    assert sorted({*NAMES.read_text("utf-8").split()} - {*PUBLIC}) == []


@pytest.mark.parametrize("module", api_page.MODULES)
def test_public_names_are_listed_once(module: str) -> None:
    names = import_module(module).__all__
    assert len(names) == len({*names})


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_function_or_class_has_a_docstring(name: str) -> None:
    thing = PUBLIC[name]
    if isinstance(thing, (FunctionType, type)) and thing.__module__.startswith("integrationskonzept"):
        assert inspect.getdoc(thing), name


@pytest.mark.parametrize("name", PUBLIC)
def test_the_examples_of_a_docstring_are_right(name: str) -> None:
    thing = PUBLIC[name]
    if isinstance(thing, (FunctionType, type)):
        finder, runner = doctest.DocTestFinder(recurse=False), doctest.DocTestRunner(verbose=False)
        for example in finder.find(thing, name, globs={name.rpartition(".")[2]: thing, "ik": ik}):
            assert runner.run(example).failed == 0


def of_this_library(annotation: Any) -> set[type]:
    """Return the classes of this library in an annotation."""
    ours = isinstance(annotation, type) and annotation.__module__.startswith("integrationskonzept")
    inside = (of_this_library(each) for each in typing.get_args(annotation))
    return set().union({annotation} if ours else set(), *inside)


def returned_by(thing: Any) -> set[type]:
    """Return the classes that a function returns, or that attributes and methods of a class hold or return."""
    if isinstance(thing, FunctionType):
        try:
            return of_this_library(typing.get_type_hints(thing).get("return"))
        except NameError:  # a class of another package, which is imported for type checkers only
            return set()
    found: set[type] = set()
    for name, member in vars(thing).items() if isinstance(thing, type) else ():
        function = getattr(member, "fget", None) or getattr(member, "func", None) or getattr(member, "__func__", member)
        if not name.startswith("_") and isinstance(function, FunctionType):
            found |= returned_by(function)
    if attrs.has(thing) and not issubclass(thing, type):
        with suppress(NameError):  # as above
            attrs.resolve_types(thing)
        found |= set().union(*(of_this_library(each.type) for each in attrs.fields(thing) if each.name[0] != "_"))
    return found


@pytest.mark.parametrize("name", PUBLIC)
def test_what_a_public_call_returns_can_be_imported_from_a_public_place(name: str) -> None:
    known = {id(thing) for thing in PUBLIC.values()}
    assert [kind.__qualname__ for kind in returned_by(PUBLIC[name]) if id(kind) not in known] == []


def test_every_error_of_the_library_is_public() -> None:
    kinds = {name for name, each in vars(errors).items() if isinstance(each, type) and issubclass(each, Exception)}
    assert {*errors.__all__} == kinds
    assert all(issubclass(getattr(errors, name), IntegrationskonzeptError) for name in kinds)


def test_help_tells_the_meaning_of_every_attribute() -> None:
    told = inspect.getdoc(Measure) or ""
    assert told.startswith("Maßnahme: a planned action")
    assert "current_state: tuple[Statement, ...]. Ist-Zustand." in told
    assert "id: str, required. Kennung" in told
    assert "hint: Message | None. The next step" in (inspect.getdoc(ik.Finding) or "")
    assert "suffix: str, required. Suffix of the main file" in (inspect.getdoc(ik.Exporter) or "")


def test_types_are_written_as_in_the_source() -> None:
    shown = [type_text(kind) for kind in (int | None, tuple[str, ...], typing.Any, "Later", typing.Optional[int])]  # noqa: UP045 - on purpose
    assert shown == ["int | None", "tuple[str, ...]", "Any", "Later", "int | None"]
