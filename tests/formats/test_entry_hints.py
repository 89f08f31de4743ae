"""For a text in place of a list of entries, the hint shows a whole entry; following it is enough."""

import re

import pytest

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML

TOWN = "schema: 2\nid: m\ntitle: M\nmunicipality:\n  name: M\n"
MEASURE = TOWN + "overarching:\n  measures:\n    - id: kurse\n      title: Kurse\n"


def refused(text: str) -> str:
    with pytest.raises(InvalidConceptError) as error:
        read_file(text.encode(), YAML)
    (finding,) = error.value.findings
    return str(finding)


@pytest.mark.parametrize(
    ("key", "value", "entry"),
    [
        (
            "steps",
            "Konzept schreiben",
            "write each entry below the key, line by line: `- id: …`, `  title: Konzept schreiben`",
        ),
        ("funding", "Land BW", "write each entry below the key: `- provider: Land BW`"),
        ("status_reports", "offen", "write each entry below the key, line by line: `- as_of: …`, `  level_ref: …`"),
        ("goals", "Alle", ""),
        ("obstacles", "Raumnot", "begin each item with '- ' on a line of its own: `- Raumnot`"),
        ("leads", "stadt", "begin each item with '- ' on a line of its own: `- stadt`"),
        ("steps", "'a: b'", "write each entry below the key, line by line: `- id: …`, `  title: …`"),
        ("steps", "x" * 61, "write each entry below the key, line by line: `- id: …`, `  title: …`"),
        ("steps", "12.000", "write each entry below the key, line by line: `- id: …`, `  title: …`"),
        ("steps", "{id: a}", "write each entry below the key, line by line: `- id: …`, `  title: …`"),
    ],
)
def test_a_whole_entry_is_shown_in_the_place_of_a_list(key: str, value: str, entry: str) -> None:
    if key == "goals":
        text = TOWN + f"overarching:\n  goals: {value}\n"
        entry = "write each entry below the key, line by line: `- id: …`, `  text: Alle`"
    else:
        text = MEASURE + f"      {key}: {value}\n"
    assert refused(text).endswith(f"; {entry}")


def test_following_the_hint_is_enough() -> None:
    lines = re.findall("`([^`]*)`", refused(MEASURE + "      steps: Konzept schreiben\n"))
    below = "".join(f"        {line.replace('…', 'konzept')}\n" for line in lines)
    (step,) = read_file((MEASURE + "      steps:\n" + below).encode(), YAML).measure("kurse").steps
    assert (step.id, step.title) == ("konzept", "Konzept schreiben")


def test_an_item_that_is_a_text_is_shown_as_a_whole_entry() -> None:
    assert refused(MEASURE + "      steps:\n        - Konzept schreiben\n").endswith(
        "line by line: `- id: …`, `  title: Konzept schreiben`"
    )


def test_an_item_that_is_wrong_in_another_way_keeps_its_hint() -> None:
    assert refused(MEASURE + "      obstacles:\n        - 5\n").endswith("put it in quotes: '5'")


def test_a_sentence_in_the_place_of_a_key_is_shown_where_texts_of_several_lines_belong() -> None:
    text = MEASURE + "      description: Erster Absatz.\n      Die Stadt will das ändern: mehr Kurse\n"
    assert refused(text) == (
        "11:7: error IK040 unknown key 'Die Stadt will das ändern';"
        " if this line continues a text, write all of the text below `description: |`, indented"
    )
    mended = text.replace("Erster", "|\n        Erster").replace("      Die", "        Die")
    assert read_file(mended.encode(), YAML).measure("kurse").description == (
        "Erster Absatz.\nDie Stadt will das ändern: mehr Kurse\n"
    )


def test_the_text_of_a_record_without_a_description_belongs_under_its_text() -> None:
    text = TOWN + "overarching:\n  goals:\n    - id: a\n      text: Alle.\n      Die Stadt sagt: ja\n"
    assert "`description: |`" in refused(text)
    assert "`note: |`" in refused(TOWN + "Die Stadt will mehr: Kurse\n")
    assert refused(TOWN + "checks:\n  Die Stadt sagt: ja\n").endswith("or one of your own that begins with 'x-'")


def test_a_key_of_one_word_is_no_sentence() -> None:
    assert "|" not in refused(MEASURE + "      Sprachfoerderung: ja\n")
