"""Headings of the pages."""

from collections.abc import Mapping

from integrationskonzept import Message
from integrationskonzept_integreat.i18n import message

OF_PAGES = "integreat-pages"
"""Prefix of the places of headings in catalogues: ``integreat-pages#measures``."""

HEADINGS: Mapping[str, Message] = {
    "about_offers": message("Existing offers"),
    "about_overarching": message("Across all fields of action"),
    "about_action_days": message("Action days"),
    "about_roles": message("Who does what"),
    "achievements": message("Reached so far"),
    "activities": message("Possible activities"),
    "address": message("Address"),
    "as_of": message("As of"),
    "contact": message("Contact"),
    "current_state": message("Where we start"),
    "email": message("E-mail"),
    "field_of_action": message("Field of action"),
    "fields_of_action": message("Fields of action"),
    "for_whom": message("For"),
    "goals": message("Goals"),
    "groups": message("Working groups"),
    "interfaces": message("Where work meets"),
    "internet": message("Internet"),
    "lead": message("Responsible"),
    "location": message("Place"),
    "measures": message("Measures"),
    "members": message("Members"),
    "needs_decision": message("Not decided on yet"),
    "organisers": message("Organised by"),
    "other_offers": message("Further offers"),
    "partners": message("Together with"),
    "period": message("Period"),
    "phone": message("Phone"),
    "possible": message("Only a possibility, not decided on"),
    "rationale": message("Why"),
    "responsibilities": message("Responsible for"),
    "target_state": message("What we want to reach"),
    "tasks": message("Tasks"),
    "time_frames": message("Time frame"),
    "untitled": message("(untitled)"),
    "when": message("When"),
}
"""Every heading by the name that templates use."""


def heading(name: str, language: str) -> str:
    """Return a heading in a language of the library, or in English."""
    return HEADINGS[name].text(language)
