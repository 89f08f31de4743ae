"""Open points of a draft about the document as a whole: labels, unread text, and what was recognised."""

from collections.abc import Iterator, Sequence

from integrationskonzept.drafts.draft import DoubtCode, Recognised, RecognisedLabel, RecognisedTable
from integrationskonzept.drafts.found import Found, FoundValue
from integrationskonzept.drafts.ledger import Ledger, Reading, Subject
from integrationskonzept.drafts.measures import key_of
from integrationskonzept.drafts.tree import DocumentPlace
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.provenance import Discrepancy
from integrationskonzept.printable import shorten


def doubts_of_labels(ledger: Ledger, found: Found, measures: Sequence[Measure]) -> Iterator[Discrepancy]:
    """Yield one doubt for each unsure wording of a label, and for each unknown one."""
    for label, count in found.labels.items():
        if not label.is_sure:
            values = _values(found, measures, label.printed)
            said = message(
                "'{label}' was read as '{attribute}', {count} times",
                label=label.printed,
                attribute=label.attribute,
                count=count,
            )
            reading = Reading(label.printed, label.attribute, label.alternatives)
            subject = Subject(scope=label.printed, place=_first(values))
            yield ledger.doubt(DoubtCode.LABEL, said, subject, reading, concerns=_addresses(values))
    for unknown, count in found.unlabelled.items():
        values = _values(found, measures, unknown)
        said = message(
            "the label '{label}' is unknown, {count} times; its text is kept under '{key}'. To read it, copy the line"
            " into [labels] of a layout, with the attribute that is meant",
            label=unknown,
            count=count,
            key=key_of(unknown),
        )
        reading = Reading(unknown, key_of(unknown), (f'"{unknown}" = "description"',))
        subject = Subject(scope=unknown, place=_first(values))
        yield ledger.doubt(DoubtCode.UNLABELLED, said, subject, reading, concerns=_addresses(values))


def _values(found: Found, measures: Sequence[Measure], label: str) -> list[tuple[Measure, FoundValue]]:
    pairs = zip(found.measures, measures, strict=True)
    return [(made, value) for measure, made in pairs for value in measure.values if value.label == label]


def _first(values: Sequence[tuple[Measure, FoundValue]]) -> DocumentPlace:
    return values[0][1].place if values else DocumentPlace()


def _addresses(values: Sequence[tuple[Measure, FoundValue]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(measure.address for measure, _ in values))


def doubts_of_rest(ledger: Ledger, found: Found, measures: Sequence[Measure]) -> Iterator[Discrepancy]:
    """Yield a doubt for each text that was not read, and one for all headings whose text is not in the draft.

    Each of these headings has a row of its own in the review list.
    """
    for unread in found.unread:
        said = message("this text has no place in the draft")
        subject = Subject(scope=unread.scope, place=unread.place)
        pairs = zip(found.measures, measures, strict=True)
        concerned = tuple(made.address for measure, made in pairs if measure is unread.measure)
        yield ledger.doubt(DoubtCode.UNREAD, said, subject, Reading(unread.text), concerns=concerned)
    for outside in found.outside:
        said = message("paragraphs below this heading that are not in the draft: {count}", count=outside.blocks)
        subject = Subject(scope=outside.heading, place=outside.place)
        ledger.doubt(DoubtCode.OUTSIDE, said, subject, Reading(outside.first))
    if found.outside:
        headings = tuple(outside.heading or shorten(outside.first) for outside in found.outside)
        one = message("the text below one heading is not in the draft: it holds nothing that was recognised")
        many = message(
            "the text below {count} headings is not in the draft: it holds nothing that was recognised",
            count=len(headings),
        )
        said = one if len(headings) == 1 else many
        yield ledger.summary(DoubtCode.OUTSIDE, said, headings)


def recognised_in(found: Found) -> Recognised:
    """Return what was recognised, for people who write a layout."""
    labels = [
        RecognisedLabel(printed=label.printed, attribute=label.attribute, count=count, is_sure=label.is_sure)
        for label, count in found.labels.most_common()
    ]
    labels += [
        RecognisedLabel(printed=printed, attribute=None, count=count, is_sure=False)
        for printed, count in found.unlabelled.most_common()
    ]
    tables = [RecognisedTable(header=header, kind=kind, count=count) for (kind, header), count in found.headers.items()]
    headings = tuple(outside.heading for outside in found.outside)
    return Recognised(labels=tuple(labels), tables=tuple(tables), headings=headings)
