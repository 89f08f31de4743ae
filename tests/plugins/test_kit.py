"""The kit has what every exporter needs for its texts."""

import pytest

from integrationskonzept.plugins import kit
from integrationskonzept.testing import town


def test_everything_in_the_kit_can_be_imported_from_it() -> None:
    assert all(hasattr(kit, name) for name in kit.__all__)
    assert list(kit.__all__) == sorted(kit.__all__)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Café\tKurs\nzwei", "Café\tKurs\nzwei"),
        ("eins\r\nzwei\rdrei\u2028vier\x0bfünf\x85sechs", "eins\nzwei\ndrei\nvier\nfünf\nsechs"),
        ("Sprach\x00kurs\x1b[2J\ud800\ufffe\ufdd0", "Sprachkurs[2J"),
        ("👩\u200d🏫 میخواهم\u200c", "👩\u200d🏫 میخواهم\u200c"),
    ],
)
def test_a_clean_text_has_only_characters_that_files_can_hold(text: str, clean: str) -> None:
    assert kit.clean_text(text) == clean
    assert kit.is_clean(clean)
    assert clean.encode("utf-8")


def test_a_text_on_one_line_has_single_spaces() -> None:
    assert kit.one_line(" Sprach-\r\n  kurs\t1 ") == "Sprach- kurs 1"


def test_a_short_id_stays_and_a_long_one_is_cut_to_a_unique_one() -> None:
    assert kit.short_id("kurse") == "kurse"
    one, other = kit.short_id("k" * 81), kit.short_id("k" * 82)
    assert len(one) == len(other) == 80
    assert one != other
    assert len(kit.short_id("k" * 81, 20)) == 20


@pytest.mark.parametrize(
    ("own", "asked", "language"), [("de", None, "de"), ("de", "en", "en"), ("en-GB", None, "en"), ("tr", None, "de")]
)
def test_a_document_is_in_the_language_asked_for_or_else_the_concepts(
    own: str, asked: str | None, language: str
) -> None:
    assert kit.document_language(town(language=own), asked) == language
