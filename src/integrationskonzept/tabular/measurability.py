"""The table of measurability: one row an indicator, with what it lacks."""

from collections.abc import Iterator

from attrs import frozen

from integrationskonzept.evaluation.measurability import Measurability, measurabilities
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.tabular.columns import row_language, text
from integrationskonzept.tabular.table import table_of


@frozen
class _Row:
    found: Measurability
    language: str


def _rows(concept: Concept) -> Iterator[_Row]:
    for found in measurabilities(concept):
        yield _Row(found, row_language(concept))


MEASURABILITY = table_of(
    "measurability",
    message("Measurability of indicators"),
    _rows,
    (
        text("indicator", message("Id of the indicator"), lambda row: row.found.address.partition("/")[2]),
        text("title", message("Title, as printed"), lambda row: row.found.title),
        text(
            "measurable",
            message("Whether it can be measured as it is written: yes, no or unknown"),
            lambda row: row.found.answer.verdict,
        ),
        text("reason", message("The reason of that answer"), lambda row: row.found.answer.why.text(row.language)),
        text(
            "lacking",
            message("What is lacking, the graver first, separated by '; '"),
            lambda row: [one.text(row.language) for one in row.found.lacking],
        ),
    ),
)
