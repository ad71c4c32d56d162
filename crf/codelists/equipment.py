"""Code lists of equipment."""

from crf.codes import CodeList, Option

EQUIP_TYPE = CodeList(
    "equip_type",
    ("Equipment type", "设备类型"),
    [
        Option(1, "Membrane lung (oxygenator)", "膜肺(氧合器)"),
        Option(2, "Blood pump head", "泵头"),
        Option(3, "Console", "主机"),
        Option(4, "Tubing / complete circuit", "管路/整套管路"),
        Option(5, "Heater-cooler", "变温水箱"),
        Option(6, "Hemofilter / CRRT in circuit", "血滤/管路内CRRT"),
        Option(7, "Bladder or reservoir", "储血囊"),
        Option(8, "Bubble detector or sensor", "气泡探测/传感器"),
    ],
    "sourced: S07; judgement",
)

PUMP_TYPE = CodeList(
    "pump_type",
    ("Pump principle", "血泵类型"),
    [
        Option(1, "Centrifugal", "离心泵"),
        Option(2, "Roller", "滚压泵"),
        Option(3, "Pumpless", "无泵"),
    ],
)

CONSOLE = CodeList(
    "console",
    ("Console or system", "主机型号"),
    [
        Option(1, "Cardiohelp", "Cardiohelp"),
        Option(2, "Rotaflow I", "Rotaflow I"),
        Option(3, "Rotaflow II", "Rotaflow II"),
        Option(4, "CentriMag", "CentriMag"),
        Option(5, "Stockert/LivaNova SCP", "Stockert/LivaNova SCP"),
        Option(6, "Medtronic Bio-Console", "Medtronic Bio-Console"),
        Option(7, "Terumo", "Terumo"),
        Option(8, "Domestic Chinese console (name in text)", "国产主机(文字注明)"),
        Option(88, "Other", "其他"),
    ],
    "sourced: S07, S43; judgement",
)

OXYGENATOR = CodeList(
    "oxygenator",
    ("Membrane lung model", "膜肺型号"),
    [
        Option(1, "Quadrox-i Adult", "Quadrox-i 成人"),
        Option(2, "Quadrox-i Small Adult", "Quadrox-i 小成人"),
        Option(3, "Quadrox-i Pediatric", "Quadrox-i 儿童"),
        Option(4, "Quadrox-i Neonatal", "Quadrox-i 新生儿"),
        Option(5, "Quadrox PLS / PLS Set", "Quadrox PLS/PLS套包"),
        Option(6, "HLS Set Advanced 5.0", "HLS Set Advanced 5.0"),
        Option(7, "HLS Set Advanced 7.0", "HLS Set Advanced 7.0"),
        Option(8, "Maquet Quadrox-iD", "Quadrox-iD"),
        Option(9, "Medos Hilite", "Medos Hilite"),
        Option(10, "Eurosets A.L.ONE", "Eurosets A.L.ONE"),
        Option(11, "LivaNova/Sorin", "LivaNova/Sorin"),
        Option(12, "Medtronic Nautilus/Affinity", "Medtronic Nautilus/Affinity"),
        Option(13, "Domestic Chinese oxygenator (name in text)", "国产膜肺(文字注明)"),
        Option(88, "Other", "其他"),
    ],
    "sourced: S07; judgement",
)

COATING = CodeList(
    "coating",
    ("Circuit coating", "管路涂层"),
    [
        Option(1, "Heparin based", "肝素涂层"),
        Option(2, "Phosphorylcholine", "磷酸胆碱涂层"),
        Option(3, "Albumin-heparin (Bioline)", "白蛋白-肝素(Bioline)"),
        Option(4, "Polymer (Softline, X-coating)", "聚合物涂层"),
        Option(5, "None", "无"),
        Option(9, "Unknown", "不详"),
    ],
)

PRIMING = CodeList(
    "priming",
    ("Priming fluid", "预充液"),
    [
        Option(1, "Crystalloid", "晶体液"),
        Option(2, "Blood", "血液"),
        Option(3, "Albumin", "白蛋白"),
        Option(4, "Crystalloid plus albumin", "晶体+白蛋白"),
        Option(5, "Artificial colloid", "人工胶体"),
        Option(8, "Other", "其他"),
    ],
    "sourced: S07",
)

TUBING = CodeList(
    "tubing",
    ("Tubing diameter (inch)", "管路内径(英寸)"),
    [
        Option("0.1875", "3/16 inch", "3/16英寸"),
        Option("0.25", "1/4 inch", "1/4英寸"),
        Option("0.375", "3/8 inch", "3/8英寸"),
        Option("0.5", "1/2 inch", "1/2英寸"),
    ],
    "sourced: S07",
)

EQUIP_CHANGE_REASON = CodeList(
    "equip_change_reason",
    ("Reason for equipment change", "更换原因"),
    [
        Option(1, "Clotting in component", "部件内血栓"),
        Option(2, "Failing gas exchange", "气体交换功能下降"),
        Option(3, "Rising pressure drop or obstruction", "跨膜压升高/梗阻"),
        Option(4, "Pump failure", "泵故障"),
        Option(5, "Air in circuit", "管路进气"),
        Option(6, "Leak, crack or rupture", "渗漏/破裂"),
        Option(7, "Circuit-related coagulopathy or hemolysis", "管路相关凝血病/溶血"),
        Option(8, "Infection", "感染"),
        Option(9, "Temperature device failure", "变温装置故障"),
        Option(10, "Product life-cycle or protocol", "到达使用期限/按方案"),
        Option(11, "Mode or treatment change", "模式/治疗变更"),
        Option(12, "Transport", "转运需要"),
        Option(88, "Other", "其他"),
    ],
    "sourced: S02, S07; judgement",
)
