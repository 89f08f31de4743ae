"""Check a concept with the rules and profiles of a plugin host."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from attrs import evolve

from integrationskonzept.errors import InvalidProfileError
from integrationskonzept.findings import Finding, Place
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.rules.meta_rules import NOT_USED, RULES, UNKNOWN_IN_PROFILE
from integrationskonzept.rules.profiles import Profile, builtin_profiles
from integrationskonzept.rules.report import CheckReport
from integrationskonzept.rules.rule import Rule
from integrationskonzept.rules.runner import in_order, run
from integrationskonzept.suggest import suggestion_before

_FEW = 10
"""Maximum number of unknown rules listed in the error about a profile."""


def check_with(host: PluginHost, concept: Concept, profile: str | Profile | None = None) -> CheckReport:
    """Check a concept with the rules of a host.

    A rule that the profile names and nobody provides, and a plugin whose rules could not be
    loaded, are findings. Raises `UnknownNameError` if there is no such profile, and
    `InvalidProfileError` if the given profile checks nothing.
    """
    rules = host.rules()
    builtin = {each.name: each for each in builtin_profiles()}
    asked = builtin.get(profile) or host.profile(profile) if isinstance(profile, str) else profile
    if asked is not None and builtin.get(asked.name) is not asked:  # tests prove that ours check something
        _refuse_idle(asked, rules)
    report = run(concept, rules, asked, host.profiles())
    used = report.profile
    unknown = _unknown(used, rules) if used is not None and builtin.get(used.name) is not used else ()
    more = [*unknown, *_not_used(concept, host)]
    return evolve(report, findings=in_order([*report.findings, *more])) if more else report


def _refuse_idle(profile: Profile, rules: tuple[Rule, ...]) -> None:
    """Raise `InvalidProfileError` if a profile activates none of `rules`."""
    usable = [rule for rule in rules if rule not in RULES]
    if not usable or any(profile.severity(rule) for rule in usable):
        return
    said = message(
        "the profile '{profile}' checks nothing: no rule that exists is given a weight", profile=profile.name
    )
    for finding in islice(_unknown(profile, rules), _FEW):
        wrong = message("{first}; {second}", first=finding.message, second=finding.hint)
        if finding.place.file:
            wrong = message("{where}: {text}", where=str(finding.place), text=wrong)
        said = message("{first}; {second}", first=said, second=wrong)
    raise InvalidProfileError(said)


def _unknown(profile: Profile, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Yield a finding for each name in a profile that is neither a rule nor a family."""
    for name, near in profile.unknown((*rules, *RULES)).items():
        place = profile.file.place(name) if profile.file else Place()
        yield _finding(UNKNOWN_IN_PROFILE, place, profile=profile.name, rule=name, near=suggestion_before(near))


def _not_used(concept: Concept, host: PluginHost) -> Iterator[Finding]:
    """Yield a finding for each plugin whose faults may concern rules or profiles."""
    for problem in host.not_used("rules", "profiles").values():
        yield _finding(NOT_USED, Place(address=concept.address), problem=problem)


def _finding(rule: Rule, place: Place, /, **values: Any) -> Finding:
    hint = rule.hint and Message(template=rule.hint.template, values=values)
    said = Message(template=rule.message.template, values=values)
    return Finding(code=rule.code, severity=rule.severity, message=said, hint=hint, places=(place,))
