"""Fixtures of the tests of the calendar."""

from pathlib import Path

import pytest

from plugins.ical.tests import clients


@pytest.fixture(scope="session")
def cache(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for what is installed once, kept between runs where pytest keeps anything."""
    kept = getattr(pytestconfig, "cache", None)
    return kept.mkdir("calendar-clients") if kept else tmp_path_factory.mktemp("calendar-clients")


@pytest.fixture(scope="session")
def ical_js(cache: Path) -> Path:
    """Return the folder ical.js is installed in."""
    return clients.ical_js(cache)


@pytest.fixture(scope="session")
def programs(cache: Path) -> Path:
    """Return the folder of khal, vdirsyncer and Radicale."""
    return clients.programs(cache)
