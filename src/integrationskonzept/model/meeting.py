"""Meetings and other events of participation."""

from datetime import time
from typing import ClassVar

from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.annotations import Count
from integrationskonzept.model.element import Element, Statement
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


@record
class Meeting(Element):
    """Treffen: an event of participation in the making or implementation of the concept."""

    noun: ClassVar[str] = "meeting"

    title: str
    """Bezeichnung."""
    ordinal: Count | None = None
    """Zählung, as printed, such as 3 for "3. Netzwerktreffen"."""
    date: PartialDate | None = None
    """Datum; not stated when not given."""
    end_date: PartialDate | None = None
    """Letzter Tag, for more than one day."""
    start_time: time | None = None
    """Beginn, local time at the municipality."""
    end_time: time | None = None
    """Ende, local time at the municipality."""
    location: str | None = None
    """Ort."""
    organisers: tuple[Involvement, ...] = ()
    """Veranstalter."""
    invited: tuple[str, ...] = ()
    """Eingeladene, by group or person as printed."""
    participants: tuple[str, ...] = ()
    """Teilnehmende, by group as printed."""
    participant_count: Count | None = None
    """Zahl der Teilnehmenden."""
    approximate: bool = False
    """Ungefähr: the number of participants is approximate ("rund 80")."""
    purpose: str | None = None
    """Anlass."""
    results: tuple[Statement, ...] = ()
    """Ergebnisse."""
