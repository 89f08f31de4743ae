"""The code of a finding as a document: what is wrong, why it matters, an example, and what to do."""

from collections.abc import Iterable, Sequence

from integrationskonzept.blocks.tree import Block, Document, Item, ItemList, Marked, Text
from integrationskonzept.findings import Problem
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import message, wording
from integrationskonzept.rules.docs_page import shown
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.rule import Rule

OF_TABLES = {
    "IK062": message("Several files contain the same edition of a concept; their rows could not be distinguished."),
    "IK950": message(
        "The file or a row is not a table: a different encoding, no headers, a header twice, too many cells."
    ),
    "IK951": message("The table has an unknown column; it is ignored."),
    "IK952": message("The row names no indicator or figure, or one that the concept does not have."),
    "IK953": message("A cell does not match its column: not a number, not a date, neither yes nor no."),
    "IK954": message("The row has no date."),
    "IK955": message("The row has neither a value nor a reason why it is missing."),
    "IK956": message("The concept has a different value for that date; `--overwrite` takes the row's."),
    "IK957": message("The value does not match the kind of the indicator, its scale or its unit."),
    "IK970": message("A row of an edited table has an id twice, or one that the table did not have."),
    "IK971": message("An edited table has an unknown column; it is ignored."),
    "IK972": message("A row of an edited table has no id (a proposal), or its element is no longer in the concept."),
    "IK973": message("The row of an element is missing in an edited table; nothing is removed."),
    "IK974": message("A cell that only informs was edited; it is not taken."),
    "IK975": message("A cell holds a formula, is merged, or does not match its column; it is not taken."),
    "IK976": message("A cell was emptied without the mark `-`; the concept keeps its value."),
    "IK977": message("A value was changed in the table and in the concept; the concept keeps its value."),
    "IK978": message("A share was probably typed with its sign, and is a hundred times too small."),
    "IK979": message("An element cannot be removed because others refer to it."),
    "IK960": message("A document cannot be read as a draft: no text, a different format, or pictures of pages."),
}
"""Findings in portfolios, in tables of values and in documents, whose sentence depends on the row."""


def explanation_document(
    found: Rule | Problem, profiles: Iterable[Profile] = (), language: str = DEFAULT_LANGUAGE
) -> Document:
    """Return the explanation of a rule or of a problem of files; `profiles` are those that say how severe a rule is."""
    severity = wording(found.severity, language)
    example = message("{severity}: “{text}”", severity=severity, text=shown(found.message, language))
    lines = [_line(message("Why"), found.why), _line(message("Example"), example)]
    if found.hint:
        lines.append(_line(message("Next step"), shown(found.hint, language)))
    if isinstance(found, Rule):
        weights = ", ".join(_weight(profile, found, language) for profile in profiles)
        lines.append(_line(message("Profiles"), weights))
    return _document(found.code, found.title, lines, language)


def table_explanation_document(code: str, language: str = DEFAULT_LANGUAGE) -> Document:
    """Return the explanation of a finding in a table of values."""
    return _document(code, OF_TABLES[code], (), language)


def _document(code: str, title: Text, lines: Sequence[Item], language: str) -> Document:
    blocks: list[Block] = [ItemList(lines)] if lines else []
    return Document(title=message("{code}: {title}", code=code, title=title), blocks=blocks, language=language)


def _line(name: Text, said: Text) -> Item:
    return Item((Marked(name), ": ", said))


def _weight(profile: Profile, rule: Rule, language: str) -> str:
    severity = profile.severity(rule)
    weight = wording(severity, language) if severity else message("off").text(language)
    return f"{profile.title.text(language)}: {weight}"
