"""One run with all its forms: each is drawn in turn, and later ones know what earlier ones say."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from config.demo import gaps, lines, runs
from config.demo.arrest import ecpr_row
from config.demo.before import pre_ecls_row
from config.demo.centers import DemoCenter
from config.demo.chance import Chance
from config.demo.equipment import equipment_rows
from config.demo.events import RENAL_REPLACEMENT, complication_rows
from config.demo.fates import DIED, HOPELESS, Fate, Stretch
from config.demo.gaps import Row
from config.demo.illness import Illness
from config.demo.infections import infection_rows
from config.demo.people import Person
from config.demo.scene import Scene
from config.demo.support import Moment, habits, moments, support_rows
from registry.models.parts import Part
from registry.record import ROW_GROUPS, RUN_PARTS
from registry.sections import TABLES

NEVER_INTUBATED = 6


@dataclass(slots=True)
class RunRows:
    """The run itself, its parts and its repeating rows, by kind."""

    run: Row
    parts: dict[str, Row] = field(default_factory=lambda: {kind: {} for kind in RUN_PARTS})
    groups: dict[str, list[Row]] = field(default_factory=lambda: {kind: [] for kind in ROW_GROUPS})

    def all(self) -> Iterator[tuple[type[Part], Row]]:
        """Every row with its table."""
        yield TABLES["run"], self.run
        yield from ((TABLES[kind], row) for kind, row in self.parts.items())
        yield from ((TABLES[kind], row) for kind, rows in self.groups.items() for row in rows)


@dataclass(frozen=True, slots=True)
class Course:
    """The admission a run belongs to. ``known`` is its fate by ``cut``; ``place`` counts runs from 0."""

    chance: Chance
    center: DemoCenter
    person: Person
    illness: Illness
    known: Fate
    place: int
    source: int
    admitted: datetime
    cut: datetime
    is_alive: bool
    outcome: Row

    @property
    def stretch(self) -> Stretch:
        return self.known.runs[self.place]

    @property
    def next_start(self) -> datetime | None:
        later = self.place + 1
        return self.known.runs[later].start if later < len(self.known.runs) else None

    @property
    def days_old(self) -> int:
        return (self.stretch.start.date() - self.person.birth_date).days

    @property
    def group(self) -> str:
        return "N" if self.days_old <= 28 else "A" if self.illness.age_years >= 18 else "P"


def run_rows(course: Course) -> RunRows:
    rows = _begun(course)
    scene = _scene(course, rows.parts["baseline"])
    rows.parts["pre_ecls"] = pre_ecls_row(scene)
    rows.parts["ecpr"] = ecpr_row(scene, rows.run)
    if course.stretch.stop:
        _end(course, rows)
    _on_ecls(scene, rows)
    _confirm(course, rows)
    return rows


def _begun(course: Course) -> RunRows:
    chance, illness, stretch = course.chance, course.illness, course.stretch
    segments = lines.mode_rows(chance, illness, stretch)
    run = runs.run_row(
        chance, course.center, course.person, illness, course.source, course.place + 1, stretch
    )
    run["mode_changed"] = int(bool(segments)) if stretch.stop else None
    if segments and run.get("lv_unloading") is None:
        run["lv_unloading"] = [0]
    rows = RunRows(run)
    rows.parts["baseline"] = runs.baseline_row(chance, course.person, illness, course.days_old)
    rows.groups["diagnosis"] = lines.diagnosis_rows(chance, illness)
    rows.groups["cannula"] = lines.cannula_rows(chance, course.group, illness, stretch, segments)
    rows.groups["segment"] = segments
    return rows


def _scene(course: Course, baseline: Row) -> Scene:
    outcome, stretch = course.outcome, course.stretch
    declared = outcome.get("brain_death_declared") == 1
    return Scene(
        chance=course.chance,
        person=course.person,
        illness=course.illness,
        stretch=stretch,
        until=stretch.stop or course.cut,
        number=course.place + 1,
        group=course.group,
        weight=baseline["weight_kg"],
        source=course.source,
        admitted=course.admitted,
        earlier=course.known.runs[course.place - 1].stop if course.place else None,
        is_alive=course.is_alive,
        is_brain_dead=declared and stretch.reason == DIED,
        was_intubated=outcome.get("extubation_status") != NEVER_INTUBATED,
    )


def _end(course: Course, rows: RunRows) -> None:
    chance, stretch, known = course.chance, course.stretch, course.known
    later = course.next_start
    alive = known.alive_at_30_days if known.status == HOPELESS else True
    rows.run |= runs.ending(chance, stretch, known)
    hours = (stretch.over - stretch.start) / timedelta(hours=1)
    rows.parts["course"] = runs.course_row(chance, course.illness, course.days_old, hours)
    if known.status is not None or later:
        rows.parts["weaning"] = runs.weaning_row(
            chance, course.illness, stretch, known.death, later, alive or bool(later)
        )


def _on_ecls(scene: Scene, rows: RunRows) -> None:
    """Circuit, events and trends. What happened is asked when the run is over."""
    seen = moments(scene)
    rows.groups["equipment"], changes = equipment_rows(scene)
    before, last = rows.parts["pre_ecls"], seen[-1].at if seen else None
    if scene.stretch.stop:
        cannulas = rows.groups["cannula"]
        rows.groups["complication"] = complication_rows(scene, changes, cannulas, before, last)
        rows.groups["infection"] = infection_rows(scene)
        rows.parts["course"]["any_complication"] = int(bool(rows.groups["complication"]))
        rows.parts["course"]["any_infection"] = int(bool(rows.groups["infection"]))
    rows.groups["support"] = _support(scene, rows, seen)


def _support(scene: Scene, rows: RunRows, seen: list[Moment]) -> list[Row]:
    begun = [
        row["comp_onset_at"] for row in rows.groups["complication"] if row["comp_code"] == RENAL_REPLACEMENT
    ]
    own = habits(scene, rows.parts["pre_ecls"], rows.parts["ecpr"], rows.run, next(iter(begun), None))
    return support_rows(scene, seen, own)


def _confirm(course: Course, rows: RunRows) -> None:
    """Holes with their reasons, and reasons for what is unusual."""
    for model, row in rows.all():
        gaps.lose_values(course.chance, model, row)
        gaps.confirm_unusual_numbers(model, row, course.group)
    gaps.confirm_before(rows.parts["pre_ecls"], course.stretch.start)
    gaps.confirm_arrest(rows.parts["ecpr"])
    for row in rows.groups["infection"]:
        gaps.confirm_infection(row, course.stretch.start)
    gaps.confirm_run(rows.run, course.group, course.illness)
    for row in rows.groups["cannula"]:
        gaps.confirm_cannula(row, course.group)
