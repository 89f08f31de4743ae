"""The rules of this library."""

from integrationskonzept.rules import (
    completeness,
    date_order,
    evaluation_rhythm,
    figures,
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
)
from integrationskonzept.rules.rule import Rule

BUILTIN: tuple[Rule, ...] = (
    *references.RULES,
    *period.RULES,
    *horizons.RULES,
    *date_order.RULES,
    *evaluation_rhythm.RULES,
    *measurability.RULES,
    *responsibility.RULES,
    *figures.RULES,
    *observance_dates.RULES,
    *relations.RULES,
    *provenance.RULES,
    *privacy.RULES,
    *completeness.RULES,
    *meta_rules.RULES,
)
"""All rules, in the order of the reference page."""
