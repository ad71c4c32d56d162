"""What a center says of itself for one calendar year (form 11)."""

from django.db import models

from centers.history import tracked
from centers.models.scoped import CenterScopedModel
from crf import fields
from crf.checks import answers
from crf.codelists.center import (
    BEDSIDE,
    ELSO_MEMBER,
    HOSPITAL_LEVEL,
    HOSPITAL_TYPE,
    OWNERSHIP,
    PROGRAM,
    TEAM_MODEL,
    YES_NO,
)
from crf.items import Ranges
from crf.models import Answers


@tracked()
@answers
class CenterYear(Answers, CenterScopedModel):
    """The profile of a center in one calendar year."""

    entity = "center_year"

    hospital_level = fields.Code(
        "Hospital level",
        "医院等级",
        section="",
        codes=HOSPITAL_LEVEL,
        required=True,
        source="sourced: S18",
        definition=("Current official grading", "现行官方评定等级"),
    )
    hospital_type = fields.Code(
        "Hospital type",
        "医院类型",
        section="",
        codes=HOSPITAL_TYPE,
        required=True,
        definition=("As registered on the practice licence", "以执业许可证登记为准"),
    )
    ownership = fields.Code(
        "Ownership",
        "所有制",
        section="",
        codes=OWNERSHIP,
        definition=("As registered on the practice licence", "以执业许可证登记为准"),
    )
    bed_count = fields.Number(
        "Beds in use",
        "实际开放床位",
        section="",
        unit="beds",
        soft=Ranges(all=(300, 6000)),
        hard=Ranges(all=(10, 15000)),
        required=True,
        definition=(
            "Open beds at the end of the profile year, not authorised beds",
            "概况年度末实际开放床位，不是编制床位",
        ),
    )
    icu_bed_count = fields.Number(
        "ICU beds (all)",
        "ICU床位",
        section="",
        unit="beds",
        soft=Ranges(all=(6, 300)),
        hard=Ranges(all=(1, 1500)),
        required=True,
        definition=(
            "An ICU is required to offer ECMO (draft national rule)",
            "开展 ECMO 须设 ICU（国家规范征求意见稿）",
        ),
        source="sourced: S19",
    )
    programs = fields.Codes(
        "ECLS program types",
        "ECLS项目类型",
        section="",
        codes=PROGRAM,
        required=True,
        definition=(
            "Every type the centre is able to provide in the profile year",
            "概况年度内中心能开展的全部类型",
        ),
    )
    elso_member = fields.Code(
        "ELSO membership",
        "ELSO会员状态",
        section="",
        codes=ELSO_MEMBER,
        required=True,
        definition=("Status at the end of the profile year", "概况年度末的状态"),
    )
    elso_center_id = fields.Line(
        "ELSO center number",
        "ELSO中心编号",
        section="",
        conditional=True,
        when="elso_member!=0",
        definition=("Number given by ELSO", "ELSO 分配的编号"),
    )
    csecls_member = fields.Code(
        "CSECLS member",
        "CSECLS成员单位",
        section="",
        codes=YES_NO,
        required=True,
        source="sourced: S16",
        definition=("Status at the end of the profile year", "概况年度末的状态"),
    )
    console_count = fields.Number(
        "ECLS consoles",
        "ECMO主机数量",
        section="",
        unit="count",
        soft=Ranges(all=(1, 20)),
        hard=Ranges(all=(0, 200)),
        required=True,
        definition=(
            "Working ECLS consoles, backup included; heart-lung machines do not count",
            "可用的 ECMO 主机，含备用机；体外循环机不计",
        ),
    )
    team_model = fields.Code(
        "Team model",
        "团队模式",
        section="",
        codes=TEAM_MODEL,
        required=True,
        definition=("Department that leads daily ECLS care", "主导日常 ECLS 管理的科室"),
    )
    trained_staff_count = fields.Number(
        "Trained ECLS staff",
        "经培训ECMO人员",
        section="",
        unit="persons",
        soft=Ranges(all=(3, 100)),
        hard=Ranges(all=(0, 1000)),
        required=True,
        definition=(
            "Draft national rule: at least 3 trained staff",
            "国家规范征求意见稿：经培训人员至少 3 名",
        ),
        source="sourced: S19",
    )
    trained_physician_count = fields.Number(
        "Of these, physicians",
        "其中执业医师",
        section="",
        unit="persons",
        soft=Ranges(all=(2, 60)),
        hard=Ranges(all=(0, 500)),
        required=True,
        definition=("Draft national rule: at least 2 physicians", "国家规范征求意见稿：医师至少 2 名"),
        source="sourced: S19",
    )
    perfusionist_count = fields.Number(
        "Perfusionists",
        "体外循环灌注师",
        section="",
        unit="persons",
        soft=Ranges(all=(0, 30)),
        hard=Ranges(all=(0, 200)),
        definition=(
            "Persons taking part in ECLS; count persons, not posts",
            "参与 ECLS 的人员；按人头计，不按岗位计",
        ),
    )
    specialist_nurse_count = fields.Number(
        "ECLS specialist nurses",
        "ECMO专科护士",
        section="",
        unit="persons",
        soft=Ranges(all=(0, 60)),
        hard=Ranges(all=(0, 500)),
        definition=(
            "Nurses with ECLS training who take part in ECLS care; count persons, not posts",
            "经 ECMO 培训并参与管理的护士；按人头计，不按岗位计",
        ),
    )
    nurse_patient_ratio = fields.DecimalNumber(
        "Nurse to patient ratio on ECLS",
        "护患比",
        section="",
        places=1,
        unit="ratio",
        soft=Ranges(all=(0.5, 2)),
        hard=Ranges(all=(0.2, 4)),
        definition=(
            "Usual nurses per ECLS patient on a shift: 1 = one nurse for one patient, 0.5 = one nurse for two",
            "每班每名 ECLS 患者的常规护士数：1 = 一护一患，0.5 = 一护两患",
        ),
    )
    bedside_care = fields.Codes(
        "Bedside circuit care by",
        "床旁管路管理",
        section="",
        codes=BEDSIDE,
        definition=(
            "Who usually checks and adjusts the circuit at the bedside, day and night",
            "日夜在床旁常规检查和调节管路的人员",
        ),
    )
    mobile_team = fields.Code(
        "Mobile ECLS team",
        "移动ECMO团队",
        section="",
        codes=YES_NO,
        required=True,
        definition=(
            "A team that can cannulate elsewhere or bring a patient in on ECLS",
            "可赴外院置管或带 ECLS 转运患者的团队",
        ),
    )
    ecpr_24h = fields.Code(
        "24 h ECPR availability",
        "24小时ECPR",
        section="",
        codes=YES_NO,
        required=True,
        definition=(
            "ECPR can be started at any hour, nights and holidays included",
            "任何时间均可启动 ECPR，含夜间和节假日",
        ),
    )
    heart_transplant_center = fields.Code(
        "Heart transplant on site",
        "心脏移植资质",
        section="",
        codes=YES_NO,
        required=True,
        definition=("Licensed and performed at this hospital", "本院有资质并实际开展"),
    )
    lung_transplant_center = fields.Code(
        "Lung transplant on site",
        "肺移植资质",
        section="",
        codes=YES_NO,
        required=True,
        definition=("Licensed and performed at this hospital", "本院有资质并实际开展"),
    )
    vad_program = fields.Code(
        "Durable VAD program",
        "长期VAD项目",
        section="",
        codes=YES_NO,
        definition=("Durable VADs are implanted at this hospital", "本院开展长期 VAD 植入"),
    )
    annual_runs = fields.Number(
        "Runs in last calendar year",
        "上一年ECLS例数",
        section="",
        unit="runs",
        soft=Ranges(all=(1, 200)),
        hard=Ranges(all=(0, 2000)),
        required=True,
        definition=(
            "Over 20 per year had better survival in China 2018",
            "2018 年全国数据：年例数 > 20 例者生存率较高",
        ),
        source="sourced: S17",
    )
    followup_clinic = fields.Code(
        "ECLS follow-up clinic",
        "ECMO随访门诊",
        section="",
        codes=YES_NO,
        source="sourced: S25",
        definition=("Planned outpatient visits for ECLS survivors", "为 ECLS 存活者设有计划性门诊随访"),
    )
    coordinator_name = fields.Line(
        "Data coordinator",
        "数据协调员",
        section="",
        required=True,
        definition=("Person the registry contacts about data", "登记工作中数据事宜的联系人"),
    )
    coordinator_phone = fields.Line(
        "Coordinator phone",
        "协调员电话",
        section="",
        required=True,
        definition=("Work number where the coordinator can be reached", "可联系到协调员的工作电话"),
    )
    ethics_approval_no = fields.Line(
        "Ethics approval number",
        "伦理批件号",
        section="",
        required=True,
        definition=(
            "As on the ethics committee letter that covers this registry",
            "适用于本登记的伦理委员会批件上的编号",
        ),
    )
    profile_year = fields.Number(
        "Year this profile describes",
        "概况对应年度",
        section="",
        unit="year",
        soft=Ranges(all=(2017, 2035)),
        hard=Ranges(all=(2000, 2100)),
        required=True,
        system=True,
        definition=(
            "Calendar year that the staff and equipment figures describe",
            "人员、设备等数据所对应的自然年",
        ),
    )

    class Meta:
        db_table = "centers_centeryear"
        ordering = ("-profile_year",)
        constraints = [
            models.UniqueConstraint(fields=["center", "profile_year"], name="profile_once_per_year")
        ]

    def __str__(self) -> str:
        return f"{self.center} {self.profile_year}"
