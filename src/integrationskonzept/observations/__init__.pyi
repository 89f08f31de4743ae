# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.observations.merge import MergeResult as MergeResult
from integrationskonzept.observations.merge import merge_observations as merge_observations
from integrationskonzept.observations.merge import observe as observe
from integrationskonzept.observations.sources import ObservationTable as ObservationTable

__all__ = [
    "MergeResult",
    "ObservationTable",
    "merge_observations",
    "observe",
]
