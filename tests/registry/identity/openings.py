"""Opening cases through the page, and cases that are there when one is opened."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from centers.models import Center
from registry.identity import store
from registry.identity.documents import synthetic_id
from registry.models import Case, IdentifierKind, PossibleDuplicate
from registry.models.duplicates import Side
from tests.factories.people import coordinator_of
from tests.registry.identity.conftest import acting_in, opened

NUMBER = synthetic_id("31", date(1980, 5, 6), 2, 7)


def answers_in(center: Center, **changes: str) -> dict[str, str]:
    """A woman of 46 whose flow starts on 2026-11-20 at 08:00."""
    return {
        "center": str(center.pk),
        "record_no": "ZY00123",
        "id_document_type": "1",
        "document_no": NUMBER,
        "sex": "2",
        "birth_date": "1980-05-06",
        "run_start_at": "2026-11-20 08:00",
        "support_type": "2",
        "initial_mode": "VA",
    } | changes


def known(case: Case, *, facts: bool = False, **values: str) -> Case:
    """The same woman is known by these numbers; her run went from 06:00 to 07:00 of that day."""
    by = coordinator_of(case.center)
    document_type = 1 if "document_no" in values else store.KEEP
    with acting_in(by):
        texts: dict[str, str] = {IdentifierKind(kind): text for kind, text in values.items()}
        store.write_identity(case.patient, texts, by=by, case=case, document_type=document_type)
    with opened(case.center):
        case.runs.update(run_start_at="2026-11-20 06:00+08:00", run_stop_at="2026-11-20 07:00+08:00")
        if facts:
            type(case.patient).objects.filter(pk=case.patient_id).update(sex=2, birth_date="1980-05-06")
    return case


def begin(client: Client, answers: dict[str, str], **changes: str) -> Any:
    return client.post(reverse("registry:case_new"), answers | changes)


def cases_of(center: Center) -> list[Case]:
    with opened(center):
        return list(Case.objects.filter(center=center).select_related("patient").order_by("pk"))


def rows_of(*centers: Center) -> list[PossibleDuplicate]:
    """Pairs as everybody together sees them, the side of the new case first."""
    with opened(*centers):
        rows = PossibleDuplicate.objects.filter(center__in=centers).select_related("case", "center")
        return sorted(rows, key=lambda row: (row.side != Side.NEW, row.pk))


def fill_in(page: Page, answers: Mapping[str, str]) -> None:
    """Gives the answers on the opening page as a person does."""
    for name in ("record_no", "document_no", "birth_date", "run_start_at"):
        page.fill(f"[name={name}]", answers[name])
    for name in ("id_document_type", "initial_mode"):
        page.select_option(f"[name={name}]", answers[name])
    for name in ("sex", "support_type"):
        page.click(f"label:has([name={name}][value='{answers[name]}'])")
