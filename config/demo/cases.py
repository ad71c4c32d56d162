"""Whole admissions, put together from their parts."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from config.demo import gaps, stays
from config.demo.centers import DemoCenter, make_centers
from config.demo.chance import Chance, stream
from config.demo.fates import ON_ECLS, Fate, draw_fate, handover, sent_away
from config.demo.followups import USUAL, WAITING, follow_up_rows
from config.demo.gaps import Row
from config.demo.illness import Illness, draw_illness
from config.demo.people import Person, draw_person, patient_row, perinatal_row, random_key
from config.demo.recipe import Recipe
from config.demo.reviews import Way, entered_at, way_of
from config.demo.slots import ARRANGED_CENTERS, Phase, Slot, make_slots
from config.demo.whole_runs import Course, RunRows, run_rows
from registry.models import Admission, HospitalOutcome, Perinatal
from registry.models.case import CaseState


@dataclass(slots=True)
class MadeCase:
    """One admission as rows of plain values, without keys of the database."""

    center: int
    serial: int  # of the center in the year of ``created_at``
    created_at: datetime
    way: Way
    person: Person
    record_no: str
    patient: Row
    perinatal: Row
    admission: Row
    outcome: Row
    runs: list[RunRows]
    follow_ups: list[Row] = field(default_factory=list)


class Nation:
    """Everything a recipe makes. Reading ``cases`` twice gives the same rows."""

    def __init__(self, recipe: Recipe):
        self.recipe = recipe
        self.centers = make_centers(recipe)
        self.slots = make_slots(recipe, self.centers)
        self.entries = {slot.key: self._entered(slot) for slot in self.slots}

    def cases(self) -> Iterator[MadeCase]:
        serials, people = self._serials(), _People(self)
        for slot in self.slots:
            yield _Maker(self, slot, people.of(slot)).case(serials[slot.key])

    def last_serials(self) -> dict[tuple[int, int], int]:
        """The highest serial by center and year."""
        last: dict[tuple[int, int], int] = {}
        for slot in self.slots:
            key = slot.center, self.entries[slot.key].year
            last[key] = last.get(key, 0) + 1
        return last

    def begun(self, slot: Slot) -> datetime:
        """When this center first had to do with the patient."""
        return self.handed_over(slot.came_from, slot.start) if slot.came_from is not None else slot.start

    def handed_over(self, sender: int, start: datetime) -> datetime:
        return handover(stream(self.recipe.seed, "handover", sender), start)

    def _entered(self, slot: Slot) -> datetime:
        return entered_at(stream(self.recipe.seed, "entry", slot.key), self.begun(slot), self.recipe.cut)

    def _serials(self) -> dict[int, int]:
        taken: dict[tuple[int, int], int] = {}
        serials = {}
        for slot in sorted(self.slots, key=lambda slot: (self.entries[slot.key], slot.key)):
            key = slot.center, self.entries[slot.key].year
            taken[key] = serials[slot.key] = taken.get(key, 0) + 1
        return serials


class _People:
    """Who lies in which bed: identity numbers are given once, and a transferred patient stays the same."""

    def __init__(self, nation: Nation):
        self.nation = nation
        self.taken: set[str] = set()
        self.moved: dict[int, Person] = {}

    def of(self, slot: Slot) -> Person:
        key = slot.key if slot.came_from is None else slot.came_from
        if key in self.moved:
            person = self.moved.pop(key)
        else:
            person = self._unique(self._drawn(self.nation.slots[key]))
            if slot.sent_to is not None or slot.came_from is not None:
                self.moved[key] = person
        return person if slot.came_from is None else self._met_again(person, slot)

    def _met_again(self, person: Person, slot: Slot) -> Person:
        """Without a document the next center cannot know who it is: it gives a random key of its own."""
        chance = stream(self.nation.recipe.seed, "met again", slot.key)
        return replace(person, person_key=random_key(chance))

    def _drawn(self, slot: Slot) -> Person:
        nation = self.nation
        chance = stream(nation.recipe.seed, "person", slot.key)
        return draw_person(chance, nation.centers[slot.center], slot.start)

    def _unique(self, person: Person) -> Person:
        while person.document_no in self.taken:
            person = person.renumbered()
        if person.document_no:
            self.taken.add(person.document_no)
        return person


class _Maker:
    """One admission in the making."""

    def __init__(self, nation: Nation, slot: Slot, person: Person):
        self.nation, self.slot, self.person = nation, slot, person
        self.recipe = nation.recipe
        self.center: DemoCenter = nation.centers[slot.center]
        self.chance: Chance = stream(self.recipe.seed, "case", slot.key)
        self.illness = self._illness()
        self.source, self.at = self._admission()
        self.fate = self._fate()
        self.known = self.fate.known_by(self.recipe.cut)

    def case(self, serial: int) -> MadeCase:
        chance, start = self.chance, self.slot.start
        admission = stays.admission_row(chance, self.person, self.illness, self.source, self.at, start)
        perinatal = perinatal_row(chance, self.person, start, self.illness.diagnosis)
        outcome = self._outcome(admission)
        made = MadeCase(
            center=self.center.index,
            serial=serial,
            created_at=self.nation.entries[self.slot.key],
            way=way_of(chance, self.slot, self.known, self.recipe),
            person=self.person,
            record_no=f"DM{self.slot.key:07d}",
            patient=patient_row(chance, self.person),
            perinatal=perinatal,
            admission=admission,
            outcome=outcome,
            runs=[self._run(place, outcome) for place in range(len(self.known.runs))],
        )
        self._finish(made)
        return made

    def _illness(self) -> Illness:
        slot = self.slot if self.slot.came_from is None else self.nation.slots[self.slot.came_from]
        chance = stream(self.recipe.seed, "illness", slot.key)
        return draw_illness(chance, self.person, self.nation.centers[slot.center], slot.start)

    def _admission(self) -> tuple[int, datetime]:
        if self.slot.came_from is None:
            return stays.admitted(self.chance, self.person, self.illness, self.slot.start)
        return stays.ARRIVED_ON_ECLS, self.nation.begun(self.slot) + self.chance.hours(1, 6)

    def _fate(self) -> Fate:
        if self.slot.sent_to is not None:
            return sent_away(self.slot.start, self.nation.handed_over(self.slot.key, self.slot.start))
        received = self.at if self.at > self.slot.start else None
        return draw_fate(
            self.chance, self.slot, self.person, self.illness, self.center, self.recipe.cut, received
        )

    def _outcome(self, admission: Row) -> Row:
        if self.known.status is None:
            return {}
        icu_at = admission["icu_admission_at"]
        return stays.outcome_row(self.chance, self.person, self.illness, self.known, self.at, icu_at)

    def _run(self, place: int, outcome: Row) -> RunRows:
        known = self.known
        course = Course(
            chance=self.chance,
            center=self.center,
            person=self.person,
            illness=self.illness,
            known=known,
            place=place,
            source=self.source,
            admitted=self.at,
            cut=self.recipe.cut,
            is_alive=self.fate.status in (*stays.ALIVE, ON_ECLS),
            outcome=outcome,
        )
        return run_rows(course)

    def _finish(self, made: MadeCase) -> None:
        group = self.person.age_group
        for model, row in (
            (Admission, made.admission),
            (HospitalOutcome, made.outcome),
            (Perinatal, made.perinatal),
        ):
            gaps.lose_values(self.chance, model, row)
            gaps.confirm_unusual_numbers(model, row, group)
        gaps.confirm_outcome(made.outcome, has_phone=bool(self.person.phone))
        if made.way.state == CaseState.DRAFT:
            self._leave_unfinished(made)
        elif self.known.status != ON_ECLS:
            diligence = stream(self.recipe.seed, "diligence", self.center.index).normal(1, 0.15, 0.5, 1.3)
            chance = stream(self.recipe.seed, "follow-up", self.slot.key)
            backlog = WAITING if self.center.index < ARRANGED_CENTERS else USUAL
            made.follow_ups = list(
                follow_up_rows(chance, self.person, self.fate, self.recipe.as_of, diligence, backlog)
            )

    def _leave_unfinished(self, made: MadeCase) -> None:
        """A draft lacks answers here and there, but never those the list of cases shows."""
        share = 0.35 if self.slot.phase == Phase.RUNNING else 0.2
        rows = [made.admission, made.outcome, made.perinatal]
        for each in made.runs:
            rows += [each.run, *each.parts.values(), *itertools.chain(*each.groups.values())]
        gaps.thin_out(self.chance, rows, share, KEPT_IN_DRAFTS.__contains__)
        if self.slot.phase == Phase.DRAFT:
            gaps.mistype(made.runs[0].parts["baseline"], "weight_kg", "kg")


KEPT_IN_DRAFTS = frozenset(
    [
        "run_number",
        "run_start_at",
        "run_stop_at",
        "support_type",
        "initial_mode",
        "primary_diagnosis",
        "notes",
        "timepoint",
        "measured_at",
        "equip_type",
        "equip_start_at",
        "comp_code",
        "infection_type",
        "any_complication",
        "any_infection",
    ]
)
