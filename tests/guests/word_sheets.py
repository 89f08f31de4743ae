"""Exports a Word file with one sheet for each measure."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from attrs import field, frozen
from docx import Document

from integrationskonzept import Concept, Export, Exporter, ExportFile, Loss, Message, hookimpl, pursuit
from integrationskonzept.model import Measure
from integrationskonzept.plugins.kit import (
    LanguageCode,
    clean_text,
    document_language,
    involved_names,
    label,
    list_message,
    one_line,
    period_text,
    value_message,
)

TITLE = Message(template="Sheets of measures (Word)", translations={"de": "Maßnahmenblätter (Word)"})
LANGUAGE = Message(template="language of the headings", translations={"de": "Sprache der Überschriften"})
NO_SHEET = Message(
    template="an indicator is on no sheet", translations={"de": "Ein Indikator steht auf keinem Maßnahmenblatt"}
)
NOT_PURSUED = Message(
    template="the measure is no longer pursued and has no sheet",
    translations={"de": "Die Maßnahme wird nicht mehr verfolgt und hat kein Blatt"},
)
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


@frozen(kw_only=True)
class Options:
    """Options of the exporter."""

    language: LanguageCode | None = field(default=None, metadata={"help": LANGUAGE})


def export(concept: Concept, options: Options) -> Export:
    """Return the Word file."""
    language = document_language(concept, options.language)
    document = Document()
    document.add_heading(one_line(concept.title), level=0)
    losses = [Loss(address=each.address, message=NO_SHEET) for each in concept.indicators]
    for measure in concept.measures:
        if not pursuit(measure, concept).stands:
            losses.append(Loss(address=measure.address, message=NOT_PURSUED))
            continue
        document.add_heading(one_line(measure.display_title), level=1)
        for term, said in _facts(measure, concept):
            document.add_paragraph(f"{term.text(language)}: {clean_text(said.text(language))}")
    packed = BytesIO()
    document.save(packed)
    file = ExportFile(name="sheets.docx", content=_undated(packed.getvalue()), media_type=MEDIA_TYPE)
    return Export(files=(file,), losses=tuple(losses))


def _facts(measure: Measure, concept: Concept) -> Iterator[tuple[Message, Message]]:
    """Yield what a sheet says, each with its label."""
    for name in ("current_state", "target_state"):
        for statement in getattr(measure, name):
            yield label(name), Message(template="{text}", values={"text": statement.text})
    if measure.schedule and measure.schedule.planned:
        yield label("planned"), period_text(measure.schedule.planned.start, measure.schedule.planned.end)
    if measure.leads:
        yield label("leads"), list_message(involved_names(measure.leads, concept))
    for entry in measure.status_reports:
        yield label("as_of"), value_message(entry.as_of)


def _undated(content: bytes) -> bytes:
    """Return an archive without the times that python-docx took from the clock."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(packed, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name), _TIMES.sub(rb"\g<1>2000-01-01T00:00:00Z", before.read(name)))
    return packed.getvalue()


EXPORTER = Exporter(
    name="word-sheets", title=TITLE, media_type=MEDIA_TYPE, suffix=".docx", export=export, options=Options
)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporter."""
    return (EXPORTER,)
