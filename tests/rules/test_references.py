"""What is meant must exist, and exist once."""

from integrationskonzept.rules.builtin import BUILTIN
from tests.rules.examples import found, town

NEEDS = "needs: [{id: sprache, text: A}, {id: wohnen, text: B}, {id: sprache, text: C}]\n"


def test_of_all_ids_only_those_given_twice_are_told() -> None:
    assert found(town(NEEDS), BUILTIN, "IK101") == (
        (
            "auental.yaml:5:10: error IK101 need 'sprache' is defined more than once;"
            " give each an id of its own; ids of earlier editions stay as they are"
        ),
    )


def test_an_id_where_an_address_is_asked_for_lacks_its_noun() -> None:
    doubt = "discrepancies: [{id: eins, kind: error, text: Ein Widerspruch, concerns: [wohnen, need/wohnne]}]\n"
    assert [line.partition("; ")[2] for line in found(town(NEEDS + doubt), BUILTIN, "IK102")] == [
        "did you mean 'need/wohnen'? Otherwise define it, or correct the reference",
        "did you mean 'need/wohnen'? Otherwise define it, or correct the reference",
    ]


def test_among_no_ids_of_its_noun_nothing_is_near() -> None:
    offers = "offers: [{id: cafe, title: Café, theme_ref: sprache}]\n"
    assert found(town(NEEDS + offers), BUILTIN, "IK102") == (
        "auental.yaml:6:34: error IK102 theme 'sprache' is not defined; define it, or correct the reference",
    )


def test_who_writes_a_title_or_another_name_is_told_the_id() -> None:
    actors = "actors: [{id: tsv, title: TSV Auental, aliases: [Sportverein]}, {id: amt, title: Amt für Soziales}]\n"
    groups = "groups: [{id: kreis, title: Kreis, members: [TSV Auental, sportverein, amt-fuer-soziales, Chor]}]\n"
    assert [line.partition("; ")[2] for line in found(town(actors + groups), BUILTIN, "IK102")] == [
        "did you mean 'tsv'? Otherwise define it, or correct the reference",
        "did you mean 'tsv'? Otherwise define it, or correct the reference",
        "did you mean 'amt'? Otherwise define it, or correct the reference",
        "define it, or correct the reference",
    ]


def test_near_names_are_looked_for_until_nobody_reads_on() -> None:
    names = [f"titel{number}" for number in range(12)]
    told = found(town(f"inferred: [{', '.join(names)}]\n"), BUILTIN, "IK103")
    assert sum("did you mean 'title'?" in line for line in told) == 10
    assert len(told) == 12


def test_an_attribute_may_be_named_with_the_steps_into_it() -> None:
    named = "inferred: [municipality.name, 'offers[0].title', title, period.end]\n"
    assert found(town(named), BUILTIN, "IK103") == ()
