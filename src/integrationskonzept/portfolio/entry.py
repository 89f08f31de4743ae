"""The files of a portfolio: which there are in a folder, and of each its concept, or why there is none."""

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

from integrationskonzept.errors import IntegrationskonzeptError, InvalidConceptError
from integrationskonzept.files import read_beyond
from integrationskonzept.findings import Finding, Place, Problem, Severity
from integrationskonzept.formats.limits import MAX_BYTES
from integrationskonzept.formats.load import read_file
from integrationskonzept.gc_pause import collector_paused
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.host import PluginHost

NOT_OPENED = Problem(
    code="IK060",
    title=message("File that cannot be opened"),
    why=message("One file that is missing must not keep the others from being read."),
    message=message("the file cannot be opened: {problem}"),
    hint=message("check its name and who may read it"),
)
NOT_READ = Problem(
    code="IK061",
    title=message("File that no format reads"),
    why=message("Which format a file is in is told by its suffix."),
    message=message("the file cannot be read as a concept: {problem}"),
    hint=message("leave it out, or name it by the format it is in, such as .yaml or .json"),
)


class PortfolioEntry:
    """A file or other source with its concept, or with the findings that explain why it has none.

    The concept is sent between processes as bytes and unpickled on first use, so that collecting
    many entries does not wait for each.
    """

    def __init__(self, path: str, concept: Concept | None = None, findings: tuple[Finding, ...] = ()) -> None:
        self.path = path
        """The file or the name of a bundled concept, as given; the address of a concept that was given itself."""
        self.id = concept.id if concept else None
        """Id of the concept; None if the file has none."""
        self.edition = concept.edition_key if concept else None
        """What tells the edition of the concept from others of its town; None if nothing does."""
        self.findings = findings
        """Problems of the file; warnings of its format if it has a concept."""
        self._concept = concept
        self._packed: bytes | None = None

    @property
    def concept(self) -> Concept | None:
        """The concept; None if the file has none."""
        if self._concept is None and self._packed is not None:
            self._concept, self._packed = _unpacked(self._packed), None
        return self._concept

    def __getstate__(self) -> dict[str, Any]:
        packed = self._packed
        if packed is None and self._concept is not None:
            packed = pickle.dumps(self._concept, pickle.HIGHEST_PROTOCOL)
        return {**self.__dict__, "_concept": None, "_packed": packed}

    def __repr__(self) -> str:
        return f"<PortfolioEntry {self.path}: {self.id or self.findings[0].text()}>"


def _unpacked(packed: bytes) -> Concept:
    """Return the unpickled concept, with garbage collection paused (halves the time)."""
    with collector_paused():
        concept: Concept = pickle.loads(packed)  # noqa: S301 - `__getstate__` packed it
    return concept


def warnings_of(concept: Concept) -> tuple[Finding, ...]:
    """Return the warnings of the format that a concept was read from."""
    remarks = concept.origin.findings if concept.origin else ()
    return tuple(finding for finding in remarks if finding.severity is Severity.WARNING)


def bundled_entry(name: str, host: PluginHost) -> PortfolioEntry:
    """Return the entry of a bundled concept; problems become findings."""

    def read() -> Concept:
        bundled = host.concept(name)
        return read_file(bundled.read(), host.format_for(bundled.format), f"{name}.{bundled.format}")

    return _entry(name, read)


def read_entry(path: str, host: PluginHost) -> PortfolioEntry:
    """Return the entry of one file; problems become findings."""

    def read() -> Concept:
        form = host.format_for(Path(path).suffix)
        return read_file(read_beyond(Path(path), MAX_BYTES), form, path)

    return _entry(path, read)


def _entry(path: str, read: Callable[[], Concept]) -> PortfolioEntry:
    try:
        concept = read()
        return PortfolioEntry(path, concept, warnings_of(concept))
    except InvalidConceptError as error:
        return PortfolioEntry(path, findings=error.findings)
    except OSError as error:
        problem = NOT_OPENED.finding(Place(file=path), problem=error.strerror or type(error).__name__)
    except (IntegrationskonzeptError, ValueError) as error:  # ValueError: an invalid path
        problem = NOT_READ.finding(Place(file=path), problem=error.args[0] if error.args else error)
    return PortfolioEntry(path, findings=(problem,))


def files_below(folder: Path, host: PluginHost) -> list[Path]:
    """Return every file in a folder, and below it, whose suffix a format reads; hidden ones are left out."""
    suffixes = {suffix.lower() for form in host.formats().values() if form.read for suffix in form.suffixes}
    found = (file for file in folder.rglob("*") if file.suffix.lower() in suffixes and file.is_file())
    return sorted(file for file in found if not any(part.startswith(".") for part in file.relative_to(folder).parts))
