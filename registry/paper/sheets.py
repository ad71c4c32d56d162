"""The sections of a case for reading, in the order of the page; the sections of a run once for each run."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from crf.questions import Question
from registry.case_page.boxes import Box
from registry.case_page.page import CasePage
from registry.case_page.parts import BlockView, SectionView
from registry.paper.grids import Grid, grids
from registry.record import Record
from registry.sections import SECTIONS, Section


@dataclass(frozen=True)
class Answer:
    """One answer in words; the text of a blank one is empty. A computed one was never typed."""

    label: str
    text: str
    is_computed: bool = False


@dataclass(frozen=True)
class Leaf:
    """A block of a section: answers side by side, or a repeating group as one or more tables."""

    title: str
    answers: Sequence[Answer] = ()
    grids: Sequence[Grid] = ()
    is_empty_group: bool = False


@dataclass(frozen=True)
class Sheet:
    """One section. ``run`` is set where the case has several."""

    title: str
    leaves: Sequence[Leaf]
    number: int | None = None
    run: int | None = None
    opens_run: bool = False  # the first section of a further run


Source = Callable[[Record], Iterable[Sheet]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Sheets that apps above the registry add at the end (follow-ups)."""
    _sources[name] = source


def sheets(record: Record) -> list[Sheet]:
    """Every section that applies, then what other apps add."""
    pages = [CasePage(record, run_number=run.run_number) for run in record.runs]
    found = list(_of_case(pages[0], _before_runs()))
    for page in pages:
        found += _of_run(page, several=len(pages) > 1)
    found += _of_case(pages[0], _after_runs())
    return found + [sheet for source in _sources.values() for sheet in source(record)]


def _before_runs() -> Iterator[Section]:
    return takewhile(lambda section: not section.per_run, SECTIONS)


def _after_runs() -> list[Section]:
    return [each for each in dropwhile(lambda section: not section.per_run, SECTIONS) if not each.per_run]


def _of_case(page: CasePage, wanted: Iterable[Section]) -> Iterator[Sheet]:
    for section in wanted:
        view = page.section_view(section.key)
        if not view.is_hidden:
            yield _sheet(view)


def _of_run(page: CasePage, *, several: bool) -> Iterator[Sheet]:
    views = [page.section_view(section.key) for section in SECTIONS if section.per_run]
    shown = [view for view in views if not view.is_hidden]
    for place, view in enumerate(shown):
        yield _sheet(view, page.run_number if several else None, opens_run=several and place == 0)


def _sheet(view: SectionView, run: int | None = None, *, opens_run: bool = False) -> Sheet:
    leaves = [leaf for block in view.blocks if (leaf := _leaf(block))]
    if derived := computed(view.boxes):
        leaves.append(Leaf("", derived))
    return Sheet(str(view.section.title), leaves, view.number, run, opens_run)


def _leaf(block: BlockView) -> Leaf | None:
    title = str(block.block.title or "")
    if block.block.rows:
        rows = [row for row in block.rows if not row.is_new]
        return Leaf(title, grids=grids(rows), is_empty_group=not rows)
    answers = answered(block.questions) + computed(block.boxes)
    return Leaf(title, answers) if answers else None


def computed(boxes: Iterable[Box]) -> list[Answer]:
    """Derived values that could be worked out."""
    return [Answer(str(box.described.label), box.text, is_computed=True) for box in boxes if box.text]


def answered(questions: Iterable[Question]) -> list[Answer]:
    """The questions that apply, with their answers in words."""
    return [Answer(str(each.item.label), each.shown_text) for each in questions if each.shown]
