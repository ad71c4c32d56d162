"""Which fields of a repeating group stand in its table; the others open below the row."""

from dataclasses import dataclass

from crf.pairs import Pair

KEY_FIELDS: dict[str, tuple[str, ...]] = {
    "diagnosis": ("diag_code", "diag_icd10", "diag_role"),
    "cannula": (
        "cannula_function",
        "cannula_vessel",
        "cannula_side",
        "cannula_technique",
        "cannula_size_fr",
        "cannula_in_at",
    ),
    "segment": ("segment_mode", "segment_start_at", "segment_stop_at", "segment_reason"),
    "equipment": ("equip_type", "equip_start_at", "equip_changed", "equip_stop_at"),
    "complication": ("comp_code", "comp_onset_at", "comp_severity", "comp_actions", "comp_outcome"),
    "infection": (
        "infection_type",
        "infection_onset_at",
        "infection_ecls_related",
        "culture_positive",
        "organism",
    ),
}
# The time rows of a group stand in the order of.
SORTED_BY = {
    "cannula": "cannula_in_at",
    "segment": "segment_start_at",
    "support": "measured_at",
    "equipment": "equip_start_at",
    "complication": "comp_onset_at",
    "infection": "infection_onset_at",
}
# The answer that says there are no rows: field, and its value for "none".
NONE_SAID_BY = {
    "complication": ("any_complication", 0),
    "infection": ("any_infection", 0),
    "segment": ("mode_changed", 0),
}
# A case cannot be submitted without a row of these.
ROW_NEEDED = frozenset({"cannula"})


@dataclass(frozen=True)
class Column:
    """One of the daily values shown in the grid. ``is_setting``: what was set, not measured, may be copied
    from the row above. ``fall``: a drop by this share since the row before is pointed out."""

    name: str
    short: Pair
    is_setting: bool = False
    fall: float | None = None


GRID = (
    Column("pump_flow", Pair("Flow", "流量"), is_setting=True),
    Column("pump_rpm", Pair("Speed", "转速"), is_setting=True),
    Column("sweep_gas_flow", Pair("Sweep", "气流"), is_setting=True),
    Column("sweep_fio2", Pair("FiO₂", "FiO₂"), is_setting=True),
    Column("on_map", Pair("MAP", "MAP")),
    Column("on_lactate", Pair("Lactate", "乳酸")),
    Column("on_hb", Pair("Hb", "Hb"), fall=0.3),
    Column("on_platelets", Pair("PLT", "PLT"), fall=0.5),
    Column("on_aptt", Pair("APTT", "APTT")),
)
GRID_FIELDS = tuple(column.name for column in GRID)
