"""What commands do where something is rare, wrong, or watched by a person."""

import errno
import pickle
import re
from pathlib import Path

import attrs
import pytest

import integrationskonzept as ik
from integrationskonzept import api
from integrationskonzept.cli.session import Session
from integrationskonzept.errors import InvalidValueError
from integrationskonzept.files import write_whole
from integrationskonzept.i18n.messages import message
from integrationskonzept.model import HorizonStatement, Overarching
from tests.cli.conftest import Call


def test_an_export_of_several_files_goes_into_a_folder_and_not_to_standard_output(call: Call) -> None:
    assert call("export", "sachsenheim", "datapackage", "-o", "-").exit_code == 2
    assert call("export", "sachsenheim", "datapackage", "-o", "offen").output.startswith("offen: 62 files written\n")
    assert len(list(Path("offen").rglob("*.csv"))) > 5


def test_a_file_that_was_written_before_one_failed_is_named(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(file: Path, content: bytes, *, through_link: bool) -> Path:
        if file.name == "involvement.svg":
            raise OSError(errno.ENOSPC, "No space left on device", str(file))
        return write_whole(file, content, through_link=through_link)

    monkeypatch.setattr("integrationskonzept.cli.output.write_whole", write)
    failed = call("export", "sachsenheim", "charts", "-o", "kinds=timeline,involvement", "-o", "bilder")
    assert failed.exit_code == 2
    assert "bilder/timeline.svg: written" in failed.output
    assert "bilder/involvement.svg" in failed.output
    assert [file.name for file in Path("bilder").iterdir()] == ["timeline.svg"]


def test_many_files_are_not_written_into_the_current_folder_without_being_asked(call: Call) -> None:
    refused = call("--lang", "de", "export", "sachsenheim", "datapackage")
    assert refused.exit_code == 2
    assert "das sind 62 Dateien; nennen Sie mit -o einen Ordner" in refused.stderr
    assert list(Path().iterdir()) == []
    assert call("export", "sachsenheim", "datapackage", "-o", ".").output.startswith(".: 62 files written\n")
    assert Path("datapackage.json").is_file()


def test_a_folder_named_like_a_bundled_concept_does_not_hide_it(call: Call) -> None:
    Path("sachsenheim").mkdir()
    assert "Integrationskonzept" in call("show", "sachsenheim").output
    Path("ulm").mkdir()
    refused = call("--lang", "de", "show", "ulm")
    assert refused.exit_code == 2
    assert "ulm ist ein Ordner; bitte eine Datei nennen" in refused.stderr


def test_a_file_without_a_suffix_is_told_to_be_one(call: Call) -> None:
    Path("konzept").write_text("schema: 2\n", "utf-8")
    for command in ("show", "check"):
        refused = call("--lang", "de", command, "konzept")
        assert refused.exit_code == 2
        assert "der Dateiname hat keine Endung, die das Format nennt; bekannt: .json, .yaml, .yml" in refused.stderr


def test_an_export_without_files_says_that_nothing_was_written(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "export", lambda *_, **__: ik.Export(files=()))
    result = call("--lang", "de", "export", "sachsenheim", "datapackage")
    assert result.exit_code == 1
    assert result.output == "Es wurde keine Datei geschrieben\n"


def test_a_file_that_is_no_concept_cannot_be_shown_and_says_why(call: Call) -> None:
    Path("kaputt.yaml").write_text("schema: 2\nid: a\ntitel: A\n", encoding="utf-8")
    result = call("show", "kaputt.yaml")
    assert result.exit_code == 1
    assert "kaputt.yaml:3:1: error IK040" in result.output


def test_a_reader_who_has_seen_enough_ends_it_quietly(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "closed")

    monkeypatch.setattr(api, "concept", closed)
    result = call("show", "sachsenheim")
    assert result.exit_code == 1
    assert result.output == ""


def test_a_town_whose_name_has_no_letters_gets_no_id(call: Call) -> None:
    result = call("new", "x.yaml", "--town", "...")
    assert result.exit_code == 2
    assert "no id can be spelled" in result.output


def test_a_new_plugin_is_a_package_of_its_own(call: Call) -> None:
    result = call("new-plugin", "amtsblatt")
    assert result.exit_code == 0
    assert list(Path().rglob("pyproject.toml"))


def test_a_plugin_left_out_that_is_not_there_is_named(call: Call) -> None:
    assert "icla" in call("--plugins-off", "icla", "plugins").output


def test_a_person_who_watches_sees_what_is_done_and_then_nothing_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    with Session(language="de", environment={}, terminal=True).working("stadt.yaml wird gelesen"):
        pass
    said = capsys.readouterr().err
    assert said.startswith("stadt.yaml wird gelesen …")
    assert said.removesuffix("\x1b[2K").endswith("\r")


def test_show_tells_dates_own_attributes_and_yes_or_no(call: Call) -> None:
    concept = ik.concept("sachsenheim")
    turniere = concept.measure("turniere")
    dated = HorizonStatement(start=ik.PartialDate("2026"), end=ik.PartialDate("2027"))
    changed = ik.replace(
        concept,
        "measure/turniere",
        time_frames=(dated, HorizonStatement(horizon_ref="irgendwann")),
        extra={"x-kostenstelle": "4711"},
        internal=True,
    )
    ik.save(changed, "s.yaml")
    overview = call("--lang", "de", "show", "s.yaml", "--internal", "--format", "markdown").output
    assert "2026 bis 2027; irgendwann" in overview
    shown = call("--lang", "de", "show", "s.yaml", "measure/turniere", "--internal").output
    assert re.search("x-kostenstelle: +4711", shown)
    assert re.search("Intern: +ja", shown)
    assert turniere.display_title in shown


def test_an_overarching_measure_is_shown_under_no_field(call: Call) -> None:
    concept = ik.concept("sachsenheim")
    first = attrs.evolve(concept.measure("turniere"), id="leitprojekt", indicators=(), discrepancies=())
    around = concept.overarching or Overarching()
    whole = ik.replace(concept, "concept/sachsenheim", overarching=attrs.evolve(around, measures=(first,)))
    ik.save(whole, "s.yaml")
    assert "measure/leitprojekt" in call("show", "s.yaml").output


def test_refusals_travel_between_processes() -> None:
    value = InvalidValueError(message("a reason"), "start")
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 - dumped in this very line
    assert (again.attribute, str(again)) == ("start", "a reason")
    with pytest.raises(ik.InvalidConceptError) as caught:
        ik.loads("title: 1")
    travelled = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - dumped in this very line
    assert travelled.findings == caught.value.findings


def test_text_that_no_file_can_hold_is_refused_with_its_place() -> None:
    concept = ik.replace(ik.concept("sachsenheim"), "measure/turniere", extra={"x-a": {"b": ["\ud800"]}})
    with pytest.raises(ValueError, match="x-a"):
        ik.dumps(concept)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("check", "sachsenheim", "--profile", "counsil"),
            "Profil „counsil“ gibt es nicht; meinten Sie „council“?",
        ),
        (("check", "sachsenhim"), "noch ein mitgeliefertes Konzept dieses Namens; meinten Sie „sachsenheim“?"),
        (("show", "sachsenheim", "measure/x"), "concept/sachsenheim hat kein Element „measure/x“"),
        (("show", "sachsenheim", "measure/sprachkurs"), "meinten Sie „measure/sprachkurse“ oder „"),
        (("export", "sachsenheim", "json", "-o", "a", "-o", "b"), "eine Ausgabe geschrieben werden, nicht 2: a, b"),
        (("export", "sachsenheim", "datapackage", "-o", "-"), "Die Standardausgabe nimmt eine Datei auf, nicht "),
        (
            ("check", "sachsenheim", "--profile", "p.toml"),
            "p.toml: Profil „e“: erwartet unter „others“: true oder",
        ),
        (("new", "p.toml", "--town", "Bad X"), "p.toml gibt es schon; bitte eine andere Datei nennen"),
        (("new", "x.yaml", "--town", "..."), "Aus „...“ lässt sich keine Kennung bilden"),
        (("convert", "sachsenheim"), "Bitte entweder angeben, wohin geschrieben wird (-o DATEI)"),
        (("due", "sachsenheim", "--from", "2027-01-01", "--to", "2026-01-01"), "gefunden: 2027-01-01 und 2026-01-01"),
        (("evaluate", "sachsenheim", "--since", "p.toml"), "p.toml ist kein Schnappschuss"),
        (("export",), "Bitte eine QUELLE und eine AUSGABE nennen"),
    ],
)
def test_what_cannot_be_done_is_refused_in_german_too(call: Call, arguments: tuple[str, ...], said: str) -> None:
    Path("p.toml").write_text('name = "e"\nothers = "off"\n', encoding="utf-8")
    result = call("--lang", "de", *arguments)
    assert result.exit_code == 2
    assert said in result.output
