"""Concepts, rules and profiles made for one test each."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from integrationskonzept.findings import Severity
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.foreign_attribute import ForeignAttribute
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.foreign_attributes import rule_about
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.rule import Hit, Rule
from integrationskonzept.rules.runner import run

EXAMPLES = Path(__file__).parents[1] / "documents" / "rules"
BUDGET_ITEM = ForeignAttribute(
    noun="measure",
    key="x-budget-item",
    title=Message(template="budget item", translations={"de": "Haushaltsstelle"}),
    meaning=Message(
        template="the item of the budget that pays for the measure",
        translations={"de": "Stelle im Haushalt, aus der die Maßnahme bezahlt wird"},
    ),
)
"""A foreign attribute that the examples describe."""

_DESCRIBED = rule_about([BUDGET_ITEM])
EXAMPLE_RULES = tuple(_DESCRIBED if rule.code == _DESCRIBED.code else rule for rule in BUILTIN)
"""This library's rules, as they are when a plugin describes the attribute."""

EVERYTHING = Profile.from_data({"name": "everything"})

TOWN = "schema: 2\nid: auental\ntitle: Integrationskonzept Auental\nmunicipality: {name: Auental}\n"


def town(rest: str = "", *, file: str | None = "auental.yaml") -> Concept:
    """Read the concept of a small town that says `rest` besides its name; line 5 is the first of `rest`."""
    return read_file((TOWN + rest).encode(), YAML, file)


def example(name: str) -> Concept:
    """Read one of the example documents."""
    file = EXAMPLES / f"{name}.yaml"
    return read_file(file.read_bytes(), YAML, file.name)


def rule(code: str, *hits: Hit, **changes: Any) -> Rule:
    """Make a rule that finds these hits."""
    said: dict[str, Any] = {
        "family": "stadt",
        "title": message("Made for a test"),
        "why": message("It is needed."),
        "severity": Severity.WARNING,
        "message": message("something is wrong"),
        "check": lambda _: hits,
    }
    return Rule(code=code, **said | changes)


def found(concept: Concept, rules: Iterable[Rule], code: str, profile: str | Profile = EVERYTHING) -> tuple[str, ...]:
    """Say what the rule with this code found."""
    report = run(concept, rules, profile)
    return tuple(str(finding) for finding in report.findings if finding.code == code)
