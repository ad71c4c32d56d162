"""Opening a case: seven answers, a look whether the patient is known, then the case page."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from centers.access import Can, centers_where, check_can
from crf.answering import Entry
from registry.actions.cases import add_run, create_case, create_patient, delete_draft
from registry.actions.duplicates import flag_same_number
from registry.actions.numbers import wait_for_openings
from registry.actions.refusals import StateConflict
from registry.actions.saving import PartChange, save_case
from registry.desks.opening import OpeningQuestion
from registry.forms.opening import OpeningForm
from registry.identity.links import tell_elsewhere
from registry.identity.matching import Proposal, TooManyMatchesError, propose
from registry.identity.store import DuplicateDocumentError, facts, write_identity
from registry.models import Case, IdentifierKind, Patient
from registry.models.duplicates import Reason
from registry.views.case import refused

# The answer that lets a run which began elsewhere be counted once: both cases carry the same person key.
TRANSFERRED_ON_ECLS = "4"
DECISIONS = ("same", "run", "other", "transfer", "unsure")


@require_http_methods(["GET", "HEAD", "POST"])
def new_case(request: HttpRequest) -> HttpResponse:
    """Asks, matches, and creates; nothing exists before the match has been looked at."""
    check_can(request.user, Can.ENTER_DATA)
    form = OpeningForm(request.POST or None, centers=centers_where(request.user, Can.ENTER_DATA))
    if request.method != "POST" or not form.is_valid():
        return render(request, "registry/case_new.html", {"form": form}, status=422 if form.errors else 200)
    wait_for_openings(form.cleaned_data["center"])
    try:
        proposal = _propose(form, request.user)
    except TooManyMatchesError:
        form.add_error(None, _("Too many matches were asked for. Please wait a few minutes"))
        return render(request, "registry/case_new.html", {"form": form}, status=429)
    decision = request.POST.get("decision", "")
    if _must_ask(proposal, decision):
        return _asked(request, form, proposal)
    if decision == "run" and proposal.open_admission:
        return _go_on(form, proposal.open_admission, request.user)
    known = proposal.patient if decision == "same" or proposal.same_document else None
    try:
        case = _open(form, known, proposal, decision, request.user)
    except DuplicateDocumentError:
        # The patient was entered on another page since the match.
        return _asked(request, form, _propose(form, request.user), status=409)
    return redirect("registry:case", case.number)


def _asked(request: HttpRequest, form: OpeningForm, proposal: Proposal, status: int = 200) -> HttpResponse:
    facts = {name: form.cleaned_data[name] for name in ("sex", "birth_date")}
    context = {"form": form, "question": OpeningQuestion(proposal, **facts)}
    return render(request, "registry/case_new.html", context, status=status)


def _propose(form: OpeningForm, by: Any) -> Proposal:
    data = form.cleaned_data
    return propose(
        data["center"],
        record_no=data["record_no"],
        document_type=data["id_document_type"],
        document_no=data["document_no"],
        at=data["run_start_at"],
        by=by,
    )


def _must_ask(proposal: Proposal, decision: str) -> bool:
    """A known patient or a run elsewhere is shown first; an overlapping run always stops."""
    if proposal.overlapping:
        return True
    known = proposal.patient is not None or proposal.elsewhere is not None
    return known and decision not in DECISIONS


@transaction.atomic
def _go_on(form: OpeningForm, case: Case, by: Any) -> HttpResponse:
    """ECLS started again in the same admission: a further run of its case, with what was just answered."""
    run = add_run(case, by=by)
    entries = {name: Entry(text=text) for name, text in form.answers()["run1"].items()}
    change = PartChange(f"run{run.run_number}", entries)
    save_case(case.number, [change], by=by, run_number=run.run_number, identify=facts)
    return redirect(f"{reverse('registry:case', args=[case.number])}?run={run.run_number}")


@transaction.atomic
def _open(form: OpeningForm, patient: Patient | None, proposal: Proposal, decision: str, by: Any) -> Case:
    data = form.cleaned_data
    known = patient is not None
    elsewhere = proposal.elsewhere
    is_transfer = decision == "transfer" and elsewhere is not None and elsewhere.may_be_a_transfer
    patient = patient or create_patient(data["center"], by=by)
    case = create_case(patient, by=by)
    _identify(form, patient, case, by)
    changes = _changes(form, known)
    if is_transfer:
        changes.append(PartChange("admission", {"admission_source": Entry(text=TRANSFERRED_ON_ECLS)}))
    save_case(case.number, changes, by=by, identify=facts)
    if is_transfer:
        tell_elsewhere(case, Reason.HANDOVER, by=by)
    if decision == "unsure":
        _flag(case, proposal, by)
    return case


def _flag(case: Case, proposal: Proposal, by: Any) -> None:
    """The society looks at what the person at the bedside could not tell."""
    if proposal.elsewhere is not None:
        tell_elsewhere(case, Reason.PERSON, by=by)
    if proposal.patient is not None and not proposal.same_document:
        flag_same_number(case, proposal.earlier[0], by=by)


def _identify(form: OpeningForm, patient: Patient, case: Case, by: Any) -> None:
    """The record number of this admission; the document only of a patient who has none yet."""
    data = form.cleaned_data
    values: dict[str, str] = {IdentifierKind.RECORD_NO: data["record_no"]}
    if patient.document_hash:
        write_identity(patient, values, by=by, case=case)
        return
    if data["document_no"]:
        values[IdentifierKind.DOCUMENT_NO] = data["document_no"]
    write_identity(patient, values, by=by, case=case, document_type=data["id_document_type"])


def _changes(form: OpeningForm, known: bool) -> list[PartChange]:
    """The clinical answers; what a known patient is stays as recorded."""
    return [
        PartChange(key, {name: Entry(text=text) for name, text in texts.items()})
        for key, texts in form.answers().items()
        if not (known and key == "patient")
    ]


@require_POST
def new_run(request: HttpRequest, number: str) -> HttpResponse:
    """Another run of the same admission."""
    case = get_object_or_404(Case.objects.visible_to(request.user), number=number)
    try:
        run = add_run(case, by=request.user)
    except StateConflict as refusal:
        return refused(request, refusal)
    return redirect(f"/cases/{number}/?run={run.run_number}#s-run")


@require_http_methods(["GET", "HEAD", "POST"])
def delete_case(request: HttpRequest, number: str) -> HttpResponse:
    """Asks once more, then deletes a draft that was never submitted."""
    case = get_object_or_404(Case.objects.visible_to(request.user), number=number)
    check_can(request.user, Can.ENTER_DATA, case.center_id)
    if request.method != "POST":
        return render(request, "registry/case_delete.html", {"case": case})
    try:
        delete_draft(case, by=request.user)
    except StateConflict as refusal:
        return refused(request, refusal)
    messages.success(request, _("Deleted draft %(number)s") % {"number": number})
    return redirect("registry:case_list")
