"""Draw pages of the website of a town, which the documentation shows, in Chromium and in the fonts of the report."""

import io
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image

import integrationskonzept as ik

TOWN = "musterstadt-2027"
_DAY = "2027-11-27"
"""The day of the site."""
_FACES = (
    ("Noto Sans", "normal", "NotoSans-Regular.ttf"),
    ("Noto Sans", "bold", "NotoSans-Bold.ttf"),
    ("DejaVu Sans", "normal", "DejaVuSans.ttf"),
    ("DejaVu Sans", "bold", "DejaVuSans-Bold.ttf"),
)
"""Name, weight and file of each font."""
_COLOURS = 96


class Shown(NamedTuple):
    """A page of the site, and the size of the window that shows it."""

    page: str
    width: int
    height: int


SHOWN = {
    f"site-{TOWN}-start.png": Shown("index.html", 1200, 860),
    f"site-{TOWN}-field.png": Shown("fields/arbeit.html", 1200, 1000),
    f"site-{TOWN}-measure.png": Shown("measures/sprachkurse-abends.html", 1200, 1340),
    f"site-{TOWN}-start-phone.png": Shown("index.html", 390, 844),
}
"""Names of the pictures, and what they show."""


def pictures() -> dict[str, bytes]:
    """Return the pictures by the names of their files.

    Raises:
        FileNotFoundError: Chromium is not installed.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        raise FileNotFoundError("chromium")
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write_site(folder)
        return {picture: _drawn(chromium, folder, shown) for picture, shown in SHOWN.items()}


def _write_site(folder: Path) -> None:
    """Write the site into a folder, with fonts that are the same on every machine."""
    for file in ik.export(ik.concept(TOWN), "site", today=_DAY).files:
        place = folder / file.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content)
    faces = []
    for name, weight, font in _FACES:
        folder.joinpath(font).write_bytes(files("integrationskonzept_report").joinpath("fonts", font).read_bytes())
        faces.append(f'@font-face {{ font-family: "{name}"; font-weight: {weight}; src: url({font}); }}\n')
    with folder.joinpath("site.css").open("a", encoding="utf-8") as style:
        style.write(f'{"".join(faces)}body {{ font-family: "Noto Sans", "DejaVu Sans"; }}\n')


def _drawn(chromium: str, folder: Path, shown: Shown) -> bytes:
    """Return what a window shows of a page, in few colours."""
    picture = folder / "picture.png"
    options = (
        *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none"),
        *("--force-color-profile=srgb", "--force-device-scale-factor=1", "--lang=de", "--virtual-time-budget=5000"),
        f"--user-data-dir={folder / 'profile'}",
        f"--window-size={shown.width},{shown.height}",
        f"--screenshot={picture}",
    )
    command = [chromium, *options, folder.joinpath(shown.page).as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    content = io.BytesIO()
    drawn = Image.open(picture).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    drawn.save(content, "PNG", optimize=True)
    return content.getvalue()
