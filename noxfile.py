"""The task runner: `./run nox` runs what must pass, `./run nox --list` shows everything."""

from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["lint", "types", "floors", "docs", "tests"]
nox.options.error_on_external_run = True

PYPROJECT = nox.project.load_toml("pyproject.toml")
PLUGINS = [str(file.parent) for file in sorted(Path("plugins").glob("*/pyproject.toml"))]


def group(name: str) -> tuple[str, ...]:
    """List the requirements of a dependency group of this project."""
    return nox.project.dependency_groups(PYPROJECT, name)


def install_built(session: nox.Session) -> None:
    """Install the library and its plugins as wheels, so that what is tested is what is shipped."""
    session.install(*group("test"), ".", *PLUGINS)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and formatting; `nox -s lint -- fix` mends what can be mended."""
    session.install(*group("lint"))
    fix = "fix" in session.posargs
    session.run("ruff", "check", *(["--fix"] if fix else []))
    session.run("ruff", "format", *([] if fix else ["--check"]))


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of library, plugins, tests and tools, strictly."""
    sources = [folder for plugin in PLUGINS for folder in (f"{plugin}/src", f"{plugin}/tests") if Path(folder).is_dir()]
    session.install(*group("types"), ".", *PLUGINS)
    session.run("mypy", "src", "tests", "tools", "noxfile.py", "run", *sources)


@nox.session
def floors(session: nox.Session) -> None:
    """Check that every import goes down the floors of the house, without exception."""
    session.install(*group("floors"), "--editable", ".")
    session.run("lint-imports", "--no-cache")


@nox.session
def docs(session: nox.Session) -> None:
    """Run every snippet of README and docs, and check that the generated pages are current."""
    install_built(session)
    session.run("pytest", "tests/docs", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Test the built wheels of the library and every plugin; the library's own branches must all be covered."""
    install_built(session)
    everything = ["tests", *(f"{plugin}/tests" for plugin in PLUGINS)]
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *(session.posargs or ["--ignore=tests/docs", *everything]))
    if not session.posargs:
        session.run("coverage", "combine")
        session.run("coverage", "report")


@nox.session
def generate(session: nox.Session) -> None:
    """Bring up to date what is generated: the catalogue, the front door's stub and the reference pages."""
    session.install(*group("test"), "--editable", ".", *(part for plugin in PLUGINS for part in ("--editable", plugin)))
    for tool in ("front_door", "catalogue", "model_page", "cli_page"):
        session.run("python", "-m", f"tools.{tool}")
