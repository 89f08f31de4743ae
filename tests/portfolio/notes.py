"""A plugin with a format of its own: YAML under another suffix."""

from collections.abc import Sequence

from attrs import evolve

from integrationskonzept import Format, hookimpl
from integrationskonzept.formats.yaml import YAML


@hookimpl
def integrationskonzept_formats() -> Sequence[Format]:
    return [evolve(YAML, name="note", suffixes=(".note",))]
