"""Code lists of the state before ECLS."""

from crf.codes import CodeList, Option

VENT_STATUS = CodeList(
    "vent_status",
    ("Respiratory support", "呼吸支持方式"),
    [
        Option(1, "Invasive ventilation", "有创通气"),
        Option(2, "Non-invasive ventilation", "无创通气"),
        Option(3, "High-flow nasal oxygen", "经鼻高流量氧疗"),
        Option(4, "Conventional oxygen", "普通氧疗"),
        Option(5, "Bag-mask or manual ventilation", "球囊手控通气"),
        Option(6, "No support", "无呼吸支持"),
    ],
    "sourced: S08",
)

VENT_TYPE = CodeList(
    "vent_type",
    ("Ventilator type", "呼吸机类型"),
    [
        Option(1, "Conventional", "常频通气"),
        Option(2, "High-frequency oscillation", "高频振荡通气"),
        Option(3, "High-frequency jet or other HF", "高频喷射/其他高频"),
    ],
    "sourced: S08",
)

VENT_MODE = CodeList(
    "vent_mode",
    ("Ventilator mode (grouped)", "通气模式"),
    [
        Option(1, "Volume control (AC/CMV)", "容量控制"),
        Option(2, "Pressure control (AC/CMV/BIPAP)", "压力控制"),
        Option(3, "Pressure-regulated volume control", "压力调节容量控制"),
        Option(4, "SIMV", "同步间歇指令通气"),
        Option(5, "Pressure support / CPAP", "压力支持/CPAP"),
        Option(6, "APRV / BiLevel", "气道压力释放通气/双水平"),
        Option(7, "NIV", "无创模式"),
        Option(8, "Other", "其他"),
    ],
    "sourced: S08; judgement",
)

AIRWAY = CodeList(
    "airway",
    ("Airway", "人工气道"),
    [
        Option(1, "Orotracheal or nasotracheal tube", "气管插管"),
        Option(2, "Tracheostomy", "气管切开"),
        Option(3, "None", "无"),
    ],
    "sourced: S08",
)

VASOACTIVE = CodeList(
    "vasoactive",
    ("Vasoactive drugs", "血管活性药物"),
    [
        Option("DOB", "Dobutamine", "多巴酚丁胺"),
        Option("DOP", "Dopamine", "多巴胺"),
        Option("EPI", "Epinephrine", "肾上腺素"),
        Option("NOR", "Norepinephrine", "去甲肾上腺素"),
        Option("VAS", "Vasopressin (incl. pituitrin)", "血管加压素(含垂体后叶素)"),
        Option("TER", "Terlipressin", "特利加压素"),
        Option("MIL", "Milrinone", "米力农"),
        Option("LEV", "Levosimendan", "左西孟旦"),
        Option("ISO", "Isoproterenol", "异丙肾上腺素"),
        Option("PHE", "Phenylephrine", "去氧肾上腺素"),
        Option("MET", "Metaraminol", "间羟胺"),
        Option("ENO", "Enoximone", "依诺昔酮"),
        Option("ESM", "Esmolol", "艾司洛尔"),
        Option("NIT", "Nitroglycerin", "硝酸甘油"),
        Option("SNP", "Sodium nitroprusside", "硝普钠"),
        Option("NIC", "Nicardipine", "尼卡地平"),
        Option("TOL", "Tolazoline", "妥拉唑林"),
        Option("PGE", "Alprostadil (PGE1)", "前列地尔"),
        Option("OTH", "Other", "其他"),
        Option("NONE", "None", "无"),
    ],
    "sourced: S08; judgement",
)

ADJUNCT_PRE = CodeList(
    "adjunct_pre",
    ("Adjunct therapy within 24 h before ECLS", "ECLS前24小时辅助治疗"),
    [
        Option("PRONE", "Prone position", "俯卧位"),
        Option("INO", "Inhaled nitric oxide", "吸入一氧化氮"),
        Option("IEPO", "Inhaled prostacyclin", "吸入前列环素"),
        Option("SURF", "Surfactant", "肺表面活性物质"),
        Option("NMB", "Neuromuscular blockade", "神经肌肉阻滞剂"),
        Option("STER", "Systemic steroids", "全身糖皮质激素"),
        Option("BICA", "Intravenous bicarbonate", "碳酸氢钠静滴"),
        Option("THAM", "Trometamol", "氨丁三醇"),
        Option("SILD", "Sildenafil", "西地那非"),
        Option("IVA", "Inhaled anesthetic", "吸入麻醉药"),
        Option("TTM", "Targeted temperature management", "目标体温管理"),
        Option("PEX", "Plasma exchange", "血浆置换"),
        Option("HADS", "Cytokine or hemoadsorption", "血液吸附"),
        Option("CRRT", "Renal replacement", "肾脏替代治疗"),
        Option("PACE", "Temporary pacing", "临时起搏"),
        Option("LYSIS", "Thrombolysis", "溶栓"),
        Option("RM", "Recruitment maneuver", "肺复张"),
        Option("OTH", "Other", "其他"),
        Option("NONE", "None", "无"),
    ],
    "sourced: S08; judgement",
)

SCAI = CodeList(
    "scai",
    ("SCAI shock stage", "SCAI休克分期"),
    [
        Option("A", "At risk", "A期(高危)"),
        Option("B", "Beginning", "B期(开始)"),
        Option("C", "Classic", "C期(典型)"),
        Option("D", "Deteriorating", "D期(恶化)"),
        Option("E", "Extremis", "E期(终末)"),
    ],
    "sourced: S30",
)

MI_TYPE = CodeList(
    "mi_type",
    ("Type of myocardial infarction", "心肌梗死类型"),
    [
        Option(1, "STEMI", "ST段抬高型"),
        Option(2, "NSTEMI", "非ST段抬高型"),
        Option(9, "Unknown", "不详"),
    ],
    "sourced: S08",
)

CARDIAC_PROC = CodeList(
    "cardiac_proc",
    ("Cardiac procedure before ECLS", "ECLS前心脏手术/操作"),
    [
        Option(1, "CABG", "冠状动脉旁路移植"),
        Option(2, "Valve surgery", "瓣膜手术"),
        Option(3, "Aortic surgery", "主动脉手术"),
        Option(4, "Congenital heart surgery", "先心病手术"),
        Option(5, "Heart transplant", "心脏移植"),
        Option(6, "VAD implantation", "VAD植入"),
        Option(7, "PCI", "经皮冠脉介入"),
        Option(8, "TAVI or structural intervention", "TAVI/结构性介入"),
        Option(9, "Ablation", "消融"),
        Option(10, "Lung transplant", "肺移植"),
        Option(88, "Other", "其他"),
    ],
)

RRT = CodeList(
    "rrt",
    ("Renal replacement therapy", "肾脏替代治疗"),
    [
        Option(0, "None", "无"),
        Option(1, "Continuous (CRRT)", "连续性肾脏替代"),
        Option(2, "Intermittent hemodialysis", "间断血液透析"),
        Option(3, "Peritoneal dialysis", "腹膜透析"),
        Option(4, "Slow continuous ultrafiltration", "缓慢连续超滤"),
    ],
    "sourced: S08; judgement",
)
