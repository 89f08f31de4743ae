"""Fixtures of the tests of documents."""

from pathlib import Path

import pytest

from tests.other_programs import npm_packages


@pytest.fixture(scope="session")
def node_modules(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of axe-core, puppeteer-core and html-validate, kept between runs where possible."""
    kept = getattr(pytestconfig, "cache", None)
    cache = kept.mkdir("accessibility") if kept else tmp_path_factory.mktemp("accessibility")
    return npm_packages(cache, "axe-core@4.14.1", "puppeteer-core@24.43.1", "html-validate@10.17.0")
