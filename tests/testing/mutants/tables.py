"""A good table, and bad ones."""

import uuid
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve

from integrationskonzept import Concept
from integrationskonzept.plugins import Column, ColumnType, Table, table_of
from integrationskonzept.testing.table_contract import table_suite
from tests.testing.mutants.mutant import ENGLISH, TITLE, Mutant

MEASURES = table_of(
    "own_measures",
    TITLE,
    lambda concept: concept.measures,
    (
        Column(name="title", type=ColumnType.STRING, description=TITLE, value=lambda one: one.title or None),
        Column(name="goals", type=ColumnType.INTEGER, description=TITLE, value=lambda one: len(one.goal_refs)),
    ),
)

seen: dict[str, Concept] = {}


def with_titles(titles: Callable[[Concept], list[Any]]) -> Table:
    def fill(concept: Concept) -> Mapping[str, list[Any]]:
        found = titles(concept)
        return {"concept": [concept.id] * len(found), "title": found, "goals": [None] * len(found)}

    return evolve(MEASURES, fill=fill)


def shuffled(concept: Concept) -> Mapping[str, list[Any]]:
    found = list({measure.display_title for measure in concept.measures})
    return {"concept": [concept.id] * len(found), "title": found, "goals": [None] * len(found)}


def forcing(concept: Concept) -> list[Any]:
    object.__setattr__(concept, "title", concept.title + "!")
    return []


def named(name: str) -> Table:
    table = evolve(MEASURES)
    object.__setattr__(table, "name", name)  # whatever a table checks itself
    return table


def bad(sentence: str, test: str, said: str, table: Table) -> Mutant:
    return Mutant(sentence, test, said, lambda: table_suite(table))


COLUMNS = "The announced columns are filled, with equal lengths and values of their types."
GERMAN = "Title and the description of every column exist in German and English."
TOLD = "it can be told in every language"
HOST = "A host accepts it: a name that is safe as a file's, the concept's id first, and no column twice."
TITLES, GOALS = MEASURES.columns[1:]

MUTANTS = (
    bad(COLUMNS, "its columns are what it announces", "expected the columns concept, title, goals; got 'z'",
        evolve(MEASURES, fill=lambda _: {"z": [1]})),
    bad(COLUMNS, "its columns are what it announces", "expected as many values in every column", evolve(
        MEASURES, fill=lambda one: {"concept": [one.id], "title": [], "goals": []})),
    bad(COLUMNS, "its columns are what it announces", "expected string or None in title, row 1; got 5",
        with_titles(lambda _: [5])),
    bad("The concept's id is in every row.", "its columns are what it announces", "expected the concept's id",
        evolve(MEASURES, fill=lambda _: {"concept": ["x"], "title": [None], "goals": [None]})),
    bad("An unknown value is None, not an empty text.", "an unknown value is none", "a cell of title is an empty text",
        with_titles(lambda _: [""])),
    bad("Any concept fills it: any level may be missing, and references may lead nowhere.",
        "it is filled from any concept", "IndexError", with_titles(lambda one: [one.measures[0].title])),
    bad("Hostile texts are values like any others.", "it survives hostile texts", "ValueError",
        with_titles(lambda one: [(1 // (len(one.title) < 9000)) and None] if one.title.isprintable() else [int("x")])),
    bad("An empty concept fills it, and one of 2,000 measures.", "it is filled from nothing and very much",
        "ZeroDivisionError", with_titles(lambda one: [str(1 // len(one.measures))])),
    bad("The same concept gives the same rows, in the same order.", "the same concept gives the same rows",
        "two tables of one concept differ", with_titles(lambda _: [uuid.uuid4().hex])),
    bad("The rows do not depend on the clock or the time zone.",
        "it gives the same rows at any time and in any time zone", "it reads the clock: today",
        with_titles(lambda _: [str(date.today())])),  # noqa: DTZ011 - that is its fault
    bad("The rows do not depend on locale, current folder, environment or the order of sets, in a new process.",
        "it gives the same rows on another machine", "the order of a set shows", evolve(MEASURES, fill=shuffled)),
    bad("The concept is left as it is.", "it leaves the concept as it is", "filling the table changed the concept",
        with_titles(forcing)),
    bad("No network, no other program and no files are used.", "it uses no network no other program and no files",
        "reads a file", with_titles(lambda _: [Path("/etc/hostname").read_text(encoding="utf-8")])),
    bad("Nothing internal is in a table of the public view.", "what is internal stays inside",
        "the column title tells what is internal", with_titles(
            lambda one: [measure.title for measure in seen.setdefault(one.id, one).measures])),
    bad(GERMAN, TOLD, "its title is not told in German", evolve(MEASURES, title=ENGLISH)),
    bad(GERMAN, TOLD, "the description of the column title is not told in German",
        evolve(MEASURES, columns=(MEASURES.columns[0], evolve(TITLES, description=ENGLISH), GOALS))),
    bad(HOST, "a host takes it", "a table cannot be called ''../../x''", named("../../x")),
    bad(HOST, "a host takes it", "the first column .* must be 'concept'", evolve(MEASURES, columns=(TITLES, GOALS))),
    bad(HOST, "a host takes it", "several columns 'title'", evolve(MEASURES, columns=(*MEASURES.columns, TITLES))),
)  # fmt: skip
"""Bad tables."""
