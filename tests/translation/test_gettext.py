"""Programs of translators accept the catalogues, and find in them what we find."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import integrationskonzept as ik
from integrationskonzept.translation import new_file, phrases_in, read_file, template, update_catalogue
from tests.other_programs import debian_packages, unavailable

pytestmark = pytest.mark.clients

OLD, NEW = (phrases_in(ik.concept(f"musterstadt-{year}").public()) for year in (2025, 2027))


def run(program: str, *words: str | Path) -> str:
    """Run a program of gettext, and return what it says."""
    found = shutil.which(program)
    if found is None:
        debian_packages("gettext", environment=os.environ)
        found = shutil.which(program) or unavailable("gettext is not there after its installation")
    return said_by(found, *words)


def said_by(*words: str | Path) -> str:
    """Run a program, and return what it says."""
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    """Return a catalogue of the old edition that a translator has filled in."""
    found = update_catalogue(new_file("en", "musterstadt"), OLD)
    entries = [one.entry.changed(translation=f"{one.entry.text} EN") for one in found.texts]
    file = update_catalogue(read_file(found.file.content), OLD).file
    header, *_ = file.entries
    (tmp_path / "en.po").write_bytes(type(file)(entries=(header, *entries)).content)
    return tmp_path / "en.po"


def test_msgfmt_finds_no_fault_in_what_we_write(translated: Path, tmp_path: Path) -> None:
    found = update_catalogue(read_file(translated.read_bytes()), NEW)
    translated.write_bytes(found.file.content)
    (tmp_path / "k.pot").write_bytes(template(NEW, "de", "musterstadt"))
    said = run("msgfmt", "--check-format", "--check-domain", "--statistics", "-o", tmp_path / "en.mo", translated)
    assert "175 translated messages, 10 fuzzy translations, 54 untranslated messages." in said
    run("msgfmt", "-o", tmp_path / "k.mo", tmp_path / "k.pot")


def test_msgmerge_agrees_with_us_on_what_is_translated(translated: Path, tmp_path: Path) -> None:
    (tmp_path / "k.pot").write_bytes(template(NEW))
    run("msgmerge", "--previous", "--quiet", "-o", tmp_path / "theirs.po", translated, tmp_path / "k.pot")
    theirs = read_file((tmp_path / "theirs.po").read_bytes())
    ours = update_catalogue(read_file(translated.read_bytes()), NEW).file

    def used(entries: object) -> set[tuple[str | None, str, str]]:
        return {
            (one.context, one.text, one.translation)
            for one in entries  # type: ignore[attr-defined]  # a tuple of entries
            if one.translation and one.text and not (one.is_fuzzy or one.is_obsolete)
        }

    assert used(theirs.entries) == used(ours.entries)
    assert update_catalogue(theirs, NEW).file.content  # what msgmerge wrote is read again


def test_msgmerge_leaves_our_update_as_it_is(translated: Path, tmp_path: Path) -> None:
    found = update_catalogue(read_file(translated.read_bytes()), NEW)
    translated.write_bytes(found.file.content)
    (tmp_path / "k.pot").write_bytes(template(NEW))
    run(
        "msgmerge",
        "--previous",
        "--no-fuzzy-matching",
        "--quiet",
        "-o",
        tmp_path / "t.po",
        translated,
        tmp_path / "k.pot",
    )
    states = [
        (one.phrase, one.state) for one in update_catalogue(read_file((tmp_path / "t.po").read_bytes()), NEW).texts
    ]
    assert states == [(one.phrase, one.state) for one in found.texts]


def test_the_translate_toolkit_counts_and_checks_what_we_write(translated: Path, tmp_path: Path) -> None:
    translated.write_bytes(update_catalogue(read_file(translated.read_bytes()), NEW).file.content)
    counted = said_by(sys.executable, "-m", "translate.tools.pocount", "--csv", translated)
    numbers = counted.splitlines()[-1].split(",")
    assert [int(number) for number in (numbers[1], numbers[4], numbers[6])] == [175, 10, 54]
    tool = (sys.executable, "-m", "translate.filters.pofilter", "--progress=none", "--nofuzzy")
    said_by(*tool, "-t", "newlines", "-t", "escapes", translated, tmp_path / "faults.po")
    assert not (tmp_path / "faults.po").exists()
