"""Runner for the snippets of a document: Python code, console commands and files.

A block below ``<!-- file: NAME -->`` is written to NAME, in a folder that the whole document shares.
A console block is run command by command and its output compared; ``...`` stands for anything.
``<!-- edit: NAME: OLD -> NEW -->`` changes a text in such a file, as the page tells its reader to do. On pages
in German the commands are called in a German locale.
``./run PROGRAM`` runs the program of the environment under test; commands that set up an
environment (``./run nox``, ``pip install``, ``git clone``, …) are skipped.
"""

import difflib
import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sybil import Document, Example, Region
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

_FILE = re.compile(r"^<!-- file: (?P<name>\S+) -->\n+```\w*\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
_EDIT = re.compile(r"^<!-- edit: (?P<name>\S+): (?P<old>.+) -> (?P<new>.*) -->$", re.MULTILINE)
_GERMAN = re.compile(r"\.de\.md$|/docs/de/")
_SETS_UP = re.compile(r"(\./run nox|(\./run )?(python3? -m )?pip install|git clone|cd) ?")
_OUTPUT = doctest.OutputChecker()


def document(path: Path, folder: Path) -> Document:
    """Return the parsed document; its files are in `folder`."""
    parsers = (
        PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS),
        CodeBlockParser("console", lambda example: _run(example, folder)),
        lambda document: _files(document, folder),
        lambda document: _edits(document, folder),
    )
    return Document.parse(str(path), *parsers)


def _files(document: Document, folder: Path) -> Iterable[Region]:
    for match in _FILE.finditer(document.text):
        target, content = folder / match["name"], match["content"]

        def write(_: Example, target: Path = target, content: str = content) -> None:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8")

        yield Region(match.start(), match.start() + 1, evaluator=write)


def _edits(document: Document, folder: Path) -> Iterable[Region]:
    for match in _EDIT.finditer(document.text):

        def edit(
            _: Example, file: Path = folder / match["name"], old: str = match["old"], new: str = match["new"]
        ) -> None:
            text = file.read_text(encoding="utf-8")
            assert old in text, f"{file.name} has no {old!r}"
            file.write_text(text.replace(old, new), encoding="utf-8")

        yield Region(match.start(), match.start() + 1, evaluator=edit)


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block with its expected output."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = re.sub(r"\\\n(?:> )?", "", part).partition("\n")
        yield command, output


def _run(example: Example, folder: Path) -> str | None:
    for command, expected in commands(example.parsed):
        if _SETS_UP.match(command):
            continue
        environment = {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "LC_ALL": "" if _GERMAN.search(example.path) else "C.UTF-8",
            "LC_CTYPE": "C.UTF-8",
            "LC_MESSAGES": "de_DE.UTF-8",
            "COLUMNS": "100",
            "INTEGRATIONSKONZEPT_RUN": "./run" if command.startswith("./run integrationskonzept") else "",
        }
        done = subprocess.run(
            ["/bin/sh", "-c", command.removeprefix("./run ")],
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if not _OUTPUT.check_output(expected, done.stdout, doctest.ELLIPSIS):
            shown = "".join(
                difflib.unified_diff(
                    expected.splitlines(keepends=True), done.stdout.splitlines(keepends=True), "shown", "said"
                )
            )
            return f"$ {command}\n{shown}(exit code {done.returncode})"
    return None
