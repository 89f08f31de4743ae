"""Nothing that steers a terminal is left in what is shown, and nothing else is changed."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept.printable import printable, visible

STEERING = {
    "title of the window": "\x1b]0;PWNED\x07",
    "screen wiped": "\x1b[2J",
    "C1 control sequence": "\x9b2J",
    "line written over": "\rgut",
    "backspace": "\x08",
    "deleted": "\x7f",
    "reading direction turned": "\u202e",
    "reading direction isolated": "\u2066",
    "line separator": "\u2028",
    "next line": "\x85",
    "byte order mark": "\ufeff",
    "half a character": "\ud800",
    "tag": "\U000e0041",
}


@pytest.mark.parametrize("hostile", STEERING.values(), ids=STEERING)
def test_what_steers_a_terminal_is_written_as_an_escape(hostile: str) -> None:
    for shown in (visible(f"a{hostile}b"), visible(f"a{hostile}b", colours=True), printable(f"a{hostile}b")):
        assert shown.isprintable()
        assert "\\" in shown
    assert json.loads(f'"{visible(hostile)}"') == hostile


def test_colours_stay_where_they_are_wanted() -> None:
    assert visible("\x1b[1;31mFehler\x1b[0m", colours=True) == "\x1b[1;31mFehler\x1b[0m"
    assert "\x1b" not in visible("\x1b[1;31mFehler\x1b[0m")


@given(st.text())
def test_lines_tabs_and_what_people_write_stay(text: str) -> None:
    shown = visible(text)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    if all(char.isprintable() or char in "\n\t" for char in text):
        assert shown == text


@pytest.mark.parametrize("text", ["Straße\n\tÜber\r\n", "\u0645\u06cc\u200c\u062e\u0648", "👩\u200d👧", "1\u00a0%"])
def test_other_scripts_and_joined_signs_are_left_alone(text: str) -> None:
    assert visible(text) == text


def test_one_line_has_usual_spaces_only() -> None:
    assert printable("10\u00a0% \u00adja\n") == "10 % ja\\u000a"


def test_signs_of_persian_and_emoji_stay_and_characters_beyond_the_first_plane_are_escaped_in_full() -> None:
    assert printable("می\u200cشود") == "می\u200cشود"
    assert printable("\U000e0041") == "\\U000e0041"
