"""Documents of any shape: a draft is made of each, and its file can be read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import integrationskonzept as ik
from integrationskonzept.drafts import DocumentLayout, DocumentTree, draft_of
from integrationskonzept.drafts.html import read_html
from integrationskonzept.drafts.layout import ORIENTATIONS
from integrationskonzept.drafts.markdown import read_markdown
from integrationskonzept.drafts.text import read_text
from integrationskonzept.model.provenance import DiscrepancyBasis
from tests.drafts.trees import TREES, WORDS

FILLED = TREES.filter(lambda tree: not tree.is_empty)

LAYOUTS = st.builds(
    DocumentLayout,
    labels=st.dictionaries(
        st.sampled_from(WORDS), st.sampled_from(["leads", "description", "ignore", "title"]), max_size=2
    ),
    orientation=st.sampled_from(ORIENTATIONS),
    glued=st.booleans(),
    skip=st.lists(st.sampled_from(WORDS), max_size=1).map(tuple),
)


@given(FILLED, LAYOUTS)
def test_a_draft_of_any_document_is_a_concept_that_can_be_read_back(tree: DocumentTree, layout: DocumentLayout) -> None:
    draft = draft_of(tree, layout, "konzept.txt")

    assert ik.loads(ik.dumps(draft.concept, "json"), "json") == draft.concept
    ik.check(draft.concept)


@given(FILLED)
def test_every_open_doubt_of_a_draft_has_a_row_in_the_review_list(tree: DocumentTree) -> None:
    draft = draft_of(tree, DocumentLayout())

    open_ones = [each for each in draft.concept.all_discrepancies if each.basis is DiscrepancyBasis.READING]
    told = {doubt.message.text("de") for doubt in draft.doubts}
    assert all(each.text in told for each in open_ones if each.id != "outside-all")


@given(FILLED)
def test_the_same_document_gives_the_same_draft(tree: DocumentTree) -> None:
    assert draft_of(tree, DocumentLayout()) == draft_of(tree, DocumentLayout())


@given(
    st.lists(st.sampled_from(WORDS) | st.text(max_size=30), max_size=20), st.sampled_from(["\n", "\n\n", "\t", " | "])
)
def test_any_text_is_read(words: list[str], between: str) -> None:
    content = between.join(words).replace("\x00", "").encode("utf-8", "replace")

    for read in (read_text, read_markdown, read_html):
        tree = read(content)
        if tree.is_empty:
            with pytest.raises(ik.InvalidConceptError, match="holds no text"):
                draft_of(tree, DocumentLayout())
        else:
            assert draft_of(tree, DocumentLayout()).concept.title
