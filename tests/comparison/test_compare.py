"""Comparison of two editions."""

from hypothesis import given

from integrationskonzept.comparison.compare import Comparison, apply, compare
from integrationskonzept.model.concept import Concept
from tests.comparison.editions import editions, patiently


@patiently
@given(editions())
def test_the_changes_applied_to_the_old_edition_give_the_new_one(pair: tuple[Concept, Concept]) -> None:
    old, new = pair
    assert apply(old, compare(old, new).changes) == new


@patiently
@given(editions())
def test_a_comparison_written_as_json_is_read_back_equal(pair: tuple[Concept, Concept]) -> None:
    comparison = compare(*pair)
    read = Comparison.from_json(comparison.to_json())
    assert read == comparison
    assert apply(pair[0], read.changes) == pair[1]


@patiently
@given(editions())
def test_any_comparison_can_be_told_in_both_languages(pair: tuple[Concept, Concept]) -> None:
    comparison = compare(*pair)
    for language in ("de", "en"):
        assert pair[1].title[:1] in comparison.text(language)
        assert comparison.markdown(language).startswith("# ")
