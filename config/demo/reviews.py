"""The way of each case through entry, submission and review."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from config.demo.chance import Chance
from config.demo.fates import IN_HOSPITAL, Fate
from config.demo.recipe import Recipe
from config.demo.slots import Phase, Slot
from registry.models.case import CaseState
from registry.models.review import NoteKind

RETURNED_ONCE = 0.09  # of submissions come back with a question
YEARS_OPEN = 2  # the current year and the one before; older ones are locked
QUESTIONS = (
    "请核对撤机时间与拔管时间的先后。",
    "请补充出院时神经功能评分的依据。",
    "主要诊断与基础疾病描述不一致，请核对。",
    "红细胞输注总量偏高，请核对单位。",
    "请核对插管型号。",
    "请确认入院来源与转运方式。",
    "终止原因与出院转归请再核对一次。",
    "Please check the time of the first weaning trial.",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One act of the center or of the society. ``version`` is the submission it belongs to."""

    kind: NoteKind
    at: datetime
    version: int
    message: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """State at the cut, and the steps that led to it."""

    state: CaseState
    steps: tuple[Step, ...] = field(default=())

    @property
    def submissions(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.kind == NoteKind.SUBMITTED)

    @property
    def decided_at(self) -> datetime | None:
        """When the case was accepted, if it was."""
        return next((step.at for step in self.steps if step.kind == NoteKind.ACCEPTED), None)


DRAFT = Way(CaseState.DRAFT)


def way_of(chance: Chance, slot: Slot, known: Fate, recipe: Recipe) -> Way:
    """Where the case stands, given what was known of the patient by the cut."""
    if slot.phase in (Phase.RUNNING, Phase.DRAFT) or known.runs[-1].stop is None:
        return DRAFT
    over = known.end or known.runs[-1].stop
    if known.status in (None, IN_HOSPITAL):
        return DRAFT
    locked = slot.start.year <= recipe.as_of.year - YEARS_OPEN
    plan = _steps(
        chance,
        over,
        slot.start.year,
        returned=chance.yes(RETURNED_ONCE) or slot.phase == Phase.RETURNED,
        locked=locked,
    )
    if slot.phase in (Phase.RETURNED, Phase.SUBMITTED):
        return _arranged(plan, slot.phase, over, recipe)
    done = tuple(step for step in plan if step.at < recipe.cut)
    return Way(_state(done), done)


def _steps(chance: Chance, over: datetime, year: int, *, returned: bool, locked: bool) -> tuple[Step, ...]:
    """Submission, perhaps a question and its answer, acceptance, and the lock of the year."""
    at = over + chance.hours(20, 24 * 20)
    steps = [Step(NoteKind.SUBMITTED, at, 1)]
    if returned:
        steps.append(Step(NoteKind.RETURNED, at + chance.hours(24, 24 * 12), 1, chance.choice(QUESTIONS)))
        steps.append(Step(NoteKind.SUBMITTED, steps[-1].at + chance.hours(20, 24 * 10), 2))
    last = steps[-1]
    steps.append(Step(NoteKind.ACCEPTED, last.at + chance.hours(20, 24 * 14), last.version))
    if locked:
        closed = datetime(year + 1, 7, 1, 9, tzinfo=over.tzinfo)
        steps.append(Step(NoteKind.LOCKED, max(closed, steps[-1].at), last.version))
    return tuple(steps)


def _arranged(plan: tuple[Step, ...], phase: Phase, over: datetime, recipe: Recipe) -> Way:
    """The first one or two steps, packed into the days between discharge and the cut."""
    wanted = plan[:2] if phase == Phase.RETURNED else plan[:1]
    room = recipe.cut - over
    steps = tuple(
        Step(step.kind, over + room * (place + 1) / (len(wanted) + 1), step.version, step.message)
        for place, step in enumerate(wanted)
    )
    return Way(_state(steps), steps)


def _state(steps: tuple[Step, ...]) -> CaseState:
    if not steps:
        return CaseState.DRAFT
    return {
        NoteKind.SUBMITTED: CaseState.SUBMITTED,
        NoteKind.RETURNED: CaseState.RETURNED,
        NoteKind.ACCEPTED: CaseState.ACCEPTED,
        NoteKind.LOCKED: CaseState.LOCKED,
    }[steps[-1].kind]


def entered_at(chance: Chance, begun: datetime, cut: datetime) -> datetime:
    """When the case was opened: within days of arrival, and before the cut."""
    at = begun + timedelta(minutes=round(60 * chance.skewed(20, 0.8, 1, 120)))
    return min(at, cut - timedelta(minutes=30))
