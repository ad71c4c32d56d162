"""Scores that are only entered: their weights are not in any source we could read.

The person who enters one says where it was computed (``entered_score_source``). Ranges named "from
memory" in the note keep slips out and prove nothing.
"""

from dataclasses import dataclass

from crf.pairs import Pair
from registry.scores.book import SCORES
from registry.scores.definition import Applicability, Level, ScoreDefinition, ShipsAs
from registry.scores.outcomes import (
    DEATH,
    NO_OUTCOME,
    POOR_NEURO_6_MONTHS,
)
from registry.scores.points import RiskClass, at_most, otherwise

NO_WEIGHTS = Pair("The abstract names the variables, not their weights.", "摘要列出变量，未给出分值。")
NO_COEFFICIENTS = Pair("The coefficients of the model were not found.", "未找到模型系数。")
FROM_MEMORY = Pair(
    "Entered as computed elsewhere; the range is from memory.", "由他处计算后填报；范围凭记忆。"
)


@dataclass(frozen=True)
class EnteredScore:
    """What a field for an entered score accepts: ``low`` to ``high``, whole numbers or any."""

    definition: ScoreDefinition
    low: float
    high: float
    whole: bool = True
    unusual_above: float | None = None
    classes: tuple[RiskClass, ...] = ()

    def accepts(self, value: float) -> bool:
        return self.low <= value <= self.high and not (self.whole and value != int(value))

    def is_unusual(self, value: float) -> bool:
        """Worth a question, not a refusal."""
        return self.unusual_above is not None and value > self.unusual_above

    def risk_class(self, value: float) -> RiskClass | None:
        return next((each for each in self.classes if each.holds(value)), None)


ENTERED: dict[str, EnteredScore] = {}


def _entered(
    score_id: str,
    title: Pair,
    citation: str,
    note: Pair,
    applicability: Applicability,
    outcome: Pair,
    bounds: tuple[float, float],
    **more: object,
) -> None:
    definition = ScoreDefinition(
        score_id=score_id,
        title=title,
        citation=citation,
        verification_level=Level.NONE,
        verification_note=note,
        applicability=applicability,
        outcome_predicted=outcome,
        min_total=bounds[0],
        max_total=bounds[1],
        ships_as=ShipsAs.ENTERED_ONLY,
    )
    SCORES.is_entered(definition)
    ENTERED[score_id] = EnteredScore(definition, *bounds, **more)  # type: ignore[arg-type]


ADULTS_VA = Applicability(Pair("Adults on VA", "成人 VA 辅助"), from_years=18)
ADULTS = Applicability(Pair("Adults in intensive care", "成人重症患者"), from_years=18)
CHILDREN = Applicability(Pair("Children in intensive care", "儿童重症患者"), below_years=18)

_entered(
    "remember",
    Pair("REMEMBER", "REMEMBER 评分"),
    "Abstract: six variables, cut-offs and mortality by class",
    Pair(
        "The abstract gives classes, no weights; the highest total is not verified.",
        "摘要给出分级，未给出分值；最高总分未核实。",
    ),
    Applicability(
        Pair("Adults on VA after coronary bypass surgery", "成人，冠脉搭桥术后行 VA 辅助"), from_years=18
    ),
    DEATH,
    (0, 60),
    unusual_above=40,
    classes=(
        RiskClass(at_most(13), "I", 13),
        RiskClass(at_most(19), "II", 55),
        RiskClass(at_most(25), "III", 70),
        RiskClass(otherwise, "IV", 94),
    ),
)
for hours in (6, 12):
    _entered(
        f"predict_va_ecmo_{hours}h",
        Pair(f"PREDICT VA-ECMO, {hours} h", f"PREDICT VA-ECMO（{hours} 小时）"),
        "Abstract: lactate, pH and bicarbonate in the first hours",
        NO_COEFFICIENTS,
        ADULTS_VA,
        NO_OUTCOME,
        (0, 100),
        whole=False,
    )
_entered(
    "rescue_ihca",
    Pair("RESCUE-IHCA", "RESCUE-IHCA 评分"),
    "Abstract: six variables",
    NO_WEIGHTS,
    Applicability(Pair("Adults, ECPR in hospital", "成人院内 ECPR"), from_years=18),
    DEATH,
    (0, 100),
    whole=False,
)
_entered(
    "cahp",
    Pair("CAHP", "CAHP 评分"),
    "Abstract: seven variables",
    Pair(
        "Weights not found; needs the time to return of circulation, so it rarely fits ECPR.",
        "未找到分值；需要自主循环恢复的时间，很少适用于 ECPR。",
    ),
    Applicability(
        Pair("Adults, out-of-hospital arrest with return of circulation", "成人，院外心搏骤停且自主循环恢复"),
        from_years=18,
    ),
    POOR_NEURO_6_MONTHS,
    (0, 400),
    whole=False,
)
_entered(
    "ped_rescuers",
    Pair("Ped-RESCUERS", "Ped-RESCUERS 评分"),
    "Abstract",
    NO_COEFFICIENTS,
    Applicability(
        Pair("29 days to under 18 years, respiratory", "29 天至 18 岁以下，呼吸支持"), below_years=18
    ),
    DEATH,
    (0, 100),
    whole=False,
)
_entered(
    "neo_rescuers",
    Pair("Neo-RESCUERS", "Neo-RESCUERS 评分"),
    "Abstract (PMC4884525)",
    NO_COEFFICIENTS,
    Applicability(Pair("Up to 28 days, respiratory", "28 天以内，呼吸支持"), below_years=1),
    DEATH,
    (0, 100),
    whole=False,
)
_entered(
    "neomod",
    Pair("NEOMOD", "NEOMOD 评分"),
    "Abstract: seven organs, 0 to 2 points each",
    Pair(
        "The structure is published, the criteria of its items were not found.",
        "结构已发表，未找到各项标准。",
    ),
    Applicability(Pair("Newborns", "新生儿"), below_years=1),
    DEATH,
    (0, 14),
)
_entered("apache_ii", Pair("APACHE II", "APACHE II 评分"), "", FROM_MEMORY, ADULTS, DEATH, (0, 71))
_entered("prism_iii", Pair("PRISM III", "PRISM III 评分"), "", FROM_MEMORY, CHILDREN, DEATH, (0, 74))
_entered("pelod_2", Pair("PELOD-2", "PELOD-2 评分"), "", FROM_MEMORY, CHILDREN, NO_OUTCOME, (0, 33))
_entered(
    "marshall_mods", Pair("Marshall MODS", "Marshall MODS 评分"), "", FROM_MEMORY, ADULTS, NO_OUTCOME, (0, 24)
)

NEOMOD_ORGANS = (
    "cns",
    "coagulation",
    "respiratory",
    "gastrointestinal",
    "cardiovascular",
    "renal",
    "acid_base",
)


def neomod_total(points: dict[str, int | None]) -> int | None:
    """Sum of the seven organs, each 0, 1 (moderate) or 2 (severe); None while one is missing.

    Raises ValueError for other points.
    """
    given = [points.get(organ) for organ in NEOMOD_ORGANS]
    if any(each not in (None, 0, 1, 2) for each in given):
        raise ValueError(f"points are 0, 1 or 2: {points}")
    return None if None in given else sum(each for each in given if each is not None)
