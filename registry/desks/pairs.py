"""What a center sees of pairs of cases: questions it has to answer, and what is open about a case."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from centers.access import Can, centers_where
from crf.questions import anchor
from registry.models import Case, HospitalOutcome, PossibleDuplicate, Run
from registry.models.duplicates import Reason, Side

HANDED_OVER = {"stop_reason": 12, "discharge_status": 4}  # what a case says of a patient who left on ECLS


def questions(user: Any) -> QuerySet[PossibleDuplicate]:
    """Handovers that other centers ask about, where this person may answer."""
    centers = centers_where(user, Can.ENTER_DATA).values("pk")
    return PossibleDuplicate.objects.to_answer().filter(center__in=centers).select_related("case")


@dataclass(frozen=True)
class Finding:
    """A row of the case, with the number of the other case where that is one of the own center."""

    row: PossibleDuplicate
    other: str = ""


def findings(case: Case) -> list[Finding]:
    """What the page of a case says. That another center was unsure of its own case is not told."""
    rows = PossibleDuplicate.objects.filter(case=case).select_related("ruled_by").order_by("created_at", "pk")
    told = [row for row in rows if row.reason != Reason.PERSON or row.side == Side.NEW]
    numbers = _numbers_beside([row for row in told if row.reason == Reason.NUMBER], case)
    return [Finding(row, numbers.get(row.pair, "")) for row in told]


def _numbers_beside(rows: list[PossibleDuplicate], case: Case) -> dict[Any, str]:
    if not rows:
        return {}
    others = PossibleDuplicate.objects.filter(pair__in=[row.pair for row in rows]).exclude(case=case)
    return dict(others.values_list("pair", "case__number"))


@dataclass(frozen=True)
class Check:
    """An answer of the own case that a confirmed handover should have, and the one it has."""

    label: str
    wanted: str
    now: str
    is_so: bool
    link: str


def checks(case: Case) -> list[Check]:
    """What to look at in a case whose patient was handed over: the end of its last run, and the discharge."""
    run = Run.objects.filter(case=case).order_by("-run_number").first()
    assert run is not None  # noqa: S101 - every case has a run
    return [
        _check(run, "stop_reason", f"?run={run.run_number}#{anchor(f'run{run.run_number}', 'stop_reason')}"),
        _check(
            HospitalOutcome.objects.get(case=case),
            "discharge_status",
            f"#{anchor('outcome', 'discharge_status')}",
        ),
    ]


def _check(part: Any, name: str, link: str) -> Check:
    item = part.item_field(name).item
    value, wanted = getattr(part, name), HANDED_OVER[name]
    now = item.codes.label(value) if value is not None else ""
    return Check(str(item.label), item.codes.label(wanted), now, value == wanted, link)
