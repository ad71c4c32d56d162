"""The person treated, as one center knows them."""

from django.db import models

from centers.history import tracked
from crf import fields
from crf.checks import answers
from crf.codelists.ethnicity import ETHNICITY
from crf.codelists.people import CONTACT_RELATION, DELIVERY_MODE, ID_DOCUMENT, SEX, YES_NO_UNKNOWN
from crf.codelists.provinces import PROVINCE
from crf.items import Ranges
from registry.models.parts import Part


@tracked()
@answers
class Patient(Part):
    """One person in one center. The same person elsewhere is another row with the same ``person_key``."""

    entity = "patient"

    number = models.CharField(max_length=20, unique=True)
    person_key = models.CharField(max_length=64, db_index=True)
    document_hash = models.CharField(max_length=64, default="", blank=True)
    source_ref = models.CharField(max_length=100, default="", blank=True)

    id_document_type = fields.Code(
        "Identity document type",
        "证件类型",
        section="Identity",
        codes=ID_DOCUMENT,
        required=True,
        definition=(
            "The document whose number is entered below. A child's own document, never the mother's",
            "下方所填号码对应的证件。患儿须用本人证件，不用母亲证件",
        ),
    )
    sex = fields.Code(
        "Sex",
        "性别",
        section="Identity",
        codes=SEX,
        required=True,
        source="sourced: S08",
        definition=("As on the identity document", "以身份证件为准"),
    )
    birth_date = fields.Day(
        "Date of birth",
        "出生日期",
        section="Identity",
        required=True,
        definition=(
            "Unidentified patient: 1 July of the estimated year with the precision flag",
            "身份不明者：填估计年份的 7 月 1 日，并标注精度",
        ),
    )
    birth_time = fields.Clock(
        "Time of birth",
        "出生时间",
        section="Identity",
        conditional=True,
        when="age_group=='N'",
        definition=("Needed for age in hours in neonates", "用于计算新生儿小时龄"),
    )
    ethnicity = fields.Code(
        "Ethnic group",
        "民族",
        section="Identity",
        codes=ETHNICITY,
        definition=("As on the identity document", "以身份证件为准"),
    )
    residence_province = fields.Code(
        "Province of residence",
        "常住省份",
        section="Identity",
        codes=PROVINCE,
        required=True,
        definition=(
            "Where the patient mainly lives now, not the household registration",
            "目前主要居住地，不是户籍所在地",
        ),
    )
    contact_relation = fields.Code(
        "Relationship of contact 1",
        "联系人1关系",
        section="Identity",
        codes=CONTACT_RELATION,
        conditional=True,
        when="contact_phone is not None",
        definition=(
            "Relationship of the person who answers telephone 1 to the patient",
            "随访电话 1 接听人与患者的关系",
        ),
    )
    education_years = fields.Number(
        "Years of education",
        "受教育年限",
        section="Identity",
        unit="years",
        soft=Ranges(all=(0, 20)),
        hard=Ranges(all=(0, 30)),
        when="age_group=='A'",
        definition=("Needed for the MoCA education correction", "用于 MoCA 的教育年限校正"),
    )

    class Meta:
        db_table = "registry_patient"
        constraints = [
            models.UniqueConstraint(
                fields=["center", "document_hash"],
                condition=~models.Q(document_hash=""),
                name="patient_once_per_center_and_document",
            )
        ]

    def __str__(self) -> str:
        return self.number


@tracked()
@answers
class Perinatal(Part):
    """Birth history of a patient under one year of age."""

    entity = "patient"

    patient = models.OneToOneField(Patient, models.CASCADE, primary_key=True, related_name="perinatal")

    gestational_age_weeks = fields.Number(
        "Gestational age, completed weeks",
        "出生胎龄(周)",
        section="Perinatal (neonates and infants)",
        unit="weeks",
        soft=Ranges(all=(34, 42)),
        hard=Ranges(all=(20, 45)),
        conditional=True,
        when="age_years<1",
        definition=("Completed weeks at birth", "出生时的完整孕周数"),
        source="sourced: S07",
    )
    gestational_age_days = fields.Number(
        "Gestational age, extra days",
        "出生胎龄(天)",
        section="Perinatal (neonates and infants)",
        unit="days",
        soft=Ranges(all=(0, 6)),
        hard=Ranges(all=(0, 6)),
        when="age_years<1",
        definition=("Days beyond completed weeks", "完整孕周之外的天数"),
    )
    birth_weight_g = fields.Number(
        "Birth weight",
        "出生体重",
        section="Perinatal (neonates and infants)",
        unit="g",
        soft=Ranges(all=(1800, 4500)),
        hard=Ranges(all=(200, 10500)),
        conditional=True,
        when="age_years<1",
        source="sourced: S07",
        definition=(
            "Weight at birth from the delivery record, not the current weight",
            "出生时体重，取自分娩记录；不是当前体重",
        ),
    )
    apgar_1 = fields.Number(
        "Apgar score at 1 min",
        "1分钟Apgar评分",
        section="Perinatal (neonates and infants)",
        unit="score",
        soft=Ranges(all=(0, 10)),
        hard=Ranges(all=(0, 10)),
        when="age_years<1",
        definition=("From the delivery record; do not score afterwards", "取自分娩记录，不事后补评"),
    )
    apgar_5 = fields.Number(
        "Apgar score at 5 min",
        "5分钟Apgar评分",
        section="Perinatal (neonates and infants)",
        unit="score",
        soft=Ranges(all=(0, 10)),
        hard=Ranges(all=(0, 10)),
        conditional=True,
        when="age_group=='N'",
        definition=("From the delivery record; do not score afterwards", "取自分娩记录，不事后补评"),
    )
    apgar_10 = fields.Number(
        "Apgar score at 10 min",
        "10分钟Apgar评分",
        section="Perinatal (neonates and infants)",
        unit="score",
        soft=Ranges(all=(0, 10)),
        hard=Ranges(all=(0, 10)),
        when="age_years<1",
        definition=("From the delivery record; do not score afterwards", "取自分娩记录，不事后补评"),
    )
    delivery_mode = fields.Code(
        "Mode of delivery",
        "分娩方式",
        section="Perinatal (neonates and infants)",
        codes=DELIVERY_MODE,
        when="age_years<1",
        definition=(
            "From the delivery record; a caesarean begun urgently or in labour for maternal or fetal reasons is an emergency one",
            "取自分娩记录；因母胎原因紧急或产程中决定的剖宫产归为急诊剖宫产",
        ),
    )
    multiple_birth = fields.Code(
        "Multiple birth",
        "多胎",
        section="Perinatal (neonates and infants)",
        codes=YES_NO_UNKNOWN,
        when="age_years<1",
        definition=(
            "Twins are separate patients; add 之大/之小 (A/B) to the name. Never use the mother's document as the child's",
            "双胎按两名患者分别登记；姓名后加“之大/之小”（A/B）。不得以母亲证件作为患儿证件",
        ),
    )

    class Meta:
        db_table = "registry_perinatal"

    def __str__(self) -> str:
        return f"{self.patient} perinatal"
