"""Reading one follow-up window of a case, stored or new."""

from datetime import date

from django.db.models import Max, Min, Q

from outcomes.contact import Contact, Elsewhere
from outcomes.courses import YES, Followed, read_one
from outcomes.models import FollowUp
from outcomes.windows import ALIVE, DEAD, find, parse_key
from registry.derived import local_day
from registry.models import Case, HospitalOutcome


def load_contact(case: Case, key: str, as_of: date, followed: Followed | None = None) -> Contact:
    """The contact of one window; ``followed`` is the course of the case where the caller has read it.

    Raises KeyError when the case has no such window.
    """
    code, year = parse_key(key)
    followed = followed or read_one(case)
    row = FollowUp.objects.filter(case=case, fu_window=code, fu_year=year).first()
    return Contact(
        part=row or FollowUp(case=case, center_id=case.center_id, fu_window=code, fu_year=year),
        task=find(followed.course, key, as_of),
        course=followed.course,
        birth_date=followed.birth_date,
        as_of=as_of,
        elsewhere=elsewhere(case, row),
    )


def elsewhere(case: Case, row: FollowUp | None) -> Elsewhere:
    """Life and death of the patient in every other record of the center."""
    others = FollowUp.objects.filter(case__patient=case.patient_id)
    if row:
        others = others.exclude(pk=row.pk)
    seen = others.aggregate(
        alive=Max("fu_date", filter=Q(fu_vital_status=ALIVE)),
        known=Max("fu_last_known_alive"),
        died=Min("fu_death_date", filter=Q(fu_vital_status=DEAD)),
    )
    stays = HospitalOutcome.objects.filter(case__patient=case.patient_id, died=YES).aggregate(
        died=Min("death_at")
    )
    deaths = [seen["died"], local_day(stays["died"]) if stays["died"] else None]
    alive = [seen["alive"], seen["known"]]
    return Elsewhere(
        died=min((day for day in deaths if day), default=None),
        last_alive=max((day for day in alive if day), default=None),
    )


def last_known_alive(contact: Contact) -> date | None:
    """The latest day before this contact on which the patient is known to have lived."""
    return max((day for day in (contact.elsewhere.last_alive, contact.course.left) if day), default=None)
