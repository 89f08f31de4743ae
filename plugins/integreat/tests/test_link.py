"""Addresses become links only where they lead somewhere harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from integrationskonzept_integreat.cms_html import cleaned
from integrationskonzept_integreat.link import Link, email, phone, web
from plugins.integreat.tests.german_numbers import PRINTED


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"),
        ("www.a.example", "https://www.a.example"),
        ("a.example/b", "https://a.example/b"),
        ("HTTP://A.example", "HTTP://A.example"),
        ("https://exämple.example/ü[1]", "https://ex%C3%A4mple.example/%C3%BC%5B1%5D"),
        ("https://a.example:8443/b", "https://a.example:8443/b"),
        ("www.a.EXAMPLE", "https://www.a.EXAMPLE"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://[x", None),
        ("https:///a", None),
        ("ftp://a.example", None),
        ("siehe Rathaus", None),
        ("Rathaus.Zimmer", None),
        ("https://a.example und https://b.example", None),
        ("www.a.example/b (ab Mai)", None),
        ("www.a.example, www.b.example", None),
        ("https://sparkasse.example@evil.example", None),
        ("https://a.example:99999", None),
        ("http://127.0.0.1/", None),
        ("http://localhost/", None),
        ("https://a..example", None),
        ("https://-a.example", None),
        (f"https://{'a' * 64}.example", None),
        (f"https://{'a.' * 130}example", None),
        ("", None),
    ],
)
def test_a_web_address_leads_to_the_web_or_nowhere(address: str, target: str | None) -> None:
    assert web(address).target == target


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("rathaus@stadt.example", "mailto:rathaus@stadt.example"),
        ("a+b@stadt.example", "mailto:a+b@stadt.example"),
        ("müller@ämter.example", "mailto:m%C3%BCller@%C3%A4mter.example"),
        ("rathaus@stadt", None),
        ("info(at)stadt.example", None),
        ("a@b.example, c@d.example", None),
        ("a@b.example/c@d.example", None),
        ("a..b@stadt.example", None),
        (".a@stadt.example", None),
        ("a@stadt.example.", None),
        ("a@die_stadt.example", None),
        ("a@stadt.1", None),
        ("a@stadt.e", None),
        (f"{'a' * 65}@stadt.example", None),
        ("a@b.example?bcc=c@d.example", None),
        ("Rathaus", None),
    ],
)
def test_a_mailbox_is_written_to(address: str, target: str | None) -> None:
    assert email(address).target == target


@pytest.mark.parametrize(
    ("number", "target"),
    [
        ("07147 28-0", "tel:+497147280"),
        ("07147 28–0", "tel:+497147280"),
        ("+49 (0)7147 28-0", "tel:+497147280"),
        ("+49 07147 28-0", "tel:+497147280"),
        ("(+49) 7147 28-0", "tel:+497147280"),
        ("0049 7147 280", "tel:+497147280"),
        ("(07147) 28", "tel:+49714728"),
        ("0 71 47 / 28 - 0", "tel:+497147280"),
        ("0170/1234567", "tel:+491701234567"),
        ("0800 1234567", "tel:+498001234567"),
        ("+43 1 5858080", "tel:+4315858080"),
        ("+1 650-253-0000", "tel:+16502530000"),
        ("+1 650 253 0000", "tel:+16502530000"),
        ("+33 1-23-45-67-89", "tel:+33123456789"),
    ],
)
def test_a_number_is_dialled_with_its_country_code_from_wherever_the_phone_comes(number: str, target: str) -> None:
    assert phone(number) == Link(label=number, target=target)


@pytest.mark.parametrize(("printed", "dialled"), PRINTED)
def test_a_number_as_german_towns_print_it_is_dialled_right_or_stays_text(printed: str, dialled: str | None) -> None:
    assert phone(printed).target == (dialled and f"tel:{dialled}")


@pytest.mark.parametrize(
    "words",
    [
        "auf Anfrage",
        "07147 28-123 / -124",
        "07147 28-123/124",
        "07147 28-123, -124",
        "07147 28-123 -124",
        "07147 28-123 oder 28-124",
        "07147 280 07147 281",
        "07147 28-0, mobil 0170 1234567",
        "07147 28-0 0170 1234567",
        "Tel. 07147 28 (Mo-Fr 9-12)",
        "07147 28 (9-12)",
        "07147 28-0 App. 12",
        "07147 28-0 ext. 12",
        "07147 28-0;ext=12",
        "0800 CALLNOW",
        "28-0",
        "49 7147 280",
        "07147 1",
        "+999 1234567",
        "07147 123456789012345",
        "112",
        "0",
        "+",
        "",
    ],
)
def test_what_is_not_one_valid_number_stays_text(words: str) -> None:
    assert phone(words) == Link(label=words, target=None)


def test_a_link_carries_the_class_that_the_cms_would_give_it() -> None:
    written = web("https://a.example/?b&c").__html__()
    assert written == '<a href="https://a.example/?b&amp;c" class="link-external">https://a.example/?b&amp;c</a>'


@given(st.one_of(st.builds(web, st.text()), st.builds(email, st.text()), st.builds(phone, st.text())))
def test_whatever_the_address_the_link_stays_as_it_is_and_runs_nothing(link: Link) -> None:
    page = cleaned(f"<div>{link.__html__()}</div>")
    assert cleaned(page) == page
    for anchor in fromstring(page).iter("a"):
        assert str(anchor.attrib["href"]).lower().startswith(("http://", "https://", "mailto:", "tel:"))
        assert set(anchor.attrib) == {"href", "class"}
