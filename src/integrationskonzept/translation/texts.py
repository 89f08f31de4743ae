"""Texts of a concept that can be translated: which they are, their places, and a concept with different ones."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import attrs
from attrs import frozen

from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.activity import Recurrence
from integrationskonzept.model.actor import Contact, Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.element import Addressed, Sourced
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.municipality import Municipality
from integrationskonzept.model.provenance import Discrepancy
from integrationskonzept.model.source_document import Reference, Section
from integrationskonzept.printable import clean_text

_NO_TEXT = frozenset(
    {
        *("ags", "aliases", "author", "authors", "budget_item", "catalogue_code", "code", "colour", "compares"),
        *("currency", "data_licence", "id", "inferred", "language", "languages", "licence", "names", "note", "number"),
        *("photo_credit", "printed", "publisher", "reported_by", "url"),
    }
)
"""Attributes with names, numbers, codes and remarks of editors."""
_ONLY: Mapping[Any, frozenset[str]] = {
    Discrepancy: frozenset({"text"}),
    Recurrence: frozenset({"text"}),
    **dict.fromkeys((Contact, Municipality, Reference, Section), frozenset()),
}
"""Records whose other texts are names, addresses or wording of the document, which stay the same in every language."""
_PRINTED = (HorizonStatement, Involvement)
"""Records shown by their printed wording where nothing else is stated."""


@frozen(kw_only=True)
class Phrase:
    """A text with its place in the concept."""

    place: str
    """``kind/id#attribute``; the same for every item of a list."""
    text: str

    @property
    def key(self) -> "Phrase":
        """The phrase without regard to white space, by which translations are looked up."""
        return Phrase(place=self.place, text=" ".join(self.text.split()))


Change = Callable[[Phrase], str | None]
"""Return the text to put in place of one, or None where it stays."""


def phrases_in(concept: Concept) -> tuple[Phrase, ...]:
    """Return the texts of a concept that can be translated, each once, in the order of the document."""
    found: dict[Phrase, None] = {}

    def keep(phrase: Phrase) -> None:
        found.setdefault(phrase)

    with_texts(concept, keep)
    return tuple(found)


def with_texts(concept: Concept, change: Change) -> Concept:
    """Return a concept with other texts; `change` is asked for each that can be translated, in document order."""
    changed: Concept = _changed(concept, concept.address, "", change)
    return changed


def _changed(record: Any, address: str, path: str, change: Change) -> Any:
    if isinstance(record, Addressed):
        address, path = record.address, ""
    changes: dict[str, Any] = {}
    kind: Any = type(record)
    for held in _content(kind):
        value = getattr(record, held.name)
        if value is None or value == ():
            continue
        old = value if held.many else (value,)
        if held.type is ValueType.RECORD:
            new = tuple(_changed(each, address, f"{path}{held.name}.", change) for each in old)
        else:
            is_whole = path and _is_own(kind, held.name)
            attribute = path.removesuffix(".") if is_whole else f"{path}{held.name}"
            new = tuple(_text(each, f"{address}#{attribute}", change) for each in old)
        if any(before is not after for before, after in zip(old, new, strict=True)):
            changes[held.name] = new if held.many else new[0]
    return attrs.evolve(record, **changes) if changes else record


def _text(text: str, place: str, change: Change) -> str:
    clean = clean_text(text).strip()
    other = change(Phrase(place=place, text=clean)) if clean else None
    return text if other is None or other == clean else other


@cache
def _content(kind: Any) -> tuple[AttributeDescription, ...]:
    """Return the attributes of a class that hold texts to translate, directly or in records below."""
    described = MODEL[kind].attributes.values()
    return tuple(each for each in described if _holds_texts(kind, each))


def _holds_texts(kind: Any, each: AttributeDescription) -> bool:
    if each.type is ValueType.RECORD:
        below = (each.kind, *MODEL.below(each.kind))
        return any(_is_text(one, inner) for one in below for inner in MODEL[one].attributes.values())
    return _is_text(kind, each)


def _is_text(kind: Any, each: AttributeDescription) -> bool:
    """Return whether an attribute of a class holds a text that can be translated."""
    if each.type is not ValueType.TEXT:
        return False
    if kind in _ONLY:
        return each.name in _ONLY[kind]
    return issubclass(kind, Sourced) and (each.name not in _NO_TEXT or _is_own(kind, each.name))


def _is_own(kind: Any, name: str) -> bool:
    """Return whether an attribute is what its record is about: its place is that of the attribute that holds it."""
    return name == ("printed" if kind in _PRINTED else "text")


@cache
def nouns() -> Mapping[str, Any]:
    """Return every class of the model with an address by its noun."""
    kinds: tuple[Any, ...] = (Concept, *MODEL.below(Concept))
    return {kind.noun: kind for kind in kinds if hasattr(kind, "noun")}


def kind_of(place: str) -> Message | None:
    """Return what kind of text stands at a place, such as ``Maßnahme: Soll-Zustand``; None outside the model."""
    address, _, attribute = place.partition("#")
    noun = address.partition("/")[0]
    if noun not in nouns():
        return None
    return message("{noun}: {attribute}", noun=label(noun), attribute=label(attribute.rpartition(".")[2]))


def noun_of(place: str) -> str:
    """Return the noun of a place, such as ``measure``; an empty text outside the model."""
    noun = place.partition("#")[0].partition("/")[0]
    return noun if noun in nouns() else ""


def is_extracted(place: str) -> bool:
    """Return whether texts at a place are among `phrases_in`; a plugin can ask for texts at others."""
    kind, each = _attribute_at(place)
    if each is None:
        return False
    return _is_text(kind, each) or any(_is_own(each.kind, one.name) for one in _content(each.kind))


def can_be_computed(place: str) -> bool:
    """Return whether a text at a place can be one that is not stated: a rhythm, in words."""
    each = _attribute_at(place)[1]
    return each is not None and each.kind is Recurrence


def _attribute_at(place: str) -> tuple[Any, AttributeDescription | None]:
    """Return the attribute at a place, with the class that has it; None if it holds no texts."""
    address, _, path = place.partition("#")
    kind: Any = nouns().get(noun_of(address))
    each: AttributeDescription | None = None
    for name in path.split("."):
        kind = kind if each is None else each.kind
        described = _content(kind) if attrs.has(kind) else ()
        each = next((one for one in described if one.name == name), None)
        if each is None:
            break
    return kind, each
