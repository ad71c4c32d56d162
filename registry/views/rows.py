"""Rows of repeating groups: all fields of a daily row, a trial of pasted values, and a deletion taken back."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from centers import json_answers
from centers.access import Can, can, check_can
from registry.actions.refusals import EditConflict, StateConflict
from registry.actions.restoring import RowName, bring_back
from registry.actions.saving import PartChange, Saved, save_case
from registry.case_page import saved_answer
from registry.case_page.page import CasePage
from registry.case_page.posted_case import section_changes
from registry.identity.store import facts
from registry.models import Case
from registry.sections import BY_KEY
from registry.views.case import page_of, refused, run_of, visible_record


def _visible_case(request: HttpRequest, number: str) -> Case:
    case = Case.objects.visible_to(request.user).select_related("center").filter(number=number).first()
    if case is None:
        raise Http404
    return case


@require_safe
def row_panel(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """One line of the grid with all its fields; without a script, the page with that line open."""
    name = RowName.read(key)
    if name is None:
        raise Http404
    if not getattr(request, "htmx", False):
        address = reverse("registry:case", args=[number])
        return redirect(f"{address}?run={name.run_number}&open={key}#row-panel")
    page = page_of(request, visible_record(request, number))
    page.open_key = key
    if page.open_row is None:
        raise Http404
    context = {"page": page, "case": page.case, "may_edit": page.editable, "row": page.open_row}
    return render(request, "registry/partials/row_panel.html", context)


@require_POST
def restore_row(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """Takes the deletion of a row back."""
    case, name = _visible_case(request, number), RowName.read(key)
    if name is None:
        raise Http404
    try:
        saved = bring_back(number, name, by=request.user)
    except StateConflict as refusal:
        return refused(request, refusal)
    if not json_answers.wants_json(request):
        return redirect(f"{reverse('registry:case', args=[number])}?run={name.run_number}")
    page = _page(request, case, saved, name.run_number)
    context = {"page": page, "case": page.case, "may_edit": page.editable}
    about = saved_answer.repeated([PartChange(key, {})], page, {})
    return JsonResponse(saved_answer.answer(request, page, about, context))


@require_POST
def try_rows(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """What would become of pasted values: saved in full by the same way, judged, and taken back again."""
    if key not in BY_KEY:
        raise Http404
    case = _visible_case(request, number)
    check_can(request.user, Can.ENTER_DATA, case.center_id)
    run_number = run_of(request)
    changes = section_changes(request.POST, BY_KEY[key], run_number)
    try:
        with transaction.atomic():
            saved = save_case(number, changes, by=request.user, run_number=run_number, identify=facts)
            transaction.set_rollback(True)
    except EditConflict as conflict:
        return JsonResponse(
            {"fields": {f"{each.key}.{each.field}": _changed() for each in conflict.differences}}
        )
    except StateConflict as refusal:
        return refused(request, refusal)
    page = _page(request, case, saved, run_number)
    return JsonResponse({"fields": dict(_verdict(page, *each) for each in _judged(page, saved, changes))})


def _changed() -> dict[str, Any]:
    return {"shown": "", "errors": [_("Someone else just changed this")], "warnings": []}


def _judged(page: CasePage, saved: Saved, changes: list[PartChange]) -> Iterator[tuple[str, str, str]]:
    """The sender's key, the key it got, and the field; an empty new row comes into being nowhere."""
    known = {place.key for place in page.record.places}
    for change in changes:
        key = saved.added.get(change.key, change.key)
        yield from ((change.key, key, name) for name in change.entries if key in known)


def _verdict(page: CasePage, sent: str, key: str, name: str) -> tuple[str, dict[str, Any]]:
    """The value as it would be stored, and what would be said of it, under the sender's name."""
    question = page.question(page.record.place(key), name)
    return f"{sent}.{name}", {
        "shown": question.shown_value,
        "errors": [str(problem.message) for problem in question.errors],
        "warnings": [str(problem.message) for problem in question.warnings],
    }


def _page(request: HttpRequest, case: Case, saved: Saved, run_number: int) -> CasePage:
    editable = can(request.user, Can.ENTER_DATA, case.center_id)
    return CasePage(
        saved.record, run_number=run_number, editable=editable, found=saved.flags, progress=saved.sections
    )
