"""``show``: print a concept or one of its elements."""

from pathlib import Path

import click

from integrationskonzept.cli.document import document_output, form_option
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import deliver, force_option, internal_option, output_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.documents.concept import element_document, overview_document, whole_document
from integrationskonzept.i18n.messages import message


@click.command("show", short_help="Show a concept, or one of its elements.")
@click.argument("source")
@click.argument("address", required=False)
@click.option("--overview", is_flag=True, help="Show only the facts, the counts and the table of measures.")
@form_option
@internal_option
@output_option
@force_option
@pass_session
def command(
    session: Session,
    source: str,
    address: str | None,
    overview: bool,
    form: str,
    internal: bool,
    output: Path | None,
    force: bool,
) -> None:
    """Show everything that SOURCE states, or the element with ADDRESS, such as measure/sprachkurse.

    Internal content is left out.
    """
    whole = session.concept(source)
    concept = whole if internal else whole.public()
    if address in whole.index and address not in concept.index:
        hidden = message("{address} is marked internal; show it with --internal", address=address)
        raise WrongUseError(hidden)
    if address:
        document = element_document(concept.element(address), session.language, concept)
    else:
        document = (overview_document if overview else whole_document)(concept, session.language)
    deliver(session, document_output(session, document, form, output), force=force, sources=(source,))
