"""Rules about the checks themselves: what a file says about them must still hold."""

from collections.abc import Iterable

from integrationskonzept.findings import Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.rules.rule import Hit, Rule


def _found_while_running(_: Concept) -> Iterable[Hit]:
    """Yield nothing: whoever runs the rules sees these for himself."""
    return ()


FAILED = Rule(
    code="IK1101",
    family="checks",
    title=message("Rule failed"),
    why=message("What a failed rule would have found is not in the report."),
    severity=Severity.ERROR,
    message=message("rule {code} failed: {error}"),
    hint=message("report this to whoever wrote the rule; all other rules were checked"),
    check=_found_while_running,
)
NO_LONGER_NEEDED = Rule(
    code="IK1102",
    family="checks",
    title=message("Exception no longer needed"),
    why=message("An exception that matches nothing hides the next problem of its kind."),
    severity=Severity.NOTE,
    message=message("nothing is left for {code} to be ignored at {element}"),
    hint=message("delete the exception"),
    check=_found_while_running,
)
UNKNOWN_RULE = Rule(
    code="IK1103",
    family="checks",
    title=message("Unknown rule"),
    why=message("A setting for a rule that does not exist does nothing."),
    severity=Severity.WARNING,
    message=message("there is no rule {code!r}"),
    hint=message("{near}check that the plugin it comes from is installed, or delete the entry"),
    check=_found_while_running,
)
UNKNOWN_PROFILE = Rule(
    code="IK1104",
    family="checks",
    title=message("Unknown profile"),
    why=message("The concept asks to be checked by a profile that does not exist; another one was used."),
    severity=Severity.WARNING,
    message=message("there is no profile {profile!r}; checked by {used!r}"),
    hint=message("{near}check that the plugin it comes from is installed, or name another profile"),
    check=_found_while_running,
)
UNKNOWN_IN_PROFILE = Rule(
    code="IK1105",
    family="checks",
    title=message("Unknown rule in the profile"),
    why=message("A profile that misspells a rule leaves it out, and the report looks better than the concept is."),
    severity=Severity.ERROR,
    message=message("the profile '{profile}' names {rule!r}, and there is no such rule and no such family"),
    hint=message("{near}check that the plugin it comes from is installed, or take it out of the profile"),
    check=_found_while_running,
)
NOT_USED = Rule(
    code="IK1106",
    family="checks",
    title=message("Plugin not used"),
    why=message("What the rules of a plugin with faults would have found is not in the report."),
    severity=Severity.WARNING,
    message=message("{problem}"),
    hint=message("update or remove the plugin, or leave it out of the call, so that it is clear what was checked"),
    check=_found_while_running,
)
TOO_MANY = Rule(
    code="IK1107",
    family="checks",
    title=message("More findings than are listed"),
    why=message("Nobody reads ten thousand findings of one rule; the first ones show what is to be done."),
    severity=Severity.WARNING,
    message=message("{code} found more than {limit} places; no more of them are listed"),
    hint=message("mend some and check again, or report it to whoever wrote the rule"),
    check=_found_while_running,
)
EVERYWHERE = message("any place")

RULES = (FAILED, NO_LONGER_NEEDED, UNKNOWN_RULE, UNKNOWN_PROFILE, UNKNOWN_IN_PROFILE, NOT_USED, TOO_MANY)
