"""What each shape of concept is about, said by the model."""

from decimal import Decimal

import pytest

from integrationskonzept.model import (
    Affiliation,
    Amount,
    Budgeted,
    Commitment,
    DecisionResult,
    DecisionRole,
    Fate,
    FieldOfAction,
    Funding,
    FundingKind,
    Goal,
    GoalKind,
    IndicatorKind,
    NeutralStatus,
    PartialDate,
    Per,
    Precision,
    Predecessor,
    PreviousGoal,
    Step,
    Term,
)
from tests.model.conftest import town

# -- goals with indicators and no measures -----------------------------------------------------------

GOALS = town("goals")


def test_a_concept_may_have_goals_and_indicators_and_no_measure() -> None:
    assert GOALS.measures == ()
    assert len(GOALS.goals) == 9
    assert len(GOALS.indicators) == 7


def test_goals_stand_three_levels_deep_under_a_vision() -> None:
    sub_goal = GOALS.goal("eltern-kennen-angebote")
    goal = GOALS.parent(sub_goal.address)
    assert isinstance(goal, Goal)
    guiding = GOALS.parent(goal.address)
    assert isinstance(guiding, Goal)
    assert (sub_goal.number, goal.number, guiding.number) == ("1.1.1", "1.1", "1")
    assert (sub_goal.kind, goal.kind, guiding.kind) == (GoalKind.SUB_GOAL, GoalKind.GOAL, GoalKind.GUIDING_GOAL)
    assert GOALS.goal(guiding.goal_refs[0]).kind is GoalKind.VISION
    assert isinstance(GOALS.parent(guiding.address), FieldOfAction)


def test_an_indicator_hangs_on_the_concept_a_sub_field_or_a_goal_of_any_level() -> None:
    around = {indicator.id: GOALS.parent(indicator.address) for indicator in GOALS.indicators}
    addresses = {id: parent.address for id, parent in around.items() if parent}
    assert addresses == {
        "zugehoerigkeit": "overarching/overarching",
        "nachbarschaftsfeste": "field_of_action/nachbarschaft",
        "sprachkurs-erfolg": "goal/sprache",
        "sprachfoerderbedarf": "goal/sprache-von-anfang-an",
        "elterngespraeche": "goal/eltern-kennen-angebote",
        "wegweiser": "goal/eltern-kennen-angebote",
        "verweildauer": "goal/wohnraum-finden",
    }


def test_a_goal_may_have_no_indicator() -> None:
    assert GOALS.goal("begegnungsorte").indicators == ()


def test_a_town_names_the_levels_in_its_own_words() -> None:
    names = {term.names: term.title for term in GOALS.every(Term)}
    assert names["field_of_action"] == "Wirkungsfeld"
    assert names["guiding_goal"] == "Leitziel"
    assert names["sub_goal"] == "Wirkungsziel"


def test_sub_fields_have_goals_of_their_own() -> None:
    field = GOALS.field_of_action("wohnen-und-nachbarschaft")
    assert field.goals == ()
    assert [sub_field.goals[0].id for sub_field in field.sub_fields] == ["wohnraum-finden", "nachbarn-kennen-sich"]
    assert GOALS.field_of("indicator/verweildauer") == field.sub_fields[0]


def test_without_measures_a_goal_says_who_leads_with_whom_and_by_when() -> None:
    goal = GOALS.goal("sprache-von-anfang-an")
    assert GOALS.actor(goal.leads[0].actor_refs[0]).title == "Amt für Bildung und Betreuung"
    assert [GOALS.horizon(stated.horizon_ref or "").title for stated in goal.time_frames] == ["bis 2030"]
    others = goal.partners[1]
    assert (others.actor_refs, others.printed, others.open_ended) == ((), "freie Träger", True)


def test_a_milestone_that_is_not_reached_differs_from_one_of_which_nothing_is_known() -> None:
    milestone = GOALS.indicator("wegweiser")
    assert milestone.kind is IndicatorKind.MILESTONE
    assert milestone.observations[0].reached is False
    assert milestone.baseline is None


def test_a_baseline_may_be_a_range_and_a_target_a_limit() -> None:
    indicator = GOALS.indicator("verweildauer")
    assert indicator.baseline
    assert (indicator.baseline.value, indicator.baseline.minimum, indicator.baseline.maximum) == (None, 28, 36)
    assert indicator.baseline.approximate
    assert indicator.target
    assert (indicator.target.value, indicator.target.maximum) == (None, 18)


def test_a_scale_has_its_steps_in_order_and_a_target_among_them() -> None:
    indicator = GOALS.indicator("zugehoerigkeit")
    assert indicator.baseline
    assert indicator.target
    steps = indicator.scale
    assert steps.index(indicator.target.text or "") == steps.index(indicator.baseline.text or "") + 1


def test_targets_may_lie_on_the_way() -> None:
    indicator = GOALS.indicator("sprachkurs-erfolg")
    assert indicator.target
    assert [target.value for target in (*indicator.interim_targets, indicator.target)] == [58, 65]


# -- measure sheets -------------------------------------------------------------------------------------

SHEETS = town("sheets")


def test_a_status_scale_is_the_towns_own_and_ordered() -> None:
    assert [level.title for level in SHEETS.status_scale][:3] == [
        "noch nicht konkret geplant",
        "geplant",
        "Umsetzungsphase begonnen",
    ]
    assert [level.id for level in SHEETS.status_scale if level.terminal] == ["fertig", "uebergeleitet"]
    assert SHEETS.status_level("dauerhaft").neutral is NeutralStatus.PERMANENT


def test_two_rounds_of_reports_are_a_history() -> None:
    rounds = {str(entry.as_of) for measure in SHEETS.measures for entry in measure.status_reports}
    assert rounds == {"2023-06-30", "2025-06-30"}
    before, after = SHEETS.measure("fortbildung").status_reports
    assert [SHEETS.status_level(entry.level_ref).neutral for entry in (before, after)] == [
        NeutralStatus.STARTED,
        NeutralStatus.PERMANENT,
    ]
    assert (before.completion, after.completion) == (40, 100)


def test_a_measure_without_a_report_has_no_status_rather_than_an_invented_one() -> None:
    assert SHEETS.measure("jugendbus").status_reports == ()


def test_a_measure_has_several_leads_and_partners_inside_and_outside() -> None:
    measure = SHEETS.measure("fortbildung")
    assert [lead.actor_refs for lead in measure.leads] == [("hauptamt",), ("integrationsbuero",)]
    assert [partner.affiliation for partner in measure.partners] == [Affiliation.EXTERNAL, Affiliation.INTERNAL]
    assert measure.partners[0].role == "Referentin"
    joint = SHEETS.measure("jugendtreff").leads[0]
    assert (joint.actor_refs, joint.printed) == (("jugendring", "sozialamt"), "Stadtjugendring/Amt 50")


def test_costs_are_ranges_by_year_with_their_basis_and_place_in_the_budget() -> None:
    cost = SHEETS.measure("fortbildung").cost
    assert cost
    assert cost.recurring
    assert cost.recurring == Amount(
        minimum=Decimal(4000), maximum=Decimal(6000), per=Per.YEAR, basis=cost.recurring.basis
    )
    assert cost.staff_fte == Decimal("0.15")
    assert (cost.budgeted, cost.budget_item) == (Budgeted.PARTLY, "1.11.20.03")
    spent = [(str(year.year), year.actual and year.actual.value) for year in cost.by_year]
    assert spent == [("2022", Decimal("2310.4")), ("2023", Decimal(6240))]


def test_what_was_planned_stands_beside_what_came_of_it() -> None:
    schedule = SHEETS.measure("leichte-sprache").schedule
    assert schedule
    assert schedule.planned
    assert schedule.actual
    assert schedule.planned.end
    assert schedule.actual.end
    assert schedule.actual.end.earliest > schedule.planned.end.earliest  # type: ignore[operator]  # both are dated
    milestones = [step.title for step in SHEETS.every(Step) if step.milestone]
    assert milestones == ["Konzept abgestimmt"]


def test_measures_are_merged_split_realigned_and_replaced() -> None:
    assert SHEETS.measure("sprachtandem").merged_into == "begegnungsnetz"
    assert SHEETS.measure("jugendtreff").split_into == ("jugendbus", "jugendwerkstatt")
    assert SHEETS.measure("stadtfest").replaced_by == "begegnungsnetz"
    assert SHEETS.measure("frauencafe").realigned
    merged = SHEETS.measure("sprachtandem").status_reports[-1]
    assert SHEETS.status_level(merged.level_ref).neutral is NeutralStatus.MERGED
    assert merged.status_reason == "geht in Maßnahme 2.4 auf"


def test_a_measure_may_consist_of_projects() -> None:
    assert [part.id for part in SHEETS.measure("begegnungsnetz").sub_measures] == ["patenschaften", "offene-treffs"]
    assert SHEETS.parent("measure/patenschaften") == SHEETS.measure("begegnungsnetz")
    field = SHEETS.field_of("measure/patenschaften")
    assert field
    assert field.id == "begegnung"
    assert len(SHEETS.measures) == 11


def test_a_measure_has_several_horizons_and_its_effect_another() -> None:
    measure = SHEETS.measure("jugendtreff")
    assert [(str(h.start), h.end and str(h.end), h.phase) for h in measure.time_frames] == [
        ("2023", "2024", "Erprobung"),
        ("2025", None, "Regelbetrieb"),
    ]
    assert measure.effect_time_frame
    assert str(measure.effect_time_frame.end) == "2027"


# -- an edition that judges the one before ------------------------------------------------------------------

LINEAGE = town("lineage")


def test_every_goal_of_the_edition_before_has_its_fate() -> None:
    fates = {goal.number: goal.fate for goal in LINEAGE.every(PreviousGoal)}
    assert fates == {
        "A 1": Fate.CARRIED_OVER,
        "A 2": Fate.DROPPED,
        "A 3": Fate.COMPLETED,
        "B 1": Fate.CHANGED,
        "B 2": Fate.REJECTED,
    }


def test_what_is_not_carried_on_has_a_reason() -> None:
    for goal in LINEAGE.every(PreviousGoal):
        if goal.fate in (Fate.DROPPED, Fate.REJECTED, Fate.CHANGED):
            assert goal.reason


def test_a_goal_carried_over_leads_to_the_goal_and_measure_of_today() -> None:
    old = LINEAGE.find(PreviousGoal, "p-sprachmittlung")
    assert old.verdict == "weitgehend erreicht"
    assert len(old.achievements) == 2
    assert LINEAGE.goal(old.goal_refs[0]).text == "Sprachmittlung steht Ämtern, Schulen und Kitas offen."
    assert LINEAGE.measure(old.measure_refs[0]).goal_refs == old.goal_refs


def test_editions_go_back_to_the_first_concept() -> None:
    before = LINEAGE.edition.predecessor
    assert before
    first = before.predecessor
    assert isinstance(first, Predecessor)
    assert [str(before.as_of), str(first.as_of)] == ["2018-10", "2011"]
    assert first.predecessor is None


def test_a_paper_goes_through_committees_and_may_still_be_open() -> None:
    chain = [(d.body, d.role, d.result) for d in LINEAGE.edition.decisions]
    assert chain[0] == ("Integrationsbeirat", DecisionRole.PRELIMINARY, DecisionResult.ADOPTED)
    assert chain[-1] == ("Stadtrat", DecisionRole.DECISION, DecisionResult.PENDING)
    assert LINEAGE.edition.adopted_on is None


def test_a_proposal_turned_down_keeps_its_reason() -> None:
    assert [measure.id for measure in LINEAGE.measures if measure.rejected] == ["telefondolmetschen"]


def test_people_took_part_on_dates_and_in_numbers() -> None:
    opening, survey = LINEAGE.meetings
    assert (opening.participant_count, opening.approximate) == (130, True)
    assert (survey.participant_count, survey.approximate) == (612, False)
    assert (str(survey.date), str(survey.end_date)) == ("2024-03-04", "2024-04-14")


def test_a_goal_may_have_a_status_of_its_own() -> None:
    goal = LINEAGE.goal("mitwirkung")
    assert LINEAGE.status_level(goal.status_reports[-1].level_ref).title == "begonnen"


# -- funded projects ------------------------------------------------------------------------------------------

PROJECTS = town("projects")


def test_money_is_planned_requested_granted_and_spent_by_source() -> None:
    state, own, foundation, donation = PROJECTS.measure("eltern-kind-gruppe").funding
    assert [source.kinds for source in (state, own, foundation, donation)] == [
        (FundingKind.STATE,),
        (FundingKind.OWN,),
        (FundingKind.FOUNDATION,),
        (FundingKind.DONATION,),
    ]
    steps = [step.value for step in (state.planned, state.requested, state.granted, state.spent) if step]
    assert steps == [45360, 45360, 42000, Decimal("39690.55")]
    assert state.final
    assert (state.share, own.share) == (Decimal(70), Decimal("17.5"))
    assert own.planned == Amount(minimum=Decimal(10000), maximum=Decimal(12000))
    assert donation.planned
    assert donation.planned.approximate


def test_money_granted_over_several_years_has_a_period() -> None:
    period = PROJECTS.measure("eltern-kind-gruppe").funding[0].period
    assert period
    assert [str(period.start), str(period.end)] == ["2023-07-01", "2025-06-30"]


def test_an_application_turned_down_one_undecided_and_one_not_made_are_three_things() -> None:
    federal, district, europe, _ = PROJECTS.measure("jobmentoring").funding
    assert federal.granted == Amount(value=Decimal(0))
    assert (europe.requested, europe.granted) == (Amount(value=Decimal(15000)), None)
    assert (district.requested, district.planned) == (None, Amount(value=Decimal(9000)))


def test_thirty_were_expected_and_forty_five_came() -> None:
    indicator = PROJECTS.indicator("griffbereit-teilnehmende")
    assert indicator.target
    observation = indicator.observations[0]
    assert (indicator.target.value, observation.value) == (30, 45)
    by_sex = [part.value for part in observation.breakdown if part.dimension == "Geschlecht"]
    assert by_sex == [10, 35]
    share = observation.breakdown[2]
    assert (share.value, share.unit) == (95, "%")
    assert observation.breakdown[3].missing == "wurde nicht erhoben"


def test_nothing_spent_and_nothing_known_are_different() -> None:
    saved = PROJECTS.indicator("griffbereit-kosten").observations[0]
    unknown = PROJECTS.indicator("griffbereit-treffen").observations[-1]
    assert (saved.value, saved.missing) == (0, None)
    assert (unknown.value, unknown.missing) == (None, "Verwendungsnachweis steht aus")


def test_the_public_does_not_see_the_contact_of_a_person_nor_an_internal_project() -> None:
    public = PROJECTS.public()
    assert PROJECTS.actor("projektleitung").contact
    assert public.actor("projektleitung").contact is None
    assert [part.id for part in public.measure("projektaufruf").sub_measures] == ["radwerkstatt"]
    assert public.activities == ()
    assert len(public.records[Funding]) == len(PROJECTS.records[Funding]) - 1


# -- recommendations ------------------------------------------------------------------------------------------

RECOMMENDATIONS = town("recommendations")


def test_a_measure_serves_several_goals_and_a_goal_has_several_measures() -> None:
    serving = {
        goal.number: [measure.number for measure in RECOMMENDATIONS.measures if goal.id in measure.goal_refs]
        for goal in RECOMMENDATIONS.goals
    }
    assert serving == {
        "1": ["E 1", "E 2"],
        "2": ["E 3", "E 4"],
        "3": ["E 5"],
        "4": ["E 3", "E 4"],
        "5": ["E 1", "E 3", "E 5"],
    }


def test_no_recommendation_binds() -> None:
    assert {measure.commitment for measure in RECOMMENDATIONS.measures} == {
        Commitment.NEEDS_DECISION,
        Commitment.RECOMMENDED,
        Commitment.POSSIBLE,
    }
    assert RECOMMENDATIONS.edition.decisions[0].role is DecisionRole.INFORMATION


def test_each_recommendation_has_a_decision_of_its_own() -> None:
    results = {measure.id: [step.result for step in measure.decisions] for measure in RECOMMENDATIONS.measures}
    assert results == {
        "e01": [DecisionResult.ADOPTED, DecisionResult.ADOPTED],
        "e02": [DecisionResult.REJECTED],
        "e03": [DecisionResult.PENDING],
        "e04": [],
        "e05": [],
    }


def test_a_measure_points_to_needs_offers_themes_and_other_plans() -> None:
    measure = RECOMMENDATIONS.measure("e01")
    assert RECOMMENDATIONS.need(measure.need_refs[0]).perspective == "Beratungsstellen"
    assert (
        RECOMMENDATIONS.challenge(measure.challenge_refs[0]).text == "Vermietende äußern Vorbehalte gegen Geflüchtete."
    )
    assert RECOMMENDATIONS.offer(measure.offer_refs[0]).contacts[0].actor_refs == ("wohnbau",)
    assert measure.strategy_links == ("ISEK 2035", "Wohnraumkonzept")
    assert measure.cross_cutting_themes == ("Mehrsprachigkeit",)


def test_a_concept_may_have_no_field_of_action() -> None:
    assert RECOMMENDATIONS.fields_of_action == ()
    assert RECOMMENDATIONS.field_of("measure/e01") is None


def test_a_day_of_every_year_needs_no_year() -> None:
    day = RECOMMENDATIONS.action_day("tag-der-aelteren").date
    assert day
    assert (day.precision, day.month_day, day.year) == (Precision.DAY_OF_YEAR, (10, 1), None)


# -- monitoring -----------------------------------------------------------------------------------------------

MONITORING = town("monitoring")


def test_every_value_says_whom_it_speaks_of() -> None:
    indicator = MONITORING.indicator("beschaeftigung")
    assert indicator.population
    assert [observation.population for observation in indicator.observations] == [
        None,
        None,
        "wie oben, seit 2022 ohne Schutzsuchende aus der Ukraine in Kursen",
    ]
    assert MONITORING.figure("auslaendische").population


def test_a_gap_is_the_first_group_less_the_second() -> None:
    indicator = MONITORING.indicator("ohne-abschluss")
    assert indicator.kind is IndicatorKind.GAP
    first, second = (part.value for part in indicator.observations[0].breakdown)
    assert first is not None
    assert second is not None
    assert indicator.observations[0].value == pytest.approx(first - second)
    assert indicator.observations[3].value == -0.4
    assert indicator.compares == ("ausländische Abgehende", "deutsche Abgehende")


def test_a_missing_year_has_its_reason() -> None:
    missing = {
        str(observation.as_of): observation.missing
        for observation in MONITORING.indicator("einkommen").observations
        if observation.value is None
    }
    assert missing == {
        "2022": "keine Statistik unterhalb der Regierungsbezirke",
        "2023": "keine Statistik unterhalb der Regierungsbezirke",
    }


def test_a_series_counts_by_school_year_quarter_month_or_day() -> None:
    dates = {
        observation.as_of.precision
        for indicator in MONITORING.indicators
        for observation in indicator.observations
        if observation.as_of
    }
    assert dates == {
        Precision.SCHOOL_YEAR,
        Precision.QUARTER,
        Precision.MONTH,
        Precision.DAY,
        Precision.YEAR,
    }
    assert MONITORING.indicator("ohne-abschluss").observations[0].as_of == PartialDate("2018/19")


def test_a_series_needs_no_target() -> None:
    indicator = MONITORING.indicator("gruendungen")
    assert [observation.value for observation in indicator.observations] == [8, 4, 21, 27]
    assert indicator.target is None


def test_an_index_counts_the_questions_answered_with_yes() -> None:
    indicator = MONITORING.indicator("oeffnungsindex")
    assert indicator.kind is IndicatorKind.INDEX
    assert len(indicator.questions) == 10
    observation = indicator.observations[0]
    assert observation.value == sum(part.value or 0 for part in observation.breakdown) == 6
    assert indicator.goal_refs == ("oeffnung",)


def test_a_value_of_another_place_is_a_benchmark_and_no_observation() -> None:
    indicator = MONITORING.indicator("familiensprache")
    assert [(benchmark.population, benchmark.value) for benchmark in indicator.benchmarks] == [("Land", 25.4)]
    assert 25.4 not in [observation.value for observation in indicator.observations]


def test_an_indicator_may_follow_a_catalogue() -> None:
    codes = {i.id: i.catalogue_code for i in MONITORING.indicators if i.catalogue_code}
    assert codes == {"ohne-abschluss": "IntMK:D3", "familiensprache": "IntMK:C3", "einkommen": "IntMK:E6a"}


def test_a_share_says_of_what_it_is_one() -> None:
    share = MONITORING.figure("auslaenderanteil")
    part, whole = MONITORING.figure(share.part_ref or ""), MONITORING.figure(share.whole_ref or "")
    assert isinstance(part.value, int)
    assert isinstance(whole.value, int)
    assert share.value == pytest.approx(100 * part.value / whole.value, abs=0.05)
