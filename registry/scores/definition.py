"""What is known about a score: its source, whom it is for and how well its table was checked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from crf.pairs import Pair


class Level(StrEnum):
    """How well the weights of a score were compared with the publication."""

    PRIMARY = "P"
    TWO_SOURCES = "S2"
    ONE_SOURCE = "S1"
    HOLD = "HOLD"
    NONE = "NONE"
    DEFINITION = "definition"

    @property
    def words(self) -> Pair:
        return LEVEL_WORDS[self]


LEVEL_WORDS = {
    Level.PRIMARY: Pair("checked against the publication", "已与原文核对"),
    Level.TWO_SOURCES: Pair("two sources agree", "两个来源一致"),
    Level.ONE_SOURCE: Pair("single source, not yet compared with the paper", "单一来源，尚未与原文核对"),
    Level.HOLD: Pair("sources contradict each other", "来源互相矛盾"),
    Level.NONE: Pair("no verified weights", "没有核实过的分值"),
    Level.DEFINITION: Pair("follows from its definition", "按定义计算"),
}


class ShipsAs(StrEnum):
    """Computed by the registry, or entered by the person who computed it elsewhere."""

    COMPUTED = "computed"
    ENTERED_ONLY = "entered_only"


class Status(StrEnum):
    """Whether a score speaks of this patient at all; if not, it is not computed."""

    APPLICABLE = "applicable"
    NOT_AGE = "not_applicable_age"
    NOT_MODE = "not_applicable_mode"
    NOT_DIAGNOSIS = "not_applicable_diagnosis"


@dataclass(frozen=True)
class Applicability:
    """For whom, in words, and the ages it was made for: completed years, ``below_years`` excluded."""

    words: Pair
    from_years: int = 0
    below_years: int | None = None

    def of_age(self, years: int | None) -> Status:
        """Applicable also while the age is not known."""
        if years is None:
            return Status.APPLICABLE
        too_old = self.below_years is not None and years >= self.below_years
        return Status.NOT_AGE if years < self.from_years or too_old else Status.APPLICABLE


@dataclass(frozen=True)
class ScoreDefinition:
    """One version of a score. Results name the version they were computed with."""

    score_id: str
    title: Pair
    citation: str
    verification_level: Level
    verification_note: Pair
    applicability: Applicability
    outcome_predicted: Pair
    min_total: float | None = None
    max_total: float | None = None
    doi: str = ""
    definition_version: str = "1"
    signed_off_by: str = ""
    signed_off_on: date | None = None
    ships_as: ShipsAs = ShipsAs.COMPUTED

    @property
    def is_signed_off(self) -> bool:
        """A clinician compared the table with the paper, and gave a name and a day for it."""
        return bool(self.signed_off_by and self.signed_off_on)
