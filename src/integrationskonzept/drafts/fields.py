"""Fields of action of a draft: those of the measures, joined by the similar ones of the activities."""

from collections import defaultdict

from integrationskonzept.drafts.draft import DoubtCode
from integrationskonzept.drafts.found import Found, FoundField
from integrationskonzept.drafts.ledger import Ledger, Reading, Subject
from integrationskonzept.drafts.similarity import best_match
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.provenance import Discrepancy

NO_FIELD = -1
"""Key of what belongs to no field."""


class Fields:
    """The fields of one document, each with a key: its position among those found.

    A field that only lists activities joins the field with measures whose title is similar.
    """

    def __init__(self, ledger: Ledger, found: Found) -> None:
        self._ledger = ledger
        self._found = found.fields
        self._targets = [*range(len(found.fields))]
        with_measures = {self._position(measure.field_of_action) for measure in found.measures} - {NO_FIELD}
        with_activities = {self._position(activity.field_of_action) for activity in found.activities}
        titles = {found.fields[at].title: at for at in sorted(with_measures)}
        for at in sorted(with_activities - with_measures - {NO_FIELD}):
            title = best_match(found.fields[at].title, list(titles))
            self._targets[at] = titles[title] if title else at

    def _position(self, field: FoundField | None) -> int:
        return next((at for at, each in enumerate(self._found) if each is field), NO_FIELD)

    def key(self, field: FoundField | None) -> int:
        """Return the key of a field, or of the one that it joins; `NO_FIELD` for None."""
        position = self._position(field)
        return position if position == NO_FIELD else self._targets[position]

    def built(self) -> dict[int, FieldOfAction]:
        """Return the fields by key, in the order of the document."""
        aliases: dict[int, list[FoundField]] = defaultdict(list)
        for at, target in enumerate(self._targets):
            if at != target:
                aliases[target].append(self._found[at])
        return {
            at: self._field(self._found[at], aliases[at]) for at, target in enumerate(self._targets) if at == target
        }

    def _field(self, field: FoundField, aliases: list[FoundField]) -> FieldOfAction:
        ident = self._ledger.id("field_of_action", field.title)
        titles = tuple(alias.title for alias in aliases)
        return FieldOfAction(
            id=ident,
            number=field.number,
            title=field.title,
            aliases=titles,
            printed=field.printed,
            inferred=("aliases",) if titles else (),
            sources=self._ledger.sources(field.place, field.section),
            discrepancies=tuple(self._doubt(alias, field, f"field_of_action/{ident}") for alias in aliases),
        )

    def _doubt(self, alias: FoundField, field: FoundField, address: str) -> Discrepancy:
        said = message("'{other}' was taken for the field of action '{title}'", other=alias.title, title=field.title)
        subject = Subject(
            scope=alias.printed, place=alias.place, section=alias.section, address=address, attribute="aliases"
        )
        return self._ledger.doubt(DoubtCode.JOINED, said, subject, Reading(alias.title, field.title, (alias.title,)))
