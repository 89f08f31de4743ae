"""A guest that breaks one sentence of the page about testing."""

from collections.abc import Callable

from attrs import frozen

from integrationskonzept import Message
from integrationskonzept.testing.contract import Contract

TITLE = Message(template="list", translations={"de": "Liste"})
ENGLISH = Message(template="a list that nobody translated")


@frozen
class Mutant:
    """A guest that breaks one sentence of the page about testing, and how that is noticed."""

    sentence: str
    """The sentence, as it is on the page."""
    test: str
    """The test that fails, its name as a sentence."""
    said: str
    """What the failure says, as a regular expression."""
    suite: Callable[[], Contract]
    """Return the suite of the guest."""
