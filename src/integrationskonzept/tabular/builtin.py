"""All tables of this library."""

from integrationskonzept.tabular.indicators import INDICATORS
from integrationskonzept.tabular.involvement import INVOLVEMENT
from integrationskonzept.tabular.measures import MEASURES
from integrationskonzept.tabular.observations import OBSERVATIONS
from integrationskonzept.tabular.roles import INTERFACES, ROLES
from integrationskonzept.tabular.schedule import SCHEDULE
from integrationskonzept.tabular.stocktake import ACTIVITIES, NEEDS, OFFERS
from integrationskonzept.tabular.table import Table

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
"""All tables except the findings, which need a check first."""
