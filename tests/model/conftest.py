"""Concepts to look at: twelve fictitious towns, one a shape, and a small one built by hand."""

from functools import cache
from pathlib import Path

import pytest

from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model import (
    Actor,
    Concept,
    FieldOfAction,
    Goal,
    Horizon,
    HorizonStatement,
    Indicator,
    Involvement,
    Measure,
    Municipality,
    Observation,
    Overarching,
    PartialDate,
)

TOWNS = Path(__file__).parents[1] / "documents" / "towns"
NAMES = sorted(file.stem for file in TOWNS.glob("*.yaml"))


@cache
def town(name: str) -> Concept:
    """Read one of the fictitious towns."""
    file = TOWNS / f"{name}.yaml"
    return read_file(file.read_bytes(), YAML, file.name)


@pytest.fixture
def konzept() -> Concept:
    """Build a small concept: one field with a sub-field, an overarching measure, and an actor to hide."""
    course = Measure(
        id="sprachkurse",
        title="Sprachkurse",
        time_frames=(HorizonStatement(horizon_ref="kurz"),),
        leads=(Involvement(actor_refs=("amt", "person")),),
        partners=(Involvement(actor_refs=("person",), printed="Frau M."),),
        indicators=(
            Indicator(id="kurse", title="Kurse", observations=(Observation(as_of=PartialDate("2024"), value=3),)),
        ),
    )
    cafe = Measure(id="sprachcafe", title="Sprachcafé", sub_measures=(Measure(id="cafe-nord", title="Café Nord"),))
    return Concept(
        id="oberstadt",
        title="Integrationskonzept Oberstadt",
        municipality=Municipality(name="Oberstadt"),
        horizons=(Horizon(id="kurz", title="kurzfristig"),),
        actors=(Actor(id="amt", title="Amt"), Actor(id="person", title="Frau M.", internal=True)),
        overarching=Overarching(measures=(Measure(id="monitoring", title="Monitoring"),)),
        fields_of_action=(
            FieldOfAction(
                id="sprache",
                title="Sprache",
                goals=(Goal(id="verstehen", text="Alle verstehen einander."),),
                measures=(course,),
                sub_fields=(FieldOfAction(id="begegnung", title="Begegnung", measures=(cafe,)),),
            ),
        ),
    )
