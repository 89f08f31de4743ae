"""A good publisher, and bad ones."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from integrationskonzept import Concept, Loss
from integrationskonzept.plugins import Publisher, SendOutcome, SendPlan, SendStep, Sent, TargetState
from integrationskonzept.testing import with_canaries
from integrationskonzept.testing.publisher_contract import publisher_suite
from tests.testing.mutants.mutant import ENGLISH, TITLE, Mutant


@frozen(kw_only=True)
class Site:
    pages: dict[str, str] = field(factory=dict, metadata={"help": TITLE})
    log: list[str] = field(factory=list, metadata={"help": TITLE})


def plan(concept: Concept, site: Site) -> SendPlan:
    return SendPlan(steps=tuple(step(one.address, one.display_title, site) for one in concept.fields_of_action))


def step(address: str, title: str, site: Site) -> SendStep:
    there = site.pages.get(address)
    state = TargetState.NEW if there is None else TargetState.SAME if there == title else TargetState.CHANGED
    return SendStep(address=address, action=evolve(TITLE, values={"title": title}), state=state)


def perform(planned: SendPlan, site: Site) -> Iterator[Sent]:
    for one in planned.steps:
        if one.state is TargetState.SAME:
            yield Sent(step=one, outcome=SendOutcome.SKIPPED)
        else:
            site.pages[one.address] = one.action.values["title"]
            yield Sent(step=one, outcome=SendOutcome.DONE)


PAGES = Publisher(name="pages", title=TITLE, plan=plan, perform=perform, options=Site)


def writing_to_the_target(concept: Concept, site: Site) -> SendPlan:
    site.log.append("planned")
    return plan(concept, site)


def writing_to_the_disk(concept: Concept, site: Site) -> SendPlan:
    Path("plan.txt").write_text("planned", encoding="utf-8")
    return plan(concept, site)


def counting(concept: Concept, site: Site) -> SendPlan:
    calls.append(1)
    return evolve(plan(concept, site), steps=plan(concept, site).steps[len(calls) % 2 :])


calls: list[int] = []


def forcing(concept: Concept, site: Site) -> SendPlan:
    object.__setattr__(concept, "title", concept.title + "!")
    return plan(concept, site)


def sending_again(planned: SendPlan, site: Site) -> Iterator[Sent]:
    for sent in perform(planned, site):
        yield evolve(sent, outcome=SendOutcome.DONE)


def forgetting(planned: SendPlan, _: Site) -> Iterator[Sent]:
    for one in planned.steps:
        yield Sent(step=one, outcome=SendOutcome.DONE)


def logging(planned: SendPlan, site: Site) -> Iterator[Sent]:
    site.log.append("sent")
    yield from perform(planned, site)


def telling(loss: Loss) -> Callable[[Concept, Site], SendPlan]:
    return lambda concept, site: evolve(plan(concept, site), losses=(loss,))


def telling_what_is_internal(concept: Concept, site: Site) -> SendPlan:
    title = with_canaries(concept).fields_of_action[-1].title
    return evolve(
        plan(concept, site), losses=(Loss(address=concept.address, message=evolve(TITLE, template=str(title))),)
    )


def misnamed() -> Publisher:
    publisher = evolve(PAGES)
    object.__setattr__(publisher, "name", "Seiten der Stadt")
    return publisher


def bad(sentence: str, test: str, said: str, publisher: Publisher = PAGES, **changes: Any) -> Mutant:
    made = evolve(publisher, **changes) if changes else publisher
    return Mutant(sentence, test, said, lambda: publisher_suite(made, options=Site))


PLAN = "A plan changes nothing, neither in the target nor on the disk, and is the same a second time."
REPORTED = "Every step is done and reported, in the order of the plan, and names an element that exists."
SENT = "What was sent is there: nothing is left to do, and sending again changes nothing."
INTERNAL = "No step and no loss names what is internal, when the public view is sent."
GERMAN = "Title, options, steps and losses exist in German and English."
TOLD = "it can be told in every language"
NOWHERE = SendStep(address="measure/x", action=TITLE, state=TargetState.NEW)

MUTANTS = (
    bad(PLAN, "a plan changes nothing", "planning changed the target", plan=writing_to_the_target),
    bad(PLAN, "a plan changes nothing", "writes to the disk: open 'plan.txt'", plan=writing_to_the_disk),
    bad(PLAN, "a plan changes nothing", "the second plan differs", plan=counting),
    bad("Something is planned for an empty target.", "a plan changes nothing", "there is nothing to send",
        plan=lambda *_: SendPlan(steps=())),
    bad("An empty concept can be planned, too.", "it plans nothing and something", "tuple index out of range",
        plan=lambda concept, site: (plan(concept, site), concept.fields_of_action[0])[0]),
    bad("The concept is left as it is.", "it leaves the concept as it is", "sending changed the concept", plan=forcing),
    bad(REPORTED, "every step is done and reported", "the run did not go well", perform=lambda *_: ()),
    bad(REPORTED, "every step is done and reported", "measure/x", plan=lambda *_: SendPlan(steps=(NOWHERE,))),
    bad(REPORTED, "every step is done and reported", "instead of a SendPlan", plan=lambda *_: None),
    bad(SENT, "what was sent is there", "still to do", perform=forgetting),
    bad(SENT, "what was sent is there", "was sent again", perform=sending_again),
    bad(SENT, "what was sent is there", "sending what is the same changed the target", perform=logging),
    bad(INTERNAL, "what is internal stays inside", "names? what the concept does not have|tells what is internal",
        plan=lambda concept, site: plan(with_canaries(concept), site)),
    bad(INTERNAL, "what is internal stays inside", "a loss tells what is internal", plan=telling_what_is_internal),
    bad(GERMAN, TOLD, "its title is not told in German", title=ENGLISH),
    bad(GERMAN, TOLD, "a loss is not told in German",
        plan=telling(Loss(address="concept/musterlingen-2026", message=ENGLISH))),
    bad("A host accepts its name and everything else it states.", "a host takes it",
        "", misnamed()),
)  # fmt: skip
"""Bad publishers."""
