"""One ECLS run: continuous extracorporeal flow from its start to its final stop."""

from decimal import Decimal

from django.db import models

from centers.history import tracked
from crf import fields
from crf.checks import answers
from crf.codelists.center import YES_NO
from crf.codelists.diagnoses import DIAGNOSIS, UNCODED
from crf.codelists.outcome import TRANSPLANT, VAD, WEAN_RESULT
from crf.codelists.people import CDH_TIMING, COVID, LATERALITY, PREGNANCY, TRAUMA_MECHANISM, YES_NO_UNKNOWN
from crf.codelists.run import (
    CANNULATOR,
    ECLS_MODE,
    INTENT,
    LV_UNLOADING,
    MCS,
    PLACE,
    STOP_REASON,
    SUPPORT_TYPE,
    URGENCY,
)
from crf.items import Ranges, Unit
from registry.models.case import Case
from registry.models.parts import Part


@tracked()
@answers
class Run(Part):
    """One run of a case. A circuit change, a mode change or a clamping trial never starts another."""

    entity = "run"

    case = models.ForeignKey(Case, models.CASCADE, related_name="runs")

    run_number = fields.Number(
        "Run number for this patient",
        "第几次ECLS",
        section="Run header",
        soft=Ranges(all=(1, 3)),
        hard=Ranges(all=(1, 10)),
        required=True,
        definition=(
            "1 for the first; new number when ECLS restarts after final separation; a circuit change or mode change is not a new run",
            "首次为 1；最终脱离后再次启动 ECLS 编新序号；管路更换或模式变更不算新的一次辅助",
        ),
        source="sourced: S08; judgement",
        system=True,
    )
    support_type = fields.Code(
        "Type of support",
        "支持类型",
        section="Run header",
        codes=SUPPORT_TYPE,
        required=True,
        definition=(
            "ECPR = VA-ECLS started while conventional CPR has not given sustained ROSC (20 min without compressions)",
            "ECPR = 常规心肺复苏未获持续 ROSC（连续 20 min 无按压）时启动的 VA-ECLS",
        ),
        source="sourced: S13, S07",
    )
    initial_mode = fields.Code(
        "Initial mode",
        "初始模式",
        section="Run header",
        codes=ECLS_MODE,
        required=True,
        source="sourced: S07",
        definition=(
            "Mode when flow starts; later changes go to the mode segments",
            "转流开始时的模式；此后的变更填入模式阶段",
        ),
    )
    urgency = fields.Code(
        "Urgency",
        "紧急程度",
        section="Run header",
        codes=URGENCY,
        required=True,
        source="sourced: S07",
        definition=(
            "Salvage: cannulated during chest compressions. Elective: planned in advance. All others: emergency",
            "复苏中抢救：胸外按压中置管。择期：事先计划。其余为急诊",
        ),
    )
    intent = fields.Code(
        "Intention at start",
        "治疗目的",
        section="Run header",
        codes=INTENT,
        required=True,
        source="sourced: S07",
        definition=(
            "Aim when flow starts; do not change it afterwards to fit the outcome",
            "转流开始时的目的；不因结局而事后修改",
        ),
    )
    decision_at = fields.Moment(
        "Decision to start ECLS",
        "决策时间",
        section="Run header",
        definition=(
            "When the responsible physician decided on ECLS; if not recorded, when the team was called",
            "主管医师决定行 ECLS 的时间；无记录时填呼叫团队的时间",
        ),
    )
    cannulation_start_at = fields.Moment(
        "Start of cannulation (first puncture)",
        "开始置管时间",
        section="Run header",
        definition=(
            "First puncture or incision for the first cannula of this run; from the procedure record",
            "本次辅助首根插管的首次穿刺或切开时间；取自操作记录",
        ),
    )
    run_start_at = fields.Moment(
        "Start of ECLS flow",
        "ECLS转流开始",
        section="Run header",
        required=True,
        definition=(
            "Moment continuous extracorporeal blood flow begins. For a patient received on ECLS: the original start at the referring hospital",
            "体外血流开始持续转流的时刻。带 ECLS 转入者：填外院最初启动时间",
        ),
        source="sourced: S07",
    )
    run_stop_at = fields.Moment(
        "End of ECLS flow (final)",
        "ECLS转流结束",
        section="Run header",
        required=True,
        definition=(
            "Final stop of flow; temporary clamping for trials does not count. For a patient transferred out on ECLS: the handover time",
            "血流最终停止的时刻；试验性暂时夹管不计。带 ECLS 转出者：填交接时间",
        ),
        source="sourced: S08; judgement",
    )
    decannulated_at = fields.Moment(
        "Last cannula removed",
        "末根插管拔除时间",
        section="Run header",
        conditional=True,
        when="stop_reason in (1,4,5,6,7,8,9,10,11,13,88)",
        definition=(
            "The ECLS CDM ends the run here; this registry keeps both times",
            "有的数据模型以此为一次辅助的终点；本登记两个时间均保留",
        ),
        source="sourced: S07",
    )
    cannulation_place = fields.Code(
        "Place of cannulation",
        "置管地点",
        section="Run header",
        codes=PLACE,
        required=True,
        source="sourced: S08",
        definition=(
            "Where the patient was when the first cannula of this run was inserted",
            "本次辅助首根插管置入时患者所在地点",
        ),
    )
    care_unit = fields.Code(
        "Main unit of care on ECLS",
        "ECLS期间主要科室",
        section="Run header",
        codes=PLACE,
        required=True,
        source="sourced: S08",
        definition=(
            "Unit in the reporting hospital where most ECLS hours were spent",
            "上报医院内 ECLS 时间最长的科室",
        ),
    )
    cannulator_specialty = fields.Code(
        "Specialty of cannulating physician",
        "置管医师专业",
        section="Run header",
        codes=CANNULATOR,
        definition=("Specialty of the lead operator", "主要操作者的专业"),
    )
    cannulated_by_mobile_team = fields.Code(
        "Cannulated by mobile team elsewhere",
        "外院移动团队置管",
        section="Run header",
        codes=YES_NO,
        conditional=True,
        when="cannulation_place in (11,12,13)",
        definition=(
            "Yes when a team travelled to the patient to cannulate; no when staff already on site did it",
            "团队赶赴患者所在地置管填“是”；由当地人员置管填“否”",
        ),
    )
    stop_reason = fields.Code(
        "Reason ECLS ended",
        "终止原因",
        section="Run header",
        codes=STOP_REASON,
        required=True,
        source="sourced: S08, S07",
        definition=(
            "The main reason flow was stopped for good. Support stopped with death expected is not 'died on ECLS'",
            "血流最终停止的主要原因。放弃支持、预期死亡者不选“ECLS 期间死亡”",
        ),
    )
    stop_reason_other = fields.Line(
        "Reason, other (text)",
        "终止原因(其他)",
        section="Run header",
        conditional=True,
        when="stop_reason==88",
        definition=("In a few words, when no reason of the list fits", "列表中没有合适原因时简要填写"),
    )
    treatment_limited = fields.Code(
        "Decision to limit treatment on ECLS",
        "ECLS期间限制治疗决定",
        section="Run header",
        codes=YES_NO,
        definition=(
            "A decision recorded in the notes, during flow, not to start or not to escalate treatment (e.g. no CPR)",
            "转流期间病历中有记录的不启动或不升级治疗的决定（如不行心肺复苏）",
        ),
    )
    awake_ecls = fields.Code(
        "Awake and extubated on ECLS for 24 h or more",
        "清醒ECLS(≥24h无插管)",
        section="Run header",
        codes=YES_NO,
        definition=(
            "At least 24 h in a row on flow, awake and without a tracheal tube",
            "转流期间连续 ≥ 24 h 清醒且无气管插管",
        ),
    )
    primary_diagnosis = fields.Code(
        "Primary diagnosis (registry code)",
        "主要诊断(登记代码)",
        section="Diagnosis (repeatable)",
        codes=DIAGNOSIS,
        required=True,
        definition=("Single best reason for ECLS", "最能说明 ECLS 原因的单一诊断"),
        source="sourced: S07",
    )
    primary_diagnosis_text = fields.Line(
        "Primary diagnosis in words",
        "主要诊断原文",
        section="Diagnosis (repeatable)",
        when=f"primary_diagnosis in {UNCODED}",
        definition=(
            "The diagnosis as the patient record words it, where the list has no code of its own for it; the society codes it",
            "列表中没有对应代码时，按病历原文填写诊断；由学会编码",
        ),
    )
    primary_icd10 = fields.Line(
        "Primary diagnosis ICD-10",
        "主要诊断ICD-10编码",
        section="Diagnosis (repeatable)",
        required=True,
        definition=(
            "Suggested from the diagnosis list, editable; format A00 to Z99 with optional decimals (national clinical version allowed)",
            "由诊断列表给出建议，可修改；格式为 A00 至 Z99，可带小数位（允许国家临床版）",
        ),
    )
    procedure_icd9cm3 = fields.Line(
        "Procedure code (ICD-9-CM-3)",
        "手术操作编码",
        section="Diagnosis (repeatable)",
        definition=(
            "39.65 extracorporeal membrane oxygenation is the usual entry on the Chinese front sheet; verify against the current national version",
            "国内病案首页通常填 39.65（体外膜氧合）；请按现行国家版核对",
        ),
    )
    lv_unloading = fields.Codes(
        "LV unloading",
        "左心减压",
        section="Left heart unloading",
        codes=LV_UNLOADING,
        conditional=True,
        when="initial_mode in ('VA','VVA','VAV','VPA') or mode_changed==1",
        definition=("0 excludes others", "选“无”（0）则不可选其他项"),
    )
    lv_unloading_at = fields.Moment(
        "First unloading started",
        "左心减压开始时间",
        section="Left heart unloading",
        conditional=True,
        when="lv_unloading is not None and 0 not in lv_unloading",
        definition=("Start of the first of the measures chosen above", "上述所选措施中最早一项的开始时间"),
    )
    concurrent_mcs = fields.Codes(
        "Other mechanical support during run",
        "ECLS期间合并机械辅助",
        section="Left heart unloading",
        codes=MCS,
        definition=("Devices not already entered as LV unloading", "未作为左心减压填写的装置"),
        source="sourced: S08",
    )
    mode_changed = fields.Code(
        "Mode or configuration changed during run",
        "运行中模式变更",
        section="Mode segments (repeatable)",
        codes=YES_NO,
        required=True,
        source="sourced: S07",
        definition=(
            "Yes for a change of mode or an added or moved cannula. A circuit change alone is no",
            "模式变更、加插管或改变置管部位填“是”。仅管路更换填“否”",
        ),
    )

    class Meta:
        db_table = "registry_run"
        ordering = ("run_number",)
        constraints = [
            models.UniqueConstraint(fields=["case", "run_number"], name="run_number_once_per_case")
        ]

    def __str__(self) -> str:
        return f"{self.case} R{self.run_number}"


@tracked()
@answers
class Baseline(Part):
    """The patient when this run began: body size and conditions that decide the risk."""

    entity = "run"

    run = models.OneToOneField(Run, models.CASCADE, primary_key=True, related_name="baseline")

    cdh_side = fields.Code(
        "Diaphragmatic hernia side",
        "膈疝侧别",
        section="Perinatal (neonates and infants)",
        codes=LATERALITY,
        conditional=True,
        when="primary_diagnosis=='N03'",
        definition=("Left or right recorded separately", "左、右侧分别记录"),
        source="sourced: S07",
    )
    cdh_repair_timing = fields.Code(
        "Diaphragmatic hernia repair timing relative to ECLS",
        "膈疝修补时机",
        section="Perinatal (neonates and infants)",
        codes=CDH_TIMING,
        conditional=True,
        when="primary_diagnosis=='N03'",
        definition=(
            "Timing of the first repair operation relative to ECLS flow",
            "首次修补手术相对于 ECLS 转流的时间",
        ),
    )
    weight_kg = fields.DecimalNumber(
        "Weight at ECLS start",
        "体重",
        section="Body size",
        places=2,
        unit="kg",
        soft=Ranges(N=(1.8, 6), P=(2.5, 90), A=(35, 130)),
        hard=Ranges(N=(0.3, 15), P=(0.4, 400), A=(10, 650)),
        required=True,
        definition=("Measured or best estimate; dosing weight", "实测值或最佳估计值；用药体重"),
        source="sourced: S08",
    )
    weight_estimated = fields.Code(
        "Weight is estimated",
        "体重为估计值",
        section="Body size",
        codes=YES_NO,
        definition=(
            "Yes when not weighed (family statement, formula, visual estimate)",
            "未实际称重（家属提供、公式推算、目测）填“是”",
        ),
    )
    height_cm = fields.DecimalNumber(
        "Height or length",
        "身高/身长",
        section="Body size",
        places=1,
        unit="cm",
        alt_units=(Unit("m", Decimal("0.01")),),
        soft=Ranges(N=(42, 58), P=(45, 185), A=(140, 200)),
        hard=Ranges(N=(20, 70), P=(25, 260), A=(50, 280)),
        required=True,
        source="sourced: S08",
        definition=(
            "At ECLS start; measured if possible. Lying length in infants",
            "ECLS 启动时，尽量实测。婴儿测卧位身长",
        ),
    )
    immunocompromised = fields.Code(
        "Immunocompromised at ECLS start",
        "免疫功能低下",
        section="History",
        codes=YES_NO_UNKNOWN,
        conditional=True,
        when="age_group!='N'",
        definition=(
            "Malignancy, solid organ transplant, HIV or cirrhosis count as yes for RESP",
            "恶性肿瘤、实体器官移植、HIV 感染或肝硬化在 RESP 评分中均计为“是”",
        ),
        source="sourced: S32",
    )
    cns_dysfunction_history = fields.Code(
        "Central nervous system dysfunction before ECLS",
        "ECLS前中枢神经功能障碍",
        section="History",
        codes=YES_NO_UNKNOWN,
        required=True,
        definition=(
            "Neurotrauma, stroke, encephalopathy, cerebral embolism, seizure disorder",
            "神经系统创伤、脑卒中、脑病、脑栓塞、癫痫性疾病",
        ),
        source="sourced: S32",
    )
    pregnancy_status = fields.Code(
        "Pregnancy status",
        "妊娠状态",
        section="History",
        codes=PREGNANCY,
        conditional=True,
        when="sex==2 and age_years>=10 and age_years<=60",
        definition=("ELSO validates pregnancy against age and sex", "妊娠状态与年龄、性别进行核对"),
        source="sourced: S02",
    )
    pregnancy_weeks = fields.Number(
        "Weeks of pregnancy",
        "孕周",
        section="History",
        unit="weeks",
        soft=Ranges(all=(4, 42)),
        hard=Ranges(all=(1, 46)),
        conditional=True,
        when="pregnancy_status==1",
        source="sourced: S10",
        definition=("Completed weeks at ECLS start", "ECLS 启动时的完整孕周"),
    )
    covid_status = fields.Code(
        "SARS-CoV-2 status",
        "新冠病毒状态",
        section="History",
        codes=COVID,
        source="sourced: S02",
        definition=(
            "Confirmed by nucleic acid or antigen test in the present illness",
            "本次病程中经核酸或抗原检测确诊",
        ),
    )
    trauma_related = fields.Code(
        "Trauma-related run",
        "创伤相关",
        section="History",
        codes=YES_NO,
        conditional=True,
        when="age_group!='N'",
        source="sourced: S02",
        definition=(
            "Yes when an injury, or its direct consequence, led to ECLS",
            "损伤或其直接后果导致 ECLS 者填“是”",
        ),
    )
    trauma_mechanism = fields.Code(
        "Mechanism of injury",
        "致伤机制",
        section="History",
        codes=TRAUMA_MECHANISM,
        conditional=True,
        when="trauma_related==1",
        definition=("The mechanism that caused the most severe injury", "造成最重损伤的机制"),
    )
    injury_severity_score = fields.Number(
        "Injury Severity Score",
        "损伤严重度评分(ISS)",
        section="History",
        unit="score",
        soft=Ranges(all=(1, 60)),
        hard=Ranges(all=(0, 75)),
        when="trauma_related==1",
        definition=("From all injuries present on admission, 0 to 75", "按入院时全部损伤评分，0–75 分"),
    )

    class Meta:
        db_table = "registry_baseline"

    def __str__(self) -> str:
        return f"{self.run} baseline"


@tracked()
@answers
class Course(Part):
    """Procedures and blood products during the run."""

    entity = "run"

    run = models.OneToOneField(Run, models.CASCADE, primary_key=True, related_name="course")

    coronary_angiography = fields.Code(
        "Coronary angiography on or just before ECLS",
        "冠状动脉造影",
        section="Procedures and totals during the run",
        codes=YES_NO,
        conditional=True,
        when="support_type in (2,3) and age_group=='A'",
        source="sourced: S08",
        definition=(
            "During ECLS, or before it in the same acute event",
            "ECLS 期间，或同一急性事件中 ECLS 之前",
        ),
    )
    pci_performed = fields.Code(
        "PCI performed",
        "行PCI",
        section="Procedures and totals during the run",
        codes=YES_NO,
        conditional=True,
        when="coronary_angiography==1",
        definition=("At least one lesion treated; angiography alone is no", "至少处理一处病变；仅造影填“否”"),
    )
    surgery_on_ecls = fields.Code(
        "Surgery on ECLS (not cannulation)",
        "ECLS期间手术",
        section="Procedures and totals during the run",
        codes=YES_NO,
        source="sourced: S08",
        definition=(
            "Any operation while flow is running, re-exploration included. Cannulation, decannulation and tracheostomy do not count",
            "转流期间的任何手术，含再次探查。置管、拔管（ECLS 插管）和气管切开不计",
        ),
    )
    tracheostomy_on_ecls = fields.Code(
        "Tracheostomy on ECLS",
        "ECLS期间气管切开",
        section="Procedures and totals during the run",
        codes=YES_NO,
        source="sourced: S08",
        definition=(
            "Done during this run; one already in place at the start is no",
            "本次辅助期间实施；启动前已有者填“否”",
        ),
    )
    prone_on_ecls = fields.Code(
        "Prone position on ECLS",
        "ECLS期间俯卧位",
        section="Procedures and totals during the run",
        codes=YES_NO,
        conditional=True,
        when="support_type==1 and age_group!='N'",
        source="sourced: S07",
        definition=(
            "At least one prone session during flow; prone before ECLS goes on form 2",
            "转流期间至少俯卧一次；ECLS 前俯卧位填表 2",
        ),
    )
    rbc_units = fields.DecimalNumber(
        "Red cells, total during run",
        "红细胞输注总量",
        section="Procedures and totals during the run",
        places=2,
        unit="U",
        alt_units=(Unit("mL whole-blood equivalent", Decimal("200")),),
        soft=Ranges(all=(0, 60)),
        hard=Ranges(all=(0, 1000)),
        required=True,
        definition=(
            "China: 1 U is prepared from 200 mL whole blood (about half of a unit in most other countries). The mL alternative is whole-blood equivalent, not the volume infused; for neonates use the unit share printed on the bag",
            "国内 1 U 由 200 mL 全血制备（约为多数国家 1 单位的一半）。以 mL 填写时为全血当量，而非实际输入体积；新生儿按血袋标示的单位数折算",
        ),
        source="sourced: S08",
    )
    platelet_doses = fields.DecimalNumber(
        "Platelets, total",
        "血小板输注总量",
        section="Procedures and totals during the run",
        places=1,
        unit="therapeutic dose",
        soft=Ranges(all=(0, 40)),
        hard=Ranges(all=(0, 400)),
        definition=("One apheresis unit = one therapeutic dose", "1 个单采单位 = 1 个治疗量"),
        source="sourced: S08",
    )
    plasma_ml = fields.Number(
        "Plasma, total",
        "血浆输注总量",
        section="Procedures and totals during the run",
        unit="mL",
        soft=Ranges(all=(0, 10000)),
        hard=Ranges(all=(0, 200000)),
        source="sourced: S08",
        definition=(
            "Sum from start to end of flow, from the transfusion records",
            "转流开始至结束的合计，取自输血记录",
        ),
    )
    cryo_units = fields.DecimalNumber(
        "Cryoprecipitate, total",
        "冷沉淀输注总量",
        section="Procedures and totals during the run",
        places=1,
        unit="U",
        soft=Ranges(all=(0, 100)),
        hard=Ranges(all=(0, 2000)),
        definition=(
            "Sum from start to end of flow; units as printed on the bag",
            "转流开始至结束的合计；按血袋标示的单位数",
        ),
    )
    fibrinogen_g = fields.DecimalNumber(
        "Fibrinogen concentrate, total",
        "纤维蛋白原总量",
        section="Procedures and totals during the run",
        places=1,
        unit="g",
        soft=Ranges(all=(0, 20)),
        hard=Ranges(all=(0, 500)),
        source="sourced: S08",
        definition=(
            "Sum of concentrate from start to end of flow; cryoprecipitate is not counted here",
            "转流开始至结束的制剂合计；冷沉淀不计入",
        ),
    )
    antithrombin_used = fields.Code(
        "Antithrombin given",
        "使用抗凝血酶",
        section="Procedures and totals during the run",
        codes=YES_NO,
        source="sourced: S08",
        definition=(
            "Any dose of concentrate during the run; plasma does not count",
            "本次辅助期间用过任何剂量的制剂；血浆不计",
        ),
    )
    any_complication = fields.Code(
        "Any complication in this run",
        "是否发生并发症",
        section="Complications",
        codes=YES_NO,
        required=True,
        definition=(
            "Explicit No is required so that an empty list is not read as no complication",
            "须明确填“否”，以免空列表被误读为无并发症",
        ),
    )
    any_infection = fields.Code(
        "Any new infection on ECLS",
        "ECLS期间新发感染",
        section="Infections",
        codes=YES_NO,
        required=True,
        definition=(
            "New: onset more than 48 h after cannulation and up to 48 h after decannulation, not incubating at start",
            "新发：置管后 > 48 h 至拔管后 48 h 内起病，且启动时不处于潜伏期",
        ),
    )

    class Meta:
        db_table = "registry_course"

    def __str__(self) -> str:
        return f"{self.run} course"


@tracked()
@answers
class Weaning(Part):
    """How the run ended and the first two days after it."""

    entity = "run"

    run = models.OneToOneField(Run, models.CASCADE, primary_key=True, related_name="weaning")

    wean_trials = fields.Number(
        "Number of weaning trials",
        "撤机试验次数",
        section="Weaning (per run)",
        unit="count",
        soft=Ranges(all=(0, 6)),
        hard=Ranges(all=(0, 30)),
        required=True,
        definition=(
            "Formal trials to test separation (flow reduced or sweep gas off). Routine lowering of flow does not count; 0 if none",
            "为评估能否脱离而做的正式试验（减流量或停气流）。日常下调流量不计；无则填 0",
        ),
    )
    first_wean_trial_at = fields.Moment(
        "First weaning trial",
        "首次撤机试验时间",
        section="Weaning (per run)",
        conditional=True,
        when="wean_trials>0",
        definition=("Flow-reduction or sweep-off trial without decannulation", "减流量或停气流试验，未拔管"),
        source="sourced: S07",
    )
    last_wean_result = fields.Code(
        "Result of last trial",
        "末次撤机试验结果",
        section="Weaning (per run)",
        codes=WEAN_RESULT,
        conditional=True,
        when="wean_trials>0",
        definition=(
            "Judged by the treating team by its own criteria at the end of the last trial",
            "末次试验结束时由治疗团队按本中心标准判定",
        ),
    )
    wean_lvef = fields.Number(
        "LVEF at minimal flow",
        "低流量时LVEF",
        section="Weaning (per run)",
        unit="%",
        soft=Ranges(all=(15, 70)),
        hard=Ranges(all=(0, 95)),
        when="initial_mode in ('VA','VVA','VAV','VPA') or mode_changed==1",
        definition=("20 to 25 % or more predicted success", "≥ 20%–25% 预示撤机成功"),
        source="sourced: S33",
    )
    wean_lvot_vti = fields.DecimalNumber(
        "LVOT VTI at minimal flow",
        "低流量时LVOT VTI",
        section="Weaning (per run)",
        places=1,
        unit="cm",
        soft=Ranges(all=(5, 25)),
        hard=Ranges(all=(0, 40)),
        when="initial_mode in ('VA','VVA','VAV','VPA') or mode_changed==1",
        definition=("Over 10 cm predicted success", "> 10 cm 预示撤机成功"),
        source="sourced: S33",
    )
    wean_tapse = fields.DecimalNumber(
        "TAPSE",
        "三尖瓣环收缩期位移",
        section="Weaning (per run)",
        places=1,
        unit="mm",
        soft=Ranges(all=(8, 28)),
        hard=Ranges(all=(0, 45)),
        when="initial_mode in ('VA','VVA','VAV','VPA') or mode_changed==1",
        source="sourced: S33",
        definition=(
            "Echo at minimal flow, same examination as the LVEF",
            "低流量时超声心动图测量，与 LVEF 同次检查",
        ),
    )
    alive_24h_after_stop = fields.Code(
        "Alive 24 h after final ECLS stop",
        "终止后24小时存活",
        section="Weaning (per run)",
        codes=YES_NO,
        conditional=True,
        when="stop_reason!=2 and stop_reason!=12",
        definition=(
            "Basis of 'survived ECLS' in this registry. Left on hopeless discharge within 24 h of the end of flow: No unless proven alive",
            "本登记“ECLS 存活”的判定依据。转流结束后 24 h 内病危自动出院：填“否”，除非证实存活",
        ),
    )
    alive_48h_after_stop = fields.Code(
        "Alive 48 h after final ECLS stop, without ECLS",
        "终止后48小时存活且未再上机",
        section="Weaning (per run)",
        codes=YES_NO,
        when="stop_reason!=2 and stop_reason!=12",
        definition=("Kept so that a 48 h threshold can also be reported", "保留此项，以便同时报告 48 h 阈值"),
    )
    ecls_restarted = fields.Code(
        "ECLS restarted after separation",
        "再次ECLS",
        section="Weaning (per run)",
        codes=YES_NO,
        conditional=True,
        when="stop_reason!=2 and stop_reason!=12",
        definition=("If yes a new run is entered", "如为“是”，另录新的一次辅助"),
        source="sourced: S33",
    )
    restart_within_24h = fields.Code(
        "Restarted within 24 h",
        "24小时内再次启动",
        section="Weaning (per run)",
        codes=YES_NO,
        conditional=True,
        when="ecls_restarted==1",
        definition=(
            "Counted from the final stop of flow to the start of the next flow",
            "自本次转流最终停止至再次转流开始计算",
        ),
    )
    vad_after = fields.Code(
        "VAD after ECLS",
        "ECLS后心室辅助",
        section="Weaning (per run)",
        codes=VAD,
        conditional=True,
        when="stop_reason!=2 and stop_reason!=12",
        source="sourced: S08",
        definition=(
            "Implanted at the end of this run or later in this admission",
            "本次辅助结束时或之后、本次住院内植入",
        ),
    )
    vad_at = fields.Moment(
        "VAD implantation",
        "VAD植入时间",
        section="Weaning (per run)",
        conditional=True,
        when="vad_after!=0",
        source="sourced: S08",
        definition=("Start of the implantation; the first one if several", "植入操作开始时间；多次者填首次"),
    )
    transplant_type = fields.Code(
        "Transplant during or after ECLS",
        "ECLS期间或之后移植",
        section="Weaning (per run)",
        codes=TRANSPLANT,
        required=True,
        source="sourced: S08",
        definition=("In this admission, from ECLS start to discharge", "本次住院内，ECLS 启动至出院"),
    )
    transplant_at = fields.Moment(
        "Transplant time",
        "移植时间",
        section="Weaning (per run)",
        conditional=True,
        when="transplant_type!=0",
        source="sourced: S08",
        definition=(
            "Start of the transplant operation, from the operation record",
            "移植手术开始时间，取自手术记录",
        ),
    )

    class Meta:
        db_table = "registry_weaning"

    def __str__(self) -> str:
        return f"{self.run} weaning"
