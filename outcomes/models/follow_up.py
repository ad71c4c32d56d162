"""One contact with a patient after discharge, or what was learned without one."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from centers.history import tracked
from crf import fields
from crf.checks import answers
from crf.codelists.center import YES_NO
from crf.codelists.followup import (
    DEV_OUTCOME,
    EQ5D_LEVEL,
    FU_METHOD,
    FU_RESPONDENT,
    FU_WINDOW,
    NYHA,
    RESIDENCE,
    VITAL,
    WORK,
)
from crf.codelists.outcome import DEATH_CAUSE, MRS, TRANSPLANT, VAD
from crf.codelists.people import CPC, PCPC, POPC, YES_NO_UNKNOWN
from crf.items import Ranges
from registry.models import Case
from registry.models.parts import Part


@tracked()
@answers
class FollowUp(Part):
    """The answers of one follow-up window of a case. Windows without answers are computed, never stored.

    ``fu_window`` and ``fu_year`` name the window and never change; only ``YN`` has a year, from 6 onward.
    """

    entity = "followup"

    case = models.ForeignKey(Case, models.CASCADE, related_name="follow_ups")
    source_ref = models.CharField(max_length=100, default="", blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    fu_window = fields.Code(
        "Window",
        "随访时间窗",
        section="Contact",
        codes=FU_WINDOW,
        required=True,
        definition=(
            "Counted from ECLS start (EXCEL counts 6 months from initiation)",
            "自 ECLS 启动起算（国际研究的 6 个月亦自启动起算）",
        ),
        source="sourced: S20, S21; judgement",
        system=True,
        null=False,
        blank=False,
    )
    fu_year = fields.Number(
        "Year of later contact",
        "第几年随访",
        section="Contact",
        unit="years",
        hard=Ranges(all=(6, 99)),
        conditional=True,
        when="fu_window=='YN'",
        null=True,
        definition=("Whole years since ECLS start; from year 6 onward", "自 ECLS 启动起的整年数，第 6 年起"),
        system=True,
    )
    fu_date = fields.Day(
        "Date of contact",
        "随访日期",
        section="Contact",
        required=True,
        definition=(
            "Day the contact took place, not the day of entry; record only: date of the latest entry used",
            "实际联系的日期，不是录入日期；仅查病历者填所用最近一条记录的日期",
        ),
    )
    fu_method = fields.Code(
        "How contacted",
        "随访方式",
        section="Contact",
        codes=FU_METHOD,
        required=True,
        definition=("The contact that gave most of the answers", "获得大部分信息的那次联系方式"),
    )
    fu_respondent = fields.Code(
        "Respondent",
        "应答者",
        section="Contact",
        codes=FU_RESPONDENT,
        conditional=True,
        when="fu_vital_status==1",
        source="sourced: S24",
        definition=(
            "Proxy: a relative or carer who knows the patient's daily life",
            "代理人：了解患者日常情况的亲属或照护者",
        ),
    )
    fu_vital_status = fields.Code(
        "Vital status",
        "生存状态",
        section="Contact",
        codes=VITAL,
        required=True,
        definition=(
            "On the date of contact. Lost to follow-up: not reached after three tries",
            "联系当日的状态。三次联系不上，记为失访",
        ),
    )
    fu_death_date = fields.Day(
        "Date of death",
        "死亡日期",
        section="Contact",
        conditional=True,
        when="fu_vital_status==2",
        definition=(
            "From the death certificate, the death register or the family",
            "取自死亡证明、死因登记或家属",
        ),
    )
    fu_death_cause = fields.Code(
        "Cause of death",
        "死因",
        section="Contact",
        codes=DEATH_CAUSE,
        conditional=True,
        when="fu_vital_status==2",
        definition=("The one condition that led most directly to death", "最直接导致死亡的单一原因"),
    )
    fu_last_known_alive = fields.Day(
        "Last known alive",
        "最后确认存活日期",
        section="Contact",
        conditional=True,
        when="fu_vital_status in (3,4) or (fu_vital_status==2 and fu_death_date is None)",
        definition=(
            "Also when the patient is dead but the date is unknown",
            "患者已死亡但日期不详时亦须填写",
        ),
    )
    fu_residence = fields.Code(
        "Living situation",
        "居住情况",
        section="Contact",
        codes=RESIDENCE,
        conditional=True,
        when="fu_vital_status==1",
        definition=("Where the patient lives on the date of contact", "联系当日的居住情况"),
    )
    fu_work_status = fields.Code(
        "Work or school",
        "工作/上学状态",
        section="Contact",
        codes=WORK,
        conditional=True,
        when="fu_vital_status==1",
        definition=(
            "On the date of contact, compared with before the illness; school for children",
            "联系当日，与病前比较；儿童填上学情况",
        ),
    )
    fu_return_work_date = fields.Day(
        "Date of return to work or school",
        "恢复工作/上学日期",
        section="Contact",
        when="fu_work_status in (1,2)",
        definition=("First day back, part time included", "恢复首日，含部分恢复"),
    )
    fu_readmissions = fields.Number(
        "Unplanned readmissions since last contact",
        "非计划再入院次数",
        section="Contact",
        unit="count",
        soft=Ranges(all=(0, 5)),
        hard=Ranges(all=(0, 50)),
        conditional=True,
        when="fu_vital_status==1",
        definition=(
            "Unplanned hospital admissions since the last follow-up (the first time: since discharge). Planned admissions and clinic visits do not count",
            "自上次随访（首次随访自出院）以来的非计划住院次数。计划住院和门诊不计",
        ),
    )
    fu_dialysis = fields.Code(
        "Dialysis dependent",
        "依赖透析",
        section="Contact",
        codes=YES_NO,
        conditional=True,
        when="fu_vital_status==1",
        definition=("Regular dialysis on the date of contact", "联系当日仍规律透析"),
    )
    fu_home_oxygen = fields.Code(
        "Home oxygen",
        "家庭氧疗",
        section="Contact",
        codes=YES_NO,
        conditional=True,
        when="fu_vital_status==1",
        definition=(
            "Oxygen used at home on the date of contact, any part of the day",
            "联系当日仍在家吸氧，不限每日时长",
        ),
    )
    fu_home_ventilation = fields.Code(
        "Home ventilation",
        "家庭通气",
        section="Contact",
        codes=YES_NO,
        when="fu_vital_status==1",
        definition=(
            "Invasive or non-invasive on the date of contact; CPAP for sleep apnoea only does not count",
            "联系当日仍用有创或无创通气；仅因睡眠呼吸暂停用 CPAP 不计",
        ),
    )
    fu_transplant = fields.Code(
        "Transplant since last contact",
        "期间移植",
        section="Contact",
        codes=TRANSPLANT,
        definition=(
            "Since the last follow-up (the first time: since discharge)",
            "自上次随访（首次随访自出院）以来",
        ),
    )
    fu_vad = fields.Code(
        "VAD since last contact",
        "期间VAD",
        section="Contact",
        codes=VAD,
        definition=(
            "Since the last follow-up (the first time: since discharge)",
            "自上次随访（首次随访自出院）以来",
        ),
    )
    fu_limb_amputation = fields.Code(
        "Amputation or persistent limb damage",
        "截肢/肢体后遗症",
        section="Contact",
        codes=YES_NO,
        when="fu_vital_status==1",
        definition=(
            "Amputation, or weakness, numbness or pain still present, in a limb affected by ECLS",
            "受 ECLS 影响的肢体截肢，或仍有无力、麻木、疼痛",
        ),
    )
    fu_mrs = fields.Code(
        "mRS",
        "改良Rankin量表",
        section="Neurological and functional",
        codes=MRS,
        conditional=True,
        when="fu_vital_status==1 and age_at_followup>=18",
        definition=("State on the date of contact", "联系当日状态"),
    )
    fu_cpc = fields.Code(
        "CPC",
        "脑功能分类",
        section="Neurological and functional",
        codes=CPC,
        conditional=True,
        when="fu_vital_status==1 and age_at_followup>=18",
        definition=("State on the date of contact", "联系当日状态"),
        source="sourced: S27",
    )
    fu_pcpc = fields.Code(
        "PCPC",
        "儿科脑功能分类",
        section="Neurological and functional",
        codes=PCPC,
        conditional=True,
        when="fu_vital_status==1 and age_at_followup<18",
        definition=(
            "State on the date of contact, compared with what is normal for age",
            "联系当日状态，以同龄正常水平为参照",
        ),
        source="sourced: S28",
    )
    fu_popc = fields.Code(
        "POPC",
        "儿科总体功能分类",
        section="Neurological and functional",
        codes=POPC,
        when="fu_vital_status==1 and age_at_followup<18",
        definition=(
            "State on the date of contact, compared with what is normal for age",
            "联系当日状态，以同龄正常水平为参照",
        ),
        source="sourced: S28",
    )
    fu_barthel = fields.Number(
        "Barthel index",
        "Barthel指数",
        section="Neurological and functional",
        unit="score",
        soft=Ranges(all=(0, 100)),
        hard=Ranges(all=(0, 100)),
        when="fu_vital_status==1 and age_at_followup>=18",
        definition=("Multiples of 5", "取 5 的倍数"),
    )
    fu_katz = fields.Number(
        "Katz ADL",
        "Katz日常生活活动",
        section="Neurological and functional",
        unit="score",
        soft=Ranges(all=(0, 6)),
        hard=Ranges(all=(0, 6)),
        when="fu_vital_status==1 and age_at_followup>=18",
        definition=(
            "Number of the 6 activities done independently, 0 to 6",
            "6 项活动中能独立完成的项数，0–6",
        ),
    )
    fu_whodas_items = fields.Line(
        "WHODAS 2.0, 12 items (S1-S12), each 0-4",
        "WHODAS 2.0 12项",
        section="Neurological and functional",
        when="fu_vital_status==1 and age_at_followup>=18",
        definition=(
            "None, mild, moderate, severe, extreme scored 0 to 4; stored as 12 digits",
            "无、轻度、中度、重度、极重度分别计 0–4 分；以 12 位数字存储",
        ),
        source="sourced: S26",
    )
    fu_nyha = fields.Code(
        "NYHA class",
        "NYHA心功能分级",
        section="Neurological and functional",
        codes=NYHA,
        when="fu_vital_status==1",
        definition=("Symptoms on the date of contact", "按联系当日症状分级"),
    )
    fu_6mwd = fields.Number(
        "Six-minute walk distance",
        "6分钟步行距离",
        section="Neurological and functional",
        unit="m",
        soft=Ranges(all=(50, 700)),
        hard=Ranges(all=(0, 1200)),
        when="fu_vital_status==1",
        definition=(
            "Test inside the follow-up window; if several, the one nearest the contact",
            "随访时间窗内的测试；多次者取最接近联系日期者",
        ),
    )
    fu_lvef = fields.Number(
        "LV ejection fraction",
        "左室射血分数",
        section="Neurological and functional",
        unit="%",
        soft=Ranges(all=(15, 75)),
        hard=Ranges(all=(0, 95)),
        when="fu_vital_status==1",
        definition=(
            "Echo inside the follow-up window; if several, the one nearest the contact",
            "随访时间窗内的超声心动图；多次者取最接近联系日期者",
        ),
    )
    fu_fev1_percent = fields.Number(
        "FEV1 % predicted",
        "FEV1占预计值",
        section="Neurological and functional",
        unit="%",
        soft=Ranges(all=(20, 130)),
        hard=Ranges(all=(5, 200)),
        when="fu_vital_status==1",
        definition=(
            "Per cent predicted as printed on the report, before bronchodilator; test inside the window",
            "报告所示占预计值百分比，用支气管舒张剂前；时间窗内的检查",
        ),
    )
    fu_fvc_percent = fields.Number(
        "FVC % predicted",
        "FVC占预计值",
        section="Neurological and functional",
        unit="%",
        soft=Ranges(all=(20, 130)),
        hard=Ranges(all=(5, 200)),
        when="fu_vital_status==1",
        definition=(
            "Per cent predicted as printed on the report, before bronchodilator; test inside the window",
            "报告所示占预计值百分比，用支气管舒张剂前；时间窗内的检查",
        ),
    )
    fu_dlco_percent = fields.Number(
        "DLCO % predicted",
        "DLCO占预计值",
        section="Neurological and functional",
        unit="%",
        soft=Ranges(all=(20, 130)),
        hard=Ranges(all=(5, 200)),
        when="fu_vital_status==1",
        definition=(
            "Per cent predicted as printed on the report; test inside the window",
            "报告所示占预计值百分比；时间窗内的检查",
        ),
    )
    fu_eq5d_mobility = fields.Code(
        "EQ-5D-5L mobility",
        "EQ-5D行动能力",
        section="Quality of life and mental health",
        codes=EQ5D_LEVEL,
        conditional=True,
        when="fu_vital_status==1 and age_at_followup>=16 and fu_method in (1,2,3,4) and fu_window!='DIS'",
        definition=(
            "Level for the day of contact, 1 (none) to 5 (worst)",
            "联系当日的水平，1（无）至 5（最重）",
        ),
        source="sourced: S24",
    )
    fu_eq5d_selfcare = fields.Code(
        "EQ-5D-5L self-care",
        "EQ-5D自我照顾",
        section="Quality of life and mental health",
        codes=EQ5D_LEVEL,
        conditional=True,
        when="fu_vital_status==1 and age_at_followup>=16 and fu_method in (1,2,3,4) and fu_window!='DIS'",
        definition=(
            "Level for the day of contact, 1 (none) to 5 (worst)",
            "联系当日的水平，1（无）至 5（最重）",
        ),
        source="sourced: S24",
    )
    fu_eq5d_activity = fields.Code(
        "EQ-5D-5L usual activities",
        "EQ-5D日常活动",
        section="Quality of life and mental health",
        codes=EQ5D_LEVEL,
        conditional=True,
        when="fu_vital_status==1 and age_at_followup>=16 and fu_method in (1,2,3,4) and fu_window!='DIS'",
        definition=(
            "Level for the day of contact, 1 (none) to 5 (worst)",
            "联系当日的水平，1（无）至 5（最重）",
        ),
        source="sourced: S24",
    )
    fu_eq5d_pain = fields.Code(
        "EQ-5D-5L pain or discomfort",
        "EQ-5D疼痛/不适",
        section="Quality of life and mental health",
        codes=EQ5D_LEVEL,
        conditional=True,
        when="fu_vital_status==1 and age_at_followup>=16 and fu_method in (1,2,3,4) and fu_window!='DIS'",
        definition=("Also serves as the core pain item", "同时作为疼痛核心条目"),
        source="sourced: S24",
    )
    fu_eq5d_anxiety = fields.Code(
        "EQ-5D-5L anxiety or depression",
        "EQ-5D焦虑/抑郁",
        section="Quality of life and mental health",
        codes=EQ5D_LEVEL,
        conditional=True,
        when="fu_vital_status==1 and age_at_followup>=16 and fu_method in (1,2,3,4) and fu_window!='DIS'",
        definition=(
            "Level for the day of contact, 1 (none) to 5 (worst)",
            "联系当日的水平，1（无）至 5（最重）",
        ),
        source="sourced: S24",
    )
    fu_eq5d_vas = fields.Number(
        "EQ-5D visual analogue scale",
        "EQ-5D视觉模拟评分",
        section="Quality of life and mental health",
        unit="score",
        soft=Ranges(all=(0, 100)),
        hard=Ranges(all=(0, 100)),
        conditional=True,
        when="fu_vital_status==1 and age_at_followup>=16 and fu_method in (1,2,3,4) and fu_window!='DIS'",
        definition=(
            "Health on the day of contact, 0 (worst) to 100 (best)",
            "联系当日的健康状况，0（最差）至 100（最好）",
        ),
        source="sourced: S24",
    )
    fu_sf36_pcs = fields.DecimalNumber(
        "SF-36 physical component",
        "SF-36躯体总评",
        section="Quality of life and mental health",
        places=1,
        unit="T score",
        soft=Ranges(all=(15, 65)),
        hard=Ranges(all=(0, 100)),
        when="fu_vital_status==1 and age_at_followup>=16",
        definition=(
            "Summary T score (mean 50), not a 0 to 100 domain score",
            "总评 T 分（均值 50），不是 0–100 的维度分",
        ),
        source="sourced: S24, S41",
    )
    fu_sf36_mcs = fields.DecimalNumber(
        "SF-36 mental component",
        "SF-36心理总评",
        section="Quality of life and mental health",
        places=1,
        unit="T score",
        soft=Ranges(all=(15, 70)),
        hard=Ranges(all=(0, 100)),
        when="fu_vital_status==1 and age_at_followup>=16",
        definition=(
            "Summary T score (mean 50), not a 0 to 100 domain score",
            "总评 T 分（均值 50），不是 0–100 的维度分",
        ),
        source="sourced: S24, S41",
    )
    fu_hads_anxiety = fields.Number(
        "HADS anxiety",
        "HADS焦虑分",
        section="Quality of life and mental health",
        unit="score",
        soft=Ranges(all=(0, 21)),
        hard=Ranges(all=(0, 21)),
        when="fu_vital_status==1 and age_at_followup>=16",
        definition=("8 or more: possible case", "≥ 8 分：可疑"),
        source="sourced: S24",
    )
    fu_hads_depression = fields.Number(
        "HADS depression",
        "HADS抑郁分",
        section="Quality of life and mental health",
        unit="score",
        soft=Ranges(all=(0, 21)),
        hard=Ranges(all=(0, 21)),
        when="fu_vital_status==1 and age_at_followup>=16",
        definition=("8 or more: possible case", "≥ 8 分：可疑"),
        source="sourced: S24",
    )
    fu_iesr_total = fields.Number(
        "IES-R total",
        "事件影响量表(IES-R)总分",
        section="Quality of life and mental health",
        unit="score",
        soft=Ranges(all=(0, 88)),
        hard=Ranges(all=(0, 88)),
        when="fu_vital_status==1 and age_at_followup>=16",
        definition=(
            "22 items 0-4; mean 1.6 or more suggests PTSD symptoms (judgement)",
            "22 项，每项 0–4 分；均分 ≥ 1.6 提示 PTSD 症状（判断值）",
        ),
        source="sourced: S24",
    )
    fu_pcl5 = fields.Number(
        "PCL-5 total",
        "PCL-5总分",
        section="Quality of life and mental health",
        unit="score",
        soft=Ranges(all=(0, 80)),
        hard=Ranges(all=(0, 80)),
        when="fu_vital_status==1 and age_at_followup>=18",
        definition=("31 to 33 or more: probable PTSD (judgement)", "≥ 31–33 分：很可能为 PTSD（判断值）"),
    )
    fu_moca = fields.Number(
        "MoCA total",
        "蒙特利尔认知评估总分",
        section="Quality of life and mental health",
        unit="score",
        soft=Ranges(all=(0, 30)),
        hard=Ranges(all=(0, 30)),
        when="fu_vital_status==1 and age_at_followup>=18",
        definition=(
            "Under 26 suggests impairment; education correction",
            "< 26 分提示认知障碍；须作教育年限校正",
        ),
        source="sourced: S24",
    )
    fu_moca_blind = fields.Number(
        "MoCA-BLIND (telephone)",
        "电话MoCA",
        section="Quality of life and mental health",
        unit="score",
        soft=Ranges(all=(0, 22)),
        hard=Ranges(all=(0, 22)),
        when="fu_vital_status==1 and age_at_followup>=18 and fu_method==2",
        definition=("Telephone version without visual items", "电话版，不含视觉条目"),
        source="sourced: S24",
    )
    fu_weight_kg = fields.DecimalNumber(
        "Weight",
        "体重",
        section="Children",
        places=1,
        unit="kg",
        soft=Ranges(all=(1.5, 100)),
        hard=Ranges(all=(0.4, 400)),
        conditional=True,
        when="fu_vital_status==1 and age_at_followup<18",
        definition=(
            "Measured at the visit; by telephone, the latest measured value",
            "就诊时实测；电话随访填最近一次实测值",
        ),
    )
    fu_height_cm = fields.DecimalNumber(
        "Height or length",
        "身高/身长",
        section="Children",
        places=1,
        unit="cm",
        soft=Ranges(all=(40, 190)),
        hard=Ranges(all=(20, 260)),
        conditional=True,
        when="fu_vital_status==1 and age_at_followup<18",
        definition=(
            "Measured at the visit; lying length under 2 years. By telephone, the latest measured value",
            "就诊时实测，2 岁以下测卧位身长；电话随访填最近一次实测值",
        ),
    )
    fu_head_circumference_cm = fields.DecimalNumber(
        "Head circumference",
        "头围",
        section="Children",
        places=1,
        unit="cm",
        soft=Ranges(all=(30, 55)),
        hard=Ranges(all=(15, 80)),
        conditional=True,
        when="fu_vital_status==1 and age_at_followup<3",
        definition=("Largest circumference over brow and occiput", "经眉弓至枕部的最大周径"),
    )
    fu_development_result = fields.Code(
        "Developmental assessment",
        "发育评估结果",
        section="Children",
        codes=DEV_OUTCOME,
        conditional=True,
        when="fu_vital_status==1 and age_at_followup<18",
        definition=(
            "Structured neurodevelopmental follow-up is recommended through adolescence",
            "建议结构化神经发育随访至青春期",
        ),
        source="sourced: S25",
    )
    fu_development_tool = fields.Line(
        "Instrument used",
        "评估工具",
        section="Children",
        when="fu_development_result!=9",
        definition=(
            "For example Bayley, Gesell, Wechsler, ASQ Chinese versions",
            "例如 Bayley、Gesell、Wechsler、ASQ 的中文版",
        ),
        source="sourced: S25",
    )
    fu_dq_iq = fields.Number(
        "Developmental or intelligence quotient",
        "发育商/智商",
        section="Children",
        unit="score",
        soft=Ranges(all=(50, 140)),
        hard=Ranges(all=(20, 180)),
        when="fu_development_result!=9",
        definition=("Overall score of the instrument named above", "上述评估工具的总分"),
        source="sourced: S25",
    )
    fu_hearing_loss = fields.Code(
        "Hearing loss",
        "听力损失",
        section="Children",
        codes=YES_NO_UNKNOWN,
        conditional=True,
        when="fu_vital_status==1 and age_at_followup<18",
        definition=("Sensorineural loss is a known sequela", "感音神经性听力损失为已知后遗症"),
        source="sourced: S25",
    )
    fu_school_performance = fields.Code(
        "Attends regular school class",
        "普通班级就读",
        section="Children",
        codes=YES_NO_UNKNOWN,
        when="fu_vital_status==1 and age_at_followup>=6 and age_at_followup<18",
        definition=(
            "In a regular class on the date of contact; a special class or school is no",
            "联系当日在普通班级就读；特殊班级或学校填“否”",
        ),
        source="sourced: S25",
    )
    fu_pedsql_total = fields.DecimalNumber(
        "PedsQL total",
        "PedsQL总分",
        section="Children",
        places=1,
        unit="score",
        soft=Ranges(all=(0, 100)),
        hard=Ranges(all=(0, 100)),
        when="fu_vital_status==1 and age_at_followup>=2 and age_at_followup<18",
        definition=("Total score 0 to 100, higher is better", "总分 0–100，越高越好"),
    )

    class Meta:
        db_table = "outcomes_followup"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "fu_window", "fu_year"],
                nulls_distinct=False,
                name="follow_up_once_per_window",
            ),
            models.CheckConstraint(
                condition=Q(fu_window="YN", fu_year__isnull=False)
                | (~Q(fu_window="YN") & Q(fu_year__isnull=True)),
                name="follow_up_year_of_later_contact",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.fu_window}{self.fu_year or ''}"
