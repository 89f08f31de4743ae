"""Turning the nouns of a concept into what templates are given."""

from collections.abc import Iterable

from attrs import frozen

from integrationskonzept import Concept
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
    Overarching,
    Resolution,
    Role,
    Statement,
    TargetGroup,
    TaskGroup,
    Theme,
)
from integrationskonzept_integreat import link, template_context
from integrationskonzept_integreat.translator import Speech, Text

UNDECIDED = {Commitment.POSSIBLE: "possible", Commitment.NEEDS_DECISION: "needs_decision"}
"""How binding a measure is that nobody has decided on, and the heading that says so."""


@frozen(kw_only=True)
class ContextBuilder:
    """Tells the parts of one concept in one language."""

    concept: Concept
    speech: Speech

    # -- texts ------------------------------------------------------------------------------------

    def _text(self, element: Element, attribute: str) -> Text | None:
        return self.speech.text(element.address, attribute, getattr(element, attribute))

    def _title(self, element: Element) -> Text:
        return self.speech.title(element.address, "title", getattr(element, "title"))  # noqa: B009 - not every noun has one

    def _statements(self, element: Element, attribute: str) -> tuple[Text, ...]:
        stated: Iterable[Statement] = getattr(element, attribute)
        return _some(self.speech.text(element.address, attribute, one.text) for one in stated)

    def _named(self, noun: type[Element], ids: Iterable[str]) -> tuple[Text, ...]:
        entries = (self.concept.index.get(f"{noun.noun}/{id}") for id in ids)
        return tuple(self._title(entry[1]) for entry in entries if entry and isinstance(entry[1], Element))

    # -- people -----------------------------------------------------------------------------------

    def parties(self, element: Element, attribute: str) -> tuple[template_context.ActorView, ...]:
        """Tell who takes part, by the register's titles or else as printed."""
        involved: Iterable[Involvement] = getattr(element, attribute)
        return tuple(party for one in involved for party in self._party(element, attribute, one))

    def _party(self, element: Element, attribute: str, one: Involvement) -> Iterable[template_context.ActorView]:
        found = (self.concept.index.get(f"actor/{id}") for id in one.actors)
        actors = [entry[1] for entry in found if entry and isinstance(entry[1], Actor)]
        if actors and one.contact is None:
            return [
                template_context.ActorView(name=self._title(actor), contact=self.reached(actor.contact))
                for actor in actors
            ]
        names = [self._title(actor) for actor in actors]
        printed = self.speech.text(element.address, attribute, one.printed)
        contact = self.reached(one.contact)
        name = _joined(names) or printed or (contact and contact.name)
        return [template_context.ActorView(name=name, contact=contact)] if name else []

    def reached(self, contact: Contact | None) -> template_context.ContactView | None:
        """Tell how somebody is reached; nothing where nothing is stated."""
        if contact is None:
            return None
        reached = template_context.ContactView(
            name=_plain(contact.name),
            address=_plain(contact.address),
            phone=link.phone(contact.phone) if contact.phone else None,
            email=link.email(contact.email) if contact.email else None,
            url=link.web(contact.url) if contact.url else None,
        )
        return reached if reached != template_context.ContactView() else None

    # -- what is planned and done -------------------------------------------------------------------

    def area(self, field: FieldOfAction) -> template_context.FieldOfActionView:
        """Tell a field of action."""
        groups = [group for group in self.concept.every(Group) if group.field_of_action == field.id]
        named = [*groups, *self._groups(field.group, groups)]
        return template_context.FieldOfActionView(
            title=self._title(field),
            number=field.number,
            key_statement=self._text(field, "key_statement"),
            description=self._text(field, "description"),
            rationale=self._text(field, "rationale"),
            current_state=self._statements(field, "current_state"),
            target_state=self._statements(field, "target_state"),
            achievements=self._statements(field, "achievements"),
            target_groups=self._named(TargetGroup, field.target_groups),
            lead=self.parties(field, "lead"),
            partners=self.parties(field, "partners"),
            groups=tuple(self._numbered(group) for group in named),
            goals=self.goals(field.goals),
            measures=tuple(map(self.measure, field.measures)),
            happenings=tuple(map(self.happening, (*field.activities, *field.action_days))),
        )

    def overarching(self, stated: Overarching) -> template_context.FieldOfActionView:
        """Tell what belongs to no single field of action."""
        return template_context.FieldOfActionView(
            title=self.speech.word("about_overarching"),
            goals=self.goals(stated.goals),
            measures=tuple(map(self.measure, stated.measures)),
            happenings=tuple(map(self.happening, (*stated.activities, *stated.action_days))),
        )

    def _groups(self, id: str | None, known: list[Group]) -> list[Group]:
        entry = self.concept.index.get(f"group/{id}")
        return [entry[1]] if entry and isinstance(entry[1], Group) and entry[1] not in known else []

    def _numbered(self, group: Group) -> Text:
        title = self._title(group)
        return Text(value=f"{group.number}: {title}", language=title.language) if group.number else title

    def goals(self, stated: Iterable[Goal]) -> tuple[template_context.GoalView, ...]:
        """Tell goals with the goals below them."""
        told_goals = ((self._text(goal, "text"), goal) for goal in stated)
        return tuple(
            template_context.GoalView(text=text, sub_goals=self.goals(goal.sub_goals))
            for text, goal in told_goals
            if text
        )

    def measure(self, measure: Measure) -> template_context.MeasureView:
        """Tell a measure with its activities and the measures it consists of."""
        return template_context.MeasureView(
            number=measure.number,
            title=self._title(measure),
            undecided=self.speech.word(UNDECIDED[measure.commitment]) if measure.commitment in UNDECIDED else None,
            description=self._text(measure, "description"),
            rationale=self._text(measure, "rationale"),
            current_state=self._statements(measure, "current_state"),
            target_state=self._statements(measure, "target_state"),
            time_frames=_some(self._time_frame(measure, one) for one in measure.horizons),
            target_groups=self._named(TargetGroup, measure.target_groups),
            lead=self.parties(measure, "lead"),
            partners=(*self.parties(measure, "partners"), *self.parties(measure, "carrier")),
            contacts=self.parties(measure, "contact"),
            happenings=tuple(map(self.happening, (*measure.activities, *measure.action_days))),
            parts=tuple(map(self.measure, measure.sub_measures)),
        )

    def _time_frame(self, measure: Measure, one: HorizonStatement) -> Text | None:
        entry = self.concept.index.get(f"{Horizon.noun}/{one.horizon}")
        printed = self.speech.text(measure.address, "horizons", one.printed)
        return printed or (self._title(entry[1]) if entry and isinstance(entry[1], Horizon) else None)

    def happening(self, activity: Activity) -> template_context.ActivityView:
        """Tell an activity or action day."""
        hours = [f"{hour:%H:%M}" for hour in (activity.start_time, activity.end_time) if hour]
        return template_context.ActivityView(
            title=self._title(activity),
            area=self._text(activity, "area"),
            description=self._text(activity, "description"),
            when=self.speech.day(activity.date) if activity.date else None,
            until=self.speech.day(activity.end_date) if activity.end_date else None,
            times="–".join(hours) or None,
            recurrence=self._recurrence(activity),
            location=self._text(activity, "location"),
            organisers=self.parties(activity, "organisers"),
            target_groups=self._named(TargetGroup, activity.target_groups),
        )

    def _recurrence(self, activity: Activity) -> Text | None:
        stated = activity.recurrence
        if stated is None:
            return None
        yearly = stated.frequency is Frequency.YEARLY and stated.interval == 1
        words = self.speech.text(activity.address, "recurrence", stated.text)
        return words or (self.speech.word("yearly") if yearly else None)

    def action_days(self) -> tuple[template_context.ActivityView, ...]:
        """Tell all action days in the order of the calendar, those of a year's day first."""
        days = sorted(self.concept.every(ActionDay), key=_in_the_year)
        return tuple(map(self.happening, days))

    # -- what exists ----------------------------------------------------------------------------------

    def shelves(self) -> tuple[template_context.ThemeView, ...]:
        """Tell the offers by theme, in the order of the themes; those without one come last."""
        themes = {theme.id: theme for theme in self.concept.every(Theme)}
        by_theme: dict[str | None, list[Offer]] = {id: [] for id in (*themes, None)}
        for offer in self.concept.every(Offer):
            by_theme[offer.theme if offer.theme in themes else None].append(offer)
        other = "other_offers" if any(by_theme[id] for id in themes) else "about_offers"
        return tuple(
            template_context.ThemeView(
                title=self._title(themes[id]) if id else self.speech.word(other),
                offers=tuple(map(self.offer, offers)),
            )
            for id, offers in by_theme.items()
            if offers
        )

    def offer(self, offer: Offer) -> template_context.OfferView:
        """Tell an offer."""
        return template_context.OfferView(
            title=self._title(offer),
            description=self._text(offer, "description"),
            location=self._text(offer, "location"),
            url=link.web(offer.url) if offer.url else None,
            target_groups=self._named(TargetGroup, offer.target_groups),
            contacts=self.parties(offer, "contacts"),
        )

    # -- who does what ----------------------------------------------------------------------------------

    def roles(self) -> tuple[template_context.RoleView, ...]:
        """Tell the roles with their responsibilities and tasks."""
        return tuple(
            template_context.RoleView(
                title=self._title(role),
                responsibilities=self._statements(role, "responsibilities"),
                duties=tuple(map(self._duty, role.task_groups)),
            )
            for role in self.concept.every(Role)
        )

    def _duty(self, group: TaskGroup) -> template_context.TaskGroupView:
        return template_context.TaskGroupView(title=self._title(group), tasks=self._statements(group, "tasks"))

    def interfaces(self) -> tuple[template_context.InterfaceView, ...]:
        """Tell the interfaces with the roles that meet there."""
        stated = self.concept.every(Interface)
        return tuple(
            template_context.InterfaceView(title=self._title(one), between=self._named(Role, one.between))
            for one in stated
        )

    def groups(self) -> tuple[template_context.GroupView, ...]:
        """Tell the working groups."""
        return tuple(
            template_context.GroupView(
                title=self._title(group),
                number=group.number,
                text=self._text(group, "text"),
                field_of_action=next(iter(self._named(FieldOfAction, [group.field_of_action or ""])), None),
                members=self.parties(group, "members"),
            )
            for group in self.concept.every(Group)
        )

    # -- the whole ----------------------------------------------------------------------------------------

    def cover(self) -> template_context.ConceptView:
        """Tell what the concept as a whole says of itself."""
        concept, town = self.concept, self.concept.municipality
        as_of = concept.edition.as_of
        return template_context.ConceptView(
            title=self._title(concept),
            motto=self._text(concept, "motto"),
            municipality=_plain(town.name) or self.speech.word("untitled"),
            period=concept.years or None,
            as_of=self.speech.day(as_of) if as_of else None,
            fields_of_action=tuple(map(self._entry, concept.fields_of_action)),
            contact=template_context.ContactView(
                address=_plain(town.address),
                phone=link.phone(town.phone) if town.phone else None,
                email=link.email(town.email) if town.email else None,
                url=link.web(town.website) if town.website else None,
            ),
        )

    def _entry(self, field: FieldOfAction) -> template_context.FieldOverview:
        summary = self._text(field, "key_statement") or self._text(field, "description")
        return template_context.FieldOverview(
            title=self._title(field), summary=summary, number_of_measures=len(field.measures)
        )


def doubts_about_date(activity: Activity) -> list[Discrepancy]:
    """List what is known to be wrong with the date of an activity and was not put right."""
    dated = {"date", "end_date"}
    open_ones = (one for one in activity.discrepancies if one.resolution is not Resolution.NORMALISED)
    return [one for one in open_ones if one.attribute in dated]


def _in_the_year(day: ActionDay) -> tuple[int, int, str]:
    if day.date is None:
        return (13, 0, day.id)
    month, number = day.date.month_day or ((day.date.earliest.month, 0) if day.date.earliest else (13, 0))
    return (month, number, day.id)


def _some(texts: Iterable[Text | None]) -> tuple[Text, ...]:
    return tuple(text for text in texts if text)


def _plain(value: str | None) -> Text | None:
    """Show a name or an address, which no language translates."""
    return Text(value=value) if value and value.strip() else None


def _joined(names: list[Text]) -> Text | None:
    languages = {name.language for name in names}
    language = languages.pop() if len(languages) == 1 else None
    return Text(value=" / ".join(name.value for name in names), language=language) if names else None
