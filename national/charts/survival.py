"""Kaplan-Meier curves to one year with their intervals and the numbers at risk under the axis."""

from typing import Any

from national.charts import formats, theme
from national.charts.figure import Figure
from national.charts.labels import ALL, SUPPORT_TYPES, Lang, say
from national.charts.released import Document, released, row_of
from national.charts.theme import MARKS, Option

TITLE = ("Survival to one year by support type", "按支持类型的一年生存曲线")
NOTE = (
    "Kaplan-Meier; shaded: 95% interval; below: number at risk",
    "Kaplan-Meier 法；阴影为 95% 置信区间；图下为在险人数",
)
DAYS = ("Days since start of flow", "转流开始后天数")
AT_RISK = ("At risk", "在险人数")
TYPES = ("1", "2", "3")
LANDMARKS = (30, 90, 180, 365)
HORIZON = 365
FEWEST_AT_RISK = 10  # a curve ends where fewer remain under observation

Curve = dict[str, Any]


def at_day(curve: Curve, day: int) -> dict[str, Any] | None:
    """Estimate and interval at a day, or None where too few remain under observation to quote one."""
    if day > last_day(curve) or day in _thin_days(curve):
        return None
    place = max((i for i, time in enumerate(curve["times"]) if time <= day), default=None)
    if place is None:
        return {"survival": 1.0, "lower": None, "upper": None}
    return {part: curve[part][place] for part in ("survival", "lower", "upper")}


def last_day(curve: Curve) -> int:
    """The last day drawn: the latest step or listed day at which at least ten remain under observation."""
    thin, listed = _thin_days(curve), curve["at_risk"]["times"]
    if not thin:
        return HORIZON
    observed = [day for day in listed if day < min(thin)]
    steps = [day for day in curve["times"] if day < HORIZON]
    return min(max([*observed, *steps, 0]), HORIZON)


def _thin_days(curve: Curve) -> list[int]:
    risk = curve["at_risk"]
    return [day for day, n in zip(risk["times"], risk["n"], strict=True) if n is None or n < FEWEST_AT_RISK]


def _steps(curve: Curve) -> list[list[float]]:
    """(day, survival, lower, upper) in percent from day 0 to the end of the curve."""
    end = last_day(curve)
    points = [[0.0, 100.0, 100.0, 100.0]]
    for day, *values in zip(curve["times"], curve["survival"], curve["lower"], curve["upper"], strict=True):
        if day > end:
            break
        points.append([day, *_in_percent(*values)])
    return [*points, [float(end), *points[-1][1:]]]


def _in_percent(survival: float, lower: float | None, upper: float | None) -> tuple[float, float, float]:
    """Without bounds (before the first death) the band has no width."""
    low, high = (survival if bound is None else bound for bound in (lower, upper))
    return round(100 * survival, 3), round(100 * low, 3), round(100 * high, 3)


def _band(code: str, steps: list[list[float]]) -> list[Option]:
    """The interval as a filled outline: along the upper bound and back along the lower one, in right angles."""
    lower = {"data": [[day, low] for day, _, low, _ in steps]}
    width = {"data": [[day, round(high - low, 3)] for day, _, low, high in steps]}
    width["areaStyle"] = {"color": MARKS[code].color, "opacity": 0.13, "origin": "start"}  # type: ignore[assignment]
    line = {
        "type": "line",
        "step": "end",
        "symbol": "none",
        "silent": True,
        "lineStyle": {"opacity": 0},
        "stack": f"band{code}",
    }
    return [line | lower, line | width]


def _curve(code: str, steps: list[list[float]], lang: Lang) -> Option:
    mark = MARKS[code]
    end = {
        "show": True,
        "formatter": say(SUPPORT_TYPES[code], lang),
        "color": theme.INK,
        "fontWeight": "bold",
        "distance": 6,
    }
    return {
        "name": say(SUPPORT_TYPES[code], lang), "type": "line", "step": "end", "symbol": "none", "z": 4,
        "data": [[day, value] for day, value, _, _ in steps],
        "lineStyle": {"color": mark.color, "width": 2.2}, "itemStyle": {"color": mark.color},
        "endLabel": end, "labelLayout": {"moveOverlap": "shiftY"}, "markPoint": _shapes(code, steps),
    }  # fmt: skip


def _shapes(code: str, steps: list[list[float]]) -> Option:
    """The shape of the type on its curve at the quoted days, so that color is not needed to tell the curves apart."""
    last = steps[-1][0]
    quoted = [day for day in LANDMARKS if day <= last]
    heights = [next(value for start, value, *_ in reversed(steps) if start <= day) for day in quoted]
    look = {"color": MARKS[code].color, "borderColor": theme.PAPER, "borderWidth": 1.2}
    points = [{"coord": [day, height]} for day, height in zip(quoted, heights, strict=True)]
    marks = {"symbol": MARKS[code].symbol, "symbolSize": 9, "itemStyle": look, "label": {"show": False}}
    return {"data": points, "silent": True, "animation": False} | marks


def _risk_rows(curves: dict[str, Curve]) -> Option:
    """Invisible points of the lower panel, each labelled with the number at risk."""
    points = []
    for place, curve in enumerate(curves.values()):
        risk = curve["at_risk"]
        for day, n in zip(risk["times"], risk["n"], strict=True):
            label = {"show": True, "formatter": formats.count(n), "color": theme.INK, "position": "inside"}
            points.append({"value": [day, place], "label": label})
    look = {"symbolSize": 1, "itemStyle": {"color": "transparent", "opacity": 1}, "silent": True}
    return {"type": "scatter", "xAxisIndex": 1, "yAxisIndex": 1, "data": points} | look


def _axes(curves: dict[str, Curve], lang: Lang) -> Option:
    days = {"min": 0, "max": HORIZON, "splitLine": {"show": False}}
    axis = theme.value_axis(**days, axisLabel={"customValues": [0, *LANDMARKS]}, name=say(DAYS, lang))
    axis |= {"axisTick": {"show": True, "customValues": [0, *LANDMARKS], "lineStyle": {"color": theme.AXIS}}}
    axis |= {"nameLocation": "middle", "nameGap": 24, "nameTextStyle": {"color": theme.INK_SOFT}}
    axis |= {"axisLine": {"show": True, "lineStyle": {"color": theme.AXIS}}}
    names = theme.category_axis(
        [say(SUPPORT_TYPES[code], lang) for code in curves], inverse=True, gridIndex=1
    )
    names |= {"axisLine": {"show": False}}
    names["axisLabel"] |= {"color": theme.INK, "margin": 30}
    percent = theme.value_axis(min=0, max=100, interval=25, axisLabel={"formatter": "{value}%"})
    return {
        "xAxis": [axis, {"type": "value", "show": False, "gridIndex": 1} | days],
        "yAxis": [percent, names],
    }


def _landmarks(curve: Curve) -> str:
    said = []
    for day in LANDMARKS:
        point = at_day(curve, day)
        said.append(
            f"{day} d {formats.percent(point['survival'], curve['n'])}"
            if point
            else f"{day} d {formats.NONE}"
        )
    return ", ".join(said)


def curves_of(table: Document) -> dict[str, Curve]:
    """The released curves by support type; a withheld one is absent."""
    found = {code: released(row_of(table, year=ALL, support_type=code), "survival") for code in TYPES}
    return {code: curve for code, curve in found.items() if curve and curve["n"]}


def one_year(table: Document, lang: Lang) -> Figure:
    """Steps from 100%, a band for each type and the table at risk (statistic ``survival_one_year``)."""
    curves = curves_of(table)
    series: list[Option] = []
    for code, curve in curves.items():
        steps = _steps(curve)
        series += [*_band(code, steps), _curve(code, steps, lang)]
    description = f"{say(TITLE, lang)}. " + "; ".join(
        f"{say(SUPPORT_TYPES[code], lang)} (n={curve['n']:,}): {_landmarks(curve)}"
        for code, curve in curves.items()
    )
    left, rows = 104, 21 * max(len(curves), 1)
    option = theme.base(description) | _axes(curves, lang) | {
        "title": [theme.heading(say(AT_RISK, lang), 0, 296)] if curves else [],
        "grid": [{"left": left, "right": 84, "top": 12, "height": 232}, {"left": left, "right": 84, "top": 314, "height": rows}],
        "series": [*series, _risk_rows(curves)],
    }  # fmt: skip
    return Figure(
        "survival-one-year", say(TITLE, lang), say(NOTE, lang), description, 680, 322 + rows, option
    )
