"""Code lists of infections."""

from crf.codes import CodeList, Option

INFECTION_TYPE = CodeList(
    "infection_type",
    ("Infection type", "感染类型"),
    [
        Option(1, "Bloodstream infection, ECMO cannula related", "ECMO导管相关血流感染"),
        Option(2, "Bloodstream infection, other catheter", "其他导管相关血流感染"),
        Option(3, "Bloodstream infection, secondary", "继发性血流感染"),
        Option(4, "Cannula site infection", "插管部位感染"),
        Option(5, "Ventilator-associated pneumonia", "呼吸机相关性肺炎"),
        Option(6, "Other pneumonia", "其他肺炎"),
        Option(7, "Urinary tract infection", "尿路感染"),
        Option(8, "Surgical site or mediastinal infection", "手术部位/纵隔感染"),
        Option(9, "Intra-abdominal or gut-derived", "腹腔/肠源性感染"),
        Option(10, "Central nervous system", "中枢神经系统感染"),
        Option(11, "Skin and soft tissue", "皮肤软组织感染"),
        Option(12, "Culture-negative sepsis", "培养阴性脓毒症"),
        Option(88, "Other", "其他"),
    ],
    "sourced: S34; judgement",
)

SPECIMEN = CodeList(
    "specimen",
    ("Specimen", "标本"),
    [
        Option(1, "Blood", "血"),
        Option(2, "Sputum, tracheal aspirate or BAL", "痰/气道吸出物/肺泡灌洗液"),
        Option(3, "Urine", "尿"),
        Option(4, "Cannula tip", "插管尖端"),
        Option(5, "Wound or cannula site swab", "伤口/插管部位拭子"),
        Option(6, "Cerebrospinal fluid", "脑脊液"),
        Option(7, "Pleural or peritoneal fluid", "胸/腹水"),
        Option(8, "Other", "其他"),
    ],
)

ORGANISM = CodeList(
    "organism",
    ("Organism", "病原体"),
    [
        Option(1, "Acinetobacter baumannii", "鲍曼不动杆菌"),
        Option(2, "Klebsiella pneumoniae", "肺炎克雷伯菌"),
        Option(3, "Pseudomonas aeruginosa", "铜绿假单胞菌"),
        Option(4, "Escherichia coli", "大肠埃希菌"),
        Option(5, "Enterobacter species", "肠杆菌属"),
        Option(6, "Stenotrophomonas maltophilia", "嗜麦芽窄食单胞菌"),
        Option(7, "Burkholderia species", "伯克霍尔德菌属"),
        Option(8, "Staphylococcus aureus", "金黄色葡萄球菌"),
        Option(9, "Coagulase-negative staphylococci", "凝固酶阴性葡萄球菌"),
        Option(10, "Enterococcus species", "肠球菌属"),
        Option(11, "Streptococcus species", "链球菌属"),
        Option(12, "Candida species", "念珠菌属"),
        Option(13, "Aspergillus species", "曲霉属"),
        Option(14, "Pneumocystis jirovecii", "耶氏肺孢子菌"),
        Option(15, "Cytomegalovirus", "巨细胞病毒"),
        Option(16, "Influenza virus", "流感病毒"),
        Option(17, "SARS-CoV-2", "新型冠状病毒"),
        Option(18, "Other virus", "其他病毒"),
        Option(19, "Anaerobes", "厌氧菌"),
        Option(20, "Mycobacterium tuberculosis", "结核分枝杆菌"),
        Option(88, "Other", "其他"),
        Option(99, "Not identified", "未明确"),
    ],
)

RESISTANCE = CodeList(
    "resistance",
    ("Resistance pattern", "耐药类型"),
    [
        Option(0, "None", "无"),
        Option(1, "MRSA", "耐甲氧西林金黄色葡萄球菌"),
        Option(2, "VRE", "耐万古霉素肠球菌"),
        Option(3, "ESBL", "产超广谱β-内酰胺酶"),
        Option(4, "CRE", "碳青霉烯类耐药肠杆菌目细菌(CRE)"),
        Option(5, "CRAB", "碳青霉烯类耐药鲍曼不动杆菌(CRAB)"),
        Option(6, "CRPA", "碳青霉烯类耐药铜绿假单胞菌(CRPA)"),
        Option(7, "Azole-resistant fungus", "唑类耐药真菌"),
        Option(9, "Not tested", "未检测"),
    ],
)
