"""Names of keys in the version of the layout that the file being read follows."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from attrs import frozen

from integrationskonzept.findings import Path, Position
from integrationskonzept.formats.positions import PositionLookup
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.former_names import former_names, former_path

_is_former: ContextVar[bool] = ContextVar("whether the file follows version 1 of the layout", default=False)


@contextmanager
def names_of_file(*, is_former: bool) -> Iterator[None]:
    """Use the names of version 1, or the current ones, in the sentences about a file."""
    token = _is_former.set(is_former)
    try:
        yield
    finally:
        _is_former.reset(token)


def has_former_names() -> bool:
    """Return whether the file being read follows version 1."""
    return _is_former.get()


def name_in_file(kind: Any, name: str) -> str:
    """Return the key of an attribute in the file being read."""
    return former_names(kind).get(name, name) if _is_former.get() else name


def attributes_by_key(kind: Any, *, is_former: bool) -> Mapping[str, str]:
    """Return the attributes of a record by their keys in a file."""
    former = former_names(kind) if is_former else {}
    return {former.get(name, name): name for name in MODEL[kind].keys}


@frozen
class FormerPositions:
    """Positions in a file of version 1, by the paths of the model."""

    positions: PositionLookup

    def __call__(self, path: Path) -> tuple[Position | None, Position | None]:
        """Return the positions of key and value at `path`."""
        return self.positions(former_path(path))
