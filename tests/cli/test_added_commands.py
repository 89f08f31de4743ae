"""A plugin adds commands, languages, labels and sources to the command line."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Call

TOWN = """
import click
from integrationskonzept import Message, hookimpl
from integrationskonzept.plugins import CliCommand, ForeignAttribute, Language, ObservationSource

def said(english, german):
    return Message(template=english, translations={"de": german})

def build():
    from integrationskonzept.cli.session import pass_session

    @click.command("hello")
    @click.argument("source")
    @pass_session
    def hello(session, source):
        session.say("{title}", title=session.concept(source).title)

    return hello

@hookimpl
def integrationskonzept_commands():
    broken = CliCommand(name="broken", summary=said("Nothing", "Nichts"), build=dict)
    return [CliCommand(name="hello", summary=said("Greet", "Grüßen"), build=build), broken]

@hookimpl
def integrationskonzept_attributes():
    return [ForeignAttribute(noun="measure", key="x-amt", title=said("office code", "Amtsschlüssel"),
                             meaning=said("its code", "der Schlüssel"))]

@hookimpl
def integrationskonzept_languages():
    return [Language(code="nds", day_of_year="{day}.{month}.")]

@hookimpl
def integrationskonzept_sources():
    def read(concept, file, options):
        yield {"indicator": "kurse", "as_of": "2026", "value": 3}
    return [ObservationSource(name="office", title=said("Office", "Amt"), read=read, suffixes=(".stat",))]
"""

CONCEPT = """schema: 2
id: ulm
title: Konzept Ulm
municipality:
  name: Ulm
overarching:
  measures:
    - id: kurse
      title: Kurse anbieten
      x-amt: A-50
  indicators:
    - id: kurse
      title: Zahl der Kurse
      unit: Kurse
"""


@pytest.fixture
def plugin(call: Call) -> tuple[str, str]:
    """Write the plugin and a concept into the folder of the call, and return the option that uses the plugin."""
    Path("town.py").write_text(TOWN, "utf-8")
    Path("ulm.yaml").write_text(CONCEPT, "utf-8")
    return "--plugin", "town.py"


def test_a_command_of_a_plugin_runs_and_is_listed(call: Call, plugin: tuple[str, str]) -> None:
    assert call(*plugin, "hello", "ulm.yaml").stderr == "Konzept Ulm\n"
    assert re.search("^  hello +Greet$", call(*plugin, "--help").output, re.MULTILINE)
    assert "hello" not in call("--help").output
    assert "Commands: carry, check, compare" in call("helo").output


def test_the_environment_names_plugin_files_too(call: Call, plugin: tuple[str, str]) -> None:
    assert plugin
    assert call("hello", "ulm.yaml", INTEGRATIONSKONZEPT_PLUGINS_FILES="town.py").exit_code == 0


def test_a_command_that_is_none_is_refused(call: Call, plugin: tuple[str, str]) -> None:
    result = call(*plugin, "broken")
    assert result.exit_code == 2
    assert "the command 'broken' of plugin town is no click command" in result.stderr


def test_a_language_of_a_plugin_can_be_asked_for(call: Call, plugin: tuple[str, str]) -> None:
    assert call(*plugin, "--lang", "nds", "hello", "ulm.yaml").exit_code == 0
    refused = call("--lang", "xx", "plugins")
    assert refused.exit_code == 2
    assert "'xx' is not one of 'de', 'en'" in refused.output


def test_a_described_key_has_its_label_in_documents_and_its_place_in_the_schema(
    call: Call, plugin: tuple[str, str]
) -> None:
    assert "Amtsschlüssel:  A-50" in call("--lang", "de", *plugin, "show", "ulm.yaml").output
    schema = json.loads(call(*plugin, "--lang", "de", "schema").stdout)
    told = schema["$defs"]["Measure"]["properties"]["x-amt"]
    assert (told["title"], told["description"]) == ("Amtsschlüssel", "der Schlüssel")
    assert '"title": "office code"' in call(*plugin, "--lang", "en", "schema").output


def test_observations_come_from_a_source_of_a_plugin(call: Call, plugin: tuple[str, str]) -> None:
    Path("k.stat").write_text("", "utf-8")
    assert "1 added" in call(*plugin, "observe", "ulm.yaml", "k.stat", "--dry-run").output
    assert "1 added" in call(*plugin, "observe", "ulm.yaml", "--from", "office").output
    assert "value: 3" in Path("ulm.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ((), "name a file with VALUES, or a source"),
        (("k.csv", "--option", "a=b"), "--option belongs to a source"),
        (("--from", "office", "--option", "a"), "an option is written key=value"),
        (("--from", "office", "--option", "a=b"), "'office' has no option 'a'"),
        (("--from", "ofice"), "there is no source of observations 'ofice'; did you mean 'office'?"),
    ],
)
def test_a_source_is_named_and_takes_its_own_options(
    call: Call, plugin: tuple[str, str], arguments: tuple[str, ...], problem: str
) -> None:
    Path("k.csv").write_text("indicator;as_of;value\n", "utf-8")
    result = call(*plugin, "observe", "ulm.yaml", *arguments)
    assert result.exit_code == 2
    assert problem in result.output


def test_options_stand_in_a_file_beside_the_concept(call: Call) -> None:
    Path("ulm.yaml").write_text(CONCEPT, "utf-8")
    Path("integrationskonzept.toml").write_text("[exporter.datapackage]\nlanguge = 'en'\n", "utf-8")
    result = call("export", "ulm.yaml", "datapackage")
    assert result.exit_code == 2
    assert "integrationskonzept.toml, [exporter.datapackage]: 'datapackage' has no option 'languge'" in result.stderr
