"""Labels of documents: wordings of the catalogue, of a layout, and what is similar to them."""

import pytest

from integrationskonzept.drafts.heads import Heads, is_generic, is_number, numbered
from integrationskonzept.drafts.labels import Label, Labels
from integrationskonzept.drafts.layout import DocumentLayout

LABELS = Labels(
    DocumentLayout(
        labels={
            "Was steckt dahinter": "rationale",
            "Wer macht das eigentlich alles bei uns, und wer nicht, und warum eigentlich?": "leads",
        }
    )
)
GLUED = Labels(DocumentLayout(glued=True))
HEADS = Heads(DocumentLayout())


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Ist-Zustand", "current_state"),
        ("Ausgangslage:", "current_state"),
        ("1. Zielsetzung", "target_state"),
        ("Kosten (in Euro)", "cost"),
        ("Ziele der Maßnahme", "target_state"),
        ("Beteiligte Akteure", "partners"),
        ("Akteur*innen", "partners"),
        ("Kooperationspartner/innen", "partners"),
        ("Federführung / Verantwortlich", "leads"),
        ("Zeitraum¹", "time_frames"),
        ("Kurzbeschreibung der Maßnahme", "description"),
        ("Wirkzeitraum", "effect_time_frame"),
        ("Stand", "status"),
        ("Risiken", "risks"),
        ("Wer", "leads"),
        ("Was steckt dahinter?", "rationale"),
    ],
)
def test_a_known_wording_is_a_sure_label(text: str, attribute: str) -> None:
    label = LABELS.find(text)

    assert label is not None
    assert (label.attribute, label.is_sure) == (attribute, True)


@pytest.mark.parametrize(
    ("text", "attribute", "alternatives"),
    [
        ("Zeitraumen", "time_frames", ("Zeitrahmen",)),
        ("Indikatr", "indicators", ("Indikator",)),
        ("Kosten und Förderung", "cost", ("funding",)),
        ("Ziel und Sonstwas", "target_state", ()),
        ("Wie viel kostet das?", "cost", ()),
        ("Für wen ist das?", "target_groups", ()),
        ("Wer macht mit?", "partners", ()),
        ("Was tun wir?", "description", ()),
    ],
)
def test_a_similar_wording_and_a_question_are_unsure(text: str, attribute: str, alternatives: tuple[str, ...]) -> None:
    label = LABELS.find(text)

    assert label == Label(attribute, text, is_sure=False, alternatives=alternatives)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sprachcafé",
        "Stadt",
        "ziel",
        "Geplante Maßnahmen",
        "Ziel " * 20,
        "Warum " * 20 + "?",
        "Kommst du?",
        "Das Ziel des Konzepts und alles andere",
        "Anhang",
        "Maßnahme 1",
    ],
)
def test_other_text_is_no_label(text: str) -> None:
    assert LABELS.find(text) is None


@pytest.mark.parametrize(
    ("text", "attribute", "rest"),
    [
        ("Ziel: Alle reden", "target_state", "Alle reden"),
        ("Wann? 2025", "time_frames", "2025"),
        ("Was steckt dahinter: Geld", "rationale", "Geld"),
        ("Was steckt dahinter? Geld", "rationale", "Geld"),
        ("Was steckt dahinter", "rationale", ""),
        ("ZielgruppeFamilien", "target_groups", "Familien"),
        ("Zeitraum2025", "time_frames", "2025"),
    ],
)
def test_a_label_begins_a_text(text: str, attribute: str, rest: str) -> None:
    split = LABELS.split(text)

    assert split is not None
    assert (split[0].attribute, split[1]) == (attribute, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Zielgruppe Familien",
        "BürgerInnen kommen",
        "LehrerIn werden",
        "https://ziel.de",
        "Was steckt dahintersteckt",
        "Mutter-Kind",
        "Ziel://x",
        "KitaPlatz",
    ],
)
def test_no_label_begins_a_text(text: str) -> None:
    assert LABELS.split(text) is None


def test_glued_labels_end_at_a_space() -> None:
    assert GLUED.split("Zielgruppe Familien") == (Label("target_groups", "Zielgruppe"), "Familien")
    assert GLUED.split("Ziel ist das Reden") is None
    assert GLUED.split("Zielgruppe") is None
    assert GLUED.split("ZielgruppeFamilien") is not None


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("Maßnahme 1", "1", ""),
        ("Maßnahmen 2: Café", "2", "Café"),
        ("Maßnahme Nr. 1.2 – Café", "1.2", "Café"),
        ("Projekt A: Café", "A", "Café"),
        ("M 1.2 Café", "M 1.2", "Café"),
        ("HF1-M2: Café", "HF1-M2", "Café"),
        ("Maßnahme: Café", None, "Café"),
    ],
)
def test_the_head_of_a_measure_has_number_and_title(text: str, number: str | None, title: str) -> None:
    head = HEADS.measure(text)

    assert head is not None
    assert (head.number, head.title) == (number, title)


@pytest.mark.parametrize("text", ["Maßnahmen zur Förderung", "Maßnahmenkatalog", "Projektwoche 1", "Café"])
def test_other_text_is_no_head_of_a_measure(text: str) -> None:
    assert HEADS.measure(text) is None


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("Handlungsfeld: Bildung", None, "Bildung"),
        ("Handlungsfeld 1 – Sprache", "1", "Sprache"),
        ("3.1 Handlungsfeld „Wohnen“", None, "Wohnen"),
    ],
)
def test_the_head_of_a_field_has_number_and_title(text: str, number: str | None, title: str) -> None:
    head = HEADS.field(text)

    assert head is not None
    assert (head.number, head.title) == (number, title)


@pytest.mark.parametrize("text", ["Handlungsfelder der Stadt", "Handlungsfeld", "Handlungsfeld ist klein"])
def test_other_text_is_no_head_of_a_field(text: str) -> None:
    assert HEADS.field(text) is None


def test_numbers_and_generic_headings() -> None:
    assert [is_number(text) for text in ("1", "1.2", "A3", "II", "Café", "12.000 €")] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]
    assert [
        is_generic(text) for text in ("Maßnahmen", "4.2 Maßnahmenkatalog", "Maßnahmen und Projekte", "Sprache")
    ] == [True, True, True, False]
    assert (numbered("1.2 Café").number, numbered("Café").number) == ("1.2", None)
