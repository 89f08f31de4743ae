"""The task runner: `./run nox` runs what must pass, `./run nox --list` shows everything."""

import os
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["lint", "types", "floors", "docs", "tests", "clients", "integreat"]
nox.options.error_on_external_run = True

CMS_TESTS = "plugins/integreat/tests/e2e"
PLUGINS = [str(file.parent) for file in sorted(Path("plugins").glob("*/pyproject.toml"))]
TESTS = [
    "--ignore=tests/docs",  # sessions of their own
    f"--ignore={CMS_TESTS}",
    "tests",
    *(f"{plugin}/tests" for plugin in PLUGINS),
    "--numprocesses=auto",
    "-m",
    "not clients",
]


def group(name: str) -> list[str]:
    """List what a dependency group of the library asks for, and what the plugins ask for under the same name."""
    projects = [nox.project.load_toml(f"{folder}/pyproject.toml") for folder in (".", *PLUGINS)]
    asked = [project for project in projects if name in project.get("dependency-groups", {})]
    return [needed for project in asked for needed in nox.project.dependency_groups(project, name)]


def install_built(session: nox.Session, *needed: str) -> None:
    """Install the library and its plugins as wheels, so that what is tested is what is shipped."""
    session.install(*needed, ".", *PLUGINS)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and formatting; `nox -s lint -- fix` mends what can be mended."""
    session.install(*group("lint"))
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
def floors(session: nox.Session) -> None:
    """Check that every import goes down the floors of the house, without exception."""
    session.install(*group("floors"), "--editable", ".")
    session.run("lint-imports", "--no-cache")


@nox.session
def docs(session: nox.Session) -> None:
    """Run every snippet of README and docs, and check that the generated pages are current."""
    install_built(session, *group("test"))
    session.run("pytest", "tests/docs", "--numprocesses=auto", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Test the built wheels of the library and every plugin; the library's own branches must all be covered."""
    install_built(session, *group("test"))
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *(session.posargs or TESTS))
    if not session.posargs:
        session.run("coverage", "combine")
        session.run("coverage", "report")


@nox.session(python=nox.project.python_versions(nox.project.load_toml("pyproject.toml")))
def pythons(session: nox.Session) -> None:
    """Test on every Python that the library says it runs on, as far as they are installed."""
    install_built(session, *group("test"))
    session.run("pytest", *(session.posargs or TESTS))


@nox.session
def oldest(session: nox.Session) -> None:
    """Test with the oldest version of every dependency that library and plugins allow."""
    projects = [nox.project.load_toml(f"{folder}/pyproject.toml")["project"] for folder in (".", *PLUGINS)]
    lists = [each for one in projects for each in (one["dependencies"], *one.get("optional-dependencies", {}).values())]
    pins = Path(session.create_tmp(), "pins.txt")
    pins.write_text("\n".join({named.replace(">=", "==") for asked in lists for named in asked if ">=" in named}))
    install_built(session, "--constraint", str(pins), *group("test"))
    session.run("pytest", *(session.posargs or TESTS))


@nox.session
def clients(session: nox.Session) -> None:
    """Hold the calendar against programs of other people: ical.js, khal, vdirsyncer and Radicale, which it installs."""
    install_built(session, *group("test"))
    session.run("pytest", "-rs", *(session.posargs or ["-m", "clients", "plugins/ical/tests"]))


@nox.session
def integreat(session: nox.Session) -> None:
    """Hold the plugin for Integreat against the real CMS, which the tests install and start on loopback."""
    install_built(session, *group("test"))
    session.run("pytest", "-rs", *(session.posargs or [CMS_TESTS]))


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Measure the library beside its peers; `nox -s benchmarks -- --fast json yaml` is a part of it."""
    install_built(session, *group("bench"))
    session.run("pytest", "benchmarks")
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """Put faults into the rules and count how many the tests notice; takes an hour or two."""
    session.install(*group("test"), "mutmut>=3.3", "--editable", ".")
    session.run("mutmut", "run", *session.posargs)
    session.run("mutmut", "results")


@nox.session
def generate(session: nox.Session) -> None:
    """Bring up to date what follows from the sources: schema, stub, reference pages, and the catalogue at last."""
    session.install(*group("test"), "--editable", ".", *(part for plugin in PLUGINS for part in ("--editable", plugin)))
    pages = (f"tools.{file.stem}" for file in sorted(Path("tools").glob("*_page.py")))
    for module in ("integrationskonzept.formats.schema", "tools.front_door", *pages, "tools.catalogue"):
        session.run("python", "-m", module)
