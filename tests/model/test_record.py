"""What all records share: ids, foreign attributes, and how they show themselves."""

import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept import model
from integrationskonzept.errors import InvalidValueError
from integrationskonzept.findings import FileOrigin
from integrationskonzept.model import (
    Amount,
    BreakdownPart,
    Concept,
    Discrepancy,
    Element,
    Extra,
    Horizon,
    Indicator,
    Involvement,
    Measure,
    Metric,
    Municipality,
    Observation,
    PartialDate,
    Record,
    Recurrence,
    ScaleLevel,
    Schedule,
    Span,
    Statement,
    StatusEntry,
    Undertaking,
)
from integrationskonzept.model.annotations import is_id
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.provenance import DiscrepancyKind

RECORDS = [
    found for name in model.__all__ if isinstance(found := getattr(model, name), type) and issubclass(found, Record)
]
NOUNS = {kind.noun for kind in RECORDS if issubclass(kind, (Element, Discrepancy))} | {"*"}

plain_values = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | st.floats(-1e9, 1e9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)

# -- ids -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["a", "1", "sprachkurse-2", "m.1_b", "2025"])
def test_an_id_is_lower_case_letters_and_digits_in_groups(text: str) -> None:
    assert is_id(text)
    assert Horizon(id=text, title="").id == text


@pytest.mark.parametrize("text", ["", "A", "ä", "a b", "a/b", "-a", "a-", "a--b", "a\n", "\uff11"])
def test_any_other_spelling_is_refused_because_no_address_could_be_read_back(text: str) -> None:
    assert not is_id(text)
    with pytest.raises(InvalidValueError, match="id: expected an id of lower-case letters") as caught:
        Horizon(id=text, title="")
    assert caught.value.attribute == "id"


def test_an_address_is_noun_and_id() -> None:
    assert Horizon(id="kurz", title="kurzfristig").address == "horizon/kurz"
    assert Discrepancy(id="d1", kind=DiscrepancyKind.TYPO, text="").address == "discrepancy/d1"


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_reference_names_a_noun_that_exists(kind: type[Record]) -> None:
    assert {each.noun for each in MODEL[kind].references} <= NOUNS


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_keys_that_have_an_order_exist(kind: type[Record]) -> None:
    assert {*getattr(kind, "KEY_ORDER", ())} <= {*MODEL[kind].keys}


BASES = (Element, Metric, ScaleLevel, Undertaking)
"""Classes that no record has itself."""


def test_every_noun_has_a_name_of_its_own() -> None:
    elements = [kind for kind in RECORDS if issubclass(kind, (Element, Discrepancy)) and kind not in BASES]
    assert len({kind.noun for kind in elements}) == len(elements)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_record_is_part_of_a_concept(kind: type[Record]) -> None:
    reached: set[type[Record]] = set()
    waiting: list[type[Any]] = [Concept]
    while waiting:
        below = [each.kind for each in MODEL[waiting.pop()].records]
        waiting += [each for each in below if each not in reached]
        reached.update(below)
    roots = {Concept, Record, *(parent for each in RECORDS for parent in each.__mro__[1:])}
    assert kind in reached | roots


# -- foreign attributes ----------------------------------------------------------------------------------


def test_foreign_attributes_are_frozen_all_the_way_down() -> None:
    given_value: dict[str, Any] = {"x-amt": {"nummern": [1, {"a": 2}]}}
    record = Statement(text="a", extra=given_value)
    given_value["x-amt"]["nummern"].append(3)
    assert record.extra == Extra({"x-amt": {"nummern": (1, {"a": 2})}})
    assert isinstance(record.extra["x-amt"]["nummern"][1], Extra)
    with pytest.raises(AttributeError, match="foreign attributes are frozen; cannot set 'x'"):
        record.extra.x = 1  # type: ignore[attr-defined]


def test_foreign_attributes_are_a_mapping() -> None:
    extra = Extra({"x-a": 1, "x-b": 2})
    assert (list(extra), len(extra), extra["x-b"]) == (["x-a", "x-b"], 2, 2)
    assert extra == {"x-b": 2, "x-a": 1}
    assert extra != [("x-a", 1), ("x-b", 2)]
    assert repr(extra) == "Extra({'x-a': 1, 'x-b': 2})"
    assert Extra() == {}


@given(st.dictionaries(st.text(max_size=3).map(lambda text: f"x-{text}"), plain_values, max_size=3))
def test_records_with_foreign_attributes_stay_hashable_comparable_and_picklable(extra: dict[str, Any]) -> None:
    record = Statement(text="a", extra=extra)
    again = pickle.loads(pickle.dumps(record))  # noqa: S301 - pickled here
    assert again == record == Statement(text="a", extra=record.extra)
    assert hash(again) == hash(record)


def test_a_foreign_attribute_cannot_pass_for_one_of_ours() -> None:
    with pytest.raises(InvalidValueError, match="begins with 'x-', such as 'x-title'; got 'title'"):
        Horizon(id="kurz", title="kurz", extra={"title": "lang"})


# -- when two are the same ---------------------------------------------------------------------------------


@given(st.text(max_size=2), st.text(max_size=2))
def test_records_are_equal_when_all_they_say_is(one: str, other: str) -> None:
    assert (Statement(text=one) == Statement(text=other)) is (one == other)
    assert len({Statement(text=one), Statement(text=other)}) == len({one, other})


def test_records_of_two_classes_are_never_equal() -> None:
    assert Horizon(id="kurz", title="kurz") != Measure(id="kurz", title="kurz")
    assert Span() != Record()


def test_from_which_file_a_concept_was_read_does_not_count() -> None:
    konzept = Concept(id="a", title="A", municipality=Municipality(name="Stadt"))
    assert attrs.evolve(konzept, origin=FileOrigin("a.yaml", lambda _: (None, None))) == konzept


def test_every_noun_is_compared_as_records_are() -> None:
    assert {(kind.__eq__, kind.__hash__) for kind in RECORDS} == {(Record.__eq__, Record.__hash__)}


# -- values that cannot be ---------------------------------------------------------------------------------


def test_a_range_of_money_has_its_lower_end_first() -> None:
    assert Amount(minimum=Decimal(1), maximum=Decimal(1)).maximum == 1
    with pytest.raises(InvalidValueError, match="minimum must not exceed maximum; got 2 and 1"):
        Amount(minimum=Decimal(2), maximum=Decimal(1))


def test_something_comes_round_at_least_every_single_time() -> None:
    with pytest.raises(InvalidValueError, match="interval must be 1 or more; got 0"):
        Recurrence(frequency=model.Frequency.YEARLY, interval=0)


def test_records_are_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Statement(text="a").text = "b"  # type: ignore[misc]


def test_records_are_made_by_name_only() -> None:
    with pytest.raises(TypeError):
        Statement("a")  # type: ignore[call-arg, arg-type]


# -- reprs ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (Measure(id="m-1", title="Sprachkurse"), "Measure('m-1', 'Sprachkurse')"),
        (Statement(text="kurz"), "Statement('kurz')"),
        (Observation(as_of=PartialDate("2024"), value=0), "Observation(as_of=2024, value=0)"),
        (Observation(reached=False), "Observation(reached=False)"),
        (Observation(missing="keine Statistik"), "Observation(missing='keine Statistik')"),
        (BreakdownPart(category="Frauen", value=35), "BreakdownPart('Frauen', value=35)"),
        (Involvement(actor_refs=("vhs", "amt")), "Involvement(actor_refs=('vhs', 'amt'))"),
        (Amount(minimum=Decimal("1.5"), per=model.Per.YEAR), "Amount(minimum=1.5, per='year')"),
        (StatusEntry(as_of=PartialDate("2025"), level_ref="fertig"), "StatusEntry(as_of=2025, level_ref='fertig')"),
        (Schedule(planned=Span(start=PartialDate("2025"))), "Schedule(planned=Span(start=2025))"),
        (Span(), "Span()"),
    ],
)
def test_a_record_shows_its_id_its_words_and_what_it_states(record: Record, shown: str) -> None:
    assert repr(record) == shown


def test_a_long_text_is_cut_short() -> None:
    assert repr(Statement(text="Wort " * 50)) == f"Statement('{('Wort ' * 12)[:59].rstrip()}…')"
    many = Involvement(actor_refs=tuple(f"akteur-{number}" for number in range(50)))
    assert len(repr(many)) < 90


@given(st.text(), st.text())
def test_hostile_texts_cannot_make_a_repr_long_or_break_its_line(title: str, unit: str) -> None:
    shown = repr(Indicator(id="i", title=title, unit=unit))
    assert "\n" not in shown
    assert len(shown) < 700
