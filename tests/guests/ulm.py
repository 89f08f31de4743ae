"""What the town of Ulm adds: a key of its own, rules, a profile, its concept and an importer of its old lists."""

import csv
from collections.abc import Iterable, Sequence
from typing import Any

import integrationskonzept as ik
from integrationskonzept import Concept, Finding, Hit, InvalidConceptError, Message, Rule, Severity, hookimpl, rule
from integrationskonzept.findings import Place
from integrationskonzept.model import Measure
from integrationskonzept.plugins import BundledConcept, Doubt, Draft, ForeignAttribute, Importer, InputFile, Profile


def said(english: str, german: str) -> Message:
    """Return a sentence in both languages."""
    return Message(template=english, translations={"de": german})


ULM = ("08421000",)
BUDGET_ITEM = ForeignAttribute(
    noun="measure",
    key="x-haushaltsstelle",
    title=said("budget item", "Haushaltsstelle"),
    meaning=said("the item of the town's budget", "die Stelle im Haushalt der Stadt"),
    municipalities=ULM,
)


@rule(
    "ULM001",
    family="ulm",
    title=said("Measure without budget item", "Maßnahme ohne Haushaltsstelle"),
    why=said("The treasury pays only from a budget item.", "Die Kasse zahlt nur aus einer Haushaltsstelle."),
    severity=Severity.WARNING,
    message=said("'{measure}' has no budget item", "„{measure}“ hat keine Haushaltsstelle"),
    hint=said("state it under `x-haushaltsstelle`", "nennen Sie sie unter `x-haushaltsstelle`"),
    municipalities=ULM,
)
def without_budget_item(concept: Concept) -> Iterable[Hit]:
    """Yield the measures without a budget item."""
    for path, measure in concept.records.get(Measure):
        if not measure.extra.get(BUDGET_ITEM.key):
            yield Hit(path, {"measure": measure.display_title})


PROFILE = Profile(name="ulm", title=said("Rules of Ulm", "Regeln der Stadt Ulm"), rules={"ulm": Severity.ERROR})
CONCEPT = BundledConcept(
    name="ulm",
    title=said("Concept of Ulm (made up)", "Konzept der Stadt Ulm (erfunden)"),
    read=lambda: (
        b"""schema: 2
id: ulm
title: Konzept Ulm
municipality: {name: Ulm, ags: "08421000"}
overarching:
  measures:
    - {id: kurse, title: Sprachkurse, x-haushaltsstelle: "5.4400"}
"""
    ),
)
UNREAD = said("this line has no title", "Diese Zeile hat keinen Titel")
NO_LIST = said("the file is no list in UTF-8", "Die Datei ist keine Liste in UTF-8")


def read(file: InputFile, _: Any) -> Draft:
    """Return the measures of a list, in which a line is a budget item and a title."""
    measures, doubts = [], []
    try:
        rows = list(csv.reader(file.content.decode("utf-8").split("\n"), delimiter=";"))
    except (ValueError, csv.Error) as error:
        finding = Finding(code="ULM900", severity=Severity.ERROR, message=NO_LIST, places=(Place(file=file.name),))
        raise InvalidConceptError(str(NO_LIST), [finding]) from error
    for number, row in enumerate(rows, start=1):
        printed, title = ";".join(row), row[1].strip() if len(row) > 1 else ""
        if title:
            extra = {BUDGET_ITEM.key: row[0]} if row[0] else {}
            measures.append({"id": f"zeile-{number}", "title": title, "printed": printed, **extra})
        elif printed.strip():
            doubts.append(Doubt(code="unread", message=UNREAD, place=f"Zeile {number}", quotation=printed))
    data = {"schema": 2, "id": "ulm", "title": file.name, "municipality": {"name": "Ulm", "ags": ULM[0]}}
    return Draft(concept=ik.from_dict({**data, "overarching": {"measures": measures}}), doubts=tuple(doubts))


@hookimpl
def integrationskonzept_attributes() -> Sequence[ForeignAttribute[Any]]:
    return (BUDGET_ITEM,)


@hookimpl
def integrationskonzept_rules() -> Sequence[Rule]:
    return (without_budget_item,)


@hookimpl
def integrationskonzept_profiles() -> Sequence[Profile]:
    return (PROFILE,)


@hookimpl
def integrationskonzept_concepts() -> Sequence[BundledConcept]:
    return (CONCEPT,)


@hookimpl
def integrationskonzept_importers() -> Sequence[Importer]:
    title = said("List of measures of Ulm", "Maßnahmenliste der Stadt Ulm")
    return (Importer(name="ulm-list", title=title, suffixes=(".list",), read=read),)
