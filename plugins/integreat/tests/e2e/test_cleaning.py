"""What this library takes the CMS to make of a page is what the CMS makes of it."""

import pytest

from integrationskonzept.testing.texts import AWKWARD, HOSTILE
from integrationskonzept_integreat.cleaning import INTERNAL, cleaned
from integrationskonzept_integreat.text import markup
from plugins.integreat.tests.e2e.home import Home

CASES = (
    "<p>Absatz</p>",
    "<div><p>eins</p>\n<p>zwei</p></div>",
    "<p>eins</p>\n<p>zwei</p>",
    "<strong>fett</strong> und <em>schräg</em>",
    "<div><h1>eins</h1><h2>zwei</h2><pre>drei</pre><code>vier</code></div>",
    "<div><!-- Bemerkung --><p>Text</p><script>alert(1)</script><style>p {color: red}</style></div>",
    '<div><p onclick="a()" style="color:red" class="x" id="y">a</p><iframe src="https://a.example">b</iframe></div>',
    '<div><form action="/x"><input name="a"><button>b</button></form><object data="x">c</object></div>',
    '<p><a href="javascript:alert(1)">a</a> <a href="https://a.example/" target="_blank" rel="noopener">b</a></p>',
    '<p><a href="mailto:a@b.example">a</a> <a href="tel:+4930">b</a> <a href="/rel/">c</a> <a>d</a></p>',
    '<p><a href="https://integreat.app/irgendwo/de/" class="link-external x">a</a> <a href="#b">b</a></p>',
    '<p><a href="https://exämple.example/ü?a=b c&amp;d=[1]#e">a</a> "https://%C3%BC.example/?" b</p>',
    '<p><a href="https://a.example/"><img src="https://a.example/b.png"></a></p>',
    '<p><a href="https://a.example/" aria-hidden="true"><img src="https://a.example/b.png" alt="c"></a></p>',
    '<p><span translate="no">Name</span> <span class="notranslate x">Name</span></p>',
    "<table><tbody><tr><td>a<td>b</table>",
    "<ul><li>a<li>b<p>c</ul>",
    "<p>&auml;&nbsp;&lt;&gt;&quot;&euro;&#8203;🎉 „“</p>",
    '<div lang="ar" dir="rtl"><p>مرحبا <span lang="de" dir="ltr">Hallo</span></p></div>',
    "<p>offen <b>fett<p>neu",
    "<details open><summary>a</summary>b</details><blockquote>c</blockquote><hr><br>d",
)


@pytest.fixture(scope="module")
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Make one page that every case is sent to."""
    home = Home.made(request.getfixturevalue("cms"), tmp_path_factory.mktemp("home"))
    home.page("start", de="public")
    return home


@pytest.mark.parametrize("case", CASES)
def test_html_comes_back_as_it_is_cleaned_here(kept: Home, case: str) -> None:
    assert kept.raw("start", "de", case).json() == {"status": "success"}
    internal = (*INTERNAL, "127.0.0.1")
    assert kept.shown("start", "de") == cleaned(case, internal)
    assert cleaned(cleaned(case, internal), internal) == cleaned(case, internal)


@pytest.mark.parametrize("text", [*AWKWARD, *HOSTILE, '"https://[x" [page 1] \\[page 2] [contact 3 email]', "[offen"])
def test_a_text_comes_back_unchanged_whatever_it_looks_like(kept: Home, text: str) -> None:
    page = f"<div>\n<p>{markup(text)}</p>\n</div>"
    assert kept.raw("start", "de", page).json() == {"status": "success"}
    assert kept.shown("start", "de") == cleaned(page)
