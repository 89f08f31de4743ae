"""Headings of the pages.

They are shipped in the languages that regions of Integreat usually have, as catalogues in the folder `locale`. A
town's own catalogue can give others, at the places ``integreat-pages#contact``.
"""

from collections.abc import Mapping

from integrationskonzept import Message
from integrationskonzept.translation import locale_of
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.language import primary_of

OF_PAGES = "integreat-pages"
"""Prefix of the places of headings in catalogues: ``integreat-pages#measures``."""

HEADINGS: Mapping[str, Message] = {
    "about_start": message("Welcome"),
    "about_offers": message("Existing offers"),
    "about_activities": message("Courses and dates"),
    "about_action_days": message("Action days"),
    "about_concept": message("About the integration concept"),
    "about_overarching": message("Across all fields of action"),
    "about_roles": message("Who does what"),
    "achievements": message("Reached so far"),
    "activities": message("Possible activities"),
    "address": message("Address"),
    "as_of": message("As of"),
    "contact": message("Contact"),
    "current_state": message("Where we start"),
    "email": message("E-mail"),
    "fee": message("Cost"),
    "field_of_action": message("Field of action"),
    "fields_of_action": message("Fields of action"),
    "for_whom": message("For"),
    "goals": message("Goals"),
    "groups": message("Working groups"),
    "interfaces": message("Where work meets"),
    "internet": message("Internet"),
    "languages": message("Languages"),
    "lead": message("Responsible"),
    "location": message("Place"),
    "measures": message("Measures"),
    "members": message("Members"),
    "needs_decision": message("Not decided on yet"),
    "opening_times": message("Opening hours"),
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


def heading(name: str, language: str) -> str | None:
    """Return a heading in a language, or in the one it is a variety of; None if it is shipped in neither."""
    locale = locale_of(language)
    for known in dict.fromkeys((language, primary_of(language), locale.language if locale else "")):
        if known and HEADINGS[name].is_translated(known):
            return HEADINGS[name].text(known)
    return None
