"""Write the stubs of the packages with lazy names, for type checkers."""

from pathlib import Path
from types import ModuleType

import integrationskonzept
from integrationskonzept import api

PACKAGES = (integrationskonzept, api)
"""The packages with lazy names."""

HEADER = """\
# Stub of {package} for type checkers; written by `nox -s generate`.

"""


def stub(package: ModuleType) -> Path:
    """Return the file of a package's stub."""
    return Path(__file__).parent.parent / "src" / Path(*package.__name__.split("."), "__init__.pyi")


def written(package: ModuleType) -> str:
    """Return the stub of a package: every lazy name as an import from its module."""
    modules: dict[str, tuple[str, ...]] = vars(package)["_MODULES"]
    lines = [f"from {package.__name__} import {part} as {part}" for part in vars(package).get("_PACKAGES", ())]
    for module, names in modules.items():
        lines += [f"from {package.__name__}.{module} import {name} as {name}" for name in names]
    if hasattr(package, "__version__"):
        lines += ["", "__version__: str"]
    exported = "".join(f'    "{name}",\n' for name in package.__all__)
    return HEADER.format(package=package.__name__) + "\n".join(lines) + f"\n\n__all__ = [\n{exported}]\n"


if __name__ == "__main__":
    for package in PACKAGES:
        stub(package).write_text(written(package), encoding="utf-8")
