"""A guest that looks fine until it has to work."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from integrationskonzept import Concept, Export, Exporter, Hit, Message, Rule, Severity, hookimpl
from integrationskonzept.plugins import Publisher, SendOutcome, SendPlan, SendStep, Sent, TargetState

TITLE = Message(template="fails at work")


def divide(_: Concept, __: Any) -> Export:
    raise ZeroDivisionError("division by zero")


def leave(_: Concept, __: Any) -> Export:
    print("goodbye")  # noqa: T201 - that is its fault
    sys.exit(1)


def nothing(_: Concept, __: Any) -> Any:
    return None


def check(_: Concept) -> Iterable[Hit]:
    yield Hit(())
    raise RuntimeError("in the middle")


def plan(concept: Concept, _: Any) -> SendPlan:
    addresses = [concept.address, *(measure.address for measure in concept.measures)]
    return SendPlan(
        steps=tuple(SendStep(address=address, action=TITLE, state=TargetState.NEW) for address in addresses)
    )


def perform(planned: SendPlan, _: Any) -> Iterator[Sent]:
    yield Sent(step=planned.steps[0], outcome=SendOutcome.DONE)
    raise ConnectionError("the line is dead")


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    functions = {"divides": divide, "leaves": leave, "nothing": nothing}
    return [
        Exporter(name=name, title=TITLE, media_type="text/plain", suffix=".txt", export=function)
        for name, function in functions.items()
    ]


@hookimpl
def integrationskonzept_rules() -> Sequence[Rule]:
    return (
        Rule(code="FAIL001", family="x", title=TITLE, why=TITLE, severity=Severity.NOTE, message=TITLE, check=check),
    )


@hookimpl
def integrationskonzept_publishers() -> Sequence[Publisher]:
    return (Publisher(name="breaks-off", title=TITLE, plan=plan, perform=perform),)
