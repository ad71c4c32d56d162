"""Derived variables as the case page shows them: in the block of what they are computed from, never typed.

``Block.computed`` and ``Section.computed`` name them. A box keeps its id through every save, and a save answers
with the texts of all boxes of the run in view.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from crf.items import Item
from crf.pairs import Pair
from crf.units import measured
from registry.case_page.calculated_items import ECPR_ITEMS, PRE_ECLS_ITEMS
from registry.derived import DESCRIPTIONS, Description, hours
from registry.record import Place
from registry.sections import SECTIONS, Section

ITEMS: dict[str, Item] = {item.name: item for item in (*PRE_ECLS_ITEMS, *ECPR_ITEMS)}
"""Those that the dictionary puts on a form: shown while they apply, even without a value."""
PLACES = {
    "bmi": 1,
    "bsa": 2,
    "postmenstrual_age_weeks": 1,
    "run_hours": 1,
    "total_ecls_hours": 1,
    "cannula_hours": 1,
    "pre_ecls_vent_hours": 1,
    "icu_los_days": 1,
    "hospital_los_days": 1,
    "oxygenation_index": 1,
    "vis_pre": 1,
    "complication_rate": 1,
    "infection_rate": 1,
}
"""Decimals shown; whole numbers otherwise."""
UNKNOWN = "—"
YES_OR_NO = {True: Pair("Yes", "是"), False: Pair("No", "否")}
STAGE = Pair("Stage {n}", "{n} 期")
FLOW_UNITS = {"A": "L/min/m2", "N": "mL/kg/min", "P": "mL/kg/min"}

COMPUTED_IN_ROWS = {
    block.kind: block.computed for section in SECTIONS for block in section.blocks if block.rows
}
"""By kind of row, what is shown in each of them."""

# Where a value says nothing outside an age.
WHEN: dict[str, Callable[[Place], bool]] = {
    "age_days": lambda place: place.resolve("age_years") == 0,
    "age_years": lambda place: bool(place.resolve("age_years")),
    "bmi": lambda place: (place.resolve("age_years") or 0) >= 2,
    "postmenstrual_age_weeks": lambda place: place.resolve("age_group") == "N",
    "total_ecls_hours": lambda place: len(place.record.runs) > 1,
}


@dataclass(frozen=True)
class Box:
    """One value: hidden while ``text`` is empty."""

    id: str
    name: str
    text: str

    @property
    def described(self) -> Description:
        return DESCRIPTIONS[self.name]


def boxes(place: Place, names: Iterable[str], *, key: str = "") -> list[Box]:
    """The values seen from a row of answers, which the page may know under another key."""
    stem = f"c-{(key or place.key).replace('.', '-')}"
    return [Box(f"{stem}-{name}", name, _text(place, name)) for name in names]


def texts(places: list[Place], run: Place) -> dict[str, str]:
    """By id, the text of every box the page shows of these places."""
    return {box.id: box.text for section in SECTIONS for box in _of(section, places, run)}


def _of(section: Section, places: list[Place], run: Place) -> Iterator[Box]:
    yield from boxes(run, section.computed)
    for block in section.blocks:
        for place in places:
            if place.kind == block.kind:
                yield from boxes(place, block.computed)


def _text(place: Place, name: str) -> str:
    if name in WHEN and not WHEN[name](place):
        return ""
    item = ITEMS.get(name)
    if item and item.when and item.when.holds(place.resolve) is not True:
        return ""
    if name == "run_hours" and (so_far := _so_far(place)):
        return so_far
    value = place.resolve(name)
    if value is None:
        return UNKNOWN if item else ""
    return written(value, name, place.resolve("age_group"))


def written(value: Any, name: str, age_group: str | None = None) -> str:
    """A derived variable in words or digits, with its unit."""
    if isinstance(value, bool):
        return str(YES_OR_NO[value])
    digits = PLACES.get(name, 0)
    unit = DESCRIPTIONS[name].unit
    if name == "flow_index":
        unit = FLOW_UNITS[age_group or "A"]
        digits = 2 if unit == FLOW_UNITS["A"] else 0
    number = f"{value:.{digits}f}".replace("-", "−")
    return str(STAGE.format(n=number)) if unit == "stage" else measured(number, unit)


def _so_far(place: Place) -> str:
    """The time on support of a run that goes on; empty for any other."""
    start = place.resolve("run_start_at")
    if start is None or place.resolve("run_stop_at") is not None or start > timezone.now():
        return ""
    return _("%(n)s h so far") % {"n": f"{hours(timezone.now(), start):.1f}"}
