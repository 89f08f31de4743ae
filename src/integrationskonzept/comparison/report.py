"""A comparison as text for a terminal and as Markdown for the council."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from integrationskonzept.blocks.markdown import escaped
from integrationskonzept.comparison import changes as kinds
from integrationskonzept.comparison.changes import Added, Change, Changed, Dropped, Moved, Placed, Reordered
from integrationskonzept.comparison.renames import Suggestion
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.format_value import value_message

SECTIONS: Sequence[tuple[Message, tuple[type[Change], ...]]] = (
    (message("New"), (Added,)),
    (message("Dropped"), (Dropped,)),
    (message("Merged, split or replaced"), (kinds.Merged, kinds.Split, kinds.Replaced)),
    (message("Moved"), (Moved,)),
    (message("Renamed"), (kinds.Renamed,)),
    (message("Deadlines"), (kinds.DeadlineMoved,)),
    (message("Targets"), (kinds.TargetChanged,)),
    (message("Responsibility"), (kinds.LeadChanged,)),
    (message("Status reported"), (kinds.StatusReported,)),
    (message("Observations"), (kinds.Observed,)),
    (message("Further changes"), (Changed,)),
    (message("Wording only"), (kinds.Reworded,)),
    (message("Sources no longer given"), (kinds.SourceLost,)),
    (message("Order"), (Reordered,)),
)
"""The headings changes are told under, and which kinds belong there."""


def sections(changes: Iterable[Change]) -> Iterator[tuple[Message, list[tuple[Change, Message]]]]:
    """Yield the headings with their changes, each with what is said of it.

    What is new or gone together with the element around it is told with that. Changes of notes
    and citations are not told.
    """
    told = sorted(changes, key=_rank)
    for heading, types in SECTIONS:
        chosen = [change for change in told if type(change) in types]
        if types in ((Added,), (Dropped,)):
            chosen_and_said = list(_with_contents([change for change in chosen if isinstance(change, Placed)]))
        else:
            chosen_and_said = [(change, change.what()) for change in chosen]
        if chosen_and_said:
            yield heading, chosen_and_said


_RANKS = {noun: rank for rank, noun in enumerate(("concept", "field_of_action", "goal", "measure", "indicator"))}


def _rank(change: Change) -> int:
    """Put first what a council asks for first."""
    return _RANKS.get(change.noun, len(_RANKS))


def _with_contents(changes: list[Placed]) -> Iterator[tuple[Change, Message]]:
    """Yield those that do not stand in one of the others, with the count of what stands in them."""
    by_address = {change.address: change for change in changes}
    contents: dict[str, Counter[str]] = {}
    for change in changes:
        outermost: Placed = change
        while outermost.owner in by_address:
            outermost = by_address[outermost.owner]
        if outermost is not change:
            contents.setdefault(outermost.address, Counter())[change.noun] += 1
    for change in changes:
        if change.owner not in by_address:
            counted = contents.get(change.address)
            yield (
                change,
                message("{what}, with {contents}", what=change.what(), contents=_counted(counted))
                if counted
                else change.what(),
            )


def _counted(contents: Counter[str]) -> Message:
    return value_message(
        tuple(message("{noun} ({count})", count=count, noun=label(noun)) for noun, count in contents.items())
    )


@frozen
class _Style:
    """How a report is marked up."""

    heading: str
    strong: str
    safe: Callable[[str], str]


@frozen(kw_only=True)
class Told:
    """What a comparison tells."""

    heading: Message
    changes: Sequence[Change]
    suggestions: Sequence[Suggestion]
    fates: Mapping[str, Message]
    """What became of the elements that are not pursued any more, by address."""

    def fate(self, change: Change) -> Message | None:
        """Return what became of what changed, unless it is pursued or the change itself says so."""
        return None if isinstance(change, _FATES) else self.fates.get(change.address)

    def titled(self, change: Change) -> Message:
        """Return the title of what changed, with what became of it."""
        fate = self.fate(change)
        return (
            message("{title} ({what})", title=value_message(change.title), what=fate)
            if fate
            else value_message(change.title)
        )


_FATES = (Dropped, kinds.Merged, kinds.Split, kinds.Replaced)


def plain_text(told: Told, language: str) -> str:
    """Tell the changes for a terminal, a line for each."""
    return "\n".join(_lines(told, language, _PLAIN))


def markdown(told: Told, language: str) -> str:
    """Tell the changes as Markdown, for a paper to the council."""
    return "\n".join(_lines(told, language, _MARKDOWN)) + "\n"


def _lines(told: Told, language: str, style: _Style) -> Iterator[str]:
    yield f"{style.heading} {style.safe(told.heading.text(language))}".strip()
    count = 0
    for title, entries in sections(told.changes):
        count += 1
        yield from _heading(title, len(entries), language, style)
        for change, what in entries:
            noun = message("{noun} '{title}'", noun=label(change.noun), title=value_message(change.title)).text(
                language
            )
            said, fate = style.safe(what.text(language)), told.fate(change)
            about = f"; {style.safe(fate.text(language))}" if fate else ""
            yield f"- {style.strong}{style.safe(noun)}{style.strong} ({change.address}{about}): {said}"
    guesses = told.suggestions
    if guesses:
        yield from _heading(message("Perhaps the same under a new id"), len(guesses), language, style)
        yield from (f"- {style.safe(guess.text(language))}" for guess in guesses)
    if not count:
        yield from ("", message("Nothing changed in content.").text(language))


def _heading(title: Message, count: int, language: str, style: _Style) -> Iterator[str]:
    yield ""
    yield f"{style.heading * 2} {title.text(language)} ({count})".strip()
    if style.heading:
        yield ""


_PLAIN = _Style("", "", str)
_MARKDOWN = _Style("#", "**", escaped)
