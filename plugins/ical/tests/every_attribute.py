"""A concept with a record of every class that calendars write."""

from integrationskonzept import Concept
from integrationskonzept.testing import town

DOCUMENT = """
status_scale: [{id: laeuft, title: läuft, neutral: started}, {id: fertig, title: fertig, neutral: done}]
evaluation: {interval_years: 1, start: 2026}
evaluations: [{id: bilanz, title: Bilanz, due: 2027-11}]
horizons: [{id: kurz, title: kurz, maximum_years: 1}, {id: lang, title: lang, maximum_years: 3}]
target_groups: [{id: eltern, title: Eltern}, {id: kinder, title: Kinder}]
meetings: [{id: auftakt, title: Auftakt, date: 2026-05-04}]
actors: [{id: vhs, title: Volkshochschule}, {id: chor, title: Chor}]
groups: [{id: ag, title: AG, field_of_action_ref: sprache}, {id: rat, title: Rat}]
timeline: {years: [2026, 2027], rows: [{id: zeile, title: Zeile, measure_ref: kurs, years: [2026]}]}
overarching:
  activities:
    - id: fest
      title: Fest
      date: 2027-05-01
      start_time: "10:00"
      organisers: [{actor_refs: [], printed: Wer mag}]
  action_days:
    - {id: tag, title: Tag, date: 2027-05-02, discrepancies: [{id: doubt, kind: error, text: Falsch}]}
    - {id: immer, title: Immer, date: --05-03}
fields_of_action:
  - id: sprache
    title: Sprache
    goals: [{id: ziel, text: Ziel, time_frames: [{horizon_ref: kurz}]}]
    measures:
      - id: kurs
        title: Kurs
        target_state: [So soll es sein]
        leads: [vhs, {actor_refs: [], printed: Wer mag}]
        activities: [{id: probe, title: Probe, date: 2027-05-04}]
        steps: [{id: schritt, title: Schritt, due: 2027-06-01}]
        indicators: [{id: zahl, title: Zahl, target: {due: 2028-06-01}, interim_targets: [{value: 3}]}]
      - {id: buch, title: Buch, time_frames: [{horizon_ref: kurz}, {horizon_ref: lang}]}
"""


def every_attribute() -> Concept:
    """Return the concept."""
    return town(DOCUMENT, period="{start: 2026, end: 2029}", edition="{as_of: 2026-01-15}")
