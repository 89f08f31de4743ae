"""A town's own templates take the place of ours, and can do no harm."""

from pathlib import Path

import pytest

from integrationskonzept.errors import OptionError
from integrationskonzept_integreat import PageOptions
from integrationskonzept_integreat.page_blocks import PAGES
from integrationskonzept_integreat.pages_exporter import export
from integrationskonzept_integreat.templates import TEMPLATES
from plugins.integreat.tests.town import pages, town


def own(folder: Path, **templates: str) -> PageOptions:
    for name, source in templates.items():
        (folder / f"{name.replace('_', '-')}.html").write_text(source, "utf-8")
    return PageOptions(templates=folder)


def test_a_template_of_the_same_name_replaces_ours(tmp_path: Path) -> None:
    options = own(tmp_path, offers="<p>{{ themes[0].offers[0].title }} statt aller</p>")
    made = pages(town(), options)
    assert made["offers", "de"].content == '<div lang="de" dir="ltr">\n<p>Sprachcafé statt aller</p>\n</div>'
    assert made["start", "de"] == pages(town())["start", "de"]


def test_what_a_template_prints_is_text(tmp_path: Path) -> None:
    concept = town().replace("offer/sprachcafe", title="<b>[page 1]</b>")
    made = pages(concept, own(tmp_path, offers="<p>{{ themes[0].offers[0].title.value }}</p>"))
    assert "<p>&lt;b&gt;<span>[</span>page 1]&lt;/b&gt;</p>" in made["offers", "de"].content


def test_a_shortcode_of_the_template_itself_reaches_the_cms(tmp_path: Path) -> None:
    assert "<p>[page 12]</p>" in pages(town(), own(tmp_path, offers="<p>[page 12]</p>"))["offers", "de"].content


def test_markup_that_the_cms_does_not_keep_is_told(tmp_path: Path) -> None:
    options = own(tmp_path, offers='<h1>Angebote</h1><script>alert(1)</script><a href="https://a.example">a</a>')
    export_ = export(town(), options)
    assert "makes HTML that the CMS does not keep" in " ".join(map(str, export_.warnings))
    content = pages(town(), options)["offers", "de"].content
    assert content.split("\n")[1] == '<h2>Angebote</h2><a href="https://a.example" class="link-external">a</a>'


def test_our_own_templates_make_only_what_the_cms_keeps() -> None:
    assert not [doubt for doubt in export(town(), PageOptions()).warnings if "does not keep" in str(doubt)]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("{% if %}", "line 1"),
        ("{{ 'a }}", "line 1"),
        ("{% for x in themes %}", "line 1"),
    ],
)
def test_a_template_that_is_none_is_refused_when_the_options_are_made(
    tmp_path: Path, source: str, problem: str
) -> None:
    with pytest.raises(OptionError, match=rf"template offers\.html cannot be used: {problem}"):
        own(tmp_path, offers=source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ gibt_es_nicht }}",
        "{{ themes[0].gibt_es_nicht }}",
        "{{ themes.append(1) }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 1 + 'a' }}",
        "{{ 1 / 0 }}",
        "{{ word('gibt es nicht') }}",
        "{% include 'gibt-es-nicht.html' %}",
        "{% include '../../../etc/passwd' %}",
    ],
)
def test_a_template_that_asks_for_what_there_is_not_is_named(tmp_path: Path, source: str) -> None:
    with pytest.raises(OptionError, match=r"template offers\.html cannot be used"):
        pages(town(), own(tmp_path, offers=source))


def test_a_name_under_which_no_template_is_looked_for_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"no page is made by a template angebote\.html; there are .*offers\.html"):
        own(tmp_path, angebote="")


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="is no folder"):
        PageOptions(templates=tmp_path / "fehlt")


def test_there_is_a_template_for_every_page() -> None:
    assert PAGES.keys() == TEMPLATES
