"""Contract of profiles."""

from collections.abc import Sequence

from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.rule import Rule
from integrationskonzept.testing.contract import Contract, keep, must, must_be_taken, must_be_told


class ProfileContract(Contract):
    """Subclass it in a test module, with the profile as an attribute, and pytest runs every test.

    ``class TestFunding(ProfileContract): profile = FUNDING``
    """

    profile: Profile
    rules: Sequence[Rule] = ()
    """Rules of the plugin that the profile names, besides those of the library."""

    def test_every_rule_it_names_exists(self) -> None:
        """Each code or family, in its rules and its steps, is one of the library's or of `rules`."""
        for name, near in self.profile.unknown(self._rules()).items():
            hint = f"; did you mean {near!r}?" if near else "; a rule of the plugin is given under 'rules'"
            must(False, f"there is no rule and no family {name!r}{hint}")  # noqa: FBT003 - it is a sentence

    def test_it_checks_something(self) -> None:
        """At least one rule is checked, and each step has a rule that is."""
        checked = [rule for rule in self._rules() if self.profile.severity(rule)]
        must(checked, "it checks nothing: no rule has a severity")
        for step in self.profile.steps:
            has_rule = any(rule.code in step.rules or rule.family in step.rules for rule in checked)
            must(has_rule, f"no rule of its step {step.title.text()!r} is checked")

    def test_it_can_be_told_in_every_language(self) -> None:
        """Its title, its description and the titles of its steps exist in German and English."""
        must_be_told(self.profile.title, "its title")
        if self.profile.description is not None:
            must_be_told(self.profile.description, "its description")
        for step in self.profile.steps:
            must_be_told(step.title, "the title of a step")

    def test_a_host_takes_it(self) -> None:
        """Its name and everything else it states are accepted."""
        must_be_taken("profiles", self.profile)

    def _rules(self) -> tuple[Rule, ...]:
        return (*BUILTIN, *self.rules)


def profile_suite(profile: Profile, *, rules: Sequence[Rule] = ()) -> ProfileContract:
    """Return the suite of a profile; the arguments are the attributes of `ProfileContract`."""
    suite = ProfileContract()
    suite.profile, suite.rules = profile, rules
    return suite


def check_profile(profile: Profile, *, rules: Sequence[Rule] = ()) -> None:
    """Run the contract for a profile; raise `BrokenContractError` with every breach."""
    keep({f"the profile {profile.name!r}": profile_suite(profile, rules=rules)})
