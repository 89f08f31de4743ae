"""Edits in the CMS are detected, reported, and overwritten only on request."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from integrationskonzept import Concept, SendOutcome, TargetState
from integrationskonzept.errors import OptionError
from integrationskonzept_integreat import last_sent
from plugins.integreat.tests.test_publisher import Town, failing, told
from plugins.integreat.tests.town import DOCUMENT, ENGLISH, catalogue, pages, site, town

DONE, FAILED, SKIPPED = SendOutcome.DONE, SendOutcome.FAILED, SendOutcome.SKIPPED
CHANGED, EDITED, SAME = TargetState.CHANGED, TargetState.EDITED, TargetState.SAME
RENAMED = town(DOCUMENT.replace("title: Kleiderkammer", "title: Kleiderladen"))
"""The town's concept after a change to the page of offers."""
HOURS = "<p>Di 16-18 Uhr</p>"


@pytest.fixture
def stadt(tmp_path: Path) -> Town:
    """Return a town whose pages were sent."""
    sent = Town(tmp_path)
    assert sent.send().ok
    return sent


def edit(stadt: Town, number: int, language: str = "de") -> str:
    """Change a page in the CMS as an editor does, and return it."""
    stadt.cms.seen[number, language] = stadt.cms.seen[number, language].replace("</div>", f"{HOURS}</div>")
    return stadt.cms.seen[number, language]


def states(stadt: Town, concept: Concept | None = None, **given: Any) -> list[TargetState]:
    plan = stadt.publisher().plan(concept or town(), stadt.options(**given))
    return [step.state for step in plan.steps]


def test_what_an_editor_changed_is_planned_as_such_and_not_sent(stadt: Town) -> None:
    edited = edit(stadt, 2)
    plan = stadt.plan()
    assert [step.state for step in plan.steps] == [SAME, EDITED]
    assert "edited in the CMS" in str(plan.steps[1])
    assert plan.steps[1].state_words.text("de") == "im CMS bearbeitet"
    (doubt,) = plan.warnings
    assert "somebody edited it in the CMS since it was last sent" in str(doubt)
    assert "-o overwrite=yes" in str(doubt)
    report = stadt.send()
    assert not report.ok
    (_, _), (outcome, reason) = told(report)
    assert outcome is SKIPPED
    assert "somebody edited it in the CMS since it was last sent" in reason
    assert report.steps[1].reason is not None
    assert "im CMS bearbeitet, seit sie zuletzt gesendet wurde" in report.steps[1].reason.text("de")
    assert stadt.cms.seen[2, "de"] == edited


def test_a_change_of_the_concept_does_not_undo_what_an_editor_changed_on_the_same_page(stadt: Town) -> None:
    edited = edit(stadt, 2)
    assert states(stadt, RENAMED) == [SAME, EDITED]
    stadt.publisher().send(RENAMED, stadt.options())
    assert stadt.cms.seen[2, "de"] == edited


def test_what_only_the_concept_changed_is_sent(stadt: Town) -> None:
    assert states(stadt, RENAMED) == [SAME, CHANGED]
    assert stadt.publisher().send(RENAMED, stadt.options()).ok
    assert "Kleiderladen" in stadt.cms.seen[2, "de"]
    assert states(stadt, RENAMED) == [SAME, SAME]


def test_it_is_overwritten_when_asked_for_and_known_from_then_on(stadt: Town) -> None:
    edit(stadt, 2)
    plan = stadt.plan(overwrite=True)
    assert plan.steps[1].state is EDITED
    assert "what was edited in the CMS is replaced" in str(plan.warnings[0])
    report = stadt.send(overwrite=True)
    assert report.ok
    assert told(report)[1] == (DONE, "")
    assert HOURS not in stadt.cms.seen[2, "de"]
    assert states(stadt, RENAMED) == [SAME, CHANGED]


def test_what_an_editor_took_back_is_no_change(stadt: Town) -> None:
    before = stadt.cms.seen[2, "de"]
    edit(stadt, 2)
    stadt.cms.seen[2, "de"] = before
    assert states(stadt, RENAMED) == [SAME, CHANGED]


def test_every_language_of_a_page_has_an_editor_of_its_own(tmp_path: Path) -> None:
    stadt = Town(tmp_path)
    stadt.cms.seen |= {(1, "en"): "", (2, "en"): ""}
    translations = catalogue(tmp_path / "po", "en", ENGLISH)
    assert stadt.send(translations=translations).ok
    edit(stadt, 2, "en")
    assert states(stadt, RENAMED, translations=translations) == [SAME, CHANGED, SAME, EDITED]


def test_what_the_cms_changes_by_itself_is_nobody_s_edit(tmp_path: Path) -> None:
    stadt = Town(tmp_path)
    stadt.cms.corrected["Kleiderkammer"] = "Kleider-Kammer"
    stadt.send()
    assert "Kleider-Kammer" in stadt.cms.seen[2, "de"]
    assert states(stadt) == [SAME, CHANGED]


def test_a_page_found_as_it_would_be_sent_is_known_from_then_on(tmp_path: Path) -> None:
    stadt = Town(tmp_path)
    stadt.cms.seen[2, "de"] = pages(town())["offers", "de"].content
    stadt.send()
    edit(stadt, 2)
    assert stadt.plan().steps[1].edited is not None


def test_a_page_whose_outcome_was_never_heard_of_is_nobody_s_edit(stadt: Town) -> None:
    def arrives_and_fails(request: httpx.Request) -> httpx.Response:
        stadt.cms.faults = []
        stadt.cms.transport.handler(request)
        stadt.cms.faults = [failing(httpx.ConnectError)] * 20
        raise httpx.ReadTimeout("zu spät", request=request)

    stadt.after_planning(arrives_and_fails)
    report = stadt.publisher().send(RENAMED, stadt.options(attempts=1))
    assert told(report)[1][0] is FAILED
    stadt.cms.faults = []
    assert "Kleiderladen" in stadt.cms.seen[2, "de"]
    assert states(stadt) == [SAME, CHANGED]


def test_a_text_that_was_published_later_is_nobody_s_edit(stadt: Town) -> None:
    stadt.cms.hidden.add((2, "de"))
    stadt.publisher().send(RENAMED, stadt.options())
    assert states(stadt) == [SAME, SAME], "visitors see the old text"
    stadt.cms.seen[2, "de"] = pages(RENAMED)["offers", "de"].content
    assert states(stadt) == [SAME, CHANGED]


# -- what is kept ---------------------------------------------------------------------------------------


def kept(stadt: Town) -> Path:
    return stadt.folder / "integreat.sent.json"


def test_what_is_kept_lies_beside_the_site_and_holds_neither_text_nor_token(stadt: Town) -> None:
    regions = json.loads(kept(stadt).read_text("utf-8"))
    assert list(regions) == ["https://cms.example/musterstadt"]
    assert list(regions["https://cms.example/musterstadt"]) == ["1 de", "2 de"]
    assert "Sprachcaf" not in kept(stadt).read_text("utf-8")
    assert "token" not in kept(stadt).read_text("utf-8")


def test_a_dry_run_keeps_nothing(tmp_path: Path) -> None:
    stadt = Town(tmp_path)
    stadt.plan()
    assert [file.name for file in tmp_path.iterdir()] == ["integreat.toml"]


def test_every_region_is_kept_by_itself(stadt: Town) -> None:
    regions = json.loads(kept(stadt).read_text("utf-8"))
    other = {"https://other.example/musterstadt": {"1 de": ["x"]}}
    kept(stadt).write_text(json.dumps(regions | other), "utf-8")
    assert stadt.publisher().send(RENAMED, stadt.options()).ok
    after = json.loads(kept(stadt).read_text("utf-8"))
    assert after.keys() == regions.keys() | other.keys()
    assert after["https://other.example/musterstadt"] == {"1 de": ["x"]}


def test_the_first_time_a_text_that_will_be_replaced_is_told_and_an_empty_page_is_not(tmp_path: Path) -> None:
    stadt = Town(tmp_path)
    stadt.cms.seen[1, "de"] = '<div dir="ltr"><p>&nbsp;</p>\n<p><br></p></div>'
    plan = stadt.plan()
    assert [step.state for step in plan.steps] == [CHANGED, CHANGED]
    (doubt,) = plan.warnings
    assert "page 2 in de has a text in the CMS that was never sent from here; sending replaces it" in str(doubt)
    assert stadt.send().ok


@pytest.mark.parametrize("change", [edit, lambda *_: None])
def test_without_what_was_kept_a_page_of_ours_that_differs_may_have_been_edited(stadt: Town, change: Any) -> None:
    kept(stadt).unlink()
    change(stadt, 2)
    plan = stadt.publisher().plan(RENAMED, stadt.options())
    assert plan.steps[1].state is EDITED
    assert "perhaps edited in the CMS" in str(plan.steps[1])
    assert "integreat.sent.json" in str(plan.warnings[0])
    assert stadt.publisher().send(RENAMED, stadt.options(overwrite=True)).ok
    assert states(stadt) == [SAME, CHANGED]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"a": []}', '{"a": {"b": "c"}}', "[" * 100_000, "\x00"])
def test_what_was_kept_and_is_damaged_ends_the_plan_unless_overwriting_is_asked_for(stadt: Town, damage: str) -> None:
    kept(stadt).write_text(damage, "utf-8")
    edited = edit(stadt, 2)
    with pytest.raises(OptionError, match=r"integreat\.sent\.json cannot be read.*-o overwrite=yes") as refusal:
        stadt.send()
    assert "ist nicht lesbar" in refusal.value.args[0].text("de")
    assert stadt.cms.seen[2, "de"] == edited
    assert stadt.send(overwrite=True).ok
    assert states(stadt) == [SAME, SAME]


def test_nothing_is_sent_that_cannot_be_kept(stadt: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(last_sent, "write_whole", full)
    sent = len(stadt.cms.pushed())
    (_, (outcome, reason)) = told(stadt.publisher().send(RENAMED, stadt.options()))
    assert outcome is FAILED
    assert "integreat.sent.json cannot be written: No space left on device" in reason
    assert len(stadt.cms.pushed()) == sent


# -- a page that the concept has no more -----------------------------------------------------------------


def test_a_page_that_the_concept_has_no_more_has_to_be_archived(stadt: Town) -> None:
    document = DOCUMENT[: DOCUMENT.index("offers:")] + DOCUMENT[DOCUMENT.index("actors:") :]
    (told_of,) = map(str, stadt.publisher().plan(town(document), stadt.options()).warnings)
    assert "has no page 'offers' any more; page 2 stays visible as it was last sent: archive it in the CMS" in told_of
    assert "did you mean" not in told_of


def test_a_page_that_was_never_sent_may_be_mistyped(tmp_path: Path) -> None:
    stadt = Town(tmp_path)
    stadt.numbers = {"offer": 2}
    (told_of,) = map(str, stadt.plan().warnings)
    assert "has no page 'offer'; did you mean 'offers'?; if it had one before, page 2 stays visible" in told_of


def test_a_token_for_a_page_that_the_concept_has_not_is_told(tmp_path: Path) -> None:
    stadt = Town(tmp_path)
    stadt.tokens["ofers"] = "token-of-ofers"
    told_of = " ".join(map(str, stadt.plan().warnings))
    assert "there is a token for a page 'ofers', which the concept has not; did you mean 'offers'?" in told_of


def test_the_same_page_in_another_region_was_not_sent(stadt: Town) -> None:
    file = site(stadt.folder / "integreat.toml", stadt.numbers, server="https://cms.example", region="musterstadt")
    assert kept(stadt).exists()
    other = last_sent.LastSent.beside(file, "https://cms.example", "anderswo")
    assert other.is_edited(1, "de", "") is None
