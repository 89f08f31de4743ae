"""Every document of the bundled towns fits a terminal, in both languages."""

import pytest

from integrationskonzept.blocks.text import to_text
from integrationskonzept.blocks.width import display_width
from tests.accounts.accounts import every_document

LONGEST = 28
"""Columns that a line has at least, however deep it is indented; only a word that is wider may be broken."""


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_cut(width: int, language: str) -> None:
    for name, document in every_document(language):
        text, whole = to_text(document, width=width), to_text(document, width=None)
        assert [line for line in text.split("\n") if display_width(line) > width] == [], name
        assert [line for line in text.split("\n") if line != line.rstrip()] == [], name
        words = set(whole.split())
        long = "\n".join(word for word in words if display_width(word) > LONGEST)
        notes = {"(without:", "(ohne:"}
        cut = [word for word in text.split() if word.strip("-=") and word not in words | notes and word not in long]
        assert [word for word in cut if word.rstrip(",:)") not in words] == [], name


def test_every_kind_of_result_is_among_them() -> None:
    kinds = {name.partition(": ")[2].partition(" ")[0] or name.partition(" ")[0] for name, _ in every_document("de")}
    assert {"concept", "evaluation", "comparison", "agenda", "check", "portfolio", "table", "since"} <= kinds
    assert {"element", "field", "finding", "plugins", "schedule", "totals"} <= kinds
