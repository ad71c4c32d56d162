"""Words of the printed report outside its chapters."""

from national.charts.labels import Pair

SOCIETY: Pair = ("Chinese Society of Extracorporeal Life Support", "中国医师协会体外生命支持专业委员会")
REGISTRY: Pair = ("National ECLS Registry of China", "国家体外生命支持注册登记")
TITLE: Pair = ("Extracorporeal Life Support\nin China", "中国体外生命支持\n年度报告")
SUBTITLE: Pair = ("Annual Report of the National Registry", "国家体外生命支持注册登记年度报告")
RUNNING: Pair = ("Extracorporeal Life Support in China {year}", "中国体外生命支持年度报告 {year}")
DOCUMENT: Pair = (
    "Extracorporeal Life Support in China: Annual Report {year}",
    "中国体外生命支持年度报告 {year}",
)
CUT: Pair = ("Data as of {date}", "数据截至 {date}")
EDITION: Pair = ("Edition {number}", "第 {number} 版")
PROVISIONAL: Pair = ("Provisional", "暂定")
PROVISIONAL_LONG: Pair = ("Provisional: {year} is not locked", "暂定：{year} 年尚未锁定")
DEMONSTRATION: Pair = ("Demonstration data, not real figures", "演示数据，非真实统计")
CONTENTS: Pair = ("Contents", "目录")
FIGURES: Pair = ("Figures", "图")
TABLES: Pair = ("Tables", "表")
FIGURE: Pair = ("Figure", "图")
TABLE: Pair = ("Table", "表")
READING: Pair = ("How to read this chapter", "怎样读本章")
GLANCE: Pair = ("{year} at a glance", "{year} 年要点")
CONTINUED: Pair = ("(continued)", "（续）")
IMPRINT: Pair = ("About this edition", "关于本版")

GLANCE_NOTES: dict[str, Pair] = {
    "runs": ("runs", "例次"),
    "patients": ("patients", "名患者"),
    "centers": ("centers", "家中心"),
    "regions": ("of 34 provincial-level regions", "个省级行政区，共 34 个"),
    "survival": ("survived to discharge", "存活出院"),
    "ecls": ("alive 24 h after support", "停止 ECLS 24 小时后存活"),
    "hours": ("hours, median duration", "小时，ECLS 时长中位数"),
    "volume": ("runs, median per center", "例次，每家中心中位数"),
}
AGAINST_LAST_YEAR: Pair = ("{growth} against {year}", "较 {year} 年 {growth}")
INTERVAL: Pair = ("95% interval {interval}", "95% 置信区间 {interval}")
QUARTILES: Pair = ("middle half {spread}", "四分位数 {spread}")
RATIO: Pair = ("{ratio}", "{ratio}")

HOW_TO_READ_TITLE: Pair = ("How to read this report", "怎样读这份报告")
HOW_TO_READ: tuple[Pair, ...] = (
    (
        "Every figure names what it counts. Runs, patients and admissions are different units; a patient can have "
        "several runs.",
        "每个数字都写明统计单位。例次、患者与住院是不同的单位，一名患者可有多次 ECLS。",
    ),
    (
        "A percentage always comes with n / N. Patients whose outcome is missing are not in N; their number is printed "
        "beside it.",
        "百分比都附有 n / N。转归缺失的患者不在 N 中，其人数另列。",
    ),
    (
        "Lines and ranges are 95% intervals: the wider, the less certain. Percentages of fewer than 100 are printed "
        "without decimals.",
        "横线与区间为 95% 置信区间，越宽越不可靠。分母不足 100 的百分比不带小数。",
    ),
    (
        "“*” is a withheld cell: it is small, or would reveal a small one. “–” means that there is no such figure.",
        "“*”为不显示的格子：人数过少，或会让人推算出过少的格子。“–”为没有这一数字。",
    ),
    (
        "Groups are not adjusted for how ill their patients were. No table of this report ranks centers.",
        "各组未按病情调整。本报告不给中心排名。",
    ),
)

METHODS_TITLE: Pair = ("Methods", "方法")
METHODS_VERDICT: Pair = (
    "Every number of this report was computed from the same frozen snapshot, by code whose revision is printed below.",
    "本报告的全部数字出自同一份冻结的快照，计算所用代码的版本见下。",
)
METHODS: tuple[tuple[Pair, Pair], ...] = (
    (
        ("Source", "数据来源"),
        (
            "Centers enter every run of extracorporeal life support into the registry and submit each case. Society "
            "staff review it, return it with questions or accept it; a year is locked when its cases are complete. This "
            "report counts accepted and locked cases only.",
            "各中心将每次体外生命支持录入登记系统并提交病例，由专业委员会审核：有疑问时退回，无疑问则通过；一年的病例齐备后锁定。"
            "本报告只统计已通过与已锁定的病例。",
        ),
    ),
    (
        ("Units", "统计单位"),
        (
            "A case is one hospital admission with all its runs. Activity counts runs; outcomes at discharge count the "
            "first run of an admission; survival counts patients. When a run continues in another center, the parts "
            "are one episode in national figures.",
            "一份病例为一次住院及其全部 ECLS。开展量按例次统计；出院转归按每次住院的首次 ECLS 统计；生存按患者统计。"
            "由另一中心接续的 ECLS，在全国统计中合并为一例次。",
        ),
    ),
    (
        ("Years and ages", "年份与年龄"),
        (
            "A run belongs to the calendar year in which flow started, China time. Age at start of flow: neonates 0–28 "
            "days, children 29 days to 17 years, adults 18 years and over.",
            "每例次按转流开始时间（北京时间）归入自然年。年龄以转流开始时计：新生儿 0–28 天，儿童 29 天至 17 岁，成人 18 岁及以上。",
        ),
    ),
    (
        ("Intervals", "区间"),
        (
            "Proportions: Wilson’s score interval. Survival: Kaplan-Meier estimate with log-log intervals from "
            "Greenwood’s variance. Medians and quartiles: linear interpolation between order statistics.",
            "比例：Wilson 得分区间。生存：Kaplan-Meier 估计，区间由 Greenwood 方差经 log-log 变换得到。中位数与四分位数：次序统计量线性插值。",
        ),
    ),
    (
        ("Missing values", "缺失值"),
        (
            "An outcome that is not recorded, or recorded as unknown, leaves the denominator and is counted in the "
            "column “missing”. The bounds are the values that would result if all of them had died, or all had lived.",
            "未记录或记为未知的转归不进入分母，计入“缺失”列。“界限”为假设其全部死亡与全部存活所得的数值。",
        ),
    ),
    (
        ("Protection of patients", "患者保护"),
        (
            "Counts of one to four are withheld, percentages of fewer than ten as well. Further cells are withheld where a "
            "hidden one could be worked out from totals. This is decided once, where results are stored; figures, tables "
            "and files of this report contain the same released values.",
            "一至四的计数不显示，分母不足十的百分比也不显示；能由合计推算出隐藏格子的其他格子一并不显示。"
            "取舍在结果入库时一次决定，本报告的图、表与文件使用同一套可公开的数值。",
        ),
    ),
)
EDITIONS_TITLE: Pair = ("Editions and changes", "版次与变更")
EDITION_HEADS: tuple[Pair, ...] = (
    ("Edition", "版次"),
    ("Data as of", "数据截至"),
    ("Status", "状态"),
    ("Definitions", "定义版本"),
    ("Code", "代码版本"),
)
LOCKED: Pair = ("Year locked", "年度已锁定")
SNAPSHOT: Pair = ("Snapshot SHA-256", "快照 SHA-256")
EDITIONS_TEXT: Pair = (
    "Corrections make a new edition; earlier ones stay readable as they were. Edition 0 is printed while the year is "
    "open and is provisional on every page. The tables of this edition are available as a workbook and as CSV files; a "
    "manifest lists every file with its SHA-256.",
    "更正以新版发布，旧版保持原样可读。年度未锁定时印行的为第 0 版，每页标明“暂定”。本版各表另有电子表格与 CSV 文件；"
    "清单列出每个文件及其 SHA-256。",
)
NO_CHAPTERS: Pair = ("The snapshot holds no statistics.", "快照中没有统计结果。")
