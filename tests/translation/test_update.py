"""A catalogue follows the concept: stale translations are found, none is used, and none is lost."""

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import integrationskonzept as ik
from integrationskonzept.translation import (
    CatalogueFile,
    Entry,
    Phrase,
    TextState,
    UpdatedCatalogue,
    new_file,
    phrases_in,
    read_catalogue,
    read_file,
    translated_concept,
    update_catalogue,
)
from integrationskonzept.translation.texts import with_texts

TOWN = ik.concept("musterstadt-2027").public()
PHRASES = phrases_in(TOWN)
PLACES = ("measure/a#title", "measure/b#areas")


def phrase(text: str, place: str = "measure/a#title") -> Phrase:
    return Phrase(place=place, text=text)


def filled(phrases: tuple[Phrase, ...]) -> CatalogueFile:
    """Return a catalogue in which each text has a translation of its own."""
    found = update_catalogue(new_file("en", "x"), phrases)
    entries = [one.entry.changed(translation=f"T{number}.") for number, one in enumerate(found.texts)]
    return CatalogueFile(entries=(found.file.entries[0], *entries))


def updated(old: tuple[Phrase, ...], new: tuple[Phrase, ...]) -> UpdatedCatalogue:
    return update_catalogue(filled(old), new)


def again(catalogue: UpdatedCatalogue, new: tuple[Phrase, ...]) -> UpdatedCatalogue:
    return update_catalogue(read_file(catalogue.file.content), new)


def only(catalogue: UpdatedCatalogue) -> Entry:
    (text,) = catalogue.texts
    return text.entry


@settings(max_examples=10, deadline=None)
@given(st.sets(st.integers(0, len(PHRASES) - 1), max_size=60))
def test_of_a_changed_concept_every_stale_translation_is_found_and_none_is_used(changed: set[int]) -> None:
    old = filled(PHRASES)
    stale = {PHRASES[number]: f"T{number}." for number in changed}
    new = with_texts(TOWN, lambda one: f"{one.text}*" if one in stale else None)
    found = update_catalogue(old, phrases_in(new))
    assert {one.entry.translation for one in found.texts if one.state is TextState.OUTDATED} == set(stale.values())
    assert {one.entry.previous for one in found.texts if one.state is TextState.OUTDATED} == {one.text for one in stale}
    assert found.count(TextState.TRANSLATED) == len(PHRASES) - len(stale)
    shown = {one.text for one in phrases_in(translated_concept(new, read_catalogue(found.file.content, "en")).concept)}
    assert not shown & set(stale.values())
    assert read_catalogue(old.content, "en").phrases.keys() >= read_catalogue(found.file.content, "en").phrases.keys()
    assert update_catalogue(read_file(found.file.content), phrases_in(new)).file.content == found.file.content


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.lists(st.builds(phrase, st.sampled_from("abcd"), st.sampled_from(["measure/a#title", "measure/b#areas"]))),
        max_size=4,
    )
)
def test_no_translation_is_lost_whatever_the_concept_becomes(editions: list[list[Phrase]]) -> None:
    every = tuple(phrase(text, place) for place in PLACES for text in "abcd")
    file = filled(every)
    for edition in editions:
        file = read_file(update_catalogue(file, tuple(edition)).file.content)
    kept = {one.translation for one in file.entries}
    assert {f"T{number}." for number in range(len(every))} <= kept
    back = update_catalogue(file, every)
    assert back.obsolete == ()


def test_a_reworded_text_keeps_its_translation_with_the_text_before() -> None:
    entry = only(updated((phrase("Kurse"),), (phrase("Sprachkurse am Abend"),)))
    assert (entry.text, entry.previous, entry.translation) == ("Sprachkurse am Abend", "Kurse", "T0.")
    assert entry.is_fuzzy


def test_a_text_that_changes_again_keeps_the_one_that_the_translation_was_made_for() -> None:
    second = (phrase("Deutschkurse"),)
    entry = only(again(updated((phrase("Kurse"),), (phrase("Sprachkurse"),)), second))
    assert (entry.text, entry.previous) == ("Deutschkurse", "Kurse")


def test_a_text_that_moved_keeps_its_translation_with_the_place_before() -> None:
    entry = only(updated((phrase("Kurse"),), (phrase("Kurse", "measure/b#title"),)))
    assert (entry.context, entry.previous_context, entry.is_fuzzy) == ("measure/b#title", "measure/a#title", True)
    assert entry.translation == "T0."


def test_of_several_texts_at_a_place_the_similar_ones_belong_together() -> None:
    place = "measure/a#areas"
    old = tuple(phrase(text, place) for text in ("Sprache und Bildung", "Wohnen"))
    new = tuple(phrase(text, place) for text in ("Sport", "Sprache und bessere Bildung"))
    sport, language = updated(old, new).texts
    assert (sport.state, language.entry.previous) == (TextState.UNTRANSLATED, "Sprache und Bildung")


def test_what_the_concept_no_longer_has_comes_back_when_it_does() -> None:
    kurse = (phrase("Kurse"),)
    gone = updated(kurse, ())
    assert [(one.is_obsolete, one.translation) for one in gone.obsolete] == [(True, "T0.")]
    back = again(gone, kurse)
    assert (only(back).translation, only(back).is_fuzzy, back.obsolete) == ("T0.", False, ())


def test_an_entry_that_nobody_worked_on_is_dropped_with_its_text() -> None:
    empty = CatalogueFile(entries=(Entry(text="Kurse", context="measure/a#title", comments=("#: k.yaml:1",)),))
    assert update_catalogue(empty, ()).file.entries == ()


def test_a_remark_is_kept_even_without_a_translation() -> None:
    asked = Entry(text="Kurse", context="measure/a#title", comments=("# Welche?",))
    assert update_catalogue(CatalogueFile(entries=(asked,)), ()).obsolete == (attrs.evolve(asked, is_obsolete=True),)


def test_entries_of_others_stay_as_they_are() -> None:
    others = (
        Entry(text="Kontakt", context="integreat-pages#contact", translation="Contact"),
        Entry(text="jede Woche", context="activity/a#recurrence", translation="weekly"),
        Entry(text="jede Woche", context="activity/a#recurrence.rhythm", translation="weekly"),
        Entry(text="Wohnen", context="theme/wohnen#opening", translation="Housing"),
        Entry(text="eins", context="measure/a#title", is_plural=True, raw='msgid "eins"\nmsgid_plural "viele"\n'),
    )
    found = update_catalogue(CatalogueFile(entries=others), (phrase("Kurse"),))
    assert {*found.others} == {*others}
    assert found.obsolete == ()


def test_a_translation_without_a_place_is_taken_for_its_text() -> None:
    general = Entry(text="Kurse", translation="Courses")
    found = update_catalogue(CatalogueFile(entries=(general,)), (phrase("Kurse"), phrase("Feste", "measure/b#title")))
    assert [one.entry.translation for one in found.texts] == ["Courses", ""]


def test_an_entry_of_version_1_goes_to_the_place_of_today() -> None:
    old = Entry(text="kurz", context="measure/a#horizons", translation="short")
    found = update_catalogue(CatalogueFile(entries=(old,)), (phrase("kurz", "measure/a#time_frames"),))
    assert (only(found).context, only(found).translation, only(found).is_fuzzy) == (
        "measure/a#time_frames",
        "short",
        False,
    )


def test_white_space_is_no_change_of_a_text() -> None:
    found = updated((phrase("Kurse am Abend"),), (phrase("Kurse am\nAbend"),))
    assert (only(found).text, only(found).is_fuzzy) == ("Kurse am\nAbend", False)
