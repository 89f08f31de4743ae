"""A publisher tells beforehand what it would do, and afterwards what became of every step."""

from collections.abc import Iterator
from typing import Any

import pytest
from attrs import field, frozen

from integrationskonzept import Concept, Message
from integrationskonzept.errors import OptionError, PluginError
from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins import (
    BundledConcept,
    NoOptions,
    PluginHost,
    Publisher,
    SendOutcome,
    SendPlan,
    SendStep,
    Sent,
    TargetState,
    hookimpl,
)
from integrationskonzept.testing import empty_host, example_concept

TITLE = Message(template="pages")


@frozen(kw_only=True)
class PageStep(SendStep):
    page: dict[str, str] = field(factory=dict)


def plan(concept: Concept, _: object) -> SendPlan:
    steps = [PageStep(address=one.address, action=TITLE, state=TargetState.NEW) for one in concept.measures]
    same = SendStep(address=concept.address, action=TITLE, state=TargetState.SAME, target="https://example.org")
    return SendPlan(steps=(*steps, same))


def all_done(planned: SendPlan, _: object) -> Iterator[Sent]:
    for step in planned.steps:
        outcome = SendOutcome.SKIPPED if step.state is TargetState.SAME else SendOutcome.DONE
        yield Sent(step=step, outcome=outcome)


def publisher(perform: Any = all_done, plan: Any = plan) -> Publisher:
    return Publisher(name="pages", title=TITLE, plan=plan, perform=perform)


def test_a_run_that_goes_well_reports_every_step_in_the_plans_order() -> None:
    progress: list[Sent] = []
    report = publisher().send(example_concept(), NoOptions(), progress=progress.append)
    assert report.ok
    assert report.ended is None
    assert [sent.step.address for sent in report.steps] == [
        "measure/abendkurse",
        "measure/lernpaten",
        "measure/verhandlungen",
        "measure/begegnungscafe",
        "concept/musterlingen-2026",
    ]
    assert tuple(progress) == report.steps
    assert str(report.steps[-1]) == "concept/musterlingen-2026: same: pages: skipped"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConnectionError("gone"), "the run ended early: ConnectionError: gone"),
        (OptionError(message("no")), "the run ended early: no"),
        (KeyboardInterrupt(), "the run was interrupted"),
        (SystemExit(1), "the run ended early: SystemExit: 1"),
    ],
)
def test_a_run_that_ends_early_reports_what_was_done_and_what_was_not(error: BaseException, said: str) -> None:
    def breaks_off(planned: SendPlan, _: object) -> Iterator[Sent]:
        yield Sent(step=planned.steps[0], outcome=SendOutcome.DONE)
        yield Sent(step=planned.steps[1], outcome=SendOutcome.FAILED, reason=Message(template="refused"))
        raise error

    report = publisher(breaks_off).send(example_concept(), NoOptions())
    assert not report.ok
    assert report.cause is error
    assert str(report.ended).startswith(said)
    assert [sent.outcome.value for sent in report.steps] == ["done", "failed", "skipped", "skipped", "skipped"]
    assert str(report.steps[1]).endswith("failed: refused")
    assert report.steps[2].reason == report.ended


def test_a_step_that_is_not_reported_counts_as_skipped_and_one_besides_is_told_too() -> None:
    besides = SendStep(address="concept/x", action=TITLE, state=TargetState.NEW)

    def forgetful(planned: SendPlan, _: object) -> Iterator[Sent]:
        yield Sent(step=planned.steps[0], outcome=SendOutcome.DONE)
        yield Sent(step=besides, outcome=SendOutcome.DONE)

    report = publisher(forgetful).send(example_concept(), NoOptions())
    assert not report.ok
    assert report.ended is None
    assert str(report.steps[1].reason) == "the publisher did not report this step"
    assert report.steps[-1].step is besides


def test_without_a_plan_nothing_is_sent() -> None:
    def impossible(_: Concept, __: object) -> SendPlan:
        raise OptionError(message("no site"))

    with pytest.raises(OptionError, match="no site"):
        publisher(plan=impossible).send(example_concept(), NoOptions())


def hosted(perform: Any = all_done, plan: Any = plan) -> Publisher:
    class Guest:
        @hookimpl
        def integrationskonzept_publishers(self) -> tuple[Publisher, ...]:
            return (publisher(perform, plan),)

    host: PluginHost = empty_host()
    host.register(Guest(), "guest")
    return host.publisher("pages")


def test_a_hosted_publisher_works_as_it_did() -> None:
    assert hosted().send(example_concept(), NoOptions()).ok


def test_what_a_hosted_publisher_gets_wrong_names_the_plugin() -> None:
    with pytest.raises(PluginError, match="plugin guest failed while planning what to send: TypeError"):
        hosted(plan=lambda *_: None).plan(example_concept(), NoOptions())
    report = hosted(lambda *_: iter(["sent"])).send(example_concept(), NoOptions())
    assert "plugin guest failed while sending: TypeError: expected Sent, got 'sent'" in str(report.ended)
    report = hosted(lambda *_: None).send(example_concept(), NoOptions())
    assert "plugin guest failed while sending: TypeError" in str(report.ended)


@pytest.mark.parametrize(
    "wrong", [{"name": "My Pages"}, {"title": "Pages"}, {"plan": None}, {"perform": "send"}, {"options": 3}]
)
def test_a_publisher_checks_itself(wrong: dict[str, Any]) -> None:
    given: dict[str, Any] = {"name": "pages", "title": TITLE, "plan": plan, "perform": all_done}
    with pytest.raises((ValueError, TypeError), match=f"^{next(iter(wrong))} must be"):
        Publisher(**given | wrong)


@pytest.mark.parametrize("wrong", [{"name": ""}, {"title": None}, {"read": b"schema: 1"}])
def test_a_bundled_concept_checks_itself(wrong: dict[str, Any]) -> None:
    given: dict[str, Any] = {"name": "ulm", "title": TITLE, "read": bytes}
    with pytest.raises((ValueError, TypeError), match=f"^{next(iter(wrong))} must be"):
        BundledConcept(**given | wrong)
