"""Tasks: `./run nox` runs every required check, `./run nox --list` lists all tasks."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nox

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["lint", "types", "layers", "docs", "tests", "clients", "integreat"]
nox.options.error_on_external_run = True
nox.options.default_venv_backend = "uv|virtualenv"  # uv installs in seconds what takes pip a minute

CMS_TESTS = "plugins/integreat/tests/e2e"
CONSTRAINTS = Path("constraints.txt")
OURS = "integrationskonzept"
"""Prefix of the names of the library and its plugins."""
PLUGINS = [str(file.parent) for file in sorted(Path("plugins").glob("*/pyproject.toml"))]
HEADING = """\
# The versions that the sessions of nox install, in continuous integration too.
# `./run nox -s constraints` updates this file; `./run nox -s newest` tests the newest versions.
"""
TESTS = [
    "--ignore=tests/docs",  # these have sessions of their own
    f"--ignore={CMS_TESTS}",
    "tests",
    *(f"{plugin}/tests" for plugin in PLUGINS),
    "--numprocesses=auto",
    "-m",
    "not clients",
]


def projects() -> list[dict[str, Any]]:
    """Return the content of `pyproject.toml` of the library and of every plugin."""
    return [nox.project.load_toml(f"{folder}/pyproject.toml") for folder in (".", *PLUGINS)]


def group(name: str) -> list[str]:
    """List the requirements of a dependency group, of the library and of the plugins."""
    asked = [project for project in projects() if name in project.get("dependency-groups", {})]
    return [needed for project in asked for needed in nox.project.dependency_groups(project, name)]


def asked_of_users() -> list[str]:
    """List the requirements of the library, its extras and its plugins on other projects."""
    stated = [project["project"] for project in projects()]
    lists = [each for one in stated for each in (one["dependencies"], *one.get("optional-dependencies", {}).values())]
    return [needed for each in lists for needed in each if not needed.startswith(OURS)]


def install(session: nox.Session, needed: Sequence[str], *ours: str, newest: bool = False) -> None:
    """Build the environment: `needed` in the versions of `constraints.txt` unless `newest`, then `ours`.

    Ours are built without isolation, which would fetch the newest hatchling.
    """
    if not newest:  # a URL, because pip splits the variable at spaces; pip in tests obeys it too
        session.env["PIP_CONSTRAINT"] = session.env["UV_CONSTRAINT"] = CONSTRAINTS.resolve().as_uri()
    session.install(*needed, *(group("build") if ours else ()))
    if ours:
        session.install("--no-build-isolation", *ours)


def install_built(session: nox.Session, *needed: str, newest: bool = False) -> None:
    """Build and install wheels of the library and its plugins, so that the shipped files are tested."""
    install(session, needed, ".", *PLUGINS, newest=newest)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and formatting; `nox -s lint -- fix` corrects what can be corrected."""
    install(session, group("lint"))
    fix = "fix" in session.posargs
    session.run("ruff", "check", *(["--fix"] if fix else []))
    session.run("ruff", "format", *([] if fix else ["--check"]))


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of library, plugins, tests, tools and benchmarks, strictly."""
    install_built(session, *group("types"), *group("test"))
    sources = [f"{plugin}/src" for plugin in PLUGINS]
    tested = [f"{plugin}/tests" for plugin in PLUGINS]
    where = {"MYPYPATH": os.pathsep.join(sources)}
    ours = ("src", "tests", "tools", "benchmarks", "noxfile.py", "conftest.py", "run")
    session.run("mypy", *ours, *sources, *tested, env=where)


@nox.session
def layers(session: nox.Session) -> None:
    """Check that every import goes down the layers, without exception."""
    install(session, group("layers"), "--editable", ".")
    session.run("lint-imports", "--no-cache")


@nox.session
def docs(session: nox.Session) -> None:
    """Run every snippet of README and docs, and check that the generated pages are current."""
    install_built(session, *group("test"))
    session.run("pytest", "tests/docs", "--numprocesses=auto", "-m", "not clients", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Test the built wheels of the library and every plugin; every branch of the library must be covered."""
    install_built(session, *group("test"))
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *(session.posargs or TESTS))
    if not session.posargs:
        session.run("coverage", "combine")
        session.run("coverage", "report")


@nox.session(python=nox.project.python_versions(nox.project.load_toml("pyproject.toml")))
def pythons(session: nox.Session) -> None:
    """Test on every supported version of Python that is installed."""
    install_built(session, *group("test"))
    session.run("pytest", *(session.posargs or TESTS))


@nox.session
def oldest(session: nox.Session) -> None:
    """Test with the oldest allowed version of every dependency of library and plugins."""
    pins = Path(session.create_tmp(), "pins.txt")
    pins.write_text("\n".join({named.replace(">=", "==") for named in asked_of_users() if ">=" in named}))
    install_built(session, "--constraint", str(pins), *group("test"), newest=True)
    session.run("pytest", *(session.posargs or TESTS))


@nox.session
def clients(session: nox.Session) -> None:
    """Test calendars, pages, reports, workbooks and the schema with programs that open them, installed by the tests."""
    install_built(session, *group("test"))
    plugins = ("plugins/ical/tests", "plugins/office/tests", "plugins/report/tests", "plugins/site/tests")
    tested = (*plugins, "tests/accounts", "tests/docs", "tests/formats", "tests/project", "tests/translation")
    beside = ("--numprocesses=auto", "--dist=loadfile")  # a file shares the server or the browser it starts
    session.run("pytest", "-rs", *(session.posargs or [*beside, "-m", "clients", *tested]))


@nox.session
def newest(session: nox.Session) -> None:
    """Test with the newest version of every dependency, before `constraints` adopts them."""
    install_built(session, *group("test"), newest=True)
    session.run("pytest", *(session.posargs or TESTS))


@nox.session
def constraints(session: nox.Session) -> None:
    """Write into `constraints.txt` the newest versions that fit together, for every Python and every system."""
    session.install("uv")
    groups = [
        needed for project in projects() for name in project.get("dependency-groups", {}) for needed in group(name)
    ]
    wanted, found = (Path(session.create_tmp(), name) for name in ("wanted.in", "found.txt"))
    wanted.write_text("\n".join(sorted({*groups, *asked_of_users()})), "utf-8")
    oldest_python = nox.project.python_versions(nox.project.load_toml("pyproject.toml"))[0]
    plain = ("--no-header", "--no-annotate", "--upgrade", "--quiet", "--output-file", str(found))
    session.run("uv", "pip", "compile", "--universal", "--python-version", oldest_python, *plain, str(wanted))
    CONSTRAINTS.write_text(HEADING + found.read_text("utf-8"), "utf-8")


@nox.session
def integreat(session: nox.Session) -> None:
    """Test the plugin for Integreat with the real CMS, which the tests install and start on loopback."""
    install_built(session, *group("test"))
    session.run("pytest", "-rs", *(session.posargs or [CMS_TESTS]))


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Compare the speed of the library with its peers; `nox -s benchmarks -- --fast json yaml` runs a part."""
    install_built(session, *group("bench"))
    session.run("pytest", "benchmarks")
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """Test the tests of the rules: insert faults and count those that are found; takes an hour or two."""
    install(session, [*group("test"), *group("mutation")], "--editable", ".")
    session.run("mutmut", "run", *session.posargs)
    session.run("mutmut", "results")


@nox.session
def generate(session: nox.Session) -> None:
    """Write the files made from the sources: schema, stubs, reference pages, catalogue."""
    install(session, group("test"), *(part for folder in (".", *PLUGINS) for part in ("--editable", folder)))
    pages = (f"tools.{file.stem}" for file in sorted(Path("tools").glob("*_page.py")))
    for module in ("tools.meanings", "integrationskonzept.formats.schema", "tools.stubs", *pages, "tools.catalogue"):
        session.run("python", "-m", module)
