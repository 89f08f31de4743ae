"""The contract of a publisher: it sends a concept somewhere instead of writing files."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from integrationskonzept.errors import IntegrationskonzeptError
from integrationskonzept.language import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.names import named
from integrationskonzept.plugins.exporter import Loss, NoOptions, TargetState
from integrationskonzept.plugins.fence import problem_of
from integrationskonzept.plugins.validators import callable_, options_class, telling


@frozen(kw_only=True)
class SendStep:
    """One thing a publisher does at the other side, such as bringing one page up to date."""

    address: str
    """Address of the element it sends."""
    action: Message
    """What is done, such as "update the page {title}"."""
    state: TargetState
    """What the other side has of it: nothing (new), the same, something else (changed), or somebody's edit of it."""
    target: str | None = None
    """Where it goes, such as the page's web address."""
    state_words: Message | None = None
    """What people call the state, where the general word says too little, such as "edited in the CMS"."""

    def __str__(self) -> str:
        state = self.state if self.state_words is None else self.state_words.text()
        return f"{self.address}: {state}: {self.action.text()}"


@frozen(kw_only=True)
class SendPlan:
    """What a publisher would do: the dry run."""

    steps: tuple[SendStep, ...]
    """The steps, in the order they are taken."""
    losses: tuple[Loss, ...] = ()
    """What could not be said at all."""
    warnings: tuple[Loss, ...] = ()
    """What would be said as printed although it is known to be doubtful."""


class SendOutcome(StrEnum):
    """What became of a step."""

    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


@frozen(kw_only=True)
class Sent:
    """A step and what became of it."""

    step: SendStep
    """The step of the plan, itself and no copy."""
    outcome: SendOutcome
    reason: Message | None = None
    """Why it failed or was skipped."""

    def __str__(self) -> str:
        return f"{self.step}: {self.outcome}" + (f": {self.reason.text()}" if self.reason else "")


@frozen(kw_only=True)
class SendReport:
    """What became of every step of a plan."""

    steps: tuple[Sent, ...]
    """One for each step of the plan, in its order, and then what was done besides."""
    losses: tuple[Loss, ...] = ()
    warnings: tuple[Loss, ...] = ()
    ended: Message | None = None
    """Why the run ended before the last step; None when it did not."""
    cause: BaseException | None = field(default=None, eq=False)
    """What ended it."""

    @property
    def ok(self) -> bool:
        """Whether every step was done, or skipped because there was nothing to do."""
        return self.ended is None and all(
            sent.outcome is SendOutcome.DONE
            or (sent.outcome is SendOutcome.SKIPPED and sent.step.state is TargetState.SAME)
            for sent in self.steps
        )


@frozen(kw_only=True)
class Publisher:
    """A way to send a concept somewhere: a plan, and a generator that carries it out step by step."""

    name: str = field(validator=named)
    """Short name, such as ``integreat``."""
    title: Message = field(validator=telling)
    """What people call it."""
    plan: Callable[[Concept, Any], SendPlan] = field(validator=callable_)
    """Concept and options to what would be done. It may read the other side; it changes nothing there."""
    perform: Callable[[SendPlan, Any], Iterable[Sent]] = field(validator=callable_)
    """Carry out a plan, in its order, and yield each of its steps as soon as the outcome is known."""
    options: type = field(default=NoOptions, validator=options_class)
    """An attrs class; every attribute has a default, so that no option is ever required."""

    def send(self, concept: Concept, options: Any, *, progress: Callable[[Sent], object] | None = None) -> SendReport:
        """Plan, carry out, and report on every step, whatever happens on the way.

        What ends the run early, even the user's Ctrl-C, is named in the report; the steps that
        were not reached are listed as skipped. `progress` is told of each step when it is over.
        Only a plan that cannot be made raises: then nothing was sent.
        """
        plan = self.plan(concept, options)
        sent: list[Sent] = []
        try:
            for outcome in self.perform(plan, options):
                sent.append(outcome)
                if progress:
                    progress(outcome)
        except BaseException as error:  # noqa: BLE001 - a run that ends early needs its report most
            return _report(plan, sent, error)
        return _report(plan, sent, None)


def _report(plan: SendPlan, sent: list[Sent], error: BaseException | None) -> SendReport:
    ended = _why(error) if error is not None else None
    reason = ended or message("the publisher did not report this step")
    told = {id(one.step): one for one in sent}  # by identity: a publisher's own kind of step may not be hashable
    planned = {id(step) for step in plan.steps}
    steps = [told.get(id(step), Sent(step=step, outcome=SendOutcome.SKIPPED, reason=reason)) for step in plan.steps]
    besides = [one for one in sent if id(one.step) not in planned]
    return SendReport(steps=(*steps, *besides), losses=plan.losses, warnings=plan.warnings, ended=ended, cause=error)


def _why(error: BaseException) -> Message:
    if isinstance(error, KeyboardInterrupt):
        return message("the run was interrupted")
    said = error.args[0] if isinstance(error, IntegrationskonzeptError) and error.args else problem_of(error)
    return message("the run ended early: {problem}", problem=said)
