"""The parts of the case page: sections and blocks with their questions and computed values."""

from dataclasses import dataclass, field

from crf.layout import QuestionForm
from crf.questions import Question
from registry.actions.refusals import Difference
from registry.case_page.boxes import Box
from registry.case_page.row_views import RowTable, RowView
from registry.progress import SectionProgress, SectionState
from registry.sections import Block, Section


@dataclass
class BlockView:
    """The questions of one block, or the rows of a repeating group."""

    block: Block
    questions: list[Question]
    rows: list[RowView]
    run_number: int
    boxes: list[Box] = field(default_factory=list)

    @property
    def form(self) -> QuestionForm | None:
        return QuestionForm(self.questions) if self.questions else None

    @property
    def is_grid(self) -> bool:
        return self.block.kind == "support"

    @property
    def table(self) -> RowTable:
        return RowTable(self.block.kind, self.run_number, self.rows)


@dataclass
class SectionView:
    """One section with its progress, for one run or for the whole case."""

    section: Section
    number: int
    run: int | None
    progress: SectionProgress
    blocks: list[BlockView]
    versions: str
    base: str
    conflicts: list[Difference]
    boxes: list[Box]

    @property
    def id(self) -> str:
        return f"s-{self.section.key}"

    @property
    def asked(self) -> list[Question]:
        """Every question that applies, rows included, for reading."""
        forms = [
            each
            for block in self.blocks
            for each in [block.questions, *(row.questions for row in block.rows)]
        ]
        return [question for questions in forms for question in questions if question.shown]

    @property
    def is_hidden(self) -> bool:
        return self.progress.state == SectionState.HIDDEN
