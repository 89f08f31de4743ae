"""Marks in internal content are found wherever it leaks to."""

import attrs
import pytest

from integrationskonzept import Concept
from integrationskonzept.testing import example_concept, seeded, with_canaries
from integrationskonzept.testing.canaries import leaks


@pytest.mark.parametrize("concept", [example_concept(), *(seeded(seed) for seed in range(5))], ids=lambda one: one.id)
def test_no_canary_sings_in_the_public_view(concept: Concept) -> None:
    planted = with_canaries(concept)
    assert len(planted.index) > len(concept.index)
    assert not leaks(repr(attrs.asdict(planted.public(), recurse=True)))


def test_canaries_sing_everywhere_else() -> None:
    planted = with_canaries(example_concept())
    titles = [measure.title for measure in planted.measures if measure.internal]
    assert any(leaks(title or "") for title in titles)
    assert any(leaks(" ".join(measure.goal_refs)) for measure in planted.measures)
    assert leaks(b"Geheim-\r\n 4711")
