"""Rules about personal data: what names a person or reaches one does not belong in what is published."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any

from integrationskonzept.findings import Path, Severity
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.actor import Contact
from integrationskonzept.model.check_settings import CheckSettings, Ignore, SeverityChange
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, ValueType
from integrationskonzept.model.element import Sourced
from integrationskonzept.model.municipality import Municipality
from integrationskonzept.model.provenance import Citation
from integrationskonzept.model.source_document import Reference
from integrationskonzept.rules.rule import Hit, Rule

_ADDRESS = re.compile(r"(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_MOBILE = re.compile(r"(?<!\d)(?:(?:\+|00)49[\s()/-]*(?:\(0\))?|0)1[567]\d(?:[\s/-]*\d){6,9}(?!\d)")
_NAME_LIKE = re.compile(r"[^\W\d_]+[._-][^\W\d_]{2,}", re.ASCII)
_OFFICE_WORDS = """
amt ausschuss beauftragte beauftragter beirat bildung buergerbuero buero bund fachstelle frauen gemeinde
gleichstellung hilfe info infos integration integrationsbeauftragte integrationsbeauftragter jugend kita kontakt
koordination kreis kultur land mail migration office post poststelle presse rathaus referat sekretariat sozial
sozialamt soziales sport stadt team verein verwaltung vhs volkshochschule zentrale zentrum
"""
_OFFICES = frozenset(_OFFICE_WORDS.split())
"""Words in the address of an office, not of a person."""

_NOT_READ = (Citation, CheckSettings, Contact, Ignore, Municipality, Reference, SeverityChange)
"""Records whose texts are no running text, or whose contact is meant to be public."""


def is_personal(address: str) -> bool:
    """Return whether an e-mail address looks like a person's: two words, none of which names an office."""
    local = address.partition("@")[0].lower()
    words = re.split(r"[._-]", local)
    return _NAME_LIKE.fullmatch(local) is not None and _OFFICES.isdisjoint(words)


def _internal(concept: Concept) -> set[Path]:
    return {
        path
        for kind, found in concept.records.items()
        if issubclass(kind, Sourced)
        for path, _ in found.having("internal")
    }


def _is_public(path: Path, internal: set[Path]) -> bool:
    return not internal or all(path[:length] not in internal for length in range(len(path) + 1))


def _contacts(concept: Concept) -> Iterator[tuple[Path, Contact]]:
    """Yield the contacts that are published."""
    contacts = concept.records.get(Contact)
    internal = _internal(concept) if contacts else set()
    return ((path, contact) for path, contact in contacts if _is_public(path, internal))


def _named_persons(concept: Concept) -> Iterator[Hit]:
    for path, contact in _contacts(concept):
        if contact.name:
            yield Hit((*path, "name"))


def _personal_addresses(concept: Concept) -> Iterator[Hit]:
    for path, contact in _contacts(concept):
        if contact.email and is_personal(contact.email):
            yield Hit((*path, "email"))


def _personal_numbers(concept: Concept) -> Iterator[Hit]:
    """Yield mobile numbers, and any number beside a person's name."""
    for path, contact in _contacts(concept):
        if contact.phone and (contact.name or _MOBILE.search(contact.phone)):
            yield Hit((*path, "phone"))


def _in_running_text(concept: Concept) -> Iterator[Hit]:
    """Yield texts of public records in which a person's address or a mobile number stands."""
    reaching = list(_texts_that_reach(concept))
    internal = _internal(concept) if reaching else set()
    for path, name in reaching:
        if _is_public(path, internal):
            yield Hit((*path, name), {"attribute": label(name)})


def _texts_that_reach(concept: Concept) -> Iterator[tuple[Path, str]]:
    """Yield each text in which somebody may be reached; what stands in several places is looked at once."""
    for kind, found in concept.records.items():
        read: Any = kind
        names = () if kind in _NOT_READ else _texts(read)
        fetch = attrgetter(*names, names[0]) if names else None  # one more: of one alone it makes no tuple
        texts = set(chain.from_iterable(map(fetch, found.records))) if fetch else set()
        reaching = set(filter(_reaches_somebody, texts - {None}))
        for path, record in found if reaching else ():
            yield from ((path, name) for name in names if getattr(record, name) in reaching)


@cache
def _texts(kind: Any) -> tuple[str, ...]:
    """Return the attributes of a record that hold running text."""
    return tuple(
        each.name
        for each in MODEL[kind].attributes.values()
        if each.type is ValueType.TEXT and not each.many and each.name not in {"url", "website", "email", "phone"}
    )


def _reaches_somebody(text: str) -> bool:
    if not ("@" in text or "01" in text or "49" in text):  # to look for these alone is much quicker
        return False
    addresses = _ADDRESS.finditer(text) if "@" in text else ()
    return _MOBILE.search(text) is not None or any(is_personal(found[0]) for found in addresses)


def _refers_to_internal(concept: Concept) -> Iterator[Hit]:
    """Yield references from a public place to something internal: the public view loses them."""
    internal = _internal(concept)
    for reference in concept.links if internal else ():
        path, _ = concept.index.get(reference.address, ((), None))
        if not _is_public(path, internal) and _is_public(reference.path, internal):
            yield Hit(reference.path, {"id": reference.id})


RULES = (
    Rule(
        code="IK901",
        family="privacy",
        title=message("Person named in public"),
        why=message("A person may be named in public only with consent, and leaves the post before the concept ends."),
        severity=Severity.WARNING,
        message=message("a person's name would be published"),
        hint=message("name the office instead, or mark the contact `internal: true`"),
        check=_named_persons,
    ),
    Rule(
        code="IK902",
        family="privacy",
        title=message("Personal e-mail address in public"),
        why=message("A personal address is personal data, and goes dead when the person leaves."),
        severity=Severity.WARNING,
        message=message("what looks like a person's e-mail address would be published"),
        hint=message("state an address of the office, or mark the contact `internal: true`"),
        check=_personal_addresses,
    ),
    Rule(
        code="IK903",
        family="privacy",
        title=message("Personal telephone number in public"),
        why=message("A mobile number, or one beside a name, reaches a person and is personal data."),
        severity=Severity.WARNING,
        message=message("what looks like a person's telephone number would be published"),
        hint=message("state a number of the office, or mark the contact `internal: true`"),
        check=_personal_numbers,
    ),
    Rule(
        code="IK904",
        family="privacy",
        title=message("Personal data in running text"),
        why=message("Addresses and mobile numbers hidden in a text are published with it, unnoticed."),
        severity=Severity.WARNING,
        message=message("an e-mail address or mobile number of a person stands under {attribute}"),
        hint=message("move it to a contact that is marked `internal: true`"),
        check=_in_running_text,
    ),
    Rule(
        code="IK905",
        family="privacy",
        title=message("Public element refers to an internal one"),
        why=message("What is published does not show what is internal; the reference goes away with it."),
        severity=Severity.NOTE,
        message=message("refers to {id!r}, which is internal and will be missing in what is published"),
        hint=message("publish it too, or mark this `internal: true`, if the public should not miss it"),
        check=_refers_to_internal,
    ),
)
