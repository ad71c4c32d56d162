"""Code lists of complications."""

from crf.codes import CodeList, Option

COMP_GROUP = CodeList(
    "comp_group",
    ("Complication group", "并发症分组"),
    [
        Option("MEC", "Mechanical / circuit", "机械/管路"),
        Option("HEM", "Hemorrhagic", "出血"),
        Option("NEU", "Neurological", "神经系统"),
        Option("REN", "Renal", "肾脏"),
        Option("CVS", "Cardiovascular", "心血管"),
        Option("PUL", "Pulmonary", "肺部"),
        Option("INF", "Infectious", "感染"),
        Option("MET", "Metabolic and hematological", "代谢/血液"),
        Option("LIM", "Limb and vascular", "肢体/血管"),
        Option("PAT", "Patient, procedural and other", "患者/操作/其他"),
    ],
    "sourced: S08; judgement",
)

COMP_SEVERITY = CodeList(
    "comp_severity",
    ("Severity", "严重程度"),
    [
        Option(1, "Minor: no intervention or transfusion", "轻度:无需干预"),
        Option(2, "Moderate: medical treatment", "中度:需药物/内科处理"),
        Option(3, "Severe: invasive intervention or run stopped", "重度:需有创干预或终止ECLS"),
        Option(4, "Fatal", "致死"),
    ],
)

COMP_ACTION = CodeList(
    "comp_action",
    ("Action taken", "处理措施"),
    [
        Option(0, "None", "无"),
        Option(1, "Drug treatment", "药物治疗"),
        Option(2, "Transfusion", "输血"),
        Option(3, "Anticoagulation changed or stopped", "调整/停用抗凝"),
        Option(4, "Component or circuit change", "更换部件/管路"),
        Option(5, "Cannula repositioned or changed", "调整/更换插管"),
        Option(6, "Surgery or intervention", "手术/介入"),
        Option(7, "Mode conversion", "模式转换"),
        Option(8, "ECLS stopped", "终止ECLS"),
        Option(88, "Other", "其他"),
    ],
)

COMP_OUTCOME = CodeList(
    "comp_outcome",
    ("Outcome of complication", "并发症转归"),
    [
        Option(1, "Resolved", "痊愈"),
        Option(2, "Resolved with sequelae", "遗留后遗症"),
        Option(3, "Ongoing at end of run", "撤机时仍存在"),
        Option(4, "Contributed to death", "与死亡相关"),
        Option(9, "Unknown", "不详"),
    ],
)
