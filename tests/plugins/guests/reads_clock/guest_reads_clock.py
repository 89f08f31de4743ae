"""A guest whose export says when it was made."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from integrationskonzept import Concept, Export, Exporter, ExportFile, Message, hookimpl


def export(concept: Concept, _: Any) -> Export:
    text = f"made on {date.today()} for {concept.id}"  # noqa: DTZ011 - that is its fault
    return Export(files=(ExportFile(name="made.txt", content=text.encode(), media_type="text/plain"),))


EXPORTER = Exporter(name="made", title=Message(template="made"), media_type="text/plain", suffix=".txt", export=export)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    return (EXPORTER,)
