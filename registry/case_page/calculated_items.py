"""Dictionary entries of what the forms show and nobody types: derived variables with a place on a form."""

from crf.conditions import Condition
from crf.items import Item, Ranges, Requirement
from crf.pairs import Pair


def _computed(
    name: str,
    label: Pair,
    section: str,
    definition: Pair,
    *,
    unit: str,
    soft: tuple[float, float],
    hard: tuple[float, float],
    source: str,
    when: str = "",
    required: bool = False,
) -> Item:
    return Item(
        label=label,
        section=section,
        kind="calculated",
        requirement=Requirement.REQUIRED if required else Requirement.OPTIONAL,
        when=Condition(when) if when else None,
        definition=definition,
        unit=unit,
        soft=Ranges(all=soft),
        hard=Ranges(all=hard),
        source=source,
        entity="run",
        name=name,
        system=True,
    )


DRUGS = "Vasoactive drugs (highest rate within 6 h)"
EVENTS = "Events, adjuncts and bridges"
ARREST = "Cardiac arrest and ECPR"

PRE_ECLS_ITEMS = (
    _computed(
        "vis_pre",
        Pair("Vasoactive-inotropic score", "血管活性药物评分（VIS）"),
        DRUGS,
        Pair(
            "From the drugs chosen and their doses; empty while a dose is missing",
            "由所选药物及剂量计算；缺少剂量时为空",
        ),
        unit="score",
        soft=(0, 150),
        hard=(0, 10000),
        source="sourced: S31",
        required=True,
    ),
    _computed(
        "resp_score",
        Pair("RESP score", "RESP 评分"),
        EVENTS,
        Pair(
            "Adults on respiratory support; with bounds while an item is missing",
            "成人呼吸支持；缺项时给出上下限",
        ),
        unit="score",
        soft=(-10, 10),
        hard=(-22, 15),
        source="sourced: S32",
        when="age_group=='A' and support_type==1",
    ),
    _computed(
        "save_score",
        Pair("SAVE score", "SAVE 评分"),
        EVENTS,
        Pair(
            "Adults in cardiogenic shock; the constant of -6 is included",
            "成人心源性休克；已含常数 -6",
        ),
        unit="score",
        soft=(-15, 13),
        hard=(-35, 17),
        source="sourced: S32",
        when="age_group=='A' and support_type==2",
    ),
)

ECPR_ITEMS = (
    _computed(
        "no_flow_minutes",
        Pair("No-flow time", "无血流时间"),
        ARREST,
        Pair("From arrest to the start of CPR", "自心搏骤停至 CPR 开始"),
        unit="min",
        soft=(0, 20),
        hard=(0, 600),
        source="judgement",
    ),
    _computed(
        "low_flow_minutes",
        Pair("Low-flow time", "低血流时间"),
        ARREST,
        Pair(
            "From the start of CPR to the start of flow; spells of circulation between are not taken off",
            "自 CPR 开始至转流开始；其间的自主循环不扣除",
        ),
        unit="min",
        soft=(5, 180),
        hard=(0, 900),
        source="sourced: S14, S49",
        required=True,
    ),
    _computed(
        "cannulation_minutes",
        Pair("Cannulation time", "置管时间"),
        ARREST,
        Pair("From the first puncture to the start of flow", "自首次穿刺至转流开始"),
        unit="min",
        soft=(5, 60),
        hard=(0, 720),
        source="judgement",
    ),
)
