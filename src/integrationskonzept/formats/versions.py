"""Identify and migrate the version of the layout."""

from collections.abc import Callable, Mapping
from typing import Any

from integrationskonzept.formats import problems
from integrationskonzept.formats.migration import to_current
from integrationskonzept.model.refusal import RefusedError, describe

SCHEMA = 2
"""The version of the layout that is written."""

Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: Mapping[int, Migration] = {1: lambda data: to_current(data).data}
"""For each older version, a pure function from its data to that of the next version."""


def identify(data: Mapping[str, Any]) -> int:
    """Return the version of `data`; raise `RefusedError` if it is missing or unknown."""
    if "schema" not in data:
        raise RefusedError(problems.NO_SCHEMA)
    version = data["schema"]
    if type(version) not in (int, float) or version < 1 or version != int(version):
        raise RefusedError(problems.UNKNOWN_SCHEMA, step="schema", got=describe(version))
    if version > SCHEMA:
        raise RefusedError(problems.NEWER_SCHEMA, step="schema", version=version, known=SCHEMA)
    return int(version)


def migrate(
    data: Mapping[str, Any], version: int, migrations: Mapping[int, Migration] = MIGRATIONS, target: int = SCHEMA
) -> dict[str, Any]:
    """Return `data` of `version` in the layout of `target`, without the key ``schema``."""
    result = {key: value for key, value in data.items() if key != "schema"}
    for step in range(version, target):
        result = migrations[step](result)
    return result
