"""Calls of typst, with the fonts of the plugin and nothing from the machine it runs on."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import typst

from integrationskonzept.errors import PluginError
from integrationskonzept_report.glyphs import Glyphs
from integrationskonzept_report.i18n import message

_HERE = Path(__file__).parent
_FONTS = _HERE / "fonts"
_AT_ONCE = 100
"""Pictures that are drawn together: each takes memory until all of them are drawn."""
_RESOLUTION = 200
"""Dots per inch of a picture for print."""


def typeset(template: str, inputs: Mapping[str, str], **options: Any) -> list[bytes]:
    """Return what typst makes of a template and its inputs: a PDF, or a picture for each page.

    Raises:
        PluginError: typst refuses it, such as a picture without alternative text.
    """
    try:
        found: Any = typst.compile(
            _HERE.joinpath(template).read_bytes(),
            root=_FONTS,
            font_paths=[_FONTS],
            ignore_system_fonts=True,
            sys_inputs=dict(inputs),
            **options,
        )
    except typst.TypstError as error:
        said = "; ".join((error.message, *error.hints))
        raise PluginError(message("typst refuses to write the PDF: {problem}", problem=said)) from error
    return [found] if isinstance(found, bytes) else list(found)


def pictures(svgs: Iterable[str]) -> list[bytes]:
    """Return pictures as PNG, drawn with the fonts of the report.

    Raises:
        PluginError: One of them is no picture.
    """
    glyphs = Glyphs()
    drawn = [glyphs.picture(svg) for svg in svgs]
    return [png for start in range(0, len(drawn), _AT_ONCE) for png in _drawn(drawn[start : start + _AT_ONCE])]


def _drawn(svgs: list[str]) -> list[bytes]:
    inputs = {"pictures": json.dumps(svgs, ensure_ascii=False)}
    return typeset("pictures.typ", inputs, format="png", ppi=_RESOLUTION)
