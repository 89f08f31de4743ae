"""``export``: a concept in the form another system wants."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from integrationskonzept import api
from integrationskonzept.cli.exchange import SETTING, show_help, tell, with_today
from integrationskonzept.cli.failing import WrongUseError
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.errors import OptionError
from integrationskonzept.files import write_whole
from integrationskonzept.language import N_, message
from integrationskonzept.plugins.exporter import Export


@click.command(
    "export",
    short_help="Export a concept: a calendar, or whatever plugins offer.",
    context_settings={"help_option_names": []},
)
@click.argument("source", required=False)
@click.argument("exporter", required=False)
@click.option(
    "-o", "settings", multiple=True, metavar="FILE|KEY=VALUE",
    help="Where to write to (a file, a folder, or - for standard output), or an option of the exporter.",
)  # fmt: skip
@click.option("--output", metavar="FILE", help="Where to write to; the long form of -o FILE.")
@click.option("--internal", is_flag=True, help="Include what is marked internal.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("-h", "--help", "asked", is_flag=True, help="Show this, and the options of an EXPORTER named beside it.")
@pass_session
def command(
    session: Session,
    source: str | None,
    exporter: str | None,
    settings: tuple[str, ...],
    output: str | None,
    internal: bool,
    dry_run: bool,
    asked: bool,
) -> None:
    """Export SOURCE (a file or a bundled concept) with EXPORTER.

    Without an output the files are written into the current folder under their own names.
    `export EXPORTER --help` shows the exporter's options; `plugins` lists the exporters.
    """
    if asked:
        show_help(session, session.host.exporters(), (source, exporter))
        return
    if source is None or exporter is None:
        sentence = message(
            "name a SOURCE and an EXPORTER, such as: export sachsenheim ical; exporters: {known}",
            known=", ".join(sorted(session.host.exporters())) or message("none is installed"),
        )
        raise WrongUseError(sentence)
    options, target = _sorted_out(settings, output)
    chosen = session.host.exporter(exporter)
    concept = session.concept(source)
    export = api.export(concept, exporter, internal=internal, host=session.host, **with_today(chosen, options))
    _deliver(session, export, chosen.suffix, target, dry_run)
    tell(session, N_("not in the export: {loss}"), export.losses)
    tell(session, N_("doubtful in the export: {loss}"), export.warnings)


def _sorted_out(settings: tuple[str, ...], output: str | None) -> tuple[Mapping[str, Any], str | None]:
    """Tell options (``key=value``) from the name of the output."""
    options: dict[str, Any] = {}
    targets = [output] if output else []
    for setting in settings:
        if match := SETTING.fullmatch(setting):
            options[match["key"]] = match["value"]
        else:
            targets.append(setting)
    if len(targets) > 1:
        several = message(
            "one output can be written, not {count}: {targets}; options are key=value",
            count=len(targets),
            targets=", ".join(targets),
        )
        raise OptionError(several)
    return options, targets[0] if targets else None


def _deliver(session: Session, export: Export, suffix: str, target: str | None, dry_run: bool) -> None:
    single = export.files[0] if len(export.files) == 1 else None
    if target == "-":
        if single is None:
            several = message(
                "standard output takes one file, not {count}; name a folder with -o", count=len(export.files)
            )
            raise OptionError(several)
        sys.stdout.buffer.write(single.content)
    elif single and target and Path(target).suffix.lower() == suffix:
        if dry_run:
            session.say("{file}: {size} bytes would be written", file=target, size=len(single.content))
        else:
            session.say("{file}: written", file=write_whole(Path(target), single.content))
    elif not export.files:
        session.say("no file was written")
    elif dry_run:
        for change in export.plan(target or "."):
            session.say("{file}: {state}", file=change.path, state=change.state)
    else:
        for file in export.write_to(target or "."):
            session.say("{file}: written", file=file)
