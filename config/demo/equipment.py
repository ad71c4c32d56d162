"""The parts of the circuit and their changes (form 6)."""

from dataclasses import dataclass
from datetime import datetime

from config.demo.chance import Chance, Weighted
from config.demo.gaps import Row
from config.demo.scene import Scene

OXYGENATOR, PUMP, CONSOLE, CIRCUIT = 1, 2, 3, 4
CLOTTED, FAILING_GAS, RISING_PRESSURE, PUMP_FAILED, PLANNED = 1, 2, 3, 4, 10
MAQUET, ROTAFLOW, ROTAFLOW_2, CENTRIMAG, DOMESTIC = 1, 2, 3, 4, 8
DOMESTIC_OXYGENATOR = 13
NAMES = {DOMESTIC: "演示国产主机", DOMESTIC_OXYGENATOR: "演示国产膜肺"}
CHANGED_PER_DAY = 0.02  # membrane lungs
EARLIEST_CHANGE_HOURS = 40
_CONSOLE = Weighted({MAQUET: 34, ROTAFLOW: 30, ROTAFLOW_2: 16, CENTRIMAG: 4, 5: 4, 6: 2, DOMESTIC: 10})
_LUNGS = {  # by console, in adults
    MAQUET: Weighted({7: 72, 6: 28}),
    ROTAFLOW: Weighted({5: 70, 8: 12, 10: 10, DOMESTIC_OXYGENATOR: 8}),
    DOMESTIC: Weighted({DOMESTIC_OXYGENATOR: 100}),
}
_SMALL_LUNGS = {"N": Weighted({4: 55, 9: 45}), "P": Weighted({3: 55, 9: 30, 5: 15})}
_COATING = {4: 2, 9: 2, 10: 2, DOMESTIC_OXYGENATOR: 1}
_TUBING = {"N": "0.25", "P": "0.25", "A": "0.375"}
_REASON = Weighted({CLOTTED: 34, FAILING_GAS: 30, RISING_PRESSURE: 16, PLANNED: 20})


@dataclass(frozen=True, slots=True)
class Change:
    """A part taken out of the circuit. ``position`` is that of its row."""

    part: int
    position: int
    at: datetime
    reason: int


def equipment_rows(scene: Scene) -> tuple[list[Row], list[Change]]:
    """The rows in order, and what was changed."""
    chance = scene.chance
    console = _CONSOLE.draw(chance)
    rows = [_membrane(scene, console), _console(scene, console)]
    if chance.yes(0.6):
        rows.append(_circuit(scene))
    return rows, _changes(scene, rows)


def _row(scene: Scene, part: int) -> Row:
    return {"equip_type": part, "equip_start_at": scene.start, "equip_changed": 0}


def _membrane(scene: Scene, console: int) -> Row:
    chance = scene.chance
    small = _SMALL_LUNGS.get(scene.group)
    model = (small or _LUNGS.get(console, _LUNGS[ROTAFLOW])).draw(chance)
    return _row(scene, OXYGENATOR) | {
        "oxygenator_model": model,
        "equip_name_text": NAMES.get(model) if model == DOMESTIC_OXYGENATOR else None,
        "coating": _COATING.get(model, 3) if chance.yes(0.6) else None,
    }


def _console(scene: Scene, console: int) -> Row:
    """A roller pump turns in a few newborns only."""
    return _row(scene, CONSOLE) | {
        "console_model": console,
        "pump_type": 2 if scene.group == "N" and scene.chance.yes(0.08) else 1,
        "equip_name_text": NAMES.get(console),
    }


def _circuit(scene: Scene) -> Row:
    blood = scene.group == "N" or (scene.weight < 15 and scene.chance.yes(0.7))
    return _row(scene, CIRCUIT) | {
        "priming": 2 if blood else scene.chance.choice((1, 1, 3, 4)),
        "tubing_size": _TUBING[scene.group],
        "coating": 3 if scene.chance.yes(0.4) else None,
    }


def _changes(scene: Scene, rows: list[Row]) -> list[Change]:
    """At most one membrane lung and, rarely, one pump head are changed, once it is known how long it took."""
    chance, found = scene.chance, list[Change]()
    if scene.stretch.stop is None:
        return found
    if scene.hours > EARLIEST_CHANGE_HOURS + 6 and chance.yes(min(CHANGED_PER_DAY * scene.hours / 24, 0.5)):
        found.append(_replace(scene, rows, 0, _REASON.draw(chance)))
    if scene.hours > EARLIEST_CHANGE_HOURS + 6 and chance.yes(0.012):
        rows.append(_row(scene, PUMP) | {"pump_type": 1})
        found.append(_replace(scene, rows, len(rows) - 1, chance.choice((CLOTTED, PUMP_FAILED))))
    return found


def _replace(scene: Scene, rows: list[Row], place: int, reason: int) -> Change:
    """End the row of a part and begin that of its successor, of the same model."""
    chance, old = scene.chance, rows[place]
    at = _moment(scene)
    rows.append(old | {"equip_start_at": at})
    urgent = reason == PUMP_FAILED or (reason != PLANNED and chance.yes(0.3))
    rows[place] = old | {
        "equip_changed": 1,
        "equip_stop_at": at,
        "equip_change_reason": reason,
        "equip_emergency_change": int(urgent),
        "flow_interruption_min": _pause(chance),
    }
    return Change(old["equip_type"], place + 1, at, reason)


def _moment(scene: Scene) -> datetime:
    share = scene.chance.between(EARLIEST_CHANGE_HOURS / scene.hours, 0.95)
    return (scene.start + (scene.until - scene.start) * share).replace(second=0, microsecond=0)


def _pause(chance: Chance) -> float | None:
    """Minutes without flow."""
    return chance.amount(1.2, 0.5, 0.3, 6, 1) if chance.yes(0.7) else None
