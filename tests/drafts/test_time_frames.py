"""Time frames of documents: classes, dates, and words that are kept as printed."""

import pytest

from tests.drafts.towns import below, draft


def _frames(text: str) -> list[tuple[str | None, str, str]]:
    frames = below(f"**Zeitrahmen:** {text}").time_frames
    return [(frame.horizon_ref, str(frame.start or ""), str(frame.end or "")) for frame in frames]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kurzfristig", [("kurz", "", "")]),
        ("Kurzfristig (innerhalb eines Jahres); langfristig (3-4 Jahre)", [("kurz", "", ""), ("lang", "", "")]),
        ("Daueraufgabe", [("dauer", "", "")]),
        ("sofort", [("sofort", "", "")]),
        ("2025", [(None, "2025", "2025")]),
        ("2025 bis 2027", [(None, "2025", "2027")]),
        ("2025 – 2027", [(None, "2025", "2027")]),
        ("ab 2026", [(None, "2026", "")]),
        ("ab Mai 2026 bis 2028", [(None, "2026-05", "2028")]),
        ("bis 2028", [(None, "", "2028")]),
        ("Mai 2025 bis Juni 2026", [(None, "2025-05", "2026-06")]),
        ("2028 bis 2026", [(None, "", "")]),
        ("bis auf Weiteres", [(None, "", "")]),
        ("nach Bedarf", [(None, "", "")]),
        ("Ende 2026", [(None, "", "")]),
        ("von Fall - zu Fall", [(None, "", "")]),
    ],
)
def test_a_time_frame_is_a_class_or_dates_or_stays_as_printed(
    text: str, expected: list[tuple[str | None, str, str]]
) -> None:
    assert _frames(text) == expected


def test_the_wording_of_a_time_frame_is_kept() -> None:
    assert [frame.printed for frame in below("**Zeitrahmen:** nach Bedarf").time_frames] == ["nach Bedarf"]


@pytest.mark.parametrize(
    ("text", "minimum", "maximum", "approximate"),
    [
        ("Kurzfristig (innerhalb eines Jahres)", None, 1, False),
        ("Mittelfristig (ca. 2-3 Jahre)", 2, 3, True),
        ("Langfristig (mehr als 5 Jahre)", 5, None, False),
        ("Kurzfristig (bis 18 Monate)", None, 1.5, False),
        ("Mittelfristig (1,5 bis zwei Jahre)", 1.5, 2, False),
    ],
)
def test_a_class_has_the_years_that_the_document_states(
    text: str, minimum: float | None, maximum: float | None, approximate: bool
) -> None:
    (horizon,) = draft(f"### Maßnahme 1: Café\n\n**Zeitrahmen:** {text}").concept.horizons

    assert (horizon.minimum_years, horizon.maximum_years, horizon.approximate) == (minimum, maximum, approximate)


def test_classes_stand_in_the_order_of_their_length_and_the_first_definition_counts() -> None:
    frames = ("langfristig", "kurzfristig", "kurzfristig (1 Jahr)", "kurzfristig (2 Jahre)", "laufend", "dauerhaft")
    text = "\n\n".join(f"### Maßnahme {n}: Café {n}\n\n**Zeitrahmen:** {frame}" for n, frame in enumerate(frames, 1))

    concept = draft(text).concept
    assert [horizon.id for horizon in concept.horizons] == ["kurz", "lang", "dauer"]
    assert concept.horizons[0].maximum_years == 1
    assert concept.horizons[2].permanent
