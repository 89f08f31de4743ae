"""Run rules over a concept and turn their hits into grouped, ordered findings."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain, islice
from string import Formatter
from types import MappingProxyType
from typing import Any

from attrs import evolve

from integrationskonzept.findings import Finding, Path, Place, Severity
from integrationskonzept.gc_pause import collector_paused
from integrationskonzept.i18n.messages import Message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Addressed
from integrationskonzept.model.tree import get_path
from integrationskonzept.rules.meta_rules import (
    FAILED,
    NO_LONGER_NEEDED,
    RULES,
    TOO_MANY,
    UNKNOWN_PROFILE,
    UNKNOWN_RULE,
)
from integrationskonzept.rules.profiles import Profile, builtin_profiles, chosen
from integrationskonzept.rules.report import CheckReport
from integrationskonzept.rules.rule import MAX_HITS, Hit, Rule
from integrationskonzept.rules.suppressions import Suppressions

NO_PROFILES: Mapping[str, Profile] = MappingProxyType({})
"""No profiles besides those of this library."""

_LONGEST = 300  # a name of megabytes is hostile; its beginning is enough to identify it


def run(
    concept: Concept,
    rules: Iterable[Rule],
    profile: str | Profile | None = None,
    profiles: Mapping[str, Profile] = NO_PROFILES,
) -> CheckReport:
    """Check a concept by `rules`, each called once, and report what they find.

    `profile` is one of `profiles` (by the name each is called by) or of this library's, by name, or any
    other itself; without it
    the concept's own choice holds, or else ``draft``. What reading the concept's file remarked is
    reported along with it. Nothing in the concept and no rule makes this raise;
    `UnknownNameError` is raised where the profile asked for does not exist.
    """
    known = {**{each.name: each for each in builtin_profiles()}, **profiles}
    used, doubts = chosen(concept, profile, known)
    checking = _Checking(concept, tuple(rules), used)
    with collector_paused():
        findings = [*checking.of_reading(), *checking.findings(), *checking.about_checks(doubts)]
    return CheckReport(
        findings=in_order(findings),
        concept=concept.id,
        title=concept.title,
        profile=used,
        rules=checking.rules,
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of a report: by weight, then by family and code, then by place."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[Any, ...]:
    return finding.severity.rank, len(finding.code), finding.code, *_spot(finding.place)


def _spot(place: Place) -> tuple[float, float]:
    """Return line and column to order by; what has none stays as it was found."""
    return place.line or float("inf"), place.column or float("inf")


class _Places(dict[Path, Place]):
    """The places in a concept that were asked for."""

    def __init__(self, concept: Concept) -> None:
        self._concept = concept

    @cached_property
    def _addressed(self) -> dict[Path, Any]:
        """Addressed elements by path; walking down from the concept to each place is slower."""
        records = self._concept.records.items()
        return dict(chain.from_iterable(found for kind, found in records if issubclass(kind, Addressed)))

    def around(self, path: Path) -> list[str]:
        """Return the addresses around a place in the file, which may lie deeper than the model; the nearest first."""
        steps = (path[:length] for length in range(len(path), -1, -1))
        return [self._addressed[step].address for step in steps if step in self._addressed]

    def __missing__(self, path: Path) -> Place:
        if not isinstance(path, tuple):
            raise TypeError(f"a path is a tuple of attributes and positions, such as ('municipality',); got {path!r}")
        around, nearest = path, self._addressed.get(path)
        while nearest is None:  # that of the concept itself is the last one
            around = around[:-1]
            nearest = self._addressed.get(around)
        if around is not path:
            get_path(nearest, path[len(around) :])  # raises where the path leads to nothing
        self[path] = place = self._concept.place(path, nearest.address)
        return place


class _Checking:
    """One concept while it is being checked."""

    def __init__(self, concept: Concept, rules: tuple[Rule, ...], profile: Profile) -> None:
        self.concept = concept
        self.profile = profile
        self.decisions = Suppressions(concept, profile)
        by_code = {rule.code: rule for rule in reversed((*rules, *RULES))}
        self.rules = tuple(reversed(by_code.values()))
        self.checked: list[str] = []
        self._places = _Places(concept)

    def of_reading(self) -> Iterator[Finding]:
        """Yield what was found while the file was read, as the concept decides about it."""
        self.checked += self.decisions.about_files
        for finding in self.concept.origin.findings if self.concept.origin else ():
            around = [(place, self._places.around(place.path)) for place in finding.places]
            left = [entry for entry in around if not self.decisions.is_excused(finding.code, entry[1])]
            if left:
                places = tuple(evolve(place, address=addresses[0]) for place, addresses in left)
                severity = self.decisions.changed(finding.code) or finding.severity
                yield evolve(finding, places=places, severity=severity)

    def findings(self) -> Iterator[Finding]:
        """Yield what the rules find; a rule that fails is itself a finding."""
        for rule in self.rules:
            severity = self.decisions.severity(rule)
            if severity is not None and rule not in RULES:
                self.checked.append(rule.code)
                yield from self._fenced(rule, severity)

    def about_checks(self, doubts: Iterable[Hit]) -> Iterator[Finding]:
        """Yield what is to be said about the checks themselves."""
        known = [*(rule.code for rule in self.rules), *self.decisions.about_files]
        unknown = list(self.decisions.unknown(known, (rule.family for rule in self.rules)))
        not_needed = list(self.decisions.not_needed(self.checked))
        for rule, hits in ((UNKNOWN_PROFILE, doubts), (UNKNOWN_RULE, unknown), (NO_LONGER_NEEDED, not_needed)):
            if severity := self.decisions.severity(rule):
                yield from self._reported(rule, severity, hits)

    def _fenced(self, rule: Rule, severity: Severity) -> list[Finding]:
        try:
            return list(self._reported(rule, severity, rule.check(self.concept)))
        except Exception as error:  # noqa: BLE001 - a stranger's rule may raise anything, and the others go on
            hit = Hit((), {"code": rule.code, "error": f"{type(error).__name__}: {error}"})
            return [self._finding(FAILED, self.decisions.severity(FAILED) or FAILED.severity, [hit])]

    def _reported(self, rule: Rule, severity: Severity, found: Iterable[Hit]) -> Iterator[Finding]:
        hits = list(islice(self.decisions.reported(rule, islice(found, MAX_HITS + 1)), MAX_HITS + 1))
        if len(hits) > MAX_HITS:
            hits.pop()
            told = [Hit((), {"code": rule.code, "limit": MAX_HITS})]
            yield self._finding(TOO_MANY, self.decisions.severity(TOO_MANY) or TOO_MANY.severity, told)
        if hits and rule.summary and rule.total and self.profile.summarise:
            counts = {"count": len(hits), "total": rule.total(self.concept)}
            yield self._finding(rule, severity, hits, _filled(rule.summary, counts))
            return
        for group in _alike(hits):
            yield self._finding(rule, severity, group)

    def _finding(self, rule: Rule, severity: Severity, hits: list[Hit], summary: Message | None = None) -> Finding:
        values = hits[0].values
        return Finding(
            code=rule.code,
            severity=severity,
            message=summary or _filled(rule.message, values),
            hint=_filled(rule.hint, values) if rule.hint else None,
            places=self._in_order([self._places[hit.path] for hit in hits]),
        )

    def _in_order(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """Order places as they stand in the file; without one they stay as they were found."""
        return tuple(sorted(places, key=_spot) if self.concept.origin else places)


def _alike(hits: list[Hit]) -> Iterable[list[Hit]]:
    """Group hits that say the same; those that share their values do."""
    if hits and not any(hit.values for hit in hits):
        return [hits]
    alike: dict[tuple[str, ...], list[Hit]] = {}
    groups: dict[int, list[Hit]] = {}
    for hit in hits:
        shared = id(hit.values)
        if shared not in groups:
            groups[shared] = alike.setdefault(tuple(map(str, hit.values.values())), [])
        groups[shared].append(hit)
    return alike.values()


def _filled(template: Message, values: Mapping[str, Any]) -> Message:
    """Put values into a template; one that is missing is told here, and not in front of people."""
    for sentence in (template.template, *template.translations.values()):
        if missing := _places(sentence) - values.keys():
            raise ValueError(f"the sentence {sentence!r} needs a value for {', '.join(sorted(missing))}")
    short = {name: _short(value) for name, value in values.items()}
    return evolve(template, values=short)


def _short(value: Any) -> Any:
    """Cut a text that is too long to be read inside a sentence."""
    return f"{value[:_LONGEST]}…" if isinstance(value, str) and len(value) > _LONGEST else value


@cache
def _places(sentence: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)
