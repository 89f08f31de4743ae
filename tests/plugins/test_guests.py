"""What strangers get wrong stays theirs, and is told; proved with guests that are really installed."""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.plugins.conftest import Fresh

Listed = dict[str, list[dict[str, Any]]]


def test_a_guest_that_behaves_brings_one_thing_of_every_kind(listed: Listed) -> None:
    guest = listed["well-behaved"][0]
    assert (guest["distribution"], guest["version"]) == ("guest-well-behaved", "2.3")
    assert (guest["state"], guest["faults"], guest["remarks"]) == ("ok", [], [])
    assert sorted(guest["brings"]) == [
        "attribute measure.x-guest",
        "command guest",
        "concept gastlingen",
        "exporter guest-title",
        "format keys",
        "importer guest-text",
        "language nds",
        "profile guest",
        "publisher guest",
        "rule GUEST001",
        "source guest-counts",
        "table guest",
    ]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("import-error", "failed while loading: ModuleNotFoundError: No module named 'a_module_that_nobody_has'"),
        ("syntax-error", "failed while loading: SyntaxError: invalid syntax (guest_syntax_error.py, line 3)"),
        ("exits", "failed while loading: SystemExit: this guest does not like it here (guest_exits.py, line 5)"),
        ("exits-in-hook", "failed while answering the hook integrationskonzept_exporters: SystemExit: 3"),
        ("newer", "built for interface 2, and this version of integrationskonzept has interface 1"),
    ],
)
def test_a_guest_that_fails_is_listed_with_its_distribution_and_the_reason(
    listed: Listed, name: str, fault: str
) -> None:
    guest = listed[name][0]
    assert (guest["state"], guest["brings"]) == ("failed", [])
    assert fault in guest["faults"][0]
    assert f"{name} (guest-{name} 1.0)" in guest["faults"][0]


def test_a_misspelt_hook_and_one_that_is_not_marked_are_told(listed: Listed) -> None:
    assert listed["unknown-hook"][0]["faults"] == [
        "there is no hook integrationskonzept_exporter; did you mean integrationskonzept_exporters?",
        "integrationskonzept_rules is not marked with @hookimpl and is not heard",
    ]


def test_wrong_answers_are_refused_one_by_one_and_the_right_one_is_kept(listed: Listed) -> None:
    guest = listed["wrong-answers"][0]
    assert (guest["state"], guest["brings"]) == ("partly", ["exporter right"])
    for fault, expected in zip(
        guest["faults"],
        [
            "integrationskonzept_formats: TypeError: expected a sequence of Format, got None",
            "the rule IK101 is not used: codes that begin with IK are this library's own",
            "severity of Rule must be Severity; got 'loud'",
            "check of Rule must be a function; got 'check'",
            "integrationskonzept_exporters answered with 'exporter' where Exporter was expected",
            "integrationskonzept_tables: TypeError: expected a sequence of Table, got {'name': 'table'}",
        ],
        strict=True,
    ):
        assert expected in fault


def test_a_name_that_two_guests_claim_is_told_with_both_and_belongs_to_neither(listed: Listed) -> None:
    contested = (
        "the exporter 'twin' is claimed by twin-one (guest-twin-one 1.1), twin-other (guest-twin-other 1.2), and"
        " belongs to none of them; say whose you mean: 'guest-twin-one:twin', 'guest-twin-other:twin', or leave a"
        " plugin out (--plugins-off)"
    )
    one, other = listed["twin-one"][0], listed["twin-other"][0]
    assert (one["state"], one["brings"]) == ("partly", ["format twin-one", "exporter guest-twin-one:twin"])
    stays = "files ending in .yaml stay with the format 'yaml' of integrationskonzept"
    assert one["faults"] == [stays, contested]
    assert (other["state"], other["brings"]) == ("partly", ["format twin-other", "exporter guest-twin-other:twin"])
    assert other["faults"] == [stays, contested]


def test_two_plugins_of_one_name_name_both_distributions(listed: Listed) -> None:
    taken, refused = listed["well-behaved"]
    assert (taken["state"], refused["state"]) == ("ok", "failed")
    assert refused["faults"] == [
        (
            "well-behaved (guest-without-a-name 9.9) is not used:"
            " well-behaved (guest-well-behaved 2.3) has the same name and came first"
        )
    ]


def test_what_a_guest_prints_is_told_and_does_not_get_into_the_output(listed: Listed) -> None:
    guest = listed["prints"][0]
    assert guest["state"] == "ok"
    assert guest["remarks"] == [
        "printed to standard output while loading: hello, I am loading",
        (
            "printed to standard output while answering the hook integrationskonzept_exporters:"
            " and this is what I bring: nothing"
        ),
    ]


def test_what_this_library_brings_is_there_whatever_guests_do(listed: Listed) -> None:
    assert listed["integrationskonzept"][0]["state"] == "ok"
    assert "format yaml" in listed["integrationskonzept"][0]["brings"]


def test_ctrl_c_while_a_guest_loads_is_the_users(fresh: Fresh) -> None:
    done = fresh("from integrationskonzept.plugins import PluginHost; PluginHost(only=['interrupts']).plugins()")
    assert done.stderr.rstrip().endswith("KeyboardInterrupt")


def test_a_distribution_with_broken_metadata_hides_no_other(fresh: Fresh, guests: Path, tmp_path: Path) -> None:
    broken = {
        "broken-1.0": "[integrationskonzept]\nno equals sign\n",
        "nameless-1.0": "[integrationskonzept]\nnameless = nowhere\n",
        "unreadable-1.0": "\xff",
    }
    for name, text in broken.items():
        (tmp_path / f"{name}.dist-info").mkdir()
        (tmp_path / f"{name}.dist-info" / "entry_points.txt").write_bytes(text.encode("latin-1"))
    (tmp_path / "nameless-1.0.dist-info" / "METADATA").write_bytes(b"Name: \xff")
    done = fresh(
        "import json; from integrationskonzept.plugins import PluginHost;"
        "host = PluginHost(only=['?', 'nameless', 'prints']);"
        "print(json.dumps([plugin.as_data() for plugin in host.plugins()]))",
        PYTHONPATH=os.pathsep.join([str(tmp_path), str(guests)]),
    )
    states = {plugin["name"]: plugin["state"] for plugin in json.loads(done.stdout)}
    assert (states["prints"], states["?"], states["nameless"]) == ("ok", "failed", "failed")


def test_a_distribution_that_is_on_the_path_twice_is_one_plugin(fresh: Fresh, guests: Path, tmp_path: Path) -> None:
    shutil.copytree(guests / "guest_prints-1.0.dist-info", tmp_path / "guest_prints-1.0.dist-info")
    done = fresh(
        "from integrationskonzept.plugins import PluginHost;"
        "print(*[plugin.state for plugin in PluginHost(only=['prints']).plugins() if plugin.name == 'prints'])",
        PYTHONPATH=os.pathsep.join([str(tmp_path), str(guests)]),
    )
    assert done.stdout.split() == ["ok"]


def test_an_exporter_that_fails_names_its_distribution_and_keeps_the_cause(fresh: Fresh) -> None:
    done = fresh("""
import integrationskonzept as ik
from integrationskonzept.testing import example_concept
for name in ("divides", "leaves", "nothing"):
    try:
        ik.export(example_concept(), name, host=ik.plugins.PluginHost(only=["fails-at-work"]))
    except ik.errors.PluginError as error:
        print(f"{error} | {error.__cause__!r}")
""")
    failed = "plugin fails-at-work (guest-fails-at-work 1.0) failed while exporting: "
    place = re.compile(r"(?<=guest_fails_at_work.py, line )\d+")
    assert [place.sub("…", line.removeprefix(failed)) for line in done.stdout.splitlines()] == [
        "ZeroDivisionError: division by zero (guest_fails_at_work.py, line …) | ZeroDivisionError('division by zero')",
        "SystemExit: 1 (guest_fails_at_work.py, line …) | SystemExit(1)",
        "TypeError: expected Export, got None | TypeError('expected Export, got None')",
    ], done.stderr


def test_a_rule_that_fails_is_a_finding_and_the_other_rules_go_on(fresh: Fresh) -> None:
    done = fresh("""
import integrationskonzept as ik
from integrationskonzept.model import CheckSettings
from integrationskonzept.testing import example_concept
host = ik.plugins.PluginHost(only=["fails-at-work", "well-behaved"])
concept = ik.replace(example_concept(), "concept/musterlingen-2026", motto=None)
checks = CheckSettings(include=("FAIL001", "GUEST001"))
report = ik.check(ik.replace(concept, concept, checks=checks), host=host)
print(*(finding.text() for finding in report.findings), sep="\\n")
print(*{finding.code for finding in report.findings})
""")
    assert "plugin fails-at-work (guest-fails-at-work 1.0) failed while checking the rule FAIL001" in done.stdout
    assert "GUEST001" in done.stdout.splitlines()[-1]


def test_a_run_that_breaks_off_still_reports_every_step(fresh: Fresh) -> None:
    done = fresh("""
from integrationskonzept.plugins import NoOptions, PluginHost
from integrationskonzept.testing import example_concept
publisher = PluginHost(only=["fails-at-work"]).publisher("breaks-off")
report = publisher.send(example_concept(), NoOptions())
print(report.ok, report.ended, *(sent.outcome for sent in report.steps), sep="\\n")
""")
    assert done.stdout.splitlines()[0] == "False"
    assert (
        "fails-at-work (guest-fails-at-work 1.0) failed while sending: ConnectionError" in done.stdout.splitlines()[1]
    )
    assert done.stdout.splitlines()[2:] == ["done", "skipped", "skipped", "skipped", "skipped"]


def test_guests_can_be_switched_off_kept_to_and_traced_by_the_environment(fresh: Fresh) -> None:
    done = fresh(
        "import os; from integrationskonzept.plugins import host_from_environment;"
        "print(*sorted(p.name for p in host_from_environment(os.environ).plugins() if p.state == 'ok'))",
        INTEGRATIONSKONZEPT_PLUGINS_ONLY="prints, Guest_Well.Behaved",
        INTEGRATIONSKONZEPT_PLUGINS_OFF="prints",
        INTEGRATIONSKONZEPT_PLUGINS_TRACE="1",
    )
    assert done.stdout.split() == ["integrationskonzept", "well-behaved"]
    assert "prints (guest-prints 1.0): switched off" in done.stderr
    assert "exits (guest-exits 1.0): not among the plugins to keep to" in done.stderr
    assert "well-behaved (guest-well-behaved 2.3): brings exporter guest-title" in done.stderr


@pytest.mark.parametrize(
    ("guest", "breaches"),
    [
        ("reads_clock", ["it gives the same bytes at any time and in any time zone: ImpureError: the clock"]),
        ("tells_secrets", ["what is internal stays inside: AssertionError: titles.txt holds what is internal"]),
        (
            "shuffles",
            [
                "it exports any concept: UnsafePathError",
                "it gives the same bytes on another machine: AssertionError",
                "it survives hostile texts: UnsafePathError",
            ],
        ),
    ],
)
def test_a_bad_guest_is_caught_by_the_test_meant_for_its_fault(
    caught: dict[str, list[str]], guest: str, breaches: list[str]
) -> None:
    for breach in breaches:
        assert any(line.startswith(f"- {breach}") for line in caught[guest]), caught[guest]


@pytest.fixture(scope="module")
def caught(fresh: Fresh) -> dict[str, list[str]]:
    """Run the three bad guests through the contract, and return the breaches of each."""
    done = fresh("""
import importlib, json
from integrationskonzept.testing import check_exporter
caught = {}
for guest in ("reads_clock", "tells_secrets", "shuffles"):
    try:
        check_exporter(importlib.import_module(f"guest_{guest}").EXPORTER)
    except AssertionError as error:
        caught[guest] = str(error).splitlines()
print(json.dumps(caught))
""")
    assert done.returncode == 0, done.stderr
    breaches: dict[str, list[str]] = json.loads(done.stdout)
    return breaches
