"""Rules, profiles and the report on what they find in a concept.

A name is imported from its module on first use.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {
    "profiles": ("Profile", "ProfileFile", "ProfileStep", "builtin_profiles", "read_profile"),
    "report": ("CheckReport",),
    "rule": ("Hit", "MAX_HITS", "Rule", "rules_of"),
    "runner": ("run",),
}
__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES)
