"""The patient and the circuit on support, at 4 h, at 24 h and day by day."""

from decimal import Decimal

from django.db import models

from centers.history import tracked
from crf import fields
from crf.checks import answers
from crf.codelists.before import RRT, VASOACTIVE, VENT_STATUS
from crf.codelists.support import ANTICOAG, ANTICOAG_MONITOR, MOBILITY, SAMPLE_SITE, TIMEPOINT
from crf.items import Ranges, Unit
from registry.models.parts import Row
from registry.models.run import Run


@tracked()
@answers
class SupportRecord(Row):
    """What was measured at one time point of a run."""

    entity = "support_record"

    run = models.ForeignKey(Run, models.CASCADE, related_name="support_records")

    timepoint = fields.Code(
        "Time point",
        "时间点",
        section="Time point",
        codes=TIMEPOINT,
        required=True,
        definition=(
            "Only the 24 h row is expected for a complete record (V091). 4 h, daily, weaning and final rows are optional [judgement]",
            "完整记录仅要求 24 h 一行。4 h、每日、撤机及末次各行选填",
        ),
    )
    measured_at = fields.Moment(
        "Time of measurement",
        "测量时间",
        section="Time point",
        required=True,
        definition=(
            "When most values of the row were taken; 3 to 6 h after start for the 4 h row, 18 to 30 h for the 24 h row",
            "本行多数数据的时间；4 h 行在启动后 3–6 h，24 h 行在 18–30 h",
        ),
    )
    pump_flow = fields.DecimalNumber(
        "Pump flow",
        "泵流量",
        section="Circuit",
        places=2,
        unit="L/min",
        soft=Ranges(N=(0.2, 1), P=(0.3, 5), A=(1.5, 6.5)),
        hard=Ranges(N=(0, 3), P=(0, 10), A=(0, 12)),
        required=True,
        definition=(
            "Flow index is derived with weight and body surface area",
            "流量指数由体重和体表面积推算",
        ),
        source="sourced: S09",
    )
    pump_rpm = fields.Number(
        "Pump speed",
        "泵转速",
        section="Circuit",
        unit="/min",
        soft=Ranges(all=(500, 4500)),
        hard=Ranges(all=(0, 12000)),
        definition=(
            "Console reading nearest the time point in steady running; for a roller pump, its revolutions per minute",
            "最接近时间点的主机稳定读数；滚压泵填每分钟转数",
        ),
        source="sourced: S09",
    )
    sweep_gas_flow = fields.DecimalNumber(
        "Sweep gas flow",
        "膜肺气流量(sweep)",
        section="Circuit",
        places=2,
        unit="L/min",
        soft=Ranges(N=(0.1, 2), P=(0.2, 8), A=(0.5, 12)),
        hard=Ranges(all=(0, 20)),
        required=True,
        definition=(
            "Setting nearest the time point on the membrane lung gas supply; ventilator gas does not count. 0 if off",
            "最接近时间点的膜肺供气设定；呼吸机气流不计。关闭填 0",
        ),
        source="sourced: S07",
    )
    sweep_fio2 = fields.Number(
        "Sweep gas oxygen fraction",
        "膜肺供气氧浓度(FdO2)",
        section="Circuit",
        unit="%",
        alt_units=(Unit("fraction", Decimal("0.01")),),
        soft=Ranges(all=(21, 100)),
        hard=Ranges(all=(21, 100)),
        required=True,
        definition=(
            "Blender setting nearest the time point, in percent; 100 when pure oxygen is supplied",
            "最接近时间点的空氧混合器设定，填百分数；纯氧填 100",
        ),
        source="sourced: S07",
    )
    drainage_pressure = fields.Number(
        "Pump inlet (drainage) pressure",
        "引流负压",
        section="Circuit",
        unit="mmHg",
        soft=Ranges(all=(-120, 0)),
        hard=Ranges(all=(-500, 100)),
        definition=("Negative value", "填负值"),
        source="sourced: S07",
    )
    pre_membrane_pressure = fields.Number(
        "Pre-membrane pressure",
        "膜前压",
        section="Circuit",
        unit="mmHg",
        soft=Ranges(all=(50, 350)),
        hard=Ranges(all=(0, 900)),
        definition=(
            "Read between pump and membrane lung, at the same moment as the post-membrane pressure",
            "在泵与膜肺之间读取，与膜后压同一时刻",
        ),
        source="sourced: S07",
    )
    post_membrane_pressure = fields.Number(
        "Post-membrane pressure",
        "膜后压",
        section="Circuit",
        unit="mmHg",
        soft=Ranges(all=(50, 320)),
        hard=Ranges(all=(0, 900)),
        definition=(
            "Read on the return side after the membrane lung, at the same moment as the pre-membrane pressure",
            "在膜肺之后的回流端读取，与膜前压同一时刻",
        ),
        source="sourced: S07",
    )
    post_membrane_po2 = fields.Number(
        "Post-membrane PO2",
        "膜后氧分压",
        section="Circuit",
        unit="mmHg",
        alt_units=(Unit("kPa", 1 / Decimal("7.5006")),),
        soft=Ranges(all=(100, 600)),
        hard=Ranges(all=(10, 800)),
        definition=(
            "Blood gas drawn after the membrane lung nearest the time point; the patient's own gas goes under PaO2",
            "最接近时间点的膜后血气；患者动脉血气填“动脉血氧分压”",
        ),
        source="sourced: S07",
    )
    pre_membrane_so2 = fields.Number(
        "Pre-membrane saturation",
        "膜前氧饱和度",
        section="Circuit",
        unit="%",
        soft=Ranges(all=(50, 90)),
        hard=Ranges(all=(0, 100)),
        definition=(
            "Drainage side of the circuit nearest the time point, sensor or sample; not the patient's own venous line",
            "最接近时间点的管路引流端，探头或血样均可；非患者静脉导管",
        ),
        source="sourced: S07",
    )
    recirculation_fraction = fields.Number(
        "Recirculation fraction",
        "再循环率",
        section="Circuit",
        unit="%",
        soft=Ranges(all=(0, 40)),
        hard=Ranges(all=(0, 100)),
        when="initial_mode in ('VV','VAV') or mode_changed==1",
        definition=(
            "Measured or calculated nearest the time point, at the flow entered in this row; do not guess from appearance",
            "最接近时间点、在本行流量下实测或计算；不凭肉眼估计",
        ),
        source="sourced: S07",
    )
    on_ph = fields.DecimalNumber(
        "Arterial pH",
        "动脉血pH",
        section="Patient gas and hemodynamics",
        places=3,
        soft=Ranges(all=(7.2, 7.55)),
        hard=Ranges(all=(6.2, 8)),
        required=True,
        definition=(
            "Patient arterial sample nearest the time point, from the site named in this row; circuit samples do not count",
            "最接近时间点的患者动脉血，部位同本行所填；管路血样不计",
        ),
        source="sourced: S08",
    )
    on_paco2 = fields.DecimalNumber(
        "PaCO2",
        "动脉血二氧化碳分压",
        section="Patient gas and hemodynamics",
        places=1,
        unit="mmHg",
        alt_units=(Unit("kPa", 1 / Decimal("7.5006")),),
        soft=Ranges(all=(28, 60)),
        hard=Ranges(all=(3, 300)),
        required=True,
        definition=(
            "Same patient arterial sample as the pH; circuit or end-tidal values do not count",
            "与 pH 同一患者动脉血样；管路或呼末值不计",
        ),
        source="sourced: S08",
    )
    on_pao2 = fields.DecimalNumber(
        "PaO2",
        "动脉血氧分压",
        section="Patient gas and hemodynamics",
        places=1,
        unit="mmHg",
        alt_units=(Unit("kPa", 1 / Decimal("7.5006")),),
        soft=Ranges(all=(50, 400)),
        hard=Ranges(all=(5, 760)),
        required=True,
        definition=(
            "Same patient arterial sample as the pH; post-membrane gas does not count",
            "与 pH 同一患者动脉血样；膜后血气不计",
        ),
        source="sourced: S08",
    )
    on_sample_site = fields.Code(
        "Sampling site",
        "采血部位",
        section="Patient gas and hemodynamics",
        codes=SAMPLE_SITE,
        definition=(
            "Right radial needed to detect differential hypoxemia in femoral VA",
            "股 VA 时须取右桡动脉血，方可发现差异性低氧血症",
        ),
        source="sourced: S07",
    )
    on_hco3 = fields.DecimalNumber(
        "Bicarbonate",
        "碳酸氢根",
        section="Patient gas and hemodynamics",
        places=1,
        unit="mmol/L",
        soft=Ranges(all=(16, 35)),
        hard=Ranges(all=(0.5, 80)),
        definition=(
            "Same patient arterial sample as the pH; actual value if a standard one is also printed",
            "与 pH 同一患者动脉血样；并列时取实际值，不取标准值",
        ),
        source="sourced: S08",
    )
    on_base_excess = fields.DecimalNumber(
        "Base excess",
        "剩余碱",
        section="Patient gas and hemodynamics",
        places=1,
        unit="mmol/L",
        soft=Ranges(all=(-12, 12)),
        hard=Ranges(all=(-60, 50)),
        definition=(
            "Same patient arterial sample as the pH; negative for a deficit. Standard (extracellular) value if two are printed",
            "与 pH 同一患者动脉血样，碱缺失填负值；有两种时取标准（细胞外液）值",
        ),
        source="sourced: S08",
    )
    on_sao2 = fields.DecimalNumber(
        "Arterial saturation",
        "动脉血氧饱和度",
        section="Patient gas and hemodynamics",
        places=1,
        unit="%",
        soft=Ranges(all=(80, 100)),
        hard=Ranges(all=(1, 100)),
        definition=(
            "From the same arterial gas as the pH; an oximeter or circuit sensor reading does not count",
            "取自与 pH 同一动脉血气；指脉氧或管路探头读数不计",
        ),
        source="sourced: S08",
    )
    on_lactate = fields.DecimalNumber(
        "Lactate",
        "血乳酸",
        section="Patient gas and hemodynamics",
        places=1,
        unit="mmol/L",
        alt_units=(Unit("mg/dL", Decimal("9.01")),),
        soft=Ranges(all=(0.5, 12)),
        hard=Ranges(all=(0.1, 40)),
        required=True,
        definition=(
            "Nearest the time point, blood gas or laboratory; not the peak of the day",
            "最接近时间点的一次，血气或检验科均可；不取当日峰值",
        ),
        source="sourced: S08",
    )
    on_svo2 = fields.DecimalNumber(
        "Venous saturation",
        "静脉血氧饱和度",
        section="Patient gas and hemodynamics",
        places=1,
        unit="%",
        soft=Ranges(all=(50, 85)),
        hard=Ranges(all=(1, 100)),
        definition=(
            "Patient central or pulmonary artery sample nearest the time point; the drainage line goes under pre-membrane",
            "最接近时间点的患者中心静脉或肺动脉血；引流端填“膜前氧饱和度”",
        ),
        source="sourced: S08",
    )
    on_heart_rate = fields.Number(
        "Heart rate",
        "心率",
        section="Patient gas and hemodynamics",
        unit="/min",
        soft=Ranges(N=(90, 190), P=(60, 180), A=(40, 150)),
        hard=Ranges(all=(0, 400)),
        definition=(
            "Monitor reading nearest the time point; paced beats count",
            "最接近时间点的监护读数；起搏心率计入",
        ),
        source="sourced: S08",
    )
    on_sbp = fields.Number(
        "Systolic pressure",
        "收缩压",
        section="Patient gas and hemodynamics",
        unit="mmHg",
        soft=Ranges(N=(35, 90), P=(50, 130), A=(60, 170)),
        hard=Ranges(all=(0, 350)),
        definition=(
            "Arterial line reading nearest the time point, cuff if none; if flat, the highest point of the trace",
            "最接近时间点的有创读数，无则用袖带；波形平直填曲线最高值",
        ),
        source="sourced: S08",
    )
    on_dbp = fields.Number(
        "Diastolic pressure",
        "舒张压",
        section="Patient gas and hemodynamics",
        unit="mmHg",
        soft=Ranges(N=(20, 65), P=(30, 90), A=(35, 110)),
        hard=Ranges(all=(0, 250)),
        definition=(
            "Same reading as the systolic pressure; if the trace is flat, its lowest point",
            "与收缩压同一次读数；波形平直填曲线最低值",
        ),
        source="sourced: S08",
    )
    on_map = fields.Number(
        "Mean pressure",
        "平均动脉压",
        section="Patient gas and hemodynamics",
        unit="mmHg",
        soft=Ranges(N=(30, 65), P=(40, 90), A=(50, 110)),
        hard=Ranges(all=(0, 300)),
        required=True,
        definition=(
            "Displayed mean at the same moment as the systolic pressure; with a flat trace this is the pressure to rely on",
            "与收缩压同时的显示平均值；波形平直时以此为准",
        ),
        source="sourced: S08",
    )
    on_pulse_pressure = fields.Number(
        "Pulse pressure",
        "脉压",
        section="Patient gas and hemodynamics",
        unit="mmHg",
        soft=Ranges(all=(0, 80)),
        hard=Ranges(all=(0, 200)),
        definition=("Non-pulsatility suggests left ventricular distension in VA", "VA 时无搏动提示左室扩张"),
    )
    on_cvp = fields.Number(
        "Central venous pressure",
        "中心静脉压",
        section="Patient gas and hemodynamics",
        unit="mmHg",
        soft=Ranges(all=(2, 20)),
        hard=Ranges(all=(-15, 80)),
        definition=(
            "Nearest the time point, at end expiration from a zeroed central line; circuit drainage pressure does not count",
            "最接近时间点、校零后呼气末中心静脉导管读数；管路引流压不计",
        ),
        source="sourced: S08",
    )
    on_temp = fields.DecimalNumber(
        "Temperature",
        "体温",
        section="Patient gas and hemodynamics",
        places=1,
        unit="°C",
        soft=Ranges(all=(33, 38.5)),
        hard=Ranges(all=(8, 47)),
        definition=(
            "Patient core temperature nearest the time point; heater or circuit blood temperature does not count",
            "最接近时间点的患者核心温度；水箱或管路血温不计",
        ),
        source="sourced: S08",
    )
    nirs_cerebral_left = fields.Number(
        "Cerebral oximetry, left",
        "左侧脑氧饱和度",
        section="Patient gas and hemodynamics",
        unit="%",
        soft=Ranges(all=(40, 85)),
        hard=Ranges(all=(0, 100)),
        definition=(
            "Left forehead sensor reading nearest the time point, the patient's left; not the lowest of the day",
            "最接近时间点的左额探头读数，以患者左侧为准；不取当日最低值",
        ),
    )
    nirs_cerebral_right = fields.Number(
        "Cerebral oximetry, right",
        "右侧脑氧饱和度",
        section="Patient gas and hemodynamics",
        unit="%",
        soft=Ranges(all=(40, 85)),
        hard=Ranges(all=(0, 100)),
        definition=(
            "Right forehead sensor reading nearest the time point, the patient's right; not the lowest of the day",
            "最接近时间点的右额探头读数，以患者右侧为准；不取当日最低值",
        ),
    )
    nirs_limb = fields.Number(
        "Cannulated limb oximetry",
        "置管肢体氧饱和度",
        section="Patient gas and hemodynamics",
        unit="%",
        soft=Ranges(all=(40, 85)),
        hard=Ranges(all=(0, 100)),
        definition=(
            "Sensor beyond the cannula nearest the time point; if both limbs are cannulated, the lower reading",
            "最接近时间点的插管远端肢体读数；两侧均置管者取较低值",
        ),
    )
    on_vasoactive_drugs = fields.Codes(
        "Vasoactive drugs",
        "血管活性药物",
        section="Patient gas and hemodynamics",
        codes=VASOACTIVE,
        definition=(
            "All running as infusions at the time point; single boluses do not count. 'None' excludes every other choice",
            "时间点正在持续输注的全部药物；单次推注不计。“无”不与其他并选",
        ),
        source="sourced: S08",
    )
    on_vis = fields.DecimalNumber(
        "Vasoactive-inotropic score",
        "血管活性药物评分",
        section="Patient gas and hemodynamics",
        places=1,
        unit="score",
        soft=Ranges(all=(0, 80)),
        hard=Ranges(all=(0, 10000)),
        definition=("Entered or calculated from doses", "直接填写或由剂量计算"),
        source="sourced: S31",
    )
    on_lvef = fields.Number(
        "LV ejection fraction",
        "左室射血分数",
        section="Patient gas and hemodynamics",
        unit="%",
        soft=Ranges(all=(5, 70)),
        hard=Ranges(all=(0, 95)),
        definition=(
            "Echo nearest the time point, at the flow then running; a visual estimate is accepted. No echo: not done",
            "最接近时间点、当时流量下的超声心动图，可目测；未查选“未做”",
        ),
        source="sourced: S46",
    )
    on_lvot_vti = fields.DecimalNumber(
        "LVOT velocity-time integral",
        "左室流出道VTI",
        section="Patient gas and hemodynamics",
        places=1,
        unit="cm",
        soft=Ranges(all=(3, 25)),
        hard=Ranges(all=(0, 40)),
        definition=("Over 10 cm predicted successful weaning", "> 10 cm 预示撤机成功"),
        source="sourced: S33",
    )
    on_vent_status = fields.Code(
        "Respiratory support",
        "呼吸支持方式",
        section="Ventilation",
        codes=VENT_STATUS,
        required=True,
        definition=(
            "Support in use at the time point, not the highest of the day",
            "时间点正在使用的方式，不取当日最高级别",
        ),
        source="sourced: S08",
    )
    on_fio2 = fields.Number(
        "Ventilator FiO2",
        "呼吸机FiO2",
        section="Ventilation",
        unit="%",
        alt_units=(Unit("fraction", Decimal("0.01")),),
        soft=Ranges(all=(21, 80)),
        hard=Ranges(all=(21, 100)),
        conditional=True,
        when="on_vent_status in (1,2,3)",
        definition=(
            "Ventilator or high-flow setting at the time point, in percent; sweep gas oxygen goes in its own field",
            "时间点呼吸机或高流量设定，填百分数；膜肺供气氧浓度另填",
        ),
        source="sourced: S08",
    )
    on_peep = fields.Number(
        "PEEP",
        "呼气末正压",
        section="Ventilation",
        unit="cmH2O",
        soft=Ranges(all=(5, 15)),
        hard=Ranges(all=(0, 40)),
        conditional=True,
        when="on_vent_status==1",
        definition=(
            "Set value at the time point; the CPAP level in a spontaneous mode. Intrinsic PEEP is not added",
            "时间点设定值，自主模式填 CPAP 水平；不加内源性 PEEP",
        ),
        source="sourced: S08",
    )
    on_pip = fields.Number(
        "Peak inspiratory pressure",
        "吸气峰压",
        section="Ventilation",
        unit="cmH2O",
        soft=Ranges(all=(12, 30)),
        hard=Ranges(all=(3, 120)),
        conditional=True,
        when="on_vent_status==1",
        definition=(
            "Reading nearest the time point, absolute pressure including PEEP; cough and suction peaks do not count",
            "最接近时间点的读数，含 PEEP 的绝对压力；咳嗽、吸痰峰值不计",
        ),
        source="sourced: S08",
    )
    on_map_airway = fields.DecimalNumber(
        "Mean airway pressure",
        "平均气道压",
        section="Ventilation",
        places=1,
        unit="cmH2O",
        soft=Ranges(all=(6, 22)),
        hard=Ranges(all=(1, 80)),
        when="on_vent_status==1",
        definition=(
            "Displayed on the ventilator nearest the time point; arterial mean pressure goes in its own field",
            "最接近时间点的呼吸机显示值；平均动脉压另有字段",
        ),
        source="sourced: S08",
    )
    on_vent_rate = fields.Number(
        "Ventilator rate",
        "呼吸频率",
        section="Ventilation",
        unit="/min",
        soft=Ranges(N=(10, 40), P=(8, 30), A=(4, 25)),
        hard=Ranges(all=(0, 150)),
        when="on_vent_status==1",
        definition=(
            "Rate set on the ventilator at the time point; the patient's own breaths do not count",
            "时间点呼吸机设定的频率；患者自主呼吸不计",
        ),
        source="sourced: S08",
    )
    on_tidal_volume = fields.Number(
        "Tidal volume",
        "潮气量",
        section="Ventilation",
        unit="mL",
        soft=Ranges(N=(3, 30), P=(10, 400), A=(50, 500)),
        hard=Ranges(all=(0, 2000)),
        when="on_vent_status==1",
        definition=(
            "Expired volume per breath nearest the time point, in mL and not per kg; enter the low values of rest settings as shown",
            "最接近时间点的呼出量，填 mL，不按体重折算；肺休息时低值照实填",
        ),
    )
    anticoagulant = fields.Code(
        "Anticoagulant",
        "抗凝药物",
        section="Anticoagulation and laboratory",
        codes=ANTICOAG,
        required=True,
        definition=(
            "Main systemic or circuit drug at the time point; line flushes and citrate used only for CRRT do not count",
            "时间点全身或管路的主要药物；封管冲管及仅用于 CRRT 的枸橼酸不计",
        ),
    )
    anticoag_monitor = fields.Code(
        "Main monitoring test",
        "抗凝监测指标",
        section="Anticoagulation and laboratory",
        codes=ANTICOAG_MONITOR,
        definition=(
            "Test by which the dose was adjusted that day; several only if two or more guided it equally",
            "当日据以调整剂量的指标；两项以上并重时才选“多项联合”",
        ),
    )
    heparin_dose = fields.DecimalNumber(
        "Heparin rate",
        "肝素剂量",
        section="Anticoagulation and laboratory",
        places=1,
        unit="U/kg/h",
        soft=Ranges(all=(2, 30)),
        hard=Ranges(all=(0, 150)),
        when="anticoagulant==1",
        definition=(
            "Infusion rate at the time point, per kg body weight; boluses and line flushes do not count. 0 if paused",
            "时间点持续泵速，按千克体重计；推注和冲管不计。暂停填 0",
        ),
    )
    on_act = fields.Number(
        "ACT",
        "活化凝血时间",
        section="Anticoagulation and laboratory",
        unit="s",
        soft=Ranges(all=(140, 220)),
        hard=Ranges(all=(30, 2000)),
        definition=(
            "Test nearest the time point, in seconds; a sample taken soon after a bolus does not count",
            "最接近时间点的一次，单位 s；推注后即刻的标本不计",
        ),
        source="sourced: S09",
    )
    on_aptt = fields.DecimalNumber(
        "APTT",
        "活化部分凝血活酶时间",
        section="Anticoagulation and laboratory",
        places=1,
        unit="s",
        soft=Ranges(all=(35, 90)),
        hard=Ranges(all=(10, 400)),
        definition=(
            "Test nearest the time point, in seconds and not the ratio; a heparin-contaminated sample does not count",
            "最接近时间点的一次，填秒数，不填比值；肝素污染标本不计",
        ),
        source="sourced: S08",
    )
    on_antixa = fields.DecimalNumber(
        "Anti-Xa",
        "抗Xa活性",
        section="Anticoagulation and laboratory",
        places=2,
        unit="IU/mL",
        soft=Ranges(all=(0.1, 0.7)),
        hard=Ranges(all=(0, 10)),
        definition=(
            "Test nearest the time point, calibrated for the heparin in use; not an oral-drug level",
            "最接近时间点、按所用肝素校准的结果；口服抗凝药浓度不计",
        ),
    )
    on_antithrombin = fields.Number(
        "Antithrombin activity",
        "抗凝血酶活性",
        section="Anticoagulation and laboratory",
        unit="%",
        soft=Ranges(all=(50, 130)),
        hard=Ranges(all=(0, 250)),
        definition=(
            "Activity nearest the time point, in percent, even after concentrate; antigen does not count",
            "最接近时间点的活性，填百分数，补充后亦按实填；抗原测定不计",
        ),
    )
    on_inr = fields.DecimalNumber(
        "INR",
        "国际标准化比值",
        section="Anticoagulation and laboratory",
        places=1,
        soft=Ranges(all=(0.9, 2.5)),
        hard=Ranges(all=(0.4, 30)),
        definition=(
            "Result nearest the time point, as reported; a rise due to argatroban is not corrected",
            "最接近时间点的结果，按报告填写；阿加曲班所致升高不校正",
        ),
        source="sourced: S08",
    )
    on_fibrinogen = fields.DecimalNumber(
        "Fibrinogen",
        "纤维蛋白原",
        section="Anticoagulation and laboratory",
        places=1,
        unit="g/L",
        soft=Ranges(all=(1.5, 7)),
        hard=Ranges(all=(0, 20)),
        definition=(
            "Functional (Clauss) result nearest the time point, even after replacement; breakdown products do not count",
            "最接近时间点的 Clauss 法结果，补充后亦按实填；降解产物不计",
        ),
    )
    on_ddimer = fields.DecimalNumber(
        "D-dimer",
        "D-二聚体",
        section="Anticoagulation and laboratory",
        places=2,
        unit="mg/L FEU",
        soft=Ranges(all=(0.2, 30)),
        hard=Ranges(all=(0, 1000)),
        definition=(
            "Result nearest the time point, in FEU; check the report unit and double a result given in DDU",
            "最接近时间点的结果，以 FEU 计；核对报告单位，DDU 结果乘以 2",
        ),
        source="sourced: S11",
    )
    on_hb = fields.Number(
        "Hemoglobin",
        "血红蛋白",
        section="Anticoagulation and laboratory",
        unit="g/L",
        alt_units=(Unit("g/dL", 1 / Decimal("10")),),
        soft=Ranges(all=(70, 140)),
        hard=Ranges(all=(10, 280)),
        required=True,
        definition=(
            "Result nearest the time point, laboratory preferred to blood gas. Enter g/L; not the plasma free value",
            "最接近时间点的结果，血常规优先于血气。单位 g/L；非游离血红蛋白",
        ),
        source="sourced: S08",
    )
    on_platelets = fields.Number(
        "Platelets",
        "血小板计数",
        section="Anticoagulation and laboratory",
        unit="10^9/L",
        soft=Ranges(all=(40, 350)),
        hard=Ranges(all=(0, 3000)),
        required=True,
        definition=(
            "Count nearest the time point, even after a transfusion; a clumped sample does not count",
            "最接近时间点的结果，输注后亦按实填；标本聚集者不计",
        ),
        source="sourced: S08",
    )
    plasma_free_hb = fields.Number(
        "Plasma free hemoglobin",
        "血浆游离血红蛋白",
        section="Anticoagulation and laboratory",
        unit="mg/L",
        alt_units=(Unit("mg/dL", 1 / Decimal("10")),),
        soft=Ranges(all=(0, 500)),
        hard=Ranges(all=(0, 50000)),
        definition=(
            "Over 500 mg/L (50 mg/dL) marks relevant hemolysis",
            "> 500 mg/L（50 mg/dL）提示有意义的溶血",
        ),
        source="sourced: S45",
    )
    on_creatinine = fields.Number(
        "Creatinine",
        "血肌酐",
        section="Anticoagulation and laboratory",
        unit="μmol/L",
        alt_units=(Unit("mg/dL", 1 / Decimal("88.42")),),
        soft=Ranges(N=(20, 150), P=(15, 200), A=(40, 400)),
        hard=Ranges(all=(5, 7000)),
        definition=(
            "Result nearest the time point, also when dialysis is running; not the highest of the day",
            "最接近时间点的结果，透析中亦按实填；不取当日最高值",
        ),
        source="sourced: S08",
    )
    on_bilirubin = fields.DecimalNumber(
        "Total bilirubin",
        "总胆红素",
        section="Anticoagulation and laboratory",
        places=1,
        unit="μmol/L",
        alt_units=(Unit("mg/dL", 1 / Decimal("17.1")),),
        soft=Ranges(all=(5, 150)),
        hard=Ranges(all=(0, 1500)),
        definition=(
            "Serum result nearest the time point; direct bilirubin or a skin meter reading does not count",
            "最接近时间点的血清值；直接胆红素或经皮测定不计",
        ),
        source="sourced: S08",
    )
    urine_ml = fields.Number(
        "Urine output, 24 h",
        "24小时尿量",
        section="Anticoagulation and laboratory",
        unit="mL",
        soft=Ranges(N=(0, 600), P=(0, 3000), A=(0, 5000)),
        hard=Ranges(all=(0, 30000)),
        definition=(
            "Sum of the 24 h ending at the time point; fluid removed by dialysis does not count. 0 if none",
            "截至时间点的 24 h 合计；透析脱水量不计。无尿填 0",
        ),
        source="sourced: S08",
    )
    fluid_balance_ml = fields.Number(
        "Fluid balance, 24 h",
        "24小时液体平衡",
        section="Anticoagulation and laboratory",
        unit="mL",
        soft=Ranges(all=(-4000, 5000)),
        hard=Ranges(all=(-30000, 60000)),
        definition=(
            "All intake, blood products included, minus all output, dialysis removal included, over the same 24 h; net loss is negative",
            "同一 24 h 总入量（含血制品）减总出量（含透析脱水）；负平衡填负值",
        ),
        source="sourced: S08",
    )
    on_rrt = fields.Code(
        "Renal replacement",
        "肾脏替代治疗",
        section="Anticoagulation and laboratory",
        codes=RRT,
        required=True,
        definition=(
            "Method in use at the time point; an intermittent session counts if given in the 24 h before it",
            "时间点正在使用的方式；此前 24 h 内做过间断透析也算",
        ),
        source="sourced: S08",
    )
    mobility_level = fields.Code(
        "Highest mobility level",
        "最高活动水平",
        section="Anticoagulation and laboratory",
        codes=MOBILITY,
        when="age_group=='A'",
        definition=(
            "Best level reached in the 24 h ending at the time point, even once; turning by nurses does not count",
            "截至时间点 24 h 内达到的最高级别，一次即算；护士翻身不计",
        ),
        source="sourced: S08",
    )
    rass = fields.Number(
        "RASS sedation score",
        "RASS镇静评分",
        section="Anticoagulation and laboratory",
        unit="score",
        soft=Ranges(all=(-5, 4)),
        hard=Ranges(all=(-5, 4)),
        definition=(
            "Score nearest the time point as charted, under current sedation; not after a sedation pause",
            "最接近时间点的护理记录评分，按当时镇静状态；不取停镇静后评分",
        ),
        source="sourced: S08",
    )

    class Meta:
        db_table = "registry_supportrecord"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.run} support_record {self.position}"
