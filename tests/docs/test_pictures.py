"""The pictures of the documentation show what comes out today."""

import io
import os
import shutil
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.other_programs import chromium, debian_packages
from tools import site_pictures
from tools.outcome_pictures import FOLDER, WORKBOOK, drawn, words_of, workbook

_PAGE = Path(__file__).parents[2] / "docs" / "de" / "was-kommt-heraus.md"
DRAWN = sorted({path.name for path in FOLDER.iterdir()} - {WORKBOOK, *site_pictures.SHOWN})
"""Pictures for which no other program is needed."""
_SEEN = 64
"""Difference of a shade that is seen, of 255."""


@cache
def pictures() -> dict[str, bytes]:
    return drawn()


def differing(one: bytes, other: bytes) -> float:
    """Return the share of the points of two pictures that differ visibly."""
    first, second = (Image.open(io.BytesIO(content)).convert("L") for content in (one, other))
    assert first.size == second.size
    shades = ImageChops.difference(first, second).histogram()
    return sum(shades[_SEEN:]) / (first.width * first.height)


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_drawn_as_the_library_draws_it_today(name: str) -> None:
    kept, new = FOLDER.joinpath(name).read_bytes(), pictures()[name]
    if name.endswith(".svg"):
        assert new.decode() == kept.decode()
    else:  # versions of typst smooth edges differently
        assert differing(kept, new) < 0.002


@pytest.mark.clients
def test_the_picture_of_the_workbook_shows_the_cells_of_today() -> None:
    found = shutil.which("soffice")
    if found is None or not (Path(found).resolve().parent / "libsclo.so").exists():  # the part that reads workbooks
        debian_packages("libreoffice-calc-nogui", environment=os.environ)
    assert words_of(workbook()) == words_of(FOLDER.joinpath(WORKBOOK).read_bytes())


@pytest.mark.clients
def test_the_pictures_of_the_website_show_its_pages_of_today() -> None:
    chromium()
    for name, new in site_pictures.pictures().items():
        assert differing(FOLDER.joinpath(name).read_bytes(), new) < 0.002, name  # versions smooth edges differently


def test_the_page_shows_every_kind_of_picture() -> None:
    text = _PAGE.read_text("utf-8")
    for name in ("report-musterstadt-2027-01.png", "report-musterstadt-2027-12.png", "overview.svg", "calendar.svg"):
        assert f"(../pictures/{name})" in text
    for name in (WORKBOOK, *site_pictures.SHOWN):
        assert f"(../pictures/{name})" in text
