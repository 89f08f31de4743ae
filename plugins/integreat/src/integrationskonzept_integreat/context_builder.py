"""Build the views of a concept for templates."""

from collections.abc import Iterable
from datetime import date, time

from attrs import frozen

from integrationskonzept import Concept
from integrationskonzept.evaluation import rhythm_in_words
from integrationskonzept.model import (
    ActionDay,
    Activity,
    Actor,
    Commitment,
    Contact,
    Discrepancy,
    Element,
    FieldOfAction,
    Frequency,
    Goal,
    Group,
    Horizon,
    HorizonStatement,
    Interface,
    Involvement,
    Measure,
    Offer,
    OpeningTime,
    Overarching,
    Resolution,
    Role,
    Statement,
    TargetGroup,
    TaskGroup,
    Theme,
)
from integrationskonzept.translation import direction_of
from integrationskonzept_integreat import link
from integrationskonzept_integreat.activity_dates import days_of, is_ahead, is_over, sort_key
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
    TaskGroupView,
    ThemeView,
)
from integrationskonzept_integreat.translator import Text, Translator

UNDECIDED = {Commitment.POSSIBLE: "possible", Commitment.NEEDS_DECISION: "needs_decision"}
"""Commitments of undecided measures, with the heading that says so."""


@frozen(kw_only=True)
class ContextBuilder:
    """Builder of the views of one concept in one language."""

    concept: Concept
    translator: Translator
    today: date = date.min
    """The day of the export: a rhythm that has begun is told without its first day."""

    # -- texts ------------------------------------------------------------------------------------

    def _text(self, element: Element, attribute: str) -> Text | None:
        return self.translator.text(element.address, attribute, getattr(element, attribute))

    def _title(self, element: Element) -> Text:
        return self.translator.title(element.address, "title", getattr(element, "title"))  # noqa: B009 - not every noun has one

    def _statements(self, element: Element, attribute: str) -> tuple[Text, ...]:
        stated: Iterable[Statement] = getattr(element, attribute)
        return _stated(self.translator.text(element.address, attribute, one.text) for one in stated)

    def _named(self, noun: type[Element], ids: Iterable[str]) -> tuple[Text, ...]:
        entries = (self.concept.index.get(f"{noun.noun}/{id}") for id in ids)
        return tuple(self._title(entry[1]) for entry in entries if entry and isinstance(entry[1], Element))

    # -- people -----------------------------------------------------------------------------------

    def actors(self, element: Element, attribute: str) -> tuple[ActorView, ...]:
        """Return the actors involved, by their titles or else as printed."""
        involved: Iterable[Involvement] = getattr(element, attribute)
        return tuple(actor for one in involved for actor in self._involved(element, attribute, one))

    def _involved(self, element: Element, attribute: str, one: Involvement) -> Iterable[ActorView]:
        found = (self.concept.index.get(f"actor/{id}") for id in one.actor_refs)
        actors = [entry[1] for entry in found if entry and isinstance(entry[1], Actor)]
        if actors and one.contact is None:
            return [ActorView(title=self._title(actor), contact=self.contact(actor.contact)) for actor in actors]
        names = [self._title(actor) for actor in actors]
        printed = self.translator.text(element.address, attribute, one.printed)
        contact = self.contact(one.contact)
        name = _joined(names) or printed or (contact and contact.name)
        return [ActorView(title=name, contact=contact)] if name else []

    def contact(self, contact: Contact | None) -> ContactView | None:
        """Return contact details; None if none are stated."""
        if contact is None:
            return None
        view = ContactView(
            name=_plain(contact.name),
            address=_plain(contact.address),
            phone=self._phone(contact.phone),
            email=link.email(contact.email) if contact.email else None,
            url=link.web(contact.url) if contact.url else None,
        )
        return view if view != ContactView() else None

    def _phone(self, number: str | None) -> link.Link | None:
        """Return a telephone number; its digits keep their order in a language written from right to left."""
        language = self.translator.language
        is_turned = direction_of(language) == "rtl"
        return link.phone(number, isolated_in=language if is_turned else None) if number else None

    # -- measures and activities -------------------------------------------------------------------

    def field_of_action(self, field: FieldOfAction) -> FieldOfActionView:
        """Return a field of action."""
        groups = [group for group in self.concept.every(Group) if group.field_of_action_ref == field.id]
        named = [*groups, *self._groups(field.group_ref, groups)]
        return FieldOfActionView(
            title=self._title(field),
            number=field.number,
            key_statement=self._text(field, "key_statement"),
            description=self._text(field, "description"),
            rationale=self._text(field, "rationale"),
            current_state=self._statements(field, "current_state"),
            target_state=self._statements(field, "target_state"),
            achievements=self._statements(field, "achievements"),
            target_groups=self._named(TargetGroup, field.target_group_refs),
            leads=self.actors(field, "leads"),
            partners=self.actors(field, "partners"),
            groups=tuple(self._numbered(group) for group in named),
            goals=self.goals(field.goals),
            measures=tuple(map(self.measure, field.measures)),
            activities=tuple(map(self.activity, (*field.activities, *field.action_days))),
        )

    def overarching(self, stated: Overarching) -> FieldOfActionView:
        """Return the overarching part, which belongs to no single field of action."""
        return FieldOfActionView(
            title=self.translator.word("about_overarching"),
            goals=self.goals(stated.goals),
            measures=tuple(map(self.measure, stated.measures)),
            activities=tuple(map(self.activity, (*stated.activities, *stated.action_days))),
        )

    def _groups(self, id: str | None, known: list[Group]) -> list[Group]:
        entry = self.concept.index.get(f"group/{id}")
        return [entry[1]] if entry and isinstance(entry[1], Group) and entry[1] not in known else []

    def _numbered(self, group: Group) -> Text:
        title = self._title(group)
        return Text(value=f"{group.number}: {title}", language=title.language) if group.number else title

    def goals(self, stated: Iterable[Goal]) -> tuple[GoalView, ...]:
        """Return goals with their sub-goals."""
        stated_goals = ((self._text(goal, "text"), goal) for goal in stated)
        return tuple(GoalView(text=text, sub_goals=self.goals(goal.sub_goals)) for text, goal in stated_goals if text)

    def measure(self, measure: Measure) -> MeasureView:
        """Return a measure with its activities and sub-measures."""
        return MeasureView(
            number=measure.number,
            title=self._title(measure),
            commitment=self.translator.word(UNDECIDED[measure.commitment]) if measure.commitment in UNDECIDED else None,
            description=self._text(measure, "description"),
            rationale=self._text(measure, "rationale"),
            current_state=self._statements(measure, "current_state"),
            target_state=self._statements(measure, "target_state"),
            time_frames=_stated(self._time_frame(measure, one) for one in measure.time_frames),
            target_groups=self._named(TargetGroup, measure.target_group_refs),
            leads=self.actors(measure, "leads"),
            partners=(*self.actors(measure, "partners"), *self.actors(measure, "carriers")),
            contacts=self.actors(measure, "contacts"),
            activities=tuple(map(self.activity, (*measure.activities, *measure.action_days))),
            sub_measures=tuple(map(self.measure, measure.sub_measures)),
        )

    def _time_frame(self, measure: Measure, one: HorizonStatement) -> Text | None:
        entry = self.concept.index.get(f"{Horizon.noun}/{one.horizon_ref}")
        printed = self.translator.text(measure.address, "time_frames", one.printed)
        return printed or (self._title(entry[1]) if entry and isinstance(entry[1], Horizon) else None)

    def activity(self, activity: Activity, *, is_grouped: bool = True) -> ActivityView:
        """Return an activity or action day; of those that are not grouped, the area is not told."""
        first, last = days_of(activity, self.concept, self.today)
        return ActivityView(
            title=self._title(activity),
            area=self._text(activity, "area") if is_grouped else None,
            description=self._text(activity, "description"),
            date=self.translator.day(first) if first else None,
            end_date=self.translator.day(last) if last else None,
            times=_hours(activity.start_time, activity.end_time),
            recurrence=self._recurrence(activity),
            location=self._text(activity, "location"),
            organisers=self.actors(activity, "organisers"),
            target_groups=self._named(TargetGroup, activity.target_group_refs),
        )

    def _recurrence(self, activity: Activity) -> Text | None:
        """Return a rhythm as printed, or else in words; a day of the year stands before it already."""
        stated = activity.recurrence
        if stated is None:
            return None
        if stated.text:
            return self.translator.text(activity.address, "recurrence", stated.text)
        day = None if stated.frequency is Frequency.YEARLY else activity.date
        return self.translator.said(activity.address, "recurrence", rhythm_in_words(stated, day))

    def activities(self) -> tuple[ActivityView, ...]:
        """Return the activities that have a date or a rhythm and are not over: rhythms first, then by date."""
        return tuple(self.activity(one, is_grouped=False) for one in self._activities_ahead())

    def action_days(self) -> tuple[ActivityView, ...]:
        """Return the action days that are not over, in the order of the calendar year."""
        return tuple(self.activity(one, is_grouped=False) for one in self._action_days_ahead())

    def _activities_ahead(self) -> list[Activity]:
        ahead = (one for one in self.concept.every(Activity) if is_ahead(one, self.concept, self.today))
        return sorted(ahead, key=sort_key(self.concept))

    def _action_days_ahead(self) -> list[ActionDay]:
        ahead = (one for one in self.concept.every(ActionDay) if not is_over(one, self.concept, self.today))
        return sorted(ahead, key=_day_in_year)

    # -- offers ----------------------------------------------------------------------------------

    def themes(self) -> tuple[ThemeView, ...]:
        """Return the offers by theme, in the order of the themes; those without one come last."""
        return tuple(
            ThemeView(title=title, offers=tuple(map(self.offer, offers))) for title, offers in self._by_theme()
        )

    def _by_theme(self) -> list[tuple[Text, list[Offer]]]:
        themes = {theme.id: theme for theme in self.concept.every(Theme)}
        by_theme: dict[str | None, list[Offer]] = {id: [] for id in (*themes, None)}
        for offer in self.concept.every(Offer):
            by_theme[offer.theme_ref if offer.theme_ref in themes else None].append(offer)
        other = "other_offers" if any(by_theme[id] for id in themes) else "about_offers"
        return [
            (self._title(themes[id]) if id else self.translator.word(other), offers)
            for id, offers in by_theme.items()
            if offers
        ]

    def offer(self, offer: Offer) -> OfferView:
        """Return an offer."""
        return OfferView(
            title=self._title(offer),
            description=self._text(offer, "description"),
            opening_times=_stated(self._opening_time(offer, one) for one in offer.opening_times),
            location=self._text(offer, "location"),
            contacts=self.actors(offer, "contacts"),
            target_groups=self._named(TargetGroup, offer.target_group_refs),
            languages=tuple(map(self.translator.language_name, offer.languages)),
            fee=self._text(offer, "fee"),
            url=link.web(offer.url) if offer.url else None,
        )

    def _opening_time(self, offer: Offer, one: OpeningTime) -> Text | None:
        """Return days and hours, and what is stated in words."""
        days = ", ".join(self.translator.weekday(day.number) for day in one.weekdays)
        said = self.translator.text(offer.address, "opening_times", one.text)
        plain = " ".join(filter(None, (days, _hours(one.start_time, one.end_time))))
        if plain and said:
            return Text(value=f"{plain}, {said}", language=said.language)
        return said or _plain(plain)

    # -- responsibilities ----------------------------------------------------------------------------------

    def roles(self) -> tuple[RoleView, ...]:
        """Return the roles with their responsibilities and tasks."""
        return tuple(
            RoleView(
                title=self._title(role),
                responsibilities=self._statements(role, "responsibilities"),
                task_groups=tuple(map(self._task_group, role.task_groups)),
            )
            for role in self.concept.every(Role)
        )

    def _task_group(self, group: TaskGroup) -> TaskGroupView:
        return TaskGroupView(title=self._title(group), tasks=self._statements(group, "tasks"))

    def interfaces(self) -> tuple[InterfaceView, ...]:
        """Return the interfaces with the roles between which they are."""
        stated = self.concept.every(Interface)
        return tuple(InterfaceView(title=self._title(one), between=self._named(Role, one.between)) for one in stated)

    def groups(self) -> tuple[GroupView, ...]:
        """Return the working groups."""
        return tuple(
            GroupView(
                title=self._title(group),
                number=group.number,
                text=self._text(group, "text"),
                field_of_action=next(iter(self._named(FieldOfAction, [group.field_of_action_ref or ""])), None),
                members=self.actors(group, "members"),
            )
            for group in self.concept.every(Group)
        )

    # -- concept ----------------------------------------------------------------------------------------

    def concept_view(self) -> ConceptView:
        """Return the concept as a whole."""
        concept, as_of = self.concept, self.concept.edition.as_of
        return ConceptView(
            title=self._title(concept),
            motto=self._text(concept, "motto"),
            municipality=self._name(),
            period=concept.years or None,
            as_of=self.translator.day(as_of) if as_of else None,
            fields_of_action=tuple(map(self._overview, concept.fields_of_action)),
        )

    def overview(self) -> OverviewView:
        """Return what the pages are about, by titles: themes of offers, or offers if there are no themes."""
        themes = self._by_theme()
        alone = themes[0][1] if len(themes) == 1 else []
        return OverviewView(
            offers=tuple(map(self._title, alone)) or tuple(title for title, _ in themes),
            activities=tuple(map(self._title, self._activities_ahead())),
            action_days=tuple(map(self._title, self._action_days_ahead())),
        )

    def municipality(self) -> MunicipalityView:
        """Return the town and how it is reached."""
        town = self.concept.municipality
        contact = ContactView(
            address=_plain(town.address),
            phone=self._phone(town.phone),
            email=link.email(town.email) if town.email else None,
            url=link.web(town.website) if town.website else None,
        )
        return MunicipalityView(name=self._name(), contact=contact)

    def _name(self) -> Text:
        return _plain(self.concept.municipality.name) or self.translator.word("untitled")

    def _overview(self, field: FieldOfAction) -> FieldOfActionOverview:
        summary = self._text(field, "key_statement") or self._text(field, "description")
        return FieldOfActionOverview(
            title=self._title(field), number=field.number, summary=summary, number_of_measures=len(field.measures)
        )


def _hours(start: time | None, end: time | None) -> str | None:
    """Return hours, such as ``17:00–19:00``."""
    hours = [f"{hour:%H:%M}" for hour in (start, end) if hour]
    return ("–" if start is None else "") + "–".join(hours) if hours else None


def doubts_about_date(activity: Activity) -> list[Discrepancy]:
    """List the discrepancies of the date of an activity that were not corrected."""
    dated = {"date", "end_date"}
    open_ones = (one for one in activity.discrepancies if one.resolution is not Resolution.NORMALISED)
    return [one for one in open_ones if one.attribute in dated]


def _day_in_year(day: ActionDay) -> tuple[int, int, str]:
    if day.date is None:
        return (13, 0, day.id)
    month, number = day.date.month_day or ((day.date.earliest.month, 0) if day.date.earliest else (13, 0))
    return (month, number, day.id)


def _stated(texts: Iterable[Text | None]) -> tuple[Text, ...]:
    return tuple(text for text in texts if text)


def _plain(value: str | None) -> Text | None:
    """Return a name or an address, which is not translated."""
    return Text(value=value) if value and value.strip() else None


def _joined(names: list[Text]) -> Text | None:
    languages = {name.language for name in names}
    language = languages.pop() if len(languages) == 1 else None
    return Text(value=" / ".join(name.value for name in names), language=language) if names else None
