"""A check report as a document: the totals, and then the findings by the profile's steps or by severity."""

from collections.abc import Iterator

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Document,
    Item,
    ItemList,
    ListStyle,
    Paragraph,
    Text,
    listed,
)
from integrationskonzept.documents.titles import counted_title
from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.rules.report import CheckReport, counted, element, line_content, spot

_SHOWN = 3
"""Largest number of places listed beside a finding."""

_SEVERITIES = {
    Severity.ERROR: message("Errors"),
    Severity.WARNING: message("Warnings"),
    Severity.NOTE: message("Notes"),
}


def report_document(report: CheckReport, language: str | None = None, *, all_places: bool = False) -> Document:
    """Return a check report: the number of findings, and each of them under the profile's steps or by severity.

    Of a finding with many places the first ones are named, or every one with `all_places`.
    """
    blocks: list[Block] = [Paragraph(counted(report.findings))]
    for title, findings in _sections(report):
        items = [_item(finding, all_places=all_places) for finding in findings]
        told = ItemList(items, ListStyle.LINES) if items else Paragraph(message("nothing left open"))
        blocks.append(Chapter(counted_title(title, len(items)) if items else title, told))
    return Document(title=_title(report), blocks=blocks, language=language or DEFAULT_LANGUAGE)


def finding_document(finding: Finding, language: str | None = None) -> Document:
    """Return a finding with its places."""
    item = _item(finding, all_places=True)
    return Document(title=finding.message, blocks=ItemList((item,)), language=language or DEFAULT_LANGUAGE)


def _title(report: CheckReport) -> Text:
    title = report.title or message("Report")
    if report.title and report.profile:
        return message("{title}, checked by the profile {profile}", title=title, profile=report.profile.title)
    return title


def _sections(report: CheckReport) -> Iterator[tuple[Message, tuple[Finding, ...]]]:
    """Yield the steps of the profile, and then by severity what belongs to none."""
    for step, findings in report.by_step:
        yield step.title, findings
    others = [finding for finding in report.findings if report.step(finding) is None]
    for severity, heading in _SEVERITIES.items():
        if found := tuple(finding for finding in others if finding.severity is severity):
            yield heading, found


def _item(finding: Finding, *, all_places: bool = False) -> Item:
    """Return a finding as an item, with its places below it where it has several."""
    places = finding.places if len(finding.places) > 1 else ()
    content = line_content(finding)
    if not places:
        return Item(content)
    if all_places:
        return Item(content, ItemList([Item(_in_full(place)) for place in places]))
    named: Content = listed(_named(place) for place in places[:_SHOWN])
    if len(places) > _SHOWN:
        named = (*named, " ", message("and {count} more", count=len(places) - _SHOWN))
    return Item(content, Paragraph(named))


def _in_full(place: Place) -> Content:
    parts = [part for part in (spot(place), element(place)) if part]
    return (parts[0], " ", parts[1]) if len(parts) > 1 else tuple(parts) or (str(place),)


def _named(place: Place) -> Content:
    about: Text = element(place) or str(place)
    return (about, " (", message("line {line}", line=place.line), ")") if place.line else (about,)
