"""The steps of building a report, as people see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from crf.pairs import Pair
from national.report.build import Step


@dataclass(frozen=True)
class StepPlan:
    """A step's words and its share of the work, from measured times."""

    label: Pair
    weight: int


STEPS: dict[Step, StepPlan] = {
    "freeze": StepPlan(Pair("Freeze the data", "冻结数据"), 5),
    "compute": StepPlan(Pair("Compute the indicators", "计算指标"), 25),
    "check": StepPlan(Pair("Check small cells", "小格抑制与核对"), 5),
    "draw": StepPlan(Pair("Draw the charts", "绘制图表"), 35),
    "typeset_zh": StepPlan(Pair("Typeset the Chinese PDF", "排版中文 PDF"), 10),
    "typeset_en": StepPlan(Pair("Typeset the English PDF", "排版英文 PDF"), 10),
    "pack": StepPlan(Pair("Pack tables and checksums", "打包表格与校验和"), 10),
}


def steps_for(languages: Sequence[str]) -> list[Step]:
    """The steps of a report in these languages, in order."""
    left_out = {f"typeset_{lang}" for lang in ("zh", "en") if lang not in languages}
    return [step for step in STEPS if step not in left_out]


def percent_done(languages: Sequence[str], step: Step, done: int, total: int) -> int:
    """Whole percent of the work that is behind when ``done`` of ``total`` parts of ``step`` are."""
    plan = steps_for(languages)
    weights = [STEPS[name].weight for name in plan]
    before = sum(weights[: plan.index(step)])
    part = STEPS[step].weight * done / total if total else 0
    return int(100 * (before + part) / sum(weights))


def label(step: Step, done: int = 0, total: int = 1) -> Pair:
    """The step with its count where there is something to count: "Draw the charts 3 / 16"."""
    words = STEPS[step].label
    count = f" {done} / {total}" if total > 1 else ""
    return Pair(words.en + count, words.zh + count)
