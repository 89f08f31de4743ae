"""A guest that writes a set as it comes, and lets a title choose the name of a file."""

from collections.abc import Sequence
from typing import Any

from integrationskonzept import Concept, Export, Exporter, ExportFile, Message, hookimpl


def export(concept: Concept, _: Any) -> Export:
    content = "\n".join({*concept.index}).encode()
    return Export(files=(ExportFile(name=f"{concept.title}.txt", content=content, media_type="text/plain"),))


EXPORTER = Exporter(
    name="shuffled", title=Message(template="shuffled"), media_type="text/plain", suffix=".txt", export=export
)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    return (EXPORTER,)
