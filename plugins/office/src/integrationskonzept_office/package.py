"""Files of Word and Excel as packages: archives of XML parts, whose size is bounded before they are read."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from integrationskonzept.drafts import unreadable
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept_office.i18n import message

MAX_XML_BYTES = 64 * 1024 * 1024
"""Bytes of all XML parts together, unpacked; a concept of 200 pages needs less than a twentieth."""
DAMAGE = (
    *(AttributeError, EOFError, LookupError, NotImplementedError, OSError, SyntaxError, TypeError, ValueError),
    *(zipfile.BadZipFile, zlib.error),
)
"""Errors of the libraries that read Office files and PDFs, for damaged content in memory."""
_OLDER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of a file of Word or Excel before 2007, and of one that a password protects."""


@contextmanager
def reading_package(content: bytes, suffix: str) -> Iterator[None]:
    """Raise `InvalidConceptError` for a file that is no package of Word or Excel, or is damaged or too large.

    Args:
        content: The file.
        suffix: What it should be: ``.docx`` or ``.xlsx``.
    """
    _check_size(content, suffix)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it does not keep when it writes
            yield
    except DAMAGE as error:
        raise _damaged(suffix) from error


def _check_size(content: bytes, suffix: str) -> None:
    """Raise `InvalidConceptError` for a file that is no archive, or whose XML parts are too large.

    Pictures and other parts are not counted: they are hardly smaller packed, and nothing reads them.
    """
    if content.startswith(_OLDER):
        raise unreadable(
            message("the file is protected by a password, or it is of an older version (.doc, .xls)"),
            message("open it in Word or Excel, remove the password, and save it as {suffix}", suffix=suffix),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist() if part.filename.endswith((".xml", ".rels")))
    except DAMAGE as error:
        raise _damaged(suffix) from error
    if size > MAX_XML_BYTES:
        raise unreadable(
            message(
                "the text of the file takes {size} MB when it is unpacked; the most is {limit} MB",
                size=size // 2**20,
                limit=MAX_XML_BYTES // 2**20,
            ),
            message("save its parts as documents of their own"),
        )


def _damaged(suffix: str) -> InvalidConceptError:
    return unreadable(
        message("this is no {suffix} file, or it is damaged", suffix=suffix),
        message("open it in Word, Excel or LibreOffice, and save it as {suffix} again", suffix=suffix),
    )
