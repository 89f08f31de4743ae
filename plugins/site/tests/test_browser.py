"""Other people's programs find nothing to object to in a site: axe-core and the keyboard in Chromium, html-validate."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import integrationskonzept as ik
from plugins.site.tests.sites import TOWNS, catalogue, large_town, site
from tests.other_programs import chromium

pytestmark = pytest.mark.clients

AXE = Path(__file__).parents[3] / "tests" / "accounts" / "accessibility.mjs"
KEYBOARD = Path(__file__).with_name("keyboard.mjs")
OF_ELEMENTS = ("fields", "measures", "indicators", "actors")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sites of three towns, one of them in Arabic too, and of a town of 300 measures."""
    made = tmp_path_factory.mktemp("sites")
    words = catalogue(ik.concept("musterstadt-2027"), "ar", tmp_path_factory.mktemp("words"))
    for name in TOWNS:
        _write(made / name, site(ik.concept(name), translations=words if name == "musterstadt-2027" else None))
    _write(made / "large", site(large_town(300)))
    return made


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8", newline="")


def _pages(folder: Path) -> Iterator[Path]:
    """Yield every kind of page of each town, and thirty pages of the large one."""
    for town in TOWNS:
        yield from sorted((folder / town).glob("*.html"))
        for kind in OF_ELEMENTS:
            pages = sorted((folder / town / kind).glob("*.html"))
            yield from {pages[0], pages[len(pages) // 2], folder / town / kind / "index.html"}
    yield from sorted((folder / "musterstadt-2027" / "ar").rglob("*.html"))[::8]
    yield from sorted((folder / "large").rglob("*.html"))[:: len(list((folder / "large").rglob("*.html"))) // 30][:30]


def _run(*command: str | Path) -> str:
    done = subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{done.stdout[-5000:]}\n{done.stderr[-2000:]}"
    return done.stdout


def test_pages_are_accessible_on_screens_of_any_width_light_and_dark(folder: Path, node_modules: Path) -> None:
    pages = list(_pages(folder))
    assert len(pages) > 90
    found: list[dict[str, Any]] = json.loads(_run("node", AXE, chromium(), node_modules, *pages))
    assert len(found) == len(pages) * 3 * 2
    assert min(one["passes"] for one in found) > 5
    assert [one for one in found if one["violations"] or one["overflow"] > 0] == []


def test_the_tab_key_reaches_every_link_and_control_in_reading_order_and_the_focus_shows(
    folder: Path, node_modules: Path
) -> None:
    pages = [
        *(folder / "musterstadt-2027" / name for name in ("index.html", "measures/monitoring.html", "timeline.html")),
        *(folder / "musterstadt-2027" / name for name in ("indicators/index.html", "downloads.html", "ar/index.html")),
        folder / "sachsenheim" / "sources.html",
    ]
    for page in json.loads(_run("node", KEYBOARD, chromium(), node_modules, *pages)):
        assert [step["number"] for step in page["steps"]] == list(range(len(page["all"]))), page["file"]
        assert all(step["visible"] for step in page["steps"]), page["file"]
        assert page["all"][0] in {"Zum Inhalt springen", "Skip to the content"}


def test_pages_are_valid(folder: Path, node_modules: Path) -> None:
    rules = folder / ".htmlvalidate.json"
    rules.write_text('{"root": true, "extends": ["html-validate:standard", "html-validate:a11y"]}', "utf-8")
    program = node_modules / "html-validate" / "bin" / "html-validate.mjs"
    _run("node", program, "--config", rules, "--max-warnings", "0", *_pages(folder))
