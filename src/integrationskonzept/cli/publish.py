"""``publish``: send a concept to another system, or show what would be sent."""

import click

from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.export_options import pairs_in, print_losses, show_help, titles_of, with_defaults
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.i18n.messages import N_, message
from integrationskonzept.plugins.contracts import SendOutcome, SendReport, SendStep, Sent, TargetState
from integrationskonzept.plugins.options import options_from

_PLANNED = {
    TargetState.NEW: N_("new: {step}"),
    TargetState.CHANGED: N_("changed: {step}"),
    TargetState.SAME: N_("unchanged: {step}"),
    TargetState.EDITED: N_("edited there: {step}"),
}
_SENT = {
    SendOutcome.DONE: N_("done: {step}"),
    SendOutcome.FAILED: N_("failed: {step}"),
    SendOutcome.SKIPPED: N_("skipped: {step}"),
}


@click.command(
    "publish",
    short_help="Send a concept to another system; without --send, show what would be sent.",
    context_settings={"help_option_names": []},
)
@click.argument("source", required=False)
@click.argument("publisher", required=False)
@click.option("-o", "settings", multiple=True, metavar="KEY=VALUE", help="An option of the publisher.")
@click.option("--send", is_flag=True, help="Send; without it, nothing is changed anywhere.")
@click.option("-h", "--help", "asked", is_flag=True, help="Show this, and the options of a given PUBLISHER.")
@pass_session
def command(
    session: Session,
    source: str | None,
    publisher: str | None,
    settings: tuple[str, ...],
    send: bool,
    asked: bool,
) -> None:
    """Send SOURCE (a file or a bundled concept) with PUBLISHER, or show what it would send.

    Internal content is never sent. `publish PUBLISHER --help` shows the publisher's
    options; `plugins` lists the publishers. Exit code 2 if something was not sent.
    """
    if asked:
        show_help(session, session.host.publishers(), (source, publisher))
        return
    if source is None or publisher is None:
        known = ", ".join(sorted(session.host.publishers())) or message("none is installed")
        raise WrongUseError(message("name a SOURCE and a PUBLISHER; publishers: {known}", known=known))
    chosen = session.host.publisher(session.named(publisher, titles_of(session.host.publishers())))
    options = options_from(chosen, with_defaults(session, chosen, source, pairs_in(settings)))
    concept = session.concept(source).public()
    if not send:
        plan = chosen.plan(concept, options)
        for step in plan.steps:
            if step.state_words is None:
                session.say(_PLANNED[step.state], err=False, step=_where(session, step))
            else:
                session.say("{state}: {step}", err=False, state=step.state_words, step=_where(session, step))
        print_losses(session, N_("not sent: {loss}"), plan.losses)
        print_losses(session, N_("doubtful: {loss}"), plan.warnings)
        session.say("nothing was sent; --send does it")
        return
    _finish(session, chosen.send(concept, options, progress=lambda sent: _report(session, sent)))


def _where(session: Session, step: SendStep) -> str:
    action = step.action.text(session.language)
    return f"{action} ({step.target})" if step.target else action


def _report(session: Session, sent: Sent) -> None:
    said = _where(session, sent.step)
    reason = f": {sent.reason.text(session.language)}" if sent.reason else ""
    session.say(_SENT[sent.outcome], err=False, step=said + reason)


def _finish(session: Session, report: SendReport) -> None:
    """Print the summary after the last step, and exit with code 2 unless every step succeeded."""
    print_losses(session, N_("not sent: {loss}"), report.losses)
    print_losses(session, N_("doubtful: {loss}"), report.warnings)
    if report.ended is not None:
        for sent in report.steps:
            if sent.reason is report.ended:
                _report(session, sent)
        session.say("{ended}", ended=report.ended)
    outcomes = [sent.outcome for sent in report.steps]
    session.say(
        "{done} done, {failed} failed, {skipped} skipped",
        done=outcomes.count(SendOutcome.DONE),
        failed=outcomes.count(SendOutcome.FAILED),
        skipped=outcomes.count(SendOutcome.SKIPPED),
    )
    if not report.ok:
        click.get_current_context().exit(2)
