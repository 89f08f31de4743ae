"""The command ``site``: the sites of several towns below one page."""

from pathlib import Path

import pytest

from integrationskonzept.testing import town
from integrationskonzept_site.portfolio import portfolio
from plugins.site.tests.sites import Page
from tests.cli.conftest import Call, call

__all__ = ["call"]


def test_the_towns_are_listed_and_each_has_its_site(call: Call) -> None:
    result = call(
        "--lang", "de", "site", "sachsenheim", "musterstadt-2027", "-o", "public", "--base", "https://kreis.de"
    )
    assert result.exit_code == 0, result.output
    page = Page(Path("public/index.html").read_text("utf-8"))
    assert page.links == ["site.css", "musterstadt/index.html", "sachsenheim/index.html"]
    assert all(Path("public", link).is_file() for link in page.links)
    assert "https://kreis.de/sachsenheim/" in Path("public/sachsenheim/sitemap.xml").read_text("utf-8")


def test_a_page_that_is_not_ours_is_overwritten_only_when_asked(call: Call) -> None:
    Path("public").mkdir()
    page = Path("public/index.html")
    page.write_text("<title>Landkreis</title>\n", "utf-8")
    arguments = ("site", "sachsenheim", "-o", "public")
    refused = call(*arguments)
    assert refused.exit_code == 2
    assert "index.html" in refused.output
    assert page.read_text("utf-8") == "<title>Landkreis</title>\n"
    assert not Path("public/sachsenheim").exists()
    assert call(*arguments, "--force").exit_code == 0
    assert "Sachsenheim" in page.read_text("utf-8")
    assert call(*arguments).exit_code == 0


def test_two_editions_of_one_town_are_refused() -> None:
    with pytest.raises(ValueError, match="'musterstadt'"):
        portfolio([town(id="musterstadt"), town(id="musterstadt")], None, "de")


def test_a_list_of_no_towns_is_a_page() -> None:
    assert [file.name for file in portfolio([], None, "de").files] == ["site.css", "index.html"]
