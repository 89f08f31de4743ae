"""The text of a concept's file in an editor: its findings, the ids in it, and the text with a new id."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import chain

from attrs import frozen

from integrationskonzept import api
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding, Path, Position
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.partial_concept import read_partial_concept
from integrationskonzept.formats.text_edits import edit_text
from integrationskonzept.model.check_settings import Ignore
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, ValueType
from integrationskonzept.model.edits import rename
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.rules.report import CheckReport
from integrationskonzept.suggest import suggested_name

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@frozen(kw_only=True)
class Mention:
    """A place in a text where an element has its id, or something refers to it."""

    line: int
    """Line, counted from 1."""
    column: int
    """Column of the first character of the id, counted from 1 in characters."""
    text: str
    """The id, or the address, as it stands there."""
    address: str
    """Address of the element."""
    is_definition: bool
    """Whether the element itself stands there."""


@frozen(kw_only=True, eq=False)
class EditedText:
    """The text of a file while it is edited; nothing in it raises."""

    text: str
    """The text."""
    name: str
    """Name of the file."""
    format: Format
    """Format of the file."""
    host: PluginHost
    """Plugins that check it."""

    @property
    def _content(self) -> bytes:
        return self.text.encode("utf-8", "surrogatepass")

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines, without their ends."""
        return tuple(_LINE_BREAK.split(self.text))

    @cached_property
    def report(self) -> CheckReport:
        """What `check` reports about it."""
        return api.check_text(self._content, format=self.format.name, name=self.name, host=self.host)

    @cached_property
    def concept(self) -> Concept | None:
        """The concept, or the valid parts of it; None where nothing can be read."""
        try:
            return read_file(self._content, self.format, self.name)
        except InvalidConceptError:
            rest = self.format.read and read_partial_concept(self._content, self.format.read, self.name)
            return rest.concept if rest else None

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every id of an element, and every reference to an element or to nothing, in the order of the text."""
        return tuple(sorted(self._mentions(), key=lambda mention: (mention.line, mention.column)))

    def _mentions(self) -> Iterator[Mention]:
        concept = self.concept
        if concept is None:
            return
        for address, (path, element) in concept.index.items():
            yield from self._mention((*path, "id"), element.id, address, is_definition=True)
        for link in concept.links:
            yield from self._mention(link.path, link.id, link.address, is_definition=False)
        for path, ignored in concept.records.get(Ignore):
            if ignored.element:
                yield from self._mention((*path, "element"), ignored.element, ignored.element, is_definition=False)

    def _mention(self, path: Path, id: str, address: str, *, is_definition: bool) -> Iterator[Mention]:
        """Yield the mention at a path if the text has the id there: a placeholder for a refused value is not in it."""
        origin = self.concept and self.concept.origin
        position = origin.positions(path)[1] if origin else None
        column = self._column(position, id) if position else None
        if position and column:
            yield Mention(line=position.line, column=column, text=id, address=address, is_definition=is_definition)

    def _column(self, position: Position, id: str) -> int | None:
        rest = self.lines[position.line - 1][position.column - 1 :]
        quote = rest[:1] if rest[:1] in ("'", '"') else ""
        return position.column + len(quote) if rest.startswith(quote + id) else None

    def mention_at(self, line: int, column: int) -> Mention | None:
        """Return the mention at a place, or directly before it; both are counted from 1."""
        for mention in self.mentions:
            if mention.line == line and mention.column <= column <= mention.column + len(mention.text):
                return mention
        return None

    def renamed(self, address: str, new_id: str) -> str:
        """Return the text in which an element, and every reference to it, has a new id, and nothing else differs.

        Raise `InvalidConceptError` for a text with errors, `EditError` for an id that is taken, `InvalidValueError`
        for one that is misspelt, and `UneditableError` if the text cannot be changed in place.
        """
        content = self._content
        wanted = rename(read_file(content, self.format, self.name), address, new_id)
        changed = self._with_id(address, new_id)
        try:
            if read_file(changed.encode(), self.format, self.name) == wanted:
                return changed
        except InvalidConceptError:
            pass
        return edit_text(content, self.format, wanted).content.decode("utf-8")  # such as an id that needs quotes

    def _with_id(self, address: str, new_id: str) -> str:
        """Return the text with another id at every mention of an element."""
        lines, ends = list(self.lines), [*_LINE_BREAK.findall(self.text), ""]
        old_id = address.rpartition("/")[2]
        for mention in reversed(self.mentions):
            if mention.address == address:
                line, end = lines[mention.line - 1], mention.column - 1 + len(mention.text)
                lines[mention.line - 1] = line[: end - len(old_id)] + new_id + line[end:]
        return "".join(chain.from_iterable(zip(lines, ends, strict=True)))


@cache
def nouns_by_key() -> Mapping[str, frozenset[str]]:
    """Return the nouns that each key with references refers to; ``*`` where it holds addresses.

    A key of records counts as well if an id alone can stand for one of them.
    """
    nouns: defaultdict[str, set[str]] = defaultdict(set)
    for kind in (Concept, *MODEL.below(Concept)):
        for each in MODEL[kind].attributes.values():
            single = MODEL[each.kind].bare if each.type is ValueType.RECORD else each
            if single and single.noun:
                nouns[each.name].add(single.noun)
    return {key: frozenset(found) for key, found in nouns.items()}


def suggested(finding: Finding) -> str | None:
    """Return the one word that a finding suggests instead of what stands there; None where it suggests none."""
    return suggested_name(finding.hint) if finding.hint else None
