"""Dictionary entries of what the registry itself writes about a case; no form asks for them."""

from crf.codes import CodeList, Option
from crf.items import Item, Requirement
from crf.pairs import Pair
from registry.models.case import STATE_LABELS

RECORD_STATUS = CodeList(
    "record_status",
    ("State of a case", "病例状态"),
    [Option(str(state), pair.en, pair.zh) for state, pair in STATE_LABELS.items()],
    "sourced: S03; judgement",
)


def _written(
    name: str, entity: str, label: Pair, kind: str, definition: Pair, source: str = "judgement"
) -> Item:
    return Item(
        label=label,
        section="Record",
        kind=kind,
        requirement=Requirement.REQUIRED,
        definition=definition,
        codes=RECORD_STATUS if kind == "choice" else None,
        source=source,
        entity=entity,
        name=name,
        system=True,
    )


RECORD_ITEMS = (
    _written(
        "center_code",
        "admission",
        Pair("Reporting center", "上报中心"),
        "reference",
        Pair(
            "Code of the center that entered the case; given when the case is created and never changed",
            "录入病例的中心代码；建立病例时写入，此后不变",
        ),
    ),
    _written(
        "patient_id",
        "patient",
        Pair("Registry patient ID", "登记患者编号"),
        "string",
        Pair(
            "Center code, year and a serial number; says nothing about the person",
            "由中心代码、年份和流水号组成，不含个人信息",
        ),
    ),
    _written(
        "record_status",
        "admission",
        Pair("Record status", "记录状态"),
        "choice",
        Pair(
            "Changed by submitting, returning, accepting and locking; only accepted and locked cases are counted",
            "随提交、退回、通过、锁定而改变；仅已通过和已锁定的病例计入统计",
        ),
        "sourced: S03",
    ),
    _written(
        "completed_by",
        "admission",
        Pair("Completed by", "填报人"),
        "string",
        Pair(
            "The named coordinator who submitted the case last; the account, not a typed name",
            "最近一次提交病例的具名协调员；取自账号，不手工填写",
        ),
        "sourced: S03",
    ),
)
"""Columns ``case.center``, ``patient.number``, ``case.state`` and ``case.submitted_by``."""
