"""Edit a workbook in LibreOffice: ``python3 edit_in_libreoffice.py SOFFICE PROFILE EDITS``, with Debian's Python.

EDITS is a JSON file: for each workbook ``source``, ``target``, entries of ``typed`` (sheet, cell, text) as a person
types them in German, and the sheets to sort.
"""

import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import uno  # Debian's package python3-uno
from com.sun.star.beans import PropertyValue

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}
PATIENCE = 60
GERMAN = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>de-DE</value></prop></item>
</oor:items>
"""


def properties(**values: Any) -> tuple[Any, ...]:
    """Return properties as LibreOffice takes them."""
    found = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        found.append(one)
    return tuple(found)


def connected(pipe: str) -> Any:
    """Return the desktop of the program as soon as it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def edit(desktop: Any, job: dict[str, Any]) -> None:
    """Open a workbook, type, sort, and store it under another name."""
    book = desktop.loadComponentFromURL(Path(job["source"]).as_uri(), "_blank", 0, properties(Hidden=True))
    for sheet_name, cell, text in job["typed"]:
        sheet = book.Sheets.getByName(sheet_name)
        sheet.unprotect("")
        sheet.getCellRangeByName(cell).FormulaLocal = text
    for sheet_name, area in job["sorted"]:
        sheet = book.Sheets.getByName(sheet_name)
        sheet.unprotect("")
        by = uno.createUnoStruct("com.sun.star.table.TableSortField")
        by.Field, by.IsAscending = 0, False
        fields = uno.Any("[]com.sun.star.table.TableSortField", (by,))
        uno.invoke(sheet.getCellRangeByName(area), "sort", (properties(SortFields=fields, ContainsHeader=False),))
    target = Path(job["target"])
    book.storeToURL(target.as_uri(), properties(FilterName=FILTERS[target.suffix]))
    book.close(True)  # noqa: FBT003 - UNO knows no names of parameters


def main(soffice: str, profile: str, edits: str) -> None:
    """Start LibreOffice with a German profile of its own, and edit."""
    user = Path(profile) / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(GERMAN, encoding="utf-8")
    pipe = f"workbook-{Path(profile).name}"
    options = ["--headless", "--norestore", "--nologo", f"-env:UserInstallation={Path(profile).as_uri()}"]
    program = subprocess.Popen([soffice, *options, f"--accept=pipe,name={pipe};urp"])
    try:
        desktop = connected(pipe)
        try:
            for job in json.loads(Path(edits).read_text(encoding="utf-8")):
                edit(desktop, job)
        finally:
            with suppress(uno.getClass("com.sun.star.lang.DisposedException")):
                desktop.terminate()
        program.wait(PATIENCE)
    finally:
        program.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
