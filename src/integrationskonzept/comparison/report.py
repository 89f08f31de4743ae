"""A comparison as text for a terminal and as Markdown for the council."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from integrationskonzept.blocks.markdown import escaped
from integrationskonzept.comparison.changes import Added, Change, Dropped, PlaceChange
from integrationskonzept.comparison.kinds import headings, kind_of
from integrationskonzept.comparison.renames import Suggestion
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.format_value import value_message


def sections(changes: Iterable[Change]) -> Iterator[tuple[Message, list[tuple[Change, Message]]]]:
    """Yield the headings with their changes, each with its sentence.

    An element added or removed together with its containing element is counted there. Changes of
    notes and citations are left out.
    """
    ordered = sorted(changes, key=_rank)
    for heading, types in headings():
        chosen = [change for change in ordered if type(change) in types]
        if types in ([Added], [Dropped]):
            chosen_and_said = list(_with_contents([change for change in chosen if isinstance(change, PlaceChange)]))
        else:
            chosen_and_said = [(change, change.what()) for change in chosen]
        if chosen_and_said:
            yield heading, chosen_and_said


_RANKS = {noun: rank for rank, noun in enumerate(("concept", "field_of_action", "goal", "measure", "indicator"))}


def _rank(change: Change) -> int:
    """Return the sort key: elements a council asks for come first."""
    return _RANKS.get(change.noun, len(_RANKS))


def _with_contents(changes: list[PlaceChange]) -> Iterator[tuple[Change, Message]]:
    """Yield the changes not contained in one of the others, with the count of those contained."""
    by_address = {change.address: change for change in changes}
    contents: dict[str, Counter[str]] = {}
    for change in changes:
        outermost: PlaceChange = change
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
    """The markup of a report."""

    heading: str
    strong: str
    safe: Callable[[str], str]


@frozen(kw_only=True)
class ChangeList:
    """The content of a comparison report."""

    heading: Message
    changes: Sequence[Change]
    suggestions: Sequence[Suggestion]
    states: Mapping[str, Message]
    """The states of elements that are no longer pursued, by address."""
    judgements: Mapping[str, Message]
    """What the new edition says of dropped goals and measures, by address."""

    def state(self, change: Change) -> Message | None:
        """Return the state of a changed element, unless it is pursued or the change itself states it."""
        return None if kind_of(change).ends_measure else self.states.get(change.address)

    def titled(self, change: Change) -> Message:
        """Return the title of a changed element, with its state."""
        state = self.state(change)
        return (
            message("{title} ({what})", title=value_message(change.title), what=state)
            if state
            else value_message(change.title)
        )


def plain_text(report: ChangeList, language: str) -> str:
    """Return the changes for a terminal, one per line."""
    return "\n".join(_lines(report, language, _PLAIN))


def markdown(report: ChangeList, language: str) -> str:
    """Return the changes as Markdown, for a paper to the council."""
    return "\n".join(_lines(report, language, _MARKDOWN)) + "\n"


def _lines(report: ChangeList, language: str, style: _Style) -> Iterator[str]:
    yield f"{style.heading} {style.safe(report.heading.text(language))}".strip()
    count = 0
    for title, entries in sections(report.changes):
        count += 1
        yield from _heading(title, len(entries), language, style)
        for change, what in entries:
            noun = message("{noun} '{title}'", noun=label(change.noun), title=value_message(change.title)).text(
                language
            )
            said, state = style.safe(what.text(language)), report.state(change)
            about = f"; {style.safe(state.text(language))}" if state else ""
            judgement = report.judgements.get(change.address) if isinstance(change, Dropped) else None
            judged = ""
            if judgement:
                said_of_it = message("the new edition says of it: {judgement}", judgement=judgement)
                judged = f"; {style.safe(said_of_it.text(language))}"
            yield f"- {style.strong}{style.safe(noun)}{style.strong} ({change.address}{about}): {said}{judged}"
    if report.suggestions:
        yield from _heading(message("Perhaps the same under a new id"), len(report.suggestions), language, style)
        yield from (f"- {style.safe(guess.text(language))}" for guess in report.suggestions)
    if not count:
        yield from ("", message("Nothing changed in content.").text(language))


def _heading(title: Message, count: int, language: str, style: _Style) -> Iterator[str]:
    yield ""
    yield f"{style.heading * 2} {title.text(language)} ({count})".strip()
    if style.heading:
        yield ""


_PLAIN = _Style("", "", str)
_MARKDOWN = _Style("#", "**", escaped)
