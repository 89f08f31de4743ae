"""Sending a concept: nothing is sent unless asked for, and every step is reported."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest
from attrs import evolve, frozen

from integrationskonzept import Concept, Loss, Publisher, SendOutcome, SendPlan, SendStep, Sent, TargetState, hookimpl
from integrationskonzept.cli import session
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.plugins.host import PluginHost
from tests.cli.conftest import Call


@frozen(kw_only=True)
class Options:
    """The options of a pretended publisher."""

    fail: bool = False
    break_off: bool = False
    today: date | None = None


class Elsewhere:
    """A plugin whose publisher sends to nowhere, and remembers it."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.days: list[date | None] = []

    def plan(self, concept: Concept, options: Options) -> SendPlan:
        """Plan three steps."""
        self.days.append(options.today)
        addresses = [element.address for element in concept.measures[:3]]
        states = (TargetState.NEW, TargetState.CHANGED, TargetState.SAME)
        steps = [
            SendStep(address=address, action=message("page {title}", title=address), state=state, target=target)
            for address, state, target in zip(addresses, states, ("https://a.example", None, None), strict=True)
        ]
        lost = Loss(address=concept.address, message=message("needs"))
        doubt = Loss(address=concept.address, message=message("goals"))
        return SendPlan(steps=tuple(steps), losses=(lost,), warnings=(doubt,))

    def perform(self, plan: SendPlan, options: Options) -> Iterator[Sent]:
        """Send one step after the other."""
        for step in plan.steps:
            if step.state is TargetState.SAME:
                yield Sent(step=step, outcome=SendOutcome.SKIPPED, reason=message("already there"))
            elif options.fail and step.state is TargetState.CHANGED:
                yield Sent(step=step, outcome=SendOutcome.FAILED, reason=message("refused"))
            else:
                self.sent.append(step.address)
                yield Sent(step=step, outcome=SendOutcome.DONE)
            if options.break_off:
                raise KeyboardInterrupt

    @hookimpl
    def integrationskonzept_publishers(self) -> Sequence[Publisher]:
        """Bring in the publisher."""
        title = message("page {title}", title="")
        return [Publisher(name="anderswo", title=title, plan=self.plan, perform=self.perform, options=Options)]


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    """Let every command line know a publisher named ``anderswo``."""
    plugin = Elsewhere()

    def host(*_: Any, **__: Any) -> PluginHost:
        made = PluginHost(discover=False)
        made.register(plugin, "anderswo")
        return made

    monkeypatch.setattr(session, "host_from_environment", host)
    return plugin


IN_THE_CMS = Message(template="edited in the CMS", translations={"de": "im CMS bearbeitet"})


@pytest.mark.parametrize(
    ("words", "said"),
    [(None, ("edited there", "dort bearbeitet")), (IN_THE_CMS, ("edited in the CMS", "im CMS bearbeitet"))],
)
def test_what_somebody_edited_there_is_planned_as_such_in_the_publisher_s_words_if_it_has_any(
    call: Call, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch, words: Message | None, said: tuple[str, str]
) -> None:
    def plan(concept: Concept, _: Options) -> SendPlan:
        action = message("page {title}", title="A")
        return SendPlan(
            steps=(SendStep(address=concept.address, action=action, state=TargetState.EDITED, state_words=words),)
        )

    monkeypatch.setattr(elsewhere, "plan", plan)
    assert call("publish", "sachsenheim", "anderswo").output.startswith(f"{said[0]}: page A")
    assert call("--lang", "de", "publish", "sachsenheim", "anderswo").output.startswith(f"{said[1]}: page A")


def test_a_step_names_its_state_as_its_publisher_does() -> None:
    step = SendStep(address="concept/a", action=message("page {title}", title="A"), state=TargetState.EDITED)
    assert str(step) == "concept/a: edited: page A"
    assert str(evolve(step, state_words=IN_THE_CMS)) == "concept/a: edited in the CMS: page A"


@pytest.mark.usefixtures("elsewhere")
def test_without_send_it_says_what_it_would_send(call: Call, elsewhere: Elsewhere) -> None:
    result = call("publish", "sachsenheim", "anderswo")
    assert result.exit_code == 0
    new, changed, same, *rest = result.output.splitlines()
    assert new.startswith("new: page measure/")
    assert new.endswith("(https://a.example)")
    assert changed.startswith("changed: page measure/")
    assert same.startswith("unchanged: page measure/")
    assert rest == [
        "not sent: concept/sachsenheim: needs",
        "doubtful: concept/sachsenheim: goals",
        "nothing was sent; --send does it",
    ]
    assert elsewhere.sent == []


def test_with_send_it_sends_and_reports_every_step(call: Call, elsewhere: Elsewhere) -> None:
    result = call("publish", "sachsenheim", "anderswo", "--send")
    assert result.exit_code == 0
    assert [line.partition(":")[0] for line in result.output.splitlines()] == [
        "done",
        "done",
        "skipped",
        "not sent",
        "doubtful",
        "2 done, 0 failed, 1 skipped",
    ]
    assert len(elsewhere.sent) == 2


@pytest.mark.usefixtures("elsewhere")
def test_what_failed_is_told_and_ends_with_2(call: Call) -> None:
    result = call("publish", "sachsenheim", "anderswo", "--send", "-o", "fail=yes")
    assert result.exit_code == 2
    assert "failed: page measure/" in result.output
    assert ": refused" in result.output
    assert result.output.endswith("1 done, 1 failed, 1 skipped\n")


@pytest.mark.usefixtures("elsewhere")
def test_a_run_that_ends_early_says_what_it_did_not_reach(call: Call) -> None:
    result = call("publish", "sachsenheim", "anderswo", "--send", "-o", "break_off=yes")
    assert result.exit_code == 2
    assert result.output.splitlines()[0].startswith("done: ")
    assert result.output.count("skipped: ") == 2
    assert "the run was interrupted" in result.output
    assert result.output.endswith("1 done, 0 failed, 2 skipped\n")


def test_a_publisher_that_asks_is_told_the_day(call: Call, elsewhere: Elsewhere) -> None:
    call("publish", "sachsenheim", "anderswo")
    call("publish", "sachsenheim", "anderswo", "-o", "today=2027-06-30")
    told, given = elsewhere.days
    assert told is not None
    assert given == date(2027, 6, 30)


@pytest.mark.usefixtures("elsewhere")
def test_its_options_are_shown_and_checked(call: Call) -> None:
    assert "-o fail=yes or no  [no]" in call("publish", "anderswo", "--help").output
    misspelt = call("publish", "sachsenheim", "anderswo", "-o", "fial=yes")
    assert misspelt.exit_code == 2
    assert "did you mean 'fail'?" in misspelt.output
    assert (
        "an option is written key=value; got 'fail'" in call("publish", "sachsenheim", "anderswo", "-o", "fail").output
    )


@pytest.mark.usefixtures("elsewhere")
def test_without_names_it_says_which_publishers_there_are(call: Call) -> None:
    result = call("publish")
    assert result.exit_code == 2
    assert "publishers: anderswo" in result.output
