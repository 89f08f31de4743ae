"""HTML sanitising of the CMS. The end-to-end tests compare the same cases with the CMS itself."""

import pytest

from integrationskonzept_integreat.cms_html import INTERNAL, cleaned

CASES = (
    (
        "<p>Absatz</p>",
        "<p>Absatz</p>",
    ),
    (
        "<div><p>eins</p>\n<p>zwei</p></div>",
        "<div><p>eins</p>\n<p>zwei</p></div>",
    ),
    (
        "<p>eins</p>\n<p>zwei</p>",
        "<div><p>eins</p>\n<p>zwei</p></div>",
    ),
    (
        "<strong>fett</strong> und <em>schräg</em>",
        "<span><strong>fett</strong> und <em>schräg</em></span>",
    ),
    (
        "<div><h1>eins</h1><h2>zwei</h2><pre>drei</pre><code>vier</code></div>",
        "<div><h2>eins</h2><h2>zwei</h2><p>drei</p><p>vier</p></div>",
    ),
    (
        "<div><!-- Bemerkung --><p>Text</p><script>alert(1)</script><style>p {color: red}</style></div>",
        "<div><p>Text</p><style>p {color: red}</style></div>",
    ),
    (
        '<div><p onclick="a()" style="color:red" class="x" id="y">a</p><iframe src="https://a.example">b</iframe></div>',
        '<div><p style="color:red" class="x" id="y">a</p>b</div>',
    ),
    (
        '<div><form action="/x"><input name="a"><button>b</button></form><object data="x">c</object></div>',
        "<div>c</div>",
    ),
    (
        '<p><a href="javascript:alert(1)">a</a> <a href="https://a.example/" target="_blank" rel="noopener">b</a></p>',
        '<p><a href="">a</a> <a href="https://a.example/" rel="noopener" class="link-external">b</a></p>',
    ),
    (
        '<p><a href="mailto:a@b.example">a</a> <a>b</a></p>',
        '<p><a href="mailto:a@b.example" class="link-external">a</a> <a>b</a></p>',
    ),
    (
        '<p><a href="tel:+4930">a</a> <a href="/rel/">b</a></p>',
        '<p><a href="tel:+4930" class="link-external">a</a> <a href="/rel/" class="link-external">b</a></p>',
    ),
    (
        '<p><a href="https://integreat.app/irgendwo/de/" class="link-external x">a</a> <a href="#b">b</a></p>',
        '<p><a href="https://integreat.app/irgendwo/de/" class="x">a</a> <a href="#b" class="link-external">b</a></p>',
    ),
    (
        '<p><a href="https://exämple.example/ü?a=b c&amp;d=[1]#e">a</a></p>',
        '<p><a href="https://exämple.example/%C3%BC?a=b%20c&amp;d=[1]#e" class="link-external">a</a></p>',
    ),
    (
        '<p>"https://%C3%BC.example/?" a</p>',
        '<p>"https://ü.example/" a</p>',
    ),
    (
        '<p><a href="https://a.example/"><img src="https://a.example/b.png"></a></p>',
        '<p><a href="https://a.example/" class="link-external" aria-hidden="true" tabindex="-1"><img src="https://a.example/b.png"></a></p>',
    ),
    (
        '<p><a href="https://a.example/" aria-hidden="true"><img src="https://a.example/b.png" alt="c"></a></p>',
        '<p><a href="https://a.example/" class="link-external"><img src="https://a.example/b.png" alt="c"></a></p>',
    ),
    (
        '<p><span translate="no">a</span></p>',
        '<p><span translate="no" class="notranslate" dir="ltr">a</span></p>',
    ),
    (
        '<p><span class="notranslate x">a</span></p>',
        '<p><span class="notranslate x" translate="no" dir="ltr">a</span></p>',
    ),
    (
        "<table><tbody><tr><td>a<td>b</table>",
        "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
    ),
    (
        "<ul><li>a<li>b<p>c</ul>",
        "<ul><li>a</li><li>b<p>c</p></li></ul>",
    ),
    (
        "<p>&auml;&nbsp;&lt;&gt;&quot;&euro;&#8203;🎉 „“</p>",
        '<p>ä\xa0&lt;&gt;"€\u200b🎉 „“</p>',
    ),
    (
        '<div lang="ar" dir="rtl"><p>مرحبا <span lang="de" dir="ltr">Hallo</span></p></div>',
        '<div lang="ar" dir="rtl"><p>مرحبا <span lang="de" dir="ltr">Hallo</span></p></div>',
    ),
    (
        "<p>offen <b>fett<p>neu",
        "<div><p>offen <b>fett</b></p><p>neu</p></div>",
    ),
    (
        "<details open><summary>a</summary>b</details><blockquote>c</blockquote><hr><br>d",
        "<div><details open><summary>a</summary>b</details><blockquote>c</blockquote><hr><br>d</div>",
    ),
)
"""HTML as it is sent, and as it comes back."""


@pytest.mark.parametrize(("sent", "back"), CASES)
def test_html_comes_back_as_the_cms_stores_it(sent: str, back: str) -> None:
    assert cleaned(sent, (*INTERNAL, "127.0.0.1")) == back


@pytest.mark.parametrize(("sent", "back"), CASES)
def test_what_was_stored_once_is_stored_unchanged(sent: str, back: str) -> None:
    assert cleaned(back, (*INTERNAL, "127.0.0.1")) == back


def test_what_cannot_be_parsed_is_left_as_it_is() -> None:
    assert cleaned("") == ""
    assert cleaned("<!-- nur -->") == "<!-- nur -->"


def test_an_address_that_is_none_is_left_as_it_is() -> None:
    assert cleaned('<p>"https://[x"</p>') == '<p>"https://[x"</p>'
