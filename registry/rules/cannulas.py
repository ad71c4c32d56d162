"""Cannulas and mode segments."""

from itertools import pairwise
from typing import Any

from registry.rules.book import ARTERIAL_MODES, error, warning

ARTERIES = frozenset({"AAO", "ARCH", "BCA", "CA", "SCA", "AXA", "CFA", "SFA", "PTA", "PA", "UV"})


def _not_begun(c: Any) -> bool:
    """A draft whose cannulas are still to be entered: neither a cannula nor the end of the run yet."""
    return not c.rows("cannulas") and c.get("run_stop_at") is None


def _returns_to_an_artery(c: Any) -> bool:
    """A return cannula whose vessel or tip is arterial."""
    return any(
        row.get("cannula_function") in (2, 3)
        and (row.get("cannula_vessel") in ARTERIES or row.get("cannula_tip") in ARTERIES)
        for row in c.rows("cannulas")
    )


def _segments_join(c: Any) -> bool:
    """First start is the start of flow, each next start the stop before, the last stop the end of flow."""
    segments = sorted(c.rows("segments"), key=lambda row: row.segment_start_at)
    if len(segments) < 2 or segments[0].segment_start_at != c.run_start_at:
        return False
    joined = all(left.segment_stop_at == right.segment_start_at for left, right in pairwise(segments))
    last = segments[-1].get("segment_stop_at")
    return joined and (last is None or last == c.run_stop_at)


@warning(
    "V044",
    "cannula_function cannula_in_at mode_changed run_start_at",
    "A cannula placed after the start: confirm an exchange or record the mode change",
    "启动后置入插管：请确认为更换插管或记录模式变更",
    on="cannula",
)
def cannula_in_before_flow(c: Any) -> bool:
    return c.cannula_function in (4, 5, 6) or c.get("mode_changed") == 1 or c.cannula_in_at <= c.run_start_at


@error(
    "V045",
    "cannula_in_at cannula_out_at",
    "Cannula removal must follow insertion",
    "拔管须晚于置管",
    on="cannula",
)
def cannula_out_after_in(c: Any) -> bool:
    return c.cannula_out_at > c.cannula_in_at


@error("V046", "cannula_function", "At least one drainage cannula is needed", "至少需一根引流管", on="run")
def has_a_drainage_cannula(c: Any) -> bool:
    return _not_begun(c) or any(row.get("cannula_function") in (1, 3) for row in c.rows("cannulas"))


@error(
    "V047",
    "cannula_function initial_mode",
    "At least one return cannula is needed",
    "至少需一根回输管",
    on="run",
)
def has_a_return_cannula(c: Any) -> bool:
    return (
        _not_begun(c)
        or c.get("initial_mode") == "PUMPLESS"
        or any(row.get("cannula_function") in (2, 3) for row in c.rows("cannulas"))
    )


@error("V048", "initial_mode", "VA mode needs an arterial return cannula", "VA模式须有动脉回输插管", on="run")
def arterial_mode_returns_to_an_artery(c: Any) -> bool:
    return _not_begun(c) or c.initial_mode not in ARTERIAL_MODES or _returns_to_an_artery(c)


@error(
    "V049",
    "initial_mode mode_changed",
    "VV mode cannot have an arterial return cannula",
    "VV模式不应有动脉回输插管",
    on="run",
)
def vv_mode_returns_to_a_vein(c: Any) -> bool:
    return c.initial_mode != "VV" or c.mode_changed == 1 or not _returns_to_an_artery(c)


@warning(
    "V050",
    "age_group cannula_vessel",
    "Umbilical cannulation outside the neonatal period: check",
    "非新生儿脐血管插管请核对",
    on="cannula",
)
def umbilical_vessel_in_neonates(c: Any) -> bool:
    return c.cannula_vessel != "UV" or c.age_group == "N"


@warning(
    "V051",
    "age_group cannula_vessel",
    "Carotid cannulation in an adult: please confirm",
    "成人颈动脉插管请确认",
    on="cannula",
)
def carotid_not_in_adults(c: Any) -> bool:
    return not (c.cannula_vessel == "CA" and c.age_group == "A")


@warning(
    "V052",
    "age_group cannula_function cannula_vessel distal_perfusion",
    "Femoral arterial cannula in an adult without distal perfusion: confirm",
    "成人股动脉插管未置远端灌注管请确认",
    on="cannula",
)
def femoral_return_has_distal_perfusion(c: Any) -> bool:
    return (
        c.cannula_function != 2
        or c.cannula_vessel not in ("CFA", "SFA")
        or c.get("distal_perfusion") == 1
        or c.age_group != "A"
    )


@error(
    "V053",
    "segment_start_at segment_stop_at",
    "Mode segment must end after it starts",
    "模式阶段结束须晚于开始",
    on="segment",
)
def segment_stops_after_it_starts(c: Any) -> bool:
    return c.segment_stop_at > c.segment_start_at


@error(
    "V054",
    "mode_changed",
    "Mode segments must join without gaps: next start equals previous stop",
    "模式阶段须首尾衔接",
    on="run",
)
def segments_cover_the_run(c: Any) -> bool:
    return c.mode_changed != 1 or _segments_join(c)
