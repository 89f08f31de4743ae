"""The library's own rules keep to the contract that is offered to everybody who writes one."""

import pytest

from integrationskonzept.rules.rule import Rule
from integrationskonzept.testing import check_rule
from tests.rules.examples import EXAMPLE_RULES, example

RULES = [rule for rule in EXAMPLE_RULES if rule.family != "checks"]  # those find nothing by themselves


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_keeps_to_the_contract(rule: Rule) -> None:
    check_rule(rule, finds=[example(f"{rule.code}-bad")], passes=[example(f"{rule.code}-good")])
