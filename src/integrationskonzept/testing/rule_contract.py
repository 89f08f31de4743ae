"""Contract of rules."""

import pickle
from collections.abc import Sequence

from attrs import evolve

from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.tree import get_path
from integrationskonzept.rules.rule import Hit, Rule
from integrationskonzept.testing.contract import Contract, keep, must
from integrationskonzept.testing.example import example_concept
from integrationskonzept.testing.examples import empty_concept, huge_concept, with_any_concept
from integrationskonzept.testing.purity import pure


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
        """Each of `finds` has a hit, and none of `passes`."""
        for concept in self.finds:
            must(self._hits(concept), f"it finds nothing in {concept!r}")
        for concept in self.passes:
            must(not self._hits(concept), f"it finds something in {concept!r}: {self._hits(concept)}")

    def test_it_says_the_same_twice(self) -> None:
        """The same concept has the same hits, in the same order."""
        concept = example_concept()
        twin = pickle.loads(pickle.dumps(concept))  # noqa: S301 - our own bytes
        hits = self._hits(concept)
        must(self._hits(concept) == hits, "two checks of one concept differ")
        must(self._hits(twin) == hits, "checks of equal concepts differ")

    def test_it_looks_at_no_clock_and_no_network(self) -> None:
        """A check depends on the concept alone."""
        concept = example_concept()
        with pure():
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
        """It has a title and a reason in every language."""
        for language in LANGUAGES:
            must(self.rule.title.text(language).strip(), "it has no title")
            must(self.rule.why.text(language).strip(), "it does not say why it matters")

    def _hits(self, concept: Concept) -> list[Hit]:
        return list(self.rule.check(concept))

    def _check(self, concept: Concept) -> None:
        hits = self._hits(concept)
        for hit in hits:
            get_path(concept, hit.path)
            _say(self.rule.message, hit)
            if self.rule.hint is not None:
                _say(self.rule.hint, hit)
        if self.rule.summary is not None and self.rule.total is not None:
            count, total = len(hits), self.rule.total(concept)
            must(0 <= count <= total, f"it finds {count} of {total}")
            _say(self.rule.summary, Hit((), {"count": count, "total": total}))


def _say(template: Message, hit: Hit) -> None:
    for language in LANGUAGES:
        said = evolve(template, values=hit.values)
        must(said.text(language).strip(), f"a finding says nothing in {language!r}")


def check_rule(rule: Rule, *, finds: Sequence[Concept] = (), passes: Sequence[Concept] = ()) -> None:
    """Run the contract for a rule; raise `BrokenContractError` with every breach."""
    suite = RuleContract()
    suite.rule, suite.finds, suite.passes = rule, finds, passes
    keep(suite, f"the rule {rule.code}")
