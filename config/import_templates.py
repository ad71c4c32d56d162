"""Empty tables to fill in for an import: one CSV file for each kind of row, made from the forms' own items.

The first row holds the names of the fields, the second both labels, the third what a cell may hold.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from crf.dictionary import Form
from crf.items import Item, Requirement
from crf.pairs import Pair
from registry.record_items import RECORD_ITEMS

FOLDER = "templates"
SHORT = 12
"""Lists with more codes are named instead of written out."""

REFERENCE = Pair("your own key, unique in the center", "本中心自定的唯一编号")
KEYS = {
    "patient_ref": (Pair("Key of the patient", "患者关联编号"), REFERENCE),
    "case_ref": (Pair("Key of the case", "病例关联编号"), REFERENCE),
    "run_number": (Pair("Run number for this patient", "第几次ECLS"), Pair("whole number", "整数")),
    "row_ref": (
        Pair("Key of the row", "行关联编号"),
        Pair("your own key, unique in the run", "本次辅助内唯一"),
    ),
    "center_code": (Pair("Center code", "中心代码"), Pair("text", "文本")),
}
LINKS = {
    "patient": ("patient_ref",),
    "admission": ("patient_ref", "case_ref"),
    "run": ("case_ref",),
    "diagnosis": ("case_ref", "run_number", "row_ref"),
    "cannula": ("case_ref", "run_number", "row_ref"),
    "mode_segment": ("case_ref", "run_number", "row_ref"),
    "support_record": ("case_ref", "run_number", "row_ref"),
    "equipment": ("case_ref", "run_number", "row_ref"),
    "complication": ("case_ref", "run_number", "row_ref"),
    "infection": ("case_ref", "run_number", "row_ref"),
    "followup": ("case_ref",),
    "center": (),
    "center_year": ("center_code",),
}
"""What ties a row to its file's neighbors, by entity."""

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

Column = tuple[str, Pair, Pair]
"""A field's name, its label and what its cells may hold."""


def import_templates(forms: Iterable[Form]) -> Iterator[tuple[str, str]]:
    """Name and text of each file."""
    for entity, items in by_entity(forms).items():
        columns = [(name, *KEYS[name]) for name in LINKS[entity]]
        columns += [(item.name, item.label, hint(item)) for item in items]
        yield f"{FOLDER}/{entity}.csv", _table(columns)


def by_entity(forms: Iterable[Form]) -> dict[str, list[Item]]:
    """The items people may fill in; what the registry writes about a case is left out."""
    found: dict[str, list[Item]] = {}
    for form in forms:
        for entity, item in form.items:
            if item not in RECORD_ITEMS and item.kind != "calculated":
                found.setdefault(item.entity or entity, []).append(item)
    return found


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


def _table(columns: Iterable[Column]) -> str:
    text = io.StringIO(newline="")
    names, labels, hints = zip(*columns, strict=True)
    csv.writer(text, lineterminator="\n").writerows([names, map(_both, labels), map(_both, hints)])
    return text.getvalue()


def _both(pair: Pair) -> str:
    return pair.en if pair.en == pair.zh else f"{pair.en} / {pair.zh}"
