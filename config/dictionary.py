"""The data dictionary of the whole registry: which forms there are, and how they are published as files."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import national.statistics  # noqa: F401 - describes the volume class of a center
from centers import profile
from centers.center_items import CENTER_ITEMS
from centers.models import CenterYear
from config.environment import BASE_DIR
from crf.dictionary import COLUMNS, Form, code_lists, form_entry, rule_entry
from crf.items import Item
from crf.models import Answers
from crf.pairs import Pair
from crf.rules import Rule
from outcomes import rules as follow_up
from outcomes.calculated_items import FOLLOW_UP_ITEMS
from outcomes.files import FollowUpFile
from outcomes.models import FollowUp
from registry.actions.submission import DICTIONARY_VERSION
from registry.case_page.calculated_items import ECPR_ITEMS, PRE_ECLS_ITEMS
from registry.derived import DESCRIPTIONS
from registry.desks.standing import STILL_OPEN
from registry.files.tables import CASE_TABLES
from registry.files.templates import blank_files
from registry.models import (
    Admission,
    Baseline,
    Cannula,
    Complication,
    Course,
    Diagnosis,
    Ecpr,
    Equipment,
    HospitalOutcome,
    Infection,
    ModeSegment,
    Patient,
    Perinatal,
    PreEcls,
    Run,
    SupportRecord,
    Weaning,
)
from registry.models.case import STATE_LABELS, CaseState
from registry.models.identity import IDENTITY_ITEMS
from registry.record_items import RECORD_ITEMS
from registry.rules import BOOK

BOOKS = (BOOK, follow_up.BOOK, profile.BOOK)
FOLDER = "templates"
PLACE = BASE_DIR / "docs" / "data-dictionary"
ON_FORM_3 = frozenset({"total_cost_cny"})  # kept with the hospital outcome, asked with the run

# Rules that are no sentence about answers: the range checks of every number, and the way of a case.
STANDING_RULES = (
    ("V087", "error", "Every number lies inside its hard range for the age group", "每个数值须在该年龄组的可能范围内"),
    ("V088", "warning", "Every number lies inside its soft range for the age group", "数值超出该年龄组的常见范围时须说明"),
    (
        "V139",
        "error",
        "A case leaves the draft only by a named coordinator of its center who submits it",
        "病例只能由本中心具名协调员提交",
    ),
    ("V140", "error", "Only an admin locks an accepted case", "只有管理员可以锁定已通过的病例"),
    ("V141", "warning", STILL_OPEN.en, STILL_OPEN.zh),
    (
        "V142",
        "error",
        "Every applicable required field has a value or a missing reason before submission",
        "提交前每个适用的必填项须有数值或缺失原因",
    ),
)  # fmt: skip


def forms() -> list[Form]:
    """The eleven forms."""
    outcome, course = _items(HospitalOutcome), _items(Course)
    return [
        Form(
            1,
            "patient",
            Pair("Patient and admission", "患者与入院信息"),
            Pair("one per patient and admission", "每名患者每次住院一份"),
            (
                *_own(RECORD_ITEMS),
                *_own(IDENTITY_ITEMS.values()),
                *_items(Patient, Perinatal, Admission, Baseline),
            ),
        ),
        Form(
            2,
            "pre_ecls",
            Pair("Pre-ECLS status and support", "ECLS 前状态与支持"),
            Pair("one per run", "每次辅助一份"),
            (*_items(PreEcls), *_own(PRE_ECLS_ITEMS)),
        ),
        Form(
            3,
            "run",
            Pair("ECLS run", "ECLS运行"),
            Pair("one per run", "每次辅助一份"),
            (
                *_items(Run, Diagnosis, Cannula, ModeSegment),
                *_asked(course, "Procedures and totals during the run"),
                *(each for each in outcome if each[1].name in ON_FORM_3),
            ),
        ),
        Form(
            4,
            "ecpr",
            Pair("ECPR details", "体外心肺复苏（ECPR）"),
            Pair("one per run started as ECPR", "ECPR 每次辅助一份"),
            (*_items(Ecpr), *_own(ECPR_ITEMS)),
        ),
        Form(
            5,
            "support",
            Pair("Support data at time points", "支持过程数据"),
            Pair("4 h, 24 h and daily while on ECLS", "4 h、24 h 及之后每日"),
            _items(SupportRecord),
        ),
        Form(
            6,
            "equipment",
            Pair("Equipment and equipment changes", "设备与更换"),
            Pair("one row per component in use", "每个在用部件一行"),
            _items(Equipment),
        ),
        Form(
            7,
            "complication",
            Pair("Complications", "并发症"),
            Pair("one row per event", "每个事件一行"),
            (*_asked(course, "Complications"), *_items(Complication)),
        ),
        Form(
            8,
            "infection",
            Pair("Infections", "感染"),
            Pair("one row per infection episode", "每次感染一行"),
            (*_asked(course, "Infections"), *_items(Infection)),
        ),
        Form(
            9,
            "outcome",
            Pair("Weaning and short-term outcome", "撤机与短期结局"),
            Pair("one per run and one per admission", "每次辅助一份，每次住院一份"),
            (*_items(Weaning), *(each for each in outcome if each[1].name not in ON_FORM_3)),
        ),
        Form(
            10,
            "followup",
            Pair("Long-term follow-up", "远期随访"),
            Pair("one per window", "每个随访时点一份"),
            (*_items(FollowUp), *_own(FOLLOW_UP_ITEMS)),
        ),
        Form(
            11,
            "center",
            Pair("Center profile", "中心概况"),
            Pair("one per center and calendar year", "每个中心每年一份"),
            (*_own(CENTER_ITEMS), *_items(CenterYear)),
        ),
    ]


def _items(*tables: type[Answers]) -> tuple[tuple[str, Item], ...]:
    return tuple((table.entity, item) for table in tables for item in table.items())


def _asked(items: Iterable[tuple[str, Item]], section: str) -> list[tuple[str, Item]]:
    """Those of one section: a table may hold the answers of several forms."""
    return [each for each in items if each[1].section == section]


def _own(items: Iterable[Item]) -> list[tuple[str, Item]]:
    """Items that are no columns of answers; each names its entity."""
    return [(item.entity, item) for item in items]


def every_rule() -> list[Rule]:
    """The rules of cases, follow-up and center profiles, by number."""
    return sorted((rule for book in BOOKS for rule in book), key=lambda rule: rule.number)


def document() -> dict[str, Any]:
    """The dictionary as one JSON object."""
    shown, rules = forms(), every_rule()
    return {
        "title": "Data dictionary of the national ECLS/ECMO registry",
        "version": DICTIONARY_VERSION,
        "forms": [form_entry(form, rules) for form in shown],
        "code_lists": code_lists(shown),
        "derived_variables": [_derived(name) for name in sorted(DESCRIPTIONS)],
        "rules": [rule_entry(rule) for rule in rules],
        "standing_rules": [
            {"id": number, "severity": severity, "message_en": en, "message_zh": zh}
            for number, severity, en, zh in STANDING_RULES
        ],
        "case_states": [
            {"state": str(state), "en": STATE_LABELS[state].en, "zh": STATE_LABELS[state].zh}
            for state in CaseState
        ],
    }


def _derived(name: str) -> dict[str, Any]:
    described = DESCRIPTIONS[name]
    return {
        "name": name,
        "label_en": described.label.en,
        "label_zh": described.label.zh,
        "unit": described.unit or None,
        "definition_en": described.definition.en,
        "definition_zh": described.definition.zh,
        "formula": described.formula,
        "computed_from": list(described.of),
    }


def files() -> Iterator[tuple[str, str]]:
    """Name and text of each published file."""
    whole = document()
    yield "data-dictionary.json", json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    for form in whole["forms"]:
        yield f"{form['number']:02}-{form['id']}-{whole['version']}.csv", _table(form["fields"], COLUMNS)
    codes = [{"list": each["name"], **item} for each in whole["code_lists"] for item in each["items"]]
    yield f"code-lists-{whole['version']}.csv", _table(codes, ("list", "code", "en", "zh"))
    rules = sorted([*whole["rules"], *whole["standing_rules"]], key=lambda rule: rule["id"])
    yield f"rules-{whole['version']}.csv", _table(rules, tuple(whole["rules"][0]))
    derived = whole["derived_variables"]
    yield f"derived-variables-{whole['version']}.csv", _table(derived, tuple(derived[0]))
    for name, text in blank_files((*CASE_TABLES, FollowUpFile.table)):
        yield f"{FOLDER}/{name}", text


def _table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)


def publish(place: Path = PLACE) -> list[Path]:
    """Writes the files; those of forms that are no longer there are removed."""
    (place / FOLDER).mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in files():
        (place / name).write_text(text, encoding="utf-8")
        written.append(place / name)
    for path in [*place.rglob("*.csv"), *place.rglob("*.json")]:
        if path not in written:
            path.unlink()
    return written
