"""Saving answers of the case page: whole sections from a form, single fields from the script of the page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from centers import json_answers
from centers.access import Can, can
from centers.pace import is_too_fast
from registry.actions import requests
from registry.actions.refusals import AlreadyDone, EditConflict, OtherPayload, StateConflict, WouldHide
from registry.actions.saving import PartChange, Saved, save_case
from registry.case_page import saved_answer
from registry.case_page.conflicts import both_values, would_hide
from registry.case_page.page import CasePage
from registry.case_page.posted_case import section_changes
from registry.identity.store import facts
from registry.models import Case, SavedRequest
from registry.sections import BY_KEY, Section
from registry.views.case import context_of, identity_of, page_of, refused, run_of, visible_record

SAVES_PER_MINUTE = 600  # of one person; nobody types ten answers a second


@dataclass
class Posted:
    """What a request wants to change: fields of one section, in one run of one case."""

    request: HttpRequest
    number: str
    section: Section

    @cached_property
    def changes(self) -> list[PartChange]:
        return section_changes(self.request.POST, self.section, self.run_number)

    @property
    def run_number(self) -> int:
        return run_of(self.request)

    @property
    def by_script(self) -> bool:
        return json_answers.wants_json(self.request)

    def page(self) -> CasePage:
        """The case as it is stored now."""
        return page_of(self.request, visible_record(self.request, self.number))


@require_POST
def save_section(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """Saves the fields of one section that were sent.

    A form is answered with the page, a script with versions and what the server says of the answers; a
    script is also asked before answers are hidden, unless it says ``may_hide``.
    """
    if key not in BY_KEY:
        raise Http404
    if is_too_fast("save", request.user, limit=SAVES_PER_MINUTE):
        return json_answers.refused(_("Too many tries. Please wait a moment"), 429)
    posted = Posted(request, number, BY_KEY[key])
    try:
        saved = _save(posted)
    except Case.DoesNotExist:
        raise Http404 from None
    except AlreadyDone as done:
        return _repeated(posted, done)
    except (EditConflict, WouldHide) as question:
        return _asked(posted, question)
    except (StateConflict, OtherPayload) as refusal:
        return refused(request, refusal)
    return _saved(posted, saved)


def _save(posted: Posted) -> Saved:
    return save_case(
        posted.number,
        posted.changes,
        by=posted.request.user,
        run_number=posted.run_number,
        identify=facts,
        by_hand=True,
        may_hide=not posted.by_script or posted.request.POST.get("may_hide") == "1",
        claim=partial(_claim, posted),
    )


def _claim(posted: Posted, case: Case) -> SavedRequest | None:
    """The idempotency key of the request, if it brought one."""
    data = posted.request.POST
    try:
        key = UUID(data.get("request_key", ""))
    except ValueError:
        return None
    payload = {name: data.getlist(name) for name in data if name != "csrfmiddlewaretoken"}
    return requests.claim(key, payload, user=posted.request.user, center_id=case.center_id)


def _saved(posted: Posted, saved: Saved) -> HttpResponse:
    if not posted.by_script:
        return _back_to_page(posted)
    page = CasePage(
        saved.record,
        run_number=posted.run_number,
        editable=can(posted.request.user, Can.ENTER_DATA, saved.record.case.center_id),
        found=saved.flags,
        progress=saved.sections,
    )
    return _told(posted, page, lambda: saved_answer.written(posted.changes, saved))


def _repeated(posted: Posted, done: AlreadyDone) -> HttpResponse:
    """The same request was carried out before: its rows as they are now."""
    if not posted.by_script:
        return _back_to_page(posted)
    page, added = posted.page(), done.answer.get("added", {})
    return _told(posted, page, lambda: saved_answer.repeated(posted.changes, page, added))  # type: ignore[arg-type]


def _told(posted: Posted, page: CasePage, about: Callable[[], saved_answer.Written]) -> HttpResponse:
    context = {"page": page, "case": page.case, "may_edit": page.editable}
    return JsonResponse(saved_answer.answer(posted.request, page, about(), context))


def _back_to_page(posted: Posted) -> HttpResponse:
    address = reverse("registry:case", args=[posted.number])
    return redirect(f"{address}?run={posted.run_number}#s-{posted.section.key}")


def _asked(posted: Posted, question: EditConflict | WouldHide) -> HttpResponse:
    """409: the person decides. Nothing was written."""
    if isinstance(question, WouldHide):
        return json_answers.refused(would_hide(question, posted.changes), 409, hides=len(question.fields))
    page = posted.page()
    if posted.by_script:
        return JsonResponse({"conflicts": both_values(page, question.differences)}, status=409)
    view: Any = page.section_view(posted.section.key, question.differences)
    context = context_of(posted.request, page) | {"view": view, "conflict_view": view}
    return render(
        posted.request, "registry/case.html", context | identity_of(posted.request, page.record), status=409
    )
