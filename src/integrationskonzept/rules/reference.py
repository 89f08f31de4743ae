"""The reference page of the rules, written from the rules themselves."""

from collections.abc import Iterable, Iterator

from integrationskonzept.language import Message, message
from integrationskonzept.rules.profile import OFF, Profile
from integrationskonzept.rules.rule import Rule

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
    yield f"- {rule.severity}: “{rule.message.text(language)}”"
    if rule.summary:
        yield f"- in sum: “{rule.summary.text(language)}”"
    if rule.hint:
        yield f"- next step: {rule.hint.text(language)}"
    weights = ", ".join(f"{profile.name} {profile.severity(rule) or OFF}" for profile in profiles)
    yield f"- profiles: {weights}"
    yield ""
