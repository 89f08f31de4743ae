"""Fonts of the plugin for reports: subsets of freely licensed fonts, and the list of the characters they hold.

Called with a folder in which npm installed ``@expo-google-fonts/noto-sans``, ``@expo-google-fonts/vazirmatn`` (both
under the SIL Open Font Licence) and ``dejavu-fonts-ttf``; needs fonttools:
``python -m tools.report_fonts node_modules``.
"""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

TARGET = Path(__file__).parent.parent / "plugins/report/src/integrationskonzept_report/fonts"
_NOTO, _VAZIRMATN, _DEJAVU = "@expo-google-fonts/noto-sans", "@expo-google-fonts/vazirmatn", "dejavu-fonts-ttf"
_FONTS = {
    f"{_NOTO}/400Regular/NotoSans_400Regular.ttf": "NotoSans-Regular.ttf",
    f"{_NOTO}/700Bold/NotoSans_700Bold.ttf": "NotoSans-Bold.ttf",
    f"{_VAZIRMATN}/400Regular/Vazirmatn_400Regular.ttf": "Vazirmatn-Regular.ttf",
    f"{_VAZIRMATN}/700Bold/Vazirmatn_700Bold.ttf": "Vazirmatn-Bold.ttf",
    f"{_DEJAVU}/ttf/DejaVuSans.ttf": "DejaVuSans.ttf",
    f"{_DEJAVU}/ttf/DejaVuSans-Bold.ttf": "DejaVuSans-Bold.ttf",
}
_LICENCES = {
    f"{_NOTO}/LICENSE_FONT": "LICENCE-NotoSans.txt",
    f"{_VAZIRMATN}/LICENSE_FONT": "LICENCE-Vazirmatn.txt",
    f"{_DEJAVU}/LICENSE": "LICENCE-DejaVuSans.txt",
}
_RANGES = {
    _NOTO: (
        (0x20, 0x7E),  # Basic Latin
        (0xA0, 0x24F),  # Latin-1 Supplement, Latin Extended-A and -B
        (0x2B0, 0x36F),  # modifier letters, combining marks
        (0x370, 0x3FF),  # Greek
        (0x400, 0x52F),  # Cyrillic
        (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese, capital sharp s
        (0x2000, 0x206F),  # punctuation
        (0x2070, 0x20BF),  # superscripts, currencies
        (0x2100, 0x218F),  # letter-like signs, numbers
        (0x2212, 0x2212),  # minus
        (0xFFFD, 0xFFFD),  # replacement of a character that the fonts lack
    ),
    _VAZIRMATN: (
        (0x200C, 0x200F),  # joiners
        (0x600, 0x6FF),  # Arabic
        (0x750, 0x77F),  # Arabic Supplement
        (0xFB50, 0xFDFF),  # presentation forms
        (0xFE70, 0xFEFE),
    ),
    _DEJAVU: (
        (0x2190, 0x23FF),  # arrows, mathematical operators, technical signs
        (0x25A0, 0x27BF),  # geometric shapes, symbols, dingbats
    ),
}


def codes(family: str) -> Iterator[int]:
    """Yield the characters that are kept of a font."""
    for first, last in _RANGES[family]:
        yield from range(first, last + 1)


def ranges(found: Iterable[int]) -> list[list[int]]:
    """Return numbers as ranges, each with its first and last number."""
    together: list[list[int]] = []
    for code in sorted(found):
        if together and code == together[-1][1] + 1:
            together[-1][1] = code
        else:
            together.append([code, code])
    return together


def main(arguments: list[str]) -> None:
    """Write the fonts, their licences, and the ranges of characters that regular and bold both hold."""
    source = Path(arguments[0])
    subset = import_module("fontTools.subset")
    held: dict[str, set[int]] = {}
    for path, name in _FONTS.items():
        family = next(each for each in _RANGES if path.startswith(f"{each}/"))
        options = subset.Options(layout_features=["*"], notdef_outline=True, hinting=False, name_IDs=["*"])
        font = subset.load_font(str(source / path), options)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=list(codes(family)))
        cutter.subset(font)
        subset.save_font(font, str(TARGET / name), options)
        held[family] = held.get(family, set(font.getBestCmap())) & set(font.getBestCmap())
    for path, name in _LICENCES.items():
        shutil.copyfile(source / path, TARGET / name)
    together = ranges(set().union(*held.values()))
    (TARGET / "characters.json").write_text(json.dumps(together, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
