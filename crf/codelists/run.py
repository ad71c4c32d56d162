"""Code lists of the ECLS run."""

from crf.codes import CodeList, Option

SUPPORT_TYPE = CodeList(
    "support_type",
    ("Type of support (main reason for this run)", "支持类型"),
    [
        Option(1, "Pulmonary", "呼吸支持"),
        Option(2, "Cardiac", "循环支持"),
        Option(3, "ECPR", "体外心肺复苏(ECPR)"),
    ],
    "sourced: S08",
)

ECLS_MODE = CodeList(
    "ecls_mode",
    ("ECLS mode", "ECLS模式"),
    [
        Option("VV", "Veno-venous (incl. dual-lumen cannula)", "静脉-静脉(VV,含双腔插管)"),
        Option("VA", "Veno-arterial", "静脉-动脉(VA)"),
        Option("VVA", "Veno-veno-arterial (extra drainage)", "静脉-静脉-动脉(VVA)"),
        Option("VAV", "Veno-arterio-venous (extra return)", "静脉-动脉-静脉(VAV)"),
        Option("VP", "Veno-pulmonary (incl. oxygenated RVAD)", "静脉-肺动脉(VP,含氧合RVAD)"),
        Option("VPA", "Veno-pulmo-arterial", "静脉-肺动脉-动脉(VPA)"),
        Option("VVECCO2R", "Veno-venous CO2 removal", "静脉-静脉体外CO2清除"),
        Option("AVECCO2R", "Arterio-venous CO2 removal", "动脉-静脉体外CO2清除"),
        Option("PUMPLESS", "Pumpless (e.g. pulmonary artery to left atrium)", "无泵式(如肺动脉-左房)"),
        Option("OTHER", "Other", "其他"),
    ],
    "sourced: S07; judgement",
)

URGENCY = CodeList(
    "urgency",
    ("Urgency", "紧急程度"),
    [
        Option(1, "Emergency", "急诊"),
        Option(2, "Elective (planned)", "择期"),
        Option(3, "Salvage during CPR", "复苏中抢救"),
    ],
    "sourced: S07; judgement",
)

INTENT = CodeList(
    "intent",
    ("Bridge / intention at start", "治疗目的(桥接)"),
    [
        Option(1, "Bridge to recovery", "桥接恢复"),
        Option(2, "Bridge to decision", "桥接决策"),
        Option(3, "Bridge to heart transplant", "桥接心脏移植"),
        Option(4, "Bridge to lung transplant", "桥接肺移植"),
        Option(5, "Bridge to heart-lung transplant", "桥接心肺联合移植"),
        Option(6, "Bridge to durable mechanical support (VAD)", "桥接长期机械循环支持"),
        Option(7, "Peri-procedural support", "围手术期/围操作期支持"),
        Option(
            8, "Interval support for organ retrieval (excluded from registry)", "供体器官维护(不纳入登记)"
        ),
        Option(9, "Other", "其他"),
    ],
    "sourced: S07",
)

PLACE = CodeList(
    "place",
    ("Location", "地点"),
    [
        Option(1, "General ICU", "综合ICU(重症医学科)"),
        Option(2, "Cardiac surgical ICU", "心脏外科ICU"),
        Option(3, "Cardiac care unit", "CCU"),
        Option(4, "Respiratory ICU", "呼吸ICU"),
        Option(5, "Pediatric ICU", "PICU"),
        Option(6, "Neonatal ICU", "NICU"),
        Option(7, "Emergency department", "急诊科"),
        Option(8, "Operating room", "手术室"),
        Option(9, "Catheterization laboratory", "导管室"),
        Option(10, "General ward", "普通病房"),
        Option(11, "Outside hospital", "院外"),
        Option(12, "Referring hospital", "外院"),
        Option(13, "During transport", "转运途中"),
        Option(14, "Dedicated ECLS unit", "ECLS专用病房"),
        Option(15, "Emergency ICU (EICU)", "急诊ICU(EICU)"),
        Option(88, "Other", "其他"),
    ],
    "sourced: S08; judgement",
)

CANNULATOR = CodeList(
    "cannulator",
    ("Who cannulated", "置管医师专业"),
    [
        Option(1, "Intensivist", "重症医学科"),
        Option(2, "Cardiac surgeon", "心脏外科"),
        Option(3, "Cardiologist", "心内科"),
        Option(4, "Emergency physician", "急诊科"),
        Option(5, "Vascular surgeon", "血管外科"),
        Option(6, "Anesthesiologist", "麻醉科"),
        Option(7, "Pediatric surgeon", "小儿外科"),
        Option(8, "Perfusionist-led team", "体外循环团队"),
        Option(9, "Other", "其他"),
    ],
)

FLOW_DIRECTION = CodeList(
    "flow_direction",
    ("Cannula function", "插管功能"),
    [
        Option(1, "Drainage", "引流"),
        Option(2, "Return", "回输"),
        Option(3, "Drainage and return (dual lumen)", "引流+回输(双腔)"),
        Option(4, "Distal limb perfusion", "远端肢体灌注"),
        Option(5, "Distal limb drainage", "远端肢体引流"),
        Option(6, "Left heart vent", "左心减压引流"),
    ],
    "sourced: S07; judgement",
)

VESSEL = CodeList(
    "vessel",
    ("Vessel or chamber", "血管/心腔"),
    [
        Option("RA", "Right atrium (central)", "右心房"),
        Option("LA", "Left atrium", "左心房"),
        Option("LV", "Left ventricle (apex)", "左心室(心尖)"),
        Option("PA", "Pulmonary artery", "肺动脉"),
        Option("AAO", "Ascending aorta", "升主动脉"),
        Option("ARCH", "Aortic arch", "主动脉弓"),
        Option("BCA", "Brachiocephalic (innominate) artery", "头臂干(无名动脉)"),
        Option("CA", "Carotid artery", "颈动脉"),
        Option("SCA", "Subclavian artery", "锁骨下动脉"),
        Option("AXA", "Axillary artery", "腋动脉"),
        Option("CFA", "Common femoral artery", "股总动脉"),
        Option("SFA", "Superficial femoral artery", "股浅动脉"),
        Option("PTA", "Posterior tibial artery", "胫后动脉"),
        Option("IJV", "Internal jugular vein", "颈内静脉"),
        Option("SCV", "Subclavian vein", "锁骨下静脉"),
        Option("FV", "Femoral vein", "股静脉"),
        Option("IVC", "Inferior vena cava", "下腔静脉"),
        Option("SVC", "Superior vena cava", "上腔静脉"),
        Option("PV", "Pulmonary vein", "肺静脉"),
        Option("UV", "Umbilical vessel", "脐血管"),
        Option("OTH", "Other", "其他"),
    ],
    "sourced: S07; judgement",
)

INSERTION = CodeList(
    "insertion",
    ("Insertion technique", "置管方式"),
    [
        Option(1, "Percutaneous", "经皮穿刺"),
        Option(2, "Open surgical cut-down", "外科切开"),
        Option(3, "Semi-percutaneous", "半切开(直视下穿刺)"),
        Option(4, "Via vascular graft (chimney)", "经人工血管(侧支)"),
        Option(5, "Central (sternotomy or thoracotomy)", "中心插管(开胸)"),
    ],
    "sourced: S07; judgement",
)

GUIDANCE = CodeList(
    "guidance",
    ("Imaging guidance", "影像引导"),
    [
        Option(1, "Ultrasound (vessel)", "血管超声"),
        Option(2, "Transthoracic echo", "经胸超声"),
        Option(3, "Transesophageal echo", "经食管超声"),
        Option(4, "Fluoroscopy", "X线透视"),
        Option(5, "None", "无"),
    ],
)

REMOVAL = CodeList(
    "removal",
    ("Cannula removal technique", "拔管方式"),
    [
        Option(1, "Manual compression", "手法压迫"),
        Option(2, "Suture or surgical repair", "缝合/外科修补"),
        Option(3, "Vascular closure device", "血管缝合/封堵器"),
        Option(4, "Compression device", "压迫装置"),
        Option(5, "Left in place at death", "死亡时未拔除"),
        Option(6, "Vessel ligated", "血管结扎"),
    ],
    "sourced: S07; judgement",
)

LV_UNLOADING = CodeList(
    "lv_unloading",
    ("LV unloading technique", "左心减压方式"),
    [
        Option(0, "None", "无"),
        Option(1, "Intra-aortic balloon pump", "IABP"),
        Option(2, "Transvalvular microaxial pump (Impella)", "经瓣膜微轴流泵(Impella)"),
        Option(3, "Surgical vent: left atrium or pulmonary vein", "外科左房/肺静脉引流"),
        Option(4, "Surgical vent: LV apex", "外科左室心尖引流"),
        Option(5, "Atrial septostomy", "房间隔造口"),
        Option(6, "Transseptal left atrial cannula", "经房间隔左房插管"),
        Option(7, "Pulmonary artery vent", "肺动脉引流"),
        Option(8, "Other", "其他"),
    ],
)

MODE_CHANGE_REASON = CodeList(
    "mode_change_reason",
    ("Reason for mode or cannula change", "模式/插管变更原因"),
    [
        Option(1, "Inadequate oxygenation", "氧合不足"),
        Option(2, "Differential hypoxemia", "差异性低氧(南北综合征)"),
        Option(3, "Hemodynamic failure", "循环衰竭"),
        Option(4, "Inadequate drainage or flow", "引流/流量不足"),
        Option(5, "Left ventricular distension", "左室扩张"),
        Option(6, "Right ventricular failure", "右心衰竭"),
        Option(7, "Limb ischemia", "肢体缺血"),
        Option(8, "Cannula malfunction or malposition", "插管故障/移位"),
        Option(9, "Mobilization or extubation", "活动/拔除气管插管"),
        Option(10, "Bleeding or infection at site", "插管部位出血/感染"),
        Option(11, "Recovery (step down)", "好转降阶"),
        Option(88, "Other", "其他"),
    ],
)

STOP_REASON = CodeList(
    "stop_reason",
    ("Reason ECLS was discontinued", "ECLS终止原因"),
    [
        Option(1, "Expected recovery of native organ", "预期恢复,计划撤机"),
        Option(2, "Died on ECLS", "ECLS期间死亡"),
        Option(3, "Poor prognosis, support withdrawn, death expected", "预后不良,放弃支持"),
        Option(4, "Bridged to durable or temporary VAD", "桥接至心室辅助装置"),
        Option(5, "Heart transplant", "心脏移植"),
        Option(6, "Lung transplant", "肺移植"),
        Option(7, "Heart-lung transplant", "心肺联合移植"),
        Option(8, "ECLS complication", "ECLS并发症"),
        Option(9, "Resource limitation", "资源受限"),
        Option(10, "Family or patient request (incl. financial)", "患者/家属要求(含经济原因)"),
        Option(11, "Converted to cardiopulmonary bypass in the operating room", "转为术中体外循环"),
        Option(12, "Transferred out on ECLS (run continues elsewhere)", "带ECLS转出(他院继续)"),
        Option(13, "Device or protocol limit without clinical reason", "按方案/器材期限终止"),
        Option(88, "Other", "其他"),
    ],
    "sourced: S08, S07; judgement",
)

DIAG_ROLE = CodeList(
    "diag_role",
    ("Diagnosis role", "诊断类别"),
    [
        Option(1, "Primary reason for ECLS", "ECLS主要诊断"),
        Option(2, "Secondary diagnosis", "次要诊断"),
        Option(3, "Admission diagnosis", "入院诊断"),
        Option(4, "Discharge diagnosis", "出院诊断"),
    ],
    "sourced: S07",
)

MCS = CodeList(
    "mcs",
    ("Mechanical circulatory device", "机械循环辅助装置"),
    [
        Option(0, "None", "无"),
        Option(1, "IABP", "主动脉内球囊反搏"),
        Option(2, "Impella", "Impella微轴流泵"),
        Option(3, "Temporary LVAD", "临时左室辅助"),
        Option(4, "Temporary RVAD", "临时右室辅助"),
        Option(5, "Temporary BiVAD", "临时双室辅助"),
        Option(6, "Durable LVAD", "长期左室辅助"),
        Option(7, "Durable BiVAD or total artificial heart", "长期双室辅助/全人工心脏"),
        Option(8, "Cardiopulmonary bypass (failure to wean)", "体外循环(脱机困难)"),
        Option(9, "Other", "其他"),
    ],
    "sourced: S08; judgement",
)

DPC_TIMING = CodeList(
    "dpc_timing",
    ("Distal perfusion timing", "远端灌注管时机"),
    [
        Option(1, "With cannulation (prophylactic)", "置管时(预防性)"),
        Option(2, "Later, for ischemia", "之后(治疗性)"),
    ],
)
