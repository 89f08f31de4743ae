"""Findings about a file of version 1 of the layout, with the names of keys that stand in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import attrs
from attrs import frozen

from integrationskonzept.findings import Finding
from integrationskonzept.i18n.messages import Message
from integrationskonzept.model.former_names import RENAMED, former_path

_KEY = re.compile(r"`(\w+)`")


@cache
def _former_keys() -> Mapping[str, str]:
    """Return the names of version 1 by those current names that have one meaning only."""
    found = defaultdict(set)
    for _, old, new in RENAMED:
        found[new].add(old)
    return {new: next(iter(old)) for new, old in found.items() if len(old) == 1}


@frozen
class _FormerMessage(Message):
    """A sentence in which each key in backticks has its name of version 1."""

    def text(self, language: str = "en") -> str:
        """Return the sentence in `language`."""
        former = _former_keys()
        return _KEY.sub(lambda match: f"`{former.get(match[1], match[1])}`", super().text(language))


def with_former_names(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings whose hints and paths have the names of version 1."""
    return tuple(map(_with_former_names, findings))


def _with_former_names(finding: Finding) -> Finding:
    places = tuple(attrs.evolve(place, path=former_path(place.path)) for place in finding.places)
    return attrs.evolve(
        finding, message=_renamed(finding.message), hint=finding.hint and _renamed(finding.hint), places=places
    )


def _renamed(said: Message) -> Message:
    return _FormerMessage(
        template=said.template, values=said.values, translations=said.translations, domain=said.domain
    )
