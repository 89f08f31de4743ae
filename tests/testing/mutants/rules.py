"""A good rule, and bad ones."""

import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from pathlib import Path
from typing import Any

from attrs import evolve

from integrationskonzept import Concept, Hit, Message, Rule, Severity
from integrationskonzept.testing import example_concept
from integrationskonzept.testing.rule_contract import rule_suite
from tests.testing.mutants.mutant import ENGLISH, TITLE, Mutant

NO_MOTTO = evolve(example_concept(), motto=None)


def without_motto(concept: Concept) -> Iterator[Hit]:
    if concept.motto is None:
        yield Hit((), {"title": concept.title})


MOTTO = Rule(
    code="TEST001",
    family="test",
    title=TITLE,
    why=TITLE,
    severity=Severity.NOTE,
    message=Message(template="{title} has no motto", translations={"de": "{title} hat kein Motto"}),
    check=without_motto,
    summary=Message(template="{count} of {total}", translations={"de": "{count} von {total}"}),
    total=lambda _: 1,
)


def forcing(concept: Concept) -> Iterable[Hit]:
    object.__setattr__(concept, "title", "CHANGED")
    return without_motto(concept)


def bad(  # noqa: PLR0913 - each is an argument of its own
    sentence: str,
    test: str,
    said: str,
    check: Rule | Callable[[Concept], Iterable[Hit]],
    *,
    finds: Sequence[Concept] = (NO_MOTTO,),
    passes: Sequence[Concept] = (),
) -> Mutant:
    made = check if isinstance(check, Rule) else evolve(MOTTO, message=TITLE, check=check)
    return Mutant(sentence, test, said, lambda: rule_suite(made, finds=finds, passes=passes))


def changed(**changes: Any) -> Rule:
    return evolve(MOTTO, **changes)


def places(count: int) -> Callable[[Concept], Iterable[Hit]]:
    return lambda _: repeat(Hit(()), count)


ABOUT = "it finds what it is about"
FINDS = "It finds something in each of `finds`, and nothing in any of `passes`."
TOLD = "it can be told in every language"
GERMAN = "Title, reason, message, hint and summary exist in German and English, with a value for every placeholder."
ANY = "Any concept is checked, an empty one and one of 2,000 measures too, and the path of every hit exists."

MUTANTS = (
    bad(FINDS, ABOUT, "it finds nothing in", lambda _: ()),
    bad(FINDS, ABOUT, "it finds something in", lambda _: [Hit(())], passes=(example_concept(),)),
    bad("Without `finds`, it finds something in at least one of the suite's concepts.", ABOUT,
        "it finds nothing in any concept; give one", lambda _: (), finds=()),
    bad("The same concept has the same hits, in the same order.", "it says the same twice", "two checks of one concept "
        "differ", lambda _: [Hit((), {"x": uuid.uuid4()})]),
    bad("The hits do not depend on the clock or the time zone.", "it says the same at any time",
        "it reads the clock: localtime in", lambda _: [Hit((), {"x": time.localtime().tm_year})]),
    bad("The concept is left as it is.", "it leaves the concept as it is", "the check changed the concept", forcing),
    bad("No network, no other program and no files are used.", "it uses no network no other program and no files",
        "reads a file", lambda _: [Hit((), {"x": Path("/etc/hostname").read_bytes()})]),
    bad(ANY, "it checks any concept", "IndexError", lambda concept: [Hit(()) for _ in (concept.measures[0],)]),
    bad(ANY, "it checks nothing and very much", "", lambda _: [Hit(("motto", "x"))]),
    bad("It finds 10,000 places at most; no more are listed.", "it checks nothing and very much",
        "it finds more than 10000 places", places(20_000)),
    bad("It finds no more places than the `total` of its summary.", "it checks any concept", "it finds 1 of 0",
        changed(check=lambda _: [Hit((), {"title": "x"})], total=lambda _: 0)),
    bad("A finding about hostile texts can be told.", "it survives hostile texts", "a finding says nothing",
        changed(message=Message(template="{title}", translations={"de": "{title}"}), check=lambda concept: [
            Hit((), {"title": concept.title})])),
    bad(GERMAN, TOLD, "its title is not told in German", changed(title=ENGLISH)),
    bad(GERMAN, TOLD, r"its reason \('why'\) is empty", changed(why=Message(template=" "))),
    bad(GERMAN, TOLD, "its message is not told in German", changed(message=Message(template="{title}: no motto"))),
    bad(GERMAN, TOLD, "the sentence 'add {way}' needs a value for way", changed(hint=Message(template="add {way}"))),
    bad(GERMAN, TOLD, "the sentence '{titel} hat' needs a value for titel",
        changed(message=Message(template="{title} has", translations={"de": "{titel} hat"}))),
    bad(GERMAN, TOLD, "its summary is not told in German", changed(summary=Message(template="{count} / {total}"))),
    bad("A host accepts it: its code does not begin with `IK`.", "a host takes it",
        "codes that begin with IK are this library's own", changed(code="IK301")),
)  # fmt: skip
"""Bad rules."""
