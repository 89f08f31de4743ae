"""``explain``: explain the code of a finding."""

from pathlib import Path

import click

from integrationskonzept.blocks.tree import Document
from integrationskonzept.cli.document import document_output, form_option
from integrationskonzept.cli.output import deliver, force_option, output_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.documents.explanation import OF_TABLES, explanation_document, table_explanation_document
from integrationskonzept.errors import UnknownNameError
from integrationskonzept.findings import Problem
from integrationskonzept.formats.problems import PROBLEMS
from integrationskonzept.i18n.messages import message
from integrationskonzept.portfolio.entry import NOT_OPENED, NOT_READ
from integrationskonzept.rules.rule import Rule
from integrationskonzept.suggest import suggestion_for


@click.command("explain", short_help="Explain the code of a finding, such as IK301.")
@click.argument("code")
@form_option
@output_option
@force_option
@pass_session
def command(session: Session, code: str, form: str, output: Path | None, force: bool) -> None:
    """Explain CODE, such as IK301: what is wrong, why it matters, an example, and what to do.

    Codes of plugins are explained too.
    """
    document = _explanation(session, code.strip().upper())
    deliver(session, document_output(session, document, form, output, said=message("a report")), force=force)


def _explanation(session: Session, code: str) -> Document:
    explained: tuple[Problem | Rule, ...] = (*PROBLEMS, NOT_OPENED, NOT_READ, *session.host.rules())
    known = {found.code: found for found in explained}
    codes = [*known, *OF_TABLES]
    code = f"IK{code.zfill(3)}" if code.isdecimal() else code
    if code not in codes:
        raise UnknownNameError(suggestion_for(message("no finding has the code '{code}'", code=code), code, codes))
    if code in OF_TABLES:
        return table_explanation_document(code, session.language)
    return explanation_document(known[code], session.host.profiles().values(), session.language)
