"""One edition in one language: the frozen snapshot as the chapters see it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from national.charts.labels import Lang, Pair, say
from national.charts.released import Document

CHINA = ZoneInfo("Asia/Shanghai")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True)
class Edition:
    """``snapshot`` has year, edition, provisional, cut_at (ISO 8601), versions, sha256 and the result tables."""

    snapshot: dict[str, Any]
    lang: Lang

    @property
    def year(self) -> int:
        return int(self.snapshot["year"])

    @property
    def number(self) -> int:
        return int(self.snapshot["edition"])

    @property
    def provisional(self) -> bool:
        return bool(self.snapshot["provisional"])

    @property
    def demonstration(self) -> bool:
        return bool(self.snapshot.get("demonstration", False))

    @property
    def cut_at(self) -> datetime:
        """The data cut, in China's time: the only moment that appears in any file."""
        return cut_at(self.snapshot)

    @property
    def open_years(self) -> frozenset[int]:
        return frozenset([self.year] if self.provisional else [])

    def table(self, statistic: str) -> Document | None:
        return next((table for table in self.snapshot["results"] if table["statistic"] == statistic), None)

    def say(self, pair: Pair, **values: object) -> str:
        """The words of this language, with the values put in."""
        return say(pair, self.lang).format(**values)

    def cut_date(self, running_text: bool = False) -> str:
        """2026-11-20 in tables; 20 Nov 2026 and 2026 年 11 月 20 日 in running text."""
        day = self.cut_at.date()
        if not running_text:
            return day.isoformat()
        if self.lang == "en":
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        return f"{day.year} 年 {day.month} 月 {day.day} 日"


def cut_at(snapshot: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(str(snapshot["cut_at"])).astimezone(CHINA)


def stem(snapshot: dict[str, Any]) -> str:
    """Beginning of every file name: year and edition."""
    return f"{snapshot['year']}-edition{snapshot['edition']}"
