# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.rules.profiles import Profile as Profile
from integrationskonzept.rules.profiles import ProfileFile as ProfileFile
from integrationskonzept.rules.profiles import ProfileStep as ProfileStep
from integrationskonzept.rules.profiles import builtin_profiles as builtin_profiles
from integrationskonzept.rules.profiles import read_profile as read_profile
from integrationskonzept.rules.report import CheckReport as CheckReport
from integrationskonzept.rules.rule import Hit as Hit
from integrationskonzept.rules.rule import MAX_HITS as MAX_HITS
from integrationskonzept.rules.rule import Rule as Rule
from integrationskonzept.rules.rule import rules_of as rules_of
from integrationskonzept.rules.runner import run as run

__all__ = [
    "MAX_HITS",
    "CheckReport",
    "Hit",
    "Profile",
    "ProfileFile",
    "ProfileStep",
    "Rule",
    "builtin_profiles",
    "read_profile",
    "rules_of",
    "run",
]
