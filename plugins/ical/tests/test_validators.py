"""Two strict checkers of other people find nothing to object to: libical's restrictions, and sabre/vobject."""

import ctypes
import json
import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept import Concept
from integrationskonzept.testing import town
from integrationskonzept_ical import Options
from integrationskonzept_ical.deadline_events import with_deadlines
from integrationskonzept_ical.entries import Event
from integrationskonzept_ical.items import items_of
from integrationskonzept_ical.selection import Selection
from plugins.ical.tests.calendars import exported
from plugins.ical.tests.clients import run
from plugins.ical.tests.test_clients import BUSY
from tests.other_programs import debian_packages, unavailable

pytestmark = pytest.mark.clients

FIRST, LAST = date(2025, 1, 1), date(2029, 12, 31)
FILES: list[dict[str, Any]] = [
    {"deadlines": "both", "alarm_days": 7},
    {"deadlines": "events", "bundle": False, "alarm_days": 0},
    {"profile": "integreat", "today": date(2026, 1, 1)},
]


@pytest.fixture(scope="module", params=["busy", "sachsenheim", "musterstadt-2027"])
def concept(request: pytest.FixtureRequest) -> Concept:
    return town(BUSY) if request.param == "busy" else ik.concept(request.param)


@pytest.fixture(scope="session")
def libical() -> ctypes.CDLL:
    """Return libical, with the types of what is asked of it."""
    try:
        library = ctypes.CDLL("libical.so.3")
    except OSError:
        debian_packages("libical3", environment=os.environ)
        library = ctypes.CDLL("libical.so.3")
    library.icalparser_parse_string.restype = ctypes.c_void_p
    for name in ("icalrestriction_check", "icalcomponent_count_errors"):
        getattr(library, name).argtypes = [ctypes.c_void_p]
    library.icalcomponent_free.argtypes = library.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
    library.icalcomponent_as_ical_string.restype = ctypes.c_char_p
    return library


def objections(libical: ctypes.CDLL, content: bytes) -> list[str]:
    """Return what libical objects to in a calendar."""
    calendar = libical.icalparser_parse_string(content)
    assert calendar, "libical cannot read the calendar at all"
    try:
        passed = libical.icalrestriction_check(calendar)
        lines = libical.icalcomponent_as_ical_string(calendar).decode().replace("\r\n ", "").splitlines()
        found = [line for line in lines if line.startswith("X-LIC-ERROR")]
        assert len(found) == libical.icalcomponent_count_errors(calendar)
        return found if found or passed else ["the restrictions are not met"]
    finally:
        libical.icalcomponent_free(calendar)


@pytest.mark.parametrize("options", FILES, ids=["both", "events", "integreat"])
def test_libical_objects_to_nothing(concept: Concept, options: dict[str, Any], libical: ctypes.CDLL) -> None:
    assert objections(libical, exported(concept, **options).files[0].content) == []


def test_libical_would_object(libical: ctypes.CDLL) -> None:
    content = exported(town(BUSY)).files[0].content
    assert objections(libical, content.replace(b"SEQUENCE:", b"SEQUENCE:1\r\nSEQUENCE:", 1)) != []


@pytest.fixture(scope="session")
def php() -> str:
    """Return PHP with sabre/vobject, which Nextcloud and many CalDAV servers are built on."""
    if shutil.which("php") is None or not Path("/usr/share/php/Sabre/VObject").exists():
        debian_packages("php-cli", "php-sabre-vobject", environment=os.environ)
    found = shutil.which("php")
    return found or unavailable("php is missing")


@pytest.mark.parametrize("options", FILES, ids=["both", "events", "integreat"])
def test_sabre_objects_to_nothing_and_reads_the_same_days(concept: Concept, options: dict[str, Any], php: str) -> None:
    content = exported(concept, **options).files[0].content
    program = Path(__file__).with_name("validate.php")
    read = json.loads(run(php, program, FIRST.isoformat(), LAST.isoformat(), text=content.decode()))
    assert read["messages"] == []
    assert len(read["events"]) == content.count(b"\r\nBEGIN:VEVENT\r\n")
    assert len(read["todos"]) == content.count(b"\r\nBEGIN:VTODO\r\n")
    if options.get("profile") != "integreat":
        assert read["events"] == expected_days(concept, options)


def expected_days(concept: Concept, options: dict[str, Any]) -> dict[str, list[str]]:
    """Return the days of every event, as the core counts them."""
    selection = Selection(concept=concept.public(), options=Options(**options))
    events = [item for item in with_deadlines(items_of(selection).items, selection) if isinstance(item, Event)]
    days = {one.uid: list(one.rhythm.days(FIRST, LAST)) if one.rhythm else [one.first] for one in events}
    return {uid: [day.isoformat() for day in found] for uid, found in days.items()}
