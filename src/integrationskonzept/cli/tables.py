"""``tables``: write one or many concepts as tables."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

import click

from integrationskonzept.cli.dates import DAY, today_or
from integrationskonzept.cli.document import document_output
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import Output, deliver, force_option, internal_option, workbook_output
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.cli.terminal import put
from integrationskonzept.documents.tables import tables_document
from integrationskonzept.errors import PluginError
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.file_names import within
from integrationskonzept.portfolio.reading import read_portfolio
from integrationskonzept.portfolio.tables import tables_of
from integrationskonzept.rules.report import line
from integrationskonzept.spreadsheets import excel_csv
from integrationskonzept.tabular.findings import FINDINGS
from integrationskonzept.tabular.frame import Frame, sheet_of
from integrationskonzept.tabular.table import file_name
from integrationskonzept.tabular.tables import Tables

FORMS = ("csv", "csv-excel-de", "xlsx")


@click.command("tables", short_help="Write concepts as tables (CSV, Excel).")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--table", "names", multiple=True, metavar="NAME", help="Only this table; may be repeated.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Folder for the tables, the file of a single table, such as measures.csv, or a workbook, such as tables.xlsx.",
)
@click.option("--today", type=DAY, help="Day of the tables agenda and evaluation; by default today.")
@internal_option
@force_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="CSV, CSV as Excel in German opens it, or a workbook of all tables; by default the output's suffix decides.",
)
@click.option(
    "--jobs", type=click.IntRange(1, 61), default=1, show_default=True, help="Number of processes for reading."
)
@pass_session
def command(
    session: Session,
    sources: tuple[str, ...],
    names: tuple[str, ...],
    output: Path | None,
    today: datetime | None,
    internal: bool,
    force: bool,
    form: str | None,
    jobs: int,
) -> None:
    """Write tables of each SOURCE: a file, a folder of files, or a bundled concept.

    Every table contains the rows of all sources. Without an output a single table is printed, and
    several are listed. Exit code 1 if a file has no concept or a plugin's table is wrong; the others
    are written.
    """
    output = None if str(output) == "-" else output
    form = _form(form, output)
    concepts, complete = _concepts(session, sources, jobs)
    shown = concepts if internal else [concept.public() for concept in concepts]
    found = tables_of(shown, session.host, today_or(today))
    titles = {table.name: table.title for table in (*session.host.tables().values(), FINDINGS)}
    chosen = dict.fromkeys(session.named(name, titles) for name in names) or tuple(found)
    frames = dict(_filled(session, found, chosen))
    if output is None and len(names) != 1:
        results = [document_output(session, tables_document(frames, session.language), "text", None)]
    else:
        results = list(_written(session, frames, output, form))
    deliver(session, *results, force=force, sources=sources)
    if not complete or len(frames) < len(chosen):
        raise click.exceptions.Exit(1)


def _filled(session: Session, tables: Tables, names: Iterable[str]) -> Iterator[tuple[str, Frame]]:
    """Yield the tables that can be filled, and print the problems of the others."""
    for name in names:
        try:
            yield name, tables[name]
        except PluginError as error:
            session.say("the table '{name}' is left out: {problem}", name=name, problem=error.args[0])


def _concepts(session: Session, sources: tuple[str, ...], jobs: int) -> tuple[list[Concept], bool]:
    """Return the concepts of all sources, and whether every file had one."""
    bundled = [source for source in sources if session.is_bundled(source)]
    files = [source for source in sources if source not in bundled]
    with session.counting(message("reading").text(session.language)) as tell:
        if jobs == 1:
            portfolio = read_portfolio(files, progress=tell, host=session.host)
        else:
            with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as executor:
                portfolio = read_portfolio(files, executor=executor, progress=tell, host=session.host)
    for finding in portfolio.findings:
        put(line(finding, session.language), err=True)
    read = [*(session.concept(source) for source in bundled), *portfolio]
    return read, len(portfolio) == len(portfolio.entries)


def _form(form: str | None, output: Path | None) -> str:
    """Return the form that is asked for, or that the suffix of the output shows.

    Raises:
        WrongUseError: Several tables as a workbook need a file.
    """
    found = form or ("xlsx" if output is not None and output.suffix.lower() == ".xlsx" else "csv")
    if found == "xlsx" and (output is None or output.suffix.lower() != ".xlsx"):
        raise WrongUseError(message("a workbook needs a file that ends in .xlsx, such as -o tables.xlsx"))
    return found


def _written(session: Session, frames: Mapping[str, Frame], output: Path | None, form: str) -> Iterator[Output]:
    """Yield each table with its file, or one workbook."""
    if form == "xlsx" and output is not None:
        shown = [frame for frame in frames.values() if len(frame)] or frames.values()
        yield workbook_output((sheet_of(each, session.language) for each in shown), output, said=message("the tables"))
        return
    is_file = len(frames) == 1 and output is not None and output.suffix.lower() == ".csv"
    for name, frame in frames.items():
        content = _csv(frame, form)
        target = output if output is None or is_file else within(output, f"{file_name(name)}.csv")
        said = message("the table {name}", name=name)
        yield Output(content=content, target=target, said=said, through_link=is_file)


def _csv(frame: Frame, form: str) -> bytes:
    if form == "csv-excel-de":
        return excel_csv([*frame.data], zip(*frame.data.values(), strict=True))
    return frame.to_csv().encode("utf-8", "backslashreplace")
