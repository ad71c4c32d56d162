"""What happens several times in a run: one row each."""

from django.db import models

from centers.history import tracked
from crf import fields
from crf.checks import answers
from crf.codelists.center import YES_NO
from crf.codelists.diagnoses import DIAGNOSIS, UNCODED
from crf.codelists.people import LATERALITY
from crf.codelists.run import (
    DIAG_ROLE,
    DPC_TIMING,
    ECLS_MODE,
    FLOW_DIRECTION,
    GUIDANCE,
    INSERTION,
    MODE_CHANGE_REASON,
    REMOVAL,
    VESSEL,
)
from crf.items import Ranges
from registry.models.parts import Row
from registry.models.run import Run


@tracked()
@answers
class Diagnosis(Row):
    """A further diagnosis beside the primary one."""

    entity = "diagnosis"

    run = models.ForeignKey(Run, models.CASCADE, related_name="diagnoses")

    diag_code = fields.Code(
        "Further diagnosis code",
        "其他诊断代码",
        section="Diagnosis (repeatable)",
        codes=DIAGNOSIS,
        definition=("Repeatable", "可重复填写"),
        source="sourced: S07",
    )
    diag_text = fields.Line(
        "Further diagnosis in words",
        "其他诊断原文",
        section="Diagnosis (repeatable)",
        when=f"diag_code in {UNCODED}",
        definition=(
            "The diagnosis of the same row as the patient record words it, where the list has no code of its own for it",
            "列表中没有对应代码时，按病历原文填写同一行的诊断",
        ),
    )
    diag_icd10 = fields.Line(
        "Further diagnosis ICD-10",
        "其他诊断ICD-10编码",
        section="Diagnosis (repeatable)",
        definition=("Code of the diagnosis in the same row", "同一行诊断的编码"),
    )
    diag_role = fields.Code(
        "Diagnosis role",
        "诊断类别",
        section="Diagnosis (repeatable)",
        codes=DIAG_ROLE,
        conditional=True,
        when="diag_code is not None",
        source="sourced: S07",
        definition=("Role of the diagnosis in the same row", "同一行诊断的类别"),
    )

    class Meta:
        db_table = "registry_diagnosis"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.run} diagnosis {self.position}"


@tracked()
@answers
class Cannula(Row):
    """One cannula, from insertion to removal."""

    entity = "cannula"

    run = models.ForeignKey(Run, models.CASCADE, related_name="cannulas")

    cannula_function = fields.Code(
        "Cannula function",
        "插管功能",
        section="Cannula (repeatable, one row per cannula)",
        codes=FLOW_DIRECTION,
        required=True,
        source="sourced: S07",
        definition=("Direction of blood flow in this cannula when first used", "该插管初次使用时的血流方向"),
    )
    cannula_vessel = fields.Code(
        "Insertion vessel",
        "置管血管",
        section="Cannula (repeatable, one row per cannula)",
        codes=VESSEL,
        required=True,
        source="sourced: S07",
        definition=("Vessel entered, not the position of the tip", "穿入的血管，不是尖端所在位置"),
    )
    cannula_side = fields.Code(
        "Side",
        "侧别",
        section="Cannula (repeatable, one row per cannula)",
        codes=LATERALITY,
        required=True,
        source="sourced: S07",
        definition=("The patient's left or right", "以患者的左、右为准"),
    )
    cannula_tip = fields.Code(
        "Tip position",
        "尖端位置",
        section="Cannula (repeatable, one row per cannula)",
        codes=VESSEL,
        source="sourced: S07",
        definition=(
            "Position on imaging after fixation; the last one if repositioned early",
            "固定后影像所示位置；早期调整过者填调整后位置",
        ),
    )
    cannula_technique = fields.Code(
        "Insertion technique",
        "置管方式",
        section="Cannula (repeatable, one row per cannula)",
        codes=INSERTION,
        required=True,
        source="sourced: S07",
        definition=("Technique that finally succeeded for this cannula", "该插管最终成功的置入方式"),
    )
    cannula_guidance = fields.Codes(
        "Imaging guidance",
        "影像引导",
        section="Cannula (repeatable, one row per cannula)",
        codes=GUIDANCE,
        definition=(
            "All imaging used during insertion; a check film afterwards does not count",
            "置入过程中使用的全部影像；置入后的复查片不计",
        ),
    )
    cannula_size_fr = fields.Number(
        "Cannula size",
        "插管型号",
        section="Cannula (repeatable, one row per cannula)",
        unit="Fr",
        soft=Ranges(N=(5, 16), P=(5, 25), A=(5, 31)),
        hard=Ranges(all=(3, 51)),
        required=True,
        source="sourced: S07, S11",
        definition=(
            "Outer size printed on the package; for a dual-lumen cannula its outer size too",
            "包装所印外径型号；双腔插管亦填外径",
        ),
    )
    cannula_length_cm = fields.Number(
        "Cannula length",
        "插管长度",
        section="Cannula (repeatable, one row per cannula)",
        unit="cm",
        soft=Ranges(all=(10, 60)),
        hard=Ranges(all=(3, 80)),
        source="sourced: S07",
        definition=("Insertable length printed on the package", "包装所印可置入长度"),
    )
    cannula_insert_depth_cm = fields.Number(
        "Insertion depth",
        "置入深度",
        section="Cannula (repeatable, one row per cannula)",
        unit="cm",
        soft=Ranges(all=(3, 55)),
        hard=Ranges(all=(1, 70)),
        source="sourced: S07",
        definition=("Length inside the body, read at the skin after fixation", "固定后皮肤处读取的体内长度"),
    )
    cannula_maker = fields.Line(
        "Manufacturer and model",
        "厂家与型号",
        section="Cannula (repeatable, one row per cannula)",
        source="sourced: S07",
        definition=("As printed on the package", "按包装所印填写"),
    )
    cannula_udi = fields.Line(
        "Device identifier (UDI)",
        "唯一器械标识(UDI)",
        section="Cannula (repeatable, one row per cannula)",
        source="sourced: S07",
        definition=("Scan or copy the code on the package or implant label", "扫描或抄录包装、标签上的编码"),
    )
    cannula_in_at = fields.Moment(
        "Inserted at",
        "置入时间",
        section="Cannula (repeatable, one row per cannula)",
        required=True,
        source="sourced: S07",
        definition=(
            "When this cannula was in the vessel; if transferred in on ECLS, the time at the referring hospital",
            "该插管置入血管的时间；带 ECLS 转入者填外院置入时间",
        ),
    )
    cannula_out_at = fields.Moment(
        "Removed at",
        "拔除时间",
        section="Cannula (repeatable, one row per cannula)",
        definition=(
            "Enter only for a cannula removed before the final decannulation; otherwise decannulated_at (or run_stop_at) applies",
            "仅用于最终拔管前已拔除的插管；其余以末根插管拔除时间（或转流结束时间）为准",
        ),
        source="sourced: S07",
    )
    cannula_removal = fields.Code(
        "Removal technique",
        "拔管方式",
        section="Cannula (repeatable, one row per cannula)",
        codes=REMOVAL,
        source="sourced: S07",
        definition=(
            "How the vessel was closed when this cannula was taken out",
            "该插管拔除时的血管闭合方式",
        ),
    )
    distal_perfusion = fields.Code(
        "Distal perfusion cannula placed",
        "远端灌注管",
        section="Cannula (repeatable, one row per cannula)",
        codes=YES_NO,
        conditional=True,
        when="cannula_function==2 and cannula_vessel in ('CFA','SFA')",
        definition=(
            "Its size may be entered as a cannula row of its own (optional)",
            "其型号可另作一行插管填写（选填）",
        ),
        source="sourced: S07",
    )
    distal_perfusion_timing = fields.Code(
        "Distal perfusion: at cannulation or later",
        "远端灌注管置入时机",
        section="Cannula (repeatable, one row per cannula)",
        codes=DPC_TIMING,
        conditional=True,
        when="distal_perfusion==1",
        definition=(
            "With cannulation: same procedure, before any ischaemia. Later: for ischaemia",
            "置管时：同一次操作、缺血发生前。之后：因缺血置入",
        ),
    )

    class Meta:
        db_table = "registry_cannula"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.run} cannula {self.position}"


@tracked()
@answers
class ModeSegment(Row):
    """A stretch of the run in one mode; segments join without gap or overlap."""

    entity = "mode_segment"

    run = models.ForeignKey(Run, models.CASCADE, related_name="segments")

    segment_mode = fields.Code(
        "Mode in segment",
        "阶段模式",
        section="Mode segments (repeatable)",
        codes=ECLS_MODE,
        conditional=True,
        when="mode_changed==1",
        source="sourced: S07",
        definition=("Mode used throughout this segment", "本阶段全程所用模式"),
    )
    segment_start_at = fields.Moment(
        "Segment start",
        "阶段开始",
        section="Mode segments (repeatable)",
        conditional=True,
        when="mode_changed==1",
        definition=(
            "Start of a segment equals the stop of the previous one",
            "本阶段开始时间等于上一阶段结束时间",
        ),
        source="sourced: S07",
    )
    segment_stop_at = fields.Moment(
        "Segment stop",
        "阶段结束",
        section="Mode segments (repeatable)",
        source="sourced: S07",
        definition=(
            "Moment of the next change; for the last segment, the end of flow",
            "下一次变更的时刻；最后阶段为转流结束时间",
        ),
    )
    segment_reason = fields.Code(
        "Reason for change",
        "变更原因",
        section="Mode segments (repeatable)",
        codes=MODE_CHANGE_REASON,
        conditional=True,
        when="mode_changed==1 and segment_start_at>run_start_at",
        definition=("Main reason for changing to this segment", "变更为本阶段的主要原因"),
    )

    class Meta:
        db_table = "registry_modesegment"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.run} mode_segment {self.position}"
