"""The case page as a tree of sections, blocks and questions, built from a loaded record."""

import json
from datetime import datetime
from decimal import Decimal
from functools import cached_property, partial
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from crf.answering import entered_unit
from crf.codelists.diagnoses import DIAGNOSIS
from crf.items import Requirement
from crf.pairs import Pair
from crf.questions import Problem, Question, anchor
from crf.slips import slip
from registry.actions.refusals import Difference
from registry.actions.saving import seen
from registry.case_page.boxes import boxes, texts
from registry.case_page.grid import HEADS, GridRow, Head, RowPanel, grid_rows
from registry.case_page.meanings import scripts
from registry.case_page.parts import BlockView, SectionView
from registry.case_page.recent import recent_diagnoses
from registry.case_page.row_views import RowView, by_time, named_rows
from registry.derived import DERIVED
from registry.flags import Flag, flags
from registry.models import Run
from registry.progress import SectionProgress, SectionState, by_section
from registry.record import Place, Record
from registry.sections import BY_KEY, HOME, SECTIONS, TABLES, Block, Section
from registry.timeline import NARROW, Timeline, later, timeline

# What conditions in the browser may ask of the server: it computes these and never types them.
SHARED_VALUES = ("age_group", "age_years", "age_days", "sex", "support_type", "initial_mode", "run_start_at")


class CasePage:
    """Everything the page shows of a case, with one run in view."""

    def __init__(
        self,
        record: Record,
        *,
        run_number: int = 1,
        editable: bool = False,
        found: list[Flag] | None = None,
        progress: list[SectionProgress] | None = None,
    ):
        """``found`` and ``progress`` are the flags and the progress of the record, where a save knows them."""
        self.record, self.editable = record, editable
        self.open_key = ""
        self.case = record.case
        numbers = [run.run_number for run in record.runs]
        self.run_number = run_number if run_number in numbers else numbers[0]
        self.flags = flags(record) if found is None else found
        known = by_section(record, self.flags) if progress is None else progress
        self._progress = {(each.key, each.run): each for each in known}
        self._problems: dict[tuple[str, str], list[Problem]] = {}
        for flag in self.flags:
            self._problems.setdefault((flag.place.key, flag.field), []).append(_problem(flag))

    @property
    def run(self) -> Run:
        """The run in view."""
        return next(run for run in self.record.runs if run.run_number == self.run_number)

    @property
    def run_place(self) -> Place:
        return self.record.place(f"run{self.run_number}")

    @property
    def computed(self) -> dict[str, str]:
        """By id, the text of every box with a derived variable."""
        return texts(self.places_in_view, self.run_place)

    @cached_property
    def sections(self) -> list[SectionView]:
        return [self.section_view(section.key) for section in SECTIONS]

    def section_view(self, key: str, conflicts: list[Difference] | None = None) -> SectionView:
        section = BY_KEY[key]
        blocks = [self._block(block) for block in section.blocks]
        places = self.places(section)
        return SectionView(
            section=section,
            number=SECTIONS.index(section) + 1,
            run=self.run_number if section.per_run else None,
            progress=self.progress_of(section),
            blocks=[view for view in blocks if view.questions or view.block.rows],
            versions=json.dumps({place.key: place.part.version for place in places}),
            base=json.dumps(_base(section, places), ensure_ascii=False),
            conflicts=conflicts or [],
            boxes=boxes(self.run_place, section.computed),
        )

    def progress_of(self, section: Section) -> SectionProgress:
        return self._progress[(section.key, self.run_number if section.per_run else None)]

    @property
    def rail(self) -> list[tuple[Section, SectionProgress]]:
        """Sections that exist for this patient, with their progress."""
        return [(section, done) for section, done in self.progresses if done.state != SectionState.HIDDEN]

    @property
    def progresses(self) -> list[tuple[Section, SectionProgress]]:
        """Every section with its progress, the hidden ones too."""
        return [(section, self.progress_of(section)) for section in SECTIONS]

    @property
    def hidden_titles(self) -> list[Pair]:
        return [each.title for each in SECTIONS if self.progress_of(each).state == SectionState.HIDDEN]

    @cached_property
    def timeline(self) -> Timeline | None:
        return timeline(self.record, later=later.events(self.record), run_in_view=self.run_number)

    @cached_property
    def timeline_on_paper(self) -> Timeline | None:
        """The same for a narrower page away from the fields; its marks lead to the case page."""
        base = reverse("registry:case", args=[self.case.number])
        return timeline(self.record, later=later.events(self.record), width=NARROW, base=base)

    @property
    def anchor(self) -> str:
        """The moment bare clock times and echoes refer to: the start of flow of the run in view."""
        return self.run.item_field("run_start_at").written(self.run.run_start_at)

    @property
    def answered(self) -> int:
        return sum(each.answered for each in self._progress.values())

    @property
    def applicable(self) -> int:
        return sum(each.applicable for each in self._progress.values())

    @property
    def percent(self) -> int:
        return 100 * self.answered // self.applicable if self.applicable else 0

    @property
    def errors(self) -> list[Flag]:
        return [flag for flag in self.flags if flag.is_error]

    @property
    def warnings(self) -> list[Flag]:
        return [flag for flag in self.flags if not flag.is_error]

    @property
    def open_warnings(self) -> list[Flag]:
        return [flag for flag in self.warnings if not flag.is_settled]

    @property
    def shared_values(self) -> dict[str, Any]:
        """Derived values and answers that conditions on this page ask for, for the browser."""
        place = self.run_place
        names = {name for kind, each in HOME for name in _asked_by(kind, each)} | set(SHARED_VALUES)
        return {name: _plain(place.resolve(name)) for name in sorted(names) if self._known(place, name)}

    @property
    def shared_json(self) -> str:
        return json.dumps(self.shared_values, ensure_ascii=False)

    @property
    def definitions(self) -> SafeString:
        """What fields and codes mean, for the scripts."""
        return scripts()

    def _known(self, place: Place, name: str) -> bool:
        return name in DERIVED or place.find(name) is not None or name in self.record.identity

    @cached_property
    def places_in_view(self) -> list[Place]:
        """The rows of answers of the patient, the case and the run in view."""
        return [
            place
            for place in self.record.places
            if place.run is None or place.run.run_number == self.run_number
        ]

    def places(self, section: Section) -> list[Place]:
        """The rows of answers a section shows."""
        kinds = {block.kind for block in section.blocks}
        return [place for place in self.places_in_view if place.kind in kinds]

    def _block(self, block: Block) -> BlockView:
        places = [place for place in self.places_in_view if place.kind == block.kind]
        if not block.rows:
            questions = [self.question(places[0], item.name) for item in block.items()]
            return BlockView(block, questions, [], self.run_number, boxes(places[0], block.computed))
        rows = [self._row(block, place) for place in by_time(places)]
        waiting = [self.new_row(block, f"{block.kind}{self.run_number}.new1")] if self.editable else []
        return BlockView(block, [], [*rows, *waiting], self.run_number)

    @cached_property
    def grid(self) -> list[GridRow]:
        """The daily values of the run in view."""
        return grid_rows(self)

    @property
    def grid_heads(self) -> tuple[Head, ...]:
        return HEADS

    @property
    def open_row(self) -> RowPanel | None:
        """The line of the grid that is open with all its fields."""
        return next((RowPanel(row) for row in self.grid if row.key == self.open_key), None)

    def _row(self, block: Block, place: Place) -> RowView:
        names = [item.name for item in block.items()]
        return RowView(place.key, place, names, lambda name, cell: self.question(place, name, in_cell=cell))

    def new_row(self, block: Block, key: str) -> RowView:
        """The empty row that waits at the end of a group, under the key its sender gives it."""
        table: Any = TABLES[block.kind]
        blank = table(run=self.run, center_id=self.case.center_id)
        place = Place(self.record, block.kind, blank, self.run)
        names = [item.name for item in block.items()]
        ask = partial(self._ask_new, place, key)
        return RowView(key, place, names, ask, is_new=True)

    def _ask_new(self, place: Place, key: str, name: str, in_cell: bool) -> Question:
        return self.question(place, name, key=key, in_cell=in_cell)

    def question(self, place: Place, name: str, *, key: str = "", in_cell: bool = False) -> Question:
        """The field ``name`` of a row of answers, as this page asks it."""
        column = place.part.item_field(name)
        item = column.item
        age_group = place.resolve("age_group")
        problems = self._problems.get((place.key, name), ()) if not key else ()
        unit = entered_unit(place.part, name)
        return Question(
            key=key or place.key,
            item=item,
            part=place.part,
            shown=place.holds(name),
            required=item.requirement != Requirement.OPTIONAL and not item.system,
            age_group=age_group,
            problems=problems,
            read_only=not self.editable,
            slip=slip(column, place.part.displayed(name), unit, age_group) if problems else None,
            references=named_rows(self.record, column, place.run) if item.kind == "reference" else (),
            recent=self.recent_diagnoses if item.codes is DIAGNOSIS and self.editable else (),
            in_cell=in_cell,
        )

    @cached_property
    def recent_diagnoses(self) -> list[str]:
        return recent_diagnoses(self.case.center_id)


def link(flag: Flag) -> str:
    """Address of a flag's field on the case page, or of its section while the row does not exist."""
    if flag.field in flag.place.part._fields_by_name():
        return link_to(flag.place, flag.field)
    return f"#s-{flag.section}"


def link_to(place: Place, name: str) -> str:
    run = f"?run={place.run.run_number}" if place.run else ""
    return f"{run}#{anchor(place.key, name)}"


def _problem(flag: Flag) -> Problem:
    return Problem(flag.rule, flag.message, flag.is_error, flag.reason)


def _base(section: Section, places: list[Place]) -> dict[str, dict[str, Any]]:
    """What each field read when the page was made, to tell a real conflict from a stale version."""
    names: dict[str, set[str]] = {}
    for kind, name in section.names():
        names.setdefault(kind, set()).add(name)
    return {
        place.key: {name: shown for name in names[place.kind] if (shown := seen(place.part, name))}
        for place in places
    }


def _asked_by(kind: str, name: str) -> frozenset[str]:
    when = TABLES[kind].item_field(name).item.when
    return when.names if when else frozenset()


def _plain(value: Any) -> Any:
    """As the browser compares it: numbers as numbers, moments as the page writes them."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    return value if isinstance(value, int | float | str | list) or value is None else str(value)
