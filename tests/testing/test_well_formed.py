"""A file of an export is what its media type says, and no text in it is read as markup."""

from html import escape
from io import BytesIO
from zipfile import ZipFile, ZipInfo

import attrs
import pytest

from integrationskonzept import ExportFile
from integrationskonzept.testing.sample_texts import FORMULA, SCRIPT
from integrationskonzept.testing.well_formed import well_formed


@pytest.mark.parametrize(
    ("media_type", "content", "said"),
    [
        ("application/json", "{", "a is no JSON"),
        ("application/xml", "<a>", "a is no XML"),
        ("image/svg+xml", f"<svg>{SCRIPT}</svg>", "runs markup out of a text"),
        ("text/html", f"<p>{SCRIPT}</p>", "runs markup out of a text"),
        ("text/html", '<p title=""><img src=x onerror=alert(1)>', "takes an attribute out of a text: onerror"),
        ("text/calendar", "SUMMARY:a\r\nX-INJECTED:1\r\n", "a line break in a text begins a new line in a"),
        ("text/calendar", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "every line of a ends with CR and LF"),
        ("text/calendar", f"SUMMARY:{'ä' * 34}\r\n", "a line of a has 76 octets; long lines are folded at 75"),
        ("text/vcard", "FN:a\x00\r\n", "a has control characters"),
        ("text/csv", f'a;b\nc;\'{FORMULA}\nd;"=HYPERLINK("', "a spreadsheet would compute a text of a"),
        ("application/zip", "x", "a is no archive"),
        ("text/plain; charset=ascii", "ä", "a is not ascii"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_caught(media_type: str, content: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        well_formed(ExportFile(name="a", content=content.encode(), media_type=media_type))


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("application/ld+json", "[]"),
        ("image/svg+xml", f"<svg><text>{escape(SCRIPT)}</text></svg>"),
        ("text/html", f'<p title="{escape(SCRIPT)}">{escape(SCRIPT)}</p><script>start()</script>'),
        ("text/calendar", f"SUMMARY:{'ä' * 33}\r\n {'ä' * 33}\r\n"),
        ("text/csv", f"a,b\nc,'{FORMULA.split('(')[0]}"),
        ("text/plain; charset=latin-1", "ä"),
        ("application/octet-stream", "anything"),
    ],
)
def test_a_file_that_is_what_it_says_passes(media_type: str, content: str) -> None:
    well_formed(ExportFile(name="a", content=content.encode(), media_type=media_type))


def test_an_archive_passes_unless_a_part_of_it_is_broken() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(ZipInfo("a.txt"), "text that is not packed")
    whole = ExportFile(name="a.zip", content=packed.getvalue(), media_type="application/zip")
    well_formed(whole)
    broken = attrs.evolve(whole, content=whole.content.replace(b"not packed", b"was packed"))
    with pytest.raises(AssertionError, match=r"a.zip holds a broken part: a.txt"):
        well_formed(broken)
