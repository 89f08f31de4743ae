"""A concept with a record of every class that figures show."""

from integrationskonzept import Concept
from integrationskonzept.testing import town

DOCUMENT = """
status_scale: [{id: laeuft, title: läuft, neutral: started}, {id: fertig, title: fertig, neutral: done}]
evaluation: {interval_years: 1, start: 2026}
evaluations: [{id: bilanz, title: Bilanz, due: 2027-11}]
horizons: [{id: kurz, title: kurz, maximum_years: 1}, {id: lang, title: lang, maximum_years: 3}]
actors: [{id: vhs, title: Volkshochschule}, {id: chor, title: Chor}]
timeline: {years: [2026, 2027], rows: [{id: zeile, title: Zeile, measure_ref: kurs, years: [2026]}]}
overarching: {measures: [{id: fest, title: Fest, time_frames: [kurz]}]}
fields_of_action:
  - id: sprache
    title: Sprache
    measures:
      - id: kurs
        title: Kurs
        leads: [vhs]
        status_reports: [{as_of: 2026-03, level_ref: laeuft}]
        indicators:
          - id: zahl
            title: Zahl
            kind: count
            baseline: {as_of: 2025, value: 1}
            target: {due: 2028-06-01, value: 9}
            observations: [{as_of: 2026, value: 3}]
      - {id: buch, title: Buch, time_frames: [{horizon_ref: lang}]}
"""


def every_attribute() -> Concept:
    """Return the concept."""
    return town(DOCUMENT, period="{start: 2026, end: 2029}", edition="{as_of: 2026-01-15}")
