"""Contract of publishers."""

from typing import Any

from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.contracts import Publisher, SendOutcome, SendPlan, TargetState
from integrationskonzept.plugins.options import describe
from integrationskonzept.testing.canaries import leaks, with_canaries
from integrationskonzept.testing.contract import Contract, must
from integrationskonzept.testing.example import example_concept


class PublisherContract(Contract):
    """Subclass it in a test module, with options for a new, empty target system.

    ``class TestPages(PublisherContract): publisher = PAGES; options = lambda self: Options(site=FakeSite())``
    """

    publisher: Publisher

    def options(self) -> Any:
        """Return options for an empty target system."""
        raise NotImplementedError

    def test_a_plan_changes_nothing(self) -> None:
        """A dry run can be repeated, with the same result."""
        concept, options = example_concept().public(), self.options()
        plan = self._plan(concept, options)
        must(self._plan(concept, options) == plan, "the second plan differs from the first")
        must(
            any(step.state is not TargetState.SAME for step in plan.steps), "there is nothing to send to an empty side"
        )

    def test_every_step_is_done_and_reported(self) -> None:
        """A successful run reports every step of its plan as done or skipped, in the plan's order."""
        concept, options = example_concept().public(), self.options()
        plan = self._plan(concept, options)
        report = self.publisher.send(concept, options)
        must([sent.step for sent in report.steps] == list(plan.steps), "the report has other steps than the plan")
        must(report.ok, f"the run did not go well: {report.ended}; {[str(sent) for sent in report.steps]}")

    def test_what_was_sent_is_there(self) -> None:
        """After a run nothing is left to do, and sending again changes nothing."""
        concept, options = example_concept().public(), self.options()
        self.publisher.send(concept, options)
        plan = self._plan(concept, options)
        must(
            all(step.state is TargetState.SAME for step in plan.steps),
            f"still to do: {[str(step) for step in plan.steps]}",
        )
        again = self.publisher.send(concept, options)
        must(all(sent.outcome is SendOutcome.SKIPPED for sent in again.steps), "what is the same was sent again")

    def test_what_is_internal_stays_inside(self) -> None:
        """A plan for the public view contains nothing internal."""
        plan = self._plan(with_canaries(example_concept()).public(), self.options())
        for step in plan.steps:
            must(not leaks(f"{step} {step.target}"), f"a step tells what is internal: {step}")

    def test_it_can_be_told_in_every_language(self) -> None:
        """Title, options and steps can be shown to people."""
        plan = self._plan(example_concept().public(), self.options())
        for language in LANGUAGES:
            must(self.publisher.title.text(language).strip(), "it has no title")
            for option in describe(self.publisher):
                must(option.help.text(language).strip(), f"the option {option.name} says nothing of itself in 'help'")
            for step in plan.steps:
                must(step.action.text(language).strip(), f"the step for {step.address} says nothing")

    def _plan(self, concept: Concept, options: Any) -> SendPlan:
        plan = self.publisher.plan(concept, options)
        must(isinstance(plan, SendPlan), f"it planned {plan!r:.100} instead of a SendPlan")
        named = {step.address for step in plan.steps} | {loss.address for loss in (*plan.losses, *plan.warnings)}
        unknown = sorted(named - concept.index.keys())
        must(not unknown, f"steps or losses name what the concept does not have: {', '.join(unknown)}")
        return plan
