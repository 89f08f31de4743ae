"""``compare``: what changed between two editions."""

import click

from integrationskonzept import api
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.errors import InvalidConceptError


@click.command("compare", short_help="Tell what changed between two editions of a concept.")
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(("text", "markdown", "json")), default="text", show_default=True)
@click.option("--public", is_flag=True, help="Leave out what is marked internal, as in a paper that anybody may read.")
@pass_session
def command(session: Session, old: str, new: str, form: str, public: bool) -> None:
    """Tell what changed from OLD to NEW, each a file or a bundled concept, element by element.

    markdown is meant for a paper to the council. Exit code 0 when nothing changed, 1 when
    something did, 2 when the two cannot be compared.
    """
    try:
        editions = session.concept(old, public=public), session.concept(new, public=public)
    except InvalidConceptError as error:
        session.tell_findings(error.findings)
        raise click.exceptions.Exit(2) from None
    found = api.compare(*editions)
    match form:
        case "json":
            said = found.to_json()
        case "markdown":
            said = found.markdown(session.language)
        case _:
            said = found.text(session.language)
    click.echo(said.rstrip("\n"))
    if found.differs:
        raise click.exceptions.Exit(1)
