"""Sending pages: only what differs, in clear words whatever the CMS answers, and never without a report."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from integrationskonzept import SendOutcome, SendReport, TargetState
from integrationskonzept.errors import OptionError
from integrationskonzept.plugins import SendStep
from integrationskonzept_integreat import PushOptions
from integrationskonzept_integreat.cms_html import cleaned
from integrationskonzept_integreat.publisher import Pusher, publisher
from plugins.integreat.tests.fake_cms import FakeCms
from plugins.integreat.tests.town import ENGLISH, catalogue, pages, site, town

DONE, FAILED, SKIPPED = SendOutcome.DONE, SendOutcome.FAILED, SendOutcome.SKIPPED


class Town:
    """A town with a start page and a page of offers in the CMS."""

    def __init__(self, folder: Path) -> None:
        self.cms = FakeCms()
        self.folder = folder
        self.numbers = {
            "start": self.cms.page("token-of-start", de="<p>alt</p>"),
            "offers": self.cms.page("token-of-offers", de="<p>alt</p>"),
        }
        self.tokens = {"start": "token-of-start", "offers": "token-of-offers"}
        self.slept: list[float] = []

    def publisher(self) -> Any:
        lines = "\n".join(f'{key} = "{token}"' for key, token in self.tokens.items())
        environment = {"INTEGREAT_TOKENS": lines}
        return publisher(Pusher(environment=environment, sleep=self.slept.append, transport=self.cms.transport))

    def options(self, **given: Any) -> PushOptions:
        return PushOptions(**{"site": site(self.folder / "integreat.toml", self.numbers), **given})

    def plan(self, **given: Any) -> Any:
        return self.publisher().plan(town(), self.options(**given))

    def send(self, **given: Any) -> SendReport:
        report: SendReport = self.publisher().send(town(), self.options(**given))
        return report

    def after_planning(self, *faults: Callable[[httpx.Request], httpx.Response | None]) -> None:
        """Let faults begin with the first page that is sent."""

        def wait(request: httpx.Request) -> httpx.Response | None:
            if request.method == "GET":
                self.cms.faults.insert(0, wait)
                return None
            return faults[0](request) if faults else None

        self.cms.faults = [wait, *faults[1:]]


@pytest.fixture
def stadt(tmp_path: Path) -> Town:
    return Town(tmp_path)


def told(report: SendReport) -> list[tuple[SendOutcome, str]]:
    return [(sent.outcome, sent.reason.text() if sent.reason else "") for sent in report.steps]


def answering(status: int, **given: Any) -> Callable[[httpx.Request], httpx.Response]:
    return lambda _: httpx.Response(status, **given)


def failing(kind: type[httpx.TransportError], text: str = "weg") -> Callable[[httpx.Request], httpx.Response]:
    def fail(request: httpx.Request) -> httpx.Response:
        raise kind(text, request=request)

    return fail


# -- the plan ---------------------------------------------------------------------------------------


def test_a_plan_compares_each_page_and_sends_none(stadt: Town) -> None:
    stadt.cms.seen[1, "de"] = pages(town())["start", "de"].content
    plan = stadt.plan()
    assert [(step.address, step.state) for step in plan.steps] == [
        ("concept/musterstadt", TargetState.SAME),
        ("concept/musterstadt", TargetState.CHANGED),
    ]
    assert plan.steps[0].target == "https://cms.example/musterstadt/de/seite-1/"
    assert stadt.cms.pushed() == []


def test_pages_are_compared_as_the_cms_stores_them(stadt: Town) -> None:
    ours = pages(town())["start", "de"].content
    stadt.cms.seen[1, "de"] = ours.replace(' class="link-external"', ' class="link-external" target="_blank"')
    assert cleaned(stadt.cms.seen[1, "de"]) == ours
    assert stadt.plan().steps[0].state is TargetState.SAME


def test_pages_without_a_number_and_numbers_without_a_page_are_told(stadt: Town) -> None:
    stadt.numbers["ofers"] = stadt.cms.page("x", de="")
    plan = stadt.plan()
    assert "no number of the page 'action-days'" in " ".join(map(str, plan.losses))
    assert "no page 'ofers'; did you mean 'offers'?" in " ".join(map(str, plan.warnings))


def test_a_number_that_no_page_has_is_lost(stadt: Town) -> None:
    stadt.numbers["offers"] = 99
    plan = stadt.plan()
    assert [step.number for step in plan.steps] == [1]
    assert "the region has no page 99" in " ".join(map(str, plan.losses))


def test_pages_that_visitors_do_not_see_are_planned_with_a_doubt(stadt: Town) -> None:
    del stadt.cms.seen[1, "de"]
    stadt.cms.archived.add(2)
    plan = stadt.plan()
    assert [step.state for step in plan.steps] == [TargetState.NEW, TargetState.NEW]
    assert plan.steps[0].target == "https://cms.example/musterstadt/pages/de/1/edit/"
    doubts = " ".join(map(str, plan.warnings))
    assert "shows no page 1 in de: the translation is a draft, or there is none yet" in doubts
    assert "page 2 is archived" in doubts


def test_a_language_that_the_region_lacks_is_lost(stadt: Town) -> None:
    plan = stadt.plan(translations=catalogue(stadt.folder / "po", "uk", ENGLISH))
    assert "no language 'uk'" in " ".join(map(str, plan.losses))
    assert {step.page.language for step in plan.steps} == {"de"}


def test_a_dry_run_says_which_tokens_are_missing(stadt: Town) -> None:
    del stadt.tokens["offers"]
    assert "no token for the page 'offers'" in " ".join(map(str, stadt.plan().warnings))


def test_without_a_site_it_says_how_to_get_one(stadt: Town) -> None:
    with pytest.raises(OptionError, match="exporter 'integreat-pages' writes one to be filled in"):
        stadt.plan(site=None)


def test_an_unknown_region_is_named(stadt: Town) -> None:
    file = site(stadt.folder / "anders.toml", {}, region="anderswo")
    with pytest.raises(OptionError, match="knows no region 'anderswo'"):
        stadt.plan(site=file)


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (answering(503, html="<p>Wartung</p>"), r"out of service at the moment \(503\)"),
        (answering(302, headers={"Location": "https://new.example/"}), "moved to https://new.example/"),
        (answering(200, html="<p>Anmeldung</p>"), r"not known for \(200\)"),
        (answering(418), r"not known for \(418\)"),
    ],
)
def test_answers_that_tell_nothing_of_a_page_end_the_plan(
    stadt: Town, answer: Callable[[httpx.Request], httpx.Response], problem: str
) -> None:
    stadt.cms.faults = [answer]  # to the question for languages
    with pytest.raises(OptionError, match=problem):
        stadt.plan()
    stadt.cms.faults = [lambda _: None, answer]  # to the question for the first page
    with pytest.raises(OptionError, match=problem):
        stadt.plan()


def test_a_network_that_fails_for_good_ends_the_plan_after_some_tries(stadt: Town) -> None:
    stadt.cms.faults = [failing(httpx.ConnectError)] * 9
    with pytest.raises(OptionError, match="cannot be reached, tried 4 times: weg"):
        stadt.plan()
    assert stadt.slept == [1.0, 2.0, 4.0]


def test_tokens_that_are_not_kept_safely_end_the_plan(stadt: Town) -> None:
    file = stadt.folder / "tokens.toml"
    file.write_text('start = "token-of-start"', "utf-8")
    file.chmod(0o644)
    with pytest.raises(OptionError, match="can be read by others"):
        stadt.plan(tokens=file)
    assert stadt.cms.requests == []


# -- sending ------------------------------------------------------------------------------------------


def test_what_differs_is_sent_and_seen(stadt: Town) -> None:
    stadt.cms.seen[1, "de"] = pages(town())["start", "de"].content
    report = stadt.send()
    assert report.ok
    assert told(report) == [(SKIPPED, "already there"), (DONE, "")]
    (request,) = stadt.cms.pushed()
    assert request.url == "https://cms.example/api/v3/musterstadt/de/pushpage/"
    body = json.loads(request.content)
    assert body == {"token": "token-of-offers", "content": pages(town())["offers", "de"].content}
    assert stadt.cms.seen[2, "de"] == body["content"]


def test_every_language_of_a_page_is_sent_with_its_one_token(stadt: Town) -> None:
    stadt.cms.seen |= {(1, "en"): "", (2, "en"): ""}
    report = stadt.send(translations=catalogue(stadt.folder / "po", "en", ENGLISH))
    assert report.ok
    assert len(stadt.cms.pushed()) == 4
    assert "Every Tuesday" in stadt.cms.seen[2, "en"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (answering(400, html="<p>zu groß</p>"), "larger than the 2.5 MB"),
        (answering(403, json={"status": "denied"}), "does not accept the token"),
        (answering(404, html="<p>nichts</p>"), "knows no such region"),
        (answering(405, json={"status": "error"}), "refused the text or the form of the request"),
        (answering(429), "left alone for a while"),
        (answering(500, html="<p>Fehler</p>"), "no translation in this language yet"),
        (answering(502), "out of service at the moment (502)"),
        (answering(301, headers={"Location": "https://new.example/api/"}), "moved to https://new.example/api/"),
        (answering(308), "moved to ?"),
        (answering(200, json={"status": "unbekannt"}), "not known for (200)"),
        (answering(200, json=["success"]), "not known for (200)"),
        (answering(200, html="<p>Anmeldung</p>"), "not known for (200)"),
        (answering(418), "not known for (418)"),
    ],
)
def test_each_answer_has_its_words_and_the_other_pages_go_on(
    stadt: Town, answer: Callable[[httpx.Request], httpx.Response], reason: str
) -> None:
    stadt.after_planning(answer)
    (outcome, said), other = told(stadt.send())
    assert outcome is FAILED
    assert reason in said
    assert other == (DONE, "")
    assert stadt.slept == [], "only the network is tried again"


def test_a_redirection_is_never_followed_with_a_token(stadt: Town) -> None:
    stadt.after_planning(answering(307, headers={"Location": "https://evil.example/"}))
    stadt.send()
    assert {request.url.host for request in stadt.cms.requests} == {"cms.example"}


def test_success_that_nobody_sees_is_no_success(stadt: Town) -> None:
    stadt.cms.hidden.add((1, "de"))
    (outcome, said), _ = told(stadt.send())
    assert outcome is FAILED
    assert "visitors do not see it" in said


def test_a_page_that_is_shown_otherwise_is_done_with_a_remark(stadt: Town) -> None:
    stadt.cms.corrected["rathaus@musterstadt.example"] = "stadt@musterstadt.example"
    (outcome, said), _ = told(stadt.send())
    assert outcome is DONE
    assert "shows it otherwise" in said


def test_without_a_token_a_page_fails_and_the_others_go_on(stadt: Town) -> None:
    del stadt.tokens["start"]
    (outcome, said), other = told(stadt.send())
    assert outcome is FAILED
    assert "no token for this page" in said
    assert other == (DONE, "")


@pytest.mark.parametrize(
    "kind", [httpx.ConnectError, httpx.ReadTimeout, httpx.ReadError, httpx.RemoteProtocolError, httpx.PoolTimeout]
)
def test_a_fault_of_the_network_is_tried_again(stadt: Town, kind: type[httpx.TransportError]) -> None:
    stadt.after_planning(failing(kind), lambda _: None, failing(kind))
    report = stadt.send()
    assert report.ok
    assert stadt.slept == [1.0, 2.0]


def test_a_page_whose_answer_got_lost_is_not_sent_twice(stadt: Town) -> None:
    def lost(request: httpx.Request) -> httpx.Response:
        stadt.cms.faults, rest = [], stadt.cms.faults
        stadt.cms.transport.handler(request)
        stadt.cms.faults = rest
        raise httpx.ReadTimeout("zu spät", request=request)

    stadt.after_planning(lost)
    assert stadt.send().ok
    assert stadt.cms.versions == 2, "one version of each page"


def test_when_the_network_is_gone_the_rest_is_reported_as_not_tried(stadt: Town) -> None:
    stadt.after_planning(*[failing(httpx.ConnectError)] * 20)
    first, second = told(stadt.send(attempts=2))
    assert first == (FAILED, "https://cms.example cannot be reached, tried 2 times: weg")
    assert second == (SKIPPED, "not tried, since the CMS could not be reached before")


def test_a_fault_that_no_second_try_mends_is_not_tried_again(stadt: Town) -> None:
    stadt.after_planning(failing(httpx.ProxyError))
    first, _ = told(stadt.send())
    assert first == (FAILED, "https://cms.example cannot be reached, tried 1 times: weg")
    assert stadt.slept == []


def test_whatever_happens_there_is_a_report(stadt: Town) -> None:
    def crash(_: httpx.Request) -> httpx.Response:
        raise KeyboardInterrupt

    stadt.after_planning(crash)
    report = stadt.send()
    assert report.ended is not None
    assert [sent.outcome for sent in report.steps] == [SKIPPED, SKIPPED]


def test_a_step_of_another_publisher_is_none_of_its_business(stadt: Town) -> None:
    plan = stadt.plan()
    foreign = SendStep(address="measure/x", action=plan.steps[0].action, state=TargetState.NEW)
    strange = type(plan)(steps=(foreign,))
    with pytest.raises(TypeError, match="expected a step of this publisher"):
        list(stadt.publisher().perform(strange, stadt.options()))


def test_time_outs_and_the_name_of_the_program_are_set(stadt: Town) -> None:
    stadt.plan(timeout=7.5)
    request = stadt.cms.requests[0]
    assert request.extensions["timeout"]["read"] == 7.5
    assert request.headers["User-Agent"].startswith("integrationskonzept-integreat/")


def test_every_reason_can_be_said_in_german(stadt: Town) -> None:
    stadt.cms.hidden.add((1, "de"))
    report = stadt.send()
    (hidden, *_) = report.steps
    assert hidden.reason is not None
    assert "Entwurf" in hidden.reason.text("de")


def test_no_token_shows_up_in_logs_reports_or_errors(stadt: Town, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    stadt.after_planning(failing(httpx.ReadError), answering(500))
    report = stadt.send()
    said = " ".join([caplog.text, repr(report), str(report), *map(str, report.steps), repr(stadt.options())])
    assert "token-of-" not in said
