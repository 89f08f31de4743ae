"""A report that is ready to be written: its document, and what stands around it on paper."""

import re
from base64 import b64encode
from datetime import date
from pathlib import Path

from attrs import frozen

from integrationskonzept import Message, OptionError
from integrationskonzept.blocks import Document, Text
from integrationskonzept_report.i18n import message

_MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SIDE = 100
"""Side of the square that the picture of a logo fills or fits into, in units of its own."""


@frozen(kw_only=True)
class Logo:
    """The logo of a town."""

    content: bytes
    media_type: str
    alternative: Message

    @property
    def svg(self) -> str:
        """The logo as a picture in SVG; a drawing is embedded as a whole, so that its ids stay its own."""
        data = b64encode(self.content).decode("ascii")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{_SIDE}"'
            f' height="{_SIDE}" viewBox="0 0 {_SIDE} {_SIDE}"><image width="{_SIDE}" height="{_SIDE}"'
            f' preserveAspectRatio="xMaxYMid meet" xlink:href="data:{self.media_type};base64,{data}"/></svg>'
        )


@frozen(kw_only=True)
class Report:
    """A report that is ready to be written."""

    document: Document
    """Its title and blocks."""
    subtitle: Text
    """The line below its title."""
    running: Text
    """What stands at the top of its further pages."""
    town: str
    """The name of the town, its author."""
    today: date | None
    """Its day, where one is known."""
    letterhead: tuple[str, ...]
    """Lines at the top of its first page."""
    logo: Logo | None
    number: str | None
    """Number of the council paper."""

    @property
    def language(self) -> str:
        """The language of its sentences."""
        return self.document.language

    @property
    def tag(self) -> str:
        """Its language as a tag of BCP 47; ``und`` where the concept states something else."""
        return self.language if _TAG.fullmatch(self.language) else "und"

    @property
    def numbered(self) -> Message | None:
        """The number of the council paper, in words."""
        return message("Council paper {number}", number=self.number) if self.number else None


def read_logo(path: Path | None, town: str) -> Logo | None:
    """Return the logo in a file.

    Raises:
        OptionError: There is no such file, or it is no SVG, PNG or JPEG.
    """
    if path is None:
        return None
    media_type = _MEDIA_TYPES.get(path.suffix.lower())
    content = read_option("logo", path)
    if media_type is None or not _is_picture(content, media_type):
        raise OptionError(message("the option 'logo' takes a picture (.svg, .png or .jpg); got {path}", path=str(path)))
    return Logo(content=content, media_type=media_type, alternative=message("Logo: {town}", town=town))


def _is_picture(content: bytes, media_type: str) -> bool:
    match media_type:
        case "image/png":
            return content.startswith(_PNG)
        case "image/jpeg":
            return content.startswith(_JPEG)
    return b"<svg" in content


def read_option(name: str, path: Path) -> bytes:
    """Return the content of the file that an option names; raises `OptionError` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        said = message(
            "the file of the option '{name}' cannot be read: {path} ({problem})",
            name=name,
            path=str(path),
            problem=error.strerror or str(error),
        )
        raise OptionError(said) from error
