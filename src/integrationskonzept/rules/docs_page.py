"""The reference page of the rules, written from the rules themselves."""

import re
from collections.abc import Iterable, Iterator

from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.rules.profiles import OFF, Profile
from integrationskonzept.rules.rule import Rule

_PLACE = re.compile(r"\{\w+(?:!r)?\}")

FAMILIES = {
    "references": message("Ids and references"),
    "time": message("Time"),
    "measurability": message("Measurability"),
    "responsibility": message("Responsibility"),
    "figures": message("Figures"),
    "days": message("Days known by name"),
    "relations": message("Relations"),
    "provenance": message("Provenance"),
    "privacy": message("Privacy"),
    "completeness": message("Completeness"),
    "checks": message("The checks themselves"),
}
"""Headings of this library's families; another family is headed by its name."""


def shown(sentence: Message, language: str = "en") -> str:
    """Write a sentence with an ellipsis for everything that differs from finding to finding."""
    return _PLACE.sub("…", sentence.text(language))


def sections(rules: Iterable[Rule], profiles: Iterable[Profile], language: str = "en") -> Iterator[str]:
    """Yield the lines of the page's chapters: one a family, one paragraph a rule."""
    profiles = tuple(profiles)
    families: dict[str, list[Rule]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    for family, members in families.items():
        yield f"## {FAMILIES.get(family, Message(template=family)).text(language)}"
        yield ""
        for rule in members:
            yield from _paragraphs(rule, profiles, language)


def _paragraphs(rule: Rule, profiles: tuple[Profile, ...], language: str) -> Iterator[str]:
    yield f"### {rule.code}: {rule.title.text(language)}"
    yield ""
    yield rule.why.text(language)
    yield ""
    yield f"- {rule.severity}: “{shown(rule.message, language)}”"
    if rule.summary:
        yield f"- in sum: “{shown(rule.summary, language)}”"
    if rule.hint:
        yield f"- next step: {shown(rule.hint, language)}"
    weights = ", ".join(f"{profile.name} {profile.severity(rule) or OFF}" for profile in profiles)
    yield f"- profiles: {weights}"
    yield ""
