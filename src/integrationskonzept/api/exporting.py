"""A concept in the form another system wants."""

from collections.abc import Callable
from typing import Any

from integrationskonzept.api.hosting import default_host
from integrationskonzept.api.reading import load
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.contracts import Export
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.plugins.options import options_from


def export(
    concept: Concept, exporter: str, *, internal: bool = False, host: PluginHost | None = None, **options: Any
) -> Export:
    """Export a concept with the exporter of this name; `options` are the exporter's own.

    The exporter is given the public view unless `internal` is true. Raises `OptionError` for
    an option that does not exist or cannot take its value, and `PluginError` when the exporter fails.
    """
    host = host or default_host()
    chosen = host.exporter(exporter)
    return chosen.export(concept if internal else concept.public(), options_from(chosen, options, load=_loader(host)))


def _loader(host: PluginHost) -> Callable[[str], Concept]:
    return lambda path: load(path, host=host)
