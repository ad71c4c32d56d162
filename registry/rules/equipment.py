"""Components of the circuit and why they were changed."""

from datetime import timedelta
from typing import Any

from registry.rules.book import error, warning

PRIMED_BEFORE = timedelta(hours=24)
UNNAMED = frozenset({"MEC17", "MEC88"})  # an unplanned change of the whole circuit, and other events
EVENTS_OF: dict[int, frozenset[str]] = {
    1: frozenset({"MEC02", "MEC03", "MEC04", "MEC05"}),
    2: frozenset({"MEC01", "MEC02"}),
    3: frozenset({"MEC01", "MEC02", "MEC05"}),
    4: frozenset({"MEC03", "MEC06", "MEC07", "MEC08"}),
    5: frozenset({"MEC10"}),
    6: frozenset({"MEC01", "MEC08", "MEC09"}),
    9: frozenset({"MEC11"}),
}
"""By reason of a change: the mechanical complications that go with it."""


@error(
    "V098",
    "equip_start_at equip_stop_at run_start_at",
    "Equipment times must lie within the run",
    "设备时间须在运行期内",
    on="equipment",
)
def component_used_in_the_run(c: Any) -> bool:
    """It may be primed up to a day before flow."""
    stop = c.get("equip_stop_at")
    return c.equip_start_at >= c.run_start_at - PRIMED_BEFORE and (stop is None or stop > c.equip_start_at)


@error(
    "V099",
    "equip_change_reason equip_changed",
    "A change reason needs a replaced component",
    "填写更换原因须标记为更换",
    on="equipment",
)
def reason_of_a_change(c: Any) -> bool:
    return c.get("equip_change_reason") is None or c.equip_changed == 1


@warning(
    "V100",
    "equip_change_reason",
    "Mechanical change reason without the matching complication",
    "机械原因更换缺少对应并发症",
    on="equipment",
)
def mechanical_change_has_its_complication(c: Any) -> bool:
    if c.equip_change_reason not in EVENTS_OF:
        return True
    return any(
        row.get("comp_code") in EVENTS_OF[c.equip_change_reason] | UNNAMED for row in c.rows("complications")
    )
