"""What a reader sees of an indicator's target on its course, read back from the bytes of its files."""

import re
from collections.abc import Iterable
from datetime import date
from xml.etree import ElementTree as ET

from tests.accounts.read_report import last_day

_SVG = "{http://www.w3.org/2000/svg}"
_TARGET = re.compile(r"(?:Ziel: )?\d+ Kurse bis (.+?)(?:; erreicht: .+)?")


def seen_targets(files: Iterable[bytes]) -> dict[str, date]:
    """Return the last day of each target by the id of its indicator."""
    groups = (group for content in files for group in ET.fromstring(content).iter(f"{_SVG}g"))  # noqa: S314 - ours
    return {group.attrib["data-address"].removeprefix("indicator/"): _due(group) for group in groups}


def _due(group: ET.Element) -> date:
    (found,) = (match for text in group.itertext() if (match := _TARGET.fullmatch(text)))
    return last_day(found[1])
