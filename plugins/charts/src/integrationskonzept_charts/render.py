"""Pictures as files: SVG and PNG, drawn here and now, without a browser and without a network."""

import os
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import altair as alt
import vl_convert

from integrationskonzept.errors import PluginError
from integrationskonzept_charts.i18n import say

resource: ModuleType | None
"""Limits of this process; None on Windows, which has none."""
try:
    resource = import_module("resource")
except ImportError:
    resource = None

Picture: TypeAlias = alt.Chart | alt.LayerChart | alt.ConcatChart
"""An Altair chart that a file can be made of."""

PPI = 200
"""Dots per inch of a PNG: enough for print."""

ADDRESS_SPACE = 66
"""GiB of address space that drawing reserves; it uses some 200 MB of memory."""


def svg(chart: Picture) -> str:
    """Draw a picture as SVG."""
    _refuse_where_too_narrow()
    text: str = vl_convert.vegalite_to_svg(**_given(chart))
    return text


def png(chart: Picture, *, ppi: float = PPI) -> bytes:
    """Draw a picture as PNG, by default fine enough for print."""
    _refuse_where_too_narrow()
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


def _refuse_where_too_narrow() -> None:
    """Raise `PluginError` where address space is limited so far that drawing would end the whole process."""
    if resource is None:
        return
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit != resource.RLIM_INFINITY and limit < ADDRESS_SPACE * 2**30:
        said = say(
            "drawing reserves {needed} GiB of address space (not memory: of that it uses some 200 MB), and this process"
            " may have {limit:.1f} GiB; lift the limit (ulimit -v unlimited) and call it again",
            "das Zeichnen reserviert {needed} GiB Adressraum (nicht Arbeitsspeicher: davon etwa 200 MB), dieser Prozess"
            " darf nur {limit:.1f} GiB haben; heben Sie die Grenze auf (ulimit -v unlimited) und rufen Sie erneut auf",
            needed=ADDRESS_SPACE,
            limit=limit / 2**30,
        )
        raise PluginError(said)


def _given(chart: Picture) -> dict[str, Any]:
    """Return what the drawing needs: the picture, the version it is written for, and how numbers are written."""
    spec = chart.to_dict()
    version = ".".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])
    options = spec.get("usermeta", {}).get("embedOptions", {})
    locale = {"format_locale": options["formatLocale"]} if "formatLocale" in options else {}
    return {"vl_spec": spec, "vl_version": version, "allowed_base_urls": [], **locale}
