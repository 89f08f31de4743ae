"""Write the stubs, by which type checkers see lazily imported names and the attributes that `replace` can change."""

from pathlib import Path
from typing import Any

import attrs

import integrationskonzept
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Addressed

STUB = Path(__file__).parent.parent / "src" / "integrationskonzept" / "__init__.pyi"
"""The stub of the package."""

CHANGES = STUB.parent / "model" / "changes.py"
"""The attributes of elements, as a type of arguments."""

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
    STUB.write_text(stub(), encoding="utf-8")
