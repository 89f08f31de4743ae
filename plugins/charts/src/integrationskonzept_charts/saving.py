"""Pictures as files: SVG and PNG, drawn here and now, without a browser and without a network."""

import os
from pathlib import Path
from typing import Any, TypeAlias

import altair as alt
import vl_convert

Picture: TypeAlias = alt.Chart | alt.LayerChart | alt.ConcatChart
"""An Altair chart that a file can be made of."""

PPI = 200
"""Dots per inch of a PNG: enough for print."""


def svg(chart: Picture) -> str:
    """Draw a picture as SVG."""
    text: str = vl_convert.vegalite_to_svg(**_given(chart))
    return text


def png(chart: Picture, *, ppi: float = PPI) -> bytes:
    """Draw a picture as PNG, by default fine enough for print."""
    content: bytes = vl_convert.vegalite_to_png(**_given(chart), ppi=ppi)
    return content


def save(chart: Picture, path: str | os.PathLike[str]) -> Path:
    """Draw a picture into a file; the suffix, .svg or .png, tells the format."""
    file = Path(path)
    match file.suffix.lower():
        case ".svg":
            file.write_text(svg(chart), encoding="utf-8")
        case ".png":
            file.write_bytes(png(chart))
        case other:
            raise ValueError(f"a picture is saved as .svg or .png; got {other or file.name!r}")
    return file


def _given(chart: Picture) -> dict[str, Any]:
    """Return what the drawing needs: the picture, the version it is written for, and how numbers are written."""
    spec = chart.to_dict()
    version = ".".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])
    options = spec.get("usermeta", {}).get("embedOptions", {})
    locale = {"format_locale": options["formatLocale"]} if "formatLocale" in options else {}
    return {"vl_spec": spec, "vl_version": version, "allowed_base_urls": [], **locale}
