"""Files of gettext are read and written as gettext does it, and nothing that stands in them is lost."""

import io

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept.errors import InvalidCatalogueError
from integrationskonzept.testing import texts
from integrationskonzept.translation import CatalogueFile, Entry, read_file

WORKED_ON = """\
# Arabische Übersetzung
# von Frau A.
msgid ""
msgstr ""
"Language: ar\\n"
"X-Generator: Poedit 3\\n"

#  mit zwei Leerzeichen
#. Maßnahme: Titel
#: konzept.yaml:12
#, fuzzy, no-c-format
#| msgctxt "measure/alt#title"
#| msgid "Kurse \\"alt\\"\\n"
#| "zwei"
msgctxt "measure/a#title"
msgid ""
"Kurse\\t\\\\\\x41\\101\\n"
"neu"
msgstr "دورات"
msgid "eins"
msgid_plural "viele"
msgstr[0] "1"
msgstr[1] "2"

# weggefallen
#, fuzzy
#~| msgid "früher"
#~ msgctxt "measure/b#title"
#~ msgid "Weg"
#~ msgstr ""
#~ "gone"

# am Ende
"""


def changed(entry: Entry) -> CatalogueFile:
    """Return a file in which every entry is written anew."""
    return read_file(CatalogueFile(entries=(entry.changed(kind=("Neu",)),)).content)


def test_what_nobody_changed_stays_as_it_was() -> None:
    found = read_file(WORKED_ON.encode())
    assert found.content.decode() == WORKED_ON.replace('دورات"\nmsgid', 'دورات"\n\nmsgid')


def test_windows_line_ends_stay_and_a_byte_order_mark_goes() -> None:
    content = WORKED_ON.replace("\n", "\r\n").encode()
    found = read_file(b"\xef\xbb\xbf" + content)
    assert found.content.decode() == WORKED_ON.replace('دورات"\nmsgid', 'دورات"\n\nmsgid').replace("\n", "\r\n")


def test_every_part_of_an_entry_is_known() -> None:
    header, entry, plural, gone = read_file(WORKED_ON.encode()).entries
    assert header.translation == "Language: ar\nX-Generator: Poedit 3\n"
    assert (entry.context, entry.text, entry.translation) == ("measure/a#title", "Kurse\t\\AA\nneu", "دورات")
    assert (entry.previous_context, entry.previous) == ("measure/alt#title", 'Kurse "alt"\nzwei')
    assert (entry.comments, entry.kind) == (("#  mit zwei Leerzeichen", "#: konzept.yaml:12"), ("Maßnahme: Titel",))
    assert entry.flags == ("fuzzy", "no-c-format")
    assert plural.is_plural
    assert (gone.is_obsolete, gone.is_fuzzy, gone.previous, gone.translation) == (True, True, "früher", "gone")


@pytest.mark.parametrize("number", [1, 3])
def test_an_entry_that_is_written_anew_keeps_all_its_parts(number: int) -> None:
    entry = read_file(WORKED_ON.encode()).entries[number]
    (again,) = changed(entry).entries
    assert again == entry.changed(kind=("Neu",))


@given(st.lists(texts(hostile=True), min_size=2, max_size=2), st.booleans())
def test_babel_reads_what_we_write(some: list[str], is_fuzzy: bool) -> None:
    text, translation = (one.encode("utf-8", "ignore").decode() for one in some)
    entry = Entry(text=f"x{text}", context="a#b", translation=translation, flags=("fuzzy",) if is_fuzzy else ())
    content = CatalogueFile(entries=(entry,)).content
    (ours,) = read_file(content).entries
    assert ours == entry
    theirs = read_po(io.BytesIO(content), charset="utf-8").get(f"x{text}", "a#b")
    assert theirs is not None
    assert (theirs.string, theirs.fuzzy) == (translation, is_fuzzy)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"Unsinn", "line 1 belongs to no entry: Unsinn"),
        (b'msgid "a"\nmsgstr "b"\nmsgstr', "line 3 belongs to no entry: msgstr"),
        (b'"verwaist"', "line 1 belongs to no entry"),
        (b'msgid "a"\nmsgstr "', "line 2 belongs to no entry"),
        (b'\nmsgctxt "a"\nmsgstr "b"\n', "the entry in line 1 has no msgid"),
        (b'msgstr "b"\nmsgid "a"\nmsgstr "b"', "the entry in line 1 has no msgid"),
        ('msgid "ä"'.encode("latin-1"), "utf-8"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused_with_the_line(content: bytes, problem: str) -> None:
    with pytest.raises(InvalidCatalogueError, match=problem):
        read_file(content)


def test_an_empty_file_has_no_entries() -> None:
    assert read_file(b"").entries == ()
