"""``check``: report errors and gaps of concepts."""

import sys
from pathlib import Path

import click

from integrationskonzept import api
from integrationskonzept.cli.document import FORMS, findings_output
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import Output, deliver, force_option, output_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.documents.findings import report_document
from integrationskonzept.formats.limits import MAX_BYTES
from integrationskonzept.i18n.messages import message
from integrationskonzept.portfolio.entry import files_below
from integrationskonzept.rules import gitlab, sarif
from integrationskonzept.rules.profiles import PROFILE_SUFFIXES, Profile, read_profile
from integrationskonzept.rules.report import CheckReport


@click.command("check", short_help="Report errors and gaps of a concept.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--profile",
    metavar="NAME|FILE",
    help="Severity of the rules: draft, publishable, council, twelve_steps, a plugin's profile, or your own as a TOML"
    " or JSON file.",
)
@click.option(
    "--format", "form", type=click.Choice((*FORMS, "json", "sarif", "gitlab")), default="text", show_default=True,
    help="Form of the report; json, sarif and gitlab are for programs.",
)  # fmt: skip
@click.option("--all-places", is_flag=True, help="List every place of a finding that has many.")
@output_option
@force_option
@click.option("--color/--no-color", default=None, help="Colour the text; by default only in a terminal.")
@pass_session
def command(
    session: Session,
    sources: tuple[str, ...],
    profile: str | None,
    form: str,
    all_places: bool,
    output: Path | None,
    force: bool,
    color: bool | None,
) -> None:
    """Report errors and gaps of each SOURCE.

    SOURCE is a file, a folder of files, - for standard input, or the name of a bundled concept such
    as sachsenheim. Exit code 1 if there is an error among the findings.
    """
    file = Path(profile) if profile and Path(profile).suffix in PROFILE_SUFFIXES else None
    titles = {name: known.title for name, known in session.host.profiles().items()} if profile else {}
    chosen = read_profile(file) if file else profile and session.named(profile, titles)
    sources = tuple(file for source in sources for file in _files(session, source))
    reports = [_report(session, source, chosen) for source in sources]
    if form == "sarif":
        results = [Output.of_text(sarif.render(reports, session.language), output, said=message("a report"))]
    elif form == "gitlab":
        results = [Output.of_text(gitlab.render(reports, session.language), output, said=message("a report"))]
    elif form == "json":
        said = "\n".join(report.to_json(session.language) for report in reports)
        results = [Output.of_text(said, output, said=message("a report"))]
    else:
        documents = [report_document(report, session.language, all_places=all_places) for report in reports]
        results = [findings_output(session, documents, form, output, colour=color)]
    deliver(session, *results, force=force, sources=(*sources, *filter(None, (profile,))))
    if not all(report.ok for report in reports):
        raise click.exceptions.Exit(1)


def _files(session: Session, source: str) -> list[str]:
    """Return a source, or the files of a folder."""
    folder = Path(source)
    if not folder.is_dir():
        return [source]
    found = [str(file) for file in files_below(folder, session.host)]
    if not found:
        raise WrongUseError(message("there is no file of a concept in the folder {folder}", folder=source))
    return found


def _report(session: Session, source: str, profile: str | Profile | None) -> CheckReport:
    """Return the report on a file, on a bundled concept, or on standard input, which is JSON if it begins like it."""
    with session.working(message("checking {source}", source=source).text(session.language)):
        if source == "-":
            content = sys.stdin.buffer.read(MAX_BYTES + 1)
            form = "json" if content.lstrip().startswith(b"{") else "yaml"
            return api.check_text(content, format=form, name=source, profile=profile, host=session.host)
        concept = session.concept(source) if session.is_bundled(source) else source
        return api.check(concept, profile=profile, host=session.host)
