"""Is this person known already? Inside the center by number, elsewhere by a person key and nothing else."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from centers import security_log
from centers.access import Can, check_can
from centers.models import SecurityEvent, SecurityEventKind
from centers.rls import READ_ALL, scope
from registry.identity.lookup import hasher, identifies_a_person
from registry.models import Case, IdentifierKind, Patient, Run

MATCHES_PER_HOUR = 60
TRANSFER_HOURS = 72


class TooManyMatchesError(Exception):
    """This person has asked about other centers' patients too often within an hour."""


@dataclass(frozen=True)
class Match:
    """The same person is recorded in another center; its flow began ``hours`` earlier, if known.

    Later where they are negative.
    """

    hours: int | None

    @property
    def may_be_a_transfer(self) -> bool:
        return self.hours is not None and abs(self.hours) <= TRANSFER_HOURS


@dataclass(frozen=True)
class Proposal:
    """What is known before a case is begun."""

    patient: Patient | None  # of the own center: propose to go on with this one
    same_document: bool  # the document says so, not only the hospital number
    overlapping: Case | None  # a case of this patient on support at that time
    elsewhere: Match | None
    earlier: tuple[Case, ...] = ()  # the patient's cases in the own center, the newest first

    @property
    def runs_before(self) -> int:
        """ECLS runs of this patient that the own center knows."""
        return sum(case.runs.count() for case in self.earlier)

    @property
    def open_admission(self) -> Case | None:
        """The case a further run belongs to if the patient has not left: open, without a discharge or death."""
        newest = self.earlier[0] if self.earlier else None
        is_open = (
            newest
            and newest.is_editable
            and newest.outcome.discharge_at is None
            and newest.outcome.death_at is None
        )
        return newest if is_open else None


def find_by_record_no(center: Any, text: str) -> QuerySet[Case]:
    """The center's cases with this hospital number, the newest first."""
    center_id = getattr(center, "pk", center)
    return Case.objects.filter(
        center_id=center_id,
        identifiers__kind=IdentifierKind.RECORD_NO,
        identifiers__lookup=hasher().record_number(center_id, text),
    ).order_by("-created_at", "-pk")


def find_by_document(center: Any, document_type: int | None, number: str) -> Patient | None:
    """The center's patient with this document."""
    center_id = getattr(center, "pk", center)
    wanted = hasher().document(center_id, document_type, number)
    return Patient.objects.filter(center_id=center_id, document_hash=wanted).first()


def propose(
    center: Any,
    *,
    record_no: str,
    document_type: int | None,
    document_no: str,
    at: datetime | None,
    by: Any,
) -> Proposal:
    """Look the person up before a case is begun; ``at`` is the start of flow.

    Raises ``TooManyMatchesError``.
    """
    check_can(by, Can.ENTER_DATA, center)
    own = find_by_document(center, document_type, document_no) if document_no else None
    patient = own or _by_record_no(center, record_no)
    return Proposal(
        patient=patient,
        same_document=own is not None,
        overlapping=overlapping_case(patient, at) if patient else None,
        elsewhere=_elsewhere(center, document_type, document_no, at, by),
        earlier=tuple(_cases_of(patient)) if patient else (),
    )


def _cases_of(patient: Patient) -> QuerySet[Case]:
    return Case.objects.filter(patient=patient).select_related("outcome").order_by("-created_at", "-pk")


def _by_record_no(center: Any, record_no: str) -> Patient | None:
    case = find_by_record_no(center, record_no).select_related("patient").first() if record_no else None
    return case.patient if case else None


def overlapping_case(patient: Patient, at: datetime | None) -> Case | None:
    """A case of the patient whose run had begun and not ended at that time."""
    if at is None:
        return None
    runs = Run.objects.filter(case__patient=patient, run_start_at__lte=at)
    run = runs.filter(Q(run_stop_at=None) | Q(run_stop_at__gte=at)).first()
    return run.case if run else None


def _elsewhere(
    center: Any, document_type: int | None, number: str, at: datetime | None, by: Any
) -> Match | None:
    if not identifies_a_person(document_type, number):
        return None
    return match_person(hasher().person(document_type, number), at, center=center, by=by)


def match_person(person_key: str, at: datetime | None, *, center: Any, by: Any) -> Match | None:
    """Whether another center knows this person, and how many hours before ``at`` its run began.

    A look over the wall: it opens every center for this question alone, tells nothing else, is limited per
    person and recorded with the key. Raises ``TooManyMatchesError``.
    """
    check_can(by, Can.ENTER_DATA, center)
    center_id = getattr(center, "pk", center)
    with scope(READ_ALL):
        allowed = _asked_lately(by) < MATCHES_PER_HOUR
        found = nearest_elsewhere(person_key, at, center_id) if allowed else None
    security_log.record(
        SecurityEventKind.MATCH,
        user=by,
        center=center_id,
        outcome="ok" if allowed else "refused",
        person_key=person_key,
        found=found is not None,
    )
    if not allowed:
        raise TooManyMatchesError
    return Match(found.hours) if found else None


def _asked_lately(by: Any) -> int:
    since = timezone.now() - timedelta(hours=1)
    return SecurityEvent.objects.filter(kind=SecurityEventKind.MATCH, user=by, at__gte=since).count()


@dataclass(frozen=True)
class Elsewhere:
    """The case of a person in another center whose flow began nearest; never shown across the wall."""

    case_id: int
    center_id: int
    hours: int | None  # as in ``Match``


def nearest_elsewhere(person_key: str, at: datetime | None, center_id: int) -> Elsewhere | None:
    """The person's case in another center, inside a scope that reads it. Cases without a start come last."""
    cases = Case.objects.filter(patient__person_key=person_key, withdrawn_at=None)
    starts = cases.exclude(center_id=center_id).values_list("pk", "center_id", "runs__run_start_at")
    found = [Elsewhere(pk, its_center, _hours_before(start, at)) for pk, its_center, start in starts]
    return min(found, key=_distance, default=None)


def _hours_before(start: datetime | None, at: datetime | None) -> int | None:
    return round((at - start) / timedelta(hours=1)) if start is not None and at is not None else None


def _distance(found: Elsewhere) -> tuple[bool, int]:
    return found.hours is None, abs(found.hours or 0)
