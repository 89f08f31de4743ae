"""The profiles of this library."""

from collections.abc import Sequence

from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.rules.choosing import builtin_profiles
from integrationskonzept.rules.profile import Profile


@hookimpl
def integrationskonzept_profiles() -> Sequence[Profile]:
    """Draft, publishable, council, and the twelve steps."""
    return builtin_profiles()
