"""Properties of the calendars of all towns."""

from datetime import date
from typing import Any

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from integrationskonzept import Concept
from integrationskonzept.testing import concepts
from plugins.ical.tests.calendars import entries, exported
from plugins.ical.tests.drawn import TOWNS
from plugins.ical.tests.test_integreat import TODAY, refusals

thorough = settings(
    max_examples=150, report_multiple_bugs=False, deadline=None, suppress_health_check=list(HealthCheck)
)
OPTIONS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "kinds": st.just(("activities", "measures")),
        "start": st.dates(max_value=date(2026, 6, 1)),
        "end": st.dates(min_value=date(2026, 6, 2)),
        "alarm_days": st.integers(0, 9),
        "language": st.sampled_from(["de", "en"]),
        "per_group": st.booleans(),
    },
)


@thorough
@given(TOWNS | concepts(hostile=True), OPTIONS)
def test_a_calendar_is_read_back_in_full(concept: Concept, options: dict[str, Any]) -> None:
    for file in exported(concept, **options).files:
        read = Calendar.from_ical(file.content)
        assert [part.errors for part in read.walk() if part.errors] == []
        parts = [*read.events, *read.todos]
        assert len({part["UID"] for part in parts}) == len(parts) == file.content.count(b"\r\nDTSTAMP:")


@thorough
@given(TOWNS, OPTIONS)
def test_nothing_is_refused_by_integreat(concept: Concept, options: dict[str, Any]) -> None:
    for file in exported(concept, profile="integreat", today=TODAY, **options).files:
        assert refusals(file.content) == []


@thorough
@given(TOWNS, OPTIONS, st.sampled_from(["standard", "integreat"]))
def test_the_same_concept_gives_the_same_bytes(concept: Concept, options: dict[str, Any], profile: str) -> None:
    first = exported(concept, profile=profile, **options)
    assert exported(attrs.evolve(concept), profile=profile, **options) == first


@thorough
@given(TOWNS)
def test_everything_that_should_have_a_date_is_in_the_calendar_or_among_the_losses(concept: Concept) -> None:
    said = exported(concept)
    told = {uid.partition("--")[0] for uid in entries(concept)}
    lost = {loss.address for loss in said.losses}
    expected = [*concept.activities, *concept.action_days, *concept.meetings]
    for element in expected:
        assert f"{element.noun}-{element.id}" in told or element.address in lost
    for measure in concept.measures:
        assert f"measure-{measure.id}" in told or measure.address in lost


@thorough
@given(TOWNS)
def test_every_loss_and_every_doubt_names_something_of_the_concept(concept: Concept) -> None:
    for profile in ("standard", "integreat"):
        said = exported(concept, profile=profile)
        for remark in (*said.losses, *said.warnings):
            assert remark.address in concept.index
            assert remark.message.text("de") != remark.message.text("en")


@thorough
@given(TOWNS, TOWNS, TOWNS)
def test_no_sequence_goes_back_over_editions(first: Concept, second: Concept, third: Concept) -> None:
    known: dict[str, int] = {}
    for concept, previous in ((first, ()), (second, (first,)), (third, (first, second))):
        now = {uid: part["SEQUENCE"] for uid, part in entries(concept, previous=previous).items()}
        assert all(now[uid] >= known[uid] for uid in now.keys() & known.keys())
        known |= now
