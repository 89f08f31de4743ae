"""Options are an attrs class: it structures, checks and describes them."""

from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any, Literal

import attrs
import pytest
from attrs import field, frozen, validators

from integrationskonzept import Concept, Export, Exporter, Message, PartialDate
from integrationskonzept.errors import InvalidConceptError, OptionError
from integrationskonzept.plugins import NoOptions
from integrationskonzept.plugins.options import describe, options_from
from integrationskonzept.testing import example_concept


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


class Level(Enum):
    ONE = 1
    TWO = 2


@frozen(kw_only=True)
class Options:
    colour: bool = field(default=False, metadata={"help": Message(template="in colour")})
    copies: int = field(default=1, validator=validators.ge(1))
    scale: float = 1.0
    price: Decimal | None = None
    heading: str = "Plan"
    size: Size = Size.SMALL
    sizes: tuple[Size, ...] = (Size.SMALL, Size.LARGE)
    paper: Literal["a4", "a3"] = "a4"
    fields: tuple[str, ...] = field(factory=tuple)
    today: date | None = None
    since: PartialDate | None = None
    number: int | float = 0
    template: Path | None = None
    previous: Concept | None = None
    own: "frozenset[str]" = frozenset()
    level: Level = Level.ONE
    computed: int = field(init=False, default=7)
    twice: int = attrs.Factory(lambda self: self.copies * 2, takes_self=True)


def poster(options: type = Options) -> Exporter:
    return Exporter(
        name="poster",
        title=Message(template="poster"),
        media_type="text/plain",
        suffix=".txt",
        export=lambda *_: Export(files=()),
        options=options,
    )


@pytest.mark.parametrize(
    ("name", "given", "made"),
    [
        ("colour", "yes", True),
        ("colour", "Ja", True),
        ("colour", "off", False),
        ("colour", True, True),
        ("copies", "12", 12),
        ("scale", "0,5", 0.5),
        ("scale", 2, 2.0),
        ("price", "9.90", Decimal("9.90")),
        ("price", 9, Decimal(9)),
        ("price", "", None),
        ("heading", "  Plan  ", "  Plan  "),
        ("size", "large", Size.LARGE),
        ("size", Size.LARGE, Size.LARGE),
        ("sizes", "large,small", (Size.LARGE, Size.SMALL)),
        ("paper", "a3", "a3"),
        ("fields", 'bildung, "Arbeit, Ausbildung"', ("bildung", "Arbeit, Ausbildung")),
        ("fields", ["bildung"], ("bildung",)),
        ("fields", "", ()),
        ("today", "2027-06-30", date(2027, 6, 30)),
        ("today", date(2027, 6, 30), date(2027, 6, 30)),
        ("today", None, None),
        ("since", "2027-06", PartialDate("2027-06")),
        ("number", "2", 2),
        ("number", "2.5", 2.5),
        ("template", "a.html", Path("a.html")),
        ("level", "2", Level.TWO),
        ("own", frozenset({"a"}), frozenset({"a"})),
    ],
)
def test_a_value_is_made_to_the_options_type(name: str, given: Any, made: object) -> None:
    value = getattr(options_from(poster(), {name: given}), name)
    assert (value, type(value)) == (made, type(made))


def test_one_item_stands_for_several() -> None:
    @frozen(kw_only=True)
    class Dated:
        days: tuple[date, ...] = ()

    assert options_from(poster(Dated), {"days": date(2027, 6, 30)}).days == (date(2027, 6, 30),)


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("colour", "perhaps", "the option 'colour' of 'poster' takes yes or no; got 'perhaps'"),
        ("colour", 1, "takes yes or no; got 1"),
        ("copies", "many", "takes a whole number; got 'many'"),
        ("copies", "1.5", "takes a whole number; got '1.5'"),
        ("scale", "12.000", "takes a number; got '12.000'; write 12000"),
        ("copies", True, "takes a whole number; got True"),
        ("scale", "nan", "takes a number; got 'nan'"),
        ("scale", "inf", "takes a number; got 'inf'"),
        ("scale", "1e400", "takes a number; got '1e400'"),
        ("price", "NaN", "takes a number; got 'NaN'"),
        ("price", "cheap", "takes a number; got 'cheap'"),
        ("heading", 3, "takes text; got 3"),
        ("size", "lage", "takes one of small, large; got 'lage'; did you mean 'large'?"),
        ("sizes", "small,x", "takes one of small, large; got 'x'"),
        ("sizes", 3, "takes one of small, large; several are separated by commas; got 3"),
        ("paper", "a5", "takes one of a4, a3; got 'a5'"),
        ("today", "2027-02-30", "takes a day such as 2027-06-30; got '2027-02-30'"),
        ("since", "June", "takes a date such as 2027, 2027-06 or 2027-06-30; got 'June'"),
        ("number", "x", "takes a number; got 'x'"),
        ("previous", "a.yaml", "takes the file of a concept; got 'a.yaml'"),
        ("size", [], "takes one of small, large; got []"),
        ("own", object, "takes frozenset; got <class 'object'>"),
        ("colors", "yes", "'poster' has no option 'colors'; did you mean 'colour'?"),
        ("xyz", "1", "'poster' has no option 'xyz'; known: colour, copies"),
        ("computed", "1", "'poster' has no option 'computed'"),
        ("copies", 0, "the options of 'poster' do not fit: 'copies' must be >= 1: 0"),
    ],
)
def test_a_wrong_option_is_refused_with_what_was_expected(name: str, given: object, said: str) -> None:
    with pytest.raises(OptionError) as caught:
        options_from(poster(), {name: given})
    assert said in str(caught.value)


def test_all_wrong_options_are_told_at_once() -> None:
    with pytest.raises(OptionError) as caught:
        options_from(poster(), {"copies": "x", "size": "y", "z": "1"})
    assert [name in str(caught.value) for name in ("'copies'", "'size'", "'z'")] == [True] * 3


def test_an_exporter_without_options_says_so() -> None:
    bare = poster(NoOptions)
    assert describe(bare) == ()
    with pytest.raises(OptionError, match="'poster' has no option 'a'; it takes none"):
        options_from(bare, {"a": "b"})


def test_a_concept_is_read_by_whoever_may_read_files() -> None:
    concept = example_concept()
    assert options_from(poster(), {"previous": concept}).previous is concept
    assert (
        options_from(poster(), {"previous": " old.yaml "}, load={"old.yaml": concept}.__getitem__).previous is concept
    )


@pytest.mark.parametrize("error", [FileNotFoundError("old.yaml"), InvalidConceptError("no concept")])
def test_why_a_concept_cannot_be_read_is_told_as_it_is(error: Exception) -> None:
    def failing(_: str) -> Concept:
        raise error

    with pytest.raises(type(error)) as caught:
        options_from(poster(), {"previous": "old.yaml"}, load=failing)
    assert caught.value is error


def test_every_option_is_described() -> None:
    told = {option.name: (str(option.kind), option.default) for option in describe(poster())}
    assert told == {
        "colour": ("yes or no", "no"),
        "copies": ("a whole number", "1"),
        "scale": ("a number", "1.0"),
        "price": ("a number", ""),
        "heading": ("text", "Plan"),
        "size": ("one of small, large", "small"),
        "sizes": ("one of small, large; several are separated by commas", "small,large"),
        "paper": ("one of a4, a3", "a4"),
        "fields": ("text; several are separated by commas", ""),
        "today": ("a day such as 2027-06-30", ""),
        "since": ("a date such as 2027, 2027-06 or 2027-06-30", ""),
        "number": ("a whole number or a number", "0"),
        "template": ("the path of a file", ""),
        "previous": ("the file of a concept", ""),
        "own": ("frozenset", "frozenset()"),
        "level": ("one of 1, 2", "1"),
        "twice": ("a whole number", ""),
    }
    assert [str(option.help) for option in describe(poster())][:2] == ["in colour", ""]


def test_a_default_written_as_described_gives_the_default() -> None:
    defaults = {option.name: option.default for option in describe(poster()) if option.name not in {"own", "twice"}}
    assert options_from(poster(), defaults) == Options()


@pytest.mark.parametrize(
    ("name", "given", "answer"),
    [
        ("today", "31.12.2026", "got '31.12.2026'; write 2026-12-31"),
        ("since", "Q3/2026", "write 2026-Q3"),
        ("price", "12.000,00 €", "write 12000"),
        ("copies", "ca. 3", "write 3, as precise as known"),
    ],
)
def test_a_german_spelling_is_answered_with_the_one_to_write(name: str, given: str, answer: str) -> None:
    with pytest.raises(OptionError) as error:
        options_from(poster(), {name: given})
    assert str(error.value).endswith(answer)


@pytest.mark.parametrize("given", ["Herbst", "Herbst 2026", "demnächst"])
def test_what_is_no_single_day_is_not_answered_with_one(given: str) -> None:
    with pytest.raises(OptionError) as error:
        options_from(poster(), {"today": given})
    assert "write" not in str(error.value)
