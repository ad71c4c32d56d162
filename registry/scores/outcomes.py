"""The outcomes scores speak of, in words."""

from crf.pairs import Pair

SURVIVAL_TO_DISCHARGE = Pair("survival to hospital discharge", "存活出院")
SURVIVAL_6_MONTHS = Pair("survival at 6 months", "6 个月生存")
ICU_MORTALITY = Pair("death in the ICU", "ICU 内死亡")
SURVIVAL = Pair("survival", "生存")
DEATH = Pair("death", "死亡")
POOR_NEURO_6_MONTHS = Pair("poor outcome (CPC 3–5) at 6 months", "6 个月不良预后（CPC 3–5）")
NO_OUTCOME = Pair("", "")
"""Of a description, which predicts nothing."""
