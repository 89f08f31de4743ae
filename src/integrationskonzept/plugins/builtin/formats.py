"""The formats that concepts are written in."""

from collections.abc import Sequence

from integrationskonzept.formats.format import Format
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.plugins.hookspecs import hookimpl


@hookimpl
def integrationskonzept_formats() -> Sequence[Format]:
    """YAML and JSON."""
    return (YAML, JSON)
