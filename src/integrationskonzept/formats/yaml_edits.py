"""Change values in the text of a YAML file and keep every other character.

Comments, blank lines, order, indentation, quotes and line ends stay. The new text is read again and compared with the
intended data, so that a mistake here leads to an error and not to damage.
"""

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from integrationskonzept.errors import InvalidConceptError, UneditableError
from integrationskonzept.findings import Path, Severity, path_text
from integrationskonzept.formats.format import Edited
from integrationskonzept.formats.plain_changes import is_same, match_items
from integrationskonzept.formats.yaml_nodes import Node, UnsupportedYamlError, comments, compose
from integrationskonzept.formats.yaml_reader import read
from integrationskonzept.formats.yaml_splices import Slot, Splices
from integrationskonzept.i18n.messages import message


def edit(content: bytes, old: Any, new: Any) -> Edited:
    """Return the content of a YAML file with the data `old`, which was read from it, changed to `new`.

    If a value cannot be changed alone, the value around it is rewritten. Raise `UneditableError` if that would be the
    whole file.
    """
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    text = content.removeprefix(mark).decode("utf-8")
    try:
        root = compose(text)
    except UnsupportedYamlError:
        reason = message("the file has an anchor, an alias, a tag or a second document")
        raise UneditableError(message("the text cannot be changed in place: {reason}", reason=reason)) from None
    wanted: list[Path] = []
    rewritten: frozenset[Path] = frozenset()
    while () not in rewritten:
        edits = _Edits(Splices(text, root), rewritten)
        if not edits.change_inside(root, old, new, ()):
            break
        changed = edits.splices.apply()
        if _means(changed, new):
            lost = () if edits.splices.only_add else _lost(text, root, changed)
            return Edited(mark + changed.encode("utf-8"), lost)
        wanted = wanted or edits.changed
        rewritten = frozenset(path[:-1] for path in edits.changed or [("",)])
    places = ", ".join(dict.fromkeys(path_text(path) for path in wanted)) or message("the file's keys")
    raise UneditableError(message("the text cannot be changed in place at {places}", places=places))


def _means(text: str, data: Any) -> bool:
    try:
        document = read(text.encode("utf-8"))
    except InvalidConceptError:
        return False
    is_sound = all(finding.severity is not Severity.ERROR for finding in document.findings)
    return is_sound and is_same(document.data, data)


def _lost(text: str, root: Node, changed: str) -> tuple[str, ...]:
    before = Counter(comments(text, root))
    return tuple((before - Counter(comments(changed, compose(changed)))).elements())


@define
class _Edits:
    """Changes from old to new data, collected as splices of the text."""

    splices: Splices
    rewritten: frozenset[Path]
    """Paths of values to rewrite as a whole."""
    changed: list[Path] = field(factory=list)
    """Paths of changed, added and removed values."""

    def _change(self, node: Node, old: Any, new: Any, path: Path, slot: Slot) -> None:
        """Change parts of a value, or replace it."""
        if path in self.rewritten or not self.change_inside(node, old, new, path):
            self.changed.append(path)
            self.splices.replace(node, new, slot)

    def change_inside(self, node: Node, old: Any, new: Any, path: Path) -> bool:
        """Change a list or mapping item by item, and return whether that is possible."""
        if isinstance(old, dict) and isinstance(new, dict) and {*node.names} == {*old}:
            return self._pairs(node, old, new, path)
        if isinstance(old, list) and isinstance(new, list) and len(node.values) == len(old):
            return self._items(node, old, new, path)
        return False

    def _pairs(self, node: Node, old: dict[str, Any], new: dict[str, Any], path: Path) -> bool:
        kept = [position for position, name in enumerate(node.names) if name in new]
        if not kept:
            return False
        for position in kept:
            name = node.names[position]
            if not is_same(old[name], new[name]):
                slot = self.splices.slot_after_key(node, position)
                self._change(node.values[position], old[name], new[name], (*path, name), slot)
        positions = {name: position for position, name in enumerate(node.names)}
        self._add_and_remove(node, kept, list(_added([(positions.get(name), name) for name in new])), new, path)
        return True

    def _items(self, node: Node, old: list[Any], new: list[Any], path: Path) -> bool:
        came = match_items(old, new)
        kept = [position for position in came if position is not None]
        if not kept or kept != sorted(kept):
            return False
        for item, position in zip(new, came, strict=True):
            if position is not None and not is_same(old[position], item):
                slot = self.splices.slot_after_dash(node, position)
                self._change(node.values[position], old[position], item, (*path, position), slot)
        self._add_and_remove(node, kept, list(_added(list(zip(came, range(len(new)), strict=True)))), new, path)
        return True

    def _add_and_remove(
        self, node: Node, kept: list[int], added: list[tuple[int | None, Any]], new: Any, path: Path
    ) -> None:
        removed = len(kept) < len(node.values)
        if added or removed:
            self.changed += [(*path, step) for _, step in added] or [(*path, 0)]
        self.splices.add(node, [(previous, step, new[step]) for previous, step in added])
        if removed:
            self.splices.remove(node, kept)


def _added(steps: list[tuple[int | None, Any]]) -> Iterator[tuple[int | None, Any]]:
    """Yield each new key or index, with the index in the text after which it is inserted."""
    previous = None
    for position, step in steps:
        if position is None:
            yield previous, step
        else:
            previous = position
