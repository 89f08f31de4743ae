"""Settings of all tests, of the library and of its plugins."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from integrationskonzept.i18n.languages import LANGUAGES

# No deadlines: a busy machine must not fail a test. Continuous integration uses the same examples
# each time, so that a change is not blamed for a new example; other runs look for new ones.
settings.register_profile(
    "untimed", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Name the tests that talk to programs nobody here wrote: `-m "not clients"` leaves them out."""
    config.addinivalue_line("markers", "clients: installs and runs programs of other people")


@pytest.fixture(scope="session", autouse=True)
def _settings_of_inner_sessions() -> Iterator[None]:
    """Leave the plugins for asynchronous tests out of the sessions that tests start: they ask for settings."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTEST_ADDOPTS", "-p no:asyncio -p no:pytest-lsp")
        yield


@pytest.fixture(autouse=True)
def _languages_as_before() -> Iterator[None]:
    """Take the languages away that plugins of a test have added: other tests run in the same process."""
    before = dict(LANGUAGES)
    yield
    LANGUAGES.clear()
    LANGUAGES.update(before)
