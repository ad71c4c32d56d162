"""The identity of a patient on the pages of a case: masked, shown on request, typed anew.

Nothing that identifies is in an address, a title or a redirect; texts come and go in bodies of POST alone.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from centers.access import Can, can, check_can
from crf.pairs import Pair
from crf.rules import Answered
from registry import progress, record
from registry.case_page.page import CasePage
from registry.forms.identity import IdentityForm
from registry.identity import store
from registry.models import Case, IdentifierKind, Patient
from registry.rules.book import BOOK

CONTACT = (IdentifierKind.NAME, IdentifierKind.PHONE, IdentifierKind.PHONE_2)
NUMBER_RULES = ("V065", "V066", "V067")
DUPLICATE = Pair(
    "This document belongs to patient {number} of your center. Please check",
    "此证件属于本中心患者 {number}，请核对",
)
SAVED = "identity-saved"  # an event of the page: progress and header may have changed


@require_GET
def identity(request: HttpRequest, number: str) -> HttpResponse:
    """What is stored, masked, with the form for those who may write."""
    case = _case(request, number)
    return _answer(request, case, panel(request.user, case))


@require_POST
def identity_show(request: HttpRequest, number: str) -> HttpResponse:
    """The same in clear, once; who saw it is recorded before it is sent."""
    case = _case(request, number)
    texts = store.reveal(case.patient, by=request.user, case=case)
    return _answer(request, case, panel(request.user, case, shown=texts))


@sensitive_post_parameters()
@require_POST
def identity_save(request: HttpRequest, number: str) -> HttpResponse:
    """Write what was typed; 422 with the reasons at the fields when that cannot be."""
    case = _case(request, number)
    check_can(request.user, Can.ENTER_DATA, case.center)
    form = IdentityForm(request.POST, patient=case.patient, stored=store.masked(case.patient, case))
    if not form.is_valid() or not _written(form, case, request.user):
        return _answer(request, case, panel(request.user, case, form=form), status=422)
    _recount(case.patient, request.user)
    context = panel(request.user, case) | {"saved": True} | _around(case)
    response = _answer(request, case, context, fragment="registry/partials/identity_saved.html")
    response["HX-Trigger-After-Settle"] = SAVED
    return response


def _around(case: Case) -> dict[str, Any]:
    """What stands around the sections: an identity counts toward progress and decides conditions."""
    held = record.load(Case.objects.all(), identity=store.facts(case), pk=case.pk)
    return {"page": CasePage(held, editable=case.is_editable), "may_edit": case.is_editable}


@require_POST
def patient_contact(request: HttpRequest, number: str) -> HttpResponse:
    """Name and telephone numbers in clear, for whoever is about to call."""
    patient = get_object_or_404(Patient.objects.visible_to(request.user), number=number)
    texts = store.reveal(patient, by=request.user, kinds=CONTACT)
    context = {"patient": patient, "contact": [texts[kind] for kind in CONTACT if kind in texts]}
    return render(request, "registry/partials/contact.html", context)


def panel(
    user: Any,
    case: Case,
    *,
    form: IdentityForm | None = None,
    shown: dict[str, str] | None = None,
    known: store.Known | None = None,
) -> dict[str, Any]:
    """What ``registry/partials/identity.html`` needs; ``known`` is what was read already.

    PermissionDenied for those who may not look.
    """
    check_can(user, Can.SEE_IDENTITY, case.center)
    known = known or store.known(case)
    patient, stored = case.patient, known.masked if shown is None else shown
    return {
        "case": case,
        "form": form or IdentityForm(patient=patient, stored=stored, shown=shown is not None),
        "may_write": can(user, Can.ENTER_DATA, case.center),
        "may_show": bool(stored) and shown is None,
        "doubts": _doubts(case, known.facts),
    }


def _case(request: HttpRequest, number: str) -> Case:
    cases = Case.objects.visible_to(request.user).select_related("patient", "center")
    return get_object_or_404(cases, number=number)


def _answer(
    request: HttpRequest,
    case: Case,
    context: dict[str, Any],
    status: int = 200,
    fragment: str = "registry/partials/identity.html",
) -> HttpResponse:
    """The panel alone for htmx, else a page around it."""
    page = fragment if request.htmx else "registry/identity.html"  # type: ignore[attr-defined]
    return render(request, page, context, status=status)


def _written(form: IdentityForm, case: Case, user: Any) -> bool:
    """False, with the reason in the form, when the document is another patient's."""
    try:
        store.write_identity(
            case.patient, form.texts(), by=user, case=case, document_type=form.document_type()
        )
    except store.DuplicateDocumentError as problem:
        form.add_error("id_document_no", str(DUPLICATE.format(number=problem.patient.number)))
        return False
    return True


def _recount(patient: Patient, user: Any) -> None:
    """Identity counts toward completeness and decides conditions in every case of the patient."""
    for case in Case.objects.filter(patient=patient):
        held = record.load(Case.objects.all(), identity=store.facts(case), pk=case.pk)
        progress.store(held, user)


def _doubts(case: Case, facts: dict[str, Any]) -> list[str]:
    """What the rules say of the stored number beside sex and birth date."""

    def resolve(name: str) -> Any:
        return facts[name] if name in facts else getattr(case.patient, name)

    return [str(BOOK[rule].message) for rule in NUMBER_RULES if BOOK[rule].fails(Answered(resolve))]
