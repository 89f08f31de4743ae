"""What changed between two editions, as a whole."""

from json import dumps, loads
from typing import Any, TypeVar

from attrs import asdict, frozen

from integrationskonzept.analysis.change import Change, EditionName
from integrationskonzept.analysis.page import table
from integrationskonzept.analysis.plain import to_plain
from integrationskonzept.analysis.portable import change_from, change_to
from integrationskonzept.analysis.rendering import Told, markdown, plain_text, sections
from integrationskonzept.analysis.standing import PursuitState
from integrationskonzept.analysis.suggestions import Suggestion
from integrationskonzept.analysis.words import Said, shown
from integrationskonzept.language import Message, message
from integrationskonzept.model.dates import PartialDate

C = TypeVar("C", bound=Change)


@frozen(kw_only=True, repr=False)
class Comparison(Said):
    """Everything that changed between two editions of a concept."""

    old: EditionName
    new: EditionName
    changes: tuple[Change, ...]
    """The changes, by the order of the new edition; what was dropped comes last."""
    suggestions: tuple[Suggestion, ...] = ()
    """Which dropped and added elements may be the same; nothing rests on them."""
    not_pursued: tuple[tuple[str, PursuitState], ...] = ()
    """What changed but is not pursued any more in the new edition: its address, and what became of it."""

    @property
    def differs(self) -> bool:
        """The editions differ in anything at all."""
        return bool(self.changes)

    def of(self, address: str) -> tuple[Change, ...]:
        """Return the changes of the element with this address."""
        return tuple(change for change in self.changes if change.address == address)

    def every(self, kind: type[C]) -> tuple[C, ...]:
        """Return the changes of one kind, such as `DeadlineMoved`."""
        return tuple(change for change in self.changes if isinstance(change, kind))

    def text(self, language: str = "en") -> str:
        """Tell the changes in lines, under headings."""
        return plain_text(self._told(), language)

    def markdown(self, language: str = "de") -> str:
        """Tell the changes as Markdown, for a paper to the council."""
        return markdown(self._told(), language)

    def _told(self) -> Told:
        return Told(
            heading=self._heading(),
            changes=self.changes,
            suggestions=self.suggestions,
            fates={address: state.word for address, state in self.not_pursued},
        )

    def _heading(self) -> Message:
        return message("{new}: changes since {old}", new=shown(self.new), old=shown(self.old))

    def to_json(self) -> str:
        """Write the comparison as JSON."""
        data = {
            "old": _name_to(self.old),
            "new": _name_to(self.new),
            "changes": [change_to(change) for change in self.changes],
            "suggestions": [asdict(suggestion) for suggestion in self.suggestions],
            "not_pursued": {address: state.value for address, state in self.not_pursued},
        }
        return dumps(data, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> "Comparison":
        """Read a comparison from the JSON that `to_json` wrote."""
        data = loads(text)
        return cls(
            old=_name_from(data["old"]),
            new=_name_from(data["new"]),
            changes=tuple(change_from(change) for change in data["changes"]),
            suggestions=tuple(Suggestion(**suggestion) for suggestion in data["suggestions"]),
            not_pursued=tuple((address, PursuitState(state)) for address, state in data.get("not_pursued", {}).items()),
        )

    def __repr__(self) -> str:
        return f"<Comparison of {self.old.id} and {self.new.id}: {len(self.changes)} changes>"

    def _repr_html_(self) -> str:
        heads = (message("heading"), message("element"), message("address"), message("change"))
        told = self._told()
        rows = [
            (heading, told.titled(change), change.address, what)
            for heading, entries in sections(self.changes)
            for change, what in entries
        ]
        return table(heads, rows, self._heading())


def _name_to(name: EditionName) -> dict[str, Any]:
    return {"id": name.id, "title": name.title, "as_of": to_plain(name.as_of)}


def _name_from(data: dict[str, Any]) -> EditionName:
    as_of = data["as_of"]
    return EditionName(id=data["id"], title=data["title"], as_of=PartialDate(as_of) if as_of else None)
