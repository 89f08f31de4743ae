"""Which profile a concept is checked by: the one asked for, the one it names itself, or the draft's."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from integrationskonzept.errors import UnknownNameError
from integrationskonzept.language import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.nearby import hinted_or_listed, nearest
from integrationskonzept.rules.profile import Profile
from integrationskonzept.rules.rule import Hit
from integrationskonzept.rules.saying import suggestion

DEFAULT = "draft"
"""Name of the profile used where none is asked for."""

_FILES = Path(__file__).parent / "profiles"


@cache
def builtin_profiles() -> tuple[Profile, ...]:
    """Return the profiles of this library, by name."""
    found = sorted(_FILES.iterdir(), key=lambda file: file.name)
    return tuple(Profile.from_data(tomllib.loads(file.read_text(encoding="utf-8"))) for file in found)


def chosen(concept: Concept, asked: str | Profile | None, known: Mapping[str, Profile]) -> tuple[Profile, list[Hit]]:
    """Return the profile to check `concept` by, and a hit where it names one itself that does not exist.

    Raises `UnknownNameError` (a `KeyError`) when a profile is asked for that does not exist.
    """
    if isinstance(asked, Profile):
        return asked, []
    if asked is not None:
        return _asked(asked, known), []
    named = concept.checks.profile if concept.checks else None
    if named is None:
        return _asked(DEFAULT, known), []
    if named in known:
        return known[named], []
    values = {"profile": named, "used": DEFAULT, "near": suggestion(nearest(named, known))}
    return _asked(DEFAULT, known), [Hit(("checks", "profile"), values)]


def _asked(name: str, known: Mapping[str, Profile]) -> Profile:
    if name not in known:
        raise UnknownNameError(hinted_or_listed(message("there is no profile '{name}'", name=name), name, known))
    return known[name]
