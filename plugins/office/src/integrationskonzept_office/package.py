"""Files of Word, Excel and LibreOffice as archives of XML parts, whose size is bounded before they are read."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers.expat import ExpatError

from integrationskonzept.drafts import unreadable
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept_office.bounds import Refuse, check_ods, check_xlsx
from integrationskonzept_office.i18n import message

MAX_XML_BYTES = 64 * 1024 * 1024
"""Bytes of all XML parts together, unpacked; a concept of 200 pages needs less than a twentieth."""
DAMAGE = (
    *(
        ArithmeticError,
        AttributeError,
        EOFError,
        LookupError,
        OSError,
        RuntimeError,
        SyntaxError,
        TypeError,
        ValueError,
    ),
    *(zipfile.BadZipFile, zlib.error, ExpatError),
)
"""Errors of the libraries that read Office files and PDFs, for damaged content in memory."""
_CHECKS = {".xlsx": check_xlsx, ".ods": check_ods}
_OLDER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of a file of Word or Excel before 2007, and of one that a password protects."""


@contextmanager
def reading_package(content: bytes, suffix: str, refuse: Refuse = unreadable) -> Iterator[None]:
    """Raise `InvalidConceptError` for a file that is no package of its kind, or is damaged or too large.

    Args:
        content: The file.
        suffix: What it should be: ``.docx``, ``.xlsx`` or ``.ods``.
        refuse: What makes the error.
    """
    if content.startswith(_OLDER):
        raise refuse(
            message("the file is protected by a password, or it is of an older version (.doc, .xls)"),
            message("open it in Word or Excel, remove the password, and save it as {suffix}", suffix=suffix),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_size(archive, suffix, refuse)
            if suffix in _CHECKS:
                _CHECKS[suffix](archive, refuse)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it does not keep when it writes
            yield
    except InvalidConceptError:
        raise
    except DAMAGE as error:
        raise refuse(
            message("this is no {suffix} file, or it is damaged", suffix=suffix),
            message("open it in Word, Excel or LibreOffice, and save it as {suffix} again", suffix=suffix),
        ) from error


def _check_size(archive: zipfile.ZipFile, suffix: str, refuse: Refuse) -> None:
    """Raise the error for a file whose parts are too large when they are unpacked.

    Of pictures and other parts only what they grow by is counted, which is hardly anything.
    """
    size = sum(_counted(part) for part in archive.infolist())
    if size > MAX_XML_BYTES:
        said = message(
            "the text of the file takes {size} MB when it is unpacked; the most is {limit} MB",
            size=size // 2**20,
            limit=MAX_XML_BYTES // 2**20,
        )
        smaller = message("save it as an Excel workbook (.xlsx)")
        raise refuse(said, smaller if suffix == ".ods" else message("save its parts as documents of their own"))


def _counted(part: zipfile.ZipInfo) -> int:
    if part.filename.endswith((".xml", ".rels")):
        return part.file_size
    return max(0, part.file_size - part.compress_size)
