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
        "Hospital level", "医院等级", section="", codes=HOSPITAL_LEVEL, required=True, source="sourced: S18"
    )
    hospital_type = fields.Code("Hospital type", "医院类型", section="", codes=HOSPITAL_TYPE, required=True)
    ownership = fields.Code("Ownership", "所有制", section="", codes=OWNERSHIP)
    bed_count = fields.Number(
        "Beds in use",
        "实际开放床位",
        section="",
        unit="beds",
        soft=Ranges(all=(300, 6000)),
        hard=Ranges(all=(10, 15000)),
        required=True,
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
    programs = fields.Codes("ECLS program types", "ECLS项目类型", section="", codes=PROGRAM, required=True)
    elso_member = fields.Code("ELSO membership", "ELSO会员状态", section="", codes=ELSO_MEMBER, required=True)
    elso_center_id = fields.Line(
        "ELSO center number", "ELSO中心编号", section="", conditional=True, when="elso_member!=0"
    )
    csecls_member = fields.Code(
        "CSECLS member", "CSECLS成员单位", section="", codes=YES_NO, required=True, source="sourced: S16"
    )
    console_count = fields.Number(
        "ECLS consoles",
        "ECMO主机数量",
        section="",
        unit="count",
        soft=Ranges(all=(1, 20)),
        hard=Ranges(all=(0, 200)),
        required=True,
    )
    team_model = fields.Code("Team model", "团队模式", section="", codes=TEAM_MODEL, required=True)
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
    )
    specialist_nurse_count = fields.Number(
        "ECLS specialist nurses",
        "ECMO专科护士",
        section="",
        unit="persons",
        soft=Ranges(all=(0, 60)),
        hard=Ranges(all=(0, 500)),
    )
    nurse_patient_ratio = fields.DecimalNumber(
        "Nurse to patient ratio on ECLS",
        "护患比",
        section="",
        places=1,
        unit="ratio",
        soft=Ranges(all=(0.5, 2)),
        hard=Ranges(all=(0.2, 4)),
    )
    bedside_care = fields.Codes("Bedside circuit care by", "床旁管路管理", section="", codes=BEDSIDE)
    mobile_team = fields.Code("Mobile ECLS team", "移动ECMO团队", section="", codes=YES_NO, required=True)
    ecpr_24h = fields.Code("24 h ECPR availability", "24小时ECPR", section="", codes=YES_NO, required=True)
    heart_transplant_center = fields.Code(
        "Heart transplant on site", "心脏移植资质", section="", codes=YES_NO, required=True
    )
    lung_transplant_center = fields.Code(
        "Lung transplant on site", "肺移植资质", section="", codes=YES_NO, required=True
    )
    vad_program = fields.Code("Durable VAD program", "长期VAD项目", section="", codes=YES_NO)
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
        "ECLS follow-up clinic", "ECMO随访门诊", section="", codes=YES_NO, source="sourced: S25"
    )
    coordinator_name = fields.Line("Data coordinator", "数据协调员", section="", required=True)
    coordinator_phone = fields.Line("Coordinator phone", "协调员电话", section="", required=True)
    ethics_approval_no = fields.Line("Ethics approval number", "伦理批件号", section="", required=True)
    profile_year = fields.Number(
        "Year this profile describes",
        "概况对应年度",
        section="",
        unit="year",
        soft=Ranges(all=(2017, 2035)),
        hard=Ranges(all=(2000, 2100)),
        required=True,
        system=True,
    )

    class Meta:
        db_table = "centers_centeryear"
        ordering = ("-profile_year",)
        constraints = [
            models.UniqueConstraint(fields=["center", "profile_year"], name="profile_once_per_year")
        ]

    def __str__(self) -> str:
        return f"{self.center} {self.profile_year}"
