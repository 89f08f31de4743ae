"""A plugin that does not go with this version of the library is known by its metadata, before it is imported."""

from itertools import product

import pytest
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import Version

from integrationskonzept.plugins.requirements import is_met, parse_version, unmet_requirement

VERSIONS = (
    "0.1",
    "0.1.0",
    "0.1.1",
    "0.2.0",
    "0.2.0a1",
    "0.2.0.beta2",
    "0.2rc1",
    "0.2.dev3",
    "0.2a1.dev1",
    "0.2.post1",
    "0.2-1",
    "0.2.post1.dev2",
    "0.10",
    "1.0",
    "1!0.1",
    "v1.0.0",
)
SIGNS = ("==", "!=", "<", "<=", ">", ">=", "~=", "===")


@pytest.mark.parametrize("sign", SIGNS)
def test_versions_are_compared_as_packaging_compares_them(sign: str) -> None:
    for here, stated in product(VERSIONS, (*VERSIONS, "0.*", "0.1.*", "0.2.0.*", "1!0.*")):
        try:
            expected = SpecifierSet(f"{sign}{stated}").contains(here, prereleases=True)
        except InvalidSpecifier:
            continue
        assert is_met(f"{sign}{stated}", here) is expected, f"{here} {sign} {stated}"


def test_versions_are_ordered_as_packaging_orders_them() -> None:
    assert sorted(VERSIONS, key=lambda one: parse_version(one) or ()) == sorted(VERSIONS, key=Version)


def test_several_specifiers_must_all_be_met() -> None:
    assert is_met(">=0.1, <0.2", "0.1.5")
    assert not is_met(">=0.1, <0.2", "0.2.0")


@pytest.mark.parametrize(
    ("requirement", "unmet"),
    [
        ("integrationskonzept>=0.2", ">=0.2"),
        ("integrationskonzept >= 0.2 , < 0.3", ">=0.2,<0.3"),
        ("integrationskonzept[pandas]>=0.2", ">=0.2"),
        ("Integrationskonzept (>=0.2)", ">=0.2"),
        ("integrationskonzept>=0.1,<0.2", None),
        ("integrationskonzept", None),
        ("integrationskonzept-ical>=2", None),
        ("integrationskonzept>=0.2; extra == 'testing'", None),
        ("integrationskonzept @ file:///somewhere", None),
        ("integrationskonzept>=two", None),
        ("integrationskonzept means 2", None),
    ],
)
def test_a_requirement_on_the_library_is_found_among_others(requirement: str, unmet: str | None) -> None:
    assert unmet_requirement(["attrs>=99", requirement], "0.1.0") == unmet


def test_a_version_that_cannot_be_understood_meets_everything() -> None:
    assert parse_version("main") is None
    assert is_met(">=2", "main")


def test_requirements_that_are_no_version_are_met() -> None:
    assert is_met("==x.*", "0.1.0") is False
