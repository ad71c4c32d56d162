"""Cardiac arrest and resuscitation of a run started as ECPR."""

from decimal import Decimal

from django.db import models

from centers.history import tracked
from crf import fields
from crf.checks import answers
from crf.codelists.arrest import ARREST_CAUSE, ARREST_LOCATION, ARREST_PLACE, CPR_TYPE, RHYTHM
from crf.codelists.center import YES_NO
from crf.codelists.people import YES_NO_UNKNOWN
from crf.items import Ranges, Unit
from registry.models.parts import Part
from registry.models.run import Run


@tracked()
@answers
class Ecpr(Part):
    """The arrest that led to this run. Asked only when the run supports a resuscitation."""

    entity = "run"

    run = models.OneToOneField(Run, models.CASCADE, primary_key=True, related_name="ecpr")

    arrest_location = fields.Code(
        "Location of arrest",
        "心搏骤停地点",
        section="Cardiac arrest and ECPR",
        codes=ARREST_LOCATION,
        conditional=True,
        when="support_type==3",
        definition=(
            "Where the arrest that led to ECLS began; out of hospital means before arrival, emergency department is in hospital",
            "导致 ECLS 的骤停的发生地；到院前为院外，急诊科算院内",
        ),
        source="sourced: S08",
    )
    arrest_place = fields.Code(
        "Detailed place",
        "具体场所",
        section="Cardiac arrest and ECPR",
        codes=ARREST_PLACE,
        when="support_type==3",
        definition=(
            "Where the patient collapsed, not where CPR went on or cannulation was done",
            "患者倒下的场所，不是继续复苏或置管的场所",
        ),
    )
    arrest_at = fields.Moment(
        "Time of collapse or recognition",
        "心搏骤停时间",
        section="Cardiac arrest and ECPR",
        conditional=True,
        when="support_type==3",
        definition=(
            "Estimated if unwitnessed; then tick estimated. Several arrests: the one that led to ECLS",
            "无目击者时填估计值，并勾选“估计”。多次骤停：填导致 ECLS 的那一次",
        ),
    )
    arrest_time_estimated = fields.Code(
        "Collapse time is estimated",
        "时间为估计值",
        section="Cardiac arrest and ECPR",
        codes=YES_NO,
        when="support_type==3",
        definition=(
            "Yes when nobody saw the collapse or the clock time was worked out afterwards",
            "无人目睹或事后推算的时间填“是”",
        ),
    )
    witnessed = fields.Code(
        "Arrest witnessed",
        "有目击者",
        section="Cardiac arrest and ECPR",
        codes=YES_NO_UNKNOWN,
        conditional=True,
        when="support_type==3",
        definition=(
            "Collapse seen or heard by anyone, or shown on a monitor; found already collapsed is no",
            "有人看到或听到，或监护仪捕捉到；发现时已倒地填“否”",
        ),
    )
    bystander_cpr = fields.Code(
        "Bystander CPR",
        "旁观者CPR",
        section="Cardiac arrest and ECPR",
        codes=YES_NO_UNKNOWN,
        conditional=True,
        when="support_type==3 and arrest_location==1",
        definition=(
            "Compressions before the ambulance crew by anyone not sent to the call, phone-guided included; breaths alone is no",
            "急救人员到达前由在场者按压，含电话指导；仅人工呼吸填“否”",
        ),
    )
    cpr_start_at = fields.Moment(
        "First chest compressions",
        "首次胸外按压时间",
        section="Cardiac arrest and ECPR",
        conditional=True,
        when="support_type==3",
        definition=("By anyone, including bystanders", "由任何人实施均计，包括旁观者"),
    )
    ems_arrival_at = fields.Moment(
        "Ambulance arrival",
        "急救人员到达时间",
        section="Cardiac arrest and ECPR",
        when="support_type==3 and arrest_location==1",
        definition=(
            "First crew on the scene, from the dispatch record; not the time of the call or of departure",
            "首批急救人员到现场时间，取自调度记录；不是呼救或离开时间",
        ),
    )
    hospital_arrival_at = fields.Moment(
        "Hospital arrival",
        "到达医院时间",
        section="Cardiac arrest and ECPR",
        conditional=True,
        when="support_type==3 and arrest_location==1",
        definition=(
            "First hospital reached after the collapse, from its emergency record; not the time of triage or admission",
            "倒地后到达首家医院的时间，取自急诊记录；不是分诊或入院时间",
        ),
    )
    initial_rhythm = fields.Code(
        "First recorded rhythm",
        "初始心律",
        section="Cardiac arrest and ECPR",
        codes=RHYTHM,
        conditional=True,
        when="support_type==3",
        definition=("First rhythm analyzed", "首次分析的心律"),
        source="sourced: S14, S08",
    )
    rhythm_at_cannulation = fields.Code(
        "Rhythm at cannulation",
        "置管时心律",
        section="Cardiac arrest and ECPR",
        codes=RHYTHM,
        when="support_type==3",
        definition=(
            "Last rhythm check before the first puncture or incision; the first rhythm has its own field",
            "首次穿刺或切开前最后一次心律判读；首个心律另有字段",
        ),
    )
    arrest_cause = fields.Code(
        "Cause of arrest",
        "心搏骤停病因",
        section="Cardiac arrest and ECPR",
        codes=ARREST_CAUSE,
        conditional=True,
        when="support_type==3",
        definition=(
            "The single most likely cause in light of all findings up to discharge, not only the first suspicion",
            "综合至出院的全部资料，填最可能的单一病因，不限于最初判断",
        ),
        source="sourced: S15",
    )
    shocks_count = fields.Number(
        "Defibrillation shocks before ECLS",
        "除颤次数",
        section="Cardiac arrest and ECPR",
        unit="count",
        soft=Ranges(all=(0, 20)),
        hard=Ranges(all=(0, 100)),
        when="support_type==3",
        definition=(
            "All from collapse to flow, AED and ambulance shocks included; failed ones count too. 0 if none",
            "倒地至转流的全部电击，含 AED 和院前；无效者也计。无则填 0",
        ),
    )
    epinephrine_total_mg = fields.DecimalNumber(
        "Epinephrine total during CPR",
        "肾上腺素总量",
        section="Cardiac arrest and ECPR",
        places=2,
        unit="mg",
        soft=Ranges(all=(0, 20)),
        hard=Ranges(all=(0, 200)),
        when="support_type==3",
        definition=(
            "All bolus doses from collapse to flow, ambulance included; infusions do not count. 0 if none",
            "倒地至转流全部推注量合计，含院前；持续泵注不计。无则填 0",
        ),
    )
    cpr_technique = fields.Code(
        "CPR technique",
        "按压方式",
        section="Cardiac arrest and ECPR",
        codes=CPR_TYPE,
        when="support_type==3",
        definition=(
            "All the compressions from collapse to flow; both when a device took over from hands",
            "按倒地至转流全程；徒手后改机械填“两者”",
        ),
    )
    rosc_before_ecls = fields.Code(
        "Any ROSC before ECLS",
        "ECLS前恢复自主循环",
        section="Cardiac arrest and ECPR",
        codes=YES_NO_UNKNOWN,
        conditional=True,
        when="support_type==3",
        definition=("Any return, also transient", "任何恢复，包括一过性恢复"),
        source="sourced: S15",
    )
    rosc_sustained = fields.Code(
        "Sustained ROSC (20 min or more)",
        "持续ROSC(≥20分钟)",
        section="Cardiac arrest and ECPR",
        codes=YES_NO_UNKNOWN,
        conditional=True,
        when="support_type==3 and rosc_before_ecls==1",
        definition=(
            "20 consecutive minutes without compressions; if yes the run is cardiac, not ECPR",
            "连续 20 min 无按压；如为“是”，该次辅助属循环支持，而非 ECPR",
        ),
        source="sourced: S13",
    )
    rosc_at = fields.Moment(
        "First ROSC",
        "首次ROSC时间",
        section="Cardiac arrest and ECPR",
        when="support_type==3 and rosc_before_ecls==1",
        definition=(
            "First return of a pulse after the collapse, even if brief; later returns do not change it",
            "倒地后首次恢复脉搏的时间，短暂者也算；此后再恢复不改",
        ),
    )
    ecpr_call_at = fields.Moment(
        "ECPR team activated",
        "ECPR团队启动时间",
        section="Cardiac arrest and ECPR",
        when="support_type==3",
        definition=(
            "When the call to the team was made; not when the team arrived",
            "呼叫团队的时间；不是团队到场的时间",
        ),
    )
    etco2_during_cpr = fields.DecimalNumber(
        "End-tidal CO2 during CPR",
        "复苏期间呼末二氧化碳",
        section="Cardiac arrest and ECPR",
        places=1,
        unit="mmHg",
        alt_units=(Unit("kPa", 1 / Decimal("7.5006")),),
        soft=Ranges(all=(5, 60)),
        hard=Ranges(all=(0, 150)),
        when="support_type==3",
        definition=(
            "Last stable waveform reading during compressions before flow; not a value taken during ROSC",
            "转流前按压期间最后一次波形稳定的读数；ROSC 期间的值不取",
        ),
    )
    cpr_ph = fields.DecimalNumber(
        "pH during CPR (last before flow)",
        "复苏期间pH",
        section="Cardiac arrest and ECPR",
        places=3,
        soft=Ranges(all=(6.6, 7.5)),
        hard=Ranges(all=(6.2, 8)),
        when="support_type==3",
        definition=(
            "Blood gas drawn during compressions; arterial preferred, venous accepted if it is the only one",
            "按压期间采集的血气；首选动脉血，仅有静脉血时亦可",
        ),
    )
    cpr_lactate = fields.DecimalNumber(
        "Lactate during CPR (last before flow)",
        "复苏期间乳酸",
        section="Cardiac arrest and ECPR",
        places=1,
        unit="mmol/L",
        alt_units=(Unit("mg/dL", Decimal("9.01")),),
        soft=Ranges(all=(2, 25)),
        hard=Ranges(all=(0.1, 40)),
        when="support_type==3",
        definition=(
            "Chinese multicenter study: lactate is a pre-ECLS risk factor",
            "国内多中心研究：乳酸为 ECLS 前危险因素",
        ),
        source="sourced: S15",
    )
    cpr_potassium = fields.DecimalNumber(
        "Potassium during CPR",
        "复苏期间血钾",
        section="Cardiac arrest and ECPR",
        places=1,
        unit="mmol/L",
        soft=Ranges(all=(2.5, 8)),
        hard=Ranges(all=(0.8, 20)),
        when="support_type==3",
        definition=(
            "Last sample during compressions before flow, blood gas or laboratory; a hemolyzed sample does not count",
            "转流前按压期间最后一次，血气或检验科均可；溶血标本不计",
        ),
    )
    signs_of_life = fields.Code(
        "Signs of life during CPR",
        "复苏期间生命征象",
        section="Cardiac arrest and ECPR",
        codes=YES_NO_UNKNOWN,
        when="support_type==3",
        definition=("Gasping, movement or pupil reaction", "喘息样呼吸、肢体活动或瞳孔对光反射"),
    )
    ttm_used = fields.Code(
        "Targeted temperature management after ECPR",
        "目标体温管理",
        section="Cardiac arrest and ECPR",
        codes=YES_NO,
        conditional=True,
        when="support_type==3",
        definition=(
            "Temperature actively held at a set target, normothermia or circuit heat exchanger included; antipyretics alone is no",
            "按设定目标主动控温，含常温目标和变温水箱；仅用退热药填“否”",
        ),
        source="sourced: S08",
    )
    ttm_target = fields.DecimalNumber(
        "Target temperature",
        "目标温度",
        section="Cardiac arrest and ECPR",
        places=1,
        unit="°C",
        soft=Ranges(all=(32, 37.5)),
        hard=Ranges(all=(30, 38)),
        conditional=True,
        when="support_type==3 and ttm_used==1",
        definition=(
            "Temperature ordered, not the one reached; the first order if it was changed",
            "医嘱设定值，不是实测值；有更改者填首次设定",
        ),
    )
    ttm_hours = fields.Number(
        "Hours at target",
        "维持时长",
        section="Cardiac arrest and ECPR",
        unit="h",
        soft=Ranges(all=(12, 72)),
        hard=Ranges(all=(0, 240)),
        when="support_type==3 and ttm_used==1",
        definition=(
            "From reaching the target to the start of rewarming or end of control; cooling and rewarming do not count",
            "达到目标至复温或停止控温的时间；降温和复温过程不计",
        ),
    )
    ct_head_first = fields.Code(
        "Early head CT",
        "早期头颅CT",
        section="Cardiac arrest and ECPR",
        codes=YES_NO,
        when="support_type==3",
        definition=(
            "Yes when done in the first work-up after ECPR; a later scan for new signs is no",
            "ECPR 后首轮检查中完成填“是”；之后因新体征补做填“否”",
        ),
    )

    class Meta:
        db_table = "registry_ecpr"

    def __str__(self) -> str:
        return f"{self.run} ecpr"
