"""YAML as a town types it."""

from collections.abc import Mapping
from typing import Any

from integrationskonzept.formats.format import Format
from integrationskonzept.formats.yaml_edits import edit
from integrationskonzept.formats.yaml_reader import read
from integrationskonzept.formats.yaml_writer import emit
from integrationskonzept.i18n.messages import message


def write(data: Mapping[str, Any]) -> bytes:
    """Write YAML: the same data, the same bytes."""
    return emit(data).encode("utf-8")


YAML = Format(
    name="yaml",
    title=message("YAML"),
    suffixes=(".yaml", ".yml"),
    media_type="application/yaml",
    read=read,
    write=write,
    edit=edit,
)
"""The format a town types in."""
