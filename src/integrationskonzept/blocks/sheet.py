"""Reports of several tables, written as plain text or Markdown."""

from collections.abc import Iterator

from attrs import frozen

from integrationskonzept.blocks.markdown import escaped
from integrationskonzept.i18n.messages import Message, message


@frozen(kw_only=True)
class Block:
    """A heading with a table below it."""

    title: Message
    heads: tuple[Message, ...]
    """Column headings."""
    rows: tuple[tuple[Message | None, ...], ...]
    """The cells; the first one is the heading of the row. None is an empty cell."""


@frozen(kw_only=True)
class Sheet:
    """A title, sentences and blocks; blocks without rows are left out."""

    title: Message
    sentences: tuple[Message, ...]
    blocks: tuple[Block, ...]

    def text(self, language: str = "en") -> str:
        """Return plain text: each row is a line for its first cell, followed by a line for each further cell."""
        return "\n".join(self._text(language)) + "\n"

    def _text(self, language: str) -> Iterator[str]:
        yield self.title.text(language)
        yield from (sentence.text(language) for sentence in self.sentences)
        for block in self._filled():
            yield from ("", f"{block.title.text(language)} ({len(block.rows)})")
            heads = [head.text(language) for head in block.heads]
            for first, *others in block.rows:
                yield f"- {(first or message('not stated')).text(language)}"
                named = zip(heads[1:], others, strict=True)
                yield from (f"    {head}: {cell.text(language)}" for head, cell in named if cell is not None)

    def markdown(self, language: str = "de") -> str:
        """Return Markdown with tables."""
        return "\n".join(self._markdown(language)) + "\n"

    def _markdown(self, language: str) -> Iterator[str]:
        yield f"# {escaped(self.title.text(language))}"
        for sentence in self.sentences:
            yield from ("", escaped(sentence.text(language)))
        for block in self._filled():
            yield from ("", f"## {block.title.text(language)} ({len(block.rows)})", "")
            yield _row(head.text(language) for head in block.heads)
            yield _row("---" for _ in block.heads)
            for row in block.rows:
                yield _row("" if cell is None else escaped(cell.text(language)) for cell in row)

    def _filled(self) -> Iterator[Block]:
        return (block for block in self.blocks if block.rows)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
