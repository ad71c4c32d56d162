"""Code lists of weaning, discharge and death."""

from crf.codes import CodeList, Option

WEAN_RESULT = CodeList(
    "wean_result",
    ("Result of weaning trial", "撤机试验结果"),
    [
        Option(1, "Passed", "成功"),
        Option(2, "Failed", "失败"),
        Option(3, "Not attempted", "未进行"),
    ],
)

DISCHARGE_STATUS = CodeList(
    "discharge_status",
    ("Hospital discharge status", "出院转归"),
    [
        Option(1, "Discharged alive to home", "存活出院回家"),
        Option(2, "Discharged alive to rehabilitation or long-term care", "存活转康复/长期照护机构"),
        Option(3, "Transferred alive to another acute hospital", "存活转其他医院"),
        Option(4, "Transferred out on ECLS", "带ECLS转院"),
        Option(
            5, "Left against advice, death expected (hopeless discharge)", "自动出院(非医嘱离院,病危放弃)"
        ),
        Option(6, "Died in hospital", "院内死亡"),
        Option(7, "Still in hospital", "仍在住院"),
        Option(8, "Discharged to hospice", "转安宁疗护"),
    ],
    "sourced: S08, S10; judgement",
)

DEATH_CAUSE = CodeList(
    "death_cause",
    ("Main cause of death", "主要死亡原因"),
    [
        Option(1, "Refractory cardiac failure", "顽固性心力衰竭"),
        Option(2, "Refractory respiratory failure", "顽固性呼吸衰竭"),
        Option(3, "Multiple organ failure", "多器官功能衰竭"),
        Option(4, "Sepsis", "脓毒症"),
        Option(5, "Intracranial hemorrhage", "颅内出血"),
        Option(6, "Ischemic or hypoxic brain injury", "缺血缺氧性脑损伤"),
        Option(7, "Other hemorrhage", "其他出血"),
        Option(8, "Thromboembolism", "血栓栓塞"),
        Option(9, "ECLS mechanical failure", "ECLS机械故障"),
        Option(
            10,
            "Withdrawal for poor prognosis (only if no organ cause fits)",
            "预后不良放弃治疗(仅无明确脏器死因时)",
        ),
        Option(
            11,
            "Withdrawal, financial or family reasons (only if no organ cause fits)",
            "经济/家庭原因放弃治疗(仅无明确脏器死因时)",
        ),
        Option(12, "Arrhythmia", "心律失常"),
        Option(13, "Malignancy or underlying disease", "肿瘤/基础疾病"),
        Option(88, "Other", "其他"),
        Option(99, "Unknown", "不详"),
    ],
)

DEATH_PLACE = CodeList(
    "death_place",
    ("Place of death", "死亡地点"),
    [
        Option(1, "ICU", "ICU"),
        Option(2, "Ward", "病房"),
        Option(3, "Operating room", "手术室"),
        Option(4, "Home after hopeless discharge", "自动出院后家中"),
        Option(5, "Other hospital", "其他医院"),
        Option(6, "Elsewhere", "其他"),
        Option(9, "Unknown", "不详"),
    ],
)

TRANSPLANT = CodeList(
    "transplant",
    ("Organ transplanted", "移植器官"),
    [
        Option(0, "None", "无"),
        Option(1, "Heart", "心脏"),
        Option(2, "Lung", "肺"),
        Option(3, "Heart-lung", "心肺联合"),
        Option(4, "Liver", "肝"),
        Option(8, "Other", "其他"),
    ],
)

VAD = CodeList(
    "vad",
    ("VAD after ECLS", "ECLS后心室辅助"),
    [
        Option(0, "None", "无"),
        Option(1, "Temporary RVAD", "临时RVAD"),
        Option(2, "Durable RVAD", "长期RVAD"),
        Option(3, "Temporary LVAD", "临时LVAD"),
        Option(4, "Durable LVAD", "长期LVAD"),
        Option(5, "Temporary BiVAD", "临时BiVAD"),
        Option(6, "Durable BiVAD", "长期BiVAD"),
    ],
    "sourced: S08",
)

EXTUBATION = CodeList(
    "extubation",
    ("Airway status at discharge", "出院时气道状态"),
    [
        Option(1, "Extubated", "已拔管"),
        Option(2, "Discharged or transferred intubated", "带管出院/转院"),
        Option(3, "Intubated at death", "死亡时带管"),
        Option(4, "Tracheostomy, decannulated", "气切已拔管"),
        Option(5, "Tracheostomy in place", "带气切套管"),
        Option(6, "Never intubated", "未插管"),
    ],
    "sourced: S08; judgement",
)

MRS = CodeList(
    "mrs",
    ("Modified Rankin Scale", "改良Rankin量表"),
    [
        Option(0, "No symptoms", "无症状"),
        Option(1, "No significant disability", "无明显残疾"),
        Option(2, "Slight disability", "轻度残疾"),
        Option(3, "Moderate disability", "中度残疾"),
        Option(4, "Moderately severe disability", "中重度残疾"),
        Option(5, "Severe disability", "重度残疾"),
        Option(6, "Dead", "死亡"),
    ],
)
