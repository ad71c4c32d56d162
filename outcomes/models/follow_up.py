"""One contact with a patient after discharge, or what was learned without one."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from centers.history import tracked
from crf import fields
from crf.checks import answers
from crf.codelists.center import YES_NO
from crf.codelists.followup import FU_METHOD, FU_RESPONDENT, FU_WINDOW, RESIDENCE, VITAL, WORK
from crf.codelists.outcome import DEATH_CAUSE, MRS, TRANSPLANT, VAD
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
