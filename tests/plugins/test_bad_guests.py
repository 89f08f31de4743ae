"""Bad guests, really installed: each ends in one clear sentence, on the right stream, with the right exit code."""

import os
import re
import subprocess
import sysconfig
from pathlib import Path
from textwrap import dedent

import pytest
from attrs import frozen

PROGRAM = str(Path(sysconfig.get_path("scripts"), "integrationskonzept"))
IMPORTS = """
import os, sys, warnings
from pathlib import Path
from integrationskonzept import *
from integrationskonzept.plugins import *
TITLE = Message(template="guest", translations={"de": "Gast"})
def of_text(text):
    return Export(files=(ExportFile(name="guest.txt", content=text.encode(), media_type="text/plain"),))
"""
EXPORTER = """
@hookimpl
def integrationskonzept_exporters():
    yield Exporter(name="guest", title=TITLE, media_type="text/plain", suffix=".txt", export=export)
"""
FORMAT = """
@hookimpl
def integrationskonzept_formats():
    yield Format(name="guest", title=TITLE, suffixes=(".guest",), media_type="x/guest", read=read, write=write)
"""
RULE = """
@hookimpl
def integrationskonzept_rules():
    yield Rule(code="GUEST001", family="guest", title=TITLE, why=TITLE, severity=Severity.ERROR, message=TITLE,
               check=check, municipalities=("08",))
"""
TABLE = """
@hookimpl
def integrationskonzept_tables():
    columns = (Column(name="concept", type=ColumnType.STRING, description=TITLE),
               Column(name="guest", type=ColumnType.INTEGER, description=TITLE))
    yield Table(name="guest", title=TITLE, columns=columns, fill=fill)
"""
EXPORT = ("export", "sachsenheim", "guest", "-o", "guest.txt")
CHECK = ("check", "sachsenheim")
TABLES = ("tables", "sachsenheim", "-o", "tables")
USED = r"integrationskonzept: plugin guest \(town-guest 1\.0\)"
NOT_USED = rf"{USED} is not used: "
PARTLY = r"integrationskonzept: a part of plugin guest \(town-guest 1\.0\) is not used: "
SEE = "; see `plugins`$"


def install(folder: Path, source: str, *, version: str = "1.0", metadata: str = "", **points: str) -> None:
    """Write a module, and the metadata of a distribution that announces it."""
    folder.mkdir(exist_ok=True)
    (folder / "guest.py").write_text(source, encoding="utf-8")
    described = folder / f"town_guest-{version}.dist-info"
    described.mkdir()
    stated = f"Metadata-Version: 2.1\nName: town-guest\nVersion: {version}\n{metadata}"
    (described / "METADATA").write_text(stated, encoding="utf-8")
    announced = [f"[integrationskonzept]\nguest = {points.pop('point', 'guest')}\n"]
    announced += [f"[integrationskonzept.{group}]\n{point}\n" for group, point in points.items()]
    (described / "entry_points.txt").write_text("".join(announced), encoding="utf-8")


def call(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Call the command line with the guests of a folder installed, and nothing of the user's settings."""
    measured = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
    return subprocess.run(
        [PROGRAM, *words],
        env={"PYTHONPATH": str(folder), "LC_ALL": "C.UTF-8", "INTEGRATIONSKONZEPT_PLUGINS_ONLY": "guest", **measured},
        cwd=folder.parent,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@frozen
class Guest:
    """A bad guest, and what becomes of it."""

    name: str
    source: str
    words: tuple[str, ...]
    code: int
    """Exit code."""
    said: str
    """The only line about it on standard error, as a regular expression."""
    written: str | None = None
    """What is on standard output, or in the file of the export."""
    metadata: str = ""
    point: str = "guest"


def exporting(name: str, work: str, said: str, code: int = 2, **changes: str) -> Guest:
    """A guest whose exporter does something."""
    body = "def export(concept, options):\n" + "".join(f"    {line}\n" for line in dedent(work).strip().splitlines())
    return Guest(name, IMPORTS + body + EXPORTER, EXPORT, code, said, **changes)


LOADING = [
    Guest("raises", "raise RuntimeError('not today')", EXPORT, 2,
          NOT_USED + r"failed while loading: RuntimeError: not today \(guest.py, line 1\)" + SEE),
    Guest("syntax error", "def export(", EXPORT, 2,
          NOT_USED + r"failed while loading: SyntaxError: '\(' was never closed \(guest.py, line 1\)" + SEE),
    Guest("ends the program", "import sys; sys.exit(7)", EXPORT, 2,
          NOT_USED + r"failed while loading: SystemExit: 7 \(guest.py, line 1\)" + SEE),
    Guest("missing dependency", "import a_package_that_nobody_has", EXPORT, 2,
          NOT_USED + "failed while loading: ModuleNotFoundError: No module named 'a_package_that_nobody_has' "
          r"\(guest.py, line 1\)" + SEE),
    Guest("missing module", "", EXPORT, 2, NOT_USED + "failed while loading: ModuleNotFoundError: "
          "No module named 'gest'; the entry point is 'guest = gest'" + SEE, point="gest"),
    Guest("missing attribute", "", EXPORT, 2, NOT_USED + "failed while loading: AttributeError: "
          "module 'guest' has no attribute 'PLUGIN'; the entry point is 'guest = guest:PLUGIN'" + SEE,
          point="guest:PLUGIN"),
    Guest("newer interface", "INTEGRATIONSKONZEPT_INTERFACE = 2", EXPORT, 2,
          NOT_USED + ".*it was built for interface 2, and this version of integrationskonzept has interface 1; update"),
    Guest("newer library", "from integrationskonzept import Dashboard", EXPORT, 2,
          NOT_USED + r"it needs integrationskonzept>=0\.2, here is 0\.1\.0; install versions that go together" + SEE,
          metadata="Requires-Dist: integrationskonzept[pandas]>=0.2\n"),
    Guest("None from a hook", "from integrationskonzept import hookimpl\n@hookimpl\n"
          "def integrationskonzept_exporters():\n    return None\n", EXPORT, 2,
          NOT_USED + "failed while answering the hook integrationskonzept_exporters: TypeError: "
          "expected a sequence of Exporter, got None" + SEE),
    Guest("text from a hook", "from integrationskonzept import hookimpl\n@hookimpl\n"
          "def integrationskonzept_exporters():\n    return 'guest'\n", EXPORT, 2,
          NOT_USED + "failed while answering .*: expected a sequence of Exporter, got 'guest'" + SEE),
    Guest("one object from a hook", IMPORTS + "export = print\n" + EXPORTER.replace("yield", "return"), EXPORT, 2,
          NOT_USED + r"failed while answering .*: expected a sequence of Exporter, got Exporter\(.*" + SEE),
    Guest("a hook that breaks off", IMPORTS + "export = print\n" + EXPORTER + "    raise RuntimeError('no more')\n",
          EXPORT, 2, NOT_USED + "failed while answering the hook integrationskonzept_exporters: RuntimeError: no more"),
    Guest("a hook without end", IMPORTS + "@hookimpl\ndef integrationskonzept_exporters():\n    while True: yield 1\n",
          EXPORT, 2, NOT_USED + "failed while answering .*: ValueError: expected 10000 of Exporter at most, got more"),
    Guest("unmarked hook", IMPORTS + "export = print\n" + EXPORTER.replace("@hookimpl", ""), EXPORT, 2,
          NOT_USED + "integrationskonzept_exporters is not marked with @hookimpl and is not heard" + SEE),
    Guest("misspelt hook", IMPORTS + "export = print\n" + EXPORTER.replace("exporters", "exporter"), EXPORT, 2,
          NOT_USED + "there is no hook integrationskonzept_exporter; did you mean integrationskonzept_exporters?"),
]  # fmt: skip
WORKING = [
    exporting("raises at work", "1 / 0", USED + " failed while exporting: ZeroDivisionError: division by zero "
              r"\(guest.py, line 10\)$"),
    exporting("ends the program at work", "sys.exit(0)", USED + " failed while exporting: SystemExit: 0"),
    exporting("wrong type", "return concept.title", USED + " failed while exporting: TypeError: expected Export, got"),
    exporting("leaves the folder", "return Export(files=(ExportFile(name='../../x.txt', content=b'', "
              "media_type='x/x'),))", USED + " failed while exporting: UnsafePathError: an export cannot have a file "
              r"'\.\./\.\./x\.txt': a part of it is '\.\.'"),
    exporting("recursion", "return export(concept, options)", USED + " failed while exporting: RecursionError: "),
    exporting("generator exit", "raise GeneratorExit", USED + " failed while exporting: GeneratorExit"),
    exporting("memory", "raise MemoryError", USED + " failed while exporting: MemoryError"),
    exporting("prints", "print('hello'); return of_text('guest')", r"integrationskonzept: remark on plugin guest "
              r"\(town-guest 1\.0\): printed to standard output while exporting: hello$", 0, written="guest"),
    exporting("warns", "warnings.warn('old', stacklevel=1); return of_text('guest')",
              ".*guest.py:10: UserWarning: old$", 0, written="guest"),
    exporting("changes the folder", "os.chdir('/'); return of_text('guest')", r"integrationskonzept: remark on plugin "
              r"guest \(town-guest 1\.0\): changed the current folder while exporting; it was changed back$", 0,
              written="guest"),
    exporting("changes its concept", "object.__setattr__(concept, 'title', 'CHANGED'); return of_text('guest')", "$", 0,
              written="guest"),
    Guest("takes a name of ours", IMPORTS + "export = print\n" + EXPORTER.replace('"guest"', '"datapackage"'),
          ("export", "sachsenheim", "datapackage", "-o", "offen", "--dry-run"), 0,
          NOT_USED + r"the exporter 'datapackage' of guest \(town-guest 1\.0\) is not used: integrationskonzept brought"
          " one of this name first" + SEE),
    Guest("a table that is none", IMPORTS + "def fill(concept): return {'z': [1]}\n" + TABLE, TABLES, 1,
          r"the table 'guest' is left out: plugin guest \(town-guest 1\.0\) failed while filling the table guest: "
          "ValueError: guest: expected the columns concept, guest; got 'z'"),
    Guest("a table outside", IMPORTS + "def fill(concept): return {}\n" + TABLE.replace('"guest"', '"../../evil"', 2),
          TABLES, 0, NOT_USED + "failed while answering the hook integrationskonzept_tables: ValueError: name must .*"
          r"; got .*\.\./\.\./evil.*" + SEE),
    Guest("a rule without end", IMPORTS + "def check(concept):\n    while True: yield Hit(())\n" + RULE, CHECK, 1, "$",
          written="GUEST001 found more than 10000 places; no more of them are listed"),
    Guest("a rule that fails", IMPORTS + "def check(concept): return 1 / 0\n" + RULE, CHECK, 1, "$",
          written=r"rule GUEST001 failed: PluginError: plugin guest \(town-guest 1\.0\) failed while checking"),
    Guest("a format that refuses", IMPORTS + "read = None\ndef write(data):\n    raise InvalidConceptError('no', "
          "[Finding(code='GUEST002', severity=Severity.ERROR, message=Message(template='no place for a motto'))])\n"
          + FORMAT, ("convert", "sachsenheim", "-o", "a.guest"), 1, "error GUEST002 no place for a motto$"),
    Guest("a format that fails", IMPORTS + "read = None\ndef write(data): return 'text'\n" + FORMAT,
          ("convert", "sachsenheim", "-o", "a.guest"), 2,
          USED + " failed while writing a file: TypeError: expected bytes, got 'text'$"),
]  # fmt: skip
GUESTS = LOADING + WORKING


@pytest.mark.parametrize("guest", GUESTS, ids=lambda one: one.name)
def test_a_bad_guest_ends_in_one_clear_sentence(guest: Guest, tmp_path: Path) -> None:
    install(tmp_path / "site", guest.source, metadata=guest.metadata, point=guest.point)
    done = call(tmp_path / "site", *guest.words)
    besides = re.compile(r"  |guest\.txt: written|integrationskonzept: there is no exporter 'guest'")
    about = [line for line in done.stderr.splitlines() if "guest" in line.lower() and not besides.match(line)]
    assert "Traceback" not in done.stderr
    assert re.match(guest.said, "".join(about[:1])), done.stderr
    assert len(about) <= 1, done.stderr
    assert done.returncode == guest.code, done.stderr
    exported = tmp_path / "guest.txt"
    written = exported.read_text(encoding="utf-8") if exported.exists() else done.stdout
    if guest.written is not None:
        assert re.search(guest.written, written)
    assert "guest" not in done.stdout or guest.words == CHECK
    assert not list(tmp_path.rglob("evil*"))


def test_a_bad_table_does_not_keep_the_others_from_being_written(tmp_path: Path) -> None:
    install(tmp_path / "site", IMPORTS + "def fill(concept): return {'z': [1]}\n" + TABLE)
    assert call(tmp_path / "site", "tables", "sachsenheim", "-o", "tables").returncode == 1
    assert len(list((tmp_path / "tables").glob("*.csv"))) > 10


def test_a_later_interface_is_read_from_the_metadata_before_anything_is_imported(tmp_path: Path) -> None:
    install(tmp_path / "site", "raise SystemExit('imported')", interface="2 = guest")
    done = call(tmp_path / "site", "plugins")
    said = "it was built for interface 2, and this version of integrationskonzept has interface 1"
    assert said in " ".join(done.stdout.split())
    assert "imported" not in done.stdout + done.stderr
    assert done.returncode == 1


def test_an_interface_and_a_version_that_are_here_are_accepted(tmp_path: Path) -> None:
    fits = "Requires-Dist: integrationskonzept>=0.1,<0.2\n"
    install(tmp_path / "site", "", interface="1 = guest\nnewest = guest", metadata=fits)
    assert call(tmp_path / "site", "plugins").returncode == 0


def test_two_installed_versions_of_a_distribution_are_told(tmp_path: Path) -> None:
    install(tmp_path / "site", "", version="2.0")
    install(tmp_path / "site", "", version="1.0")
    done = call(tmp_path / "site", "plugins")
    assert re.search(
        r"town-guest [12]\.0 is installed as well, in .*site, and is not used", " ".join(done.stdout.split())
    )
    assert done.returncode == 0


def test_a_failed_plugin_makes_the_list_of_plugins_end_with_1(tmp_path: Path) -> None:
    install(tmp_path / "site", "raise RuntimeError('not today')")
    done = call(tmp_path / "site", "plugins")
    assert "RuntimeError: not today (guest.py, line 1)" in " ".join(done.stdout.split())
    assert (done.returncode, done.stderr) == (1, "")
    assert call(tmp_path / "site", "--plugins-off", "guest", "plugins").returncode == 0
