"""Draw every picture of the documentation anew: ``python -m tools.outcome_pictures``.

The report's pages and the figures are drawn by the library. The calendar is drawn from the exported file, as icalendar
reads it; the workbook is printed by LibreOffice, in the fonts of the machine: its picture keeps the text that it shows.
The website is shown by Chromium.
"""

import io
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pypdfium2
from dateutil.rrule import rrulestr
from icalendar import Calendar
from PIL import Image
from PIL.PngImagePlugin import PngInfo

import integrationskonzept as ik
from integrationskonzept.documents.figures import overview
from integrationskonzept.documents.figures.canvas import Canvas
from integrationskonzept.documents.figures.letters import wrapped
from integrationskonzept.i18n.languages import LANGUAGES
from tools import picture_page, report_pictures, site_pictures

FOLDER = report_pictures.FOLDER
TOWN = "musterstadt-2027"
DAY = date(2027, 9, 30)
"""The day as of which the figures are drawn."""
WORKBOOK = "workbook.png"
_YEAR, _MONTH = 2027, 5
"""The month that the picture of the calendar shows, and its year."""
_WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_WIDTH, _LEAST, _HEAD, _LINE = 520.0, 26.0, 14.0, 10.0
_ENTRY, _ENTRY_TEXT = "#cfe3f3", "#12395a"
_COLUMNS = {
    "Nummer": 9,
    "Titel": 36,
    "Art": 15,
    "Soll-Zustand": 38,
    "Federführung": 30,
    "Zeitplan: Geplant: Beginn": 14,
    "Zeitplan: Geplant: Ende": 14,
}
"""Columns of the workbook that are shown, with their widths."""
_PAPER = 250
"""Shades from which a point is paper without print."""
_ROWS = 12
"""Number of the last row that is shown."""
_ROW, _DIGIT = 15, 5.6
"""Height of a line in a cell, and width of a digit, in points."""
_TEXT = "Description"
"""Name of the text in the file of a picture that it shows."""
_RESOLUTION = 120
_POINTS = 72


def drawn() -> dict[str, bytes]:
    """Return the pictures that are the same on every machine, by the names of their files."""
    evaluation = ik.evaluate(ik.concept(TOWN), DAY)
    return {
        **report_pictures.pictures(),
        picture_page.PAGE.name: picture_page.written().encode(),
        "overview.svg": overview(evaluation, "de")[0].svg.encode(),
        "calendar.svg": calendar().encode(),
    }


def calendar() -> str:
    """Return a month of the calendar of Musterstadt, and a list of the further dates of its year, as SVG."""
    (file,) = ik.export(ik.concept(TOWN), "ical", today=DAY).files
    days = sorted(_days(Calendar.from_ical(file.content)))
    name = f"{LANGUAGES['de'].months[_MONTH - 1]} {_YEAR}"
    canvas = Canvas(_WIDTH)
    top = canvas.heading(name, ["Kalender „Integrationskonzept Musterstadt“, aus der Datei musterstadt.ics"]) + 6
    bottom = _month(canvas, top, {day: [title for each, title in days if each == day] for day, _ in days})
    bottom = _list(canvas, bottom + 10, [(day, title) for day, title in days if day.month != _MONTH])
    told = f"Monatsblatt mit den Terminen im {name}; darunter die übrigen Termine des Jahres."
    return canvas.svg(bottom, f"Kalender, {name}", told, "de")


def _days(file: Any) -> Iterator[tuple[date, str]]:
    """Yield the days of the year on which something is in a calendar, with its title."""
    for event in file.walk("VEVENT"):
        first, title = event["DTSTART"].dt, str(event["SUMMARY"])
        begin = datetime(first.year, first.month, first.day)  # noqa: DTZ001 - a whole day
        found = rrulestr(event["RRULE"].to_ical().decode(), dtstart=begin) if "RRULE" in event else (begin,)
        yield from ((one.date(), title) for one in found if one.year == _YEAR)


def _month(canvas: Canvas, top: float, entries: dict[date, list[str]]) -> float:
    """Draw the days of a month in weeks, and return where they end."""
    width = _WIDTH / len(_WEEKDAYS)
    for column, weekday in enumerate(_WEEKDAYS):
        canvas.lines(column * width + 4, top, [weekday], bold=True)
    top += _HEAD
    first = date(_YEAR, _MONTH, 1)
    day = first - timedelta(days=first.weekday())
    while day.month == _MONTH or day < first:
        week = [day + timedelta(days=number) for number in range(len(_WEEKDAYS))]
        titles = [[wrapped(title, width - 12, 8.0, most=3) for title in entries.get(each, ())] for each in week]
        height = max(_LEAST, *(_HEAD + sum(len(lines) * _LINE + 6 for lines in each) for each in titles))
        for column, each in enumerate(week):
            x = column * width
            canvas.rect(x, top, width, height, "none", stroke="#b8c0c8", stroke_width=0.6)
            if each.month == _MONTH:
                canvas.lines(x + 4, top + 2, [f"{each.day}."])
                _entries(canvas, x + 2, top + _HEAD, width - 4, titles[column])
        day, top = day + timedelta(days=len(_WEEKDAYS)), top + height
    return top


def _entries(canvas: Canvas, x: float, y: float, width: float, entries: list[list[str]]) -> None:
    for lines in entries:
        canvas.rect(x, y, width, len(lines) * _LINE + 4, _ENTRY, rx=2)
        canvas.lines(x + 4, y + 1, lines, fill=_ENTRY_TEXT)
        y += len(lines) * _LINE + 6


def _list(canvas: Canvas, top: float, entries: list[tuple[date, str]]) -> float:
    """Draw the further dates as lines, and return where they end."""
    canvas.lines(0, top, [f"Weitere Termine {_YEAR}"], bold=True)
    for day, title in entries:
        top += _HEAD
        canvas.lines(0, top, [LANGUAGES["de"].date(LANGUAGES["de"].dates["day"], day)])
        canvas.lines(56, top, wrapped(title, _WIDTH - 56, 8.0, most=1))
    return top + _HEAD


def workbook() -> bytes:
    """Return the first rows of the workbook of Musterstadt, some columns hidden, as LibreOffice prints them (PNG)."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "musterstadt.xlsx")
        file.write_bytes(_excerpt())
        soffice = shutil.which("soffice")
        if soffice is None:
            raise FileNotFoundError("soffice")
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)]
        subprocess.run(command, capture_output=True, check=True, timeout=300)
        page = pypdfium2.PdfDocument(file.with_suffix(".pdf"))[0]
        content = io.BytesIO()
        picture = page.render(scale=_RESOLUTION / _POINTS).to_pil().convert("L")
        box = picture.point(lambda shade: 255 if shade < _PAPER else 0).getbbox()
        about = PngInfo()
        about.add_itxt(_TEXT, " ".join(page.get_textpage().get_text_bounded().split()))
        picture.crop(box).save(content, "PNG", optimize=True, pnginfo=about)
    return content.getvalue()


def words_of(picture: bytes) -> list[str]:
    """Return the words that a picture of a workbook shows, sorted; letters and lines differ with a machine's fonts."""
    return sorted(str(Image.open(io.BytesIO(picture)).info[_TEXT]).split())


def _excerpt() -> bytes:
    """Return the workbook with the first rows and some columns of its first sheet to print."""
    (file,) = ik.export(ik.concept(TOWN), "workbook").files
    book: Any = openpyxl.load_workbook(io.BytesIO(file.content))
    sheet = book.worksheets[0]
    for other in book.worksheets[1:]:
        other.sheet_state = "hidden"
    for cell in sheet[2]:
        column = sheet.column_dimensions[cell.column_letter]
        column.hidden, column.width = cell.value not in _COLUMNS, _COLUMNS.get(cell.value, column.width)
        column.min = column.max = cell.column
    for number in range(
        2, _ROWS + 1
    ):  # Excel fits the rows to their texts when it opens the file, LibreOffice does not
        texts = ((str(sheet.cell(2, cell.column).value), str(cell.value or "")) for cell in sheet[number])
        lines = [len(wrapped(text, _COLUMNS[name] * _DIGIT, 11.0)) for name, text in texts if name in _COLUMNS]
        sheet.row_dimensions[number].height = max(lines) * _ROW
    sheet.print_area = f"A1:{sheet.cell(_ROWS, sheet.max_column).coordinate}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = sheet.page_setup.fitToWidth = 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.gridLines = sheet.print_options.headings = True
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = ""
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


if __name__ == "__main__":
    for name, content in {**drawn(), WORKBOOK: workbook(), **site_pictures.pictures()}.items():
        FOLDER.joinpath(name).write_bytes(content)
