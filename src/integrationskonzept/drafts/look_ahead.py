"""Measures in running text, told by the labels below a heading."""

from collections.abc import Sequence

from integrationskonzept.drafts.cover import is_title
from integrationskonzept.drafts.heads import Heads
from integrationskonzept.drafts.labels import Label, Labels
from integrationskonzept.drafts.tree import Block, Heading, Paragraph, Table

_FEWEST_LABELS = 2
"""Number of different labels below a heading that is a measure."""
_FEWEST_BELOW_TEXT = 3
"""Number of different labels below a line that is no heading, and yet a measure."""
_ELSEWHERE = frozenset(
    ("title", "number", "field_of_action", "status", "areas", "contacts", "note", "short_title", "carriers")
)
"""Attributes whose labels also stand in imprints and elsewhere, so that they show no measure."""
_LOOK_AHEAD = 14
"""Number of blocks in which the labels are looked for."""


class LookAhead:
    """Looks at the blocks that follow in a document."""

    def __init__(self, blocks: Sequence[Block], labels: Labels, heads: Heads) -> None:
        self._blocks = blocks
        self._labels = labels
        self._heads = heads

    def is_measure(self, at: int) -> bool:
        """Return whether paragraphs with several labels stand below a heading, up to the next one."""
        heading = self._blocks[at]
        if isinstance(heading, Heading) and (is_title(heading.text) or self._is_above_title(at, heading)):
            return False
        seen: set[str] = set()
        for block in self._blocks[at + 1 : at + 1 + _LOOK_AHEAD]:
            if isinstance(block, Table):
                break
            label = self.label_of(block)
            if self._begins_with_head(block):
                break
            if isinstance(block, Heading):
                is_deeper = isinstance(heading, Heading) and (block.level or 0) > (heading.level or 0)
                if not (label and (is_deeper or block.level is None)):
                    break
            seen |= {label.attribute} if label else set()
            seen |= self._labels_within(block)
        fewest = _FEWEST_LABELS if isinstance(heading, Heading) else _FEWEST_BELOW_TEXT
        return len(seen - _ELSEWHERE) >= fewest

    def label_of(self, block: Heading | Paragraph) -> Label | None:
        """Return the label that a paragraph begins with, or that a heading is."""
        if isinstance(block, Heading):
            split = self._labels.split(block.text)
            return self._labels.find(block.text) or (split[0] if split else None)
        if block.lead and (label := self._labels.find(block.lead)):
            return label
        split = self._labels.split(block.lines[0].text)
        if split:
            return split[0]
        return self._labels.find(block.lines[0].text) if not block.lines[0].marked else None

    def _is_above_title(self, at: int, heading: Heading) -> bool:
        """Return whether the line below a heading without a level is rather the title of the measure."""
        following = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        if heading.level is not None or not isinstance(following, Paragraph) or len(following.lines) > 1:
            return False
        is_sentence = following.text.endswith((".", ":", "!"))
        return not is_sentence and not following.lines[0].marked and self.label_of(following) is None

    def _begins_with_head(self, block: Heading | Paragraph) -> bool:
        text = block.text if isinstance(block, Heading) else block.lines[0].text
        head = self._heads.measure(text)
        return bool(head and head.number) or self._heads.field(text) is not None

    def _labels_within(self, block: Block) -> set[str]:
        """Return the attributes of labels at the beginning of further lines of a paragraph."""
        if not isinstance(block, Paragraph):
            return set()
        found = [self._labels.split(line.text) for line in block.lines[1:]]
        return {split[0].attribute for split in found if split}
