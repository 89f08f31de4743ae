"""``schema``: print the JSON Schema of the file format, for editors."""

from pathlib import Path

import click

from integrationskonzept.cli.output import Output, deliver, force_option, output_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.formats.schema import SCHEMA_FILE, schema_bytes
from integrationskonzept.i18n.messages import message


@click.command("schema", short_help="Print the JSON Schema of the file format, for editors.")
@output_option
@force_option
@pass_session
def command(session: Session, output: Path | None, force: bool) -> None:
    """Print the JSON Schema (draft 2020-12) for completion and checks in an editor.

    Keys beginning with x- that an installed plugin describes are part of it.
    """
    deliver(session, schema_output(session, output), force=force)


def schema_output(session: Session, target: Path | None) -> Output:
    """Return the schema in the language of the call, with the keys of plugins, as output."""
    attributes = session.host.attributes()
    is_shipped = not attributes and session.language == "en"
    content = SCHEMA_FILE.read_bytes() if is_shipped else schema_bytes(attributes, session.language)
    return Output(content=content, target=target, said=message("the JSON Schema"))
