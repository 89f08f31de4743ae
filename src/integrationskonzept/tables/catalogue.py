"""Every table of this library."""

from integrationskonzept.tables.indicators import INDICATORS
from integrationskonzept.tables.involvement import INVOLVEMENT
from integrationskonzept.tables.measures import MEASURES
from integrationskonzept.tables.observations import OBSERVATIONS
from integrationskonzept.tables.roles import INTERFACES, ROLES
from integrationskonzept.tables.schedule import SCHEDULE
from integrationskonzept.tables.stocktake import ACTIVITIES, NEEDS, OFFERS
from integrationskonzept.tables.table import Table

BUILTIN: tuple[Table, ...] = (
    MEASURES,
    INDICATORS,
    OBSERVATIONS,
    SCHEDULE,
    INVOLVEMENT,
    ROLES,
    INTERFACES,
    ACTIVITIES,
    OFFERS,
    NEEDS,
)
"""The tables in the order people meet them; `findings` needs a report and is made by `findings_frame`."""
