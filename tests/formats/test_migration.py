"""A file of version 1 is read, answered, edited and renamed with the names that stand in it."""

import json
import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import integrationskonzept as ik
from integrationskonzept.errors import InvalidConceptError, UneditableError
from integrationskonzept.formats.file_data import file_data, file_data_of_version
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.text_edits import edit_text
from integrationskonzept.formats.text_migration import migrate_text
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.former_names import (
    RENAMED,
    current_attribute,
    current_names,
    current_place,
    former_path,
    to_current,
)
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.municipality import Municipality
from integrationskonzept.model.record import Record
from integrationskonzept.testing import concepts
from tests.rules.examples import EVERYTHING

V1 = Path(__file__).parents[1] / "documents" / "v1"
HEAD = "schema: 1\nid: m\ntitle: M\nmunicipality: {name: M}\n"
patiently = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))

BY_HAND = {
    "Activity": "target_groups=target_group_refs groups=group_refs measures=measure_refs need=need_refs"
    " existing_offers=offer_refs",
    "Citation": "section=section_ref footnote=footnote_ref reference=reference_ref",
    "Evaluation": "by=evaluated_by",
    "EvaluationRule": "by=evaluated_by",
    "FieldOfAction": "need=need_refs challenge=challenge_refs existing_offers=offer_refs strategy_link=strategy_links"
    " target_groups=target_group_refs group=group_ref lead=leads status=status_reports",
    "Figure": "part=part_ref whole=whole_ref",
    "Footnote": "references=reference_refs",
    "Funding": "kind=kinds actor=actor_ref",
    "Goal": "need=need_refs challenge=challenge_refs cross_cutting_theme=cross_cutting_themes"
    " strategy_link=strategy_links target_groups=target_group_refs lead=leads horizons=time_frames"
    " status=status_reports",
    "Group": "field_of_action=field_of_action_ref",
    "HorizonStatement": "horizon=horizon_ref",
    "Indicator": "frequency=collection_frequency",
    "Involvement": "actors=actor_refs",
    "Measure": "area=areas need=need_refs challenge=challenge_refs existing_offers=offer_refs"
    " cross_cutting_theme=cross_cutting_themes strategy_link=strategy_links target_groups=target_group_refs lead=leads"
    " carrier=carriers contact=contacts steering_group=steering_group_ref horizons=time_frames"
    " effect_horizon=effect_time_frame status=status_reports successor=replaced_by"
    " related_measures=related_measure_refs",
    "Need": "target_groups=target_group_refs existing_offers=offer_refs",
    "Offer": "theme=theme_ref target_groups=target_group_refs need=need_refs",
    "Predecessor": "goals=previous_goals",
    "Role": "actor=actor_ref",
    "StatusEntry": "status=level_ref by=reported_by",
    "Step": "lead=leads",
    "TimelineRow": "measure=measure_ref",
}
BY_HAND["ActionDay"] = BY_HAND["Activity"]

ONE_VALUE = {"areas", "kinds"}
"""Lists that were one value in version 1."""


def former_value(record: Record, key: str, item: Any) -> Any:
    """Return a value as version 1 wrote it."""
    if key in ONE_VALUE and len(item) == 1:
        return item[0]
    if item == "independent_city" and isinstance(record, Municipality):
        return "city_district"
    return by_hand(getattr(record, key, None), item)


def by_hand(record: Any, data: Any) -> Any:
    """Rename the keys of a record's data as one would with the table of the manual in hand."""
    if isinstance(record, tuple) and isinstance(data, list):
        return [by_hand(one, item) for one, item in zip(record, data, strict=True)]
    if not isinstance(record, Record) or not isinstance(data, dict):
        return data
    pairs = (pair.split("=") for pair in BY_HAND.get(type(record).__name__, "").split())
    former = {new: old for old, new in pairs}
    if "sources" in MODEL[type(record)].attributes:
        former["sources"] = "source"
    result = {}
    for key, item in data.items():
        if key == "inferred":
            result[key] = [former.get(name, name) for name in item]
        else:
            result[former.get(key, key)] = former_value(record, key, item)
    if "discrepancies" in data:
        for discrepancy in result["discrepancies"]:
            name = discrepancy.get("attribute")
            if name in former:
                discrepancy["attribute"] = former[name]
    return result


def problems(text: str) -> list[tuple[int | None, str, str]]:
    with pytest.raises(InvalidConceptError) as caught:
        ik.loads(text)
    return [
        (finding.place.line, ".".join(map(str, finding.place.path)), finding.text())
        for finding in caught.value.findings
    ]


# -- the table -------------------------------------------------------------------------------------------------------


def test_every_current_name_of_the_table_is_an_attribute_and_no_former_name_is() -> None:
    for kind, old, new in RENAMED:
        assert new in MODEL[kind].attributes
        assert old not in MODEL[kind].attributes


def test_the_table_is_that_of_the_manual() -> None:
    by_name: dict[str, Any] = {kind.__name__: kind for kind, _, _ in RENAMED}
    for name, pairs in BY_HAND.items():
        if name in by_name:
            found = {old: new for old, new in current_names(by_name[name]).items() if old != "source"}
            own = {old: new for kind, old, new in RENAMED if kind is by_name[name]}
            assert found == own == dict(pair.split("=") for pair in pairs.split())


@patiently
@given(concepts())
def test_migration_is_renaming_by_hand(concept: Concept) -> None:
    new = file_data(concept)
    old = file_data_of_version(concept, 1)
    assert old == {**by_hand(concept, new), "schema": 1}
    assert to_current(old).data == {**new, "schema": 1}
    assert not to_current(old).foreign


@patiently
@given(concepts())
def test_an_old_file_of_any_concept_is_the_concept_and_its_renamed_text_too(concept: Concept) -> None:
    for form in (YAML, JSON):
        assert form.write is not None
        old = form.write(file_data_of_version(concept, 1))
        assert read_file(old, form) == concept
        new = migrate_text(old, form)
        assert read_file(new, form) == concept
        # the one text of an old key that is a list now stays on its line, and the writer would give it one of its own
        assert (form is YAML) or b"".join(new.split()) == b"".join(form.write(file_data(concept)).split())
        assert migrate_text(new, form) == new


def test_names_that_are_values_are_renamed_along_their_path() -> None:
    assert current_attribute("lead", Measure) == "leads"
    assert current_attribute("horizons[0].horizon", Measure) == "time_frames[0].horizon_ref"
    assert current_attribute("schedule.planned.end", Measure) == "schedule.planned.end"
    assert current_attribute("steps[1].lead.x.y", Measure) == "steps[1].leads.x.y"
    assert current_attribute("", Measure) == ""
    assert current_place("measure/m#horizons") == "measure/m#time_frames"
    assert current_place("pages#lead") == "pages#lead"
    assert former_path(("fields_of_action", 0, "leads", 1, "actor_refs", 0)) == (
        *("fields_of_action", 0, "lead", 1, "actors", 0),
    )


def test_what_a_term_stands_for_is_renamed_where_it_is_no_name_any_more() -> None:
    text = (
        HEAD
        + "terms:\n"
        + "".join(
            f"  - {{id: t{number}, title: T, names: {name}}}\n"
            for number, name in enumerate(("lead", "measure", "status"))
        )
    )
    assert [term.names for term in ik.loads(text).terms] == ["leads", "measure", "status_reports"]
    assert "names: leads" in migrate_text(text.encode(), YAML).decode()


def test_odd_values_in_the_places_of_names_are_left_to_the_reader() -> None:
    old = {"inferred": [1, "lead"], "discrepancies": [{"attribute": 5}, 7], "terms": [{"names": 3}]}
    assert to_current(old).data == old
    assert to_current({"inferred": 5, "discrepancies": 3}).data == {"inferred": 5, "discrepancies": 3}


# -- reading ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["musterstadt-2025", "musterstadt-2027", "sachsenheim"])
def test_a_file_of_year_one_is_the_concept_of_today(name: str) -> None:
    old = V1.joinpath(f"{name}.yaml").read_bytes()
    assert read_file(old, YAML) == ik.concept(name)
    bundled = Path(ik.__file__).parent / "concepts" / f"{name}.yaml"
    assert migrate_text(old, YAML) == bundled.read_bytes()


def test_places_in_an_old_file_are_those_of_its_keys() -> None:
    concept = ik.loads(
        HEAD + "overarching:\n  measures:\n    - id: a\n      title: A\n      lead:\n        - printed: x\n"
    )
    place = concept.place(("overarching", "measures", 0, "leads", 0, "printed"))
    assert (place.line, place.column) == (10, 11)


def test_findings_about_an_old_file_have_its_names() -> None:
    text = (
        HEAD + "overarching:\n  measures:\n    - id: b\n      title: B\n      steering_grup: y\n"
        "      status: [{as_of: 2025}]\n      Träger: [{akteure: [x], source: 5}]\n      horizons: [{x: 1}]\n"
        "      lead: stadt\n"
    )
    found = problems(text)
    assert found == [
        (9, "overarching.measures.0.steering_grup", "unknown key 'steering_grup'; did you mean 'steering_group'?"),
        (10, "overarching.measures.0.status.0.status", "the key 'status' is missing; add a line `status: …` here"),
        (11, "overarching.measures.0.Träger", "unknown key 'Träger'; did you mean 'carrier'?"),
        (11, "overarching.measures.0.carrier.0.akteure", "unknown key 'akteure'; did you mean 'actors'?"),
        (
            *(11, "overarching.measures.0.carrier.0.source"),
            "expected a list; got the number 5; begin each item with '- ' on a line of its own: `- …`",
        ),
        (
            *(12, "overarching.measures.0.horizons.0.x"),
            "unknown key 'x'; use a key of the layout, or one of your own that begins with 'x-'",
        ),
        (
            *(13, "overarching.measures.0.lead"),
            "expected a list; got the text 'stadt'; begin each item with '- ' on a line of its own: `- stadt`",
        ),
    ]


def test_the_entry_that_is_shown_and_the_place_that_is_named_have_the_names_of_the_file() -> None:
    shown, *_ = problems(HEAD + "overarching: {measures: [{id: b, title: B, status: offen}]}\n")
    assert "`- as_of: …`, `  status: …`" in shown[2]
    (meant, *_) = problems(HEAD + "overarching: {measures: [{id: b, title: B, horizon: x}]}\n")
    assert meant[2] == "unknown key 'horizon'; did you mean 'horizons'?"
    placed, *_ = problems(HEAD + "actors: [{id: a, title: A, carrier: x}]\n")
    assert placed[2] == "unknown key 'carrier'; it belongs elsewhere: 'carrier' under 'measures' (measures)"
    nested, *_ = problems(HEAD + "actors: [{id: a, title: A, horizon: x}]\n")
    assert "'horizon' under 'time_frames'" in nested[2]


@pytest.mark.parametrize("version", [1, 2])
def test_a_name_of_the_other_version_is_answered_with_that_of_the_file_and_both_remedies(version: int) -> None:
    wrong, right = ("leads", "lead") if version == 1 else ("lead", "leads")
    other = 3 - version
    text = f"{HEAD.replace('1', str(version))}overarching: {{measures: [{{id: b, title: B, {wrong}: [x]}}]}}\n"
    ((line, _, said),) = problems(text)
    assert line == 5
    assert said == (
        f"unknown key '{wrong}'; version {version} of the layout, which this file follows, calls it '{right}': write"
        f" that; if all keys have the names of version {other}, write `schema: {other}` on the first line"
    )


def test_of_two_names_of_one_attribute_the_wrong_one_is_refused_and_the_right_one_read() -> None:
    text = HEAD + "overarching: {measures: [{id: b, title: B, lead: 5, leads: [x]}]}\n"
    assert [(line, path) for line, path, _ in problems(text)] == [
        (5, "overarching.measures.0.lead"),
        (5, "overarching.measures.0.leads"),
    ]


def test_a_name_of_version_two_below_a_german_key_is_refused_as_well() -> None:
    text = HEAD + "overarching: {maßnahmen: [{id: b, title: B, leads: [x], titl: A}]}\n"
    assert [path for _, path, _ in problems(text)] == [
        "overarching.maßnahmen",
        "overarching.measures.0.leads",
        "overarching.measures.0.titl",
    ]


def test_a_file_that_states_no_version_is_read_by_the_names_it_has() -> None:
    old = HEAD.replace("schema: 1\n", "") + "overarching: {measures: [{id: b, title: B, lead: 5}]}\n"
    (missing, wrong) = problems(old)
    assert missing[2].endswith("its keys have the names of version 1: write `schema: 1` on the first line")
    assert wrong[1] == "overarching.measures.0.lead"
    (missing, wrong) = problems(old.replace("lead:", "leads:"))
    assert missing[2].endswith("write `schema: 2` on the first line")
    assert wrong[1] == "overarching.measures.0.leads"


def test_a_check_of_an_old_file_has_its_names(tmp_path: Path) -> None:
    file = tmp_path / "k.yaml"
    text = HEAD + "overarching:\n  measures:\n    - id: b\n      title: B\n      lead: [x]\n      inferred: [led]\n"
    file.write_text(text, encoding="utf-8")
    for source in (str(file), ik.load(file)):
        report = ik.check(source, profile=EVERYTHING)
        texts = {finding.code: finding.text() for finding in report.findings}
        assert "did you mean 'lead'?" in texts["IK103"]
        paths = {finding.code: finding.place.path for finding in report.findings}
        assert paths["IK102"] == ("overarching", "measures", 0, "lead", 0, "actors", 0)
        assert "under `status` each time" in texts["IK1016"]
        assert "unter `status`" in next(f.text("de") for f in report.findings if f.code == "IK1016")
    file.write_text(text + "      rationale: 5\n", encoding="utf-8")
    broken = ik.check(str(file), profile=EVERYTHING)
    assert {"IK042", "IK102"} <= {finding.code for finding in broken.findings}
    assert ("overarching", "measures", 0, "lead", 0, "actors", 0) in {finding.place.path for finding in broken.findings}


# -- the text --------------------------------------------------------------------------------------------------------

SHAPES = {
    "comments": "overarching:\n  measures:\n    - id: a   # lead\n      title: A\n\n      lead:   # wer?\n"
    "        - {actors: [x], source: [kapitel]}\n",
    "quotes": "overarching: {\"measures\": [{'id': a, title: A, 'lead': [x],"
    " \"status\": [{as_of: 2025, status: 'b'}]}]}\n",
    "escapes": 'overarching: {measures: [{id: a, title: A, "l\\u0065ad": [x]}]}\n',
    "block": "overarching:\n  measures:\n    - id: a\n      title: A\n      lead: [x]\n      inferred:\n        - >-\n"
    "          lead\n        - |-\n          horizons\n",
    "paths": "overarching:\n  measures:\n    - id: a\n      title: A\n      discrepancies:\n"
    "        - {id: d, kind: typo, text: T, attribute: 'horizons[0].horizon', source: [k]}\n",
    "explicit": "overarching:\n  measures:\n    - id: a\n      title: A\n      ? lead\n      : [x]\n",
    "values": "overarching: {measures: [{id: lead, title: lead, description: 'lead: status', x-lead: {lead: 1}}]}\n",
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_only_names_change_in_the_text(shape: str, mark: bytes, line_break: str) -> None:
    old = (HEAD + SHAPES[shape]).replace("\n", line_break)
    new = migrate_text(mark + old.encode(), YAML)
    assert read_file(new, YAML) == read_file(old.encode(), YAML)
    text = new.removeprefix(mark).decode()
    assert new.startswith(mark)
    renamed = {new: old for _, old, new in RENAMED}
    back = re.sub(r"\w+", lambda match: renamed.get(match[0], match[0]), text).replace("schema: 2", "schema: 1")
    assert back == old.replace("l\\u0065ad", "lead")


def test_json_keeps_its_layout() -> None:
    data = {
        "schema": 1,
        "id": "m",
        "title": "M",
        "municipality": {"name": "M"},
        "overarching": {"measures": [{"id": "a", "title": "A", "lead": ["x"], "inferred": ["lead"]}]},
    }
    old = json.dumps(data, indent="\t")
    assert migrate_text(old.encode(), JSON).decode() == old.replace("lead", "leads").replace('schema": 1', 'schema": 2')
    spaced = json.dumps({**data, "schema": 1.0}, separators=(",", " : ")).encode()
    assert b'"schema" : 2,' in migrate_text(spaced, JSON)


def test_a_file_with_errors_is_not_renamed() -> None:
    with pytest.raises(InvalidConceptError):
        migrate_text(HEAD.encode() + b"lead: x\n", YAML)


def test_a_format_without_positions_or_without_a_reader_is_not_renamed() -> None:
    old = HEAD.encode() + b"overarching: {measures: [{id: a, title: A, lead: [x]}]}\n"
    assert YAML.read is not None
    read = YAML.read
    blind = attrs.evolve(YAML, read=lambda content: attrs.evolve(read(content), positions=lambda _: (None, None)))
    with pytest.raises(UneditableError, match="convert"):
        migrate_text(old, blind)
    mute = Format(name="mute", title=message("YAML"), suffixes=(".m",), media_type="text/plain")
    with pytest.raises(UneditableError, match="only written"):
        migrate_text(old, mute)


def test_an_edit_keeps_the_version_of_the_file() -> None:
    old = (
        HEAD + "# ein Kommentar\noverarching:\n  measures:\n    - id: a\n      title: A\n      lead: [x]  # wer\n"
        "actors:\n  - {id: x, title: X}\n  - {id: y, title: Y}\n"
    ).encode()
    concept = read_file(old, YAML)
    changed = concept.replace(
        "measure/a", replaced_by="a", leads=[*concept.measure("a").leads, *concept.measure("a").leads]
    )
    new = edit_text(old, YAML, changed).content.decode()
    assert "schema: 1\n" in new
    assert "      successor: a\n" in new
    assert "lead: [x, x]  # wer" in new
    assert read_file(new.encode(), YAML) == changed
