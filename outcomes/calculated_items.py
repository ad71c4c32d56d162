"""Dictionary entries of what a follow-up shows and nobody types."""

from crf.items import Item, Ranges, Requirement
from crf.pairs import Pair


def _computed(name: str, label: Pair, section: str, definition: Pair, unit: str, hard: Ranges) -> Item:
    return Item(
        label=label,
        section=section,
        kind="calculated",
        requirement=Requirement.OPTIONAL,
        definition=definition,
        unit=unit,
        soft=hard,
        hard=hard,
        source="sourced: S20, S26" if name == "fu_whodas_percent" else "judgement",
        entity="followup",
        name=name,
        system=True,
    )


FOLLOW_UP_ITEMS = (
    _computed(
        "fu_whodas_percent",
        Pair("WHODAS 2.0 score", "WHODAS 2.0 得分"),
        "Neurological and functional",
        Pair(
            "Sum of the 12 items as a share of 48; below 25 % means no moderate or worse disability",
            "12 项之和占 48 的百分比；低于 25% 表示无中度及以上残疾",
        ),
        "%",
        Ranges(all=(0, 100)),
    ),
    _computed(
        "fu_eq5d_index",
        Pair("EQ-5D utility (China value set)", "EQ-5D 效用值（中国）"),
        "Quality of life and mental health",
        Pair(
            "Awaits the published Chinese EQ-5D-5L value set; not computed until the set is installed and checked",
            "待装入并核对已发表的中国 EQ-5D-5L 效用值表后计算；此前为空",
        ),
        "index",
        Ranges(all=(-0.391, 1)),
    ),
)
