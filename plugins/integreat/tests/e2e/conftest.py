"""The CMS that the end-to-end tests share, and a region of it for each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.integreat.tests.e2e import cms as server
from plugins.integreat.tests.e2e import database, place
from plugins.integreat.tests.e2e.cms import Cms
from plugins.integreat.tests.e2e.editor import Editor
from plugins.integreat.tests.e2e.home import Home


@pytest.fixture(scope="session")
def cms() -> Iterator[Cms]:
    """Start the real CMS once."""
    postgresql = place.postgresql()
    with place.folder() as folder:
        programs = place.programs(folder)
        with database.running(folder, postgresql) as data, server.running(folder, programs, data) as running:
            yield running


@pytest.fixture
def home(cms: Cms, tmp_path: Path) -> Home:
    """Make a region in German, English and Arabic, with no pages yet."""
    return Home.made(cms, tmp_path)


@pytest.fixture
def editor(cms: Cms) -> Iterator[Editor]:
    """Log somebody in."""
    made = Editor(cms)
    yield made
    made.close()
