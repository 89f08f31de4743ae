"""A concept as its user meets it: look-ups, places, changes, and what a notebook shows."""

import pickle
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import integrationskonzept as ik
from integrationskonzept.errors import (
    IntegrationskonzeptError,
    InternalConceptError,
    InvalidValueError,
    UnknownElementError,
)
from integrationskonzept.findings import FileOrigin, Position
from integrationskonzept.model import (
    ActionDay,
    Activity,
    Actor,
    Citation,
    Commitment,
    Concept,
    Discrepancy,
    DiscrepancyKind,
    Edition,
    FieldOfAction,
    Horizon,
    HorizonStatement,
    Indicator,
    Interface,
    Involvement,
    Measure,
    Municipality,
    NeutralStatus,
    Observation,
    PartialDate,
    Role,
    Section,
    Span,
    StatusEntry,
    StatusLevel,
    Timeline,
    TimelineRow,
)
from integrationskonzept.model.check_settings import CheckSettings
from integrationskonzept.model.element import Sourced
from integrationskonzept.model.tree import revise
from integrationskonzept.testing import example_concept, seeded
from tests.model.conftest import TOWNS, town

LOOK_UPS = [
    ("goals", "field_of_action", "wohnraum"),
    ("goals", "goal", "begegnungsorte"),
    ("sheets", "measure", "sprachtandem"),
    ("monitoring", "indicator", "segregation"),
    ("recommendations", "activity", "begegnungsnachmittag"),
    ("recommendations", "action_day", "tag-der-aelteren"),
    ("sheets", "actor", "caritas"),
    ("sheets", "group", "lenkungskreis"),
    ("recommendations", "horizon", "mittel"),
    ("sheets", "status_level", "fertig"),
    ("goals", "need", "sprachpraxis"),
    ("recommendations", "offer", "mietsprechstunde"),
    ("goals", "challenge", "kitaplaetze"),
    ("monitoring", "figure", "einwohner"),
    ("lineage", "meeting", "auftakt"),
    ("lineage", "reference", "rechtsamt-2021"),
]


def with_measures(konzept: Concept, *measures: Measure) -> Concept:
    return attrs.evolve(konzept, fields_of_action=(FieldOfAction(id="feld", title="Feld", measures=measures),))


# -- look-ups ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "look_up", "id"), LOOK_UPS)
def test_what_has_an_id_is_found_by_it(name: str, look_up: str, id: str) -> None:
    concept = town(name)
    found = getattr(concept, look_up)(id)
    assert found.id == id
    assert concept.element(f"{look_up}/{id}") is found


def test_roles_and_the_interfaces_between_them_are_found(konzept: Concept) -> None:
    konzept = attrs.evolve(
        konzept,
        roles=(Role(id="rat", title="Gemeinderat"), Role(id="amt", title="Verwaltung")),
        interfaces=(Interface(id="rat-amt", title="Rat und Verwaltung", between=("rat", "amt")),),
    )
    assert [konzept.role(id).title for id in konzept.interface("rat-amt").between] == ["Gemeinderat", "Verwaltung"]


def test_an_id_that_does_not_exist_is_a_key_error_with_near_ids(konzept: Concept) -> None:
    with pytest.raises(KeyError) as caught:
        konzept.measure("sprachkurs")
    assert isinstance(caught.value, IntegrationskonzeptError)
    assert str(caught.value) == (
        "concept/oberstadt has no measure 'sprachkurs'; did you mean 'sprachkurse' or 'sprachcafe'?"
    )


def test_an_id_of_another_noun_is_no_near_id(konzept: Concept) -> None:
    with pytest.raises(UnknownElementError, match=r"^concept/oberstadt has no field of action 'monitoring'$"):
        konzept.field_of_action("monitoring")


def test_an_address_that_does_not_exist_suggests_near_addresses(konzept: Concept) -> None:
    with pytest.raises(
        UnknownElementError, match="has no element 'mesure/monitoring'; did you mean 'measure/monitoring'"
    ):
        konzept.element("mesure/monitoring")


def test_where_nothing_is_near_nothing_is_suggested(konzept: Concept) -> None:
    with pytest.raises(UnknownElementError, match=r"has no offer 'x'$"):
        konzept.offer("x")


def test_an_action_day_is_found_as_one_and_not_as_an_activity(konzept: Concept) -> None:
    field = FieldOfAction(
        id="feld",
        title="Feld",
        activities=(Activity(id="fest", title="Fest"),),
        action_days=(ActionDay(id="tag", title="Tag der Muttersprache"),),
    )
    konzept = attrs.evolve(konzept, fields_of_action=(field,))
    assert [activity.id for activity in konzept.activities] == ["fest"]
    assert [day.id for day in konzept.action_days] == ["tag"]


def test_collections_go_over_all_fields_overarching_ones_first(konzept: Concept) -> None:
    assert [measure.id for measure in konzept.measures] == ["monitoring", "sprachkurse", "sprachcafe", "cafe-nord"]
    assert [goal.id for goal in konzept.goals] == ["verstehen"]
    assert [indicator.id for indicator in konzept.indicators] == ["kurse"]
    assert konzept.every(Role) == ()


def test_of_two_elements_with_one_address_the_first_is_found(konzept: Concept) -> None:
    doubled = with_measures(konzept, Measure(id="m", title="eins"), Measure(id="m", title="zwei"))
    assert doubled.measure("m").title == "eins"
    assert len(doubled.records[Measure]) == 3


def test_an_element_knows_the_field_and_the_element_around_it(konzept: Concept) -> None:
    assert konzept.parent("indicator/kurse") is konzept.measure("sprachkurse")
    assert konzept.parent("measure/cafe-nord") is konzept.measure("sprachcafe")
    assert konzept.parent("field_of_action/sprache") is konzept
    assert konzept.parent("concept/oberstadt") is None
    assert konzept.field_of("measure/cafe-nord") is konzept.field_of_action("begegnung")
    assert konzept.field_of("field_of_action/begegnung") is konzept.field_of_action("sprache")
    assert konzept.field_of("measure/monitoring") is None
    assert konzept.field_of("concept/oberstadt") is None


def test_discrepancies_are_found_wherever_they_stand(konzept: Concept) -> None:
    printed = Discrepancy(id="tippfehler", kind=DiscrepancyKind.TYPO, text="Im Titel fehlt ein Buchstabe.")
    marked = konzept.replace("measure/sprachkurse", discrepancies=(printed,))
    assert marked.all_discrepancies == (printed,)
    assert marked.parent("discrepancy/tippfehler") is marked.measure("sprachkurse")


# -- places ------------------------------------------------------------------------------------------------


def test_a_path_in_a_concept_without_a_file_has_a_place_by_address(konzept: Concept) -> None:
    place = konzept.place(("fields_of_action", 0, "measures", 0, "title"))
    assert str(place) == "measure/sprachkurse"
    assert konzept.place(()).address == "concept/oberstadt"


def test_a_path_in_a_concept_from_a_file_has_line_and_column() -> None:
    sheets = town("sheets")
    place = sheets.place((*sheets.path("measure/fortbildung"), "title"))
    assert (place.file, place.address) == ("sheets.yaml", "measure/fortbildung")
    lines = (TOWNS / "sheets.yaml").read_text(encoding="utf-8").splitlines()
    assert place.line
    assert place.column
    assert lines[place.line - 1][place.column - 1 :] == "title: Fortbildungsreihe „Vielfalt im Amt“"


def test_an_item_of_a_list_lies_where_its_value_begins(konzept: Concept) -> None:
    def positions(_: Any) -> tuple[None, Position]:
        return None, Position(7, 5)

    assert str(attrs.evolve(konzept, origin=FileOrigin("a.yaml", positions)).place(("actors", 0))) == "a.yaml:7:5"


def test_a_place_without_marks_names_the_file(konzept: Concept) -> None:
    located = attrs.evolve(konzept, origin=FileOrigin("a.yaml", lambda _: (None, None)))
    assert str(located.place(())) == "a.yaml"


# -- changes -----------------------------------------------------------------------------------------------


def test_a_changed_element_makes_a_new_concept_and_leaves_the_old_one(konzept: Concept) -> None:
    changed = konzept.replace("measure/cafe-nord", title="Café Süd", commitment=Commitment.ADOPTED)
    assert changed.measure("cafe-nord").title == "Café Süd"
    assert konzept.measure("cafe-nord").title == "Café Nord"
    assert changed.measure("sprachkurse") is konzept.measure("sprachkurse")


def test_the_concept_itself_can_be_changed(konzept: Concept) -> None:
    assert konzept.replace("concept/oberstadt", motto="Zusammen").motto == "Zusammen"


def test_a_changed_concept_no_longer_stands_in_the_file() -> None:
    sheets = town("sheets")
    assert sheets.origin
    for address in (sheets.address, "measure/jugendbus"):
        assert sheets.replace(address, title="neu").origin is None
    assert sheets.public().origin is None
    assert sheets.replace("measure/jugendbus") == sheets


def test_a_new_id_is_found_and_the_old_one_no_longer(konzept: Concept) -> None:
    changed = konzept.replace("measure/sprachkurse", id="deutschkurse")
    assert changed.measure("deutschkurse").title == "Sprachkurse"
    with pytest.raises(UnknownElementError):
        changed.measure("sprachkurse")
    assert konzept.measure("sprachkurse").title == "Sprachkurse"


def test_a_new_indicator_is_found_after_any_number_of_changes(konzept: Concept) -> None:
    for number in range(5):
        measure = konzept.measure("sprachkurse")
        indicator = Indicator(id=f"neu-{number}", title="Neu")
        konzept = konzept.replace(measure.address, indicators=(indicator, *measure.indicators))
        konzept = konzept.replace(indicator.address, unit="Personen")
        konzept = konzept.replace("indicator/kurse", unit="Kurse")
    assert [konzept.indicator(f"neu-{number}").unit for number in range(5)] == ["Personen"] * 5
    assert konzept.path("indicator/kurse")[-1] == 5
    assert [indicator.unit for indicator in konzept.indicators] == [*["Personen"] * 5, "Kurse"]


def test_a_list_a_date_and_a_word_may_be_given_as_they_are_written(konzept: Concept) -> None:
    konzept = konzept.replace("measure/sprachkurse", aliases=["Deutschkurse"], commitment="adopted")
    assert konzept.measure("sprachkurse").aliases == ("Deutschkurse",)
    assert konzept.measure("sprachkurse").commitment is Commitment.ADOPTED
    konzept = konzept.replace("horizon/kurz", start="2025", end=PartialDate("2026"), minimum_years=0.5)
    assert konzept.horizon("kurz").start == PartialDate("2025")
    assert hash(konzept)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"titel": "a"}, "measure/sprachkurse has no attribute 'titel'; did you mean 'title'"),
        ({"title": None}, "title: expected text; got nothing"),
        ({"status_reports": "fertig"}, "status_reports: expected a list; got the text 'fertig'"),
        ({"status_reports": ["fertig"]}, r"status_reports\[0\]: expected a mapping .*; got the text 'fertig'"),
        ({"internal": 1}, "internal: expected true or false; got the number 1"),
        ({"commitment": "sicher"}, "commitment: expected one of adopted, recommended, possible, needs_decision; got"),
        ({"goal_refs": ["a", True]}, r"goal_refs\[1\]: expected text; got the truth value true"),
        ({"extra": 3}, "extra: expected a mapping .*; got the number 3"),
        ({"extra": {"x-a": {1, 2}}}, "extra.x-a: expected text, numbers, truth values, lists or mappings; got"),
    ],
)
def test_a_change_that_cannot_be_says_what_is_taken(konzept: Concept, change: dict[str, Any], reason: str) -> None:
    with pytest.raises((TypeError, InvalidValueError), match=reason):
        konzept.replace("measure/sprachkurse", **change)


def test_a_truth_value_is_no_number(konzept: Concept) -> None:
    with pytest.raises(InvalidValueError, match="minimum_years: expected a number; got the truth value true"):
        konzept.replace("horizon/kurz", minimum_years=True)


def test_foreign_attributes_can_be_added(konzept: Concept) -> None:
    assert (
        konzept.replace("measure/sprachkurse", extra={"x-akte": "50.1"}).measure("sprachkurse").extra["x-akte"]
        == "50.1"
    )


def test_five_thousand_measures_can_be_changed_one_after_the_other(konzept: Concept) -> None:
    konzept = with_measures(konzept, *(Measure(id=f"m-{number}", title="alt") for number in range(5000)))
    for number in range(0, 5000, 5):
        konzept = konzept.replace(f"measure/m-{number}", title="neu")
    assert sum(measure.title == "neu" for measure in konzept.measures) == 1000
    assert konzept.public().measure("m-4995").title == "neu"


# -- the public view -----------------------------------------------------------------------------------------


def test_the_public_does_not_see_what_is_internal_nor_who_is_meant_by_it(konzept: Concept) -> None:
    public = konzept.public()
    measure = public.measure("sprachkurse")
    assert [actor.id for actor in public.actors] == ["amt"]
    assert measure.leads == (Involvement(actor_refs=("amt",)),)
    assert measure.partners == ()
    assert "person" not in str(attrs.asdict(public))
    assert "Frau M." not in str(attrs.asdict(public))


def test_without_anything_internal_the_public_sees_all(konzept: Concept) -> None:
    open_concept = attrs.evolve(konzept, actors=konzept.actors[:1], fields_of_action=(), checks=CheckSettings())
    public = open_concept.public()
    assert public.checks is None
    assert attrs.evolve(public, checks=CheckSettings()) == open_concept


def test_every_trace_of_an_internal_element_goes_with_it(konzept: Concept) -> None:
    secret: dict[str, Any] = {"internal": True}
    konzept = attrs.evolve(
        konzept,
        sections=(Section(id="anhang", title="Anhang", **secret),),
        horizons=(Horizon(id="kurz", title="kurz", **secret), Horizon(id="lang", title="lang")),
        status_scale=(StatusLevel(id="streng-geheim", title="x", neutral=NeutralStatus.UNKNOWN, **secret),),
        timeline=Timeline(rows=(TimelineRow(id="zeile", title="Zeile", measure_ref="geheim"),)),
        edition=Edition(as_of=PartialDate("2025"), **secret),
        discrepancies=(
            Discrepancy(id="d", kind=DiscrepancyKind.ERROR, text="d", concerns=("measure/geheim", "measure/offen")),
        ),
    )
    konzept = with_measures(
        konzept,
        Measure(id="geheim", title="Geheim", **secret),
        Measure(
            id="offen",
            title="Offen",
            related_measure_refs=("geheim", "offen"),
            time_frames=(HorizonStatement(horizon_ref="kurz"), HorizonStatement(horizon_ref="lang")),
            status_reports=(StatusEntry(as_of=PartialDate("2025"), level_ref="streng-geheim"),),
            sources=(Citation(section_ref="anhang", page=9), Citation(page=3)),
        ),
    )
    public = konzept.public()
    left = public.measure("offen")
    assert (left.related_measure_refs, left.status_reports) == (("offen",), ())
    assert left.time_frames == (HorizonStatement(horizon_ref="lang"),)
    assert left.sources == (Citation(page=3),)
    assert public.timeline
    assert public.timeline.rows[0].measure_ref is None
    assert public.edition == Edition()
    assert public.all_discrepancies[0].concerns == ("measure/offen",)
    assert "geheim" not in str(attrs.asdict(public))


def test_a_measure_that_went_into_internal_ones_alone_does_not_look_as_if_it_stood(konzept: Concept) -> None:
    public = with_measures(
        konzept,
        Measure(id="geheim", title="Geheim", internal=True),
        Measure(id="a", title="A", merged_into="geheim"),
        Measure(id="b", title="B", replaced_by="a"),
        Measure(id="c", title="C", split_into=("geheim", "d")),
        Measure(id="d", title="D", requires=("a",)),
        Measure(id="e", title="E", rejected="zu teuer", merged_into="geheim"),
    ).public()
    assert {one.id for one in public.measures} >= {"c", "d", "e"}
    assert {one.id for one in public.measures}.isdisjoint({"geheim", "a", "b"})
    assert public.measure("c").split_into == ("d",)
    assert public.measure("d").requires == ()
    assert public.measure("e").rejected == "zu teuer"


def _with_canaries(record: Any) -> Any:
    """Put what editors note for themselves into every record that can hold it."""
    if isinstance(record, Discrepancy):
        return attrs.evolve(record, effect="CANARY")
    return attrs.evolve(record, note="CANARY") if isinstance(record, Sourced) else record


@pytest.mark.parametrize("noted", [example_concept(), seeded(5)])
def test_the_public_does_not_see_what_editors_note_for_themselves(noted: Concept) -> None:
    noted = attrs.evolve(revise(noted, _with_canaries), note="CANARY", internal=False)
    noted = attrs.evolve(noted, municipality=attrs.evolve(noted.municipality, internal=False))
    assert "CANARY" in str(attrs.asdict(noted))
    assert "CANARY" not in str(attrs.asdict(noted.public()))
    assert noted.public().public() == noted.public()
    files = ik.export(noted, "datapackage").files
    assert not [file.name for file in files if b"CANARY" in file.content]


def test_one_internal_observation_goes_and_the_others_stay(konzept: Concept) -> None:
    seen, hidden = Observation(value=1), Observation(value=2, internal=True)
    public = konzept.replace("indicator/kurse", observations=[seen, hidden]).public()
    assert public.indicator("kurse").observations == (seen,)


def test_what_is_marked_internal_as_a_whole_has_no_public_view(konzept: Concept) -> None:
    for hidden in (
        attrs.evolve(konzept, internal=True),
        attrs.evolve(konzept, municipality=Municipality(name="Oberstadt", internal=True)),
    ):
        with pytest.raises(InternalConceptError, match="concept/oberstadt is marked internal as a whole"):
            hidden.public()


# -- for people who look at it ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2025-07", "2029", "2025–2029"),
        ("2024", "2026/27", "2024–2027"),
        ("2025-01", "2025-06", "2025"),
        ("2025", None, "2025–"),
        (None, "2029", "–2029"),
        (None, None, ""),
    ],
)
def test_the_period_is_shown_in_years(konzept: Concept, start: str | None, end: str | None, years: str) -> None:
    period = Span(start=PartialDate(start) if start else None, end=PartialDate(end) if end else None)
    assert attrs.evolve(konzept, period=period).years == years


def test_a_concept_shows_its_title_its_period_and_how_much_is_in_it(konzept: Concept) -> None:
    shown = "'Integrationskonzept Oberstadt': 2 fields of action, 4 measures, 1 indicator"
    assert repr(konzept) == f"<Concept oberstadt {shown}>"
    dated = attrs.evolve(konzept, period=Span(start=PartialDate("2025"), end=PartialDate("2029")))
    assert "Oberstadt' 2025–2029: 2 fields" in repr(dated)


class Page(HTMLParser):
    """The text of a page's cells, and every tag on it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.cells: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"}.intersection(self.open):
            self.cells[-1] += data


def test_a_notebook_shows_a_row_for_every_measure_wherever_it_stands(konzept: Concept) -> None:
    konzept = konzept.replace(
        "measure/cafe-nord",
        time_frames=[HorizonStatement(start=PartialDate("2026")), HorizonStatement(horizon_ref="unbekannt")],
    )
    cells = Page(konzept._repr_html_()).cells
    rows = [tuple(cells[start : start + 5]) for start in range(0, len(cells), 5)]
    assert [row for row in rows if row[0] != "Maßnahme"] == [
        ("Monitoring", "", "", "? nie gemeldet", "0"),
        ("Sprachkurse", "Amt", "kurzfristig", "? nie gemeldet", "1"),
        ("Sprachcafé", "", "", "? nie gemeldet", "0"),
        ("Café Nord", "", "ab 2026; unbekannt", "? nie gemeldet", "0"),
    ]


def test_a_notebook_speaks_the_language_of_the_concept(konzept: Concept) -> None:
    german = konzept._repr_html_()
    english = attrs.evolve(konzept, language="en-GB")._repr_html_()
    assert "measure" in english
    assert Page(german).cells[:4] != Page(english).cells[:4]


def test_a_notebook_shows_no_table_where_there_are_no_measures() -> None:
    page = Page(town("goals")._repr_html_())
    assert "table" not in page.tags


def test_of_very_many_measures_a_notebook_shows_the_first_and_how_many_follow(konzept: Concept) -> None:
    many = with_measures(konzept, *(Measure(id=f"m-{number}", title="x") for number in range(150)))
    cells = Page(many._repr_html_()).cells
    assert cells[-1] == "… und 50 weitere"


@given(st.text(), st.sampled_from(["<script>alert(1)</script>", "<img src=x onerror=y>", "&amp;", "'\"", "</td><td>"]))
def test_a_hostile_title_stays_text(text: str, hostile: str) -> None:
    title = text + hostile
    concept = Concept(
        id="a",
        title=title,
        municipality=Municipality(name=title),
        horizons=(Horizon(id="h", title=title),),
        actors=(Actor(id="b", title=title),),
        fields_of_action=(
            FieldOfAction(
                id="f",
                title=title,
                measures=(Measure(id="m", title=title, time_frames=(HorizonStatement(horizon_ref="h"),)),),
            ),
        ),
    )
    page = Page(concept._repr_html_())
    assert {"script", "img"}.isdisjoint(page.tags)
    assert len(page.cells) == 10
    assert "\n" not in repr(concept)


def test_a_concept_can_be_pickled_after_it_was_used(konzept: Concept) -> None:
    assert konzept.measure("sprachkurse").title == "Sprachkurse"
    again = pickle.loads(pickle.dumps(konzept))  # noqa: S301 - pickled here
    assert again == konzept
    assert again.measure("sprachkurse") == konzept.measure("sprachkurse")
    assert len({konzept, again}) == 1
