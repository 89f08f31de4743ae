"""Write the stubs of the doors, by which type checkers see what is fetched only when asked for."""

from pathlib import Path
from types import ModuleType

import integrationskonzept
from integrationskonzept import api

DOORS = (integrationskonzept, api)
"""The packages whose names are fetched from their homes."""

HEADER = """\
# What type checkers see of {door}; written by `nox -s generate`.

"""


def stub(door: ModuleType) -> Path:
    """Return the file of the stub of a door."""
    return Path(__file__).parent.parent / "src" / Path(*door.__name__.split("."), "__init__.pyi")


def written(door: ModuleType) -> str:
    """Return the stub of a door: every name imported from its home."""
    homes: dict[str, tuple[str, ...]] = vars(door)["_MODULES"]
    lines = [f"from {door.__name__} import {floor} as {floor}" for floor in vars(door).get("_PACKAGES", ())]
    for home, names in homes.items():
        lines += [f"from {door.__name__}.{home} import {name} as {name}" for name in names]
    if hasattr(door, "__version__"):
        lines += ["", "__version__: str"]
    exported = "".join(f'    "{name}",\n' for name in door.__all__)
    return HEADER.format(door=door.__name__) + "\n".join(lines) + f"\n\n__all__ = [\n{exported}]\n"


if __name__ == "__main__":
    for door in DOORS:
        stub(door).write_text(written(door), encoding="utf-8")
