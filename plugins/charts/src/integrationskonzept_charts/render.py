"""Render charts to SVG and PNG, without a browser and without a network."""

import os
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import altair as alt
import vl_convert

from integrationskonzept.errors import PluginError
from integrationskonzept_charts.i18n import message

resource: ModuleType | None
"""Limits of this process; None on Windows, which has none."""
try:
    resource = import_module("resource")
except ImportError:
    resource = None

Picture: TypeAlias = alt.Chart | alt.LayerChart | alt.ConcatChart
"""Any Altair chart that can be rendered."""

PPI = 200
"""Resolution of a PNG in dots per inch, sufficient for print."""

ADDRESS_SPACE = 66
"""GiB of address space that drawing reserves; it uses some 200 MB of memory."""


def svg(chart: Picture) -> str:
    """Return a chart as SVG."""
    _require_address_space()
    text: str = vl_convert.vegalite_to_svg(**_arguments(chart))
    return text


def png(chart: Picture, *, ppi: float = PPI) -> bytes:
    """Return a chart as PNG, by default in a resolution for print."""
    _require_address_space()
    content: bytes = vl_convert.vegalite_to_png(**_arguments(chart), ppi=ppi)
    return content


def save(chart: Picture, path: str | os.PathLike[str]) -> Path:
    """Write a chart to a file in the format of its suffix, .svg or .png."""
    file = Path(path)
    match file.suffix.lower():
        case ".svg":
            file.write_text(svg(chart), encoding="utf-8")
        case ".png":
            file.write_bytes(png(chart))
        case other:
            raise ValueError(f"a picture is saved as .svg or .png; got {other or file.name!r}")
    return file


def _require_address_space() -> None:
    """Raise `PluginError` if address space is so limited that rendering would abort the process."""
    if resource is None:
        return
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit != resource.RLIM_INFINITY and limit < ADDRESS_SPACE * 2**30:
        said = message(
            "drawing reserves {needed} GiB of address space (not memory: of that it uses some 200 MB), and this process"
            " may have {limit:.1f} GiB; lift the limit (ulimit -v unlimited) and call it again",
            needed=ADDRESS_SPACE,
            limit=limit / 2**30,
        )
        raise PluginError(said)


def _arguments(chart: Picture) -> dict[str, Any]:
    """Return the arguments of vl-convert: the chart, its version of Vega-Lite, and the number format."""
    spec = chart.to_dict()
    version = ".".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])
    options = spec.get("usermeta", {}).get("embedOptions", {})
    locale = {"format_locale": options["formatLocale"]} if "formatLocale" in options else {}
    return {"vl_spec": spec, "vl_version": version, "allowed_base_urls": [], **locale}
