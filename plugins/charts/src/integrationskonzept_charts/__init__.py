"""Charts of an integration concept: the exporter ``charts``.

`integrationskonzept_charts.pictures` has a function for each chart, for notebooks.
"""

from collections.abc import Sequence
from importlib import import_module

from integrationskonzept import Concept, Export, Exporter, hookimpl
from integrationskonzept_charts.i18n import message
from integrationskonzept_charts.options import Kind, Language, Options

__all__ = ["Kind", "Language", "Options", "export", "integrationskonzept_exporters"]

NAME = "charts"
TITLE = message("Pictures (SVG): timeline, indicators, who does what")
MEDIA_TYPE = "image/svg+xml"
SUFFIX = ".svg"


def export(concept: Concept, options: Options) -> Export:
    """Return the requested charts as pages in SVG."""
    drawing = import_module("integrationskonzept_charts.pages")  # Altair is heavy, and not needed to list plugins
    made: Export = drawing.export(concept, options)
    return made


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporter."""
    return [Exporter(name=NAME, title=TITLE, media_type=MEDIA_TYPE, suffix=SUFFIX, export=export, options=Options)]
