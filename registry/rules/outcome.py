"""How the run and the hospital stay ended."""

from typing import Any

from registry.derived import hours
from registry.rules.book import ALIVE_AT_DISCHARGE, error, warning


@error(
    "V012", "death_at died run_start_at", "Death cannot precede ECLS start", "死亡不得早于ECLS启动", on="run"
)
def death_after_flow_starts(c: Any) -> bool:
    return c.died == 0 or c.death_at >= c.run_start_at


@error(
    "V013",
    "brain_death_declared death_at died run_stop_at stop_reason",
    "Death on ECLS: time of death and end of ECLS must agree within 1 h",
    "ECLS期间死亡：死亡时间与ECLS结束须相差≤1小时",
    on="run",
)
def death_on_ecls_at_flow_stop(c: Any) -> bool:
    return c.stop_reason != 2 or (
        c.died == 1 and (c.get("brain_death_declared") == 1 or abs(hours(c.death_at, c.run_stop_at)) <= 1)
    )


@error(
    "V014",
    "brain_death_declared death_at run_stop_at stop_reason",
    "Except for death on ECLS, death follows or equals the end of ECLS",
    "除ECLS期间死亡外，死亡时间不得早于ECLS结束",
    on="run",
)
def death_after_flow_stop(c: Any) -> bool:
    return c.stop_reason in (2, 12) or c.get("brain_death_declared") == 1 or c.death_at >= c.run_stop_at


@error(
    "V015",
    "death_at died discharge_at discharge_status",
    "A patient discharged alive cannot have died before discharge",
    "存活出院者死亡时间不得早于出院",
    on="admission",
)
def alive_at_discharge(c: Any) -> bool:
    return not (c.discharge_status in ALIVE_AT_DISCHARGE and c.died == 1 and c.death_at < c.discharge_at)


@error(
    "V016",
    "died discharge_status",
    "Died in hospital requires the death fields",
    "院内死亡须填写死亡信息",
    on="admission",
)
def died_in_hospital_is_dead(c: Any) -> bool:
    return c.discharge_status != 6 or c.died == 1


@error(
    "V017",
    "death_cause died",
    "Cause of death is required when the patient died",
    "死亡患者须填写死因",
    on="admission",
)
def death_has_a_cause(c: Any) -> bool:
    return c.died == 0 or c.has_answer("death_cause")


@error(
    "V018",
    "discharge_status stop_reason",
    "Death on ECLS conflicts with a live discharge",
    "ECLS期间死亡与存活出院矛盾",
    on="run",
)
def died_on_ecls_not_discharged(c: Any) -> bool:
    return not (c.stop_reason == 2 and c.discharge_status in (1, 2, 3, 4, 8))


@error(
    "V019",
    "alive_24h_after_stop discharge_status",
    "Live discharge implies alive 24 h after ECLS",
    "存活出院者须撤机后24小时存活",
    on="run",
)
def discharged_alive_was_alive_at_24h(c: Any) -> bool:
    return not (c.discharge_status in ALIVE_AT_DISCHARGE and c.alive_24h_after_stop == 0)


@error(
    "V020",
    "alive_24h_after_stop death_at run_stop_at",
    "Alive at 24 h conflicts with a death within 24 h",
    "撤机24小时存活与死亡时间矛盾",
    on="run",
)
def alive_at_24h_not_dead_before(c: Any) -> bool:
    return c.alive_24h_after_stop == 0 or hours(c.death_at, c.run_stop_at) >= 24


@error(
    "V021",
    "alive_24h_after_stop death_at run_stop_at",
    "Not alive at 24 h requires death within 24 h of stop",
    "未存活24小时者死亡须在24小时内",
    on="run",
)
def dead_at_24h_died_before(c: Any) -> bool:
    return c.alive_24h_after_stop == 1 or hours(c.death_at, c.run_stop_at) < 24


@warning(
    "V022",
    "alive_48h_after_stop death_at run_stop_at",
    "Alive at 48 h conflicts with the time of death",
    "撤机48小时存活与死亡时间矛盾",
    on="run",
)
def alive_at_48h_not_dead_before(c: Any) -> bool:
    return c.alive_48h_after_stop != 1 or hours(c.death_at, c.run_stop_at) >= 48


@error(
    "V023",
    "discharge_status stop_reason",
    "Run continued elsewhere requires 'transferred out on ECLS'",
    "带ECLS转出须与出院转归一致",
    on="run",
)
def transferred_on_ecls_left_so(c: Any) -> bool:
    return c.stop_reason != 12 or c.discharge_status == 4


@error(
    "V024",
    "discharge_status stop_reason",
    "Transferred out on ECLS requires the matching stop reason",
    "带ECLS转院须选择对应终止原因",
    on="admission",
)
def left_on_ecls_stopped_so(c: Any) -> bool:
    return c.discharge_status != 4 or (bool(c.runs) and c.runs[-1].stop_reason == 12)


@error(
    "V030",
    "ecls_restarted restart_within_24h",
    "Restart within 24 h requires restart = yes",
    "24小时内再上机须勾选再次上机",
    on="run",
)
def early_restart_is_a_restart(c: Any) -> bool:
    return c.restart_within_24h != 1 or c.ecls_restarted == 1


@error(
    "V120",
    "stop_reason transplant_type",
    "Stop for transplant requires the transplant entry",
    "因移植终止须填写移植",
    on="run",
)
def stopped_for_transplant_names_it(c: Any) -> bool:
    return c.stop_reason not in (5, 6, 7) or c.transplant_type != 0


@error(
    "V121", "stop_reason vad_after", "Stop for VAD requires the VAD entry", "桥接VAD终止须填写VAD", on="run"
)
def bridged_to_vad_names_it(c: Any) -> bool:
    return c.stop_reason != 4 or c.vad_after != 0


@warning(
    "V122",
    "last_wean_result stop_reason wean_trials",
    "Weaning trial result missing",
    "撤机试验结果缺失",
    on="run",
)
def weaning_trial_has_a_result(c: Any) -> bool:
    return c.stop_reason == 1 or c.wean_trials == 0 or c.has_answer("last_wean_result")


@error(
    "V123",
    "cpc_discharge discharge_status",
    "CPC 5 is only for patients who died",
    "CPC 5仅用于死亡患者",
    on="admission",
)
def cpc_5_is_dead(c: Any) -> bool:
    return c.cpc_discharge != 5 or c.discharge_status == 6


@error(
    "V124",
    "discharge_status pcpc_discharge",
    "PCPC 6 is only for brain-dead patients",
    "PCPC 6仅用于脑死亡",
    on="admission",
)
def pcpc_6_is_dead(c: Any) -> bool:
    return c.pcpc_discharge != 6 or c.discharge_status == 6


@warning(
    "V125",
    "cpc_discharge discharge_status pcpc_discharge support_type",
    "Neurological outcome is expected after ECPR",
    "ECPR患者须填写神经功能结局",
    on="run",
)
def ecpr_survivor_has_cpc(c: Any) -> bool:
    return (
        c.support_type != 3
        or c.discharge_status in (4, 5, 6, 7)
        or c.has_answer("cpc_discharge")
        or c.has_answer("pcpc_discharge")
    )


@warning(
    "V143",
    "alive_30d_known discharge_status",
    "Hopeless discharge: confirm vital status at 30 days",
    "病危自动出院者请核实30天生存状态",
    on="admission",
)
def hopeless_discharge_followed_30_days(c: Any) -> bool:
    return c.discharge_status != 5 or c.get("alive_30d_known") == 1


@error(
    "V144",
    "discharge_status withdrawal_of_support",
    "Hopeless discharge needs the withdrawal field",
    "病危自动出院须填写放弃支持",
    on="admission",
)
def hopeless_discharge_says_withdrawal(c: Any) -> bool:
    return c.discharge_status != 5 or c.has_answer("withdrawal_of_support")


@warning(
    "V150",
    "contact_phone discharge_status",
    "Survivor without a follow-up telephone",
    "存活出院者缺少随访电话",
    on="admission",
)
def survivor_can_be_called(c: Any) -> bool:
    return c.discharge_status not in ALIVE_AT_DISCHARGE or c.has_answer("contact_phone")


@error(
    "V153",
    "died discharge_status",
    "Still in hospital conflicts with death",
    "仍在住院与死亡矛盾",
    on="admission",
)
def still_in_hospital_is_alive(c: Any) -> bool:
    return c.discharge_status != 7 or c.died == 0
