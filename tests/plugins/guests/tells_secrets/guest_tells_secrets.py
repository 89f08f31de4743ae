"""A guest that remembers what it once saw, to be faster."""

from collections.abc import Sequence
from typing import Any

from integrationskonzept import Concept, Export, Exporter, ExportFile, Message, hookimpl

_TITLES: dict[str, list[str]] = {}


def export(concept: Concept, _: Any) -> Export:
    titles = _TITLES.setdefault(concept.address, [measure.display_title for measure in concept.measures])
    content = "\n".join(titles).encode()
    return Export(files=(ExportFile(name="titles.txt", content=content, media_type="text/plain"),))


EXPORTER = Exporter(
    name="titles", title=Message(template="titles"), media_type="text/plain", suffix=".txt", export=export
)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    return (EXPORTER,)
