"""Pages are sent to the real CMS, and every answer it has is understood."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml.html import document_fromstring

import integrationskonzept as ik
from integrationskonzept import SendOutcome, TargetState
from integrationskonzept.cli import main
from integrationskonzept.errors import OptionError
from integrationskonzept.model import Contact, Involvement, Offer
from integrationskonzept.testing import seeded
from integrationskonzept.testing.sample_texts import AWKWARD, HOSTILE
from integrationskonzept_integreat import PageOptions
from integrationskonzept_integreat.token import Token
from plugins.integreat.tests.e2e.editor import Editor
from plugins.integreat.tests.e2e.home import Home, outcomes
from plugins.integreat.tests.german_numbers import PRINTED
from plugins.integreat.tests.town import ENGLISH, catalogue, pages, town

DONE, FAILED, SKIPPED = SendOutcome.DONE, SendOutcome.FAILED, SendOutcome.SKIPPED


def test_two_pages_in_two_languages_are_shown_as_they_were_sent(home: Home) -> None:
    translations = catalogue(home.folder / "translations", "en", ENGLISH)
    home.page("start", de="public", en="public")
    home.page("offers", "start", de="public", en="public")
    options = home.options(translations=translations)
    report = home.push(town(), options)
    assert report.ok
    assert set(outcomes(report)) == {("start", "de"), ("offers", "de"), ("start", "en"), ("offers", "en")}
    written = pages(town(), PageOptions(translations=translations, about_concept=True))
    for key, language in outcomes(report):
        assert home.shown(key, language) == written[key, language].content
    assert "Every Tuesday" in home.shown("offers", "en")


def test_what_is_there_already_is_not_sent_again(home: Home) -> None:
    home.page("start", de="public")
    assert home.push(town()).ok
    before = home.cms.do("versions", number=home.numbers["start"], language="de")
    report = home.push(town())
    assert report.ok
    assert outcomes(report) == {("start", "de"): (SKIPPED, "already there")}
    assert home.cms.do("versions", number=home.numbers["start"], language="de") == before


def test_only_the_page_that_changed_is_sent(home: Home) -> None:
    home.page("start", de="public")
    home.page("offers", "start", de="public")
    home.push(town())
    changed = town().replace("offer/sprachcafe", title="Sprachcafé am Abend")
    report = home.push(changed)
    assert {key: outcome for (key, _), (outcome, _) in outcomes(report).items()} == {"start": SKIPPED, "offers": DONE}
    assert "Sprachcafé am Abend" in home.shown("offers", "de")


def test_what_an_editor_changed_stays_until_overwriting_is_asked_for(home: Home) -> None:
    home.page("start", de="public", en="public")
    home.page("offers", "start", de="public")
    home.push(town())
    edited = home.shown("offers", "de").replace("</div>", "<p>Geöffnet: Di&nbsp;16–18 Uhr</p></div>")
    assert home.raw("offers", "de", edited).json() == {"status": "success"}
    changed = town().replace("offer/sprachcafe", title="Sprachcafé am Abend")
    plan = home.publisher({}).plan(changed, home.options())
    assert [step.state for step in plan.steps] == [TargetState.SAME, TargetState.EDITED]
    assert outcomes(home.push(changed))["offers", "de"][0] is SKIPPED
    assert "Di\u00a016–18 Uhr" in home.shown("offers", "de").replace("&nbsp;", "\u00a0")
    assert home.push(changed, home.options(overwrite=True)).ok
    assert home.shown("offers", "de") == pages(changed)["offers", "de"].content
    renamed = changed.replace("offer/sprachcafe", title="Café")
    assert outcomes(home.push(renamed))["offers", "de"] == (DONE, None)


def test_an_edit_in_the_cms_survives_the_next_push(home: Home, editor: Editor) -> None:
    home.page("start", de="public")
    home.page("offers", "start", de="public")
    assert home.push(town()).ok
    editor.edit(home.region, "de", home.numbers["offers"], "Jeden Dienstag", "Jeden Mittwoch")
    edited = home.shown("offers", "de")
    assert "Jeden Mittwoch, ohne Anmeldung." in edited
    changed = town().replace("offer/sprachcafe", title="Sprachcafé am Abend")
    sent = outcomes(home.push(changed))
    assert sent["offers", "de"][0] is SKIPPED
    assert "somebody edited it in the CMS" in (sent["offers", "de"][1] or "")
    assert home.shown("offers", "de") == edited
    assert outcomes(home.push(changed))["offers", "de"][0] is SKIPPED
    assert home.shown("offers", "de") == edited


def test_a_hundred_numbers_as_towns_print_them_are_dialled_right_or_stay_text(home: Home) -> None:
    asked = (Involvement(printed="Rathaus", contact=Contact(phone=printed)) for printed, _ in PRINTED)
    offers = tuple(Offer(id=f"o-{n}", title=f"Angebot {n}", contacts=(one,)) for n, one in enumerate(asked))
    concept = town("").replace("concept/musterstadt", offers=offers)
    home.page("start", de="public")
    home.page("offers", "start", de="public")
    assert home.push(concept).ok
    page = document_fromstring(home.shown("offers", "de"))
    linked = {link.text: link.get("href") for link in page.iter("a")}
    assert linked == {printed: f"tel:{dialled}" for printed, dialled in PRINTED if dialled}
    text = "".join(map(str, page.itertext()))
    assert [printed for printed, _ in PRINTED if printed not in text] == []


def test_a_dry_run_sends_nothing_and_needs_no_token(home: Home) -> None:
    home.page("start", de="public")
    plan = home.publisher({}).plan(town(), home.options())
    assert [step.state for step in plan.steps] == [TargetState.CHANGED]
    assert home.shown("start", "de") == "<p>vorher</p>"


def test_the_command_line_sends_what_its_dry_run_has_shown(home: Home) -> None:
    home.page("start", de="public")
    home.page("offers", "start", de="public")
    tokens = home.folder / "tokens.toml"
    tokens.write_text("".join(f'{key} = "{token}"\n' for key, token in home.tokens.items()), "utf-8")
    tokens.chmod(0o600)
    concept = str(ik.save(town(), home.folder / "stadt.yaml"))
    call = ["--lang", "de", "publish", concept, "integreat", "-o", f"site={home.site()}", "-o", f"tokens={tokens}"]
    dry = CliRunner().invoke(main, call)
    assert dry.exit_code == 0
    assert dry.output.count("Seite 'Bestehende Angebote' auf de") == 1
    assert home.shown("start", "de") == "<p>vorher</p>"
    sent = CliRunner().invoke(main, [*call, "--send"])
    assert sent.exit_code == 0, sent.output
    assert "Rathausplatz" in home.shown("start", "de")
    assert not [token for token in home.tokens.values() if token in dry.output + sent.output]
    assert home.raw("offers", "de", "<div><p>Von Hand</p></div>").json() == {"status": "success"}
    edited = CliRunner().invoke(main, call)
    assert "im CMS bearbeitet: Seite 'Bestehende Angebote' auf de" in edited.output
    kept = CliRunner().invoke(main, [*call, "--send"])
    assert kept.exit_code == 2
    assert home.shown("offers", "de") == "<div><p>Von Hand</p></div>"
    assert CliRunner().invoke(main, [*call, "-o", "overwrite=yes", "--send"]).exit_code == 0
    del home.tokens["offers"]
    tokens.write_text('start = "falsch"', "utf-8")
    changed = str(ik.save(town().replace("theme/sprache", title="Deutsch"), home.folder / "stadt.yaml"))
    assert CliRunner().invoke(main, [*call[:3], changed, *call[4:], "--send"]).exit_code == 2


def test_the_bundled_concept_arrives_as_a_whole(home: Home) -> None:
    concept = ik.concept("sachsenheim")
    home.pages_for(concept)
    report = home.push(concept)
    assert report.ok
    assert [sent.outcome for sent in report.steps] == [DONE] * 11
    assert all(sent.outcome is SKIPPED for sent in home.push(concept).steps)


@pytest.mark.parametrize("text", [*HOSTILE, *AWKWARD, '"https://[x" [page 1] [contact 1] \\[page 1]', "[offen"])
def test_a_hostile_text_is_nothing_but_text_to_visitors(home: Home, text: str) -> None:
    concept = seeded(1, measures=2, texts=(text,)).public()
    home.page("offers", de="public")
    home.page("roles", de="public")
    report = home.push(concept)
    assert report.ok, [str(sent) for sent in report.steps]
    for key, language in outcomes(report):
        for element in document_fromstring(home.shown(key, language)).iter():
            assert element.tag not in {"script", "iframe", "img", "form", "style"}
            assert not [name for name in element.attrib if str(name).startswith("on")]
            assert not re.match(r"\s*(javascript|data):", str(element.get("href", "")))


def test_a_wrong_token_is_told_from_everything_else(home: Home) -> None:
    home.page("start", de="public")
    report = home.push(town(), start="00000000-0000-4000-8000-000000000000")
    (outcome, reason) = outcomes(report)["start", "de"]
    assert outcome is FAILED
    assert reason is not None
    assert "does not accept the token" in reason
    assert "00000000" not in str(report)
    assert home.shown("start", "de") == "<p>vorher</p>"


def test_without_a_token_the_others_are_sent(home: Home) -> None:
    home.page("start", de="public")
    home.page("offers", "start", de="public")
    del home.tokens["start"]
    done = outcomes(home.push(town()))
    assert done["start", "de"][0] is FAILED
    assert "no token for this page" in (done["start", "de"][1] or "")
    assert done["offers", "de"] == (DONE, None)


def test_a_page_that_has_no_translation_yet_is_said_to_have_none(home: Home) -> None:
    translations = catalogue(home.folder / "translations", "en", ENGLISH)
    home.page("start", de="public")
    report = home.push(town(), home.options(translations=translations))
    assert outcomes(report)["start", "de"][0] is DONE
    outcome, reason = outcomes(report)["start", "en"]
    assert outcome is FAILED
    assert "no translation in this language yet" in (reason or "")
    assert "shows no page" in " ".join(str(doubt) for doubt in report.warnings)


@pytest.mark.parametrize("state", ["draft"])
def test_a_page_whose_newest_version_is_a_draft_is_not_said_to_be_done(home: Home, state: str) -> None:
    home.page("start", de=state)
    outcome, reason = outcomes(home.push(town()))["start", "de"]
    assert outcome is FAILED
    assert "visitors do not see it" in (reason or "")
    assert "Rathausplatz" in home.cms.do("newest", number=home.numbers["start"], language="de")


def test_an_archived_page_is_not_said_to_be_done(home: Home) -> None:
    home.page("start", archived=True, de="public")
    outcome, reason = outcomes(home.push(town()))["start", "de"]
    assert outcome is FAILED
    assert "archived" in (reason or "")


def test_tokens_that_were_swapped_are_noticed(home: Home) -> None:
    home.page("start", de="public")
    home.page("offers", "start", de="public")
    report = home.push(town(), start=home.tokens["offers"], offers=home.tokens["start"])
    assert not report.ok
    assert "token belongs to another page" in (outcomes(report)["start", "de"][1] or "")


def test_a_language_that_the_region_does_not_have_is_among_the_losses(home: Home) -> None:
    translations = catalogue(home.folder / "translations", "uk", ENGLISH)
    home.page("start", de="public")
    report = home.push(town(), home.options(translations=translations))
    assert set(outcomes(report)) == {("start", "de")}
    assert "the region has no language 'uk'" in " ".join(str(loss) for loss in report.losses)


def test_an_unknown_region_ends_the_plan_in_a_sentence(home: Home) -> None:
    home.page("start", de="public")
    with pytest.raises(OptionError, match="knows no region 'gibtesnicht'"):
        home.push(town(), home.options(site=home.site(region="gibtesnicht")))


def test_what_the_cms_refuses_to_take_is_told(home: Home, tmp_path: Path) -> None:
    home.page("start", de="public")
    assert home.raw("start", "de", "<p>a\x00b</p>").status_code == 405
    assert home.raw("start", "de", "x" * 3_000_000).status_code == 400
    moved = home.cms.http.post(f"{home.cms.url}/api/v3/{home.region}/de/pushpage", json={})
    assert moved.status_code in {301, 405}


def test_a_page_larger_than_the_cms_takes_is_not_sent(home: Home) -> None:
    home.page("offers", de="public")
    report = home.push(town().replace("offer/sprachcafe", description="sehr lang " * 260_000))
    outcome, reason = outcomes(report)["offers", "de"]
    assert outcome is FAILED
    assert "larger than the 2.5 MB" in (reason or "")


def test_a_token_is_shown_nowhere(home: Home, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    home.page("start", de="public")
    home.page("offers", de="draft")
    report = home.push(town())
    said = caplog.text + repr(report) + str([str(sent) for sent in report.steps])
    assert home.tokens["start"] not in said
    assert home.tokens["offers"] not in said
    assert home.tokens["start"] not in repr(Token(home.tokens["start"])) + str(Token(home.tokens["start"]))


def test_a_number_that_no_page_has_is_among_the_losses(home: Home) -> None:
    home.page("start", de="public")
    home.numbers["offers"], home.tokens["offers"] = 999_999, "irgendeins"
    report = home.push(town())
    assert set(outcomes(report)) == {("start", "de")}
    assert "the region has no page 999999" in " ".join(str(loss) for loss in report.losses)
