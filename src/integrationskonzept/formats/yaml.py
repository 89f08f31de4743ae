"""The YAML format: its reader, writer and editor."""

from collections.abc import Mapping
from typing import Any

from integrationskonzept.formats.format import Format
from integrationskonzept.formats.yaml_edits import edit
from integrationskonzept.formats.yaml_reader import read
from integrationskonzept.formats.yaml_writer import emit
from integrationskonzept.i18n.messages import message


def write(data: Mapping[str, Any]) -> bytes:
    """Return YAML; equal data gives equal bytes."""
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
"""The format that people write."""
