"""Code lists of daily support data."""

from crf.codes import CodeList, Option

TIMEPOINT = CodeList(
    "timepoint",
    ("Time point", "时间点"),
    [
        Option("H4", "4 h after ECLS start (window 3-6 h)", "启动后4小时(3~6小时)"),
        Option("H24", "24 h after ECLS start (window 18-30 h)", "启动后24小时(18~30小时)"),
        Option("DAY", "Daily, value nearest 08:00", "每日(最接近08:00)"),
        Option("WEAN", "At start of weaning trial", "撤机试验开始时"),
        Option("OFF", "Last value before discontinuation", "终止前最后一次"),
    ],
)

ANTICOAG = CodeList(
    "anticoag",
    ("Anticoagulant", "抗凝药物"),
    [
        Option(0, "None", "无抗凝"),
        Option(1, "Unfractionated heparin", "普通肝素"),
        Option(2, "Bivalirudin", "比伐芦定"),
        Option(3, "Argatroban", "阿加曲班"),
        Option(4, "Nafamostat", "萘莫司他"),
        Option(5, "Low-molecular-weight heparin", "低分子肝素"),
        Option(6, "Regional citrate", "局部枸橼酸"),
        Option(8, "Other", "其他"),
    ],
)

ANTICOAG_MONITOR = CodeList(
    "anticoag_monitor",
    ("Main monitoring test", "抗凝监测指标"),
    [
        Option(1, "ACT", "活化凝血时间"),
        Option(2, "APTT", "活化部分凝血活酶时间"),
        Option(3, "Anti-Xa", "抗Xa活性"),
        Option(4, "TEG/ROTEM", "血栓弹力图"),
        Option(5, "Several", "多项联合"),
        Option(0, "None", "不监测"),
    ],
)

SAMPLE_SITE = CodeList(
    "sample_site",
    ("Arterial sampling site", "动脉采血部位"),
    [
        Option(1, "Right radial", "右桡动脉"),
        Option(2, "Left radial", "左桡动脉"),
        Option(3, "Femoral", "股动脉"),
        Option(4, "Umbilical", "脐动脉"),
        Option(5, "Capillary", "毛细血管"),
        Option(8, "Other", "其他"),
    ],
    "sourced: S07; judgement",
)

MOBILITY = CodeList(
    "mobility",
    ("Highest mobility level", "最高活动水平"),
    [
        Option(0, "Lying in bed", "卧床"),
        Option(1, "Sitting or exercising in bed", "床上坐位/训练"),
        Option(2, "Passively moved to chair", "被动移至椅"),
        Option(3, "Sitting on edge of bed", "床边坐位"),
        Option(4, "Standing", "站立"),
        Option(5, "Transfer bed to chair", "床椅转移"),
        Option(6, "Marching on the spot", "原地踏步"),
        Option(7, "Walking, 2 or more helpers", "两人以上协助行走"),
        Option(8, "Walking, 1 helper", "一人协助行走"),
        Option(9, "Walking independently with aid", "助行器独立行走"),
        Option(10, "Walking independently", "独立行走"),
    ],
    "sourced: S08",
)
