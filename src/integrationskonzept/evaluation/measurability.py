"""Measurability of indicators as they are written, with what is lacking."""

import re
from collections.abc import Iterator

from attrs import frozen

from integrationskonzept.evaluation.answer import Answer, cannot_be_said, no, yes
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.indicator import Indicator, IndicatorKind, Target
from integrationskonzept.model.observation import Observation

YES_OR_NO = frozenset({IndicatorKind.MILESTONE, IndicatorKind.DOCUMENT, IndicatorKind.QUALITATIVE})
"""Kinds whose value is no number."""
COUNTED = frozenset({IndicatorKind.COUNT, IndicatorKind.SHARE, IndicatorKind.AMOUNT, IndicatorKind.GAP})
"""Kinds whose value is a number with a unit."""
OF_PEOPLE = frozenset({IndicatorKind.SHARE, IndicatorKind.GAP, IndicatorKind.DISTRIBUTION})
"""Kinds whose value is about a population."""
TWO_GROUPS = 2
"""Number of groups that a gap lies between."""

_TWO_WORDS = re.compile(r"\w{3}\s*/\s*[A-ZÄÖÜ]\w{2}")  # Mannschaften/ Teilnehmenden, but not Teilnehmer/innen
_TWO_COUNTED = re.compile(  # Anzahl der Kurse und der Teilnehmenden
    r"(?:An)?[Zz]ahl\b.*?\w{3}\s+(?:und|sowie)\s+(?:der|die|von)\s+\w"
)
_NOUN_OF_DOING = re.compile(
    r"(?:Auf-\s*und\s*)?(?:Aufbau|Ausbau|Ausweitung|Bereitstellung|Durchführung|Einführung|Einrichtung|Entwicklung"
    r"|Erarbeitung|Erstellung|Etablierung|Förderung|Gründung|Organisation|Schaffung|Umsetzung|Verstetigung)\b"
)
_ENDINGS = ("en", "ern", "eln")
_INFINITIVE = re.compile(rf"\b[a-zäöüß]{{3,}}(?:{'|'.join(_ENDINGS)})$")
_NO_INFINITIVE = re.compile(
    r"\b(?:werden|worden|wurden|haben|hatten|sein|können|sollen|müssen|bestehen|liegen)$"  # a state
    r"|,\s*(?:die|der|das|welche)\b[^,]*$"  # Geflüchtete, die einer Arbeit nachgehen
    r"|\b(?:hat|haben|hatten|ist|sind|wird|wurden?)\b"  # haben sich angeglichen
    r"|^(?:Anzahl|Zahl|Anteil|Quote)\b"
    r"|^(?:Wie|Ob|Was|Wer|Welche[mnrs]?)\b"  # a question: Wie Gäste das Café erleben
)


@frozen(kw_only=True, repr=False)
class Measurability(Describable):
    """Whether an indicator can be measured as it is written."""

    address: str
    title: str
    answer: Answer
    """Yes: value and success can be found. No: nobody can find one value. Cannot be said: something is not stated."""
    lacking: tuple[Message, ...] = ()
    """What is not stated, or what makes a single value impossible, the graver first."""

    def text(self, language: str = "en") -> str:
        """Return the title and the answer with its reason."""
        return f"{self.title}: {self.answer.text(language)}"


def measurability_of(indicator: Indicator) -> Measurability:
    """Return whether an indicator can be measured as it is written.

    No, if its wording or its kind allows no single value: it names a task or two quantities, is a gap without its two
    groups, a scale without steps, or an index without questions. It cannot be said, if something that is needed to
    find its value, or to judge it, is not stated; the wording of a qualitative state is left to people.
    """
    grave, lacking = list(_impossible(indicator)), list(_not_stated(indicator))
    if grave:
        answer = no(value_message(tuple(grave)))
    elif lacking:
        answer = cannot_be_said(message("not stated: {lacking}", lacking=value_message(tuple(lacking))))
    elif indicator.kind is IndicatorKind.QUALITATIVE:
        answer = cannot_be_said(message("a state in words; people have to judge it"))
    else:
        answer = yes(message("everything needed to find its value and to judge it is stated"))
    title, everything = indicator.display_title, (*grave, *lacking)
    return Measurability(address=indicator.address, title=title, answer=answer, lacking=everything)


def measurabilities(concept: Concept) -> tuple[Measurability, ...]:
    """Return whether each indicator of a concept can be measured as it is written, in document order."""
    return tuple(map(measurability_of, concept.indicators))


def _impossible(indicator: Indicator) -> Iterator[Message]:
    if is_task(indicator):
        yield message("it names a task, not something to be found")
    if names_two_quantities(indicator):
        yield message("it names two quantities")
    if indicator.kind is IndicatorKind.GAP and len(indicator.compares) != TWO_GROUPS:
        yield message("a gap lies between two groups, which are not stated")
    if indicator.kind is IndicatorKind.SCALE and not indicator.scale:
        yield message("the steps of its scale are not stated")
    if indicator.kind is IndicatorKind.INDEX and not (indicator.questions or indicator.definition):
        yield message("neither the questions nor the definition of the index are stated")


def _not_stated(indicator: Indicator) -> Iterator[Message]:
    if indicator.kind is None:
        yield message("its kind")
    if indicator.kind in COUNTED and not indicator.unit:
        yield message("the unit")
    if indicator.kind in OF_PEOPLE and not indicator.population:
        yield message("the population")
    if not indicator.data_source:
        yield message("the data source")
    if not indicator.collection_frequency:
        yield message("how often it is collected")
    if is_numeric(indicator) and lacks_baseline(indicator):
        yield message("a value to begin with")
    if lacks_target(indicator):
        yield message("the target")
    elif not any(target.due for target in (indicator.target, *indicator.interim_targets) if target):
        yield message("a date by which the target is to be met")


def states_value(stated: Target | Observation | None) -> bool:
    """Return whether a target or observation holds a value of any kind; 0 and no are values."""
    if stated is None:
        return False
    values = (stated.value, stated.minimum, stated.maximum, stated.reached, stated.text)
    return any(value is not None for value in values)


def is_numeric(indicator: Indicator) -> bool:
    """Return whether the value of an indicator is a number, or may be one."""
    return indicator.kind not in YES_OR_NO


def lacks_baseline(indicator: Indicator) -> bool:
    """Return whether there is no baseline, nor an observed value that can replace it."""
    return not (states_value(indicator.baseline) or any(map(states_value, indicator.observations)))


def lacks_target(indicator: Indicator) -> bool:
    """Return whether neither a target nor an interim target is stated."""
    return not (states_value(indicator.target) or any(map(states_value, indicator.interim_targets)))


def names_two_quantities(indicator: Indicator) -> bool:
    """Return whether the title of an indicator names two quantities, such as courses and participants."""
    title = indicator.title or ""
    two_words = "/" in title and _TWO_WORDS.search(title)
    return bool(";" in title or two_words or (("und" in title or "sowie" in title) and _TWO_COUNTED.match(title)))


def is_task(indicator: Indicator) -> bool:
    """Return whether an indicator names something to be done, unless it asks whether it is there."""
    return _names_doing((indicator.title or "").strip()) and not _has_answer(indicator)


def _names_doing(title: str) -> bool:
    if _NOUN_OF_DOING.match(title):
        return True
    ends_like_one = title.endswith(_ENDINGS) and _INFINITIVE.search(title.rsplit(maxsplit=1)[-1])
    return bool(ends_like_one) and not _NO_INFINITIVE.search(title)


def _has_answer(indicator: Indicator) -> bool:
    return indicator.kind in YES_OR_NO and indicator.target is not None and indicator.target.reached is not None
