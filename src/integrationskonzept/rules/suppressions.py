"""Suppressions and severities that a concept sets for its own checks."""

import re
from collections.abc import Iterable, Iterator, Sequence

from integrationskonzept.findings import Path, Severity
from integrationskonzept.model.check_settings import CheckSettings, Ignore
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.tree import iter_path
from integrationskonzept.rules.meta_rules import EVERYWHERE
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.rule import Hit, Rule
from integrationskonzept.suggest import nearest, suggestion_before

_ABOUT_FILES = re.compile(r"IK0\d\d")


class Suppressions:
    """The settings of one concept during one run, and which of its exceptions were needed."""

    def __init__(self, concept: Concept, profile: Profile) -> None:
        self._concept = concept
        self._profile = profile
        self._settings = concept.checks or CheckSettings()
        self._ignored: dict[str, list[tuple[int, Ignore]]] = {}
        for position, ignore in enumerate(self._settings.ignore):
            self._ignored.setdefault(ignore.code, []).append((position, ignore))
        self._severities = {change.code: change.severity for change in self._settings.severity}
        self._needed: set[int] = set()

    @property
    def about_files(self) -> list[str]:
        """Codes of findings about a file, not about its content, of which the concept decides something."""
        return [code for code in (*self._ignored, *self._severities) if _ABOUT_FILES.fullmatch(code)]

    def changed(self, code: str) -> Severity | None:
        """Return what the concept says that a finding weighs."""
        return self._severities.get(code)

    def is_excused(self, code: str, addresses: Sequence[str]) -> bool:
        """Return whether an exception covers a finding about the file, at a place with these addresses around it."""
        exceptions = self._ignored.get(code, [])
        covering = [position for position, each in exceptions if each.element is None or each.element in addresses]
        self._needed.update(covering)
        return bool(covering)

    def severity(self, rule: Rule) -> Severity | None:
        """Return what a rule weighs: as the concept says, or else the profile; None where it is switched off."""
        return self._severities.get(rule.code) or self._profile.severity(rule, self._concept)

    def reported(self, rule: Rule, hits: Iterable[Hit]) -> Iterable[Hit]:
        """Return the hits that no exception covers."""
        exceptions = self._ignored.get(rule.code)
        return hits if exceptions is None else self._uncovered(exceptions, hits)

    def _uncovered(self, exceptions: Sequence[tuple[int, Ignore]], hits: Iterable[Hit]) -> Iterator[Hit]:
        for hit in hits:
            covering = [position for position, ignore in exceptions if self._covers(ignore, hit.path)]
            self._needed.update(covering)
            if not covering:
                yield hit

    def _covers(self, ignore: Ignore, path: Path) -> bool:
        """Return whether an exception is about the element at `path` or one around it."""
        return ignore.element is None or ignore.element in self._addresses(path)

    def _addresses(self, path: Path) -> set[str]:
        return {getattr(value, "address", "") for value in iter_path(self._concept, path)}

    def not_needed(self, checked: Iterable[str]) -> Iterator[Hit]:
        """Yield exceptions for rules that were `checked` and would have reported nothing there."""
        checked = set(checked)
        for position, ignore in enumerate(self._settings.ignore):
            if ignore.code in checked and position not in self._needed:
                yield Hit(
                    ("checks", "ignore", position), {"code": ignore.code, "element": ignore.element or EVERYWHERE}
                )

    def unknown(self, known: Iterable[str], families: Iterable[str]) -> Iterator[Hit]:
        """Yield settings for rules that do not exist, and for families that do not."""
        known = set(known)
        named = {*known, *families}
        for position, name in enumerate(self._settings.include):
            if name not in named:
                near = suggestion_before(nearest(name, sorted(named)))
                yield Hit(("checks", "include", position), {"code": name, "near": near})
        for attribute in ("ignore", "severity"):
            for position, entry in enumerate(getattr(self._settings, attribute)):
                if entry.code not in known:
                    near = suggestion_before(nearest(entry.code, sorted(known)))
                    yield Hit(("checks", attribute, position, "code"), {"code": entry.code, "near": near})
