"""``export``: a concept in the form another system wants."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from integrationskonzept import api
from integrationskonzept.cli.days import today_or
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.errors import OptionError
from integrationskonzept.files import write_whole
from integrationskonzept.language import N_, message
from integrationskonzept.plugins.exporter import Export, Exporter, Loss
from integrationskonzept.plugins.options import describe

_SETTING = re.compile(r"(?P<key>[a-z_][a-z0-9_]*)=(?P<value>.*)", re.DOTALL)


def _show_help(session: Session, named: tuple[str | None, ...]) -> None:
    """Print the command's help, and the options of an exporter named beside it."""
    click.echo(click.get_current_context().get_help())
    for name in (name for name in named if name in session.host.exporters()):
        click.echo("\n" + _options_help(session.host.exporter(name or ""), session.language))


def _options_help(exporter: Exporter, language: str) -> str:
    lines = [f"{exporter.name}: {exporter.title.text(language)}"]
    for option in describe(exporter):
        lines.append(f"  -o {option.name}={option.kind}  [{option.default}]")
        lines.append(f"      {option.help.text(language)}")
    return "\n".join(lines)


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
        _show_help(session, (source, exporter))
        return
    if source is None or exporter is None:
        known = ", ".join(sorted(session.host.exporters())) or "none is installed"
        raise click.UsageError(f"name a SOURCE and an EXPORTER, such as: export sachsenheim ical; exporters: {known}")
    options, target = _sorted_out(settings, output)
    chosen = session.host.exporter(exporter)
    concept = session.concept(source)
    export = api.export(concept, exporter, internal=internal, host=session.host, **_with_today(chosen, options))
    _deliver(session, export, chosen.suffix, target, dry_run)
    _tell(session, N_("not in the export: {loss}"), export.losses)
    _tell(session, N_("doubtful in the export: {loss}"), export.warnings)


def _sorted_out(settings: tuple[str, ...], output: str | None) -> tuple[Mapping[str, Any], str | None]:
    """Tell options (``key=value``) from the name of the output."""
    options: dict[str, Any] = {}
    targets = [output] if output else []
    for setting in settings:
        if match := _SETTING.fullmatch(setting):
            options[match["key"]] = match["value"]
        else:
            targets.append(setting)
    if len(targets) > 1:
        raise OptionError(f"one output can be written, not {len(targets)}: {', '.join(targets)}; options are key=value")
    return options, targets[0] if targets else None


def _deliver(session: Session, export: Export, suffix: str, target: str | None, dry_run: bool) -> None:
    single = export.files[0] if len(export.files) == 1 else None
    if target == "-":
        if single is None:
            raise OptionError(f"standard output takes one file, not {len(export.files)}; name a folder with -o")
        sys.stdout.buffer.write(single.content)
    elif single and target and Path(target).suffix.lower() == suffix:
        if dry_run:
            session.say("{file}: {size} bytes would be written", file=target, size=len(single.content))
        else:
            session.say("{file}: written", file=write_whole(Path(target), single.content))
    elif dry_run:
        for change in export.plan(target or "."):
            session.say("{file}: {state}", file=change.path, state=change.state)
    else:
        for file in export.write_to(target or "."):
            session.say("{file}: written", file=file)


def _tell(session: Session, template: str, losses: tuple[Loss, ...]) -> None:
    """Say what is lost; what is lost of several elements alike, once."""
    alike: dict[str, list[str]] = {}
    for loss in losses:
        alike.setdefault(loss.message.text(session.language), []).append(loss.address)
    for text, addresses in alike.items():
        first, *others = addresses
        where = message("{first} and {count} more", first=first, count=len(others)) if others else first
        session.say(template, loss=message("{where}: {text}", where=where, text=text))


def _with_today(exporter: Exporter, options: Mapping[str, Any]) -> Mapping[str, Any]:
    """Tell an exporter the day it is, where it asks and nobody has said."""
    asks = any(option.name == "today" for option in describe(exporter))
    return {"today": today_or(None), **options} if asks else options
