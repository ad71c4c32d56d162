"""Dictionary entries of the part of form 11 that does not change by year: the columns of ``Center``."""

from crf.codelists.provinces import PROVINCE
from crf.items import Item, Ranges, Requirement
from crf.pairs import Pair

ENTITY = "center"


def _column(name: str, label: Pair, definition: Pair, *, source: str = "judgement") -> Item:
    requirement = Requirement.OPTIONAL if name == "center_name_en" else Requirement.REQUIRED
    return Item(
        label=label,
        section="",
        kind="choice" if name == "center_province" else "string",
        requirement=requirement,
        definition=definition,
        codes=PROVINCE if name == "center_province" else None,
        source=source,
        entity=ENTITY,
        name=name,
        plain=True,
    )


CENTER_ITEMS = (
    _column(
        "center_code",
        Pair("Center code", "中心代码"),
        Pair(
            "Part of every case number: letters and digits, given by the society; never changes once cases exist",
            "病例编号的一部分，由字母和数字组成，由学会指定；有病例后不再改变",
        ),
    ),
    _column(
        "center_name",
        Pair("Hospital name", "医院名称"),
        Pair("Full name as on the practice licence", "全称，与执业许可证一致"),
        source="sourced: S16",
    ),
    _column(
        "center_name_en",
        Pair("Hospital name in English", "医院英文名"),
        Pair("The name the hospital itself uses in English", "医院自己使用的英文名称"),
        source="sourced: S16",
    ),
    _column(
        "center_province",
        Pair("Province", "省份"),
        Pair("Where the hospital stands, not where its patients come from", "医院所在地，不是患者来源地"),
        source="sourced: S17",
    ),
    _column(
        "center_city",
        Pair("City", "城市"),
        Pair("City or prefecture in which the hospital stands", "医院所在的地级市或州"),
    ),
    Item(
        label=Pair("Year of first ECLS", "首例ECLS年份"),
        section="",
        kind="integer",
        requirement=Requirement.REQUIRED,
        definition=Pair(
            "Calendar year of the first patient supported here, with any mode",
            "本中心首例 ECLS 患者所在的自然年，不限模式",
        ),
        unit="year",
        soft=Ranges(all=(2000, 2030)),
        hard=Ranges(all=(1980, 2100)),
        entity=ENTITY,
        name="program_start_year",
        plain=True,
    ),
)
