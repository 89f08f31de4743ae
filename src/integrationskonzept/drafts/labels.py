"""Labels of documents: which attribute of a measure a wording stands for."""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from integrationskonzept.drafts.attributes import ATTRIBUTES
from integrationskonzept.drafts.layout import DocumentLayout
from integrationskonzept.drafts.notation import clean, without_footnote_marks, without_mark
from integrationskonzept.drafts.questions import asked_attribute
from integrationskonzept.model.synonyms import WORDS, folded, forms, is_slip, meanings

_LONGEST = 70
"""A longer text is no label, unless the layout has it."""
_LONGEST_QUESTION = 110
_SHORTEST = 8
"""A shorter wording is near too many others."""
_NUMBERING = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+|[IVX]+\.\s+")
_BRACKET = re.compile(r"\s*[(\[].*[)\]]\s*$")
_ADDITION = re.compile(
    r"\s+(?:der|des|dieser|für die|zur|von) (?:einzelnen )?"
    r"(?:Maßnahmen?|Projekte?s?|Vorhabens?|Umsetzung|Handlungsfelde?s?)$"
)
_ADJECTIVE = re.compile(
    r"^(?:(?i:geplante[rsn]?|mögliche[rsn]?|voraussichtliche[rsn]?|weitere[rsn]?|interne[rsn]?|externe[rsn]?|angestrebte[rsn]?"
    r"|konkrete[rsn]?|zentrale[rsn]?|wichtige[rsn]?|kurze|zeitliche[rsn]?|finanzielle[rsn]?|personelle[rsn]?|notwendige[rsn]?"
    r"|erforderliche[rsn]?|beteiligte[rsn]?|verantwortliche[rsn]?|relevante[rsn]?|bestehende[rsn]?) )+(?=[A-ZÄÖÜ])"
)
_GENDER = re.compile(r"(?:[*:_/]|/-)(?:innen|in|r|n|en)(?=\W|$)|\(-?(?:innen|in|r|n|en)\)")
_JOINT = re.compile(r"\s*/\s*|\s+(?:und|oder|bzw\.|&|sowie)\s+|\s*[,|&]\s*|\s+[-–]\s+")

_FURTHER = {
    folded(word): attribute
    for words, attribute in {
        "Umsetzung, Vorgehen, Vorgehensweise, Was, Maßnahmeninhalt, Konkretisierung, Erläuterungen": "description",
        "Wer": "leads",
        "Mit wem, Unterstützung durch, Schnittstellen": "partners",
        "Wann, Zeit, Umsetzungszeit, Zeitbedarf, Umsetzungszeitpunkt, Umsetzungshorizont, Zeitfenster": "time_frames",
        "Für wen": "target_groups",
        "Wo, Räumlicher Bezug, Wirkungsbereich": "areas",
        "Ressourcenbedarf, Kosten und Ressourcen, Aufwand, Sachkosten, Personalkosten": "cost",
        "Erfolgsmessung, Messbarkeit, Zielerreichung, Qualitätskriterien": "indicators",
        "Erwartete Wirkung, Wirkung, Wirkungen, Erwartete Ergebnisse, Nutzen, Vision, Zielbild": "target_state",
        "Bisherige Umsetzung, Umsetzungsstatus, Fortschritt": "status",
        "Handlungsempfehlung": "title",
    }.items()
    for word in words.split(",")
}
"""Words of documents that are not keys of a file."""

_ATTRIBUTES_OF_MEANINGS = {
    "fields_of_action": "field_of_action",
    "field_of_action_ref": "field_of_action",
    "measures": "title",
    "themes": "field_of_action",
    "goals": "target_state",
    "goal_refs": "target_state",
    "target_group_refs": "target_groups",
    "status_reports": "status",
    "level_ref": "status",
    "report": "status",
    "schedule": "time_frames",
    "due": "time_frames",
    "period": "time_frames",
    "actors": "partners",
    "organisers": "carriers",
    "challenges": "rationale",
    "needs": "rationale",
    "evaluation": "indicators",
    "groups": "partners",
    "area": "areas",
    "location": "areas",
    "result": "description",
    "text": "description",
    "fund": "funding",
    "staff_fte": "cost",
    "results": "target_state",
}
"""Attributes of other records, and their counterpart at a measure."""

_OWNERS = frozenset(
    ("", "Goal", "FieldOfAction", "StatusEntry", "Funding", "Cost", "Schedule", "HorizonStatement", "Concept")
)
"""Records whose attributes have a counterpart at a measure."""


@frozen
class Label:
    """A wording that stands for an attribute."""

    attribute: str
    printed: str
    """The wording, as printed."""
    is_sure: bool = True
    """Whether the wording is in the layout or the catalogue, rather than similar to one of them."""
    alternatives: tuple[str, ...] = ()
    """Other wordings it may be."""


class Labels:
    """The labels of one document: those of the layout first, then the catalogue."""

    def __init__(self, layout: DocumentLayout) -> None:
        self._layout = layout
        self._own = {folded(label): attribute for label, attribute in layout.labels.items()}
        self._starts = sorted(self._own, key=len, reverse=True)

    @lru_cache(maxsize=4096)  # noqa: B019 - it lives as long as the reading of one document
    def find(self, text: str) -> Label | None:
        """Return the label that a text is as a whole, or None."""
        text = without_footnote_marks(clean(text))[0]
        text = _GENDER.sub("", _NUMBERING.sub("", text)).rstrip(":").strip()
        if not text:
            return None
        if attribute := self._own.get(folded(text)):
            return Label(attribute, text)
        if len(text) > _LONGEST:
            return _question_label(text) if text.endswith("?") and len(text) < _LONGEST_QUESTION else None
        return _known(text) or (_question_label(text) if text.endswith("?") else None) or _similar(text)

    def split(self, text: str) -> tuple[Label, str] | None:
        """Return label and value of a text that begins with a label, or None.

        The label ends at a colon, or at a question mark. In a layout with glued labels it may end without a mark.
        """
        if own := self._own_beginning(text):
            return own
        colon = text.find(":")
        if 0 < colon <= _LONGEST and (label := self.find(text[:colon])) and not text.startswith("//", colon + 1):
            return label, text[colon + 1 :].strip()
        mark = text.find("?")
        if 0 < mark <= _LONGEST_QUESTION and (label := self.find(text[: mark + 1])):
            return label, text[mark + 1 :].strip()
        return self._glued(text) if self._layout.glued else _run_together(text)

    def _own_beginning(self, text: str) -> tuple[Label, str] | None:
        """Return a label of the layout that the text begins with, however it goes on."""
        plain = folded(text[: _LONGEST_QUESTION * 3])
        for start in self._starts:
            if len(start) > 3 and plain.startswith(start):  # noqa: PLR2004 - shorter ones begin words
                end = _end_of(text, start)
                if end is not None:
                    return Label(self._own[start], text[:end].strip(" :")), without_mark(text[end:])
        return None

    def _glued(self, text: str) -> tuple[Label, str] | None:
        for end in _ends_of_words(text):
            label = _known(text[:end])
            rest = without_mark(text[end:])
            if label and rest and not rest[0].islower():
                return Label(label.attribute, text[:end].strip()), rest
        return _run_together(text)


def _ends_of_words(text: str) -> Iterator[int]:
    """Yield the ends of the first words, the longest beginning first."""
    yield from reversed([found.end() for found in re.finditer(r"\S+", text[:_LONGEST])])


_CAMEL = re.compile(r"(?<=[a-zäöüß)])(?=[A-ZÄÖÜ0-9„(])(?!Innen|In\b(?! [A-ZÄÖÜ])|R\b)")


def _run_together(text: str) -> tuple[Label, str] | None:
    """Return the label that runs into its value without a space, as in ``ZielgruppeFamilien``; None elsewhere."""
    for cut in _CAMEL.finditer(text[:_LONGEST]):
        label = _known(text[: cut.start()])
        if label:
            return Label(label.attribute, label.printed, is_sure=False), text[cut.start() :].strip()
    return None


def _end_of(text: str, start: str) -> int | None:
    """Return where the folded beginning `start` ends in `text`, at the end of a word, a question or a sign."""
    for end in range(len(start), min(len(text), 3 * len(start)) + 1):
        if folded(text[:end]) == start and (end == len(text) or not text[end].islower()):
            return end + 1 if text[end : end + 1] in ("?", ":") else end
    return None


def _known(text: str) -> Label | None:
    """Return the label of the catalogue that a wording is, with or without additions."""
    text = text.strip().rstrip(":").strip()
    if not text or text[0].islower():
        return None
    for form in (text, _BRACKET.sub("", text), _ADDITION.sub("", _BRACKET.sub("", text))):
        for wording in dict.fromkeys((form, _ADJECTIVE.sub("", form))):
            attribute = attribute_of(wording)
            if attribute and not (attribute == "title" and wording != form):
                return Label(attribute, text, *_doubt(wording))
    parts = [part for part in _JOINT.split(_BRACKET.sub("", text)) if part]
    found = [attribute_of(_ADJECTIVE.sub("", part)) for part in parts]
    if len(parts) > 1 and found[0] and all(len(part.split()) <= 3 for part in parts):  # noqa: PLR2004 - a sentence has more
        others = tuple(dict.fromkeys(other for other in found[1:] if other and other != found[0]))
        is_sure = not others and None not in found
        return Label(found[0], text, is_sure, others)
    return None


@lru_cache(maxsize=4096)
def attribute_of(word: str) -> str | None:
    """Return the attribute of a measure that a word of the catalogue stands for, or None."""
    if further := _FURTHER.get(folded(word)):
        return further
    for meaning in meanings(word):
        for name in meaning.removeprefix("~").split("+"):
            owner, _, attribute = name.rpartition(".")
            attribute = _ATTRIBUTES_OF_MEANINGS.get(attribute, attribute)
            if owner in ("", "Measure") and attribute in ATTRIBUTES:
                return attribute
    return _attribute_elsewhere(word)


def _attribute_elsewhere(word: str) -> str | None:
    """Return the counterpart of an attribute that only other records have, or None."""
    for meaning in meanings(word):
        owner, _, attribute = meaning.removeprefix("~").split("+")[0].rpartition(".")
        if owner not in _OWNERS:
            continue
        attribute = _ATTRIBUTES_OF_MEANINGS.get(attribute, attribute)
        if attribute in ATTRIBUTES:
            return attribute
    return None


@lru_cache(maxsize=1)
def _catalogue() -> dict[str, Label]:
    """Return the words of the catalogue that stand for an attribute of a measure, by their folded form."""
    words = [word.strip() for line in WORDS for word in line.split(",")]
    found = {word: attribute_of(word) for word in words}
    return {folded(word): Label(attribute, word) for word, attribute in found.items() if attribute}


def _doubt(word: str) -> tuple[bool, tuple[str, ...]]:
    """Return whether a known wording is beyond doubt, and other words it may be."""
    plain = folded(word)
    if plain in _catalogue() or plain in _FURTHER:
        return True, ()
    known = [label for form, label in _catalogue().items() if is_slip(plain, form) and form not in forms(word)]
    return not known, tuple(label.printed for label in known)


def _similar(text: str) -> Label | None:
    """Return the label that a wording is with one typing error, or None."""
    plain = folded(_BRACKET.sub("", text))
    if len(plain) < _SHORTEST or any(char.isdigit() for char in text):
        return None
    for form, known in _catalogue().items():
        if is_slip(plain, form):
            return Label(known.attribute, text, is_sure=False, alternatives=(known.printed,))
    return None


def _question_label(text: str) -> Label | None:
    """Return the label that a question stands for by its first words, or None."""
    attribute = asked_attribute(text)
    return Label(attribute, text, is_sure=False) if attribute else None
