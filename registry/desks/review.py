"""What a reviewer sees: the queue over all centers, and the warnings a center explained."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from crf.codelists.diagnoses import UNCODED
from crf.items import Item
from crf.pairs import Pair
from crf.questions import REASONS
from registry.desks.duplicates import is_flagged
from registry.desks.listing import with_first_run
from registry.flags import Flag
from registry.models import Case, Diagnosis, Run, Submission
from registry.models.identity import IDENTITY_ITEMS
from registry.rules import BOOK
from registry.sections import TABLES

QUEUE_SHOWN = 50
TABS = ("all", "mine", "resubmitted", "uncoded")


def queue(visible: QuerySet[Case], tab: str, user: Any) -> QuerySet[Case]:
    """Submitted cases, the oldest first."""
    cases = visible.awaiting_review().select_related("center", "progress", "patient")  # type: ignore[attr-defined]
    if tab == "mine":
        cases = cases.filter(reviewer=user)
    if tab == "resubmitted":
        cases = cases.filter(submissions_count__gt=1)
    if tab == "uncoded":
        cases = cases.filter(pk__in=_uncoded())
    return with_first_run(cases).annotate(is_flagged=is_flagged())


def _uncoded() -> Any:
    """Cases with a diagnosis the list has no code of its own for: work for the society's coder."""
    further = Diagnosis.objects.filter(run=OuterRef("pk"), diag_code__in=UNCODED)
    runs = Run.objects.filter(Q(primary_diagnosis__in=UNCODED) | Exists(further))
    return runs.values("case")


def waiting_days(case: Any) -> int:
    return (timezone.now() - case.submitted_at).days if case.submitted_at else 0


@dataclass(frozen=True)
class Explained:
    """A warning of the frozen version with the reason the center gave."""

    rule: str
    item: Item
    message: Pair
    reason: str


def explained(submission: Submission | None, found: list[Flag]) -> list[Explained]:
    """The warnings as they were signed; the words come from the flags of today or from the rule."""
    words = {(flag.rule, flag.place.key, flag.field): flag.message for flag in found}
    return [
        Explained(
            told["rule"],
            _item_of(told),
            words.get((told["rule"], told["place"], told["field"])) or _message(told["rule"]),
            str(REASONS.get(told["reason"], told["reason"])),
        )
        for told in (submission.warnings if submission else [])
    ]


def _item_of(told: dict[str, str]) -> Item:
    kind = told["place"].split(".")[0].rstrip("0123456789")
    if told["field"] in TABLES[kind]._fields_by_name():
        item: Item = TABLES[kind].item_field(told["field"]).item
        return item
    identity = next((item for item in IDENTITY_ITEMS.values() if item.name == told["field"]), None)
    return identity or next(
        item for table in TABLES.values() for item in table.items() if item.name == told["field"]
    )


def _message(rule: str) -> Pair:
    return BOOK[rule].message if rule in BOOK else Pair("Outside the usual range", "超出常见范围")
