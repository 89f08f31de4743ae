"""Contract of rules."""

from collections.abc import Sequence
from itertools import islice
from string import Formatter

from attrs import evolve

from integrationskonzept.i18n.messages import Message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.tree import get_path
from integrationskonzept.rules.rule import MAX_HITS, Hit, Rule
from integrationskonzept.testing.clock import assert_timeless
from integrationskonzept.testing.contract import (
    Contract,
    copied,
    keep,
    must,
    must_be_taken,
    must_be_told,
    state_of_concept,
)
from integrationskonzept.testing.example import example_concept
from integrationskonzept.testing.examples import any_concept, empty_concept, huge_concept, with_any_concept
from integrationskonzept.testing.purity import files_of, pure


class RuleContract(Contract):
    """Subclass it in a test module, with the rule as an attribute, and pytest runs every test.

    ``class TestNoMotto(RuleContract): rule = NO_MOTTO``
    """

    rule: Rule
    finds: Sequence[Concept] = ()
    """Concepts in which the rule has a hit."""
    passes: Sequence[Concept] = ()
    """Concepts in which the rule has no hit."""

    def test_it_finds_what_it_is_about(self) -> None:
        """Each of `finds` has a hit, and none of `passes`; without `finds`, a concept of the suite has one."""
        for concept in self.finds:
            must(self._hits(concept), f"it finds nothing in {concept!r}")
        for concept in self.passes:
            must(not self._hits(concept), f"it finds something in {concept!r}: {self._hits(concept)}")
        if not self.finds:
            tried = (empty_concept(), example_concept(), *any_concept())
            must(any(map(self._hits, tried)), "it finds nothing in any concept; give one that it finds under 'finds'")

    def test_it_says_the_same_twice(self) -> None:
        """The same concept has the same hits, in the same order."""
        for concept in self._concepts():
            hits = self._hits(concept)
            must(self._hits(concept) == hits, "two checks of one concept differ")
            must(self._hits(copied(concept)) == hits, "checks of equal concepts differ")

    def test_it_says_the_same_at_any_time(self) -> None:
        """A question that depends on the day belongs to an evaluation."""
        for concept in self._concepts():
            assert_timeless(lambda concept=concept: self._hits(concept))  # type: ignore[misc]  # bound now

    def test_it_leaves_the_concept_as_it_is(self) -> None:
        """Frozen objects can be changed by force; a rule must not."""
        for concept in self._concepts():
            before = state_of_concept(concept)
            self._hits(concept)
            must(state_of_concept(concept) == before, "the check changed the concept it was given")

    def test_it_uses_no_network_no_other_program_and_no_files(self) -> None:
        """A check depends on the concept alone."""
        for concept in self._concepts():
            with pure(files=files_of(self.rule.check)):
                self._hits(concept)

    def test_it_checks_any_concept(self) -> None:
        """Any level may be missing, references may be dangling; the path of every hit exists."""
        with_any_concept(self._check)
        self._check(example_concept())

    def test_it_survives_hostile_texts(self) -> None:
        """A finding about a text with braces or of ten kilobytes can still be printed."""
        with_any_concept(self._check, hostile=True)

    def test_it_checks_nothing_and_very_much(self) -> None:
        """An empty concept, and one with thousands of measures."""
        self._check(empty_concept())
        self._check(huge_concept())

    def test_it_can_be_told_in_every_language(self) -> None:
        """It has a title, a reason, a message and a hint in German and English."""
        must_be_told(self.rule.title, "its title")
        must_be_told(self.rule.why, "its reason ('why')")
        hit = next(iter(hit for concept in self._concepts() for hit in self._hits(concept)), None)
        for sentence, what in ((self.rule.message, "its message"), (self.rule.hint, "its hint")):
            if sentence is not None:
                must_be_told(_filled(sentence, hit) if hit else evolve(sentence, values={}), what)
        if self.rule.summary is not None:
            must_be_told(evolve(self.rule.summary, values={"count": 1, "total": 2}), "its summary")

    def test_a_host_takes_it(self) -> None:
        """Its code begins with a prefix of the plugin's own, and everything else it states is accepted."""
        must_be_taken("rules", self.rule)

    def _concepts(self) -> tuple[Concept, ...]:
        return (example_concept(), *self.finds)

    def _hits(self, concept: Concept) -> list[Hit]:
        hits = list(islice(self.rule.check(concept), MAX_HITS + 1))
        must(len(hits) <= MAX_HITS, f"it finds more than {MAX_HITS} places, and no more are listed")
        return hits

    def _check(self, concept: Concept) -> None:
        hits = self._hits(concept)
        for hit in hits:
            get_path(concept, hit.path)
            for sentence in filter(None, (self.rule.message, self.rule.hint)):
                told = _filled(sentence, hit)
                must(told.text("de").strip() and told.text().strip(), "a finding says nothing")
        if self.rule.summary is not None and self.rule.total is not None:
            count, total = len(hits), self.rule.total(concept)
            must(0 <= count <= total, f"it finds {count} of {total}")


def _filled(sentence: Message, hit: Hit) -> Message:
    """Return a sentence with the values of a hit; raise `AssertionError` where one is missing."""
    for template in (sentence.template, *sentence.translations.values()):
        missing = {name for _, name, _, _ in Formatter().parse(template) if name} - hit.values.keys()
        must(not missing, f"the sentence {template!r} needs a value for {', '.join(sorted(missing))}")
    return evolve(sentence, values=hit.values)


def rule_suite(rule: Rule, *, finds: Sequence[Concept] = (), passes: Sequence[Concept] = ()) -> RuleContract:
    """Return the suite of a rule; the arguments are the attributes of `RuleContract`."""
    suite = RuleContract()
    suite.rule, suite.finds, suite.passes = rule, finds, passes
    return suite


def check_rule(rule: Rule, *, finds: Sequence[Concept] = (), passes: Sequence[Concept] = ()) -> None:
    """Run the contract for a rule; raise `BrokenContractError` with every breach."""
    keep({f"the rule {rule.code}": rule_suite(rule, finds=finds, passes=passes)})
