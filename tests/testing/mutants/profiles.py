"""A good profile, and bad ones."""

from typing import Any

from attrs import evolve

from integrationskonzept import Severity
from integrationskonzept.plugins import Profile
from integrationskonzept.rules.profiles import ProfileStep
from integrationskonzept.testing.profile_contract import profile_suite
from tests.testing.mutants.mutant import ENGLISH, TITLE, Mutant
from tests.testing.mutants.rules import MOTTO

FUNDING = Profile(
    name="funding",
    title=TITLE,
    description=TITLE,
    rules={"measurability": Severity.ERROR, "IK301": Severity.WARNING, "provenance": None, "TEST001": Severity.NOTE},
    others=False,
    steps=(ProfileStep(title=TITLE, rules=("measurability",)), ProfileStep(title=TITLE, rules=("test",))),
)


def bad(sentence: str, test: str, said: str, **changes: Any) -> Mutant:
    return Mutant(sentence, test, said, lambda: profile_suite(evolve(FUNDING, **changes), rules=(MOTTO,)))


EXISTS = "Every rule and family that it names, in its steps too, exists in the library or in `rules`."
CHECKS = "It checks something, and so does each of its steps."
GERMAN = "Title, description and the titles of steps exist in German and English."
TOLD = "it can be told in every language"

MUTANTS = (
    bad(EXISTS, "every rule it names exists", "no family 'measurabilty'; did you mean 'measurability'",
        rules={"measurabilty": Severity.ERROR}, steps=()),
    bad(EXISTS, "every rule it names exists", "no family 'IK999'", steps=(ProfileStep(title=TITLE, rules=("IK999",)),)),
    bad(CHECKS, "it checks something", "it checks nothing", rules={"provenance": None}, steps=()),
    bad(CHECKS, "it checks something", "no rule of its step 'list' is checked",
        steps=(ProfileStep(title=TITLE, rules=("provenance",)),)),
    bad(GERMAN, TOLD, "its title is not told in German", title=ENGLISH),
    bad(GERMAN, TOLD, "its description is not told in German", description=ENGLISH),
    bad(GERMAN, TOLD, "the title of a step is not told in German", steps=(ProfileStep(title=ENGLISH, rules=()),)),
    bad("A host accepts its name and everything else it states.", "a host takes it",
        "brought one of this name first", name="draft"),
)  # fmt: skip
"""Bad profiles."""
