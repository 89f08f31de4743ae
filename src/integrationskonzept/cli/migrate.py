"""``migrate``: rename the keys of a file of an older version of the layout."""

from pathlib import Path

import click

from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import Output, force_option, refuse_overwriting
from integrationskonzept.cli.revision import Revision, write
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.cli.terminal import put
from integrationskonzept.errors import UneditableError
from integrationskonzept.files import read_beyond
from integrationskonzept.formats.limits import MAX_BYTES
from integrationskonzept.formats.text_migration import migrate_text
from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.i18n.messages import message


@click.command("migrate", short_help="Give the keys of a file the names of the current version.")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; by default SOURCE itself.",
)
@force_option
@click.option("--dry-run", is_flag=True, help="Show which lines would change; write nothing.")
@pass_session
def command(session: Session, source: Path, output: Path | None, force: bool, dry_run: bool) -> None:
    """Rename the keys of SOURCE, and the number after `schema`, to those of the current version.

    Files of version 1 can still be read, and `observe` leaves them in their version: this is needed
    only to write the names of the manual. Comments, order, quotes and blank lines stay. The new
    text is read again, and written only if it says the same.
    """
    target = output or source
    form = session.host.format_for(source.suffix)
    if session.host.format_for(target.suffix).name != form.name:
        raise WrongUseError(message("{file} has a different format; `convert` writes other formats", file=str(target)))
    session.concept(str(source))  # reports what is wrong with the file
    old = read_beyond(source, MAX_BYTES)
    try:
        new = migrate_text(old, form)
    except UneditableError as error:
        raise WrongUseError(message("{file}: {reason}", file=str(source), reason=error.args[0])) from None
    revision = Revision(target=target, content=new, old=old)
    if new == old and output is None:
        session.say("{file}: follows version {version} already", file=source, version=SCHEMA)
        return
    if output is not None:
        refuse_overwriting([Output(content=new, target=output)], force=force)
    if not dry_run:
        write(session, str(source), revision)
        return
    for line in revision.difference():
        put(line)
