"""Write the stubs of the packages whose names are imported on first use, by which type checkers see them."""

from pathlib import Path
from types import ModuleType

import integrationskonzept
from integrationskonzept import evaluation

_SOURCES = Path(__file__).parent.parent / "src" / "integrationskonzept"
STUB = _SOURCES / "__init__.pyi"
"""The stub of the package."""
STUBS = {STUB: integrationskonzept, _SOURCES / "evaluation" / "__init__.pyi": evaluation}
"""All stubs, with their packages."""

_HEADER = """\
# The public names as type checkers see them; written by `nox -s generate`.

"""


def stub(package: ModuleType = integrationskonzept) -> str:
    """Return the text of a package's stub: every public name imported from its module."""
    modules: dict[str, tuple[str, ...]] = vars(package)["_MODULES"]
    packages: tuple[str, ...] = vars(package).get("_PACKAGES", ())
    name_of = package.__name__
    lines = [f"from {name_of} import {name} as {name}" for name in packages]
    for module, names in modules.items():
        lines += [f"from {name_of}.{module} import {name} as {name}" for name in names]
    version = "__version__: str\n\n" if package is integrationskonzept else ""
    exported = "".join(f'    "{name}",\n' for name in sorted(package.__all__, key=_as_ruff_sorts))
    return _HEADER + "\n".join(lines) + f"\n\n{version}__all__ = [\n{exported}]\n"


def _as_ruff_sorts(name: str) -> tuple[bool, bool, str]:
    """Return the order of names in ``__all__``: constants, then classes, then functions."""
    return not name.isupper(), not name[0].isupper(), name


if __name__ == "__main__":
    for file, package in STUBS.items():
        file.write_text(stub(package), encoding="utf-8")
