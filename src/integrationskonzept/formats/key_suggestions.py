"""Suggestions for unknown keys: a misspelt name, a German word, or a key of a different record."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from attrs import frozen

from integrationskonzept.formats.key_names import attributes_by_key, has_former_names, name_in_file
from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message, label, label_text, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.former_names import current_names
from integrationskonzept.model.record import Record
from integrationskonzept.model.synonyms import by_form, folded, forms, is_slip, meanings
from integrationskonzept.suggest import LONGEST, SIMILARITY, nearest, suggestion

_APPROXIMATE = "~"
_MAX_PLACES = 3
"""Largest number of other records in a suggestion."""


@frozen
class KeyMeaning:
    """Possible meanings of an unknown key."""

    kind: Any
    """The class of its record."""
    names: tuple[str, ...] = ()
    """Keys of the same record."""
    is_certain: bool = False
    """Whether there is exactly one: the key is its English or German name with at most one slip."""
    is_former: bool = False
    """Whether it is the name of version 1, which the file does not follow."""
    elsewhere: tuple[tuple[type[Record], str], ...] = ()
    """Other records that have such a key, with its name there."""

    @property
    def hint(self) -> Message | None:
        """The suggestion as the next step; None without any."""
        if self.is_former:
            return message(
                "version 2 of the layout, which this file follows, calls it '{name}': write that; if all keys have the"
                " names of version 1, write `schema: 1` on the first line",
                name=self.names[0],
            )
        if self.names:
            first, *others = (name_in_file(self.kind, name) for name in self.names)
            if not others:
                return suggestion(first)
            return message("did you mean '{first}' or '{second}'?", first=first, second=others[0])
        if not self.elsewhere:
            return None
        places = _placed(*self.elsewhere[0])
        for kind, name in self.elsewhere[1:]:
            places = message("{first}; {second}", first=places, second=_placed(kind, name))
        return message("it belongs elsewhere: {places}", places=places)


def key_meaning(kind: Any, key: str) -> KeyMeaning:
    """Return the possible meanings of `key`, which records of this class do not have.

    German labels and the words of `model.synonyms` take precedence, so that a known word is never read as an English
    name of similar spelling.
    """
    return _meaning(kind, key, has_former_names()) if len(key) <= LONGEST else KeyMeaning(kind)


@lru_cache(maxsize=1024)  # each key is looked up twice
def _meaning(kind: Any, key: str, is_former: bool) -> KeyMeaning:
    known = attributes_by_key(kind, is_former=is_former)
    if not is_former and key in current_names(kind):
        return KeyMeaning(kind, names=(current_names(kind)[key],), is_certain=True, is_former=True)
    if same := {folded(name): attribute for name, attribute in known.items()}.get(folded(key)):
        return KeyMeaning(kind, names=(same,), is_certain=True)
    if labelled := _labelled(kind, key):
        return KeyMeaning(kind, names=(labelled,), is_certain=True)
    if found := meanings(key):
        return _by_words(kind, found) or KeyMeaning(kind, elsewhere=tuple(_elsewhere(kind, key, found)))
    slips = list(dict.fromkeys(_slips(kind, key.lower(), known)))
    if slips:
        return KeyMeaning(kind, names=tuple(slips[:2]), is_certain=len(slips) == 1)
    if elsewhere := tuple(_elsewhere(kind, key, ())):
        return KeyMeaning(kind, elsewhere=elsewhere)
    return KeyMeaning(kind, names=_near(kind, key.lower(), known))


def _by_words(kind: Any, found: Iterable[str]) -> KeyMeaning | None:
    known = MODEL[kind].keys
    for meaning in found:
        is_same = not meaning.startswith(_APPROXIMATE)
        owner, names = _split(meaning)
        there = tuple(name for name in names if name in known)
        if there and owner in (None, kind.__name__):
            return KeyMeaning(kind, names=there[:2], is_certain=is_same and len(there) == 1)
    return None


def _split(meaning: str) -> tuple[str | None, list[str]]:
    """Return the class that a meaning is restricted to, or None, and its attributes."""
    owner, dot, names = meaning.removeprefix(_APPROXIMATE).rpartition(".")
    return (owner if dot else None), names.split("+")


def _slips(kind: Any, key: str, known: Mapping[str, str]) -> Iterator[str]:
    joined = key.replace(" ", "_").replace("-", "_")
    yield from (attribute for name, attribute in known.items() if is_slip(joined, name))
    yield from (name for label, name in _labels(kind).items() if is_slip(key, label))


def _near(kind: Any, key: str, known: Mapping[str, str]) -> tuple[str, ...]:
    if label := nearest(key, _labels(kind), SIMILARITY):
        return (_labels(kind)[label],)
    english = nearest(key.replace(" ", "_"), known, SIMILARITY)
    return (known[english],) if english else ()


def _labels(kind: Any) -> dict[str, str]:
    """Return the keys of a record by label, in every language but English; the first of two with the same label."""
    return _labels_in(kind, tuple(code for code in LANGUAGES if code != "en"))


@cache
def _labels_in(kind: Any, languages: tuple[str, ...]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for language in languages:
        for name in MODEL[kind].keys:
            labels.setdefault(label_text(name, language).lower(), name)
    return labels


def _labelled(kind: Any, key: str) -> str | None:
    """Return the key of a record with this label, in any spelling, singular or plural."""
    exact, others = _labels_by_form(kind)
    return exact.get(folded(key)) or next((others[form] for form in forms(key) if form in others), None)


@cache
def _labels_by_form(kind: Any) -> tuple[dict[str, str], dict[str, str]]:
    return by_form(_labels(kind))


def _elsewhere(kind: Any, key: str, found: Iterable[str]) -> Iterator[tuple[type[Record], str]]:
    """Yield other records with such a key, the most common first, and the name of the key there."""
    others = ((other, _name_in(other, key, found)) for other in _most_common_first() if other is not kind)
    there = [(other, name) for other, name in others if name]
    yield from [place for place in there if place[1] == there[0][1]][:_MAX_PLACES]


def _name_in(kind: Any, key: str, found: Iterable[str]) -> str | None:
    if attribute := attributes_by_key(kind, is_former=has_former_names()).get(key):
        return attribute
    if labelled := _labelled(kind, key):
        return labelled
    there = _by_words(kind, found)
    return there.names[0] if there and there.is_certain else None


def _record_classes() -> tuple[type[Record], ...]:
    return Concept, *MODEL.below(Concept)


@cache
def _most_common_first() -> tuple[type[Record], ...]:
    """Return the record classes, the most common first."""
    known: dict[str, type[Record]] = {kind.__name__: kind for kind in _record_classes()}
    first = ("Measure", "FieldOfAction", "Goal", "Concept", "Indicator", "Step", "Activity", "Actor", "Municipality")
    return tuple(known[name] for name in dict.fromkeys((*first, *known)))


@cache
def _holder(kind: Any) -> tuple[Any, str]:
    """Return the first attribute that contains records of a class, and the class that has it."""
    holders = ((other, held.name) for other in _record_classes() for held in MODEL[other].records if held.kind is kind)
    return next(holders)


def _placed(kind: Any, name: str) -> Message:
    key = name_in_file(kind, name)
    if kind is Concept:
        return message("'{name}' at the top of the file", name=key)
    other, holder = _holder(kind)
    return message(
        "'{name}' under '{holder}' ({label})", name=key, holder=name_in_file(other, holder), label=label(holder)
    )
