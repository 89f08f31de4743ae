"""Addresses become links only where they lead somewhere harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from integrationskonzept_integreat.cleaning import cleaned
from integrationskonzept_integreat.link import Link, email, phone, web


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"),
        ("www.a.example", "https://www.a.example"),
        ("a.example/b", "https://a.example/b"),
        ("HTTP://A.example", "HTTP://A.example"),
        ("https://exämple.example/ü [1]", "https://ex%C3%A4mple.example/%C3%BC%20%5B1%5D"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://[x", None),
        ("https:///a", None),
        ("ftp://a.example", None),
        ("siehe Rathaus", None),
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
        ("rathaus@stadt", None),
        ("a@b.example?bcc=c@d.example", None),
        ("Rathaus", None),
    ],
)
def test_a_mailbox_is_written_to(address: str, target: str | None) -> None:
    assert email(address).target == target


@pytest.mark.parametrize(
    ("number", "target"),
    [
        ("07147 28-0", "tel:07147280"),
        ("+49 (0)7147 28-0", "tel:+497147280"),
        ("(07147) 28", "tel:0714728"),
        ("auf Anfrage", None),
    ],
)
def test_a_telephone_is_called(number: str, target: str | None) -> None:
    assert phone(number).target == target


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
