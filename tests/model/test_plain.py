"""Values of the model as plain data, and the fingerprint taken over them."""

import json
from datetime import time
from decimal import Decimal

from integrationskonzept.model.activity import Activity, Frequency, Recurrence
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.fingerprint import fingerprint
from integrationskonzept.model.money import Amount, Cost
from integrationskonzept.model.plain import to_plain
from integrationskonzept.model.structure import structured
from tests.evaluation.town import day, indicator, measure, reported, seen, town


def rich(amount: str = "12.50") -> Concept:
    """Make a town that holds a value of every sort."""
    evening = Activity(
        id="treff",
        title="Treff",
        date=day("2026-05-09"),
        start_time=time(18, 30),
        recurrence=Recurrence(frequency=Frequency.MONTHLY),
    )
    return town(
        measure(
            cost=Cost(total=Amount(value=Decimal(amount))),
            status_reports=reported(("2026", "started")),
            activities=(evening,),
            indicators=(indicator(observations=(seen("2026", 2.5, approximate=True),)),),
        ),
        extra={"x-akte": {"nummern": [1, 2.0, "drei", None, True]}},
    )


def test_plain_data_is_what_json_holds_and_makes_the_concept_again() -> None:
    data = json.loads(json.dumps(to_plain(rich())))
    assert structured(data, Concept) == rich()
    (field,) = data["fields_of_action"]
    (one,) = field["measures"]
    assert one["cost"] == {"total": 12.5}
    assert one["activities"][0]["start_time"] == "18:30"
    assert data["x-akte"] == {"nummern": [1, 2.0, "drei", None, True]}


def test_what_is_not_given_is_left_out() -> None:
    assert to_plain(measure()) == {"id": "kurse", "title": "Kurse"}


def test_equal_concepts_have_equal_fingerprints_and_others_others() -> None:
    assert fingerprint(rich()) == fingerprint(rich("12.5")) == fingerprint(rich("12.500"))
    assert fingerprint(rich()) != fingerprint(rich("12.51"))
    assert fingerprint(rich()) != fingerprint(town())
    assert len(fingerprint(town())) == 64
