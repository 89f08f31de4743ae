"""Every result with a document: concepts, elements, tables, exports, plugins, portfolios."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import integrationskonzept as ik
from integrationskonzept.blocks import HasBlocks, HtmlProfile, to_html, to_markdown, to_text
from integrationskonzept.documents.concept import element_document
from integrationskonzept.documents.snapshot import snapshot_document
from integrationskonzept.documents.titles import title_of
from integrationskonzept.model.activity import Frequency, Recurrence
from integrationskonzept.model.actor import Actor, Contact, Involvement
from integrationskonzept.model.element import Statement
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.indicator import Target
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.money import Amount, Cost, Funding
from integrationskonzept.model.observation import BreakdownPart, Observation
from integrationskonzept.model.provenance import Citation
from integrationskonzept.plugins.account import plugins_document
from integrationskonzept.plugins.contracts import Export, ExportFile, Loss
from integrationskonzept.plugins.plugin_record import PluginInfo, PluginState
from tests.evaluation.town import TODAY, aim, day, indicator, measure, seen, town

SOME = Loss(address="measure/a", message=ik.message("nothing is said"))


def text(result: HasBlocks, language: str = "de") -> str:
    return to_text(result.blocks(language), width=None)


@pytest.mark.parametrize("name", ["sachsenheim", "musterstadt-2025", "musterstadt-2027"])
def test_a_concept_is_told_in_full_in_every_medium(name: str) -> None:
    concept = ik.concept(name)
    document = concept.blocks()
    assert document.language == "de"
    for measured in concept.public().measures:
        for written in (to_text(document, width=None), to_html(document)):
            assert all(
                " ".join(one.text.split())[:40] in written for one in measured.current_state if "&" not in one.text
            )
    assert to_markdown(document).startswith("# ")


def test_a_notebook_shows_the_public_overview_of_a_concept() -> None:
    shown = town(measure("a", title="Kurse"))._repr_html_()
    assert shown.count("<table>") == 1
    assert "Kurse" in shown


def test_a_concept_that_is_internal_as_a_whole_is_named_and_nothing_more() -> None:
    hidden = attrs.evolve(town(measure("a", title="Geheim")), internal=True)
    assert "Geheim" not in text(hidden)
    assert text(hidden).startswith(f"{hidden.id}\n")


def test_an_element_without_its_concept_is_told_with_ids() -> None:
    leads = (Involvement(actor_refs=("vhs",)),)
    one = Measure(id="a", number="1", title="Kurse", leads=leads, goal_refs=("ziel",))
    assert text(one).splitlines()[0] == "Maßnahme: 1 Kurse"
    assert "vhs" in text(one)
    assert to_text(element_document(one, "en"), width=None).splitlines()[0] == "measure: 1 Kurse"


def test_records_are_said_in_one_line_as_far_as_that_says_all() -> None:
    vhs = Actor(id="vhs", title="Volkshochschule", contact=Contact(email="a@b.example", url="https://b.example"))
    one = measure(
        "a",
        leads=(
            Involvement(actor_refs=("vhs",), role="Leitung"),
            Involvement(printed="Jemand"),
            Involvement(role="Hilfe"),
        ),
        partners=(Involvement(actor_refs=("vhs",), contact=Contact(name="Frau Muster")), Involvement()),
        time_frames=(
            HorizonStatement(horizon_ref="kurz"),
            HorizonStatement(start=day("2026"), end=day("2027"), phase="Aufbau"),
        ),
        current_state=(Statement(text="Es gibt Kurse.\n\nAbends.", note="geprüft"),),
        cross_cutting_themes=("Gleichstellung", "Digitales"),
        examples=("Ein sehr langes Beispiel, das eine eigene Zeile der Liste bekommt.", "Kurz"),
        recurrence=Recurrence(frequency=Frequency.WEEKLY, text="immer dienstags"),
        cost=Cost(total=Amount(minimum=Decimal(5), basis="geschätzt")),
        funding=(Funding(share=Decimal(50)),),
        description="Erster Absatz.\n\nZweiter Absatz.",
        sources=(Citation(section_ref="s", page=3, line=4, text="unten"), Citation(reference_ref="r")),
        inferred=("title",),
        extra={"x-stelle": "4711", "x-zahl": 3, "x-liste": [1]},
        indicators=(
            indicator(
                "i",
                unit="%",
                baseline=Observation(missing="keine Statistik"),
                observations=(
                    seen("2026", minimum=3, maximum=4, approximate=True),
                    Observation(reached=True, text="da"),
                    Observation(breakdown=(BreakdownPart(category="Frauen", dimension="Geschlecht", value=5),)),
                    Observation(breakdown=(BreakdownPart(category="Männer", missing="unbekannt"),)),
                    Observation(breakdown=(BreakdownPart(category="Kinder"),)),
                ),
                target=aim("2028"),
                interim_targets=(Target(value=3), Target(reached=False)),
            ),
        ),
    )
    said = text(ik.replace(town(one, actors=(vhs,)), "measure/a", areas=("Mitte",)))
    for expected in (
        "Volkshochschule (Leitung), Jemand, Hilfe",
        "Frau Muster",
        "2026 bis 2027",
        "Aufbau",
        "Gleichstellung, Digitales",
        "- Ein sehr langes Beispiel",
        "immer dienstags",
        "mindestens 5 €",
        "geschätzt",
        "Erster Absatz.",
        "Zweiter Absatz.",
        "s, S. 3, Zeile 4, unten",
        "Titel",
        "4711",
        "[1]",
        "keine Statistik",
        "rund 3 bis 4 %",
        "eingetreten",
        "Geschlecht · Frauen: 5 %",
        "Männer: unbekannt",
        "nicht eingetreten",
        "bis 2028",
        "a@b.example",
        "https://b.example",
    ):
        assert expected in said
    assert "geprüft" not in said, "remarks of an editor are not public"


def test_long_texts_that_serve_as_titles_are_cut_and_stand_below_in_full() -> None:
    long = "Die Stadt " + "hilft allen Menschen " * 10
    concept = ik.loads(
        f"schema: 2\nid: a\ntitle: A\nmunicipality: {{name: A}}\nneeds: [{{id: n, text: '{long.strip()}'}}]"
    )
    assert long.strip() in text(concept)


def test_times_are_hours_and_minutes() -> None:
    concept = ik.loads(
        "schema: 2\nid: a\ntitle: A\nmunicipality: {name: A}\n"
        "overarching: {activities: [{id: b, title: B, date: 2027-03-02, start_time: '09:30'}]}"
    )
    assert "09:30" in text(concept)
    assert "09:30:00" not in text(concept)
    assert concept.activities[0].start_time == time(9, 30)


def test_a_table_and_a_list_of_tables_are_documents() -> None:
    tables = ik.tables(ik.concept("musterstadt-2027"))
    assert tables.measures.blocks("en").blocks
    assert "Maßnahmen" in text(tables)
    assert "18" in text(tables)


def test_an_export_names_its_files_and_what_they_lack() -> None:
    file = ExportFile(name="a.txt", content=b"abc", media_type="text/plain")
    again = attrs.evolve(SOME, address="measure/b")
    said = text(Export(files=(file,), losses=(SOME, again), warnings=(SOME,)))
    assert "a.txt" in said
    assert "measure/a und 1 weitere" in said
    assert "Zweifelhaft im Export" in said
    assert "keine Datei" in text(Export(files=()))
    assert text(SOME, "en") == "measure/a\n\nnothing is said\n"


def test_plugins_are_listed_with_their_state_and_failures() -> None:
    many = tuple(f"rule R{number}" for number in range(20))
    failed = PluginInfo(
        name="b", distribution=None, version=None, state=PluginState.FAILED, faults=(ik.message("it broke"),)
    )
    used = PluginInfo(
        name="a", distribution="stadt-a", version="1.0", state=PluginState.OK, brings=("format kv", *many)
    )
    said = to_text(plugins_document((used, failed), "en"), width=None)
    assert "stadt-a 1.0" in said
    assert "format kv; rule (20)" in said
    assert "- b: it broke" in said
    assert "in use" in text(used, "en")


def test_a_portfolio_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("schema: 2\nid: a\ntitle: A\nmunicipality: {name: Stadt A}\n", "utf-8")
    (tmp_path / "b.yaml").write_text("schema: 2\n", "utf-8")
    said = text(ik.read_portfolio(tmp_path))
    assert "Stadt A" in said
    assert "fehlt" in said


def test_an_agenda_without_entries_says_so() -> None:
    assert "nichts ist fällig" in text(ik.due(town(measure("a")), TODAY, TODAY))


def test_a_snapshot_without_changes_has_no_table() -> None:
    now = ik.evaluate(town(measure("a")), TODAY).snapshot()
    same = snapshot_document(now.compare(now), "de")
    assert same.blocks == ()
    changed = ik.evaluate(town(measure("b")), TODAY).snapshot()
    assert "Vorhanden" in text(now.compare(changed)).title()


def test_comparable_indicators_are_a_document() -> None:
    def place(id: str) -> Any:
        concept = town(measure("a", indicators=(indicator("i", catalogue_code="IntMK:E1a"),)))
        return attrs.evolve(concept, id=id)

    (found,) = ik.comparison.comparability.comparability([place("a"), place("b")])
    assert "IntMK:E1a" in text(found)


def test_every_document_is_html_for_a_notebook() -> None:
    page = to_html(
        ik.evaluate(ik.concept("musterstadt-2027"), date(2027, 11, 27)).blocks(), profile=HtmlProfile.NOTEBOOK
    )
    assert " id=" not in page


def test_the_value_of_a_figure_has_its_unit() -> None:
    head = "schema: 2\nid: a\ntitle: A\nmunicipality: {name: A}\n"
    stated = "{id: k, title: Anteil, unit: '%', observations: [{as_of: 2026, value: 18.5}]}"
    assert "2026: 18,5 %" in text(ik.loads(f"{head}figures: [{stated}]"))


@pytest.mark.parametrize(
    ("number", "title", "said"),
    [
        ("1", "Kurse", "1 Kurse"),
        ("1", "12 Kurse", "1 12 Kurse"),
        ("1.2", "1.2 Kurse", "1.2 Kurse"),
        ("A3", None, "A3"),
        (None, "Kurse", "Kurse"),
    ],
)
def test_a_number_stands_once_before_its_title(number: str | None, title: str | None, said: str) -> None:
    assert title_of(Measure(id="m", number=number, title=title)) == said
