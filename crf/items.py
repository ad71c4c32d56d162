"""The dictionary entry of a field."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from crf.codes import CodeList
from crf.conditions import Condition
from crf.pairs import Pair

Bounds = tuple[float, float]
NO_TEXT = Pair("", "")


class Requirement(StrEnum):
    """What a field needs before submission; a missing reason counts as an answer."""

    REQUIRED = "required"
    CONDITIONAL = "conditional"  # required when its condition is true, hidden otherwise
    OPTIONAL = "optional"


class Missing(StrEnum):
    """Why a value is absent. NOT_APPLICABLE is set by rules only."""

    UNKNOWN = "unknown"
    NOT_DONE = "not_done"
    NOT_APPLICABLE = "not_applicable"


MISSING_LABELS = {
    Missing.UNKNOWN: Pair("Unknown", "未知"),
    Missing.NOT_DONE: Pair("Not done", "未做"),
    Missing.NOT_APPLICABLE: Pair("Not applicable", "不适用"),
}


class Ranges:
    """Lower and upper limits, for all patients or by age group (N, P, A)."""

    def __init__(self, **by_group: Bounds):
        self.by_group = by_group

    def of(self, age_group: str | None) -> Bounds:
        """The limits of an age group; the widest over all groups while it is not known."""
        if "all" in self.by_group:
            return self.by_group["all"]
        return self.by_group.get(age_group or "", self.widest)

    @property
    def widest(self) -> Bounds:
        lows, highs = zip(*self.by_group.values(), strict=True)
        return min(lows), max(highs)


@dataclass(frozen=True)
class Unit:
    """Another unit a value may be entered in: ``entered = stored * factor``."""

    name: str
    factor: Decimal


# These hold a value or the record cannot be signed: no missing reason is offered.
ALWAYS_A_VALUE = frozenset(
    [
        "birth_date",
        "run_start_at",
        "run_stop_at",
        "support_type",
        "primary_diagnosis",
        "stop_reason",
        "discharge_status",
        "died",
        "timepoint",
        "measured_at",
        "equip_type",
        "comp_code",
        "fu_vital_status",
        "fu_date",
        "fu_method",
    ]
)


@dataclass(frozen=True)
class Item:
    """One field of the case report forms, as published in the data dictionary."""

    label: Pair
    section: str
    kind: str
    requirement: Requirement = Requirement.OPTIONAL
    when: Condition | None = None
    definition: Pair = NO_TEXT
    unit: str = ""
    alt_units: tuple[Unit, ...] = ()
    codes: CodeList | None = None
    soft: Ranges | None = None
    hard: Ranges | None = None
    places: int = 0
    source: str = "judgement"
    range_source: str = ""
    entity: str = ""
    name: str = field(default="", compare=False)
    system: bool = False  # written by the registry, never typed
    plain: bool = False  # a column without notes beside it, so no place for a missing reason

    @property
    def units(self) -> tuple[str, ...]:
        """What a value may be entered in: the stored unit first."""
        return (self.unit, *(other.name for other in self.alt_units))

    @property
    def missing_reasons(self) -> tuple[Missing, ...]:
        """The reasons a person may give for an absent value."""
        if self.name in ALWAYS_A_VALUE or self.system or self.plain:
            return ()
        if self.codes and self.codes.unknown is not None:
            return ()
        return (Missing.UNKNOWN, Missing.NOT_DONE)
