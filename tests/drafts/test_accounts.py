"""Drafts told to people: the doubts, what was recognised, and the review list."""

import csv
import io
from collections.abc import Sequence

from attrs import evolve

from integrationskonzept.blocks import to_text
from integrationskonzept.drafts import Doubt, Draft, Recognised
from integrationskonzept.drafts.review import review_rows, review_sheet
from integrationskonzept.spreadsheets import excel_csv
from tests.drafts.towns import draft

TEXT = (
    "# Integrationskonzept der Stadt Auental\n\n## Maßnahme 1: Café\n\nZeitraumen: 2025\n\nBesonderheiten: =1+1\n\n"
    "## Angebote\n\nEin Satz.\n\n| Angebot | Träger |\n| --- | --- |\n| Café | AK Asyl/ Stadt |\n"
)


def _draft() -> Draft:
    return draft(TEXT)


def test_a_draft_tells_what_it_contains_and_its_doubts_by_kind() -> None:
    told = to_text(_draft().blocks("de"), language="de")

    assert "Maßnahmen: 1, Indikatoren: 0, Angebote: 1, Aktivitäten: 0, Zweifel: 4" in told
    assert "Schrägstrich (1)" in told
    assert (
        "Zeile 15: Namen mit einem Schrägstrich dazwischen wurden als 2 gemeinsam genannte Akteure übernommen"
        in " ".join(told.split())
    )


def test_what_was_recognised_has_labels_tables_and_the_lines_to_copy() -> None:
    told = to_text(_draft().recognised.blocks("de"), language="de")

    assert "nach Ähnlichkeit" in told
    assert '"Besonderheiten" = "description"' in told
    assert "Angebot | Träger" in told
    assert "vor der ersten Überschrift" not in told


def test_text_before_the_first_heading_is_told_as_such() -> None:
    assert "vor der ersten Überschrift" in to_text(draft("Ein Satz.").recognised.blocks("de"), language="de")


def test_a_document_in_which_nothing_was_recognised_is_told_so() -> None:
    assert "es wurde nichts erkannt" in to_text(Recognised().blocks("de"), language="de")


def _csv(doubts: Sequence[Doubt]) -> bytes:
    sheet = review_sheet(doubts, "de")
    return excel_csv(sheet.headers, sheet.rows)


def test_the_review_list_has_a_row_for_each_doubt() -> None:
    doubts = _draft().doubts
    rows = review_rows(doubts, "de")

    assert _csv(doubts).decode("utf-8-sig").startswith("Nr.;Zweifel;Wo;Stelle;")
    assert rows[0][1:7] == ("Schrägstrich", "Café", "Zeile 15", "AK Asyl/ Stadt", "AK Asyl; Stadt", "AK Asyl/ Stadt")
    assert rows[0][8] == "offer/cafe"
    assert len(rows) == 4


def test_the_review_list_of_another_importer_has_its_own_codes() -> None:
    (doubt,) = draft("Ein Satz.").doubts
    assert review_rows([evolve(doubt, code="own")], "de")[0][1] == "own"


def test_no_cell_of_the_review_list_is_a_formula() -> None:
    (doubt,) = draft("=1+1").doubts

    content = _csv([doubt]).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content), delimiter=";"))
    assert rows[1][4] == "'=1+1"


def test_a_draft_of_another_importer_need_not_say_what_was_recognised() -> None:
    assert Draft(concept=_draft().concept).recognised == Recognised()
