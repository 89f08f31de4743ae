"""Reading figures back: the places of their texts, and their shapes."""

from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree as ET

from attrs import frozen

from integrationskonzept.blocks.tree import Picture
from integrationskonzept.blocks.words import written
from integrationskonzept.documents.figures.letters import text_width

_SVG = "{http://www.w3.org/2000/svg}"
_ASCENT, _DESCENT = 0.72, 0.2
_TOLERANCE = 0.05


@frozen
class Box:
    """A rectangle on a figure."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right - _TOLERANCE
            and other.left < self.right - _TOLERANCE
            and self.top < other.bottom - _TOLERANCE
            and other.top < self.bottom - _TOLERANCE
        )

    def is_within(self, other: "Box") -> bool:
        return (
            other.left - _TOLERANCE <= self.left
            and self.right <= other.right + _TOLERANCE
            and other.top - _TOLERANCE <= self.top
            and self.bottom <= other.bottom + _TOLERANCE
        )


@frozen
class Word:
    """A line of text on a figure."""

    text: str
    size: float
    fill: str
    box: Box


def root(picture: Picture) -> ET.Element:
    return ET.fromstring(picture.svg)  # noqa: S314 - our own


def page(picture: Picture) -> Box:
    left, top, right, bottom = map(float, root(picture).attrib["viewBox"].split())
    return Box(left, top, right, bottom)


def words(picture: Picture) -> list[Word]:
    return [_word(element) for element in root(picture).iter(f"{_SVG}text")]


def said(*pictures: Picture) -> str:
    """Return all texts of some figures, in order."""
    return " ".join(word.text for picture in pictures for word in words(picture))


def alternative(picture: Picture, language: str = "de") -> str:
    """Return what is said of a figure to people who do not see it."""
    return written(picture.alternative, language)


def group(pictures: tuple[Picture, ...], address: str) -> ET.Element:
    """Return the shapes and texts of an element."""
    found = [one for picture in pictures for one in root(picture).iter(f"{_SVG}g")]
    (element,) = [one for one in found if one.attrib["data-address"] == address]
    return element


def shapes(element: ET.Element, name: str) -> list[dict[str, str]]:
    return [dict(one.attrib) for one in element.iter(f"{_SVG}{name}")]


def group_text(element: ET.Element) -> str:
    return " ".join(element.itertext())


def overlaps(picture: Picture) -> Iterator[tuple[str, str]]:
    """Yield the pairs of texts that lie on each other."""
    for one, other in combinations(words(picture), 2):
        if one.box.meets(other.box):
            yield one.text, other.text


def outside(picture: Picture) -> Iterator[str]:
    """Yield the texts that leave the page."""
    whole = page(picture)
    yield from (word.text for word in words(picture) if not word.box.is_within(whole))


def _word(element: ET.Element) -> Word:
    text, attributes = element.text or "", element.attrib
    size, x, y = float(attributes.get("font-size", 8)), float(attributes["x"]), float(attributes["y"])
    wide = text_width(text, size, bold=attributes.get("font-weight") == "bold")
    start = x - {"start": 0, "middle": wide / 2, "end": wide}[attributes.get("text-anchor", "start")]
    box = Box(start, y - size * _ASCENT, start + wide, y + size * _DESCENT)
    if "transform" in attributes:
        box = Box(x - size * _ASCENT, y - wide, x + size * _DESCENT, y)
    return Word(text, size, attributes.get("fill", "#1a1a1a"), box)
