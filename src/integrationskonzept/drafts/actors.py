"""Actors of a draft: names in cells, as entries of the register."""

import re
from collections.abc import Sequence

from integrationskonzept.drafts.draft import DoubtCode
from integrationskonzept.drafts.ledger import Ledger, Reading, Subject
from integrationskonzept.drafts.notation import Item, clean, items_of
from integrationskonzept.drafts.tree import Line
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.actor import Actor, Contact, Involvement
from integrationskonzept.model.provenance import Discrepancy
from integrationskonzept.model.synonyms import folded

OPEN_END = re.compile(
    r"[\s,(]*\b(?:etc\.?|u\.\s?a\.?|u\.\s?v\.\s?m\.?|usw\.?|u\.\s?ä\.?|und weitere|und andere|weitere)\)?\s*$"
)
"""Words that say that a list goes on."""
_SLASH = re.compile(r"\s*/\s+|\s+/\s*|(?<=[\wäöüß)])/(?=[A-ZÄÖÜ])")
_LIST = re.compile(r"\s*[;,]\s*")
_AND = re.compile(r"\s+(?:und|sowie|&)\s+")
_OFFICE = re.compile(
    r"\b(?:Amt|Amtes|Referat|Fachbereich|Abteilung|Ministerium|Dezernat|Sachgebiet|Fachdienst|Stabsstelle|Ausschuss|Fachamt)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
_PHONE = re.compile(r"(?:Tel(?:efon)?\.?:?\s*)?(?<![\d.])(?:\+49|0)[\d\s()/.-]{6,}\d")
_PERSON = re.compile(r"\b(?:Frau|Herrn?|Hr\.|Fr\.|Dr\.)\s+[A-ZÄÖÜ]")
_MOST_WORDS = 7
_SHORTEST = 2


def is_several(text: str) -> bool:
    """Return whether each part between commas can be a name."""
    parts = [part for part in _LIST.split(_without_brackets(text)) if part]
    return len(parts) > 1 and all(part[0].isupper() or part[0].isdigit() for part in parts)


def _without_brackets(text: str) -> str:
    return re.sub(r"\([^()]*\)", "", text)


def split_list(text: str) -> tuple[list[str], bool]:
    """Return the names in a text separated by commas, and whether that is a guess."""
    if ";" in text:
        return [clean(part) for part in text.split(";") if clean(part)], False
    if not is_several(text) or len(text) > 400:  # noqa: PLR2004 - more is a sentence
        return [text], False
    parts = [clean(part) for part in re.split(r",\s*(?![^(]*\))", text) if clean(part)]
    last = _AND.split(parts[-1])
    is_guess = _OFFICE.search(text) is not None or any(len(part.split()) > _MOST_WORDS for part in parts)
    if len(last) == 2 and last[1][:1].isupper() and not is_guess:  # noqa: PLR2004 - both sides of an "und"
        parts[-1:] = last
    return parts, is_guess


class Register:
    """The actors of a draft, one for each wording."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._actors: dict[str, Actor] = {}

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Every actor, in the order of the document."""
        return tuple(self._actors.values())

    def actor(self, name: str, subject: Subject) -> str:
        """Return the id of the actor with this name, a new one if there is none."""
        key = folded(name) or name
        if key not in self._actors:
            self._actors[key] = Actor(
                id=self._ledger.id("actor", name), title=name, printed=name,
                sources=self._ledger.sources(subject.place, subject.section),
            )  # fmt: skip
        return self._actors[key].id

    def involvements(
        self, lines: Sequence[Line], subject: Subject
    ) -> tuple[tuple[Involvement, ...], list[Discrepancy]]:
        """Return the actors named in a value, and the doubts about where one name ends."""
        found: list[Involvement] = []
        doubts: list[Discrepancy] = []
        for item in items_of(lines):
            names, is_guess = ([item.text], False) if contact_in(item.text) else split_list(item.text)
            if is_guess:
                said = message(
                    "names between commas were taken as {count} actors; one name may hold a comma", count=len(names)
                )
                reading = Reading(item.text, "; ".join(names), (item.text,))
                doubts.append(self._ledger.doubt(DoubtCode.SPLIT, said, subject, reading))
            for name in names:
                involvement, doubt = self._involvement(Item(name, item.footnotes), subject, is_guess=is_guess)
                found += [involvement] if involvement else []
                doubts += [doubt] if doubt else []
        return tuple(found), doubts

    def _involvement(
        self, item: Item, subject: Subject, *, is_guess: bool
    ) -> tuple[Involvement | None, Discrepancy | None]:
        text = item.text
        is_open = OPEN_END.search(text) is not None
        name = OPEN_END.sub("", text).strip(" .,;") if is_open else text.strip(" ,;")
        if not name or name in ("-", "–", "—", "/"):
            return None, None
        notes = self._ledger.footnote_refs(item.footnotes)
        inferred = ("actor_refs",) if is_guess else ()
        if contact := contact_in(text):
            return Involvement(contact=contact, printed=text, internal=True, footnote_refs=notes), None
        parts = [clean(part) for part in _SLASH.split(name)]
        is_joint = len(parts) > 1 and min(map(len, parts)) >= _SHORTEST and all(part[0].isupper() for part in parts)
        if not is_joint:
            ref = self.actor(name, subject)
            printed = text if text != name else None
            return Involvement(
                actor_refs=(ref,), printed=printed, inferred=inferred, open_ended=is_open, footnote_refs=notes
            ), None
        refs = tuple(dict.fromkeys(self.actor(part, subject) for part in parts))
        said = message("names with a slash between them were taken as {count} actors named together", count=len(refs))
        doubt = self._ledger.doubt(DoubtCode.SLASH, said, subject, Reading(text, "; ".join(parts), (name,)))
        return Involvement(
            actor_refs=refs, printed=text, inferred=("actor_refs",), open_ended=is_open, footnote_refs=notes
        ), doubt


def contact_in(text: str) -> Contact | None:
    """Return the person, mail address and telephone number in a text, as internal; None where there is none."""
    mail, phone = _MAIL.search(text), _PHONE.search(text)
    if not (mail or phone or _PERSON.search(text)):
        return None
    name = text
    for found in (mail, phone):
        name = name.replace(found[0], "") if found else name
    name = clean(re.sub(r"(?:E-?Mail|Tel(?:efon)?\.?|Fon):?\s*(?=[,;)\s]|$)", "", name)).strip(" ,;:()–-")
    return Contact(
        name=name or None,
        email=mail[0] if mail else None,
        phone=clean(phone[0]).removeprefix("Tel.").removeprefix("Telefon").strip(" :") if phone else None,
        printed=text,
        internal=True,
    )
