"""The rules of this library."""

from integrationskonzept.rules import (
    completeness,
    date_order,
    evaluation_rhythm,
    figures,
    foreign_attributes,
    horizons,
    measurability,
    meta_rules,
    observance_dates,
    period,
    privacy,
    provenance,
    references,
    relations,
    responsibility,
    vocabulary,
)
from integrationskonzept.rules.rule import Rule, rules_of

_FAMILIES = (
    references,
    vocabulary,
    foreign_attributes,
    period,
    horizons,
    date_order,
    evaluation_rhythm,
    measurability,
    responsibility,
    figures,
    observance_dates,
    relations,
    provenance,
    privacy,
    completeness,
    meta_rules,
)

BUILTIN: tuple[Rule, ...] = tuple(
    sorted(
        (rule for family in _FAMILIES for rule in rules_of(family)),
        key=lambda rule: (len(rule.code), rule.code),
    )
)
"""All rules, by code."""
