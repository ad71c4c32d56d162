"""A whole case in memory: loaded with a fixed number of queries, then asked by name.

Conditions, rules and derived variables speak of fields, not of tables. A ``Place`` is one row of answers
inside the case; it finds a name in its own row first, then in its run, the hospital stay and the patient.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.db.models import Prefetch

from crf import notes
from crf.rules import Answered
from registry import derived, record_reading
from registry.models import Case, Run
from registry.models.identity import IDENTITY_ITEMS
from registry.models.parts import Part

RUN_PARTS = ("baseline", "pre_ecls", "ecpr", "course", "weaning")
ROW_GROUPS = {
    "diagnosis": "diagnoses",
    "cannula": "cannulas",
    "segment": "segments",
    "support": "support_records",
    "equipment": "equipment",
    "complication": "complications",
    "infection": "infections",
}
KIND_OF_GROUP = {group: kind for kind, group in ROW_GROUPS.items()}
CASE_PARTS = ("admission", "outcome")
CASE_KINDS = frozenset(("patient", "perinatal", *CASE_PARTS))  # one row for the whole case
# What conditions and rules may know of the sealed identifiers; absent for those who may not open them.
IDENTITY_FACTS = frozenset(item.name for item in IDENTITY_ITEMS.values()) | {
    "id_number_is_valid",
    "id_number_birth_date",
    "id_number_sex",
}


class Place:
    """One row of answers: ``kind`` says which table, ``key`` names it on the page (``cannula1.45``)."""

    def __init__(self, record: "Record", kind: str, part: Part, run: Run | None = None):
        self.record, self.kind, self.part, self.run = record, kind, part, run
        self._derived: dict[str, Any] = {}
        self._asked: dict[str, bool] = {}

    @property
    def key(self) -> str:
        number = str(self.run.run_number) if self.run else ""
        return f"{self.kind}{number}.{self.part.pk}" if self.kind in ROW_GROUPS else f"{self.kind}{number}"

    def resolve(self, name: str) -> Any:
        """The value of a field or derived variable as seen from here; None when there is none."""
        for names, part in self._visible:
            if name in names:
                return getattr(part, name)
        if name in IDENTITY_FACTS:
            return self.record.identity.get(name)
        if name not in self._derived:
            self._derived[name] = derived.value(name, self.answers)
        return self._derived[name]

    def forget_derived(self) -> None:
        """Derived variables and conditions are computed anew: an answer has changed."""
        self._derived.clear()
        self._asked.clear()

    @cached_property
    def answers(self) -> "PlaceAnswers":
        return PlaceAnswers(self)

    @cached_property
    def _visible(self) -> list[tuple[dict[str, Any], Any]]:
        """The rows a name is looked for in, the nearest first, each with the names of its fields."""
        return [(part._fields_by_name(), part) for part in self._around()]

    def _around(self) -> Iterator[Any]:
        yield self.part
        run = self.run or (self.record.runs[0] if self.record.runs else None)
        if run:
            yield run
            yield from (getattr(run, name) for name in RUN_PARTS)
        yield from self.record.case_parts

    def holds(self, name: str) -> bool:
        """Whether the field is asked here at all."""
        if name not in self._asked:
            when = self.part.item_field(name).item.when
            self._asked[name] = when is None or when.holds(self.resolve) is True
        return self._asked[name]

    def find(self, name: str) -> "Place | None":
        """The place whose row holds the field, seen from here."""
        for names, part in self._visible:
            if name in names:
                return self.record.place_of(part)
        return None


class PlaceAnswers(Answered):
    """What a rule sees from a place, with the rows around it for rules about several rows."""

    def __init__(self, place: Place):
        super().__init__(place.resolve)
        self._place = place

    def rows(self, group: str) -> list[Answered]:
        """The answers of each row of a group (``cannulas``, ``segments`` ...) of this run."""
        return [place.answers for place in self._place.record.row_places(group, self._place.run)]

    def has_answer(self, name: str) -> bool:
        """A value or a missing reason."""
        place = self._place.find(name)
        return place.part.is_answered(name) if place else self.get(name) is not None

    def is_day(self, name: str) -> bool:
        """The time is known to the day only."""
        place = self._place.find(name)
        return place is not None and notes.get(place.part.notes, "precision", name) == "day"

    @property
    def runs(self) -> list[Answered]:
        return [place.answers for place in self._place.record.of_kind("run")]


class Record:
    """A case with all its rows. ``identity`` holds what conditions and rules may know of identifiers, ``masked``
    what is shown of them, by kind."""

    def __init__(self, case: Case, identity: dict[str, Any] | None = None):
        self.case = case
        self.identity = identity or {}
        self.masked: dict[str, str] = {}
        self.is_identity_known = True  # False for readers who may not ask: nothing is said about it then
        self.runs: list[Run] = sorted(case.runs.all(), key=lambda run: run.run_number or 0)
        self.case_parts: tuple[Any, ...] = (
            case.admission,
            case.outcome,
            case.patient,
            case.patient.perinatal,
        )

    @cached_property
    def places(self) -> list[Place]:
        """Every row of answers, from the patient to the last row of the last run."""
        patient = self.case.patient
        found = [Place(self, "patient", patient), Place(self, "perinatal", patient.perinatal)]
        found += [Place(self, name, getattr(self.case, name)) for name in CASE_PARTS]
        for run in self.runs:
            found.append(Place(self, "run", run, run))
            found += [Place(self, name, getattr(run, name), run) for name in RUN_PARTS]
            for kind, group in ROW_GROUPS.items():
                found += [Place(self, kind, row, run) for row in getattr(run, group).all()]
        return found

    def of_kind(self, kind: str) -> list[Place]:
        return self._by_kind.get(kind, [])

    @cached_property
    def _by_kind(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for place in self.places:
            found.setdefault(place.kind, []).append(place)
        return found

    @cached_property
    def _by_part(self) -> dict[int, Place]:
        return {id(place.part): place for place in reversed(self.places)}

    def row_places(self, group: str, run: Run | None) -> list[Place]:
        return [place for place in self.of_kind(KIND_OF_GROUP[group]) if place.run is run]

    def place(self, key: str) -> Place:
        """Raises KeyError when the case has no such row."""
        kind = key.partition(".")[0].rstrip("0123456789")
        for place in self.of_kind(kind):
            if place.key == key:
                return place
        raise KeyError(key)

    def place_of(self, part: Any) -> Place | None:
        return self._by_part.get(id(part))


def load(case_queryset: Any, *, identity: dict[str, Any] | None = None, **lookup: Any) -> Record:
    """The record of one case of ``case_queryset``, in two queries whatever its size.

    Raises Case.DoesNotExist.
    """
    return read(case_queryset.select_related("center").get(**lookup), identity)


def read(case: Case, identity: dict[str, Any] | None = None) -> Record:
    """The record of a case that was found already, in one query; what the case held in memory is read anew."""
    record_reading.fill(case)
    return Record(case, identity)


def with_everything(cases: Any) -> Any:
    """The cases with all rows their records need: for sets of them."""
    runs = Run.objects.select_related(*RUN_PARTS).prefetch_related(*ROW_GROUPS.values())
    return cases.select_related("center", "patient__perinatal", *CASE_PARTS).prefetch_related(
        Prefetch("runs", queryset=runs)
    )
