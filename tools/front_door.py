"""Write the front door's stub, by which type checkers see what is fetched only when asked for."""

from pathlib import Path

import integrationskonzept as door

STUB = Path(__file__).parent.parent / "src" / "integrationskonzept" / "__init__.pyi"

HEADER = """\
# What type checkers see of the front door; written by `nox -s generate`.
# ruff: noqa: I001 - by room, as __init__.py lists them

"""


def written() -> str:
    """Return the stub: every name imported from its home."""
    homes: dict[str, tuple[str, ...]] = vars(door)["_HOMES"]
    floors: tuple[str, ...] = vars(door)["_FLOORS"]
    lines = [f"from integrationskonzept import {floor} as {floor}" for floor in floors]
    for home, names in homes.items():
        lines += [f"from integrationskonzept.{home} import {name} as {name}" for name in names]
    exported = "".join(f'    "{name}",\n' for name in door.__all__)
    return HEADER + "\n".join(lines) + f"\n\n__version__: str\n__all__ = [\n{exported}]\n"


if __name__ == "__main__":
    STUB.write_text(written(), encoding="utf-8")
