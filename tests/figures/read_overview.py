"""What a reader sees of a measure on an overview, read back from the bytes of its files."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from attrs import frozen

_SVG = "{http://www.w3.org/2000/svg}"
_LATE = "#a61c00"
_STROKES_OF_A_CROSS = 2


@frozen(kw_only=True)
class SeenBox:
    """A measure as a box."""

    stands: bool
    """It does not bear the cross of what is no longer pursued."""
    is_overdue: bool
    """It has the outline of what is overdue."""


def seen_boxes(files: Iterable[bytes]) -> dict[str, SeenBox]:
    """Return the measures of an overview by their ids."""
    groups = (group for content in files for group in ET.fromstring(content).iter(f"{_SVG}g"))  # noqa: S314 - ours
    return {group.attrib["data-address"].removeprefix("measure/"): _box(group) for group in groups}


def _box(group: ET.Element) -> SeenBox:
    outlines = {rect.attrib.get("stroke") for rect in group.iter(f"{_SVG}rect")}
    strokes = [path.attrib["d"] for path in group.iter(f"{_SVG}path") if path.get("fill") == "none"]
    has_cross = any(one.count("M") == _STROKES_OF_A_CROSS and "C" not in one for one in strokes)
    return SeenBox(stands=not has_cross, is_overdue=_LATE in outlines)
