"""German synonyms of the model's attributes, as towns use them in headings and keys.

`WORDS` is the table. It serves the reader of files for unknown keys, and the readers of tables and
documents.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

WORDS: Mapping[str, str] = {
    # names and numbers
    "Bezeichnung, Titel, Überschrift, Benennung, Name, Name der Maßnahme, Maßnahmentitel, Projekttitel, Projektname":
        "title, name, Illustration.caption, BreakdownPart.category, ~Goal.text, ~Need.text, ~Achievement.text,"
        " ~Challenge.text, ~PreviousGoal.text, ~Footnote.text",
    "Kurzbezeichnung, Kurzname, Kurzform, Abkürzung, Kürzel": "short_title, ~id",
    "Alias, Synonyme, andere Bezeichnungen, weitere Namen": "aliases",
    "Nr, Nummer, Laufende Nummer, Lfd Nr, Ziffer, Maßnahmennummer, Kennziffer": "number, Meeting.ordinal",
    "Schlüssel, Identifikator": "id",
    "Art, Typ, Maßnahmentyp, Art der Maßnahme, Maßnahmenart, Projekttyp": "kind, ~BreakdownPart.category",
    "Kategorie": "BreakdownPart.category, kind",
    # descriptions
    "Beschreibung, Kurzbeschreibung, Inhalt, Inhalte, Erläuterung, Maßnahmenbeschreibung, Projektbeschreibung":
        "description, ~definition, ~text",
    "Begründung, Hintergrund, Notwendigkeit": "rationale, StatusEntry.status_reason, reason",
    "Anlass": "Meeting.purpose, rationale",
    "Anmerkung, Bemerkung, Hinweis, Notiz, Kommentar, Sonstiges": "note",
    "Wortlaut, Originaltext, Originalwortlaut": "printed",
    "Ist-Zustand, Ist-Situation, Ist-Stand, Ist, Bestand, Bestandsaufnahme, Ausgangslage, Ausgangssituation":
        "current_state, ~Indicator.baseline, ~Concept.offers+figures",
    "Sachstand, Aktueller Stand, Derzeitiger Stand": "current_state, StatusEntry.report, as_of",
    "Soll-Zustand, Soll-Situation, Soll, Zielzustand, Zielsetzung, Zielvorgabe, Zielbeschreibung, Leitziel,"
    " Wirkungsziel":
        "target_state, Indicator.target, Target.text, ~goals",
    "Teilziel": "Goal.sub_goals, target_state, ~goals, ~Indicator.interim_targets",
    "Ziel, Ziele": "goals, Measure.target_state+goal_refs, Goal.sub_goals+goal_refs, Indicator.target+goal_refs,"
        " PreviousGoal.goal_refs",
    "Zielbezug, Beitrag zu Zielen": "goal_refs",
    "Herausforderung, Problemlage": "challenges, challenge_refs",
    "Bedarf, Bedarfslage, Handlungsbedarf": "needs, need_refs",
    # time
    "Frist, Fälligkeit, Fällig, Fällig am, Deadline, Zieltermin, Endtermin, Bis wann, Umsetzung bis, Erledigung bis":
        "due, end, Recurrence.until, ~Measure.schedule+time_frames, ~Goal.time_frames, ~Schedule.planned",
    "Termin": "date, due, ~Measure.schedule+activities, ~Goal.time_frames, ~FieldOfAction.activities+action_days,"
        " ~Overarching.activities+action_days, ~Concept.meetings, ~Schedule.planned",
    "Beginn, Start, Anfang, Startdatum, Starttermin, Projektbeginn, Projektstart, Umsetzungsbeginn":
        "start, ~Activity.date+start_time, ~ActionDay.date+start_time, ~Meeting.date+start_time, ~Measure.schedule,"
        " ~Schedule.planned, ~Goal.time_frames, ~Concept.period, ~Funding.period",
    "Ende, Enddatum, Projektende, Laufzeitende, Abschluss": "end, Recurrence.until, ~Activity.end_date+end_time,"
        " ~ActionDay.end_date+end_time, ~Meeting.end_date+end_time, ~Measure.schedule, ~Schedule.planned,"
        " ~Goal.time_frames, ~Concept.period, ~Funding.period, ~Step.due+done_on",
    "Zeitraum, Laufzeit, Umsetzungszeitraum, Durchführungszeitraum, Projektlaufzeit": "period, Schedule.planned,"
        " Goal.time_frames, Measure.time_frames+schedule",
    "Dauer": "Schedule.duration_months, ~Concept.period, Goal.time_frames,"
        " Measure.time_frames+schedule, ~Funding.period",
    "Zeitrahmen, Zeithorizont, Fristigkeit, Zeitliche Umsetzung": "HorizonStatement.horizon_ref, time_frames, horizons",
    "Zeitplan, Zeitschiene, Terminplan, Zeitplanung": "timeline, Goal.time_frames, Measure.time_frames+schedule",
    "Wirkzeitraum, Wirkungszeitraum": "effect_time_frame",
    "Datum, Tag": "date, as_of, due, ~Measure.schedule",
    "Uhrzeit": "start_time",
    "Turnus, Rhythmus, Häufigkeit, Wiederholung, Erhebungsrhythmus": "recurrence, frequency, collection_frequency,"
        " ~EvaluationRule.interval_years",
    "Jahr": "year, ~Timeline.years, ~as_of, ~due, ~date",
    "Meilenstein, Arbeitsschritte, Schritte, Arbeitspakete, Umsetzungsschritte, Nächste Schritte, Teilschritte":
        "steps, Step.milestone",
    # people
    "Federführung, Verantwortlich, Verantwortliche, Verantwortlicher, Verantwortliche Stelle, Verantwortung,"
    " Verantwortlichkeit, Zuständig, Zuständige, Zuständigkeit, Zuständige Stelle, Projektleitung, Treiber,"
    " Hauptverantwortung, Koordination, Leitung": "leads, evaluated_by, reported_by, Indicator.collected_by,"
        " Activity.organisers,"
        " ActionDay.organisers, Meeting.organisers, Role.actor_ref, ~Offer.contacts, ~Involvement.actor_refs",
    "Beteiligte, Akteure, Kooperation, Kooperationspartner, Partner, Mitwirkende, Netzwerkpartner, Mitwirkung":
        "partners, actors, Involvement.actor_refs, Group.members, Meeting.participants, Interface.between,"
        " ~Activity.organisers,"
        " ~ActionDay.organisers",
    "Akteur": "actor_ref, actor_refs, actors, partners",
    "Ansprechpartner, Ansprechpartnerin, Ansprechperson, Kontakt, Kontaktperson, Kontaktdaten": "contacts, contact",
    "Träger, Trägerschaft, Maßnahmenträger, Projektträger": "carriers, ~Activity.organisers, ~ActionDay.organisers",
    "Veranstalter, Ausrichter, Organisator, Gastgeber": "organisers",
    "Teilnehmende, Teilnehmer": "participants, ~Indicator.observations",
    "Teilnehmerzahl, Anzahl der Teilnehmenden": "participant_count",
    "Zielgruppe, Adressaten, Zielpersonen": "target_groups, target_group_refs, ~Indicator.population",
    "Netzwerk": "networks",
    "Arbeitsgruppe, AG, Arbeitskreis": "groups, group_ref, group_refs, ~Measure.steering_group_ref",
    "Begleitgremium, Lenkungsgruppe, Steuerungsgruppe": "steering_group_ref, ~Concept.groups",
    "Gremium": "body, ~reporting_bodies, ~steering_group_ref",
    "Rolle, Funktion": "role",
    "Mitglied": "members",
    "Autor, Verfasser": "authors, author",
    # money
    "Kosten, Budget, Kostenrahmen, Ausgaben, Finanzbedarf, Mittelbedarf, Gesamtkosten, Kostenschätzung,"
    " Finanzielle Auswirkungen": "cost, Cost.total, ~YearlyCost.planned, ~Funding.planned, ~Amount.value",
    "Finanzierung, Förderung, Finanzierungsquelle, Fördermittel, Zuschuss, Zuschüsse, Drittmittel":
        "funding, Funding.fund, ~Cost.counter_funding",
    "Förderprogramm, Fördertopf": "fund, funding",
    "Ressourcen": "Measure.cost+funding, ~Cost.total+staff_fte",
    "Personalbedarf, Stellen, Stellenanteil, Vollzeitäquivalente, VZÄ": "staff_fte",
    "Haushaltsstelle, Kostenstelle, Produktsachkonto": "budget_item",
    "Betrag, Summe": "Amount.value, ~Cost.total, ~Funding.planned+granted, ~YearlyCost.planned",
    # progress
    "Stand": "as_of, status_reports, ~Concept.edition",
    "Status, Umsetzungsstand, Bearbeitungsstand, Umsetzungsstatus": "status_reports, level_ref",
    "Kurzbericht, Bericht": "report",
    "Ausblick": "outlook",
    "Fortschritt, Umsetzungsgrad, Erfüllungsgrad": "completion",
    "Hindernisse, Hemmnisse, Schwierigkeiten, Probleme, Stolpersteine": "obstacles",
    "Risiko, Risiken": "risks",
    "Priorität, Prio, Dringlichkeit, Wichtigkeit": "priority",
    "Verbindlichkeit": "commitment",
    "Beschluss, Beschlüsse, Beschlusslage": "decisions, ~Concept.edition",
    "Voraussetzungen, Abhängigkeiten": "requires",
    "Ergebnis, Ergebnisse": "results, result, ~StatusEntry.report",
    "Gute Beispiele, Best Practice, Praxisbeispiele": "examples",
    # indicators
    "Indikator, Kennzahl, Messgröße, Erfolgsindikator, Erfolgskriterien, Erfolgskriterium, Erfolgskontrolle":
        "indicators, ~Concept.figures",
    "Monitoring": "indicators, Concept.evaluation",
    "Evaluierung": "evaluation, evaluations, ~indicators",
    "Wert": "value, ~Indicator.baseline+observations, ~Cost.total",
    "Messwert, Istwert": "observations, value",
    "Zielwert, Sollwert, Zielgröße": "target, Target.value",
    "Ausgangswert, Basiswert, Startwert": "baseline",
    "Einheit, Maßeinheit": "unit",
    "Grundgesamtheit, Bezugsgruppe": "population",
    # parts of a concept
    "Handlungsfeld, Aktionsfeld, Handlungsbereich": "fields_of_action, field_of_action_ref, ~FieldOfAction.sub_fields",
    "Themenfeld, Themenbereich": "themes, theme_ref",
    "Maßnahme, Projekt, Vorhaben": "measures, measure_ref, measure_refs, ~Measure.sub_measures",
    "Teilmaßnahme, Teilprojekt, Einzelmaßnahme, Unterprojekt": "sub_measures, ~measures",
    "Verwandte Maßnahmen, Verknüpfte Maßnahmen, Synergien": "related_measure_refs",
    "Aktivität, Veranstaltung": "activities, ~Concept.meetings",
    "Aktionstag": "action_days",
    "Angebot": "offers, offer_refs",
    "Querschnittsthema, Querschnittsziel": "cross_cutting_themes",
    "Fassung, Ausgabe, Auflage, Fortschreibung": "edition",
    "Glossar": "terms",
    "Kapitel, Abschnitt": "section_ref, sections",
    "Literatur, Literaturverzeichnis, Quellenverzeichnis": "references, reference_refs, ~sources",
    "Quelle, Quellenangabe, Fundstelle, Beleg, Nachweis":
        "Citation.reference_ref, Indicator.sources+data_source, sources",
    "Seite, Seitenzahl": "page, ~sources",
    # places and addresses
    "Gemeinde, Stadt, Kommune, Gebietskörperschaft": "municipality, Municipality.name",
    "Kreis, Landkreis": "district",
    "Bundesland": "state",
    "Gemeindeschlüssel, Amtlicher Gemeindeschlüssel, AGS": "ags",
    "Ort, Veranstaltungsort, Standort": "location, ~areas, ~Figure.area, ~address",
    "Gebiet, Stadtteil, Quartier, Ortsteil, Sozialraum": "areas, area, ~location",
    "Anschrift, Adresse": "address, ~location",
    "Telefon, Tel, Telefonnummer, Rufnummer": "phone",
    "E-Mail, Mail, Mailadresse, E-Mail-Adresse": "email",
    "Internet, Webseite, Homepage, Internetseite, Link, Webadresse": "website, url",
}  # fmt: skip
"""Words, separated by commas, and their meanings, the best one first.

A meaning is an attribute of any record, or of one class (``Measure.cost``); meanings joined by
``+`` are equally good. The attribute after ``~`` does not mean the same but holds such content.
"""

_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_SPELT_OUT = re.compile("([aou])e")
_ENDINGS = ("innen", "in", "en", "er", "es", "em", "e", "n", "s")
_SHORTEST = 3


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Return a word without differences of spelling: case, umlauts, spaces, hyphens, doubled letters."""
    plain = _SPELT_OUT.sub(r"\1", word.casefold().translate(_UMLAUTS))
    return re.sub(r"(.)\1", r"\1", re.sub(r"[^a-z0-9]", "", plain))


@lru_cache(maxsize=8192)
def forms(word: str) -> tuple[str, ...]:
    """Return a word, folded, with and without its ending of plural, case or feminine form."""
    plain = folded(word)
    cut = {plain.removesuffix(ending) for ending in _ENDINGS}
    return tuple(sorted({plain, *(form for form in cut if len(form) >= _SHORTEST)}))


def by_form(words: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the meanings of words by the folded word, and by its other forms; the first of equal forms counts."""
    exact: dict[str, str] = {}
    others: dict[str, str] = {}
    for word, meant in words.items():
        exact.setdefault(folded(word), meant)
        for form in forms(word):
            others.setdefault(form, meant)
    return exact, others


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    return by_form({word: meant for words, meant in WORDS.items() for word in words.split(",")})


def meanings(word: str) -> tuple[str, ...]:
    """Return the meanings of a German word in the notation of `WORDS`, the best first; empty for an unknown word."""
    exact, others = _table()
    found = exact.get(folded(word)) or next((others[form] for form in forms(word) if form in others), "")
    return tuple(meaning.strip() for meaning in found.split(",") if meaning)


def is_slip(word: str, meant: str) -> bool:
    """Return whether `word` is `meant` with one typing error: a letter added, missing or wrong, or two swapped."""
    if abs(len(word) - len(meant)) > 1 or min(len(word), len(meant)) <= _SHORTEST:
        return False
    same = next((at for at, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), None)
    if same is None:
        return word != meant
    left, right = word[same:], meant[same:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )
