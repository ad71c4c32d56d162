"""Code lists of the center profile."""

from crf.codes import CodeList, Option

HOSPITAL_LEVEL = CodeList(
    "hospital_level",
    ("Hospital level", "医院等级"),
    [
        Option("3A", "Tertiary grade A", "三级甲等"),
        Option("3B", "Tertiary grade B", "三级乙等"),
        Option("3C", "Tertiary, other or ungraded", "三级其他/未定等"),
        Option("2A", "Secondary grade A", "二级甲等"),
        Option("2B", "Secondary, other", "二级其他"),
        Option("9", "Other", "其他"),
    ],
)

HOSPITAL_TYPE = CodeList(
    "hospital_type",
    ("Hospital type", "医院类型"),
    [
        Option(1, "General", "综合医院"),
        Option(2, "Cardiovascular specialist", "心血管专科"),
        Option(3, "Chest/lung specialist", "胸科/肺科专科"),
        Option(4, "Children's", "儿童专科"),
        Option(5, "Women and children's", "妇幼保健院"),
        Option(6, "Infectious disease", "传染病专科"),
        Option(7, "Military", "军队医院"),
        Option(8, "Traditional Chinese or integrated", "中医/中西医结合"),
        Option(9, "Other", "其他"),
    ],
)

OWNERSHIP = CodeList(
    "ownership",
    ("Ownership", "所有制"),
    [
        Option(1, "Public", "公立"),
        Option(2, "Private", "民营"),
        Option(3, "Other", "其他"),
    ],
)

PROGRAM = CodeList(
    "program",
    ("ECLS program types", "ECLS项目类型"),
    [
        Option("AR", "Adult respiratory", "成人呼吸"),
        Option("AC", "Adult cardiac", "成人循环"),
        Option("AE", "Adult ECPR", "成人ECPR"),
        Option("PR", "Pediatric respiratory", "儿童呼吸"),
        Option("PC", "Pediatric cardiac", "儿童循环"),
        Option("NR", "Neonatal respiratory", "新生儿呼吸"),
        Option("NC", "Neonatal cardiac", "新生儿循环"),
        Option("TR", "Mobile/transport", "转运"),
        Option("TX", "Transplant bridge", "移植桥接"),
    ],
)

TEAM_MODEL = CodeList(
    "team_model",
    ("ECLS team model", "ECLS团队模式"),
    [
        Option(1, "ICU-based team", "ICU主导"),
        Option(2, "Cardiac surgery / perfusion-based team", "心外/体外循环主导"),
        Option(3, "Emergency-based team", "急诊主导"),
        Option(4, "Hospital-wide ECLS center", "全院ECLS中心"),
        Option(5, "Cardiology-based team", "心内科主导"),
        Option(8, "Other", "其他"),
    ],
)

BEDSIDE = CodeList(
    "bedside",
    ("Bedside circuit care", "床旁管路管理人员"),
    [
        Option(1, "ICU nurse", "ICU护士"),
        Option(2, "ECLS specialist nurse", "ECLS专科护士"),
        Option(3, "Perfusionist", "体外循环灌注师"),
        Option(4, "Physician", "医师"),
        Option(5, "Respiratory therapist", "呼吸治疗师"),
    ],
)

ELSO_MEMBER = CodeList(
    "elso_member",
    ("ELSO membership", "ELSO会员状态"),
    [
        Option(0, "Not a member", "非会员"),
        Option(1, "Member center", "会员中心"),
        Option(2, "Platinum/Gold/Silver award center", "铂金/金/银奖中心"),
    ],
)

YES_NO = CodeList(
    "yes_no",
    ("Yes / no", "是/否"),
    [
        Option(1, "Yes", "是"),
        Option(0, "No", "否"),
    ],
)
