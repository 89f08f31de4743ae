"""The logo of a town, and files that options name."""

import json
from base64 import b64encode
from pathlib import Path

from attrs import frozen

from integrationskonzept import Message, OptionError
from integrationskonzept.errors import PluginError
from integrationskonzept_report.i18n import message
from integrationskonzept_report.typesetting import typeset

_MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_FORMATS = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}
"""Names of the types of pictures in typst."""
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


def read_logo(path: Path | None, town: str) -> Logo | None:
    """Return the logo in a file.

    Raises:
        OptionError: There is no such file, or it is no picture in SVG, PNG or JPEG.
    """
    if path is None:
        return None
    refused = message("the option 'logo' takes a picture (.svg, .png or .jpg); got {path}", path=str(path))
    media_type = _MEDIA_TYPES.get(path.suffix.lower())
    if media_type is None:
        raise OptionError(refused)
    logo = Logo(
        content=read_option("logo", path), media_type=media_type, alternative=message("Logo: {town}", town=town)
    )
    try:
        typeset("logo.typ", {"logo": json.dumps([*logo.content]), "format": _FORMATS[media_type]}, format="png")
    except PluginError as error:
        raise OptionError(refused) from error
    return logo


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
