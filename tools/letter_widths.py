"""Widths of letters for the figures, read from the `hmtx` tables of a font.

Called with a regular and a bold TrueType font; needs fonttools. The table that ships is that of DejaVu Sans 2.37,
the widest of the usual sans-serif fonts, so that a text measured with it fits in any of them:
``python -m tools.letter_widths DejaVuSans.ttf DejaVuSans-Bold.ttf``.
"""

import json
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/integrationskonzept/documents/figures/letter_widths.json"
_RANGES = (
    (0x20, 0x7E),  # Basic Latin
    (0xA1, 0x24F),  # Latin-1 Supplement, Latin Extended-A and -B
    (0x370, 0x3FF),  # Greek
    (0x400, 0x4FF),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    (0x2030, 0x203A),
    (0x20AC, 0x20AC),  # euro sign
)
_UNIT = 1000
"""Widths are given in thousandths of the font size."""
_SOURCE = "Advance widths of DejaVu Sans 2.37 (Bitstream Vera and Arev licences, changes in the public domain)"


def widths(font: Path) -> dict[str, str]:
    """Return the letters of a font by their width, both in ascending order."""
    opened = import_module("fontTools.ttLib").TTFont(font)
    scale = _UNIT / opened["head"].unitsPerEm
    advances = {chr(code): round(opened["hmtx"][name][0] * scale) for code, name in opened.getBestCmap().items()}
    grouped: dict[int, list[str]] = {}
    for letter in _letters():
        if letter in advances:
            grouped.setdefault(advances[letter], []).append(letter)
    return {str(width): "".join(grouped[width]) for width in sorted(grouped)}


def _letters() -> Iterable[str]:
    return (chr(code) for first, last in _RANGES for code in range(first, last + 1))


def main(arguments: list[str]) -> None:
    """Write the table of two fonts."""
    regular, bold = map(Path, arguments)
    table = {"source": _SOURCE, "regular": widths(regular), "bold": widths(bold)}
    TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
