"""``translate``: catalogues of a concept's texts for translators, and how far they are translated."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from integrationskonzept.cli.dates import today_or
from integrationskonzept.cli.document import document_output, form_and_json_option, json_output
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import Output, deliver, force_option, internal_option, output_option, sheet_output
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.cli.translation_sheets import with_sheet_of
from integrationskonzept.documents.translation import LanguageStatus, translation_data, translation_document
from integrationskonzept.files import write_whole
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.kit.languages import document_language
from integrationskonzept.translation.catalogue import is_language, language_in
from integrationskonzept.translation.po import CatalogueFile, read_file
from integrationskonzept.translation.sheet import translation_sheet
from integrationskonzept.translation.template import template
from integrationskonzept.translation.texts import phrases_in
from integrationskonzept.translation.update import TextState, UpdatedCatalogue, new_file, update_catalogue

_FILE = click.Path(dir_okay=False, path_type=Path)
_EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("translate", short_help="Have the texts of a concept translated.")
def command() -> None:
    """Have the texts of a concept translated: catalogues for translators (PO), and how far they are.

    A translation belongs to a text at its place. When the text changes, the old translation is no longer used until
    somebody has checked it.
    """


@command.command("extract", short_help="Write the texts of a concept for translators.")
@click.argument("source")
@output_option
@click.option(
    "--sheet",
    type=_FILE,
    help="Write a sheet for people without an editor of catalogues: .csv, or .xlsx with integrationskonzept-office.",
)
@click.option("--catalogue", type=_EXISTING, help="A catalogue (.po) whose translations stand in the sheet already.")
@internal_option
@force_option
@pass_session
def extract(
    session: Session,
    source: str,
    output: Path | None,
    sheet: Path | None,
    catalogue: Path | None,
    internal: bool,
    force: bool,
) -> None:
    """Write the texts of SOURCE as a template (.pot) that translators fill in.

    Each text has its place as its context, and a comment that says what kind of text it is. What a sheet is filled in
    with goes into a catalogue by `translate update --sheet`.
    """
    concept = session.concept(source, public=not internal)
    outputs = []
    if sheet is not None:
        file = CatalogueFile() if catalogue is None else read_file(catalogue.read_bytes(), str(catalogue))
        updated = update_catalogue(file, phrases_in(concept), document_language(concept))
        outputs.append(sheet_output(translation_sheet(updated, session.language), sheet))
    if sheet is None or output is not None:
        content = template(phrases_in(concept), document_language(concept), concept.id)
        outputs.append(Output(content=content, target=output, said=message("a catalogue of texts")))
    deliver(session, *outputs, force=force, sources=(source, *((str(catalogue),) if catalogue else ())))


@command.command("update", short_help="Bring a catalogue of translations in line with a concept.")
@click.argument("source")
@click.argument("catalogue", type=_FILE)
@click.option("--language", metavar="CODE", help="Language of a new catalogue, such as ar; by default its file name.")
@click.option("--sheet", type=_EXISTING, help="Take the translations of this sheet (.csv, .xlsx).")
@click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
@internal_option
@click.option("--force", is_flag=True, help="Update a catalogue that seems to belong to a different concept.")
@pass_session
def update(
    session: Session,
    source: str,
    catalogue: Path,
    language: str | None,
    sheet: Path | None,
    dry_run: bool,
    internal: bool,
    force: bool,
) -> None:
    """Bring CATALOGUE, such as ar.po, in line with SOURCE; it is created if there is none.

    New texts are added. A translation whose text has changed is kept, marked as fuzzy, with the text before. What
    SOURCE no longer has is kept as obsolete. Remarks, headers and every translation stay.

    Exit code 1 if a row of the sheet could not be taken; the others are.
    """
    concept = session.concept(source, public=not internal)
    old = catalogue.read_bytes() if catalogue.exists() else b""
    file = _file(catalogue, old, concept, language)
    found = update_catalogue(file, phrases_in(concept), document_language(concept))
    if not force:
        _refuse_another_concept(found, file, catalogue, source)
    problems = 0
    if sheet is not None:
        result = with_sheet_of(session, concept, found.file, sheet)
        found = update_catalogue(result.file, phrases_in(concept), document_language(concept))
        problems = len(result.problems)
    if found.file.content == old:
        session.say("{file}: unchanged", file=catalogue)
    elif not dry_run:
        session.say("{file}: written", file=write_whole(catalogue, found.file.content))
    session.say(
        "{file}: {translated} of {all} texts translated, {outdated} to be checked, {missing} without a translation;"
        " {obsolete} kept that the concept no longer has",
        file=catalogue,
        translated=found.count(TextState.TRANSLATED),
        all=len(found.texts),
        outdated=found.count(TextState.OUTDATED),
        missing=found.count(TextState.UNTRANSLATED),
        obsolete=len(found.obsolete),
    )
    if problems:
        raise click.exceptions.Exit(1)


def _file(path: Path, content: bytes, concept: Concept, language: str | None) -> CatalogueFile:
    """Return the catalogue in a file, or a new one in the language that is stated."""
    if language is not None and not is_language(language):
        raise WrongUseError(message("there is no language with the code '{code}'", code=language))
    if content.strip():
        return read_file(content, str(path))
    return new_file(language or language_in(path), concept.id, today_or(None))


def _refuse_another_concept(found: UpdatedCatalogue, file: CatalogueFile, path: Path, source: str) -> None:
    """Raise `WrongUseError` for a catalogue of which most translations would become obsolete."""
    before = sum(entry.is_obsolete for entry in file.entries)
    lost, kept = len(found.obsolete) - before, len(found.texts) - found.count(TextState.UNTRANSLATED)
    if lost > kept:
        raise WrongUseError(
            message(
                "{file} seems to belong to a different concept: {source} has no text for {lost} of its translations;"
                " name another file, or update it with --force",
                file=path,
                source=source,
                lost=lost,
            )
        )


@command.command("status", short_help="Show how far a concept is translated, and what is outdated.")
@click.argument("source")
@click.argument("catalogues", nargs=-1, required=True, metavar="CATALOGUE...", type=_EXISTING)
@form_and_json_option
@output_option
@internal_option
@force_option
@pass_session
def status(
    session: Session,
    source: str,
    catalogues: Sequence[Path],
    form: str,
    output: Path | None,
    internal: bool,
    force: bool,
) -> None:
    """Show how many texts of SOURCE each CATALOGUE translates, by language and kind of text, and what is outdated.

    Catalogues are named by their language, such as ar.po.
    """
    concept = session.concept(source, public=not internal)
    phrases = phrases_in(concept)
    statuses = [
        LanguageStatus(
            language=language_in(path),
            file=path.name,
            catalogue=update_catalogue(read_file(path.read_bytes(), str(path)), phrases),
        )
        for path in catalogues
    ]
    result: Any = (
        json_output(translation_data(concept.id, statuses), output)
        if form == "json"
        else document_output(session, translation_document(concept.title, statuses, session.language), form, output)
    )
    deliver(session, result, force=force, sources=(source, *map(str, catalogues)))
