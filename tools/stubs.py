"""Write the stub of the package, by which type checkers see its lazily imported names."""

from pathlib import Path

import integrationskonzept

STUB = Path(__file__).parent.parent / "src" / "integrationskonzept" / "__init__.pyi"
"""The stub of the package."""

_HEADER = """\
# The public names as type checkers see them; written by `nox -s generate`.

"""


def stub() -> str:
    """Return the text of the stub: every public name imported from its module."""
    modules: dict[str, tuple[str, ...]] = vars(integrationskonzept)["_MODULES"]
    packages: tuple[str, ...] = vars(integrationskonzept)["_PACKAGES"]
    lines = [f"from integrationskonzept import {name} as {name}" for name in packages]
    for module, names in modules.items():
        lines += [f"from integrationskonzept.{module} import {name} as {name}" for name in names]
    exported = "".join(f'    "{name}",\n' for name in integrationskonzept.__all__)
    return _HEADER + "\n".join(lines) + f"\n\n__version__: str\n\n__all__ = [\n{exported}]\n"


if __name__ == "__main__":
    STUB.write_text(stub(), encoding="utf-8")
