"""Runs by year as stacked bars, and survival to discharge in a panel of its own below (never a second axis)."""

from national.charts import formats, theme
from national.charts.figure import Figure
from national.charts.labels import SUPPORT_TYPES, Lang, say
from national.charts.released import Document, estimated, released, row_of, years_of
from national.charts.theme import MARKS, STACK_ORDER, Option

TITLE = ("Runs by year and support type", "各年例次与支持类型")
NOTE = ("number of runs", "例次")
UNSPLIT = ("Not split (small cells)", "未拆分（小格）")
OPEN_YEAR = ("{year}\n(open)", "{year}\n（未锁定）")
SURVIVAL_TITLE = ("Survival to discharge by year", "各年存活出院率")
SURVIVAL_NOTE = ("first runs; line: 95% interval", "首次 ECLS；竖线为 95% 置信区间")


def year_name(year: int, open_years: frozenset[int], lang: Lang) -> str:
    return say(OPEN_YEAR, lang).format(year=year) if year in open_years else str(year)


def _runs(table: Document, year: int, age_group: str, support_type: str) -> int | None:
    return released(row_of(table, year=year, age_group=age_group, support_type=support_type), "runs")


def _codes(table: Document) -> tuple[str, ...]:
    """The support types of the table: the three, and "not recorded" where it occurs."""
    return (*STACK_ORDER, "U") if row_of(table, support_type="U") else STACK_ORDER


def _split(table: Document, year: int, age_group: str) -> dict[str, int] | None:
    """Runs per support type; None when a part is withheld, for the rest would give it away."""
    parts = {code: _runs(table, year, age_group, code) for code in _codes(table)}
    known = {code: runs for code, runs in parts.items() if runs is not None}
    total = _runs(table, year, age_group, "all")
    return known if total is not None and sum(known.values()) == total else None


def _bar(name: str, values: list[int | None], color: str) -> Option:
    border = {"color": color, "borderColor": theme.PAPER, "borderWidth": 0.75}
    return {
        "name": name,
        "type": "bar",
        "stack": "runs",
        "barWidth": "56%",
        "data": values,
        "itemStyle": border,
    }


def _totals(totals: list[int | None]) -> Option:
    """Invisible points that carry the total above each column."""
    points = [
        {"value": [index, runs], "label": theme.bold_label(formats.count(runs), "top", distance=2)}
        for index, runs in enumerate(totals)
        if runs is not None
    ]
    return {
        "type": "scatter",
        "symbolSize": 1,
        "itemStyle": {"color": "transparent", "opacity": 1},
        "silent": True,
        "data": points,
        "z": 5,
    }


def _series(table: Document, years: list[int], age_group: str, lang: Lang) -> list[Option]:
    splits = [_split(table, year, age_group) for year in years]
    totals = [_runs(table, year, age_group, "all") for year in years]
    bars = [
        _bar(
            say(SUPPORT_TYPES[code], lang),
            [parts.get(code, 0) if parts else None for parts in splits],
            MARKS[code].color,
        )
        for code in _codes(table)
    ]
    unsplit = [None if parts else total for parts, total in zip(splits, totals, strict=True)]
    if any(unsplit):
        bars.append(_bar(say(UNSPLIT, lang), unsplit, theme.NEUTRAL))
    return [*bars, _totals(totals)]


def _description(table: Document, years: list[int], age_group: str, lang: Lang) -> str:
    joint = "; " if lang == "en" else "；"
    said = [f"{year}: {formats.count(_runs(table, year, age_group, 'all'))}" for year in years]
    return f"{say(TITLE, lang)}. " + joint.join(said)


def runs_by_year(
    table: Document,
    until: int,
    lang: Lang,
    *,
    age_group: str = "all",
    open_years: frozenset[int] = frozenset(),
) -> Figure:
    """Columns of runs, split by support type where no part is withheld (statistic ``activity_by_year``)."""
    years = years_of(table, until)
    series = _series(table, years, age_group, lang)
    names = [bar["name"] for bar in series[:-1]]
    symbols = [MARKS[code].symbol for code in _codes(table)]
    shown = theme.legend(names, [*symbols, *["rect"] * (len(names) - len(symbols))], right=0, top=0)
    description = _description(table, years, age_group, lang)
    option = theme.base(description) | {
        "legend": shown,
        "grid": {"left": 52, "right": 8, "top": 38, "bottom": 40},
        "xAxis": theme.category_axis([year_name(year, open_years, lang) for year in years]),
        "yAxis": theme.value_axis(min=0, splitNumber=4),
        "series": series,
    }
    return Figure("runs-by-year", say(TITLE, lang), say(NOTE, lang), description, 680, 262, option)


def survival_by_year(
    table: Document,
    until: int,
    lang: Lang,
    *,
    age_group: str = "all",
    support_type: str = "all",
    open_years: frozenset[int] = frozenset(),
) -> Figure:
    """Survival to discharge with its interval, year by year (statistic ``outcomes``)."""
    years = years_of(table, until)
    rows = [row_of(table, year=year, age_group=age_group, support_type=support_type) for year in years]
    shares = [estimated(row, "survived_to_discharge") for row in rows]
    mark = MARKS[support_type]
    points, whiskers = [], []
    for index, share in enumerate(shares):
        if share:
            text = formats.proportion_percent(share)
            points.append(
                {
                    "value": [index, share["proportion"] * 100],
                    "label": theme.bold_label(text, "top", distance=9),
                }
            )
            whiskers.append(
                theme.whisker([index, share["lower"] * 100], [index, share["upper"] * 100], mark.color)
            )
    description = f"{say(SURVIVAL_TITLE, lang)}. " + "; ".join(
        f"{year}: {formats.proportion_percent(share) if share else formats.WITHHELD}"
        for year, share in zip(years, shares, strict=True)
    )
    option = theme.base(description) | {
        "grid": {"left": 52, "right": 8, "top": 14, "bottom": 40},
        "xAxis": theme.category_axis([year_name(year, open_years, lang) for year in years]),
        "yAxis": theme.value_axis(min=0, max=100, interval=25, axisLabel={"formatter": "{value}%"}),
        "series": [_points(points, whiskers, mark)],
    }
    return Figure(
        "survival-by-year", say(SURVIVAL_TITLE, lang), say(SURVIVAL_NOTE, lang), description, 680, 220, option
    )


def _points(points: list[Option], whiskers: list[list[Option]], mark: theme.Mark) -> Option:
    look = {"color": mark.color, "borderColor": theme.PAPER, "borderWidth": 1.5}
    return {
        "type": "line", "data": points, "symbol": mark.symbol, "symbolSize": 9, "itemStyle": look, "z": 4,
        "lineStyle": {"color": mark.color, "width": 1.2, "type": [3, 4], "opacity": 0.6},
        "markLine": {"silent": True, "data": whiskers, "label": {"show": False}, "animation": False},
    }  # fmt: skip
