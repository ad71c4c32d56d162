"""Code lists of patient and admission."""

from crf.codes import CodeList, Option

YES_NO_UNKNOWN = CodeList(
    "yes_no_unknown",
    ("Yes / no / unknown", "是/否/不详"),
    [
        Option(1, "Yes", "是"),
        Option(0, "No", "否"),
        Option(9, "Unknown", "不详"),
    ],
)

SEX = CodeList(
    "sex",
    ("Sex (GB/T 2261.1 codes)", "性别"),
    [
        Option(1, "Male", "男"),
        Option(2, "Female", "女"),
        Option(0, "Unknown", "未知"),
        Option(9, "Not stated", "未说明"),
    ],
)

AGE_GROUP = CodeList(
    "age_group",
    ("ECLS age group at run start", "ECLS年龄分组"),
    [
        Option("N", "Neonate: 0 to 28 days", "新生儿(0~28天)"),
        Option("P", "Pediatric: 29 days to under 18 years", "儿童(29天~<18岁)"),
        Option("A", "Adult: 18 years and over", "成人(≥18岁)"),
    ],
    "sourced: S05",
)

ID_DOCUMENT = CodeList(
    "id_document",
    ("Identity document type", "证件类型"),
    [
        Option(1, "Resident identity card", "居民身份证"),
        Option(2, "Passport", "护照"),
        Option(3, "Military ID", "军官证"),
        Option(
            4, "Hong Kong/Macao/Taiwan travel or residence permit", "港澳台居民来往内地(大陆)通行证/居住证"
        ),
        Option(5, "Birth certificate (newborn)", "出生医学证明"),
        Option(6, "Household register (child)", "居民户口簿"),
        Option(7, "Foreign permanent resident ID card", "外国人永久居留身份证"),
        Option(8, "None", "无证件"),
        Option(9, "Other", "其他"),
    ],
)

CONTACT_RELATION = CodeList(
    "contact_relation",
    ("Relationship of follow-up contact", "随访联系人关系"),
    [
        Option(1, "Patient", "本人"),
        Option(2, "Spouse", "配偶"),
        Option(3, "Parent", "父母"),
        Option(4, "Child", "子女"),
        Option(5, "Sibling", "兄弟姐妹"),
        Option(8, "Other", "其他"),
        Option(9, "Unknown", "不详"),
    ],
)

PAYER = CodeList(
    "payer",
    ("Main payer", "主要付费方式"),
    [
        Option(1, "Urban employee medical insurance", "城镇职工基本医疗保险"),
        Option(2, "Urban-rural resident medical insurance", "城乡居民基本医疗保险"),
        Option(3, "Commercial insurance", "商业健康保险"),
        Option(4, "Public (state) funding", "公费医疗"),
        Option(5, "Work-injury insurance", "工伤保险"),
        Option(6, "Self-pay", "自费"),
        Option(7, "Charity or special fund", "救助/专项基金"),
        Option(8, "Other", "其他"),
        Option(9, "Unknown", "不详"),
    ],
)

ADMISSION_SOURCE = CodeList(
    "admission_source",
    ("Where the patient came from", "入院来源"),
    [
        Option(1, "Home or community (not via emergency department)", "家庭/社区(未经急诊)"),
        Option(2, "Own emergency department", "本院急诊"),
        Option(3, "Transferred from another hospital, not on ECLS", "外院转入(未行ECLS)"),
        Option(4, "Transferred from another hospital on ECLS", "外院带ECLS转入"),
        Option(
            5,
            "Retrieved by this center's mobile ECLS team (cannulated at referring hospital)",
            "本中心团队赴外院置管后转运",
        ),
        Option(6, "Born in this hospital", "本院出生"),
        Option(8, "Other", "其他"),
        Option(9, "Unknown", "不详"),
    ],
)

TRANSPORT_MODE = CodeList(
    "transport_mode",
    ("Transport mode", "转运方式"),
    [
        Option(1, "Road ambulance", "救护车"),
        Option(2, "Helicopter", "直升机"),
        Option(3, "Fixed-wing aircraft", "固定翼飞机"),
        Option(4, "High-speed rail", "高铁"),
        Option(8, "Other", "其他"),
        Option(9, "Unknown", "不详"),
    ],
)

DELIVERY_MODE = CodeList(
    "delivery_mode",
    ("Mode of delivery", "分娩方式"),
    [
        Option(1, "Vaginal", "阴道分娩"),
        Option(2, "Assisted vaginal", "阴道助产"),
        Option(3, "Elective cesarean", "择期剖宫产"),
        Option(4, "Emergency cesarean", "急诊剖宫产"),
        Option(9, "Unknown", "不详"),
    ],
)

BLOOD_GROUP = CodeList(
    "blood_group",
    ("ABO blood group", "ABO血型"),
    [
        Option(1, "A", "A型"),
        Option(2, "B", "B型"),
        Option(3, "O", "O型"),
        Option(4, "AB", "AB型"),
        Option(9, "Unknown", "不详"),
    ],
)

SMOKING = CodeList(
    "smoking",
    ("Smoking", "吸烟史"),
    [
        Option(0, "Never", "从不"),
        Option(1, "Current", "现在吸烟"),
        Option(2, "Former", "既往吸烟"),
        Option(9, "Unknown", "不详"),
    ],
    "sourced: S10",
)

COMORBIDITY = CodeList(
    "comorbidity",
    ("Pre-existing conditions", "基础疾病"),
    [
        Option("HTN", "Hypertension", "高血压"),
        Option("DM1", "Diabetes type 1", "1型糖尿病"),
        Option("DM2", "Diabetes type 2", "2型糖尿病"),
        Option("CAD", "Coronary artery disease", "冠心病"),
        Option("PMI", "Previous myocardial infarction", "陈旧性心肌梗死"),
        Option("CHF", "Chronic heart failure", "慢性心力衰竭"),
        Option("CHD", "Congenital heart disease", "先天性心脏病"),
        Option("VHD", "Valvular heart disease", "心脏瓣膜病"),
        Option("AF", "Atrial fibrillation or flutter", "心房颤动/扑动"),
        Option("PH", "Pulmonary hypertension", "肺动脉高压"),
        Option("COPD", "COPD", "慢性阻塞性肺疾病"),
        Option("AST", "Asthma", "支气管哮喘"),
        Option("ILD", "Interstitial lung disease", "间质性肺病"),
        Option("BPD", "Bronchopulmonary dysplasia", "支气管肺发育不良"),
        Option("CKD", "Chronic kidney disease", "慢性肾脏病"),
        Option("DIA", "Chronic dialysis", "长期透析"),
        Option("CLD", "Chronic liver disease or cirrhosis", "慢性肝病/肝硬化"),
        Option("STR", "Previous stroke", "脑卒中史"),
        Option("NEU", "Other chronic neurological disease", "其他慢性神经系统疾病"),
        Option("MAL", "Solid malignancy", "实体恶性肿瘤"),
        Option("HEM", "Hematological malignancy", "血液系统恶性肿瘤"),
        Option("HSCT", "Hematopoietic stem cell transplant", "造血干细胞移植"),
        Option("SOT", "Solid organ transplant", "实体器官移植"),
        Option("IMM", "Other immunosuppression", "其他免疫抑制"),
        Option("HIV", "HIV infection", "HIV感染"),
        Option("RHE", "Rheumatological disease", "风湿免疫病"),
        Option("PVD", "Peripheral vascular disease", "外周血管疾病"),
        Option("OBE", "Obesity", "肥胖"),
        Option("GEN", "Chromosomal or genetic syndrome", "染色体/遗传综合征"),
        Option("PRM", "Prematurity (born before 37 weeks)", "早产"),
        Option("OTH", "Other", "其他"),
        Option("NONE", "None", "无"),
    ],
    "sourced: S10; judgement",
)

PREGNANCY = CodeList(
    "pregnancy",
    ("Pregnancy status at ECLS", "妊娠状态"),
    [
        Option(0, "Not pregnant", "未孕"),
        Option(1, "Pregnant", "妊娠"),
        Option(2, "Within 6 weeks after delivery or pregnancy loss", "产后/流产后6周内"),
        Option(8, "Not applicable", "不适用"),
        Option(9, "Unknown", "不详"),
    ],
    "sourced: S02, S10; judgement",
)

COVID = CodeList(
    "covid",
    ("SARS-CoV-2 status", "新冠病毒感染状态"),
    [
        Option(0, "Not tested or negative", "未检测/阴性"),
        Option(1, "Confirmed, contributory to ECLS", "确诊且为ECLS相关原因"),
        Option(2, "Confirmed, incidental", "确诊但非ECLS原因"),
        Option(9, "Unknown", "不详"),
    ],
    "sourced: S02; judgement",
)

TRAUMA_MECHANISM = CodeList(
    "trauma_mechanism",
    ("Mechanism of injury", "致伤机制"),
    [
        Option(1, "Road traffic", "交通伤"),
        Option(2, "Fall from height", "高处坠落"),
        Option(3, "Crush", "挤压/砸伤"),
        Option(4, "Penetrating", "穿透伤"),
        Option(5, "Burn or inhalation", "烧伤/吸入性损伤"),
        Option(6, "Blast", "爆炸伤"),
        Option(7, "Drowning", "淹溺"),
        Option(8, "Other", "其他"),
    ],
)

LATERALITY = CodeList(
    "laterality",
    ("Side", "侧别"),
    [
        Option("L", "Left", "左"),
        Option("R", "Right", "右"),
        Option("M", "Midline or not applicable", "中线/不适用"),
        Option("B", "Bilateral (diaphragmatic hernia only)", "双侧(仅膈疝)"),
    ],
    "sourced: S07",
)

CPC = CodeList(
    "cpc",
    ("Cerebral Performance Category (adult)", "脑功能分类(CPC)"),
    [
        Option(1, "Good cerebral performance", "脑功能良好"),
        Option(2, "Moderate disability, independent", "中度残疾,生活自理"),
        Option(3, "Severe disability, dependent", "重度残疾,依赖他人"),
        Option(4, "Coma or vegetative state", "昏迷/植物状态"),
        Option(5, "Brain death or death", "脑死亡/死亡"),
    ],
    "sourced: S27",
)

PCPC = CodeList(
    "pcpc",
    ("Pediatric Cerebral Performance Category", "儿科脑功能分类(PCPC)"),
    [
        Option(1, "Normal", "正常"),
        Option(2, "Mild disability", "轻度残疾"),
        Option(3, "Moderate disability", "中度残疾"),
        Option(4, "Severe disability", "重度残疾"),
        Option(5, "Coma or vegetative state", "昏迷/植物状态"),
        Option(6, "Brain death", "脑死亡"),
    ],
    "sourced: S28",
)

POPC = CodeList(
    "popc",
    ("Pediatric Overall Performance Category", "儿科总体功能分类(POPC)"),
    [
        Option(1, "Good overall performance", "总体功能良好"),
        Option(2, "Mild overall disability", "轻度残疾"),
        Option(3, "Moderate overall disability", "中度残疾"),
        Option(4, "Severe overall disability", "重度残疾"),
        Option(5, "Coma or vegetative state", "昏迷/植物状态"),
        Option(6, "Brain death or death", "脑死亡/死亡"),
    ],
    "sourced: S28",
)

CDH_TIMING = CodeList(
    "cdh_timing",
    ("Diaphragmatic hernia repair timing", "膈疝修补时机"),
    [
        Option(1, "Before ECLS", "ECLS前"),
        Option(2, "During ECLS", "ECLS期间"),
        Option(3, "After ECLS", "ECLS后"),
        Option(4, "Never repaired", "未修补"),
    ],
)
