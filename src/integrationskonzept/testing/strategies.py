"""Hypothesis strategies for texts and concepts."""

from random import Random
from typing import Any

from hypothesis import strategies as st

from integrationskonzept.model.concept import Concept
from integrationskonzept.testing.generate import Maker, seeded
from integrationskonzept.testing.sample_texts import AWKWARD, HOSTILE, ORDINARY

_RECORDS = 60
"""Maximum number of records that Hypothesis draws one by one."""


class _Drawn(Random):
    """Random numbers drawn from Hypothesis, so that a failing concept is shrunk attribute by attribute."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        super().__init__(0)

    def getrandbits(self, k: int) -> int:
        size = (k + 7) // 8
        return int.from_bytes(self._draw(st.binary(min_size=size, max_size=size))) & (1 << k) - 1

    def choice(self, seq: Any) -> Any:
        return self._draw(st.sampled_from(seq))


def texts(*, hostile: bool = False) -> st.SearchStrategy[str]:
    """Return a strategy for texts with line breaks, quotes and every script.

    Hostile ones also hold markup, control characters, text that breaks out of a line, and ten
    kilobytes at once. A file cannot hold all of those, but a concept built in Python can.
    """
    letters = st.characters(codec="utf-8") if hostile else st.characters(codec="utf-8", exclude_categories=["Cc"])
    return st.sampled_from(_repertoire(hostile)) | st.text(letters, max_size=40)


def concepts(*, hostile: bool = False, measures: int | None = None) -> st.SearchStrategy[Concept]:
    """Return a strategy for concepts, derived from the model's types, with every noun and attribute.

    Ids are unique among their noun; most references lead somewhere, a few lead nowhere.
    With `measures` the fields of action hold that many, be it thousands; such concepts are
    made from a number and are not shrunk. `hostile` is that of `texts`.
    """
    repertoire = _repertoire(hostile)
    if measures is not None:
        return st.integers(0, 2**32 - 1).map(lambda seed: seeded(seed, measures=measures, texts=repertoire))

    seeded(0)  # the first one looks through all types; that is no part of any example

    @st.composite
    def made(draw: st.DrawFn) -> Concept:
        records, seed = draw(st.integers(0, _RECORDS)), draw(st.integers(0, 2**32 - 1))
        return Maker(random=_Drawn(draw), seed=seed, texts=repertoire, records=records).concept()

    return made()


def _repertoire(hostile: bool) -> tuple[str, ...]:
    return ORDINARY + AWKWARD + (HOSTILE if hostile else ())
