"""Towns, catalogues and files for the tests."""

from collections.abc import Mapping
from pathlib import Path

from integrationskonzept import Concept, testing
from integrationskonzept_integreat import PageOptions
from integrationskonzept_integreat.page import Page
from integrationskonzept_integreat.pages import build_pages

MUNICIPALITY = """
  name: Musterstadt
  address: Rathausplatz 1, 12345 Musterstadt
  email: rathaus@musterstadt.example
  website: www.musterstadt.example"""

DOCUMENT = """\
motto: Zusammen & füreinander
themes: [{id: sprache, title: Sprache}]
offers:
  - id: sprachcafe
    title: Sprachcafé
    theme_ref: sprache
    description: Jeden Dienstag, ohne Anmeldung.
    contacts: [vhs]
    url: www.vhs.example/cafe?tag=dienstag&ort=mitte
  - {id: kleiderkammer, title: Kleiderkammer}
actors:
  - id: vhs
    title: Volkshochschule
    kind: school
    contact: {email: info@vhs.example, phone: "+49 (0)7147 28-0", address: "Hauptstr. 2, 12345 Musterstadt"}
roles:
  - {id: koordination, title: Koordination, actor_ref: vhs, responsibilities: [Hält die Fäden zusammen]}
groups:
  - {id: ag-sprache, number: AG 1, title: Sprache, field_of_action_ref: sprache}
fields_of_action:
  - id: sprache
    title: Sprache und Bildung
    measures:
      - id: abendkurse
        number: "1.1"
        title: Kurse am Abend
        target_state: [Es gibt zwei Kurse am Abend.]
        leads: [vhs]
        indicators: [{id: anzahl, title: Anzahl der Kurse}]
    action_days:
      - {id: muttersprache, title: Tag der Muttersprache, date: --02-21, recurrence: yearly}
"""

ENGLISH = {
    "Integrationskonzept der Stadt Musterstadt": "Integration concept of the town of Musterstadt",
    "Zusammen & füreinander": "Together & for each other",
    "Sprache und Bildung": "Language and education",
    "Kurse am Abend": "Evening courses",
    "Es gibt zwei Kurse am Abend.": "There are two evening courses.",
    "Volkshochschule": "Adult education centre",
    "Sprache": "Language",
    "Sprachcafé": "Language café",
    "Jeden Dienstag, ohne Anmeldung.": "Every Tuesday, no registration.",
    "Tag der Muttersprache": "Mother Language Day",
}


def town(document: str = DOCUMENT) -> Concept:
    """Return the concept of a town that can be reached, in its edition of 2026."""
    period = "{start: 2026, end: 2029}"
    return testing.town(document, municipality=MUNICIPALITY, edition="{as_of: 2026-01-15}", period=period)


EVERY_ATTRIBUTE = """
motto: Zusammen
status_scale: [{id: laeuft, title: läuft, neutral: started}, {id: neu, title: neu, neutral: planned}]
horizons: [{id: kurz, title: kurz}, {id: lang, title: lang}]
themes: [{id: sprache, title: Sprache}, {id: wohnen, title: Wohnen}]
target_groups: [{id: eltern, title: Eltern}, {id: kinder, title: Kinder}]
needs: [{id: kurse, text: Kurse}, {id: raum, text: Räume}]
offers:
  - {id: cafe, title: Café, theme_ref: sprache, opening_times: [{weekdays: [mo]}], contacts: [{actor_refs: [vhs]}]}
  - {id: umzug, title: Umzug, theme_ref: wohnen, contacts: [{actor_refs: [], printed: Wer mag}]}
actors:
  - {id: vhs, title: Volkshochschule, contact: {phone: 07147 28-0}}
  - {id: chor, title: Chor}
roles:
  - {id: leitung, title: Leitung, task_groups: [{id: alles, title: Alles, tasks: [Alles tun]}]}
  - {id: hilfe, title: Hilfe}
interfaces: [{id: treffen, title: Treffen}]
groups: [{id: ag, title: AG, field_of_action_ref: sprache}, {id: rat, title: Rat}]
overarching:
  activities: [{id: fest, title: Fest, date: 2027-05-01, start_time: "10:00"}]
  action_days: [{id: tag, title: Tag, date: 2027-05-02}]
fields_of_action:
  - id: sprache
    title: Sprache
    goals: [{id: ziel, text: Ziel, sub_goals: [{id: teilziel, text: Teilziel}]}]
    measures: [{id: kurs, title: Kurs, time_frames: [{horizon_ref: kurz}], target_state: [So soll es sein]}]
  - {id: wohnen, title: Wohnen}
"""


def every_attribute() -> Concept:
    """Return a concept with a record of every class that pages write."""
    return town(EVERY_ATTRIBUTE)


def catalogue(folder: Path, language: str, translations: Mapping[str, str]) -> Path:
    """Write a catalogue into a folder and return the folder."""
    folder.mkdir(exist_ok=True)
    entries = [f"msgid {_quoted(text)}\nmsgstr {_quoted(said)}\n" for text, said in translations.items()]
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    (folder / f"{language}.po").write_text("\n".join([header, *entries]), "utf-8")
    return folder


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def site(
    file: Path, pages: Mapping[str, int], *, server: str = "https://cms.example", region: str = "musterstadt"
) -> Path:
    """Write a site's file."""
    lines = [f'server = "{server}"', f'region = "{region}"', "[pages]"]
    lines += [f'"{key}" = {number}' for key, number in pages.items()]
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


ABOUT_CONCEPT = PageOptions(about_concept=True)


def pages(concept: Concept, options: PageOptions = ABOUT_CONCEPT) -> dict[tuple[str, str], Page]:
    """Return the pages of a concept by what they are about and by language, also those about the concept."""
    return {(page.key, page.language): page for page in build_pages(concept, options).pages}
