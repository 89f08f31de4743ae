"""The text of a file in an editor: its ids, the text with a new id, and what a finding suggests."""

import pytest

from integrationskonzept import EditError, Finding, InvalidConceptError, loads
from integrationskonzept.editor import EditedText, nouns_by_key, suggested
from integrationskonzept.findings import Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins.host import default_host

TOWN = """\
schema: 2
id: neustadt
title: Neustadt  # tsv
municipality: {name: Neustadt}
checks:
  ignore:
    - {code: IK301, element: actor/tsv, reason: so}
    - {code: IK302, reason: so}
discrepancies:
  - {id: d1, kind: contradiction, text: anders, concerns: [field_of_action/sport]}
actors:
  - {id: tsv, title: tsv}
  - id: amt
    title: Amt
fields_of_action:
  - id: sport
    title: Sport
    measures:
      - {id: kurse, title: Kurse, leads: [tsv, 'amt']}
"""


def edited(text: str, suffix: str = ".yaml") -> EditedText:
    host = default_host()
    return EditedText(text=text, name=f"k{suffix}", format=host.format_for(suffix), host=host)


def mentioned(text: str) -> list[tuple[int, str, bool]]:
    return [(each.line, each.address, each.is_definition) for each in edited(text).mentions]


def test_every_id_and_every_reference_has_its_place() -> None:
    assert mentioned(TOWN) == [
        (2, "concept/neustadt", True),
        (7, "actor/tsv", False),
        (10, "discrepancy/d1", True),
        (10, "field_of_action/sport", False),
        (12, "actor/tsv", True),
        (13, "actor/amt", True),
        (16, "field_of_action/sport", True),
        (19, "measure/kurse", True),
        (19, "actor/tsv", False),
        (19, "actor/amt", False),
    ]


def test_an_id_is_found_at_its_place_and_directly_after_it() -> None:
    text = edited(TOWN)
    column = text.lines[18].index("'amt'") + 1
    found = [text.mention_at(19, column + shift) for shift in (0, 1, 4, 5)]
    assert [each and each.address for each in found] == [None, "actor/amt", "actor/amt", None]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_new_id_stands_at_every_mention_and_nothing_else_changes(end: str) -> None:
    text = TOWN.replace("\n", end)
    expected = text.replace("id: tsv", "id: verein").replace("[tsv", "[verein").replace("actor/tsv", "actor/verein")
    assert edited(text).renamed("actor/tsv", "verein") == expected
    quoted = text.replace("id: amt", "id: rathaus").replace("'amt'", "'rathaus'")
    assert edited(text).renamed("actor/amt", "rathaus") == quoted


def test_an_id_that_needs_quotes_gets_them() -> None:
    changed = edited(TOWN).renamed("actor/amt", "2027")
    assert loads(changed).actors[1].id == "2027"
    assert loads(edited(TOWN).renamed("actor/amt", "no")).actors[1].id == "no"


def test_an_id_that_is_taken_is_refused_and_so_is_a_file_with_errors() -> None:
    with pytest.raises(EditError):
        edited(TOWN).renamed("actor/tsv", "amt")
    with pytest.raises(InvalidConceptError):
        edited(TOWN.replace("title: Amt", "titel: Amt")).renamed("actor/tsv", "verein")


def test_the_valid_parts_of_a_file_have_their_ids() -> None:
    text = edited(TOWN.replace("title: Amt", "kind: Amt"))
    assert text.mention_at(12, 11)
    assert any(finding.code == "IK043" for finding in text.report.findings)
    assert "actor/amt" in {each.address for each in text.mentions}
    placeholder = edited(TOWN.replace("id: amt", "id: A m t"))
    assert [each.line for each in placeholder.mentions if each.address.startswith("actor/x-")] == []


def test_a_text_that_nothing_can_be_read_from_has_no_ids() -> None:
    text = edited("schema: [2")
    assert text.concept is None
    assert text.mentions == ()
    assert text.mention_at(1, 1) is None
    assert text.report.findings


def test_a_file_in_json_has_ids_too() -> None:
    text = edited(
        '{"schema": 2, "id": "neustadt", "title": "Neu", "municipality": {"name": "Neu"},'
        ' "actors": [{"id": "tsv", "title": "TSV"}]}',
        ".json",
    )
    assert text.mention_at(1, 22)
    assert text.renamed("actor/tsv", "verein") == text.text.replace('"tsv"', '"verein"')


def test_a_key_names_the_sort_of_what_it_refers_to() -> None:
    nouns = nouns_by_key()
    assert nouns["leads"] == {"actor"}
    assert nouns["time_frames"] == {"horizon"}  # an id alone stands for a whole record
    assert nouns["concerns"] == {"*"}
    assert "title" not in nouns


def test_a_finding_suggests_one_word_or_none() -> None:
    by_code = {finding.code: suggested(finding) for finding in edited(TOWN.replace("[tsv", "[tvs")).report.findings}
    assert by_code["IK102"] == "tsv"
    assert [word for code, word in by_code.items() if code != "IK102" and word] == []
    several = message("did you mean '{first}' or '{second}'?", first="a", second="b")
    finding = Finding(code="IK040", severity=Severity.ERROR, message=message("no"), hint=several)
    assert suggested(finding) is None
    assert suggested(Finding(code="IK040", severity=Severity.ERROR, message=message("no"))) is None


def test_a_reference_that_is_spelt_otherwise_follows_too() -> None:
    changed = edited(TOWN.replace("[tsv,", r'["\x74sv",')).renamed("actor/tsv", "verein")
    assert [link.id for link in loads(changed).links if link.address == "actor/verein"] == ["verein"]
