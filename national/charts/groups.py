"""Point and interval for each age group and support type: survival, and hours on support."""

from typing import Any

from national.charts import formats, theme
from national.charts.figure import Figure
from national.charts.labels import AGE_GROUPS, SUPPORT_TYPES, Lang, say
from national.charts.released import Document, estimated, is_withheld, released, row_of
from national.charts.theme import MARKS, Option

OUTCOME_TITLES = {
    "survived_to_discharge": (
        "Survival to discharge by age group and support type",
        "按年龄组与支持类型的存活出院率",
    ),
    "survived_ecls": (
        "Survival of ECLS by age group and support type",
        "按年龄组与支持类型的ECLS 撤离存活率",
    ),
}
OUTCOME_NOTE = ("point: estimate; line: 95% interval", "点为估计值，线为 95% 置信区间")
DURATION_TITLE = ("Hours on support by age group and support type", "按年龄组与支持类型的ECLS 时长")
DURATION_NOTE = ("hours; point: median; line: quartiles", "小时；点为中位数，线为四分位数")
NATION = ("All {text}", "全部 {text}")
AGES, TYPES = ("A", "P", "N"), ("1", "2", "3")
ROW_HEIGHT = 23
GROUP_TYPES = SUPPORT_TYPES | {"1": ("pulmonary", "呼吸支持"), "2": ("cardiac", "循环支持")}


def group_name(age_group: str, support_type: str, lang: Lang) -> str:
    return f"{say(AGE_GROUPS[age_group], lang)} {say(GROUP_TYPES[support_type], lang)}"


def _groups() -> list[tuple[str, str]]:
    return [(age, support) for age in AGES for support in TYPES]


def _axes(names: list[str], texts: list[str], across: Option) -> Option:
    """Group names at the left, figures at the right, one horizontal scale."""
    left = theme.category_axis(names, inverse=True, axisLine={"show": False})
    left["axisLabel"]["color"] = theme.INK
    right = theme.category_axis(texts, inverse=True, position="right", axisLine={"show": False})
    right["axisLabel"] |= {"color": theme.INK, "align": "left", "margin": 12}
    return {"xAxis": across, "yAxis": [left, right]}


def _series(support: str, entries: list[tuple[int, float, float, float]], lang: Lang) -> Option:
    """One support type: (row, estimate, lower, upper) in the units of the axis."""
    mark = MARKS[support]
    return {
        "name": say(SUPPORT_TYPES[support], lang), "type": "scatter", "symbol": mark.symbol, "symbolSize": 12,
        "itemStyle": {"color": mark.color, "opacity": 1, "borderColor": theme.PAPER, "borderWidth": 1.5}, "z": 4,
        "data": [[estimate, row] for row, estimate, _, _ in entries],
        "markLine": {"silent": True, "label": {"show": False}, "animation": False,
                     "data": [theme.whisker([lower, row], [upper, row], mark.color) for row, _, lower, upper in entries]},
    }  # fmt: skip


def _reference(value: float, text: str) -> Option:
    """A dashed line over all rows for the figure of all groups together."""
    line = {"color": theme.INK_SOFT, "type": [3, 3], "width": 1}
    label = {"formatter": text, "position": "start", "distance": 4, "color": theme.INK, "fontWeight": "bold"}
    mark = {"symbol": "none", "silent": True, "lineStyle": line, "label": label, "data": [{"xAxis": value}]}
    return {"type": "scatter", "data": [], "markLine": mark}


def _figure(
    key: str,
    title: str,
    note: str,
    across: Option,
    rows: list[dict[str, Any]],
    lang: Lang,
    reference: Option | None,
) -> Figure:
    names = [group_name(row["age_group"], row["support_type"], lang) for row in rows]
    entries: dict[str, list[tuple[int, float, float, float]]] = {code: [] for code in TYPES}
    for place, row in enumerate(rows):
        if row["point"]:
            entries[row["support_type"]].append((place, *row["point"]))
    description = f"{title}. " + "; ".join(
        f"{name}: {row['text']}" for name, row in zip(names, rows, strict=True)
    )
    option = theme.base(description) | _axes(names, [row["text"] for row in rows], across)
    option["grid"] = {
        "left": 132 if lang == "en" else 116,
        "right": 170,
        "top": 20 if reference else 4,
        "bottom": 28,
    }
    option["series"] = [_series(code, found, lang) for code, found in entries.items()] + (
        [reference] if reference else []
    )
    return Figure(key, title, note, description, 680, 48 + ROW_HEIGHT * len(rows), option)


def _outcome_text(row: Any, measure: str) -> str:
    share = estimated(row, measure)
    if share:
        return f"{formats.proportion_percent(share)}  ({formats.ratio(share)})"
    return formats.WITHHELD if is_withheld(row, measure) else formats.NONE


def outcome_by_group(
    table: Document, year: int, lang: Lang, measure: str = "survived_to_discharge"
) -> Figure:
    """Nine groups with n/N beside them and the nation as a dashed line (statistic ``outcomes``)."""
    rows = []
    for age, support in _groups():
        row = row_of(table, year=year, age_group=age, support_type=support)
        share = estimated(row, measure)
        point = tuple(share[part] * 100 for part in ("proportion", "lower", "upper")) if share else None
        rows.append(
            {"age_group": age, "support_type": support, "point": point, "text": _outcome_text(row, measure)}
        )
    nation = estimated(row_of(table, year=year, age_group="all", support_type="all"), measure)
    text = say(NATION, lang).format(text=formats.proportion_percent(nation)) if nation else ""
    across = theme.value_axis(min=0, max=100, interval=20, axisLabel={"formatter": "{value}%"})
    reference = _reference(nation["proportion"] * 100, text) if nation else None
    key = measure.replace("_", "-") + "-by-group"
    return _figure(
        key, say(OUTCOME_TITLES[measure], lang), say(OUTCOME_NOTE, lang), across, rows, lang, reference
    )


def _duration_text(row: Any) -> str:
    hours = released(row, "hours")
    if hours and hours["median"] is not None:
        return f"{formats.quantity(hours['median'])}  ({formats.spread(hours)})  n={hours['n']:,}"
    return formats.WITHHELD if is_withheld(row, "hours") else formats.NONE


def duration_by_group(table: Document, year: int, lang: Lang) -> Figure:
    """Median and quartiles of the hours on support (statistic ``run_duration``)."""
    rows, top = [], 24.0
    for age, support in _groups():
        row = row_of(table, year=year, age_group=age, support_type=support)
        hours = released(row, "hours")
        point = (hours["median"], hours["q1"], hours["q3"]) if hours and hours["median"] is not None else None
        top = max(top, point[2] if point else 0)
        rows.append({"age_group": age, "support_type": support, "point": point, "text": _duration_text(row)})
    step = next(step for step in (12, 24, 48, 72, 96, 120, 168, 240, 360, 720, 10**6) if top / step <= 6)
    across = theme.value_axis(min=0, max=-(-top // step) * step, interval=step)
    return _figure(
        "hours-by-group", say(DURATION_TITLE, lang), say(DURATION_NOTE, lang), across, rows, lang, None
    )
