"""The national page as data: headline figures, charts and tables of one year and group, from stored results."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from national import results
from national.charts import activity, formats, groups, provinces, scale, survival
from national.charts.figure import Figure
from national.charts.labels import AGE_GROUPS, ALL, SUPPORT_TYPES, Lang, code_label, say
from national.charts.released import Document, Row, estimated, is_withheld, released, row_of, rows_of
from national.models import Audience
from national.statistics import STATISTICS
from national.statistics.base import Statistic

AGES = (ALL, "A", "P", "N")
TYPES = (ALL, "1", "2", "3")


@dataclass(frozen=True)
class Choice:
    """One value of a filter."""

    code: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Headline:
    """One figure at the top: value, what it counts, and how sure it is."""

    value: str
    unit: str
    note: str


class NationalPage:
    """What the page shows. Unknown filters count as "all"; a year without figures as the latest one."""

    def __init__(
        self, lang: Lang, *, year: str = "", group: str = "", mode: str = "", audience: str = Audience.PUBLIC
    ):
        self.lang, self.audience = lang, audience
        self.age_group = group if group in AGES else ALL
        self.support_type = mode if mode in TYPES else ALL
        self.years = results.years(audience)
        self.year = int(year) if year.isdecimal() and int(year) in self.years else self._latest_year()

    def _latest_year(self) -> int | None:
        return self.years[-1] if self.years else None

    def document(self, statistic: str) -> Document | None:
        """The stored table of a statistic over all years, read once per page."""
        known = self.__dict__.setdefault("_documents", {})
        if statistic not in known:
            known[statistic] = results.latest(statistic, audience=self.audience)
        return known[statistic]

    @cached_property
    def stamps(self) -> Document:
        """Data date, versions and open years, as the first statistic carries them."""
        return self.document("activity_by_year") or {}

    @property
    def is_open_year(self) -> bool:
        return self.year in self.stamps.get("provisional", [])

    @property
    def open_years(self) -> frozenset[int]:
        return frozenset(self.stamps.get("provisional", []))

    @property
    def year_choices(self) -> list[Choice]:
        return [Choice(str(year), str(year), year == self.year) for year in reversed(self.years)]

    @property
    def age_choices(self) -> list[Choice]:
        return [Choice(code, say(AGE_GROUPS[code], self.lang), code == self.age_group) for code in AGES]

    @property
    def type_choices(self) -> list[Choice]:
        return [
            Choice(code, say(SUPPORT_TYPES[code], self.lang), code == self.support_type) for code in TYPES
        ]

    def row(self, statistic: str) -> Row | None:
        """The row of the year and groups in view."""
        document = self.document(statistic)
        if document is None:
            return None
        place = {"year": self.year, "age_group": self.age_group, "support_type": self.support_type}
        return row_of(document, **{name: place[name] for name in document["dimensions"] if name in place})

    @property
    def headlines(self) -> list[Headline]:
        return [self._runs(), self._centers(), self._survived(), self._hours()]

    def _runs(self) -> Headline:
        row = self.row("activity_by_year")
        growth = released(row, "growth")
        note = _("%(year)s") % {"year": self.year}
        if growth is not None:
            note = _("%(year)s, %(growth)s on the year before") % {
                "year": self.year,
                "growth": formats.growth(growth),
            }
        return Headline(_count(row, "runs"), _("runs"), note)

    def _centers(self) -> Headline:
        row = self.row("activity_by_year")
        patients = _("%(n)s patients") % {"n": _count(row, "patients")}
        return Headline(_count(row, "centers"), _("centers"), patients)

    def _survived(self) -> Headline:
        value = estimated(self.row("outcomes"), "survived_to_discharge")
        if value is None:
            return Headline("*", _("survived to discharge"), _("withheld or not known"))
        note = _("95%% CI %(interval)s · %(ratio)s") % {
            "interval": formats.interval(value),
            "ratio": formats.ratio(value),
        }
        return Headline(formats.proportion_percent(value), _("survived to discharge"), note)

    def _hours(self) -> Headline:
        value = released(self.row("run_duration"), "hours")
        if value is None or value["median"] is None:
            return Headline("*", _("hours of support"), _("withheld or not known"))
        note = _("median; middle half %(low)s to %(high)s") % {
            "low": formats.quantity(value["q1"]),
            "high": formats.quantity(value["q3"]),
        }
        return Headline(formats.quantity(value["median"]), _("hours of support"), note)

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The charts by name; a chart without its statistic is left out."""
        year, lang = self.year, self.lang
        if year is None:
            return {}
        drawn = {
            "runs": ("activity_by_year", lambda table: self._activity(table)),
            "survival": ("outcomes", lambda table: self._survival(table)),
            "provinces": ("by_province", lambda table: provinces.tile_grid(table, year, lang)),
            "groups": ("outcomes", lambda table: groups.outcome_by_group(table, year, lang)),
            "duration": ("run_duration", lambda table: groups.duration_by_group(table, year, lang)),
            "scale": ("center_scale", lambda table: scale.volume_classes(table, year, lang)),
            "curves": ("survival_one_year", lambda table: survival.one_year(table, lang)),
        }
        return {
            name: draw(document)
            for name, (statistic, draw) in drawn.items()
            if (document := self.document(statistic)) is not None
        }

    def _activity(self, table: Document) -> Figure:
        return activity.runs_by_year(
            table, self.years[-1], self.lang, age_group=self.age_group, open_years=self.open_years
        )

    def _survival(self, table: Document) -> Figure:
        return activity.survival_by_year(
            table,
            self.years[-1],
            self.lang,
            age_group=self.age_group,
            support_type=self.support_type,
            open_years=self.open_years,
        )

    @cached_property
    def tables(self) -> list["PrintedTable"]:
        """Every statistic of the year as a table."""
        found = [(STATISTICS[key], self.document(key)) for key in STATISTICS]
        return [PrintedTable(each, document, self.year, self.lang) for each, document in found if document]


@dataclass(frozen=True)
class PrintedTable:
    """A statistic as rows of text: ``*`` where withheld, a dash where there is no figure."""

    statistic: Statistic
    document: Document
    year: int | None
    lang: Lang

    @property
    def head(self) -> list[str]:
        dimensions = [str(each.label) for each in self.statistic.dimensions]
        return [*dimensions, *(str(each.label) for each in self.statistic.measures)]

    @property
    def rows(self) -> list[list[str]]:
        """One year for tables that split a year further, all years for the others."""
        whole = len(self.statistic.dimensions) == 1 or self.statistic.key in ("survival_one_year",)
        place: dict[str, Any] = {} if whole or self.year is None else {"year": self.year}
        return [self._texts(row) for row in rows_of(self.document, **place)]

    def _texts(self, row: Row) -> list[str]:
        names = [code_label(name, row[name], self.lang) for name in self.document["dimensions"]]
        return [*names, *(_cell(row, each.name, each.kind) for each in self.statistic.measures)]


def _count(row: Row | None, measure: str) -> str:
    value = released(row, measure)
    if value is not None:
        return formats.count(value)
    return formats.WITHHELD if is_withheld(row, measure) else "0" if row is None else formats.NONE


def _cell(row: Row, measure: str, kind: str) -> str:
    value = released(row, measure)
    if value is None:
        return formats.WITHHELD if is_withheld(row, measure) else formats.NONE
    return str(_WRITE[kind](value))


def _proportion(value: dict[str, Any]) -> str:
    if value["proportion"] is None:
        return formats.NONE
    return f"{formats.proportion_percent(value)} ({formats.interval(value)}) · {formats.ratio(value)}"


def _quantiles(value: dict[str, Any]) -> str:
    if value["median"] is None:
        return formats.NONE
    return f"{formats.quantity(value['median'])} ({formats.spread(value)})"


def _curve(value: dict[str, Any]) -> str:
    day = survival.at_day(value, survival.HORIZON)
    share = formats.percent(day["survival"]) if day else formats.WITHHELD
    return _("n = %(n)s · one year %(share)s") % {"n": f"{value['n']:,}", "share": share}


_WRITE: dict[str, Callable[[Any], str]] = {
    "count": formats.count,
    "percent": formats.growth,
    "share": formats.percent,
    "shares": formats.percent,
    "proportion": _proportion,
    "quantiles": _quantiles,
    "curve": _curve,
}
