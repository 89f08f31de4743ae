"""Options of the exporter ``workbook``."""

from attrs import field, frozen

from integrationskonzept import PartialDate
from integrationskonzept.plugins.kit import LanguageCode
from integrationskonzept_office.i18n import message


@frozen(kw_only=True)
class Options:
    """The options of the exporter ``workbook``."""

    round: PartialDate | None = field(
        default=None,
        metadata={
            "help": message(
                "date of a round of status reports: one workbook per lead, to fill in the status on that date"
            )
        },
    )
    language: LanguageCode | None = field(
        default=None, metadata={"help": message("language of the headings; by default that of the concept")}
    )
