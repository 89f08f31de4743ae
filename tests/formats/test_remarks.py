"""Valid YAML that is probably a mistake gives a remark and does not stop the reading.

The documents are in tests/documents/remarked; the name of each begins with code and line.
"""

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from attrs import evolve

import integrationskonzept as ik
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding, Severity
from integrationskonzept.formats import document_builder, yaml_reader
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.problems import PROBLEMS
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.formats.yaml_reader import read_with_findings

TESTS = Path(__file__).parents[1]
REMARKED = sorted(TESTS.joinpath("documents", "remarked").iterdir())
DOCUMENTS = pytest.mark.parametrize("document", REMARKED, ids=lambda document: document.name)
TOWN = "schema: 2\nid: m\ntitle: M\nmunicipality:\n  name: M\n"
MEASURE = TOWN + "overarching:\n  measures:\n    - id: kurse\n      title: Kurse\n"
COMMENT = (
    "'#bunt' is taken for a comment and not read; put the whole value in quotes, or leave a space after the # if it is"
    " a comment"
)
SPACE = (
    "a non-breaking space (U+00A0), as word processors set it, stands where only a space may stand; replace it by an"
    " ordinary space, here and in the lines around"
)


def remarks(text: str) -> tuple[Finding, ...]:
    origin = read_file(text.encode(), YAML).origin
    assert origin is not None
    return origin.findings


def said(text: str) -> list[str]:
    return [str(finding) for finding in remarks(text)]


def refused(text: str) -> list[str]:
    with pytest.raises(InvalidConceptError) as error:
        read_file(text.encode(), YAML)
    return [str(finding) for finding in error.value.findings]


@DOCUMENTS
def test_a_file_that_may_say_something_else_is_read_and_remarked_on(document: Path) -> None:
    concept = ik.load(document)
    assert concept.origin is not None
    (finding,) = concept.origin.findings
    code, line, _ = document.name.split("-", maxsplit=2)
    assert (finding.code, finding.place.line, finding.place.file) == (code, int(line), str(document))
    assert finding.hint is not None
    assert finding in [reported_of_file(each) for each in ik.check(document).findings]


def reported_of_file(finding: Finding) -> Finding:
    """Return a finding of a report as the reader returns it, without the element around it."""
    return evolve(finding, places=tuple(evolve(place, address=None) for place in finding.places))


@DOCUMENTS
def test_the_parser_in_python_remarks_the_same(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reported = remarks(document.read_text("utf-8"))
    monkeypatch.setattr(yaml_reader, "LOADER", yaml.SafeLoader)
    assert remarks(document.read_text("utf-8")) == reported


def test_every_remark_has_a_document_that_shows_it() -> None:
    shown = {document.name.split("-")[0] for document in REMARKED}
    assert shown == {problem.code for problem in PROBLEMS if problem.severity is not Severity.ERROR}


@pytest.mark.parametrize(
    "file",
    [
        *(each for each in files("integrationskonzept").joinpath("concepts").iterdir() if each.name.endswith(".yaml")),
        *(TESTS / "documents" / "rules").iterdir(),
        *(TESTS / "documents" / "v1").glob("*.yaml"),
        *(TESTS / "documents" / "towns").glob("*.yaml"),
        *files("integrationskonzept.cli").joinpath("templates").iterdir(),
    ],
    ids=lambda file: file.name,
)
def test_nothing_is_remarked_about_the_files_of_this_library(file: Path) -> None:
    text = re.sub("@[A-Z_]+@", "x", file.read_text("utf-8"))
    assert read_with_findings(text.encode()).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "  state: BW # Kommentar\n",
        "  state: BW #\n",
        "  state: BW ## Überschrift\n",
        "  state: 'a #b' #c\n",
        "  state: >- #c\n    a #b\n    d #e\n",
        "  state: a#b\n",
        "#a\n  #b\n  state: BW\n",
        "  state: '„1.1“'\n",
        "  state: „A“ und „B“\n",
        "  state: „A\n",
        "x-a: {printed: „1.1“, text: »Raum«}\n",
        "x-a:\n  - –5 Grad\n  - '• a'\n  - a • b\n  - — \n",
        "x-a: [1, 2]\n",
        "x-a: [a,5, 'a5,5', \"5,5\", 5 ,5]\n",
        "x-a: 2,5\n",
        "x-a:\n  - 2,5 %\n  - 1,2,3\n",
        '  state: "a\\u00adb\\_c"\n',
        "#\xa0\xad\n",
    ],
)
def test_nothing_is_remarked_about_what_is_meant_so(text: str) -> None:
    assert said(TOWN + text) == []
    assert read_with_findings((TOWN + text).encode()).findings == ()


def test_a_comma_that_ends_an_entry_inside_a_number_is_a_warning_with_its_remedy() -> None:
    (finding,) = remarks(MEASURE + "      obstacles: [Anteil liegt bei 2,5 %, gestiegen]\n")
    assert finding.severity is Severity.WARNING
    assert finding.place.path == ("overarching", "measures", 0, "obstacles", 1)
    assert finding.text() == (
        "the comma in 2,5 ends an entry here, as every comma between brackets or braces does;"
        " put a text in quotes, write a number as 2.5, or write each entry on a line of its own;"
        " leave a space after the comma if two entries are meant"
    )


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("      cost: {total: 18,5}\n", "10:24: error IK040 unknown key '5'; the comma in 18,5 ends an entry here"),
        ("      obstacles: [a 2,5]\n", "10:23: error IK042 expected text; got the number 5; the comma in 2,5 ends"),
        (
            "      x-a: {a: 1,5, b: 2,5}\n",
            "10:26: error IK010 the key '5' was given before, in line 10; the comma in 2",
        ),
    ],
)
def test_an_error_caused_by_such_a_comma_explains_it(text: str, error: str) -> None:
    assert refused(MEASURE + text)[0].startswith(error)


def test_an_amount_with_points_and_a_comma_is_shown_as_typed() -> None:
    assert "the comma in 12.000,50 ends an entry here" in refused(MEASURE + "      cost: {total: 12.000,50}\n")[1]


def test_a_value_that_is_nothing_but_a_comment_is_explained_beside_the_error() -> None:
    assert refused("schema: 2\nid: m\ntitle: #bunt\nmunicipality:\n  name: M\n") == [
        "3:7: error IK042 expected text; got nothing; give a value, or leave the key out",
        f"3:8: note IK025 {COMMENT}",
    ]


def test_each_hidden_sign_of_a_value_is_reported_once_where_it_stands_first() -> None:
    assert [each.split(" ", maxsplit=3)[0] for each in said(TOWN + "  state: a\xa0b\xa0c\xadd\u202f\xad\n")] == [
        "6:11:",
        "6:15:",
        "6:17:",
    ]


def test_a_record_that_became_a_text_has_a_finding_for_the_space_after_its_colon() -> None:
    (finding,) = refused(TOWN + "horizons:\n  - title:\xa0Kurz\n")
    assert finding.startswith("7:5: error IK042 expected a mapping (lines `key: value`); got the text ")
    assert "; a non-breaking space stands inside this value; replace it by an ordinary space" in finding


def test_remarks_come_after_the_errors() -> None:
    reported = refused(TOWN + "  state: „BW“\n  phone: 1\n")
    assert [each.split(" ")[1] for each in reported] == ["error", "note"]


def test_of_very_many_remarks_the_first_are_reported_and_the_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_builder, "MAX_FINDINGS", 3)
    (finding,) = remarks(TOWN + "x-a: [1,1,1,1,1,1,1]\n")
    assert len(finding.places) == 3


def test_lines_copied_together_are_reported_together() -> None:
    assert refused(TOWN + "horizons:\n  - id: a\n\xa0\xa0title: A\n\n  # b\n    text: B\n") == [
        f"8:1: error IK033 {SPACE}",
    ]
    with pytest.raises(InvalidConceptError) as error:
        read_file((MEASURE + "    -\xa0id: a\n    -\xa0id: b\n      title: B\n").encode(), YAML)
    assert [place.line for place in error.value.findings[0].places] == [10, 11]
    with pytest.raises(InvalidConceptError) as error:
        read_file((TOWN + "horizons:\n  - id: a\n\xa0\xa0title\n\xa0\xa0text: b").encode(), YAML)
    assert [place.line for place in error.value.findings[0].places] == [8, 9]


def test_a_stumble_elsewhere_is_no_matter_of_spaces() -> None:
    assert refused(TOWN + "  state:\n    - \xa0a\n  phone: a: b\n")[0].startswith("8:11: error IK008 ")


def test_a_text_in_quotes_that_ends_in_the_right_place_is_not_blamed() -> None:
    assert refused(TOWN + "  state: 'ein\n    Text'\n  phone: a: b\n")[0].startswith("8:11: error IK008 ")
