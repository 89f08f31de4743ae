"""The calendar published last tells what a subscriber knows, even within one edition."""

from datetime import date
from pathlib import Path

import pytest

import integrationskonzept as ik
from integrationskonzept import Concept
from integrationskonzept.errors import OptionError
from integrationskonzept.testing import town
from plugins.ical.tests.calendars import entries, exported, read

FEST = "{id: fest, title: 'Fest, Markt; Musik', date: 2026-06-27}"
MARKT = "{id: markt, title: Markt, date: 2026-09-12}"
TODAY = date(2026, 11, 27)


def edition(*activities: str, **header: str) -> Concept:
    return town(f"overarching: {{activities: [{', '.join(activities)}]}}", **header)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    file = tmp_path / "calendar.ics"
    file.write_bytes(exported(edition(FEST, MARKT)).files[0].content)
    return file


def test_what_is_unchanged_keeps_every_byte(published: Path) -> None:
    same = exported(edition(FEST, MARKT), previous=published, today=TODAY)
    assert same.files[0].content == published.read_bytes()


def test_a_correction_within_an_edition_is_seen_as_newer_and_stamped_with_the_day_of_the_export(
    published: Path,
) -> None:
    before = read(published.read_bytes())
    after = entries(edition(FEST, MARKT.replace("09-12", "09-26")), previous=published, today=TODAY)
    assert after["activity-markt"]["SEQUENCE"] > before["activity-markt"]["SEQUENCE"]
    assert after["activity-markt"]["LAST-MODIFIED"].to_ical() == b"20261127T000000Z"
    assert after["activity-markt"]["DTSTAMP"].to_ical() == b"20261127T000000Z"
    assert after["activity-fest"].to_ical() == before["activity-fest"].to_ical()


def test_what_was_dropped_is_cancelled_once(published: Path, tmp_path: Path) -> None:
    second = exported(edition(FEST), previous=published, today=TODAY).files[0].content
    gone = read(second)["activity-markt"]
    assert gone["STATUS"] == "CANCELLED"
    assert gone["DTSTART"].dt == date(2026, 9, 12)
    (tmp_path / "second.ics").write_bytes(second)
    third = entries(edition(FEST), previous=tmp_path / "second.ics", today=TODAY)
    assert list(third) == ["activity-fest"]
    back = entries(edition(FEST, MARKT), previous=tmp_path / "second.ics", today=TODAY)
    assert back["activity-markt"]["SEQUENCE"] > gone["SEQUENCE"]


def test_a_stamp_is_never_later_than_the_day_of_the_export() -> None:
    future = edition(FEST, edition="{as_of: 2026-12}")
    assert entries(future, today=TODAY)["activity-fest"]["LAST-MODIFIED"].to_ical() == b"20261127T000000Z"
    assert entries(future)["activity-fest"]["LAST-MODIFIED"].to_ical() == b"20261231T000000Z"


def test_reminders_do_not_count_as_changes(published: Path) -> None:
    now = entries(edition(FEST, MARKT), previous=published, alarm_days=3, today=date(2026, 1, 1))
    assert [part["SEQUENCE"] for part in now.values()] == [
        part["SEQUENCE"] for part in read(published.read_bytes()).values()
    ]


def test_the_command_line_takes_files_of_both_sorts(published: Path, tmp_path: Path) -> None:
    file = ik.save(edition(FEST, MARKT), tmp_path / "erste.yaml")
    by_file = ik.export(edition(FEST), "ical", previous=str(file))
    by_calendar = ik.export(edition(FEST), "ical", previous=f"{file},{published}", today="2026-11-27")
    assert read(by_file.files[0].content)["activity-markt"]["STATUS"] == "CANCELLED"
    assert read(by_calendar.files[0].content)["activity-markt"]["STATUS"] == "CANCELLED"


def test_a_calendar_of_a_group_cancels_nothing_that_only_the_whole_one_has(published: Path) -> None:
    grouped = edition(FEST.replace("date", "group_refs: [ag], date"), groups="[{id: ag, title: AG}]")
    whole, own = exported(grouped, previous=published, per_group=True, today=TODAY).files
    assert set(read(whole.content)) == {"activity-fest", "activity-markt"}
    assert list(read(own.content)) == ["activity-fest"]


def test_a_calendar_of_another_program_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    file = tmp_path / "fremd.ics"
    other = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:activity-fest@musterstadt.integrationskonzept\nDTSTAMP:nie\n"
        "SEQUENCE:x\nSUMMARY:Fe\n st\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:ohne\nEND:VEVENT\nEND:VCALENDAR\nEND:\n"
    )
    file.write_text(other, "utf-8")
    assert entries(edition(FEST), previous=file)["activity-fest"]["SEQUENCE"] > 0


@pytest.mark.parametrize("content", [b"kein Kalender", b"\xff\xfe\x00", b""])
def test_what_is_no_calendar_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "falsch.ics").write_bytes(content)
    with pytest.raises(OptionError, match="published calendars"):
        exported(edition(FEST), previous=tmp_path / "falsch.ics")
