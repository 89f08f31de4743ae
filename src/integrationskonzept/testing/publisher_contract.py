"""Contract of publishers."""

from collections.abc import Callable
from typing import Any

from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.contracts import Publisher, SendOutcome, SendPlan, TargetState
from integrationskonzept.plugins.options import describe
from integrationskonzept.testing.canaries import leaks, with_canaries
from integrationskonzept.testing.contract import (
    Contract,
    keep,
    must,
    must_be_taken,
    must_be_told,
    state_of_concept,
)
from integrationskonzept.testing.example import example_concept
from integrationskonzept.testing.examples import empty_concept
from integrationskonzept.testing.purity import Access, pure
from integrationskonzept.testing.snapshot import snapshot


class PublisherContract(Contract):
    """Subclass it in a test module, with options for a new, empty target system.

    ``class TestPages(PublisherContract): publisher = PAGES; options = lambda self: Options(site=FakeSite())``
    """

    publisher: Publisher

    def options(self) -> Any:
        """Return options for an empty target system."""
        raise NotImplementedError

    def target(self, options: Any) -> object:
        """Return the content of the target system; override it where the options do not lead to it."""
        return snapshot(options)

    def test_a_plan_changes_nothing(self) -> None:
        """A dry run writes nothing, neither to the target nor to the disk, and can be repeated with the same result."""
        concept, options = example_concept().public(), self.options()
        before = self.target(options)
        with pure(kinds=Access.WRITING):
            plan = self._plan(concept, options)
        must(self.target(options) == before, "planning changed the target")
        must(self._plan(concept, options) == plan, "the second plan differs from the first")
        must(
            any(step.state is not TargetState.SAME for step in plan.steps), "there is nothing to send to an empty side"
        )

    def test_it_leaves_the_concept_as_it_is(self) -> None:
        """Frozen objects can be changed by force; a publisher must not."""
        concept, options = example_concept().public(), self.options()
        before = state_of_concept(concept)
        self.publisher.send(concept, options)
        must(state_of_concept(concept) == before, "sending changed the concept it was given")

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
        before = self.target(options)
        again = self.publisher.send(concept, options)
        must(all(sent.outcome is SendOutcome.SKIPPED for sent in again.steps), "what is the same was sent again")
        must(self.target(options) == before, "sending what is the same changed the target")

    def test_it_plans_nothing_and_something(self) -> None:
        """An empty concept can be planned, too."""
        self._plan(empty_concept(), self.options())

    def test_what_is_internal_stays_inside(self) -> None:
        """A plan for the public view contains nothing internal."""
        concept, options = with_canaries(example_concept()), self.options()
        self.publisher.plan(concept, options)  # what it sees when asked for internal things
        plan = self._plan(concept.public(), options)
        for step in plan.steps:
            must(not leaks(f"{step} {step.target}"), f"a step tells what is internal: {step}")
        for loss in (*plan.losses, *plan.warnings):
            must(not leaks(str(loss)), f"a loss tells what is internal: {loss}")

    def test_it_can_be_told_in_every_language(self) -> None:
        """Title, options, steps and losses can be shown to people, in German and English."""
        plan = self._plan(example_concept().public(), self.options())
        must_be_told(self.publisher.title, "its title")
        for option in describe(self.publisher):
            must_be_told(option.help, f"the 'help' of its option {option.name}")
        for step in plan.steps:
            must_be_told(step.action, f"the step for {step.address}")
        for loss in (*plan.losses, *plan.warnings):
            must_be_told(loss.message, "a loss")

    def test_a_host_takes_it(self) -> None:
        """Its name and everything else it states are accepted."""
        self.options()  # may be what makes the publisher
        must_be_taken("publishers", self.publisher)

    def _plan(self, concept: Concept, options: Any) -> SendPlan:
        plan = self.publisher.plan(concept, options)
        must(isinstance(plan, SendPlan), f"it planned {plan!r:.100} instead of a SendPlan")
        named = {step.address for step in plan.steps} | {loss.address for loss in (*plan.losses, *plan.warnings)}
        unknown = sorted(named - concept.index.keys())
        must(not unknown, f"steps or losses name what the concept does not have: {', '.join(unknown)}")
        return plan


def publisher_suite(publisher: Publisher, *, options: Callable[[], Any]) -> PublisherContract:
    """Return the suite of a publisher; `options` returns options for a new, empty target system."""
    suite = PublisherContract()
    suite.publisher = publisher
    suite.options = options  # type: ignore[method-assign]  # what a subclass does
    return suite


def check_publisher(publisher: Publisher, *, options: Callable[[], Any]) -> None:
    """Run the contract for a publisher; raise `BrokenContractError` with every breach.

    `options` returns options for a new, empty target system each time it is called.
    """
    keep({f"the publisher {publisher.name!r}": publisher_suite(publisher, options=options)})
