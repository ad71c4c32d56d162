"""How a run and a stay ended."""

from typing import Any

from crf.rules import NotEvaluable
from registry.derived.book import derived, describe

describe(
    "survived_ecls",
    ("Survived ECLS", "ECLS 撤离存活"),
    (
        "Alive 24 h or more after the final end of flow of the run; empty for a run that goes on elsewhere",
        "该次转流最终结束后存活 24 小时及以上；转至外院继续者为空",
    ),
    "alive_24h_after_stop == 1 and stop_reason != 2; none if stop_reason == 12",
    of="alive_24h_after_stop stop_reason",
)
describe(
    "weaned_successfully",
    ("Successful weaning", "成功撤机"),
    (
        "Survival after complete removal without further mechanical support, heart or lung transplant or restart",
        "完全撤除后存活，且未再用机械辅助、未行心或肺移植、未再次上机",
    ),
    "survived_ecls and vad_after == 0 and transplant_type not in (1, 2, 3) and ecls_restarted == 0",
    of="alive_24h_after_stop stop_reason vad_after transplant_type ecls_restarted",
)
describe(
    "died_in_admission",
    ("Died in this admission", "本次住院死亡"),
    (
        "Died in hospital; or left with death expected and not known to be alive 30 days after that discharge",
        "院内死亡；或病危自动出院且未证实出院后 30 天仍存活",
    ),
    "discharge_status == 6, or 5 without alive_30d_known == 1 and without death 30 days or more after discharge",
    of="discharge_status alive_30d_known died death_at discharge_at",
)
describe(
    "survived_to_discharge",
    ("Survived to discharge or transfer", "存活出院/转院"),
    (
        "Did not die in this admission; empty for a transfer on ECLS and for a patient still in hospital",
        "本次住院未死亡；带 ECLS 转出及仍在住院者为空",
    ),
    "not died_in_admission; none if discharge_status in (4, 7)",
    of="discharge_status alive_30d_known died death_at discharge_at",
)
describe(
    "favorable_neuro",
    ("Favorable neurological outcome", "良好神经功能预后"),
    (
        "CPC 1 or 2 at discharge; in children PCPC 1 or 2, or unchanged from before the illness",
        "出院时 CPC 1–2；儿童为 PCPC 1–2 或与病前相同",
    ),
    "cpc_discharge in (1, 2) for A; pcpc_discharge in (1, 2) or == baseline_pcpc for N and P",
    of="cpc_discharge pcpc_discharge baseline_pcpc age_group",
)


@derived
def survived_ecls(c: Any) -> bool:
    if c.stop_reason == 12:
        raise NotEvaluable("stop_reason")
    return c.stop_reason != 2 and c.alive_24h_after_stop == 1


@derived
def weaned_successfully(c: Any) -> bool:
    if not c.survived_ecls:
        return False
    return c.vad_after == 0 and c.transplant_type not in (1, 2, 3) and c.ecls_restarted == 0


@derived
def died_in_admission(c: Any) -> bool:
    if c.discharge_status != 5:
        return c.discharge_status == 6
    alive = c.get("alive_30d_known") == 1 and c.get("died") == 0
    died_later = c.get("death_at") and c.get("discharge_at") and (c.death_at - c.discharge_at).days >= 30
    return not (alive or died_later)


@derived
def survived_to_discharge(c: Any) -> bool:
    if c.discharge_status in (4, 7):
        raise NotEvaluable("discharge_status")
    return not c.died_in_admission


@derived
def favorable_neuro(c: Any) -> bool:
    if c.age_group == "A":
        return c.cpc_discharge in (1, 2)
    return c.pcpc_discharge in (1, 2) or c.pcpc_discharge == c.get("baseline_pcpc")
