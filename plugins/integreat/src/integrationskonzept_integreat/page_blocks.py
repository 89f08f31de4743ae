"""Bodies of the pages as blocks, from the views that a town's own templates read as well."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from integrationskonzept.blocks import (
    Block,
    Chapter,
    Content,
    Document,
    HtmlProfile,
    Hyperlink,
    InLanguage,
    Inline,
    Item,
    ItemList,
    Marked,
    Paragraph,
    to_html,
)
from integrationskonzept.translation import direction_of
from integrationskonzept_integreat.link import Link
from integrationskonzept_integreat.template_context import (
    ActivityView,
    ActorView,
    ConceptView,
    ContactView,
    FieldOfActionOverview,
    FieldOfActionView,
    GoalView,
    GroupView,
    InterfaceView,
    MeasureView,
    MunicipalityView,
    OfferView,
    OverviewView,
    RoleView,
    ThemeView,
)
from integrationskonzept_integreat.templates import rendered
from integrationskonzept_integreat.translator import Text, Translator


def by_area(some: Iterable[ActivityView]) -> list[tuple[Text | None, list[ActivityView]]]:
    """Return activities grouped by their heading, in order."""
    groups: dict[Text | None, list[ActivityView]] = {}
    for one in some:
        groups.setdefault(one.area, []).append(one)
    return list(groups.items())


def page_html(own: tuple[tuple[str, str], ...], name: str, translator: Translator, shown: Mapping[str, Any]) -> str:
    """Return the HTML of a page: by the town's own template of this name, or else from blocks.

    Both read the same views. Raises `OptionError` if a town's own template uses unknown names.
    """
    language, direction = translator.language, direction_of(translator.language)
    if name not in dict(own):
        blocks = tuple(PAGES[name](PageBlocks(translator.word), **shown))
        document = Document(title="", blocks=blocks, language=language, direction=direction)
        return to_html(document, profile=HtmlProfile.INTEGREAT)
    written = rendered(own, name, word=translator.word, by_area=by_area, language=language, **shown)
    lines = "\n".join(line for line in written.splitlines() if line.strip())
    return f'<div lang="{language}" dir="{direction}">\n{lines}\n</div>'


class PageBlocks:
    """Makes blocks of views; `word` gives a heading in the language of the page."""

    def __init__(self, word: Callable[[str], Text]) -> None:
        self._word = word

    def start(self, municipality: MunicipalityView, overview: OverviewView) -> Iterator[Block]:
        """Yield the start page: the town and how it is reached, and what the other pages are about."""
        yield Paragraph(_marked(municipality.name))
        if contact := _contact(municipality.contact):
            yield self._chapter("contact", Paragraph(contact))
        yield from self._list("about_offers", overview.offers)
        yield from self._list("about_activities", overview.activities)
        yield from self._list("about_action_days", overview.action_days)

    def concept(self, concept: ConceptView) -> Iterator[Block]:
        """Yield the page about the concept: whose it is, from when to when it holds, and its fields of action."""
        yield from _strong(concept.motto)
        yield Paragraph(inline(concept.municipality))
        for name, value in (("period", concept.period), ("as_of", concept.as_of)):
            if value:
                yield Paragraph((inline(self._word(name)), ": ", inline(value)))
        if concept.fields_of_action:
            yield self._chapter("fields_of_action", ItemList(map(self._field_overview, concept.fields_of_action)))

    def _field_overview(self, field: FieldOfActionOverview) -> Item:
        counted = (" (", inline(self._word("measures")), f": {field.number_of_measures})")
        number = (f"{field.number} ",) if field.number else ()
        title: Content = (*number, _marked(field.title), *(counted if field.number_of_measures else ()))
        return Item(title, _paragraphs(field.summary))

    def field(self, field_of_action: FieldOfActionView) -> Iterator[Block]:
        """Yield a field of action with its goals, measures and activities."""
        one = field_of_action
        yield from _strong(one.key_statement)
        yield from _paragraphs(one.description)
        yield from self._named("rationale", one.rationale)
        yield from self._people_and_groups(one)
        for name in ("current_state", "target_state", "achievements"):
            yield from self._list(name, getattr(one, name))
        if one.goals:
            yield self._chapter("goals", ItemList(map(_goal, one.goals)))
        if one.measures:
            yield self._chapter("measures", *map(self.measure, one.measures))
        if one.activities:
            yield self._chapter("activities", *self._activities(one.activities))

    def _people_and_groups(self, one: FieldOfActionView) -> Iterator[Block]:
        yield from self._named("for_whom", one.target_groups)
        yield from self._named("groups", one.groups)
        yield from self._actors("lead", one.leads)
        yield from self._actors("partners", one.partners)

    def measure(self, one: MeasureView) -> Chapter:
        """Return a measure."""
        title: Content = (f"{one.number} ", inline(one.title)) if one.number else (inline(one.title),)
        return Chapter(title, tuple(self._of_measure(one)))

    def _of_measure(self, one: MeasureView) -> Iterator[Block]:
        yield from _strong(one.commitment)
        yield from _paragraphs(one.description)
        yield from _paragraphs(one.rationale)
        yield from self._list("target_state", one.target_state)
        yield from self._list("current_state", one.current_state)
        yield from self._named("time_frames", one.time_frames)
        yield from self._named("for_whom", one.target_groups)
        yield from self._actors("lead", one.leads)
        yield from self._actors("partners", one.partners)
        yield from self._actors("contact", one.contacts)
        if one.activities:
            yield self._chapter("activities", *self._activities(one.activities))
        yield from map(self.measure, one.sub_measures)

    def offers(self, themes: Iterable[ThemeView]) -> Iterator[Block]:
        """Yield the offers under their themes."""
        for theme in themes:
            yield Chapter(inline(theme.title), tuple(map(self._offer, theme.offers)))

    def _offer(self, offer: OfferView) -> Chapter:
        blocks = (
            *_paragraphs(offer.description),
            *self._named("opening_times", offer.opening_times),
            *self._named("location", offer.location),
            *self._actors("contact", offer.contacts),
            *self._named("for_whom", offer.target_groups),
            *self._named("languages", offer.languages),
            *self._named("fee", offer.fee),
            *self._named("internet", offer.url),
        )
        return Chapter(inline(offer.title), blocks)

    def dated(self, activities: Iterable[ActivityView]) -> Iterator[Block]:
        """Yield activities or action days with their dates and rhythms."""
        for one in activities:
            date = _when(one)
            when = (Paragraph((_marked(self._word("when")), ": ", *date)),) if date else ()
            yield Chapter(inline(one.title), (*when, *self._details(one)))

    def roles(
        self, roles: Iterable[RoleView], interfaces: Iterable[InterfaceView], groups: Iterable[GroupView]
    ) -> Iterator[Block]:
        """Yield who does what: roles, interfaces and working groups."""
        for role in roles:
            tasks = [Chapter(inline(one.title), _list(one.tasks)) for one in role.task_groups]
            yield Chapter(inline(role.title), (*_list(role.responsibilities), *tasks))
        items = [_interface(one) for one in interfaces]
        if items:
            yield self._chapter("interfaces", ItemList(items))
        chapters = [self._group(one) for one in groups]
        if chapters:
            yield self._chapter("groups", *chapters)

    def _group(self, group: GroupView) -> Chapter:
        title: Content = (f"{group.number}: ", inline(group.title)) if group.number else (inline(group.title),)
        blocks = (
            *_paragraphs(group.text),
            *self._named("field_of_action", group.field_of_action),
            *self._actors("members", group.members),
        )
        return Chapter(title, blocks)

    def _activities(self, some: Iterable[ActivityView]) -> Iterator[Block]:
        for area, group in by_area(some):
            yield from _strong(area)
            yield ItemList([self._activity(one) for one in group])

    def _activity(self, one: ActivityView) -> Item:
        date = _when(one)
        said: Content = (inline(one.title), " (", *date, ")") if date else (inline(one.title),)
        return Item(said, tuple(self._details(one)))

    def _details(self, one: ActivityView) -> Iterator[Block]:
        yield from _paragraphs(one.description)
        yield from self._named("location", one.location)
        yield from self._actors("organisers", one.organisers)
        yield from self._named("for_whom", one.target_groups)

    def _chapter(self, name: str, *blocks: Block) -> Chapter:
        return Chapter(inline(self._word(name)), blocks)

    def _list(self, name: str, texts: Iterable[Text]) -> Iterator[Block]:
        if found := _list(texts):
            yield self._chapter(name, *found)

    def _named(self, name: str, said: Text | Link | tuple[Text, ...] | None) -> Iterator[Block]:
        """Yield a paragraph of a heading and what is said, unless nothing is."""
        if said:
            parts = said if isinstance(said, tuple) else (said,)
            yield Paragraph((_marked(self._word(name)), ": ", *_joined([(inline(part),) for part in parts])))

    def _actors(self, name: str, some: Iterable[ActorView]) -> Iterator[Block]:
        if found := _joined([_actor(one) for one in some]):
            yield Paragraph((_marked(self._word(name)), ": ", *found))


def inline(said: Text | Link | str) -> Inline:
    """Return a text, with its language where that is not the page's, or a link, as inline content."""
    if isinstance(said, Link):
        label = InLanguage(said.label, said.isolated_in, "ltr") if said.isolated_in else said.label
        return Hyperlink(label, said.target) if said.target else label
    return said if isinstance(said, str) else _text(said)


def _text(said: Text) -> str | InLanguage:
    return InLanguage(said.value, said.language, direction_of(said.language)) if said.language else said.value


def _marked(said: Text) -> Marked:
    return Marked(_text(said))


def _strong(said: Text | None) -> Iterator[Block]:
    if said:
        yield Paragraph(_marked(said))


def _paragraphs(said: Text | None) -> tuple[Block, ...]:
    return (Paragraph(inline(said)),) if said else ()


def _list(texts: Iterable[Text]) -> tuple[Block, ...]:
    items = [inline(text) for text in texts]
    return (ItemList(items),) if items else ()


def _joined(parts: Iterable[Content]) -> Content:
    """Return inline content with commas between its parts."""
    said: list[Inline] = []
    for part in parts:
        said += [", ", *part] if said else part
    return tuple(said)


def _contact(contact: ContactView) -> Content:
    parts = (contact.name, contact.address, contact.phone, contact.email, contact.url)
    return _joined([(inline(part),) for part in parts if part])


def _actor(one: ActorView) -> Content:
    details = _contact(one.contact) if one.contact else ()
    return (inline(one.title), " (", *details, ")") if details else (inline(one.title),)


def _when(one: ActivityView) -> Content:
    """Return date, hours and rhythm."""
    dates = [inline(day) for day in (one.date, one.end_date) if day]
    span: Content = (dates[0], " – ", dates[1]) if len(dates) > 1 else tuple(dates)
    parts = [span, (one.times,) if one.times else (), (inline(one.recurrence),) if one.recurrence else ()]
    return _joined([part for part in parts if part])


def _goal(goal: GoalView) -> Item:
    below = (ItemList(map(_goal, goal.sub_goals)),) if goal.sub_goals else ()
    return Item(inline(goal.text), below)


def _interface(one: InterfaceView) -> Item:
    between = _joined([(inline(each),) for each in one.between])
    return Item((_marked(one.title), ": ", *between) if between else _marked(one.title))


PAGES: Mapping[str, Callable[..., Iterator[Block]]] = {
    "action-days.html": PageBlocks.dated,
    "activities.html": PageBlocks.dated,
    "concept.html": PageBlocks.concept,
    "field.html": PageBlocks.field,
    "offers.html": PageBlocks.offers,
    "overarching.html": PageBlocks.field,
    "roles.html": PageBlocks.roles,
    "start.html": PageBlocks.start,
}
"""What makes the body of a page, by the name of the template that can replace it."""
