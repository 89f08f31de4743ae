"""Kinds of change, and comparisons as a whole."""

from typing import Any

import attrs
import pytest

import integrationskonzept as ik
from integrationskonzept.comparison import changes as kinds
from integrationskonzept.comparison.changes import Added, Change, Changed, Dropped
from integrationskonzept.comparison.compare import Comparison, apply, compare
from integrationskonzept.comparison.kinds import kind_of
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.actor import Actor, Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.edition import Decision, Edition, Predecessor, PreviousGoal
from integrationskonzept.model.element import Statement
from integrationskonzept.model.field_of_action import FieldOfAction, Overarching
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.provenance import Citation
from integrationskonzept.model.schedule import Schedule, Step
from tests.evaluation.town import HORIZONS, aim, day, horizons, indicator, measure, planned, reported, seen, span, town


def changes(old: Concept, new: Concept) -> list[tuple[str, str]]:
    """List kinds of change and what is said of each, and prove that they make the new edition."""
    comparison = compare(old, new)
    assert apply(old, comparison.changes) == new
    assert Comparison.from_json(comparison.to_json()) == comparison
    assert all(one.what().text("de") for one in comparison.changes)
    return [(kind_of(one).name, str(one.what())) for one in comparison.changes]


def of_measure(old: dict[str, Any], new: dict[str, Any], **attributes: Any) -> list[tuple[str, str]]:
    """Compare a town whose measure is another."""
    return changes(town(measure(**old), **attributes), town(measure(**new), **attributes))


def of_indicator(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str]]:
    """Compare a town whose indicator is another."""
    return of_measure({"indicators": (indicator(**old),)}, {"indicators": (indicator(**new),)})


def texts(*texts: str) -> tuple[Statement, ...]:
    """Make statements."""
    return tuple(Statement(text=text) for text in texts)


# -- attributes ---------------------------------------------------------------------------------------


def test_another_title_is_a_new_name() -> None:
    assert of_measure({}, {"title": "Neue Kurse"}) == [("renamed", "renamed from 'Kurse' to 'Neue Kurse'")]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2026-06-30", "2026-12-31", "deadline moved back by 6 months: 2026-06-30 → 2026-12-31"),
        ("2026-12", "2026-06", "deadline brought forward by 6 months: 2026-12 → 2026-06"),
        ("2026-06-30", "2026-07-31", "deadline moved back by one month: 2026-06-30 → 2026-07-31"),
        ("2026-06-30", "2026-07-04", "deadline moved back by 4 days: 2026-06-30 → 2026-07-04"),
        ("2026-12-31", "2026-12", "deadline: 2026-12-31 → 2026-12"),
    ],
)
def test_a_deadline_moves_by_so_much_and_one_way(old: str, new: str, told: str) -> None:
    found = of_measure({"schedule": planned("2025", old)}, {"schedule": planned("2025", new)})
    assert found == [("deadline_moved", told)]


def test_a_deadline_set_or_withdrawn_has_not_moved() -> None:
    set_now = of_measure({"schedule": planned("2025")}, {"schedule": planned("2025", "2026")})
    assert set_now == [("deadline_moved", "deadline: not stated → 2026")]
    comparison = compare(town(measure(schedule=planned("2025"))), town(measure(schedule=planned("2025", "2026"))))
    assert comparison.every(kinds.DeadlineMoved)[0].later is None


def test_a_deadline_knows_which_way_it_moved() -> None:
    old, new = town(measure(schedule=planned(None, "2026"))), town(measure(schedule=planned(None, "2027")))
    assert compare(old, new).every(kinds.DeadlineMoved)[0].later is True
    assert compare(new, old).every(kinds.DeadlineMoved)[0].later is False


def test_another_time_frame_moves_the_deadline_by_what_it_means() -> None:
    assert of_measure({"time_frames": horizons("kurz")}, {"time_frames": horizons("lang")}) == [
        ("deadline_moved", "deadline moved back by 48 months: kurzfristig → langfristig")
    ]
    assert of_measure({"time_frames": horizons("kurz")}, {"time_frames": horizons("immer")}) == [
        ("deadline_moved", "deadline: kurzfristig → dauerhaft")
    ]


def test_of_two_time_frames_with_one_id_the_first_is_meant() -> None:
    twice = (*HORIZONS, Horizon(id="kurz", title="doch länger", minimum_years=4, maximum_years=5))
    found = of_measure({"time_frames": horizons("kurz")}, {"time_frames": horizons("mittel")}, horizons=twice)
    assert found == [("deadline_moved", "deadline moved back by 30 months: kurzfristig → mittelfristig")]


def test_a_schedule_stated_for_the_first_time_sets_the_deadline() -> None:
    found = of_measure(
        {"time_frames": horizons("kurz")}, {"time_frames": horizons("kurz"), "schedule": planned("2025", "2026")}
    )
    assert found == [("deadline_moved", "deadline moved back by 12 months: not stated → 2025 to 2026")]


def test_a_time_frame_beside_an_own_schedule_moves_nothing() -> None:
    own = {"schedule": planned("2025", "2026")}
    found = of_measure({**own, "time_frames": horizons("kurz")}, {**own, "time_frames": horizons("lang")})
    assert found == [("changed", "time frames: 1 added, 1 dropped")]


def test_a_schedule_with_the_same_end_moves_no_deadline() -> None:
    found = of_measure(
        {"time_frames": horizons("kurz")}, {"schedule": planned("2025", "2025-12-31"), "time_frames": horizons("kurz")}
    )
    assert [kind for kind, _ in found] == ["changed"]


def test_what_happened_is_no_deadline() -> None:
    old = {"schedule": Schedule(actual=span("2025", "2026"))}
    new = {"schedule": Schedule(actual=span("2025", "2027"))}
    assert of_measure(old, new) == [("changed", "schedule · actual · end: 2026 → 2027")]


def test_a_step_and_a_target_have_deadlines_too() -> None:
    step = Step(id="start", title="Start", due=day("2026-01"))
    assert (
        of_measure({"steps": (step,)}, {"steps": (attrs.evolve(step, due=day("2026-03")),)})[0][0] == "deadline_moved"
    )
    assert of_indicator({"target": aim("2028", 3)}, {"target": aim("2029", 3)}) == [
        ("deadline_moved", "deadline moved back by 12 months: 2028 → 2029")
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (aim(value=120), aim(value=150), "target raised, value: 120 → 150"),
        (aim(maximum=3), aim(maximum=2), "target lowered, maximum: 3 → 2"),
        (aim(), aim(value=150), "target, value: not stated → 150"),
        (aim(text="mehr"), aim(text="viel mehr"), "target, text: mehr → viel mehr"),
        (aim(reached=False), aim(reached=True), "target, reached: no → yes"),
        (None, aim("2028", 5), "target: not stated → 2028 · 5"),
    ],
)
def test_a_target_is_raised_lowered_or_put_otherwise(old: Any, new: Any, told: str) -> None:
    assert of_indicator({"target": old}, {"target": new}) == [("target_changed", told)]


def test_another_lead_is_named_by_the_register() -> None:
    register = (Actor(id="vhs", title="Volkshochschule"), Actor(id="amt", title="Amt 50"))
    found = of_measure(
        {"leads": (Involvement(actor_refs=("vhs",)),)},
        {"leads": (Involvement(actor_refs=("amt", "wer")),)},
        actors=register,
    )
    assert found == [("lead_changed", "lead: Volkshochschule → Amt 50, wer")]


def test_a_status_is_reported_and_may_be_withdrawn() -> None:
    one, two = reported(("2026", "planned")), reported(("2026", "planned"), ("2027", "started"))
    assert of_measure({"status_reports": one}, {"status_reports": two}) == [
        ("status_reported", "status reported: 2027 · started")
    ]
    assert of_measure({"status_reports": two}, {"status_reports": one}) == [
        ("status_reported", "status: none; withdrawn: 2027 · started")
    ]


def test_observations_are_recorded_and_may_be_withdrawn() -> None:
    one, two = (seen("2026", 5),), (seen("2026", 6),)
    assert of_indicator({}, {"observations": one}) == [("observed", "observed: 2026 · 5")]
    assert of_indicator({"observations": one}, {"observations": two}) == [
        ("observed", "observed: 2026 · 6; withdrawn: 2026 · 5")
    ]


@pytest.mark.parametrize(
    ("attribute", "value", "kind", "told"),
    [
        ("merged_into", "treff", "merged", "merged into: Treff"),
        ("split_into", ("treff", "gibtsnicht"), "split", "split into: Treff, gibtsnicht"),
        ("replaced_by", "treff", "replaced", "replaced by: Treff"),
    ],
)
def test_a_measure_goes_into_others(attribute: str, value: Any, kind: str, told: str) -> None:
    old = town(measure(), measure("treff"))
    assert changes(old, old.replace("measure/kurse", **{attribute: value})) == [(kind, told)]


def test_running_words_that_read_otherwise_are_wording_only() -> None:
    assert of_measure({"description": "Es gibt Kurse."}, {"description": "Kurse gibt es."}) == [
        ("reworded", "description: another wording")
    ]
    assert of_measure({"current_state": texts("a", "b")}, {"current_state": texts("a", "c")}) == [
        ("reworded", "current state: another wording")
    ]


def test_more_or_other_statements_are_more_than_wording() -> None:
    assert of_measure({"current_state": texts("a")}, {"current_state": texts("a", "b")}) == [
        ("changed", "current state: 1 added, 0 dropped")
    ]
    marked = (Statement(text="a", open_ended=True),)
    assert [kind for kind, _ in of_measure({"current_state": texts("b")}, {"current_state": marked})] == ["changed"]
    assert of_measure({"number": "1"}, {"number": "2"}) == [("changed", "number: 1 → 2")]
    assert of_measure({"description": "x"}, {}) == [("changed", "description: x → not stated")]
    assert of_measure({"aliases": ("a", "b")}, {"aliases": ("b", "a")}) == [("changed", "aliases: another order")]


def test_a_source_may_change_or_be_lost() -> None:
    page = (Citation(section_ref="feld", page=3),)
    assert of_measure({"sources": page}, {}) == [("source_lost", "its source is no longer given: feld")]
    assert [kind for kind, _ in of_measure({}, {"sources": page})] == ["sourced"]
    assert [kind for kind, _ in of_measure({"note": "a"}, {"note": "b"})] == ["sourced"]


# -- places -------------------------------------------------------------------------------------------


def two_fields(first: tuple[Any, ...], second: tuple[Any, ...]) -> Concept:
    """Make a town with two fields of action."""
    fields = (FieldOfAction(id="a", title="A", measures=first), FieldOfAction(id="b", title="B", measures=second))
    return town(fields_of_action=fields)


def test_a_measure_moves_to_another_field_with_everything_in_it() -> None:
    one = measure(indicators=(indicator(),))
    assert changes(two_fields((one,), ()), two_fields((), (one,))) == [("moved", "moved from A to B")]


def test_what_is_new_or_gone_is_told_with_the_element_around_it() -> None:
    one = measure(indicators=(indicator(), indicator("zwei")), steps=(Step(id="s", title="S"),))
    old, new = two_fields((), ()), two_fields((one,), ())
    assert changes(old, new) == [
        ("added", "new in A"),
        ("added", "new in Kurse"),
        ("added", "new in Kurse"),
        ("added", "new in Kurse"),
    ]
    assert [kind for kind, _ in changes(new, old)] == ["dropped"] * 4
    told = compare(old, new).text()
    assert "New (1)\n- measure 'Kurse' (measure/kurse): new in A, with indicator (2), step (1)" in told


def test_what_is_new_in_the_concept_itself_is_just_new() -> None:
    old, new = town(), town(actors=(Actor(id="vhs", title="Volkshochschule"),))
    assert changes(old, new) == [("added", "new")]
    assert changes(new, old) == [("dropped", "no longer there")]


def test_another_order_is_one_change_of_the_list() -> None:
    a, b, c = measure("a"), measure("b"), measure("c")
    assert changes(two_fields((a, b, c), ()), two_fields((c, a, b), ())) == [("reordered", "measures: another order")]


def test_only_what_stays_can_be_in_another_order() -> None:
    a, b, c, d = (measure(id) for id in "abcd")
    assert [kind for kind, _ in changes(two_fields((a, b, c), ()), two_fields((d, a, c), ()))] == ["added", "dropped"]


OLD_GOAL = PreviousGoal(id="alt", text="Alle lernen.")


def test_lists_within_records_that_come_or_go_are_found() -> None:
    bare, rich = town(), town(overarching=Overarching(measures=(measure("netz"),), note="neu"))
    assert [kind for kind, _ in changes(bare, rich)] == ["changed", "added"]
    assert [kind for kind, _ in changes(rich, bare)] == ["changed", "dropped"]
    heir = town(
        edition=Edition(predecessor=Predecessor(title="A", predecessor=Predecessor(previous_goals=(OLD_GOAL,))))
    )
    assert [kind for kind, _ in changes(bare, heir)] == ["changed", "added"]
    decided = town(edition=Edition(decisions=(Decision(id="rat", number="7"),)))
    assert changes(bare, decided) == [("added", "new")]


def test_values_that_only_hold_together_change_together() -> None:
    assert [kind for kind, _ in changes(town(period=span("2025", "2029")), town(period=span("2030", "2034")))] == [
        "changed",
        "deadline_moved",
    ]


def test_an_edition_may_have_an_id_of_its_own() -> None:
    assert changes(town(), town(id="dorf-2027", title="Zwei")) == [
        ("changed", "id: dorf → dorf-2027"),
        ("renamed", "renamed from 'Konzept Dorf' to 'Zwei'"),
    ]


def test_doubled_ids_are_told_apart_by_a_number() -> None:
    old = two_fields((measure(), measure(number="2")), ())
    new = two_fields((measure(), measure(number="3")), (measure(number="4"),))
    assert [one.address for one in compare(old, new).changes] == ["measure/kurse#2", "measure/kurse#3"]
    assert apply(old, compare(old, new).changes) == new


def test_changes_of_another_edition_are_refused() -> None:
    one = compare(town(measure()), town(measure(title="Neu")))
    with pytest.raises(
        ik.UnknownElementError, match="concept/dorf has no measure/kurse; these are the changes of another"
    ):
        apply(town(), one.changes)
    inner = compare(town(measure()), town(measure(indicators=(indicator(),))))
    with pytest.raises(ik.UnknownElementError, match="measure/kurse"):
        apply(town(), inner.changes)
    gone = compare(town(measure()), town())
    with pytest.raises(ik.UnknownElementError, match="measure/kurse"):
        apply(town(), gone.changes)


def test_what_did_not_change_is_shared_with_the_old_edition() -> None:
    kept, old_one = measure("bleibt", indicators=(indicator(),)), measure("alt")
    old = two_fields((kept,), (old_one,))
    new = apply(old, compare(old, two_fields((kept,), (measure("alt", number="7"),))).changes)
    assert new.fields_of_action[0] is old.fields_of_action[0]


# -- suggestions --------------------------------------------------------------------------------------


def test_a_nearly_identical_element_under_a_new_id_is_suggested_and_not_assumed() -> None:
    old = two_fields((measure("kurse-1", title="Sprachkurse am Abend mit Betreuung"),), ())
    new = two_fields((measure("kurse-2", title="Sprachkurse am Abend mit Kinderbetreuung"),), ())
    comparison = compare(old, new)
    (found,) = comparison.suggestions
    assert (found.old, found.new) == ("measure/kurse-1", "measure/kurse-2")
    assert found.likeness > 0.8
    assert [type(one) for one in comparison.changes] == [Added, Dropped]
    assert "may be 'Sprachkurse am Abend mit Kinderbetreuung' (measure/kurse-2) under a new id" in comparison.text()


def test_each_element_is_suggested_once_and_with_the_one_it_is_most_like() -> None:
    old = two_fields(
        tuple(measure(f"alt{n}", title=f"Sprachkurs Stufe {word}") for n, word in enumerate(("eins", "zwei"))), ()
    )
    new = two_fields(
        tuple(measure(f"neu{n}", title=f"Sprachkurs Stufe {word}") for n, word in enumerate(("zwei", "eins"))), ()
    )
    found = {one.old: one.new for one in compare(old, new).suggestions}
    assert found == {"measure/alt0": "measure/neu1", "measure/alt1": "measure/neu0"}


def test_other_kinds_and_other_titles_are_not_suggested() -> None:
    old = two_fields((measure("a", title="Sprachkurse am Abend"),), ())
    assert compare(old, two_fields((measure("b", title="Wohnungslotsen"),), ())).suggestions == ()
    goal = town(
        fields_of_action=(FieldOfAction(id="a", title="A", goals=(Goal(id="b", text="Sprachkurse am Abend"),)),)
    )
    assert compare(old, goal).suggestions == ()
    assert compare(town(measure("a", title="§")), town(measure("b", title="%"))).suggestions == ()


def test_a_word_that_all_titles_share_leads_nowhere() -> None:
    old = two_fields(tuple(measure(f"alt-{n}", title=f"Angebot {n:03}") for n in range(20)), ())
    new = two_fields(tuple(measure(f"neu-{n}", title=f"Angebot {n:03}") for n in range(20)), ())
    assert {(one.old[-2:], one.new[-2:]) for one in compare(old, new).suggestions} <= {
        (one.old[-2:], one.old[-2:]) for one in compare(old, new).suggestions
    }
    crowd = two_fields(tuple(measure(f"alt-{n}", title="Angebot") for n in range(20)), ())
    other = two_fields(tuple(measure(f"neu-{n}", title="Angebot") for n in range(20)), ())
    assert compare(crowd, other).suggestions == ()


# -- told ---------------------------------------------------------------------------------------------


def test_equal_editions_do_not_differ() -> None:
    comparison = compare(town(measure()), town(measure()))
    assert not comparison.differs
    assert "Nothing changed in content." in comparison.text()
    assert repr(comparison) == "<Comparison of dorf and dorf: 0 changes>"


def test_changes_are_found_by_address_and_by_kind() -> None:
    comparison = compare(town(measure(), measure("b")), town(measure(title="Neu"), measure("b", number="7")))
    assert comparison.differs
    assert [kind_of(one).name for one in comparison.of("measure/kurse")] == ["renamed"]
    assert [one.address for one in comparison.every(kinds.Renamed)] == ["measure/kurse"]
    assert len(comparison.every(Changed)) == 2
    assert str(comparison.changes[0]) == "measure 'Neu': renamed from 'Kurse' to 'Neu'"


def test_a_paper_for_the_council_cannot_be_broken_by_what_a_title_holds() -> None:
    hostile = "<script>*x*</script>\n# [a](b) | `c`"
    paper = compare(town(), town(measure(title=hostile))).markdown()
    assert "<script>" not in paper
    assert "\\<script\\>\\*x\\*\\</script\\> \\# \\[a\\](b) \\| \\`c\\`" in paper


def test_a_notebook_shows_headings_and_changes() -> None:
    comparison = compare(town(measure()), town(measure(title="Neu", note="x"), actors=(Actor(id="v", title="V"),)))
    page = comparison._repr_html_()
    assert page.count("<h4>") == page.count("<li>") == 2, "what is new, and what was renamed; notes are not told"


def test_a_comparison_names_the_dates_of_its_editions() -> None:
    old, new = town(edition=Edition(as_of=day("2025-03"))), town(edition=Edition(as_of=day("2027-09")))
    comparison = compare(old, new)
    assert comparison.text().startswith("Konzept Dorf (2027-09): changes since Konzept Dorf (2025-03)")
    assert "(September 2027)" in comparison.markdown("de")
    assert Comparison.from_json(comparison.to_json()).old.as_of == day("2025-03")


def test_what_is_no_change_of_a_comparison_makes_no_edition() -> None:
    with pytest.raises(TypeError, match="must be one that a comparison returns"):
        apply(town(), [Strange(address="concept/dorf", title="Konzept Dorf")])


class Strange(Change):
    """A change that nobody knows how to make."""

    def what(self) -> Message:
        return message("no")


def test_a_change_has_to_say_what_it_is() -> None:
    with pytest.raises(NotImplementedError):
        Change(address="measure/kurse", title="Kurse").what()


def test_an_element_without_a_title_is_called_by_its_text_or_number_or_id() -> None:
    old = town(edition=Edition())
    decided = town(edition=Edition(decisions=(Decision(id="a", number="GR 7"), Decision(id="b"))))
    assert [one.title for one in compare(old, decided).changes] == ["GR 7", "b"]
