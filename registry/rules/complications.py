"""Complications of a run."""

from datetime import timedelta
from typing import Any

from registry.derived import hours
from registry.derived.events import infection_complications
from registry.rules.book import ARTERIAL_MODES, VENOUS_RETURN_MODES, error, warning
from registry.rules.times_order import lies_between, not_before

BEFORE_FLOW, AFTER_FLOW = timedelta(hours=6), timedelta(hours=72)
FOUND_LATE = frozenset({"CVS10", "LIM09", "LIM10"})
PULMONARY_BLEEDING = "HEM05"
ON = "complication"


@error(
    "V101",
    "any_complication",
    "Complications marked yes but none entered",
    "勾选有并发症但未填写明细",
    on="course",
)
def a_complication_is_told(c: Any) -> bool:
    """An infection counts: it is a complication that is entered with the infections."""
    return c.any_complication != 1 or bool(c.rows("complications") or infection_complications(c))


@error(
    "V102",
    "any_complication",
    "Complications marked no but rows exist",
    "勾选无并发症但存在明细",
    on="course",
)
def no_complication_is_told(c: Any) -> bool:
    return c.any_complication != 0 or not c.rows("complications")


@error(
    "V103",
    "comp_onset_at comp_code run_start_at run_stop_at",
    "Complication onset must lie between cannulation and 72 h after the run (late vein or artery findings excepted)",
    "并发症须发生于置管至撤机后 72 小时（迟发血管并发症除外）",
    on=ON,
)
def complication_begins_around_the_run(c: Any) -> bool:
    stop = c.get("run_stop_at")
    open_end = stop is None or c.comp_code in FOUND_LATE
    return lies_between(
        c, "comp_onset_at", c.run_start_at - BEFORE_FLOW, None if open_end else stop + AFTER_FLOW
    )


@error("V104", "comp_end_at comp_onset_at", "Complication end precedes onset", "并发症缓解早于发生", on=ON)
def complication_ends_after_it_begins(c: Any) -> bool:
    return not_before(c, "comp_end_at", "comp_onset_at")


@error(
    "V105",
    "comp_note comp_code",
    "'Other' complication needs a description",
    '"其他"并发症须填写描述',
    on=ON,
)
def other_complication_is_described(c: Any) -> bool:
    return not c.comp_code.endswith("88") or c.has_answer("comp_note")


@warning(
    "V106",
    "comp_code cannula_function distal_perfusion",
    "Reperfusion cannula complication without distal perfusion entry",
    "肢体缺血灌注管未记录",
    on=ON,
)
def reperfusion_has_its_cannula(c: Any) -> bool:
    return c.comp_code != "LIM02" or any(
        row.get("distal_perfusion") == 1 or row.get("cannula_function") == 4 for row in c.rows("cannulas")
    )


@warning(
    "V107",
    "comp_code on_rrt",
    "New renal replacement complication without renal replacement on any support row",
    "新发肾脏替代并发症缺少 RRT 数据",
    on=ON,
)
def new_replacement_stands_in_a_daily_row(c: Any) -> bool:
    told = [row.on_rrt for row in c.rows("support_records") if row.get("on_rrt") is not None]
    return c.comp_code != "REN04" or not told or any(told)


@error(
    "V108",
    "comp_code brain_death_declared",
    "Brain death complication needs declaration on the outcome form",
    "脑死亡须在结局表确认",
    on=ON,
)
def brain_death_is_declared(c: Any) -> bool:
    return c.comp_code != "NEU01" or c.brain_death_declared == 1


@error(
    "V109",
    "comp_code pregnancy_status",
    "Fetal complication only in pregnancy",
    "胎儿并发症仅限妊娠患者",
    on=ON,
)
def fetal_complication_in_pregnancy(c: Any) -> bool:
    return c.comp_code != "PAT07" or c.pregnancy_status in (1, 2)


@error(
    "V110",
    "comp_code initial_mode segment_mode",
    "Differential hypoxemia only in arterial return modes",
    "差异性低氧仅见于 VA 类模式",
    on=ON,
)
def differential_hypoxemia_in_arterial_modes(c: Any) -> bool:
    return c.comp_code != "CVS09" or _had_mode(c, ARTERIAL_MODES)


@error(
    "V111",
    "comp_code initial_mode segment_mode",
    "Recirculation only with venous return",
    "再循环仅见于静脉回流模式",
    on=ON,
)
def recirculation_with_venous_return(c: Any) -> bool:
    return c.comp_code != "MEC14" or _had_mode(c, VENOUS_RETURN_MODES)


@warning("V112", "comp_code", "Pulmonary hemorrhage entered twice", "肺出血重复录入", on=ON)
def pulmonary_hemorrhage_is_told_once(c: Any) -> bool:
    """Version 0.1 guarded PUL02 beside HEM05; PUL02 is retired, so the same event would be two rows of HEM05.

    Said at the later of two rows that begin within 24 h of each other.
    """
    if c.comp_code != PULMONARY_BLEEDING:
        return True
    onsets = [
        row.comp_onset_at
        for row in c.rows("complications")
        if row.get("comp_code") == PULMONARY_BLEEDING and row.get("comp_onset_at") is not None
    ]
    near = [onset for onset in onsets if 0 <= hours(c.comp_onset_at, onset) <= 24]
    return len(near) <= 1


def _had_mode(c: Any, modes: frozenset[str]) -> bool:
    """In one of the modes at first or in a later segment."""
    return c.initial_mode in modes or any(row.get("segment_mode") in modes for row in c.rows("segments"))
