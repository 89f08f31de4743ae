"""Help and usage errors in the language of the call."""

import ctypes
import gettext
import os
import platform
import plistlib
import re
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from integrationskonzept.cli.dates import DAY
from integrationskonzept.cli.main import COMMANDS, main
from integrationskonzept.cli.system_language import language_of
from tests.cli.conftest import Call
from tools.help_texts import click_sentences, help_texts

ENGLISH = re.compile(r"\b(the|and|this|show|write|only|by default|usage|options|exit|missing|invalid)\b", re.IGNORECASE)


@pytest.mark.parametrize("command", [*COMMANDS, "language-server", "merge", "site"])
def test_the_help_of_a_command_is_german_and_shows_every_option(call: Call, command: str) -> None:
    english = call(command, "--help").output
    german = call("--lang", "de", command, "--help").output
    assert german.startswith("Aufruf: ")
    assert set(re.findall(r"--[a-z-]+", english)) <= set(re.findall(r"--[a-z-]+", german))
    words = re.sub(r"--?[\w-]+|\[[^]]*\]|`[^`]*`", "", german.partition("]")[2])
    assert ENGLISH.findall(words) == []


def test_the_list_of_commands_is_german(call: Call) -> None:
    german = " ".join(call("--lang", "de", "--help").output.split())
    assert "Befehle:" in german
    assert "check Fehler und Lücken eines Konzepts melden." in german
    assert "Rückgabewerte: 0 alles in Ordnung" in german


@pytest.mark.parametrize(
    "words",
    [
        ("--lang", "de", "check", "--help"),
        ("--lang=de", "check", "--help"),
        ("check", "--help", "--lang", "de"),
        ("check", "--lang=de", "-h"),
        ("--plugins-trace", "check", "-h", "--lang", "de"),
        ("--lang", "en", "check", "--help", "--lang", "de"),
        ("--help", "--lang", "de"),
    ],
)
def test_the_language_counts_wherever_it_stands(call: Call, words: tuple[str, ...]) -> None:
    assert "Aufruf: " in call(*words, LANG="en_GB.UTF-8").output


def test_a_language_can_follow_a_command_that_runs(call: Call) -> None:
    assert "Maßnahmen: 10" in call("show", "sachsenheim", "--lang", "de").output


@pytest.mark.parametrize("words", [("show", "sachsenheim", "--lang"), ("--lang",)])
def test_a_language_that_is_not_named_is_asked_for(call: Call, words: tuple[str, ...]) -> None:
    result = call(*words, LANG="de_DE.UTF-8")
    assert result.exit_code == 2
    assert "Die Option '--lang' braucht einen Wert" in result.output


def test_what_follows_two_hyphens_is_no_option(call: Call) -> None:
    assert "there is no file '--lang'" in call("check", "--", "--lang", "de").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check",), "Es fehlt die Angabe 'QUELLE...'"),
        (("check", "x.yaml", "--forrce"), "Die Option '--forrce' gibt es nicht."),
        (("check", "x.yaml", "--format", "pdf"), "'pdf' ist nicht zulässig; möglich sind 'text'"),
        (("carry", "sachsenheim"), "Es fehlt die Option '-o' / '--output'"),
        (("show", "a", "b", "c"), "Eine Angabe ist zu viel (c)"),
        (("show", "a", "b", "c", "d"), "Einige Angaben sind zu viel (c d)"),
        (("observe", "sachsenheim", "weg.csv"), "Ungültiger Wert für '[WERTE]': Datei 'weg.csv' gibt es nicht."),
        (("new", "a.yaml", "--years", "99"), "99 liegt nicht im Bereich 1<=x<=50."),
        (("new", "a.yaml", "--years", "x"), "'x' ist nicht zulässig; erwartet wird: Zahl."),
        (("evaluate", "sachsenheim", "--today", "Juni"), "„Juni“ ist kein Tag; schreiben Sie ihn wie 2027-06-30"),
        (("chekc",), "Den Befehl 'chekc' gibt es nicht. Befehle: carry, check"),
        (("--lang", "xx", "plugins"), "Ungültiger Wert für '--lang': Die Sprache „xx“ gibt es nicht"),
    ],
)
def test_a_wrong_call_is_answered_in_german(call: Call, words: tuple[str, ...], said: str) -> None:
    result = call(*words, LANG="de_DE.UTF-8")
    assert result.exit_code == 2
    assert said in result.output
    assert "Hilfe erhalten Sie mit „" in result.output


def test_a_program_that_calls_the_command_keeps_its_own_language(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    before = gettext.textdomain(), gettext.bindtextdomain("integrationskonzept")
    assert "Aufruf" in call("check", "--help", "--lang", "de").output
    assert (gettext.textdomain(), gettext.bindtextdomain("integrationskonzept")) == before
    assert os.environ["LANGUAGE"] == "fr"


def test_the_help_of_a_command_itself_stays_english(call: Call) -> None:
    call("--lang", "de", "check", "--help")
    assert "Usage: " in call("--lang", "en", "check", "--help", LANG="de_DE.UTF-8").output
    assert main.help == "A German town's integration concept as data: check it, show it, export it."


def test_a_day_is_refused_in_english_without_a_session() -> None:
    with pytest.raises(click.BadParameter, match="'Juni' is no day"):
        DAY.convert("Juni", None, None)


def test_the_catalogue_gets_every_option_and_every_sentence_of_click() -> None:
    texts = {text for text, _ in help_texts()}
    assert {"List every place of a finding that has many.", "SOURCE", "YEAR", "Number of years."} <= texts
    sentences = dict(click_sentences())
    assert sentences["{value!r} is not {choice}."] == "{value!r} is not one of {choices}."
    assert "Missing argument" in sentences
    assert "Name '{name}' defined twice" not in sentences


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "", "LANG": "de_AT"}, "de"),
        ({}, "en"),
    ],
)
def test_the_locale_names_the_language(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    assert language_of(environment) == language


@pytest.mark.parametrize(("number", "language"), [(0x0407, "de"), (0x0C07, "de"), (0x0809, "en"), (0xFFFF, "en")])
def test_windows_is_asked_for_the_language_of_its_menus(
    monkeypatch: pytest.MonkeyPatch, number: int, language: str
) -> None:
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setattr(platform, "system", lambda: "Windows")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert language_of({}) == language
    assert language_of({"LANG": "en_GB"}) == "en"


@pytest.mark.parametrize(
    ("preferences", "language"),
    [
        ({"AppleLanguages": ["de-DE", "en"], "AppleLocale": "en_DE"}, "de"),
        ({"AppleLocale": "de_DE"}, "de"),
        ({"AppleLanguages": ["fr-FR"]}, "en"),
        ({}, "en"),
    ],
)
def test_macos_has_the_language_in_its_preferences(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, preferences: dict[str, object], language: str
) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    folder = tmp_path / "Library" / "Preferences"
    folder.mkdir(parents=True)
    (folder / ".GlobalPreferences.plist").write_bytes(plistlib.dumps(preferences, fmt=plistlib.FMT_BINARY))
    assert language_of({"HOME": str(tmp_path)}) == language


@pytest.mark.parametrize("content", [None, b"no preferences"])
def test_macos_without_readable_preferences_is_english(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None
) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    if content is not None:
        (tmp_path / "Library" / "Preferences").mkdir(parents=True)
        (tmp_path / "Library" / "Preferences" / ".GlobalPreferences.plist").write_bytes(content)
    assert language_of({"HOME": str(tmp_path)}) == "en"
