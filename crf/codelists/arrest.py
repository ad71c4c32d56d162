"""Code lists of arrest and ECPR."""

from crf.codes import CodeList, Option

ARREST_LOCATION = CodeList(
    "arrest_location",
    ("Arrest location", "心搏骤停地点"),
    [
        Option(1, "Out of hospital", "院外(OHCA)"),
        Option(2, "In hospital", "院内(IHCA)"),
        Option(9, "Unknown", "不详"),
    ],
    "sourced: S08",
)

ARREST_PLACE = CodeList(
    "arrest_place",
    ("Detailed place of arrest", "心搏骤停具体场所"),
    [
        Option(1, "Home", "家中"),
        Option(2, "Public place", "公共场所"),
        Option(3, "Workplace", "工作场所"),
        Option(4, "Ambulance", "救护车"),
        Option(5, "Emergency department", "急诊科"),
        Option(6, "ICU", "重症监护室"),
        Option(7, "Ward", "普通病房"),
        Option(8, "Catheterization laboratory", "导管室"),
        Option(9, "Operating room", "手术室"),
        Option(10, "Delivery room", "产房"),
        Option(88, "Other", "其他"),
    ],
)

RHYTHM = CodeList(
    "rhythm",
    ("Cardiac arrest rhythm", "心搏骤停心律"),
    [
        Option(1, "Ventricular fibrillation", "心室颤动"),
        Option(2, "Pulseless ventricular tachycardia", "无脉性室速"),
        Option(3, "Pulseless electrical activity", "无脉性电活动"),
        Option(4, "Asystole", "心室停搏"),
        Option(5, "Shockable, not specified", "可电击心律(未分型)"),
        Option(6, "Bradycardia with poor perfusion (pediatric)", "心动过缓伴低灌注(儿科)"),
        Option(7, "Non-shockable, not specified", "不可电击心律(未分型)"),
        Option(9, "Unknown", "不详"),
    ],
    "sourced: S08; judgement",
)

ARREST_CAUSE = CodeList(
    "arrest_cause",
    ("Cause of arrest", "心搏骤停病因"),
    [
        Option(1, "Acute coronary syndrome", "急性冠脉综合征"),
        Option(2, "Primary arrhythmia", "原发性心律失常"),
        Option(3, "Myocarditis or cardiomyopathy", "心肌炎/心肌病"),
        Option(4, "Congenital heart disease", "先天性心脏病"),
        Option(5, "Pulmonary embolism", "肺栓塞"),
        Option(6, "Aortic dissection or tamponade", "主动脉夹层/心脏压塞"),
        Option(7, "Hypoxia or respiratory (incl. drowning, asphyxia)", "低氧/呼吸性(含淹溺、窒息)"),
        Option(8, "Hypothermia", "低体温"),
        Option(9, "Intoxication", "中毒"),
        Option(10, "Hypovolemia or trauma", "低血容量/创伤"),
        Option(11, "Electrolyte or metabolic", "电解质/代谢"),
        Option(12, "Post-cardiotomy", "心脏术后"),
        Option(13, "Amniotic fluid embolism", "羊水栓塞"),
        Option(88, "Other", "其他"),
        Option(99, "Unknown", "不详"),
    ],
)

CPR_TYPE = CodeList(
    "cpr_type",
    ("CPR technique", "复苏方式"),
    [
        Option(1, "Manual", "徒手"),
        Option(2, "Mechanical device", "机械按压"),
        Option(3, "Both", "两者"),
        Option(4, "Open-chest", "开胸按压"),
    ],
)
