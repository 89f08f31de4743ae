"""A guest that brings an exporter of a name that another guest has too."""

from collections.abc import Sequence
from typing import Any

from integrationskonzept import Concept, Export, Exporter, Format, Message, hookimpl

TITLE = Message(template="twin one")


def export(_: Concept, __: Any) -> Export:
    return Export(files=())


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    return (Exporter(name="twin", title=TITLE, media_type="text/plain", suffix=".txt", export=export),)


@hookimpl
def integrationskonzept_formats() -> Sequence[Format]:
    return (Format(name="twin-one", title=TITLE, suffixes=(".yaml", ".one"), media_type="text/plain"),)
