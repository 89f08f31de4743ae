"""Comparability of indicators of several towns."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, ClassVar

from attrs import frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.comparison.renames import letter_groups, likeness, word_stems
from integrationskonzept.evaluation.answer import Answer, cannot_be_said, no, yes
from integrationskonzept.evaluation.latest import NUMERIC
from integrationskonzept.i18n.formatting import Describable, percent
from integrationskonzept.i18n.messages import N_, Message, label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.indicator import Indicator, IndicatorKind

_NAMED = 3
"""Maximum number of concepts named in a sentence; the rest is counted."""


@frozen(kw_only=True)
class Member:
    """One town's indicator with a catalogue code."""

    concept: str
    """Id of the concept."""
    municipality: str
    """Name of the town."""
    indicator: Indicator


@frozen(kw_only=True, repr=False)
class Variant(Describable):
    """One value of an aspect, and the concepts that state it; None: not stated."""

    value: Any
    concepts: tuple[str, ...]

    def text(self, language: str = "en") -> str:
        """Return the value and the concepts that state it."""
        value = message("not stated") if self.value is None else message("“{value}”", value=value_message(self.value))
        return f"{value.text(language)} ({_listed(self.concepts).text(language)})"


@frozen(kw_only=True, repr=False)
class Obstacle(Describable):
    """An aspect that prevents comparison: it differs, or is not stated everywhere."""

    aspect: str
    """The attribute of the indicators, such as ``population``."""
    variants: tuple[Variant, ...]
    """The stated values, most frequent first, and last the concepts that state nothing."""

    @property
    def differs(self) -> bool:
        """Different values are stated; otherwise one is missing."""
        return sum(variant.value is not None for variant in self.variants) > 1

    def text(self, language: str = "en") -> str:
        """Return the aspect and its values."""
        template = _DIFFERS if self.differs else _LACKS
        return message(template, aspect=label(self.aspect), variants=value_message(self.variants)).text(language)


_DIFFERS = N_("{aspect} differs: {variants}")
_LACKS = N_("{aspect} is not stated everywhere: {variants}")


@frozen(kw_only=True, repr=False)
class Comparability(Describable, HasBlocks):
    """The indicators of several concepts with the same catalogue code, and their comparability."""

    ACCOUNT: ClassVar[str] = "documents.comparison:comparability_document"

    catalogue_code: str
    """The code, as spelled first."""
    members: tuple[Member, ...]
    obstacles: tuple[Obstacle, ...]
    """Reasons against a comparison."""

    @property
    def comparable(self) -> Answer:
        """May their values be compared? No where an aspect differs; it cannot be said where one is not stated."""
        if not self.obstacles:
            return yes(message("kind, unit, population, definition and direction agree"))
        differing = [one for one in self.obstacles if one.differs]
        return (no if differing else cannot_be_said)(value_message(tuple(differing or self.obstacles)))

    @property
    def alike(self) -> tuple[tuple[Member, ...], ...]:
        """Groups of two or more members that state the same in all aspects, largest first."""
        groups: dict[Hashable, list[Member]] = defaultdict(list)
        for member in self.members:
            stated = _stated(member.indicator)
            if None not in stated.values():
                groups[tuple(stated.items())].append(member)
        return tuple(sorted((tuple(group) for group in groups.values() if len(group) > 1), key=len, reverse=True))

    def text(self, language: str = "en") -> str:
        """Return whether they can be compared."""
        said = message(
            "{code}, {count} indicators: comparable: {answer}",
            code=self.catalogue_code,
            count=len(self.members),
            answer=value_message(self.comparable),
        )
        return said.text(language)


def comparability(concepts: Iterable[Concept]) -> tuple[Comparability, ...]:
    """Return the comparability of indicators by catalogue code; codes used by one concept alone are left out."""
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in _members(concepts):
        if member.indicator.catalogue_code:
            groups[_alike(member.indicator.catalogue_code).replace(" ", "")].append(member)
    return tuple(
        Comparability(
            catalogue_code=str(members[0].indicator.catalogue_code),
            members=tuple(members),
            obstacles=tuple(_obstacles(members)),
        )
        for _, members in sorted(groups.items())
        if len({member.concept for member in members}) > 1
    )


def _obstacles(members: list[Member]) -> Iterator[Obstacle]:
    statements = [(member, _stated(member.indicator)) for member in members]
    for aspect in ASPECTS:
        concerned = [(member, stated[aspect]) for member, stated in statements if aspect in stated]
        by_value: dict[Hashable, list[Member]] = defaultdict(list)
        for member, value in concerned:
            by_value[value].append(member)
        if len(by_value) > 1 or None in by_value:
            yield Obstacle(aspect=aspect, variants=tuple(_variants(aspect, by_value)))


def _variants(aspect: str, by_value: Mapping[Hashable, list[Member]]) -> Iterator[Variant]:
    for value, members in sorted(by_value.items(), key=lambda item: (item[0] is None, -len(item[1]))):
        said = None if value is None else ASPECTS[aspect](members[0].indicator)
        yield Variant(value=said, concepts=tuple(dict.fromkeys(member.concept for member in members)))


def _stated(indicator: Indicator) -> dict[str, Hashable]:
    """Return the aspects of an indicator that matter for its kind, normalised for comparison."""
    aspects = ["kind", "population", "definition", "direction"]
    if indicator.kind is None or indicator.kind in NUMERIC or indicator.kind is IndicatorKind.DISTRIBUTION:
        aspects.append("unit")
    aspects += _BY_KIND.get(indicator.kind, ())
    return {aspect: _alike(ASPECTS[aspect](indicator)) for aspect in aspects}


def _populations(indicator: Indicator) -> tuple[str, ...] | str | None:
    """Return the population of an indicator and its values, or all of them where they differ."""
    values = (*((indicator.baseline,) if indicator.baseline else ()), *indicator.observations)
    stated = (value.population or indicator.population for value in values)
    found = tuple(dict.fromkeys(population for population in (indicator.population, *stated) if population))
    return found if len(found) > 1 else found[0] if found else None


ASPECTS: Mapping[str, Callable[[Indicator], Any]] = {
    "kind": lambda indicator: indicator.kind,
    "unit": lambda indicator: indicator.unit,
    "population": _populations,
    "definition": lambda indicator: indicator.definition,
    "direction": lambda indicator: indicator.direction,
    "compares": lambda indicator: indicator.compares or None,
    "scale": lambda indicator: indicator.scale or None,
}
"""The aspects that must agree, in the order of the report."""

_BY_KIND: Mapping[IndicatorKind | None, tuple[str, ...]] = {
    IndicatorKind.GAP: ("compares",),
    IndicatorKind.SCALE: ("scale",),
}


def _alike(value: Any) -> Any:
    """Return a value normalised for comparison: letter case, white space and a final full stop do not count."""
    if isinstance(value, tuple):
        return tuple(_alike(item) for item in value)
    return " ".join(value.casefold().rstrip(" .").split()) if isinstance(value, str) else value


def _listed(concepts: tuple[str, ...]) -> Message:
    if len(concepts) <= _NAMED:
        return message("{concepts}", concepts=", ".join(concepts))
    first = ", ".join(concepts[:_NAMED])
    return message("{concepts} and {count} more", concepts=first, count=len(concepts) - _NAMED)


@frozen(kw_only=True, repr=False)
class Uncoded(Describable):
    """An indicator that states no catalogue code, so that nothing says which others it can be compared with."""

    member: Member

    def text(self, language: str = "en") -> str:
        """Return the town and the indicator."""
        said = message(
            "{town}: '{title}' ({address}) states no catalogue code",
            town=value_message(self.member.municipality),
            title=value_message(self.member.indicator.title),
            address=self.member.indicator.address,
        )
        return said.text(language)


def without_code(concepts: Iterable[Concept]) -> tuple[Uncoded, ...]:
    """Return the indicators that state no catalogue code, in the order of the concepts."""
    return tuple(Uncoded(member=member) for member in _members(concepts) if not member.indicator.catalogue_code)


@frozen(kw_only=True, repr=False)
class SimilarIndicators(Describable):
    """Indicators of two towns that may measure the same; people have to decide."""

    first: Member
    second: Member
    likeness: float
    """Similarity of their titles and definitions, from 0 to 1."""

    def text(self, language: str = "en") -> str:
        """Return both indicators and their likeness."""
        said = message(
            "'{first}' ({first_town}) and '{second}' ({second_town}) may measure the same: {likeness} alike",
            first=value_message(self.first.indicator.title),
            second=value_message(self.second.indicator.title),
            first_town=value_message(self.first.municipality),
            second_town=value_message(self.second.municipality),
            likeness=percent(self.likeness),
        )
        return said.text(language)


_MOST_WITH_A_WORD = 50
"""Maximum number of indicators that one word of a title connects with another."""
_LEAST_LIKENESS = 0.6
"""Least likeness of two indicators that are suggested as a pair."""


def similar_indicators(concepts: Iterable[Concept]) -> tuple[SimilarIndicators, ...]:
    """Return pairs of indicators of two towns that may measure the same, the most similar first.

    Compared are indicators of one kind that do not share a catalogue code and do not state two different ones:
    by their titles, and by their definitions where both state one. Nothing is assumed: a pair is a suggestion.
    """
    by_word: dict[tuple[IndicatorKind | None, str], list[int]] = defaultdict(list)
    members = list(_members(concepts))
    pairs: dict[tuple[int, int], float] = {}
    for number, member in enumerate(members):
        words = {(member.indicator.kind, word) for word in word_stems(member.indicator.title)}
        for word in words:
            for other in by_word[word][-_MOST_WITH_A_WORD:]:
                if (other, number) not in pairs and _may_be_a_pair(members[other], member):
                    pairs[other, number] = _similarity(members[other].indicator, member.indicator)
            by_word[word].append(number)
    found = [
        SimilarIndicators(first=members[first], second=members[second], likeness=likeness)
        for (first, second), likeness in pairs.items()
        if likeness >= _LEAST_LIKENESS
    ]
    return tuple(sorted(found, key=lambda pair: -pair.likeness))


def _members(concepts: Iterable[Concept]) -> Iterator[Member]:
    for concept in concepts:
        for indicator in concept.indicators:
            yield Member(concept=concept.id, municipality=concept.municipality.name, indicator=indicator)


def _may_be_a_pair(one: Member, other: Member) -> bool:
    both_coded = one.indicator.catalogue_code and other.indicator.catalogue_code
    return one.concept != other.concept and not both_coded


def _similarity(one: Indicator, other: Indicator) -> float:
    found = likeness(letter_groups(one.title), letter_groups(other.title))
    if one.definition and other.definition:
        found = (found + likeness(letter_groups(one.definition), letter_groups(other.definition))) / 2
    return found
