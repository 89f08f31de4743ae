"""Sentences that are very hard to read are listed, by measures with a name."""

from importlib.util import find_spec

import pytest

from integrationskonzept.errors import OptionError
from integrationskonzept_integreat import PageOptions, readability
from integrationskonzept_integreat.pages_exporter import export
from integrationskonzept_integreat.readability import hard_sentences
from plugins.integreat.tests.town import town

HARD = (
    "Die Gewährleistung bedarfsgerechter Integrationsförderungsmaßnahmen erfordert kontinuierliche Abstimmungsprozesse."
)
EASY = "Wir helfen Ihnen gern. Kommen Sie einfach am Dienstag vorbei."


@pytest.mark.skipif(find_spec("textstat") is None, reason="textstat, an extra of the plugin, is not installed")
class TestWithTextstat:
    """What the measures say."""

    def test_the_flesch_reading_ease_has_the_weights_of_amstad(self) -> None:
        (found,) = hard_sentences(f"<div><p>{HARD}</p></div>")
        words = 7
        syllables = (180 - words - found.flesch) / 58.5 * words  # 180 - words per sentence - 58.5 * syllables per word
        assert syllables == pytest.approx(36, abs=2)  # counted by hand
        assert found.grade > 15

    def test_each_sentence_that_is_hard_is_listed_with_its_page(self) -> None:
        concept = town(f"offers: [{{id: a, title: A, description: '{EASY} {HARD} {EASY}'}}]")
        told = [str(doubt) for doubt in export(concept, PageOptions(readability=True)).warnings]
        (line,) = [one for one in told if "hard to read" in one]
        assert "the page 'Bestehende Angebote' in de: very hard to read (Flesch reading ease by Amstad -" in line
        assert "first Wiener Sachtextformel" in line
        assert line.endswith(HARD)
        assert not [one for one in map(str, export(concept, PageOptions()).warnings) if "hard to read" in one]

    def test_names_and_addresses_are_no_sentences(self) -> None:
        label = "<p><strong>Kontakt</strong>: Integrationsbeauftragte, Flüchtlingssozialarbeit, Schule, Amt</p>"
        address = '<p>Rathausplatz 1, 12345 Musterstadt, <a href="https://www.stadt.example">www.stadt.example</a></p>'
        titles = "<ul><li>Sprachförderung<p>Alphabetisierungskurse</p></li></ul>"
        assert list(hard_sentences(f"<div>{label}{address}{titles}</div>")) == []

    def test_a_block_inside_another_is_measured_once(self) -> None:
        assert [one.text for one in hard_sentences(f"<ul><li>Kurs <em>A</em><p>{HARD}</p></li></ul>")] == [HARD]


def test_without_textstat_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readability, "find_spec", lambda _: None)
    PageOptions()
    with pytest.raises(OptionError, match=r"pip install 'integrationskonzept-integreat\[readability\]'"):
        PageOptions(readability=True)
