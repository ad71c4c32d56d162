"""The sections of the case page: which parts of the forms they show, in what order.

A section names the dictionary's own section of each table; the fields follow from there. Nothing about
a field (label, range, condition) is repeated here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from crf.items import Item
from crf.pairs import Pair
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
from registry.models.parts import Part

RunPart = Baseline | PreEcls | Ecpr | Course | Weaning
RunRow = Diagnosis | Cannula | ModeSegment | SupportRecord | Equipment | Complication | Infection

PARTS_OF_A_RUN: dict[str, type[RunPart]] = {
    "baseline": Baseline,
    "pre_ecls": PreEcls,
    "ecpr": Ecpr,
    "course": Course,
    "weaning": Weaning,
}
ROWS_OF_A_RUN: dict[str, type[RunRow]] = {
    "diagnosis": Diagnosis,
    "cannula": Cannula,
    "segment": ModeSegment,
    "support": SupportRecord,
    "equipment": Equipment,
    "complication": Complication,
    "infection": Infection,
}
TABLES: dict[str, type[Part]] = {
    "patient": Patient,
    "perinatal": Perinatal,
    "admission": Admission,
    "outcome": HospitalOutcome,
    "run": Run,
    **PARTS_OF_A_RUN,
    **ROWS_OF_A_RUN,
}

# Asked in the identity form, as the number and its type are one answer.
BY_IDENTITY_FORM = ("id_document_type",)


@dataclass(frozen=True)
class Block:
    """Fields of one table. ``rows`` makes it a repeating group; ``only`` or ``but`` picks fields by name.

    ``computed`` names the derived variables shown with it, in each row of a group.
    """

    kind: str
    title: Pair | None = None
    sections: tuple[str, ...] = ()
    rows: bool = False
    only: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()

    def items(self) -> list[Item]:
        return [item for item in TABLES[self.kind].items() if self._shows(item)]

    def _shows(self, item: Item) -> bool:
        if item.system or item.name in self.but:
            return False
        if self.only:
            return item.name in self.only
        return not self.sections or item.section in self.sections


@dataclass(frozen=True)
class Section:
    """A part of the page that is saved with one request. ``per_run`` sections exist for each run.

    ``computed`` names the derived variables of the run shown at its end.
    """

    key: str
    title: Pair
    blocks: tuple[Block, ...]
    per_run: bool = False
    hint: Pair | None = None
    identity: bool = False  # opens with the identity form
    computed: tuple[str, ...] = ()

    def names(self) -> Iterator[tuple[str, str]]:
        """Table kind and name of each field."""
        if self.identity:
            yield from (("patient", name) for name in BY_IDENTITY_FORM)
        for block in self.blocks:
            yield from ((block.kind, item.name) for item in block.items())


SECTIONS: tuple[Section, ...] = (
    Section(
        "patient",
        Pair("Patient", "患者"),
        (
            Block("patient", sections=("Identity",), but=BY_IDENTITY_FORM),
            Block("admission", Pair("Consent", "知情同意"), sections=("Record",)),
        ),
        identity=True,
    ),
    Section("admission", Pair("Admission", "入院"), (Block("admission", sections=("Admission",)),)),
    Section(
        "history",
        Pair("Body size and history", "体格与既往史"),
        (
            Block(
                "baseline",
                Pair("Body size", "体格"),
                sections=("Body size",),
                computed=("age_years", "age_days", "bmi", "bsa"),
            ),
            Block("admission", Pair("History", "既往史"), sections=("Body size", "History")),
            Block("baseline", sections=("History",)),
        ),
        per_run=True,
    ),
    Section(
        "perinatal",
        Pair("Birth history", "围产期"),
        (
            Block("perinatal"),
            Block(
                "baseline",
                sections=("Perinatal (neonates and infants)",),
                computed=("postmenstrual_age_weeks",),
            ),
        ),
        per_run=True,
        hint=Pair("Under one year of age", "1 岁以下"),
    ),
    Section(
        "run",
        Pair("ECLS run and diagnosis", "ECLS 运行与诊断"),
        (
            Block("run", sections=("Run header",), computed=("run_hours", "total_ecls_hours")),
            Block("run", Pair("Diagnosis", "诊断"), sections=("Diagnosis (repeatable)",)),
            Block("diagnosis", Pair("Further diagnoses", "其他诊断"), rows=True),
        ),
        per_run=True,
    ),
    Section(
        "ecpr",
        Pair("Cardiac arrest and ECPR", "心搏骤停与 ECPR"),
        (Block("ecpr", computed=("no_flow_minutes", "low_flow_minutes", "cannulation_minutes")),),
        per_run=True,
        hint=Pair("ECPR only", "仅 ECPR 病例"),
    ),
    Section(
        "before_circulation",
        Pair("State before ECLS", "上机前状态"),
        (
            Block("pre_ecls", sections=("Timing",)),
            Block(
                "pre_ecls",
                Pair("Ventilation", "通气"),
                sections=("Ventilation (within 6 h)",),
                computed=("pre_ecls_vent_hours", "driving_pressure", "compliance_rs"),
            ),
            Block(
                "pre_ecls",
                Pair("Arterial blood gas", "动脉血气"),
                sections=("Blood gas (arterial unless stated, within 6 h)",),
                computed=("pf_ratio", "oxygenation_index"),
            ),
            Block(
                "pre_ecls",
                Pair("Circulation", "循环"),
                sections=("Hemodynamics (within 6 h)",),
                computed=("pulse_pressure_pre", "sf_ratio"),
            ),
            Block(
                "pre_ecls",
                Pair("Vasoactive drugs", "血管活性药物"),
                sections=("Vasoactive drugs (highest rate within 6 h)",),
                computed=("vis_pre",),
            ),
        ),
        per_run=True,
        hint=Pair("The last values in the 6 h before flow", "转流前 6 小时内最后一次"),
    ),
    Section(
        "before_laboratory",
        Pair("Laboratory and rescue before ECLS", "上机前化验与救治"),
        (
            Block("pre_ecls", Pair("Laboratory", "化验"), sections=("Laboratory (within 24 h)",)),
            Block(
                "pre_ecls",
                Pair("Events and rescue", "事件与救治"),
                sections=("Events, adjuncts and bridges",),
                computed=("resp_score", "save_score"),
            ),
        ),
        per_run=True,
        hint=Pair("The last values in the 24 h before flow", "转流前 24 小时内最后一次"),
    ),
    Section(
        "cannulas",
        Pair("Cannulas", "插管"),
        (
            Block("cannula", rows=True, computed=("cannula_hours",)),
            Block("run", Pair("Left heart unloading", "左心减压"), sections=("Left heart unloading",)),
        ),
        per_run=True,
    ),
    Section(
        "modes",
        Pair("Mode changes", "模式变更"),
        (
            Block("run", sections=("Mode segments (repeatable)",)),
            Block("segment", Pair("Mode segments", "模式阶段"), rows=True),
        ),
        per_run=True,
    ),
    Section(
        "equipment",
        Pair("Equipment and changes", "设备与更换"),
        (Block("equipment", rows=True),),
        per_run=True,
        hint=Pair("One row for each component; a change ends a row", "每个部件一行；更换即结束该行"),
    ),
    Section(
        "support",
        Pair("Daily data", "每日数据"),
        (Block("support", rows=True, computed=("flow_index", "transmembrane_pressure")),),
        per_run=True,
        computed=("lactate_clearance_24h", "paco2_change_24h", "kdigo_max"),
        hint=Pair("At 4 h, at 24 h, then daily", "4 h、24 h，之后每日"),
    ),
    Section(
        "complications",
        Pair("Complications", "并发症"),
        (Block("course", sections=("Complications",)), Block("complication", rows=True)),
        per_run=True,
        hint=Pair("One row for each event", "一次事件一行；同一事件不重复登记"),
    ),
    Section(
        "infections",
        Pair("Infections", "感染"),
        (Block("course", sections=("Infections",)), Block("infection", rows=True)),
        per_run=True,
        hint=Pair("New on ECLS; one row for each episode", "ECLS 期间新发；一次感染一行"),
    ),
    Section(
        "course",
        Pair("Procedures and blood products", "操作与血制品"),
        (Block("course", sections=("Procedures and totals during the run",)),),
        per_run=True,
    ),
    Section(
        "weaning",
        Pair("Weaning", "撤机"),
        (Block("weaning", computed=("survived_ecls", "weaned_successfully")),),
        per_run=True,
    ),
    Section(
        "outcome",
        Pair("Discharge and outcome", "出院与结局"),
        (
            Block(
                "outcome",
                computed=("icu_los_days", "hospital_los_days", "survived_to_discharge", "favorable_neuro"),
            ),
        ),
    ),
)


BY_KEY = {section.key: section for section in SECTIONS}
# The one section each field is asked in.
HOME: dict[tuple[str, str], str] = {place: found.key for found in SECTIONS for place in found.names()}
# Made of rows alone: nothing of them is asked before the first row, and still they apply.
ONLY_ROWS = frozenset(section.key for section in SECTIONS if all(block.rows for block in section.blocks))
# The table that holds a field; names are unique over the forms.
KIND_OF: dict[str, str] = {name: kind for kind, name in HOME}
