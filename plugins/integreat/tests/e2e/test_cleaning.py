"""The reproduced HTML sanitising equals that of the CMS."""

import pytest

from integrationskonzept.testing.sample_texts import AWKWARD, HOSTILE
from integrationskonzept_integreat.cms_html import cleaned
from integrationskonzept_integreat.html_text import markup
from plugins.integreat.tests.e2e.home import Home
from plugins.integreat.tests.test_cleaning import CASES


@pytest.fixture(scope="module")
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Make one page that every case is sent to."""
    home = Home.made(request.getfixturevalue("cms"), tmp_path_factory.mktemp("home"))
    home.page("start", de="public")
    return home


@pytest.mark.parametrize(("sent", "back"), CASES)
def test_html_comes_back_as_it_is_cleaned_here(kept: Home, sent: str, back: str) -> None:
    assert kept.raw("start", "de", sent).json() == {"status": "success"}
    assert kept.shown("start", "de") == back


@pytest.mark.parametrize("text", [*AWKWARD, *HOSTILE, '"https://[x" [page 1] \\[page 2] [contact 3 email]', "[offen"])
def test_a_text_comes_back_unchanged_whatever_it_looks_like(kept: Home, text: str) -> None:
    page = f"<div>\n<p>{markup(text)}</p>\n</div>"
    assert kept.raw("start", "de", page).json() == {"status": "success"}
    assert kept.shown("start", "de") == cleaned(page)
