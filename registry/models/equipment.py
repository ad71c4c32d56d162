"""The components of the circuit, each from its start of use to its change."""

from django.db import models

from centers.history import tracked
from crf import fields
from crf.checks import answers
from crf.codelists.center import YES_NO
from crf.codelists.equipment import (
    COATING,
    CONSOLE,
    EQUIP_CHANGE_REASON,
    EQUIP_TYPE,
    OXYGENATOR,
    PRIMING,
    PUMP_TYPE,
    TUBING,
)
from crf.items import Ranges
from registry.models.parts import Row
from registry.models.run import Run


@tracked()
@answers
class Equipment(Row):
    """One component in use. A change ends its row and begins another."""

    entity = "equipment"

    run = models.ForeignKey(Run, models.CASCADE, related_name="equipment")

    equip_type = fields.Code(
        "Equipment type",
        "设备类型",
        section="Equipment",
        codes=EQUIP_TYPE,
        required=True,
        definition=(
            "Expected for a complete record: one row for the membrane lung and one for the pump or console [judgement]",
            "完整记录要求：膜肺一行，泵或主机一行",
        ),
        source="sourced: S07",
    )
    equip_start_at = fields.Moment(
        "In use from",
        "启用时间",
        section="Equipment",
        required=True,
        definition=("First circuit starts with the run", "首套管路与本次辅助同时开始"),
        source="sourced: S07",
    )
    equip_stop_at = fields.Moment(
        "In use until",
        "停用时间",
        section="Equipment",
        conditional=True,
        when="equip_changed==1",
        definition=(
            "When this part was taken out of the circuit and replaced; not the end of the run",
            "该部件撤出并被更换的时间；不是本次辅助结束时间",
        ),
        source="sourced: S07",
    )
    pump_type = fields.Code(
        "Pump principle",
        "血泵类型",
        section="Equipment",
        codes=PUMP_TYPE,
        conditional=True,
        when="equip_type in (2,3)",
        definition=(
            "Working principle of the pump in this row; a hand crank used as backup does not count",
            "本行血泵的工作原理；备用手摇装置不计",
        ),
    )
    console_model = fields.Code(
        "Console",
        "主机型号",
        section="Equipment",
        codes=CONSOLE,
        conditional=True,
        when="equip_type==3",
        definition=(
            "Console that drove the pump in this row; a standby unit or one used only for transport does not count",
            "本行驱动血泵的主机；备用机或仅转运所用主机不计",
        ),
        source="sourced: S43",
    )
    oxygenator_model = fields.Code(
        "Membrane lung model",
        "膜肺型号",
        section="Equipment",
        codes=OXYGENATOR,
        conditional=True,
        when="equip_type==1",
        definition=(
            "As printed on the package; for an integrated set choose the set and its size",
            "按包装所印填写；集成套包选套包名及规格",
        ),
        source="sourced: S07",
    )
    equip_name_text = fields.Line(
        "Model, free text",
        "型号(文字)",
        section="Equipment",
        conditional=True,
        when="console_model in (8,88) or oxygenator_model in (13,88)",
        definition=(
            "Maker and full model name as printed on the device or package",
            "按设备或包装所印填写厂家及完整型号",
        ),
    )
    equip_lot = fields.Line(
        "Lot number",
        "批号",
        section="Equipment",
        definition=(
            "Copy the code after LOT on the package of this part; not the catalog (REF) or serial (SN) number",
            "抄录该部件包装 LOT 后的编码；不是货号（REF）或序列号（SN）",
        ),
        source="sourced: S07",
    )
    equip_udi = fields.Line(
        "UDI",
        "唯一器械标识(UDI)",
        section="Equipment",
        definition=(
            "Scan or copy the full code on the package of this part, device and production parts both",
            "扫描或抄录该部件包装上的完整编码，含产品标识和生产标识",
        ),
        source="sourced: S07",
    )
    coating = fields.Code(
        "Circuit coating",
        "涂层",
        section="Equipment",
        codes=COATING,
        definition=(
            "Blood-contact surface of the part in this row, from the package or maker's leaflet; unknown if neither says",
            "本行部件的血液接触面，取自包装或说明书；均未注明填“不详”",
        ),
        source="sourced: S07",
    )
    priming = fields.Code(
        "Priming fluid",
        "预充液",
        section="Equipment",
        codes=PRIMING,
        when="equip_type==4",
        definition=(
            "What filled this circuit when flow began; blood if red cells were added, whatever else was used",
            "该管路开始转流时的充填液；加过红细胞即选“血液”",
        ),
        source="sourced: S07",
    )
    tubing_size = fields.Code(
        "Tubing diameter",
        "管路内径",
        section="Equipment",
        codes=TUBING,
        when="equip_type==4",
        definition=(
            "Inner diameter of the main lines as printed; if drainage and return lines differ, the larger",
            "按标示填主管路内径；引流与回流端不同者填较大者",
        ),
        source="sourced: S07",
    )
    crrt_connection = fields.Code(
        "CRRT connected to circuit",
        "CRRT连接管路",
        section="Equipment",
        codes=YES_NO,
        definition=(
            "Yes when a CRRT machine was joined to this circuit at any time; CRRT through its own catheter is no",
            "CRRT 机曾接入本管路填“是”；经独立透析导管者填“否”",
        ),
        source="sourced: S07",
    )
    equip_changed = fields.Code(
        "Component was replaced during run",
        "运行中更换",
        section="Equipment",
        codes=YES_NO,
        required=True,
        definition=(
            "Yes when this part was swapped for another while the run went on; removal at the end of the run is no",
            "本次辅助继续期间换用另一部件填“是”；辅助结束时撤除填“否”",
        ),
        source="sourced: S02",
    )
    equip_change_reason = fields.Code(
        "Reason for replacement",
        "更换原因",
        section="Equipment",
        codes=EQUIP_CHANGE_REASON,
        conditional=True,
        when="equip_changed==1",
        definition=(
            "Reason must agree with the mechanical complication recorded (ELSO 2022 change)",
            "须与已记录的机械并发症一致",
        ),
        source="sourced: S02",
    )
    equip_emergency_change = fields.Code(
        "Emergency change",
        "紧急更换",
        section="Equipment",
        codes=YES_NO,
        conditional=True,
        when="equip_changed==1",
        definition=(
            "Unplanned, because the part failed or was about to; a prepared change for gradual wear is no",
            "因失效或即将失效而临时更换填“是”；逐渐老化后有计划更换填“否”",
        ),
    )
    flow_interruption_min = fields.DecimalNumber(
        "Flow interruption",
        "停流时间",
        section="Equipment",
        places=1,
        unit="min",
        soft=Ranges(all=(0, 5)),
        hard=Ranges(all=(0, 60)),
        when="equip_changed==1",
        definition=(
            "From clamping to flow restored, for this change only; seconds as decimals (30 s = 0.5)",
            "仅计本次更换，自夹闭至血流恢复；秒数折成小数（30 s = 0.5）",
        ),
    )

    class Meta:
        db_table = "registry_equipment"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.run} equipment {self.position}"
