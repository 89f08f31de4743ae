"""All tables of this library."""

from integrationskonzept.tabular.agenda import AGENDA
from integrationskonzept.tabular.evaluation import EVALUATION
from integrationskonzept.tabular.links import LINKS
from integrationskonzept.tabular.measurability import MEASURABILITY
from integrationskonzept.tabular.record_tables import record_tables
from integrationskonzept.tabular.schedule import SCHEDULE
from integrationskonzept.tabular.table import Table
from integrationskonzept.tabular.time_series import TIME_SERIES

BUILTIN: tuple[Table, ...] = (
    *record_tables(),
    SCHEDULE,
    TIME_SERIES,
    MEASURABILITY,
    LINKS,
    AGENDA,
    EVALUATION,
)
"""All tables except the findings, which need a check first."""
