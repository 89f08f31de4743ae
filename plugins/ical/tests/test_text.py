"""Texts arrive as they were written, whoever reads the calendar, and break out of nothing."""

import attrs
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationskonzept import Concept
from integrationskonzept.plugins.kit import clean_text, one_line
from integrationskonzept.testing import town
from plugins.ical.tests.calendars import entry, exported, losses

FEST = town("overarching: {activities: [{id: fest, title: Fest, date: 2026-06-27, location: Hof, description: Kurz}]}")

AWKWARD = [
    "Größe, Straße; „Zitat“ und ‚Zitat‘ – 10 % (ca.)",
    "Zeile eins\nZeile zwei\n\nAbsatz",
    r"C:\Neu\netz; \\server\Nord \, \; \n",
    "BEGIN:VEVENT\nUID:fremd\nEND:VEVENT",
    "Fest\r\nATTENDEE:mailto:fremd@example.org",
    "https://example.org/?a=1&b=2,3;c=%2C%5C#x:y",
    "\u0645\u0647\u0631\u062c\u0627\u0646 \u200f\u05de\u05e4\u05d2\u05e9\u200f \u202eund\u202c Fest",
    "👩‍👩‍👧‍👦" * 40,
    "ä" * 5000,
    " führende und folgende Leerzeichen ",
    "\tTabulator\t",
    "=?utf-8?q?x?= \"quoted\" 'single' ^n ^^ ^'",
]


def with_texts(text: str) -> Concept:
    return FEST.replace("activity/fest", title=text, description=text, location=text)


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
def test_two_parsers_read_the_same_text_back(text: str) -> None:
    concept = with_texts(text)
    expected = text.replace("\r\n", "\n")
    event = entry(concept)
    assert [event[name] for name in ("SUMMARY", "DESCRIPTION", "LOCATION")] == [one_line(text), expected, expected]
    other = vobject.readOne(exported(concept).files[0].content.decode()).vevent
    assert [other.summary.value, other.description.value, other.location.value] == [
        one_line(text),
        expected,
        expected,
    ]
    assert other.uid.value == event["UID"] == "activity-fest@musterstadt.integrationskonzept"


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_comes_back_without_what_no_calendar_can_carry(text: str) -> None:
    event = entry(with_texts(text + "."))
    assert event["DESCRIPTION"] == event["LOCATION"] == clean_text(text + ".")
    assert event["SUMMARY"] == one_line(text + ".")


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_text_adds_or_hides_a_line(text: str) -> None:
    lines = unfolded(exported(with_texts(text + ".")).files[0].content)
    plain = unfolded(exported(with_texts("x")).files[0].content)
    assert [line.partition(":")[0] for line in lines] == [line.partition(":")[0] for line in plain]


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_every_line_is_short_and_ends_as_it_should(text: str) -> None:
    content = exported(with_texts(text * 20 + ".")).files[0].content
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode().splitlines() == [line.decode()] for line in lines)  # some clients split so


def test_control_characters_are_left_out_and_that_is_said() -> None:
    concept = with_texts("Fe\x00st\x07 \x7f\x9b\ufffe")
    assert entry(concept)["SUMMARY"] == "Fest"
    assert losses(concept) == ["activity/fest: control characters, which no calendar can carry, are left out"]


def test_half_a_character_is_left_out_and_that_is_said() -> None:
    concept = with_texts("Fe\ud800st")
    assert entry(concept)["SUMMARY"] == "Fest"
    assert len(losses(concept)) == 1


def test_every_way_to_end_a_line_ends_a_line() -> None:
    for end in ("\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"):
        concept = with_texts(f"eins{end}zwei")
        assert entry(concept)["DESCRIPTION"] == "eins\nzwei"
        assert losses(concept) == []


def test_what_has_no_title_says_so() -> None:
    for title in ("", "  ", "\x00", "\n"):
        assert entry(FEST.replace("activity/fest", title=title))["SUMMARY"] == "(ohne Titel)"


def test_hostile_text_in_the_head_of_the_calendar_stays_text() -> None:
    concept = attrs.evolve(FEST, title="Konzept\r\nBEGIN:VEVENT\r\nSUMMARY:fremd\r\nEND:VEVENT\x00")
    content = exported(concept, category="a\r\nb", name=None).files[0].content
    assert content.count(b"\r\nBEGIN:VEVENT\r\n") == 1
    assert b"\x00" not in content


def test_the_same_concept_gives_the_same_bytes_and_is_left_as_it_was() -> None:
    before = exported(FEST)
    assert exported(FEST) == before
