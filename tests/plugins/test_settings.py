"""Options that a town always uses stand in a file beside its concept."""

from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

import integrationskonzept as ik
from integrationskonzept.errors import OptionError
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins import Exporter, Importer, ObservationSource
from integrationskonzept.plugins.settings import SETTINGS_FILE, read_settings


@frozen(kw_only=True)
class Options:
    language: str = "de"
    template: Path | None = None
    previous: tuple[Path | Concept, ...] = ()


EXPORTER = Exporter(
    name="poster",
    title=message("Poster"),
    media_type="text/plain",
    suffix=".txt",
    export=lambda _, __: ik.Export(files=()),
    options=Options,
)


def settings(folder: Path, text: str) -> Any:
    (folder / SETTINGS_FILE).write_text(text, "utf-8")
    return read_settings(folder)


def test_a_folder_without_the_file_sets_nothing(tmp_path: Path) -> None:
    assert read_settings(tmp_path).options_of(EXPORTER) == {}


def test_options_stand_under_kind_and_name(tmp_path: Path) -> None:
    found = settings(tmp_path, '[exporter.poster]\nlanguage = "en"\n[source.office]\nyear = 2026\n')
    assert found.options_of(EXPORTER) == {"language": "en"}
    source = ObservationSource(name="poster", title=message("Office"), read=lambda *_: ())
    importer = Importer(name="poster", title=message("Office"), suffixes=(), read=lambda *_: None)  # type: ignore[arg-type]  # never called
    assert found.options_of(source) == found.options_of(importer) == {}


def test_files_are_named_relative_to_the_folder(tmp_path: Path) -> None:
    found = settings(tmp_path, '[exporter.poster]\ntemplate = "t.html"\nprevious = ["a.yaml", "b.ics"]\n')
    assert found.options_of(EXPORTER) == {
        "template": str(tmp_path / "t.html"),
        "previous": [str(tmp_path / "a.yaml"), str(tmp_path / "b.ics")],
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[exporter.poster]\nlanguge = "en"\n', r"\[exporter.poster\]: 'poster' has no option 'languge'.*language"),
        ("[exporter.poster]\ntemplate = 5\n", "the option 'template' of 'poster' takes the path of a file; got 5"),
        ("[exporters.poster]\n", r"there is no section \[exporters.…\]; did you mean 'exporter'"),
        ("exporter = 5\n", r"stand in a section such as \[exporter.name\]"),
        ("[exporter]\nposter = 5\n", r"stand in a section such as \[exporter.name\]"),
        ("exporter = \n", "not readable as TOML in UTF-8"),
        ("#" * 1_000_001, "larger than 1 MB"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(OptionError, match=rf"integrationskonzept\.toml.*{problem}"):
        settings(tmp_path, text).options_of(EXPORTER)
