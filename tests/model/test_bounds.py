"""What is counted or paid is never negative."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.model.money import Amount, Cost
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.provenance import Citation
from integrationskonzept.model.schedule import Schedule


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Cost(staff_fte=Decimal("-0.5")), "staff_fte: expected 0 or more; got the number -0.5"),
        (lambda: Amount(minimum=Decimal(-1)), "minimum: expected 0 or more; got the number -1"),
        (lambda: Citation(page=-3), "page: expected 0 or more; got the number -3"),
        (lambda: Schedule(duration_months=-2.5), "duration_months: expected 0 or more; got the number -2.5"),
    ],
)
def test_a_count_or_an_amount_is_never_negative(make: Callable[[], object], said: str) -> None:
    with pytest.raises(InvalidValueError) as error:
        make()
    assert str(error.value) == said


def test_an_observation_may_be_negative() -> None:
    assert Observation(value=-3).value == -3
