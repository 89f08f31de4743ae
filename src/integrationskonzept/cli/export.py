"""``export``: write a concept with an exporter."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from integrationskonzept import api
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.export_options import SETTING, print_losses, show_help, titles_of, with_defaults
from integrationskonzept.cli.output import (
    LISTED,
    Output,
    deliver,
    export_outputs,
    force_option,
    internal_option,
    refuse_overwriting,
)
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.errors import OptionError
from integrationskonzept.i18n.messages import N_, message
from integrationskonzept.plugins.contracts import Export, Exporter, state_of


@click.command(
    "export",
    short_help="Export a concept as a calendar or with any other exporter.",
    context_settings={"help_option_names": []},
)
@click.argument("source", required=False)
@click.argument("exporter", required=False)
@click.option(
    "-o", "settings", multiple=True, metavar="FILE|KEY=VALUE",
    help="Output (a file, a folder, or - for standard output), or an option of the exporter.",
)  # fmt: skip
@click.option("--output", metavar="FILE", help="Output; the long form of -o FILE.")
@internal_option
@force_option
@click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
@click.option("-h", "--help", "asked", is_flag=True, help="Show this, and the options of a given EXPORTER.")
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
    code 1 if there was nothing to write.
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
    options, target = _options_and_target(settings, output)
    exporter = session.named(exporter, titles_of(session.host.exporters()))
    chosen = session.host.exporter(exporter)
    options = _with_format(chosen, options, target)
    concept = session.concept(source)
    given = with_defaults(session, chosen, source, options)
    export = api.export(concept, exporter, internal=internal, host=session.host, **given)
    outputs = _outputs(export, target, chosen.suffixes)
    if dry_run:
        _print_plan(session, outputs, force=force, source=source)
    else:
        deliver(session, *outputs, force=force, sources=(source,))
    print_losses(session, N_("not in the export: {loss}"), export.losses)
    print_losses(session, N_("doubtful in the export: {loss}"), export.warnings)
    if not outputs:
        session.say("no file was written")
        raise click.exceptions.Exit(1)


def _options_and_target(settings: tuple[str, ...], output: str | None) -> tuple[Mapping[str, Any], str | None]:
    """Return options (``key=value``) and the name of the output."""
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


def _with_format(exporter: Exporter, options: Mapping[str, Any], target: str | None) -> Mapping[str, Any]:
    """Return the options, with the format that the suffix of the output asks for.

    Raises:
        OptionError: The option ``format`` asks for a different one.
    """
    suffix = Path(target).suffix.lower() if target else ""
    asked = next((one.format for one in exporter.other_formats if one.suffix == suffix), None)
    if asked is None:
        return options
    given = options.get("format", asked)
    if given != asked:
        two = message(
            "the option format={format} does not fit the output {target}; leave one of them out",
            format=given,
            target=target,
        )
        raise OptionError(two)
    return {**options, "format": asked}


def _outputs(export: Export, target: str | None, suffixes: Sequence[str]) -> list[Output]:
    """Return each file with its target: standard output, the given file, or a folder.

    Raises:
        OptionError: The target is named like a file, and is none that the exporter writes; or many files have none.
    """
    single = export.files[0] if len(export.files) == 1 else None
    if target == "-" and export.files:
        if single is None:
            several = message(
                "standard output takes one file, not {count}; name a folder with -o", count=len(export.files)
            )
            raise OptionError(several)
        return [Output(content=single.content)]
    if single and target and Path(target).suffix.lower() == Path(single.name).suffix.lower():
        return [Output(content=single.content, target=Path(target))]
    if target and export.files:
        _refuse_file_name(target, export, suffixes)
    if not target and len(export.files) > LISTED:
        raise OptionError(message("these are {count} files; name a folder with -o", count=len(export.files)))
    return export_outputs(export, target or ".")


def _refuse_file_name(target: str, export: Export, suffixes: Sequence[str]) -> None:
    """Raise `OptionError` for a folder that is named like a file, unless it exists or ends with a slash."""
    suffix = Path(target).suffix.lower()
    if target.endswith(("/", os.sep)) or Path(target).is_dir() or not suffix[1:2].isalpha():
        return
    if len(export.files) > 1:
        said = message(
            "{target}: these are {count} files; name a folder, with a slash at its end ({target}/)",
            target=target,
            count=len(export.files),
        )
    else:
        said = message(
            "{target}: this exporter writes {known}, not {suffix}; name such a file, or a folder with a slash at its"
            " end ({target}/)",
            target=target,
            known=", ".join(suffixes),
            suffix=suffix,
        )
    raise OptionError(said)


def _print_plan(session: Session, outputs: Sequence[Output], *, force: bool, source: str) -> None:
    """Print the planned changes, or raise if they would be refused."""
    refuse_overwriting(outputs, force=force, sources=(source,))
    for output in outputs:
        if output.file is not None:
            session.say("{file}: {state}", file=output.file, state=state_of(output.file, output.content))
