"""Which types an annotation offers a choice of."""

from types import UnionType
from typing import Any, Union, get_args, get_origin


def members(kind: Any) -> set[Any]:
    """Return the types that a union offers; nothing where `kind` is none."""
    return set(get_args(kind)) if get_origin(kind) in (Union, UnionType) else set()
