"""The rule about foreign attributes that a plugin describes."""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from integrationskonzept.findings import Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.foreign_attribute import ForeignAttribute
from integrationskonzept.rules.rule import Hit, Rule, rule


@rule(
    "IK109",
    family="references",
    title=message("Own attribute of another type"),
    why=message("An attribute that a plugin describes can be shown and counted only if it has the described type."),
    severity=Severity.WARNING,
    message=message("{title}: {problem}"),
    hint=message("{meaning}"),
)
def _other_type(_: Concept) -> Iterator[Hit]:
    return iter(())


def rule_about(attributes: Iterable[ForeignAttribute[Any]]) -> Rule:
    """Return the rule for the attributes that plugins describe."""
    described = tuple(attributes)

    def check(concept: Concept) -> Iterator[Hit]:
        for each in described:
            for path, record in concept.records.get(each.kind) if each.holds_for(concept) else ():
                for below, problem in each.problems(record):
                    values = {"title": each.title, "problem": problem, "meaning": each.meaning}
                    yield Hit((*path, *below), values)

    return evolve(_other_type, check=check)
