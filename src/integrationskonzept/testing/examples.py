"""Example concepts for contract suites: the same every time, the smallest first."""

from collections.abc import Callable, Iterator
from functools import cache
from random import Random

from integrationskonzept.model.concept import Concept
from integrationskonzept.model.municipality import Municipality
from integrationskonzept.testing.generate import seeded
from integrationskonzept.testing.sample_texts import AWKWARD, HOSTILE, ORDINARY

MANY = 2000
"""Number of measures of a huge concept."""

_EXAMPLES = 40


def empty_concept() -> Concept:
    """Return a concept with only an id, a title and a municipality."""
    return Concept(id="leer", title="Leer", municipality=Municipality(name="Leer"))


@cache
def huge_concept() -> Concept:
    """Return a concept with thousands of measures."""
    return seeded(2, measures=MANY, texts=ORDINARY)


@cache
def _pool(*, hostile: bool) -> tuple[tuple[Concept, str], ...]:
    """Return concepts, generated once per test run, each with a description."""
    made = [(seeded(seed, texts=ORDINARY + AWKWARD), f"seeded({seed})") for seed in range(_EXAMPLES)]
    if hostile:
        alone = [(seeded(1, measures=2, texts=(text,)), f"the text {text[:40]!r}") for text in HOSTILE]
        together = [(seeded(seed, texts=ORDINARY + HOSTILE), f"hostile seeded({seed})") for seed in range(_EXAMPLES)]
        made = alone + together
    return tuple(sorted(made, key=lambda one: len(one[0].index)))


def any_concept() -> tuple[Concept, ...]:
    """Return the generated concepts with ordinary and awkward texts, the smallest first."""
    return tuple(concept for concept, _ in _pool(hostile=False))


def with_any_concept(check: Callable[[Concept], object], *, hostile: bool = False) -> None:
    """Run `check` with many generated concepts, and add the concept to exceptions as a note.

    The hostile ones have each hostile text in every place, and many of them together.
    """
    for concept, origin in _pool(hostile=hostile):
        try:
            check(concept)
        except Exception as error:
            error.add_note(f"with {origin}: {concept!r}")
            raise


def rubbish() -> Iterator[bytes]:
    """Yield byte strings that are not files of any format."""
    random = Random(0)  # noqa: S311 - nothing here is secret
    yield from (b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"{", b"[" * 1000, b'"', b"\n", b"- " * 500, b"&a *a")
    yield from (random.randbytes(length) for length in range(1, 100))
