"""A plugin with a format of its own: YAML under another suffix."""

from collections.abc import Sequence

from attrs import evolve

from integrationskonzept import Format, Message, hookimpl
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.plugins import BundledConcept


@hookimpl
def integrationskonzept_formats() -> Sequence[Format]:
    return [evolve(YAML, name="note", suffixes=(".note",))]


@hookimpl
def integrationskonzept_concepts() -> Sequence[BundledConcept]:
    return [BundledConcept(name="kaputt", title=Message(template="Kaputt"), read=lambda: b"titel: Kaputt")]
