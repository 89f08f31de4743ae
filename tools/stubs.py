"""Write the stubs, by which type checkers see lazily imported names and the attributes that `replace` can change."""

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs

import integrationskonzept
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Addressed
from integrationskonzept.plugins import kit

_SOURCES = Path(__file__).parent.parent / "src" / "integrationskonzept"
STUB = _SOURCES / "__init__.pyi"
"""The stub of the package."""
_LAZY = (
    *("blocks", "comparison", "documents", "drafts", "evaluation", "formats", "observations", "plugins.kit"),
    *("portfolio", "rules", "tabular"),
)


def _stub_of(package: str) -> Path:
    return _SOURCES.joinpath(*package.split("."), "__init__.pyi")


STUBS = {
    STUB: integrationskonzept,
    **{
        _SOURCES.joinpath(*name.split("."), "__init__.pyi"): import_module(f"integrationskonzept.{name}")
        for name in _LAZY
    },
}
"""All stubs, with their packages."""

CHANGES = STUB.parent / "model" / "changes.py"
"""The attributes of elements, as a type of arguments."""

_HEADER = """\
# The public names as type checkers see them; written by `nox -s generate`.

"""


def stub(package: ModuleType = integrationskonzept) -> str:
    """Return the text of a package's stub: every public name imported from its module."""
    modules: dict[str, tuple[str, ...]] = vars(package)["_MODULES"]
    packages: tuple[str, ...] = vars(package).get("_PACKAGES", ())
    name_of = "integrationskonzept" if package is kit else package.__name__
    lines = [f"from {name_of} import {name} as {name}" for name in packages]
    for module, names in modules.items():
        lines += [f"from {name_of}.{module} import {name} as {name}" for name in names]
    version = "__version__: str\n\n" if package is integrationskonzept else ""
    exported = "".join(f'    "{name}",\n' for name in sorted(package.__all__, key=_as_ruff_sorts))
    return _HEADER + "\n".join(lines) + f"\n\n{version}__all__ = [\n{exported}]\n"


def _as_ruff_sorts(name: str) -> tuple[bool, bool, str]:
    """Return the order of names in ``__all__``: constants, then classes, then functions."""
    return not name.isupper(), not name[0].isupper(), name


_CHANGES_HEADER = '''\
"""Attributes of elements as a type of arguments, so that checkers see a misspelt one; see `nox -s generate`."""

from typing import Any, TypedDict


class Changes(TypedDict, total=False):
    """New values of an element's attributes."""

'''


def changes() -> str:
    """Return the text of the module with every attribute of an element."""
    kinds: tuple[Any, ...] = (Concept, *MODEL.below(Concept))
    names = {each.name for kind in kinds if issubclass(kind, Addressed) for each in attrs.fields(kind)}
    return _CHANGES_HEADER + "".join(f"    {name}: Any\n" for name in sorted(names - {"origin"}))


if __name__ == "__main__":
    CHANGES.write_text(changes(), encoding="utf-8")
    for file, package in STUBS.items():
        file.write_text(stub(package), encoding="utf-8")
