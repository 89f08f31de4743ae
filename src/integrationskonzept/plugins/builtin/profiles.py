"""The profiles of this library."""

from collections.abc import Sequence

from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.rules.profiles import Profile, builtin_profiles


@hookimpl
def integrationskonzept_profiles() -> Sequence[Profile]:
    """Draft, publishable, council, and the twelve steps."""
    return builtin_profiles()
