"""A guest that answers its hooks with what they do not ask for, and with one thing they do."""

from typing import Any

from attrs import evolve

from integrationskonzept import Concept, Export, Exporter, Message, Rule, Severity, hookimpl


def export(_: Concept, __: Any) -> Export:
    return Export(files=())


RIGHT = Exporter(name="right", title=Message(template="right"), media_type="text/plain", suffix=".txt", export=export)


def forced(rule: Rule, **changes: Any) -> Rule:
    """Change a rule past its own checks."""
    changed = evolve(rule)
    for name, value in changes.items():
        object.__setattr__(changed, name, value)
    return changed


@hookimpl
def integrationskonzept_formats() -> Any:
    return None


@hookimpl
def integrationskonzept_tables() -> Any:
    return {"name": "table"}


@hookimpl
def integrationskonzept_exporters() -> Any:
    return ["exporter", RIGHT]


@hookimpl
def integrationskonzept_rules() -> Any:
    said = Message(template="x")
    rule = Rule(
        code="WRONG001", family="x", title=said, why=said, severity=Severity.NOTE, message=said, check=lambda _: ()
    )
    mistaken: Any = {"severity": "loud"}, {"check": "check"}
    return (evolve(rule, code="IK101"), *(forced(rule, **mistake) for mistake in mistaken))
