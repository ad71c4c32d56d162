"""The sections of the forms in Chinese; the English name is the key the fields carry."""

from crf.pairs import Pair

CHINESE = {
    "Record": "记录",
    "Identity": "身份信息",
    "Perinatal (neonates and infants)": "围产期（新生儿与婴儿）",
    "Admission": "入院",
    "Body size": "体格",
    "History": "病史",
    "Timing": "时间",
    "Ventilation (within 6 h)": "通气（6 h 内）",
    "Blood gas (arterial unless stated, within 6 h)": "血气（除注明外为动脉血，6 h 内）",
    "Hemodynamics (within 6 h)": "血流动力学（6 h 内）",
    "Vasoactive drugs (highest rate within 6 h)": "血管活性药物（6 h 内最大剂量）",
    "Laboratory (within 24 h)": "实验室检查（24 h 内）",
    "Events, adjuncts and bridges": "事件、辅助治疗与桥接",
    "Run header": "本次辅助概要",
    "Diagnosis (repeatable)": "诊断（可重复）",
    "Cannula (repeatable, one row per cannula)": "插管（可重复，每根一行）",
    "Left heart unloading": "左心减压",
    "Mode segments (repeatable)": "模式阶段（可重复）",
    "Procedures and totals during the run": "本次辅助期间的操作与总量",
    "Circuit": "管路",
    "Patient gas and hemodynamics": "患者血气与血流动力学",
    "Ventilation": "通气",
    "Anticoagulation and laboratory": "抗凝与实验室检查",
    "Weaning (per run)": "撤机（每次辅助）",
    "Hospital outcome (per admission)": "住院结局（每次住院）",
    "Contact": "联系与近况",
    "Neurological and functional": "神经与功能",
    "Quality of life and mental health": "生活质量与心理健康",
    "Children": "儿童",
    "Cardiac arrest and ECPR": "心搏骤停与 ECPR",
    "Time point": "时间点",
    "Equipment": "设备",
    "Complications": "并发症",
    "Infections": "感染",
}


def section_label(section: str) -> Pair:
    return Pair(section, CHINESE.get(section, section))
