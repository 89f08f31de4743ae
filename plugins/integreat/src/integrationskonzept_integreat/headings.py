"""Headings of the pages."""

from collections.abc import Mapping

OF_PAGES = "integreat-pages"
"""Prefix of the places of headings in catalogues: ``integreat-pages#measures``."""

HEADINGS: Mapping[str, tuple[str, str]] = {
    "about_offers": ("Existing offers", "Bestehende Angebote"),
    "about_overarching": ("Across all fields of action", "Übergreifend"),
    "about_action_days": ("Action days", "Aktionstage"),
    "about_roles": ("Who does what", "Wer macht was"),
    "achievements": ("Reached so far", "Bereits erreicht"),
    "activities": ("Possible activities", "Mögliche Aktivitäten"),
    "address": ("Address", "Adresse"),
    "as_of": ("As of", "Stand"),
    "contact": ("Contact", "Kontakt"),
    "current_state": ("Where we start", "Ausgangslage"),
    "email": ("E-mail", "E-Mail"),
    "field_of_action": ("Field of action", "Handlungsfeld"),
    "fields_of_action": ("Fields of action", "Handlungsfelder"),
    "for_whom": ("For", "Für"),
    "goals": ("Goals", "Ziele"),
    "groups": ("Working groups", "Arbeitsgruppen"),
    "interfaces": ("Where work meets", "Schnittstellen"),
    "internet": ("Internet", "Internet"),
    "lead": ("Responsible", "Verantwortlich"),
    "location": ("Place", "Ort"),
    "measures": ("Measures", "Maßnahmen"),
    "members": ("Members", "Mitglieder"),
    "needs_decision": ("Not decided on yet", "Noch nicht beschlossen"),
    "organisers": ("Organised by", "Veranstaltet von"),
    "other_offers": ("Further offers", "Weitere Angebote"),
    "partners": ("Together with", "Gemeinsam mit"),
    "period": ("Period", "Laufzeit"),
    "phone": ("Phone", "Telefon"),
    "possible": ("Only a possibility, not decided on", "Nur eine Möglichkeit, nicht beschlossen"),
    "rationale": ("Why", "Warum"),
    "responsibilities": ("Responsible for", "Zuständig für"),
    "target_state": ("What we want to reach", "Was wir erreichen wollen"),
    "tasks": ("Tasks", "Aufgaben"),
    "time_frames": ("Time frame", "Zeitrahmen"),
    "untitled": ("(untitled)", "(ohne Titel)"),
    "when": ("When", "Wann"),
}
"""Every heading in English and in German, by the name that templates use."""

LANGUAGES = ("en", "de")
"""Languages of the headings, in this order; catalogues translate them into others."""


def heading(name: str, language: str) -> str:
    """Return a heading in German or English."""
    return HEADINGS[name][LANGUAGES.index(language)]
