"""Many concepts at once: read wherever, one bad file reported, laid out in common tables."""

import gc
import multiprocessing
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

import integrationskonzept as ik
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.plugins.host import PluginHost
from tests.portfolio import notes

TOWN = """\
schema: 2
id: {id}
title: Integrationskonzept {id}
municipality: {{name: {id}}}
fields_of_action:
  - id: arbeit
    title: Arbeit
    measures:
      - id: beratung
        title: Beratung
        indicators:
          - id: quote
            title: Erwerbstätigenquote
            catalogue_code: IntMK:E1a
"""


def test_a_portfolio_has_one_agenda_and_names_what_cannot_be_compared(tmp_path: Path) -> None:
    for id in ("altdorf", "neustadt"):
        text = TOWN.format(id=id).replace("            catalogue_code: IntMK:E1a\n", "") + "period: {end: 2029-12-31}\n"
        (tmp_path / f"{id}.yaml").write_text(text, "utf-8")
    portfolio = ik.read_portfolio(sorted(tmp_path.glob("*.yaml")))
    agenda = portfolio.due(date(2029, 1, 1), date(2029, 12, 31))
    assert [(one.concept, one.kind.value) for one in agenda.items] == [("altdorf", "period"), ("neustadt", "period")]
    assert len(portfolio.without_code()) == 2
    (pair,) = portfolio.similar_indicators()
    assert (pair.first.concept, pair.second.concept) == ("altdorf", "neustadt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two towns, and a file that is no concept."""
    for name in ("altdorf", "neustadt"):
        (tmp_path / f"{name}.yaml").write_text(TOWN.format(id=name), encoding="utf-8")
    (tmp_path / "kaputt.yaml").write_text("schema: 2\nid: kaputt\ntitel: Kaputt\n", encoding="utf-8")
    return tmp_path


@contextmanager
def dask() -> Iterator[Executor]:
    """Yield an executor that hands the work to two processes of a local Dask cluster."""
    started: Any = LocalCluster  # Dask annotates some of its functions
    with (
        started(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster,
        cluster.get_client() as client,
        client.get_executor() as executor,
    ):
        yield executor


def processes() -> Executor:
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))


def travelled(thing: Any) -> Any:
    return pickle.loads(pickle.dumps(thing))  # noqa: S301 - our own bytes


EXECUTORS: dict[str, Callable[[], Executor]] = {
    "threads": lambda: ThreadPoolExecutor(2),
    "processes": processes,
    "dask": dask,  # type: ignore[dict-item]  # all that is asked of it is `with … as executor`
}


@pytest.mark.parametrize("kind", EXECUTORS)
def test_whoever_reads_them_the_portfolio_is_the_same(folder: Path, kind: str) -> None:
    here = ik.read_portfolio(folder)
    with EXECUTORS[kind]() as executor:
        there = ik.read_portfolio(folder, executor=executor)
    assert list(there) == list(here)
    assert there.findings == here.findings
    assert [entry.path for entry in there.entries] == [entry.path for entry in here.entries]
    paths = [("fields_of_action", 0, "measures", 0), ("title",)]
    for one, other in zip(here, there, strict=True):
        assert [one.place(path) for path in paths] == [other.place(path) for path in paths]
    assert there["altdorf"].place(paths[0]).line == 9


def test_a_bad_file_is_reported_with_its_line_and_the_others_are_read(folder: Path) -> None:
    portfolio = ik.read_portfolio(folder)
    assert [concept.id for concept in portfolio] == ["altdorf", "neustadt"]
    assert len(portfolio) == 2
    assert str(portfolio) == "<Portfolio 2 concepts from 3 files>"
    assert {(Path(finding.place.file or "").name, finding.code) for finding in portfolio.findings} == {
        ("kaputt.yaml", "IK040"),
        ("kaputt.yaml", "IK041"),
    }
    assert {finding.place.line for finding in portfolio.findings} == {1, 3}


@pytest.mark.parametrize(
    ("path", "code", "said"),
    [
        ("nirgends.yaml", "IK060", "No such file"),
        ("notiz.docx", "IK061", r"\.docx"),
        ("null\0.yaml", "IK061", "null"),
    ],
)
def test_a_file_that_cannot_be_opened_or_read_is_a_finding(folder: Path, path: str, code: str, said: str) -> None:
    portfolio = ik.read_portfolio([folder / "altdorf.yaml", path])
    (finding,) = portfolio.findings
    assert (finding.code, finding.place.file, len(portfolio)) == (code, path, 1)
    assert said.strip("\\") in finding.text()


def test_a_folder_stands_for_the_files_in_it_that_a_format_reads(folder: Path) -> None:
    (folder / "liesmich.txt").write_text("kein Konzept", encoding="utf-8")
    (folder / ".verlauf").mkdir()
    (folder / ".verlauf" / "alt.yaml").write_text(TOWN.format(id="alt"), encoding="utf-8")
    (folder / "kreis").mkdir()
    ik.save(ik.load(folder / "altdorf.yaml"), folder / "kreis" / "altdorf.json")
    names = [Path(entry.path).relative_to(folder).as_posix() for entry in ik.read_portfolio(folder).entries]
    assert names == ["altdorf.yaml", "kaputt.yaml", "kreis/altdorf.json", "neustadt.yaml"]


def test_the_order_is_that_of_the_paths(folder: Path) -> None:
    names = ["neustadt.yaml", "kaputt.yaml", "altdorf.yaml"]
    with ThreadPoolExecutor(2) as executor:
        portfolio = ik.read_portfolio([folder / name for name in names], executor=executor)
    assert [Path(entry.path).name for entry in portfolio.entries] == names


@pytest.mark.parametrize("threads", [0, 2])
def test_progress_counts_up_to_the_number_of_files(folder: Path, threads: int) -> None:
    told: list[tuple[int, int]] = []
    with ThreadPoolExecutor(threads or 1) as executor:
        given = executor if threads else None
        ik.read_portfolio(folder, executor=given, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_many_files_go_in_chunks(folder: Path) -> None:
    told: list[int] = []
    with ThreadPoolExecutor(2) as executor:
        files = [folder / "altdorf.yaml"] * 150
        portfolio = ik.read_portfolio(files, executor=executor, progress=lambda done, _: told.append(done))
    assert len(portfolio) == 150
    assert told == list(range(0, 151, 2))


def test_no_files_make_an_empty_portfolio() -> None:
    with ThreadPoolExecutor(1) as executor:
        portfolio = ik.read_portfolio([], executor=executor)
    assert (len(portfolio), portfolio.findings, len(portfolio.tables.measures)) == (0, (), 0)


def test_what_the_caller_raises_in_the_meantime_cancels_what_is_not_read(folder: Path) -> None:
    def refuse(done: int, _: int) -> None:
        if done:
            raise KeyboardInterrupt

    with ThreadPoolExecutor(1) as executor, pytest.raises(KeyboardInterrupt):
        ik.read_portfolio([folder / "altdorf.yaml"] * 64, executor=executor, progress=refuse)


def test_rows_of_every_table_name_their_town(folder: Path) -> None:
    tables = ik.read_portfolio(folder).tables
    assert list(tables.indicators["concept"]) == ["altdorf", "neustadt"]
    assert all(frame.columns[0].name == "concept" for frame in tables.values())


def test_what_the_checks_find_is_a_table_too(folder: Path) -> None:
    frame = ik.read_portfolio(folder).tables.findings
    assert set(frame["concept"]) == {"altdorf", "neustadt"}
    codes = {finding.code for finding in ik.check(folder / "altdorf.yaml").findings}
    assert {row["code"] for row in frame if row["concept"] == "altdorf"} == codes
    assert frame["text"][0] == ik.check(folder / "altdorf.yaml").findings[0].text("de")


def test_what_may_be_compared_is_asked_of_all_towns(folder: Path) -> None:
    (group,) = ik.read_portfolio(folder).comparable()
    assert [member.concept for member in group.members] == ["altdorf", "neustadt"]
    assert group.comparable.is_unknown


def test_one_edition_in_two_files_is_reported_and_both_are_kept(folder: Path) -> None:
    (folder / "altdorf-2.yaml").write_text(TOWN.format(id="altdorf"), encoding="utf-8")
    portfolio = ik.read_portfolio([folder / "altdorf-2.yaml", folder / "altdorf.yaml"])
    (finding,) = portfolio.findings
    assert (finding.code, finding.severity) == ("IK062", ik.Severity.WARNING)
    assert [Path(place.file or "").name for place in finding.places] == ["altdorf-2.yaml", "altdorf.yaml"]
    assert len(portfolio) == 2


@pytest.mark.parametrize(
    ("stated", "key"),
    [
        ("edition: {as_of: 2027-05, number: 2, adopted_on: 2027-06-01}", "2027-05"),
        ("edition: {number: 2, adopted_on: 2027-06-01}", "2027-06-01"),
        ("edition: {number: 2}\nperiod: {start: 2027}", "2"),
        ("period: {start: 2027, end: 2031}", "2027–2031"),
    ],
)
def test_two_editions_of_one_town_are_told_apart_by_whatever_they_state(folder: Path, stated: str, key: str) -> None:
    (folder / "neu.yaml").write_text(f"{TOWN.format(id='altdorf')}{stated}\n", encoding="utf-8")
    portfolio = ik.read_portfolio([folder / "neu.yaml", folder / "altdorf.yaml"])
    assert portfolio.findings == ()
    assert list(portfolio.tables.measures["edition"]) == [key, None]
    assert portfolio.editions("altdorf") == (portfolio.concepts[1], portfolio.concepts[0])
    assert portfolio.editions("nirgends") == ()


def test_bundled_concepts_and_concepts_in_memory_stand_among_the_files(folder: Path) -> None:
    changed = ik.replace(ik.concept("sachsenheim"), "measure/sprachkurse", priority="hoch")
    portfolio = ik.read_portfolio(["musterstadt-2025", folder / "altdorf.yaml", changed, "musterstadt-2027"])
    ids = [(entry.path, entry.edition) for entry in portfolio.entries if entry.id != "altdorf"]
    names = [("musterstadt-2025", "2025-03-15"), ("concept/sachsenheim", changed.edition_key)]
    assert ids == [*names, ("musterstadt-2027", "2027-09-30")]
    assert [concept.edition.number for concept in portfolio.editions("musterstadt")] == [1, 2]
    assert portfolio["sachsenheim"] is changed
    assert set(portfolio.tables.concepts["concept"]) == {"musterstadt", "altdorf", "sachsenheim"}
    assert ik.read_portfolio(changed).concepts == (changed,)
    assert len(ik.read_portfolio("sachsenheim")) == 1


def test_a_file_comes_before_a_bundled_concept_of_the_same_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sachsenheim").mkdir()
    (tmp_path / "sachsenheim" / "altdorf.yaml").write_text(TOWN.format(id="altdorf"), encoding="utf-8")
    assert [concept.id for concept in ik.read_portfolio("sachsenheim")] == ["altdorf"]


def test_what_is_no_source_is_refused_with_what_is_expected() -> None:
    wrong: Any = [7]
    with pytest.raises(TypeError, match="expected a file, a folder, the name of a bundled concept or a concept; got 7"):
        ik.read_portfolio(wrong)


def test_a_bundled_concept_that_cannot_be_read_is_a_finding() -> None:
    host = PluginHost(discover=False)
    host.register(notes, "notes")
    (entry,) = ik.read_portfolio("kaputt", host=host).entries
    assert (entry.path, entry.concept) == ("kaputt", None)


def test_the_twelve_months_ahead_are_one_agenda_of_all_towns_with_their_editions() -> None:
    portfolio = ik.read_portfolio(["musterstadt-2025", "musterstadt-2027", "sachsenheim"])
    agenda = portfolio.year_ahead(date(2029, 1, 1))
    assert (agenda.start, agenda.end) == (date(2029, 1, 1), date(2029, 12, 31))
    assert {(one.concept, one.edition) for one in agenda.items} >= {
        ("musterstadt", "2025-03-15"),
        ("musterstadt", "2027-09-30"),
    }
    newest = portfolio.newest()
    assert [(one.id, one.edition_key) for one in newest] == [("musterstadt", "2027-09-30"), ("sachsenheim", "2024-11")]
    broken = ik.read_portfolio(["nirgends.yaml", "sachsenheim"]).newest()
    assert [entry.id for entry in broken.entries] == [None, "sachsenheim"]
    table = portfolio.tables.on(date(2029, 1, 1)).agenda
    assert len(table) == len(agenda.items)


def test_a_concept_is_found_by_its_id_or_a_near_one_is_suggested(folder: Path) -> None:
    portfolio = ik.read_portfolio(folder)
    assert portfolio["neustadt"].title == "Integrationskonzept neustadt"
    with pytest.raises(KeyError, match="did you mean 'altdorf'"):
        portfolio["aldorf"]


def test_checking_reports_every_file_in_its_order(folder: Path) -> None:
    portfolio = ik.read_portfolio(folder)
    reports = portfolio.check("council")
    assert [report.concept for report in reports] == ["altdorf", None, "neustadt"]
    assert reports[0].findings == ik.check(folder / "altdorf.yaml", profile="council").findings
    assert not reports[1].ok


def test_a_notebook_shows_the_files_and_why_one_has_no_concept(folder: Path) -> None:
    shown = ik.read_portfolio(folder)._repr_html_()
    assert ">neustadt</td>" in shown
    assert "2 Konzepte aus 3 Dateien</h3>" in shown
    assert escape(ik.read_portfolio(folder).findings[0].message.text("de")) in shown


def test_an_entry_says_which_concept_it_holds_or_what_is_wrong(folder: Path) -> None:
    good, bad, _ = ik.read_portfolio(folder).entries
    assert repr(good) == f"<PortfolioEntry {folder / 'altdorf.yaml'}: altdorf>"
    assert "schema" not in repr(good)
    assert repr(bad).startswith(f"<PortfolioEntry {folder / 'kaputt.yaml'}: ")


def test_an_entry_that_travelled_twice_still_holds_its_concept(folder: Path) -> None:
    entry = ik.read_portfolio(folder).entries[0]
    twice = travelled(travelled(entry))
    assert (twice.id, twice.concept) == (entry.id, entry.concept)
    assert gc.isenabled()


def test_an_entry_leaves_the_collection_of_garbage_as_it_was(folder: Path) -> None:
    entry = travelled(ik.read_portfolio(folder).entries[0])
    gc.disable()
    try:
        assert entry.concept.id == "altdorf"
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_formats_of_plugins_registered_by_hand_are_read_in_other_processes_too(folder: Path) -> None:
    host = PluginHost(discover=False)
    host.register(notes, "notes")
    (folder / "altdorf.note").write_bytes((folder / "altdorf.yaml").read_bytes())
    with processes() as executor:
        portfolio = ik.read_portfolio([folder / "altdorf.note"], executor=executor, host=host)
    assert portfolio.findings == ()
    assert [concept.id for concept in portfolio] == ["altdorf"]
    assert YAML.name in travelled(PluginHost(discover=False)).formats()
