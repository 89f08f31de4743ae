"""A new edition judges the goals of the one before, and the comparison says so where they were dropped."""

import attrs

from integrationskonzept.comparison.compare import Comparison, compare
from integrationskonzept.model import (
    Concept,
    Edition,
    Fate,
    FieldOfAction,
    Goal,
    Measure,
    Municipality,
    Predecessor,
    PreviousGoal,
)

OLD = Concept(
    id="dorf",
    title="Konzept",
    municipality=Municipality(name="Dorf"),
    fields_of_action=(
        FieldOfAction(
            id="sprache",
            title="Sprache",
            goals=(
                Goal(id="a2", text="Alle sprechen A2."),
                Goal(id="netz", text="Ein Netzwerk besteht"),
                Goal(id="still", text="Davon ist keine Rede mehr"),
            ),
            measures=(Measure(id="kurse", title="Kurse"),),
        ),
    ),
)
JUDGED = (
    PreviousGoal(
        id="frueher-1",
        text="alle  sprechen A2",
        verdict="teilweise erreicht",
        fate=Fate.CHANGED,
        reason="zu hoch gegriffen",
        goal_refs=("a1",),
        measure_refs=("abend",),
    ),
    PreviousGoal(id="kurse", text="Die Kurse"),
)
NEW = attrs.evolve(
    OLD,
    edition=Edition(predecessor=Predecessor(previous_goals=JUDGED)),
    fields_of_action=(
        FieldOfAction(
            id="sprache",
            title="Sprache",
            goals=(Goal(id="a1", text="Alle sprechen A1"), Goal(id="netz", text="Ein Netzwerk besteht")),
            measures=(Measure(id="abend", title="Abendkurse"),),
        ),
    ),
)


def test_what_the_new_edition_says_of_a_dropped_goal_stands_with_it() -> None:
    found = compare(OLD, NEW)
    assert {one.address: str(one) for one in found.judgements} == {
        "goal/a2": "teilweise erreicht, changed, zu hoch gegriffen, carried on by goal/a1, measure/abend",
        "measure/kurse": "listed among the earlier goals, without a verdict",
    }
    lines = found.text("de").splitlines()
    (line,) = [one for one in lines if "goal/a2" in one and "nicht mehr" in one]
    assert "die neue Ausgabe sagt dazu: teilweise erreicht" in line
    assert "fortgeführt durch goal/a1, measure/abend" in line
    assert "die neue Ausgabe sagt dazu: unter den früheren Zielen genannt" in found.markdown("de")


def test_judgements_survive_json() -> None:
    found = compare(OLD, NEW)
    assert Comparison.from_json(found.to_json()) == found


def test_an_edition_without_predecessor_judges_nothing() -> None:
    assert compare(OLD, attrs.evolve(NEW, edition=Edition())).judgements == ()
