"""Completion, hover, definition, references and renaming of ids."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from lsprotocol import types

from integrationskonzept import Concept
from integrationskonzept.editor import EditedText, nouns_by_key
from integrationskonzept.model import Discrepancy, Element
from integrationskonzept.plugins.kit import label
from integrationskonzept_languageserver.context import typing_at
from integrationskonzept_languageserver.ranges import of_mention, place, position, span


def completion(text: EditedText, concept: Concept | None, at: types.Position, language: str) -> types.CompletionList:
    """Return the ids that a reference at a position can have, with their titles; `concept` was read last."""
    line, column = place(text, at)
    typing = typing_at(text, line, column)
    nouns = nouns_by_key().get(typing.key, frozenset()) if typing else frozenset()
    if typing is None or concept is None or not nouns:
        return types.CompletionList(is_incomplete=False, items=[])
    written = span(text, line, column - len(typing.word), len(typing.word))
    items = []
    for address, (_, element) in concept.index.items():
        if nouns & {element.noun, "*"} and element is not concept:
            id, title = address if "*" in nouns else element.id, _title(element)
            items.append(
                types.CompletionItem(
                    label=id,
                    kind=types.CompletionItemKind.Reference,
                    detail=title,
                    documentation=label(element.noun).text(language),
                    filter_text=f"{id} {title}",
                    text_edit=types.TextEdit(written, id),
                )
            )
    return types.CompletionList(is_incomplete=False, items=items)


def hover(text: EditedText, at: types.Position, language: str) -> types.Hover | None:
    """Return the title and sort of the element whose id is at a position."""
    mention = text.mention_at(*place(text, at))
    element = text.concept.get(mention.address) if mention and text.concept else None
    if mention is None or element is None:
        return None
    said = f"**{_plain(_title(element))}**\n\n{label(element.noun).text(language)} `{element.id}`"
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said), of_mention(text, mention))


def _title(element: Element | Discrepancy) -> str:
    """Return the title of an element; a discrepancy has a sentence instead."""
    return element.text if isinstance(element, Discrepancy) else element.display_title


def _plain(title: str) -> str:
    """Return a title in which no sign means anything in Markdown."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>#|~" else sign for sign in title)


def definition(text: EditedText, uri: str, at: types.Position) -> types.Location | None:
    """Return the place of the element whose id is at a position."""
    mention = text.mention_at(*place(text, at))
    defined = (each for each in text.mentions if mention and each.address == mention.address and each.is_definition)
    found = next(defined, None)
    return types.Location(uri, of_mention(text, found)) if found else None


def references(text: EditedText, uri: str, at: types.Position, *, with_definition: bool) -> list[types.Location]:
    """Return the places that refer to the element whose id is at a position, in the order of the text."""
    mention = text.mention_at(*place(text, at))
    return [
        types.Location(uri, of_mention(text, each))
        for each in text.mentions
        if mention and each.address == mention.address and (with_definition or not each.is_definition)
    ]


def renameable(text: EditedText, at: types.Position) -> types.PrepareRenamePlaceholder | None:
    """Return the id at a position, which can be renamed if its element is in the text."""
    mention = text.mention_at(*place(text, at))
    element = text.concept.get(mention.address) if mention and text.concept else None
    if mention is None or element is None or element is text.concept:
        return None
    id = mention.address.rpartition("/")[2]
    shift = len(mention.text) - len(id)
    return types.PrepareRenamePlaceholder(span(text, mention.line, mention.column + shift, len(id)), id)


def renaming(text: EditedText, at: types.Position, new_id: str) -> list[types.TextEdit]:
    """Return the changes of the text that give the element at a position, and all references to it, a new id."""
    mention = text.mention_at(*place(text, at))
    return list(_edits(text, text.renamed(mention.address, new_id))) if mention else []


def _edits(text: EditedText, new: str) -> Iterator[types.TextEdit]:
    """Yield the changes between two texts, for each run of lines that differ."""
    old_lines, new_lines = text.text.splitlines(keepends=True), new.splitlines(keepends=True)
    changes = SequenceMatcher(a=old_lines, b=new_lines, autojunk=False).get_opcodes()
    for kind, start, end, new_start, new_end in changes:
        if kind == "equal":
            continue
        if end - start == new_end - new_start:
            for number in range(end - start):
                yield from _edit_of_line(text, start + number, old_lines[start + number], new_lines[new_start + number])
        else:
            both = types.Range(position(text, start + 1, 1), position(text, end + 1, 1))
            yield types.TextEdit(both, "".join(new_lines[new_start:new_end]))


def _edit_of_line(text: EditedText, line: int, old: str, new: str) -> Iterator[types.TextEdit]:
    same = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    changed = [each for each in same if each[0] != "equal"]
    if changed:
        start, end = changed[0][1], changed[-1][2]
        new_start, new_end = changed[0][3], changed[-1][4]
        yield types.TextEdit(span(text, line + 1, start + 1, end - start), new[new_start:new_end])
