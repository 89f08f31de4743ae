"""What a reader sees of a measure on a timeline, read back from the bytes of its files."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from attrs import frozen

_SVG = "{http://www.w3.org/2000/svg}"
_DUE = re.compile(r"bis (\d\d)\.(\d\d)\.(\d{4})")
_YEAR = re.compile(r"\d{4}")
_DASHES = "2.4 1.6"


@frozen(kw_only=True)
class SeenMeasure:
    """A measure as a timeline shows it."""

    stands: bool
    """It does not stand below the heading of what is no longer pursued."""
    due: date | None
    """Its deadline in words."""
    is_due_derived: bool
    """Whether the deadline is said to be derived."""
    end: date | None
    """The day at which the bar of its plan ends; None where there is no bar."""
    is_plan_derived: bool
    """The bar is white with a dashed outline."""
    goes_on: bool
    """The bar reaches the end of the axis."""


def seen_measures(files: Iterable[bytes]) -> dict[str, SeenMeasure]:
    """Return the measures of a timeline in German by their ids."""
    return {id: measure for content in files for id, measure in _on_page(ET.fromstring(content))}  # noqa: S314 - ours


def _on_page(page: ET.Element) -> Iterator[tuple[str, SeenMeasure]]:
    first, day_width = _axis(page)
    stands = True
    edge = max(float(line.attrib["x1"]) for line in page.iter(f"{_SVG}line") if line.attrib["x1"] == line.attrib["x2"])
    for element in page:
        if (element.text or "").startswith("Nicht weiterverfolgt"):
            stands = False
        if element.tag == f"{_SVG}g":
            words = " ".join(element.itertext())
            due = _DUE.search(words)
            bars = [rect for rect in element.iter(f"{_SVG}rect") if "stroke" in rect.attrib]
            right = max((float(bar.attrib["x"]) + float(bar.attrib["width"]) for bar in bars), default=None)
            yield (
                element.attrib["data-address"].removeprefix("measure/"),
                SeenMeasure(
                    stands=stands,
                    due=date(*map(int, reversed(due.groups()))) if due else None,
                    is_due_derived="(abgeleitet)" in words,
                    end=None if right is None else _day(right, first, day_width) - timedelta(days=1),
                    is_plan_derived=any(bar.attrib.get("stroke-dasharray") == _DASHES for bar in bars),
                    goes_on=right is not None and abs(right - edge) < day_width / 2,
                ),
            )


def _axis(page: ET.Element) -> tuple[tuple[float, int], float]:
    """Return place and number of the first year, and the width of a day."""
    years = [text for text in page.findall(f"{_SVG}text") if _YEAR.fullmatch(text.text or "")]
    (left, first), *_, (right, last) = [(float(text.attrib["x"]) - 1, int(text.text or "")) for text in years]
    return (left, first), (right - left) / (date(last, 1, 1) - date(first, 1, 1)).days


def _day(place: float, first: tuple[float, int], day_width: float) -> date:
    return date(first[1], 1, 1) + timedelta(days=round((place - first[0]) / day_width))
