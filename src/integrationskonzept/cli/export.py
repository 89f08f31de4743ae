"""``export``: a concept in the form another system wants."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from integrationskonzept import api
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.export_options import SETTING, show_help, tell, with_today
from integrationskonzept.cli.output import Output, deliver, force_option, internal_option, refuse_to_harm
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.errors import OptionError
from integrationskonzept.i18n.messages import N_, message
from integrationskonzept.plugins.contracts import Export, state_of


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
@internal_option
@force_option
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
    force: bool,
    dry_run: bool,
    asked: bool,
) -> None:
    """Export SOURCE (a file or a bundled concept) with EXPORTER.

    Without an output the files are written into the current folder under their own names.
    `export EXPORTER --help` shows the exporter's options; `plugins` lists the exporters. Exit
    code 1 when there was nothing to write.
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
    outputs = _outputs(export, chosen.suffix, target)
    if dry_run:
        _tell_plan(session, outputs, force=force, source=source)
    else:
        deliver(session, *outputs, force=force, sources=(source,))
    tell(session, N_("not in the export: {loss}"), export.losses)
    tell(session, N_("doubtful in the export: {loss}"), export.warnings)
    if not outputs:
        session.say("no file was written")
        raise click.exceptions.Exit(1)


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


def _outputs(export: Export, suffix: str, target: str | None) -> list[Output]:
    """Return where each file goes: to standard output, into the one file that was named, or into a folder."""
    single = export.files[0] if len(export.files) == 1 else None
    if target == "-" and export.files:
        if single is None:
            several = message(
                "standard output takes one file, not {count}; name a folder with -o", count=len(export.files)
            )
            raise OptionError(several)
        return [Output(content=single.content)]
    if single and target and Path(target).suffix.lower() == suffix:
        return [Output(content=single.content, target=Path(target))]
    changes = zip(export.files, export.plan(target or "."), strict=True)
    return [Output(content=file.content, target=change.path, through_link=False) for file, change in changes]


def _tell_plan(session: Session, outputs: Sequence[Output], *, force: bool, source: str) -> None:
    """Say what would change where, or that it would be refused."""
    refuse_to_harm(outputs, force=force, sources=(source,))
    for output in outputs:
        if output.file is not None:
            session.say("{file}: {state}", file=output.file, state=state_of(output.file, output.content))
