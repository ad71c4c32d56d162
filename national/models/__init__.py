"""What is kept about the nation: one row per run to count from, and the results that were counted."""

from national.models.fact import RunFact
from national.models.refresh import RefreshKind, RefreshLog, RefreshState
from national.models.report import ReportEdition, ReportFile
from national.models.result import Audience, Result
from national.models.snapshot import Snapshot

__all__ = [
    "Audience",
    "RefreshKind",
    "RefreshLog",
    "RefreshState",
    "ReportEdition",
    "ReportFile",
    "Result",
    "RunFact",
    "Snapshot",
]
