"""The rules of this library."""

from integrationskonzept.rules import (
    completeness,
    days,
    evaluating,
    figures,
    horizons,
    measurability,
    order,
    period,
    privacy,
    provenance,
    references,
    relations,
    responsibility,
    settling,
)
from integrationskonzept.rules.rule import Rule

BUILTIN: tuple[Rule, ...] = (
    *references.RULES,
    *period.RULES,
    *horizons.RULES,
    *order.RULES,
    *evaluating.RULES,
    *measurability.RULES,
    *responsibility.RULES,
    *figures.RULES,
    *days.RULES,
    *relations.RULES,
    *provenance.RULES,
    *privacy.RULES,
    *completeness.RULES,
    *settling.RULES,
)
"""Every rule, in the order of the reference page."""
