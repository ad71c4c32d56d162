"""The definitions as a document in both languages, written into ``docs/statistics/`` and shown with the figures."""

from collections.abc import Iterator

from crf.pairs import Pair
from national.statistics.base import Statistic

PARTS = {
    "numerator": Pair("What is counted", "统计内容"),
    "denominator": Pair("Of what", "分母"),
    "exclusions": Pair("Left out", "排除"),
    "missing": Pair("Missing", "缺失"),
    "method": Pair("Method", "方法"),
}
HEADING = "# Definitions of the national statistics / 全国统计指标定义"
NOTE = (
    "Written by `python manage.py statistics_definitions` from `national/statistics/`; a test compares the two.\n\n"
    "由 `python manage.py statistics_definitions` 自 `national/statistics/` 生成，并由测试核对。"
)


def markdown(statistics: dict[str, Statistic]) -> str:
    """All definitions as one Markdown page."""
    sections = ["\n".join(_section(statistic)) for statistic in statistics.values()]
    return "\n\n".join([HEADING, NOTE, *sections]) + "\n"


def _section(statistic: Statistic) -> Iterator[str]:
    yield f"## {statistic.label.en} / {statistic.label.zh}"
    yield ""
    yield f"`{statistic.key}`, version {statistic.version}"
    yield ""
    yield "| | English | 中文 |"
    yield "|---|---|---|"
    yield _line(Pair("Unit", "统计单位"), statistic.unit_label)
    for dimension in statistic.dimensions:
        levels = [label for code, label in dimension.levels.items() if code != "all"]
        if 0 < len(levels) <= 6:
            yield _line(
                dimension.label, Pair("; ".join(x.en for x in levels), "；".join(x.zh for x in levels))
            )
    yield _line(
        Pair("Figures", "指标"),
        Pair(
            "; ".join(m.label.en for m in statistic.measures),
            "；".join(m.label.zh for m in statistic.measures),
        ),
    )
    for name, title in PARTS.items():
        yield _line(title, getattr(statistic.definition, name))


def _line(title: Pair, text: Pair) -> str:
    return f"| {title.en} / {title.zh} | {text.en} | {text.zh} |"
