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
        (lambda: Cost(staff_fte=Decimal("-0.5")), "staff_fte must be 0 or more; got -0.5"),
        (lambda: Amount(minimum=Decimal(-1)), "minimum must be 0 or more; got -1"),
        (lambda: Citation(page=-3), "page must be 0 or more; got -3"),
        (lambda: Schedule(duration_months=-2.5), "duration_months must be 0 or more; got -2.5"),
    ],
)
def test_a_count_or_an_amount_is_never_negative(make: Callable[[], object], said: str) -> None:
    with pytest.raises(InvalidValueError) as error:
        make()
    assert str(error.value) == said


def test_an_observation_may_be_negative() -> None:
    assert Observation(value=-3).value == -3
