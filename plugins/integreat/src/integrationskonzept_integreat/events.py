"""The exporter ``integreat-events``: the calendar that the CMS imports every night."""

from integrationskonzept import Concept, Export
from integrationskonzept.evaluation import corrected_dates
from integrationskonzept_ical import Options, Profile
from integrationskonzept_ical.calendar import export as calendar
from integrationskonzept_integreat.options import EventOptions


def export(concept: Concept, options: EventOptions) -> Export:
    """Return the calendar of the profile ``integreat``, with the events open to users of the app."""
    chosen = Options(profile=Profile.INTEGREAT, kinds=options.kinds, category=options.category, today=options.today)
    public = concept.public()
    return calendar(corrected_dates(public) if options.corrected_dates else public, chosen)
