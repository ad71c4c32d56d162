"""What to make: the options of the command, which decide every generated row."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

SHANGHAI = timezone(timedelta(hours=8))  # no daylight saving in any generated year


@dataclass(frozen=True)
class Recipe:
    """``years`` calendar years end with the one of ``as_of``; nothing happens on or after that day."""

    centers: int = 40
    runs: int = 4000
    years: int = 5
    seed: int = 5
    as_of: date = date(2026, 1, 1)

    def __post_init__(self) -> None:
        if min(self.centers, self.runs, self.years) < 1:
            raise ValueError("Give at least one center, one run and one year.")

    @property
    def cut(self) -> datetime:
        """Midnight in Asia/Shanghai at which the day ``as_of`` begins."""
        return datetime(self.as_of.year, self.as_of.month, self.as_of.day, tzinfo=SHANGHAI)

    @property
    def calendar(self) -> range:
        return range(self.as_of.year - self.years + 1, self.as_of.year + 1)

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"as_of": self.as_of.isoformat()}
