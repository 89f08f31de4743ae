"""Recognition of measures, offers, activities and the timeline in a document, by headings, tables and labels."""

from collections.abc import Sequence

from integrationskonzept.drafts.attributes import NAMES
from integrationskonzept.drafts.cover import as_of_in, is_title
from integrationskonzept.drafts.found import Found, FoundField, FoundMeasure, Outside, Unread
from integrationskonzept.drafts.heads import Head, Heads, is_generic, is_head_of_list, numbered
from integrationskonzept.drafts.labels import Label, Labels
from integrationskonzept.drafts.layout import DocumentLayout
from integrationskonzept.drafts.lists import ListReader
from integrationskonzept.drafts.look_ahead import LookAhead
from integrationskonzept.drafts.notation import clean, footnote, items_of
from integrationskonzept.drafts.running_text import TextReader
from integrationskonzept.drafts.sheets import SheetReader
from integrationskonzept.drafts.text import is_heading_like
from integrationskonzept.drafts.tree import (
    Block,
    DocumentPlace,
    DocumentTree,
    Heading,
    Line,
    Paragraph,
    Row,
    Table,
    text_of,
)
from integrationskonzept.model.synonyms import folded

_OPENING = 60
"""Number of blocks in which the title, the town and the date are looked for."""
_LONGEST_HEAD = 240
_LONGEST_DATE = 40


def recognise(tree: DocumentTree, layout: DocumentLayout) -> Found:
    """Return what is recognised in a document."""
    return Recognition(tree, layout).read()


class Recognition:
    """The state of reading one document: headings above, the open measure, what was found."""

    def __init__(self, tree: DocumentTree, layout: DocumentLayout) -> None:
        self.layout = layout
        self.labels = Labels(layout)
        self.heads = Heads(layout)
        self.found = Found(title=tree.title)
        self.measure: FoundMeasure | None = None
        self._blocks = tree.blocks
        self._ahead = LookAhead(tree.blocks, self.labels, self.heads)
        self._path: list[Heading] = []
        self._field: FoundField | None = None
        self._field_level: int | None = None
        self._in_table = False
        self._unused: Heading | None = None
        self._plain: Heading | None = None
        self._skipped_level: tuple[int | None] | None = None
        self._text = TextReader(self)
        self._lists = ListReader(self)
        self._sheets = SheetReader(self)

    def read(self) -> Found:
        """Return what is found in all blocks."""
        for at, block in enumerate(self._blocks):
            if at < _OPENING:
                self.found.opening += _texts_of(block)
            if isinstance(block, Heading):
                self._heading(at, block)
            elif self._skipped_level is not None:
                continue
            elif isinstance(block, Paragraph):
                self._paragraph(at, block)
            else:
                self._in_table = True
                self._table(block)
                self._in_table = False
        for measure in self.found.measures:
            self._take_names(measure)
        return self.found

    def _take_names(self, measure: FoundMeasure) -> None:
        """Take title, number and field of a measure from the values under such labels."""
        for value in [value for value in measure.values if value.attribute in NAMES]:
            text = text_of(value.lines)
            measure.values.remove(value)
            if not text:
                continue
            if value.attribute == "field_of_action":
                measure.field_of_action = self.set_field(self.heads.field(text) or numbered(text), value.place)
            elif value.attribute == "number":
                measure.number = measure.number or text
            elif measure.title is None:
                measure.title = numbered(text).title
            elif folded(measure.title) != folded(numbered(text).title):
                value.attribute = None
                measure.values.append(value)

    # -- headings ---------------------------------------------------------------------------

    @property
    def section(self) -> Heading | None:
        """The nearest heading above."""
        return self._path[-1] if self._path else None

    @property
    def scope(self) -> str:
        """The measure or heading that is read, in words."""
        if self.measure and (self.measure.is_text or self.measure.section is self.section):
            return self.measure.title or self.measure.printed
        return self.section.text if self.section else ""

    def _heading(self, at: int, heading: Heading) -> None:
        if self._is_skipped(heading):
            return
        if self.measure and self.measure.is_text and self._is_inside(at, heading, self.measure):
            self._text.read([Line(heading.text, apart=True)], heading.place)
            return
        self._push(heading)
        if head := self.heads.measure(heading.text):
            self.start_text_measure(head, heading.place, heading.level)
        elif head := self.heads.field(heading.text):
            self.set_field(head, heading.place)
            self._field_level = heading.level
        elif self._ahead.is_measure(at):
            self.start_text_measure(numbered(heading.text), heading.place, heading.level)
        else:
            self._unused = heading
            self._plain = heading

    def _is_skipped(self, heading: Heading) -> bool:
        """Return whether the layout says to skip the part that begins here, or that goes on here."""
        if self._skipped_level is not None:
            outer = self._skipped_level[0]
            if outer is not None and heading.level is not None and heading.level > outer:
                return True
            self._skipped_level = None
        if any(folded(each) == folded(numbered(heading.text).title) for each in self.layout.skip):
            self._skipped_level = (heading.level,)
            self.measure = None
            return True
        return False

    def _push(self, heading: Heading) -> None:
        self._close()
        self.found.headings.append(heading)
        if heading.level is None:
            self._path = [each for each in self._path if each.level is not None]
        else:
            self._path = [each for each in self._path if each.level is not None and each.level < heading.level]
            if self._field_level is not None and heading.level <= self._field_level:
                self._field = self._field_level = None
        self._path.append(heading)

    def _is_inside(self, at: int, heading: Heading, measure: FoundMeasure) -> bool:
        """Return whether a heading is a label, or text, of the measure that is read."""
        if self.heads.measure(heading.text) or self.heads.field(heading.text):
            return False
        if self.labels.find(heading.text) or self.labels.split(heading.text):
            return True
        if heading.level is None:
            return not self._begins_part(at)
        return measure.level is not None and heading.level > measure.level

    def _begins_part(self, at: int) -> bool:
        """Return whether the next block shows that a heading without a level begins a new part."""
        following = self._blocks[at + 1] if at + 1 < len(self._blocks) else None
        value = self._text.value
        if value is None or not value.lines:
            return value is None
        if isinstance(following, Heading):
            if self.heads.measure(following.text) is not None or self._ahead.is_measure(at):
                return True
            last = value.lines[-1]
            is_list_of_names = not last.marked and is_heading_like(last.text)
            return not is_list_of_names and self._ahead.is_measure(at + 1)
        if not isinstance(following, Paragraph) or self._ahead.is_measure(at):
            return True
        return self._ahead.label_of(following) is None and self._ahead.is_measure(at + 1)

    # -- fields and measures ------------------------------------------------------------------

    def set_field(self, head: Head, place: DocumentPlace) -> FoundField:
        """Set the field of action that is read, a known one if it has the same title."""
        key = folded(head.title)
        known = next((each for each in self.found.fields if folded(each.title) == key), None)
        if known is None:
            known = FoundField(
                title=head.title, number=head.number, printed=head.printed, place=place, section=self.section
            )
            self.found.fields.append(known)
        self._field = known
        self._field_level = self.section.level if self.section and self._in_table else None
        return known

    def field_here(self) -> FoundField | None:
        """Return the field of action that is read: the last one named, or else the nearest heading that may be one."""
        if self._field is not None:
            return self._field
        level = self.measure.level if self.measure else None
        plain = [self._plain] if self._plain and self._plain.level is None else []
        for heading in (*reversed(self._path), *plain):
            is_above = level is None or heading.level is None or heading.level < level
            is_own = self.measure is not None and self.measure.is_text and heading.text == self.measure.printed
            is_named = is_generic(heading.text) or is_title(heading.text) or self.heads.measure(heading.text)
            if is_above and not is_own and not is_named:
                known = self.set_field(numbered(heading.text), heading.place)
                self._field = self._field_level = None  # it holds as long as the heading does
                return known
        return None

    def start_measure(self, head: Head, place: DocumentPlace, *, level: int | None = None) -> FoundMeasure:
        """Begin a measure."""
        self._unused = None
        self._text.end()
        self.measure = FoundMeasure(
            title=head.title or None,
            number=head.number,
            printed=head.printed,
            place=place,
            section=self.section,
            level=level,
        )
        self.found.measures.append(self.measure)
        return self.measure

    def start_text_measure(self, head: Head, place: DocumentPlace, level: int | None) -> None:
        """Begin a measure to which the paragraphs below belong."""
        measure = self.start_measure(head, place, level=level)
        measure.is_text = True
        measure.field_of_action = self.field_here()

    def title_above(self) -> Head | None:
        """Return the nearest heading that has named nothing yet, as the head of a measure."""
        heading, self._unused = self._unused, None
        return None if heading is None or is_generic(heading.text) else numbered(heading.text)

    def add_lines(self, lines: Sequence[Line], place: DocumentPlace) -> None:
        """Add lines of a cell to the measure that is read; a label begins a further value."""
        self._text.add_lines(lines, place)

    def note_label(self, label: Label) -> None:
        """Count a label."""
        self.found.labels[label] += 1

    # -- text -------------------------------------------------------------------------------

    def _paragraph(self, at: int, paragraph: Paragraph) -> None:
        note = footnote(paragraph.text)
        if note:
            self.found.footnotes.setdefault(note[0], (note[1], paragraph.place))
            return
        if self._begins_measure(paragraph):
            return
        is_line = len(paragraph.lines) == 1 and len(paragraph.text) <= _LONGEST_HEAD and not paragraph.lines[0].marked
        head = self.heads.field(paragraph.text) if is_line else None
        if self.measure and self.measure.is_text and (head is None or self._is_only_named(self.measure)):
            self._text.read(paragraph.lines, paragraph.place, lead=paragraph.lead)
        elif head is not None:
            self._close()
            self.set_field(head, paragraph.place)
        elif is_line and self._ahead.is_measure(at) and not self._ahead.label_of(paragraph):
            self.start_text_measure(numbered(paragraph.text), paragraph.place, None)
        elif self.section and is_head_of_list(self.section.text) and paragraph.lines[0].marked:
            self._list_of_measures(paragraph, self.section.text, paragraph.lines)
        elif is_head_of_list(paragraph.lines[0].text) and all(line.marked for line in paragraph.lines[1:]):
            self._list_of_measures(paragraph, paragraph.lines[0].text, paragraph.lines[1:])
        else:
            self._outside(paragraph)

    def _list_of_measures(self, paragraph: Paragraph, label: str, lines: Sequence[Line]) -> None:
        """Begin a measure for each item of a list, which has nothing but its title."""
        for item in items_of(lines):
            self.note_label(Label("title", label.rstrip(":"), is_sure=False))
            self.start_measure(numbered(item.text), paragraph.place).field_of_action = self.field_here()
        self.measure = None

    def _is_only_named(self, measure: FoundMeasure) -> bool:
        """Return whether nothing but names of a measure was read, so that a field is its own."""
        return all(value.attribute in NAMES for value in measure.values)

    def _begins_measure(self, paragraph: Paragraph) -> bool:
        """Begin a measure at its head, which may stand in the lines before the first label; return whether it does."""
        lines = paragraph.lines
        if lines[0].marked:
            return False
        ends = (at for at, line in enumerate(lines) if at and (line.marked or self._is_label_line(line)))
        end = next(ends, len(lines))
        text = text_of(lines[:end])
        head = self.heads.measure(text) if len(text) <= _LONGEST_HEAD else None
        if head is None or not (head.number or not self._is_inside_text()):
            return False
        self._close()
        self.start_text_measure(head, paragraph.place, None)
        self._text.add_lines(lines[end:], paragraph.place)
        return True

    def _is_label_line(self, line: Line) -> bool:
        return not line.marked and bool(self.labels.split(line.text) or self.labels.find(line.text))

    def _is_inside_text(self) -> bool:
        return self.measure is not None and self.measure.is_text and bool(self.measure.values)

    def _close(self) -> None:
        """Close the measure and the list that are read."""
        self.measure = None
        self._text.end()
        self._lists.end()
        self._sheets.end()

    def _outside(self, paragraph: Paragraph) -> None:
        """Keep in mind that a paragraph is not in the draft, unless it is the date of the document."""
        if len(paragraph.text) <= _LONGEST_DATE and as_of_in([paragraph.text]):
            return
        heading = self.section.text if self.section else ""
        last = self.found.outside[-1] if self.found.outside else None
        if last is not None and last.heading == heading:
            last.blocks += 1
        else:
            self.found.outside.append(Outside(heading=heading, place=paragraph.place, first=paragraph.text))

    def unread(self, text: str, place: DocumentPlace, measure: FoundMeasure | None = None) -> None:
        """Keep in mind that text is not in the draft."""
        if text:
            self.found.unread.append(Unread(text=text, place=place, scope=self.scope, measure=measure))

    # -- tables -----------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        """Read the rows of a table: lists while a header holds, sheets of labels and values otherwise."""
        self._text.end()
        table = self._lists.turned(table)
        self._sheets.begin(table)
        for at, row in enumerate(table.rows):
            if not row.filled or self._is_field_row(row):
                continue
            if not self._lists.read(row, in_sheet=self._sheets.is_open):
                self._sheets.read(table, at)

    def _is_field_row(self, row: Row) -> bool:
        """Read a row that only names a field of action, such as ``Handlungsfeld: Sprache``; return whether it does."""
        head = self.heads.field(row.filled[0].text) if len(row.filled) == 1 else None
        if head is None or self._sheets.takes_field:
            return False
        self._lists.end_field()
        self.set_field(head, row.place)
        return True


def _texts_of(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [clean(" ".join(cell.text for cell in row.filled)) for row in block.rows[:8]]
    return [clean(block.text)]
