"""What a cell may hold, in both languages: told by the dictionary entry of its field."""

from crf.items import Item, Requirement
from crf.pairs import Pair

SHORT = 12
"""Lists with more codes are named instead of written out."""

REFERENCE = Pair("your own key, unique in the center", "本中心自定的唯一编号")
KEYS = {
    "patient_ref": (Pair("Key of the patient", "患者关联编号"), REFERENCE),
    "case_ref": (Pair("Key of the case", "病例关联编号"), REFERENCE),
    "run_number": (Pair("Run number in this case", "本病例第几次ECLS"), Pair("1, 2, 3 …", "1、2、3……")),
    "row_ref": (
        Pair("Key of the row", "行关联编号"),
        Pair("your own key, unique in the run", "本次辅助内唯一"),
    ),
    "fu_window": (
        Pair("Window", "随访时间窗"),
        Pair("a code of the list fu_window", "代码表 fu_window 中的代码"),
    ),
    "fu_year": (
        Pair("Year of later contact", "第几年随访"),
        Pair("from 6 on, with YN only", "仅 YN 填写，自 6 起"),
    ),
    "notes": (Pair("Notes", "备注"), Pair("a JSON object, or empty", "JSON 对象，可空")),
}
"""Label and content of the columns that are no answers."""

KINDS = {
    "integer": Pair("whole number", "整数"),
    "decimal": Pair("number", "数值"),
    "datetime": Pair("YYYY-MM-DD HH:MM", "YYYY-MM-DD HH:MM"),
    "reference": Pair("key of the row", "行关联编号"),
    "date": Pair("YYYY-MM-DD", "YYYY-MM-DD"),
    "time": Pair("HH:MM", "HH:MM"),
    "string": Pair("text", "文本"),
    "text": Pair("text", "文本"),
}


def hint(item: Item) -> Pair:
    """Whether a value is needed, and its codes, its unit or its form."""
    told = [_codes(item) if item.codes else _plain(item)]
    if item.requirement == Requirement.REQUIRED:
        told.append(Pair("required", "必填"))
    elif item.when:
        told.append(Pair(f"if {item.when.text}", f"当 {item.when.text}"))
    return Pair("; ".join(each.en for each in told), "；".join(each.zh for each in told))


def _plain(item: Item) -> Pair:
    kind = KINDS[item.kind]
    return Pair(f"{kind.en}, {item.unit}", f"{kind.zh}，{item.unit}") if item.unit else kind


def _codes(item: Item) -> Pair:
    codes = item.codes
    if codes is None or len(codes.options) > SHORT:
        name = codes.name if codes else ""
        told = Pair(f"a code of the list {name}", f"代码表 {name} 中的代码")
    else:
        told = Pair(
            ", ".join(f"{option.code} = {option.en}" for option in codes),
            "，".join(f"{option.code} = {option.zh}" for option in codes),
        )
    if item.kind != "multi_choice":
        return told
    return Pair(f"several, divided by semicolons: {told.en}", f"可多个，以分号隔开：{told.zh}")
