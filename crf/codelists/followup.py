"""Code lists of follow-up."""

from crf.codes import CodeList, Option

NYHA = CodeList(
    "nyha",
    ("NYHA class", "NYHA心功能分级"),
    [
        Option(1, "Class I", "I级"),
        Option(2, "Class II", "II级"),
        Option(3, "Class III", "III级"),
        Option(4, "Class IV", "IV级"),
    ],
)


def _after(*, days: int = 0, years: int = 0, give_or_take: int) -> dict[str, str]:
    """When a window is due, counted from the start of flow, and its tolerance in days on either side.

    The yearly contacts after the fifth repeat from the year given; their tolerance is that of the fifth.
    """
    due = {"days": str(days)} if days else {"years": str(years)}
    return {**due, "tolerance_days": str(give_or_take)}


FU_WINDOW = CodeList(
    "fu_window",
    ("Follow-up window", "随访时间窗"),
    [
        Option("DIS", "At hospital discharge", "出院时"),
        Option("D30", "30 days (plus/minus 7 d)", "30天(±7天)", _after(days=30, give_or_take=7)),
        Option("D90", "90 days (plus/minus 14 d)", "90天(±14天)", _after(days=90, give_or_take=14)),
        Option("D180", "180 days (plus/minus 30 d)", "180天(±30天)", _after(days=180, give_or_take=30)),
        Option("Y1", "1 year (plus/minus 45 d)", "1年(±45天)", _after(years=1, give_or_take=45)),
        Option("Y2", "2 years (plus/minus 60 d)", "2年(±60天)", _after(years=2, give_or_take=60)),
        Option("Y3", "3 years (plus/minus 60 d)", "3年(±60天)", _after(years=3, give_or_take=60)),
        Option("Y4", "4 years (plus/minus 60 d)", "4年(±60天)", _after(years=4, give_or_take=60)),
        Option("Y5", "5 years (plus/minus 60 d)", "5年(±60天)", _after(years=5, give_or_take=60)),
        Option("YN", "Later yearly contact", "5年后每年", _after(years=6, give_or_take=60)),
    ],
    "sourced: S20, S21; judgement",
)

FU_METHOD = CodeList(
    "fu_method",
    ("How contact was made", "随访方式"),
    [
        Option(1, "Clinic visit", "门诊"),
        Option(2, "Telephone", "电话"),
        Option(3, "Video or online form", "视频/网络问卷"),
        Option(4, "Home visit", "上门"),
        Option(5, "Medical record only", "仅病历"),
        Option(6, "Death register linkage", "死因登记链接"),
    ],
)

FU_RESPONDENT = CodeList(
    "fu_respondent",
    ("Respondent", "应答者"),
    [
        Option(1, "Patient", "本人"),
        Option(2, "Proxy", "代理人"),
        Option(3, "Both", "两者"),
    ],
    "sourced: S24",
)

VITAL = CodeList(
    "vital",
    ("Vital status", "生存状态"),
    [
        Option(1, "Alive", "存活"),
        Option(2, "Dead", "死亡"),
        Option(3, "Lost to follow-up", "失访"),
        Option(4, "Declined contact", "拒访"),
    ],
)

RESIDENCE = CodeList(
    "residence",
    ("Living situation", "居住情况"),
    [
        Option(1, "Home, independent", "居家自理"),
        Option(2, "Home with help", "居家需帮助"),
        Option(3, "Rehabilitation facility", "康复机构"),
        Option(4, "Nursing or long-term care", "护理/长期照护"),
        Option(5, "Hospital", "医院"),
        Option(8, "Other", "其他"),
    ],
)

WORK = CodeList(
    "work",
    ("Work or school status", "工作/上学状态"),
    [
        Option(1, "Returned full time, same level", "全时恢复原工作/学业"),
        Option(2, "Returned part time or lighter work", "部分恢复/轻工作"),
        Option(3, "Not returned, health reasons", "因健康未恢复"),
        Option(4, "Not returned, other reasons", "其他原因未恢复"),
        Option(5, "Retired before ECLS", "ECLS前已退休"),
        Option(6, "Not of working/school age", "未到工作/入学年龄"),
        Option(7, "Unemployed before ECLS", "ECLS前未就业"),
    ],
)

EQ5D_LEVEL = CodeList(
    "eq5d_level",
    ("EQ-5D-5L level", "EQ-5D-5L水平"),
    [
        Option(1, "No problems", "没有问题"),
        Option(2, "Slight problems", "轻微问题"),
        Option(3, "Moderate problems", "中度问题"),
        Option(4, "Severe problems", "严重问题"),
        Option(5, "Unable / extreme", "无法进行/极度"),
    ],
    "sourced: S24",
)

DEV_OUTCOME = CodeList(
    "dev_outcome",
    ("Developmental assessment result", "发育评估结果"),
    [
        Option(1, "Normal", "正常"),
        Option(2, "Mild delay", "轻度迟缓"),
        Option(3, "Moderate delay", "中度迟缓"),
        Option(4, "Severe delay", "重度迟缓"),
        Option(9, "Not assessed", "未评估"),
    ],
)
