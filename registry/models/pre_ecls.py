"""The patient in the hours before flow: ventilation, gases, circulation, drugs, laboratory, rescue measures."""

from decimal import Decimal

from django.db import models

from centers.history import tracked
from crf import fields
from crf.checks import answers
from crf.codelists.before import (
    ADJUNCT_PRE,
    AIRWAY,
    CARDIAC_PROC,
    MI_TYPE,
    RRT,
    SCAI,
    VASOACTIVE,
    VENT_MODE,
    VENT_STATUS,
    VENT_TYPE,
)
from crf.codelists.center import YES_NO
from crf.codelists.people import YES_NO_UNKNOWN
from crf.codelists.run import MCS
from crf.items import Ranges, Unit
from registry.models.parts import Part
from registry.models.run import Run


@tracked()
@answers
class PreEcls(Part):
    """The state before ECLS: the last values before flow, never those on support."""

    entity = "run"

    run = models.OneToOneField(Run, models.CASCADE, primary_key=True, related_name="pre_ecls")

    assessed_at = fields.Moment(
        "Time of pre-ECLS assessment",
        "评估时间",
        section="Timing",
        required=True,
        definition=(
            "Value closest to, and no more than 6 h before, start of ECLS flow",
            "取最接近 ECLS 转流开始、且在其前 6 h 以内的值",
        ),
        source="sourced: S08",
    )
    intubated_at = fields.Moment(
        "Intubation time (current episode)",
        "气管插管时间",
        section="Timing",
        conditional=True,
        when="pre_vent_status==1",
        definition=(
            "Start of the current spell of invasive ventilation, at another hospital included; a tube change or tracheostomy does not restart it",
            "本次连续有创通气起点，含外院插管；换管或改气切不重新计时",
        ),
        source="sourced: S08",
    )
    pre_airway = fields.Code(
        "Airway before ECLS",
        "人工气道",
        section="Timing",
        codes=AIRWAY,
        conditional=True,
        when="pre_vent_status in (1,5)",
        definition=(
            "Airway in place just before flow; a mask or supraglottic device counts as none",
            "转流前即刻在位的气道；面罩或声门上装置选“无”",
        ),
        source="sourced: S08",
    )
    pre_vent_status = fields.Code(
        "Respiratory support",
        "呼吸支持方式",
        section="Ventilation (within 6 h)",
        codes=VENT_STATUS,
        required=True,
        definition=(
            "Last form of support before flow; bagging only to move the patient or to intubate does not count",
            "转流前最后使用的方式；仅为搬运或插管时的短时手控通气不计",
        ),
        source="sourced: S08",
    )
    pre_vent_type = fields.Code(
        "Ventilator type",
        "呼吸机类型",
        section="Ventilation (within 6 h)",
        codes=VENT_TYPE,
        conditional=True,
        when="pre_vent_status==1",
        definition=(
            "Machine in use last before flow; conventional when oscillation was tried earlier and stopped",
            "转流前最后使用的机型；曾试高频但已停者填常频",
        ),
        source="sourced: S08",
    )
    pre_vent_mode = fields.Code(
        "Ventilator mode",
        "通气模式",
        section="Ventilation (within 6 h)",
        codes=VENT_MODE,
        when="pre_vent_status in (1,2)",
        definition=(
            "Last mode before flow; choose the group that matches the breath type if the maker's name is not listed",
            "转流前最后的模式；厂家名称不在列表时按送气方式归类",
        ),
        source="sourced: S08",
    )
    pre_fio2 = fields.Number(
        "Inspired oxygen fraction",
        "吸入氧浓度(FiO2)",
        section="Ventilation (within 6 h)",
        unit="%",
        alt_units=(Unit("fraction", Decimal("0.01")),),
        soft=Ranges(all=(40, 100)),
        hard=Ranges(all=(21, 100)),
        required=True,
        definition=("Percent, not fraction", "填百分数，不填小数"),
        source="sourced: S09",
    )
    pre_peep = fields.Number(
        "PEEP",
        "呼气末正压(PEEP)",
        section="Ventilation (within 6 h)",
        unit="cmH2O",
        soft=Ranges(all=(3, 20)),
        hard=Ranges(all=(0, 40)),
        conditional=True,
        when="pre_vent_status==1 and pre_vent_type==1",
        definition=(
            "Last set value before flow; CPAP level in a spontaneous mode; intrinsic PEEP is not added",
            "转流前最后设定值；自主模式填 CPAP 水平；不加内源性 PEEP",
        ),
        source="sourced: S09",
    )
    pre_pip = fields.Number(
        "Peak inspiratory pressure",
        "吸气峰压(PIP)",
        section="Ventilation (within 6 h)",
        unit="cmH2O",
        soft=Ranges(N=(12, 40), P=(12, 45), A=(15, 45)),
        hard=Ranges(all=(3, 120)),
        conditional=True,
        when="pre_vent_status==1 and pre_vent_type==1",
        definition=(
            "Last reading before flow, absolute pressure including PEEP; cough and suction peaks do not count",
            "转流前最后读数，含 PEEP 的绝对压力；咳嗽、吸痰峰值不计",
        ),
        source="sourced: S09",
    )
    pre_plateau = fields.Number(
        "Plateau pressure",
        "平台压",
        section="Ventilation (within 6 h)",
        unit="cmH2O",
        soft=Ranges(all=(15, 40)),
        hard=Ranges(all=(2, 100)),
        when="pre_vent_status==1",
        definition=(
            "Measured with an inspiratory hold without patient effort; if no hold was done mark not done, do not copy the peak",
            "吸气屏气且无自主用力时实测；未屏气选“未做”，不抄峰压",
        ),
    )
    pre_map_airway = fields.DecimalNumber(
        "Mean airway pressure",
        "平均气道压(MAP)",
        section="Ventilation (within 6 h)",
        places=1,
        unit="cmH2O",
        soft=Ranges(N=(8, 25), P=(8, 30), A=(10, 35)),
        hard=Ranges(all=(1, 80)),
        conditional=True,
        when="pre_vent_status==1",
        definition=("Needed for the oxygenation index", "用于计算氧合指数（OI）"),
        source="sourced: S08",
    )
    pre_resp_rate = fields.Number(
        "Set ventilator rate",
        "呼吸频率(设定)",
        section="Ventilation (within 6 h)",
        unit="/min",
        soft=Ranges(N=(20, 60), P=(12, 45), A=(8, 35)),
        hard=Ranges(all=(0, 150)),
        conditional=True,
        when="pre_vent_status==1 and pre_vent_type==1",
        definition=(
            "Last rate set on the ventilator before flow; the patient's own breaths do not count",
            "转流前呼吸机最后设定的频率；患者自主呼吸不计",
        ),
        source="sourced: S09",
    )
    pre_tidal_volume = fields.Number(
        "Tidal volume",
        "潮气量",
        section="Ventilation (within 6 h)",
        unit="mL",
        soft=Ranges(N=(6, 40), P=(15, 600), A=(100, 700)),
        hard=Ranges(all=(0, 2000)),
        when="pre_vent_status==1",
        definition=(
            "Last expired volume per breath on the ventilator, in mL and not per kg",
            "转流前呼吸机最后显示的呼出量，填 mL，不按体重折算",
        ),
    )
    pre_compliance = fields.Number(
        "Respiratory system compliance",
        "呼吸系统顺应性",
        section="Ventilation (within 6 h)",
        unit="mL/cmH2O",
        soft=Ranges(N=(0, 6), P=(1, 60), A=(8, 80)),
        hard=Ranges(all=(0, 200)),
        when="pre_vent_status==1",
        definition=(
            "Static: tidal volume divided by (plateau minus PEEP), last before flow; a dynamic display value does not count",
            "转流前最后静态值：潮气量 ÷（平台压 − PEEP）；动态值不计",
        ),
    )
    hfo_frequency = fields.DecimalNumber(
        "Oscillation frequency",
        "高频振荡频率",
        section="Ventilation (within 6 h)",
        places=1,
        unit="Hz",
        soft=Ranges(all=(5, 15)),
        hard=Ranges(all=(3, 20)),
        conditional=True,
        when="pre_vent_type==2",
        definition=(
            "Last setting before flow, in Hz; divide a rate per minute by 60",
            "转流前最后设定值，单位 Hz；每分钟次数除以 60",
        ),
        source="sourced: S07",
    )
    hfo_amplitude = fields.Number(
        "Oscillation amplitude",
        "高频振荡振幅",
        section="Ventilation (within 6 h)",
        unit="cmH2O",
        soft=Ranges(all=(20, 70)),
        hard=Ranges(all=(5, 120)),
        conditional=True,
        when="pre_vent_type==2",
        definition=(
            "Last peak-to-trough pressure before flow, as displayed; the power setting does not count",
            "转流前最后显示的峰谷压差；功率设定值不计",
        ),
        source="sourced: S07",
    )
    murray_score = fields.DecimalNumber(
        "Murray lung injury score",
        "Murray肺损伤评分",
        section="Ventilation (within 6 h)",
        places=2,
        unit="score",
        soft=Ranges(all=(2, 4)),
        hard=Ranges(all=(0, 4)),
        when="support_type==1",
        definition=(
            "Mean of the components scored (film, PaO2/FiO2, PEEP, compliance), last values before flow; not the sum",
            "按转流前最后数据取各项（胸片、氧合指数、PEEP、顺应性）均值，非总和",
        ),
    )
    pre_ph = fields.DecimalNumber(
        "pH",
        "动脉血pH",
        section="Blood gas (arterial unless stated, within 6 h)",
        places=3,
        soft=Ranges(all=(6.9, 7.55)),
        hard=Ranges(all=(6.2, 8)),
        required=True,
        definition=(
            "Value closest to, and before, the start of flow (not the worst)",
            "取转流开始前最接近的值（不是最差值）",
        ),
        source="sourced: S09, S11",
    )
    pre_paco2 = fields.DecimalNumber(
        "PaCO2",
        "动脉血二氧化碳分压",
        section="Blood gas (arterial unless stated, within 6 h)",
        places=1,
        unit="mmHg",
        alt_units=(Unit("kPa", 1 / Decimal("7.5006")),),
        soft=Ranges(all=(25, 110)),
        hard=Ranges(all=(3, 300)),
        required=True,
        definition=(
            "Same arterial sample as the pH; a venous or end-tidal value does not count",
            "与 pH 同一动脉血样；静脉血或呼末值不计",
        ),
        source="sourced: S09",
    )
    pre_pao2 = fields.DecimalNumber(
        "PaO2",
        "动脉血氧分压",
        section="Blood gas (arterial unless stated, within 6 h)",
        places=1,
        unit="mmHg",
        alt_units=(Unit("kPa", 1 / Decimal("7.5006")),),
        soft=Ranges(all=(30, 500)),
        hard=Ranges(all=(5, 760)),
        required=True,
        definition=(
            "Same arterial sample as the pH, with the FiO2 at that moment; not the lowest of the day",
            "与 pH 同一动脉血样，对应当时 FiO2；不取当日最低值",
        ),
        source="sourced: S09",
    )
    pre_hco3 = fields.DecimalNumber(
        "Bicarbonate",
        "碳酸氢根",
        section="Blood gas (arterial unless stated, within 6 h)",
        places=1,
        unit="mmol/L",
        soft=Ranges(all=(8, 40)),
        hard=Ranges(all=(0.5, 80)),
        required=True,
        definition=(
            "Same arterial sample as the pH; actual bicarbonate if the report also gives a standard one",
            "与 pH 同一动脉血样；并列时取实际值，不取标准值",
        ),
        source="sourced: S09",
    )
    pre_base_excess = fields.DecimalNumber(
        "Base excess",
        "剩余碱(BE)",
        section="Blood gas (arterial unless stated, within 6 h)",
        places=1,
        unit="mmol/L",
        soft=Ranges(all=(-20, 15)),
        hard=Ranges(all=(-60, 50)),
        definition=(
            "Same arterial sample as the pH; negative for a deficit. Standard (extracellular) value if two are printed",
            "与 pH 同一动脉血样，碱缺失填负值；有两种时取标准（细胞外液）值",
        ),
        source="sourced: S09",
    )
    pre_sao2 = fields.DecimalNumber(
        "Arterial saturation",
        "动脉血氧饱和度",
        section="Blood gas (arterial unless stated, within 6 h)",
        places=1,
        unit="%",
        soft=Ranges(all=(60, 100)),
        hard=Ranges(all=(1, 100)),
        required=True,
        definition=(
            "From the same arterial gas as the pH; the oximeter reading goes under pulse oximetry",
            "取自与 pH 同一动脉血气；指脉氧读数填“脉搏血氧饱和度”",
        ),
        source="sourced: S09",
    )
    pre_lactate = fields.DecimalNumber(
        "Lactate",
        "血乳酸",
        section="Blood gas (arterial unless stated, within 6 h)",
        places=1,
        unit="mmol/L",
        alt_units=(Unit("mg/dL", Decimal("9.01")),),
        soft=Ranges(all=(0.5, 20)),
        hard=Ranges(all=(0.1, 40)),
        required=True,
        definition=(
            "Last value before flow, blood gas or laboratory; not the peak",
            "转流前最后一次，血气或检验科均可；不取峰值",
        ),
        source="sourced: S09",
    )
    pre_svo2 = fields.DecimalNumber(
        "Venous saturation (central or mixed)",
        "中心/混合静脉血氧饱和度",
        section="Blood gas (arterial unless stated, within 6 h)",
        places=1,
        unit="%",
        soft=Ranges(all=(30, 90)),
        hard=Ranges(all=(1, 100)),
        definition=(
            "Last sample before flow from a central or pulmonary artery line; peripheral vein or circuit blood does not count",
            "转流前最后一次中心静脉或肺动脉导管血样；外周静脉或管路血不计",
        ),
        source="sourced: S09",
    )
    pre_heart_rate = fields.Number(
        "Heart rate",
        "心率",
        section="Hemodynamics (within 6 h)",
        unit="/min",
        soft=Ranges(N=(80, 200), P=(60, 200), A=(40, 160)),
        hard=Ranges(all=(0, 400)),
        conditional=True,
        when="support_type!=3",
        definition=(
            "Last stable monitor reading before flow; paced beats count",
            "转流前最后一次稳定的监护读数；起搏心率计入",
        ),
        source="sourced: S09",
    )
    pre_sbp = fields.Number(
        "Systolic blood pressure",
        "收缩压",
        section="Hemodynamics (within 6 h)",
        unit="mmHg",
        alt_units=(Unit("kPa", 1 / Decimal("7.5006")),),
        soft=Ranges(N=(30, 90), P=(40, 130), A=(50, 180)),
        hard=Ranges(all=(0, 350)),
        conditional=True,
        when="support_type!=3",
        definition=(
            "Last stable reading before flow; arterial line preferred, cuff accepted. Same moment as diastolic and mean",
            "转流前最后稳定读数，首选有创，袖带亦可；与舒张压、平均压同时",
        ),
        source="sourced: S09",
    )
    pre_dbp = fields.Number(
        "Diastolic blood pressure",
        "舒张压",
        section="Hemodynamics (within 6 h)",
        unit="mmHg",
        alt_units=(Unit("kPa", 1 / Decimal("7.5006")),),
        soft=Ranges(N=(15, 60), P=(20, 90), A=(25, 110)),
        hard=Ranges(all=(0, 250)),
        conditional=True,
        when="support_type!=3",
        definition=(
            "Same reading as the systolic pressure; do not combine readings from different times",
            "与收缩压取同一次读数；不拼合不同时间的数值",
        ),
        source="sourced: S09",
    )
    pre_map = fields.Number(
        "Mean arterial pressure",
        "平均动脉压",
        section="Hemodynamics (within 6 h)",
        unit="mmHg",
        alt_units=(Unit("kPa", 1 / Decimal("7.5006")),),
        soft=Ranges(N=(20, 70), P=(30, 100), A=(35, 120)),
        hard=Ranges(all=(0, 300)),
        conditional=True,
        when="support_type!=3",
        definition=(
            "Same reading as the systolic pressure, as displayed; calculate it only if the monitor shows none",
            "与收缩压同一次读数，以监护显示为准；无显示时才计算",
        ),
        source="sourced: S09",
    )
    pre_cvp = fields.Number(
        "Central venous pressure",
        "中心静脉压",
        section="Hemodynamics (within 6 h)",
        unit="mmHg",
        alt_units=(Unit("cmH2O", Decimal("1.36")),),
        soft=Ranges(all=(2, 25)),
        hard=Ranges(all=(-15, 80)),
        definition=(
            "Last before flow, at end expiration from a zeroed central line; a femoral catheter does not count",
            "转流前最后一次，校零后呼气末中心静脉导管读数；股静脉导管不计",
        ),
        source="sourced: S09",
    )
    pre_spo2 = fields.Number(
        "Pulse oximetry",
        "脉搏血氧饱和度",
        section="Hemodynamics (within 6 h)",
        unit="%",
        soft=Ranges(all=(50, 100)),
        hard=Ranges(all=(0, 100)),
        definition=(
            "Last reading with a good waveform before flow; right hand in neonates. Not the lowest dip",
            "转流前最后一次波形良好的读数；新生儿取右手。不取最低值",
        ),
        source="sourced: S09",
    )
    pre_temp = fields.DecimalNumber(
        "Temperature",
        "体温",
        section="Hemodynamics (within 6 h)",
        places=1,
        unit="°C",
        soft=Ranges(all=(33, 39.5)),
        hard=Ranges(all=(8, 47)),
        definition=(
            "Last before flow; core site preferred (bladder, rectum, esophagus, blood), otherwise as measured, uncorrected",
            "转流前最后一次；首选核心温度，否则按实测填写，不作校正",
        ),
        source="sourced: S08",
    )
    pre_mean_pap = fields.Number(
        "Mean pulmonary artery pressure",
        "平均肺动脉压",
        section="Hemodynamics (within 6 h)",
        unit="mmHg",
        alt_units=(Unit("kPa", 1 / Decimal("7.5006")),),
        soft=Ranges(all=(12, 60)),
        hard=Ranges(all=(0, 150)),
        definition=(
            "Last direct reading from a pulmonary artery catheter before flow; an echo estimate does not count",
            "转流前最后一次肺动脉导管实测值；超声估测不计",
        ),
        source="sourced: S09",
    )
    pre_pcwp = fields.Number(
        "Wedge pressure",
        "肺毛细血管楔压",
        section="Hemodynamics (within 6 h)",
        unit="mmHg",
        alt_units=(Unit("kPa", 1 / Decimal("7.5006")),),
        soft=Ranges(all=(5, 35)),
        hard=Ranges(all=(0, 80)),
        definition=(
            "Last balloon-wedged reading before flow, at end expiration; pulmonary diastolic pressure does not replace it",
            "转流前最后一次呼气末球囊楔入读数；不以肺动脉舒张压代替",
        ),
        source="sourced: S09",
    )
    pre_cardiac_index = fields.DecimalNumber(
        "Cardiac index",
        "心脏指数",
        section="Hemodynamics (within 6 h)",
        places=1,
        unit="L/min/m2",
        soft=Ranges(all=(1, 4.5)),
        hard=Ranges(all=(0, 15)),
        definition=(
            "Last measured before flow (thermodilution, pulse contour or echo), per m2; cardiac output must be divided by BSA",
            "转流前最后实测值（热稀释、脉搏轮廓或超声）；心输出量须除以体表面积",
        ),
        source="sourced: S09",
    )
    pre_lvef = fields.Number(
        "LV ejection fraction",
        "左室射血分数",
        section="Hemodynamics (within 6 h)",
        unit="%",
        soft=Ranges(all=(5, 70)),
        hard=Ranges(all=(0, 95)),
        conditional=True,
        when="support_type==2",
        definition=("Latest echo before ECLS; 'not done' allowed", "ECLS 前最近一次超声心动图；可填“未做”"),
        source="sourced: S46",
    )
    pre_urine_ml_kg_h = fields.DecimalNumber(
        "Urine output, last 6 h",
        "尿量(近6小时)",
        section="Hemodynamics (within 6 h)",
        places=1,
        unit="mL/kg/h",
        soft=Ranges(all=(0, 5)),
        hard=Ranges(all=(0, 30)),
        definition=(
            "Volume of the 6 h before flow divided by weight and hours; use the hours available if fewer. Dialysis removal does not count",
            "转流前 6 h 尿量 ÷ 体重 ÷ 小时数，不足 6 h 按实际时间；透析脱水不计",
        ),
    )
    pre_vasoactive_drugs = fields.Codes(
        "Vasoactive drugs",
        "血管活性药物",
        section="Vasoactive drugs (highest rate within 6 h)",
        codes=VASOACTIVE,
        required=True,
        definition=("NONE excludes every other value", "选“无”则不可选其他项"),
        source="sourced: S08",
    )
    dose_dobutamine = fields.DecimalNumber(
        "Dobutamine",
        "多巴酚丁胺剂量",
        section="Vasoactive drugs (highest rate within 6 h)",
        places=2,
        unit="μg/kg/min",
        soft=Ranges(all=(1, 20)),
        hard=Ranges(all=(0, 100)),
        conditional=True,
        when="'DOB' in pre_vasoactive_drugs",
        definition=(
            "Highest continuous rate in the 6 h before flow, per kg body weight",
            "转流前 6 h 内最高持续泵速，按千克体重计",
        ),
        source="sourced: S31",
    )
    dose_dopamine = fields.DecimalNumber(
        "Dopamine",
        "多巴胺剂量",
        section="Vasoactive drugs (highest rate within 6 h)",
        places=2,
        unit="μg/kg/min",
        soft=Ranges(all=(1, 20)),
        hard=Ranges(all=(0, 100)),
        conditional=True,
        when="'DOP' in pre_vasoactive_drugs",
        definition=(
            "Highest continuous rate in the 6 h before flow, per kg body weight; low doses count too",
            "转流前 6 h 内最高持续泵速，按千克体重计；小剂量也计入",
        ),
        source="sourced: S31",
    )
    dose_epinephrine = fields.DecimalNumber(
        "Epinephrine",
        "肾上腺素剂量",
        section="Vasoactive drugs (highest rate within 6 h)",
        places=3,
        unit="μg/kg/min",
        soft=Ranges(all=(0.01, 1.5)),
        hard=Ranges(all=(0, 20)),
        conditional=True,
        when="'EPI' in pre_vasoactive_drugs",
        definition=(
            "Highest continuous rate in the 6 h before flow, per kg; resuscitation boluses do not count",
            "转流前 6 h 内最高持续泵速，按千克体重计；复苏推注不计",
        ),
        source="sourced: S31",
    )
    dose_norepinephrine = fields.DecimalNumber(
        "Norepinephrine",
        "去甲肾上腺素剂量",
        section="Vasoactive drugs (highest rate within 6 h)",
        places=3,
        unit="μg/kg/min",
        soft=Ranges(all=(0.01, 2)),
        hard=Ranges(all=(0, 20)),
        conditional=True,
        when="'NOR' in pre_vasoactive_drugs",
        definition=(
            "Highest continuous rate in the 6 h before flow, per kg; use the base dose if the label gives salt and base",
            "转流前 6 h 内最高持续泵速，按千克体重计；盐与碱并列时按碱基计",
        ),
        source="sourced: S31",
    )
    dose_milrinone = fields.DecimalNumber(
        "Milrinone",
        "米力农剂量",
        section="Vasoactive drugs (highest rate within 6 h)",
        places=3,
        unit="μg/kg/min",
        soft=Ranges(all=(0.1, 1)),
        hard=Ranges(all=(0, 5)),
        conditional=True,
        when="'MIL' in pre_vasoactive_drugs",
        definition=(
            "Highest maintenance rate in the 6 h before flow, per kg per minute; the loading dose does not count",
            "转流前 6 h 内最高维持泵速，按 kg 和分钟计；负荷量不计",
        ),
        source="sourced: S31",
    )
    dose_vasopressin = fields.DecimalNumber(
        "Vasopressin",
        "血管加压素剂量",
        section="Vasoactive drugs (highest rate within 6 h)",
        places=5,
        unit="U/kg/min",
        soft=Ranges(all=(0.0001, 0.003)),
        hard=Ranges(all=(0, 0.02)),
        conditional=True,
        when="'VAS' in pre_vasoactive_drugs",
        definition=(
            "Beware U/min versus U/kg/min (adult 0.04 U/min at 70 kg is about 0.0006 U/kg/min)",
            "注意区分 U/min 与 U/kg/min（成人 70 kg，0.04 U/min 约为 0.0006 U/kg/min）",
        ),
        source="sourced: S31",
    )
    pre_hb = fields.Number(
        "Hemoglobin",
        "血红蛋白",
        section="Laboratory (within 24 h)",
        unit="g/L",
        alt_units=(Unit("g/dL", 1 / Decimal("10")),),
        soft=Ranges(N=(90, 200), P=(70, 170), A=(60, 170)),
        hard=Ranges(all=(10, 280)),
        required=True,
        definition=(
            "Last result in the 24 h before flow; laboratory count preferred to blood gas. Enter g/L (g/dL × 10)",
            "转流前 24 h 内最后一次；血常规优先于血气。单位 g/L（g/dL × 10）",
        ),
        source="sourced: S09",
    )
    pre_wbc = fields.DecimalNumber(
        "White cells",
        "白细胞计数",
        section="Laboratory (within 24 h)",
        places=1,
        unit="10^9/L",
        soft=Ranges(all=(1, 35)),
        hard=Ranges(all=(0, 1000)),
        definition=(
            "Last total count in the 24 h before flow, as reported; not the highest",
            "转流前 24 h 内最后一次总数，按报告填写；不取最高值",
        ),
        source="sourced: S09",
    )
    pre_platelets = fields.Number(
        "Platelets",
        "血小板计数",
        section="Laboratory (within 24 h)",
        unit="10^9/L",
        soft=Ranges(all=(30, 500)),
        hard=Ranges(all=(0, 3000)),
        required=True,
        definition=(
            "Last count in the 24 h before flow, even after a transfusion; a clumped sample does not count",
            "转流前 24 h 内最后一次，输注后亦按实填；标本聚集者不计",
        ),
        source="sourced: S09",
    )
    pre_creatinine = fields.Number(
        "Creatinine",
        "血肌酐",
        section="Laboratory (within 24 h)",
        unit="μmol/L",
        alt_units=(Unit("mg/dL", 1 / Decimal("88.42")),),
        soft=Ranges(N=(20, 150), P=(15, 200), A=(40, 400)),
        hard=Ranges(all=(5, 7000)),
        required=True,
        definition=(
            "Last result in the 24 h before flow, also when dialysis is running; not the peak",
            "转流前 24 h 内最后一次，透析中亦按实填；不取峰值",
        ),
        source="sourced: S09",
    )
    pre_urea = fields.DecimalNumber(
        "Urea",
        "尿素",
        section="Laboratory (within 24 h)",
        places=1,
        unit="mmol/L",
        alt_units=(Unit("mg/dL urea", Decimal("6.006")),),
        soft=Ranges(all=(2, 30)),
        hard=Ranges(all=(0.1, 150)),
        definition=(
            "Last result in the 24 h before flow, in mmol/L; a BUN in mg/dL is multiplied by 0.357",
            "转流前 24 h 内最后一次，单位 mmol/L；BUN（mg/dL）乘以 0.357",
        ),
        source="sourced: S09",
    )
    pre_bilirubin = fields.DecimalNumber(
        "Total bilirubin",
        "总胆红素",
        section="Laboratory (within 24 h)",
        places=1,
        unit="μmol/L",
        alt_units=(Unit("mg/dL", 1 / Decimal("17.1")),),
        soft=Ranges(N=(5, 250), P=(3, 100), A=(5, 100)),
        hard=Ranges(all=(0, 1500)),
        definition=(
            "Last serum result in the 24 h before flow; direct bilirubin or a skin meter reading does not count",
            "转流前 24 h 内最后一次血清值；直接胆红素或经皮测定不计",
        ),
        source="sourced: S09",
    )
    pre_ast = fields.Number(
        "AST",
        "天冬氨酸氨基转移酶",
        section="Laboratory (within 24 h)",
        unit="U/L",
        soft=Ranges(all=(10, 1500)),
        hard=Ranges(all=(0, 50000)),
        definition=(
            "Last result in the 24 h before flow, not the peak; a hemolyzed sample does not count",
            "转流前 24 h 内最后一次，不取峰值；溶血标本不计",
        ),
        source="sourced: S09",
    )
    pre_alt = fields.Number(
        "ALT",
        "丙氨酸氨基转移酶",
        section="Laboratory (within 24 h)",
        unit="U/L",
        soft=Ranges(all=(5, 1500)),
        hard=Ranges(all=(0, 50000)),
        definition=(
            "Last result in the 24 h before flow, not the peak of the illness",
            "转流前 24 h 内最后一次，不取病程峰值",
        ),
        source="sourced: S09",
    )
    pre_albumin = fields.DecimalNumber(
        "Albumin",
        "白蛋白",
        section="Laboratory (within 24 h)",
        places=1,
        unit="g/L",
        alt_units=(Unit("g/dL", 1 / Decimal("10")),),
        soft=Ranges(all=(18, 50)),
        hard=Ranges(all=(3, 80)),
        definition=(
            "Last serum result in the 24 h before flow, as reported, even after an infusion; prealbumin does not count",
            "转流前 24 h 内最后一次血清值，输注后亦按实填；前白蛋白不计",
        ),
        source="sourced: S09",
    )
    pre_glucose = fields.DecimalNumber(
        "Glucose",
        "血糖",
        section="Laboratory (within 24 h)",
        places=1,
        unit="mmol/L",
        alt_units=(Unit("mg/dL", Decimal("18.02")),),
        soft=Ranges(all=(3, 20)),
        hard=Ranges(all=(0.1, 150)),
        definition=(
            "Last in the 24 h before flow, whether laboratory, blood gas or bedside meter",
            "转流前 24 h 内最后一次，检验科、血气、床旁血糖仪均可",
        ),
        source="sourced: S09",
    )
    pre_potassium = fields.DecimalNumber(
        "Potassium",
        "血钾",
        section="Laboratory (within 24 h)",
        places=1,
        unit="mmol/L",
        soft=Ranges(all=(3, 6.5)),
        hard=Ranges(all=(0.8, 20)),
        definition=(
            "Last in the 24 h before flow, blood gas or laboratory; a hemolyzed sample does not count",
            "转流前 24 h 内最后一次，血气或检验科均可；溶血标本不计",
        ),
        source="sourced: S09",
    )
    pre_sodium = fields.Number(
        "Sodium",
        "血钠",
        section="Laboratory (within 24 h)",
        unit="mmol/L",
        soft=Ranges(all=(125, 155)),
        hard=Ranges(all=(80, 240)),
        definition=(
            "Last in the 24 h before flow, blood gas or laboratory; as reported, not corrected for glucose",
            "转流前 24 h 内最后一次，血气或检验科均可；不按血糖校正",
        ),
        source="sourced: S09",
    )
    pre_inr = fields.DecimalNumber(
        "INR",
        "国际标准化比值",
        section="Laboratory (within 24 h)",
        places=1,
        soft=Ranges(all=(0.8, 4)),
        hard=Ranges(all=(0.4, 30)),
        definition=(
            "Last in the 24 h before flow, drawn before the cannulation heparin bolus",
            "转流前 24 h 内最后一次，须在置管肝素推注前采血",
        ),
        source="sourced: S09",
    )
    pre_aptt = fields.DecimalNumber(
        "APTT",
        "活化部分凝血活酶时间",
        section="Laboratory (within 24 h)",
        places=1,
        unit="s",
        soft=Ranges(all=(22, 120)),
        hard=Ranges(all=(10, 400)),
        definition=(
            "Last in the 24 h before flow, drawn before the cannulation heparin bolus; seconds, not the ratio",
            "转流前 24 h 内最后一次，须在置管肝素推注前采血；填秒数，不填比值",
        ),
        source="sourced: S09",
    )
    pre_fibrinogen = fields.DecimalNumber(
        "Fibrinogen",
        "纤维蛋白原",
        section="Laboratory (within 24 h)",
        places=1,
        unit="g/L",
        alt_units=(Unit("mg/dL", Decimal("100")),),
        soft=Ranges(all=(1, 8)),
        hard=Ranges(all=(0, 20)),
        definition=(
            "Last functional (Clauss) result in the 24 h before flow, even after replacement; breakdown products do not count",
            "转流前 24 h 内最后一次 Clauss 法结果，补充后亦按实填；降解产物不计",
        ),
    )
    pre_ddimer = fields.DecimalNumber(
        "D-dimer",
        "D-二聚体",
        section="Laboratory (within 24 h)",
        places=2,
        unit="mg/L FEU",
        soft=Ranges(all=(0.1, 20)),
        hard=Ranges(all=(0, 1000)),
        definition=(
            "Last in the 24 h before flow, in FEU; check the report unit and double a result given in DDU",
            "转流前 24 h 内最后一次，以 FEU 计；核对报告单位，DDU 结果乘以 2",
        ),
        source="sourced: S11",
    )
    pre_troponin_ratio = fields.DecimalNumber(
        "Troponin, multiple of upper limit",
        "肌钙蛋白(正常上限倍数)",
        section="Laboratory (within 24 h)",
        places=1,
        unit="× ULN",
        soft=Ranges(all=(0, 10000)),
        hard=Ranges(all=(0, 100000)),
        when="support_type in (2,3)",
        definition=("Ratio avoids assay differences between centers", "以倍数表示，避免中心间检测方法差异"),
    )
    pre_ntprobnp = fields.Number(
        "NT-proBNP",
        "N末端脑钠肽前体",
        section="Laboratory (within 24 h)",
        unit="pg/mL",
        soft=Ranges(all=(50, 35000)),
        hard=Ranges(all=(0, 200000)),
        definition=(
            "Last in the 24 h before flow; a BNP result is a different test and does not go here",
            "转流前 24 h 内最后一次；BNP 为另一项目，不填此处",
        ),
    )
    pre_crp = fields.DecimalNumber(
        "C-reactive protein",
        "C反应蛋白",
        section="Laboratory (within 24 h)",
        places=1,
        unit="mg/L",
        alt_units=(Unit("mg/dL", 1 / Decimal("10")),),
        soft=Ranges(all=(0, 400)),
        hard=Ranges(all=(0, 1000)),
        definition=(
            "Last in the 24 h before flow; a high-sensitivity result counts. Below detection: enter the limit",
            "转流前 24 h 内最后一次；超敏结果亦可。低于检出限者填检出限",
        ),
        source="sourced: S09",
    )
    pre_pct = fields.DecimalNumber(
        "Procalcitonin",
        "降钙素原",
        section="Laboratory (within 24 h)",
        places=2,
        unit="ng/mL",
        soft=Ranges(all=(0, 100)),
        hard=Ranges(all=(0, 2000)),
        definition=(
            "Last in the 24 h before flow, not the peak. Below detection: enter the limit",
            "转流前 24 h 内最后一次，不取峰值。低于检出限者填检出限",
        ),
        source="sourced: S09",
    )
    pre_arrest = fields.Code(
        "Cardiac arrest before ECLS",
        "ECLS前心搏骤停",
        section="Events, adjuncts and bridges",
        codes=YES_NO,
        required=True,
        definition=(
            "Any arrest in the 24 h before ECLS; ECPR details go on form 4",
            "ECLS 前 24 h 内的任何心搏骤停；ECPR 详情填表 4",
        ),
        source="sourced: S08",
    )
    pre_arrest_minutes = fields.Number(
        "Total CPR before ECLS (not ECPR)",
        "ECLS前CPR总时长",
        section="Events, adjuncts and bridges",
        unit="min",
        soft=Ranges(all=(1, 60)),
        hard=Ranges(all=(0, 720)),
        conditional=True,
        when="pre_arrest==1 and support_type!=3",
        definition=(
            "Compression minutes added over all arrests in the 24 h before ECLS; time with a pulse in between does not count",
            "ECLS 前 24 h 内各次骤停的按压时间合计；其间有脉搏的时间不计",
        ),
        source="sourced: S08",
    )
    pre_adjuncts = fields.Codes(
        "Adjunct therapy in last 24 h",
        "辅助治疗",
        section="Events, adjuncts and bridges",
        codes=ADJUNCT_PRE,
        required=True,
        definition=(
            "All given at any time in the 24 h before flow, stopped ones included; 'none' excludes every other choice",
            "转流前 24 h 内用过的全部措施，已停者也选；“无”不与其他并选",
        ),
        source="sourced: S08",
    )
    pre_prone_hours = fields.Number(
        "Prone positioning hours before ECLS",
        "ECLS前俯卧位时长",
        section="Events, adjuncts and bridges",
        unit="h",
        soft=Ranges(all=(4, 48)),
        hard=Ranges(all=(0, 1000)),
        conditional=True,
        when="'PRONE' in pre_adjuncts",
        definition=(
            "Hours added over all prone sessions of this illness before flow, at another hospital included; side-lying does not count",
            "本次病程转流前各次俯卧时间合计，含外院；侧卧不计",
        ),
    )
    pre_mcs = fields.Codes(
        "Mechanical support before ECLS",
        "ECLS前机械循环支持",
        section="Events, adjuncts and bridges",
        codes=MCS,
        required=True,
        definition=(
            "Value 0 excludes others; code 8 marks failure to wean from bypass",
            "选“无”（0）则不可选其他项；代码 8 表示脱离体外循环失败",
        ),
        source="sourced: S08",
    )
    pre_mi = fields.Code(
        "Acute myocardial infarction",
        "急性心肌梗死",
        section="Events, adjuncts and bridges",
        codes=YES_NO,
        conditional=True,
        when="support_type in (2,3) and age_group=='A'",
        definition=(
            "Infarction diagnosed by the treating team in the acute event that led to ECLS; a raised troponin alone is no",
            "导致 ECLS 的本次急性事件中经治医师诊断；仅肌钙蛋白升高填“否”",
        ),
        source="sourced: S08",
    )
    pre_mi_type = fields.Code(
        "Infarction type",
        "心梗类型",
        section="Events, adjuncts and bridges",
        codes=MI_TYPE,
        conditional=True,
        when="pre_mi==1",
        definition=(
            "By the ECG at diagnosis, before angiography; unknown when no ECG could be read",
            "按诊断时、造影前心电图分型；无可判读心电图填“不详”",
        ),
        source="sourced: S08",
    )
    pre_cardiac_procedures = fields.Codes(
        "Cardiac procedure in last 30 days",
        "近30天心脏手术/操作",
        section="Events, adjuncts and bridges",
        codes=CARDIAC_PROC,
        definition=(
            "Every procedure in the 30 days before flow, other hospitals included; diagnostic angiography alone does not count",
            "转流前 30 天内全部手术/操作，含外院；仅诊断性造影不计",
        ),
    )
    postcardiotomy = fields.Code(
        "Cardiac surgery in last 7 days (post-cardiotomy)",
        "7天内心脏手术(心脏术后)",
        section="Events, adjuncts and bridges",
        codes=YES_NO,
        conditional=True,
        when="support_type in (2,3)",
        definition=(
            "Heart operation, with or without bypass, in the 7 days before flow; a catheter intervention alone is no",
            "转流前 7 天内心脏手术，不论是否体外循环；仅介入操作填“否”",
        ),
        source="sourced: S08",
    )
    bypass_minutes = fields.Number(
        "Bypass time",
        "体外循环时间",
        section="Events, adjuncts and bridges",
        unit="min",
        soft=Ranges(all=(30, 400)),
        hard=Ranges(all=(0, 1440)),
        conditional=True,
        when="postcardiotomy==1",
        definition=(
            "Sum of all pump runs in the last heart operation before flow, from its perfusion record; 0 if off-pump",
            "转流前末次心脏手术各段转机时间合计，取自灌注记录；非体外循环填 0",
        ),
    )
    crossclamp_minutes = fields.Number(
        "Cross-clamp time",
        "主动脉阻断时间",
        section="Events, adjuncts and bridges",
        unit="min",
        soft=Ranges(all=(0, 250)),
        hard=Ranges(all=(0, 900)),
        conditional=True,
        when="postcardiotomy==1",
        definition=(
            "Sum of all clamp periods in that same operation, from its perfusion record; 0 if never clamped",
            "同一次手术各段阻断时间合计，取自灌注记录；未阻断填 0",
        ),
    )
    pre_rrt = fields.Code(
        "Renal replacement before ECLS",
        "ECLS前肾脏替代",
        section="Events, adjuncts and bridges",
        codes=RRT,
        required=True,
        definition=(
            "Last method used before flow in this illness, long-term dialysis included; none if only planned",
            "本次病程转流前最后使用的方式，含长期透析；仅计划者填“无”",
        ),
        source="sourced: S08",
    )
    pre_aki_stage = fields.Number(
        "KDIGO stage before ECLS",
        "ECLS前AKI分期(KDIGO)",
        section="Events, adjuncts and bridges",
        unit="stage",
        soft=Ranges(all=(0, 3)),
        hard=Ranges(all=(0, 3)),
        definition=(
            "Highest stage up to start of flow, by creatinine or urine, whichever is worse; 0 if none",
            "截至转流前的最高分期，肌酐与尿量标准取较重者；无则填 0",
        ),
        source="sourced: S29",
    )
    nonpulmonary_infection = fields.Code(
        "Associated non-pulmonary infection",
        "合并肺外感染",
        section="Events, adjuncts and bridges",
        codes=YES_NO_UNKNOWN,
        conditional=True,
        when="support_type==1 and age_group=='A'",
        definition=("RESP item", "RESP 评分条目"),
        source="sourced: S32",
    )
    pre_gcs = fields.Number(
        "Glasgow Coma Scale (before sedation)",
        "格拉斯哥昏迷评分",
        section="Events, adjuncts and bridges",
        unit="score",
        soft=Ranges(all=(3, 15)),
        hard=Ranges(all=(3, 15)),
        definition=(
            "Not scorable under sedation: leave empty and tick not assessed",
            "镇静状态下无法评分：留空并勾选“未评估”",
        ),
        source="sourced: S09",
    )
    pre_scai = fields.Code(
        "SCAI shock stage",
        "SCAI休克分期",
        section="Events, adjuncts and bridges",
        codes=SCAI,
        conditional=True,
        when="support_type==2 and age_group=='A'",
        definition=(
            "Stage just before flow, by the treating team from the notes; not the worst earlier stage nor the stage on ECLS",
            "转流前即刻由治疗团队依病历判定；不取更早最重期或 ECLS 期间",
        ),
        source="sourced: S30",
    )
    pre_sofa = fields.Number(
        "SOFA score",
        "SOFA评分",
        section="Events, adjuncts and bridges",
        unit="score",
        soft=Ranges(all=(2, 20)),
        hard=Ranges(all=(0, 24)),
        when="age_group=='A'",
        definition=(
            "Worst values of the 24 h before flow; if sedated, use the last GCS before sedation",
            "取转流前 24 h 内最差值；镇静者用镇静前最后一次 GCS",
        ),
        source="sourced: S11",
    )
    pre_apache2 = fields.Number(
        "APACHE II",
        "APACHE II评分",
        section="Events, adjuncts and bridges",
        unit="score",
        soft=Ranges(all=(10, 45)),
        hard=Ranges(all=(0, 71)),
        when="age_group=='A'",
        definition=(
            "Worst values of the 24 h before flow, with age and chronic-health points; not the score at ICU admission",
            "取转流前 24 h 内最差值，含年龄和慢性病分；不用入 ICU 时评分",
        ),
        source="sourced: S11",
    )
    pre_pelod2 = fields.Number(
        "PELOD-2",
        "PELOD-2评分",
        section="Events, adjuncts and bridges",
        unit="score",
        soft=Ranges(all=(0, 25)),
        hard=Ranges(all=(0, 33)),
        when="age_group=='P'",
        definition=(
            "Worst values of the 24 h before flow; an item not measured counts as normal",
            "取转流前 24 h 内最差值；未测项目按正常计",
        ),
    )

    class Meta:
        db_table = "registry_preecls"

    def __str__(self) -> str:
        return f"{self.run} pre_ecls"
