# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.comparison.apply import apply_changes as apply_changes
from integrationskonzept.comparison.changes import Added as Added
from integrationskonzept.comparison.changes import Change as Change
from integrationskonzept.comparison.changes import Changed as Changed
from integrationskonzept.comparison.changes import DeadlineMoved as DeadlineMoved
from integrationskonzept.comparison.changes import Dropped as Dropped
from integrationskonzept.comparison.changes import EditionName as EditionName
from integrationskonzept.comparison.changes import LeadChanged as LeadChanged
from integrationskonzept.comparison.changes import Merged as Merged
from integrationskonzept.comparison.changes import Moved as Moved
from integrationskonzept.comparison.changes import Observed as Observed
from integrationskonzept.comparison.changes import PlaceChange as PlaceChange
from integrationskonzept.comparison.changes import Renamed as Renamed
from integrationskonzept.comparison.changes import Reordered as Reordered
from integrationskonzept.comparison.changes import Replaced as Replaced
from integrationskonzept.comparison.changes import ReportsChanged as ReportsChanged
from integrationskonzept.comparison.changes import Reworded as Reworded
from integrationskonzept.comparison.changes import SourceAdded as SourceAdded
from integrationskonzept.comparison.changes import SourceLost as SourceLost
from integrationskonzept.comparison.changes import Split as Split
from integrationskonzept.comparison.changes import StatusReported as StatusReported
from integrationskonzept.comparison.changes import TargetChanged as TargetChanged
from integrationskonzept.comparison.comparability import Comparability as Comparability
from integrationskonzept.comparison.comparability import Member as Member
from integrationskonzept.comparison.comparability import Obstacle as Obstacle
from integrationskonzept.comparison.comparability import SimilarIndicators as SimilarIndicators
from integrationskonzept.comparison.comparability import Uncoded as Uncoded
from integrationskonzept.comparison.comparability import Variant as Variant
from integrationskonzept.comparison.comparability import similar_indicators as similar_indicators
from integrationskonzept.comparison.comparability import without_code as without_code
from integrationskonzept.comparison.compare import Comparison as Comparison
from integrationskonzept.comparison.previous_goals import Judgement as Judgement
from integrationskonzept.comparison.renames import Suggestion as Suggestion

__all__ = [
    "Added",
    "Change",
    "Changed",
    "Comparability",
    "Comparison",
    "DeadlineMoved",
    "Dropped",
    "EditionName",
    "Judgement",
    "LeadChanged",
    "Member",
    "Merged",
    "Moved",
    "Observed",
    "Obstacle",
    "PlaceChange",
    "Renamed",
    "Reordered",
    "Replaced",
    "ReportsChanged",
    "Reworded",
    "SimilarIndicators",
    "SourceAdded",
    "SourceLost",
    "Split",
    "StatusReported",
    "Suggestion",
    "TargetChanged",
    "Uncoded",
    "Variant",
    "apply_changes",
    "similar_indicators",
    "without_code",
]
