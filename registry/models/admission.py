"""The hospital stay: how it began and how it ended."""

from django.db import models

from centers.history import tracked
from crf import fields
from crf.checks import answers
from crf.codelists.center import YES_NO
from crf.codelists.outcome import DEATH_CAUSE, DEATH_PLACE, DISCHARGE_STATUS, EXTUBATION, MRS
from crf.codelists.people import (
    ADMISSION_SOURCE,
    BLOOD_GROUP,
    COMORBIDITY,
    CPC,
    PAYER,
    PCPC,
    POPC,
    SMOKING,
    TRANSPORT_MODE,
    YES_NO_UNKNOWN,
)
from crf.items import Ranges
from registry.models.case import Case
from registry.models.parts import Part


@tracked()
@answers
class Admission(Part):
    """How the patient came to the hospital and what was known of them before."""

    entity = "admission"

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="admission")

    data_consent = fields.Code(
        "Informed consent or waiver recorded",
        "知情同意/豁免",
        section="Record",
        codes=YES_NO,
        required=True,
        definition=("Ethics basis for registration", "登记的伦理依据"),
    )
    admission_at = fields.Moment(
        "Hospital admission",
        "到院/入院时间",
        section="Admission",
        required=True,
        definition=(
            "Arrival at the reporting hospital, emergency department included (not the later registration as inpatient)",
            "到达上报医院的时间，含到达急诊（不是之后办理住院登记的时间）",
        ),
        source="sourced: S08",
    )
    icu_admission_at = fields.Moment(
        "First ICU admission",
        "首次入ICU时间",
        section="Admission",
        source="sourced: S10",
        definition=(
            "First entry to any ICU of the reporting hospital in this admission",
            "本次住院首次进入上报医院任一 ICU 的时间",
        ),
    )
    admission_source = fields.Code(
        "Admission source",
        "入院来源",
        section="Admission",
        codes=ADMISSION_SOURCE,
        required=True,
        definition=(
            "Over half of ELSO patients reach the reporting center by transfer",
            "国际登记中半数以上患者经转院到达上报中心",
        ),
        source="sourced: S05",
    )
    referring_hospital = fields.Line(
        "Referring hospital",
        "转出医院名称",
        section="Admission",
        conditional=True,
        when="admission_source in (3,4,5)",
        source="sourced: S02",
        definition=(
            "Full official name of the hospital the patient came from directly",
            "患者直接由其转来的医院，填规范全称",
        ),
    )
    transport_mode = fields.Code(
        "Transport mode",
        "转运方式",
        section="Admission",
        codes=TRANSPORT_MODE,
        conditional=True,
        when="admission_source in (3,4,5)",
        definition=("Vehicle used for the longest part of the transfer", "转运中路程最长一段所用的交通工具"),
    )
    transport_distance_km = fields.Number(
        "Transport distance",
        "转运距离",
        section="Admission",
        unit="km",
        soft=Ranges(all=(0, 600)),
        hard=Ranges(all=(0, 20000)),
        definition=(
            "One way, from the referring hospital to the reporting hospital",
            "单程，转出医院至上报医院",
        ),
    )
    transferred_in_ecls_start_at = fields.Moment(
        "ECLS start at referring hospital",
        "外院ECLS启动时间",
        section="Admission",
        conditional=True,
        when="admission_source==4",
        definition=(
            "The two centers' records are linked so that the run is counted once nationally",
            "两中心的记录相互关联，使该次辅助在全国仅计一次",
        ),
        source="sourced: S02",
    )
    payer = fields.Code(
        "Main payer",
        "付费方式",
        section="Admission",
        codes=PAYER,
        required=True,
        definition=(
            "Source that pays the largest share; take it from the medical record front sheet",
            "支付比例最大的来源；以病案首页为准",
        ),
    )
    blood_group = fields.Code(
        "ABO blood group",
        "ABO血型",
        section="Body size",
        codes=BLOOD_GROUP,
        definition=(
            "Patient's own group from the blood bank, tested before transfusion where possible",
            "患者本人血型，以输血科结果为准，尽量取输血前检测",
        ),
    )
    comorbidities = fields.Codes(
        "Pre-existing conditions",
        "基础疾病",
        section="History",
        codes=COMORBIDITY,
        required=True,
        definition=("NONE excludes every other value", "选“无”则不可选其他项"),
        source="sourced: S10",
    )
    ckd_stage = fields.Number(
        "Chronic kidney disease stage (G1-G5)",
        "慢性肾脏病分期",
        section="History",
        unit="stage",
        soft=Ranges(all=(1, 5)),
        hard=Ranges(all=(1, 5)),
        conditional=True,
        when="'CKD' in comorbidities",
        source="sourced: S08",
        definition=(
            "Stage before the acute illness; long-term dialysis is stage 5",
            "本次急性起病前的分期；长期透析为 5 期",
        ),
    )
    previous_cardiac_surgery = fields.Code(
        "Previous cardiac surgery",
        "既往心脏手术史",
        section="History",
        codes=YES_NO_UNKNOWN,
        definition=(
            "Any heart operation more than 7 days before ECLS; one in the last 7 days goes on form 2",
            "ECLS 前 7 天以上的任何心脏手术；7 天内的手术填表 2",
        ),
    )
    smoking = fields.Code(
        "Smoking status",
        "吸烟史",
        section="History",
        codes=SMOKING,
        when="age_years>=10",
        source="sourced: S10",
        definition=("Status just before the acute illness", "本次急性起病前的状态"),
    )
    baseline_frailty = fields.Number(
        "Clinical Frailty Scale before illness",
        "病前临床衰弱量表(CFS)评分",
        section="History",
        unit="score",
        soft=Ranges(all=(1, 7)),
        hard=Ranges(all=(1, 9)),
        when="age_group=='A'",
        definition=(
            "State about two weeks before the acute illness, not the state in hospital",
            "急性起病前约 2 周的状态，不是住院时状态",
        ),
    )
    baseline_cpc = fields.Code(
        "Baseline CPC",
        "基线CPC",
        section="History",
        codes=CPC,
        when="age_group=='A'",
        definition=("State before the acute illness", "本次急性起病前的状态"),
        source="sourced: S27",
    )
    baseline_pcpc = fields.Code(
        "Baseline PCPC",
        "基线PCPC",
        section="History",
        codes=PCPC,
        when="age_group!='A'",
        source="sourced: S28",
        definition=(
            "State before the acute illness; ask the parents or use earlier records",
            "急性起病前的状态；询问家长或查阅既往记录",
        ),
    )
    baseline_popc = fields.Code(
        "Baseline POPC",
        "基线POPC",
        section="History",
        codes=POPC,
        when="age_group!='A'",
        source="sourced: S28",
        definition=(
            "State before the acute illness; ask the parents or use earlier records",
            "急性起病前的状态；询问家长或查阅既往记录",
        ),
    )
    baseline_independent = fields.Code(
        "Independent in self-care before illness",
        "病前生活自理",
        section="History",
        codes=YES_NO_UNKNOWN,
        when="age_group=='A'",
        definition=(
            "Ate, dressed, washed, used the toilet and moved about without help before the illness",
            "起病前进食、穿衣、洗漱、如厕、行动均无需他人帮助",
        ),
    )

    class Meta:
        db_table = "registry_admission"

    def __str__(self) -> str:
        return f"{self.case} admission"


@tracked()
@answers
class HospitalOutcome(Part):
    """How the hospital stay ended."""

    entity = "admission"

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="outcome")

    total_cost_cny = fields.DecimalNumber(
        "Total hospital cost",
        "住院总费用",
        section="Procedures and totals during the run",
        places=2,
        unit="CNY",
        soft=Ranges(all=(20000, 1000000)),
        hard=Ranges(all=(0, 50000000)),
        definition=("National registry reports cost per case", "全国登记报告例均费用"),
        source="sourced: S18",
    )
    extubation_status = fields.Code(
        "Airway at discharge",
        "出院时气道状态",
        section="Weaning (per run)",
        codes=EXTUBATION,
        conditional=True,
        when="discharge_status!=7",
        source="sourced: S08",
        definition=("On the day of discharge, transfer or death", "出院、转院或死亡当日的状态"),
    )
    extubated_at = fields.Moment(
        "Final extubation",
        "最终拔管时间",
        section="Weaning (per run)",
        conditional=True,
        when="extubation_status==1",
        source="sourced: S08",
        definition=(
            "Removal of the tracheal tube with no reintubation in this admission",
            "拔除气管插管且本次住院未再插管的时间",
        ),
    )
    ventilation_days = fields.DecimalNumber(
        "Invasive ventilation days in hospital",
        "有创通气天数",
        section="Weaning (per run)",
        places=1,
        unit="d",
        soft=Ranges(all=(0, 60)),
        hard=Ranges(all=(0, 3650)),
        source="sourced: S08",
        definition=(
            "All invasive ventilation in this hospital, through tube or tracheostomy, added up; part days as decimals. Non-invasive does not count",
            "本院全部有创通气时间合计，含经气管插管或气管切开；不足一天以小数计。无创通气不计",
        ),
    )
    rrt_at_discharge = fields.Code(
        "Dialysis dependent at discharge",
        "出院时依赖透析",
        section="Weaning (per run)",
        codes=YES_NO,
        conditional=True,
        when="discharge_status in (1,2,3,8)",
        definition=(
            "Still needs dialysis when leaving and it is planned to continue",
            "离院时仍需透析且计划继续",
        ),
    )
    icu_discharge_at = fields.Moment(
        "Final ICU discharge",
        "转出ICU时间",
        section="Hospital outcome (per admission)",
        source="sourced: S08",
        definition=(
            "Last time the patient left an ICU alive in this admission; leave blank if died in the ICU",
            "本次住院最后一次存活转出 ICU 的时间；ICU 内死亡者留空",
        ),
    )
    discharge_status = fields.Code(
        "Discharge status",
        "出院转归",
        section="Hospital outcome (per admission)",
        codes=DISCHARGE_STATUS,
        required=True,
        definition=(
            "Survived to discharge or transfer is the ELSO headline outcome. Leaving against advice (非医嘱离院) without expected death: code the destination (1, 2 or 3)",
            "存活出院或转院为国际通用的主要结局。非医嘱离院且不预期死亡者：按去向编码（1、2 或 3）",
        ),
        source="sourced: S06",
    )
    discharge_at = fields.Moment(
        "Hospital discharge or transfer",
        "出院/转院时间",
        section="Hospital outcome (per admission)",
        conditional=True,
        when="discharge_status not in (6,7)",
        source="sourced: S08",
        definition=(
            "When the patient left the hospital; not the time of billing",
            "患者离开医院的时间；不是结算时间",
        ),
    )
    discharge_hospital = fields.Line(
        "Receiving hospital",
        "转入医院",
        section="Hospital outcome (per admission)",
        conditional=True,
        when="discharge_status in (3,4)",
        source="sourced: S02",
        definition=("Full official name", "填规范全称"),
    )
    alive_30d_known = fields.Code(
        "Alive at 30 days",
        "30天时存活",
        section="Hospital outcome (per admission)",
        codes=YES_NO,
        conditional=True,
        when="died==0",
        definition=(
            "30 days after the start of ECLS flow; after a hopeless discharge, 30 days after that discharge",
            "自 ECLS 转流开始起 30 天；病危自动出院者，自该次出院起 30 天",
        ),
    )
    died = fields.Code(
        "Died",
        "死亡",
        section="Hospital outcome (per admission)",
        codes=YES_NO,
        required=True,
        definition=(
            "Died in this admission, or after discharge if already known when the record is submitted (hopeless discharge included). Later deaths go on form 10",
            "本次住院期间死亡，或提交记录时已知的出院后死亡（含病危自动出院）。此后的死亡填表 10",
        ),
        source="sourced: S08",
    )
    death_at = fields.Moment(
        "Time of death",
        "死亡时间",
        section="Hospital outcome (per admission)",
        conditional=True,
        when="died==1",
        source="sourced: S08",
        definition=(
            "Time on the death certificate; after a hopeless discharge, as reported by the family",
            "以死亡证明时间为准；病危自动出院者以家属报告为准",
        ),
    )
    death_place = fields.Code(
        "Place of death",
        "死亡地点",
        section="Hospital outcome (per admission)",
        codes=DEATH_PLACE,
        conditional=True,
        when="died==1",
        definition=("Where the patient was when death occurred", "死亡发生时患者所在地点"),
    )
    death_cause = fields.Code(
        "Main cause of death",
        "主要死因",
        section="Hospital outcome (per admission)",
        codes=DEATH_CAUSE,
        conditional=True,
        when="died==1",
        definition=(
            "The one condition that led most directly to death; use a withdrawal code only if no organ cause fits",
            "最直接导致死亡的单一原因；无明确脏器死因时才选放弃治疗类",
        ),
    )
    death_cause_icd10 = fields.Line(
        "Underlying cause, ICD-10",
        "根本死因ICD-10",
        section="Hospital outcome (per admission)",
        when="died==1",
        definition=(
            "Disease or injury that began the chain leading to death, as on the death certificate",
            "引发死亡因果链的原发疾病或损伤，与死亡证明一致",
        ),
    )
    withdrawal_of_support = fields.Code(
        "Life support withdrawn",
        "撤除(放弃)生命支持治疗",
        section="Hospital outcome (per admission)",
        codes=YES_NO,
        conditional=True,
        when="died==1 or discharge_status==5",
        definition=(
            "ECLS, ventilation or vasoactive drugs stopped with death expected; hopeless discharge included",
            "在预期死亡的情况下停用 ECLS、通气或血管活性药物；含病危自动出院",
        ),
    )
    withdrawal_reason_financial = fields.Code(
        "Withdrawal mainly financial",
        "主要因经济原因放弃",
        section="Hospital outcome (per admission)",
        codes=YES_NO,
        conditional=True,
        when="withdrawal_of_support==1",
        definition=(
            "Cost was the main reason according to the notes or the family",
            "据病历记录或家属陈述，费用为主要原因",
        ),
    )
    autopsy = fields.Code(
        "Autopsy",
        "尸检",
        section="Hospital outcome (per admission)",
        codes=YES_NO,
        when="died==1",
        definition=("Complete or limited", "完整或局部尸检均计"),
    )
    brain_death_declared = fields.Code(
        "Brain death declared",
        "判定脑死亡",
        section="Hospital outcome (per admission)",
        codes=YES_NO,
        when="died==1",
        source="sourced: S08",
        definition=(
            "Formally determined under national criteria and recorded; clinical suspicion is no",
            "按国家标准正式判定并有记录；仅临床怀疑填“否”",
        ),
    )
    organ_donor = fields.Code(
        "Organ donor",
        "器官捐献",
        section="Hospital outcome (per admission)",
        codes=YES_NO,
        when="died==1",
        definition=(
            "At least one organ recovered; consent alone is no",
            "至少获取一个器官；仅签署同意填“否”",
        ),
    )
    cpc_discharge = fields.Code(
        "CPC at discharge",
        "出院CPC",
        section="Hospital outcome (per admission)",
        codes=CPC,
        conditional=True,
        when="age_group=='A' and discharge_status in (1,2,3,8)",
        definition=("Record for every survivor, mandatory after ECPR", "每例存活者均须记录，ECPR 后必填"),
        source="sourced: S14",
    )
    pcpc_discharge = fields.Code(
        "PCPC at discharge",
        "出院PCPC",
        section="Hospital outcome (per admission)",
        codes=PCPC,
        conditional=True,
        when="age_group!='A' and discharge_status in (1,2,3,8)",
        source="sourced: S28",
        definition=(
            "State on the day of discharge, compared with what is normal for age",
            "出院当日状态，以同龄正常水平为参照",
        ),
    )
    popc_discharge = fields.Code(
        "POPC at discharge",
        "出院POPC",
        section="Hospital outcome (per admission)",
        codes=POPC,
        when="age_group!='A' and discharge_status in (1,2,3,8)",
        source="sourced: S28",
        definition=(
            "State on the day of discharge, compared with what is normal for age",
            "出院当日状态，以同龄正常水平为参照",
        ),
    )
    mrs_discharge = fields.Code(
        "mRS at discharge",
        "出院mRS",
        section="Hospital outcome (per admission)",
        codes=MRS,
        when="age_group=='A' and discharge_status in (1,2,3,8)",
        definition=("State on the day of discharge", "出院当日状态"),
    )

    class Meta:
        db_table = "registry_hospitaloutcome"

    def __str__(self) -> str:
        return f"{self.case} outcome"
